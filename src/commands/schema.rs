//! `schema`: what front matter may hold, for editors that check while somebody writes.

use std::io;

use clap::{Args, ValueEnum};
use letterpress::parse::FrontMatter;

use super::{Outcome, output};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The kind of file
    #[arg(value_enum)]
    kind: SchemaKind,
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
    let schema = letterpress::parse::schema(match arguments.kind {
        SchemaKind::Authority => FrontMatter::Authority,
        SchemaKind::Letter => FrontMatter::Letter,
        SchemaKind::Topic => FrontMatter::Topic,
        SchemaKind::Page => FrontMatter::Page,
    });
    output::text(&format!("{schema:#}"))?;
    Ok(Outcome::Done)
}
