//! A theme, and the themes that it extends: templates, static files, options.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::SourceText;

/// A theme with all that it extends, nearest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Theme {
    /// The templates of each theme, nearest first.
    pub layers: Vec<ThemeLayer>,
    /// Files published beside the pages, by their path on the site. The nearest theme's where several have one.
    pub files: BTreeMap<String, ThemeAsset>,
    /// The options, with the values that the themes give them; the nearest theme's where several do.
    pub options: BTreeMap<String, OptionValue>,
}

impl Theme {
    /// The theme that every other ends at: what no theme of the chain has, it does.
    pub const LAST: &str = "plain";

    /// Whether all templates came with the program.
    pub fn is_built_in(&self) -> bool {
        self.layers.iter().all(|layer| layer.is_built_in)
    }
}

/// The templates of one theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeLayer {
    /// The theme's folder, from the site's: `themes/plain`.
    pub folder: String,
    /// Every template, in order.
    pub templates: Vec<Arc<SourceText>>,
    /// Every table of messages, in order.
    pub tables: Vec<Arc<SourceText>>,
    /// Whether each of them is one that came with the program.
    pub is_built_in: bool,
}

/// A file of the theme's that is published beside the pages: a stylesheet, a picture, a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeAsset {
    /// Copied as it is.
    Copied {
        /// Where it was read from, from the site's folder.
        path: String,
        /// The whole file.
        bytes: Arc<[u8]>,
    },
    /// Made by a template, from the site's options.
    Made {
        /// Where the template was read from, from the site's folder.
        path: String,
    },
}

/// The value of a theme's option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionValue {
    /// A text, such as a colour.
    Text(String),
    /// A whole number.
    Number(i64),
    /// On or off.
    Flag(bool),
}

impl OptionValue {
    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            OptionValue::Text(text) => Some(text),
            OptionValue::Number(_) | OptionValue::Flag(_) => None,
        }
    }

    /// What kind of value it is, in words.
    pub fn kind(&self) -> &'static str {
        match self {
            OptionValue::Text(_) => "a text",
            OptionValue::Number(_) => "a whole number",
            OptionValue::Flag(_) => "`true` or `false`",
        }
    }
}
