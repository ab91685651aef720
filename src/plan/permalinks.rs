//! Which permalinks of findings a site had before and would have no more.

use std::collections::{BTreeMap, BTreeSet};

use super::{PageKind, Plan, Route, Target, rules};
use crate::diagnostics::{Diagnostic, Place, did_you_mean};
use crate::model::{Archive, Finding, Letter};
use crate::parse::markdown::words;
use crate::parse::{At, place_of};

/// A finding of a site as it was built before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldFinding {
    /// The page that it stood on, as a path from the site's root without a slash at its start.
    pub page: String,
    /// Its id.
    pub id: String,
    /// What it said, where that is known: its words, without emphasis and links.
    pub text: Option<String>,
}

/// What came of a comparison with the permalinks of a site as it was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// How many permalinks there were.
    pub permalinks: usize,
    /// How many of them would lead to nothing.
    pub lost: usize,
    /// What is to be done about them, and about those that would lead to another place than before.
    pub problems: Vec<Diagnostic>,
}

/// The problem that there are no findings to compare with.
pub fn bad_old_data(message: impl Into<String>) -> Diagnostic {
    rules::BAD_OLD_DATA.at(Place::Nowhere, message)
}

/// The findings of a page as it was: what each said, by its id.
type OldPage<'a> = BTreeMap<&'a str, Option<String>>;

/// The letters of each folder whose page is new, with what each of their findings says.
type NewLetters<'a> = BTreeMap<&'a str, Vec<(&'a Letter, Vec<String>)>>;

/// Compares the findings of a site as it was with the site as it is. It takes about as long as there
/// are findings in both, however many of them are lost.
pub(super) fn compare(plan: &Plan, archive: &Archive, old: &[OldFinding]) -> Compared {
    let mut pages: BTreeMap<&str, OldPage<'_>> = BTreeMap::new();
    for OldFinding { page, id, text } in old {
        let said = text.as_deref().map(letters_of).filter(|said| !said.is_empty());
        pages.entry(page).or_default().insert(id, said);
    }
    let mut new_letters: NewLetters<'_> = BTreeMap::new();
    for letter in &archive.letters {
        if !pages.contains_key(Route::letter(letter).path()) {
            let said = letter.findings.iter().map(said).collect();
            new_letters.entry(letter.folder.as_str()).or_default().push((letter, said));
        }
    }
    let mut compared = Compared { permalinks: 0, lost: 0, problems: Vec::new() };
    for (page, findings) in &pages {
        compared.permalinks += findings.len();
        match plan.target(&Route::new(format!("/{page}"))) {
            Some(Target::Page(PageKind::Letter(id))) => {
                on_letter(&mut compared, archive.letter(*id), page, findings);
            }
            Some(Target::Page(PageKind::Redirect(to))) => match plan.target(to) {
                Some(Target::Page(PageKind::Letter(id))) => {
                    moved(&mut compared, archive.letter(*id), page, findings);
                }
                _ => gone(&mut compared, &new_letters, page, findings),
            },
            _ => gone(&mut compared, &new_letters, page, findings),
        }
    }
    compared
}

/// The page is there still: each id must be.
fn on_letter(compared: &mut Compared, letter: &Letter, page: &str, old: &OldPage<'_>) {
    let now = Now::new(letter, old);
    for (&id, said) in old {
        match now.anchors.get(id) {
            Some(&place) => compared.problems.extend(now.shifted(page, id, said.as_ref(), place)),
            None => {
                compared.lost += 1;
                compared.problems.push(now.lost(page, id, said.as_ref()));
            }
        }
    }
}

/// The page leads to another. A page that sends its reader on at once, as the page of an old address does,
/// names the next page whole, so what stood behind the `#` is lost on the way
/// (<https://html.spec.whatwg.org/multipage/semantics.html#shared-declarative-refresh-steps>).
fn moved(compared: &mut Compared, letter: &Letter, page: &str, old: &OldPage<'_>) {
    let now = Now::new(letter, old);
    for (&id, said) in old {
        if !now.anchors.contains_key(id) {
            compared.lost += 1;
            compared.problems.push(now.lost(page, id, said.as_ref()));
            continue;
        }
        let place = place_of(&letter.source, At::Root.key("aliases"));
        let message = format!(
            "`{page}#{id}` leads to the letter, but no longer to the finding: an old address \
             passes on no `#{id}`"
        );
        let help = match page.strip_suffix('/').and_then(|page| page.rsplit_once('/')) {
            Some((folder, slug)) if folder == format!("authorities/{}", letter.folder) => {
                format!("to keep it, write `slug: {slug}` in place of that alias")
            }
            _ => "if many link to it, let the letter stay where it was".to_owned(),
        };
        compared.problems.push(rules::MOVED_PERMALINK.at(place, message).help(help));
    }
}

/// There is no such page, or none of a letter.
fn gone(compared: &mut Compared, new_letters: &NewLetters<'_>, page: &str, old: &OldPage<'_>) {
    let help = match successor(new_letters, page, old) {
        Some(letter) => format!(
            "is it `{}` now? Then add `aliases: [/{page}]` to that letter",
            letter.source.path
        ),
        None => format!("put the letter back; or, if it has moved, add `aliases: [/{page}]` to it"),
    };
    for id in old.keys() {
        compared.lost += 1;
        let message = format!("`{page}#{id}` would be lost: no letter has this address any more");
        let problem = rules::LOST_PERMALINK.at(Place::Nowhere, message);
        compared.problems.push(problem.help(help.as_str()));
    }
}

/// The new letter of the same folder that has the most of a page's findings; at least half of them.
fn successor<'a>(
    new_letters: &NewLetters<'a>,
    page: &str,
    old: &OldPage<'_>,
) -> Option<&'a Letter> {
    let folder = page.strip_prefix("authorities/")?.split('/').next()?;
    let said_before: BTreeSet<&String> = old.values().flatten().collect();
    let kept = |letter: &Letter, said: &[String]| {
        let findings = letter.findings.iter().zip(said);
        let is_known = |(finding, said): &(&Finding, &String)| {
            said_before.contains(said) || finding.anchors().any(|id| old.contains_key(id.as_str()))
        };
        findings.filter(is_known).count()
    };
    let beside = new_letters.get(folder)?.iter();
    let counted = beside.map(|(letter, said)| (kept(letter, said), *letter));
    let (kept, letter) = counted.max_by_key(|(kept, _)| *kept)?;
    (kept > 0 && kept * 2 >= old.len()).then_some(letter)
}

