//! On a run as a whole: what is in no file of the content.

use super::{Rule, error};

pub(super) const RULES: &[Rule] = &[
    error(
        "not-a-site",
        "A site's folder has a `site.toml` in it. Without one there is nothing to look at.",
        "letterpress build --root content",
        "letterpress build --root .",
    ),
    error(
        "bad-option",
        "What the command line says over `site.toml` is held to the same rules.",
        "letterpress build --base-url example.org",
        "letterpress build --base-url https://example.org/",
    ),
    error(
        "bad-old-data",
        "The ids of findings are compared with those of a site that was built before: its folder, or the file `data/findings.csv` in it.",
        "letterpress ids --against content",
        "letterpress ids --against public",
    ),
    error(
        "output-refused",
        "Only a folder that holds nothing but what was built there before is replaced. So no file of yours is lost.",
        "letterpress build --output content",
        "letterpress build --output public",
    ),
    error(
        "machine",
        "The machine would not do it: a disk that is full, a file that may not be read. The site is as it was.",
        "letterpress build --output /proc/site",
        "letterpress build --output public",
    ),
];
