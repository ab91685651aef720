//! Words and their labels, list by list: unique, in order, and of the form that their place needs.

use std::ops::Range;

use super::FixedColumns;
use super::toml_table::{Located, Reader, Table};
use crate::model::{Framework, Grade, JudgementArea, LetterKind, Slug, Term, TermList, Vocabulary};
use crate::parse::rules;

/// How long a list may be.
const MOST_TERMS: usize = 100;

/// Where the words of a list stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordForm {
    /// In addresses, class names or columns, so that they must be slugs.
    Slug,
    /// In front matter alone. Such a word is its own label where it has none.
    Text,
}

/// Reads all lists but that of polarities; those that the table lacks stay.
pub(super) fn read(
    reader: &mut Reader<'_>,
    table: &Table<'_>,
    read: &mut Vocabulary,
    fixed: &FixedColumns,
) {
    letter_kinds(reader, table, &mut read.letter_kinds);
    frameworks(reader, table, &mut read.frameworks);
    grades(reader, table, &mut read.grades);
    areas(reader, table, &mut read.areas, fixed);
    for (list, form, to) in [
        (TermList::Levels, WordForm::Slug, &mut read.levels),
        (TermList::Regions, WordForm::Text, &mut read.regions),
        (TermList::TopicGroups, WordForm::Text, &mut read.topic_groups),
        (TermList::NationalFramework, WordForm::Slug, &mut read.national_framework),
    ] {
        if let Some(terms) = members(reader, table, list, form, &[], |_, _, term| Some(term)) {
            *to = terms;
        }
    }
}

fn letter_kinds(reader: &mut Reader<'_>, table: &Table<'_>, to: &mut Vec<LetterKind>) {
    let mut numbered: Option<String> = None;
    let keys = &["plural", "numbered"];
    let kinds =
        members(reader, table, TermList::LetterKinds, WordForm::Slug, keys, |reader, it, term| {
            let plural = reader.required_text(it, "plural").map(|plural| plural.value);
            let is_numbered = reader.flag(it, "numbered");
            if let (true, Some(other)) = (is_numbered, &numbered) {
                let range = it.entries.get("numbered").map_or(it.range.clone(), |it| it.span());
                let message = format!("visits of the kind `{other}` are numbered already");
                let help = "let visits of one kind be numbered: take the other line away";
                reader.problem(rules::BAD_VOCABULARY, &range, message, help);
            } else if is_numbered {
                numbered = Some(term.word.clone());
            }
            Some(LetterKind { term, plural: plural?, is_numbered })
        });
    *to = kinds.unwrap_or_else(|| std::mem::take(to));
}

fn frameworks(reader: &mut Reader<'_>, table: &Table<'_>, to: &mut Vec<Framework>) {
    let keys = &["no_overall_from"];
    let frameworks =
        members(reader, table, TermList::Frameworks, WordForm::Text, keys, |reader, it, term| {
            let no_overall_from = reader.point_in_time(it, "no_overall_from");
            Some(Framework { term, no_overall_from })
        });
    *to = frameworks.unwrap_or_else(|| std::mem::take(to));
}

fn grades(reader: &mut Reader<'_>, table: &Table<'_>, to: &mut Vec<Grade>) {
    let mut last: u8 = 0;
    let keys = &["rank", "opens_monitoring"];
    let grades = members(
        reader,
        table,
        TermList::Grades,
        WordForm::Slug,
        keys,
        |reader, it, term| {
            let opens_monitoring = reader.flag(it, "opens_monitoring");
            let Located { value: rank, range } = reader.required_number(it, "rank")?;
            let follows = rank == last.saturating_add(1) || (rank == last && last > 0);
            if !follows {
                let message = match last {
                    0 => format!("the first grade has the rank {rank}, and not 1"),
                    _ => format!("the rank {rank} does not follow on {last}"),
                };
                let help = "begin with the best grade and `rank = 1`; each next one has the same rank or one more";
                reader.problem(rules::GRADE_ORDER, &range, message, help);
            }
            last = rank;
            Some(Grade { term, rank, opens_monitoring })
        },
    );
    *to = grades.unwrap_or_else(|| std::mem::take(to));
}

fn areas(
    reader: &mut Reader<'_>,
    table: &Table<'_>,
    to: &mut Vec<JudgementArea>,
    fixed: &FixedColumns,
) {
    let areas =
        members(reader, table, TermList::Areas, WordForm::Slug, &["about"], |reader, it, term| {
            let column = term.column();
            if fixed.inspections.contains(&column) {
                refuse_column(reader, &word_range(it), &column, "inspections");
            }
            Some(JudgementArea { about: reader.text(it, "about").map(|about| about.value), term })
        });
    *to = areas.unwrap_or_else(|| std::mem::take(to));
}

