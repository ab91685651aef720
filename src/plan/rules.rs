//! On addresses, files beside the texts, links and permalinks.

use crate::diagnostics::rules;

rules! {
    Error ADDRESS_TAKEN = "address-taken" {
        about: "Each page has its own address, also where disks do not tell large letters from small ones.",
        example: "aliases: [/about/]   # and a page `about.md`",
        fix: "aliases: [/about-us/]",
    }
    Error UNSAFE_FILE = "unsafe-file" {
        about: "Beside texts only pictures, PDF and CSV are copied: nothing that could run in a reader's browser.",
        example: "content/pages/notes.docx",
        fix: "content/pages/notes.pdf",
    }
    Warning UNLINKED_FILE = "unlinked-file" {
        about: "A file that no text links to is not published: it may lie there by mistake.",
        example: "content/pages/chart.png   # and no link to it",
        fix: "![Open cases rose](chart.png)",
    }
    Error DEAD_LINK = "dead-link" {
        about: "A link leads to a file, a page, a heading or a finding that is there.",
        example: "[visit 1](visit1.md)",
        fix: "[visit 1](2016-09-02-visit-1.md)",
    }
    Error UNSAFE_LINK = "unsafe-link" {
        about: "Links lead to pages, mailboxes and telephones. Other addresses can run things, or leave the reader's safe connection.",
        example: "[see](javascript:alert(1))",
        fix: "[see](https://example.org/)",
    }
    Error EXTERNAL_PICTURE = "external-picture" {
        about: "A page shows only pictures of its own site, so that no other site learns who reads it.",
        example: "![Open cases rose](https://example.org/chart.png)",
        fix: "![Open cases rose](chart.png)",
    }
    Error LOST_PERMALINK = "lost-permalink" {
        about: "Others link to a finding by its id. An id that was published leads to the finding for good: when it changes, the old one becomes an alias.",
        example: "- id: thresholds-known-well   # was `thresholds-known`",
        fix: "- id: thresholds-known-well\n  aliases: [thresholds-known]",
    }
    Warning MOVED_PERMALINK = "moved-permalink" {
        about: "An old address of a letter leads to the letter, but not to a finding on it: on the way browsers lose what stands behind the `#`.",
        example: "aliases: [/authorities/sunderland/visit-6/]   # in `2018-02-15-visit-6.md`",
        fix: "slug: visit-6",
    }
    Warning SHIFTED_PERMALINK = "shifted-permalink" {
        about: "An id leads to the same finding for good. Ids made from a topic and a number pass to other findings when one is put in before them.",
        example: "- text: Schools are new here.\n  …   # and now `thresholds-1`\n- text: Thresholds are known.\n  …   # was `thresholds-1`",
        fix: "- id: schools\n  …\n- id: thresholds-1\n  text: Thresholds are known.\n  …",
    }
    Error BAD_OLD_DATA = "bad-old-data" {
        about: "The ids of findings are compared with those of a site that was built before: its folder, or the file `data/findings.csv` in it.",
        example: "letterpress ids --against content",
        fix: "letterpress ids --against public",
    }
}
