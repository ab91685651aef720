//! On letters that are imported: what was not found in one, what is doubtful, what is no letter.

use crate::diagnostics::rules;

rules! {
    Warning IMPORT_MISSING = "import-missing" {
        about: "What a letter does not state, or states in a way that is not known here, is left out of the draft and never guessed.",
        example: "letterpress import letter.txt   # a letter without a date",
        fix: "dated: 2018-02-15   # in the draft, by hand",
    }
    Warning IMPORT_DOUBT = "import-doubt" {
        about: "The letter says two things that do not go together, or one that does not go together with what the site has: two dates, a visit's number that is taken, a signature of somebody who is not among the inspectors.",
        example: "21 January 2019 … on 14 and 15 January 2020",
        fix: "dated: 2020-01-21   # in the draft, as it must be meant",
    }
    Error NOT_A_LETTER = "not-a-letter" {
        about: "Only letters on monitoring visits and focused visits can be imported, and reports of inspections of an authority's services for children. The title says what a letter is, or its sentence on whose findings it has; what is none of these names itself.",
        example: "letterpress import minutes.txt",
        fix: "letterpress import letter.txt",
    }
    Error NO_AUTHORITY = "no-authority" {
        about: "A draft lies in the folder of the authority that the letter is to, and what a report says stands in the file of the one that was inspected. Where nobody is named that is known, nothing is made.",
        example: "letterpress import letter.txt   # to `Nowhere`",
        fix: "letterpress import --authority Rutland letter.txt",
    }
    Error UNREADABLE_LETTER = "unreadable-letter" {
        about: "The file holds no text that can be read: it is encrypted, scanned, broken, too large, or neither text nor PDF. Where a PDF can be read by people, its text can be copied into a file.",
        example: "letterpress import scanned.pdf",
        fix: "pdftotext -layout letter.pdf - | letterpress import -",
    }
}
