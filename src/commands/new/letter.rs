//! `new letter`: a draft of a letter, in its authority's folder.

use std::path::Path;

use clap::Args;
use letterpress::diagnostics::called;
use letterpress::model::{Authority, Date, LetterKind, LetterKindId, Slug, TermId, Vocabulary};

use super::values::{date, name, visit, web_address, with_words, word, yaml, yaml_date};
use super::whom::the_one;
use crate::commands::failure::Failure;
use crate::commands::new_file::create;
use crate::commands::prompt::{self, Question};
use crate::commands::site::{command_line, open};

#[derive(Debug, Args)]
pub(super) struct LetterArguments {
    /// Whom the letter was sent to: the name of the folder, or any name of the authority
    #[arg(value_parser = name)]
    authority: Option<String>,
    /// The kind of visit, of those of the site's vocabulary; the one that is numbered where none is given
    #[arg(long)]
    kind: Option<String>,
    /// The visit's number, where the letter states one
    #[arg(long, value_name = "NUMBER", value_parser = visit)]
    visit: Option<u32>,
    /// The days of the visit: 2018-01-23/2018-01-24
    #[arg(long, value_name = "DATE", value_parser = date)]
    on_site: Option<Date>,
    /// The date printed on the letter: 2018-02-15
    #[arg(long, value_name = "DATE", value_parser = date)]
    dated: Option<Date>,
    /// The address of the regulator's own copy
    #[arg(long, value_name = "URL", value_parser = web_address)]
    source: Option<String>,
}

const AUTHORITY: Question<'static> = Question {
    option: "AUTHORITY",
    what: "whom the letter was sent to",
    example: "sunderland or \"Sunderland City Council\"",
};
const VISIT: Question<'static> = Question {
    option: "--visit",
    what: "the visit's number, as the letter states it",
    example: "6",
};
const ON_SITE: Question<'static> = Question {
    option: "--on-site",
    what: "the days of the visit",
    example: "2018-01-23/2018-01-24",
};
const DATED: Question<'static> =
    Question { option: "--dated", what: "the date printed on the letter", example: "2018-02-15" };
const SOURCE: Question<'static> = Question {
    option: "--source",
    what: "the address of the regulator's own copy",
    example: "https://files.ofsted.gov.uk/v1/file/00000000",
};

/// What the letter's front matter begins with.
struct Facts {
    kind: LetterKindId,
    visit: Option<u32>,
    on_site: Date,
    dated: Date,
    source: Option<String>,
}

/// Makes the file, and gives what to say of it.
pub(super) fn make(root: &Path, arguments: &LetterArguments) -> Result<Vec<String>, Failure> {
    let (site, _) = open(root)?;
    prompt::refuse_missing(&[
        (&AUTHORITY, arguments.authority.is_none()),
        (&ON_SITE, arguments.on_site.is_none()),
        (&DATED, arguments.dated.is_none()),
    ])?;
    let authority = match &arguments.authority {
        Some(name) => the_one(root, &site, name).map_err(Failure::usage)?,
        None => prompt::answer(&AUTHORITY, |name| the_one(root, &site, name))?,
    };
    let vocabulary = &site.archive().vocabulary;
    let facts = facts(arguments, vocabulary)?;
    let path = format!(
        "{}/{}.md",
        folder(authority),
        file_name(&vocabulary[facts.kind], facts.visit, &facts.dated.to_string())
    );
    create(root, &path, text(vocabulary, &facts).as_bytes())?;
    Ok(vec![
        format!("Made {}.", called(root, &path)),
        "It is a draft: builds leave it out until you take out the line `draft: true`.".to_owned(),
        format!("Look for mistakes in it with `{}`.", command_line(root, "check --drafts")),
    ])
}

/// What the command line says, and a person where it does not. What a letter can do without is asked for
/// only where something else is.
fn facts(arguments: &LetterArguments, vocabulary: &Vocabulary) -> Result<Facts, Failure> {
    let LetterArguments { authority, kind, visit: number, on_site, dated, source } = arguments;
    let asks = authority.is_none() || on_site.is_none() || dated.is_none();
    let kind = match kind {
        Some(kind) => word(vocabulary, kind).map_err(Failure::usage)?,
        None => vocabulary.usual_kind().unwrap_or_else(|| LetterKindId::new(0)),
    };
    let is_numbered = vocabulary[kind].is_numbered;
    Ok(Facts {
        kind,
        visit: match number {
            None if asks && is_numbered => {
                prompt::optional_answer(&VISIT, " (Enter if it does not)", visit)?
            }
            number => *number,
        },
        on_site: on_site.clone().map_or_else(|| prompt::answer(&ON_SITE, date), Ok)?,
        dated: dated.clone().map_or_else(|| prompt::answer(&DATED, date), Ok)?,
        source: match source {
            None if asks => prompt::optional_answer(&SOURCE, " (Enter if not known)", web_address)?,
            source => source.clone(),
        },
    })
}

/// The authority's folder, from the site's.
pub(in crate::commands) fn folder(authority: &Authority) -> &str {
    let path = &authority.source.path;
    path.rsplit_once('/').map_or(path, |(folder, _)| folder)
}

/// What a letter's file is called, without its ending: `2018-02-15-visit-6`.
pub(in crate::commands) fn file_name(kind: &LetterKind, visit: Option<u32>, dated: &str) -> String {
    let visit = match visit.filter(|_| kind.is_numbered) {
        Some(number) => format!("visit-{number}"),
        None => kind.term.word.clone(),
    };
    let name = format!("{dated}-{visit}");
    Slug::from_text(&name).map_or(visit, |slug| slug.to_string())
}

/// The file: what is known as front matter, the rest of it as comments in the same order.
fn text(vocabulary: &Vocabulary, facts: &Facts) -> String {
    let Facts { kind, visit, on_site, dated, source } = facts;
    let visit = match visit {
        Some(number) => format!("visit: {number}\n"),
        None if vocabulary[*kind].is_numbered => {
            "##  As the letter states it.\n# visit: NUMBER\n".to_owned()
        }
        None => String::new(),
    };
    let source = match source {
        Some(address) => format!("source: {}\n", yaml(address)),
        None => {
            "##  The regulator's own copy; none where no public copy is known.\n# source: ADDRESS\n"
                .to_owned()
        }
    };
    format!(
        "---\nkind: {}\n{visit}on_site: {}\ndated: {}\n{source}{}---\n\n",
        vocabulary.word(*kind),
        yaml_date(on_site),
        yaml_date(dated),
        with_words(include_str!("letter.yaml"), vocabulary),
    )
}
