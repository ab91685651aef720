//! The words of a page, each where it stands: what its operators do to the place of the next letter.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, ObjectId, Result};

use super::font::{Font, number};

/// Words that a page shows in one go.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TextRun {
    /// From the left, in points.
    pub(super) x: f32,
    /// From the bottom.
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) size: f32,
    pub(super) text: String,
}

/// A change of place and size, as PDF has it: `[a b c d e f]`.
type Matrix = [f32; 6];

const NONE: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// Where the next letter stands, and how it is set.
#[derive(Clone)]
struct State {
    page: Matrix,
    line: Matrix,
    text: Matrix,
    font: Vec<u8>,
    size: f32,
    leading: f32,
    letter_space: f32,
    word_space: f32,
    stretch: f32,
    rise: f32,
}

/// No page has more in it that is read.
const MOST_OPERATIONS: usize = 500_000;

/// States that are kept one above the other.
const DEEPEST: usize = 64;

/// The words of a page, in the order that it shows them.
pub(super) fn runs(document: &Document, page: ObjectId, largest: usize) -> Result<Vec<TextRun>> {
    let fonts = document.get_page_fonts(page)?;
    let mut read: BTreeMap<Vec<u8>, Font<'_>> = BTreeMap::new();
    for (name, font) in fonts {
        if let Ok(font) = Font::new(font, document, largest) {
            read.insert(name, font);
        }
    }
    let content = document.get_page_content_with_limit(page, largest)?;
    let content = Content::decode(&content)?;
    let mut state = State::new();
    let mut kept: Vec<State> = Vec::new();
    let mut runs = Vec::new();
    for operation in content.operations.iter().take(MOST_OPERATIONS) {
        match operation.operator.as_str() {
            "q" if kept.len() < DEEPEST => kept.push(state.clone()),
            "Q" => state = kept.pop().unwrap_or(state),
            _ => state.apply(operation, &read, &mut runs),
        }
    }
    Ok(runs)
}

impl State {
    fn new() -> Self {
        State {
            page: NONE,
            line: NONE,
            text: NONE,
            font: Vec::new(),
            size: 1.0,
            leading: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            rise: 0.0,
        }
    }

    fn apply(
        &mut self,
        operation: &Operation,
        fonts: &BTreeMap<Vec<u8>, Font<'_>>,
        runs: &mut Vec<TextRun>,
    ) {
        let operands = &operation.operands;
        let at = |index: usize| number(operands.get(index)).unwrap_or(0.0);
        let matrix = || [at(0), at(1), at(2), at(3), at(4), at(5)];
        match operation.operator.as_str() {
            "cm" => self.page = times(matrix(), self.page),
            "BT" => self.start(NONE),
            "Tm" => self.start(matrix()),
            "Td" => self.move_line(at(0), at(1)),
            "TD" => {
                self.leading = -at(1);
                self.move_line(at(0), at(1));
            }
            "T*" => self.move_line(0.0, -self.leading),
            "TL" => self.leading = at(0),
            "Tc" => self.letter_space = at(0),
            "Tw" => self.word_space = at(0),
            "Tz" => self.stretch = at(0) / 100.0,
            "Ts" => self.rise = at(0),
            "Tf" => {
                self.font = operands
                    .first()
                    .and_then(|name| name.as_name().ok())
                    .unwrap_or_default()
                    .to_vec();
                self.size = at(1);
            }
            "Tj" | "TJ" => self.show(operands.first(), fonts, runs),
            "'" => {
                self.move_line(0.0, -self.leading);
                self.show(operands.first(), fonts, runs);
            }
            "\"" => {
                (self.word_space, self.letter_space) = (at(0), at(1));
                self.move_line(0.0, -self.leading);
                self.show(operands.get(2), fonts, runs);
            }
            _ => {}
        }
    }

    fn start(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.text = matrix;
    }

    fn move_line(&mut self, x: f32, y: f32) {
        let moved = times([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.start(moved);
    }

    /// Shows a string, or strings with numbers between them that move the next one.
    fn show(
        &mut self,
        operand: Option<&Object>,
        fonts: &BTreeMap<Vec<u8>, Font<'_>>,
        runs: &mut Vec<TextRun>,
    ) {
        let Some(font) = fonts.get(&self.font) else { return };
        let parts = match operand {
            Some(Object::Array(parts)) => parts.as_slice(),
            Some(part) => std::slice::from_ref(part),
            None => return,
        };
        for part in parts {
            match part {
                Object::String(string, _) => self.show_string(string, font, runs),
                part => {
                    let back =
                        number(Some(part)).unwrap_or(0.0) / 1000.0 * self.size * self.stretch;
                    self.text = times([1.0, 0.0, 0.0, 1.0, -back, 0.0], self.text);
                }
            }
        }
    }

    fn show_string(&mut self, string: &[u8], font: &Font<'_>, runs: &mut Vec<TextRun>) {
        let (width, codes, spaces) = font.width(string);
        let width =
            width * self.size + self.letter_space * codes as f32 + self.word_space * spaces as f32;
        let width = width * self.stretch;
        let place = times(self.text, self.page);
        let [a, b, _, d, x, y] = place;
        let text = font.text(string);
        if !text.is_empty() && x.is_finite() && y.is_finite() {
            let scale = a.hypot(b);
            let size = (self.size * d.abs().max(scale)).abs();
            runs.push(TextRun { x, y: y + self.rise.min(0.0), width: width * scale, size, text });
        }
        self.text = times([1.0, 0.0, 0.0, 1.0, width, 0.0], self.text);
    }
}

fn times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix) -> Matrix {
    [
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + l,
    ]
}
