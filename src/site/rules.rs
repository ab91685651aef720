//! On a site as a whole, its options and its size.

use crate::diagnostics::rules;

rules! {
    Error NOT_A_SITE = "not-a-site" {
        about: "A site's folder has a `site.toml` in it. Without one there is nothing to look at.",
        example: "letterpress build --root content",
        fix: "letterpress build --root .",
    }
    Error BAD_OPTION = "bad-option" {
        about: "What the command line says over `site.toml` is held to the same rules.",
        example: "letterpress build --base-url example.org",
        fix: "letterpress build --base-url https://example.org/",
    }
    Warning MISSING_BASE_URL = "missing-base-url" {
        about: "Feeds, the sitemap and search engines need the address that the site is published at.",
        example: "title = \"Letters\"",
        fix: "title = \"Letters\"\nbase_url = \"https://example.org/\"",
    }
    Error TEXT_WITHOUT_LETTER = "text-without-letter" {
        about: "A text in an authority's folder is that of a letter, word for word, which its findings are held against. Its file has the name of the letter's.",
        example: "visit-1.txt   # beside `2016-09-02-visit-1.md`",
        fix: "2016-09-02-visit-1.txt",
    }
    Error MISSING_TEXTS = "missing-texts" {
        about: "The texts that letters are held against lie beside them, or in a folder that `[letters]` of `site.toml` names.",
        example: "[letters]\ntexts = \"letters\"   # where there is no such folder",
        fix: "[letters]\ntexts = \"../letters\"",
    }
    Error MISSING_VOCABULARY = "missing-vocabulary" {
        about: "A site's own words stand in `[vocabulary]` of `site.toml`, or in a file beside it that this names.",
        example: "[vocabulary]\nfile = \"words.toml\"   # where there is no such file",
        fix: "[vocabulary]\nfile = \"vocabulary.toml\"",
    }
    Error UNKNOWN_THEME = "unknown-theme" {
        about: "A theme is a folder in `themes/`, or one that comes with the program.",
        example: "theme = \"plian\"",
        fix: "theme = \"plain\"",
    }
    Error UNKNOWN_OPTION = "unknown-option" {
        about: "A theme has the options that its `theme.toml` lists.",
        example: "[theme.options]\nfoter = \"…\"",
        fix: "[theme.options]\nfooter = \"…\"",
    }
    Error WRONG_OPTION = "wrong-option" {
        about: "An option has the kind of value that the theme gives it. A text that stands in a stylesheet is one value of CSS.",
        example: "footer = 3",
        fix: "footer = \"Kept by volunteers.\"",
    }
    Error NO_LETTERS = "no-letters" {
        about: "The published site has letters, and there is none any more. That is a slip more often than not, so the published site stays. To publish one without letters, delete the folder that it was built into first.",
        example: "an empty folder `content/authorities`",
        fix: "content/authorities/sunderland/2018-02-15-visit-6.md",
    }
    Warning LARGE_SITE = "large-site" {
        about: "The site is over four fifths of what its host takes: 800 MB, where that is GitHub Pages.",
        example: "a thousand scanned letters in `content/`",
        fix: "[the letter](https://files.ofsted.gov.uk/v1/file/2757412)",
    }
}
