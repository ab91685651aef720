//! Texts of files, as they are kept in memory.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A text, which may be held together with others. A place of its own for each of 100,000 texts of the size of a
/// letter took a tenth more than they have.
#[derive(Clone)]
pub struct Text {
    whole: Arc<str>,
    start: usize,
    end: usize,
}

impl Text {
    /// These texts, held together.
    pub(crate) fn together<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Vec<Text> {
        let whole: Arc<str> = texts.clone().collect::<String>().into();
        let mut end = 0;
        texts
            .map(|text| {
                let start = end;
                end += text.len();
                Text { whole: Arc::clone(&whole), start, end }
            })
            .collect()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Text { start: 0, end: text.len(), whole: text.into() }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.whole[self.start..self.end]
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Text {}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}
