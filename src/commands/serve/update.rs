//! Each change, brought into the preview: the next good site, or what keeps it from being shown.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use letterpress::diagnostics::{Diagnostic, Report, Severity, Shown};
use letterpress::preview::Preview;
use letterpress::site::Changed;
use letterpress::{LoadError, Site};

use super::ending::Guard;
use super::index::BackgroundIndex;
use super::shared_folder::SharedFolder;
use super::watch::{Batch, Watch};
use super::{output, with_trial};

/// Brings each change into the preview.
pub(super) struct Update {
    folder: Arc<SharedFolder>,
    watch: Watch,
    preview: Arc<Preview>,
    /// As the command line names it.
    root: PathBuf,
    quiet: bool,
    /// Whether a site without errors is shown; until then, one with placeholders is.
    has_good: bool,
    /// Whether the theme has changed since it was last tried.
    is_untried: bool,
    told: BTreeSet<Told>,
}

/// A problem, wherever it has moved to in its file.
type Told = (Severity, &'static str, String, String);

impl Update {
    pub(super) fn new(
        folder: Arc<SharedFolder>,
        watch: Watch,
        preview: Arc<Preview>,
        root: &Path,
        has_good: bool,
        quiet: bool,
    ) -> Self {
        let told = told(preview.shown().report());
        let root = root.to_owned();
        let is_untried = !has_good;
        Update { folder, watch, preview, root, quiet, has_good, is_untried, told }
    }

    /// Works on a thread of its own, as long as the program runs.
    pub(super) fn start(mut self, index: BackgroundIndex, guard: Guard) -> io::Result<()> {
        let work = move || {
            let _guard = guard;
            loop {
                let batch = self.watch.next();
                if let Some(site) = self.take(&batch.changed) {
                    index.is_shown(site);
                }
                // Where nobody hears, the preview goes on all the same.
                let _ = self.tell(&batch);
            }
        };
        thread::Builder::new().spawn(work).map(drop)
    }

    /// Reads what has changed. Gives the site that is shown in place of the last, if one is.
    fn take(&mut self, changed: &Changed) -> Option<Arc<Site>> {
        self.is_untried |= !changed.is_content();
        let (site, mut report) = match self.folder.load(changed) {
            Ok(loaded) => loaded,
            Err(error) => {
                self.preview.keep((&error).into());
                // What is wrong with a file is told again when it changes; what the machine would not do is not.
                if matches!(error, LoadError::Machine(_)) {
                    self.watch.look_again(changed);
                }
                return None;
            }
        };
        if self.is_untried && !report.has_errors() {
            report = with_trial(&site, report);
            self.is_untried = report.has_errors();
        }
        if self.has_good && !self.preview.shown().site().archive().letters.is_empty() {
            let is_good = !report.has_errors();
            report.merge(site.lost_letters().filter(|_| is_good));
        }
        if report.has_errors() && self.has_good {
            self.preview.keep(report);
            return None;
        }
        self.has_good = !report.has_errors();
        let before = self.preview.shown();
        self.preview.show(site, report);
        let shown = self.preview.shown();
        if shown.base() != before.base() {
            let _ = output::line(&format!("The site is now below {}", shown.base()));
        }
        Some(Arc::clone(shown.site()))
    }

    /// Tells what came of a change: the problems, where they are others than before, and how it went.
    fn tell(&mut self, batch: &Batch) -> io::Result<()> {
        let shown = self.preview.shown();
        let report = shown.report();
        let had_errors = self.told.iter().any(|(severity, ..)| *severity == Severity::Error);
        let is_news = self.tell_new_problems(report)?;
        if self.quiet || batch.is_again && !is_news {
            return Ok(());
        }
        let (what, took) = (self.what(&batch.changed), output::time(batch.since.elapsed()));
        let line = match (report.has_errors(), shown.is_stale()) {
            (true, true) => format!("{what}: not shown. The last good site is still shown."),
            (true, false) => format!("{what}: shown in {took}, but for what cannot be read."),
            (false, _) if had_errors => format!("Mended. {what}: shown in {took}"),
            (false, _) => format!("{what}: shown in {took}"),
        };
        output::line(&line)
    }

    /// Tells the problems that were not told before; gives whether there are others than before.
    fn tell_new_problems(&mut self, report: &Report) -> io::Result<bool> {
        let before = std::mem::replace(&mut self.told, told(report));
        let is_new = |problem: &&Diagnostic| !before.contains(&as_told(problem));
        let new: Report = report.diagnostics().iter().filter(is_new).cloned().collect();
        if !new.diagnostics().is_empty() {
            output::problems(&self.root, &new)?;
        }
        Ok(before != self.told)
    }

    /// What changed, in a few words. Files that came and went, as editors make, are not named.
    fn what(&self, changed: &Changed) -> String {
        let Changed::Paths(paths) = changed else {
            return "Everything read again".to_owned();
        };
        let there = |path: &&PathBuf| self.root.join(path).exists();
        let present: BTreeSet<&PathBuf> = paths.iter().filter(there).collect();
        let are_gone = present.is_empty();
        let named = if are_gone { paths.iter().collect() } else { present };
        match named.first() {
            Some(only) if named.len() == 1 && are_gone => format!("{} is gone", Shown::from(*only)),
            Some(only) if named.len() == 1 => Shown::from(*only).to_string(),
            _ => format!("{} files changed", named.len()),
        }
    }
}

fn told(report: &Report) -> BTreeSet<Told> {
    report.diagnostics().iter().map(as_told).collect()
}

fn as_told(problem: &Diagnostic) -> Told {
    let Diagnostic { rule, severity, place, message, help: _, suggestion: _ } = problem;
    (*severity, rule.code, place.path().to_owned(), message.clone())
}
