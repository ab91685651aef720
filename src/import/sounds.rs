//! How much of a text sounds like what, and what that comes to.

use super::meanings::Tone;

/// From this share of weakness on, a text is plainly bad; and up to this one plainly good.
const PLAINLY_BAD: f32 = 0.6;
const PLAINLY_GOOD: f32 = 0.2;

/// Below this there is only a hint of a strength; and below that only one of anything else.
pub(super) const HINT: f32 = 2.0;
const HINT_OF_OTHERS: f32 = 3.0;

/// Where what gets better is from so much of what is good to so much, either may be meant.
const NEARLY_IMPROVING: f32 = 0.5;
const CLEARLY_IMPROVING: f32 = 1.2;

/// What a text sounds like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heard {
    pub(super) tone: Tone,
    /// Whether nearly all of it sounds so, and not just a hint.
    pub(super) is_plain: bool,
}

/// How much of a sentence sounds like what.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sound {
    pub(super) strength: f32,
    pub(super) improving: f32,
    pub(super) not_yet: f32,
    /// Whether what it says first is that something gets better.
    pub(super) begins_improving: bool,
    /// How bad it is: 1 for bad, a half for both.
    pub(super) bad: f32,
}

impl Sound {
    pub(super) fn sum(self) -> f32 {
        self.strength + self.improving + self.not_yet
    }

    /// Whether there is little in it that sounds like anything else. Both together are never plainer than that.
    pub(super) fn is_plainly(self, tone: Tone) -> bool {
        let bad = self.bad_share();
        match tone {
            Tone::Mixed => true,
            Tone::NotYet => bad >= PLAINLY_BAD && self.sum() >= HINT_OF_OTHERS,
            Tone::Strength => {
                bad <= PLAINLY_GOOD && self.improving <= self.strength * NEARLY_IMPROVING
            }
            Tone::Improving => {
                bad <= PLAINLY_GOOD
                    && self.sum() >= HINT_OF_OTHERS
                    && self.improving >= self.strength * CLEARLY_IMPROVING
            }
        }
    }

    pub(super) fn bad_share(self) -> f32 {
        self.not_yet / self.sum().max(1.0)
    }

    /// Both together, beginning as this one does.
    pub(super) fn with(self, other: Sound) -> Self {
        Sound {
            strength: self.strength + other.strength,
            improving: self.improving + other.improving,
            not_yet: self.not_yet + other.not_yet,
            ..self
        }
    }

    /// With how bad it is.
    pub(super) fn weighed(mut self) -> Self {
        self.bad = match self.bad_share() {
            0.5.. => 1.0,
            0.33.. => 0.5,
            _ => 0.0,
        };
        self
    }
}
