//! On files that cannot be taken in.

use crate::diagnostics::rules;

rules! {
    Error NOT_TEXT = "not-text" {
        about: "Texts are saved in UTF-8, which every editor can write.",
        example: "a file saved as ‘ANSI’ or ‘Western European’",
        fix: "the same file saved with the encoding UTF-8",
    }
    Error TOO_LARGE = "too-large" {
        about: "A summary is a few pages. A text of over a megabyte is another file than was meant; so is a picture or a PDF of over fifty. Templates of over ten, and files of themes of over a thousand together, are more than any page needs.",
        example: "a whole book as `visit-6.md`",
        fix: "a summary of the letter",
    }
    Error NOT_A_FILE = "not-a-file" {
        about: "What lies in `content/` and in a theme is published, so nothing in them may lead elsewhere. Nor may `site.toml`: lines of it are told.",
        example: "a symbolic link in `content/`",
        fix: "the file itself",
    }
    Error NO_CONTENT = "no-content" {
        about: "A site is made from the folder `content`. Where that is missing, the published site stays.",
        example: "an empty folder with a `site.toml`",
        fix: "the folders `content/authorities`, `content/topics`, `content/pages`",
    }
    Error SITE_TOO_LARGE = "site-too-large" {
        about: "GitHub Pages publishes no site of over 1 GB; for another host, `size_limit` says how many megabytes it takes.",
        example: "a thousand scanned letters in `content/`",
        fix: "[the letter](https://files.ofsted.gov.uk/v1/file/2757412)",
    }
}
