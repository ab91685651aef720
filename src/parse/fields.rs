//! From what an editor wrote to what it means, value by value, with a problem where it means nothing.

use std::ops::Range;
use std::sync::Arc;

use super::front_matter::Refused;
use super::heading_anchors::is_reserved_anchor;
use super::raw::RawProgress;
use super::{At, place_of, range_of, rules, suggest_instead};
use crate::diagnostics::{Applicability, Diagnostic, Place, Rule, SourceText};
use crate::model::{Progress, Slug, Vocabulary, is_plain_path};

/// The file whose values are being read, and what was found wrong with them.
pub(super) struct Fields<'a> {
    pub(super) source: &'a Arc<SourceText>,
    pub(super) problems: &'a mut Vec<Diagnostic>,
    pub(super) refused: &'a Refused,
    pub(super) vocabulary: &'a Vocabulary,
}

/// What `aliases` lists.
#[derive(Default)]
pub(super) struct Aliases {
    pub(super) names: Vec<String>,
    pub(super) old_urls: Vec<String>,
}

impl Fields<'_> {
    /// Adds a problem with the value at this place.
    pub(super) fn problem(
        &mut self,
        rule: &'static Rule,
        at: At<'_>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let place = place_of(self.source, at);
        self.problems.push(rule.at(place, message).help(help));
    }

    /// A text, or nothing where it is empty.
    pub(super) fn text(&self, raw: Option<String>) -> Option<String> {
        let text = raw?;
        let trimmed = text.trim();
        let text = if trimmed.len() == text.len() { text } else { trimmed.to_owned() };
        Some(text).filter(|text| !text.is_empty())
    }

    /// The texts of a list, without the empty ones.
    pub(super) fn texts(&self, raw: Option<Vec<String>>) -> Vec<String> {
        let mut texts: Vec<String> =
            raw.into_iter().flatten().filter_map(|text| self.text(Some(text))).collect();
        texts.shrink_to_fit();
        texts
    }

    /// A text that must be there.
    pub(super) fn required_text(&mut self, at: At<'_>, raw: Option<String>) -> String {
        self.text(raw).unwrap_or_else(|| {
            self.missing(at);
            String::new()
        })
    }

    /// A name that can stand in a URL, where there is one.
    pub(super) fn slug(&mut self, at: At<'_>, raw: Option<String>) -> Option<Slug> {
        // It is the name of something else, which may be called otherwise.
        self.slug_or_nearest(at, raw, |_| Applicability::MaybeIncorrect)
    }

    fn slug_or_nearest(
        &mut self,
        at: At<'_>,
        raw: Option<String>,
        applicability: impl Fn(&str) -> Applicability,
    ) -> Option<Slug> {
        let written = self.text(raw)?;
        Some(Slug::parse(&written).unwrap_or_else(|| {
            // A letter is named without the ending of its file.
            let nearest = Slug::from_text(written.strip_suffix(".md").unwrap_or(&written));
            let example = nearest.as_ref().map_or_else(String::new, |slug| format!(": `{slug}`"));
            let message = format!("`{written}` is not a name that can stand in a web address");
            let help = format!("use small letters, digits and hyphens{example}");
            let problem = rules::BAD_SLUG.at(place_of(self.source, at), message).help(help);
            self.problems.push(match &nearest {
                Some(slug) => {
                    suggest_instead(problem, at, (slug.to_string(), applicability(&written)))
                }
                None => problem,
            });
            nearest.unwrap_or_else(Slug::placeholder)
        }))
    }

    /// The anchor of a finding: a name that no part of the page takes for itself.
    pub(super) fn anchor(&mut self, at: At<'_>, raw: Option<String>) -> Option<Slug> {
        // Words with spaces and capitals are the same name; other signs may have said something.
        let is_plain = |it: char| it.is_ascii_alphanumeric() || " -_".contains(it);
        let applicability = |written: &str| match written.chars().all(is_plain) {
            true => Applicability::MachineApplicable,
            false => Applicability::MaybeIncorrect,
        };
        let slug = self.slug_or_nearest(at, raw, applicability)?;
        if is_reserved_anchor(slug.as_str()) {
            let message = format!("`{slug}` is a name that the page itself needs");
            let help = "choose another, in words of the finding";
            self.problem(rules::RESERVED_ID, at, message, help);
        }
        Some(slug)
    }

    /// Anchors that a finding had before.
    pub(super) fn anchors(&mut self, at: At<'_>, raw: Option<Vec<String>>) -> Vec<Slug> {
        let items = raw.into_iter().flatten().enumerate();
        items.filter_map(|(index, written)| self.anchor(at.item(index), Some(written))).collect()
    }

    /// The topics of a finding, or of a measure. A title in place of a file's name is taken for it, where
    /// the two are alike; what is no topic is for a rule to report.
    pub(super) fn topics(&mut self, at: At<'_>, raw: Option<Vec<String>>) -> Vec<Slug> {
        let raw = raw.unwrap_or_default();
        let mut topics: Vec<Slug> = Vec::with_capacity(raw.len());
        for (index, written) in raw.into_iter().enumerate() {
            let topic = self.name(at.item(index), Some(written)).unwrap_or_else(Slug::placeholder);
            if topics.contains(&topic) {
                let message = format!("`{topic}` stands here twice");
                let help = "keep one of the two";
                self.problem(rules::DUPLICATE_TOPIC, at.item(index), message, help);
            }
            topics.push(topic);
        }
        topics
    }

    /// What a topic's file or an authority's folder is called; or its name, which is taken for that.
    pub(super) fn name(&mut self, at: At<'_>, raw: Option<String>) -> Option<Slug> {
        let written = self.text(raw)?;
        Slug::from_text(&written).or_else(|| self.slug(at, Some(written)))
    }

    /// Several of these.
    pub(super) fn names(&mut self, at: At<'_>, raw: Option<Vec<String>>) -> Vec<Slug> {
        let raw = raw.unwrap_or_default();
        let mut slugs = Vec::with_capacity(raw.len());
        for (index, written) in raw.into_iter().enumerate() {
            slugs.extend(self.name(at.item(index), Some(written)));
        }
        slugs
    }

    /// How a letter puts the progress.
    pub(super) fn progress(&mut self, at: At<'_>, raw: Option<RawProgress>) -> Option<Progress> {
        let RawProgress { words, level } = raw?;
        Some(Progress {
            words: self.required_text(at.key("words"), words),
            level: self.word(at.key("level"), level),
        })
    }

    /// The address of a page elsewhere, where there is one.
    pub(super) fn web_address(&mut self, at: At<'_>, raw: Option<String>) -> Option<String> {
        let written = self.text(raw)?;
        let is_web = written.starts_with("https://") || written.starts_with("http://");
        if !is_web || written.contains(char::is_whitespace) {
            let message = format!("`{written}` is not the address of a page on the web");
            let help = match () {
                () if is_web => "copy it again, with `%20` in the place of each space",
                () if !written.contains(['.', '/']) => {
                    "copy the whole address, from `https://` on; `none` is for a letter without a public copy"
                }
                () => "copy the whole address, from `https://` on",
            };
            self.problem(rules::BAD_ADDRESS, at, message, help);
        }
        Some(written)
    }

    /// Takes `aliases` apart: what begins with a slash is an old URL of this site, and all else is a
    /// name.
    pub(super) fn aliases(&mut self, at: At<'_>, raw: Option<Vec<String>>) -> Aliases {
        let mut aliases = Aliases::default();
        for (index, alias) in raw.into_iter().flatten().enumerate() {
            if !alias.starts_with('/') {
                aliases.names.extend(self.text(Some(alias)));
            } else if is_old_url(&alias) {
                aliases.old_urls.push(alias);
            } else {
                let message = format!("`{alias}` is not an address on this site");
                let help = "use letters, digits, hyphens, dots and slashes only";
                self.problem(rules::BAD_ALIAS, at.item(index), message, help);
            }
        }
        aliases
    }

    /// The `aliases` of a file whose subject goes by one name: old URLs only.
    pub(super) fn old_urls(&mut self, at: At<'_>, raw: Option<Vec<String>>) -> Vec<String> {
        let aliases = self.aliases(at, raw);
        for name in aliases.names {
            let message = format!("`{name}` is not an address on this site");
            let help = "write the old address from its first slash on: `/sunderland/visit-6/`";
            self.problem(rules::BAD_ALIAS, at, message, help);
        }
        aliases.old_urls
    }

    /// Reports a value that must be there; but not one that is and was refused for its form, nor one
    /// whose key is only misspelt.
    pub(super) fn missing(&mut self, at: At<'_>) {
        if range_of(self.source, at).is_some_and(|range| self.has_problem_in(&range)) {
            return;
        }
        if let At::Key(parent, key) = at
            && (self.refused.misspelt.contains(&key) || self.is_refused(*parent))
        {
            return;
        }
        if let At::Key(parent, key) = at
            && range_of(self.source, at).is_some()
        {
            let place = place_of(self.source, At::Name(parent, key));
            let behind = place.line().map_or("", |[_, _, behind]| behind);
            let (message, help) = if behind.contains('#') {
                (
                    "what stands behind it is a note to oneself",
                    "put a text that begins with `#` in quotes".to_owned(),
                )
            } else {
                ("nothing stands behind it", format!("write the value behind `{key}:`"))
            };
            let message = format!("`{key}` is missing: {message}");
            self.problems.push(rules::MISSING_KEY.at(place, message).help(help));
            return;
        }
        let (place, key) = match at {
            At::Key(parent, key) => (self.place_without(*parent), key),
            at => (place_of(self.source, at), "this"),
        };
        let message = format!("`{key}` is missing");
        self.problems.push(
            rules::MISSING_KEY
                .at(place, message)
                .help(format!("add a line `{key}:` with its value")),
        );
    }

    /// Whether the whole of a value was refused for its form.
    fn is_refused(&self, at: At<'_>) -> bool {
        range_of(self.source, at)
            .is_some_and(|range| self.refused.wrong_types.contains(&range.start))
    }

    fn has_problem_in(&self, range: &Range<usize>) -> bool {
        self.problems.iter().any(|problem| match &problem.place {
            Place::Span(source, words) => {
                Arc::ptr_eq(source, self.source)
                    && words.start >= range.start
                    && words.end <= range.end
            }
            Place::File(_) | Place::Nowhere => false,
        })
    }

    /// The place of the map that a key is missing from.
    fn place_without(&self, parent: At<'_>) -> Place {
        match parent {
            At::Root => Place::start_of(self.source),
            parent => place_of(self.source, parent),
        }
    }
}

/// Whether this is a path that an old page can have had: parts of plain characters, no part that leads
/// elsewhere.
fn is_old_url(url: &str) -> bool {
    let path = url.strip_prefix('/').unwrap_or("");
    let path = path.strip_suffix('/').unwrap_or(path);
    is_plain_path(path)
}
