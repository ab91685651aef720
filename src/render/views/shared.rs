//! Links that many pages show, made once for all of them: to an engine a shared value is a pointer.

use std::array;
use std::sync::OnceLock;

use super::counts::CountedWords;
use super::parts::{LetterLink, LinkView};
use super::view_value::ViewValue;
use super::word::Words;
use crate::model::{
    Archive, AuthorityId, FindingId, LetterId, Message, Messages, PolarityId, TermId, TopicId,
};
use crate::render::data::Tables;
use crate::render::markdown_page::labelled;
use crate::render::page_context::Scene;

/// The links of so many letters are kept, each of which takes a kilobyte. A larger site makes them again and again:
/// it has less memory to spare than time.
const LETTERS_AT_MOST: usize = 20_000;

/// Links to every authority and topic, as templates see them; and to letters, once somebody has made them.
pub(crate) struct Shared {
    authorities: Vec<ViewValue<LinkView>>,
    topics: Vec<ViewValue<LinkView>>,
    letters: Vec<OnceLock<ViewValue<LetterLink>>>,
    /// What findings are called, by their indexes in their letters.
    finding_names: Vec<ViewValue<str>>,
    /// The same with a small letter, as within a sentence.
    finding_names_small: Vec<ViewValue<str>>,
    /// A label and what it is of, in Markdown, with stand-ins for both.
    pub(in crate::render) labelled: String,
    /// Small numbers of findings in words, by polarity.
    counted: Vec<[CountedWords; COUNTED]>,
    /// The words of the vocabulary.
    pub(super) words: Words,
    /// The tables of the data.
    pub(in crate::render) tables: Tables,
}

impl Shared {
    /// The links of an archive.
    pub(crate) fn new(archive: &Archive, messages: &Messages) -> Self {
        let authorities = archive.authorities.iter().map(|it| LinkView::authority(it));
        let topics = archive.topics.iter().map(|it| LinkView::topic(it));
        Shared {
            authorities: authorities.map(|link| ViewValue::new(&link)).collect(),
            topics: topics.map(|link| ViewValue::new(&link)).collect(),
            finding_names: finding_names(archive, messages, Message::finding_number),
            finding_names_small: finding_names(archive, messages, Message::finding_number_small),
            letters: match archive.letters.len() {
                ..=LETTERS_AT_MOST => archive.letters.iter().map(|_| OnceLock::new()).collect(),
                _ => Vec::new(),
            },
            labelled: labelled(messages),
            counted: counted(archive, messages),
            words: Words::new(&archive.vocabulary),
            tables: Tables::new(&archive.vocabulary),
        }
    }

    /// A link to an authority.
    pub(super) fn authority(&self, id: AuthorityId) -> ViewValue<LinkView> {
        self.authorities[id.0].clone()
    }

    /// A link to a topic.
    pub(super) fn topic(&self, id: TopicId) -> ViewValue<LinkView> {
        self.topics[id.0].clone()
    }

    /// What a finding is called within a sentence.
    pub(super) fn finding_name_small(&self, id: FindingId) -> ViewValue<str> {
        self.finding_names_small[id.place()].clone()
    }

    /// So many findings of a polarity in words.
    pub(super) fn counted(&self, scene: &Scene<'_>, of: PolarityId, count: usize) -> CountedWords {
        match self.counted.get(of.index()).and_then(|counted| counted.get(count)) {
            Some(counted) => counted.clone(),
            None => CountedWords::new(scene.archive, scene.messages, of, count),
        }
    }

    /// What a finding is called.
    pub(super) fn finding_name(&self, id: FindingId) -> ViewValue<str> {
        self.finding_names[id.place()].clone()
    }

    /// A link to a letter, which is made where there is none yet.
    pub(super) fn letter(
        &self,
        id: LetterId,
        make: impl FnOnce() -> ViewValue<LetterLink>,
    ) -> ViewValue<LetterLink> {
        match self.letters.get(id.0) {
            Some(made) => made.get_or_init(make).clone(),
            None => make(),
        }
    }
}

/// As many as the letter with most findings has.
fn finding_names(archive: &Archive, messages: &Messages, name: Message) -> Vec<ViewValue<str>> {
    let most = archive.letters.iter().map(|letter| letter.findings.len()).max().unwrap_or(0);
    let name = |number: usize| messages.with(name, &[("number", number.into())]);
    (1..=most).map(|number| ViewValue::escaped(&name(number))).collect()
}

/// Numbers below this are put in words once.
const COUNTED: usize = 32;

fn counted(archive: &Archive, messages: &Messages) -> Vec<[CountedWords; COUNTED]> {
    let of = |polarity| array::from_fn(|it| CountedWords::new(archive, messages, polarity, it));
    archive.vocabulary.ids().map(of).collect()
}
