//! Colours, and how far two of them can be told apart.

use std::fmt;

/// A colour of sRGB: red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// The colours of a polarity on pages of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Of its mark.
    pub mark: Colour,
    /// Of its name.
    pub text: Colour,
    /// Of what its name may stand on.
    pub wash: Colour,
}

impl Colour {
    /// White.
    pub const WHITE: Self = Colour([0xff; 3]);

    /// A colour as CSS writes it: `#9e1b32` or `#fff`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let digit = |index: usize| {
            let digit = char::from(*digits.as_bytes().get(index)?).to_digit(16)?;
            u8::try_from(digit).ok()
        };
        match digits.len() {
            3 => Some(Colour([digit(0)? * 17, digit(1)? * 17, digit(2)? * 17])),
            6 => {
                let part = |index: usize| Some(digit(index)? * 16 + digit(index + 1)?);
                Some(Colour([part(0)?, part(2)?, part(4)?]))
            }
            _ => None,
        }
    }

    /// The contrast of two colours: 1 where they are the same, 21 for black and white.
    /// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}
