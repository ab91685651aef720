//! Findings, each once.

use super::{LINKS, whole, words};
use crate::model::{FindingId, LetterKindId, PolarityId, Slug, Vocabulary};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, Table};
use crate::render::page_context::Scene;

pub(super) fn findings(vocabulary: &Vocabulary) -> Table<FindingId> {
    Table {
        table: DataTable::Findings,
        title: "Findings",
        about: "What letters say, claim by claim, in the words of the site. Each is here once.",
        columns: vec![
            Column::new(
                "authority",
                ColumnKind::Slug,
                "The authority under whose address the letter stands.",
                |scene, id: FindingId| {
                    Cell::text(scene.archive.letter(id.letter()).folder.as_str())
                },
            ),
            Column::new(
                "letter",
                ColumnKind::Slug,
                "The letter, unique within the authority.",
                |scene, id: FindingId| Cell::text(scene.archive.letter(id.letter()).slug.as_str()),
            ),
            Column::new(
                "finding",
                ColumnKind::Slug,
                "The finding, unique within the letter: the end of its address.",
                |scene, id: FindingId| Cell::text(scene.archive.finding(id).id.as_str()),
            ),
            Column::new(
                "url",
                ColumnKind::Address,
                "Its whole address.",
                |scene, id: FindingId| Cell::text(whole(scene, &Route::finding(scene.archive, id))),
            ),
            Column::new(
                "number",
                ColumnKind::Integer(1),
                "Its place in the letter.",
                |_, id: FindingId| Cell::count(id.place() + 1),
            ),
            Column::new(
                "polarity",
                ColumnKind::Word(words::<PolarityId>(vocabulary)),
                "What kind of claim it is, in the terms of the letters.",
                |scene, id: FindingId| Cell::word(scene, Some(scene.archive.finding(id).polarity)),
            ),
            Column::new("topic", ColumnKind::Slug, "The main topic.", |scene, id: FindingId| {
                Cell::some(scene.archive.finding(id).topics.first().map(Slug::as_str))
            }),
            Column::new(
                "topics",
                ColumnKind::Slugs,
                "All topics, the main one first.",
                |scene, id: FindingId| {
                    Cell::list(scene.archive.finding(id).topics.iter().map(Slug::as_str))
                },
            ),
            Column::or_empty(
                "subject",
                ColumnKind::Text,
                "Who it is about, where that is not the authority.",
                |scene, id: FindingId| Cell::some(scene.archive.finding(id).subject.as_deref()),
            ),
            Column::new("text", ColumnKind::Text, "The claim, without emphasis and links.", text),
            Column::new(
                "authorities",
                ColumnKind::Slugs,
                "All authorities that the letter was sent to.",
                |scene, id: FindingId| {
                    Cell::list(
                        scene.archive.letter(id.letter()).authorities.iter().map(Slug::as_str),
                    )
                },
            ),
            Column::new(
                "kind",
                ColumnKind::Word(words::<LetterKindId>(vocabulary)),
                "What kind of visit the letter followed.",
                |scene, id: FindingId| {
                    Cell::word(scene, Some(scene.archive.letter(id.letter()).kind))
                },
            ),
            Column::or_empty(
                "visit",
                ColumnKind::Integer(1),
                "The number of the visit, as the letter states it.",
                |scene, id: FindingId| {
                    scene
                        .archive
                        .letter(id.letter())
                        .visit
                        .map_or(Cell::Empty, |it| Cell::Integer(it.into()))
                },
            ),
            Column::new(
                "on_site",
                ColumnKind::Edtf,
                "When inspectors were there, in EDTF: as exact as the source, and no more so.",
                |scene, id: FindingId| Cell::date(Some(&scene.archive.letter(id.letter()).on_site)),
            ),
            Column::new(
                "on_site_earliest",
                ColumnKind::Day,
                "The first day that on_site can mean, to sort by.",
                |scene, id: FindingId| {
                    Cell::earliest(Some(&scene.archive.letter(id.letter()).on_site))
                },
            ),
            Column::new(
                "on_site_latest",
                ColumnKind::Day,
                "The last day that on_site can mean.",
                |scene, id: FindingId| {
                    Cell::latest(Some(&scene.archive.letter(id.letter()).on_site))
                },
            ),
            Column::new(
                "dated",
                ColumnKind::Edtf,
                "The date printed on the letter, in EDTF: as exact as the source, and no more so.",
                |scene, id: FindingId| Cell::date(Some(&scene.archive.letter(id.letter()).dated)),
            ),
            Column::new(
                "dated_earliest",
                ColumnKind::Day,
                "The first day that dated can mean, to sort by.",
                |scene, id: FindingId| {
                    Cell::earliest(Some(&scene.archive.letter(id.letter()).dated))
                },
            ),
            Column::new(
                "dated_latest",
                ColumnKind::Day,
                "The last day that dated can mean.",
                |scene, id: FindingId| Cell::latest(Some(&scene.archive.letter(id.letter()).dated)),
            ),
        ],
        key: &["authority", "letter", "finding"],
        links: LINKS,
        rows: all,
    }
}

fn text<'s>(scene: &'s Scene<'s>, id: FindingId) -> Cell<'s> {
    let file = &scene.archive.letter(id.letter()).source.path;
    Cell::text(scene.words(file, &scene.archive.finding(id).text))
}

/// In the order of the letters' paths, and in each letter's own.
fn all(scene: &Scene<'_>) -> Vec<FindingId> {
    let of_letter = |letter| {
        let places = 0..scene.archive.letter(letter).findings.len();
        places.map(move |place| FindingId::new(letter, place))
    };
    scene.archive.letter_ids().flat_map(|(letter, _)| of_letter(letter)).collect()
}
