//! `schema`: what front matter may hold, for editors that check while somebody writes.

use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use letterpress::parse::{FrontMatter, built_in_vocabulary};
use letterpress::{Folder, LoadError, LoadOptions};

use super::failure::Failure;
use super::{Outcome, output};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The kind of file
    #[arg(value_enum)]
    kind: SchemaKind,
    /// The site's folder, whose words the schema has; where there is none, those that come with the program
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SchemaKind {
    /// `authority.md`
    Authority,
    /// A letter
    Letter,
    /// A topic of the findings index
    Topic,
    /// A plain page
    Page,
}

pub(crate) fn run(arguments: &Arguments) -> io::Result<Outcome> {
    print(arguments).or_else(|failure| failure.tell(&arguments.root))
}

fn print(arguments: &Arguments) -> Result<Outcome, Failure> {
    let vocabulary = match Folder::new(&arguments.root, LoadOptions::default()).vocabulary() {
        Err(LoadError::NotASite(_)) => built_in_vocabulary(),
        read => read?,
    };
    let kind = match arguments.kind {
        SchemaKind::Authority => FrontMatter::Authority,
        SchemaKind::Letter => FrontMatter::Letter,
        SchemaKind::Topic => FrontMatter::Topic,
        SchemaKind::Page => FrontMatter::Page,
    };
    let schema = letterpress::parse::schema(kind, &vocabulary);
    output::text(&format!("{schema:#}"))?;
    Ok(Outcome::Done)
}
