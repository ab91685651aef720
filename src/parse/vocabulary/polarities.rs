//! Kinds of finding: what so many are called, and the marks and colours that tell them apart.

use std::ops::Range;

use super::FixedColumns;
use super::terms::{WordForm, members, refuse_column, word_range};
use super::toml_table::{Located, Reader, Table};
use crate::diagnostics::did_you_mean;
use crate::model::{Colour, Counted, Mark, Palette, Polarity, PolarityId, TermList, Vocabulary};
use crate::parse::rules;

/// What colours stand on beside their own wash: the page of `gazette`, light and dark.
const GROUNDS: [Colour; 2] = [Colour([0xfa, 0xf8, 0xf3]), Colour([0x11, 0x19, 0x1e])];

/// <https://www.w3.org/TR/WCAG22/#contrast-minimum>
const TEXT_CONTRAST: f64 = 4.5;

/// <https://www.w3.org/TR/WCAG22/#non-text-contrast>
const MARK_CONTRAST: f64 = 3.0;

/// Classes that the themes which come with the program have for something else: a polarity's word is one too.
const CLASSES: &str = "about absent again area arrow authorities axis bar bars beside brand by-region centre change choices \
    codes copied copy count crumbs dates day dot draft event evidence facets facts filter first footer \
    footnotes from front gap grade grid hero hidden icon inspection judgements key last leader letter letter-text letters line \
    listing long map marked masthead matrix measure measures missing monitored more more-results name next none \
    none-of-kind note now number of-one-kind old-id over page page-number pages part period polarity \
    progress prose quote result results right scroll search short-matrix skip small some stand status \
    strip subject tag tally thread timeline to topics values visit ways when where with-aside \
    without-scripts wrap";

const KEYS: &[&str] = &["counted", "mark", "light", "dark"];

/// Reads the list; where the table has none, it stays.
pub(super) fn read(
    reader: &mut Reader<'_>,
    table: &Table<'_>,
    read: &mut Vocabulary,
    fixed: &FixedColumns,
) {
    let mut marks = Vec::new();
    let list = TermList::Polarities;
    let polarities = members(reader, table, list, WordForm::Slug, KEYS, |reader, it, term| {
        let counted = reader.table(it, "counted").and_then(|forms| counted(reader, &forms));
        let label = || Counted { forms: Default::default(), other: term.label.to_lowercase() };
        let counted = counted.unwrap_or_else(label);
        refuse_class(reader, &word_range(it), &term.word);
        let column = term.column();
        if fixed.letters.contains(&column) {
            refuse_column(reader, &word_range(it), &column, "letters");
        }
        let mark = mark(reader, it, &mut marks);
        let light = palette(reader, it, "light", GROUNDS[0]);
        let dark = palette(reader, it, "dark", GROUNDS[1]);
        Some(Polarity { term, counted, mark: mark?, light: light?, dark: dark? })
    });
    let Some(polarities) = polarities else { return };
    if polarities.len() > PolarityId::MOST {
        let range = table.entries.get(list.key()).map_or(table.range.clone(), |it| it.span());
        let message = format!("{} kinds of finding are too many to tell apart", polarities.len());
        let help = format!("have {} at most", PolarityId::MOST);
        reader.problem(rules::BAD_VOCABULARY, &range, message, help);
    }
    read.polarities = polarities;
}

/// Refuses a word that pages could not have as the name of a class.
fn refuse_class(reader: &mut Reader<'_>, range: &Range<usize>, word: &str) {
    if CLASSES.split(' ').any(|class| class == word) {
        let message = format!("`{word}` is the name of another part of pages");
        reader.problem(rules::BAD_VOCABULARY, range, message, "choose another word");
    } else if word.starts_with(|letter: char| letter.is_ascii_digit()) {
        let message = format!("`{word}` begins with a digit, as no class of a stylesheet may");
        reader.problem(rules::BAD_VOCABULARY, range, message, "begin it with a letter");
    }
}

fn counted(reader: &mut Reader<'_>, forms: &Table<'_>) -> Option<Counted> {
    let keys: Vec<&str> = Counted::CATEGORIES.into_iter().chain(["other"]).collect();
    reader.refuse_other_keys(forms, &keys);
    let other = reader.required_text(forms, "other").map(|other| other.value);
    let form = |reader: &mut Reader<'_>, key| reader.text(forms, key).map(|form| form.value);
    let forms = Counted::CATEGORIES.map(|key| form(reader, key));
    Some(Counted { forms, other: other? })
}

/// The mark; none that a polarity before it has.
fn mark(reader: &mut Reader<'_>, table: &Table<'_>, taken: &mut Vec<Mark>) -> Option<Mark> {
    let Located { value, range } = reader.required_text(table, "mark")?;
    let words = Mark::ALL.map(Mark::word);
    let Some(mark) = Mark::ALL.into_iter().find(|mark| mark.word() == value) else {
        let help = did_you_mean(&value, words)
            .unwrap_or_else(|| format!("use one of {}", words.join(", ")));
        let message = format!("there is no mark `{value}`");
        reader.problem(rules::BAD_VOCABULARY, &range, message, help);
        return None;
    };
    if taken.contains(&mark) {
        let message = "another polarity has this mark";
        let help = "choose another: marks tell polarities apart where colours cannot be seen";
        reader.problem(rules::DUPLICATE_WORD, &range, message, help);
    }
    taken.push(mark);
    Some(mark)
}

fn palette(
    reader: &mut Reader<'_>,
    table: &Table<'_>,
    key: &str,
    ground: Colour,
) -> Option<Palette> {
    if !table.entries.contains_key(key) {
        reader.missing(table, key);
    }
    let colours = reader.table(table, key)?;
    reader.refuse_other_keys(&colours, &["mark", "text", "wash"]);
    let [mark, text, wash] = ["mark", "text", "wash"].map(|key| colour(reader, &colours, key));
    let (mark, text, wash) = (mark?, text?, wash?);
    for (of, what, least) in [(&mark, "mark", MARK_CONTRAST), (&text, "text", TEXT_CONTRAST)] {
        for (on, where_) in [(wash.value, "its wash"), (ground, "the page")] {
            let contrast = of.value.contrast(on);
            if contrast < least {
                // Rounded down, so that what is too low never looks as if it were enough.
                let shown = (contrast * 100.0).floor() / 100.0;
                let message = format!(
                    "the colour of `{what}` has a contrast of {shown:.2} to 1 with {where_}, {on}"
                );
                let way = if key == "light" { "darker" } else { "lighter" };
                let help = format!("it needs {least} to 1: make it {way}, or its wash paler");
                let help = if key == "light" { help } else { help.replace("paler", "darker") };
                reader.problem(rules::LOW_CONTRAST, &of.range, message, help);
            }
        }
    }
    Some(Palette { mark: mark.value, text: text.value, wash: wash.value })
}

fn colour(reader: &mut Reader<'_>, table: &Table<'_>, key: &str) -> Option<Located<Colour>> {
    let Located { value, range } = reader.required_text(table, key)?;
    let colour = Colour::parse(&value);
    if colour.is_none() {
        let message = format!("`{value}` is no colour");
        let help = "write it as `#` and six digits from 0 to f, such as `#9e1b32`";
        reader.problem(rules::BAD_COLOUR, &range, message, help);
    }
    colour.map(|value| Located { value, range })
}
