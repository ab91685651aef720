//! The text of a page in Markdown, for people and programs that would rather read that than HTML.
//!
//! Made without templates: the engine escapes for HTML, and what a template forgot to escape for Markdown
//! would be markup in somebody's mouth.

mod authority;
mod body;
mod inert;
mod letter;
mod phrases;
mod text;
mod timeline;

pub(super) use body::body;
pub(super) use text::labelled;

use super::page_context::Scene;
use crate::plan::TwinOf;

/// Whether the text of a letter in Markdown is that of a draft.
pub(crate) fn is_of_draft(text: &[u8]) -> bool {
    letter::is_of_draft(text)
}

/// The text of a page.
pub(super) fn twin(scene: &Scene<'_>, of: TwinOf) -> String {
    match of {
        TwinOf::Authority(id) => authority::authority(scene, id),
        TwinOf::Letter(id) => letter::letter(scene, id),
    }
}
