//! `bad-code`, `wrong-code`, `unknown-code` and `wrong-region`: codes and regions of authorities, held against the table of
//! England's.

use std::sync::Arc;

use super::authorities_by_name::AuthoritiesByName;
use crate::diagnostics::{Applicability, Diagnostic, Rule, rules};
use crate::index::Indexes;
use crate::model::england::KnownAuthority;
use crate::model::{Archive, Authority};
use crate::parse::{At, place_of, suggest_instead, yaml_text};

rules! {
    Warning BAD = "bad-code" {
        about: "The Office for National Statistics gives an authority a letter and eight digits, the Department for Education three digits, Ofsted five to seven. Some programs make another number of them.",
        example: "gss_code: 8000024\nla_code: 394.0",
        fix: "gss_code: E08000024\nla_code: 394",
    }
    Error WRONG = "wrong-code" {
        about: "Programs join data by an authority's codes. One of another authority would join what does not belong together.",
        example: "name: Sunderland\ngss_code: E08000023   # South Tyneside's",
        fix: "name: Sunderland\ngss_code: E08000024",
    }
    Warning UNKNOWN = "unknown-code" {
        about: "The program has a table of England's authorities. A code that is not there under the authority's name may be older, newer or of an authority elsewhere, or a slip.",
        example: "name: Sunderland\ngss_code: E08000042",
        fix: "name: Sunderland\ngss_code: E08000024",
    }
    Warning REGION = "wrong-region" {
        about: "Lists put authorities together by their region. The program has a table of England's authorities, with the region of each.",
        example: "name: Sunderland\nregion: London\ngss_code: E08000024",
        fix: "name: Sunderland\nregion: North East\ngss_code: E08000024",
    }
}

/// Who gave a code.
#[derive(Clone, Copy)]
enum CodeList {
    Gss,
    La,
    Urn,
}

/// A code as an authority's file has it.
struct WrittenCode<'a> {
    list: CodeList,
    key: &'static str,
    /// Its index among those that the authority had before, if it is one of these.
    index: Option<usize>,
    written: &'a str,
}

pub(super) fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
    let known = archive.vocabulary.known_authorities;
    // Where the site is not about England, codes are refused as keys.
    let has_codes = |it: &&Arc<Authority>| !written_codes(it).is_empty() && known.have_codes();
    let authorities: Vec<&Arc<Authority>> = archive.authorities.iter().filter(has_codes).collect();
    if authorities.is_empty() {
        return Vec::new();
    }
    let table = AuthoritiesByName::new(known.all());
    let mut problems = Vec::new();
    for authority in authorities {
        let own = table.of(authority);
        if let Some(named) = with_these_codes(&table, authority)
            .filter(|it| Some(it.slug) != own.map(|own| own.slug))
        {
            let at = At::Root.key("name");
            let message = format!("the folder and the codes are those of {}", named.name);
            let problem = WRONG.at(place_of(&authority.source, at), message);
            let problem = problem.help(format!("write `{}`", named.name));
            let meant = (yaml_text(named.name), Applicability::MaybeIncorrect);
            problems.push(suggest_instead(problem, at, meant));
            continue;
        }
        let region = authority.region.map(|region| archive.vocabulary.word(region));
        if let Some(own) = own.filter(|own| region.is_some_and(|region| region != own.region)) {
            let at = At::Root.key("region");
            let message = format!("{} is in another region", own.name);
            let problem = REGION.at(place_of(&authority.source, at), message);
            let problem = problem.help(format!("write `{}`", own.region));
            let meant = (own.region.to_owned(), Applicability::MaybeIncorrect);
            problems.push(suggest_instead(problem, at, meant));
        }
        for code in written_codes(authority) {
            if let Some((rule, message, CodeAdvice { help, meant })) = code.problem(own, &table.all)
            {
                let keyed = At::Root.key(code.key);
                let at = code.index.map_or(keyed, |index| keyed.item(index));
                let problem = rule.at(place_of(&authority.source, at), message).help(help);
                problems.push(match meant {
                    Some(code) => {
                        suggest_instead(problem, at, (code, Applicability::MaybeIncorrect))
                    }
                    None => problem,
                });
            }
        }
    }
    problems
}

fn written_codes(authority: &Authority) -> Vec<WrittenCode<'_>> {
    let code = |list, key, index, written| WrittenCode { list, key, index, written };
    let gss_code = authority.gss_code.iter().map(|it| code(CodeList::Gss, "gss_code", None, it));
    let la_code = authority.la_code.iter().map(|it| code(CodeList::La, "la_code", None, it));
    let ofsted_urn =
        authority.ofsted_urn.iter().map(|it| code(CodeList::Urn, "ofsted_urn", None, it));
    let former = authority.former_gss_codes.iter().enumerate();
    let former = former.map(|(at, it)| code(CodeList::Gss, "former_gss_codes", Some(at), it));
    gss_code.chain(la_code).chain(ofsted_urn).chain(former).collect()
}

/// The one that has the name of this authority's folder and the codes that it has now.
fn with_these_codes<'k>(
    names: &'k AuthoritiesByName,
    authority: &Authority,
) -> Option<&'k KnownAuthority> {
    let codes = written_codes(authority);
    let mut now = codes.iter().filter(|code| code.index.is_none()).peekable();
    now.peek()?;
    let known = names.named(authority.slug.as_str())?;
    now.all(|code| code.list.is_of(known, code.written)).then_some(known)
}

