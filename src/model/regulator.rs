//! Whose letters the site is about, as `[regulator]` of `site.toml` says.

use super::Counted;

/// Who writes the letters, to whom, and on what terms they are published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regulator {
    /// Its name: 'Ofsted'.
    pub name: String,
    /// Where it publishes.
    pub url: Option<String>,
    /// What is inspected: 'services for children'.
    pub service: Option<String>,
    /// Whom it writes to: 'council'.
    pub recipient: Option<Counted>,
    /// All of those, in words: 'councils with duties to children'.
    pub all_recipients: Option<String>,
    /// What it writes: 'letter'.
    pub letter: Option<Counted>,
    /// On what terms what it writes may be used.
    pub licence: Option<Licence>,
}

/// A licence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licence {
    /// Its name: 'Open Government Licence v3.0'.
    pub name: String,
    /// The name that programs know it by, as SPDX has it: 'OGL-UK-3.0'.
    pub id: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// What it allows and asks for: 'use the data for anything, and say where it is from'.
    pub terms: Option<String>,
    /// The sentence that it asks for.
    pub sentence: Option<LicenceSentence>,
}

/// A sentence with the name of the licence in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenceSentence {
    /// What stands before the name.
    pub before: String,
    /// What stands after it.
    pub after: String,
}
