//! A topic's file.

use std::sync::Arc;

use super::fields::{Aliases, Fields};
use super::front_matter::Read;
use super::raw::RawTopic;
use super::{At, FrontMatter, front_matter, markdown};
use crate::diagnostics::{Diagnostic, SourceText};
use crate::model::{Slug, Topic, Vocabulary};

/// Reads a topic.
pub(super) fn topic(
    source: &Arc<SourceText>,
    slug: Slug,
    vocabulary: &Vocabulary,
    problems: &mut Vec<Diagnostic>,
) -> Option<Topic> {
    let read = front_matter::read::<RawTopic>(source, FrontMatter::Topic, problems)?;
    let Read { raw, body, refused } = read;
    let RawTopic { title, group, aliases, checked } = raw;
    let mut fields = Fields { source, problems, refused: &refused, vocabulary };
    let Aliases { names, old_urls } = fields.aliases(At::Root.key("aliases"), aliases);
    Some(Topic {
        slug,
        title: fields.required_text(At::Root.key("title"), title),
        group: fields.required_word(At::Root.key("group"), group),
        other_names: names,
        old_urls,
        checked: fields.texts(checked),
        body: markdown::prose(source, body, []),
        source: Arc::clone(source),
    })
}
