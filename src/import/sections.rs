//! The parts of a letter, by its headings: whom it is to, what was looked at, what was found, the close.

use super::blocks::{Block, BlockShape};
use super::headings::{Section, of_heading};

/// How the close begins.
const CLOSES: &[&str] = &[
    "Ofsted will take the findings",
    "Ofsted will use the findings",
    "Ofsted will publish this letter",
    "Where a focused visit results in an area for priority action",
    "I am copying this letter",
    "We have notified the ",
    "You should submit ",
    "Yours sincerely",
    "Your sincerely",
    "Yours faithfully",
];

/// The part that each block belongs to. A heading that only this letter has divides the part that it stands in.
pub(super) fn sections(blocks: &[Block]) -> Vec<Section> {
    let mut section = Section::Opening;
    blocks
        .iter()
        .map(|block| {
            if section != Section::Closing {
                let is_heading = block.shape == BlockShape::Heading;
                let is_close = CLOSES.iter().any(|close| block.text.starts_with(close));
                section = match of_heading(&block.text).filter(|_| is_heading) {
                    _ if is_close => Section::Closing,
                    Some(next) => next,
                    None => section,
                };
            }
            section
        })
        .collect()
}
