//! The members of a vocabulary's lists, by their indexes.

use std::ops::Index;

use super::{Framework, Grade, JudgementArea, LetterKind, Polarity, Term, TermList, Vocabulary};
use crate::model::to_u8;

/// A member of one of the lists of a [`Vocabulary`]. It means nothing beside another vocabulary.
pub trait TermId: Copy + Ord + Send + Sync + 'static {
    /// The list that it is a member of.
    const LIST: TermList;

    /// The member at this index.
    fn new(index: usize) -> Self;

    /// Its index in the list.
    fn index(self) -> usize;

    /// How many members the list has.
    fn count(vocabulary: &Vocabulary) -> usize;

    /// Its word and its label.
    fn term(self, vocabulary: &Vocabulary) -> &Term;
}

macro_rules! term_id {
    ($($(#[$meta:meta])* $name:ident: $list:ident, $field:ident of $member:ty $(, $term:ident)?;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u8);

        impl TermId for $name {
            const LIST: TermList = TermList::$list;

            fn new(index: usize) -> Self {
                $name(to_u8(index))
            }

            fn index(self) -> usize {
                usize::from(self.0)
            }

            fn count(vocabulary: &Vocabulary) -> usize {
                vocabulary.$field.len()
            }

            fn term(self, vocabulary: &Vocabulary) -> &Term {
                &vocabulary[self]$(.$term)?
            }
        }

        impl Index<$name> for Vocabulary {
            type Output = $member;

            fn index(&self, id: $name) -> &$member {
                &self.$field[usize::from(id.0)]
            }
        }
    )+};
}

term_id! {
    /// A kind of visit.
    LetterKindId: LetterKinds, letter_kinds of LetterKind, term;
    /// A framework.
    FrameworkId: Frameworks, frameworks of Framework, term;
    /// A grade.
    GradeId: Grades, grades of Grade, term;
    /// What a judgement is on.
    JudgementAreaId: Areas, areas of JudgementArea, term;
    /// A level of progress.
    LevelId: Levels, levels of Term;
    /// A kind of finding.
    PolarityId: Polarities, polarities of Polarity, term;
    /// A region.
    RegionId: Regions, regions of Term;
    /// A group of topics.
    TopicGroupId: TopicGroups, topic_groups of Term;
    /// A part of the national framework.
    NationalFrameworkId: NationalFramework, national_framework of Term;
}

impl PolarityId {
    /// How many there may be: as many as colours and marks can tell apart.
    pub const MOST: usize = 8;
}
