//! From a report of an inspection to an entry in the file of its authority.

use std::fs;
use std::io::Write;
use std::path::Path;

use letterpress::Site;
use letterpress::diagnostics::{MachineError, called};
use letterpress::import::InspectionDraft;
use letterpress::read::{self, FileRead, LinkPolicy};
use tempfile::NamedTempFile;

use super::entry::{self, NoPlace};
use super::folder_of;
use crate::commands::failure::Failure;
use crate::commands::new_file::refuse_link;

/// In bytes: no authority's file is larger.
const LARGEST_FILE: u64 = 1 << 20;

/// The entry as it stands in an authority's file, for somebody to put in.
pub(super) fn printed(draft: &InspectionDraft, address: Option<&str>, site: &Site) -> String {
    let entry = entry::lines(draft, address, &site.archive().vocabulary);
    format!("inspections:\n{}\n", entry::as_item(&entry, 2).join("\n"))
}

/// Whether it is known whose inspection it is, and of when.
pub(super) fn has_place(draft: &InspectionDraft) -> bool {
    draft.authority.is_some() && (draft.on_site.is_some() || draft.published.is_some())
}

/// Puts an entry into its authority's file. Gives the file; `None` where it has no place.
pub(super) fn put_in(
    root: &Path,
    site: &Site,
    draft: &InspectionDraft,
    address: Option<&str>,
) -> Result<Option<String>, Failure> {
    let Some(authority) = draft.authority.as_ref().filter(|_| has_place(draft)) else {
        return Ok(None);
    };
    let path = format!("{}/authority.md", folder_of(root, site, authority)?);
    put(root, &path, draft, &entry::lines(draft, address, &site.archive().vocabulary))?;
    Ok(Some(path))
}

/// Puts an entry into a file, which is never half written.
fn put(root: &Path, path: &str, draft: &InspectionDraft, entry: &[String]) -> Result<(), Failure> {
    let full = root.join(path);
    let (folder, _) = path.rsplit_once('/').unwrap_or_default();
    refuse_link(root, folder)?;
    let file = called(root, path);
    let other_form = || {
        let help = "`--print` prints the entry, to be put in by hand";
        Failure::usage(format!(
            "{file} is written in a way that is not known here; nothing was written\n  help: {help}"
        ))
    };
    let FileRead::Bytes(bytes) = read::file(&full, LinkPolicy::Refused, LARGEST_FILE)? else {
        return Err(other_form());
    };
    let text = String::from_utf8(bytes).map_err(|_| other_form())?;
    let new = entry::put_into(&text, draft, entry).map_err(|reason| match reason {
        NoPlace::Known => {
            let help = "`--print` prints what the report says of it";
            Failure::usage(format!(
                "{file} has this inspection already; nothing was written\n  help: {help}"
            ))
        }
        NoPlace::OtherForm => other_form(),
    })?;
    if !has_all(&text, &new) {
        return Err(other_form());
    }
    let failed = |error| MachineError::new("write to", &full, error);
    let mut staged = NamedTempFile::new_in(root.join(folder)).map_err(failed)?;
    staged.write_all(new.as_bytes()).map_err(failed)?;
    let permissions = fs::metadata(&full).map_err(failed)?.permissions();
    staged.as_file().set_permissions(permissions).map_err(failed)?;
    staged.persist(&full).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Whether the front matter says all that it said, and of inspections one more.
fn has_all(old: &str, new: &str) -> bool {
    let (Some(mut old), Some(mut new)) = (front_matter(old), front_matter(new)) else {
        return false;
    };
    let inspections = |front_matter: &mut serde_yaml::Mapping| {
        let value = front_matter.remove("inspections");
        value.and_then(|value| value.as_sequence().cloned()).unwrap_or_default()
    };
    let (before, after) = (inspections(&mut old), inspections(&mut new));
    let rest = |it: &&serde_yaml::Value| before.contains(it);
    old == new
        && after.len() == before.len() + 1
        && after.iter().filter(rest).count() == before.len()
}

/// What the lines between the first two of three hyphens say.
fn front_matter(text: &str) -> Option<serde_yaml::Mapping> {
    let text = text.trim_start_matches('\u{feff}').replace('\r', "");
    let (matter, _) = text.strip_prefix("---\n")?.split_once("\n---")?;
    serde_yaml::from_str(matter).ok()
}
