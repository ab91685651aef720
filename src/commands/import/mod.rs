//! `import`: from the text of regulators' letters to drafts in the folders of their authorities, and from reports of
//! inspections to entries in their files.

mod entry;
mod file;
mod pdf;
mod report;
mod source;

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use letterpress::Site;
use letterpress::diagnostics::{Diagnostic, Shown, called};
use letterpress::import::{self, Draft};
use letterpress::model::Slug;
use letterpress::read;

use super::failure::Failure;
use super::new::authority::make_known;
use super::new::letter::{file_name, folder};
use super::new_file::create;
use super::site::{command_line, open};
use super::{Outcome, output};
pub(crate) use pdf::read_pdf;

#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// Letters and reports of inspections, as text or PDF; `-` for the standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Whom they are to, where they do not say so themselves: any name of the authority
    #[arg(long, value_name = "NAME")]
    authority: Option<String>,
    /// The address of the public copy, such as the one on the regulator's site; for one file at a time
    #[arg(long, value_name = "URL")]
    source: Option<String>,
    /// Print the drafts and entries, and write nothing
    #[arg(long)]
    print: bool,
    /// The site's folder: the one with `site.toml` in it
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
}

/// Makes a draft of each letter, and never replaces a file; puts an entry for each report into its authority's file. A file
/// that nothing can be made of stops no other.
pub(crate) fn run(arguments: &ImportArguments) -> io::Result<Outcome> {
    all(arguments).or_else(|failure| failure.tell(&arguments.root))
}

fn all(arguments: &ImportArguments) -> Result<Outcome, Failure> {
    let ImportArguments { files, authority, source, print: _, root } = arguments;
    if source.is_some() && files.len() > 1 {
        let help = "import each with its own `--source`";
        return Err(Failure::usage(format!("these files have not one address\n  help: {help}")));
    }
    let (site, _) = open(root)?;
    let whom = whom(&site, authority.as_deref())?;
    let mut outcome = Outcome::Done;
    let mut problems = Vec::new();
    for file in files {
        match one(arguments, &site, whom.as_ref(), file, &mut problems) {
            Ok(true) => {}
            Ok(false) if outcome == Outcome::Done => outcome = Outcome::ContentErrors,
            Ok(false) => {}
            Err(failure) => outcome = failure.tell(root)?,
        }
    }
    let report = problems.into_iter().collect();
    Ok(output::ended(outcome, output::problems(Path::new("."), &report))?)
}

/// The authority that somebody names on the command line.
fn whom(site: &Site, name: Option<&str>) -> Result<Option<Slug>, Failure> {
    let Some(name) = name else { return Ok(None) };
    let slug = import::authority_named(site.archive(), name);
    let unknown = || {
        let help = "`letterpress new authority` makes one that is not known";
        Failure::usage(format!("there is no authority `{}`\n  help: {help}", Shown::from(name)))
    };
    slug.map(Some).ok_or_else(unknown)
}

/// Imports one letter, or one report. Gives whether there is a draft or an entry of it now.
fn one(
    arguments: &ImportArguments,
    site: &Site,
    whom: Option<&Slug>,
    file: &Path,
    problems: &mut Vec<Diagnostic>,
) -> Result<bool, Failure> {
    let source = match source::read(file)? {
        Ok(source) => source,
        Err(problem) => {
            problems.push(problem);
            return Ok(false);
        }
    };
    if let Some((draft, found)) = import::inspection(&source, site.archive(), whom) {
        problems.extend(found);
        return report::one(arguments, site, &draft);
    }
    let (draft, found) = import::read(&source, site.archive(), whom);
    problems.extend(found);
    let (Some(kind), Some(authority)) = (draft.kind, draft.authorities.first()) else {
        return Ok(false);
    };
    let text = file::text(&draft, arguments.source.as_deref(), &site.archive().vocabulary);
    if arguments.print {
        output::text(&text)?;
        return Ok(true);
    }
    let root = &arguments.root;
    let folder = folder_of(root, site, authority)?;
    let dated = draft.dated.as_ref().map_or_else(|| "undated".to_owned(), ToString::to_string);
    let path =
        format!("{folder}/{}.md", file_name(&site.archive().vocabulary[kind], draft.visit, &dated));
    create(root, &path, text.as_bytes())?;
    say(root, &path, &draft)?;
    keep_text(root, site, &path, &source.text)?;
    Ok(true)
}

/// Writes the letter's own text to where the site has those of its letters. One that is there stays: drafts are made of
/// such texts too.
fn keep_text(root: &Path, site: &Site, letter: &str, source: &str) -> Result<(), Failure> {
    let settings = site.settings();
    let folder = settings.letter_texts.as_ref().map(|folder| folder.path.as_str());
    let Some(path) = read::letter_text_path(letter, folder) else { return Ok(()) };
    let text = called(root, &path);
    if root.join(&path).symlink_metadata().is_ok() {
        output::line(&format!("The letter's own text was in {text} already, and stays as it is."))?;
        return Ok(());
    }
    create(root, &path, import::letter_text(source).as_bytes())?;
    let publish = if settings.publishes_letter_texts { "is published" } else { "is not published" };
    let line =
        format!("The letter's own text lies in {text}. Somebody else wrote it; it {publish}.");
    Ok(output::line(&line)?)
}

/// The authority's folder, made with what is known of it where the site has none.
fn folder_of(root: &Path, site: &Site, slug: &Slug) -> Result<String, Failure> {
    let authority = site.archive().authorities.iter().find(|authority| authority.slug == *slug);
    if let Some(authority) = authority {
        return Ok(folder(authority).to_owned());
    }
    let path = format!("content/authorities/{slug}");
    // An earlier letter of this run may have made it.
    if !root.join(&path).join("authority.md").exists() {
        make_known(root, site.archive(), slug.as_str())?;
    }
    Ok(path)
}

fn say(root: &Path, path: &str, draft: &Draft) -> io::Result<()> {
    let findings = output::counted(draft.findings.len(), "suggested finding", "suggested findings");
    let check = command_line(root, "check --drafts");
    let line =
        format!("Made {} with {findings}. `{check}` tells what is left to do.", called(root, path));
    output::line(&line)
}
