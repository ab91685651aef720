//! The fonts whose widths a PDF need not give, as each reader knows them: Helvetica, Times, Courier and their kin.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A letter in a line, with a width for each of `StandardFont::PROPORTIONAL`.
const WIDTHS: &str = include_str!("standard_fonts.csv");

/// How the lines begin that are none of a letter.
const COMMENT: &str = "# ";

/// All letters of Courier are as wide.
const COURIER: u16 = 600;

/// In thousandths of the size of the font.
type Widths = [u16; StandardFont::PROPORTIONAL];

static LETTERS: LazyLock<BTreeMap<char, Widths>> = LazyLock::new(|| {
    let lines = WIDTHS.lines().filter(|line| !line.starts_with(COMMENT));
    let widths = lines.filter_map(|line| {
        let mut columns = line.chars();
        let letter = columns.next()?;
        let mut widths = Widths::default();
        let given = columns.as_str().split(';').skip(1);
        for (width, given) in widths.iter_mut().zip(given) {
            *width = given.parse().ok()?;
        }
        Some((letter, widths))
    });
    widths.collect()
});

/// One of them. The number is the place of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StandardFont {
    Helvetica = 0,
    HelveticaBold = 1,
    Times = 2,
    TimesBold = 3,
    TimesItalic = 4,
    TimesBoldItalic = 5,
    Courier = 6,
}

impl StandardFont {
    /// How many have letters of different widths.
    const PROPORTIONAL: usize = 6;

    /// The one that a font's name means, or that it is most like. Nothing where it has no letters.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if has(&["symbol", "dingbats", "wingdings"]) {
            return None;
        }
        if has(&["courier", "mono", "consolas"]) {
            return Some(StandardFont::Courier);
        }
        let is_bold = has(&["bold", "black"]);
        let is_italic = has(&["italic", "oblique"]);
        let is_times = has(&["times", "roman", "georgia", "garamond", "cambria"]);
        Some(match (is_times, is_bold, is_italic) {
            (false, false, _) => StandardFont::Helvetica,
            (false, true, _) => StandardFont::HelveticaBold,
            (true, false, false) => StandardFont::Times,
            (true, true, false) => StandardFont::TimesBold,
            (true, false, true) => StandardFont::TimesItalic,
            (true, true, true) => StandardFont::TimesBoldItalic,
        })
    }

    /// How wide a letter is, in thousandths of the size of the font.
    pub(super) fn width(self, letter: char) -> Option<u16> {
        if self == StandardFont::Courier {
            return Some(COURIER);
        }
        LETTERS.get(&letter)?.get(self as usize).copied()
    }
}
