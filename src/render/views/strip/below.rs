//! What stands below the name of a mark on the strip.

use crate::render::views::parts::small;

/// The longest line below the name of a mark, if no word is longer.
const LONGEST_LINE: usize = 31;

/// The longest words of a letter that stand there, with their quotation marks.
const LONGEST_QUOTE: usize = 24;

/// What stands below the name of a mark.
pub(super) enum Below {
    /// When it was, cut short.
    Date(String),
    /// What is known of it: 'Inadequate', 'Not summarised'; and all of that for those who do not see it.
    Words {
        drawn: String,
        said: String,
    },
    /// How the letter puts the progress.
    Quoted {
        words: String,
        date: String,
    },
    Nothing,
}

impl Below {
    pub(super) fn words(words: &str) -> Self {
        Below::Words { drawn: words.to_owned(), said: words.to_owned() }
    }

    /// Its lines on the strip. Words of a letter stand there only whole, on one line.
    pub(super) fn lines(&self) -> Vec<String> {
        match self {
            Below::Date(date) => vec![date.clone()],
            Below::Words { drawn, .. } => wrapped(drawn),
            Below::Quoted { words, .. } if words.chars().count() <= LONGEST_QUOTE => {
                vec![words.clone()]
            }
            Below::Quoted { date, .. } => vec![date.clone()],
            Below::Nothing => Vec::new(),
        }
    }

    /// The same for those who do not see it, beside the date.
    pub(super) fn said(&self) -> Option<String> {
        match self {
            Below::Date(_) | Below::Nothing => None,
            Below::Words { said, .. } => Some(small(said)),
            Below::Quoted { words, .. } => Some(words.clone()),
        }
    }
}

/// Words on as few lines as may be, of about the same length; no word is parted.
fn wrapped(words: &str) -> Vec<String> {
    let widest = lines_of(words, LONGEST_LINE);
    let mut narrower = (1..LONGEST_LINE).map(|length| lines_of(words, length));
    narrower.find(|lines| lines.len() == widest.len()).unwrap_or(widest)
}

fn lines_of(words: &str, longest: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= longest => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
