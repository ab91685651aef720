//! An authority's page in Markdown.

use super::phrases::{date, facts, labelled, paragraphs, said, section, to_page, when};
use super::text::{link, plain};
use super::{body, timeline};
use crate::index::PolarityCounts;
use crate::model::{AuthorityId, Inspection, LetterId, Message};
use crate::plan::Route;
use crate::render::facts::of_authority;
use crate::render::judgement::{led_by, without_overall};
use crate::render::page_context::Scene;
use crate::render::views::counts::counts_in_words;

pub(super) fn authority(scene: &Scene<'_>, id: AuthorityId) -> String {
    let authority = scene.archive.authority(id);
    let mut page = format!("# {}\n\n", plain(&authority.name));
    facts(scene, &mut page, &of_authority(scene, id), &Route::authority(authority));
    paragraphs(&mut page, &body(scene, &authority.source.path, &authority.body));
    let mut inspections: Vec<&Inspection> = authority.inspections.iter().collect();
    inspections.sort_by_key(|it| std::cmp::Reverse(it.date.sort_key()));
    let inspections: Vec<String> =
        inspections.into_iter().map(|it| inspection(scene, it)).collect();
    section(scene, &mut page, Message::inspections, &inspections);
    page.push_str(&timeline::timeline(scene, id));
    let letters = scene.indexes.authority(id).letters.iter().rev();
    let letters: Vec<String> = letters.map(|&letter| letter_line(scene, letter)).collect();
    section(scene, &mut page, Message::letters, &letters);
    page
}

fn inspection(scene: &Scene<'_>, inspection: &Inspection) -> String {
    let (on_site, published) = (inspection.on_site.as_ref(), inspection.published.as_ref());
    let when = when(scene, on_site, published, Message::published_small);
    let framework = inspection.framework.map(|it| {
        said(scene, Message::framework, &[("label", scene.label(it)), ("word", scene.word(it))])
    });
    let overall = inspection.overall.map(|it| {
        let label = plain(scene.text(Message::overall));
        labelled(scene, &label, &scene.label(it).to_lowercase())
    });
    let overall = overall.or_else(|| Some(plain(&without_overall(scene, inspection)?)));
    let judgements = inspection.judgements.iter();
    let judgements = judgements
        .map(|(area, it)| labelled(scene, scene.label(*area), &scene.label(*it).to_lowercase()));
    let report =
        inspection.url.as_ref().map(|url| link(&plain(scene.text(Message::the_report)), url));
    let led_by = led_by(scene, inspection).map(|it| plain(&it));
    let parts = framework.into_iter().chain(overall).chain(judgements).chain(led_by).chain(report);
    let first = said(scene, Message::inspection_when, &[("when", &when)]);
    let parts: Vec<String> = [first].into_iter().chain(parts).collect();
    format!("- {}{}", parts.join(scene.text(Message::separator_long)), needs(scene, inspection))
}

/// What needs to improve, as a list below the line on an inspection.
fn needs(scene: &Scene<'_>, inspection: &Inspection) -> String {
    if inspection.needs_to_improve.is_empty() {
        return String::new();
    }
    let label = plain(scene.text(Message::needs_to_improve));
    let label = said(scene, Message::with_colon, &[("words", &label)]);
    let needs = inspection.needs_to_improve.iter().map(|need| format!("\n    - {}", plain(need)));
    format!("\n  - {label}{}", needs.collect::<String>())
}

fn letter_line(scene: &Scene<'_>, id: LetterId) -> String {
    let letter = scene.archive.letter(id);
    let page = Route::letter(letter);
    let all = PolarityCounts::of(letter.findings.iter().map(|finding| finding.polarity));
    let named = [
        ("letter", to_page(scene, &scene.letter_name(letter), &page)),
        ("twin", to_page(scene, scene.text(Message::in_markdown), &Route::twin(&page))),
        ("on_site", date(scene, &letter.on_site)),
        ("dated", date(scene, &letter.dated)),
        ("counts", plain(&counts_in_words(scene, all))),
    ];
    let named: Vec<(&str, &str)> = named.iter().map(|(name, it)| (*name, it.as_str())).collect();
    format!("- {}", said(scene, Message::markdown_letter, &named))
}
