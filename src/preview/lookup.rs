//! From the path of a request to what stands there, by the rules of GitHub Pages.

use percent_encoding::percent_decode_str;

use super::PreviewState;
use crate::plan::Route;
use crate::search::{self, SearchFiles};

/// What stands at an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lookup<'a> {
    /// A page or file of the site.
    Route(Route),
    /// A file of the search index, by its path from the site's root.
    Search(&'a str, &'a [u8]),
    /// A page whose address ends in a slash.
    MissingSlash,
    /// Nothing, but the site is elsewhere.
    Outside,
    /// Nothing.
    Nothing,
}

/// Whether a path is of the search index.
pub(super) fn is_of_search(shown: &PreviewState, path: &str) -> bool {
    let path = percent_decode_str(path).decode_utf8().unwrap_or_default();
    let inside = path.strip_prefix(shown.base());
    let inside = inside.and_then(|inside| inside.strip_prefix(search::FOLDER));
    inside.is_some_and(|inside| inside.starts_with('/'))
}

/// Looks a path up. Nothing outside of the site can be reached, as a path is only compared with those
/// that the site has.
pub(super) fn find<'a>(shown: &PreviewState, search: &'a SearchFiles, path: &str) -> Lookup<'a> {
    let Ok(path) = percent_decode_str(path).decode_utf8() else {
        return Lookup::Nothing;
    };
    if shown.base() != "/" && path == "/" {
        return Lookup::Outside;
    }
    if format!("{path}/") == shown.base() {
        return Lookup::MissingSlash;
    }
    let Some(path) = path.strip_prefix(shown.base()).map(|inside| format!("/{inside}")) else {
        return Lookup::Nothing;
    };
    if let Some((path, bytes)) = search.get_key_value(&path[1..]) {
        return Lookup::Search(path, bytes);
    }
    if let Some(route) = file(shown, &path).or_else(|| file(shown, &format!("{path}.html"))) {
        return Lookup::Route(route);
    }
    let has_page = file(shown, &format!("{path}/")).is_some();
    if has_page { Lookup::MissingSlash } else { Lookup::Nothing }
}

/// The address of what a path leads to as it is: a file, or the page of a folder. An alias may name the
/// page's file.
fn file(shown: &PreviewState, path: &str) -> Option<Route> {
    const PAGE: &str = "index.html";
    let folder = path.strip_suffix(PAGE).filter(|folder| folder.ends_with('/'));
    let page = path.ends_with('/').then(|| format!("{path}{PAGE}"));
    let mut same = [Some(path.to_owned()), folder.map(str::to_owned), page].into_iter().flatten();
    same.find_map(|path| Some(Route::new(path)).filter(|route| shown.has(route)))
}
