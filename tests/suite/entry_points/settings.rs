//! Texts that say what a site is like and what it looks like.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use letterpress::diagnostics::is_forbidden;
use letterpress::{LoadError, LoadOptions, Site};
use tempfile::TempDir;

use super::incremental::site;
use super::is_plain;

thread_local! {
    static SITES: RefCell<Option<[TempDir; 4]>> = const { RefCell::new(None) };
}

/// `site.toml`: it is used, or refused with a problem.
pub(super) fn site_toml(text: &str) {
    SITES.with_borrow_mut(|sites| {
        let [folder, ..] = sites.get_or_insert_with(new);
        load(folder.path(), "site.toml", text);
    });
}

/// A theme's `theme.toml`.
pub(super) fn theme_toml(text: &str) {
    SITES.with_borrow_mut(|sites| {
        let [_, folder, ..] = sites.get_or_insert_with(new);
        load(folder.path(), "themes/ours/theme.toml", text);
    });
}

/// A site's own words.
pub(super) fn vocabulary(text: &str) {
    SITES.with_borrow_mut(|sites| {
        let [_, _, folder, _] = sites.get_or_insert_with(new);
        load(folder.path(), "vocabulary.toml", text);
    });
}

/// What a site's pages say in place of what the program has.
pub(super) fn messages(text: &str) {
    SITES.with_borrow_mut(|sites| {
        let [.., folder] = sites.get_or_insert_with(new);
        load(folder.path(), "i18n/en.ftl", text);
    });
}

fn new() -> [TempDir; 4] {
    let sites = [site(), site(), site(), site()];
    let themed = sites[1].path();
    fs::create_dir_all(themed.join("themes/ours")).expect("a folder");
    fs::write(themed.join("site.toml"), "title = \"Ours\"\ntheme = \"ours\"\n").expect("a file");
    let words = "title = \"Ours\"\n[vocabulary]\nfile = \"vocabulary.toml\"\n";
    fs::write(sites[2].path().join("site.toml"), words).expect("a file");
    fs::create_dir_all(sites[3].path().join("i18n")).expect("a folder");
    sites
}

fn load(folder: &Path, path: &str, text: &str) {
    fs::write(folder.join(path), text).expect("a file");
    match Site::load(folder, &LoadOptions::default()) {
        Ok((site, _)) => {
            let settings = site.settings();
            for said in [&settings.title, &settings.description, &settings.base_url] {
                assert!(!said.contains(is_forbidden), "{said:?}");
            }
            let routes = site.routes();
            assert!(routes.iter().all(|route| is_plain(&route.file())));
            assert!(site.render(routes[0]).is_ok(), "{text}");
        }
        Err(LoadError::Machine(error)) => panic!("{error}"),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}
