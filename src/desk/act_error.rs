//! Why nothing can come of what an editor does.

/// Why nothing can come of it, whatever the file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum ActError {
    #[error("there is no such field")]
    NoField,
    #[error("there is no such finding")]
    NoFinding,
    #[error("the letter has no such words")]
    NoWords,
    #[error("the words are one sentence: mark a part of them to split there")]
    OneSentence,
    #[error("there is no finding behind it to join")]
    NoNext,
}
