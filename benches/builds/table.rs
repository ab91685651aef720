//! What was measured, as a table.

use std::time::Duration;

use super::{Bench, Peak, Times};

const HEADINGS: [&str; 13] = [
    "",
    "cold",
    "least to most",
    "cpu time",
    "ms/letter",
    "to ours",
    "to cp -r",
    "same",
    "to ours",
    "edited",
    "to ours",
    "memory",
    "written",
];

/// Prints a row for each tool, the first of which is ours, and one for `cp -r` of what ours made.
pub(crate) fn print(benches: &[Bench<'_>], letters: usize) {
    let Some(ours) = benches.first() else { return };
    let copied = &ours.times.copied;
    row(HEADINGS.map(str::to_owned));
    for Bench { tool, made, peak, times, .. } in benches {
        let Times { cold, worked, again, edited, copied: _ } = times;
        row([
            tool.name(),
            seconds(cold),
            span(cold),
            if worked.is_empty() { "–".to_owned() } else { seconds(worked) },
            format!("{:.2}", 1000.0 * median(cold).as_secs_f64() / letters as f64),
            ratio(cold, &ours.times.cold),
            ratio(cold, copied),
            seconds(again),
            ratio(again, &ours.times.again),
            seconds(edited),
            ratio(edited, &ours.times.edited),
            memory(*peak),
            format!("{:.1} MB in {}", made.bytes as f64 / 1e6, made.files),
        ]);
    }
    let mut of_copy: [String; 13] = Default::default();
    of_copy[0] = "cp -r of ours".to_owned();
    of_copy[1] = seconds(copied);
    of_copy[2] = span(copied);
    of_copy[5] = ratio(copied, &ours.times.cold);
    of_copy[6] = ratio(copied, copied);
    row(of_copy);
}

fn row(cells: [String; 13]) {
    const WIDTHS: [usize; 13] = [16, 9, 16, 10, 11, 9, 10, 9, 9, 9, 9, 10, 20];
    let mut line = String::new();
    for (place, (cell, width)) in cells.iter().zip(WIDTHS).enumerate() {
        line += &if place == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") };
    }
    println!("  {}", line.trim_end());
}

/// The median, in seconds.
pub(crate) fn seconds(times: &[Duration]) -> String {
    format!("{:.3}", median(times).as_secs_f64())
}

fn span(times: &[Duration]) -> String {
    let least = times.iter().min().copied().unwrap_or_default();
    let most = times.iter().max().copied().unwrap_or_default();
    format!("{:.3}–{:.3}", least.as_secs_f64(), most.as_secs_f64())
}

fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn ratio(times: &[Duration], others: &[Duration]) -> String {
    format!("{:.2}", median(times).as_secs_f64() / median(others).as_secs_f64())
}

pub(crate) fn memory(peak: Peak) -> String {
    peak.map_or_else(|| "–".to_owned(), |bytes| format!("{} MB", bytes / 1_000_000))
}
