//! The list of what was published, which says whose the files in the output folder are.

use std::fs::{self, File};
use std::path::Path;
use std::time::UNIX_EPOCH;

use letterpress::publish::{ForeignFiles, Output, PublishError, Request};
use tempfile::TempDir;
use xxhash_rust::xxh3::xxh3_128;

/// What is in the output folder: one file in it, and one in a folder of its own.
const FILES: [(&str, &str); 2] = [("index.html", "<p>One"), ("sub/index.html", "<p>Two")];

thread_local! {
    static AROUND: TempDir = around();
}

/// A manifest with a true hash of itself behind it, and one without: the folder is ours to replace only if each of
/// its files is listed as it is, and no path leads elsewhere.
pub(super) fn manifest(text: &str) {
    let listed = format!("letterpress manifest 4\nwritten 0\n{text}");
    let whole = format!("{listed}end {:032x}\n", xxh3_128(listed.as_bytes()));
    AROUND.with(|around| {
        look(around.path(), text);
        look(around.path(), &whole);
    });
}

fn look(around: &Path, manifest: &str) {
    let list = around.join(".letterpress/public.manifest");
    fs::write(&list, manifest).expect("a file");
    let file = File::options().write(true).open(&list).expect("the file");
    file.set_modified(UNIX_EPOCH).expect("the time that it names");
    let (root, folder) = (around.join("site"), around.join("public"));
    let request =
        Request { root: &root, folder: &folder, home: None, foreign_files: ForeignFiles::Refuse };
    match Output::look(&request) {
        Ok(output) => {
            assert!(FILES.iter().all(|file| is_listed(manifest, file)), "{manifest}");
            let leads_out =
                |path: &str| path.starts_with('/') || path.split('/').any(|it| it == "..");
            assert!(!manifest.lines().filter_map(path).any(leads_out), "{manifest}");
            let published = output.published("sub").expect("the file is there");
            assert_eq!(published.into_keys().collect::<Vec<_>>(), ["sub/index.html"]);
        }
        Err(PublishError::Refused(refusal)) => assert!(!refusal.to_string().is_empty()),
        Err(error) => panic!("{error}"),
    }
}

fn path(line: &str) -> Option<&str> {
    line.splitn(3, ' ').nth(2)
}

fn is_listed(manifest: &str, (name, text): &(&str, &str)) -> bool {
    manifest.lines().filter(|line| path(line) == Some(name)).any(|line| {
        let mut parts = line.split(' ');
        let hash = parts.next().and_then(|it| u128::from_str_radix(it, 16).ok());
        hash == Some(xxh3_128(text.as_bytes()))
            && parts.next().and_then(|it| it.parse().ok()) == Some(text.len())
    })
}

fn around() -> TempDir {
    let around = tempfile::tempdir().expect("a temporary folder");
    for folder in [".letterpress", "site", "public/sub"] {
        fs::create_dir_all(around.path().join(folder)).expect("a folder");
    }
    for (name, text) in FILES {
        fs::write(around.path().join("public").join(name), text).expect("a file");
    }
    around
}
