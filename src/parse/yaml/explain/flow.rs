//! Values in brackets and braces: where they end, and slips in them.

use std::ops::Range;

/// What is found of a value that begins with a bracket, in bytes of the text that it begins.
pub(super) struct Flow {
    /// Behind its last bracket, where it is closed.
    pub(super) end: Option<usize>,
    /// The brackets that are open at the end of the text, the outermost first.
    pub(super) open: Vec<char>,
    /// A bracket that closes another kind than is open.
    pub(super) wrong: Option<(usize, char)>,
    /// Keys in braces whose colon has no space behind it: from the key to behind the colon.
    pub(super) joined: Vec<Range<usize>>,
}

/// Looks through a value that begins with a bracket.
pub(super) fn flow(text: &str) -> Flow {
    let mut found = Flow { end: None, open: Vec::new(), wrong: None, joined: Vec::new() };
    let bytes = text.as_bytes();
    let (mut at, mut token) = (0, None);
    while at < bytes.len() {
        let byte = bytes[at];
        match byte {
            b'[' | b'{' => {
                found.open.push(if byte == b'[' { ']' } else { '}' });
                token = None;
            }
            b']' | b'}' => {
                let wanted = found.open.pop();
                if let Some(wanted) = wanted.filter(|it| *it as u32 != u32::from(byte)) {
                    found.wrong.get_or_insert((at, wanted));
                }
                token = None;
                if found.open.is_empty() {
                    found.end = Some(at + 1);
                    return found;
                }
            }
            b',' | b'\n' => token = None,
            b'"' | b'\'' if token.is_none() => {
                at = end_of_quoted(text, at).unwrap_or(text.len());
                token = Some(at);
                continue;
            }
            b'#' if at > 0 && bytes[at - 1].is_ascii_whitespace() => {
                at = text[at..].find('\n').map_or(text.len(), |end| at + end);
                continue;
            }
            b':' => {
                let next = text[at + 1..].chars().next();
                let is_value =
                    next.is_some_and(|it| it.is_alphanumeric() || "[{'\".-".contains(it));
                let is_key = |key: &str| {
                    !key.is_empty()
                        && key.chars().all(|it| it.is_alphanumeric() || "_-~?/.".contains(it))
                };
                let in_braces = found.open.last() == Some(&'}');
                if let Some(key) =
                    token.filter(|key| in_braces && is_value && is_key(&text[*key..at]))
                {
                    found.joined.push(key..at + 1);
                }
            }
            b' ' | b'\t' => {}
            _ => token = token.or(Some(at)),
        }
        at += 1;
    }
    found
}

/// Behind the quotation mark that ends a text in quotes, which begins at `start`; `None` where none does.
pub(super) fn end_of_quoted(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mark = *bytes.get(start)?;
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        let is_doubled = byte == b'\'' && bytes.get(at + 1) == Some(&b'\'');
        if byte == mark && !(mark == b'\'' && is_doubled) {
            return Some(at + 1);
        }
        let is_escape = (mark == b'"' && byte == b'\\') || (mark == b'\'' && is_doubled);
        at += if is_escape { 2 } else { 1 };
    }
    None
}

/// Figures with a comma or a space between their thousands, where a number is the value: the figure, and the marks in it.
pub(super) fn thousands(text: &str) -> Vec<(Range<usize>, Vec<usize>)> {
    let mut all = Vec::new();
    let mut start = 0;
    while let Some(colon) = text[start..].find(':') {
        let from = start + colon + 1;
        let at = from + text[from..].len() - text[from..].trim_start_matches(' ').len();
        start = from;
        let (length, marks) = figure(&text[at..]);
        let ends = text[at + length..].trim_start_matches(' ');
        let is_whole = ends.is_empty() || ends.starts_with([',', '}', '\n', '#']);
        if !marks.is_empty() && is_whole {
            all.push((at..at + length, marks.iter().map(|mark| at + mark).collect()));
            start = at + length;
        }
    }
    all
}

/// How long a figure is, and where the marks between its thousands are.
pub(super) fn figure(text: &str) -> (usize, Vec<usize>) {
    let digits = |at: usize| text.bytes().skip(at).take_while(u8::is_ascii_digit).count();
    let mut length = digits(0);
    let mut marks = Vec::new();
    if !(1..=3).contains(&length) {
        return (length, marks);
    }
    loop {
        let next =
            text[length..].chars().next().filter(|it| ", \u{a0}\u{202f}\u{2009}".contains(*it));
        match next.map(char::len_utf8) {
            Some(width) if digits(length + width) == 3 => {
                marks.push(length);
                length += width + 3;
            }
            _ => return (length, marks),
        }
    }
}
