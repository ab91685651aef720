//! Texts that become a date or a name.

use letterpress::model::{Date, Slug};

/// A date that is read is the same when it is written and read again.
pub(super) fn date(text: &str) {
    let Ok(date) = text.parse::<Date>() else { return };
    assert_eq!(date.to_string().parse::<Date>().as_ref(), Ok(&date));
    assert!(!date.words().is_empty() && date.earliest() <= date.latest());
}

/// A slug is a plain name, and is read as itself.
pub(super) fn slug(text: &str) {
    if let Some(slug) = Slug::parse(text) {
        assert_eq!(slug.as_str(), text);
        assert!(is_plain(text), "{text}");
    }
    if let Some(slug) = Slug::from_text(text) {
        assert_eq!(Slug::parse(slug.as_str()).as_ref(), Some(&slug));
        assert_eq!(Slug::from_text(slug.as_str()).as_ref(), Some(&slug));
    }
}

/// Whether every part of a path is one that every disk can hold and no host hides.
pub(crate) fn is_plain(path: &str) -> bool {
    path.split('/').all(|part| {
        let stem = part.split('.').next().unwrap_or_default().to_ascii_lowercase();
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        let is_device = ["con", "prn", "aux", "nul", "com1", "lpt9"].contains(&stem.as_str());
        !part.is_empty()
            && part.bytes().all(plain)
            && part.len() <= 104
            && !is_device
            && !part.starts_with('.')
            && !part.ends_with('.')
    })
}
