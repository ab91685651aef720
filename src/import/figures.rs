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
    let visit = draft.on_site.as_ref().map(|days| days.earliest());
    let visit = visit.map(|day| format!("{}-{:02}", day.year(), day.month()));
    let sentences = letter.sentences(WHERE);
    let next = sentences.iter().skip(1).map(Some).chain([None]);
    for (sentence, next) in sentences.iter().zip(next) {
        let both = next.zip(visit.as_deref());
        let later = || both.and_then(|(next, visit)| value_since(sentence.text, next.text, visit));
        let Some(points) = two_values(sentence.text).or_else(later) else { continue };
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
    let is_good = matches!(
        cues.tone(sentence).map(|heard| heard.tone),
        Some(Tone::Improving | Tone::Strength)
    );
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

/// How sentences begin that give the value at the time of the visit, in lower case.
const AT_VISIT: &[&str] = &[
    "at the time of this visit",
    "at the time of the visit",
    "at the time of this monitoring visit",
    "at the time of the monitoring visit",
    "at the time of this focused visit",
    "by the time of this visit",
    "by the time of the visit",
    "at this visit",
];

/// What the value of a sentence before has done since.
const CHANGES: &[&str] = &[
    "risen to",
    "fallen to",
    "increased to",
    "decreased to",
    "reduced to",
    "dropped to",
    "grown to",
    "rose to",
    "fell to",
    "improved to",
    "was",
    "were",
    "is",
    "stood at",
    "been",
];

/// A value with its date, and in the next sentence what it was at the time of the visit: 'In March 2018 there were 478
/// children in care. At the time of this visit, it had risen to 580.'
fn value_since(first: &str, next: &str, visit: &str) -> Option<[FigureValue; 2]> {
    let lower = next.to_lowercase();
    let rest = AT_VISIT.iter().find_map(|start| lower.strip_prefix(start))?;
    let behind =
        CHANGES.iter().find_map(|change| Some(rest.split_once(&format!(" {change} "))?.1))?;
    let later = single_value(behind)?;
    let words = words(first);
    let date = (0..words.len()).find_map(|at| month_at(&words, at))?;
    let numbers = (0..words.len()).filter(|at| {
        let is_date = (at.saturating_sub(1)..=*at).any(|from| month_at(&words, from).is_some());
        !is_date && value(&words, *at).is_some()
    });
    let [at] = numbers.collect::<Vec<_>>()[..] else { return None };
    let (number, unit) = value(&words, at)?;
    let ends = ["in", "at", "by", "on", "during", "who", "which", "since", "and"];
    let counted = words[at + 1..].iter().take_while(|word| !ends.contains(&word.as_str()));
    let counted = counted.cloned().collect::<Vec<_>>().join(" ");
    if later.1 != unit || date.date.as_str() >= visit {
        return None;
    }
    let one = FigureValue { number, unit, counted: counted.clone(), date: date.date };
    Some([one, FigureValue { number: later.0, unit, counted, date: visit.to_owned() }])
}

/// The number at this place, and what it is.
fn value(words: &[String], at: usize) -> Option<(f64, Unit)> {
    let word = words.get(at)?;
    let unit = if word.ends_with('%') { Unit::Percent } else { Unit::Count };
    Some((word.trim_end_matches('%').replace(',', "").parse().ok()?, unit))
}

/// The number that a text begins with.
fn single_value(text: &str) -> Option<(f64, Unit)> {
    value(&words(text), 0)
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
