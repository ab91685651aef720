//! Reading tables of messages: the site's own, and those that came with the program.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use include_dir::Dir;
use walkdir::WalkDir;

use super::file::{FileRead, LinkPolicy, file};
use super::source::LARGEST_TEXT;
use super::theme::{
    BUILT_IN, MESSAGES, TABLE_ENDING, THEMES, inside, is_folder, is_hidden_name, not_a_file,
};
use super::{Unread, too_large};
use crate::diagnostics::MachineError;
use crate::model::Theme;

/// A table of messages that came with the program, by the tag of its language.
pub(crate) fn built_in_messages(tag: &str) -> Option<(String, &'static [u8])> {
    let path = format!("{}/{MESSAGES}/{tag}.ftl", Theme::LAST);
    let file = BUILT_IN.get_file(&path)?;
    Some((format!("{THEMES}/{path}"), file.contents()))
}

/// The tags of the languages that the program has tables for, in order.
pub(crate) fn built_in_languages() -> Vec<String> {
    let folder = BUILT_IN.get_dir(format!("{}/{MESSAGES}", Theme::LAST));
    let files = folder.into_iter().flat_map(Dir::files);
    let names = files.map(|file| inside(Path::new(""), file.path()));
    let tag = |path: String| Some(path.rsplit('/').next()?.strip_suffix(TABLE_ENDING)?.to_owned());
    let mut tags: Vec<String> = names.filter_map(tag).collect();
    tags.sort();
    tags
}

/// The site's own tables of messages, by their path from its folder.
pub(crate) fn site_messages(root: &Path) -> Result<BTreeMap<String, Arc<[u8]>>, Unread> {
    let mut tables = BTreeMap::new();
    if !is_folder(root, MESSAGES)? {
        return Ok(tables);
    }
    let folder = root.join(MESSAGES);
    for entry in WalkDir::new(&folder).min_depth(1).max_depth(1) {
        let entry = entry.map_err(|error| MachineError::new("read", &folder, error.into()))?;
        let name = inside(&folder, entry.path());
        if !name.ends_with(TABLE_ENDING) || is_hidden_name(&name) || entry.file_type().is_dir() {
            continue;
        }
        let path = format!("{MESSAGES}/{name}");
        match file(entry.path(), LinkPolicy::Refused, LARGEST_TEXT)? {
            FileRead::Bytes(bytes) => _ = tables.insert(path, bytes.into()),
            FileRead::NotAFile => return Err(not_a_file(MESSAGES, &name)),
            FileRead::TooLarge(size) => {
                let problem = too_large(&path, size, LARGEST_TEXT);
                return Err(Unread::Problem(problem.help("make it smaller, or take it out")));
            }
        }
    }
    Ok(tables)
}
