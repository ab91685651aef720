//! Tables of messages: what is wrong with each, and what those of a language lack.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, InlineExpression};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::language::language_help;
use super::{message_depth, rules};
use crate::diagnostics::{
    CONTROL_CHARACTER, Diagnostic, Place, SourceText, did_you_mean, first_forbidden,
};
use crate::model::{Language, Messages, each_inline, variables};

/// The tables of one folder: of the site, or of a theme.
pub(crate) struct TableFolder {
    /// Its path from the site's folder: `i18n`, `themes/plain/i18n`.
    pub(crate) path: String,
    pub(crate) tables: Vec<Arc<SourceText>>,
}

impl TableFolder {
    /// The tags of the languages that it has tables for.
    pub(crate) fn languages(&self) -> impl Iterator<Item = &str> {
        let name = |table: &'_ Arc<SourceText>| table.path.len() - ".ftl".len();
        self.tables.iter().map(move |it| &it.path[self.path.len() + 1..name(it)])
    }

    fn table(&self, tag: &str) -> Option<&Arc<SourceText>> {
        let path = format!("{}/{tag}.ftl", self.path);
        self.tables.iter().find(|table| table.path == path)
    }
}

/// A table, as it was read.
struct Table {
    /// The path of its folder.
    folder: String,
    source: Arc<SourceText>,
    resource: Arc<FluentResource>,
    /// The variables of each message, by its id.
    messages: BTreeMap<String, BTreeSet<String>>,
}

/// The messages for a language, from all folders, the nearest first; and what is wrong with the tables that they are made
/// of. `None` where no folder has a table of the language.
pub(crate) fn messages(
    folders: &[TableFolder],
    language: &Language,
) -> Option<(Messages, Vec<Diagnostic>)> {
    let mut problems: Vec<Diagnostic> = folders.iter().flat_map(unread).collect();
    let tags = language.tables();
    let own = tables(folders, &tags, &mut problems);
    if own.is_empty() {
        return None;
    }
    let is_reference = tags.iter().any(|tag| tag == Language::REFERENCE);
    let others = match is_reference {
        true => Vec::new(),
        false => tables(folders, &[Language::REFERENCE.to_owned()], &mut problems),
    };
    let reference = if is_reference { &own } else { &others };
    let terms = own.iter().chain(&others).flat_map(terms).collect();
    for table in own.iter().chain(&others) {
        problems.extend(wrong_expressions(table, &terms));
        problems.extend(wrong_ids(table, reference));
    }
    problems.extend(lacking(language, &own, reference));
    let tables = own.into_iter().map(|table| (table.source, table.resource)).collect();
    Some((Messages::new(language.clone(), tables), problems))
}

/// Tables whose names are no tags, which no language would find.
fn unread(folder: &TableFolder) -> Vec<Diagnostic> {
    let is_tag = |tag: &&str| Language::parse(tag).is_some_and(|it| it.to_string() == **tag);
    let others = folder.languages().filter(|tag| !is_tag(tag));
    others
        .map(|tag| {
            let place = Place::File(format!("{}/{tag}.ftl", folder.path));
            let message = format!("`{tag}` is not the tag of a language as BCP 47 writes it");
            let help = format!("{}, as the file's name", language_help(tag));
            rules::UNKNOWN_LANGUAGE.at(place, message).help(help)
        })
        .collect()
}

/// The tables of these tags, the nearest folder's first.
fn tables(folders: &[TableFolder], tags: &[String], problems: &mut Vec<Diagnostic>) -> Vec<Table> {
    let mut tables = Vec::new();
    for folder in folders {
        for source in tags.iter().filter_map(|tag| folder.table(tag)) {
            tables.push(table(&folder.path, source, problems));
        }
    }
    tables
}

fn table(folder: &str, source: &Arc<SourceText>, problems: &mut Vec<Diagnostic>) -> Table {
    if let Some((at, character)) = first_forbidden(&source.text) {
        problems.push(hidden(Place::span(source, at..at + character.len_utf8()), character));
    }
    let mut text = source.text.to_string();
    if let Some(at) = message_depth::too_deep(&text) {
        let message = "brackets stand too deep within one another here";
        problems.push(rules::BAD_MESSAGE.at(Place::span(source, at..at + 1), message));
        // The reader would come to them one within the other, to the end of its memory.
        text.clear();
    }
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            let end = error.pos.end.min(source.text.len());
            let place = Place::span(source, error.pos.start.min(end)..end);
            let problem = rules::BAD_MESSAGE.at(place, told(&error.kind.to_string()));
            problems.push(problem.help(
                "a message is written `id = words`; a line that goes on with it begins with a space",
            ));
        }
        resource
    });
    let mut messages = BTreeMap::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let place = || place_of(source, &resource, id);
        let Some(value) = &message.value else {
            problems.push(rules::BAD_MESSAGE.at(place(), format!("`{id}` has no words")));
            continue;
        };
        if messages.insert(id.to_owned(), variables(value)).is_some() {
            let message = format!("`{id}` stands here twice");
            problems.push(rules::BAD_MESSAGE.at(place(), message).help("keep one of the two"));
        }
    }
    let (source, resource) = (Arc::clone(source), Arc::new(resource));
    Table { folder: folder.to_owned(), source, resource, messages }
}

