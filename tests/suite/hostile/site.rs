//! A site with every payload in every place that an editor can write a text in.

use std::fmt::Write as _;

use letterpress::diagnostics::is_forbidden;

use crate::folder::Folder;

/// How many payloads share a file.
const TOGETHER: usize = 10;

/// The places of a payload: in the body of a letter, in its front matter, of its authority and of its topic.
pub(crate) const PLACES: usize = 13 + 10 + 7 + 2;

/// Every page names all plain pages, so only some payloads have one.
const PAGES_APART: usize = 16;

/// Ends what a payload may have begun in Markdown, so that the next one begins anew.
const END: &str = "\n\n--> ?> ]]> > </script></style></pre></textarea>\n\n";

/// A folder with the site. All payloads are in it, those with line ends and marks of Markdown by themselves.
pub(crate) fn site(payloads: &[String], theme: &str) -> Folder {
    let folder = Folder::new();
    let title = quoted("</title><script>window.__ran = 1</script>");
    let settings = format!(
        "title = {title}\ndescription = {title}\nbase_url = \"https://letters.example/\"\n\
         [search]\nenabled = false\n[feeds]\nlimit = 1000\n[theme]\nname = \"{theme}\"\n[theme.options]\nfooter = {title}\n"
    );
    folder.write("site.toml", settings);
    let is_block = |payload: &&String| payload.contains("```") || payload.contains("~~~");
    let (blocks, others): (Vec<&String>, Vec<&String>) = payloads.iter().partition(is_block);
    let groups = blocks.chunks(1).chain(others.chunks(TOGETHER)).enumerate();
    for (number, group) in groups {
        folder.write(&format!("content/topics/topic-{number}.md"), topic(group));
        if number % PAGES_APART == 0 {
            folder.write(&format!("content/pages/page-{number}.md"), page(group));
        }
        let authority = format!("content/authorities/authority-{number}");
        folder.write(&format!("{authority}/authority.md"), self::authority(group));
        folder.write(&format!("{authority}/letter.md"), letter(number, group));
    }
    folder
}

fn letter(number: usize, group: &[&String]) -> String {
    let mut text = String::from(
        "---\nkind: monitoring-visit\nvisit: 1\non_site: 2017-02\ndated: 2017-02-01\nsource: https://example.org/\n",
    );
    let list = |key: &str, item: &dyn Fn(usize, &str) -> String| {
        let items = group.iter().enumerate();
        format!("{key}:\n") + &items.map(|(place, it)| item(place, it)).collect::<String>()
    };
    text += &list("areas", &|_, it| format!("  - {}\n", quoted(it)));
    text += &list("evidence", &|_, it| format!("  - {}\n", quoted(it)));
    text += &list("inspectors", &|_, it| format!("  - name: {0}\n    role: {0}\n", quoted(it)));
    text += &list("quotes", &|_, it| format!("  - words: {0}\n    speaker: {0}\n", quoted(it)));
    text += &list("findings", &|place, it| {
        let polarity = ["strength", "improving", "mixed", "not-yet"][place % 4];
        format!(
            "  - polarity: {polarity}\n    topics: [topic-{number}]\n    text: {0}\n    subject: {0}\n",
            quoted(it)
        )
    });
    text += &list("measures", &|place, it| {
        format!(
            "  - id: measure{place}\n    label: {}\n    points: {{2016: 1, 2017: 2}}\n",
            quoted(it)
        )
    });
    let words = group.iter().map(|it| it.as_str()).collect::<Vec<_>>().join(" ");
    text += &format!("progress:\n  words: {}\n---\n", quoted(&words));
    text + &group.iter().map(|payload| body(payload)).collect::<String>()
}

/// A payload in the places of a body.
fn body(payload: &str) -> String {
    // A character that cannot be seen keeps the whole file out, which another test holds.
    let payload: String = payload.chars().filter(|it| !is_forbidden(*it)).collect();
    let line = payload.replace('\n', " ");
    let cell = line.replace('|', "\\|");
    let mut text = String::new();
    for part in [
        payload.clone(),
        format!("Words {line} words"),
        format!("## {line}"),
        format!("| a | b |\n|:-:|--:|\n| {cell} | x |"),
        format!("- {line}\n- [ ] {line}"),
        format!("> {line}"),
        format!("[{line}](https://example.org/)"),
        format!("[a]({line})"),
        format!("[a](<{line}>)"),
        format!("[a](https://example.org/ \"{line}\")"),
        format!("![{line}](https://example.org/a.png '{line}')"),
        format!("``` {line}\n{line}\n```"),
        format!("Words[^{line}]\n\n[^{line}]: {line}"),
    ] {
        text += END;
        text += &part;
    }
    text + END
}

fn authority(group: &[&String]) -> String {
    let words = group.iter().map(|it| it.as_str()).collect::<Vec<_>>().join(" ");
    let mut text = format!(
        "---\nname: {0}\nformal_name: {0}\nregion: North East\naliases: [{0}]\n\
         delivery:\n  - name: {0}\n    short_name: {0}\n    from: 2010\n\
         inspections:\n  - published: 2015-07\n    overall: inadequate\n",
        quoted(&words)
    );
    text += "visits:\n";
    for (place, payload) in group.iter().enumerate() {
        writeln!(
            text,
            "  - visit: {}\n    on_site: 2016-0{}\n    note: {}",
            place + 2,
            place % 9 + 1,
            quoted(payload)
        )
        .expect("a text");
    }
    text += "events:\n";
    for payload in group {
        writeln!(text, "  - date: 2016\n    text: {}", quoted(payload)).expect("a text");
    }
    text + "---\nA place.\n"
}

fn topic(group: &[&String]) -> String {
    let words = group.iter().map(|it| it.as_str()).collect::<Vec<_>>().join(" ");
    format!("---\ntitle: {0}\ngroup: Access\naliases: [{0}]\n---\nA topic.\n", quoted(&words))
}

fn page(group: &[&String]) -> String {
    let words = group.iter().map(|it| it.as_str()).collect::<Vec<_>>().join(" ");
    format!("---\ntitle: {}\n---\n{}", quoted(&words), body(group[0]))
}

/// A text in double quotes, as YAML and TOML both read it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            ' '..='\u{7e}' => quoted.push(letter),
            letter => write!(quoted, "\\U{:08X}", u32::from(letter)).expect("a text"),
        }
    }
    quoted + "\""
}
