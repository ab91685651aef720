//! The corpus as a site of ours.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use super::{Authority, Corpus, Letter, quoted, write};

/// Whether a site has a search.
#[derive(Clone, Copy)]
pub(crate) enum Search {
    With,
    /// As those of the others have none.
    Without,
}

/// Writes the site into a folder.
pub(crate) fn write_site(corpus: &Corpus, search: Search, root: &Path) -> io::Result<()> {
    let site = format!(
        "title = \"Letters\"\ndescription = \"A corpus to measure with.\"\n\
         base_url = \"https://letters.example/\"\nsize_limit = 1000000\n\n\
         [findings]\nper_page = 100\n\n[search]\nenabled = {}\n",
        matches!(search, Search::With),
    );
    write(root, "site.toml", &site)?;
    write(root, "content/pages/about.md", "---\ntitle: About\n---\nA corpus to measure with.\n")?;
    for (slug, title) in Corpus::topics() {
        let text = format!("---\ntitle: {title}\ngroup: Practice\n---\nFindings on this topic.\n");
        write(root, &format!("content/topics/{slug}.md"), &text)?;
    }
    let authorities: Vec<Authority> = corpus.authorities().collect();
    for (number, authority) in authorities.iter().enumerate() {
        let path = format!("content/authorities/{}/authority.md", authority.slug);
        write(root, &path, &authority_file(number, authority))?;
    }
    for letter in corpus.letters() {
        write(root, &path(&authorities[letter.authority], &letter), &letter_file(&letter))?;
    }
    Ok(())
}

/// Where a letter is kept.
pub(crate) fn path(authority: &Authority, letter: &Letter) -> String {
    format!("content/authorities/{}/{}.md", authority.slug, letter.slug())
}

/// Where a letter is published.
pub(crate) fn address(authority: &Authority, letter: &Letter) -> String {
    format!("/authorities/{}/{}/", authority.slug, letter.slug())
}

/// Where a topic's newest findings are published.
pub(crate) fn topic_address(topic: &str) -> String {
    format!("/findings/{topic}/")
}

fn authority_file(number: usize, authority: &Authority) -> String {
    let Authority { slug: _, name, inspections } = authority;
    let region = ["North East", "North West", "London", "South West"][number % 4];
    let mut text = format!(
        "---\nname: {name}\nformal_name: {name} Council\ngss_code: E{:08}\nla_code: {}\nregion: {region}\n\
         inspections:\n",
        70_000_000 + number,
        1000 + number,
    );
    for inspection in inspections {
        let framework = if inspection.first_day.year() < 2018 { "SIF" } else { "ILACS" };
        let _ = write!(
            text,
            "  - on_site: {}/{}\n    published: {}\n    framework: {framework}\n    overall: inadequate\n    \
             judgements:\n      leadership: inadequate\n",
            inspection.first_day, inspection.last_day, inspection.published,
        );
    }
    text + &format!("---\nOn {name}.\n")
}

fn letter_file(letter: &Letter) -> String {
    let Letter { visit, first_day, last_day, dated, inspectors, .. } = letter;
    let (words, level) = letter.progress;
    let mut text = format!(
        "---\nkind: monitoring-visit\nvisit: {visit}\non_site: {first_day}/{last_day}\ndated: {dated}\n\
         source: https://letters.example/{dated}.pdf\nareas: [{}]\n\
         progress:\n  words: {words}\n  level: {level}\ninspectors:\n",
        letter.areas.join(", "),
    );
    for (place, name) in inspectors.iter().enumerate() {
        let _ = writeln!(text, "  - name: {name}\n    role: Inspector\n    lead: {}", place == 0);
    }
    text += "findings:\n";
    for (place, finding) in letter.findings.iter().enumerate() {
        let _ = writeln!(
            text,
            "  - id: f{}\n    polarity: {}\n    topics: [{}]\n    text: {}",
            place + 1,
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
            "  - id: {}\n    label: {}\n    unit: {}\n    points: {{{earlier}: {one}, {later}: {other}}}",
            measure.id, measure.label, measure.unit,
        );
    }
    format!("{text}---\n{}", letter.body)
}
