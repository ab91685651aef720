//! The front matter of a topic.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::TopicGroupId;
use crate::parse::schema::values::{NameOrOldUrl, Word};

/// The front matter of a topic: what findings are about.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[schemars(title = "Topic")]
#[serde(deny_unknown_fields, expecting = "a group of the keys `title`, `group` and `aliases`")]
pub(in crate::parse) struct RawTopic {
    /// The name of the topic: `Management oversight`.
    #[schemars(required)]
    pub(in crate::parse) title: Option<String>,
    /// The group that it is listed in.
    #[schemars(with = "Word<TopicGroupId>")]
    pub(in crate::parse) group: Option<String>,
    /// Words that letters use for it, such as `management grip`; and old addresses on this site that
    /// should lead here, from their first slash on, such as `/findings/oversight/`.
    #[schemars(with = "Option<Vec<NameOrOldUrl>>")]
    pub(in crate::parse) aliases: Option<Vec<String>>,
    /// Warnings that somebody has looked at and found to be no mistake, each by its name: `late-letter`.
    #[schemars(extend("uniqueItems" = true))]
    pub(in crate::parse) checked: Option<Vec<String>>,
}
