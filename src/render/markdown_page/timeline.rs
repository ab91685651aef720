//! An authority's timeline in words, newest first.

use super::phrases::{date, progress, to_page, when};
use super::text::{inline, link, plain};
use crate::index::{Gap, Period, TimelineEntry};
use crate::model::{Authority, AuthorityId, Event, Inspection, KnownVisit, LetterId, Vocabulary};
use crate::plan::Route;
use crate::render::page_context::Scene;
use crate::render::views::parts::{capital, heading};
use crate::render::views::timeline::{usual_kind, usual_kinds};

pub(super) fn timeline(scene: &Scene<'_>, id: AuthorityId) -> String {
    let authority = scene.archive.authority(id);
    let mut words = String::from("\n## Timeline\n\nNewest first.\n");
    for period in &scene.indexes.authority(id).periods {
        words.push_str(&format!("\n### {}\n\n", title(authority, period)));
        for entry in &period.entries {
            words.push_str(&format!("- {}\n", line(scene, id, entry)));
        }
    }
    words
}

fn title(authority: &Authority, period: &Period) -> String {
    let since = period.inspection.map(|place| {
        let inspection = &authority.inspections[place];
        match &inspection.published {
            Some(published) => format!("since the inspection published {}", date(published)),
            None => format!("since the inspection of {}", date(&inspection.date)),
        }
    });
    match (period.cycle, since) {
        (Some(cycle), Some(since)) => format!("Monitoring cycle {cycle}: {since}"),
        (Some(cycle), None) => format!("Monitoring cycle {cycle}"),
        (None, Some(since)) => format!("S{}", &since[1..]),
        (None, None) if authority.inspections.is_empty() => {
            "No inspection is listed here yet".to_owned()
        }
        (None, None) => "Before the inspections listed here".to_owned(),
    }
}

fn line(scene: &Scene<'_>, id: AuthorityId, entry: &TimelineEntry) -> String {
    let authority = scene.archive.authority(id);
    match entry {
        TimelineEntry::Inspection(place) => {
            inspection(&scene.archive.vocabulary, &authority.inspections[*place])
        }
        TimelineEntry::Letter(id) => letter(scene, *id),
        TimelineEntry::KnownVisit(place) => visit(scene, authority, &authority.visits[*place]),
        TimelineEntry::Event(place) => event(scene, id, &authority.events[*place]),
        TimelineEntry::Gap(gap) => missing(&scene.archive.vocabulary, gap),
    }
}

fn inspection(vocabulary: &Vocabulary, inspection: &Inspection) -> String {
    let when = when(inspection.on_site.as_ref(), inspection.published.as_ref(), "published");
    let overall = inspection.overall.map(|it| format!(": {}", vocabulary.label(it).to_lowercase()));
    format!("Inspection {when}{}", overall.unwrap_or_default())
}

fn letter(scene: &Scene<'_>, id: LetterId) -> String {
    let letter = scene.archive.letter(id);
    let when = when(Some(&letter.on_site), Some(&letter.dated), "letter dated");
    let words =
        letter.progress.as_ref().map(|it| format!("; progress, as printed: {}", progress(it)));
    let name = to_page(
        scene,
        &heading(&letter.name(&scene.archive.vocabulary), &letter.areas),
        &Route::letter(letter),
    );
    format!("{name}, {when}{}", words.unwrap_or_default())
}

fn visit(scene: &Scene<'_>, authority: &Authority, visit: &KnownVisit) -> String {
    let KnownVisit { visit: number, on_site, published, areas, progress: how, note, url, date: _ } =
        visit;
    let kind = usual_kind(&scene.archive.vocabulary);
    let name = number.map_or_else(|| kind.to_owned(), |it| format!("{kind} {it}"));
    let when = when(on_site.as_ref(), published.as_ref(), "letter dated");
    let how = how.as_ref().map(|it| format!("; progress, as the source has it: {}", progress(it)));
    let note = note.as_ref().map(|it| format!(" {}", inline(scene, &authority.source.path, it)));
    let url = url.as_ref().map(|it| format!(" {}", link("Where this is known from", it)));
    format!(
        "{}, {when}{}. The letter is not summarised here.{}{}",
        plain(&heading(&name, areas)),
        how.unwrap_or_default(),
        note.unwrap_or_default(),
        url.unwrap_or_default()
    )
}

fn event(scene: &Scene<'_>, id: AuthorityId, event: &Event) -> String {
    let Event { date: day, text, letter: stated_in, url } = event;
    let mut letters =
        scene.indexes.authority(id).letters.iter().map(|&it| scene.archive.letter(it));
    let letter = letters.find(|it| Some(&it.slug) == stated_in.as_ref());
    let letter =
        letter.map(|it| to_page(scene, &it.name(&scene.archive.vocabulary), &Route::letter(it)));
    let source = letter.or(url.as_ref().map(|it| link("source", it)));
    let source = source.map_or(String::new(), |it| format!(" ({it})"));
    let text = inline(scene, &scene.archive.authority(id).source.path, text);
    // A season begins with a small letter elsewhere.
    format!("{}: {text}{source}", capital(&date(day)))
}

fn missing(vocabulary: &Vocabulary, gap: &Gap) -> String {
    let Gap { first, last, after, before } = gap;
    let visits = if first == last {
        format!("{} {first}", usual_kind(vocabulary))
    } else {
        format!("{} {first} to {last}", usual_kinds(vocabulary))
    };
    let when = match after {
        Some(after) => format!("between {} and {}", date(after), date(before)),
        None => format!("before {}", date(before)),
    };
    format!("{visits}, {when}: nothing else is known here.")
}
