//! What is known of a text when something is written into it.

use super::layout::{Child, Layout};
use super::writing::Manner;
use crate::parse::FieldType;

/// A file's text, and how its front matter is written.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'l> {
    pub(super) text: &'l str,
    /// Where the front matter ends.
    pub(super) end: usize,
    pub(super) root: &'l Layout,
    pub(super) field: FieldType,
    pub(super) manner: Manner,
}

/// A list or a group in it.
pub(super) struct List<'l> {
    pub(super) layout: &'l Layout,
    /// What it stands behind; nothing for the front matter as a whole.
    pub(super) holder: Option<&'l Child>,
    pub(super) field: FieldType,
}

impl List<'_> {
    /// Behind which entry a new key goes: the one that comes last before it, in the order in which editors write them.
    /// `None` where it goes before all.
    pub(super) fn entry_before(&self, key: &str) -> Option<usize> {
        let entries = &self.layout.children;
        let Some(own) = self.field.place_of(key) else { return entries.len().checked_sub(1) };
        let place = |index: usize| self.field.place_of(entries[index].key.as_deref()?);
        let before = (0..entries.len()).filter(|it| place(*it).is_some_and(|place| place < own));
        before.max_by_key(|it| place(*it))
    }
}
