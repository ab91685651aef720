//! The first page of a report: whose services were inspected, by which framework, when, and who led.

use super::{Framework, InspectionDraft};
use crate::import::dates::{Days, days, only_day};
use crate::import::lines::plain;
use crate::import::names::{AuthorityNames, NamedAuthority};
use crate::import::problems::Doubts;
use crate::model::{Date, Slug};

/// In lines with words: the title and the days are among the first.
const LONGEST_HEAD: usize = 30;

/// How lines begin, in lower case.
const DAYS: &[&str] = &["inspection dates:", "inspection date:"];
const PUBLISHED: &str = "report published:";
const LEAD: &[&str] = &["lead inspector:", "lead inspectors:"];

/// What titles of reports have, in lower case.
const INSPECTION: &str = "inspection of ";
const SINGLE: &str = "services for children in need of help and protection";
const SERVICES: &[&str] = &["children's social care services", "children's services"];

/// How the table begins of inspections of such services, whatever company delivers them.
const IMPACT: &str = "the impact of leaders on social work";

/// What titles have of inspections of other things, in which several inspectorates or no services are judged.
const OTHERS: &[&str] =
    &["joint", "area send", "special educational needs", "focused visit", "monitoring visit"];

/// In days: a report is published within this of the inspection's last day.
const LONGEST_LAG: i32 = 200;

/// In characters: a day in the name of a file.
const ISO: usize = "2021-08-20".len();

/// In words: what is longer is no name.
const LONGEST_NAME: usize = 5;

/// What stands before the first grades of a report.
pub(super) struct ReportHead {
    pub(super) framework: Framework,
    /// Up to the days, in one line.
    title: String,
    /// What stands behind 'Inspection dates:', with the line, from 0.
    days: (String, usize),
    /// What stands behind 'Report published:'.
    published: Option<(String, usize)>,
}

impl ReportHead {
    /// Nothing where this is no report of an inspection that is known here.
    pub(super) fn new(text: &str) -> Option<Self> {
        let lines: Vec<(usize, String)> = numbered(text).take(LONGEST_HEAD).collect();
        let place = lines.iter().position(|(_, line)| behind(line, DAYS).is_some())?;
        let (number, line) = lines.get(place)?;
        let titles: Vec<&str> = lines[..place].iter().map(|(_, line)| line.as_str()).collect();
        let title = titles.join(" ");
        let lower = title.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|words| lower.contains(words));
        let has_table = || lines.iter().any(|(_, line)| line.to_lowercase().starts_with(IMPACT));
        let framework = match has(&[INSPECTION]) && !has(OTHERS) {
            true if has(&[SINGLE]) => Framework::Single,
            true if has(SERVICES) || has_table() => Framework::ChildrensServices,
            _ => return None,
        };
        let mut days = behind(line, DAYS)?.to_owned();
        // Where they do not fit, they go on in the next line.
        if let Some((_, next)) = lines.get(place + 1).filter(|_| !ends_in_year(&days)) {
            days.push(' ');
            days.push_str(next);
        }
        let published = lines[place..]
            .iter()
            .find_map(|(number, line)| Some((behind(line, &[PUBLISHED])?.to_owned(), *number)));
        Some(ReportHead { framework, title, days: (days, *number), published })
    }

    /// Whose services were inspected.
    pub(super) fn authority(
        &self,
        names: &AuthorityNames,
        doubts: &mut Doubts<'_>,
    ) -> Option<Slug> {
        let mut found = names.all_in(&self.title);
        if found.len() > 1 {
            let list: Vec<String> = found.iter().map(|slug| format!("`{slug}`")).collect();
            let message = format!("the title names {}; the first is taken", list.join(" and "));
            doubts.doubt(0, message, "`--authority` says which it is");
        }
        if !found.is_empty() {
            return Some(found.swap_remove(0));
        }
        let place = match self.title.get(..INSPECTION.len()) {
            Some(start) if start.eq_ignore_ascii_case(INSPECTION) => &self.title[start.len()..],
            _ => &self.title,
        };
        match names.almost_in(place) {
            Some(NamedAuthority::As(slug)) => Some(slug),
            Some(NamedAuthority::Almost(slug, name)) => {
                let message =
                    format!("the title names nobody that is known; it is taken for {name}");
                doubts.doubt(0, message, "`--authority` says whom it is on");
                Some(slug)
            }
            None => {
                doubts.no_authority("entry");
                None
            }
        }
    }

    /// When inspectors were there, from the first day to the last.
    pub(super) fn on_site(&self, doubts: &mut Doubts<'_>) -> Option<Date> {
        let (text, line) = &self.days;
        let Some(Days { date, .. }) = days(text, None) else {
            doubts.not_stated("the days of the inspection", "write them behind `on_site:`");
            return None;
        };
        let is_several = date.to_string().starts_with(['[', '{']);
        if !is_several {
            return Some(date);
        }
        let message = "inspectors came more than once; the first day and the last are taken";
        doubts.doubt(*line, message, "is all between them meant?");
        format!("{}/{}", date.earliest(), date.latest()).parse().ok()
    }

    /// When it was published, as it says; or else as the name of its file does, for newer ones do not say so.
    pub(super) fn published(&self, doubts: &mut Doubts<'_>) -> Option<Date> {
        let printed = self.published.as_ref().and_then(|(text, line)| {
            let day = only_day(text);
            if day.is_none() {
                doubts.doubt(
                    *line,
                    format!("`{text}` cannot be a date, and is left out"),
                    "write it behind `published:`, as it must be meant",
                );
            }
            day.map(|day| (day, *line))
        });
        let name = doubts.file_name().unwrap_or_default();
        let named = days(&name, None).or_else(|| days(&name.replace('-', " "), None));
        let iso = || name.split(' ').filter(|it| it.len() == ISO).find_map(|it| it.parse().ok());
        let named = named.map(|days| days.date).or_else(iso);
        if let (Some((printed, line)), Some(named)) = (&printed, &named)
            && printed != named
        {
            let message = format!(
                "the report says that it was published on {printed}, and its file's name says {named}"
            );
            doubts.doubt(*line, message, "which of the two is it? The first is taken");
        }
        let day = printed.map(|(day, _)| day).or(named);
        if day.is_none() {
            let help = "write it behind `published:`: the page that has the report says it";
            doubts.not_stated("the day on which it was published", help);
        }
        day
    }
}