fn hidden(place: Place, character: char) -> Diagnostic {
    let code = u32::from(character);
    let message = format!("here is a character that cannot be seen, U+{code:04X}");
    CONTROL_CHARACTER.at(place, message).help("delete it")
}

/// What the reader says, as problems are told.
fn told(kind: &str) -> String {
    let mut letters = kind.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).map(|it| if it == '"' { '`' } else { it }).collect()
}

/// Where a name stands that was read from a table: it is a part of the table's text.
fn place_of(source: &Arc<SourceText>, resource: &FluentResource, name: &str) -> Place {
    let start = name.as_ptr().addr().saturating_sub(resource.source().as_ptr().addr());
    let end = (start + name.len()).min(source.text.len());
    Place::span(source, start.min(end)..end)
}

/// The terms of a table: words that several messages have in common.
fn terms(table: &Table) -> Vec<String> {
    let name = |entry: &Entry<&str>| match entry {
        Entry::Term(term) => Some(term.id.name.to_owned()),
        _ => None,
    };
    table.resource.entries().filter_map(name).collect()
}

/// What no message can be put together from.
fn wrong_expressions(table: &Table, terms: &BTreeSet<String>) -> Vec<Diagnostic> {
    let Table { source, resource, .. } = table;
    let mut problems = Vec::new();
    let mut wrong = |name: &str, message: String| {
        let problem = rules::BAD_MESSAGE.at(place_of(source, resource, name), message);
        problems.push(problem.help("messages are words, `{ $variable }`, choices and `{ -term }`"));
    };
    for entry in resource.entries() {
        let pattern = match entry {
            Entry::Message(message) => message.value.as_ref(),
            Entry::Term(term) => Some(&term.value),
            _ => None,
        };
        let Some(pattern) = pattern else { continue };
        each_inline(pattern, &mut |inline| match inline {
            InlineExpression::FunctionReference { id, .. } => {
                wrong(id.name, format!("there is no function `{}`", id.name));
            }
            InlineExpression::MessageReference { id, .. } => {
                wrong(id.name, "a message cannot be put into another".to_owned());
            }
            InlineExpression::TermReference { id, .. } if !terms.contains(id.name) => {
                wrong(id.name, format!("there is no term `-{}`", id.name));
            }
            InlineExpression::StringLiteral { value }
                if first_forbidden(&unescape_unicode_to_string(value)).is_some() =>
            {
                wrong(value, "this stands for a character that cannot be seen".to_owned());
            }
            _ => {}
        });
    }
    problems
}

/// Variables that a message is not given, and ids that are nearly others'. What a message is given, the farthest table of
/// the reference says that has it.
fn wrong_ids(table: &Table, reference: &[Table]) -> Vec<Diagnostic> {
    let is_other = |it: &&Table| it.source.path != table.source.path;
    let others = || reference.iter().filter(is_other);
    let mut problems = Vec::new();
    if is_last(table, reference) {
        return problems;
    }
    for entry in table.resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let place = |name: &str| place_of(&table.source, &table.resource, name);
        let Some(given) = others().rev().find_map(|it| it.messages.get(id)) else {
            let ids = others().flat_map(|it| it.messages.keys().map(String::as_str));
            if let Some(help) = did_you_mean(id, ids) {
                let message = format!("no template asks for the message `{id}`");
                problems.push(rules::UNKNOWN_MESSAGE.at(place(id), message).help(help));
            }
            continue;
        };
        let Some(value) = &message.value else { continue };
        each_inline(value, &mut |inline| {
            if let InlineExpression::VariableReference { id: variable } = inline
                && !given.contains(variable.name)
            {
                let message = format!("`{id}` is not given `{}`", variable.name);
                let known: Vec<String> = given.iter().map(|name| format!("`{name}`")).collect();
                let help = did_you_mean(variable.name, given.iter().map(String::as_str));
                let help = help.unwrap_or_else(|| match &known[..] {
                    [] => "it has no variables".to_owned(),
                    known => format!("it is given {}", known.join(", ")),
                });
                problems.push(rules::BAD_MESSAGE.at(place(variable.name), message).help(help));
            }
        });
    }
    problems
}

/// Whether a table is the farthest of the reference, which no other is in the place of.
fn is_last(table: &Table, reference: &[Table]) -> bool {
    reference.last().is_some_and(|last| last.source.path == table.source.path)
}

/// What the tables of a language have not that those of the reference have, folder by folder.
fn lacking(language: &Language, own: &[Table], reference: &[Table]) -> Vec<Diagnostic> {
    /// So many are named; more are counted.
    const NAMED: usize = 40;
    let mut problems = Vec::new();
    for table in reference {
        let is_there = |id: &&String| own.iter().any(|it| it.messages.contains_key(*id));
        let missing: Vec<&String> = table.messages.keys().filter(|id| !is_there(id)).collect();
        if missing.is_empty() {
            continue;
        }
        let beside = own.iter().find(|it| it.folder == table.folder);
        let nearest = own.first().filter(|_| is_last(table, reference));
        let place = match beside.or(nearest) {
            Some(table) => Place::start_of(&table.source),
            None => Place::File(format!("{}/{language}.ftl", table.folder)),
        };
        let names: Vec<String> = missing.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
        let more = match missing.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let message = format!("in `{language}` there is no {}{more}", names.join(", "));
        let help = format!("copy these lines from `{}`, and translate them", table.source.path);
        problems.push(rules::MISSING_MESSAGE.at(place, message).help(help));
    }
    problems
}
