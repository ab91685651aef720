//! Words of closed sets and of the vocabulary, with what was meant where one is not known.

use super::fields::Fields;
use super::written::yaml_text;
use super::{At, place_of, suggest_instead};
use crate::diagnostics::{Applicability, Diagnostic, nearest, question};
use crate::model::{ClosedSet, TermId};

impl Fields<'_> {
    /// A word of a closed set, where there is one.
    pub(super) fn of_set<S: ClosedSet>(&mut self, at: At<'_>, raw: Option<String>) -> Option<S> {
        let written = self.text(raw)?;
        let member = S::from_word(&written);
        if member.is_none() {
            let message = format!("there is no {} `{written}`", S::NAME);
            let known: Vec<_> = S::ALL.iter().map(|it| (it.word(), it.label())).collect();
            let problem = S::UNKNOWN.at(place_of(self.source, at), message);
            self.problems.push(Advice::of(&written, &known).add_to(problem, at));
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
            let problem = I::LIST.unknown().at(place_of(self.source, at), message);
            self.problems.push(Advice::of(&written, &known).add_to(problem, at));
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

/// What may have been meant by a word that is not known, also where the words that readers see were written; or all words.
enum Advice {
    Meant(String, Applicability),
    Words(String),
}

impl Advice {
    fn of(written: &str, known: &[(&str, &str)]) -> Self {
        let meant = |word: &str, applicability| Advice::Meant(word.to_owned(), applicability);
        let as_written = letters(written);
        let is_it = |words: &str| letters(words) == as_written;
        let by_label = known.iter().find(|(word, label)| is_it(word) || is_it(label));
        if let Some((word, _)) = by_label.filter(|_| !as_written.is_empty()) {
            return meant(word, Applicability::MachineApplicable);
        }
        let mut words = known.iter().map(|(word, _)| *word);
        if let Some(word) = nearest(written, words.clone()) {
            return meant(word, Applicability::MaybeIncorrect);
        }
        // 'Requires improvement to be good'.
        let mut begins = known.iter().filter(|(word, label)| {
            [word, label].iter().any(|it| it.len() > 4 && as_written.starts_with(&letters(it)))
        });
        if let (Some((word, _)), None) = (begins.next(), begins.next()) {
            return meant(word, Applicability::MaybeIncorrect);
        }
        Advice::Words(match words.next() {
            None => "take it away: the site's vocabulary has none".to_owned(),
            Some(first) => {
                let rest = words.map(|word| format!(", {word}")).collect::<String>();
                format!("use one of {first}{rest}")
            }
        })
    }

    fn add_to(self, problem: Diagnostic, at: At<'_>) -> Diagnostic {
        match self {
            Advice::Words(help) => problem.help(help),
            Advice::Meant(word, applicability) => suggest_instead(
                problem.help(question(&word)),
                at,
                (yaml_text(&word), applicability),
            ),
        }
    }
}

/// Words without what only their form adds: 'Not yet' for `not-yet`.
fn letters(words: &str) -> String {
    words.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
