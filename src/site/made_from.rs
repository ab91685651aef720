//! What a site is made from, as one number.

use xxhash_rust::xxh3::Xxh3;

use super::LoadOptions;
use super::setup::Setup;
use crate::model::{Theme, ThemeAsset};
use crate::read::{Source, Sources};

/// A number that is the same only for the same settings, theme, options and content: all that a site follows from, but
/// for the program itself.
pub(super) fn fingerprint(setup: &Setup, options: &LoadOptions, content: &Sources) -> u128 {
    let mut hash = Parts(Xxh3::new());
    hash.part(format!("{options:?}"));
    hash.part(&*setup.source.text);
    theme(&mut hash, &setup.theme);
    for (path, source) in content {
        hash.part(path);
        match source {
            Source::Text(text) => hash.part(&*text.text),
            Source::Asset(bytes) => hash.part(bytes),
            Source::Problem(problem) => hash.part(format!("{problem:?}")),
        }
    }
    hash.0.digest128()
}

fn theme(hash: &mut Parts, theme: &Theme) {
    let Theme { layers, files, options } = theme;
    for layer in layers {
        hash.part(&layer.folder);
        for template in &layer.templates {
            hash.part(&template.path);
            hash.part(&*template.text);
        }
    }
    for (name, file) in files {
        hash.part(name);
        match file {
            ThemeAsset::Copied { path, bytes } => {
                hash.part(path);
                hash.part(bytes);
            }
            ThemeAsset::Made { path } => hash.part(path),
        }
    }
    hash.part(format!("{options:?}"));
}

/// Hashes parts one after the other, each with its length, so that none can pass for two.
struct Parts(Xxh3);

impl Parts {
    fn part(&mut self, bytes: impl AsRef<[u8]>) {
        let bytes = bytes.as_ref();
        self.0.update(&bytes.len().to_le_bytes());
        self.0.update(bytes);
    }
}
