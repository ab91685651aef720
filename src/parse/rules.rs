//! On the places and names of files, the form of front matter, its values, settings and `theme.toml`.

use crate::diagnostics::rules;

rules! {
    Error MISPLACED_FILE = "misplaced-file" {
        about: "What a text is follows from where it lies, and what it is called.",
        example: "content/visit-6.md",
        fix: "content/authorities/sunderland/visit-6.md",
    }
    Error BAD_FILE_NAME = "bad-file-name" {
        about: "The name of a file is part of a web address.",
        example: "content/topics/Early Help.md",
        fix: "content/topics/early-help.md",
    }
    Error MISSING_FRONT_MATTER = "missing-front-matter" {
        about: "Each file begins with its facts, between two lines of three hyphens. They are called its front matter.",
        example: "kind: monitoring-visit\ndated: 2018-02-15",
        fix: "---\nkind: monitoring-visit\ndated: 2018-02-15\n---",
    }
    Error YAML_TAB = "yaml-tab" {
        about: "Lines of front matter begin with spaces. A tab is as wide as each program likes, so YAML does not allow it there.",
        example: "progress:\n\twords: steady",
        fix: "progress:\n  words: steady",
    }
    Error YAML_SPACE = "yaml-space" {
        about: "Word processors write spaces that do not break. They look like spaces and are none.",
        example: "kind:␣monitoring-visit   # where ␣ does not break",
        fix: "kind: monitoring-visit",
    }
    Error YAML_COLON = "yaml-colon" {
        about: "A colon with a space after it ends a key. In a text it is taken for that, unless the text stands in quotes; and a key needs the space.",
        example: "words: making progress: steady",
        fix: "words: \"making progress: steady\"",
    }
    Error YAML_QUOTE = "yaml-quote" {
        about: "A text that begins with a quotation mark ends with the next one. Nothing may follow it, and it may not be left out.",
        example: "text: 'Children's plans are late",
        fix: "text: \"Children's plans are late\"",
    }
    Error YAML_BRACKET = "yaml-bracket" {
        about: "A list in square brackets ends with a bracket, and a text that begins with one is taken for a list.",
        example: "topics: [thresholds, recording",
        fix: "topics: [thresholds, recording]",
    }
    Error YAML_MARK = "yaml-mark" {
        about: "Some marks mean something to YAML at the beginning of a text: * & @ ` % and others. In quotes they are text.",
        example: "text: *Some* plans are late",
        fix: "text: \"*Some* plans are late\"",
    }
    Error YAML_INDENT = "yaml-indent" {
        about: "Lines that belong together begin in the same column.",
        example: "findings:\n  - polarity: mixed\n     topics: [recording]",
        fix: "findings:\n  - polarity: mixed\n    topics: [recording]",
    }
    Error YAML_SYNTAX = "yaml-syntax" {
        about: "Front matter is written in YAML: a key, a colon, a space and a value on each line; lists with hyphens.",
        example: "kind monitoring-visit",
        fix: "kind: monitoring-visit",
    }
    Error YAML_DEPTH = "yaml-depth" {
        about: "Groups and lists stand within one another, three deep in a letter. Beyond sixteen nobody could read them.",
        example: "areas: [[[[[[[[[[[[[[[[[early help]]]]]]]]]]]]]]]]]",
        fix: "areas: [early help]",
    }
    Error YAML_VALUES = "yaml-values" {
        about: "A letter has a few hundred values. Front matter of over 5,000 is another file than was meant.",
        example: "a spreadsheet as `points:`",
        fix: "the figures that the letter states",
    }
    Error UNWANTED_YAML = "unwanted-yaml" {
        about: "YAML can name a value and refer to it, merge groups of keys, and give values types. Front matter does without, so that everybody sees what is there.",
        example: "on_site: &day 2018-01-23\ndated: *day",
        fix: "on_site: 2018-01-23\ndated: 2018-01-23",
    }
    Error YAML_COMMENT = "yaml-comment" {
        about: "What follows a space and a # is a note to oneself, which is not part of the value. Behind a text it would cut that off for all readers, so it is refused there; notes stand on lines of their own.",
        example: "text: Some children #2 wait",
        fix: "text: \"Some children #2 wait\"",
    }
    Error DUPLICATE_KEY = "duplicate-key" {
        about: "A key stands once in its group: of two, nobody can tell which is meant.",
        example: "dated: 2018-02-15\ndated: 2018-02-16",
        fix: "dated: 2018-02-15",
    }
    Error UNKNOWN_KEY = "unknown-key" {
        about: "Only the keys of the format are read. Any other is a slip, or a fact that would be lost.",
        example: "vist: 6",
        fix: "visit: 6",
    }
    Error MISSING_KEY = "missing-key" {
        about: "Some facts a page cannot do without.",
        example: "kind: monitoring-visit   # and no `dated:`",
        fix: "kind: monitoring-visit\ndated: 2018-02-15",
    }
    Error WRONG_TYPE = "wrong-type" {
        about: "Each key has its kind of value: a text, a number, a date, a list, a group of keys.",
        example: "areas: early help",
        fix: "areas: [early help]",
    }
    Error BAD_DATE = "bad-date" {
        about: "Dates are written year first, as exactly as the letter gives them and no more so.",
        example: "dated: 15/02/2018",
        fix: "dated: 2018-02-15",
    }
    Error BAD_NUMBER = "bad-number" {
        about: "Visits are counted from 1 in each cycle, and figures are finite.",
        example: "visit: 2018",
        fix: "visit: 6",
    }
    Error BAD_PAGE = "bad-page" {
        about: "A page is where the letter's words are found again. Pages are counted from 1, whatever number they print.",
        example: "words: [plans are late, the same is true of visits]\npage: [2, 3, 4]",
        fix: "words: [plans are late, the same is true of visits]\npage: [2, 3]",
    }
    Error BAD_SLUG = "bad-slug" {
        about: "Names that stand in a web address have small letters, digits and hyphens only.",
        example: "slug: Visit 6",
        fix: "slug: visit-6",
    }
    Error BAD_ADDRESS = "bad-address" {
        about: "A source is the whole address of a page on the web.",
        example: "source: www.gov.uk/ofsted",
        fix: "source: https://www.gov.uk/ofsted",
    }
    Error BAD_ALIAS = "bad-alias" {
        about: "An alias with a slash is an old address of this site, from its first slash on.",
        example: "aliases: [old/visit-6]",
        fix: "aliases: [/old/visit-6/]",
    }
    Error RESERVED_ID = "reserved-id" {
        about: "Some anchors are the page's own: `main`, and those that begin with `section-` or `measure-`.",
        example: "id: main",
        fix: "id: main-risk-understood",
    }
    Error DUPLICATE_AUTHORITY = "duplicate-authority" {
        about: "A letter is sent to an authority once.",
        example: "authorities: [medway, medway]",
        fix: "authorities: [medway]",
    }
    Error DUPLICATE_TOPIC = "duplicate-topic" {
        about: "A finding is about a topic once.",
        example: "topics: [recording, recording]",
        fix: "topics: [recording]",
    }
    Error BAD_SETTING = "bad-setting" {
        about: "`site.toml` has a title, and other settings with the names that the README lists.",
        example: "titel = \"Letters\"",
        fix: "title = \"Letters\"",
    }
    Error BAD_THEME = "bad-theme" {
        about: "A theme says its name in `theme.toml`, and may extend another one, but not itself.",
        example: "extends = \"own\"   # in the theme `own`",
        fix: "extends = \"plain\"",
    }
    Error BAD_VOCABULARY = "bad-vocabulary" {
        about: "A vocabulary is lists of words, each with its label and what else its list asks for. The README says which.",
        example: "[[vocabulary.levels]]\nword = \"steady\"\nlable = \"Steady progress\"",
        fix: "[[vocabulary.levels]]\nword = \"steady\"\nlabel = \"Steady progress\"",
    }
    Error DUPLICATE_WORD = "duplicate-word" {
        about: "The words of a list differ, as do their labels; and the marks of polarities.",
        example: "[[vocabulary.regions]]\nword = \"North\"\n[[vocabulary.regions]]\nword = \"north\"",
        fix: "[[vocabulary.regions]]\nword = \"North\"\n[[vocabulary.regions]]\nword = \"South\"",
    }
    Error GRADE_ORDER = "grade-order" {
        about: "Grades stand in order, the best first, with ranks from 1. Two may share one, where one took the other's place.",
        example: "grades = [\n  { word = \"good\", label = \"Good\", rank = 2 },\n  { word = \"poor\", label = \"Poor\", rank = 1 },\n]",
        fix: "grades = [\n  { word = \"good\", label = \"Good\", rank = 1 },\n  { word = \"poor\", label = \"Poor\", rank = 2 },\n]",
    }
    Error BAD_COLOUR = "bad-colour" {
        about: "A colour is six digits of sixteen behind `#`: two each for red, green and blue.",
        example: "light = { mark = \"dark red\", text = \"#8a1f2b\", wash = \"#fbe8e6\" }",
        fix: "light = { mark = \"#9e1b32\", text = \"#8a1f2b\", wash = \"#fbe8e6\" }",
    }
    Error LOW_CONTRAST = "low-contrast" {
        about: "Text needs a contrast of 4.5 to 1 with what it stands on, and a mark one of 3 to 1, so that people with weak sight can read it (WCAG 2.2).",
        example: "light = { mark = \"#ffd7d0\", text = \"#8a1f2b\", wash = \"#fbe8e6\" }",
        fix: "light = { mark = \"#9e1b32\", text = \"#8a1f2b\", wash = \"#fbe8e6\" }",
    }
    Error BAD_MESSAGE = "bad-message" {
        about: "A message of a table in `i18n/` is an id, `=` and its words, as Project Fluent writes them. It has the variables that it is given, and no others.",
        example: "finding_number = Finding { $nubmer }",
        fix: "finding_number = Finding { $number }",
    }
    Error MISSING_MESSAGE = "missing-message" {
        about: "A language has all messages that pages use: a missing one would be said in another language.",
        example: "i18n/de.ftl with one message in it",
        fix: "i18n/de.ftl with all messages of themes/plain/i18n/en.ftl",
    }
    Warning UNKNOWN_MESSAGE = "unknown-message" {
        about: "A table may have messages of its own, for templates of its own. One that nearly has the id of another is more likely a slip.",
        example: "on_this_pag = On this page",
        fix: "on_this_page = On this page",
    }
    Error UNKNOWN_LANGUAGE = "unknown-language" {
        about: "Pages are in a language that the program, the theme or the site has a table of messages for.",
        example: "language = \"de\"   # and no `i18n/de.ftl`",
        fix: "language = \"cy\"",
    }
}
