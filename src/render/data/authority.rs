//! An authority with everything in it, as JSON: the rows that are about it in each table, nested, and
//! what no table holds.

use serde_json::{Value, json};

use super::tables::{AUTHORITIES, FINDINGS, INSPECTIONS, LETTERS, MEASURES, MeasureKey, VISITS};
use super::{FORMAT_VERSION, LICENCE};
use crate::index::{Entry, Gap};
use crate::model::{AuthorityId, Delivery, Event, FindingId, Inspector, LetterId, Quote};
use crate::plan::Route;
use crate::render::scene::Scene;

pub(super) fn authority(scene: &Scene<'_>, id: AuthorityId) -> Value {
    let authority = scene.archive.authority(id);
    let mut own = AUTHORITIES.json(scene, id);
    let file = authority.source.path.as_str();
    let mut add = |name: &str, value: Value| own.insert(name.to_owned(), value);
    add("about", json!(scene.markdown(file, &authority.body)));
    add("delivery", authority.delivery.iter().map(delivery).collect());
    let inspections = 0..authority.inspections.len();
    add("inspections", inspections.map(|place| INSPECTIONS.json(scene, (id, place))).collect());
    let visits = 0..authority.visits.len();
    add("visits", visits.map(|place| VISITS.json(scene, (id, place))).collect());
    add("gaps", gaps(scene, id));
    add("events", authority.events.iter().map(|it| event(scene, file, it)).collect());
    add("letters", letters(scene, id));
    json!({
        "format": "letterpress-authority",
        "format_version": FORMAT_VERSION,
        "licence": LICENCE,
        "package": scene.absolute_url(&Route::data_package()),
        "authority": own,
    })
}

/// Newest first, as on the timeline; each with the number of the monitoring cycle that it falls in.
fn letters(scene: &Scene<'_>, id: AuthorityId) -> Value {
    let periods = scene.indexes.authority(id).periods.iter();
    let entries = periods.flat_map(|it| it.entries.iter().map(|entry| (it.cycle, entry)));
    let letters = entries.filter_map(|(cycle, entry)| match entry {
        Entry::Letter(letter) => Some(letter_with_all(scene, *letter, cycle)),
        Entry::Inspection(_) | Entry::KnownVisit(_) | Entry::Event(_) | Entry::Gap(_) => None,
    });
    letters.collect()
}

fn letter_with_all(scene: &Scene<'_>, id: LetterId, cycle: Option<usize>) -> Value {
    let letter = scene.archive.letter(id);
    let mut row = LETTERS.json(scene, id);
    // The letter's key, kind and dates are not said again.
    let finding = |place| FINDINGS.json_within(scene, FindingId::new(id, place), &row);
    let findings: Value = (0..letter.findings.len()).map(finding).collect();
    let measures = MeasureKey::of(scene, id).into_iter();
    let measures: Value = measures.map(|key| MEASURES.json_within(scene, key, &row)).collect();
    let mut add = |name: &str, value: Value| row.insert(name.to_owned(), value);
    add("cycle", json!(cycle));
    add("inspectors", letter.inspectors.iter().map(inspector).collect());
    add("summary", json!(scene.markdown(&letter.source.path, &letter.body)));
    add("findings", findings);
    add("measures", measures);
    add("quotes", letter.quotes.iter().map(quote).collect());
    Value::Object(row)
}

/// Visits that must have happened, as later ones have higher numbers.
fn gaps(scene: &Scene<'_>, id: AuthorityId) -> Value {
    let periods = scene.indexes.authority(id).periods.iter();
    let gaps = periods.flat_map(|it| &it.entries).filter_map(|entry| match entry {
        Entry::Gap(Gap { first, last, after, before }) => Some(json!({
            "first_visit": first,
            "last_visit": last,
            "after": after.as_ref().map(ToString::to_string),
            "before": before.to_string(),
        })),
        Entry::Inspection(_) | Entry::Letter(_) | Entry::KnownVisit(_) | Entry::Event(_) => None,
    });
    gaps.collect()
}

fn delivery(delivery: &Delivery) -> Value {
    let Delivery { name, short_name, from, to } = delivery;
    json!({
        "name": name,
        "short_name": short_name,
        "from": from.to_string(),
        "to": to.as_ref().map(ToString::to_string),
    })
}

fn event(scene: &Scene<'_>, file: &str, event: &Event) -> Value {
    let Event { date, text, letter, url } = event;
    json!({
        "date": date.to_string(),
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
