//! Letters.

use super::{path, whole, words};
use crate::model::{LetterId, LetterKind, Level, Message, Polarity, Slug};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, ColumnLink, Table};
use crate::render::page_context::Scene;

pub(in crate::render::data) static LETTERS: Table<LetterId> = Table {
    table: DataTable::Letters,
    title: Message::table_letters,
    about: Message::table_letters_about,
    columns: &[
        Column::new(
            "authority",
            ColumnKind::Slug,
            Message::column_letter_authority,
            |scene, id| Cell::text(scene.archive.letter(id).folder.as_str()),
        ),
        Column::new("letter", ColumnKind::Slug, Message::column_letters_letter, |scene, id| {
            Cell::text(scene.archive.letter(id).slug.as_str())
        }),
        Column::new(
            "authorities",
            ColumnKind::Slugs,
            Message::column_letters_authorities,
            |scene, id| Cell::list(scene.archive.letter(id).authorities.iter().map(Slug::as_str)),
        ),
        Column::new(
            "kind",
            ColumnKind::Word(words::<LetterKind>),
            Message::column_letters_kind,
            |scene, id| Cell::word(Some(scene.archive.letter(id).kind)),
        ),
        Column::or_empty("visit", ColumnKind::Integer(1), Message::column_visit, |scene, id| {
            scene.archive.letter(id).visit.map_or(Cell::Empty, |it| Cell::Integer(it.into()))
        }),
        Column::new("on_site", ColumnKind::Edtf, Message::column_on_site, |scene, id| {
            Cell::date(Some(&scene.archive.letter(id).on_site))
        }),
        Column::new(
            "on_site_earliest",
            ColumnKind::Day,
            Message::column_on_site_earliest,
            |scene, id| Cell::earliest(Some(&scene.archive.letter(id).on_site)),
        ),
        Column::new(
            "on_site_latest",
            ColumnKind::Day,
            Message::column_on_site_latest,
            |scene, id| Cell::latest(Some(&scene.archive.letter(id).on_site)),
        ),
        Column::new("dated", ColumnKind::Edtf, Message::column_dated, |scene, id| {
            Cell::date(Some(&scene.archive.letter(id).dated))
        }),
        Column::new(
            "dated_earliest",
            ColumnKind::Day,
            Message::column_dated_earliest,
            |scene, id| Cell::earliest(Some(&scene.archive.letter(id).dated)),
        ),
        Column::new("dated_latest", ColumnKind::Day, Message::column_dated_latest, |scene, id| {
            Cell::latest(Some(&scene.archive.letter(id).dated))
        }),
        Column::or_empty(
            "published",
            ColumnKind::Edtf,
            Message::column_letters_published,
            |scene, id| Cell::date(scene.archive.letter(id).published.as_ref()),
        ),
        Column::or_empty("areas", ColumnKind::Texts, Message::column_letters_areas, |scene, id| {
            Cell::list(scene.archive.letter(id).areas.iter().map(String::as_str))
        }),
        Column::or_empty(
            "evidence",
            ColumnKind::Texts,
            Message::column_letters_evidence,
            |scene, id| Cell::list(scene.archive.letter(id).evidence.iter().map(String::as_str)),
        ),
        Column::or_empty(
            "inspectors",
            ColumnKind::Texts,
            Message::column_letters_inspectors,
            |scene, id| {
                Cell::list(scene.archive.letter(id).inspectors.iter().map(|it| it.name.as_str()))
            },
        ),
        Column::or_empty(
            "lead_inspectors",
            ColumnKind::Texts,
            Message::column_letters_lead_inspectors,
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
            ColumnKind::Text,
            Message::column_letters_progress,
            |scene, id| {
                Cell::some(scene.archive.letter(id).progress.as_ref().map(|it| it.words.as_str()))
            },
        ),
        Column::or_empty(
            "level",
            ColumnKind::Word(words::<Level>),
            Message::column_letters_level,
            |scene, id| {
                Cell::word(scene.archive.letter(id).progress.as_ref().and_then(|it| it.level))
            },
        ),
        Column::or_empty(
            "summary",
            ColumnKind::Text,
            Message::column_letters_summary,
            |scene, id| Cell::text(&*scene.archive.letter(id).body.lead),
        ),
        Column::new(
            "findings",
            ColumnKind::Integer(0),
            Message::column_letters_findings,
            |scene, id| Cell::count(scene.archive.letter(id).findings.len()),
        ),
        Column::new(
            "strength",
            ColumnKind::Integer(0),
            Message::column_letters_of_polarity,
            |scene, id| polarity(scene, id, Polarity::Strength),
        )
        .of("polarity", "strength"),
        Column::new(
            "improving",
            ColumnKind::Integer(0),
            Message::column_letters_of_polarity,
            |scene, id| polarity(scene, id, Polarity::Improving),
        )
        .of("polarity", "improving"),
        Column::new(
            "mixed",
            ColumnKind::Integer(0),
            Message::column_letters_of_polarity,
            |scene, id| polarity(scene, id, Polarity::Mixed),
        )
        .of("polarity", "mixed"),
        Column::new(
            "not_yet",
            ColumnKind::Integer(0),
            Message::column_letters_of_polarity,
            |scene, id| polarity(scene, id, Polarity::NotYet),
        )
        .of("polarity", "not-yet"),
        Column::or_empty(
            "source",
            ColumnKind::Address,
            Message::column_letters_source,
            |scene, id| Cell::some(scene.archive.letter(id).url.as_deref()),
        ),
        Column::new("path", ColumnKind::Text, Message::column_path, |scene, id| {
            Cell::text(path(&Route::letter(scene.archive.letter(id))))
        }),
        Column::new("url", ColumnKind::Address, Message::column_page_url, |scene, id| {
            Cell::text(whole(scene, &path(&Route::letter(scene.archive.letter(id)))))
        }),
    ],
    key: &["authority", "letter"],
    links: &[ColumnLink::TO_AUTHORITY],
    rows: |scene| scene.archive.letter_ids().map(|(id, _)| id).collect(),
};

fn polarity<'s>(scene: &'s Scene<'s>, id: LetterId, polarity: Polarity) -> Cell<'s> {
    let findings = scene.archive.letter(id).findings.iter();
    Cell::count(findings.filter(|finding| finding.polarity == polarity).count())
}
