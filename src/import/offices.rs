//! The office that a letter is to: 'Director of Children's Services', without a name.

use super::draft::Draft;
use super::letter::LetterParts;

/// What those are called who hold an office.
const HOLDERS: &[&str] =
    &["director", "directors", "commissioner", "chief executive", "chief officer"];

/// Words before that which belong to it.
const TITLES: &str = "acting assistant chief corporate deputy executive group interim joint managing service statutory strategic";

/// What offices are for.
const FIELDS: &str = "adult adults care child children commissioning communities community culture disabilities early \
                      education families family health help housing inclusion interim learning life lifelong \
                      opportunities people prevention public resilience safeguarding school schools service services skills social \
                      standards support together wellbeing well-being work young youth";

/// What joins these.
const JOINTS: &str = "of for and the & - –";

/// How a line begins that says who else has the letter.
const COPIES: &str = "copy copied cc";

/// Reads them. Where there are several, each is by itself behind a semicolon.
pub(super) fn read(letter: &LetterParts, draft: &mut Draft) {
    let offices = offices(letter.head.iter().map(|words| words.text.as_str()));
    draft.addressed_to = (!offices.is_empty()).then(|| offices.join("; "));
}

/// The offices that the lines of a letter's head name, without names and addresses.
pub(super) fn offices<'a>(head: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut offices: Vec<String> = Vec::new();
    let mut is_behind_one = false;
    for line in head {
        let words: Vec<&str> = line.split(' ').collect();
        let are_fields = || words.iter().all(|word| is_of(word, FIELDS) || is_of(word, JOINTS));
        match (office(&words), offices.last_mut().filter(|_| is_behind_one)) {
            (Some(office), Some(last)) if line.starts_with("and ") => {
                last.push_str(" and ");
                last.push_str(&office);
            }
            (Some(office), _) => offices.push(office),
            // 'Strategic Director', and below it 'Care, Wellbeing and Learning'.
            (None, Some(last)) if !has_field(last) && are_fields() => {
                last.push_str(", ");
                last.push_str(line);
            }
            (None, _) => {
                is_behind_one = false;
                continue;
            }
        }
        is_behind_one = true;
    }
    offices
}

/// The office in a line: what its holder is called, and what it is for as far as the words go that offices are for.
fn office(words: &[&str]) -> Option<String> {
    if words.first().is_some_and(|first| is_of(first, COPIES)) {
        return None;
    }
    let (at, end) = holder(words, 1).into_iter().chain(holder(words, 2)).min()?;
    let titles = words[..at].iter().rev().take_while(|word| is_of(word, TITLES));
    let start = at - titles.count();
    let known = |word: &&&str| {
        [FIELDS, JOINTS, TITLES].iter().any(|list| is_of(word, list)) || is_holder(word)
    };
    let mut last = end + words[end..].iter().take_while(known).count();
    while last > end && is_of(words[last - 1], JOINTS) {
        last -= 1;
    }
    let is_address = words[end..].iter().any(|it| it.contains(|it: char| it.is_ascii_digit()));
    let is_company = words.last().is_some_and(|word| bare(word) == "trust");
    // Nobody knows what all offices are for; and the companies that councils have made have offices too.
    if last == end && !is_address || is_company {
        last = words.len();
    }
    Some(words[start..last].join(" ").trim_end_matches([',', '.']).to_owned())
}

/// Where words stand, so many, that say who holds an office.
fn holder(words: &[&str], count: usize) -> Option<(usize, usize)> {
    let is_one = |part: &[&str]| {
        is_holder(&part.iter().map(|word| bare(word)).collect::<Vec<_>>().join(" "))
    };
    words.windows(count).position(is_one).map(|at| (at, at + count))
}

fn is_holder(words: &str) -> bool {
    HOLDERS.contains(&bare(words).as_str())
}

fn has_field(office: &str) -> bool {
    office.split(' ').any(|word| is_of(word, FIELDS))
}

fn is_of(word: &str, list: &str) -> bool {
    let word = bare(word);
    list.split(' ').any(|other| other == word)
}

/// A word in lower case, without the marks around it and without what shows whose something is.
fn bare(word: &str) -> String {
    let word = word.to_lowercase().replace('’', "'");
    let word = word.trim_matches([',', '(', ')', '.', ':', ';']);
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(word);
    word.to_owned()
}
