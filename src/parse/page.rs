//! A plain page's file.

use std::sync::Arc;

use super::fields::Fields;
use super::front_matter::Read;
use super::raw::RawPage;
use super::{At, FrontMatter, front_matter, markdown};
use crate::diagnostics::{Diagnostic, SourceText};
use crate::model::{Page, Slug, Vocabulary};

/// Reads a page.
pub(super) fn page(
    source: &Arc<SourceText>,
    file_slug: Slug,
    vocabulary: &Vocabulary,
    problems: &mut Vec<Diagnostic>,
) -> Option<Page> {
    let read = front_matter::read::<RawPage>(source, FrontMatter::Page, problems)?;
    let Read { raw, body, refused } = read;
    let RawPage { title, menu, collection, slug, aliases, checked } = raw;
    let mut fields = Fields { source, problems, refused: &refused, vocabulary };
    Some(Page {
        slug: fields.slug(At::Root.key("slug"), slug).unwrap_or(file_slug),
        title: fields.required_text(At::Root.key("title"), title),
        menu,
        tells_of_collection: collection.unwrap_or(false),
        old_urls: fields.old_urls(At::Root.key("aliases"), aliases),
        checked: fields.texts(checked),
        body: markdown::prose(source, body, []),
        source: Arc::clone(source),
    })
}
