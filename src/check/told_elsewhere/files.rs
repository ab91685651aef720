//! On files, links and addresses.

use super::{Rule, error, warning};

pub(super) const RULES: &[Rule] = &[
    error(
        "not-text",
        "Texts are saved in UTF-8, which every editor can write.",
        "a file saved as ‘ANSI’ or ‘Western European’",
        "the same file saved with the encoding UTF-8",
    ),
    error(
        "too-large",
        "A summary is a few pages. A text of over a megabyte is another file than was meant; so is a picture or a PDF of over fifty. Templates of over ten, and files of themes of over a thousand together, are more than any page needs.",
        "a whole book as `visit-6.md`",
        "a summary of the letter",
    ),
    error(
        "too-many-problems",
        "A hundred problems of a file are told, and errors before warnings. When so many are there, one mistake is often behind them all.",
        "a whole web page as `visit-6.md`",
        "a summary of the letter",
    ),
    error(
        "not-a-file",
        "What lies in `content/` and in a theme is published, so nothing in them may lead elsewhere. Nor may `site.toml`: lines of it are told.",
        "a symbolic link in `content/`",
        "the file itself",
    ),
    error(
        "misplaced-file",
        "What a text is follows from where it lies.",
        "content/visit-6.md",
        "content/authorities/sunderland/visit-6.md",
    ),
    error(
        "bad-file-name",
        "The name of a file is part of a web address.",
        "content/topics/Early Help.md",
        "content/topics/early-help.md",
    ),
    error(
        "unsafe-file",
        "Beside texts only pictures, PDF and CSV are copied: nothing that could run in a reader's browser.",
        "content/pages/notes.docx",
        "content/pages/notes.pdf",
    ),
    warning(
        "unlinked-file",
        "A file that no text links to is not published: it may lie there by mistake.",
        "content/pages/chart.png   # and no link to it",
        "![Open cases rose](chart.png)",
    ),
    error(
        "address-taken",
        "Each page has its own address, also where disks do not tell large letters from small ones.",
        "aliases: [/about/]   # and a page `about.md`",
        "aliases: [/about-us/]",
    ),
    error(
        "dead-link",
        "A link leads to a file, a page, a heading or a finding that is there.",
        "[visit 1](visit1.md)",
        "[visit 1](2016-09-02-visit-1.md)",
    ),
    error(
        "lost-permalink",
        "Others link to a finding by its id. An id that was published leads to the finding for good: when it changes, the old one becomes an alias.",
        "- id: thresholds-known-well   # was `thresholds-known`",
        "- id: thresholds-known-well\n  aliases: [thresholds-known]",
    ),
    warning(
        "moved-permalink",
        "An old address of a letter leads to the letter, but not to a finding on it: on the way browsers lose what stands behind the `#`.",
        "aliases: [/authorities/sunderland/visit-6/]   # in `2018-02-15-visit-6.md`",
        "slug: visit-6",
    ),
    warning(
        "shifted-permalink",
        "An id leads to the same finding for good. Ids made from a topic and a number pass to other findings when one is put in before them.",
        "- text: Schools are new here.\n  …   # and now `thresholds-1`\n- text: Thresholds are known.\n  …   # was `thresholds-1`",
        "- id: schools\n  …\n- id: thresholds-1\n  text: Thresholds are known.\n  …",
    ),
    error(
        "unsafe-link",
        "Links lead to pages and mailboxes. Other addresses can run things, or leave the reader's safe connection.",
        "[see](javascript:alert(1))",
        "[see](https://example.org/)",
    ),
    error(
        "external-picture",
        "A page shows only pictures of its own site, so that no other site learns who reads it.",
        "![Open cases rose](https://example.org/chart.png)",
        "![Open cases rose](chart.png)",
    ),
    error(
        "no-letters",
        "The published site has letters, and there is none any more. That is a slip more often than not, so the published site stays. To publish one without letters, delete the folder that it was built into first.",
        "an empty folder `content/authorities`",
        "content/authorities/sunderland/2018-02-15-visit-6.md",
    ),
    error(
        "no-content",
        "A site is made from the folder `content`. Where that is missing, the published site stays.",
        "an empty folder with a `site.toml`",
        "the folders `content/authorities`, `content/topics`, `content/pages`",
    ),
];
