//! Words on a page put into lines: what stands on one line, what is set in, where a line is left free.

use super::page::TextRun;

/// In sizes of the letters. Words of one line stand no further apart in height than this.
const SAME_LINE: f32 = 0.5;

/// Letters of one word stand no further apart than this.
const SAME_WORD: f32 = 0.15;

/// What a page shows next is of the same segment up to this far behind it, and no further back.
const SAME_SEGMENT: f32 = 1.0;
const BACK: f32 = 0.5;

/// Letters smaller than this, beside others, may be raised: '18th', the number of a footnote.
const SMALL: f32 = 0.8;

/// So far up and down, in sizes of the larger letters.
const RAISED: f32 = 0.75;
const LOWERED: f32 = 0.25;

/// So wide is a space, where one shows how far a line is set in.
const SPACE: f32 = 0.5;

/// Lines further apart than this have one between them that is left free.
const FREE: f32 = 1.75;

/// No line is set in further.
const MOST_SPACES: usize = 120;

/// What a page shows in one row, each run where the last one ends.
#[derive(Debug)]
struct Segment {
    x: f32,
    /// The line that its largest letters stand on.
    y: f32,
    end: f32,
    /// That of its largest letters.
    size: f32,
    runs: Vec<TextRun>,
    /// Whether a space stands behind the last.
    is_open: bool,
}

/// The lines of a page, from the top.
pub(super) fn lines(runs: Vec<TextRun>) -> String {
    let mut segments = segments(runs);
    let margin = segments.iter().map(|segment| segment.x).fold(f32::MAX, f32::min);
    segments.sort_by(|one, other| other.y.total_cmp(&one.y));
    let is_same = |one: &Segment, other: &Segment| {
        one.y - other.y < SAME_LINE * one.size.min(other.size).max(1.0)
    };
    let mut text = String::new();
    let mut last: Option<(f32, f32)> = None;
    for line in segments.chunk_by(is_same).flat_map(layers) {
        let words = words(&line, margin);
        let Some(first) = line.first() else { continue };
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

/// The segments of a page, in the order that it shows them. A run of nothing but spaces parts what stands before and
/// behind it, and has no place of its own: programs put such runs anywhere.
fn segments(runs: Vec<TextRun>) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    for run in runs {
        let last = segments.last_mut().filter(|last| last.goes_on_with(&run));
        match (last, run.text.trim().is_empty()) {
            (Some(last), true) => last.is_open = true,
            (Some(last), false) => last.add(run),
            (None, true) => {}
            (None, false) => segments.push(Segment::new(run)),
        }
    }
    segments
}

impl Segment {
    fn new(run: TextRun) -> Self {
        let TextRun { x, y, width, size, .. } = run;
        Segment { x, y, end: x + width, size, runs: vec![run], is_open: false }
    }

    fn goes_on_with(&self, run: &TextRun) -> bool {
        let (small, large) = (self.size.min(run.size), self.size.max(run.size).max(1.0));
        let gap = (run.x - self.end) / large;
        if !(-BACK..SAME_SEGMENT).contains(&gap) {
            return false;
        }
        let raised = if run.size < self.size { run.y - self.y } else { self.y - run.y } / large;
        if small < SMALL * large {
            (-LOWERED..RAISED).contains(&raised)
        } else {
            raised.abs() < LOWERED
        }
    }

    fn add(&mut self, mut run: TextRun) {
        if std::mem::take(&mut self.is_open) && run.x > self.end {
            run.text.insert(0, ' ');
        }
        self.end = run.x + run.width;
        if run.size > self.size {
            (self.y, self.size) = (run.y, run.size);
        }
        self.runs.push(run);
    }

    /// Whether this is printed over another to make it bold.
    fn is_again(&self, other: &Segment) -> bool {
        let texts = |segment: &Segment| -> String {
            segment.runs.iter().map(|run| run.text.as_str()).collect()
        };
        (self.x - other.x).abs() < SAME_LINE * self.size && texts(self) == texts(other)
    }
}

/// The segments of a line from the left. Where some are printed over others, these are lines by themselves.
fn layers(line: &[Segment]) -> Vec<Vec<&Segment>> {
    let mut sorted: Vec<&Segment> = line.iter().collect();
    sorted.sort_by(|one, other| one.x.total_cmp(&other.x));
    let mut layers: Vec<Vec<&Segment>> = Vec::new();
    for segment in sorted {
        if layers.iter().flatten().any(|other| segment.is_again(other)) {
            continue;
        }
        let ends_before =
            |last: &&Segment| segment.x - last.end > -BACK * segment.size.min(last.size).max(1.0);
        let distance = |layer: &Vec<&Segment>| {
            layer.last().filter(|last| ends_before(last)).map(|last| (last.y - segment.y).abs())
        };
        let nearest = layers
            .iter_mut()
            .filter_map(|layer| Some((distance(layer)?, layer)))
            .min_by(|(one, _), (other, _)| one.total_cmp(other));
        match nearest {
            Some((_, layer)) => layer.push(segment),
            None => layers.push(vec![segment]),
        }
    }
    // The longest goes on in the line below.
    let letters = |segment: &Segment| segment.runs.iter().map(|run| run.text.len()).sum::<usize>();
    layers.sort_by_cached_key(|layer| layer.iter().map(|segment| letters(segment)).sum::<usize>());
    layers
}

/// The words of a line, with as many spaces before and between them as they stand apart.
fn words(line: &[&Segment], margin: f32) -> String {
    let mut words = String::new();
    let mut end = margin;
    for run in line.iter().flat_map(|segment| &segment.runs) {
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
