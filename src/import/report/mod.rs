//! Reports of inspections: from the text of one to an entry for `inspections:` in its authority's file.
//!
//! Two kinds are known, by their titles: those of the single inspection framework, and those of the inspections of local
//! authority children's services that came after it. A grade is taken from the table on the first page, or from the
//! sentence that stands beside it, and only where that can be read in one way.

mod grades;
mod head;
mod judged;
mod needs;
mod table;

use std::sync::Arc;

use super::meanings::Meaning;
use super::names::AuthorityNames;
use super::problems::Doubts;
use crate::diagnostics::{Diagnostic, SourceText};
use crate::model::{Archive, Date, FrameworkId, GradeId, JudgementAreaId, Slug};
use head::ReportHead;
use judged::JudgedArea;

/// An inspection as its report has it. What the report does not state is not there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InspectionDraft {
    /// Whose services were inspected.
    pub authority: Option<Slug>,
    /// When inspectors were there.
    pub on_site: Option<Date>,
    /// When the report was published.
    pub published: Option<Date>,
    /// The framework that it followed.
    pub framework: Option<FrameworkId>,
    /// The judgement of overall effectiveness, where one is given.
    pub overall: Option<GradeId>,
    /// The judgement of each area, in the order of the report.
    pub judgements: Vec<(JudgementAreaId, GradeId)>,
    /// Who led it, as printed.
    pub lead_inspectors: Vec<String>,
    /// What needs to improve, as printed, with straight quotation marks.
    pub needs_to_improve: Vec<String>,
}

/// A framework that reports of inspections name in their titles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Framework {
    /// The single inspection framework, from 2013 to 2018.
    Single,
    /// Inspections of local authority children's services, from 2018.
    ChildrensServices,
}

impl Meaning for Framework {
    fn word(self) -> &'static str {
        match self {
            Framework::Single => "SIF",
            Framework::ChildrensServices => "ILACS",
        }
    }
}

/// Reads a report of an inspection: what it states, and what could not be found or is doubtful. Nothing where the text is
/// something else. `authority` is whose services were inspected, where somebody says so; otherwise the report does.
pub fn inspection(
    source: &Arc<SourceText>,
    archive: &Archive,
    authority: Option<&Slug>,
) -> Option<(InspectionDraft, Vec<Diagnostic>)> {
    let head = ReportHead::new(&source.text)?;
    let vocabulary = &archive.vocabulary;
    let mut doubts = Doubts::new(source);
    let authority = match authority {
        Some(slug) => Some(slug.clone()),
        None => head.authority(&AuthorityNames::new(archive), &mut doubts),
    };
    let mut draft = InspectionDraft {
        authority,
        on_site: head.on_site(&mut doubts),
        published: head.published(&mut doubts),
        framework: head.framework.in_words_of(vocabulary),
        lead_inspectors: head::lead_inspectors(&source.text, &mut doubts),
        needs_to_improve: needs::needs(&source.text, &mut doubts),
        ..InspectionDraft::default()
    };
    if draft.on_site.is_none() && draft.published.is_none() {
        let message = "no day was found in the report: no entry was made of it";
        doubts
            .no_letter(message, "an entry needs the days of the inspection, or that of its report");
    }
    head::lag(&draft, &mut doubts);
    let judged = grades::grades(&source.text, head.framework, &mut doubts);
    for (area, grade) in judged {
        let Some(grade) = grade.in_words_of(vocabulary) else { continue };
        match area {
            JudgedArea::Overall => draft.overall = Some(grade),
            area => draft.judgements.extend(area.in_words_of(vocabulary).map(|area| (area, grade))),
        }
    }
    let is_expected = draft.on_site.as_ref().or(draft.published.as_ref()).is_none_or(|date| {
        let none_from = vocabulary.no_overall_from(draft.framework);
        none_from.is_none_or(|from| date.earliest() < from.earliest())
    });
    if draft.overall.is_none() && is_expected {
        doubts.not_stated(
            "the grade overall",
            "look for it in the report, and write it behind `overall:`",
        );
    }
    Some((draft, doubts.problems))
}
