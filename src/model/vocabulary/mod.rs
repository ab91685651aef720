//! The words of a sector: kinds of visit, grades, areas, polarities and others, as a site's tables have them.
//!
//! What front matter says with one of them is kept as its index in its list, a small number; the [`Archive`] holds the
//! lists. Which lists a site has, and that each is in order, is checked once, when they are read.
//!
//! [`Archive`]: super::Archive

mod colour;
mod ids;
mod terms;

pub use colour::{Colour, Palette};
pub use ids::{
    FrameworkId, GradeId, JudgementAreaId, LetterKindId, LevelId, NationalFrameworkId, PolarityId,
    RegionId, TermId, TopicGroupId,
};
pub use terms::{Counted, Framework, Grade, JudgementArea, LetterKind, Mark, Polarity, Term};

use super::england::{self, KnownAuthority};
use super::{Date, rules};
use crate::diagnostics::Rule;

/// The words that front matter may use, list by list. Each list is in the order that pages show it in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Vocabulary {
    /// Kinds of visit. Visits of one of them, at most, are numbered within their cycle.
    pub letter_kinds: Vec<LetterKind>,
    /// Frameworks that inspections follow.
    pub frameworks: Vec<Framework>,
    /// Grades, the best first.
    pub grades: Vec<Grade>,
    /// What single judgements of inspections are on, in the order of the reports.
    pub areas: Vec<JudgementArea>,
    /// Levels of progress, from the lowest.
    pub levels: Vec<Term>,
    /// Kinds of finding.
    pub polarities: Vec<Polarity>,
    /// Regions that authorities are in.
    pub regions: Vec<Term>,
    /// Groups that topics are listed in.
    pub topic_groups: Vec<Term>,
    /// Parts of the national framework that letters refer findings to.
    pub national_framework: Vec<Term>,
    /// The table of all authorities that there are, where the program has one.
    pub known_authorities: KnownAuthorities,
    /// What the data says of the overall grade, where it is not what it says for every site.
    pub overall_about: Option<String>,
    /// The same of the region.
    pub region_about: Option<String>,
    /// What is known of the letters of first visits that are not here: a sentence.
    pub first_visits_about: Option<String>,
}

/// Which table the program has of all authorities there are: with their codes, and a map of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum KnownAuthorities {
    /// None: authorities have no codes, and stand on no map.
    #[default]
    None,
    /// Those of England with duties to children.
    England,
}

impl KnownAuthorities {
    /// All of them, those of today first.
    pub fn all(self) -> Vec<KnownAuthority> {
        match self {
            KnownAuthorities::None => Vec::new(),
            KnownAuthorities::England => england::all(),
        }
    }

    /// Whether authorities have codes: of statistics, and of a department.
    pub fn have_codes(self) -> bool {
        self != KnownAuthorities::None
    }
}

/// One of the lists of a [`Vocabulary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermList {
    /// [`Vocabulary::letter_kinds`]
    LetterKinds,
    /// [`Vocabulary::frameworks`]
    Frameworks,
    /// [`Vocabulary::grades`]
    Grades,
    /// [`Vocabulary::areas`]
    Areas,
    /// [`Vocabulary::levels`]
    Levels,
    /// [`Vocabulary::polarities`]
    Polarities,
    /// [`Vocabulary::regions`]
    Regions,
    /// [`Vocabulary::topic_groups`]
    TopicGroups,
    /// [`Vocabulary::national_framework`]
    NationalFramework,
}

impl TermList {
    /// All lists, in the order in which they are told of.
    pub const ALL: [Self; 9] = [
        Self::LetterKinds,
        Self::Frameworks,
        Self::Grades,
        Self::Areas,
        Self::Levels,
        Self::Polarities,
        Self::Regions,
        Self::TopicGroups,
        Self::NationalFramework,
    ];

