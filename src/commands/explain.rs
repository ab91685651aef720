//! `explain`: what a rule is for, an example, and the fix.

use std::io::{self, Write};

use letterpress::{Rule, rules};

use super::{Outcome, tell};

/// Explains one rule; or lists all, where none is asked for.
pub(crate) fn run(code: Option<&str>) -> io::Result<Outcome> {
    let rules = rules();
    let Some(code) = code else {
        return list(&rules);
    };
    match rules.iter().find(|rule| rule.code == code) {
        Some(rule) => explain(rule),
        None => {
            let near = letterpress::did_you_mean(code, rules.iter().map(|rule| rule.code));
            let help = near.unwrap_or_else(|| "`explain` alone lists all codes".to_owned());
            let message = format!("there is no rule `{code}`\n  help: {help}");
            tell::ended(Outcome::Usage, tell::failure(&message))
        }
    }
}

fn explain(rule: &Rule) -> io::Result<Outcome> {
    let mut out = anstream::stdout().lock();
    writeln!(out, "{} ({})\n\n{}\n", rule.code, rule.severity.word(), rule.about)?;
    writeln!(out, "Not like this:\n\n{}\n", indented(rule.example))?;
    writeln!(out, "But like this:\n\n{}", indented(rule.fix))?;
    Ok(Outcome::Done)
}

fn list(rules: &[&Rule]) -> io::Result<Outcome> {
    let mut out = anstream::stdout().lock();
    let width = rules.iter().map(|rule| rule.code.len()).max().unwrap_or(0);
    for rule in rules {
        let sentence = rule.about.split_once(". ").map_or(rule.about, |(first, _)| first);
        let sentence = sentence.trim_end_matches('.');
        writeln!(out, "{:width$}  {:7}  {sentence}", rule.code, rule.severity.word())?;
    }
    Ok(Outcome::Done)
}

fn indented(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("    {line}")).collect();
    lines.join("\n")
}
