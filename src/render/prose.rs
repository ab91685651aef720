//! Texts of the content, as pages have them.

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

    /// The paragraph that a body begins with, as HTML.
    pub(super) fn lead(&self, file: &str, prose: &Prose) -> String {
        markdown::lead(self, file, prose)
    }

    /// A text of front matter as HTML, without a block around it.
    pub(super) fn inline(&self, file: &str, text: &str) -> String {
        markdown::inline(self, file, text)
    }

    /// The same as a template's value. Most texts are the same in HTML, and need not be copied twice.
    pub(super) fn inline_value(&self, file: &str, text: &str) -> tera::Value {
        match markdown::simple(text) {
            Some(text) => (*text).into(),
            None => self.inline(file, text).into(),
        }
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
