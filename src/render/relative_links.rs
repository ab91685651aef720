//! Links to what is near a page, from where the page is: `../visit-2/` for `../../../authorities/barnet/visit-2/`.
//!
//! Templates begin each link with `root`, which is simple to write. But most links of a page lead to its
//! neighbours, and were a tenth of a large site.

use crate::plan::Route;

/// The shortest way to a path of the site.
pub(super) fn way(from: &Route, path: &str) -> String {
    let mut way = String::with_capacity(path.len() + 8);
    push_way(&mut way, from, path);
    way
}

/// A page with its links as short as they can be.
pub(super) fn shorten(page: Vec<u8>, route: &Route) -> Vec<u8> {
    let Some((first, _)) = route.path().split_once('/') else { return page };
    let Ok(html) = str::from_utf8(&page) else { return page };
    let root = route.way_up();
    let link = format!("=\"{root}{first}/");
    let mut short = String::with_capacity(html.len());
    let mut done = 0;
    // One sign is found several times faster than a text.
    for (start, _) in html.match_indices('=').filter(|(start, _)| html[*start..].starts_with(&link))
    {
        let path = &html[start + "=\"".len() + root.len()..];
        let Some((path, _)) = path.split_once('"').filter(|_| is_in_tag(&html[..start])) else {
            continue;
        };
        short.push_str(&html[done..start + "=\"".len()]);
        push_way(&mut short, route, path);
        done = start + "=\"".len() + root.len() + path.len();
    }
    short.push_str(&html[done..]);
    short.into_bytes()
}

/// Whether what comes next is part of a tag, and not of a text, where both signs are escaped.
fn is_in_tag(before: &str) -> bool {
    before.rfind(['<', '>']).is_some_and(|sign| before.as_bytes()[sign] == b'<')
}

/// Adds the way, by the folders that the two have in common.
fn push_way(way: &mut String, from: &Route, path: &str) {
    let (mut rest, mut up) = (path, 0);
    for folder in from.path().split_inclusive('/').filter(|part| part.ends_with('/')) {
        match rest.strip_prefix(folder) {
            Some(within) if up == 0 => rest = within,
            _ => up += 1,
        }
    }
    (0..up).for_each(|_| way.push_str("../"));
    // A file's name alone may look like the beginning of an address, and an empty one is none. Where a
    // page is a folder, a place on it needs no more.
    if up == 0 && !(rest.starts_with('#') && from.path().ends_with('/')) {
        way.push_str("./");
    }
    way.push_str(rest);
}
