//! An authority: who they are, how they were inspected, and what else is known of their story.

use std::sync::Arc;

use super::vocabulary::vocabulary;
use super::{Date, Progress, Prose, Slug};
use crate::diagnostics::SourceText;

/// A council with duties to children, and its timeline's own facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Authority {
    /// The name of its folder and of its URL.
    pub slug: Slug,
    /// The name in common use: 'Sunderland'.
    pub name: String,
    /// The name of the council: 'Sunderland City Council'.
    pub formal_name: Option<String>,
    /// Other names that letters and searches use.
    pub other_names: Vec<String>,
    /// The ONS code.
    pub gss_code: Option<String>,
    /// ONS codes that it had before.
    pub former_gss_codes: Vec<String>,
    /// The number that the Department for Education gives it.
    pub la_code: Option<String>,
    /// The region of England.
    pub region: Option<Region>,
    /// Trusts and companies that deliver its services.
    pub delivery: Vec<Delivery>,
    /// Authorities that it replaced.
    pub predecessors: Vec<Slug>,
    /// Authorities that replaced it.
    pub successors: Vec<Slug>,
    /// Inspections, in the order written.
    pub inspections: Vec<Inspection>,
    /// Visits known to have happened whose letter is not here.
    pub visits: Vec<KnownVisit>,
    /// Other dated facts.
    pub events: Vec<Event>,
    /// URLs that lead here too.
    pub old_urls: Vec<String>,
    /// A paragraph or two on the authority.
    pub body: Prose,
    /// The file it was read from.
    pub source: Arc<SourceText>,
}

impl Authority {
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
/// where services were found inadequate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// When inspectors were there.
    pub on_site: Option<Date>,
    /// When the report was published.
    pub published: Option<Date>,
    /// The framework that it followed.
    pub framework: Option<Framework>,
    /// The judgement of overall effectiveness. None is given from April 2026.
    pub overall: Option<Grade>,
    /// The judgement of each area, in the order written.
    pub judgements: Vec<(JudgementArea, Grade)>,
    /// The report.
    pub url: Option<String>,
    /// When it was, for sorting: on site, or else when published.
    pub date: Date,
}

impl Inspection {
    /// Whether it opens a monitoring cycle: inadequate overall, or in an area.
    pub fn opens_a_cycle(&self) -> bool {
        let areas = self.judgements.iter().map(|(_, grade)| *grade);
        self.overall.into_iter().chain(areas).any(|grade| grade == Grade::Inadequate)
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

vocabulary! {
    /// What an inspection judges a service to be. A visit has none.
    pub enum Grade, "grade", UNKNOWN_GRADE {
        /// The best of the four.
        Outstanding = "outstanding", "Outstanding";
        /// The second.
        Good = "good", "Good";
        /// The third, from 2013.
        RequiresImprovement = "requires-improvement", "Requires improvement to be good";
        /// The third, before 2013.
        Adequate = "adequate", "Adequate";
        /// The worst: it opens a monitoring cycle.
        Inadequate = "inadequate", "Inadequate";
    }
}

vocabulary! {
    /// The framework that an inspection follows.
    pub enum Framework, "framework", UNKNOWN_FRAMEWORK {
        /// November 2013 to 2017, and re-inspections in 2018.
        Sif = "SIF", "Single inspection framework";
        /// From January 2018.
        Ilacs = "ILACS", "Inspection of local authority children’s services";
    }
}

vocabulary! {
    /// What a single judgement of an inspection is on, as the reports of each framework print it.
    pub enum JudgementArea, "judgement area", UNKNOWN_JUDGEMENT_AREA {
        /// Both frameworks.
        Leadership = "leadership", "Leadership";
        /// Both frameworks.
        HelpAndProtection = "help-and-protection", "Children who need help and protection";
        /// ILACS, from 2023.
        InCare = "in-care", "Children in care";
        /// ILACS, until 2022.
        InCareAndCareLeavers = "in-care-and-care-leavers", "Children in care and care leavers";
        /// SIF.
        LookedAfterAndPermanence = "looked-after-and-permanence", "Children looked after and achieving permanence";
        /// SIF.
        Adoption = "adoption", "Adoption";
        /// SIF, and ILACS from 2023.
        CareLeavers = "care-leavers", "Care leavers";
    }
}

vocabulary! {
    /// A region of England, as the ONS names it.
    pub enum Region, "region", UNKNOWN_REGION {
        /// E12000001
        NorthEast = "North East", "North East";
        /// E12000002
        NorthWest = "North West", "North West";
        /// E12000003
        YorkshireAndTheHumber = "Yorkshire and the Humber", "Yorkshire and the Humber";
        /// E12000004
        EastMidlands = "East Midlands", "East Midlands";
        /// E12000005
        WestMidlands = "West Midlands", "West Midlands";
        /// E12000006
        EastOfEngland = "East of England", "East of England";
        /// E12000007
        London = "London", "London";
        /// E12000008
        SouthEast = "South East", "South East";
        /// E12000009
        SouthWest = "South West", "South West";
    }
}
