//! The files of the content, each parsed and looked at by itself; a letter together with its own text.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::rules;
use crate::check;
use crate::diagnostics::{Diagnostic, Place, SourceText};
use crate::model::{Archive, Item, LetterText, Vocabulary};
use crate::parse::{self, ParseContext, Parsed};
use crate::read::{self, Source, Sources};

/// What a file of the content came to.
pub(super) enum ContentPart {
    Text(Parsed),
    Asset(Arc<[u8]>),
    Problem(Diagnostic),
}

impl ContentPart {
    /// Where what could not be read stands, and where it should.
    pub(super) fn unread(&self, path: &str) -> Vec<String> {
        match self {
            ContentPart::Text(Parsed { item: None, meant, .. }) => {
                meant.iter().cloned().chain([path.to_owned()]).collect()
            }
            ContentPart::Problem(_) => vec![path.to_owned()],
            ContentPart::Text(_) | ContentPart::Asset(_) => Vec::new(),
        }
    }
}

/// Parses every text, and looks at each by itself. Whether the texts of letters are held on to is for the caller to say.
pub(super) fn parsed(
    mut sources: Sources,
    context: ParseContext<'_>,
    keeps_texts: bool,
) -> BTreeMap<String, ContentPart> {
    let mut texts = take_letter_texts(&mut sources);
    let file = |source: Source, letter_text: Option<Arc<SourceText>>| match source {
        Source::Asset(bytes) => ContentPart::Asset(bytes),
        Source::Problem(problem) => ContentPart::Problem(problem),
        Source::LetterText(text) => ContentPart::Problem(without_letter(&text)),
        Source::Text(text) => {
            let mut parsed = parse::file(&text, letter_text, context);
            if let Some(item) = &mut parsed.item {
                let problems = check::check_file(item, &parsed.problems);
                parsed.problems.extend(problems);
                if !keeps_texts {
                    let_go_of_text(item);
                }
            }
            ContentPart::Text(parsed)
        }
    };
    let sources = sources.into_iter().map(|(path, source)| {
        let letter_text = texts.remove(&path);
        (path, source, letter_text)
    });
    let sources: Vec<(String, Source, Option<Arc<SourceText>>)> = sources.collect();
    sources.into_par_iter().map(|(path, source, text)| (path, file(source, text))).collect()
}

/// All that was read, and what was found wrong with it. Letters marked as drafts are left out unless they are asked for.
pub(super) fn archive(
    files: &BTreeMap<String, ContentPart>,
    vocabulary: &Arc<Vocabulary>,
    with_drafts: bool,
) -> (Archive, Vec<Diagnostic>) {
    let mut archive = Archive { vocabulary: Arc::clone(vocabulary), ..Archive::default() };
    let mut problems = Vec::new();
    for (path, file) in files {
        archive.unread.extend(file.unread(path));
        match file {
            ContentPart::Text(parsed) => {
                let draft = parsed.draft().filter(|_| !with_drafts);
                problems.extend_from_slice(parsed.told(draft.is_some()));
                match draft {
                    Some(letter) => archive.drafts.push(Arc::clone(letter)),
                    None => parsed.item.iter().cloned().for_each(|item| archive.add(item)),
                }
            }
            ContentPart::Asset(bytes) => {
                let inside = path.strip_prefix("content/").unwrap_or(path);
                archive.assets.insert(inside.to_owned(), Arc::clone(bytes));
            }
            ContentPart::Problem(problem) => problems.push(problem.clone()),
        }
    }
    (archive, problems)
}

/// The texts of the letters that are here, by the letters' files. Any other stays.
fn take_letter_texts(sources: &mut Sources) -> BTreeMap<String, Arc<SourceText>> {
    let mut texts = BTreeMap::new();
    let paths: Vec<(String, String)> =
        sources.keys().filter_map(|path| Some((path.clone(), read::letter_of(path)?))).collect();
    for (path, letter) in paths {
        if matches!(sources.get(&letter), Some(Source::Text(_)))
            && let Some(Source::LetterText(text)) = sources.get(&path)
        {
            texts.insert(letter, Arc::clone(text));
            sources.remove(&path);
        }
    }
    texts
}

/// The texts of all letters would be most of what is in memory.
fn let_go_of_text(item: &mut Item) {
    if let Item::Letter(letter) = item
        && letter.text.is_checked()
        && let Some(letter) = Arc::get_mut(letter)
    {
        letter.text = LetterText::Checked;
    }
}

fn without_letter(text: &SourceText) -> Diagnostic {
    let message = "this is the text of no letter that is here";
    rules::TEXT_WITHOUT_LETTER
        .at(Place::File(text.path.clone()), message)
        .help("give it the name of its letter's file, ending in `.txt`; or take it out")
}
