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
pub(super) enum StateItem {
    Lock,
    /// The list of what was published last.
    Manifest,
    /// The list that is about to follow it. If a run is stopped between putting the site in its place and saying so,
    /// this one has what is there.
    NextManifest,
    Note,
    MadeOf,
    Parsed,
    /// A file that is made to see what permissions new ones have, and taken away at once.
    Probe,
    /// The folder that a site is made in.
    Staging,
}

/// What something must be, to be of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ItemKind {
    File,
    Folder,
}

impl StateItem {
    pub(super) const ALL: [StateItem; 8] = [
        StateItem::Lock,
        StateItem::Manifest,
        StateItem::NextManifest,
        StateItem::Note,
        StateItem::MadeOf,
        StateItem::Parsed,
        StateItem::Probe,
        StateItem::Staging,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            StateItem::Lock => "lock",
            StateItem::Manifest => "manifest",
            StateItem::NextManifest => "next-manifest",
            StateItem::Note => "note",
            StateItem::MadeOf => "made-of",
            StateItem::Parsed => "parsed",
            StateItem::Probe => "probe",
            StateItem::Staging => "staging",
        }
    }

    pub(super) fn kind(self) -> ItemKind {
        if self == StateItem::Staging { ItemKind::Folder } else { ItemKind::File }
    }

    pub(super) fn is_list(self) -> bool {
        matches!(self, StateItem::Manifest | StateItem::NextManifest)
    }

    /// Whether a build can do without what stands there. Of the lock nothing is believed.
    pub(super) fn may_be_lost(self) -> bool {
        match self {
            StateItem::Lock
            | StateItem::Note
            | StateItem::MadeOf
            | StateItem::Parsed
            | StateItem::Probe => true,
            StateItem::Manifest | StateItem::NextManifest | StateItem::Staging => false,
        }
    }
}
