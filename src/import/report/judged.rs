//! What a report judges, and how.

use crate::import::meanings::Meaning;

/// What is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum JudgedArea {
    Overall,
    Leadership,
    HelpAndProtection,
    InCare,
    InCareAndCareLeavers,
    LookedAfterAndPermanence,
    Adoption,
    CareLeavers,
    SafeguardingBoard,
}

impl Meaning for JudgedArea {
    fn word(self) -> &'static str {
        match self {
            JudgedArea::Overall => "overall",
            JudgedArea::Leadership => "leadership",
            JudgedArea::HelpAndProtection => "help-and-protection",
            JudgedArea::InCare => "in-care",
            JudgedArea::InCareAndCareLeavers => "in-care-and-care-leavers",
            JudgedArea::LookedAfterAndPermanence => "looked-after-and-permanence",
            JudgedArea::Adoption => "adoption",
            JudgedArea::CareLeavers => "care-leavers",
            JudgedArea::SafeguardingBoard => "safeguarding-board",
        }
    }
}

/// How an area is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grade {
    Outstanding,
    Good,
    RequiresImprovement,
    Inadequate,
}

impl Meaning for Grade {
    fn word(self) -> &'static str {
        match self {
            Grade::Outstanding => "outstanding",
            Grade::Good => "good",
            Grade::RequiresImprovement => "requires-improvement",
            Grade::Inadequate => "inadequate",
        }
    }
}

/// Areas with their grades, in the order of a report.
pub(super) type Judgements = Vec<(JudgedArea, Grade)>;

/// The grade that words in lower case begin with, and how many of them it has.
pub(super) fn grade(words: &[&str]) -> Option<(Grade, usize)> {
    match words {
        ["outstanding", ..] => Some((Grade::Outstanding, 1)),
        ["good", ..] => Some((Grade::Good, 1)),
        ["inadequate", ..] => Some((Grade::Inadequate, 1)),
        ["requires" | "require", "improvement", "to", "be", "good", ..] => {
            Some((Grade::RequiresImprovement, 5))
        }
        ["requires" | "require", "improvement", ..] => Some((Grade::RequiresImprovement, 2)),
        _ => None,
    }
}
