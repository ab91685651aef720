//! Topics of a letter that an earlier one to the same authority had findings on too.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::finding::FindingView;
use super::parts::{DateView, LetterLink, LinkView, letter_link};
use super::view_value::ViewValue;
use crate::model::{AuthorityId, FindingId, LetterId, Message, TopicId};
use crate::plan::Route;
use crate::render::page_context::Scene;

/// A topic that an earlier letter to the same authority had findings on too.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RevisitedView {
    topic: ViewValue<LinkView>,
    /// Whose, where the letter went to more than one authority.
    whose: Option<String>,
    /// The authority on this topic, over time.
    path: String,
    /// The latest earlier letter with findings on it.
    then_letter: ViewValue<LetterLink>,
    /// When inspectors were there then.
    then_on_site: DateView,
    /// 'Monitoring visit 5 (14 Nov 2017) found:'.
    found: String,
    /// 'All letters on thresholds', what the thread is called.
    all_letters: String,
    then: Vec<FindingView>,
    /// Those of this letter, which stand on the page in full.
    now: Vec<ViewValue<FindingView>>,
}

/// The main topics of a letter's findings that were looked at before, then and now. A finding stands under
/// its main topic only, as it does in the letter's list; where an earlier letter has none such, those that
/// are on the topic too stand for them. The thread has all. `findings` are all of the letter.
pub(super) fn revisited(
    scene: &Scene<'_>,
    id: LetterId,
    findings: &[ViewValue<FindingView>],
) -> Vec<RevisitedView> {
    let mut now: BTreeMap<TopicId, Vec<ViewValue<FindingView>>> = BTreeMap::new();
    for (finding, view) in scene.archive.letter(id).findings.iter().zip(findings) {
        if let Some(topic) = finding.topics.first().and_then(|slug| scene.indexes.topic_id(slug)) {
            now.entry(topic).or_default().push(view.clone());
        }
    }
    let mut compared: BTreeSet<(TopicId, LetterId)> = BTreeSet::new();
    let mut revisited = Vec::new();
    for &authority in &scene.indexes.sent_to[id.0] {
        for (&topic, now) in &now {
            let thread = scene.indexes.authority(authority).threads.get(&topic);
            let Some(then) = thread.and_then(|thread| last_before(thread, id)) else { continue };
            // Two authorities that were both sent the earlier letter too have one comparison.
            if compared.insert((topic, then.letter)) {
                revisited.push(then_and_now(scene, authority, topic, id, (&then, now)));
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
    topic: TopicId,
    id: LetterId,
    (then, now): (&Then, &[ViewValue<FindingView>]),
) -> RevisitedView {
    let topic_link = scene.shared.topic(topic);
    let topic = scene.archive.topic(topic);
    let authority = scene.archive.authority(authority);
    let is_main = |id: &FindingId| scene.archive.finding(*id).topics.first() == Some(&topic.slug);
    let mainly: Vec<FindingId> = then.findings.iter().copied().filter(is_main).collect();
    let shown = if mainly.is_empty() { &then.findings } else { &mainly };
    let whose = (scene.indexes.sent_to[id.0].len() > 1).then(|| authority.name.clone());
    let letter = scene.archive.letter(then.letter);
    let name = scene.letter_name(letter);
    let date = letter.on_site.short_words_in(scene.messages.dates());
    RevisitedView {
        topic: topic_link,
        found: scene
            .say(Message::letter_found, &[("letter", (&name).into()), ("date", (&date).into())]),
        all_letters: all_letters(scene, &topic.title, whose.as_deref()),
        whose,
        path: Route::thread(authority, topic).path().to_owned(),
        then_letter: letter_link(scene, then.letter),
        then_on_site: DateView::new(scene, &scene.archive.letter(then.letter).on_site),
        then: shown.iter().map(|&id| FindingView::earlier(scene, id)).collect(),
        now: now.to_vec(),
    }
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
