//! `init`: a new site in a folder, with topics, so that letters can be written at once.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use include_dir::{Dir, include_dir};
use letterpress::diagnostics::Shown;

use super::Outcome;
use super::failure::Failure;
use super::new_file::{create, create_folder, refuse_existing, refuse_link};
use super::output::{self, counted};
use super::prompt::{self, Question};
use super::site::command_line;

#[derive(Debug, Args)]
pub(crate) struct InitArguments {
    /// The folder to make the site in
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// This repository's own topics.
static TOPICS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content/topics");

const FOLDER: Question =
    Question { option: "DIR", what: "the folder to make the site in", example: "letters" };

/// Makes a site that builds, and never replaces a file.
pub(crate) fn run(arguments: &InitArguments) -> io::Result<Outcome> {
    let made = folder(arguments).and_then(|folder| {
        let files = files();
        make(&folder, &files)?;
        Ok((folder, files.len()))
    });
    match made {
        Ok((folder, count)) => {
            let files = counted(count, "file", "files");
            output::line(&format!("Made a new site in {}: {files}.", Shown::from(&folder)))?;
            output::line(
                "Say in site.toml what it is called and where it will be. Then go on with",
            )?;
            output::line(&format!("  {}", command_line(&folder, "new authority NAME")))?;
            output::line(&format!("  {}", command_line(&folder, "build")))?;
            Ok(Outcome::Done)
        }
        Err(failure) => failure.tell(Path::new(".")),
    }
}

fn folder(arguments: &InitArguments) -> Result<PathBuf, Failure> {
    prompt::refuse_missing(&[(&FOLDER, arguments.folder.is_none())])?;
    match &arguments.folder {
        Some(folder) => Ok(folder.clone()),
        None => prompt::answer(&FOLDER, |folder| Ok(PathBuf::from(folder))),
    }
}

/// The files of a new site. `site.toml` comes last: with it, the folder is a site.
fn files() -> Vec<(String, &'static [u8])> {
    let topics = TOPICS.files().map(|file| {
        (format!("content/topics/{}", Shown::from(file.path()).into_raw()), file.contents())
    });
    let about = ("content/pages/about.md".to_owned(), &include_bytes!("about.md")[..]);
    let settings = ("site.toml".to_owned(), &include_bytes!("site.toml")[..]);
    topics.chain([about, settings]).collect()
}

/// Where the authorities of a new site will be.
const AUTHORITIES: &str = "content/authorities";

/// Writes all files or none.
fn make(root: &Path, files: &[(String, &[u8])]) -> Result<(), Failure> {
    if root.symlink_metadata().is_ok() && !root.is_dir() {
        return Err(Failure::usage(format!(
            "{} is there already, and is no folder",
            Shown::from(root)
        )));
    }
    // `site.toml` first: where there is a site already, that says so.
    files.iter().rev().try_for_each(|(path, _)| refuse_existing(root, path))?;
    for folder in ["content/topics", "content/pages", AUTHORITIES] {
        refuse_link(root, folder)?;
    }
    create_folder(root, AUTHORITIES)?;
    for (index, (path, bytes)) in files.iter().enumerate() {
        if let Err(failure) = create(root, path, bytes) {
            // Half a site would stand in the way of the next try.
            for (made, _) in &files[..index] {
                let _ = fs::remove_file(root.join(made));
            }
            return Err(failure);
        }
    }
    Ok(())
}
