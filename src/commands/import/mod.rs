//! `import`: from the text of regulators' letters to drafts in the folders of their authorities, and from reports of
//! inspections to entries in their files.

mod entry;
mod file;
mod pdf;
mod report;
mod source;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use letterpress::Site;
use letterpress::diagnostics::{Diagnostic, Shown, SourceText, called};
use letterpress::import::{self, Draft, InspectionDraft};
use letterpress::model::{Date, Slug};
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
    let address = arguments.source.as_deref();
    let (made, found) = made(&source, site, whom);
    problems.extend(found);
    if arguments.print {
        let vocabulary = &site.archive().vocabulary;
        match &made {
            Made::Inspection(draft) if report::has_place(draft) => {
                output::text(&report::printed(draft, address, site))?;
            }
            Made::Letter(draft) => output::text(&file::text(draft, address, vocabulary))?,
            Made::Inspection(_) | Made::Nothing => return Ok(false),
        }
        return Ok(true);
    }
    let root = &arguments.root;
    let Some(Written { path, text }) = write(root, site, &source, &made, address)? else {
        return Ok(false);
    };
    match &made {
        Made::Letter(draft) => say(root, &path, draft)?,
        Made::Inspection(draft) => say_inspection(root, &path, draft)?,
        Made::Nothing => {}
    }
    if let Some(text) = text {
        say_text(root, site, &text)?;
    }
    Ok(true)
}

/// What a document comes to.
enum Made {
    /// A draft of a letter, whose kind and authority are known.
    Letter(Box<Draft>),
    /// An entry for an inspection.
    Inspection(Box<InspectionDraft>),
    Nothing,
}

fn made(source: &Arc<SourceText>, site: &Site, whom: Option<&Slug>) -> (Made, Vec<Diagnostic>) {
    if let Some((draft, found)) = import::inspection(source, site.archive(), whom) {
        return (Made::Inspection(Box::new(draft)), found);
    }
    let (draft, found) = import::read(source, site.archive(), whom);
    let is_known = draft.kind.is_some() && !draft.authorities.is_empty();
    (if is_known { Made::Letter(Box::new(draft)) } else { Made::Nothing }, found)
}

/// The files that an import wrote.
struct Written {
    /// The draft's, or the authority's with an entry in it.
    path: String,
    text: Option<LetterTextFile>,
}

/// The file of the letter's own text.
struct LetterTextFile {
    path: String,
    /// Whether it was there: drafts are made of such texts too.
    is_old: bool,
}

/// Imports what a file of this name holds, which somebody gives.
#[cfg(feature = "preview")]
pub(super) fn import_bytes(
    root: &Path,
    site: &Site,
    (name, bytes): (&str, Vec<u8>),
    whom: Option<&Slug>,
    address: Option<&str>,
) -> Result<(ImportedFile, Vec<Diagnostic>), Failure> {
    let source = match source::of_bytes(name, bytes)? {
        Ok(source) => source,
        Err(problem) => return Ok((ImportedFile::None, vec![problem])),
    };
    let (made, found) = made(&source, site, whom);
    if let Made::Letter(draft) = &made
        && let Some(path) = letter_path(root, site, draft)?
        && root.join(&path).symlink_metadata().is_ok()
    {
        return Ok((ImportedFile::Known(path), found));
    }
    let written = write(root, site, &source, &made, address)?;
    Ok((written.map_or(ImportedFile::None, |it| ImportedFile::New(it.path)), found))
}

/// What an import of somebody's bytes came to.
#[cfg(feature = "preview")]
pub(super) enum ImportedFile {
    /// Nothing can be made of them.
    None,
    /// This file was written, or written into.
    New(String),
    /// The letter has this file already; nothing was written.
    Known(String),
}

/// Where the file of a letter belongs, in a folder that is made where there is none.
fn letter_path(root: &Path, site: &Site, draft: &Draft) -> Result<Option<String>, Failure> {
    let (Some(kind), Some(authority)) = (draft.kind, draft.authorities.first()) else {
        return Ok(None);
    };
    let folder = folder_of(root, site, authority)?;
    let dated = draft.dated.as_ref().map_or_else(|| "undated".to_owned(), ToString::to_string);
    let name = file_name(&site.archive().vocabulary[kind], draft.visit, &dated);
    Ok(Some(format!("{folder}/{name}.md")))
}

fn write(
    root: &Path,
    site: &Site,
    source: &SourceText,
    made: &Made,
    address: Option<&str>,
) -> Result<Option<Written>, Failure> {
    let draft = match made {
        Made::Letter(draft) => draft,
        Made::Inspection(draft) => {
            let path = report::put_in(root, site, draft, address)?;
            return Ok(path.map(|path| Written { path, text: None }));
        }
        Made::Nothing => return Ok(None),
    };
    let Some(path) = letter_path(root, site, draft)? else { return Ok(None) };
    create(root, &path, file::text(draft, address, &site.archive().vocabulary).as_bytes())?;
    let text = keep_text(root, site, &path, &source.text)?;
    Ok(Some(Written { path, text }))
}

/// Writes the letter's own text to where the site has those of its letters. One that is there stays.
fn keep_text(
    root: &Path,
    site: &Site,
    letter: &str,
    source: &str,
) -> Result<Option<LetterTextFile>, Failure> {
    let folder = site.settings().letter_texts.as_ref().map(|folder| folder.path.as_str());
    let Some(path) = read::letter_text_path(letter, folder) else { return Ok(None) };
    let is_old = root.join(&path).symlink_metadata().is_ok();
    if !is_old {
        create(root, &path, import::letter_text(source).as_bytes())?;
    }
    Ok(Some(LetterTextFile { path, is_old }))
}

fn say_text(root: &Path, site: &Site, text: &LetterTextFile) -> io::Result<()> {
    let shown = called(root, &text.path);
    if text.is_old {
        let line = format!("The letter's own text was in {shown} already, and stays as it is.");
        return output::line(&line);
    }
    let is_published = site.settings().publishes_letter_texts;
    let publish = if is_published { "is published" } else { "is not published" };
    output::line(&format!(
        "The letter's own text lies in {shown}. Somebody else wrote it; it {publish}."
    ))
}

fn say_inspection(root: &Path, path: &str, draft: &InspectionDraft) -> io::Result<()> {
    let when = draft.on_site.as_ref().or(draft.published.as_ref());
    let when = when.map(Date::words).unwrap_or_default();
    let (file, check) = (called(root, path), command_line(root, "check"));
    output::line(&format!("Put the inspection of {when} into {file}. `{check}` checks it."))
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
