//! `image-words`: an image has no words in its place; `odd-image-words`: they do not say what it shows.

use crate::diagnostics::{Diagnostic, Place, rules};
use crate::model::{Item, LinkKind};

rules! {
    Error RULE = "image-words" {
        about: "People who cannot see an image hear its words instead.",
        example: "![](chart.png)",
        fix: "![Open cases rose from 252 to 646](chart.png)",
    }
    Warning ODD = "odd-image-words" {
        about: "The words of an image say what it shows. That it is an image is said by the programs that read it out, and a file's name says nothing.",
        example: "![chart.png](chart.png)",
        fix: "![Open cases rose from 252 to 646](chart.png)",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, body) = item.body();
    let without = body.images_without_words.iter().map(|range| {
        let message = "this image says nothing to people who cannot see it";
        RULE.at(Place::span(source, range.clone()), message)
            .help("say in the square brackets what it shows")
    });
    let pictures = body.links.iter().filter(|link| link.kind == LinkKind::Picture);
    let odd = pictures.filter_map(|link| {
        let written = source.text.get(link.range.clone())?.strip_prefix("![")?;
        let words = written.split(']').next()?.trim().to_lowercase();
        let message = if is_name_of(&words, &link.destination) {
            "the words of this image are the name of its file"
        } else if is_of_any_image(&words) {
            "the words of this image say that it is one, which is heard already"
        } else {
            return None;
        };
        Some(ODD.at(Place::span(source, link.range.clone()), message).help(
            "say in the square brackets what it shows: `![Open cases rose from 252 to 646](chart.png)`",
        ))
    });
    without.chain(odd).collect()
}

/// Whether words in small letters are the name of a file, of this one or of any.
fn is_name_of(words: &str, destination: &str) -> bool {
    let path = destination.split(['?', '#']).next().unwrap_or(destination);
    let file = path.rsplit('/').next().unwrap_or(path).to_lowercase().replace("%20", " ");
    let stem = file.rsplit_once('.').map_or(&*file, |(stem, _)| stem);
    let plain = |name: &str| name.replace(['-', '_'], " ");
    let is_file = !words.contains(' ') && ends_as_picture(words);
    !words.is_empty() && (words == file || plain(words) == plain(stem) || is_file)
}

/// Whether a name ends as those of pictures do.
fn ends_as_picture(name: &str) -> bool {
    let endings = [".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"];
    endings.iter().any(|ending| name.ends_with(ending))
}

/// Whether words in small letters begin with what every image could, or are nothing else.
fn is_of_any_image(words: &str) -> bool {
    let words = ["a ", "an ", "the "].iter().find_map(|it| words.strip_prefix(it)).unwrap_or(words);
    let kinds = ["image", "picture", "photo", "photograph", "graphic", "screenshot"];
    let is_begun = |kind: &str| {
        let rest = words.strip_prefix(kind);
        rest.is_some_and(|rest| rest.starts_with(" of ") || rest.starts_with(':'))
    };
    let bare = words.trim_end_matches(|it: char| it.is_ascii_digit() || " .-_".contains(it));
    let is_bare =
        kinds.iter().chain(&["figure", "img", "alt", "alt text", "untitled"]).any(|it| *it == bare);
    is_bare || kinds.iter().any(|kind| is_begun(kind))
}
