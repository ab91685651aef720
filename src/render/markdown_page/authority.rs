//! An authority's page in Markdown.

use super::phrases::{date, facts, paragraphs, section, to_page, when};
use super::text::{link, plain};
use super::{body, timeline};
use crate::index::PolarityCounts;
use crate::model::{AuthorityId, Inspection, LetterId, Vocabulary};
use crate::plan::Route;
use crate::render::facts::of_authority;
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
        inspections.into_iter().map(|it| inspection(&scene.archive.vocabulary, it)).collect();
    section(&mut page, "Inspections", &inspections);
    page.push_str(&timeline::timeline(scene, id));
    let letters = scene.indexes.authority(id).letters.iter().rev();
    let letters: Vec<String> = letters.map(|&letter| letter_line(scene, letter)).collect();
    section(&mut page, "Letters", &letters);
    page
}

fn inspection(vocabulary: &Vocabulary, inspection: &Inspection) -> String {
    let when = when(inspection.on_site.as_ref(), inspection.published.as_ref(), "published");
    let framework = inspection
        .framework
        .map(|it| format!("{} ({})", vocabulary.label(it), vocabulary.word(it)));
    let overall =
        inspection.overall.map(|it| format!("overall: {}", vocabulary.label(it).to_lowercase()));
    let judgements = inspection.judgements.iter();
    let judgements = judgements.map(|(area, it)| {
        format!("{}: {}", vocabulary.label(*area), vocabulary.label(*it).to_lowercase())
    });
    let report = inspection.url.as_ref().map(|url| link("The report", url));
    let parts = framework.into_iter().chain(overall).chain(judgements).chain(report);
    let parts: Vec<String> = parts.map(|part| format!("; {part}")).collect();
    format!("- Inspection {when}{}", parts.concat())
}

fn letter_line(scene: &Scene<'_>, id: LetterId) -> String {
    let letter = scene.archive.letter(id);
    let page = Route::letter(letter);
    let all = PolarityCounts::of(letter.findings.iter().map(|finding| finding.polarity));
    format!(
        "- {} ({}): on site {}, dated {}; {}",
        to_page(scene, &letter.name(&scene.archive.vocabulary), &page),
        to_page(scene, "in Markdown", &Route::twin(&page)),
        date(&letter.on_site),
        date(&letter.dated),
        counts_in_words(&scene.archive.vocabulary, all)
    )
}
