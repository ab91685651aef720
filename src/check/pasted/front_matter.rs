//! A second front matter, in the text.

use std::ops::Range;

use super::FRONT_MATTER;
use super::body_text::BodyText;
use crate::diagnostics::Diagnostic;

/// The lines that front matter may have here. Each line of a text may begin one, and none looks further.
const LONGEST: usize = 2_000;

/// Tells of each, and where in the file it stands.
pub(super) fn check(text: &BodyText<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Range<usize>> {
    if !text.markdown.contains("---") {
        return Vec::new();
    }
    let lines: Vec<(usize, &str)> = text.lines().collect();
    let mut ranges = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        let Some(end) = end(&lines, index) else {
            index += 1;
            continue;
        };
        let range = lines[index].0..lines[end].0 + lines[end].1.len();
        let first = lines[index].0..lines[index].0 + lines[index].1.len();
        let message = "here begins a second front matter, which readers would see as text";
        problems.push(
            text.problem(FRONT_MATTER, &first, message)
                .help("delete it, down to its `---`; what it says belongs between the first two `---` of the file"),
        );
        ranges.push(text.in_file(&range));
        index = end + 1;
    }
    ranges
}

/// The line that ends the front matter which begins in this one.
fn end(lines: &[(usize, &str)], start: usize) -> Option<usize> {
    let has_fence = is_fence(lines[start].1);
    let first = start + usize::from(has_fence);
    let blank_before = start == 0 || lines[start - 1].1.trim().is_empty();
    if !has_fence && !blank_before || !is_key(lines.get(first)?.1) {
        return None;
    }
    let rest = &lines[first..lines.len().min(first + LONGEST)];
    let length = rest.iter().position(|(_, line)| is_fence(line))?;
    let inside = &rest[..length];
    let keys = inside.iter().filter(|(_, line)| is_key(line)).count();
    let is_front_matter = keys >= 2
        && inside.iter().all(|(_, line)| {
            is_key(line) || line.trim().is_empty() || line.starts_with([' ', '-', '#', '\t'])
        });
    is_front_matter.then_some(first + length)
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// Whether a line begins with a key and a colon, as those of front matter do.
fn is_key(line: &str) -> bool {
    let Some((key, value)) = line.split_once(':') else { return false };
    let is_written = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    !key.is_empty() && key.chars().all(is_written) && (value.is_empty() || value.starts_with(' '))
}
