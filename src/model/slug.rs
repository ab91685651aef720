//! A name that can stand in a URL and in a path.

use std::fmt;

/// A name of lower-case ASCII letters, digits and hyphens, none at an end: `visit-6`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

impl Slug {
    /// The longest slug, in bytes.
    pub const MAX_LENGTH: usize = 100;

    /// The slug that this text is, or `None` where it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let well_formed = !text.is_empty()
            && text.len() <= Self::MAX_LENGTH
            && text.bytes().all(allowed)
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !is_device(text);
        well_formed.then(|| Slug(text.into()))
    }

    /// The nearest slug to a text in English: 'Stoke-on-Trent (city)' is `stoke-on-trent-city`.
    /// `None` where the text holds no ASCII letter or digit.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut slug = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                // An apostrophe joins: "children's" is `childrens`.
                '\'' | '’' => {}
                _ if character.is_ascii_alphanumeric() => slug.push(character.to_ascii_lowercase()),
                _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
                _ => {}
            }
        }
        slug.truncate(Self::MAX_LENGTH);
        Self::parse(slug.trim_end_matches('-'))
    }

    /// This slug with a number behind it, shortened where it would be too long: `findings-2`.
    pub(crate) fn numbered(&self, number: usize) -> Self {
        let ending = format!("-{number}");
        let kept = self.0.len().min(Self::MAX_LENGTH - ending.len());
        Slug(format!("{}{ending}", self.0[..kept].trim_end_matches('-')).into())
    }

    /// The anchor of a heading whose words give none.
    pub(crate) fn for_heading() -> Self {
        Slug("heading".into())
    }

    /// Stands in for a slug that could not be read; a site with one is never published.
    pub(crate) fn placeholder() -> Self {
        Slug("unreadable".into())
    }

    /// Whether this stands in for a slug that could not be read.
    pub(crate) fn is_placeholder(&self) -> bool {
        *self == Slug::placeholder()
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether Windows takes a file of this name for a device, with whatever ending: `con`, `NUL.txt`, `com1`.
pub(crate) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let numbered = |start: &str| {
        let number = stem.strip_prefix(start).unwrap_or("");
        number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit() && byte != b'0')
    };
    ["con", "prn", "aux", "nul"].contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
