//! Topics of a letter that an earlier one to the same authority had findings on too.
//!
//! Each visit looks at a part of the services, so what two of them found is compared only where they looked at the same;
//! elsewhere the page leads to what the earlier one found, and says no more.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::finding::FindingView;
use super::parts::{DateView, LetterLink, LinkView, letter_link};
use super::view_value::ViewValue;
use crate::model::{AuthorityId, FindingId, Letter, LetterId, Message, TopicId};
use crate::plan::Route;
use crate::render::page_context::Scene;

/// An earlier letter to the same authority, and the topics that both have findings on.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RevisitedView {
    then_letter: ViewValue<LetterLink>,
    /// When inspectors were there then.
    then_on_site: DateView,
    /// Whose, where the letter went to more than one authority.
    whose: Option<String>,
    /// What each of the two visits looked at, and whether that has something in common.
    looked_at: String,
    /// Whether it has, so that the findings may stand side by side.
    is_compared: bool,
    topics: Vec<RevisitedTopicView>,
}

/// A topic that both letters have findings on.
#[derive(Debug, Serialize, JsonSchema)]
struct RevisitedTopicView {
    topic: ViewValue<LinkView>,
    /// The authority on this topic, over time.
    path: String,
    /// 'Monitoring visit 5 (14 Nov 2017) found:'.
    found: String,
    /// 'All letters on thresholds', what the thread is called.
    all_letters: String,
    then: Vec<FindingView>,
    /// Those of this letter, which stand on the page in full.
    now: Vec<ViewValue<FindingView>>,
}

/// The findings of a letter by main topic, as its page shows them.
type ByTopic = BTreeMap<TopicId, Vec<ViewValue<FindingView>>>;

/// The main topics of a letter's findings that were looked at before, each under the latest earlier letter with findings
/// on it; the latest of these first. A finding stands under its main topic only, as it does in the letter's list; where an
/// earlier letter has none such, those that are on the topic too stand for them. The thread has all. `findings` are all of
/// the letter.
pub(super) fn revisited(
    scene: &Scene<'_>,
    id: LetterId,
    findings: &[ViewValue<FindingView>],
) -> Vec<RevisitedView> {
    let mut now = ByTopic::new();
    for (finding, view) in scene.archive.letter(id).findings.iter().zip(findings) {
        if let Some(topic) = finding.topics.first().and_then(|slug| scene.indexes.topic_id(slug)) {
            now.entry(topic).or_default().push(view.clone());
        }
    }
    let mut shown: BTreeSet<(TopicId, LetterId)> = BTreeSet::new();
    let mut revisited = Vec::new();
    for &authority in &scene.indexes.sent_to[id.0] {
        let index = scene.indexes.authority(authority);
        let mut earlier: BTreeMap<LetterId, Vec<(TopicId, Vec<FindingId>)>> = BTreeMap::new();
        for &topic in now.keys() {
            let thread = index.threads.get(&topic);
            let Some(then) = thread.and_then(|thread| last_before(thread, id)) else { continue };
            earlier.entry(then.letter).or_default().push((topic, then.findings));
        }
        for &then in index.letters.iter().rev() {
            let Some(mut topics) = earlier.remove(&then) else { continue };
            // Two authorities that were both sent the earlier letter too have one comparison.
            topics.retain(|(topic, _)| shown.insert((*topic, then)));
            if !topics.is_empty() {
                revisited.push(then_and_now(scene, authority, (then, id), topics, &now));
            }
        }
    }
    revisited
}

/// What the latest letter before this one had on a topic.
struct Then {
    letter: LetterId,
    findings: Vec<FindingId>,
}

fn last_before(thread: &[FindingId], id: LetterId) -> Option<Then> {
    let first_now = thread.iter().position(|finding| finding.letter() == id)?;
    let before = &thread[..first_now];
    let letter = before.last()?.letter();
    let findings = before.iter().filter(|finding| finding.letter() == letter).copied().collect();
    Some(Then { letter, findings })
}

fn then_and_now(
    scene: &Scene<'_>,
    authority: AuthorityId,
    (then, now): (LetterId, LetterId),
    topics: Vec<(TopicId, Vec<FindingId>)>,
    findings_now: &ByTopic,
) -> RevisitedView {
    let several = scene.indexes.sent_to[now.0].len() > 1;
    let whose = several.then(|| scene.archive.authority(authority).name.clone());
    let (letter, this) = (scene.archive.letter(then), scene.archive.letter(now));
    let common = common(letter, this);
    let topics = topics.into_iter().map(|(topic, findings)| {
        let findings_now = findings_now.get(&topic).cloned().unwrap_or_default();
        of_topic(scene, (authority, whose.as_deref()), topic, &findings, findings_now)
    });
    RevisitedView {
        then_letter: letter_link(scene, then),
        then_on_site: DateView::new(scene, &letter.on_site),
        topics: topics.collect(),
        whose: whose.clone(),
        looked_at: looked_at(scene, letter, this, &common),
        is_compared: matches!(common, Common::Areas(_)),
    }
}

