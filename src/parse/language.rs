//! The language that `site.toml` names, and what to write for what names none.

use std::sync::Arc;

use toml::Spanned;

use super::line::OneLine;
use super::rules;
use crate::diagnostics::{Diagnostic, Place, SourceText};
use crate::model::Language;

/// The language of the pages, as it is written.
pub(super) fn language_at(
    source: &Arc<SourceText>,
    written: Spanned<OneLine>,
) -> Result<String, Diagnostic> {
    let place = Place::span(source, written.span());
    let tag = written.into_inner().into_text();
    if Language::parse(&tag).is_none() {
        let message = format!("`{tag}` is not the tag of a language");
        return Err(rules::BAD_SETTING.at(place, message).help(language_help(&tag)));
    }
    Ok(tag)
}

/// What to write in the place of a tag that names no language.
pub(super) fn language_help(tag: &str) -> String {
    match meant(tag) {
        Some(language) => format!("write `{language}`"),
        None => "write it as BCP 47 does, such as `en-GB`, or `cy` for Welsh".to_owned(),
    }
}

/// Languages by their names, and tags that others have replaced (<https://www.iana.org/assignments/language-subtag-registry>).
const OTHER_NAMES: &[(&str, &str)] = &[
    ("english", "en"),
    ("british", "en-GB"),
    ("welsh", "cy"),
    ("cymraeg", "cy"),
    ("irish", "ga"),
    ("gaeilge", "ga"),
    ("gaelic", "gd"),
    ("scots", "sco"),
    ("cornish", "kw"),
    ("kernewek", "kw"),
    ("manx", "gv"),
    ("french", "fr"),
    ("german", "de"),
    ("deutsch", "de"),
    ("dutch", "nl"),
    ("italian", "it"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("spanish", "es"),
    ("urdu", "ur"),
    ("punjabi", "pa"),
    ("bengali", "bn"),
    ("arabic", "ar"),
    ("eng", "en"),
    ("cym", "cy"),
    ("wel", "cy"),
    ("art-lojban", "jbo"),
    ("en-gb-oed", "en-GB-oxendict"),
    ("i-ami", "ami"),
    ("i-bnn", "bnn"),
    ("i-hak", "hak"),
    ("i-klingon", "tlh"),
    ("i-lux", "lb"),
    ("i-navajo", "nv"),
    ("i-pwn", "pwn"),
    ("i-tao", "tao"),
    ("i-tay", "tay"),
    ("i-tsu", "tsu"),
    ("no-bok", "nb"),
    ("no-nyn", "nn"),
    ("sgn-be-fr", "sfb"),
    ("sgn-be-nl", "vgt"),
    ("sgn-ch-de", "sgg"),
    ("zh-guoyu", "cmn"),
    ("zh-hakka", "hak"),
    ("zh-min-nan", "nan"),
    ("zh-xiang", "hsn"),
];

/// The language that is meant: by its name, with other signs between its parts, as a locale of a computer, by a tag from
/// before, with a language that the first one includes, or with `UK` for `GB`.
fn meant(tag: &str) -> Option<Language> {
    let locale = tag.trim().split(['.', '@']).next()?;
    let parts = locale.split(|letter: char| !letter.is_ascii_alphanumeric());
    let parts: Vec<String> = parts.filter(|it| !it.is_empty()).map(str::to_lowercase).collect();
    let whole = parts.join("-");
    if let Some((_, tag)) = OTHER_NAMES.iter().find(|(name, _)| *name == whole) {
        return Language::parse(tag);
    }
    let (first, rest) = parts.split_first()?;
    let named = OTHER_NAMES.iter().find(|(name, _)| name == first);
    let first = named.map_or(first.as_str(), |(_, tag)| tag);
    let region = |part: &String| if part == "uk" { "gb".to_owned() } else { part.clone() };
    // Behind a language's name nothing else is part of a tag: 'Welsh language'.
    let is_part = |part: &&String| named.is_none() || part.len() == 2;
    let rest: Vec<String> = rest.iter().filter(is_part).map(region).collect();
    let joined = [first].into_iter().chain(rest.iter().map(String::as_str)).collect::<Vec<_>>();
    // `zh-cmn-Hans` is `cmn-Hans`.
    Language::parse(&joined.join("-"))
        .or_else(|| Language::parse(&rest.join("-")).filter(|_| rest[0].len() == 3))
        .or_else(|| Language::parse(first).filter(|_| named.is_some()))
}
