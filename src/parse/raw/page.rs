//! The front matter of a plain page.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::parse::schema::values::{OldUrl, SlugText};

/// The front matter of a plain page, such as the one about the site.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[schemars(title = "Page")]
#[serde(deny_unknown_fields, expecting = "a group of the keys `title`, `menu` and `aliases`")]
pub(in crate::parse) struct RawPage {
    /// The heading of the page: `About this site`.
    #[schemars(required)]
    pub(in crate::parse) title: Option<String>,
    /// The place of the page in the site's menu: `1` comes first. Without it the page is not there.
    pub(in crate::parse) menu: Option<i64>,
    /// Whether the page says, below its heading, how many letters of which kind the site has.
    pub(in crate::parse) collection: Option<bool>,
    /// The last part of the page's address, where it is not to be the name of the file: `about-us`.
    #[schemars(with = "Option<SlugText>")]
    pub(in crate::parse) slug: Option<String>,
    /// Old addresses on this site that should lead here, from their first slash on: `/about-us/`.
    #[schemars(with = "Option<Vec<OldUrl>>")]
    pub(in crate::parse) aliases: Option<Vec<String>>,
    /// Warnings that somebody has looked at and found to be no mistake, each by its name: `late-letter`.
    #[schemars(extend("uniqueItems" = true))]
    pub(in crate::parse) checked: Option<Vec<String>>,
}
