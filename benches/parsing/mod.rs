//! The least that reading a site can cost: what any program needs that looks into each file.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use pulldown_cmark::{Parser, html};
use rayon::prelude::*;
use walkdir::WalkDir;

/// How long it takes to read every file, its front matter as YAML and its text as Markdown, on all cores;
/// with the same parsers as the program, and nothing looked at or kept.
pub(crate) fn time(root: &Path) -> Duration {
    let start = Instant::now();
    let files: Vec<PathBuf> = WalkDir::new(root.join("content"))
        .into_iter()
        .map(|entry| entry.expect("a readable folder"))
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    files.par_iter().for_each(|path| parse(path));
    start.elapsed()
}

fn parse(path: &Path) {
    let text = fs::read_to_string(path).expect("a text");
    let (front_matter, body) = text
        .strip_prefix("---\n")
        .and_then(|text| text.split_once("\n---\n"))
        .expect("front matter and a text");
    let front_matter: serde_yaml::Value = serde_yaml::from_str(front_matter).expect("YAML");
    let mut page = String::new();
    html::push_html(&mut page, Parser::new(body));
    black_box((front_matter, page));
}