fn of_topic(
    scene: &Scene<'_>,
    (authority, whose): (AuthorityId, Option<&str>),
    id: TopicId,
    then: &[FindingId],
    now: Vec<ViewValue<FindingView>>,
) -> RevisitedTopicView {
    let topic = scene.archive.topic(id);
    let is_main = |id: &FindingId| scene.archive.finding(*id).topics.first() == Some(&topic.slug);
    let mainly: Vec<FindingId> = then.iter().copied().filter(is_main).collect();
    let shown = if mainly.is_empty() { then } else { &mainly };
    let letter = shown.first().map(|id| scene.archive.letter(id.letter()));
    let found = letter.map(|letter| {
        let (name, date) = name_and_date(scene, letter);
        let known = [("letter", (&name).into()), ("date", (&date).into())];
        scene.say(Message::letter_found, &known)
    });
    RevisitedTopicView {
        topic: scene.shared.topic(id),
        path: Route::thread(scene.archive.authority(authority), topic).path().to_owned(),
        found: found.unwrap_or_default(),
        all_letters: all_letters(scene, &topic.title, whose),
        then: shown.iter().map(|&id| FindingView::earlier(scene, id)).collect(),
        now,
    }
}

fn name_and_date(scene: &Scene<'_>, letter: &Letter) -> (String, String) {
    (scene.letter_name(letter), letter.on_site.short_words_in(scene.messages.dates()))
}

/// What two visits both looked at.
enum Common<'a> {
    /// Areas, as the later letter has them.
    Areas(Vec<&'a str>),
    /// No area of the one is one of the other.
    Nothing,
    /// A letter names none.
    Unknown,
}

/// An area is shared where both letters name it in the same words, whatever their case, their spaces, hyphens and
/// apostrophes, a 'the' before them, or a full stop behind them. One that is only a part of another is not: a visit
/// to 'care leavers' may have seen little of what one to 'children in care and care leavers' saw.
fn common<'a>(then: &Letter, now: &'a Letter) -> Common<'a> {
    if then.areas.is_empty() || now.areas.is_empty() {
        return Common::Unknown;
    }
    let areas_then: Vec<String> = then.areas.iter().map(|area| compared(area)).collect();
    let mut shared: Vec<&str> = now.areas.iter().map(String::as_str).collect();
    shared.retain(|area| areas_then.contains(&compared(area)));
    if shared.is_empty() { Common::Nothing } else { Common::Areas(shared) }
}

/// An area in the form in which it is compared with another.
fn compared(area: &str) -> String {
    let small = area.to_lowercase();
    let words = small.split(|it: char| it.is_whitespace() || is_hyphen(it));
    let words = words.map(|word| word.replace(['’', '‘', '\''], "").replace('&', "and"));
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    let words = words.trim_end_matches(['.', ';', ',']);
    words.strip_prefix("the ").unwrap_or(words).to_owned()
}

fn is_hyphen(it: char) -> bool {
    matches!(it, '-' | '\u{2010}'..='\u{2015}')
}

fn looked_at(scene: &Scene<'_>, then: &Letter, now: &Letter, common: &Common<'_>) -> String {
    let (name, date) = name_and_date(scene, then);
    let known = [("letter", (&name).into()), ("date", (&date).into())];
    let of_then = match &then.areas[..] {
        [] => scene.say(Message::visit_areas_unknown, &known),
        areas => {
            let areas = areas_in_words(scene, areas);
            let [name, date] = known;
            scene.say(Message::visit_looked_at, &[name, date, ("areas", (&areas).into())])
        }
    };
    let of_now = match &now.areas[..] {
        [] => scene.text(Message::this_visit_areas_unknown).to_owned(),
        areas => {
            let areas = areas_in_words(scene, areas);
            scene.say(Message::this_visit_looked_at, &[("areas", (&areas).into())])
        }
    };
    let in_common = match common {
        Common::Areas(shared) => {
            let is_all = [then, now].iter().all(|letter| letter.areas.len() == shared.len());
            let areas = areas_in_words(scene, shared);
            (!is_all).then(|| scene.say(Message::both_looked_at, &[("areas", (&areas).into())]))
        }
        Common::Nothing => Some(scene.text(Message::nothing_in_common).to_owned()),
        Common::Unknown => Some(scene.text(Message::in_common_unknown).to_owned()),
    };
    let sentences: Vec<String> = [of_then, of_now].into_iter().chain(in_common).collect();
    sentences.join(" ")
}

/// Areas within a sentence, which ends behind them.
fn areas_in_words(scene: &Scene<'_>, areas: &[impl AsRef<str>]) -> String {
    let areas: Vec<&str> = areas.iter().map(|area| area.as_ref().trim_end_matches('.')).collect();
    let has_commas = areas.iter().any(|area| area.contains([',', ';']));
    let between = if has_commas { Message::separator_long } else { Message::separator };
    areas.join(scene.text(between))
}

/// What to call a thread beside a letter; with whose it is where the letter went to more than one authority.
fn all_letters(scene: &Scene<'_>, topic: &str, whose: Option<&str>) -> String {
    match whose {
        Some(authority) => {
            let named = [("topic", topic.into()), ("authority", authority.into())];
            scene.say(Message::all_letters_on_to, &named)
        }
        None => scene.say(Message::all_letters_on, &[("topic", topic.into())]),
    }
}
