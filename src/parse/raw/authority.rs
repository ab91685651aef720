//! The front matter of an authority: who they are, how they were inspected.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Pairs, RawDate, RawProgress};
use crate::model::{FrameworkId, GradeId, Letter, RegionId};
use crate::parse::schema::values::{
    AuthoritySlug, GssCode, Judgements, LaCode, NameOrOldUrl, OfstedUrn, SlugText, WebAddress, Word,
};

/// The front matter of `authority.md`: who an authority is, and how it was inspected.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[schemars(title = "Authority")]
#[serde(deny_unknown_fields, expecting = "a group of keys such as `name` and `region`")]
pub(in crate::parse) struct RawAuthority {
    /// The short name, as pages show it: `Sunderland`.
    #[schemars(required)]
    pub(in crate::parse) name: Option<String>,
    /// The name in full: `Sunderland City Council`.
    pub(in crate::parse) formal_name: Option<String>,
    /// Other names that letters and searches use, such as `City of Sunderland`; and old addresses on
    /// this site that should lead here, from their first slash on, such as `/sunderland/`.
    #[schemars(with = "Option<Vec<NameOrOldUrl>>")]
    pub(in crate::parse) aliases: Option<Vec<String>>,
    /// The code of the Office for National Statistics: `E08000024`.
    #[schemars(title = "GSS code", with = "Option<GssCode>")]
    pub(in crate::parse) gss_code: Option<String>,
    /// Codes of the Office for National Statistics that the authority had before.
    #[schemars(title = "Former GSS codes", with = "Option<Vec<GssCode>>")]
    pub(in crate::parse) former_gss_codes: Option<Vec<String>>,
    /// The number of the Department for Education: `394`.
    #[schemars(title = "LA code", with = "Option<LaCode>")]
    pub(in crate::parse) la_code: Option<String>,
    /// The number that Ofsted gives the authority: `80557`.
    #[schemars(title = "Ofsted URN", with = "Option<OfstedUrn>")]
    pub(in crate::parse) ofsted_urn: Option<String>,
    /// The region that it is in.
    #[schemars(with = "Option<Word<RegionId>>")]
    pub(in crate::parse) region: Option<String>,
    /// Trusts and companies that run the services for the authority, or ran them.
    pub(in crate::parse) delivery: Option<Vec<RawDelivery>>,
    /// The authorities that this one replaced, each by the name of its folder.
    #[schemars(with = "Option<Vec<AuthoritySlug>>")]
    pub(in crate::parse) predecessors: Option<Vec<String>>,
    /// The authorities that replaced this one, each by the name of its folder.
    #[schemars(with = "Option<Vec<AuthoritySlug>>")]
    pub(in crate::parse) successors: Option<Vec<String>>,
    /// The authorities that the Department for Education compares this one with, nearest first, each by the name of the
    /// folder that it has or would have.
    // In their order, and some not on this site: no choice among those that are.
    #[schemars(with = "Option<Vec<SlugText>>")]
    pub(in crate::parse) statistical_neighbours: Option<Vec<String>>,
    /// Inspections. Each opens or closes a cycle of monitoring visits.
    pub(in crate::parse) inspections: Option<Vec<RawInspection>>,
    /// Visits that are known to have happened, and whose letter is not here.
    pub(in crate::parse) visits: Option<Vec<RawVisit>>,
    /// Other things that happened, for the timeline.
    pub(in crate::parse) events: Option<Vec<RawEvent>>,
    /// Warnings that somebody has looked at and found to be no mistake, each by its name: `late-letter`.
    #[schemars(extend("uniqueItems" = true))]
    pub(in crate::parse) checked: Option<Vec<String>>,
}

