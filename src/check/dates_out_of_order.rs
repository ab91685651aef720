//! `dates-out-of-order`: what came later is dated before what came first.

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, SourceText, rules};
use crate::model::{Authority, Date, Item, Letter};
use crate::parse::{At, place_of};

rules! {
    Error RULE = "dates-out-of-order" {
        about: "Inspectors visit, then write, then publish. A date that comes too early is a slip of the pen, here or on the letter itself.",
        example: "on_site: 2020-01-21\ndated: 2019-01-30",
        fix: "on_site: 2020-01-21\ndated: 2020-01-30   # say in the text that the letter prints 2019",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    match item {
        Item::Letter(letter) => of_letter(letter),
        Item::Authority(authority) => of_authority(authority),
        Item::Topic(_) | Item::Page(_) => Vec::new(),
    }
}

fn of_letter(letter: &Letter) -> Vec<Diagnostic> {
    let on_site = Some(&letter.on_site);
    let dated = Some(&letter.dated);
    let published = letter.published.as_ref();
    [
        in_order(
            &letter.source,
            At::Root.key("dated"),
            ("the visit", on_site),
            ("the letter", dated),
        ),
        in_order(
            &letter.source,
            At::Root.key("published"),
            ("the letter", dated),
            ("its publication", published),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn of_authority(authority: &Authority) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let inspections = At::Root.key("inspections");
    for (index, inspection) in authority.inspections.iter().enumerate() {
        let at = inspections.item(index);
        let on_site = ("the inspection", inspection.on_site.as_ref());
        let published = ("its report", inspection.published.as_ref());
        problems.extend(in_order(&authority.source, at.key("published"), on_site, published));
    }
    let visits = At::Root.key("visits");
    for (index, visit) in authority.visits.iter().enumerate() {
        let at = visits.item(index);
        let on_site = ("the visit", visit.on_site.as_ref());
        let published = ("its letter", visit.published.as_ref());
        problems.extend(in_order(&authority.source, at.key("published"), on_site, published));
    }
    let delivery = At::Root.key("delivery");
    for (index, body) in authority.delivery.iter().enumerate() {
        let at = delivery.item(index);
        let (from, to) = (("its beginning", Some(&body.from)), ("its end", body.to.as_ref()));
        problems.extend(in_order(&authority.source, at.key("to"), from, to));
    }
    problems
}

/// A problem where the later of two dates ends before the earlier begins; placed at the later.
fn in_order(
    source: &Arc<SourceText>,
    at: At<'_>,
    (first, earlier): (&str, Option<&Date>),
    (second, later): (&str, Option<&Date>),
) -> Option<Diagnostic> {
    let (earlier, later) = (earlier?, later?);
    let is_in_order = later.latest() >= earlier.earliest();
    // A date that could not be read is reported already.
    if is_in_order || earlier.is_placeholder() || later.is_placeholder() {
        return None;
    }
    let message =
        format!("{second} ({}) comes before {first} ({})", later.words(), earlier.words());
    let help = "look at both dates again; printed dates can be wrong too";
    Some(RULE.at(place_of(source, at), message).help(help))
}
