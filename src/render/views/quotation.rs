//! The letter's own words for a finding, and where a reader finds them.

use std::fmt::Write;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Finding, Letter, Quotation};

/// Words of the letter, as it prints them, that are found at one place.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct QuotationView {
    words: Vec<String>,
    /// The page that they begin on.
    page: Option<u32>,
    /// Where they stand in the regulator's own copy.
    url: Option<String>,
}

/// The words of a finding, those that are found at one place together.
pub(super) fn quotations(letter: &Letter, finding: &Finding) -> Vec<QuotationView> {
    let mut views: Vec<QuotationView> = Vec::new();
    for quotation in &finding.words {
        let (words, page) = (quotation.words.as_str().to_owned(), quotation.page);
        let url = letter.url().map(|url| place_in(url, quotation));
        match views.last_mut().filter(|last| last.page == page && last.url == url) {
            Some(last) => last.words.push(words),
            None => views.push(QuotationView { words: vec![words], page, url }),
        }
    }
    views
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
