//! On the form of front matter.

use super::{Rule, error, warning};

pub(super) const RULES: &[Rule] = &[
    error(
        "missing-front-matter",
        "Each file begins with its facts, between two lines of three hyphens. They are called its front matter.",
        "kind: monitoring-visit\ndated: 2018-02-15",
        "---\nkind: monitoring-visit\ndated: 2018-02-15\n---",
    ),
    error(
        "yaml-tab",
        "Lines of front matter begin with spaces. A tab is as wide as each program likes, so YAML does not allow it there.",
        "progress:\n\twords: steady",
        "progress:\n  words: steady",
    ),
    error(
        "yaml-space",
        "Word processors write spaces that do not break. They look like spaces and are none.",
        "kind:␣monitoring-visit   # where ␣ does not break",
        "kind: monitoring-visit",
    ),
    error(
        "yaml-colon",
        "A colon with a space after it ends a key. In a text it is taken for that, unless the text stands in quotes; and a key needs the space.",
        "words: making progress: steady",
        "words: \"making progress: steady\"",
    ),
    error(
        "yaml-quote",
        "A text that begins with a quotation mark ends with the next one. Nothing may follow it, and it may not be left out.",
        "text: 'Children's plans are late",
        "text: \"Children's plans are late\"",
    ),
    error(
        "yaml-bracket",
        "A list in square brackets ends with a bracket, and a text that begins with one is taken for a list.",
        "topics: [thresholds, recording",
        "topics: [thresholds, recording]",
    ),
    error(
        "yaml-mark",
        "Some marks mean something to YAML at the beginning of a text: * & @ ` % and others. In quotes they are text.",
        "text: *Some* plans are late",
        "text: \"*Some* plans are late\"",
    ),
    error(
        "yaml-indent",
        "Lines that belong together begin in the same column.",
        "findings:\n  - polarity: mixed\n     topics: [recording]",
        "findings:\n  - polarity: mixed\n    topics: [recording]",
    ),
    error(
        "yaml-syntax",
        "Front matter is written in YAML: a key, a colon, a space and a value on each line; lists with hyphens.",
        "kind monitoring-visit",
        "kind: monitoring-visit",
    ),
    error(
        "yaml-depth",
        "Groups and lists stand within one another, three deep in a letter. Beyond sixteen nobody could read them.",
        "areas: [[[[[[[[[[[[[[[[[early help]]]]]]]]]]]]]]]]]",
        "areas: [early help]",
    ),
    error(
        "yaml-values",
        "A letter has a few hundred values. Front matter of over 5,000 is another file than was meant.",
        "a spreadsheet as `points:`",
        "the figures that the letter states",
    ),
    error(
        "unwanted-yaml",
        "YAML can name a value and refer to it, merge groups of keys, and give values types. Front matter does without, so that everybody sees what is there.",
        "on_site: &day 2018-01-23\ndated: *day",
        "on_site: 2018-01-23\ndated: 2018-01-23",
    ),
    warning(
        "yaml-comment",
        "What follows a space and a # is a note to oneself, which is not part of the value. In a text it is rarely meant.",
        "text: Some children #2 wait",
        "text: \"Some children #2 wait\"",
    ),
    error(
        "duplicate-key",
        "A key stands once in its group: of two, nobody can tell which is meant.",
        "dated: 2018-02-15\ndated: 2018-02-16",
        "dated: 2018-02-15",
    ),
    error(
        "unknown-key",
        "Only the keys of the format are read. Any other is a slip, or a fact that would be lost.",
        "vist: 6",
        "visit: 6",
    ),
    error(
        "missing-key",
        "Some facts a page cannot do without.",
        "kind: monitoring-visit   # and no `dated:`",
        "kind: monitoring-visit\ndated: 2018-02-15",
    ),
    error(
        "wrong-type",
        "Each key has its kind of value: a text, a number, a date, a list, a group of keys.",
        "areas: early help",
        "areas: [early help]",
    ),
];
