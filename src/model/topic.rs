//! What findings are about.

use std::sync::Arc;

use super::{Prose, Slug, TopicGroupId};
use crate::diagnostics::SourceText;

/// A topic of the findings index.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    /// The name of its file and of its URL.
    pub slug: Slug,
    /// 'Management oversight'.
    pub title: String,
    /// The group that it is listed in.
    pub group: TopicGroupId,
    /// Words that letters use for it.
    pub other_names: Vec<String>,
    /// URLs that lead here too.
    pub old_urls: Vec<String>,
    /// Warnings that an editor has looked at and found to be no mistake, by their names.
    pub checked: Vec<String>,
    /// What findings under it are about.
    pub body: Prose,
    /// The file it was read from.
    pub source: Arc<SourceText>,
}
