//! Values in quotation marks.

/// Behind the quotation mark that ends a text in quotes, which begins at `start`; `None` where none does.
pub(super) fn end(text: &str, start: usize) -> Option<usize> {
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
