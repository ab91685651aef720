//! Bullets that are not where their items are: drawn, or all in a row before them.

use super::blocks::{Block, BlockShape};
use super::headings::Section;
use super::letter::LetterParts;
use super::problems::Doubts;

/// Where letters have lists.
const WHERE: &[Section] = &[Section::Areas, Section::Headline, Section::Improve, Section::Findings];

/// What helps where a text lost them.
const HELP: &str = "look at the letter itself; of a PDF, `pdftotext -layout letter.pdf - | letterpress import -` may have them";

/// Says where a list is announced and none follows, and where marks stand without words.
pub(super) fn doubt(letter: &LetterParts, doubts: &mut Doubts<'_>) {
    let blocks: Vec<&Block> = letter.of(WHERE).collect();
    let alone = |block: &&&Block| block.shape == BlockShape::Bullet && block.text.is_empty();
    if let Some(mark) = blocks.iter().find(alone) {
        let message = "marks of bullets stand here without the words that belong to them";
        doubts.doubt(mark.line(), message, HELP);
        return;
    }
    for pair in blocks.windows(2) {
        let [lead, next] = pair else { continue };
        let leads = lead.shape == BlockShape::Paragraph && lead.text.ends_with(':');
        if leads && next.shape != BlockShape::Bullet {
            let message =
                "a list is announced here, and none of its lines has the mark of a bullet";
            doubts.doubt(lead.line(), message, HELP);
            return;
        }
    }
    let improve: Vec<&Block> = letter.of(&[Section::Improve]).collect();
    let has_bullets = improve.iter().any(|block| block.shape == BlockShape::Bullet);
    let first = improve.iter().find(|block| block.shape == BlockShape::Paragraph);
    if let (false, Some(first)) = (has_bullets, first) {
        let message = "what needs to improve stands here without a bullet: each sentence is suggested by itself";
        doubts.doubt(first.line(), message, HELP);
    }
}
