//! What is said of an inspection's judgement as a whole: its overall grade, or that there is none and why; and which areas
//! have a grade that opens monitoring, where the overall grade does not say so. And who led it.

use super::page_context::Scene;
use super::views::parts::small;
use crate::model::{Inspection, Message, OverallJudgement};

/// All that is said of it, what opens monitoring first. Nothing, where nothing is known.
pub(super) fn judgement(scene: &Scene<'_>, inspection: &Inspection) -> Vec<String> {
    let overall = inspection.overall.map(|it| scene.label(it).to_owned());
    let overall = overall.or_else(|| without_overall(scene, inspection));
    opening_areas(scene, inspection).into_iter().chain(overall).collect()
}

/// 'No overall grade is given since April 2026', or that the grade is not here; `None` where it is, or where it is not
/// known whether one was given.
pub(super) fn without_overall(scene: &Scene<'_>, inspection: &Inspection) -> Option<String> {
    match inspection.overall_judgement(&scene.archive.vocabulary) {
        OverallJudgement::NoneFrom(date) => {
            Some(scene.say(Message::no_overall_since, &[("date", (&scene.date(date)).into())]))
        }
        OverallJudgement::NotRecorded => Some(scene.text(Message::overall_not_recorded).to_owned()),
        OverallJudgement::Grade(_) | OverallJudgement::Unknown => None,
    }
}

/// 'Led by Margaret Burke and Ann Example'.
pub(super) fn led_by(scene: &Scene<'_>, inspection: &Inspection) -> Option<String> {
    let names = match inspection.lead_inspectors.as_slice() {
        [] => return None,
        [one] => one.clone(),
        [before @ .., last] => {
            let before = before.join(scene.text(Message::separator));
            format!("{before}{}{last}", scene.text(Message::separator_last))
        }
    };
    Some(scene.say(Message::inspection_led_by, &[("names", (&names).into())]))
}

/// 'Inadequate: leadership, care leavers'.
pub(super) fn opening_areas(scene: &Scene<'_>, inspection: &Inspection) -> Option<String> {
    let by_grade = inspection.opening_areas(&scene.archive.vocabulary);
    let words = by_grade.into_iter().map(|(grade, areas)| {
        let areas: Vec<String> = areas.into_iter().map(|area| small(scene.label(area))).collect();
        let areas = areas.join(scene.text(Message::separator));
        let known = [("label", scene.label(grade).into()), ("value", (&areas).into())];
        scene.say(Message::labelled, &known)
    });
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| words.join(scene.text(Message::separator_long)))
}
