//! Letters.

use super::{path, whole, words};
use crate::model::{LetterId, LetterKindId, LevelId, PolarityId, Slug, TermId, Vocabulary};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, ColumnLink, Table};
use crate::render::page_context::Scene;

pub(super) fn letters(vocabulary: &Vocabulary) -> Table<LetterId> {
    let mut columns = before_counts(vocabulary);
    columns.extend(vocabulary.ids().map(|polarity| count_of(vocabulary, polarity)));
    columns.extend(after_counts());
    Table {
        table: DataTable::Letters,
        title: "Letters",
        about: "Letters written after a visit, as summarised on the site. Each is here once.",
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
            "The authority under whose address the letter stands.",
            |scene, id| Cell::text(scene.archive.letter(id).folder.as_str()),
        ),
        Column::new(
            "letter",
            ColumnKind::Slug,
            "The name in addresses, unique within the authority.",
            |scene, id| Cell::text(scene.archive.letter(id).slug.as_str()),
        ),
        Column::new(
            "authorities",
            ColumnKind::Slugs,
            "All authorities that it was sent to: one, or two.",
            |scene, id| Cell::list(scene.archive.letter(id).authorities.iter().map(Slug::as_str)),
        ),
        Column::new(
            "kind",
            ColumnKind::Word(words::<LetterKindId>(vocabulary)),
            "What kind of visit it followed.",
            |scene, id| Cell::word(scene, Some(scene.archive.letter(id).kind)),
        ),
        Column::or_empty(
            "visit",
            ColumnKind::Integer(1),
            "The number of the visit, as the letter states it.",
            |scene, id| {
                scene.archive.letter(id).visit.map_or(Cell::Empty, |it| Cell::Integer(it.into()))
            },
        ),
        Column::new(
            "on_site",
            ColumnKind::Edtf,
            "When inspectors were there, in EDTF: as exact as the source, and no more so.",
            |scene, id| Cell::date(Some(&scene.archive.letter(id).on_site)),
        ),
        Column::new(
            "on_site_earliest",
            ColumnKind::Day,
            "The first day that on_site can mean, to sort by.",
            |scene, id| Cell::earliest(Some(&scene.archive.letter(id).on_site)),
        ),
        Column::new(
            "on_site_latest",
            ColumnKind::Day,
            "The last day that on_site can mean.",
            |scene, id| Cell::latest(Some(&scene.archive.letter(id).on_site)),
        ),
        Column::new(
            "dated",
            ColumnKind::Edtf,
            "The date printed on the letter, in EDTF: as exact as the source, and no more so.",
            |scene, id| Cell::date(Some(&scene.archive.letter(id).dated)),
        ),
        Column::new(
            "dated_earliest",
            ColumnKind::Day,
            "The first day that dated can mean, to sort by.",
            |scene, id| Cell::earliest(Some(&scene.archive.letter(id).dated)),
        ),
        Column::new(
            "dated_latest",
            ColumnKind::Day,
            "The last day that dated can mean.",
            |scene, id| Cell::latest(Some(&scene.archive.letter(id).dated)),
        ),
        Column::or_empty(
            "published",
            ColumnKind::Edtf,
            "When it was published, in EDTF.",
            |scene, id| Cell::date(scene.archive.letter(id).published.as_ref()),
        ),
        Column::or_empty(
            "areas",
            ColumnKind::Texts,
            "The service areas covered, as printed.",
            |scene, id| Cell::list(scene.archive.letter(id).areas.iter().map(String::as_str)),
        ),
        Column::or_empty(
            "evidence",
            ColumnKind::Texts,
            "What inspectors looked at, as printed.",
            |scene, id| Cell::list(scene.archive.letter(id).evidence.iter().map(String::as_str)),
        ),
        Column::or_empty(
            "inspectors",
            ColumnKind::Texts,
            "Who visited, as printed.",
            |scene, id| {
                Cell::list(scene.archive.letter(id).inspectors.iter().map(|it| it.name.as_str()))
            },
        ),
        Column::or_empty(
            "lead_inspectors",
            ColumnKind::Texts,
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
            ColumnKind::Text,
            "How the letter puts the progress, as printed.",
            |scene, id| {
                Cell::some(scene.archive.letter(id).progress.as_ref().map(|it| it.words.as_str()))
            },
        ),
        Column::or_empty(
            "level",
            ColumnKind::Word(words::<LevelId>(vocabulary)),
            "What those words come to. Not a trend: each visit looks at another area.",
            |scene, id| {
                Cell::word(
                    scene,
                    scene.archive.letter(id).progress.as_ref().and_then(|it| it.level),
                )
            },
        ),
        Column::or_empty(
            "summary",
            ColumnKind::Text,
            "The first paragraph of the summary, in the words of the site.",
            |scene, id| Cell::text(&*scene.archive.letter(id).body.lead),
        ),
        Column::new(
            "findings",
            ColumnKind::Integer(0),
            "How many findings it has.",
            |scene, id| Cell::count(scene.archive.letter(id).findings.len()),
        ),
    ]
}

/// How many findings are of a polarity.
fn count_of(vocabulary: &Vocabulary, of: PolarityId) -> Column<LetterId> {
    let term = of.term(vocabulary);
    Column::new(
        term.column(),
        ColumnKind::Integer(0),
        format!("How many of its findings are of the polarity {}.", term.word),
        move |scene, id| polarity(scene, id, of),
    )
}

fn after_counts() -> Vec<Column<LetterId>> {
    vec![
        Column::or_empty(
            "source",
            ColumnKind::Address,
            "The copy of the regulator.",
            |scene, id| Cell::some(scene.archive.letter(id).url.as_deref()),
        ),
        Column::new(
            "path",
            ColumnKind::Text,
            "Its page, from the root of the site.",
            |scene, id| Cell::text(path(&Route::letter(scene.archive.letter(id)))),
        ),
        Column::new("url", ColumnKind::Address, "Its page, as a whole address.", |scene, id| {
            Cell::text(whole(scene, &path(&Route::letter(scene.archive.letter(id)))))
        }),
    ]
}

fn polarity<'s>(scene: &'s Scene<'s>, id: LetterId, polarity: PolarityId) -> Cell<'s> {
    let findings = scene.archive.letter(id).findings.iter();
    Cell::count(findings.filter(|finding| finding.polarity == polarity).count())
}
