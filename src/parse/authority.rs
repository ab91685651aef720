//! An authority's file.

use std::sync::Arc;

use super::fields::{Aliases, Fields};
use super::front_matter::Read;
use super::raw::{Pairs, RawAuthority, RawDelivery, RawEvent, RawInspection, RawVisit};
use super::schema::KEYS_OF_TABLE;
use super::{At, FrontMatter, front_matter, markdown, rules};
use crate::diagnostics::{Diagnostic, SourceText};
use crate::model::{
    Authority, Date, Delivery, Event, GradeId, Inspection, JudgementAreaId, KnownVisit, Slug,
    Vocabulary,
};

/// Reads `authority.md`.
pub(super) fn authority(
    source: &Arc<SourceText>,
    slug: Slug,
    vocabulary: &Vocabulary,
    problems: &mut Vec<Diagnostic>,
) -> Option<Authority> {
    let read = front_matter::read::<RawAuthority>(source, FrontMatter::Authority, problems)?;
    let Read { raw, body, refused } = read;
    let RawAuthority {
        name,
        formal_name,
        aliases,
        gss_code,
        former_gss_codes,
        la_code,
        ofsted_urn,
        region,
        delivery,
        predecessors,
        successors,
        statistical_neighbours,
        inspections,
        visits,
        events,
        checked,
    } = raw;
    let mut fields = Fields { source, problems, refused: &refused, vocabulary };
    let root = At::Root;
    let of_table = [
        gss_code.is_some(),
        former_gss_codes.is_some(),
        la_code.is_some(),
        ofsted_urn.is_some(),
        statistical_neighbours.is_some(),
    ];
    refuse_keys_of_table(&mut fields, of_table);
    let Aliases { names, old_urls } = fields.aliases(root.key("aliases"), aliases);
    Some(Authority {
        slug,
        name: fields.required_text(root.key("name"), name),
        formal_name: fields.text(formal_name),
        other_names: names,
        gss_code: fields.text(gss_code),
        former_gss_codes: fields.texts(former_gss_codes),
        la_code: fields.text(la_code),
        ofsted_urn: fields.text(ofsted_urn),
        region: fields.word(root.key("region"), region),
        delivery: each(&mut fields, root.key("delivery"), delivery, one_delivery),
        predecessors: fields.names(root.key("predecessors"), predecessors),
        successors: fields.names(root.key("successors"), successors),
        statistical_neighbours: fields
            .names(root.key("statistical_neighbours"), statistical_neighbours),
        inspections: each(&mut fields, root.key("inspections"), inspections, inspection),
        visits: each(&mut fields, root.key("visits"), visits, known_visit),
        events: each(&mut fields, root.key("events"), events, event),
        old_urls,
        checked: fields.texts(checked),
        body: markdown::prose(source, body, []),
        source: Arc::clone(source),
    })
}

/// Only authorities of a table that the program has are known by codes and have statistical neighbours.
fn refuse_keys_of_table(fields: &mut Fields<'_>, are_there: [bool; KEYS_OF_TABLE.len()]) {
    if fields.vocabulary.known_authorities.have_codes() {
        return;
    }
    for (key, _) in KEYS_OF_TABLE.into_iter().zip(are_there).filter(|(_, is_there)| *is_there) {
        let message =
            format!("`{key}` is only for England's authorities, which this site is not about");
        let help =
            "take the line away; or say `authorities = \"england\"` in the site's vocabulary";
        fields.problem(rules::UNKNOWN_KEY, At::Root.key(key), message, help);
    }
}

fn each<Raw, Item>(
    fields: &mut Fields<'_>,
    at: At<'_>,
    raw: Option<Vec<Raw>>,
    read: impl Fn(&mut Fields<'_>, At<'_>, Raw) -> Item,
) -> Vec<Item> {
    let items = raw.into_iter().flatten().enumerate();
    items.map(|(index, raw)| read(fields, at.item(index), raw)).collect()
}

fn one_delivery(fields: &mut Fields<'_>, at: At<'_>, raw: RawDelivery) -> Delivery {
    let RawDelivery { name, short_name, from, to } = raw;
    Delivery {
        name: fields.required_text(at.key("name"), name),
        short_name: fields.text(short_name),
        from: fields.required_date(at.key("from"), from),
        to: fields.date(at.key("to"), to),
    }
}

fn inspection(fields: &mut Fields<'_>, at: At<'_>, raw: RawInspection) -> Inspection {
    let RawInspection {
        on_site,
        published,
        framework,
        overall,
        judgements,
        lead_inspectors,
        needs_to_improve,
        monitored,
        source,
    } = raw;
    let on_site = fields.date(at.key("on_site"), on_site);
    let published = fields.date(at.key("published"), published);
    Inspection {
        date: either_date(fields, at, "inspection", on_site.as_ref(), published.as_ref()),
        on_site,
        published,
        framework: fields.word(at.key("framework"), framework),
        overall: fields.word(at.key("overall"), overall),
        judgements: all_judgements(fields, at.key("judgements"), judgements),
        lead_inspectors: fields.texts(lead_inspectors),
        needs_to_improve: fields.texts(needs_to_improve),
        monitored,
        url: fields.web_address(at.key("source"), source),
    }
}

fn all_judgements(
    fields: &mut Fields<'_>,
    at: At<'_>,
    raw: Option<Pairs<String>>,
) -> Vec<(JudgementAreaId, GradeId)> {
    let mut judgements = Vec::new();
    for (area, grade) in raw.map_or_else(Vec::new, |Pairs(pairs)| pairs) {
        let read_area = fields.word(At::Name(&at, &area), Some(area.clone()));
        let read_grade = fields.word(at.key(&area), Some(grade));
        judgements.extend(read_area.zip(read_grade));
    }
    // As the reports have them: some programs sort the keys of what they save.
    judgements.sort_by_key(|(area, _)| *area);
    judgements
}

fn known_visit(fields: &mut Fields<'_>, at: At<'_>, raw: RawVisit) -> KnownVisit {
    let RawVisit { visit, on_site, published, areas, progress, note, source } = raw;
    let on_site = fields.date(at.key("on_site"), on_site);
    let published = fields.date(at.key("published"), published);
    KnownVisit {
        visit: fields.visit_number(at.key("visit"), visit),
        date: either_date(fields, at, "visit", on_site.as_ref(), published.as_ref()),
        on_site,
        published,
        areas: fields.texts(areas),
        progress: fields.progress(at.key("progress"), progress),
        note: fields.text(note),
        url: fields.web_address(at.key("source"), source),
    }
}

/// What has no date has no place on a timeline.
fn either_date(
    fields: &mut Fields<'_>,
    at: At<'_>,
    what: &str,
    on_site: Option<&Date>,
    published: Option<&Date>,
) -> Date {
    on_site.or(published).cloned().unwrap_or_else(|| {
        let message = format!("this {what} has no date");
        let help = "add `on_site:` or `published:`, as exactly as it is known";
        fields.problem(rules::MISSING_KEY, at, message, help);
        Date::placeholder()
    })
}

fn event(fields: &mut Fields<'_>, at: At<'_>, raw: RawEvent) -> Event {
    let RawEvent { date, text, letter, source } = raw;
    Event {
        date: fields.required_date(at.key("date"), date),
        text: fields.required_text(at.key("text"), text),
        letter: fields.slug(at.key("letter"), letter),
        url: fields.web_address(at.key("source"), source),
    }
}
