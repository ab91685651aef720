//! Letters.

use super::{path, whole, words};
use crate::model::{LetterId, LetterKind, Level, Polarity, Slug};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, Kind, Link, Table};
use crate::render::page_context::Scene;

pub(in crate::render::data) static LETTERS: Table<LetterId> = Table {
    table: DataTable::Letters,
    title: "Letters",
    about: "Letters written after a visit, as summarised on the site. Each is here once.",
    columns: &[
        Column::new(
            "authority",
            Kind::Slug,
            "The authority under whose address the letter stands.",
            |scene, id| Cell::text(scene.archive.letter(id).folder.as_str()),
        ),
        Column::new(
            "letter",
            Kind::Slug,
            "The name in addresses, unique within the authority.",
            |scene, id| Cell::text(scene.archive.letter(id).slug.as_str()),
        ),
        Column::new(
            "authorities",
            Kind::Slugs,
            "All authorities that it was sent to: one, or two.",
            |scene, id| Cell::list(scene.archive.letter(id).authorities.iter().map(Slug::as_str)),
        ),
        Column::new(
            "kind",
            Kind::Word(words::<LetterKind>),
            "What kind of visit it followed.",
            |scene, id| Cell::word(Some(scene.archive.letter(id).kind)),
        ),
        Column::or_empty(
            "visit",
            Kind::Integer(1),
            "The number of the visit, as the letter states it.",
            |scene, id| {
                scene.archive.letter(id).visit.map_or(Cell::Empty, |it| Cell::Integer(it.into()))
            },
        ),
        Column::new(
            "on_site",
            Kind::Edtf,
            "When inspectors were there, in EDTF: as exact as the source, and no more so.",
            |scene, id| Cell::date(Some(&scene.archive.letter(id).on_site)),
        ),
        Column::new(
            "on_site_earliest",
            Kind::Day,
            "The first day that on_site can mean, to sort by.",
            |scene, id| Cell::earliest(Some(&scene.archive.letter(id).on_site)),
        ),
        Column::new(
            "on_site_latest",
            Kind::Day,
            "The last day that on_site can mean.",
            |scene, id| Cell::latest(Some(&scene.archive.letter(id).on_site)),
        ),
        Column::new(
            "dated",
            Kind::Edtf,
            "The date printed on the letter, in EDTF: as exact as the source, and no more so.",
            |scene, id| Cell::date(Some(&scene.archive.letter(id).dated)),
        ),
        Column::new(
            "dated_earliest",
            Kind::Day,
            "The first day that dated can mean, to sort by.",
            |scene, id| Cell::earliest(Some(&scene.archive.letter(id).dated)),
        ),
        Column::new("dated_latest", Kind::Day, "The last day that dated can mean.", |scene, id| {
            Cell::latest(Some(&scene.archive.letter(id).dated))
        }),
        Column::or_empty(
            "published",
            Kind::Edtf,
            "When it was published, in EDTF.",
            |scene, id| Cell::date(scene.archive.letter(id).published.as_ref()),
        ),
        Column::or_empty(
            "areas",
            Kind::Texts,
            "The service areas covered, as printed.",
            |scene, id| Cell::list(scene.archive.letter(id).areas.iter().map(String::as_str)),
        ),
        Column::or_empty(
            "evidence",
            Kind::Texts,
            "What inspectors looked at, as printed.",
            |scene, id| Cell::list(scene.archive.letter(id).evidence.iter().map(String::as_str)),
        ),
        Column::or_empty("inspectors", Kind::Texts, "Who visited, as printed.", |scene, id| {
            Cell::list(scene.archive.letter(id).inspectors.iter().map(|it| it.name.as_str()))
        }),
        Column::or_empty(
            "lead_inspectors",
            Kind::Texts,
            "Who of them led the visit.",
            |scene, id| {
                Cell::list(
                    scene
                        .archive
                        .letter(id)
                        .inspectors
                        .iter()
                        .filter(|it| it.lead)
                        .map(|it| it.name.as_str()),
                )
            },
        ),
        Column::or_empty(
            "progress",
            Kind::Text,
            "How the letter puts the progress, as printed.",
            |scene, id| {
                Cell::some(scene.archive.letter(id).progress.as_ref().map(|it| it.words.as_str()))
            },
        ),
        Column::or_empty(
            "level",
            Kind::Word(words::<Level>),
            "What those words come to. Not a trend: each visit looks at another area.",
            |scene, id| {
                Cell::word(scene.archive.letter(id).progress.as_ref().and_then(|it| it.level))
            },
        ),
        Column::or_empty(
            "summary",
            Kind::Text,
            "The first paragraph of the summary, in the words of the site.",
            |scene, id| Cell::text(&*scene.archive.letter(id).body.lead),
        ),
        Column::new("findings", Kind::Integer(0), "How many findings it has.", |scene, id| {
            Cell::count(scene.archive.letter(id).findings.len())
        }),
        Column::new(
            "strength",
            Kind::Integer(0),
            "How many of its findings are of the polarity strength.",
            |scene, id| polarity(scene, id, Polarity::Strength),
        ),
        Column::new(
            "improving",
            Kind::Integer(0),
            "How many of its findings are of the polarity improving.",
            |scene, id| polarity(scene, id, Polarity::Improving),
        ),
        Column::new(
            "mixed",
            Kind::Integer(0),
            "How many of its findings are of the polarity mixed.",
            |scene, id| polarity(scene, id, Polarity::Mixed),
        ),
        Column::new(
            "not_yet",
            Kind::Integer(0),
            "How many of its findings are of the polarity not-yet.",
            |scene, id| polarity(scene, id, Polarity::NotYet),
        ),
        Column::or_empty("source", Kind::Address, "The copy of the regulator.", |scene, id| {
            Cell::some(scene.archive.letter(id).url.as_deref())
        }),
        Column::new("path", Kind::Text, "Its page, from the root of the site.", |scene, id| {
            Cell::text(path(&Route::letter(scene.archive.letter(id))))
        }),
        Column::new("url", Kind::Address, "Its page, as a whole address.", |scene, id| {
            Cell::text(whole(scene, &path(&Route::letter(scene.archive.letter(id)))))
        }),
    ],
    key: &["authority", "letter"],
    links: &[Link { columns: &["authority"], table: DataTable::Authorities, to: &["authority"] }],
    rows: |scene| scene.archive.letter_ids().map(|(id, _)| id).collect(),
};

fn polarity<'s>(scene: &'s Scene<'s>, id: LetterId, polarity: Polarity) -> Cell<'s> {
    let findings = scene.archive.letter(id).findings.iter();
    Cell::count(findings.filter(|finding| finding.polarity == polarity).count())
}
