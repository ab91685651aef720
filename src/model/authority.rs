//! An authority: who they are, how they were inspected, and what else is known of their story.

use std::sync::Arc;

use super::{
    Date, FrameworkId, GradeId, JudgementAreaId, Progress, Prose, RegionId, Slug, Vocabulary,
};
use crate::diagnostics::SourceText;

/// Whom letters are sent to, and its timeline's own facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Authority {
    /// The name of its folder and of its URL.
    pub slug: Slug,
    /// The name in common use: 'Sunderland'.
    pub name: String,
    /// The name in full: 'Sunderland City Council'.
    pub formal_name: Option<String>,
    /// Other names that letters and searches use.
    pub other_names: Vec<String>,
    /// The ONS code.
    pub gss_code: Option<String>,
    /// ONS codes that it had before.
    pub former_gss_codes: Vec<String>,
    /// The number that the Department for Education gives it.
    pub la_code: Option<String>,
    /// The number that Ofsted gives it.
    pub ofsted_urn: Option<String>,
    /// The region that it is in.
    pub region: Option<RegionId>,
    /// Trusts and companies that deliver its services.
    pub delivery: Vec<Delivery>,
    /// Authorities that it replaced.
    pub predecessors: Vec<Slug>,
    /// Authorities that replaced it.
    pub successors: Vec<Slug>,
    /// Its statistical neighbours, as the Department for Education has them, nearest first. The site need not have them.
    pub statistical_neighbours: Vec<Slug>,
    /// Inspections, in the order written.
    pub inspections: Vec<Inspection>,
    /// Visits known to have happened whose letter is not here.
    pub visits: Vec<KnownVisit>,
    /// Other dated facts.
    pub events: Vec<Event>,
    /// URLs that lead here too.
    pub old_urls: Vec<String>,
    /// Warnings that an editor has looked at and found to be no mistake, by their names.
    pub checked: Vec<String>,
    /// A paragraph or two on the authority.
    pub body: Prose,
    /// The file it was read from.
    pub source: Arc<SourceText>,
}

impl Authority {
    /// Its name; where that is missing, that of its folder.
    pub(crate) fn known_as(&self) -> &str {
        if self.name.is_empty() { self.slug.as_str() } else { &self.name }
    }

    /// The latest of the inspections.
    pub fn latest_inspection(&self) -> Option<&Inspection> {
        self.inspections.iter().max_by_key(|it| it.date.sort_key())
    }
}

/// A trust or company that delivers services for an authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// 'Together for Children'.
    pub name: String,
    /// 'TfC'.
    pub short_name: Option<String>,
    /// When it began.
    pub from: Date,
    /// When it ended.
    pub to: Option<Date>,
}

/// An inspection of an authority's services. Each closes the monitoring cycle before it, and opens one
/// where a grade was given that does, or where that is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// When inspectors were there.
    pub on_site: Option<Date>,
    /// When the report was published.
    pub published: Option<Date>,
    /// The framework that it followed.
    pub framework: Option<FrameworkId>,
    /// The judgement of overall effectiveness, where one is given.
    pub overall: Option<GradeId>,
    /// The judgement of each area, in the order written.
    pub judgements: Vec<(JudgementAreaId, GradeId)>,
    /// Who led it.
    pub lead_inspectors: Vec<String>,
    /// What needs to improve, as the report lists it.
    pub needs_to_improve: Vec<String>,
    /// Whether monitoring visits follow, where that is known otherwise than by the grades.
    pub monitored: Option<bool>,
    /// The report.
    pub url: Option<String>,
    /// When it was, for sorting: on site, or else when published.
    pub date: Date,
}

/// What is known of an inspection's overall judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverallJudgement<'a> {
    /// It is here.
    Grade(GradeId),
    /// None was given, as none is from this date on.
    NoneFrom(&'a Date),
    /// The report has one, which is not here.
    NotRecorded,
    /// Whether the report has one is not known.
    Unknown,
}

impl Inspection {
    /// What is known of its overall judgement. Whether one was given depends on when inspectors came, not on when the
    /// report was published.
    pub fn overall_judgement<'a>(&self, vocabulary: &'a Vocabulary) -> OverallJudgement<'a> {
        if let Some(grade) = self.overall {
            return OverallJudgement::Grade(grade);
        }
        if vocabulary.grades.is_empty() {
            return OverallJudgement::Unknown;
        }
        let Some(date) = vocabulary.no_overall_from(self.framework) else {
            return OverallJudgement::NotRecorded;
        };
        let day = date.earliest();
        let is_later = match (&self.on_site, &self.published) {
            (Some(on_site), _) => on_site.begins_on_or_after(day),
            // A report is published after the visit: an early one tells, a late one does not.
            (None, Some(published)) => published.begins_on_or_after(day).filter(|it| !it),
            (None, None) => None,
        };
        match is_later {
            Some(true) => OverallJudgement::NoneFrom(date),
            Some(false) => OverallJudgement::NotRecorded,
            None => OverallJudgement::Unknown,
        }
    }

    /// Whether it opens a monitoring cycle: as is said of it; or else by its overall grade, or that of an area.
    pub fn opens_a_cycle(&self, vocabulary: &Vocabulary) -> bool {
        let areas = self.judgements.iter().map(|(_, grade)| *grade);
        self.monitored.unwrap_or_else(|| {
            self.overall.into_iter().chain(areas).any(|grade| vocabulary[grade].opens_monitoring)
        })
    }

    /// The areas with a grade that opens monitoring, by these grades; none where the overall grade says it already.
    pub fn opening_areas(&self, vocabulary: &Vocabulary) -> Vec<(GradeId, Vec<JudgementAreaId>)> {
        if self.overall.is_some_and(|grade| vocabulary[grade].opens_monitoring) {
            return Vec::new();
        }
        let opening =
            vocabulary.ids().filter(|&grade: &GradeId| vocabulary[grade].opens_monitoring);
        let areas = opening.map(|grade| {
            let judged = self.judgements.iter().filter(|(_, it)| *it == grade);
            (grade, judged.map(|(area, _)| *area).collect::<Vec<_>>())
        });
        areas.filter(|(_, areas)| !areas.is_empty()).collect()
    }
}

/// A visit that is known of, without its letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownVisit {
    /// Its number in its cycle.
    pub visit: Option<u32>,
    /// When inspectors were there.
    pub on_site: Option<Date>,
    /// When the letter was published, or dated.
    pub published: Option<Date>,
    /// The service areas covered.
    pub areas: Vec<String>,
    /// How the source puts the progress.
    pub progress: Option<Progress>,
    /// What is known, and how.
    pub note: Option<String>,
    /// Where it is known from.
    pub url: Option<String>,
    /// When it was, for sorting: on site, or else when published.
    pub date: Date,
}

/// A dated fact for the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When it happened.
    pub date: Date,
    /// What happened, in inline Markdown.
    pub text: String,
    /// The letter of this authority where it is stated.
    pub letter: Option<Slug>,
    /// The page or report where it is stated.
    pub url: Option<String>,
}
