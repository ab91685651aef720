//! Small sites, one behaviour each: `tests/sites/NAME/in` builds to what stands in `out`.
//!
//! `out` holds only the files that show the behaviour. To add one, make it empty and run
//! `UPDATE=1 cargo test`; then read the difference. `out/ROUTES` is the list of all addresses.

use std::fs;
use std::path::Path;

use letterpress::plan::Route;

use crate::folder::{entries, is_update, load, repository, tree};

#[test]
fn each_site_builds_to_what_stands_beside_it() {
    let sites = entries(&repository().join("tests/sites"));
    assert!(sites.len() >= 9, "the sites are found");
    let different: Vec<String> = sites.iter().flat_map(|site| differences(site)).collect();
    assert!(
        different.is_empty(),
        "{}\nIf this is what is wanted: UPDATE=1 cargo test, then read the difference.",
        different.join("\n")
    );
}

fn differences(folder: &Path) -> Vec<String> {
    let name = folder.file_name().expect("a name").to_string_lossy();
    let (site, report) = load(&folder.join("in"));
    assert!(!report.has_errors(), "{name}: {:#?}", report.diagnostics());
    let expected = tree(&folder.join("out"));
    assert!(!expected.is_empty(), "{name} shows nothing");
    let mut different = Vec::new();
    for (file, expected) in expected {
        let built = if file == "ROUTES" {
            let routes: Vec<String> = site.routes().iter().map(ToString::to_string).collect();
            (routes.join("\n") + "\n").into_bytes()
        } else {
            site.render(&route(&file)).unwrap_or_else(|error| panic!("{name}: {}", error.message))
        };
        if is_update() {
            fs::write(folder.join("out").join(&file), &built).expect("a file to update");
        } else if built != expected {
            different.push(format!("{name}: {file} is different"));
        }
    }
    different
}

fn route(file: &str) -> Route {
    match file.strip_suffix("index.html") {
        Some(folder) => Route::new(format!("/{folder}")),
        None => Route::new(format!("/{file}")),
    }
}
