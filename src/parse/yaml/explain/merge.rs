//! Marks that Git leaves in a file where two versions of it could not be joined.

use super::Mistake;
use crate::parse::lines::Line;
use crate::parse::rules;

/// The first mark, where both versions of some lines stand there.
pub(super) fn merge_mark(lines: &[Line<'_>]) -> Option<Mistake> {
    let mut marks = lines.iter().filter(|line| line.text.starts_with("<<<<<<< "));
    let first = marks.next()?;
    let ends = lines.iter().any(|line| line.text.starts_with(">>>>>>> "));
    let message = "here two versions of the file were joined, and both are there";
    let help = "keep the lines of one version, and delete the others and the marks `<<<<<<<`, `=======`, `>>>>>>>`";
    let range = first.range(first.text.trim_end());
    ends.then(|| Mistake::new(rules::YAML_SYNTAX, range, message, help))
}
