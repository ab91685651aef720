//! A bar for whoever waits longer than a second at a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::output;

/// How long nobody needs to be told that work goes on.
const PATIENCE: Duration = Duration::from_secs(1);

/// Counts pages, and shows the count after a second. Where there is no terminal, nothing is shown.
pub(super) struct PageProgress {
    bar: ProgressBar,
    is_watched: bool,
}

impl PageProgress {
    pub(super) fn new(pages: usize, quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(Some(pages as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} pages") {
            bar.set_style(style);
        }
        PageProgress { bar, is_watched: !quiet && output::is_to_a_person() }
    }

    /// Counts a page; from any thread.
    pub(super) fn page(&self) {
        self.bar.inc(1);
        if self.is_watched && self.bar.is_hidden() && self.bar.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// Takes the bar off the screen.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
