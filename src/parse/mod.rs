//! From texts to the archive: front matter, Markdown, `site.toml`, `theme.toml`.
//!
//! What an editor wrote is first read as it stands (`raw`), then turned into the model, once. A part
//! that cannot be read is reported and stands in as a placeholder, so that the rest of the file is
//! still looked at: a report with an error keeps the site from being published.

mod authority;
mod cache;
pub(crate) mod control_characters;
mod date_help;
mod date_part;
mod date_spelling;
mod date_words;
mod dates;
mod document;
pub(crate) mod editable;
mod fences;
mod fields;
mod figures;
mod finding;
mod front_matter;
mod heading_anchors;
pub(crate) mod inline;
mod known_keys;
mod language;
mod letter;
mod lines;
pub(crate) mod markdown;
mod message_depth;
mod messages;
mod misplaced;
mod numbers;
mod one_line;
mod page;
mod positions;
pub(crate) mod quotation_marks;
mod raw;
mod refused;
mod regulator;
pub(crate) mod rules;
mod same_values;
mod schema;
mod separated;
mod setting_values;
mod settings;
mod theme;
mod toml_keys;
mod topic;
mod vocabulary;
mod words;
pub(crate) mod written;
mod wrong_number;
mod wrong_type;
mod yaml;

use std::sync::Arc;

pub(crate) use crate::diagnostics::At;
use crate::diagnostics::{Diagnostic, Place, SourceText};
use crate::model::{Item, Letter, Slug, Vocabulary};

use misplaced::Misplaced;
use schema::AUTHORITY;

pub use cache::{CacheChange, ParseCache};
pub use date_help::{DateHelp, date_help};
pub use figures::number_in_words;
pub(crate) use messages::{TableFolder, messages};
#[cfg(feature = "preview")]
pub(crate) use positions::{comments_behind, key_path_at};
pub(crate) use positions::{
    count_written, edit, place_of, range_of, suggest_instead, suggest_near,
};
pub use same_values::{
    is_slip, keeps_notes_and_items, keeps_values, keeps_words, renames_key, repeats_key,
};
pub(crate) use schema::FieldType;
#[cfg(feature = "preview")]
pub(crate) use schema::of as front_matter_schema;
pub use schema::{FrontMatter, schema};
pub(crate) use setting_values::{BASE_URL_HELP, base_url};
pub(crate) use settings::settings;
pub(crate) use theme::{add_to_theme, manifest, source_text};
pub use vocabulary::built_in as built_in_vocabulary;
pub(crate) use vocabulary::{
    FixedColumns, FromSettings, from_file as vocabulary_from_file,
    from_settings as vocabulary_from_settings,
};
pub use written::yaml_text;
use yaml::explain::SLIP_RULES;

/// What a Markdown file came to.
#[derive(Debug, Clone)]
pub(crate) struct Parsed {
    /// What is in it; nothing where it stands in a place that nothing is read from.
    pub(crate) item: Option<Item>,
    /// What is wrong with it.
    pub(crate) problems: Vec<Diagnostic>,
    /// Where it should stand, where it is in the wrong place.
    pub(crate) meant: Option<String>,
}

impl Parsed {
    /// The letter, where it is marked as a draft.
    pub(crate) fn draft(&self) -> Option<&Arc<Letter>> {
        match &self.item {
            Some(Item::Letter(letter)) => Some(letter).filter(|letter| letter.draft),
            _ => None,
        }
    }

    /// What is told of the file: nothing of a draft that is left out, unless its front matter had to be mended to say that
    /// it is one.
    pub(crate) fn told(&self, is_left_out: bool) -> &[Diagnostic] {
        let is_mended = self.draft().is_some_and(|letter| letter.source.is_mended());
        if is_left_out && !is_mended { &[] } else { &self.problems }
    }
}

/// What a file is read with.
#[derive(Clone, Copy)]
pub(crate) struct ParseContext<'a> {
    /// The words that it may use.
    pub(crate) vocabulary: &'a Vocabulary,
    /// What was read before, which need not be read again.
    pub(crate) cache: Option<&'a ParseCache>,
}

/// What a file is follows from where it is. A letter may have its own text beside it.
pub(crate) fn file(
    source: &Arc<SourceText>,
    letter_text: Option<Arc<SourceText>>,
    context: ParseContext<'_>,
) -> Parsed {
    let vocabulary = context.vocabulary;
    let mut problems = Vec::new();
    let parts: Vec<&str> = source.path.split('/').collect();
    let kind = FrontMatter::of_path(&source.path);
    if let Some(Misplaced { problem, meant }) = misplaced::misplaced(source, kind) {
        return Parsed { item: None, problems: vec![problem], meant };
    }
    let item = match parts[..] {
        ["content", "authorities", folder, file] => {
            let folder = slug(source, folder, "folder", &mut problems);
            if file == AUTHORITY {
                authority::authority(source, folder, vocabulary, &mut problems)
                    .map(Arc::new)
                    .map(Item::Authority)
            } else {
                let slug = slug(source, stem(file), "file", &mut problems);
                letter::letter(source, folder, slug, letter_text, context, &mut problems)
                    .map(Arc::new)
                    .map(Item::Letter)
            }
        }
        ["content", "topics", file] => {
            let slug = slug(source, stem(file), "file", &mut problems);
            topic::topic(source, slug, vocabulary, &mut problems).map(Arc::new).map(Item::Topic)
        }
        ["content", "pages", file] => {
            let slug = slug(source, stem(file), "file", &mut problems);
            page::page(source, slug, vocabulary, &mut problems).map(Arc::new).map(Item::Page)
        }
        _ => {
            problems.push(in_no_place(source));
            None
        }
    };
    problems.retain(is_known);
    Parsed { item, problems, meant: None }
}

/// Whether a problem is one of what the file says, or of its YAML; not one of what a line is guessed to say.
pub(crate) fn is_known(problem: &Diagnostic) -> bool {
    let Place::Span(source, range) = &problem.place else { return true };
    SLIP_RULES.contains(&problem.rule) || !source.is_doubtful(range.start)
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// The slug that a file's or a folder's name is; the nearest one, and a problem, where it is none.
fn slug(source: &Arc<SourceText>, name: &str, what: &str, problems: &mut Vec<Diagnostic>) -> Slug {
    if let Some(slug) = Slug::parse(name) {
        return slug;
    }
    // A second ending is of a program that hides the first.
    let meant = name.strip_suffix(".md").unwrap_or(name);
    let nearest = Slug::from_text(meant);
    let help = match &nearest {
        Some(nearest) => format!("use small letters, digits and hyphens: `{nearest}`"),
        None => "use small letters, digits and hyphens, but no name that Windows keeps for itself"
            .to_owned(),
    };
    let message = format!("the name of this {what}, `{name}`, cannot stand in a web address");
    problems.push(rules::BAD_FILE_NAME.at(Place::File(source.path.clone()), message).help(help));
    nearest.unwrap_or_else(Slug::placeholder)
}

fn in_no_place(source: &Arc<SourceText>) -> Diagnostic {
    let message = "nothing is read from this place";
    rules::MISPLACED_FILE.at(Place::File(source.path.clone()), message).help(
        "letters and `authority.md` go into `content/authorities/<name>/`, topics into \
         `content/topics/`, other pages into `content/pages/`",
    )
}
