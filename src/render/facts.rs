//! The facts on a letter and on an authority, each under its label: said once, for the themes' pages and for those in
//! Markdown.

use std::borrow::Cow;
use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::page_context::Scene;
use super::regulator::capitalised;
use super::views::counts::kinds_in_words;
use crate::index::PolarityCounts;
use crate::model::{Authority, AuthorityId, Date, Delivery, Inspector, Letter, LetterId, Settings};
use crate::plan::Route;

/// A fact: what it is about, and what there is to say.
#[derive(Debug)]
pub(super) struct Fact {
    pub(super) key: FactKey,
    pub(super) label: Cow<'static, str>,
    pub(super) form: Form,
    pub(super) values: Vec<FactValue>,
}

/// Which fact it is, for whoever leaves one out or shows it elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum FactKey {
    Authorities,
    OnSite,
    Dated,
    Published,
    Areas,
    Inspectors,
    Evidence,
    Source,
    Judgement,
    LatestLetter,
    DeliveredBy,
    Replaced,
    ReplacedBy,
    Region,
    Coverage,
    Findings,
    DeliveredBefore,
    FormalName,
    OtherNames,
    GssCode,
    LaCode,
}

/// How a fact is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Its values stand on one line.
    Line,
    /// Each value is a text of some length, on a line of its own.
    List,
    /// One line, of use to few: a name, a code, or what was before.
    Detail,
}

/// One value of a fact, and what is said of it after it, piece by piece.
#[derive(Debug)]
pub(super) struct FactValue {
    pub(super) words: Piece,
    pub(super) note: Vec<Piece>,
}

/// A part of what is said.
#[derive(Debug)]
pub(super) enum Piece {
    Text(String),
    Date(Date),
    Page { title: String, route: Route },
    Elsewhere { title: &'static str, url: String },
}

impl<T: Into<String>> From<T> for Piece {
    fn from(text: T) -> Self {
        Piece::Text(text.into())
    }
}

impl From<&Date> for Piece {
    fn from(date: &Date) -> Self {
        Piece::Date(date.clone())
    }
}

impl From<&Authority> for Piece {
    fn from(authority: &Authority) -> Self {
        Piece::Page { title: authority.name.clone(), route: Route::authority(authority) }
    }
}

impl<T: Into<Piece>> From<T> for FactValue {
    fn from(words: T) -> Self {
        FactValue { words: words.into(), note: Vec::new() }
    }
}

impl FactValue {
    /// Says something of it in brackets, where there is something to say.
    fn in_brackets(mut self, note: impl IntoIterator<Item = Piece>) -> Self {
        self.note.extend(note);
        if !self.note.is_empty() {
            self.note.insert(0, "(".into());
            self.note.push(")".into());
        }
        self
    }
}

impl Fact {
    fn new<T: Into<FactValue>>(
        key: FactKey,
        label: impl Into<Cow<'static, str>>,
        values: impl IntoIterator<Item = T>,
    ) -> Self {
        let values = values.into_iter().map(T::into).collect();
        Fact { key, label: label.into(), form: Form::Line, values }
    }

    fn in_form(self, form: Form) -> Self {
        Fact { form, ..self }
    }
}

/// The facts on a letter, in the order in which they are shown; none without a value.
pub(super) fn of_letter(scene: &Scene<'_>, id: LetterId) -> Vec<Fact> {
    let letter = scene.archive.letter(id);
    let sent_to = scene.indexes.sent_to[id.0].iter().map(|&id| scene.archive.authority(id));
    let authorities = if sent_to.len() == 1 { "Authority" } else { "Authorities" };
    let inspectors = if letter.inspectors.len() == 1 { "Inspector" } else { "Inspectors" };
    let source = letter
        .url
        .iter()
        .map(|url| Piece::Elsewhere { title: "The letter itself", url: url.clone() });
    known([
        Fact::new(FactKey::Authorities, authorities, sent_to),
        Fact::new(FactKey::OnSite, "On site", [&letter.on_site]),
        Fact::new(FactKey::Dated, "Letter dated", [dated(letter)]),
        Fact::new(FactKey::Published, "Published", &letter.published),
        Fact::new(FactKey::Areas, "Areas covered", &letter.areas).in_form(Form::List),
        Fact::new(FactKey::Inspectors, inspectors, letter.inspectors.iter().map(inspector))
            .in_form(Form::List),
        Fact::new(FactKey::Evidence, "Evidence", &letter.evidence).in_form(Form::List),
        Fact::new(FactKey::Source, "Source", source),
    ])
}

/// The facts on an authority, in the order in which they are shown; none without a value.
pub(super) fn of_authority(scene: &Scene<'_>, id: AuthorityId) -> Vec<Fact> {
    let authority = scene.archive.authority(id);
    let index = scene.indexes.authority(id);
    let links = |ids: &BTreeSet<AuthorityId>| -> Vec<Piece> {
        ids.iter().map(|&id| scene.archive.authority(id).into()).collect()
    };
    let (past, present): (Vec<_>, Vec<_>) =
        authority.delivery.iter().partition(|delivery| delivery.to.is_some());
    let delivered_by = |delivery| Fact::new(FactKey::DeliveredBy, "Delivered by", [delivery]);
    let before = |delivery| {
        Fact::new(FactKey::DeliveredBefore, "Delivered before by", [delivery]).in_form(Form::Detail)
    };
    let counts = scene.indexes.counts_of_authority(scene.archive, id);
    let findings = (counts.total() > 0).then(|| kinds_in_words(&scene.archive.vocabulary, counts));
    let mut facts = vec![
        Fact::new(FactKey::Judgement, "Judgement", latest_judgement(scene, authority)),
        Fact::new(FactKey::LatestLetter, "Latest letter", latest_letter(scene, id)),
    ];
    facts.extend(present.into_iter().map(delivery).map(delivered_by));
    facts.extend([
        Fact::new(FactKey::Replaced, "Replaced", links(&index.predecessors)),
        Fact::new(FactKey::ReplacedBy, "Replaced by", links(&index.successors)),
        Fact::new(
            FactKey::Region,
            "Region",
            authority.region.map(|it| scene.archive.vocabulary.label(it)),
        ),
        Fact::new(FactKey::Coverage, "Coverage", [coverage(scene, id, counts)]),
        Fact::new(FactKey::Findings, "Findings", findings),
    ]);
    facts.extend(past.into_iter().map(delivery).map(before));
    facts.extend([
        Fact::new(FactKey::FormalName, formal_name(scene.settings), &authority.formal_name)
            .in_form(Form::Detail),
        Fact::new(FactKey::OtherNames, "Also called", &authority.other_names).in_form(Form::Detail),
        Fact::new(FactKey::GssCode, "ONS code", gss_code(authority)).in_form(Form::Detail),
        Fact::new(FactKey::LaCode, "Department for Education number", &authority.la_code)
            .in_form(Form::Detail),
    ]);
    known(facts)
}

/// What the name in full is of.
fn formal_name(settings: &Settings) -> Cow<'static, str> {
    let recipient = settings.regulator.as_ref().and_then(|it| it.recipient.as_ref());
    recipient.map_or("Full name".into(), |it| capitalised(&it.one).into())
}

