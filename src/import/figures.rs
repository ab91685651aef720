//! Measures: sentences that give two values, each with its date.

use super::claims::percentages;
use super::dates::month_at;
use super::draft::Draft;
use super::headings::Section;
use super::letter::LetterParts;
use super::meanings::Tone;
use super::polarity::Cues;
use super::sentences::words;
use crate::model::{Archive, Better, Measure, MeasurePoint, Slug, Unit};

const WHERE: &[Section] = &[Section::Headline, Section::Findings];

/// In words: a label of more is a sentence.
const LONGEST_LABEL: usize = 14;

/// A value of a sentence, with the words around it.
struct FigureValue {
    number: f64,
    unit: Unit,
    /// What is counted, as it stands behind the number: 'open cases'.
    counted: String,
    /// As EDTF writes it.
    date: String,
}

/// Reads them. Where two sentences give the same figures, they are one measure.
pub(super) fn read(letter: &LetterParts, archive: &Archive, draft: &mut Draft) {
    let cues = Cues::new(archive.topics.iter().map(AsRef::as_ref));
    for sentence in letter.sentences(WHERE) {
        let Some(points) = two_values(sentence.text) else { continue };
        let Some(mut measure) = measure(sentence.text, points, &cues) else { continue };
        if draft.measures.iter().any(|known| known.points == measure.points) {
            continue;
        }
        let same = draft
            .measures
            .iter()
            .filter(|known| known.id.as_str().starts_with(measure.id.as_str()))
            .count();
        if same > 0 {
            measure.id = measure.id.numbered(same + 1);
        }
        draft.measures.push(measure);
    }
}

fn measure(sentence: &str, [one, other]: [FigureValue; 2], cues: &Cues) -> Option<Measure> {
    let topic = cues.topics(sentence).into_iter().next();
    let label = label(sentence, &one, topic.as_ref())?;
    let is_good = matches!(cues.tone(sentence), Some(Tone::Improving | Tone::Strength));
    let better = match () {
        () if !is_good || one.number == other.number => Better::Neither,
        () if one.number < other.number => Better::Higher,
        () => Better::Lower,
    };
    let unit = one.unit;
    let point = |value: &FigureValue| {
        let key = value.date.as_str().into();
        Some(MeasurePoint { date: value.date.parse().ok()?, key, value: value.number })
    };
    let points = vec![point(&one)?, point(&other)?];
    Some(Measure { id: Slug::from_text(&label)?, label, topic, unit, better, points })
}

/// Two values of one unit, each with the date behind it, the earlier first.
fn two_values(sentence: &str) -> Option<[FigureValue; 2]> {
    let words = words(sentence);
    let mut values = Vec::new();
    let mut place = 0;
    while place < words.len() {
        match value_at(sentence, &words, place) {
            Some((value, end)) => {
                values.push(value);
                place = end;
            }
            None => place += 1,
        }
    }
    let [one, other]: [FigureValue; 2] = values.try_into().ok()?;
    let is_one_measure =
        one.unit == other.unit && one.counted == other.counted && one.date != other.date;
    if !is_one_measure {
        return None;
    }
    let is_later = one.date.parse::<crate::model::Date>().ok()?.sort_key()
        > other.date.parse::<crate::model::Date>().ok()?.sort_key();
    Some(if is_later { [other, one] } else { [one, other] })
}

/// A value at this place, with a date at most four words behind it, and where both end.
fn value_at(sentence: &str, words: &[String], index: usize) -> Option<(FigureValue, usize)> {
    let word = words.get(index)?;
    let unit = if word.ends_with('%') { Unit::Percent } else { Unit::Count };
    let number: f64 = word.trim_end_matches('%').replace(',', "").parse().ok()?;
    let leads = ["in", "by", "on", "at", "during", "since"];
    let behind = (index + 1..(index + 6).min(words.len())).find(|at| {
        words.get(at - 1).is_some_and(|word| leads.contains(&word.as_str()))
            && month_at(words, *at).is_some()
    })?;
    let month = month_at(words, behind)?;
    let counted = words.get(index + 1..behind - 1)?.join(" ");
    // A number of a date, such as '2' in '2 May', is no value.
    let is_date = month_at(words, index).is_some()
        || unit == Unit::Percent && percentages(sentence).is_empty();
    (!is_date).then_some((FigureValue { number, unit, counted, date: month.date }, month.end))
}

/// What is counted: what stands behind 'the percentage of', or behind the number.
fn label(sentence: &str, value: &FigureValue, topic: Option<&Slug>) -> Option<String> {
    let starts = ["ercentage of ", "roportion of ", "umber of ", "hare of "];
    let named = starts.iter().find_map(|start| Some(sentence.split_once(start)?.1));
    let label = match named {
        Some(rest) => {
            let ends = [
                " has ",
                " have ",
                " had ",
                " increased",
                " decreased",
                " rose",
                " fell",
                " was ",
                " were ",
                " from ",
            ];
            let end = ends.iter().filter_map(|end| rest.find(end)).min()?;
            rest[..end].trim_end_matches(',').to_owned()
        }
        None if !value.counted.is_empty() => match topic {
            Some(topic) => format!("{}: {}", topic.as_str().replace('-', " "), value.counted),
            None => value.counted.clone(),
        },
        None => return None,
    };
    let short: Vec<&str> = label.split(' ').take(LONGEST_LABEL).collect();
    let label = short.join(" ").replace(" who are now ", " ").replace(" who are ", " ");
    let mut letters = label.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}