/// What a finding says, to be compared.
fn said(finding: &Finding) -> String {
    letters_of(&words(&finding.text))
}

/// The letters and digits of a text: quotation marks and dashes are written in more ways than one.
fn letters_of(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A letter as it is, beside what its page was.
struct Now<'a> {
    letter: &'a Letter,
    /// The index of the finding that each id leads to.
    anchors: BTreeMap<&'a str, usize>,
    /// What each finding says.
    said: Vec<String>,
    /// The index of the finding that says something.
    index_of: BTreeMap<String, usize>,
    /// Ids that the page did not have.
    new_ids: Vec<&'a str>,
}

impl<'a> Now<'a> {
    /// Among so many new ids at most is one looked for that is like an old one.
    const NEW_IDS_AT_MOST: usize = 100;

    fn new(letter: &'a Letter, old: &OldPage<'_>) -> Self {
        let mut anchors = BTreeMap::new();
        let said: Vec<String> = letter.findings.iter().map(said).collect();
        for (index, finding) in letter.findings.iter().enumerate() {
            anchors.extend(finding.anchors().map(|id| (id.as_str(), index)));
        }
        let index_of = said.iter().cloned().zip(0..).collect();
        let ids = letter.findings.iter().map(|finding| finding.id.as_str());
        let new_ids = ids.filter(|id| !old.contains_key(id)).take(Self::NEW_IDS_AT_MOST).collect();
        Now { letter, anchors, said, index_of, new_ids }
    }

    /// An id that no finding has or had. Where the finding can be told that it is now, that is pointed at.
    fn lost(&self, page: &str, id: &str, said: Option<&String>) -> Diagnostic {
        let message = format!("`{page}#{id}` would be lost: no finding of this letter has that id");
        let same = said.and_then(|said| self.index_of.get(said)).copied();
        let (at, help) = match same {
            Some(place) => {
                let now = &self.letter.findings[place].id;
                (
                    Some(place),
                    format!("add `aliases: [{id}]` to this finding, which is `{now}` now"),
                )
            }
            None => {
                let near = did_you_mean(id, self.new_ids.iter().copied());
                let near = near.map_or_else(String::new, |near| format!("; {near}"));
                (None, format!("add `aliases: [{id}]` to the finding that it is now{near}"))
            }
        };
        rules::LOST_PERMALINK.at(self.place_of(at), message).help(help)
    }

    /// An id that leads to another finding than before: what it led to is there, under another id.
    fn shifted(
        &self,
        page: &str,
        id: &str,
        said: Option<&String>,
        index: usize,
    ) -> Option<Diagnostic> {
        let before = *self.index_of.get(said?)?;
        if said == Some(&self.said[index]) {
            return None;
        }
        let now = &self.letter.findings[before].id;
        let message = format!("`{page}#{id}` would lead to another finding than before");
        let help = format!(
            "give `id: {id}` back to finding {}, which is `{now}` now, and another to this one",
            before + 1
        );
        let place = self.place_of(Some(index));
        Some(rules::SHIFTED_PERMALINK.at(place, message).help(help))
    }

    /// Where a finding stands; all of them without one.
    fn place_of(&self, finding: Option<usize>) -> Place {
        let findings = At::Root.key("findings");
        match finding {
            Some(place) => place_of(&self.letter.source, findings.item(place).key("id")),
            None => place_of(&self.letter.source, At::Name(&At::Root, "findings")),
        }
    }
}
