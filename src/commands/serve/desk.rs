//! The desk's side of the disk: files of the content, read by the one door and written whole.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use letterpress::desk::{Document, GitHubRepository, Imported, NewItem, Store, StoreError};
use letterpress::diagnostics::{MachineError, Report};
use letterpress::read::{self, FileRead, LinkPolicy};
use letterpress::{LoadError, Site};

use super::shared_folder::SharedFolder;
use crate::commands::Outcome;
use crate::commands::failure::Failure;
use crate::commands::import::{ImportedFile, import_bytes};
use crate::commands::new::unasked::{make_authority, make_topic};
use crate::commands::new_file::refuse_link;
use crate::commands::replace::{Replaced, replace};

/// In bytes: as large as a text of the content may be.
const LARGEST_FILE: u64 = 1 << 20;

/// How often a file with nothing in it is looked at again, and after how long: a program that saves in place empties it first.
const LOOKS: u32 = 20;
const PAUSE: Duration = Duration::from_millis(10);

/// The files of the site in a folder.
pub(super) struct SiteFiles {
    root: PathBuf,
    folder: Arc<SharedFolder>,
}

impl SiteFiles {
    pub(super) fn new(root: &Path, folder: Arc<SharedFolder>) -> Self {
        SiteFiles { root: root.to_owned(), folder }
    }

    /// What git prints, which is asked of things that need no program of the repository's: no hook, no filter, no pager.
    fn git(&self, arguments: &[&str]) -> Option<String> {
        let output = Command::new("git")
            .arg("-C")
            .arg(&self.root)
            .args(["--no-optional-locks", "-c", "core.fsmonitor=false"])
            .args(arguments)
            // In a partial clone, what is missing would be fetched and written.
            .env("GIT_NO_LAZY_FETCH", "1")
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        output.status.success().then_some(text)
    }
}

impl Store for SiteFiles {
    fn read(&self, path: &str) -> Result<String, StoreError> {
        let (folder, _) = path.rsplit_once('/').unwrap_or(("", path));
        refuse_link(&self.root, folder).map_err(store_error)?;
        let full = self.root.join(path);
        if full.symlink_metadata().is_err() {
            return Err(StoreError::NotThere);
        }
        let read = || read::file(&full, LinkPolicy::Refused, LARGEST_FILE).map_err(machine);
        let mut found = read()?;
        for _ in 0..LOOKS {
            if !matches!(&found, FileRead::Bytes(bytes) if bytes.is_empty()) {
                break;
            }
            sleep(PAUSE);
            found = read()?;
        }
        match found {
            FileRead::Bytes(bytes) => String::from_utf8(bytes)
                .map_err(|_| StoreError::Refused("the file is not text in UTF-8".to_owned())),
            FileRead::NotAFile => Err(StoreError::Refused("this is no file, or a link".to_owned())),
            FileRead::TooLarge(size) => {
                Err(StoreError::Refused(format!("the file has {size} bytes, which are too many")))
            }
        }
    }

    fn replace(&self, path: &str, before: &str, after: &str) -> Result<(), StoreError> {
        if after.len() as u64 > LARGEST_FILE {
            return Err(StoreError::Refused("the file would be too large".to_owned()));
        }
        match replace(&self.root, path, before, after).map_err(store_error)? {
            Replaced::Done => Ok(()),
            Replaced::Changed => Err(StoreError::Changed),
            Replaced::Left(reason) => Err(StoreError::Refused(reason.to_owned())),
        }
    }

    fn suppose(&self, path: &str, text: &str) -> Result<(Arc<Site>, Report), StoreError> {
        let (site, report) = self.folder.suppose(path, text).map_err(load_error)?;
        Ok((Arc::new(site), report))
    }

    fn import(&self, document: Document) -> Result<Imported, StoreError> {
        let Document { name, bytes, authority, source } = document;
        let (site, _) = crate::commands::site::open(&self.root).map_err(load_error)?;
        let whom = authority.as_ref();
        let made = import_bytes(&self.root, &site, (&name, bytes), whom, source.as_deref());
        let (file, problems) = made.map_err(store_error)?;
        let (path, is_new) = match file {
            ImportedFile::None => (None, false),
            ImportedFile::New(path) => (Some(path), true),
            ImportedFile::Known(path) => (Some(path), false),
        };
        Ok(Imported { path, is_new, problems })
    }

    fn make(&self, new: &NewItem) -> Result<String, StoreError> {
        match new {
            NewItem::Authority(name) => make_authority(&self.root, name),
            NewItem::Topic { title, group } => make_topic(&self.root, title, group),
        }
        .map_err(store_error)
    }

    fn committed(&self, path: &str) -> Option<String> {
        self.git(&["cat-file", "blob", &format!("HEAD:./{path}")])
    }

    fn unknown_to_git(&self) -> Vec<String> {
        let words = ["ls-files", "-z", "--others", "--exclude-standard", "--", "content"];
        let paths = self.git(&words).unwrap_or_default();
        paths.split('\0').filter(|path| path.ends_with(".md")).map(str::to_owned).collect()
    }

    fn repository(&self) -> Option<GitHubRepository> {
        let address = self.git(&["config", "--get", "remote.origin.url"])?;
        let branch = self.git(&["symbolic-ref", "--short", "HEAD"])?;
        let name = on_github(address.trim())?.to_owned();
        let branch = branch.trim().to_owned();
        let default = self.git(&["symbolic-ref", "--short", "refs/remotes/origin/HEAD"]);
        let is_default_branch = match default {
            Some(default) => default.trim() == format!("origin/{branch}"),
            None => ["main", "master"].contains(&branch.as_str()),
        };
        Some(GitHubRepository { name, branch, is_default_branch })
    }
}

/// The owner and the name of a repository, out of the address that git has for it.
fn on_github(address: &str) -> Option<&str> {
    let hosts = ["https://github.com/", "git@github.com:", "ssh://git@github.com/"];
    let path = hosts.iter().find_map(|host| address.strip_prefix(host))?;
    let name = path.trim_end_matches('/').trim_end_matches(".git");
    let is_part = |part: &str| {
        let is_plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.');
        !part.is_empty() && part.chars().all(is_plain)
    };
    let (owner, repository) = name.split_once('/')?;
    (is_part(owner) && is_part(repository)).then_some(name)
}

fn machine(error: MachineError) -> StoreError {
    StoreError::Machine(error.to_string())
}

fn load_error(error: LoadError) -> StoreError {
    let report = Report::from(&error);
    let said = report.diagnostics().iter().map(|problem| problem.message.clone());
    StoreError::Refused(said.collect::<Vec<_>>().join("; "))
}

fn store_error(failure: Failure) -> StoreError {
    match failure {
        Failure::Message(Outcome::Machine, message) => StoreError::Machine(message),
        Failure::Message(_, message) => StoreError::Refused(message),
        Failure::Problems(outcome, report, _) => {
            let said = report.diagnostics().iter().map(|problem| problem.message.clone());
            let said = said.collect::<Vec<_>>().join("; ");
            if outcome == Outcome::Machine {
                StoreError::Machine(said)
            } else {
                StoreError::Refused(said)
            }
        }
        Failure::Unheard(error) => StoreError::Machine(error.to_string()),
    }
}