fn known(facts: impl IntoIterator<Item = Fact>) -> Vec<Fact> {
    facts.into_iter().filter(|fact| !fact.values.is_empty()).collect()
}

fn dated(letter: &Letter) -> FactValue {
    let lag = letter.publication_lag().filter(|days| *days >= 0).map(|days| {
        let unit = if days == 1 { "day" } else { "days" };
        Piece::Text(format!("{days} {unit} after the visit"))
    });
    FactValue::from(&letter.dated).in_brackets(lag)
}

fn inspector(inspector: &Inspector) -> FactValue {
    let Inspector { name, role, lead } = inspector;
    let note = match (role, lead) {
        (Some(role), true) => Some(format!("{role}, lead")),
        (role, false) => role.clone(),
        (None, true) => Some("lead".to_owned()),
    };
    FactValue::from(name).in_brackets(note.map(Piece::Text))
}

/// The latest inspection's overall judgement, and when it was published, or was.
fn latest_judgement(scene: &Scene<'_>, authority: &Authority) -> Option<FactValue> {
    let latest = authority.latest_inspection()?;
    let overall =
        latest.overall.map_or("No overall grade", |it| scene.archive.vocabulary.label(it));
    let date = latest.published.as_ref().unwrap_or(&latest.date);
    Some(FactValue::from(overall).in_brackets([date.into()]))
}

/// What the progress came to by the latest letter, or which letter that is.
fn latest_letter(scene: &Scene<'_>, id: AuthorityId) -> Option<FactValue> {
    let letter = scene.archive.letter(*scene.indexes.authority(id).letters.last()?);
    let level = letter.progress.as_ref().and_then(|progress| progress.level);
    let vocabulary = &scene.archive.vocabulary;
    let words = level.map_or_else(|| letter.name(vocabulary), |it| vocabulary.label(it).to_owned());
    Some(FactValue::from(words).in_brackets([(&letter.on_site).into()]))
}

fn delivery(delivery: &Delivery) -> FactValue {
    let Delivery { name, short_name, from, to } = delivery;
    let short_name = short_name.as_ref().map(|it| Piece::Text(format!("{it}, ")));
    let (since, to) = match to {
        None => (Some("since ".into()), [None, None]),
        Some(to) => (None, [Some(" to ".into()), Some(to.into())]),
    };
    let note = short_name.into_iter().chain(since).chain([from.into()]);
    FactValue::from(name).in_brackets(note.chain(to.into_iter().flatten()))
}

/// How much of what is known to have been written is here.
fn coverage(scene: &Scene<'_>, id: AuthorityId, counts: PolarityCounts) -> FactValue {
    let index = scene.indexes.authority(id);
    let (letters, without) = (index.letters.len(), index.visits_without_letter());
    let words = match (letters, without) {
        (0, _) => return "No letter summarised yet".into(),
        (1, 0) => "1 letter".to_owned(),
        (_, 0) => format!("{letters} letters"),
        _ => format!("{letters} of {} known visits", letters + without),
    };
    let findings = if counts.total() == 1 { "finding" } else { "findings" };
    let note = format!("summarised, {} {findings}", counts.total());
    FactValue { words: words.into(), note: vec![note.into()] }
}

fn gss_code(authority: &Authority) -> Option<FactValue> {
    let former = &authority.former_gss_codes;
    let note = (!former.is_empty()).then(|| format!("before: {}", former.join(", ")).into());
    authority.gss_code.as_ref().map(|code| FactValue::from(code).in_brackets(note))
}
