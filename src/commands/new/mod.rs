//! `new`: a file for a letter, an authority or a topic, with what is known already filled in.

pub(super) mod authority;
pub(super) mod letter;
mod topic;
#[cfg(feature = "preview")]
pub(super) mod unasked;
pub(super) mod values;
mod whom;

use std::io;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Outcome, output};

#[derive(Debug, Args)]
pub(crate) struct NewArguments {
    #[command(subcommand)]
    what: NewKind,
    /// The site's folder: the one with `site.toml` in it
    #[arg(long, global = true, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
}

#[derive(Debug, Subcommand)]
enum NewKind {
    /// A letter to an authority, as a draft
    Letter(letter::LetterArguments),
    /// An authority; the codes and the region of those that the program knows are filled in
    Authority(authority::AuthorityArguments),
    /// A topic that findings can be about
    Topic(topic::TopicArguments),
}

/// Makes one file, and never replaces one.
pub(crate) fn run(arguments: &NewArguments) -> io::Result<Outcome> {
    let NewArguments { what, root } = arguments;
    let made = match what {
        NewKind::Letter(arguments) => letter::make(root, arguments),
        NewKind::Authority(arguments) => authority::make(root, arguments),
        NewKind::Topic(arguments) => topic::make(root, arguments),
    };
    match made {
        Ok(lines) => {
            lines.iter().try_for_each(|line| output::line(line))?;
            Ok(Outcome::Done)
        }
        Err(failure) => failure.tell(root),
    }
}
