//! The entry points that a text of somebody else comes in by: what must hold there, whatever the text is.
//!
//! `tests/suite/fuzz.rs` gives them random texts in each run of the tests. `tests/fuzz` is a crate of its own, with
//! which `.ci/fuzz` lets a fuzzer look for texts that lead to places where none has led before.

mod content;
mod incremental;
pub(crate) mod oracle;
mod plain;
mod publishing;
mod settings;
pub(crate) mod writers;

pub(crate) use incremental::FACTS;
pub(crate) use plain::is_plain;

/// A entry_point: its name, and what fails where something does not hold.
pub(crate) type Door = (&'static str, fn(&str));

/// All of them.
pub(crate) const ENTRY_POINTS: [Door; 11] = [
    ("dates", plain::date),
    ("slugs", plain::slug),
    ("front_matter", content::front_matter),
    ("markdown", content::markdown),
    ("paths", content::paths),
    ("writers", writers::writers),
    ("manifest", publishing::manifest),
    ("site_toml", settings::site_toml),
    ("theme_toml", settings::theme_toml),
    ("vocabulary", settings::vocabulary),
    ("messages", settings::messages),
];
