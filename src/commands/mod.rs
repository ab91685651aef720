//! The commands, and what they have in common: options, exit codes, how problems are told.

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod cms;
pub(crate) mod explain;
mod failure;
pub(crate) mod ids;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod list;
pub(crate) mod new;
mod new_file;
pub(crate) mod output;
mod own_program;
mod pages;
mod process;
mod progress;
mod prompt;
mod replace;
pub(crate) mod schema;
#[cfg(feature = "preview")]
pub(crate) mod serve;
pub(crate) mod signals;
mod site;
mod step_summary;
pub(crate) mod templates;
mod timings;
mod up_to_date;
mod usage_error;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use clap::{Args, Parser, Subcommand, ValueEnum};
use letterpress::diagnostics::Format;
use letterpress::publish::{ForeignFiles, Request};
use letterpress::{Folder, LoadOptions};

use templates::TemplateProcesses;
pub(crate) use usage_error::parse_command_line;

/// Turns a folder of inspectors' letters into a website.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, bin_name = "letterpress")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Build the site into a folder
    Build(build::BuildArguments),
    /// Look for mistakes in the content and the theme, and mend some of them if asked
    Check(check::CheckArguments),
    /// Show the site in a browser, and each change as it is saved
    #[cfg(feature = "preview")]
    Serve(serve::ServeArguments),
    /// Explain a kind of mistake: what it is, an example and the fix
    Explain {
        /// The code in square brackets, such as `unknown-topic`; without it, all codes
        code: Option<String>,
    },
    /// Compare the permalinks of findings with those of a site built before
    Ids(ids::IdsArguments),
    /// Make drafts of letters out of their text or PDF
    Import(import::ImportArguments),
    /// Read a PDF on the standard input; `import` does so in a process of its own, which may break
    #[command(hide = true)]
    ReadPdf,
    /// Render templates for another process, which may end this one
    #[command(hide = true)]
    RenderTemplates,
    /// Make a new letter, authority or topic, ready to be filled in
    New(new::NewArguments),
    /// Make a new site in a folder
    Init(init::InitArguments),
    /// List what the site holds, or what it lacks
    List(list::ListArguments),
    /// Print the JSON Schema of a kind of front matter, for editors that check while you write
    Schema(schema::Arguments),
    /// Print the configuration of a browser editor, to be kept in the repository
    Cms(cms::Arguments),
}

impl Command {
    /// How many threads the command is to share its work out to: one for each processor core, unless told. `None` where
    /// there is nothing to share out.
    pub(crate) fn threads(&self) -> Option<usize> {
        let jobs = match self {
            Command::ReadPdf | Command::Explain { .. } | Command::Schema(_) => return None,
            Command::Build(build) => build.arguments.site.jobs,
            Command::Check(check) => check.arguments.site.jobs,
            #[cfg(feature = "preview")]
            Command::Serve(serve) => serve.site.jobs,
            _ => None,
        };
        let cores = || thread::available_parallelism().map_or(1, usize::from);
        Some(jobs.map_or_else(cores, usize::from))
    }
}

/// Which site, and how it is read.
#[derive(Debug, Args)]
pub(crate) struct SiteArguments {
    /// The site's folder: the one with `site.toml` in it
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
    /// The address that the site is published at, instead of the one in `site.toml`
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// The theme, instead of the one in `site.toml`
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// Include letters marked `draft: true`
    #[arg(long)]
    drafts: bool,
    /// How many processor cores to use; all by default
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
}

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// The folder to build into, instead of the one in `site.toml`; `check` only looks whether it could
    #[arg(long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Keep files in the output folder that were not built there, beside the site's own
    #[arg(long)]
    adopt: bool,
    #[command(flatten)]
    report: ReportArguments,
}

/// How problems are told.
#[derive(Debug, Args)]
struct ReportArguments {
    /// Treat warnings as errors
    #[arg(long)]
    strict: bool,
    /// Show only problems
    #[arg(long)]
    quiet: bool,
    /// How to show problems
    #[arg(long, value_enum, default_value_t = FormatArgument::Text)]
    format: FormatArgument,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatArgument {
    /// For people
    Text,
    /// For GitHub Actions: annotations at file and line
    Github,
    /// For programs: one JSON object a line
    Json,
    /// For code scanning: one SARIF 2.1.0 document
    Sarif,
}

/// How a command ended, as its exit code says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// 0: done.
    Done,
    /// 1: the content or the theme has errors.
    ContentErrors,
    /// 2: the command line or `site.toml` cannot be meant.
    Usage,
    /// 3: the machine would not do it.
    Machine,
}

impl Outcome {
    fn code(self) -> u8 {
        match self {
            Outcome::Done => 0,
            Outcome::ContentErrors => 1,
            Outcome::Usage => 2,
            Outcome::Machine => 3,
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        ExitCode::from(outcome.code())
    }
}

impl SiteArguments {
    /// The site's folder, of which pages can be made: a theme's own templates run where they can be ended.
    fn folder(&self, options: LoadOptions) -> Folder {
        Folder::new(&self.root, options).with_host(Arc::new(TemplateProcesses::default()))
    }

    fn load_options(&self) -> LoadOptions {
        LoadOptions {
            base_url: self.base_url.clone(),
            origin: None,
            theme: self.theme.clone(),
            keeps_texts: false,
            drafts: self.drafts,
        }
    }
}

impl Arguments {
    /// A relative output folder of `site.toml` is meant from the site's folder; one of the command line
    /// from where the command was called.
    fn output_folder(&self, in_settings: &str) -> PathBuf {
        self.output.clone().unwrap_or_else(|| self.site.root.join(in_settings))
    }

    /// What to ask of `publish`, for a folder and somebody's home.
    fn request<'a>(&'a self, folder: &'a Path, home: Option<&'a Path>) -> Request<'a> {
        let foreign_files = if self.adopt { ForeignFiles::Adopt } else { ForeignFiles::Refuse };
        Request { root: &self.site.root, folder, home, foreign_files }
    }
}

impl ReportArguments {
    fn format(&self) -> Format {
        match self.format {
            FormatArgument::Text => Format::Text,
            FormatArgument::Github => Format::Github,
            FormatArgument::Json => Format::Json,
            FormatArgument::Sarif => Format::Sarif,
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a command tells how long it took")]
fn now() -> Instant {
    Instant::now()
}
