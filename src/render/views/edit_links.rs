//! Where a file of the content can be edited, or one added, if the site says where it is kept.

use crate::model::Authority;
use crate::render::page_context::Scene;

/// The address at which a content file can be edited, where the site says where it is kept.
pub(super) fn edit_url(scene: &Scene<'_>, file: &str) -> Option<String> {
    let (url, branch) = scene.settings.repository.as_ref()?;
    Some(format!("{url}/edit/{}/{}", escaped_path(branch), escaped_path(file)))
}

/// The address at which a letter to an authority can be added, where the site says where it is kept.
pub(super) fn add_letter_url(scene: &Scene<'_>, authority: &Authority) -> Option<String> {
    let (url, branch) = scene.settings.repository.as_ref()?;
    let branch = escaped_path(branch);
    Some(format!("{url}/new/{branch}/content/authorities/{}", authority.slug))
}

/// A path as an address has it: a `#` in it would begin an anchor.
fn escaped_path(path: &str) -> String {
    let mut escaped = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => escaped.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => escaped.push(char::from(byte)),
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}
