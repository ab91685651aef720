//! What a site is made from, as numbers.

use xxhash_rust::xxh3::Xxh3;

use super::LoadOptions;
use super::setup::Setup;
use crate::model::{Theme, ThemeAsset};
use crate::read::{Source, Sources};
use crate::render::MadeFrom;

/// Numbers that are the same only for the same settings, theme, options and content: all that a site follows from, but
/// for the program itself.
pub(super) fn made_from(setup: &Setup, options: &LoadOptions, content: &Sources) -> MadeFrom {
    let mut hash = Parts(Xxh3::new());
    hash.part(format!("{options:?}"));
    hash.part(&*setup.source.text);
    hash.part(setup.vocabulary_source.as_ref().map_or("", |source| &source.text));
    theme(&mut hash, &setup.theme);
    for table in setup.messages.sources() {
        hash.part(&table.path);
        hash.part(&*table.text);
    }
    let setup = hash.0.digest128();
    hash.part(content.len().to_le_bytes());
    for (path, source) in content {
        hash.part(path);
        match source {
            Source::Text(text) => hash.named("text", &*text.text),
            Source::LetterText(text) => hash.named("letter text", &*text.text),
            Source::Asset(bytes) => hash.named("asset", bytes),
            Source::Problem(problem) => hash.named("problem", format!("{problem:?}")),
        }
    }
    MadeFrom { setup, all: hash.0.digest128() }
}

fn theme(hash: &mut Parts, theme: &Theme) {
    let Theme { layers, files, options } = theme;
    hash.part(layers.len().to_le_bytes());
    for layer in layers {
        hash.part(&layer.folder);
        hash.part(layer.templates.len().to_le_bytes());
        for template in &layer.templates {
            hash.part(&template.path);
            hash.part(&*template.text);
        }
    }
    hash.part(files.len().to_le_bytes());
    for (name, file) in files {
        hash.part(name);
        match file {
            ThemeAsset::Copied { path, bytes } => {
                hash.part(path);
                hash.named("copied", bytes);
            }
            ThemeAsset::Made { path } => hash.named("made", path),
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

    /// A part of one of several kinds.
    fn named(&mut self, kind: &str, bytes: impl AsRef<[u8]>) {
        self.part(kind);
        self.part(bytes);
    }
}
