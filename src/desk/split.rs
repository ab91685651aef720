//! A finding that becomes two: each has its half of the words, and what these sound like and are about.

use super::suggest::Suggester;
use super::value_path::{SUGGESTED, group_without, one_or_more, put, text, texts, yes};
use crate::edit::Value;
use crate::import::sentences;
use crate::model::FlatText;

/// Words that a sentence begins with where a claim turns.
const TURNS: &[&str] = &["however", "but", "yet", "nevertheless", "nonetheless", "although"];

/// What is another in the first half, by its keys, and the second half. They part behind these words; without them, behind
/// the first quotation, or where the sentences turn from what is good to what is not.
pub(super) fn split(
    finding: &Value,
    behind: Option<&str>,
    is_suggested: bool,
    suggester: &Suggester<'_>,
) -> Option<(Vec<(&'static str, Value)>, Value)> {
    let (first, rest) = halves(finding, behind)?;
    let mut second =
        group_without(finding, &["id", "aliases", "title", "key", "text", "words", "page"]);
    let suggested = suggester.suggest(&rest.join(" "));
    let page = suggested.as_ref().and_then(|it| it.page());
    let page = page.or(text(finding, "page").map(|page| Value::Text(page.to_owned())));
    let claim = suggested.map(|it| it.claim()).unwrap_or_default().into_iter();
    let texts = [("text", Value::Text(rest.join(" "))), ("words", one_or_more(rest))];
    let page = page.map(|page| ("page", page));
    for (name, value) in claim.chain(texts).chain(page).chain([(SUGGESTED, yes())]) {
        put(&mut second, name, value);
    }
    let mut changes = Vec::new();
    // What an import wrote is of the whole; what an editor wrote stays theirs.
    if is_suggested {
        changes.push(("text", Value::Text(first.join(" "))));
        changes
            .extend(suggester.suggest(&first.join(" ")).map(|it| it.claim()).unwrap_or_default());
    }
    changes.push(("words", one_or_more(first)));
    Some((changes, second))
}

/// The words of both halves.
fn halves(finding: &Value, behind: Option<&str>) -> Option<(Vec<String>, Vec<String>)> {
    let own = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect::<Vec<String>>();
    let words = texts(finding, "words");
    if let (Some(behind), [only]) = (behind, &words[..]) {
        // Lines and quotation marks are the letter's, and mean nothing here.
        let flat = FlatText::new(only);
        let place = flat.find(&FlatText::new(behind), 0)?;
        let at = flat.original(only, &place).end;
        let (first, rest) = (only[..at].trim(), only[at..].trim());
        return (!rest.is_empty()).then(|| (own(&[first]), own(&[rest])));
    }
    if let [first, rest @ ..] = &words[..]
        && !rest.is_empty()
    {
        return Some((own(&[first]), own(rest)));
    }
    let only = words.first()?;
    let starts: Vec<usize> = sentences(only).into_iter().map(|(start, _)| start).skip(1).collect();
    let is_turn = |start: &&usize| {
        let word = only[**start..].split(|it: char| !it.is_alphabetic()).next();
        word.is_some_and(|word| TURNS.contains(&word.to_lowercase().as_str()))
    };
    let at = *starts.iter().find(is_turn).or(starts.first())?;
    Some((own(&[only[..at].trim()]), own(&[only[at..].trim()])))
}
