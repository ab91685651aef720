//! Links of the content that lead nowhere.

use std::sync::Arc;

use super::{LinkProblem, Plan};
use crate::diagnostics::{Diagnostic, Place, SourceText};
use crate::model::{Archive, Prose};
use crate::parse::markdown::inline_links;
use crate::parse::{At, place_of};

/// Looks at every link of every body and of every text in Markdown.
pub(super) fn check(archive: &Archive, plan: &Plan) -> Vec<Diagnostic> {
    let mut links = DeadLinks { plan, problems: Vec::new() };
    for authority in &archive.authorities {
        links.body(&authority.source, &authority.body);
        let events = At::Root.key("events");
        for (place, event) in authority.events.iter().enumerate() {
            links.text(&authority.source, events.item(place).key("text"), &event.text);
        }
        let visits = At::Root.key("visits");
        for (place, visit) in authority.visits.iter().enumerate() {
            let note = visit.note.as_deref().unwrap_or("");
            links.text(&authority.source, visits.item(place).key("note"), note);
        }
    }
    for letter in &archive.letters {
        links.body(&letter.source, &letter.body);
        let findings = At::Root.key("findings");
        for (place, finding) in letter.findings.iter().enumerate() {
            links.text(&letter.source, findings.item(place).key("text"), &finding.text);
        }
    }
    for topic in &archive.topics {
        links.body(&topic.source, &topic.body);
    }
    for page in &archive.pages {
        links.body(&page.source, &page.body);
    }
    links.problems
}

struct DeadLinks<'a> {
    plan: &'a Plan,
    problems: Vec<Diagnostic>,
}

impl DeadLinks<'_> {
    fn body(&mut self, source: &Arc<SourceText>, body: &Prose) {
        for link in &body.links {
            if let Err(problem) = self.plan.resolve(&source.path, &link.destination) {
                let place = Place::span(source, link.range.clone());
                self.problems.push(diagnostic(place, &link.destination, &problem));
            }
        }
    }

    fn text(&mut self, source: &Arc<SourceText>, at: At<'_>, text: &str) {
        for link in inline_links(text) {
            if let Err(problem) = self.plan.resolve(&source.path, &link.destination) {
                let place = place_of(source, at);
                self.problems.push(diagnostic(place, &link.destination, &problem));
            }
        }
    }
}

fn diagnostic(place: Place, destination: &str, problem: &LinkProblem) -> Diagnostic {
    let (code, message) = match problem {
        LinkProblem::UnsafeScheme(_) => {
            ("unsafe-link", format!("the link `{destination}` is not safe: {problem}"))
        }
        _ => ("dead-link", format!("the link `{destination}` is dead: {problem}")),
    };
    Diagnostic::error(code, place, message).help(problem.help())
}
