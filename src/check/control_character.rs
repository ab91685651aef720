//! `control-character`: a character that cannot be seen. What stands as it is in a file is found where that is read;
//! here is looked for what Markdown makes of references such as `&#1;`.

use crate::diagnostics::{CONTROL_CHARACTER, Diagnostic, Place};
use crate::model::Item;
use crate::parse::{At, control_characters, markdown, place_of};

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, body) = item.body();
    let in_body = body
        .hidden
        .iter()
        .map(|(character, range)| (*character, Place::span(source, range.clone())));
    let in_texts = item.markdown_texts().into_iter().filter_map(|text| {
        let character = markdown::control_character(text.words)?;
        let place = place_of(source, At::Root.key(text.list).item(text.index).key(text.key));
        Some((character, narrowed(place)))
    });
    in_body.chain(in_texts).map(|(character, place)| problem(character, place)).collect()
}

/// As much of a text of front matter as brings the character in.
fn narrowed(place: Place) -> Place {
    match place {
        Place::Span(source, range) => {
            let range = control_characters::reference(&source.text, range);
            Place::span(&source, range)
        }
        place => place,
    }
}

fn problem(character: char, place: Place) -> Diagnostic {
    let message =
        format!("this stands for a character that cannot be seen, U+{:04X}", u32::from(character));
    CONTROL_CHARACTER
        .at(place, message)
        .help("delete it; to show it as it is typed, write `&amp;` for its `&`")
}
