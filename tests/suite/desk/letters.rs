//! Letters as people write them who do not all write alike: with comments, in blocks and in brackets, with quotation marks,
//! folded, and with other ends of lines.

use std::ops::Range;

use crate::folder::Folder;

const FOLDER: &str = "content/authorities/sunderland";

/// The paths of the letters that are worked on.
pub(super) fn paths() -> Vec<String> {
    ["visit-1", "visit-2", "visit-3", "visit-4"].map(|name| format!("{FOLDER}/{name}.md")).into()
}

/// A site with them.
pub(super) fn site() -> Folder {
    let folder = Folder::with_sunderland();
    let [plain, quoted, draft, folded] = texts();
    for (path, text) in paths().iter().zip([plain, quoted.replace('\n', "\r\n"), draft, folded]) {
        folder.write(path, text);
    }
    folder
}

fn texts() -> [String; 4] {
    let facts = |visit: usize, year: usize| {
        format!(
            "kind: monitoring-visit\nvisit: {visit} # note 1\non_site: {year}-08-04/{year}-08-05\ndated: {year}-09-02\n\
             # note 2: none is known\nsource: none\n"
        )
    };
    let plain = format!(
        "---\n{}inspectors: # note 3\n  # note 4\n  - name: Vera Example\n    role: Ofsted Inspector # note 5\n    lead: true\n\
         \x20 - name: Max Example # note 6\n    role: Ofsted Inspector\n  - name: Ada Example\n\
         areas: # note 7\n  - early help # note 8\n  - the front door\n  # note 9\n  - care leavers\n\
         progress:\n  words: making steady progress # note 10\n  level: steady\n\
         findings: # note 11\n  # note 12\n  - id: leaders-know # note 13\n    polarity: strength # note 14\n\
         \x20   topics: [leadership, partnership] # note 15\n    text: Leaders know what to improve. # note 16\n\
         \x20   words: Leaders know well. They improve much. # note 17\n\
         \x20 # note 18\n  - polarity: not-yet\n    topics:\n      - thresholds # note 19\n      - early-help\n\
         \x20   text: Thresholds are not always understood.\n    words:\n      - not always understood # note 20\n      - by partners\n\
         \x20   page: 2\n\n  - id: plans\n    polarity: improving\n    topics: [early-help]\n    text: Plans are better. # note 21\n\
         measures:\n  # note 22\n  - id: cases\n    label: Cases # note 23\n    points: {{2016-04: 252, 2016-07: 300}} # note 24\n\
         \x20 - id: plans\n    label: Plans\n    unit: percent\n    points: {{2016-04: 52}}\n  - id: visits\n    label: Visits\n\
         ---\n\nLeaders know what to improve.\n\nMore is to be done.\n",
        facts(1, 2016)
    );
    let quoted = format!(
        "---\n{}inspectors:\n- name: \"Vera Example\" # note 3\n  lead: true\n- {{name: 'Max Example', role: \"Ofsted Inspector\"}} # note 4\n\
         areas: [\"early help\", 'the front door'] # note 5\n\
         progress: {{words: \"making steady progress\", level: steady}} # note 6\n\
         findings:\n- polarity: \"strength\" # note 7\n  topics: ['leadership'] # note 8\n  text: \"Leaders say: all is well.\" # note 9\n\
         \x20 words: ['all is well', \"and better\"]\n# note 10\n- polarity: not-yet\n  topics: [\"thresholds\", partnership]\n\
         \x20 text: 'Schools'' meetings are not held.' # note 11\n  words: \"not held. None is planned.\"\n\
         - polarity: mixed\n  topics: [early-help] # note 12\n  text: Some help is early.\n  words: some help # note 13\n\
         measures:\n- {{id: cases, label: \"Cases\"}} # note 14\n- id: plans # note 15\n  label: 'Plans'\n\
         ---\nA summary.\n",
        facts(2, 2017)
    );
    let draft = format!(
        "---\ndraft: true # note 20\n{}areas:\n    - early help\n    - care leavers # note 3\nsuggested: true\nfindings:\n\
         \x20   # note 4\n    - polarity: strength\n      topics: [leadership]\n      text: Leaders lead. # note 5\n      words: Leaders lead. And follow.\n      page: 1\n\
         \x20   - polarity: not-yet # note 6\n      topics: [thresholds]\n      text: Thresholds are high.\n      words: Thresholds are high. Too high.\n      page: 1\n\
         \x20   # note 7\n    - polarity: improving\n      topics: [early-help]\n      text: Help is sooner.\n      words: [help is, sooner] # note 8\n      page: 2\n\
         \x20   - polarity: mixed\n      topics: [partnership] # note 9\n      text: Some partners come.\n      words: Some partners come.\n      suggested: false\n\
         ---\n",
        facts(3, 2018)
    );
    let folded = format!(
        "---\n{}progress:\n    words: >-\n        making steady\n        progress\n    level: steady\nfindings:\n\
         \x20 -\n    polarity: strength\n    topics:\n    - leadership # note 3\n    text: >-\n      Leaders know what\n      to improve.\n    words: |\n      Leaders know. They\n\
         \x20 # note 4\n  -   polarity: not-yet # note 5\n      topics: [\n        thresholds, # note 6\n        early-help\n      ]\n      text: Thresholds are not\n        always understood.\n      words: not always. By far.\n\
         \x20 - {{polarity: mixed, topics: [partnership], text: Partners come at times., words: [come, at times]}} # note 7\n\
         # note 8\ninspectors:\n  - {{name: Vera Example, lead: true}}\n  - name: >-\n      Max Example\n    role: Ofsted Inspector\n\
         ---\n\n# A heading\n\nA summary, with  \na line's end.\n\n",
        facts(4, 2019)
    );
    [plain, quoted, draft, folded]
}

/// The lines of a text, each with its end.
pub(super) fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Which lines the front matter has, without its hyphens.
pub(super) fn front_matter(text: &str) -> Range<usize> {
    let lines = lines(text);
    let end = lines.iter().skip(1).position(|line| line.trim_end() == "---").expect("an end");
    1..end + 1
}

/// Which lines a key of the front matter has, with the comments behind it; none where it is not there.
pub(super) fn of_key(text: &str, key: &str) -> Option<Range<usize>> {
    let (lines, front) = (lines(text), front_matter(text));
    let start = front.clone().find(|line| lines[*line].starts_with(&format!("{key}:")))?;
    let is_next = |line: &usize| lines[*line].starts_with(|it: char| it.is_ascii_alphabetic());
    let end = (start + 1..front.end).find(is_next).unwrap_or(front.end);
    Some(start..end)
}

/// Which lines each item of a list in hyphens has, with the comments behind it.
pub(super) fn of_items(text: &str, list: &str) -> Vec<Range<usize>> {
    let Some(block) = of_key(text, list) else { return Vec::new() };
    let lines = lines(text);
    let column = |line: &str| line.find(|it: char| it != ' ').unwrap_or(0);
    let is_item = |line: &str| {
        let line = line.trim();
        line == "-" || line.starts_with("- ")
    };
    let Some(first) = block.clone().find(|line| is_item(lines[*line])) else { return Vec::new() };
    let starts: Vec<usize> = (first..block.end)
        .filter(|line| is_item(lines[*line]) && column(lines[*line]) == column(lines[first]))
        .collect();
    let ends = starts.iter().skip(1).copied().chain([block.end]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// The comments of lines, each by its number.
pub(super) fn notes<'t>(lines: impl IntoIterator<Item = &'t str>) -> Vec<&'t str> {
    lines.into_iter().filter_map(|line| Some(line.split_once("# note ")?.1.trim_end())).collect()
}
