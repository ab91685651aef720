//! The corpus as a site of Hugo's, with templates that make the same kinds of pages as ours.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::{Authority, Corpus, Letter, quoted, write};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/benches/corpus/hugo");

/// Hugo divides a topic's pages after so many letters, not after so many findings.
const FINDINGS_OF_A_PAGE: usize = 100;

/// Writes the site into a folder.
pub(crate) fn write_site(corpus: &Corpus, root: &Path) -> io::Result<()> {
    fs::create_dir_all(root.join("layouts/authorities"))?;
    fs::create_dir_all(root.join("layouts/topics"))?;
    TEMPLATES.extract(root)?;
    let settings = fs::read_to_string(root.join("hugo.toml"))?;
    let per_page = format!("pagerSize = {}", letters_of_a_page(corpus));
    write(root, "hugo.toml", &settings.replace("pagerSize = 10", &per_page))?;
    write(root, "content/about.md", "---\ntitle: About\n---\nA corpus to measure with.\n")?;
    for (slug, title) in Corpus::topics() {
        let text = format!("---\ntitle: {title}\n---\nFindings on this topic.\n");
        write(root, &format!("content/topics/{slug}/_index.md"), &text)?;
    }
    let authorities: Vec<Authority> = corpus.authorities().collect();
    for authority in &authorities {
        let path = format!("content/authorities/{}/_index.md", authority.slug);
        write(root, &path, &authority_file(authority))?;
    }
    for letter in corpus.letters() {
        let authority = &authorities[letter.authority];
        write(root, &path(authority, &letter), &letter_file(authority, &letter))?;
    }
    Ok(())
}

/// Where a letter is kept.
pub(crate) fn path(authority: &Authority, letter: &Letter) -> String {
    format!("content/letters/{}/{}.md", authority.slug, letter.slug())
}

/// Where a letter is published.
pub(crate) fn address(authority: &Authority, letter: &Letter) -> String {
    format!("/letters/{}/{}/", authority.slug, letter.slug())
}

/// Where a topic's newest findings are published.
pub(crate) fn topic_address(topic: &str) -> String {
    format!("/topics/{topic}/")
}

/// So many that a page has about a hundred findings.
fn letters_of_a_page(corpus: &Corpus) -> usize {
    let (mut findings, mut entries) = (0, 0);
    for letter in corpus.letters() {
        findings += letter.findings.len();
        entries += topics_of(&letter).len();
    }
    (FINDINGS_OF_A_PAGE * entries / findings.max(1)).max(1)
}

fn topics_of(letter: &Letter) -> Vec<&str> {
    let mut topics: Vec<&str> = letter.findings.iter().map(|finding| finding.topic).collect();
    topics.sort_unstable();
    topics.dedup();
    topics
}

fn authority_file(authority: &Authority) -> String {
    let Authority { slug: _, name, inspections } = authority;
    let mut text = format!("---\ntitle: {name}\ninspections:\n");
    for inspection in inspections {
        let _ = writeln!(
            text,
            "  - first_day: {}\n    last_day: {}\n    published: {}\n    overall: inadequate",
            inspection.first_day, inspection.last_day, inspection.published,
        );
    }
    text + &format!("---\nOn {name}.\n")
}

/// A letter, as Hugo and Eleventy read it.
pub(super) fn letter_file(authority: &Authority, letter: &Letter) -> String {
    let Letter { visit, first_day, last_day, dated, inspectors, .. } = letter;
    let (words, level) = letter.progress;
    let mut text = format!(
        "---\ntitle: {name}, visit {visit}\ndate: {dated}\nauthorities: [{slug}]\ntopics: [{topics}]\n\
         visit: {visit}\nfirst_day: {first_day}\nlast_day: {last_day}\nareas: [{areas}]\n\
         source: https://letters.example/{dated}.pdf\n\
         progress:\n  words: {words}\n  level: {level}\ninspectors: [{inspectors}]\nfindings:\n",
        name = authority.name,
        slug = authority.slug,
        topics = topics_of(letter).join(", "),
        areas = letter.areas.join(", "),
        inspectors = inspectors.join(", "),
    );
    for finding in &letter.findings {
        let _ = writeln!(
            text,
            "  - polarity: {}\n    topic: {}\n    text: {}",
            finding.polarity,
            finding.topic,
            quoted(&finding.text)
        );
    }
    text += "measures:\n";
    for measure in &letter.measures {
        let [(earlier, one), (later, other)] = measure.points;
        let _ = writeln!(
            text,
            "  - label: {}\n    unit: {}\n    points:\n      - [{earlier}, {one}]\n      - [{later}, {other}]",
            measure.label, measure.unit,
        );
    }
    format!("{text}---\n{}", letter.body)
}
