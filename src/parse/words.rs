//! Words of closed sets and of the vocabulary, with what was meant where one is not known.

use super::At;
use super::fields::Fields;
use crate::diagnostics::{did_you_mean, question};
use crate::model::{ClosedSet, TermId};

impl Fields<'_> {
    /// A word of a closed set, where there is one.
    pub(super) fn of_set<S: ClosedSet>(&mut self, at: At<'_>, raw: Option<String>) -> Option<S> {
        let written = self.text(raw)?;
        let member = S::from_word(&written);
        if member.is_none() {
            let message = format!("there is no {} `{written}`", S::NAME);
            let known: Vec<_> = S::ALL.iter().map(|it| (it.word(), it.label())).collect();
            self.problem(S::UNKNOWN, at, message, nearest_word(&written, &known));
        }
        member
    }

    /// A word of the vocabulary, where there is one.
    pub(super) fn word<I: TermId>(&mut self, at: At<'_>, raw: Option<String>) -> Option<I> {
        let written = self.text(raw)?;
        let member = self.vocabulary.id_of(&written);
        if member.is_none() {
            let message = format!("there is no {} `{written}`", I::LIST.member());
            let known = self.vocabulary.list(I::LIST);
            let known: Vec<_> = known.iter().map(|it| (&*it.word, &*it.label)).collect();
            self.problem(I::LIST.unknown(), at, message, nearest_word(&written, &known));
        }
        member
    }

    /// A word of the vocabulary that must be there; the first of its list stands in for it.
    pub(super) fn required_word<I: TermId>(&mut self, at: At<'_>, raw: Option<String>) -> I {
        match self.text(raw) {
            Some(text) => self.word(at, Some(text)),
            None => {
                self.missing(at);
                None
            }
        }
        .unwrap_or_else(|| I::new(0))
    }
}

/// The word that may have been meant, also where the words that readers see were written; or all words.
fn nearest_word(written: &str, known: &[(&str, &str)]) -> String {
    let by_label = known.iter().find(|(_, label)| label.to_lowercase() == written.to_lowercase());
    if let Some((word, _)) = by_label {
        return question(word);
    }
    let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
    match &words[..] {
        [] => "take it away: the site's vocabulary has none".to_owned(),
        words => did_you_mean(written, words.iter().copied())
            .unwrap_or_else(|| format!("use one of {}", words.join(", "))),
    }
}
