//! What a page needs to change as the files do: one line in it, a script and its styles.

use super::PreviewState;

/// The path of what is the preview's own. No page of a site begins so, as no slug has an underscore.
pub(super) const OWN: &str = "/_letterpress/";

/// A file of the preview's own, with its name.
pub(super) fn own_file(path: &str) -> Option<(&'static str, &'static str)> {
    match path.strip_prefix(OWN)? {
        "reload.js" => Some(("reload.js", include_str!("reload.js"))),
        "reload.css" => Some(("reload.css", include_str!("reload.css"))),
        _ => None,
    }
}

/// Adds the line to a page; gives the page with its tag.
pub(super) fn enliven(shown: &PreviewState, html: Vec<u8>) -> (Vec<u8>, String) {
    let page = shown.page_hash(&html);
    let styles = shown.styles();
    let line = format!(
        "<script src=\"{OWN}reload.js\" data-page=\"{page}\" data-styles=\"{styles}\" defer></script>\n"
    );
    let end = html.windows(END.len()).rposition(|window| window == END).unwrap_or(html.len());
    let page_with_line = [&html[..end], line.as_bytes(), &html[end..]].concat();
    (page_with_line, format!("\"{page}-{styles}\""))
}

const END: &[u8] = b"</body>";
