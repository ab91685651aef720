//! What a person writes on the command line, read as the front matter is; and the front matter's own form.

use letterpress::diagnostics::{Shown, is_forbidden, nearest};
use letterpress::model::{Date, Letter, TermId, TermList, Vocabulary};
pub(in crate::commands) use letterpress::parse::yaml_text as yaml;
use letterpress::parse::{date_help, number_in_words};

/// A date at any precision.
pub(super) fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|error| {
        let told = date_help(text, &error);
        let [reason, help] = [&told.reason, &told.help].map(Shown::from);
        format!("`{}` is not a date: {reason}\n  help: {help}", Shown::from(text))
    })
}

/// A visit's number in its cycle.
pub(super) fn visit(text: &str) -> Result<u32, String> {
    // `check` refuses a higher one: no cycle has come near.
    let number = text.parse().ok().filter(|number| (1..=Letter::MOST_VISITS).contains(number));
    number.ok_or_else(|| {
        let shown = Shown::from(text);
        let help = match number_in_words(text) {
            Some(number) => format!("write {number}"),
            None => "write it in digits, as 6; count from 1 in each cycle".to_owned(),
        };
        format!("`{shown}` cannot be the number of a visit\n  help: {help}")
    })
}

/// The address of a page elsewhere.
pub(super) fn web_address(text: &str) -> Result<String, String> {
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    if is_web && !text.contains(char::is_whitespace) && !text.contains(is_forbidden) {
        Ok(text.to_owned())
    } else {
        Err(format!("`{}` is not the address of a page on the web", Shown::from(text)))
    }
}

/// A name in one line, with single spaces.
pub(in crate::commands) fn name(text: &str) -> Result<String, String> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err("a name needs letters".to_owned());
    }
    if name.contains(is_forbidden) {
        return Err("the name holds a character that cannot be seen".to_owned());
    }
    Ok(name)
}

/// A word of the site's vocabulary, in any case of letters.
pub(super) fn word<I: TermId>(vocabulary: &Vocabulary, text: &str) -> Result<I, String> {
    let known = || vocabulary.ids().map(|member: I| vocabulary.word(member));
    let is_meant =
        |member: &I| vocabulary.word(*member).to_lowercase() == text.trim().to_lowercase();
    vocabulary.ids().find(is_meant).ok_or_else(|| {
        let help = match nearest(text, known()) {
            Some(word) => format!("did you mean `{word}`?"),
            None => format!("use one of {}", known().collect::<Vec<_>>().join(", ")),
        };
        format!("there is no {} `{}`: {help}", I::LIST.member(), Shown::from(text))
    })
}

/// A form to fill in, with the words of the site's vocabulary where it names their lists. A line on one that is empty goes.
pub(super) fn with_words(form: &str, vocabulary: &Vocabulary) -> String {
    let mut lines: Vec<String> = form.lines().map(str::to_owned).collect();
    for (one, all, list) in [
        ("LEVEL", "LEVELS", TermList::Levels),
        ("POLARITY", "POLARITIES", TermList::Polarities),
        ("FRAMEWORK", "FRAMEWORKS", TermList::Frameworks),
        ("GRADE", "GRADES", TermList::Grades),
    ] {
        let words: Vec<&str> = vocabulary.list(list).iter().map(|it| it.word.as_str()).collect();
        if words.is_empty() {
            lines.retain(|line| !line.contains(one) && !line.contains(all));
        }
        lines.iter_mut().for_each(|line| *line = line.replace(all, &words.join(", ")));
    }
    lines.join("\n") + "\n"
}

/// Texts as a list of YAML in one line.
pub(in crate::commands) fn yaml_list<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let items: Vec<String> = texts.into_iter().map(yaml).collect();
    format!("[{}]", items.join(", "))
}

/// A date as front matter has it.
pub(in crate::commands) fn yaml_date(date: &Date) -> String {
    date.to_string().replace(',', ", ")
}
