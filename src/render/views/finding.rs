//! Findings, one by one and in groups.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::parts::{LetterLink, LinkView, letter_link};
use super::quotation::QuotationView;
use super::view_value::ViewValue;
use super::word::WordView;
use crate::model::{AuthorityId, Finding, FindingId, Letter, Message, Slug, TopicId};
use crate::plan::Route;
use crate::render::page_context::Scene;
use crate::render::said::escaped;

/// A finding, wherever it is shown. A large site shows millions, so a list has only what it needs.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FindingView {
    /// Its place in its letter, from 1; on its letter's page only, as what an earlier letter found.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<usize>,
    /// 'Finding 3'.
    name: ViewValue<str>,
    /// Its permalink.
    path: ViewValue<str>,
    polarity: ViewValue<WordView>,
    html: ViewValue<str>,
    subject: Option<ViewValue<str>>,
    /// Links to its topics; where it stands under one of them, to the others.
    topics: ViewValue<Vec<ViewValue<LinkView>>>,
    /// 'finding 3'; on its letter's page and in feeds only.
    #[serde(skip_serializing_if = "Option::is_none")]
    name_small: Option<ViewValue<str>>,
    /// Its anchor; on its letter's page only, as all that follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<ViewValue<str>>,
    /// Ids that it had before, each of which still leads to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    old_ids: Option<ViewValue<Vec<ViewValue<str>>>>,
    /// Links to the topics after its main one.
    #[serde(skip_serializing_if = "Option::is_none")]
    more_topics: Option<ViewValue<Vec<ViewValue<LinkView>>>>,
    /// The same in a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<ViewValue<str>>,
    /// Whether an editor chose it as one of the letter's key findings.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    is_key: bool,
    /// The letter's own words that carry it.
    #[serde(skip_serializing_if = "Option::is_none")]
    quotations: Option<Vec<QuotationView>>,
    /// The finding of an earlier letter that it takes up.
    #[serde(skip_serializing_if = "Option::is_none")]
    takes_up: Option<LinkView>,
    /// Where it belongs in the national framework.
    #[serde(skip_serializing_if = "Option::is_none")]
    national_framework: Option<Vec<ViewValue<WordView>>>,
}

impl FindingView {
    pub(super) fn new(scene: &Scene<'_>, id: FindingId) -> Self {
        FindingView::under(scene, None, id)
    }

    /// A finding of an earlier letter, on the page of a later one.
    pub(super) fn earlier(scene: &Scene<'_>, id: FindingId) -> Self {
        FindingView { number: Some(id.place() + 1), ..FindingView::new(scene, id) }
    }

    /// A finding in a feed.
    pub(super) fn in_feed(scene: &Scene<'_>, id: FindingId) -> Self {
        FindingView {
            name_small: Some(scene.shared.finding_name_small(id)),
            ..FindingView::new(scene, id)
        }
    }

    /// A finding on its letter's page, where its permalink leads.
    pub(super) fn at_home(
        scene: &Scene<'_>,
        id: FindingId,
        quotations: Vec<QuotationView>,
    ) -> Self {
        let finding = scene.archive.finding(id);
        let old_ids = finding.old_ids.iter().map(|id| id.as_str().into()).collect();
        let more = finding.topics.get(1..).unwrap_or_default();
        let framework = finding.national_framework.iter();
        FindingView {
            number: Some(id.place() + 1),
            name_small: Some(scene.shared.finding_name_small(id)),
            id: Some(finding.id.as_str().into()),
            old_ids: Some(ViewValue::list(old_ids)),
            more_topics: Some(ViewValue::list(links(scene, more, None))),
            title: finding.title.as_deref().map(ViewValue::from),
            is_key: finding.key,
            quotations: Some(quotations),
            takes_up: takes_up(scene, id),
            national_framework: Some(framework.map(|it| WordView::new(scene, *it)).collect()),
            ..FindingView::new(scene, id)
        }
    }

