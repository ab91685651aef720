//! The real content: Sunderland, as the letters and the reports have it.

use letterpress::Site;
use letterpress::index::Entry;
use letterpress::model::{AuthorityId, Vocabulary};
use letterpress::plan::Route;

use crate::folder::{load, repository};

fn sunderland(site: &Site) -> AuthorityId {
    let authorities = site.archive().authority_ids();
    authorities.into_iter().find(|(_, it)| it.slug.as_str() == "sunderland").expect("Sunderland").0
}

/// The timeline as words, one line an entry; events left out.
fn timeline(site: &Site) -> Vec<String> {
    let authority = site.archive().authority(sunderland(site));
    let index = site.indexes().authority(sunderland(site));
    let mut lines = Vec::new();
    for period in &index.periods {
        for entry in &period.entries {
            let words = match entry {
                Entry::Inspection(place) => {
                    let inspection = &authority.inspections[*place];
                    let overall = inspection.overall.map_or("", Vocabulary::word);
                    format!("inspection {}: {overall}", inspection.date.year())
                }
                Entry::Letter(id) => {
                    let letter = site.archive().letter(*id);
                    format!("letter: {} of {}", letter.name(), letter.on_site.words())
                }
                Entry::KnownVisit(place) => {
                    let visit = &authority.visits[*place];
                    let number = visit.visit.map_or("-".to_owned(), |number| number.to_string());
                    format!("known visit {number}")
                }
                Entry::Gap(gap) => format!("gap {} to {}", gap.first, gap.last),
                Entry::Event(_) => continue,
            };
            let cycle = period.cycle.map_or("-".to_owned(), |cycle| cycle.to_string());
            lines.push(format!("{cycle} {words}"));
        }
    }
    lines
}

#[test]
fn the_timeline_has_four_inspections_two_cycles_and_every_visit() {
    let (site, _) = load(repository());
    assert_eq!(
        timeline(&site),
        [
            "- inspection 2025: outstanding",
            "- inspection 2021: outstanding",
            "2 letter: Focused visit of 24–25 March 2021",
            "2 known visit 4",
            "2 gap 3 to 3",
            "2 known visit 2",
            "2 known visit 1",
            "2 inspection 2018: inadequate",
            "1 letter: Monitoring visit 6 of 23–24 January 2018",
            "1 known visit 5",
            "1 known visit 4",
            "1 known visit 3",
            "1 gap 2 to 2",
            "1 letter: Monitoring visit 1 of 4–5 August 2016",
            "1 inspection 2015: inadequate",
        ]
    );
}

#[test]
fn the_findings_index_counts_every_finding_once_under_each_topic() {
    let (site, _) = load(repository());
    let archive = site.archive();
    let under_topics: usize =
        archive.topic_ids().map(|(id, _)| site.indexes().findings.counts(Some(id)).total()).sum();
    let findings = || archive.letters.iter().flat_map(|letter| &letter.findings);
    assert_eq!(under_topics, findings().map(|finding| finding.topics.len()).sum::<usize>());
    assert_eq!(site.indexes().findings.all().len(), findings().count());
}

#[test]
fn management_oversight_has_findings_of_both_monitoring_letters() {
    let (site, _) = load(repository());
    let archive = site.archive();
    let (topic, _) = archive
        .topic_ids()
        .find(|(_, topic)| topic.slug.as_str() == "management-oversight")
        .expect("the topic");
    let findings = site.indexes().findings.selected(Some(topic), None);
    for visit in [1, 6] {
        let has_one = findings.iter().any(|id| archive.letter(id.letter()).visit == Some(visit));
        assert!(has_one, "visit {visit}");
    }
    let pages = site.routes().into_iter().filter(|route| {
        let path = route.as_str();
        path.starts_with("/findings/management-oversight/") && path.ends_with('/')
    });
    let pages: String = pages
        .map(|route| String::from_utf8(site.render(route).expect("a page")).expect("text"))
        .collect();
    // A number does not part from its words at the end of a line.
    let pages = pages.replace('\u{a0}', " ");
    assert!(pages.contains("Monitoring visit 1") && pages.contains("Monitoring visit 6"));
}

#[test]
fn every_figure_of_the_letters_is_a_measure() {
    let (site, _) = load(repository());
    let series = &site.indexes().authority(sunderland(&site)).series;
    let mut figures: Vec<String> = series
        .iter()
        .map(|series| {
            let points = series.points.iter();
            let words =
                points.map(|point| format!("{} {}", point.date, series.unit.words(point.value)));
            words.collect::<Vec<_>>().join(", ")
        })
        .collect();
    figures.sort();
    assert_eq!(
        figures,
        [
            "2015-05 30%, 2016-06 82%",
            "2015-05 85%, 2016-06 57%",
            "2015-11 69%, 2016-06 89%",
            "2017-04 252, 2017-12 646",
        ]
    );
}

#[test]
fn the_about_page_carries_the_licence() {
    let (site, _) = load(repository());
    let page = site.render(&Route::new("/about/")).expect("the page");
    let page = String::from_utf8(page).expect("text");
    assert!(page.contains("Contains public sector information licensed under the"));
    assert!(page.contains("Open Government Licence v3.0"));
}
