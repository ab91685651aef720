//! On `site.toml` and themes.

use super::{Rule, error, warning};

pub(super) const RULES: &[Rule] = &[
    error(
        "bad-setting",
        "`site.toml` has a title, and other settings with the names that the README lists.",
        "titel = \"Letters\"",
        "title = \"Letters\"",
    ),
    warning(
        "missing-base-url",
        "Feeds, the sitemap and search engines need the address that the site is published at.",
        "title = \"Letters\"",
        "title = \"Letters\"\nbase_url = \"https://example.org/\"",
    ),
    error(
        "unknown-theme",
        "A theme is a folder in `themes/`, or one that comes with the program.",
        "theme = \"plian\"",
        "theme = \"plain\"",
    ),
    error(
        "bad-theme",
        "A theme says its name in `theme.toml`, and may extend another one, but not itself.",
        "extends = \"own\"   # in the theme `own`",
        "extends = \"plain\"",
    ),
    error(
        "unknown-option",
        "A theme has the options that its `theme.toml` lists.",
        "[theme.options]\nfoter = \"…\"",
        "[theme.options]\nfooter = \"…\"",
    ),
    error(
        "wrong-option",
        "An option has the kind of value that the theme gives it. A text that stands in a stylesheet is one value of CSS.",
        "footer = 3",
        "footer = \"Kept by volunteers.\"",
    ),
    error(
        "bad-template",
        "A template names only values, filters and templates that there are.",
        "{{ letter.nmae }}",
        "{{ letter.name }}",
    ),
    error(
        "page-too-large",
        "A page of over 10 MB takes a minute to load on a telephone. A loop in a template is often behind it.",
        "{% for one in range(end=100000) %}{% for other in range(end=100000) %}",
        "{% for finding in letter.findings %}",
    ),
    error(
        "page-too-slow",
        "A page that takes over 5 seconds is of a template that never ends.",
        "{% for one in range(end=100000) %}{% for other in range(end=100000) %}{% endfor %}{% endfor %}",
        "{% for finding in letter.findings %}",
    ),
    error(
        "page-out-of-memory",
        "A page that takes over 512 MB of memory is of a template that makes a value longer and longer.",
        "{% for one in range(end=60) %}{% set_global words = words ~ words %}{% endfor %}",
        "{% for finding in letter.findings %}{{ finding.html | safe }}{% endfor %}",
    ),
    error(
        "site-too-large",
        "GitHub Pages publishes no site of over 1 GB; for another host, `size_limit` says how many megabytes it takes.",
        "a thousand scanned letters in `content/`",
        "[the letter](https://files.ofsted.gov.uk/v1/file/2757412)",
    ),
    warning(
        "large-site",
        "The site is over four fifths of what its host takes: 800 MB, where that is GitHub Pages.",
        "a thousand scanned letters in `content/`",
        "[the letter](https://files.ofsted.gov.uk/v1/file/2757412)",
    ),
    error(
        "no-such-page",
        "An address was asked for that the site does not have.",
        "/authorities/sunderlnad/",
        "/authorities/sunderland/",
    ),
];
