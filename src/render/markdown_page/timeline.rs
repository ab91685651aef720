//! An authority's timeline in words, newest first.

use super::phrases::{date, labelled, progress, said, said_of, to_page, when};
use super::text::{inline, link, plain};
use crate::index::{Gap, Period, TimelineEntry};
use crate::model::{Authority, AuthorityId, Event, Inspection, KnownVisit, LetterId, Message};
use crate::plan::Route;
use crate::render::judgement::judgement;
use crate::render::page_context::Scene;
use crate::render::views::parts::{capital, heading, missing_visits, small, usual_kind};

pub(super) fn timeline(scene: &Scene<'_>, id: AuthorityId) -> String {
    let authority = scene.archive.authority(id);
    let [heading, order] =
        [Message::timeline, Message::newest_first].map(|it| plain(scene.text(it)));
    let mut words = format!("\n## {heading}\n\n{order}\n");
    for period in &scene.indexes.authority(id).periods {
        words.push_str(&format!("\n### {}\n\n", title(scene, authority, period)));
        for entry in &period.entries {
            words.push_str(&format!("- {}\n", line(scene, id, entry)));
        }
    }
    words
}

fn title(scene: &Scene<'_>, authority: &Authority, period: &Period) -> String {
    let since = period.inspection.map(|place| {
        let inspection = &authority.inspections[place];
        match &inspection.published {
            Some(published) => (true, date(scene, published)),
            None => (false, date(scene, &inspection.date)),
        }
    });
    match (period.cycle, since) {
        (Some(cycle), Some((is_publication, since))) => {
            let message = if is_publication {
                Message::cycle_since_publication
            } else {
                Message::cycle_since_inspection
            };
            said_of(scene, message, &[("cycle", cycle)], &[("date", &since)])
        }
        (Some(cycle), None) => said_of(scene, Message::cycle, &[("cycle", cycle)], &[]),
        (None, Some((true, since))) => said(scene, Message::since_publication, &[("date", &since)]),
        (None, Some((false, since))) => said(scene, Message::since_inspection, &[("date", &since)]),
        (None, None) if authority.inspections.is_empty() => {
            plain(scene.text(Message::no_inspection_listed))
        }
        (None, None) => plain(scene.text(Message::before_inspections)),
    }
}

fn line(scene: &Scene<'_>, id: AuthorityId, entry: &TimelineEntry) -> String {
    let authority = scene.archive.authority(id);
    match entry {
        TimelineEntry::Inspection(place) => inspection(scene, &authority.inspections[*place]),
        TimelineEntry::Letter(id) => letter(scene, *id),
        TimelineEntry::KnownVisit(place) => visit(scene, authority, &authority.visits[*place]),
        TimelineEntry::Event(place) => event(scene, id, &authority.events[*place]),
        TimelineEntry::Gap(gap) => missing(scene, gap),
    }
}

fn inspection(scene: &Scene<'_>, inspection: &Inspection) -> String {
    let (on_site, published) = (inspection.on_site.as_ref(), inspection.published.as_ref());
    let when = when(scene, on_site, published, Message::published_small);
    let inspected = said(scene, Message::inspection_when, &[("when", &when)]);
    let judged = judgement(scene, inspection).join(". ");
    match judged.is_empty() {
        true => inspected,
        false => labelled(scene, &inspected, &plain(&small(&judged))),
    }
}

fn letter(scene: &Scene<'_>, id: LetterId) -> String {
    let letter = scene.archive.letter(id);
    let when = when(scene, Some(&letter.on_site), Some(&letter.dated), Message::letter_dated_small);
    let how = letter.progress.as_ref().map(|it| {
        let label = plain(scene.text(Message::progress_as_printed_small));
        labelled(scene, &label, &progress(scene, it))
    });
    let heading = heading(scene, &scene.letter_name(letter), &letter.areas);
    let name = to_page(scene, &heading, &Route::letter(letter));
    let parts: Vec<String> =
        [name + scene.text(Message::separator) + &when].into_iter().chain(how).collect();
    parts.join(scene.text(Message::separator_long))
}

fn visit(scene: &Scene<'_>, authority: &Authority, visit: &KnownVisit) -> String {
    let KnownVisit { visit: number, on_site, published, areas, progress: how, note, url, date: _ } =
        visit;
    let kind = usual_kind(&scene.archive.vocabulary);
    let name = number.map_or(kind.to_owned(), |it| format!("{kind} {it}"));
    let when = when(scene, on_site.as_ref(), published.as_ref(), Message::letter_dated_small);
    let how = how.as_ref().map(|it| {
        let label = plain(scene.text(Message::progress_in_source_small));
        labelled(scene, &label, &progress(scene, it))
    });
    let note = note.as_ref().map(|it| format!(" {}", inline(scene, &authority.source.path, it)));
    let label = plain(scene.text(Message::where_known_from));
    let url = url.as_ref().map(|it| format!(" {}", link(&label, it)));
    let named = plain(&heading(scene, &name, areas)) + scene.text(Message::separator) + &when;
    let parts: Vec<String> = [named].into_iter().chain(how).collect();
    format!(
        "{}. {}{}{}",
        parts.join(scene.text(Message::separator_long)),
        plain(scene.text(Message::letter_not_summarised)),
        note.unwrap_or_default(),
        url.unwrap_or_default()
    )
}

fn event(scene: &Scene<'_>, id: AuthorityId, event: &Event) -> String {
    let Event { date: day, text, letter: stated_in, url } = event;
    let mut letters =
        scene.indexes.authority(id).letters.iter().map(|&it| scene.archive.letter(it));
    let letter = letters.find(|it| Some(&it.slug) == stated_in.as_ref());
    let letter = letter.map(|it| to_page(scene, &scene.letter_name(it), &Route::letter(it)));
    let source =
        letter.or(url.as_ref().map(|it| link(&plain(scene.text(Message::source_small)), it)));
    let source = source.map_or(String::new(), |it| format!(" ({it})"));
    let text = inline(scene, &scene.archive.authority(id).source.path, text);
    // A season begins with a small letter elsewhere.
    labelled(scene, &capital(&date(scene, day)), &format!("{text}{source}"))
}

fn missing(scene: &Scene<'_>, gap: &Gap) -> String {
    let Gap { first: _, last: _, after, before } = gap;
    let visits = missing_visits(scene, gap);
    let before = date(scene, before);
    let when = match after {
        Some(after) => {
            let between = [("after", &*date(scene, after)), ("before", &before)];
            said(scene, Message::between_small, &between)
        }
        None => said(scene, Message::before_small, &[("date", &before)]),
    };
    let gap = plain(&visits) + scene.text(Message::separator) + &when;
    labelled(scene, &gap, &plain(scene.text(Message::nothing_else_known)))
}
