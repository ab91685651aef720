//! What a vocabulary's lists are of.

use super::Palette;
use crate::model::Date;

/// A word, and what readers see for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// As editors write it, and as programs read it in the data.
    pub word: String,
    /// As readers see it: 'Requires improvement to be good'.
    pub label: String,
}

/// The kind of visit that a letter followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterKind {
    /// Its word and its label.
    pub term: Term,
    /// What several are called: 'Monitoring visits'.
    pub plural: String,
    /// Whether they are numbered within their cycle.
    pub is_numbered: bool,
}

/// What inspections follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framework {
    /// Its word and its label.
    pub term: Term,
    /// From when on inspectors who come give no overall grade: a day, a month or a year.
    pub no_overall_from: Option<Date>,
}

/// What an inspection judges a service to be. A visit has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grade {
    /// Its word and its label.
    pub term: Term,
    /// 1 for the best. Two may have one rank, where one took the other's place.
    pub rank: u8,
    /// Whether it opens a monitoring cycle.
    pub opens_monitoring: bool,
}

/// What a single judgement of an inspection is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgementArea {
    /// Its word and its label.
    pub term: Term,
    /// What the data says of it, where it is more than its label.
    pub about: Option<String>,
}

impl Term {
    /// The column of the data that is of it.
    pub fn column(&self) -> String {
        self.word.replace('-', "_")
    }
}

/// A kind of finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Polarity {
    /// Its word and its label.
    pub term: Term,
    /// What so many findings are called, with their number before it; its label, where the vocabulary says nothing.
    pub counted: Counted,
    /// The shape that tells it from others without colour.
    pub mark: Mark,
    /// Its colours on a light page.
    pub light: Palette,
    /// Its colours on a dark page.
    pub dark: Palette,
}

/// A noun by the plural categories of CLDR, of which each language has some.
/// <https://cldr.unicode.org/index/cldr-spec/plural-rules>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// In the order of [`Counted::CATEGORIES`]; none falls to that of 'other'.
    pub forms: [Option<String>; 5],
    /// The form of all other numbers.
    pub other: String,
}

impl Counted {
    /// The categories but for 'other'.
    pub const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];

    /// The form of a category, by its name.
    pub fn form(&self, category: &str) -> &str {
        let index = Self::CATEGORIES.iter().position(|name| *name == category);
        index.and_then(|index| self.forms[index].as_deref()).unwrap_or(&self.other)
    }
}

/// A shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A tick in a circle.
    Tick,
    /// An arrow upwards in a square.
    Arrow,
    /// Plus and minus in a hexagon.
    PlusMinus,
    /// A minus in a diamond.
    Minus,
    /// A dot in a circle.
    Dot,
    /// A cross in an octagon.
    Cross,
    /// A bar in a triangle that stands on its point.
    Warning,
    /// A ring.
    Ring,
}

impl Mark {
    /// All marks.
    pub const ALL: [Self; 8] = [
        Self::Tick,
        Self::Arrow,
        Self::PlusMinus,
        Self::Minus,
        Self::Dot,
        Self::Cross,
        Self::Warning,
        Self::Ring,
    ];

    /// What it is called in a vocabulary, and by templates.
    pub fn word(self) -> &'static str {
        match self {
            Mark::Tick => "tick",
            Mark::Arrow => "arrow",
            Mark::PlusMinus => "plus-minus",
            Mark::Minus => "minus",
            Mark::Dot => "dot",
            Mark::Cross => "cross",
            Mark::Warning => "warning",
            Mark::Ring => "ring",
        }
    }
}
