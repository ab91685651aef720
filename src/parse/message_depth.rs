//! How deep brackets stand within one another in a table of messages: its reader takes a step down for each.

/// Deeper than any message has them.
const DEEPEST: usize = 50;

/// Where brackets stand too deep, in bytes. A message ends where the next one begins.
pub(super) fn too_deep(table: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut start = 0;
    for line in table.split_inclusive('\n') {
        if begins_entry(line) {
            depth = 0;
        }
        for (at, letter) in line.char_indices() {
            match letter {
                '{' | '(' => depth += 1,
                '}' | ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > DEEPEST {
                return Some(start + at);
            }
        }
        start += line.len();
    }
    None
}

/// Whether a line begins a message or a term: `id = …`.
fn begins_entry(line: &str) -> bool {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    let rest = line.trim_start_matches(is_name);
    rest.len() < line.len() && rest.trim_start_matches(' ').starts_with('=')
}
