//! What findings are about.

use std::sync::Arc;

use super::vocabulary::vocabulary;
use super::{Prose, Slug};
use crate::diagnostics::SourceText;

/// A topic of the findings index.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    /// The name of its file and of its URL.
    pub slug: Slug,
    /// 'Management oversight'.
    pub title: String,
    /// Which of the six groups it belongs to.
    pub group: TopicGroup,
    /// Words that letters use for it.
    pub other_names: Vec<String>,
    /// URLs that lead here too.
    pub old_urls: Vec<String>,
    /// What findings under it are about.
    pub body: Prose,
    /// The file it was read from.
    pub source: Arc<SourceText>,
}

vocabulary! {
    /// The groups that topics are listed in.
    pub enum TopicGroup, "group of topics", UNKNOWN_GROUP {
        /// How children come to a service.
        Access = "Access", "Access";
        /// How staff work with children and families.
        Practice = "Practice", "Practice";
        /// How children are kept safe.
        Risk = "Risk", "Risk";
        /// Children in care and young people leaving it.
        InCareAndLeavingCare = "In care and leaving care", "In care and leaving care";
        /// Children with needs in common.
        Groups = "Groups", "Groups";
        /// How services are led and run.
        System = "System", "System";
    }
}
