//! Findings, each once.

use super::{LINKS, whole, words};
use crate::model::{FindingId, LetterKindId, Message, PolarityId, Slug, Vocabulary};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, Table};
use crate::render::page_context::Scene;

pub(super) fn findings(vocabulary: &Vocabulary) -> Table<FindingId> {
    Table {
        table: DataTable::Findings,
        title: Message::table_findings,
        about: Message::table_findings_about,
        columns: vec![
            Column::new(
                "authority",
                ColumnKind::Slug,
                Message::column_letter_authority,
                |scene, id: FindingId| {
                    Cell::text(scene.archive.letter(id.letter()).folder.as_str())
                },
            ),
            Column::new(
                "letter",
                ColumnKind::Slug,
                Message::column_letter,
                |scene, id: FindingId| Cell::text(scene.archive.letter(id.letter()).slug.as_str()),
            ),
            Column::new(
                "finding",
                ColumnKind::Slug,
                Message::column_findings_finding,
                |scene, id: FindingId| Cell::text(scene.archive.finding(id).id.as_str()),
            ),
            Column::new(
                "url",
                ColumnKind::Address,
                Message::column_whole_url,
                |scene, id: FindingId| Cell::text(whole(scene, &Route::finding(scene.archive, id))),
            ),
            Column::new(
                "number",
                ColumnKind::Integer(1),
                Message::column_findings_number,
                |_, id: FindingId| Cell::count(id.place() + 1),
            ),
            Column::new(
                "polarity",
                ColumnKind::Word(words::<PolarityId>(vocabulary)),
                Message::column_findings_polarity,
                |scene, id: FindingId| Cell::word(scene, Some(scene.archive.finding(id).polarity)),
            ),
            Column::new(
                "topic",
                ColumnKind::Slug,
                Message::column_findings_topic,
                |scene, id: FindingId| {
                    Cell::some(scene.archive.finding(id).topics.first().map(Slug::as_str))
                },
            ),
            Column::new(
                "topics",
                ColumnKind::Slugs,
                Message::column_findings_topics,
                |scene, id: FindingId| {
                    Cell::list(scene.archive.finding(id).topics.iter().map(Slug::as_str))
                },
            ),
            Column::or_empty(
                "subject",
                ColumnKind::Text,
                Message::column_findings_subject,
                |scene, id: FindingId| Cell::some(scene.archive.finding(id).subject.as_deref()),
            ),
            Column::new("text", ColumnKind::Text, Message::column_findings_text, text),
            Column::or_empty(
                "title",
                ColumnKind::Text,
                Message::column_findings_title,
                |scene, id: FindingId| Cell::some(scene.archive.finding(id).title.as_deref()),
            ),
            Column::new(
                "key",
                ColumnKind::Flag,
                Message::column_findings_key,
                |scene, id: FindingId| Cell::Flag(scene.archive.finding(id).key),
            ),
            Column::or_empty(
                "words",
                ColumnKind::Texts,
                Message::column_findings_words,
                |scene, id: FindingId| {
                    Cell::list(scene.archive.finding(id).words.iter().map(|it| it.words.as_str()))
                },
            ),
            Column::or_empty(
                "pages",
                ColumnKind::Texts,
                Message::column_findings_pages,
                |scene, id: FindingId| {
                    let pages = scene.archive.finding(id).words.iter().filter_map(|it| it.page);
                    Cell::list(pages.map(|page| page.to_string()))
                },
            ),
            Column::or_empty(
                "follows",
                ColumnKind::Text,
                Message::column_findings_follows,
                |scene, id: FindingId| {
                    let follows = scene.archive.finding(id).follows.as_ref();
                    follows.map_or(Cell::Empty, |it| {
                        Cell::text(format!("{}#{}", it.letter, it.finding))
                    })
                },
            ),
            Column::or_empty(
                "national_framework",
                ColumnKind::Slugs,
                Message::column_findings_national_framework,
                |scene, id: FindingId| {
                    let vocabulary = &scene.archive.vocabulary;
                    let referred = scene.archive.finding(id).national_framework.iter();
                    Cell::list(referred.map(|it| vocabulary.word(*it)))
                },
            ),
            Column::new(
                "authorities",
                ColumnKind::Slugs,
                Message::column_findings_authorities,
                |scene, id: FindingId| {
                    Cell::list(
                        scene.archive.letter(id.letter()).authorities.iter().map(Slug::as_str),
                    )
                },
            ),
            Column::new(
                "kind",
                ColumnKind::Word(words::<LetterKindId>(vocabulary)),
                Message::column_findings_kind,
                |scene, id: FindingId| {
                    Cell::word(scene, Some(scene.archive.letter(id.letter()).kind))
                },
            ),
            Column::or_empty(
                "visit",
                ColumnKind::Integer(1),
                Message::column_visit,
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
                Message::column_on_site,
                |scene, id: FindingId| Cell::date(Some(&scene.archive.letter(id.letter()).on_site)),
            ),
            Column::new(
                "on_site_earliest",
                ColumnKind::Day,
                Message::column_on_site_earliest,
                |scene, id: FindingId| {
                    Cell::earliest(Some(&scene.archive.letter(id.letter()).on_site))
                },
            ),
            Column::new(
                "on_site_latest",
                ColumnKind::Day,
                Message::column_on_site_latest,
                |scene, id: FindingId| {
                    Cell::latest(Some(&scene.archive.letter(id.letter()).on_site))
                },
            ),
            Column::new(
                "dated",
                ColumnKind::Edtf,
                Message::column_dated,
                |scene, id: FindingId| Cell::date(Some(&scene.archive.letter(id.letter()).dated)),
            ),
            Column::new(
                "dated_earliest",
                ColumnKind::Day,
                Message::column_dated_earliest,
                |scene, id: FindingId| {
                    Cell::earliest(Some(&scene.archive.letter(id.letter()).dated))
                },
            ),
            Column::new(
                "dated_latest",
                ColumnKind::Day,
                Message::column_dated_latest,
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
