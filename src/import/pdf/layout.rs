//! Words on a page put into lines: what stands on one line, what is set in, where a line is left free.

use super::page::TextRun;

/// In sizes of the letters. Words of one line stand no further apart in height than this.
const SAME_LINE: f32 = 0.5;

/// Letters of one word stand no further apart than this.
const SAME_WORD: f32 = 0.15;

/// So wide is a space, where one shows how far a line is set in.
const SPACE: f32 = 0.5;

/// Lines further apart than this have one between them that is left free.
const FREE: f32 = 1.75;

/// No line is set in further.
const MOST_SPACES: usize = 120;

/// The lines of a page, from the top.
pub(super) fn lines(mut runs: Vec<TextRun>) -> String {
    runs.sort_by(|one, other| other.y.total_cmp(&one.y));
    let margin = runs
        .iter()
        .filter(|run| !run.text.trim().is_empty())
        .map(|run| run.x)
        .fold(f32::MAX, f32::min);
    let mut text = String::new();
    let mut last: Option<(f32, f32)> = None;
    let is_same = |one: &TextRun, other: &TextRun| {
        one.y - other.y < SAME_LINE * one.size.min(other.size).max(1.0)
    };
    for line in runs.chunk_by(is_same) {
        let mut line: Vec<&TextRun> = line.iter().collect();
        line.sort_by(|one, other| one.x.total_cmp(&other.x));
        let words = words(&line, margin);
        let Some(first) = line.first().filter(|_| !words.trim().is_empty()) else { continue };
        if let Some((y, size)) = last {
            let is_free = y - first.y > FREE * size.max(first.size);
            text.push_str(if is_free { "\n\n" } else { "\n" });
        }
        text.push_str(words.trim_end());
        last = Some((first.y, first.size));
    }
    text.push('\n');
    text
}

/// The words of a line, with as many spaces before and between them as they stand apart.
fn words(line: &[&TextRun], margin: f32) -> String {
    let mut words = String::new();
    let mut end = margin;
    for run in line {
        let gap = (run.x - end) / run.size.max(1.0);
        let is_apart = gap > SAME_WORD && !words.ends_with(' ') && !run.text.starts_with(' ');
        let spaces = if gap > 1.0 || words.is_empty() {
            (gap / SPACE) as usize
        } else {
            usize::from(is_apart)
        };
        words.extend(std::iter::repeat_n(' ', spaces.min(MOST_SPACES)));
        words.push_str(&run.text);
        end = run.x + run.width;
    }
    words
}
