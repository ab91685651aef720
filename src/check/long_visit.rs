//! `long-visit`: a visit of more than a month.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::{Date, Item};
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "long-visit" {
        about: "Inspectors are on site for a few days. A visit of more than a month has a wrong date, more often than not.",
        example: "on_site: 2018-01-23/2018-03-24",
        fix: "on_site: 2018-01-23/2018-01-24",
    }
}

/// More days than any visit takes.
const LONGEST: i32 = 31;

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, _) = item.body();
    let problem = |on_site: &Date, at: At<'_>| {
        let days = on_site.least_days_between();
        (days > LONGEST).then(|| {
            let message = format!("the first and the last day of the visit are {days} days apart");
            let help = "look at the month and the year of both dates";
            RULE.at(place_of(source, at), message).help(help)
        })
    };
    match item {
        Item::Letter(letter) => {
            problem(&letter.on_site, At::Root.key("on_site")).into_iter().collect()
        }
        Item::Authority(authority) => {
            let visits = At::Root.key("visits");
            let known = authority.visits.iter().enumerate();
            known
                .filter_map(|(index, visit)| {
                    problem(visit.on_site.as_ref()?, visits.item(index).key("on_site"))
                })
                .collect()
        }
        Item::Topic(_) | Item::Page(_) => Vec::new(),
    }
}
