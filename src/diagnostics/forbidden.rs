//! Characters that no text of the content may have.

use super::rules;

rules! {
    Error CONTROL_CHARACTER = "control-character" {
        about: "Characters that cannot be seen make feeds unreadable, and some turn the order of the others round. Nor may one stand in a text by its number, such as `&#8;`.",
        example: "a text with a hidden character, pasted from elsewhere",
        fix: "the same text, typed again",
    }
}

/// The first character of a text that it may not have, with the byte that it begins at. Of those that depend on what
/// they follow, the flags of nations and signs that choose the form of what is before them stay.
pub fn first_forbidden(text: &str) -> Option<(usize, char)> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\t')) {
        return None;
    }
    let mut before = None;
    let mut flag = 0..0;
    for (at, character) in text.char_indices() {
        if character == FLAG {
            flag = at..at + flag_length(&text[at..]);
        }
        let is_in_place = if is_variation_selector(character) {
            before.is_some_and(|it| takes_variation(it, character, &text[at..]))
        } else {
            !is_forbidden(character) || flag.contains(&at)
        };
        if !is_in_place {
            return Some((at, character));
        }
        before = Some(character);
    }
    None
}

/// The flag that England's, Scotland's and Wales's begin with.
const FLAG: char = '\u{1f3f4}';

/// The flags of nations that are written with tags, by their letters.
const NATIONS: [&str; 3] = ["gbeng", "gbsct", "gbwls"];

/// How many bytes the flag of a nation takes that a text begins with, with its tags; none for any other.
fn flag_length(text: &str) -> usize {
    let written = |nation: &str| {
        let tag = |letter: char| char::from_u32(0xe_0000 + u32::from(letter));
        let tags = nation.chars().filter_map(tag).chain(['\u{e007f}']);
        [FLAG].into_iter().chain(tags).collect::<String>()
    };
    let flags = NATIONS.iter().map(|nation| written(nation));
    flags.filter(|flag| text.starts_with(flag.as_str())).map(|flag| flag.len()).max().unwrap_or(0)
}

/// Signs that cannot be seen and choose a form of the character before them.
fn is_variation_selector(character: char) -> bool {
    matches!(
        character,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{180b}'..='\u{180d}' | '\u{180f}'
    )
}

/// Whether a character has forms that this selector chooses between, as far as blocks of Unicode tell.
fn takes_variation(before: char, selector: char, from_selector: &str) -> bool {
    let is_ideograph = matches!(
        before,
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'
    );
    match selector {
        '\u{fe0e}' | '\u{fe0f}' => match before {
            // A keycap.
            '0'..='9' | '#' | '*' => from_selector[selector.len_utf8()..].starts_with('\u{20e3}'),
            '©' | '®' | '‼' | '⁉' | '〰' | '〽' | '㊗' | '㊙' => true,
            _ => matches!(
                before,
                '\u{2100}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2460}'..='\u{24ff}'
                    | '\u{25a0}'..='\u{27bf}' | '\u{2900}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}'
                    | '\u{1f000}'..='\u{1faff}'
            ),
        },
        '\u{fe00}'..='\u{fe02}' => {
            let is_sign = matches!(before, '\u{2200}'..='\u{22ff}' | '\u{2a00}'..='\u{2aff}');
            is_ideograph || is_sign
        }
        '\u{e0100}'..='\u{e01ef}' => is_ideograph,
        '\u{180b}'..='\u{180d}' | '\u{180f}' => matches!(before, '\u{1820}'..='\u{18aa}'),
        _ => false,
    }
}

/// Characters that no page can show, that XML may not hold, or that turn the order of others round:
/// what no text of the content may have in it. Whether one is in its place is for [`first_forbidden`].
pub fn is_forbidden(character: char) -> bool {
    let is_control = character.is_control() && character != '\n' && character != '\t';
    let turns_order = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // Marks of direction, spaces without width and line ends of other worlds. What joins letters, as in
    // some names, stays.
    let is_unseen = matches!(
        character,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2028}' | '\u{2029}' | '\u{feff}'
    );
    is_control
        || turns_order
        || is_unseen
        || is_filler_or_format(character)
        || is_noncharacter(character)
}

/// What takes no place or stands for nothing: joiners, invisible operators, fillers of scripts, marks of musical and other
/// notation, and tags, which can spell whole sentences that nobody sees.
fn is_filler_or_format(character: char) -> bool {
    matches!(
        character,
        '\u{034f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{2060}'..='\u{2065}'
            | '\u{206a}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}'
    )
}

/// Code points that Unicode (section 23.7) keeps for a program's own use: U+FDD0 to U+FDEF, and the last two of each
/// plane. HTML counts them as errors.
fn is_noncharacter(character: char) -> bool {
    let code = u32::from(character);
    matches!(character, '\u{fdd0}'..='\u{fdef}') || code & 0xfffe == 0xfffe
}
