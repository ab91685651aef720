//! Lines of front matter, and the notes among them: which of them belong to a value.

/// Where the line begins that a byte is in.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Where it ends, before its end of line.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// Where the next one begins.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    (line_end(text, at) + 1).min(text.len())
}

/// How many bytes stand before this one in its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}

/// Whether nothing but spaces stands before a byte in its line.
pub(super) fn begins_line(text: &str, at: usize) -> bool {
    text[line_start(text, at)..at].bytes().all(|byte| byte == b' ')
}

/// Behind spaces, ends of lines and notes.
pub(super) fn behind_notes(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b' ' | b'\t' | b'\n' => at += 1,
            b'#' if at == 0 || bytes[at - 1].is_ascii_whitespace() => at = line_end(text, at),
            _ => break,
        }
    }
    at
}

/// Whether a line holds a note and nothing else; in which column that begins.
fn note(line: &str) -> Option<usize> {
    let words = line.trim_start_matches(' ');
    words.starts_with('#').then_some(line.len() - words.len())
}

/// Behind the lines of a value that ends here, with the notes below it that are set in further than what it begins with.
pub(super) fn end_with_notes(text: &str, end: usize, column: usize) -> usize {
    let mut behind = next_line(text, end);
    let mut at = behind;
    while at < text.len() {
        let line = &text[at..line_end(text, at)];
        match note(line) {
            Some(own) if own > column => behind = next_line(text, at),
            _ if line.trim().is_empty() => {}
            _ => break,
        }
        at = next_line(text, at);
    }
    behind
}

/// Where the lines begin of what begins here, with the notes right above it, which are set in no further; none from before
/// a place.
pub(super) fn start_with_notes(text: &str, start: usize, from: usize) -> usize {
    let column = column(text, start);
    let mut first = line_start(text, start);
    while first > from {
        let above = line_start(text, first - 1);
        match note(&text[above..first - 1]) {
            Some(own) if own <= column && above >= from => first = above,
            _ => break,
        }
    }
    first
}
