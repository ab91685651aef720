//! The command line, read; what cannot be meant in it is told without what a terminal would obey.

use std::process::ExitCode;

use clap::Parser;
use clap::error::{ContextKind, ContextValue, Error};
use letterpress::diagnostics::Shown;

use super::{Cli, Outcome};

/// What the command line asks for. Where that cannot be meant, or is answered at once, as `--help` is, it is told here.
pub(crate) fn parse_command_line() -> Result<Cli, ExitCode> {
    Cli::try_parse().map_err(|error| {
        let error = shown(error);
        // Nobody is left to be told that this was not heard.
        let _ = error.print();
        if error.use_stderr() { Outcome::Usage.into() } else { Outcome::Done.into() }
    })
}

/// An error with the words of the command line in it as they are shown. How the program is to be used says only what
/// we say.
fn shown(mut error: Error) -> Error {
    let context: Vec<(ContextKind, ContextValue)> = error
        .context()
        .filter(|(kind, _)| *kind != ContextKind::Usage)
        .filter_map(|(kind, value)| Some((kind, marked(value)?)))
        .collect();
    for (kind, value) in context {
        error.insert(kind, value);
    }
    error
}

fn marked(value: &ContextValue) -> Option<ContextValue> {
    let mark = |text: &String| Shown::from(text).to_string();
    Some(match value {
        ContextValue::String(text) => ContextValue::String(mark(text)),
        ContextValue::Strings(texts) => ContextValue::Strings(texts.iter().map(mark).collect()),
        ContextValue::StyledStr(text) => ContextValue::StyledStr(mark(&text.to_string()).into()),
        ContextValue::StyledStrs(texts) => ContextValue::StyledStrs(
            texts.iter().map(|text| mark(&text.to_string()).into()).collect(),
        ),
        _ => return None,
    })
}
