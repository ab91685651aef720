//! Messages that are always the same, put into the templates that came with the program before these are compiled: to look
//! one up on each page takes longer than to write it.

use std::sync::Arc;

use super::said::escaped;
use crate::diagnostics::SourceText;
use crate::model::{Messages, Theme, ThemeLayer};

/// How a template asks for a message without variables.
const BEGINNING: &str = "{{ messages.";
const END: &str = " }}";

/// The templates of a theme. Those that did not come with the program stay as they are, so that what is wrong with them
/// is told at its place.
pub(super) fn fill_in(theme: &Theme, messages: &Messages) -> Theme {
    let layers = theme.layers.iter().map(|layer| match layer.is_built_in {
        true => {
            let templates = layer.templates.iter().map(|it| filled_in(it, messages));
            ThemeLayer { templates: templates.collect(), ..layer.clone() }
        }
        false => layer.clone(),
    });
    Theme { layers: layers.collect(), ..Theme::default() }
}

fn filled_in(template: &Arc<SourceText>, messages: &Messages) -> Arc<SourceText> {
    let is_markup = [".html", ".xml"].iter().any(|ending| template.path.ends_with(ending));
    let mut pieces = template.text.split(BEGINNING);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let asked = piece.split_once(END).and_then(|(id, rest)| Some((words(messages, id)?, rest)));
        match asked {
            Some((words, rest)) if is_markup => text.extend([&*escaped(words), rest]),
            Some((words, rest)) => text.extend([words, rest]),
            None => text.extend([BEGINNING, piece]),
        }
    }
    Arc::new(SourceText::new(template.path.clone(), asking_for_less(&text)))
}

/// The same where no component asks for `messages` that has none left in it: each call would look them up.
fn asking_for_less(template: &str) -> String {
    const COMPONENT: &str = "{% component ";
    let mut components = template.split(COMPONENT);
    let mut text = components.next().unwrap_or_default().to_owned();
    for component in components {
        let head = component.find("%}").unwrap_or(0);
        let end = component.find("endcomponent").unwrap_or(component.len()).max(head);
        let (head, rest) = component.split_at(head);
        let asks = rest[..end - head.len()].contains("messages");
        let head = if asks { head.to_owned() } else { head.replace(", @messages", "") };
        text.extend([COMPONENT, &head, rest]);
    }
    text
}

/// A message, where it can stand in a template as it is.
fn words<'m>(messages: &'m Messages, id: &str) -> Option<&'m str> {
    let words = messages.find_text(id)?;
    (!words.contains('{')).then_some(words)
}
