//! `explain`: what a rule is for, an example, and the fix.

use std::io;

use letterpress::diagnostics::{Rule, Shown};
use letterpress::rules;

use super::{Outcome, output};

/// Explains one rule; or lists all, where none is asked for.
pub(crate) fn run(code: Option<&str>) -> io::Result<Outcome> {
    let rules = rules::all();
    let Some(code) = code else {
        return list(&rules);
    };
    match rules.iter().find(|rule| rule.code == code) {
        Some(rule) => explain(rule),
        None => {
            let near =
                letterpress::diagnostics::did_you_mean(code, rules.iter().map(|rule| rule.code));
            let help = near.unwrap_or_else(|| "`explain` alone lists all codes".to_owned());
            let message = format!("there is no rule `{}`\n  help: {help}", Shown::from(code));
            output::ended(Outcome::Usage, output::failure(&message))
        }
    }
}

fn explain(rule: &Rule) -> io::Result<Outcome> {
    let Rule { code, severity, about, example, fix, .. } = rule;
    output::text(&format!(
        "{code} ({})\n\n{about}\n\nNot like this:\n\n{}\n\nBut like this:\n\n{}\n",
        severity.word(),
        indented(example),
        indented(fix),
    ))?;
    Ok(Outcome::Done)
}

fn list(rules: &[&Rule]) -> io::Result<Outcome> {
    let mut list = String::new();
    let width = rules.iter().map(|rule| rule.code.len()).max().unwrap_or(0);
    for rule in rules {
        let sentence = rule.about.split_once(". ").map_or(rule.about, |(first, _)| first);
        let sentence = sentence.trim_end_matches('.');
        let row = format!("{:width$}  {:7}  {sentence}\n", rule.code, rule.severity.word());
        list.push_str(&row);
    }
    output::text(&list)?;
    Ok(Outcome::Done)
}

fn indented(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("    {line}")).collect();
    lines.join("\n")
}
