//! The letter's own words for a finding, and where a reader finds them.

use std::fmt::Write;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Finding, Letter, LetterId, Quotation};
use crate::plan::Route;
use crate::render::page_context::Scene;
use crate::render::passages::{Passage, Passages};

/// Words of the letter, as it prints them, that are found at one place.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct QuotationView {
    pub(in crate::render) words: Vec<String>,
    /// The page that they begin on.
    pub(in crate::render) page: Option<u32>,
    /// Where they stand in the letter's own text, where the site has that.
    pub(in crate::render) path: Option<String>,
    /// Or else in the regulator's own copy.
    pub(in crate::render) url: Option<String>,
}

/// The quotations of a letter's findings, finding by finding.
pub(in crate::render) fn quotations(scene: &Scene<'_>, id: LetterId) -> Vec<Vec<QuotationView>> {
    let letter = scene.archive.letter(id);
    let text = scene.settings.published_text(letter);
    let passages = text.map(|text| Passages::new(letter, &text.text));
    let findings = letter.findings.iter().enumerate();
    let of_finding = |(place, finding): (usize, &Finding)| match &passages {
        Some(passages) => joined(in_text(letter, finding, passages.of(place))),
        None => joined(finding.words.iter().map(|it| in_copy(letter, it)).collect()),
    };
    findings.map(of_finding).collect()
}

/// The anchor of a finding's words in the letter's own text.
pub(super) fn anchor(finding: &Finding) -> String {
    format!("words-{}", finding.id)
}

/// Those of one place together.
fn joined(quotations: Vec<QuotationView>) -> Vec<QuotationView> {
    let mut views: Vec<QuotationView> = Vec::new();
    for mut quotation in quotations {
        let words = std::mem::take(&mut quotation.words);
        let place = |view: &QuotationView| (view.page, view.path.clone(), view.url.clone());
        match views.last_mut().filter(|last| place(last) == place(&quotation)) {
            Some(last) => last.words.extend(words),
            None => views.push(QuotationView { words, ..quotation }),
        }
    }
    views
}

/// In the letter's own text the anchor is at the first that is there; those on other pages have that of their page.
fn in_text(letter: &Letter, finding: &Finding, passages: &[Passage]) -> Vec<QuotationView> {
    let page = Route::letter_text(letter);
    let first = passages.iter().find(|passage| !passage.runs.is_empty());
    let view = |(quotation, passage): (&Quotation, &Passage)| {
        let is_beside_first = first.is_some_and(|first| first.page == passage.page);
        let anchor = match passage.page {
            _ if passage.runs.is_empty() => String::new(),
            Some(page) if !is_beside_first => format!("#page_{page}"),
            _ => format!("#{}", anchor(finding)),
        };
        QuotationView {
            words: vec![quotation.words.as_str().to_owned()],
            page: passage.page.or(quotation.page),
            path: Some(format!("{}{anchor}", page.path())),
            url: None,
        }
    };
    finding.words.iter().zip(passages).map(view).collect()
}

fn in_copy(letter: &Letter, quotation: &Quotation) -> QuotationView {
    QuotationView {
        words: vec![quotation.words.as_str().to_owned()],
        page: quotation.page,
        path: None,
        url: letter.url().map(|url| place_in(url, quotation)),
    }
}

/// The address of words in a copy: of their page in a PDF, where that is known
/// (<https://www.rfc-editor.org/rfc/rfc8118#section-3>), and in a page of the web of themselves
/// (<https://wicg.github.io/scroll-to-text-fragment/>).
fn place_in(url: &str, quotation: &Quotation) -> String {
    let (address, fragment) = url.split_once('#').unwrap_or((url, ""));
    let path = address.split_once('?').map_or(address, |(path, _)| path);
    if path.to_ascii_lowercase().ends_with(".pdf") {
        return match quotation.page {
            Some(page) => format!("{address}#page={page}"),
            None => url.to_owned(),
        };
    }
    let texts: Vec<String> = quotation.parts().map(|part| format!("text={}", ends(part))).collect();
    format!("{address}#{fragment}:~:{}", texts.join("&"))
}

/// Words as a text fragment: long ones by their beginning and their end.
fn ends(words: &str) -> String {
    const AT_EACH_END: usize = 3;
    let all: Vec<&str> = words.split_whitespace().collect();
    match all.len() {
        ..=6 => encoded(&all),
        count => {
            let (start, end) = (&all[..AT_EACH_END], &all[count - AT_EACH_END..]);
            format!("{},{}", encoded(start), encoded(end))
        }
    }
}

/// Words in an address. A comma, a hyphen or an ampersand would mean something in a text fragment.
fn encoded(words: &[&str]) -> String {
    let mut encoded = String::new();
    for byte in words.join(" ").bytes() {
        match byte {
            b'.' | b'_' | b'~' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                encoded.push(char::from(byte));
            }
            byte => {
                // Writing to a text never fails.
                _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}
