//! Lists in a sentence: 'A, B and C'.

/// What a letter says behind an item of a list, and not of it.
const BEHIND_ITEM: &[&str] = &[
    ", specifically",
    ", with a specific focus on",
    ", which included a specific focus on",
    ", with a particular focus on",
    ", which included",
    ", including",
    "; and",
    ";",
    ",",
    " and",
];

/// Words that an item cannot end with.
const LOOSE_ENDS: &[&str] = &[
    " with a particular focus",
    " with a specific focus",
    " with a focus",
    " with particular focus",
    " with particular reference",
    " with a particular emphasis",
    " which",
    " where",
    " the",
    " a",
    " of",
    " on",
    " for",
    " in",
    " to",
    " with",
    " by",
    " their",
    " both",
    " including",
    " included",
    " specifically",
    " particularly",
];

/// The items of a list in a sentence: 'A, B and C'. What is no list of three stays one.
pub(super) fn items(words: &str) -> Vec<String> {
    if let Some((list, last)) =
        words.split_once(", together with ").or_else(|| words.split_once(", as well as "))
    {
        return items(list).into_iter().chain([last.to_owned()]).collect();
    }
    let (list, aside) = without_aside(words);
    let mut parts = parallel(list);
    // Two with commas in them are rather one list.
    if parts.len() < 2 || parts.len() == 2 && list.contains(", ") {
        parts = list
            .split(", ")
            .map(|part| part.strip_prefix("and ").unwrap_or(part).to_owned())
            .collect();
        if let Some(last) = parts.pop() {
            match last.split_once(" and ").filter(|_| !parts.is_empty() && !list.contains(", and "))
            {
                Some((one, other)) => parts.extend([one.to_owned(), other.to_owned()]),
                None => parts.push(last),
            }
        }
        if parts.len() < 3 || !is_list(&parts) {
            return vec![words.to_owned()];
        }
    }
    if let Some(last) = parts.last_mut() {
        last.push_str(aside);
    }
    parts
}

/// Items of which the first begins with 'the', and the others too; there are 'and's and commas in them.
fn parallel(words: &str) -> Vec<String> {
    if !words.starts_with("the ") {
        return Vec::new();
    }
    let mut items = words.to_owned();
    for before in [", and ", ", ", " and "] {
        items = items.replace(&format!("{before}the "), "\nthe ");
    }
    if items.contains('\n') {
        items = items.replace(", and ", "\n");
    }
    items.split('\n').map(str::to_owned).collect()
}

/// A list, and what is said of its last item behind it: ', with a focus on A, B and C'.
fn without_aside(words: &str) -> (&str, &str) {
    let asides = [
        ", including ",
        ", which ",
        ", who ",
        ", where ",
        ", with ",
        ", such as ",
        ", carried ",
        ", specifically ",
        ", the service ",
        ", the point ",
        ", alongside ",
    ];
    let at = asides.iter().filter_map(|aside| words.find(aside)).min();
    words.split_at(at.unwrap_or(words.len()))
}

/// Whether each is an area by itself, and no word of a phrase: 'the quality, impact and effectiveness of planning',
/// 'children, young people and their families', 'the identification, assessment and management of risk'.
fn is_list(parts: &[String]) -> bool {
    let is_single = |part: &String| !part.trim_start_matches("the ").contains(' ');
    let [first @ .., last] = parts else { return false };
    if first.iter().all(is_single) && last.contains(" of ") {
        return false;
    }
    let is_word = |part: &String| {
        let part = part.trim_start_matches("the ").trim_start_matches("their ");
        [
            "quality",
            "impact",
            "effectiveness",
            "timeliness",
            "young people",
            "families",
            "carers",
            "children",
        ]
        .contains(&part)
    };
    !parts.iter().any(is_word)
}

/// An item without the punctuation of a list around it, and without what leads on to something else; none where nothing
/// is left.
pub(super) fn tidy(words: &str) -> Option<String> {
    let mut words = words.trim_start_matches([' ', ',', ';']);
    for start in ["and ", "also ", "from ", "including "] {
        words = words.strip_prefix(start).unwrap_or(words);
    }
    loop {
        let before = words;
        words = words.trim_end_matches(['.', ':', ';', ',', ' ']);
        for ending in BEHIND_ITEM.iter().chain(LOOSE_ENDS) {
            words = words.strip_suffix(ending).unwrap_or(words).trim_end();
        }
        if words == before {
            break;
        }
    }
    (!words.is_empty() && !LOOSE_ENDS.iter().any(|end| end.trim() == words))
        .then(|| words.to_owned())
}
