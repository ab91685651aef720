//! `cms`: the configuration of a browser editor, made from the schemas of front matter.

mod form;
mod pages;
mod sveltia;

use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use letterpress::{LoadOptions, Site};

use super::failure::Failure;
use super::{Outcome, output};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The editor
    #[arg(value_enum)]
    editor: CmsEditor,
    /// The site's folder: the one with `site.toml` in it
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum CmsEditor {
    /// Sveltia CMS: `admin/config.yml`
    Sveltia,
    /// Pages CMS: `.pages.yml`
    Pages,
}

pub(crate) fn run(arguments: &Arguments) -> io::Result<Outcome> {
    print(arguments).or_else(|failure| failure.tell(&arguments.root))
}

fn print(arguments: &Arguments) -> Result<Outcome, Failure> {
    // What is wrong with the content is for `check` to say, and may be what the editor is wanted for.
    let (site, _) = Site::load(&arguments.root, &LoadOptions::default())?;
    let (comment, config) = match arguments.editor {
        CmsEditor::Sveltia => {
            (sveltia::COMMENT, sveltia::config(site.settings(), &site.archive().vocabulary))
        }
        CmsEditor::Pages => (pages::COMMENT, pages::config(site.archive())),
    };
    let yaml = serde_yaml::to_string(&config).map_err(io::Error::other)?;
    output::text(&format!("{comment}\n{yaml}"))?;
    Ok(Outcome::Done)
}
