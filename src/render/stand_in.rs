//! Stand-ins in messages: what is HTML, Markdown or a link already is put into a message after all around it is escaped.

/// The first of the characters, which Unicode keeps for a program's own use and which no text may have
/// (`diagnostics/forbidden.rs`).
const FIRST: char = '\u{FDD0}';

/// What is given to a message for its variables.
pub(super) const STAND_INS: [&str; 8] = [
    "\u{FDD0}", "\u{FDD1}", "\u{FDD2}", "\u{FDD3}", "\u{FDD4}", "\u{FDD5}", "\u{FDD6}", "\u{FDD7}",
];

/// What a message says, part by part: words, and the index of the stand-in after them, where there is one.
pub(super) fn parts(said: &str) -> impl Iterator<Item = (&str, Option<usize>)> {
    said.split_inclusive(|it| index(it).is_some()).map(|part| {
        let last = part.char_indices().next_back();
        match last.and_then(|(at, last)| Some((&part[..at], index(last)?))) {
            Some((words, index)) => (words, Some(index)),
            None => (part, None),
        }
    })
}

/// What a message says, with `values` in the places of the stand-ins.
pub(super) fn put_in(said: &str, values: &[&str]) -> String {
    let mut whole =
        String::with_capacity(said.len() + values.iter().map(|it| it.len()).sum::<usize>());
    for (words, index) in parts(said) {
        let value = index.and_then(|index| values.get(index)).copied();
        whole.extend([words, value.unwrap_or_default()]);
    }
    whole
}

fn index(character: char) -> Option<usize> {
    let index = u32::from(character).checked_sub(FIRST.into())? as usize;
    (index < STAND_INS.len()).then_some(index)
}
