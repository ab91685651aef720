//! What several texts say in the same way: facts, dates, counts, where a page is.

use super::text::{link, plain};
use crate::model::{Argument, Date, Message, Progress};
use crate::plan::Route;
use crate::render::fact_value::{FactValue, Piece};
use crate::render::facts::{Fact, Form};
use crate::render::page_context::Scene;
use crate::render::relative_links;
use crate::render::stand_in::{STAND_INS, put_in};

/// Adds facts as a list, and then the page's whole address, where the site's is known.
pub(super) fn facts(scene: &Scene<'_>, page: &mut String, facts: &[Fact], route: &Route) {
    for Fact { key: _, label, form, values } in facts {
        let is_list = *form == Form::List;
        let between = if is_list { Message::separator_long } else { Message::separator };
        let values: Vec<String> = values.iter().map(|value| fact_value(scene, value)).collect();
        let values = values.join(scene.text(between));
        page.push_str(&format!("- {}\n", labelled(scene, &plain(label), &values)));
    }
    if !scene.settings.base_url_is_missing {
        let address = format!("<{}>", scene.absolute_url(route));
        let label = plain(scene.text(Message::markdown_page));
        page.push_str(&format!("- {}\n", labelled(scene, &label, &address)));
    }
}

/// A label with what it is of; both are Markdown already.
pub(super) fn labelled(scene: &Scene<'_>, label: &str, value: &str) -> String {
    put_in(&scene.shared.labelled, &[label, value])
}

/// A message as Markdown, in which what stands for its variables is Markdown already.
pub(super) fn said(scene: &Scene<'_>, message: Message, markdown: &[(&str, &str)]) -> String {
    said_of(scene, message, &[], markdown)
}

/// The same with numbers, which its words may depend on.
pub(super) fn said_of(
    scene: &Scene<'_>,
    message: Message,
    numbers: &[(&str, usize)],
    markdown: &[(&str, &str)],
) -> String {
    let words = markdown.iter().zip(STAND_INS).map(|((name, _), it)| (*name, it.into()));
    let numbers = numbers.iter().map(|(name, number)| (*name, (*number).into()));
    let arguments: Vec<(&str, Argument<'_>)> = words.chain(numbers).collect();
    let values: Vec<&str> = markdown.iter().map(|(_, markdown)| *markdown).collect();
    put_in(&plain(&scene.say(message, &arguments)), &values)
}

fn fact_value(scene: &Scene<'_>, FactValue { words, note }: &FactValue) -> String {
    let mut said = piece(scene, words);
    if !note.is_empty() {
        said.push(' ');
    }
    for each in note {
        match each {
            // A piece may begin or end with a space, which parts it from the next.
            Piece::Text(text) => {
                let words: Vec<String> = text.split(' ').map(plain).collect();
                said.push_str(&words.join(" "));
            }
            each => said.push_str(&piece(scene, each)),
        }
    }
    said
}

fn piece(scene: &Scene<'_>, piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => plain(text),
        Piece::Date(day) => date(scene, day),
        Piece::Page { title, route } => to_page(scene, title, route),
        Piece::Elsewhere { title, url } => link(&plain(title), url),
    }
}

/// Adds a part of the page under a heading, where there is something in it.
pub(super) fn section(scene: &Scene<'_>, page: &mut String, heading: Message, lines: &[String]) {
    if !lines.is_empty() {
        let heading = plain(scene.text(heading));
        page.push_str(&format!("\n## {heading}\n\n{}\n", lines.join("\n")));
    }
}

/// Adds a body, where there is one.
pub(super) fn paragraphs(page: &mut String, body: &str) {
    if !body.is_empty() {
        page.push_str(&format!("\n{body}\n"));
    }
}

/// A link to a page.
pub(super) fn to_page(scene: &Scene<'_>, words: &str, route: &Route) -> String {
    to_path(scene, words, route.path())
}

/// A link to a path from the site's root.
pub(super) fn to_path(scene: &Scene<'_>, words: &str, path: &str) -> String {
    link(&plain(words), &relative_links::way(scene.route, path))
}

/// A date in words.
pub(super) fn date(scene: &Scene<'_>, date: &Date) -> String {
    plain(&scene.date(date))
}

/// When something was and when it was published, in words.
pub(super) fn when(
    scene: &Scene<'_>,
    on_site: Option<&Date>,
    published: Option<&Date>,
    how: Message,
) -> String {
    let dated = |message, it| said(scene, message, &[("date", &date(scene, it))]);
    let on_site = on_site.map(|it| dated(Message::on_site_small, it));
    let published = published.map(|it| dated(how, it));
    let both: Vec<String> = on_site.into_iter().chain(published).collect();
    both.join(scene.text(Message::separator))
}

/// The progress as printed.
pub(super) fn progress(scene: &Scene<'_>, progress: &Progress) -> String {
    quoted(scene, &progress.words)
}

/// Words in quotation marks.
pub(super) fn quoted(scene: &Scene<'_>, words: &str) -> String {
    said(scene, Message::quoted, &[("words", &plain(words))])
}