/// A trust or company that runs services for an authority.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `name`, `from` and `to`")]
pub(in crate::parse) struct RawDelivery {
    /// Its name: `Together for Children`.
    #[schemars(required)]
    pub(in crate::parse) name: Option<String>,
    /// The short form of the name: `TfC`.
    pub(in crate::parse) short_name: Option<String>,
    /// When it began: `2017-04`.
    #[schemars(required)]
    pub(in crate::parse) from: Option<RawDate>,
    /// When it ended. Leave it out while it goes on.
    pub(in crate::parse) to: Option<RawDate>,
}

/// An inspection. It needs a date: `on_site`, `published` or both.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("anyOf" = [{"required": ["on_site"]}, {"required": ["published"]}]))]
#[serde(deny_unknown_fields, expecting = "a group of keys such as `published` and `overall`")]
pub(in crate::parse) struct RawInspection {
    /// When the inspectors were there: `2015-05-11/2015-06-04`.
    pub(in crate::parse) on_site: Option<RawDate>,
    /// When the report was published: `2015-07-20`.
    pub(in crate::parse) published: Option<RawDate>,
    /// The framework that the inspection followed.
    #[schemars(with = "Option<Word<FrameworkId>>")]
    pub(in crate::parse) framework: Option<String>,
    /// The grade overall. Leave it out where none was given.
    #[schemars(with = "Option<Word<GradeId>>")]
    pub(in crate::parse) overall: Option<String>,
    /// The grade of each area that was judged.
    #[schemars(with = "Option<Judgements>")]
    pub(in crate::parse) judgements: Option<Pairs<String>>,
    /// Who led it, as the report prints the names.
    pub(in crate::parse) lead_inspectors: Option<Vec<String>>,
    /// What needs to improve, as the report lists it.
    pub(in crate::parse) needs_to_improve: Option<Vec<String>>,
    /// Whether monitoring visits follow, where its grades alone do not tell: `false` where one area is inadequate and the
    /// authority is not monitored.
    pub(in crate::parse) monitored: Option<bool>,
    /// The address of the report on the regulator's site.
    #[schemars(with = "Option<WebAddress>")]
    pub(in crate::parse) source: Option<String>,
}

/// A visit that is known, and whose letter is not here. It needs a date: `on_site`, `published` or
/// both.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("anyOf" = [{"required": ["on_site"]}, {"required": ["published"]}]))]
#[serde(deny_unknown_fields, expecting = "a group of keys such as `visit` and `on_site`")]
pub(in crate::parse) struct RawVisit {
    /// The number of the visit in its cycle: `3`.
    #[schemars(range(min = 1, max = Letter::MOST_VISITS))]
    pub(in crate::parse) visit: Option<u32>,
    /// When the inspectors were there: `2017-06`.
    pub(in crate::parse) on_site: Option<RawDate>,
    /// When the letter was published.
    pub(in crate::parse) published: Option<RawDate>,
    /// The areas of the services that inspectors looked at.
    pub(in crate::parse) areas: Option<Vec<String>>,
    /// How the letter puts the progress.
    pub(in crate::parse) progress: Option<RawProgress>,
    /// What is known of the visit, and from where.
    #[schemars(extend("x-long" = true))]
    pub(in crate::parse) note: Option<String>,
    /// The address of the page that tells of it.
    #[schemars(with = "Option<WebAddress>")]
    pub(in crate::parse) source: Option<String>,
}

/// Something that happened, for the timeline.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `date` and `text`")]
pub(in crate::parse) struct RawEvent {
    /// When it happened: `2017-23` for autumn 2017.
    #[schemars(required)]
    pub(in crate::parse) date: Option<RawDate>,
    /// What happened, in a sentence: `Early help strategy launched.`
    #[schemars(required, extend("x-long" = true))]
    pub(in crate::parse) text: Option<String>,
    /// The letter that states it, by the name of its file without `.md`: `2018-02-15-visit-6`.
    #[schemars(with = "Option<SlugText>")]
    pub(in crate::parse) letter: Option<String>,
    /// The address of the page that states it.
    #[schemars(with = "Option<WebAddress>")]
    pub(in crate::parse) source: Option<String>,
}
