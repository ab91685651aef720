//! Asking a person for what a command line leaves out.

use std::io::{self, BufRead, IsTerminal, stdin};

use super::failure::Failure;
use super::output;

/// Something that a command needs to know.
pub(super) struct Question<'a> {
    /// What it is called on the command line: `--dated`.
    pub(super) option: &'a str,
    /// What it is: 'the date printed on the letter'.
    pub(super) what: &'a str,
    /// What an answer looks like.
    pub(super) example: &'a str,
}

/// Refuses to go on where something is missing and there is nobody to ask. Takes each question with
/// whether it is open, and names all that are.
pub(super) fn refuse_missing(questions: &[(&Question<'_>, bool)]) -> Result<(), Failure> {
    let missing: Vec<&Question<'_>> =
        questions.iter().filter(|(_, is_open)| *is_open).map(|(question, _)| *question).collect();
    if missing.is_empty() || is_person_there() {
        return Ok(());
    }
    Err(Failure::usage(missing_message(&missing)))
}

/// Whether a person is there to be asked, and not a program or a file.
pub(super) fn is_person_there() -> bool {
    stdin().is_terminal() && output::is_to_a_person()
}

/// Whether a person says yes to a question. Where no more answers come, it is no.
pub(super) fn says_yes(question: &str) -> Result<bool, Failure> {
    loop {
        output::question(&format!("{question} (yes or no) "))?;
        let Some(line) = line()? else { return Ok(false) };
        match line.trim().to_lowercase().as_str() {
            "y" | "yes" => return Ok(true),
            "n" | "no" => return Ok(false),
            _ => output::line("Answer yes or no. Ctrl+C stops.")?,
        }
    }
}

/// The answer to a question that needs one. An answer that cannot be meant is told, and asked for again.
pub(super) fn answer<T>(
    question: &Question<'_>,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<T, Failure> {
    loop {
        match optional_answer(question, "", &read)? {
            Some(answer) => return Ok(answer),
            None => output::line("This is needed. Ctrl+C stops.")?,
        }
    }
}

/// The answer to a question that needs none, as `note` says: an empty line leaves it open.
pub(super) fn optional_answer<T>(
    question: &Question<'_>,
    note: &str,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<Option<T>, Failure> {
    loop {
        let what = capitalised(question.what);
        output::question(&format!("{what}, such as {}{note}: ", question.example))?;
        let line = line()?.ok_or_else(|| unanswered(question))?;
        if line.trim().is_empty() {
            return Ok(None);
        }
        match read(line.trim()) {
            Ok(answer) => return Ok(Some(answer)),
            Err(message) => output::lines(&capitalised(&message))?,
        }
    }
}

fn missing_message(missing: &[&Question<'_>]) -> String {
    let names: Vec<&str> = missing.iter().map(|question| question.option).collect();
    let (names, verb) = match &names[..] {
        [first @ .., last] if !first.is_empty() => {
            (format!("{} and {last}", first.join(", ")), "are")
        }
        names => (names.concat(), "is"),
    };
    let mut message = format!("{names} {verb} missing");
    for Question { option, what, example } in missing {
        message.push_str(&format!("\n  help: {option} is {what}, such as {example}"));
    }
    message
}

/// The next line; `None` where there are no more.
fn line() -> Result<Option<String>, Failure> {
    let mut bytes = Vec::new();
    let count = stdin().lock().read_until(b'\n', &mut bytes).map_err(unreadable)?;
    Ok((count > 0).then(|| String::from_utf8_lossy(&bytes).into_owned()))
}

fn unanswered(question: &Question<'_>) -> Failure {
    Failure::usage(format!("no answer for {}; nothing was written", question.option))
}

fn unreadable(error: io::Error) -> Failure {
    Failure::usage(format!("could not read the answer: {error}"))
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
