//! `bad-code`, `wrong-code` and `unknown-code`: codes of authorities, held against the table of England's.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostics::{Applicability, Diagnostic, Rule, rules};
use crate::index::Indexes;
use crate::model::council_name::{key, place};
use crate::model::england::KnownAuthority;
use crate::model::{Archive, Authority};
use crate::parse::{At, place_of, suggest_instead};

rules! {
    Warning BAD = "bad-code" {
        about: "The Office for National Statistics gives an authority a letter and eight digits, the Department for Education three digits. Some programs make another number of them.",
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
}

/// Who gave a code.
#[derive(Clone, Copy)]
enum CodeList {
    Gss,
    La,
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
    let table = KnownCodes::new(known.all());
    let mut problems = Vec::new();
    for authority in authorities {
        let own = table.of(authority);
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
    let former = authority.former_gss_codes.iter().enumerate();
    let former = former.map(|(at, it)| code(CodeList::Gss, "former_gss_codes", Some(at), it));
    gss_code.chain(la_code).chain(former).collect()
}

/// The authorities of England, by their names.
struct KnownCodes {
    all: Vec<KnownAuthority>,
    by_key: BTreeMap<String, BTreeSet<usize>>,
    by_place: BTreeMap<String, BTreeSet<usize>>,
}

impl KnownCodes {
    fn new(all: Vec<KnownAuthority>) -> Self {
        let (mut by_key, mut by_place) = (BTreeMap::new(), BTreeMap::new());
        for (index, known) in all.iter().enumerate() {
            for name in known.names() {
                by_key.entry(key(name)).or_insert_with(BTreeSet::new).insert(index);
                by_place.entry(place(name)).or_insert_with(BTreeSet::new).insert(index);
            }
        }
        KnownCodes { all, by_key, by_place }
    }

    /// The one that this authority is: by its name, another name or that of its folder, each as it is or else but for
    /// words such as 'City Council'.
    fn of(&self, authority: &Authority) -> Option<&KnownAuthority> {
        let names = [authority.name.as_str()]
            .into_iter()
            .chain(authority.formal_name.as_deref())
            .chain(authority.other_names.iter().map(String::as_str))
            .chain([authority.slug.as_str()]);
        let mut names = names.filter(|name| !name.is_empty());
        names.find_map(|name| {
            let exact = self.by_key.get(&key(name));
            let named = exact.or_else(|| self.by_place.get(&place(name)))?;
            self.all.get(*named.first().filter(|_| named.len() == 1)?)
        })
    }
}

impl CodeList {
    fn name(self) -> &'static str {
        match self {
            CodeList::Gss => "a GSS code: a letter and eight digits",
            CodeList::La => "an LA code: three digits",
        }
    }

    fn is_well_formed(self, code: &str) -> bool {
        let (letters, digits) = match self {
            CodeList::Gss => (1, 8),
            CodeList::La => (0, 3),
        };
        code.len() == letters + digits
            && code.bytes().take(letters).all(|byte| byte.is_ascii_uppercase())
            && code.bytes().skip(letters).all(|byte| byte.is_ascii_digit())
    }

    /// The code of this authority.
    fn of(self, known: &KnownAuthority) -> &'static str {
        match self {
            CodeList::Gss => known.gss_code,
            CodeList::La => known.la_code,
        }
    }

    /// What this authority had before.
    fn before(self, known: &KnownAuthority) -> &[&'static str] {
        match self {
            CodeList::Gss => &known.former_gss_codes,
            CodeList::La => &[],
        }
    }

    fn is_of(self, known: &KnownAuthority, code: &str) -> bool {
        self.of(known) == code || self.before(known).contains(&code)
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
        if right == written {
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
        let take_out = || CodeAdvice::only("look at the code again, or take it out");
        match holder {
            None => {
                let message = format!("the table of England's authorities has no code `{written}`");
                Some((UNKNOWN, message, take_out()))
            }
            Some(holder) if holder.slug == own.slug && list.of(own) == written => {
                let message = format!("{} has the code `{written}` now", own.name);
                let help = "write it as `gss_code`, and only there";
                Some((UNKNOWN, message, CodeAdvice::only(help)))
            }
            Some(holder) if holder.slug == own.slug || own.predecessors.contains(&holder.slug) => {
                None
            }
            Some(holder) => {
                let message = format!("`{written}` is the code of {}", holder.name);
                Some((WRONG, message, take_out()))
            }
        }
    }

    /// What to write for what is no code: the authority's own; or what was meant, if only its form is wrong.
    fn form_help(&self, own: Option<&KnownAuthority>) -> CodeAdvice {
        let WrittenCode { list, key: _, index, written } = *self;
        let plain: String = written.chars().filter(|letter| !letter.is_whitespace()).collect();
        let plain = plain.to_uppercase();
        let plain = plain.strip_suffix(".0").unwrap_or(&plain);
        match own.filter(|_| index.is_none()) {
            Some(own) => CodeAdvice {
                help: format!("write `{}`, the code of {}", list.of(own), own.name),
                meant: Some(list.of(own).to_owned()),
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
