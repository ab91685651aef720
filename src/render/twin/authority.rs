//! An authority's page in Markdown.

use super::phrases::{
    counts, date, fact, joined, paragraphs, section, to_page, when, whole_address,
};
use super::text::{link, plain};
use super::{body, timeline};
use crate::index::PolarityCounts;
use crate::model::{AuthorityId, Delivery, Inspection, LetterId, Vocabulary};
use crate::plan::Route;
use crate::render::scene::Scene;

pub(super) fn authority(scene: &Scene<'_>, id: AuthorityId) -> String {
    let authority = scene.archive.authority(id);
    let mut page = format!("# {}\n\n", plain(&authority.name));
    facts(scene, &mut page, id);
    paragraphs(&mut page, &body(scene, &authority.source.path, &authority.body));
    let mut inspections: Vec<&Inspection> = authority.inspections.iter().collect();
    inspections.sort_by_key(|it| std::cmp::Reverse(it.date.sort_key()));
    let inspections: Vec<String> = inspections.into_iter().map(inspection).collect();
    section(&mut page, "Inspections", &inspections);
    page.push_str(&timeline::timeline(scene, id));
    let letters = scene.indexes.authority(id).letters.iter().rev();
    let letters: Vec<String> = letters.map(|&letter| letter_line(scene, letter)).collect();
    section(&mut page, "Letters", &letters);
    page
}

fn facts(scene: &Scene<'_>, page: &mut String, id: AuthorityId) {
    let authority = scene.archive.authority(id);
    let index = scene.indexes.authority(id);
    let links = |ids: &std::collections::BTreeSet<AuthorityId>| -> Option<String> {
        let each = ids.iter().map(|&id| scene.archive.authority(id));
        let each: Vec<String> =
            each.map(|it| to_page(scene, &it.name, &Route::authority(it))).collect();
        Some(each.join(", "))
    };
    let delivery: Vec<String> = authority.delivery.iter().map(delivery).collect();
    fact(page, "Council", authority.formal_name.as_deref().map(plain));
    fact(page, "Also called", joined(&authority.other_names));
    fact(page, "Services delivered by", Some(delivery.join("; ")));
    fact(page, "Replaced", links(&index.predecessors));
    fact(page, "Replaced by", links(&index.successors));
    fact(page, "Region", authority.region.map(|region| region.label().to_owned()));
    fact(page, "ONS code", authority.gss_code.as_deref().map(plain));
    fact(page, "ONS codes before", joined(&authority.former_gss_codes));
    fact(page, "Department for Education number", authority.la_code.as_deref().map(plain));
    let all = scene.indexes.counts_of_authority(scene.archive, id);
    let letters = index.letters.len();
    let noun = if letters == 1 { "letter" } else { "letters" };
    fact(page, "Summarised here", Some(format!("{letters} {noun}, {}", counts(all))));
    let without = index.visits_without_letter();
    fact(page, "Visits without their letter here", (without > 0).then(|| without.to_string()));
    fact(page, "Page", whole_address(scene, &Route::authority(authority)));
}

fn delivery(delivery: &Delivery) -> String {
    let Delivery { name, short_name, from, to } = delivery;
    let short_name = short_name.as_ref().map_or(String::new(), |it| format!(" ({})", plain(it)));
    let to = to.as_ref().map_or(String::new(), |to| format!(" to {}", date(to)));
    format!("{}{short_name}, from {}{to}", plain(name), date(from))
}

fn inspection(inspection: &Inspection) -> String {
    let when = when(inspection.on_site.as_ref(), inspection.published.as_ref(), "published");
    let framework = inspection.framework.map(|it| format!("{} ({})", it.label(), it.word()));
    let overall = inspection.overall.map(|it| format!("overall: {}", it.label().to_lowercase()));
    let judgements = inspection.judgements.iter();
    let judgements =
        judgements.map(|(area, it)| format!("{}: {}", area.label(), it.label().to_lowercase()));
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
        to_page(scene, &letter.name(), &page),
        to_page(scene, "in Markdown", &Route::twin(&page)),
        date(&letter.on_site),
        date(&letter.dated),
        counts(all)
    )
}
