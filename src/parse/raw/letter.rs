//! The front matter of a letter: one visit, and what was found.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{OneOrMore, Pairs, RawDate};
use crate::model::{Better, Letter, LetterKindId, LevelId, NationalFrameworkId, PolarityId, Unit};
use crate::parse::schema::values::{
    AuthoritySlug, FindingId, FindingOfLetter, LetterSource, OfSet, OldUrl, PageNumbers, Points,
    Quotations, SlugText, TopicSlug, Word,
};

/// The front matter of a letter: one visit, and what inspectors found.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[schemars(title = "Letter")]
#[serde(deny_unknown_fields, expecting = "a group of keys such as `kind` and `dated`")]
pub(in crate::parse) struct RawLetter {
    /// What kind of visit the letter is about.
    #[schemars(with = "Word<LetterKindId>")]
    pub(in crate::parse) kind: Option<String>,
    /// The number of the visit in its cycle, as the letter states it: `6`. Leave it out where the
    /// letter states none.
    #[schemars(range(min = 1, max = Letter::MOST_VISITS))]
    pub(in crate::parse) visit: Option<u32>,
    /// The days of the visit: `2018-01-23/2018-01-24`.
    #[schemars(required)]
    pub(in crate::parse) on_site: Option<RawDate>,
    /// The date printed on the letter: `2018-02-15`.
    #[schemars(required)]
    pub(in crate::parse) dated: Option<RawDate>,
    /// The date that the letter prints, where that is wrong and `dated` is right.
    pub(in crate::parse) printed: Option<RawDate>,
    /// When the letter was published.
    pub(in crate::parse) published: Option<RawDate>,
    /// The address of the letter on the regulator's site; `none` where no public copy is known.
    #[schemars(with = "Option<LetterSource>")]
    pub(in crate::parse) source: Option<String>,
    /// The office that the letter is to, as printed and without a name: `Director of Children's Services`.
    pub(in crate::parse) addressed_to: Option<String>,
    /// The authorities that the letter was sent to, each by the name of its folder. Leave it out where
    /// that is only the authority in whose folder the letter is.
    #[schemars(with = "Option<Vec<AuthoritySlug>>", extend("uniqueItems" = true))]
    pub(in crate::parse) authorities: Option<Vec<String>>,
    /// Who visited.
    pub(in crate::parse) inspectors: Option<Vec<RawInspector>>,
    /// The areas of the services that inspectors looked at, as printed: `early help`.
    pub(in crate::parse) areas: Option<Vec<String>>,
    /// What inspectors read and whom they spoke to, as printed: `interviews with staff`.
    pub(in crate::parse) evidence: Option<Vec<String>>,
    /// How the letter puts the progress made.
    pub(in crate::parse) progress: Option<RawProgress>,
    /// What inspectors found, one claim each, in the letter's order.
    pub(in crate::parse) findings: Option<Vec<RawFinding>>,
    /// Figures, as the letter states them. Most letters have none.
    pub(in crate::parse) measures: Option<Vec<RawMeasure>>,
    /// Short quotations, exactly as printed.
    pub(in crate::parse) quotes: Option<Vec<RawQuote>>,
    /// Whether the letter is kept out of the site for now.
    pub(in crate::parse) draft: Option<bool>,
    /// Whether its findings are suggestions of `letterpress import`, in the letter's own words. Rewrite them, look at their
    /// polarities and topics, and take this out; `suggested: false` in a finding says that this one is done.
    pub(in crate::parse) suggested: Option<bool>,
    /// The last part of the page's address, where it is not to be the name of the file: `visit-6`.
    #[schemars(with = "Option<SlugText>")]
    pub(in crate::parse) slug: Option<String>,
    /// Old addresses on this site that should lead here, from their first slash on:
    /// `/sunderland/visit-6/`.
    #[schemars(with = "Option<Vec<OldUrl>>")]
    pub(in crate::parse) aliases: Option<Vec<String>>,
    /// Warnings that somebody has looked at and found to be no mistake, each by its name: `late-letter`.
    #[schemars(extend("uniqueItems" = true))]
    pub(in crate::parse) checked: Option<Vec<String>>,
}

/// Somebody who visited.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `name`, `role` and `lead`")]
pub(in crate::parse) struct RawInspector {
    /// The name, as printed: `Fiona Millns`.
    #[schemars(required)]
    pub(in crate::parse) name: Option<String>,
    /// The title, as printed: `Ofsted Inspector`.
    pub(in crate::parse) role: Option<String>,
    /// Whether this inspector led the visit.
    pub(in crate::parse) lead: Option<bool>,
}

