//! On the import of letters: what was not found in one, what is doubtful, what is no letter.

use super::{Rule, error, warning};

pub(super) const RULES: &[Rule] = &[
    warning(
        "import-missing",
        "What a letter does not state, or states in a way that is not known here, is left out of the draft and never guessed.",
        "letterpress import letter.txt   # a letter without a date",
        "dated: 2018-02-15   # in the draft, by hand",
    ),
    warning(
        "import-doubt",
        "The letter says two things that do not go together, or one that does not go together with what the site has: two dates, a visit's number that is taken, a signature of somebody who is not among the inspectors.",
        "21 January 2019 … on 14 and 15 January 2020",
        "dated: 2020-01-21   # in the draft, as it must be meant",
    ),
    error(
        "not-a-letter",
        "Only letters on monitoring visits and focused visits can be imported.",
        "letterpress import report.txt",
        "letterpress import letter.txt",
    ),
    error(
        "unreadable-letter",
        "The file holds no text that can be read: it is encrypted, scanned, broken, too large, or neither text nor PDF. Where a PDF can be read by people, its text can be copied into a file.",
        "letterpress import scanned.pdf",
        "pdftotext -layout letter.pdf - | letterpress import -",
    ),
];
