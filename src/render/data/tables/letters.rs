//! Letters.

use super::{path, whole, words};
use crate::model::{
    LetterId, LetterKindId, LevelId, Message, PolarityId, Slug, TermId, Vocabulary,
};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnAbout, ColumnKind, ColumnLink, Table};
use crate::render::page_context::Scene;

pub(super) fn letters(vocabulary: &Vocabulary) -> Table<LetterId> {
    let mut columns = before_counts(vocabulary);
    columns.extend(vocabulary.ids().map(|polarity| count_of(vocabulary, polarity)));
    columns.extend(after_counts());
    Table {
        table: DataTable::Letters,
        title: Message::table_letters,
        about: Message::table_letters_about,
        columns,
        key: &["authority", "letter"],
        links: &[ColumnLink::TO_AUTHORITY],
        rows: |scene| scene.archive.letter_ids().map(|(id, _)| id).collect(),
    }
}

fn before_counts(vocabulary: &Vocabulary) -> Vec<Column<LetterId>> {
    vec![
        Column::new(
            "authority",
            ColumnKind::Slug,
            Message::column_letter_authority,
            |scene, id: LetterId| Cell::text(scene.archive.letter(id).folder.as_str()),
        ),
        Column::new(
            "letter",
            ColumnKind::Slug,
            Message::column_letters_letter,
            |scene, id: LetterId| Cell::text(scene.archive.letter(id).slug.as_str()),
        ),
        Column::new(
            "authorities",
            ColumnKind::Slugs,
            Message::column_letters_authorities,
            |scene, id: LetterId| {
                Cell::list(scene.archive.letter(id).authorities.iter().map(Slug::as_str))
            },
        ),
        Column::new(
            "kind",
            ColumnKind::Word(words::<LetterKindId>(vocabulary)),
            Message::column_letters_kind,
            |scene, id: LetterId| Cell::word(scene, Some(scene.archive.letter(id).kind)),
        ),
        Column::or_empty(
            "visit",
            ColumnKind::Integer(1),
            Message::column_visit,
            |scene, id: LetterId| {
                scene.archive.letter(id).visit.map_or(Cell::Empty, |it| Cell::Integer(it.into()))
            },
        ),
        Column::new("on_site", ColumnKind::Edtf, Message::column_on_site, |scene, id: LetterId| {
            Cell::date(Some(&scene.archive.letter(id).on_site))
        }),
        Column::new(
            "on_site_earliest",
            ColumnKind::Day,
            Message::column_on_site_earliest,
            |scene, id: LetterId| Cell::earliest(Some(&scene.archive.letter(id).on_site)),
        ),
        Column::new(
            "on_site_latest",
            ColumnKind::Day,
            Message::column_on_site_latest,
            |scene, id: LetterId| Cell::latest(Some(&scene.archive.letter(id).on_site)),
        ),
        Column::new("dated", ColumnKind::Edtf, Message::column_dated, |scene, id: LetterId| {
            Cell::date(Some(&scene.archive.letter(id).dated))
        }),
        Column::new(
            "dated_earliest",
            ColumnKind::Day,
            Message::column_dated_earliest,
            |scene, id: LetterId| Cell::earliest(Some(&scene.archive.letter(id).dated)),
        ),
        Column::new(
            "dated_latest",
            ColumnKind::Day,
            Message::column_dated_latest,
            |scene, id: LetterId| Cell::latest(Some(&scene.archive.letter(id).dated)),
        ),
        Column::or_empty(
            "printed",
            ColumnKind::Edtf,
            Message::column_letters_printed,
            |scene, id: LetterId| Cell::date(scene.archive.letter(id).printed.as_ref()),
        ),
        Column::or_empty(
            "addressed_to",
            ColumnKind::Text,
            Message::column_letters_addressed_to,
            |scene, id: LetterId| Cell::some(scene.archive.letter(id).addressed_to.as_deref()),
        ),
        Column::or_empty(
            "published",
            ColumnKind::Edtf,
            Message::column_letters_published,
            |scene, id: LetterId| Cell::date(scene.archive.letter(id).published.as_ref()),
        ),
        Column::or_empty(
            "areas",
            ColumnKind::Texts,
            Message::column_letters_areas,
            |scene, id: LetterId| {
                Cell::list(scene.archive.letter(id).areas.iter().map(String::as_str))
            },
        ),
        Column::or_empty(
            "evidence",
            ColumnKind::Texts,
            Message::column_letters_evidence,
            |scene, id: LetterId| {
                Cell::list(scene.archive.letter(id).evidence.iter().map(String::as_str))
            },
        ),
        Column::or_empty(
            "inspectors",
            ColumnKind::Texts,
            Message::column_letters_inspectors,
            |scene, id: LetterId| {
                Cell::list(scene.archive.letter(id).inspectors.iter().map(|it| it.name.as_str()))
            },
        ),
        Column::or_empty(
            "lead_inspectors",
            ColumnKind::Texts,
            Message::column_letters_lead_inspectors,
            |scene, id: LetterId| {
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
            |scene, id: LetterId| {
                Cell::some(scene.archive.letter(id).progress.as_ref().map(|it| it.words.as_str()))
            },
        ),
        Column::or_empty(
            "level",
            ColumnKind::Word(words::<LevelId>(vocabulary)),
            Message::column_letters_level,
            |scene, id: LetterId| {
                Cell::word(
                    scene,
                    scene.archive.letter(id).progress.as_ref().and_then(|it| it.level),
                )
            },
        ),
        Column::or_empty(
            "summary",
            ColumnKind::Text,
            Message::column_letters_summary,
            |scene, id: LetterId| Cell::text(&*scene.archive.letter(id).body.lead),
        ),
        Column::new(
            "findings",
            ColumnKind::Integer(0),
            Message::column_letters_findings,
            |scene, id: LetterId| Cell::count(scene.archive.letter(id).findings.len()),
        ),
    ]
}

/// How many findings are of a polarity.
fn count_of(vocabulary: &Vocabulary, of: PolarityId) -> Column<LetterId> {
    let term = of.term(vocabulary);
    Column::new(
        term.column(),
        ColumnKind::Integer(0),
        ColumnAbout::of(Message::column_letters_of_polarity, "polarity", &term.word),
        move |scene, id| polarity(scene, id, of),
    )
}

fn after_counts() -> Vec<Column<LetterId>> {
    vec![
        Column::or_empty(
            "source",
            ColumnKind::Address,
            Message::column_letters_source,
            |scene, id: LetterId| Cell::some(scene.archive.letter(id).url()),
        ),
        Column::new("path", ColumnKind::Text, Message::column_path, |scene, id: LetterId| {
            Cell::text(path(&Route::letter(scene.archive.letter(id))))
        }),
        Column::new("url", ColumnKind::Address, Message::column_page_url, |scene, id: LetterId| {
            Cell::text(whole(scene, &path(&Route::letter(scene.archive.letter(id)))))
        }),
    ]
}

fn polarity<'s>(scene: &'s Scene<'s>, id: LetterId, polarity: PolarityId) -> Cell<'s> {
    let findings = scene.archive.letter(id).findings.iter();
    Cell::count(findings.filter(|finding| finding.polarity == polarity).count())
}
