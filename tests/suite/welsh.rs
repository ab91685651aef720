//! A site in Welsh: nothing that the program says on it is English.
//!
//! What is English is known from the table of messages in English: each word of it that Welsh has not too.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use letterpress::{LoadOptions, Site};
use regex::Regex;

use crate::folder::{Folder, repository};
use crate::second_nation::{THEMES, WELSH, folder, published};
use crate::visible_text::pieces;

/// Words that stand in the English table and are Welsh, or no language's, too.
const SHARED: &[(&str, &str)] = &[
    ("a", "Welsh: and, which"),
    ("at", "Welsh: to"),
    ("is", "Welsh: lower"),
    ("well", "Welsh: better, after some words"),
    ("bar", "the same in both"),
    ("cell", "the same in both"),
    ("tab", "the same in both"),
    ("data", "the same in both"),
    ("atom", "the name of a format"),
    ("csv", "the name of a format"),
    ("json", "the name of a format"),
    ("edtf", "the name of a format"),
    ("markdown", "the name of a format"),
    ("utf", "the name of an encoding"),
    ("pandas", "the name of a program"),
    ("python", "the name of a programming language"),
    ("javascript", "the name of a programming language"),
];

/// A message of the English table.
struct Message {
    id: String,
    /// What it says, without what is put in.
    texts: Vec<String>,
}

/// What the program says in English.
fn english() -> Vec<Message> {
    let tables = THEMES.map(|theme| repository().join(format!("themes/{theme}/i18n/en.ftl")));
    let mut messages = Vec::new();
    for table in tables.iter().filter(|table| table.exists()) {
        let text = fs::read_to_string(table).expect("the English table");
        let resource = fluent_syntax::parser::parse(text).expect("a table in Fluent");
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut texts = Vec::new();
            let attributes = message.attributes.into_iter().map(|attribute| attribute.value);
            for pattern in message.value.into_iter().chain(attributes) {
                add_texts(&pattern, &mut texts);
            }
            messages.push(Message { id: message.id.name, texts });
        }
    }
    assert!(messages.len() > 200, "the English table is found");
    messages
}

fn add_texts(pattern: &Pattern<String>, texts: &mut Vec<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => texts.push(value.clone()),
            PatternElement::Placeable { expression } => add_texts_of(expression, texts),
        }
    }
}

fn add_texts_of(expression: &Expression<String>, texts: &mut Vec<String>) {
    match expression {
        Expression::Select { variants, .. } => {
            variants.iter().for_each(|variant| add_texts(&variant.value, texts));
        }
        Expression::Inline(InlineExpression::StringLiteral { value }) => texts.push(value.clone()),
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            add_texts_of(expression, texts);
        }
        Expression::Inline(_) => {}
    }
}