/// Where the word of a member stands.
pub(super) fn word_range(table: &Table<'_>) -> Range<usize> {
    table.entries.get("word").map_or(table.range.clone(), |word| word.span())
}

pub(super) fn refuse_column(
    reader: &mut Reader<'_>,
    range: &Range<usize>,
    column: &str,
    table: &str,
) {
    let message = format!("the table of {table} in the data has a column `{column}` already");
    reader.problem(rules::BAD_VOCABULARY, range, message, "choose another word");
}

/// The members of a list, each read by `member`, which gets its word and its label; `None` where the table has no such
/// list.
pub(super) fn members<T>(
    reader: &mut Reader<'_>,
    table: &Table<'_>,
    list: TermList,
    form: WordForm,
    more_keys: &[&str],
    mut member: impl FnMut(&mut Reader<'_>, &Table<'_>, Term) -> Option<T>,
) -> Option<Vec<T>> {
    let tables = reader.tables(table, list.key())?;
    let keys: Vec<&str> = ["word", "label"].into_iter().chain(more_keys.iter().copied()).collect();
    let mut known: Vec<Term> = Vec::new();
    let mut read = Vec::new();
    for table in &tables {
        reader.refuse_other_keys(table, &keys);
        let term = term(reader, table, form);
        if let Some(term) = &term {
            refuse_twice(reader, table, list, &known, term);
            known.push(term.clone());
        }
        // A member without a word is looked at too, for what else is wrong with it.
        let has_word = term.is_some();
        let nobody = || Term { word: String::new(), label: String::new() };
        read.extend(member(reader, table, term.unwrap_or_else(nobody)).filter(|_| has_word));
    }
    refuse_length(reader, table, list, tables.len());
    Some(read)
}

fn refuse_length(reader: &mut Reader<'_>, table: &Table<'_>, list: TermList, length: usize) {
    let range = table.entries.get(list.key()).map_or(table.range.clone(), |list| list.span());
    let least = match list {
        TermList::LetterKinds | TermList::Polarities | TermList::TopicGroups => 1,
        TermList::Frameworks | TermList::Grades | TermList::Areas => 0,
        TermList::Levels | TermList::Regions | TermList::NationalFramework => 0,
    };
    if length < least {
        let message =
            format!("`{}` is empty, and each letter or topic needs a word of it", list.key());
        let help = "add a word, or leave the list out for the one that comes with the program";
        reader.problem(rules::BAD_VOCABULARY, &range, message, help);
    } else if length > MOST_TERMS {
        let message = format!("`{}` has {length} words, and {MOST_TERMS} are the most", list.key());
        reader.problem(rules::BAD_VOCABULARY, &range, message, "take some away");
    }
}

fn term(reader: &mut Reader<'_>, table: &Table<'_>, form: WordForm) -> Option<Term> {
    let word = reader.required_text(table, "word");
    let label = match form {
        WordForm::Slug => reader.required_text(table, "label"),
        WordForm::Text => reader.text(table, "label"),
    };
    let word = word?;
    if form == WordForm::Slug && Slug::parse(&word.value).is_none() {
        let message = format!("`{}` cannot stand in an address", word.value);
        let nearest =
            Slug::from_text(&word.value).map_or_else(String::new, |it| format!(": `{it}`"));
        let help = format!("use small letters, digits and hyphens{nearest}");
        reader.problem(rules::BAD_VOCABULARY, &word.range, message, help);
        return None;
    }
    let label = match (label, table.entries.contains_key("label")) {
        (Some(label), _) => label.value,
        (None, false) if form == WordForm::Text => word.value.clone(),
        (None, _) => return None,
    };
    Some(Term { word: word.value, label })
}

fn refuse_twice(
    reader: &mut Reader<'_>,
    table: &Table<'_>,
    list: TermList,
    known: &[Term],
    term: &Term,
) {
    let same = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
    for (key, is_there) in [
        ("word", known.iter().any(|it| same(&it.word, &term.word))),
        ("label", known.iter().any(|it| same(&it.label, &term.label))),
    ] {
        let range = table.entries.get(key).map(|it| it.span());
        if let (true, Some(range)) = (is_there, range) {
            let message = format!("another {} has this {key}", list.member());
            let help = "choose another, or take one of the two away";
            reader.problem(rules::DUPLICATE_WORD, &range, message, help);
        }
    }
}
