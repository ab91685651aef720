//! `no-cycle`: monitoring visits belong to no monitoring cycle.

use crate::diagnostics::{Diagnostic, rules};
use crate::index::{Indexes, Period, TimelineEntry};
use crate::model::{Archive, Authority};
use crate::parse::{At, count_written, place_of};

rules! {
    Warning RULE = "no-cycle" {
        about: "Monitoring visits follow an inspection that found services inadequate. Without that inspection the timeline cannot say which cycle a visit is part of.",
        example: "inspections: []   # in `authority.md`, and monitoring visits have letters",
        fix: "inspections:\n  - published: 2015-07-20\n    overall: inadequate",
    }
}

/// Told where it is mended, once for all the visits that miss one inspection.
pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (id, authority) in archive.authority_ids() {
        let periods = &indexes.authority(id).periods;
        for period in periods.iter().filter(|period| period.cycle.is_none()) {
            // What it says is not known yet, and was told.
            if period.inspection.is_some_and(|index| has_unreadable_grade(authority, index)) {
                continue;
            }
            let letters = visits(archive, authority, period);
            problems.extend((!letters.is_empty()).then(|| problem(authority, period, &letters)));
        }
    }
    problems
}

fn problem(authority: &Authority, period: &Period, letters: &[String]) -> Diagnostic {
    let (name, source) = (authority.known_as(), &authority.source);
    let visits = match letters {
        [one] => format!("the visit of {one}"),
        several => format!("the visits of {}", list(several)),
    };
    match period.inspection {
        None => {
            let message = format!("no inspection of {name} is known before {visits}");
            if authority.inspections.is_empty() {
                let help = "add `inspections:` with the one that monitoring follows: its `published`, `framework` and \
                            `overall`";
                return RULE.at(place_of(source, At::Root.key("name")), message).help(help);
            }
            let help = "add the one that monitoring follows to these";
            RULE.at(place_of(source, At::Root.key("inspections")), message).help(help)
        }
        Some(index) => {
            let message = format!(
                "this inspection of {name}, the last before {visits}, has no grade that opens monitoring"
            );
            let help = "add the inspection that monitoring follows; where it follows this one all the same, add \
                        `monitored: true` to it";
            let place = place_of(source, At::Root.key("inspections").item(index));
            RULE.at(place, message).help(help)
        }
    }
}

/// The files of the monitoring visits of a period, oldest first, as they are called from the authority's folder.
fn visits(archive: &Archive, authority: &Authority, period: &Period) -> Vec<String> {
    let mut letters = Vec::new();
    for entry in period.entries.iter().rev() {
        let TimelineEntry::Letter(letter) = entry else { continue };
        let letter = archive.letter(*letter);
        if archive.vocabulary[letter.kind].is_numbered && !letter.on_site.is_placeholder() {
            let path = &letter.source.path;
            let folder = authority.source.path.trim_end_matches("authority.md");
            letters.push(format!("`{}`", path.strip_prefix(folder).unwrap_or(path)));
        }
    }
    letters
}

/// How many letters are named before the rest is only counted.
const NAMED_AT_MOST: usize = 10;

fn list(letters: &[String]) -> String {
    let hidden = letters.len().saturating_sub(NAMED_AT_MOST);
    let mut named: Vec<String> = letters.iter().take(NAMED_AT_MOST).cloned().collect();
    named.extend((hidden > 0).then(|| format!("{hidden} more")));
    let last = named.pop().unwrap_or_default();
    format!("{} and {last}", named.join(", "))
}

/// Whether an inspection has a grade that could not be read.
fn has_unreadable_grade(authority: &Authority, index: usize) -> bool {
    let inspection = &authority.inspections[index];
    let list = At::Root.key("inspections");
    let at = list.item(index);
    let written = |key| count_written(&authority.source, at.key(key));
    written("overall") > usize::from(inspection.overall.is_some())
        || written("judgements") > inspection.judgements.len()
}
