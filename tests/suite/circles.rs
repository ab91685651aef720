//! Files of a stage: none names another that names it, by way of others or not.
//!
//! A `mod.rs` conducts the files of its folder and holds what they have in common: what it names below itself is not
//! counted.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use crate::architecture::rust_files;

/// The names on the way to a module or an item: `publish`, `staging`.
type Names = Vec<String>;

/// What the code of a module names, and what it passes on that is another's.
#[derive(Default)]
struct Module {
    named: Vec<Names>,
    passed_on: BTreeMap<String, Names>,
}

fn names(path: &str) -> Names {
    path.split("::").map(|name| name.trim().to_owned()).collect()
}

/// The paths of a `use`: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expand(before: &str, tree: &str, paths: &mut Vec<Names>) {
    let (mut depth, mut start) = (0, 0);
    for (at, letter) in tree.char_indices().chain([(tree.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = tree[start..at].trim();
                start = at + 1;
                match part.split_once('{') {
                    Some((way, group)) => {
                        expand(&format!("{before}{way}"), group.trim_end_matches('}'), paths);
                    }
                    None if part.is_empty() => {}
                    None => {
                        let part = part.split(" as ").next().expect("a first part");
                        paths.push(names(&format!("{before}{part}")));
                    }
                }
            }
            _ => {}
        }
    }
}

fn modules() -> BTreeMap<Names, Module> {
    let comment = Regex::new(r"//.*").expect("a pattern");
    let used = Regex::new(r"\b(pub(?:\([^)]*\))?\s+)?use\s+([^;]*);").expect("a pattern");
    let path = Regex::new(r"\b[a-z_]+(?:::\w+)+").expect("a pattern");
    let mut modules = BTreeMap::new();
    for (file, text) in rust_files() {
        let way = file.with_extension("");
        let way = way.to_str().expect("a name").trim_end_matches("/mod").replace('/', "::");
        let code = comment.replace_all(&text, "");
        let mut module = Module::default();
        for statement in used.captures_iter(&code) {
            let mut paths = Vec::new();
            expand("", &statement[2], &mut paths);
            match statement.get(1) {
                None => module.named.extend(paths),
                Some(_) => module
                    .passed_on
                    .extend(paths.into_iter().map(|it| (it.last().expect("a name").clone(), it))),
            }
        }
        let rest = used.replace_all(&code, "");
        module.named.extend(path.find_iter(&rest).map(|it| names(it.as_str())));
        modules.insert(names(&way), module);
    }
    modules
}

/// The module whose item a path means, as seen from a module.
fn meant(
    modules: &BTreeMap<Names, Module>,
    from: &[String],
    path: &[String],
    passed_on_at_most: usize,
) -> Option<Names> {
    let (mut base, mut rest) = match path.first()?.as_str() {
        "crate" => (Vec::new(), &path[1..]),
        _ => (from.to_vec(), path),
    };
    loop {
        match rest.first().map(String::as_str) {
            Some("super") => {
                base.pop()?;
            }
            Some("self") => {}
            Some(name) => {
                let inner: Names = base.iter().cloned().chain([name.to_owned()]).collect();
                if modules.contains_key(&inner) {
                    base = inner;
                } else {
                    let passed_on = modules.get(&base).and_then(|it| it.passed_on.get(name));
                    let elsewhere = passed_on.filter(|_| passed_on_at_most > 0);
                    return match elsewhere {
                        Some(path) => meant(modules, &base, path, passed_on_at_most - 1),
                        None => modules.contains_key(&base).then_some(base),
                    };
                }
            }
            None => return modules.contains_key(&base).then_some(base),
        }
        rest = &rest[1..];
    }
}

/// All that a module comes to name, by way of others too.
fn reached<'a>(
    from: &'a Names,
    named: &'a BTreeMap<Names, BTreeSet<Names>>,
    known: &mut BTreeSet<&'a Names>,
) {
    for name in named.get(from).into_iter().flatten() {
        if known.insert(name) {
            reached(name, named, known);
        }
    }
}

#[test]
fn no_file_names_one_that_names_it() {
    let modules = modules();
    let mut named: BTreeMap<Names, BTreeSet<Names>> = BTreeMap::new();
    for (from, module) in &modules {
        let all = module.named.iter().filter_map(|path| meant(&modules, from, path, 8));
        let others = all.filter(|it| !it.starts_with(from) && it.first() == from.first());
        named.insert(from.clone(), others.collect());
    }
    let count: usize = named.values().map(BTreeSet::len).sum();
    assert!(count > 300, "{count} arrows are looked at");
    let in_circles = named.keys().filter(|from| {
        let mut known = BTreeSet::new();
        reached(from, &named, &mut known);
        known.contains(from)
    });
    let in_circles: Vec<String> = in_circles.map(|it| it.join("::")).collect();
    assert!(in_circles.is_empty(), "these name one another:\n{}", in_circles.join("\n"));
}