impl CodeList {
    fn name(self) -> &'static str {
        match self {
            CodeList::Gss => "a GSS code: a letter and eight digits",
            CodeList::La => "an LA code: three digits",
            CodeList::Urn => "a URN of Ofsted's: five to seven digits",
        }
    }

    fn is_well_formed(self, code: &str) -> bool {
        let (letters, digits) = match self {
            CodeList::Gss => (1, 8..=8),
            CodeList::La => (0, 3..=3),
            CodeList::Urn => (0, 5..=7),
        };
        code.len().checked_sub(letters).is_some_and(|count| digits.contains(&count))
            && code.bytes().take(letters).all(|byte| byte.is_ascii_uppercase())
            && code.bytes().skip(letters).all(|byte| byte.is_ascii_digit())
    }

    /// The code of this authority, where the table has it.
    fn of(self, known: &KnownAuthority) -> Option<&'static str> {
        match self {
            CodeList::Gss => Some(known.gss_code),
            CodeList::La => Some(known.la_code),
            CodeList::Urn => known.ofsted_urn,
        }
    }

    /// What this authority had before.
    fn before(self, known: &KnownAuthority) -> &[&'static str] {
        match self {
            CodeList::Gss => &known.former_gss_codes,
            CodeList::La | CodeList::Urn => &[],
        }
    }

    fn is_of(self, known: &KnownAuthority, code: &str) -> bool {
        self.of(known) == Some(code) || self.before(known).contains(&code)
    }
}

/// What to do about a code.
struct CodeAdvice {
    help: String,
    /// The code to write in its place, where that is known.
    meant: Option<String>,
}

impl CodeAdvice {
    fn only(help: &str) -> Self {
        CodeAdvice { help: help.to_owned(), meant: None }
    }

    fn take_out() -> Self {
        CodeAdvice::only("look at the code again, or take it out")
    }
}

impl WrittenCode<'_> {
    /// What is wrong with it, and what to do, where the table has this authority and where not.
    fn problem(
        &self,
        own: Option<&KnownAuthority>,
        table: &[KnownAuthority],
    ) -> Option<(&'static Rule, String, CodeAdvice)> {
        let WrittenCode { list, key: _, index, written } = *self;
        if !list.is_well_formed(written) {
            let message = format!("`{written}` is not {}", list.name());
            return Some((BAD, message, self.form_help(own)));
        }
        let holder = table.iter().find(|known| list.is_of(known, written));
        let Some(own) = own else {
            let (message, help) = match holder {
                Some(holder) => (
                    format!("`{written}` is the code of {}", holder.name),
                    "look at the code again, or at the authority's name",
                ),
                None => (
                    format!("the table of England's authorities has no code `{written}`"),
                    "look at the code again; an authority elsewhere may have it",
                ),
            };
            return Some((UNKNOWN, message, CodeAdvice::only(help)));
        };
        if index.is_some() {
            return self.problem_before(own, holder);
        }
        let right = list.of(own);
        if right == Some(written) {
            return None;
        }
        let (rule, message) = match holder {
            Some(holder) if holder.slug == own.slug => {
                (UNKNOWN, format!("{} had the code `{written}` before", own.name))
            }
            Some(holder) => (WRONG, format!("`{written}` is the code of {}", holder.name)),
            None => {
                (UNKNOWN, format!("the table of England's authorities has no code `{written}`"))
            }
        };
        let Some(right) = right else {
            return Some((rule, message, CodeAdvice::take_out()));
        };
        let help = match holder {
            Some(holder) if holder.slug == own.slug => {
                format!("write `{right}`, and the other in `former_gss_codes`")
            }
            _ => format!("write `{right}`, the code of {}", own.name),
        };
        Some((rule, message, CodeAdvice { help, meant: Some(right.to_owned()) }))
    }

    /// A code that the authority had before may be that of one that it replaced.
    fn problem_before(
        &self,
        own: &KnownAuthority,
        holder: Option<&KnownAuthority>,
    ) -> Option<(&'static Rule, String, CodeAdvice)> {
        let WrittenCode { list, written, .. } = *self;
        match holder {
            None => {
                let message = format!("the table of England's authorities has no code `{written}`");
                Some((UNKNOWN, message, CodeAdvice::take_out()))
            }
            Some(holder) if holder.slug == own.slug && list.of(own) == Some(written) => {
                let message = format!("{} has the code `{written}` now", own.name);
                let help = "write it as `gss_code`, and only there";
                Some((UNKNOWN, message, CodeAdvice::only(help)))
            }
            Some(holder) if holder.slug == own.slug || own.predecessors.contains(&holder.slug) => {
                None
            }
            Some(holder) => {
                let message = format!("`{written}` is the code of {}", holder.name);
                Some((WRONG, message, CodeAdvice::take_out()))
            }
        }
    }

    /// What to write for what is no code: the authority's own; or what was meant, if only its form is wrong.
    fn form_help(&self, own: Option<&KnownAuthority>) -> CodeAdvice {
        let WrittenCode { list, key: _, index, written } = *self;
        let plain: String = written.chars().filter(|letter| !letter.is_whitespace()).collect();
        let plain = plain.to_uppercase();
        let plain = plain.strip_suffix(".0").unwrap_or(&plain);
        let own = own.filter(|_| index.is_none());
        match own.and_then(|own| list.of(own).map(|right| (own.name, right))) {
            Some((name, right)) => CodeAdvice {
                help: format!("write `{right}`, the code of {name}"),
                meant: Some(right.to_owned()),
            },
            None if list.is_well_formed(plain) => {
                CodeAdvice { help: format!("write `{plain}`"), meant: Some(plain.to_owned()) }
            }
            None => {
                CodeAdvice::only("look it up where the council publishes its data, or take it out")
            }
        }
    }
}
