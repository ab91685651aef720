//! Marks of strong words that are shown as they are typed.

use super::EMPHASIS;
use super::body_text::rest_of_line;
use super::slip::Slip;

/// `** words **`, `__ words __`, which Markdown takes for bare marks; and a mark that has no end.
pub(super) fn strong(markdown: &str, at: usize, is_words: impl Fn(usize) -> bool) -> Option<Slip> {
    let mark = markdown.get(at..at + 2).filter(|it| ["**", "__"].contains(it))?;
    let inner = &markdown[at + 2..];
    let slip = |range, message: &str, help, meant| Slip {
        rule: EMPHASIS,
        range,
        message: message.to_owned(),
        help,
        meant,
    };
    let line = rest_of_line(inner);
    let Some(length) = line.find(mark) else {
        let paragraph = inner.split("\n\n").next().unwrap_or(inner);
        let is_alone = mark == "**"
            && line.starts_with(char::is_alphabetic)
            && !markdown[..at].ends_with(|it: char| it.is_alphanumeric() || it == '*')
            && !paragraph.contains(mark);
        return is_alone.then(|| {
            let help = "put two more behind the last word that they are for, or take them out";
            slip(
                at..at + 2,
                "these stars have no end, so they are shown as they are typed",
                help.to_owned(),
                None,
            )
        });
    };
    let words = line[..length].trim();
    let end = at + 2 + length + 2;
    let is_one = !words.is_empty()
        && !words.starts_with(['*', '_'])
        && is_words(end - 1)
        && (mark == "**" || words.len() < length);
    is_one.then(|| {
        let meant = format!("{mark}{words}{mark}");
        let (message, what) = match mark {
            "**" => ("these stars are shown as they are typed", "stars"),
            _ => ("these underscores are shown as they are typed", "underscores"),
        };
        let help = format!("write `{meant}`, without spaces inside the {what}");
        slip(at..end, message, help, Some(meant))
    })
}
