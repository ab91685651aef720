//! Names of files that are published as they are.

use super::is_device;

/// Pictures, documents and data: what cannot run in a reader's browser under the site's name.
pub(crate) const SAFE_ENDINGS: &[&str] =
    &["avif", "csv", "gif", "jpeg", "jpg", "pdf", "png", "webp"];

/// Whether a file of the content may be copied: of a harmless kind, under a plain name.
pub(crate) fn is_safe_file(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    is_plain_path(path) && SAFE_ENDINGS.contains(&ending)
}

/// Whether a path is itself in every URL and on every disk, and hidden on none.
pub(crate) fn is_plain_path(path: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let is_part = |part: &str| {
        let is_plain = part.bytes().all(plain) && (1..=100).contains(&part.len());
        is_plain && !part.starts_with('.') && !part.ends_with('.') && !is_device(part)
    };
    path.split('/').all(is_part)
}
