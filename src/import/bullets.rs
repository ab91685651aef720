//! The marks that bullets begin with.

/// Marks that stand before nothing but a bullet. Those of the private use area are Symbol's and Wingdings', as
/// programs give them that know only their number.
const MARKS: &[char] = &[
    '◼', '■', '▪', '◾', '•', '●', '○', '◦', '‣', '⁃', '∙', '·', '➢', '➤', '▶', '►', '✓', '✔', '❖',
    '§', '\u{fffd}', '\u{f0b7}', '\u{f06e}', '\u{f0a7}', '\u{f0d8}', '\u{f0fc}', '\u{f076}',
    '\u{f02d}',
];

/// Marks that are bullets only with a space behind them.
const DASHES: &[char] = &['-', '–', '—', '*'];

/// The words behind the mark of a bullet; `None` where a line begins with none.
pub(super) fn without_mark(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    let is_mark = MARKS.contains(&first) || DASHES.contains(&first) && rest.starts_with(' ');
    is_mark.then(|| rest.trim_start())
}

/// Whether a line begins with the mark of a bullet.
pub(super) fn is_marked(line: &str) -> bool {
    without_mark(line.trim_start()).is_some()
}
