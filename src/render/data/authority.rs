//! An authority with everything in it, as JSON: the rows that are about it in each table, nested, and
//! what no table holds.

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::format_version;
use super::table::Within;
use super::tables::MeasureKey;
use crate::index::{Gap, TimelineEntry};
use crate::model::{AuthorityId, Date, Delivery, Event, FindingId, Inspector, LetterId, Quote};
use crate::plan::Route;
use crate::render::page_context::Scene;
use crate::render::regulator;

/// The file of an authority.
#[derive(Serialize)]
pub(super) struct AuthorityJson<'a> {
    format: &'static str,
    format_version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    package: String,
    authority: OwnRow<'a>,
}

/// The authority: its row with what no table holds, and its letters.
#[derive(Serialize)]
struct OwnRow<'a> {
    #[serde(flatten)]
    row: Map<String, Value>,
    letters: Letters<'a>,
}

/// Letters, newest first, as on the timeline; each with the number of the monitoring cycle that it falls in.
struct Letters<'a> {
    scene: &'a Scene<'a>,
    letters: Vec<(LetterId, Option<usize>)>,
}

/// A letter: its row with what no table holds, and the rows that are about it.
#[derive(Serialize)]
struct LetterJson<'a> {
    #[serde(flatten)]
    row: &'a Map<String, Value>,
    findings: Vec<Within<'a, FindingId>>,
    measures: Vec<Within<'a, MeasureKey>>,
    quotes: Value,
}

impl<'a> AuthorityJson<'a> {
    pub(super) fn new(scene: &'a Scene<'a>, id: AuthorityId) -> Self {
        let authority = scene.archive.authority(id);
        let tables = &scene.shared.tables;
        let mut row = tables.authorities.json(scene, id);
        let file = authority.source.path.as_str();
        let mut add = |name: &str, value: Value| row.insert(name.to_owned(), value);
        add("about", json!(scene.markdown(file, &authority.body)));
        add("delivery", authority.delivery.iter().map(delivery).collect());
        let inspections = 0..authority.inspections.len();
        let inspection = |place| tables.inspections.json(scene, (id, place));
        add("inspections", inspections.map(inspection).collect());
        let visits = 0..authority.visits.len();
        add("visits", visits.map(|place| tables.visits.json(scene, (id, place))).collect());
        add("gaps", gaps(scene, id));
        add("events", authority.events.iter().map(|it| event(scene, file, it)).collect());
        without(&mut row, &["letters"]);
        AuthorityJson {
            format: "letterpress-authority",
            format_version: format_version(scene),
            licence: regulator::licence_url(scene.settings),
            package: scene.absolute_url(&Route::data_package()),
            authority: OwnRow { row, letters: Letters::new(scene, id) },
        }
    }
}

impl<'a> Letters<'a> {
    fn new(scene: &'a Scene<'a>, id: AuthorityId) -> Self {
        let periods = scene.indexes.authority(id).periods.iter();
        let entries = periods.flat_map(|it| it.entries.iter().map(|entry| (it.cycle, entry)));
        let letters = entries.filter_map(|(cycle, entry)| match entry {
            TimelineEntry::Letter(letter) => Some((*letter, cycle)),
            TimelineEntry::Inspection(_)
            | TimelineEntry::KnownVisit(_)
            | TimelineEntry::Event(_)
            | TimelineEntry::Gap(_) => None,
        });
        Letters { scene, letters: letters.collect() }
    }
}

/// One letter after the other: together they may be larger than all else.
impl Serialize for Letters<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let scene = self.scene;
        let tables = &scene.shared.tables;
        let mut letters = serializer.serialize_seq(Some(self.letters.len()))?;
        for &(id, cycle) in &self.letters {
            let letter = scene.archive.letter(id);
            let table_row = tables.letters.json(scene, id);
            let mut row = table_row.clone();
            let mut add = |name: &str, value: Value| row.insert(name.to_owned(), value);
            add("cycle", json!(cycle));
            add("inspectors", letter.inspectors.iter().map(inspector).collect());
            add("summary", json!(scene.markdown(&letter.source.path, &letter.body)));
            without(&mut row, &["findings", "measures", "quotes"]);
            // The letter's key, kind and dates are not said again.
            let findings = (0..letter.findings.len()).map(|place| FindingId::new(id, place));
            let measures = MeasureKey::of(scene, id).into_iter();
            letters.serialize_element(&LetterJson {
                row: &row,
                findings: findings
                    .map(|key| tables.findings.within(scene, key, &table_row))
                    .collect(),
                measures: measures
                    .map(|key| tables.measures.within(scene, key, &table_row))
                    .collect(),
                quotes: letter.quotes.iter().map(quote).collect(),
            })?;
        }
        letters.end()
    }
}

/// Takes away how many there are of what stands there whole.
fn without(row: &mut Map<String, Value>, counts: &[&str]) {
    row.retain(|name, _| !counts.contains(&name.as_str()));
}

/// Visits that must have happened, as later ones have higher numbers.
fn gaps(scene: &Scene<'_>, id: AuthorityId) -> Value {
    let periods = scene.indexes.authority(id).periods.iter();
    let gaps = periods.flat_map(|it| &it.entries).filter_map(|entry| match entry {
        TimelineEntry::Gap(Gap { first, last, after, before }) => Some(json!({
            "first_visit": first,
            "last_visit": last,
            "after": after.as_ref().map(ToString::to_string),
            "before": before.to_string(),
        })),
        TimelineEntry::Inspection(_)
        | TimelineEntry::Letter(_)
        | TimelineEntry::KnownVisit(_)
        | TimelineEntry::Event(_) => None,
    });
    gaps.collect()
}

fn delivery(delivery: &Delivery) -> Value {
    let Delivery { name, short_name, from, to } = delivery;
    json!({
        "name": name,
        "short_name": short_name,
        "from": from.edtf(),
        "to": to.as_ref().map(Date::edtf),
    })
}

fn event(scene: &Scene<'_>, file: &str, event: &Event) -> Value {
    let Event { date, text, letter, url } = event;
    json!({
        "date": date.edtf(),
        "text": scene.words(file, text),
        "letter": letter.as_ref().map(|slug| slug.as_str()),
        "source": url,
    })
}

fn inspector(inspector: &Inspector) -> Value {
    let Inspector { name, role, lead } = inspector;
    json!({"name": name, "role": role, "lead": lead})
}

fn quote(quote: &Quote) -> Value {
    let Quote { words, speaker } = quote;
    json!({"words": words, "speaker": speaker})
}
