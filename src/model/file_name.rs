//! Names of files that are published as they are.

use super::is_device;

/// Pictures, documents and data: what cannot run in a reader's browser under the site's name.
pub(crate) const SAFE_ENDINGS: &[&str] =
    &["avif", "csv", "gif", "jpeg", "jpg", "pdf", "png", "webp"];

/// Whether a file of the content may be copied: of a harmless kind, under a plain name.
pub(crate) fn is_safe_file(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    is_plain_path(path) && is_safe_ending(ending)
}

/// Cameras, scanners and Windows write large letters.
fn is_safe_ending(ending: &str) -> bool {
    SAFE_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// The path that a file of a harmless kind could be copied under, where its own is not plain: `my-chart.png` for
/// `my chart.png`.
pub(crate) fn plain_path(path: &str) -> Option<String> {
    let (stem, ending) = path.rsplit_once('.')?;
    if is_plain_path(path) || !is_safe_ending(ending) {
        return None;
    }
    let parts: Vec<String> = stem.split('/').map(plain_name).collect();
    let plain = format!("{}.{ending}", parts.join("/"));
    is_plain_path(&plain).then_some(plain)
}

fn plain_name(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for character in name.chars().filter(|it| !"'’".contains(*it)) {
        let is_plain = character.is_ascii_alphanumeric() || "_.".contains(character);
        match character {
            _ if is_plain => plain.push(character),
            _ if !plain.ends_with('-') => plain.push('-'),
            _ => {}
        }
    }
    plain.trim_matches(['-', '.']).to_owned()
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
