//! A text of `site.toml` or `theme.toml` that is one line, such as a name, an address or a folder.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

/// A text without tabs and ends of line, which no such setting means; all else that cannot be seen is refused in any
/// text of these files (`control_characters`).
#[derive(Debug)]
pub(super) struct OneLine(String);

impl OneLine {
    pub(super) fn into_text(self) -> String {
        self.0
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for OneLine {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct LineVisitor;

        impl Visitor<'_> for LineVisitor {
            type Value = OneLine;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a string")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<OneLine, E> {
                if text.contains(['\n', '\t']) {
                    return Err(E::custom(
                        "this is one line, with no tab and no end of line in it",
                    ));
                }
                Ok(OneLine(text.to_owned()))
            }
        }

        deserializer.deserialize_str(LineVisitor)
    }
}
