//! What a tool has made of the corpus: whether every letter, authority and finding is there.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use crate::corpus::Corpus;

/// What was found in an output folder.
#[derive(Default)]
pub(crate) struct Made {
    letters: usize,
    authorities: usize,
    /// Of the home page, the feed and the sitemap.
    others: usize,
    /// Every finding that an index of a topic links to: `wagtailham/2014-05-01-visit-3#f2`.
    findings: BTreeSet<String>,
    pub(crate) files: usize,
    pub(crate) bytes: u64,
}

impl Made {
    /// Looks at every file. `letters` and `topics` are the folders that hold them.
    pub(super) fn look(
        output: &Path,
        letters: &str,
        topics: &str,
        corpus: &Corpus,
    ) -> io::Result<Self> {
        let mut made = Made::default();
        let authorities: BTreeSet<String> =
            corpus.authorities().map(|authority| authority.slug).collect();
        for entry in WalkDir::new(output) {
            let entry = entry?;
            if !entry.file_type().is_file() {
                continue;
            }
            made.files += 1;
            made.bytes += entry.metadata()?.len();
            let path = entry.path().strip_prefix(output).unwrap_or(output);
            let path = path.to_str().unwrap_or_default();
            let parts: Vec<&str> = path.split('/').collect();
            match parts[..] {
                ["index.html" | "feed.xml" | "sitemap.xml"] => made.others += 1,
                ["authorities", slug, "index.html"] if authorities.contains(slug) => {
                    made.authorities += 1;
                }
                [folder, slug, _, "index.html"]
                    if folder == letters && authorities.contains(slug) =>
                {
                    made.letters += 1;
                }
                [folder, topic, "index.html"] | [folder, topic, "page", _, "index.html"]
                    if folder == topics && Corpus::topics().any(|(slug, _)| slug == topic) =>
                {
                    made.findings.extend(permalinks(&fs::read_to_string(entry.path())?));
                }
                _ => {}
            }
        }
        Ok(made)
    }

    /// Says what is missing, or too much.
    pub(super) fn check(&self, corpus: &Corpus) -> Result<(), String> {
        let authorities: Vec<String> =
            corpus.authorities().map(|authority| authority.slug).collect();
        let (mut letters, mut findings) = (0, BTreeSet::new());
        for letter in corpus.letters() {
            letters += 1;
            let address = format!("{}/{}", authorities[letter.authority], letter.slug());
            findings.extend((1..=letter.findings.len()).map(|place| format!("{address}#f{place}")));
        }
        let same = [
            ("letter pages", self.letters, letters),
            ("authority pages", self.authorities, authorities.len()),
            ("home page, feed and sitemap", self.others, 3),
            ("findings in the indexes of topics", self.findings.len(), findings.len()),
            (
                "of those the right ones",
                self.findings.intersection(&findings).count(),
                findings.len(),
            ),
        ];
        match same.into_iter().find(|(_, found, wanted)| found != wanted) {
            Some((what, found, wanted)) => Err(format!("{what}: {found}, not {wanted}")),
            None => Ok(()),
        }
    }
}

/// The findings that a page links to, whatever is before the last two names of their address.
fn permalinks(html: &str) -> impl Iterator<Item = String> + '_ {
    html.split("href=").skip(1).filter_map(|rest| {
        let rest = rest.trim_start_matches('"');
        let address = rest.split(['"', '>', ' ']).next()?;
        let (path, anchor) = address.split_once('#')?;
        anchor.strip_prefix('f')?.parse::<usize>().ok()?;
        let mut names = path.trim_end_matches('/').rsplit('/');
        let (letter, authority) = (names.next()?, names.next()?);
        Some(format!("{authority}/{letter}#{anchor}"))
    })
}
