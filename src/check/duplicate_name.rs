//! `duplicate-name` and `duplicate-code`: two authorities have one name, or one code.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, rules};
use crate::index::Indexes;
use crate::model::{Archive, Authority, council_name};
use crate::parse::{At, place_of};

rules! {
    Error NAME = "duplicate-name" {
        about: "Readers know authorities by their names, so no two have one. Capitals and spaces make no other name.",
        example: "name: Medway   # another authority has it too",
        fix: "name: Medway Towns",
    }
    Error CODE = "duplicate-code" {
        about: "Programs join data by an authority's codes, so no two have one.",
        example: "gss_code: E06000035   # another authority has it too",
        fix: "gss_code: E06000036",
    }
}

/// Which of its values names an authority.
type NamingValue<'a> = fn(&'a Authority) -> Option<&'a str>;

pub(super) fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
    let name: NamingValue<'_> = |authority| Some(&authority.name);
    let gss_code: NamingValue<'_> = |authority| authority.gss_code.as_deref();
    let la_code: NamingValue<'_> = |authority| authority.la_code.as_deref();
    let ofsted_urn: NamingValue<'_> = |authority| authority.ofsted_urn.as_deref();
    let mut problems = Vec::new();
    for (rule, key, value) in [
        (NAME, "name", name),
        (CODE, "gss_code", gss_code),
        (CODE, "la_code", la_code),
        (CODE, "ofsted_urn", ofsted_urn),
    ] {
        let mut first: BTreeMap<String, &Authority> = BTreeMap::new();
        for authority in &archive.authorities {
            // A name that is missing is told already.
            let Some(written) = value(authority).filter(|written| !written.is_empty()) else {
                continue;
            };
            let known = council_name::key(written);
            let Some(other) = first.get(&known) else {
                first.insert(known, authority);
                continue;
            };
            let place = place_of(&authority.source, At::Root.key(key));
            let message = format!("`{written}` is the `{key}` of `{}` too", other.source.path);
            let help =
                "correct one of the two; or put both files together, if they are on one authority";
            problems.push(rule.at(place, message).help(help));
        }
    }
    problems
}
