//! Markdown in which nothing is HTML, in whatever dialect of Markdown it is read.

use pulldown_cmark::{Event, Options, Parser};

/// What is code in one dialect can be HTML in another, which knows no tables or no footnotes.
const DIALECTS: [Options; 4] = [
    Options::empty(),
    Options::ENABLE_TABLES,
    Options::ENABLE_FOOTNOTES,
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES),
];

/// How often a text is looked at again, as what was HTML may have hidden some.
const LOOKS: usize = 8;

/// The text with the beginnings of all HTML escaped.
pub(super) fn without_html(mut markdown: String) -> String {
    for _ in 0..LOOKS {
        if !markdown.contains('<') {
            return markdown;
        }
        let mut places: Vec<usize> =
            DIALECTS.iter().flat_map(|dialect| beginnings(&markdown, *dialect)).collect();
        if places.is_empty() {
            return markdown;
        }
        places.sort_unstable();
        places.dedup();
        let mut escaped = String::with_capacity(markdown.len() + 3 * places.len());
        let mut done = 0;
        for place in places {
            escaped.push_str(&markdown[done..place]);
            escaped.push_str("&lt;");
            done = place + 1;
        }
        escaped.push_str(&markdown[done..]);
        markdown = escaped;
    }
    // Nobody writes such a text but to get something through.
    markdown.replace('<', "&lt;")
}

fn beginnings(markdown: &str, dialect: Options) -> Vec<usize> {
    let mut places = Vec::new();
    for (event, range) in Parser::new_ext(markdown, dialect).into_offset_iter() {
        if let Event::Html(_) | Event::InlineHtml(_) = event {
            let start = range.start;
            places.extend(markdown[range].match_indices('<').map(|(index, _)| start + index));
        }
    }
    places
}