    /// A finding that stands under one of its topics, which it need not name again.
    pub(super) fn under(scene: &Scene<'_>, topic: Option<TopicId>, id: FindingId) -> Self {
        let finding = scene.archive.finding(id);
        let letter = scene.archive.letter(id.letter());
        FindingView {
            number: None,
            name: scene.shared.finding_name(id),
            path: Route::finding(scene.archive, id).as_str().into(),
            polarity: WordView::new(scene, finding.polarity),
            html: (&*html(scene, letter, finding)).into(),
            subject: finding.subject.as_deref().map(ViewValue::from),
            topics: ViewValue::list(links(scene, &finding.topics, topic)),
            name_small: None,
            id: None,
            old_ids: None,
            more_topics: None,
            title: None,
            is_key: false,
            quotations: None,
            takes_up: None,
            national_framework: None,
        }
    }
}

/// What a finding says. One that nobody has looked at, which a draft alone can have, says so first.
fn html<'f>(scene: &Scene<'_>, letter: &Letter, finding: &'f Finding) -> Cow<'f, str> {
    let text = scene.inline_text(&letter.source.path, &finding.text);
    if !finding.suggested {
        return text;
    }
    let mark = escaped(scene.text(Message::suggested));
    format!("<em class=\"suggested\">{mark}</em> {text}").into()
}

/// A link to the finding of an earlier letter that a finding takes up: 'Monitoring visit 1 (Sep 2016), finding 3'.
pub(in crate::render) fn takes_up(scene: &Scene<'_>, id: FindingId) -> Option<LinkView> {
    let followed = scene.archive.finding(id).follows.as_deref()?;
    let earlier = scene.indexes.followed(scene.archive, id.letter(), followed)?;
    let letter = scene.archive.letter(earlier.letter());
    let name = scene.letter_name(letter);
    let date = letter.on_site.short_words_in(scene.messages.dates());
    let name = [("words", (&name).into()), ("more", (&date).into())];
    let letter = scene.say(Message::in_brackets, &name);
    let title = [("letter", (&letter).into()), ("number", (earlier.place() + 1).into())];
    let title = scene.say(Message::finding_title, &title);
    Some(LinkView { title, path: Route::finding(scene.archive, earlier) })
}

/// Links to topics, but for one.
fn links(scene: &Scene<'_>, topics: &[Slug], but: Option<TopicId>) -> Vec<ViewValue<LinkView>> {
    let known = topics.iter().filter_map(|slug| scene.indexes.topic_id(slug));
    known.filter(|&topic| Some(topic) != but).map(|topic| scene.shared.topic(topic)).collect()
}

/// Findings of one letter that stand together in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FindingGroup {
    letter: ViewValue<LetterLink>,
    findings: Vec<FindingView>,
}

/// Findings by letter, in the order given; those of one letter stand together. A topic that they all stand
/// under is not named again.
pub(super) fn by_letter(
    scene: &Scene<'_>,
    topic: Option<TopicId>,
    findings: &[FindingId],
) -> Vec<FindingGroup> {
    findings
        .chunk_by(|one, next| one.letter() == next.letter())
        .map(|group| FindingGroup {
            letter: letter_link(scene, group[0].letter()),
            findings: group.iter().map(|&id| FindingView::under(scene, topic, id)).collect(),
        })
        .collect()
}

/// Findings of one authority that stand together in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AuthorityGroup {
    /// The authority; two for letters that went to both.
    authorities: Vec<ViewValue<LinkView>>,
    findings: usize,
    /// '3 findings', or '3 findings on this page' where the list has more pages.
    findings_words: String,
    letters: Vec<FindingGroup>,
}

/// Findings by authority, in the order in which the authorities come first, and by letter within; those of each counted in
/// the words of this message.
pub(super) fn by_authority(
    scene: &Scene<'_>,
    topic: Option<TopicId>,
    findings: &[FindingId],
    words: Message,
) -> Vec<AuthorityGroup> {
    let mut groups: Vec<(&[AuthorityId], Vec<FindingId>)> = Vec::new();
    for &finding in findings {
        let sent_to = scene.indexes.sent_to[finding.letter().0].as_slice();
        match groups.iter_mut().find(|(of, _)| *of == sent_to) {
            Some((_, findings)) => findings.push(finding),
            None => groups.push((sent_to, vec![finding])),
        }
    }
    let group = |(of, findings): (&[AuthorityId], Vec<FindingId>)| AuthorityGroup {
        authorities: of.iter().map(|&id| scene.shared.authority(id)).collect(),
        findings: findings.len(),
        findings_words: scene.say(words, &[("count", findings.len().into())]),
        letters: by_letter(scene, topic, &findings),
    };
    groups.into_iter().map(group).collect()
}
