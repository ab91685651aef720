//! The facts on a letter and on an authority, each under its label: said once, for the themes' pages and for those in
//! Markdown.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::fact_value::{FactValue, Piece, pieces};
use super::judgement::judgement;
use super::page_context::Scene;
use super::regulator;
use super::views::counts::kinds_in_words;
use super::views::parts::capital;
use crate::index::PolarityCounts;
use crate::model::{
    Authority, AuthorityId, Delivery, Inspector, Letter, LetterId, Message, PublicCopy,
};
use crate::plan::Route;

/// A fact: what it is about, and what there is to say.
#[derive(Debug)]
pub(super) struct Fact {
    pub(super) key: FactKey,
    pub(super) label: String,
    pub(super) form: Form,
    pub(super) values: Vec<FactValue>,
}

/// Which fact it is, for whoever leaves one out or shows it elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum FactKey {
    Authorities,
    AddressedTo,
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

impl Fact {
    fn new<T: Into<FactValue>>(
        key: FactKey,
        label: impl Into<String>,
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
    let counted = |message, count: usize| scene.say(message, &[("count", count.into())]);
    let authorities = counted(Message::fact_authorities, sent_to.len());
    let inspectors = counted(Message::fact_inspectors, letter.inspectors.len());
    let text = |message| scene.text(message);
    known([
        Fact::new(FactKey::Authorities, authorities, sent_to),
        Fact::new(FactKey::AddressedTo, text(Message::fact_addressed_to), &letter.addressed_to),
        Fact::new(FactKey::OnSite, text(Message::fact_on_site), [&letter.on_site]),
        Fact::new(FactKey::Dated, text(Message::fact_dated), [dated(scene, letter)]),
        Fact::new(FactKey::Published, text(Message::fact_published), &letter.published),
        Fact::new(FactKey::Areas, text(Message::fact_areas), &letter.areas).in_form(Form::List),
        Fact::new(
            FactKey::Inspectors,
            inspectors,
            letter.inspectors.iter().map(|it| inspector(scene, it)),
        )
        .in_form(Form::List),
        Fact::new(FactKey::Evidence, text(Message::fact_evidence), &letter.evidence)
            .in_form(Form::List),
        Fact::new(FactKey::Source, text(Message::source), [source(scene, letter)]),
    ])
}

/// Where a letter can be read as it was written.
fn source(scene: &Scene<'_>, letter: &Letter) -> FactValue {
    let to_copy = |title| letter.url().map(|url| Piece::Elsewhere { title, url: url.to_owned() });
    let itself = scene.text(Message::letter_itself).to_owned();
    if scene.settings.published_text(letter).is_some() {
        let text = Piece::Page { title: itself, route: Route::letter_text(letter) };
        return FactValue::from(text)
            .in_brackets(to_copy(scene.text(Message::published_copy_small).to_owned()));
    }
    let none = || scene.text(without_link(letter.public_copy.as_ref())).into();
    to_copy(itself).unwrap_or_else(none).into()
}

/// What is said of a letter that nothing leads to.
pub(super) fn without_link(copy: Option<&PublicCopy>) -> Message {
    match copy {
        Some(_) => Message::no_public_copy,
        None => Message::no_link_to_letter,
    }
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
    let text = |message| scene.text(message);
    let delivered_by =
        |delivery| Fact::new(FactKey::DeliveredBy, text(Message::fact_delivered_by), [delivery]);
    let before = |delivery| {
        Fact::new(FactKey::DeliveredBefore, text(Message::fact_delivered_before), [delivery])
            .in_form(Form::Detail)
    };
    let detail = |key, label, words: &Option<String>| {
        Fact::new(key, text(label), words).in_form(Form::Detail)
    };
    let counts = scene.indexes.counts_of_authority(scene.archive, id);
    let findings = (counts.total() > 0).then(|| kinds_in_words(scene, counts));
    let mut facts = vec![
        latest_judgement(scene, authority),
        Fact::new(FactKey::LatestLetter, text(Message::latest_letter), latest_letter(scene, id)),
    ];
    facts.extend(present.into_iter().map(|it| delivery(scene, it)).map(delivered_by));
    facts.extend([
        Fact::new(FactKey::Replaced, text(Message::fact_replaced), links(&index.predecessors)),
        Fact::new(FactKey::ReplacedBy, text(Message::fact_replaced_by), links(&index.successors)),
        Fact::new(
            FactKey::Region,
            text(Message::fact_region),
            authority.region.map(|it| scene.label(it)),
        ),
        Fact::new(FactKey::Coverage, text(Message::fact_coverage), [coverage(scene, id, counts)]),
        Fact::new(FactKey::Findings, text(Message::findings), findings),
    ]);
    facts.extend(past.into_iter().map(|it| delivery(scene, it)).map(before));
    facts.extend([
        Fact::new(FactKey::FormalName, formal_name(scene), &authority.formal_name)
            .in_form(Form::Detail),
        Fact::new(FactKey::OtherNames, text(Message::fact_other_names), &authority.other_names)
            .in_form(Form::Detail),
        Fact::new(FactKey::GssCode, text(Message::fact_gss_code), gss_code(scene, authority))
            .in_form(Form::Detail),
        detail(FactKey::LaCode, Message::fact_la_code, &authority.la_code),
    ]);
    known(facts)
}

/// What the name in full is of.
fn formal_name(scene: &Scene<'_>) -> String {
    match scene.settings.regulator.as_ref().and_then(|it| it.recipient.as_ref()) {
        Some(_) => capital(&regulator::recipient(scene.settings, scene.messages, 1)),
        None => scene.text(Message::fact_formal_name).to_owned(),
    }
}

fn known(facts: impl IntoIterator<Item = Fact>) -> Vec<Fact> {
    facts.into_iter().filter(|fact| !fact.values.is_empty()).collect()
}

fn dated(scene: &Scene<'_>, letter: &Letter) -> FactValue {
    let lag = letter.publication_lag().filter(|days| *days >= 0);
    let lag = lag.map(|days| scene.say(Message::days_after_visit, &[("days", days.into())]));
    let printed = letter.printed.as_ref();
    let printed =
        printed.map(|it| pieces(scene, Message::letter_prints, vec![("date", it.into())]));
    let mut note: Vec<Piece> = lag.into_iter().map(Piece::Text).collect();
    if let Some(printed) = printed {
        let between = (!note.is_empty()).then(|| scene.text(Message::separator_long).into());
        note.extend(between);
        note.extend(printed);
    }
    FactValue::from(&letter.dated).in_brackets(note)
}

fn inspector(scene: &Scene<'_>, inspector: &Inspector) -> FactValue {
    let Inspector { name, role, lead } = inspector;
    let note = match (role, lead) {
        (Some(role), true) => {
            Some(scene.say(Message::lead_inspector_with_role, &[("role", role.into())]))
        }
        (role, false) => role.clone(),
        (None, true) => Some(scene.text(Message::lead_inspector).to_owned()),
    };
    FactValue::from(name).in_brackets(note.map(Piece::Text))
}

/// What the latest inspection judged, and when it was published, or was.
fn latest_judgement(scene: &Scene<'_>, authority: &Authority) -> Fact {
    let said = authority.latest_inspection().map(|latest| {
        let date = latest.published.as_ref().unwrap_or(&latest.date);
        let mut values: Vec<FactValue> =
            judgement(scene, latest).into_iter().map(FactValue::from).collect();
        if values.is_empty() {
            values.push(scene.text(Message::inspection).into());
        }
        let last = values.pop().map(|last| last.in_brackets([date.into()]));
        values.extend(last);
        values
    });
    let values = said.unwrap_or_default();
    let form = if values.len() > 1 { Form::List } else { Form::Line };
    Fact::new(FactKey::Judgement, scene.text(Message::fact_judgement), values).in_form(form)
}

/// How the latest letter puts the progress, or else which letter it is; and when inspectors were there.
fn latest_letter(scene: &Scene<'_>, id: AuthorityId) -> Option<FactValue> {
    let letter = scene.archive.letter(*scene.indexes.authority(id).letters.last()?);
    let title = match &letter.progress {
        Some(progress) => scene.say(Message::quoted, &[("words", (&progress.words).into())]),
        None => scene.letter_name(letter),
    };
    let page = Piece::Page { title, route: Route::letter(letter) };
    Some(FactValue::from(page).in_brackets([(&letter.on_site).into()]))
}

fn delivery(scene: &Scene<'_>, delivery: &Delivery) -> FactValue {
    let Delivery { name, short_name, from, to } = delivery;
    let mut known: Vec<(&str, Piece)> = vec![("from", from.into())];
    known.extend(to.iter().map(|to| ("to", to.into())));
    known.extend(short_name.iter().map(|name| ("name", name.into())));
    let message = match (short_name, to) {
        (None, None) => Message::delivery_since,
        (None, Some(_)) => Message::delivery_between,
        (Some(_), None) => Message::delivery_since_named,
        (Some(_), Some(_)) => Message::delivery_between_named,
    };
    FactValue::from(name).in_brackets(pieces(scene, message, known))
}

/// How much of what is known to have been written is here.
fn coverage(scene: &Scene<'_>, id: AuthorityId, counts: PolarityCounts) -> FactValue {
    let index = scene.indexes.authority(id);
    let (letters, without) = (index.letters.len(), index.visits_without_letter());
    let words = match (letters, without) {
        (0, _) => return scene.text(Message::coverage_none).into(),
        (_, 0) => scene.say(Message::coverage_letters, &[("letters", letters.into())]),
        _ => {
            let visits = letters + without;
            let counted = [("letters", letters.into()), ("visits", visits.into())];
            scene.say(Message::coverage_visits, &counted)
        }
    };
    let note = scene.say(Message::coverage_findings, &[("findings", counts.total().into())]);
    FactValue { words: words.into(), note: vec![note.into()] }
}

fn gss_code(scene: &Scene<'_>, authority: &Authority) -> Option<FactValue> {
    let former = &authority.former_gss_codes;
    let note = (!former.is_empty()).then(|| {
        let codes = former.join(scene.text(Message::separator));
        scene.say(Message::former_codes, &[("codes", (&codes).into())]).into()
    });
    authority.gss_code.as_ref().map(|code| FactValue::from(code).in_brackets(note))
}