    /// The key of the list in `[vocabulary]`.
    pub fn key(self) -> &'static str {
        match self {
            TermList::LetterKinds => "kinds",
            TermList::Frameworks => "frameworks",
            TermList::Grades => "grades",
            TermList::Areas => "areas",
            TermList::Levels => "levels",
            TermList::Polarities => "polarities",
            TermList::Regions => "regions",
            TermList::TopicGroups => "groups",
            TermList::NationalFramework => "national_framework",
        }
    }

    /// What one of its words is called in a message.
    pub fn member(self) -> &'static str {
        match self {
            TermList::LetterKinds => "kind of letter",
            TermList::Frameworks => "framework",
            TermList::Grades => "grade",
            TermList::Areas => "judgement area",
            TermList::Levels => "level of progress",
            TermList::Polarities => "polarity",
            TermList::Regions => "region",
            TermList::TopicGroups => "group of topics",
            TermList::NationalFramework => "part of the national framework",
        }
    }

    /// The rule that a word is of the list.
    pub(crate) fn unknown(self) -> &'static Rule {
        match self {
            TermList::LetterKinds => rules::UNKNOWN_KIND,
            TermList::Frameworks => rules::UNKNOWN_FRAMEWORK,
            TermList::Grades => rules::UNKNOWN_GRADE,
            TermList::Areas => rules::UNKNOWN_JUDGEMENT_AREA,
            TermList::Levels => rules::UNKNOWN_LEVEL,
            TermList::Polarities => rules::UNKNOWN_POLARITY,
            TermList::Regions => rules::UNKNOWN_REGION,
            TermList::TopicGroups => rules::UNKNOWN_GROUP,
            TermList::NationalFramework => rules::UNKNOWN_NATIONAL_FRAMEWORK,
        }
    }
}

impl Vocabulary {
    /// The words of a list, in its order.
    pub fn list(&self, list: TermList) -> Vec<&Term> {
        match list {
            TermList::LetterKinds => self.letter_kinds.iter().map(|it| &it.term).collect(),
            TermList::Frameworks => self.frameworks.iter().map(|it| &it.term).collect(),
            TermList::Grades => self.grades.iter().map(|it| &it.term).collect(),
            TermList::Areas => self.areas.iter().map(|it| &it.term).collect(),
            TermList::Levels => self.levels.iter().collect(),
            TermList::Polarities => self.polarities.iter().map(|it| &it.term).collect(),
            TermList::Regions => self.regions.iter().collect(),
            TermList::TopicGroups => self.topic_groups.iter().collect(),
            TermList::NationalFramework => self.national_framework.iter().collect(),
        }
    }

    /// Whether an inspection may be followed by monitoring.
    pub fn has_monitoring(&self) -> bool {
        self.grades.iter().any(|grade| grade.opens_monitoring)
    }

    /// Every member of a list, in its order.
    pub fn ids<I: TermId>(&self) -> impl Iterator<Item = I> + Clone + use<I> {
        (0..I::count(self)).map(I::new)
    }

    /// The word as an editor writes it.
    pub fn word<I: TermId>(&self, id: I) -> &str {
        &id.term(self).word
    }

    /// The words as a reader sees them.
    pub fn label<I: TermId>(&self, id: I) -> &str {
        &id.term(self).label
    }

    /// The member that this word stands for.
    pub fn id_of<I: TermId>(&self, word: &str) -> Option<I> {
        self.ids().find(|id: &I| id.term(self).word == word)
    }

    /// From when on inspections under this framework have no overall grade. One framework follows another: where none is
    /// named, what was decided last holds.
    pub fn no_overall_from(&self, framework: Option<FrameworkId>) -> Option<&Date> {
        match framework {
            Some(framework) => self[framework].no_overall_from.as_ref(),
            None => {
                let dates = self.frameworks.iter().filter_map(|it| it.no_overall_from.as_ref());
                dates.max_by_key(|date| date.earliest())
            }
        }
    }

    /// The kind of visits of which nothing says otherwise: those that are numbered within their cycle, or else the
    /// first. Every vocabulary that was read has one.
    pub fn usual_kind(&self) -> Option<LetterKindId> {
        self.ids().find(|&kind: &LetterKindId| self[kind].is_numbered).or_else(|| self.ids().next())
    }
}