/// The words of a text in small letters, without names that are the same in any language.
fn words(text: &str) -> BTreeSet<String> {
    static NO_WORDS: LazyLock<Regex> = LazyLock::new(|| {
        // Addresses, whole and in Markdown; names of files, of columns and of a standard.
        let no_words = [
            r"(https?|tag):\S+",
            r"\]\([^)]*\)",
            r"[\w./-]+\.(csv|json|xml|md|html|example)\b",
            r"`[^`]*`",
            r"\w+_\w+",
            // What a script puts in.
            r"\{\w+\}",
            r"\bgall (date|dated|published) ei olygu\b",
            "Data Package",
        ];
        Regex::new(&no_words.join("|")).expect("a pattern")
    });
    static WORD: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\p{L}+(?:'\p{L}+)*").expect("a pattern"));
    let text = NO_WORDS.replace_all(text, " ").replace('’', "'").to_lowercase();
    WORD.find_iter(&text).map(|word| word.as_str().to_owned()).collect()
}

/// The words that only English has.
fn english_words() -> BTreeSet<String> {
    let messages = english();
    let texts = messages.iter().flat_map(|message| &message.texts);
    let mut all: BTreeSet<String> = texts.flat_map(|text| words(text)).collect();
    for (word, _) in SHARED {
        all.remove(*word);
    }
    all
}

/// The English words that the site in Welsh says, each with where and in what.
fn english_on(site: &Site) -> Vec<String> {
    let english = english_words();
    let mut found = Vec::new();
    let mut look = |place: &str, piece: &str| {
        let here: Vec<String> = words(piece).intersection(&english).cloned().collect();
        if !here.is_empty() {
            let piece: String = piece.trim().chars().take(120).collect();
            found.push(format!("{place}: {} in “{piece}”", here.join(", ")));
        }
    };
    for route in site.routes() {
        let bytes = site.render(route).expect("a page");
        let file = match route.as_str() {
            page if page.ends_with('/') => format!("{page}index.html"),
            file => file.to_owned(),
        };
        for piece in pieces(file.trim_start_matches('/'), &bytes) {
            look(&file, &piece);
        }
    }
    for record in site.search_records() {
        let about = record.about.into_iter().map(|(_, value)| value);
        let facets = record.facets.into_iter().flat_map(|(_, values)| values);
        for piece in record.passages.into_iter().chain([record.title]).chain(about).chain(facets) {
            look(&format!("search: {}", record.path), &piece);
        }
    }
    found
}

/// The site in Welsh, with a theme.
fn welsh(theme: &str) -> Folder {
    let folder = folder(WELSH);
    let settings = fs::read_to_string(folder.path().join("site.toml")).expect("the settings");
    let line = "theme = \"plain\"\n";
    assert!(settings.contains(line), "{settings}");
    folder.write("site.toml", settings.replace(line, &format!("theme = \"{theme}\"\n")));
    folder
}

/// What few sites have to say: of what is missing, doubtful, or was before.
const RARE: [(&str, &str); 4] = [
    (
        "content/authorities/glan-aberwen/authority.md",
        "name: Glan Aberwen\nsuccessors: [aberwen]\ndelivery:\n  - {name: Ysgolion Glan, from: 2009, to: 2011-22}\n\
         aliases: [/glan/]\ninspections:\n  - {on_site: 2010-05, framework: FfAC}\n",
    ),
    (
        "content/authorities/llan/authority.md",
        "name: Llan\ninspections:\n  - {on_site: 2012-21, overall: anfoddhaol}\n  - {published: 2016-08-01}\n",
    ),
    (
        "content/authorities/llan/drafft.md",
        "kind: ymweliad-monitro\nvisit: 9\non_site: 2013-24\ndated: 2014-08-30\ndraft: true\n",
    ),
    (
        "content/authorities/llan/ymweliad-5.md",
        "kind: ymweliad-monitro\nvisit: 5\non_site: 2014-05\ndated: 2014-05-30\nmeasures:\n\
         \x20 - {id: a, label: Dysgu, unit: count, better: neither, points: {2013: 1000}}\n\
         \x20 - {id: b, label: Dysgu, unit: percent, better: lower, points: {2012: 1, 2013: 2}}\n",
    ),
];

/// The site in Welsh, a site with rare things on it, and one with nothing on it, not even a regulator.
fn sites(theme: &str) -> [Site; 3] {
    let whole = welsh(theme);
    let rare = welsh(theme);
    for (path, front_matter) in RARE {
        rare.write(path, format!("---\n{front_matter}---\n"));
    }
    let bare = Folder::new();
    bare.copy_file(&whole.path().join("vocabulary.toml"), "vocabulary.toml");
    let settings = fs::read_to_string(whole.path().join("site.toml")).expect("the settings");
    let (before, after) = settings.split_once("[regulator]").expect("the regulator");
    let (_, after) = after.split_once("\n\n").expect("its end");
    bare.write("site.toml", format!("{before}{after}"));
    bare.write("content/pages/ynglyn.md", "---\ntitle: Llythyrau\n---\n");
    [whole, rare, bare].map(|folder| {
        let options = LoadOptions { drafts: true, ..LoadOptions::default() };
        let (site, report) = Site::load(folder.path(), &options).expect("a site");
        assert!(!report.has_errors(), "{:#?}", report.diagnostics());
        site
    })
}

#[test]
fn a_site_in_welsh_says_nothing_in_english() {
    let mut found = Vec::new();
    for theme in THEMES {
        for site in sites(theme) {
            found.extend(english_on(&site).into_iter().map(|it| format!("{theme}: {it}")));
        }
    }
    assert!(found.is_empty(), "{} places\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_site_in_welsh_says_which_language_it_is_in() {
    for (path, bytes) in published(WELSH, "gazette") {
        let text = String::from_utf8_lossy(&bytes);
        if path.ends_with(".html") {
            assert!(text.contains("<html lang=\"cy\""), "{path}: {text}");
        } else if path.ends_with("feed.xml") {
            assert!(text.contains("xml:lang=\"cy\""), "{path}: {text}");
        } else if path.ends_with("feed.json") || path == "data/site.json" {
            assert!(text.contains("\"language\":\"cy\""), "{path}: {text}");
        }
    }
}

/// Each message has a word that no Welsh text has: were it left, the test above would tell.
#[test]
fn each_english_message_would_be_noticed() {
    let english = english_words();
    let unnoticed: Vec<String> = english_messages_without(&english);
    assert!(unnoticed.is_empty(), "{}", unnoticed.join("\n"));
}

fn english_messages_without(noticed: &BTreeSet<String>) -> Vec<String> {
    let all = english().into_iter();
    let unnoticed = all.filter(|message| {
        let said: BTreeSet<String> = message.texts.iter().flat_map(|text| words(text)).collect();
        let is_shared = |word: &String| SHARED.iter().any(|(shared, _)| shared == word);
        !said.is_empty()
            && said.is_disjoint(noticed)
            && !said.iter().all(|word| is_shared(word) && word.len() > 2)
    });
    unnoticed.map(|message| format!("{}: {}", message.id, message.texts.join(" … "))).collect()
}

/// The test of a site in Welsh finds a single message that was left in English.
#[test]
fn one_message_in_english_is_found() {
    let messages = english();
    for text in ["Skip to main content", "Home", "Letters"] {
        let message = messages.iter().find(|it| it.texts == [text]);
        let id = &message.unwrap_or_else(|| panic!("no message says {text}")).id;
        let folder = welsh("gazette");
        folder.write("i18n/cy.ftl", format!("{id} = {text}\n"));
        let (site, report) = folder.load();
        assert!(!report.has_errors(), "{:#?}", report.diagnostics());
        let found = english_on(&site);
        assert!(found.iter().any(|it| it.ends_with(&format!("in “{text}”"))), "{text}: {found:?}");
    }
}

#[test]
fn what_both_languages_share_is_in_the_english_table() {
    let texts: Vec<String> = english().into_iter().flat_map(|message| message.texts).collect();
    let words: BTreeSet<String> = texts.iter().flat_map(|text| words(text)).collect();
    let needless: Vec<&str> =
        SHARED.iter().map(|(word, _)| *word).filter(|word| !words.contains(*word)).collect();
    assert!(needless.is_empty(), "{needless:?}");
}
