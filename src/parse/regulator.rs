//! `[regulator]` of `site.toml`: whose letters the site is about.

use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::one_line::OneLine;
use super::rules;
use crate::diagnostics::{Diagnostic, Place, SourceText};
use crate::model::{Counted, Licence, LicenceSentence, Regulator};

/// What stands in a sentence where the licence's name belongs.
const LICENCE: &str = "{licence}";

type Text = Spanned<OneLine>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table with the `name` of the regulator")]
pub(super) struct RawRegulator {
    name: Text,
    url: Option<Text>,
    service: Option<Text>,
    recipient: Option<RawRecipient>,
    letter: Option<RawNoun>,
    licence: Option<Text>,
    licence_id: Option<Text>,
    licence_url: Option<Text>,
    licence_terms: Option<Text>,
    licence_sentence: Option<Text>,
}

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a table such as `{ one = \"council\", other = \"councils\" }`"
)]
pub(super) struct RawRecipient {
    zero: Option<Text>,
    one: Option<Text>,
    two: Option<Text>,
    few: Option<Text>,
    many: Option<Text>,
    other: Text,
    all: Option<Text>,
}

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a table such as `{ one = \"letter\", other = \"letters\" }`"
)]
pub(super) struct RawNoun {
    zero: Option<Text>,
    one: Option<Text>,
    two: Option<Text>,
    few: Option<Text>,
    many: Option<Text>,
    other: Text,
}

/// What a licence is said to be; without a name for it, nothing of that can be said.
struct RawLicence {
    id: Option<Text>,
    url: Option<Text>,
    terms: Option<Text>,
    sentence: Option<Text>,
}

/// A regulator, or why what is written is none.
pub(super) fn regulator(
    source: &Arc<SourceText>,
    raw: RawRegulator,
) -> Result<Regulator, Diagnostic> {
    let RawRegulator {
        name,
        url,
        service,
        recipient,
        letter,
        licence,
        licence_id: id,
        licence_url,
        licence_terms: terms,
        licence_sentence: sentence,
    } = raw;
    let (recipient, all) = match recipient {
        Some(RawRecipient { zero, one, two, few, many, other, all }) => {
            (Some(RawNoun { zero, one, two, few, many, other }), all)
        }
        None => (None, None),
    };
    let more = RawLicence { id, url: licence_url, terms, sentence };
    Ok(Regulator {
        name: text(source, name)?,
        url: url.map(|it| address(source, it)).transpose()?,
        service: service.map(|it| text(source, it)).transpose()?,
        recipient: recipient.map(|it| noun(source, it)).transpose()?,
        all_recipients: all.map(|it| text(source, it)).transpose()?,
        letter: letter.map(|it| noun(source, it)).transpose()?,
        licence: self::licence(source, licence, more)?,
    })
}

fn noun(source: &Arc<SourceText>, raw: RawNoun) -> Result<Counted, Diagnostic> {
    let RawNoun { zero, one, two, few, many, other } = raw;
    let form = |raw: Option<Text>| raw.map(|it| text(source, it)).transpose();
    Ok(Counted {
        forms: [form(zero)?, form(one)?, form(two)?, form(few)?, form(many)?],
        other: text(source, other)?,
    })
}

fn licence(
    source: &Arc<SourceText>,
    name: Option<Text>,
    RawLicence { id, url, terms, sentence }: RawLicence,
) -> Result<Option<Licence>, Diagnostic> {
    let Some(name) = name else {
        let nameless = [id, url, terms, sentence].into_iter().flatten().next();
        return nameless.map_or(Ok(None), |it| {
            let message = "this is said of a licence that has no name";
            Err(bad(source, &it, message).help("add its name, as `licence = \"…\"`"))
        });
    };
    Ok(Some(Licence {
        name: text(source, name)?,
        id: id.map(|it| licence_id(source, it)).transpose()?,
        url: url.map(|it| address(source, it)).transpose()?,
        terms: terms.map(|it| text(source, it)).transpose()?,
        sentence: sentence.map(|it| licence_sentence(source, &it)).transpose()?,
    }))
}

fn licence_sentence(
    source: &Arc<SourceText>,
    written: &Text,
) -> Result<LicenceSentence, Diagnostic> {
    let parts: Vec<&str> = written.get_ref().text().split(LICENCE).collect();
    match parts[..] {
        [before, after] => {
            Ok(LicenceSentence { before: before.to_owned(), after: after.to_owned() })
        }
        _ => {
            let message = format!("the name of the licence belongs into this once, as `{LICENCE}`");
            let help = format!("write for example `Published under the {LICENCE}.`");
            Err(bad(source, written, message).help(help))
        }
    }
}

fn licence_id(source: &Arc<SourceText>, written: Text) -> Result<String, Diagnostic> {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "-._".contains(character);
    let id = written.get_ref().text();
    if id.is_empty() || !id.chars().all(is_plain) {
        let message = format!("`{id}` is not what programs call a licence");
        let help = "write its name from the list of SPDX, such as `OGL-UK-3.0`, or leave it out";
        return Err(bad(source, &written, message).help(help));
    }
    text(source, written)
}

/// The address of a page elsewhere.
fn address(source: &Arc<SourceText>, written: Text) -> Result<String, Diagnostic> {
    let url = written.get_ref().text();
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let has_host = host.is_some_and(|host| host.starts_with(|it: char| it.is_alphanumeric()));
    let is_plain = !url.contains(|it: char| it.is_whitespace() || "<>\"\\".contains(it));
    if !has_host || !is_plain {
        let message = format!("`{url}` is not the address of a page on the web");
        return Err(
            bad(source, &written, message).help("copy the whole address, from `https://` on")
        );
    }
    text(source, written)
}

/// A text that says something.
fn text(source: &Arc<SourceText>, written: Text) -> Result<String, Diagnostic> {
    if written.get_ref().text().trim().is_empty() {
        return Err(bad(source, &written, "nothing is said here")
            .help("write it between the quotation marks, or leave the key out where it may be"));
    }
    Ok(written.into_inner().into_text().trim().to_owned())
}

fn bad(source: &Arc<SourceText>, written: &Text, message: impl Into<String>) -> Diagnostic {
    rules::BAD_SETTING.at(Place::span(source, written.span()), message)
}
