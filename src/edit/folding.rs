//! Texts on several lines.

/// How wide a folded text is at least, in characters.
const NARROWEST: usize = 60;

/// A text in one line, on several: the first begins in one column, the others in another. Only where a single space stands
/// between two words can a line end, as it is read as one.
pub(super) fn folded(line: &str, first: usize, others: usize, width: usize) -> String {
    let lines = fold(line, first, others, width);
    lines.join(&format!("\n{:others$}", ""))
}

/// The lines of a text below `|`.
pub(super) fn literal_block(words: &str, column: usize) -> Vec<String> {
    words.split('\n').map(|line| set_in(line, column)).collect()
}

/// The lines of a text below `>`: an end of line in the text is one more of them.
pub(super) fn folded_block(words: &str, column: usize, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (index, line) in words.split('\n').enumerate() {
        lines.extend((index > 0).then(String::new));
        if !line.is_empty() {
            lines.extend(fold(line, column, column, width).iter().map(|it| set_in(it, column)));
        }
    }
    lines
}

fn set_in(line: &str, column: usize) -> String {
    if line.is_empty() { String::new() } else { format!("{:column$}{line}", "") }
}

fn fold(line: &str, first: usize, others: usize, width: usize) -> Vec<String> {
    let width = width.max(NARROWEST);
    let mut lines = Vec::new();
    let mut current = String::new();
    let mut length = first;
    let mut words = line.split(' ').peekable();
    while let Some(word) = words.next() {
        current.push_str(word);
        length += word.chars().count();
        let Some(next) = words.peek() else { break };
        let is_single = !word.is_empty() && !next.is_empty() && !next.starts_with(['\t', '#']);
        if is_single && !word.ends_with('\t') && length + 1 + next.chars().count() > width {
            lines.push(std::mem::take(&mut current));
            length = others;
        } else {
            current.push(' ');
            length += 1;
        }
    }
    lines.push(current);
    lines
}
