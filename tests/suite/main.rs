//! One binary with all tests, through the library's front door or the program itself.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "names of files are a test's own")]

mod architecture;
mod bad_inputs;
mod bodies;
mod broken_letters;
mod circles;
#[cfg(target_os = "linux")]
mod closed_output;
mod cms;
mod commands;
mod complexity;
#[cfg(unix)]
mod concurrent_changes;
mod contradictions;
mod data;
mod dates;
#[cfg(feature = "preview")]
mod desk;
mod editing;
#[cfg(feature = "preview")]
mod editors;
mod edits;
mod entry_points;
#[cfg(target_os = "linux")]
mod errors;
mod escaping;
mod feeds;
mod fixes;
mod flat_text;
mod folder;
mod following_help;
mod formats;
#[cfg(target_os = "linux")]
mod full_disk;
mod fuzz;
mod gazette;
mod golden;
mod guide;
mod heading_anchors;
mod hostile;
mod hostile_names;
#[cfg(feature = "preview")]
mod http;
mod ids;
mod import;
mod incremental;
mod inputs;
#[cfg(unix)]
mod interrupted;
#[cfg(unix)]
mod kill;
mod limits;
mod link_forms;
mod links;
mod lists;
mod litter;
mod llms;
mod manifests;
mod markdown_pages;
mod messages;
mod misplaced;
mod mistakes;
#[cfg(target_os = "linux")]
mod mounts;
mod new_files;
#[cfg(unix)]
mod new_links;
mod no_letters;
mod output_folder;
mod parse_cache;
#[cfg(target_os = "linux")]
mod permissions;
mod pictures;
mod plain_texts;
#[cfg(feature = "preview")]
mod preview;
#[cfg(feature = "preview")]
mod preview_edits;
mod preview_server;
mod problem_groups;
mod progress;
mod proof;
mod publishing;
#[cfg(unix)]
mod random_sequences;
mod regulator;
mod repository_content;
#[cfg(target_os = "linux")]
mod resources;
mod rules;
mod same_bytes;
mod sarif;
mod schemas;
mod search;
#[cfg(feature = "search")]
mod second_nation;
mod separators;
#[cfg(feature = "preview")]
mod serve;
#[cfg(target_os = "linux")]
mod signals;
#[cfg(unix)]
mod site_links;
mod slips;
#[cfg(unix)]
mod staging_links;
#[cfg(unix)]
mod state_links;
#[cfg(target_os = "linux")]
mod state_owners;
mod supply_chain;
mod template_limits;
#[cfg(target_os = "linux")]
mod terminal;
mod text_fields;
mod theme_reference;
mod themes;
mod timings;
#[cfg(unix)]
mod umask;
#[cfg(unix)]
mod unchanged_files;
mod value_slips;
#[cfg(feature = "search")]
mod visible_text;
mod vocabulary;
#[cfg(feature = "search")]
mod welsh;
