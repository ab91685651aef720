//! Texts of a theme's options that stand in its stylesheets: none may end what it stands in, as the engine escapes none.

use crate::model::Theme;

/// Whether a stylesheet of the theme is made with an option.
pub(super) fn is_made_with(theme: &Theme, option: &str) -> bool {
    let templates = theme.layers.iter().flat_map(|layer| &layer.templates);
    let mut stylesheets = templates.filter(|template| template.path.ends_with(".css"));
    stylesheets.any(|template| names(&template.text, option))
}

/// Whether a template names an option, as in `site.options.accent`.
fn names(template: &str, option: &str) -> bool {
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    template.match_indices(option).any(|(at, _)| {
        let (before, after) = (&template[..at], &template[at + option.len()..]);
        let is_whole = !after.starts_with(is_part);
        let is_of_options = [".", "[\"", "['"].iter().any(|sign| {
            before.strip_suffix(sign).is_some_and(|before| before.ends_with("options"))
        });
        is_whole && is_of_options
    })
}

/// Whether a text is one value of CSS and nothing more: each quotation mark and bracket is closed, and nothing ends it.
pub(super) fn is_one_value(text: &str) -> bool {
    let mut open = Vec::new();
    let mut quote = None;
    for character in text.chars() {
        match (quote, character) {
            (_, '\\' | ';' | '{' | '}') => return false,
            (_, character) if character.is_control() => return false,
            (Some(mark), character) if mark == character => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, '(') => open.push(')'),
            (None, '[') => open.push(']'),
            (None, ')' | ']') if open.pop() != Some(character) => return false,
            (None, _) => {}
        }
    }
    quote.is_none() && open.is_empty() && !text.contains("/*")
}
