//! Texts of the content, as pages have them.

use std::borrow::Cow;

use super::page_context::Scene;
use super::{markdown, markdown_page};
use crate::model::Prose;

impl Scene<'_> {
    /// A body as HTML.
    pub(super) fn prose(&self, file: &str, prose: &Prose) -> String {
        markdown::blocks(self, file, prose)
    }

    /// A body as HTML: the paragraph that it begins with, and the rest.
    pub(super) fn lead_and_rest(&self, file: &str, prose: &Prose) -> (String, String) {
        markdown::lead_and_rest(self, file, prose)
    }

    /// The first paragraph of a body, as HTML.
    pub(super) fn first_paragraph(&self, file: &str, prose: &Prose) -> String {
        markdown::first_paragraph(self, file, prose)
    }

    /// A text of front matter as HTML, without a block around it.
    pub(super) fn inline(&self, file: &str, text: &str) -> String {
        markdown::inline(self, file, text)
    }

    /// The same, not copied where it is the same in HTML, as most texts are.
    pub(super) fn inline_text<'t>(&self, file: &str, text: &'t str) -> Cow<'t, str> {
        markdown::simple(text).unwrap_or_else(|| self.inline(file, text).into())
    }

    /// The words of a text of front matter.
    pub(super) fn words(&self, file: &str, text: &str) -> String {
        markdown::words(self, file, text)
    }

    /// A body as Markdown that can be read away from its file.
    pub(super) fn markdown(&self, file: &str, prose: &Prose) -> String {
        markdown_page::body(self, file, prose)
    }
}
