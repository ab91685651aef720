//! What is kept for one output folder, and by which names.

/// The folder that it is kept in.
pub(super) const STATE_FOLDER: &str = ".letterpress";

/// The new site in the staging folder.
pub(super) const NEW: &str = "site";

/// Where the old one waits there, if two folders cannot be exchanged in one step.
pub(super) const ASIDE: &str = "old";

/// The list of what is in the new one.
pub(super) const MANIFEST: &str = "manifest";

/// What is kept there for one output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Item {
    Lock,
    /// The list of what was published last.
    Manifest,
    /// The list that is about to follow it. If a run is stopped between putting the site in its place and saying so,
    /// this one has what is there.
    NextManifest,
    Note,
    MadeOf,
    Parsed,
    /// A file that is made to see what rights new ones have, and taken away at once.
    Probe,
    /// The folder that a site is made in.
    Staging,
}

/// What something must be, to be of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
}

impl Item {
    pub(super) const ALL: [Item; 8] = [
        Item::Lock,
        Item::Manifest,
        Item::NextManifest,
        Item::Note,
        Item::MadeOf,
        Item::Parsed,
        Item::Probe,
        Item::Staging,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Item::Lock => "lock",
            Item::Manifest => "manifest",
            Item::NextManifest => "next-manifest",
            Item::Note => "note",
            Item::MadeOf => "made-of",
            Item::Parsed => "parsed",
            Item::Probe => "probe",
            Item::Staging => "staging",
        }
    }

    pub(super) fn kind(self) -> Kind {
        if self == Item::Staging { Kind::Folder } else { Kind::File }
    }

    pub(super) fn is_list(self) -> bool {
        matches!(self, Item::Manifest | Item::NextManifest)
    }

    /// Whether a build can do without what stands there. Of the lock nothing is believed.
    pub(super) fn may_be_lost(self) -> bool {
        match self {
            Item::Lock | Item::Note | Item::MadeOf | Item::Parsed | Item::Probe => true,
            Item::Manifest | Item::NextManifest | Item::Staging => false,
        }
    }
}
