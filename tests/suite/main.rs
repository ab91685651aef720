//! One binary with all tests, through the library's front door or the program itself.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "names of files are a test's own")]

mod architecture;
mod bad_inputs;
mod cms;
mod commands;
mod data;
mod dates;
mod doors;
mod edits;
#[cfg(target_os = "linux")]
mod ended;
mod excess;
mod faithful;
mod folder;
mod formats;
#[cfg(target_os = "linux")]
mod full_disk;
mod fuzz;
mod gazette;
mod golden;
mod hostile;
#[cfg(feature = "preview")]
mod http;
mod ids;
mod import;
mod incremental;
#[cfg(unix)]
mod killed;
mod limits;
mod links;
mod lists;
mod long_texts;
mod made_of;
mod manifests;
#[cfg(unix)]
mod meanwhile;
mod mistakes;
#[cfg(target_os = "linux")]
mod mounts;
mod names;
mod new_files;
#[cfg(unix)]
mod new_links;
mod no_letters;
mod output_folder;
mod own_content;
mod parse_cache;
mod plain_texts;
#[cfg(feature = "preview")]
mod preview;
#[cfg(feature = "preview")]
mod preview_edits;
mod publishing;
#[cfg(target_os = "linux")]
mod resources;
#[cfg(target_os = "linux")]
mod rights;
mod rules;
#[cfg(target_os = "linux")]
mod said;
mod same_bytes;
mod sarif;
mod schemas;
mod search;
mod separators;
#[cfg(unix)]
mod sequences;
#[cfg(feature = "preview")]
mod serve;
mod served;
#[cfg(unix)]
mod site_links;
#[cfg(unix)]
mod staging_links;
#[cfg(unix)]
mod state_links;
#[cfg(target_os = "linux")]
mod state_owners;
#[cfg(unix)]
mod stopped;
mod supply;
#[cfg(target_os = "linux")]
mod terminal;
mod themes;
mod timings;
mod twins;
#[cfg(unix)]
mod umask;
#[cfg(unix)]
mod unchanged;
#[cfg(target_os = "linux")]
mod unsaid;
