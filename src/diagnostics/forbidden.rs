//! Characters that no text of the content may have.

use super::rules;

rules! {
    Error CONTROL_CHARACTER = "control-character" {
        about: "Characters that cannot be seen make feeds unreadable, and some turn the order of the others round. Nor may one stand in a text by its number, such as `&#8;`.",
        example: "a text with a hidden character, pasted from elsewhere",
        fix: "the same text, typed again",
    }
}

/// Characters that no page can show, that XML may not hold, or that turn the order of others round:
/// what no text of the content may have in it.
pub fn is_forbidden(character: char) -> bool {
    let is_control = character.is_control() && character != '\n' && character != '\t';
    let turns_order = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // Marks of direction, spaces without width and line ends of other worlds. What joins letters, as in
    // some names, stays.
    let is_unseen = matches!(
        character,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2028}' | '\u{2029}' | '\u{feff}'
    );
    is_control || turns_order || is_unseen || is_noncharacter(character)
}

/// Code points that Unicode (section 23.7) keeps for a program's own use: U+FDD0 to U+FDEF, and the last two of each
/// plane. HTML counts them as errors.
fn is_noncharacter(character: char) -> bool {
    let code = u32::from(character);
    matches!(character, '\u{fdd0}'..='\u{fdef}') || code & 0xfffe == 0xfffe
}