/// Says where the days of an inspection and that of its report cannot both be right.
pub(super) fn lag(draft: &InspectionDraft, doubts: &mut Doubts<'_>) {
    let (Some(on_site), Some(published)) = (&draft.on_site, &draft.published) else { return };
    let lag = on_site.latest().until(published.earliest()).map_or(0, |span| span.get_days());
    if !(0..=LONGEST_LAG).contains(&lag) {
        let message = format!("the inspection was on {on_site}, and the report is of {published}");
        doubts.doubt(0, message, "a year or a month is wrong in one of them");
    }
}

/// Who led, as the first line says that begins so.
pub(super) fn lead_inspectors(text: &str, doubts: &mut Doubts<'_>) -> Vec<String> {
    let mut lines = numbered(text).skip_while(|(_, line)| behind(line, LEAD).is_none());
    let first = lines.next().map(|(_, line)| line).unwrap_or_default();
    let mut list = behind(&first, LEAD).unwrap_or_default().to_owned();
    if list.ends_with(',') || list.ends_with(" and") || list.is_empty() {
        list.push(' ');
        list.push_str(&lines.next().map(|(_, line)| line).unwrap_or_default());
    }
    let spaced = list.replace(" and ", ", ").replace(['(', ')', ';'], ", ");
    let names: Vec<String> = spaced.split(',').filter_map(name).collect();
    if names.is_empty() {
        doubts.not_stated("the name of the lead inspector", "write it behind `lead_inspectors:`");
    }
    names
}

/// The name that a part of a list begins with, without the title behind it.
fn name(part: &str) -> Option<String> {
    let is_title = |word: &&str| {
        ["Her", "His", "Senior", "HMI", "SHMI", "HMIs", "Ofsted", "Regulatory", "Inspector"]
            .contains(word)
    };
    let words: Vec<&str> = part.split_whitespace().take_while(|word| !is_title(word)).collect();
    let is_name = |word: &&str| word.starts_with(char::is_alphabetic);
    let is_one = (2..=LONGEST_NAME).contains(&words.len())
        && words.iter().all(is_name)
        && words.first().is_some_and(|first| first.starts_with(char::is_uppercase));
    is_one.then(|| words.join(" "))
}

/// What stands behind one of these beginnings of a line.
fn behind<'a>(line: &'a str, beginnings: &[&str]) -> Option<&'a str> {
    let begins =
        |words: &&&str| line.get(..words.len()).is_some_and(|it| it.eq_ignore_ascii_case(words));
    let words = beginnings.iter().find(begins)?;
    Some(line[words.len()..].trim())
}

fn ends_in_year(text: &str) -> bool {
    let year = text.trim_end().rsplit(' ').next().unwrap_or("");
    year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())
}

/// The lines with words, with straight quotation marks and single spaces, each with its number, from 0. Comments at the
/// head, which say where a copy is from, and numbers of pages are left out.
pub(super) fn numbered(text: &str) -> impl Iterator<Item = (usize, String)> {
    let comments = text.lines().take_while(|line| line.starts_with("# ")).count();
    text.split('\n').enumerate().skip(comments).filter_map(|(number, line)| {
        let line = plain(&line.replace('\u{c}', " "));
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_number = line.bytes().all(|byte| byte.is_ascii_digit());
        (!is_number).then_some((number, line))
    })
}
