//! `new letter`: a draft of a letter, in its authority's folder.

use std::path::Path;

use clap::Args;
use letterpress::Site;
use letterpress::diagnostics::called;
use letterpress::model::{Authority, Date, LetterKind, Slug, Vocabulary};

use super::values::{date, name, visit, web_address, word, yaml, yaml_date};
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
    /// The kind of visit: monitoring-visit or focused-visit
    #[arg(long, value_parser = word::<LetterKind>, default_value = "monitoring-visit")]
    kind: LetterKind,
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

const AUTHORITY: Question = Question {
    option: "AUTHORITY",
    what: "whom the letter was sent to",
    example: "sunderland or \"Sunderland City Council\"",
};
const VISIT: Question = Question {
    option: "--visit",
    what: "the visit's number, as the letter states it",
    example: "6",
};
const ON_SITE: Question = Question {
    option: "--on-site",
    what: "the days of the visit",
    example: "2018-01-23/2018-01-24",
};
const DATED: Question =
    Question { option: "--dated", what: "the date printed on the letter", example: "2018-02-15" };
const SOURCE: Question = Question {
    option: "--source",
    what: "the address of the regulator's own copy",
    example: "https://files.ofsted.gov.uk/v1/file/50007818",
};

/// What the letter's front matter begins with.
struct Facts {
    kind: LetterKind,
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
    let facts = facts(arguments)?;
    let path = format!(
        "{}/{}.md",
        folder(authority),
        file_name(facts.kind, facts.visit, &facts.dated.to_string())
    );
    create(root, &path, text(&facts, &a_topic(&site)).as_bytes())?;
    Ok(vec![
        format!("Made {}.", called(root, &path)),
        "It is a draft: builds leave it out until you take out the line `draft: true`.".to_owned(),
        format!("Look for mistakes in it with `{}`.", command_line(root, "check --drafts")),
    ])
}

/// What the command line says, and a person where it does not. What a letter can do without is asked for
/// only where something else is.
fn facts(arguments: &LetterArguments) -> Result<Facts, Failure> {
    let LetterArguments { authority, kind, visit: number, on_site, dated, source } = arguments;
    let asks = authority.is_none() || on_site.is_none() || dated.is_none();
    let is_numbered = *kind == LetterKind::MonitoringVisit;
    Ok(Facts {
        kind: *kind,
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
pub(in crate::commands) fn file_name(kind: LetterKind, visit: Option<u32>, dated: &str) -> String {
    let visit = match (kind, visit) {
        (LetterKind::MonitoringVisit, Some(number)) => format!("visit-{number}"),
        (kind, _) => kind.word().to_owned(),
    };
    let name = format!("{dated}-{visit}");
    Slug::from_text(&name).map_or(visit, |slug| slug.to_string())
}

/// A topic for the example: one that there is.
fn a_topic(site: &Site) -> String {
    let slugs = || site.archive().topics.iter().map(|topic| topic.slug.as_str());
    slugs()
        .find(|slug| *slug == "thresholds")
        .or_else(|| slugs().next())
        .unwrap_or("thresholds")
        .to_owned()
}

/// The file: what is known as front matter, the rest of it as comments in the same order.
fn text(facts: &Facts, topic: &str) -> String {
    let Facts { kind, visit, on_site, dated, source } = facts;
    let visit = match (kind, visit) {
        (_, Some(number)) => format!("visit: {number}\n"),
        (LetterKind::MonitoringVisit, None) => {
            "# visit: 6                            # as the letter states it\n".to_owned()
        }
        (LetterKind::FocusedVisit, None) => String::new(),
    };
    let source = match source {
        Some(address) => format!("source: {}\n", yaml(address)),
        None => "# source: https://files.ofsted.gov.uk/v1/file/…   # the regulator's own copy\n"
            .to_owned(),
    };
    format!(
        "---\nkind: {}\n{visit}on_site: {}\ndated: {}\n{source}{}---\n\n",
        kind.word(),
        yaml_date(on_site),
        yaml_date(dated),
        include_str!("letter.yaml").replace("TOPIC", topic),
    )
}