/// How a letter puts the progress made.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `words` and `level`")]
pub(in crate::parse) struct RawProgress {
    /// The letter's own words, exactly as printed: `making steady progress in improving services`.
    #[schemars(required, extend("x-long" = true))]
    pub(in crate::parse) words: Option<String>,
    /// What the words come to. It is used to find letters, and never shown as a trend.
    #[schemars(with = "Option<Word<LevelId>>")]
    pub(in crate::parse) level: Option<String>,
}

/// One claim of a letter.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `polarity`, `topics` and `text`")]
pub(in crate::parse) struct RawFinding {
    /// The end of the finding's own address, unique in the letter: `thresholds-understood`. Choose it
    /// once, or leave it out.
    #[schemars(with = "Option<FindingId>")]
    pub(in crate::parse) id: Option<String>,
    /// The claim in six to ten words, for lists: `Most care leavers have a good adviser`.
    pub(in crate::parse) title: Option<String>,
    /// Whether it is one of the letter's few key findings.
    pub(in crate::parse) key: Option<bool>,
    /// Whether the letter calls it a strength, an improvement, not yet good enough, or truly both.
    #[schemars(with = "Word<PolarityId>")]
    pub(in crate::parse) polarity: Option<String>,
    /// What the finding is about, the main topic first: `thresholds`. Each is the name of a file in
    /// `content/topics`, without `.md`.
    #[schemars(with = "Vec<TopicSlug>", length(min = 1))]
    pub(in crate::parse) topics: Option<Vec<String>>,
    /// The claim, in a sentence or two of your own. Links and emphasis in Markdown are possible.
    #[schemars(required, extend("x-long" = true))]
    pub(in crate::parse) text: Option<String>,
    /// The letter's own words that carry the claim, as printed and short; `…` stands for what is left out. Several
    /// quotations are a list.
    #[schemars(with = "Option<Quotations>")]
    pub(in crate::parse) words: Option<OneOrMore<String>>,
    /// The page of the letter that the words are on; a list where several quotations are on several pages.
    #[schemars(with = "Option<PageNumbers>")]
    pub(in crate::parse) page: Option<OneOrMore<u32>>,
    /// Who the finding is about, where that is not the authority: `Together for Children`.
    pub(in crate::parse) subject: Option<String>,
    /// A finding of an earlier letter to the authority that this one takes up: `2016-09-02-visit-1#plans-late`.
    #[schemars(with = "Option<FindingOfLetter>")]
    pub(in crate::parse) follows: Option<String>,
    /// The parts of the national framework for children's social care that the letter says it belongs to: `outcome-3`.
    #[schemars(with = "Option<Vec<Word<NationalFrameworkId>>>", extend("uniqueItems" = true))]
    pub(in crate::parse) national_framework: Option<Vec<String>>,
    /// Ids that the finding had before, which still lead to it: `thresholds-known`.
    #[schemars(with = "Option<Vec<FindingId>>", extend("uniqueItems" = true))]
    pub(in crate::parse) aliases: Option<Vec<String>>,
    /// Whether the finding is a suggestion of `letterpress import`, in the letter's own words. Rewrite it, look at its
    /// polarity and topics, and take this out. Without it, the letter says so for all.
    pub(in crate::parse) suggested: Option<bool>,
}

/// A figure that the letter states, with the dates it is stated for.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a group of keys such as `id`, `label` and `points`")]
pub(in crate::parse) struct RawMeasure {
    /// What joins this figure with those of the authority's other letters into one series:
    /// `early-help-open-cases`.
    #[schemars(with = "SlugText")]
    pub(in crate::parse) id: Option<String>,
    /// What is counted: `Early help cases open`.
    #[schemars(required)]
    pub(in crate::parse) label: Option<String>,
    /// The topic that the figure belongs to: `early-help`.
    #[schemars(with = "Option<TopicSlug>")]
    pub(in crate::parse) topic: Option<String>,
    /// Whether the values are numbers or percentages. Without it they are numbers.
    #[schemars(with = "Option<OfSet<Unit>>")]
    pub(in crate::parse) unit: Option<String>,
    /// Which way is better. Without it neither is.
    #[schemars(with = "Option<OfSet<Better>>")]
    pub(in crate::parse) better: Option<String>,
    /// Each date with its value: `2017-04: 252`.
    #[schemars(with = "Option<Points>")]
    pub(in crate::parse) points: Option<Pairs<f64>>,
}

/// What somebody said, exactly as printed.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `words` and `speaker`")]
pub(in crate::parse) struct RawQuote {
    /// The words, without quotation marks around them.
    #[schemars(required, extend("x-long" = true))]
    pub(in crate::parse) words: Option<String>,
    /// Who said them: `a parent`.
    pub(in crate::parse) speaker: Option<String>,
}
