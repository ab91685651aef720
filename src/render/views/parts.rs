//! Parts that several pages show: dates, links, counts, letters in lists, findings.

use serde::Serialize;

use crate::index::PolarityCounts;
use crate::model::{
    Authority, AuthorityId, Date, FindingId, Letter, LetterId, Polarity, Progress, Slug, Topic,
    Vocabulary,
};
use crate::plan::Route;
use crate::render::scene::Scene;

/// A link within the site.
#[derive(Debug, Clone, Serialize)]
pub(super) struct LinkView {
    pub(super) title: String,
    pub(super) path: String,
}

impl LinkView {
    pub(super) fn new(title: impl Into<String>, route: &Route) -> Self {
        LinkView { title: title.into(), path: route.path().to_owned() }
    }

    pub(super) fn authority(authority: &Authority) -> Self {
        LinkView::new(&*authority.name, &Route::authority(authority))
    }

    pub(super) fn topic(topic: &Topic) -> Self {
        LinkView::new(&*topic.title, &Route::topic(topic))
    }
}

/// A word of a closed set: `word` for class names, `label` for people.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct WordView {
    word: &'static str,
    label: &'static str,
}

impl<V: Vocabulary> From<V> for WordView {
    fn from(member: V) -> Self {
        WordView { word: member.word(), label: member.label() }
    }
}

/// A date in words, and part by part for `<time>`.
#[derive(Debug, Serialize)]
pub(super) struct DateView {
    words: String,
    parts: Vec<DatePartView>,
}

#[derive(Debug, Serialize)]
struct DatePartView {
    words: String,
    datetime: Option<String>,
}

impl From<&Date> for DateView {
    fn from(date: &Date) -> Self {
        let parts = date.parts().into_iter();
        DateView {
            words: date.words(),
            parts: parts
                .map(|part| DatePartView { words: part.words, datetime: part.datetime })
                .collect(),
        }
    }
}

/// How many findings there are, whole and of each polarity.
#[derive(Debug, Serialize)]
pub(super) struct CountsView {
    total: usize,
    by_polarity: Vec<PolarityCountView>,
}

#[derive(Debug, Serialize)]
struct PolarityCountView {
    polarity: WordView,
    count: usize,
    /// '2 strengths', '1 improving'.
    words: String,
}

impl From<PolarityCounts> for CountsView {
    fn from(counts: PolarityCounts) -> Self {
        let by_polarity = Polarity::ALL.iter().map(|&polarity| PolarityCountView {
            polarity: polarity.into(),
            count: counts.get(polarity),
            words: counted(polarity, counts.get(polarity)),
        });
        CountsView { total: counts.total(), by_polarity: by_polarity.collect() }
    }
}

fn counted(polarity: Polarity, count: usize) -> String {
    let label = polarity.label().to_lowercase();
    match (polarity, count) {
        (Polarity::Strength, 0 | 2..) => format!("{count} {label}s"),
        _ => format!("{count} {label}"),
    }
}

/// How a letter puts the progress.
#[derive(Debug, Serialize)]
pub(super) struct ProgressView {
    words: String,
    level: Option<WordView>,
}

impl From<&Progress> for ProgressView {
    fn from(progress: &Progress) -> Self {
        ProgressView { words: progress.words.clone(), level: progress.level.map(WordView::from) }
    }
}

/// A letter in a list.
#[derive(Debug, Serialize)]
pub(super) struct LetterRow {
    /// Its anchor on a timeline.
    anchor: String,
    path: String,
    /// 'Monitoring visit 6'.
    name: String,
    /// The same with the areas, where they are few: 'Monitoring visit 6: early help'.
    heading: String,
    authorities: Vec<LinkView>,
    kind: WordView,
    on_site: DateView,
    dated: DateView,
    areas: Vec<String>,
    progress: Option<ProgressView>,
    counts: CountsView,
}

impl LetterRow {
    pub(super) fn new(scene: &Scene<'_>, id: LetterId) -> Self {
        let letter = scene.archive.letter(id);
        let polarities = letter.findings.iter().map(|finding| finding.polarity);
        LetterRow {
            anchor: format!("section-{}-{}", letter.folder, letter.slug),
            path: Route::letter(letter).path().to_owned(),
            name: letter.name(),
            heading: heading(&letter.name(), &letter.areas),
            authorities: sent_to(scene, id),
            kind: letter.kind.into(),
            on_site: (&letter.on_site).into(),
            dated: (&letter.dated).into(),
            areas: letter.areas.clone(),
            progress: letter.progress.as_ref().map(ProgressView::from),
            counts: PolarityCounts::of(polarities).into(),
        }
    }
}

/// The authorities that a letter was sent to.
pub(super) fn sent_to(scene: &Scene<'_>, id: LetterId) -> Vec<LinkView> {
    let authorities = scene.indexes.sent_to[id.0].iter();
    authorities.map(|&authority| LinkView::authority(scene.archive.authority(authority))).collect()
}

/// The names of the authorities that a letter was sent to, in words.
pub(super) fn names_of_authorities(scene: &Scene<'_>, id: LetterId) -> String {
    let name = |&authority: &AuthorityId| scene.archive.authority(authority).name.as_str();
    let names: Vec<&str> = scene.indexes.sent_to[id.0].iter().map(name).collect();
    names.join(" and ")
}

/// A name with the areas covered, where these fit a heading.
pub(super) fn heading(name: &str, areas: &[String]) -> String {
    const LONGEST: usize = 70;
    let areas = areas.join(", ");
    if areas.is_empty() || areas.len() > LONGEST {
        name.to_owned()
    } else {
        format!("{name}: {areas}")
    }
}

/// A finding, wherever it is shown.
#[derive(Debug, Serialize)]
pub(super) struct FindingView {
    id: String,
    /// Its place in its letter, from 1.
    number: usize,
    /// Its permalink.
    path: String,
    polarity: WordView,
    html: String,
    subject: Option<String>,
    topics: Vec<LinkView>,
}

impl FindingView {
    pub(super) fn new(scene: &Scene<'_>, id: FindingId) -> Self {
        let finding = scene.archive.finding(id);
        let letter = scene.archive.letter(id.letter);
        FindingView {
            id: finding.id.to_string(),
            number: id.place + 1,
            path: Route::finding(scene.archive, id),
            polarity: finding.polarity.into(),
            html: scene.inline(&letter.source.path, &finding.text),
            subject: finding.subject.clone(),
            topics: finding.topics.iter().filter_map(|slug| topic_link(scene, slug)).collect(),
        }
    }
}

/// A topic by its slug, where the archive has it.
pub(super) fn topic_link(scene: &Scene<'_>, slug: &Slug) -> Option<LinkView> {
    scene.indexes.topic_id(slug).map(|id| LinkView::topic(scene.archive.topic(id)))
}

/// Findings of one letter that stand together in a list.
#[derive(Debug, Serialize)]
pub(super) struct FindingGroup {
    letter: LetterRow,
    findings: Vec<FindingView>,
}

/// Findings by letter, in the order given; those of one letter stand together.
pub(super) fn by_letter(scene: &Scene<'_>, findings: &[FindingId]) -> Vec<FindingGroup> {
    findings
        .chunk_by(|one, next| one.letter == next.letter)
        .map(|group| FindingGroup {
            letter: LetterRow::new(scene, group[0].letter),
            findings: group.iter().map(|&id| FindingView::new(scene, id)).collect(),
        })
        .collect()
}

/// The address at which a content file can be edited, where the site says where it is kept.
pub(super) fn edit_url(scene: &Scene<'_>, file: &str) -> Option<String> {
    let (url, branch) = scene.settings.repository.as_ref()?;
    Some(format!("{url}/edit/{branch}/{file}"))
}

/// The address at which a letter to an authority can be added, where the site says where it is kept.
pub(super) fn add_letter_url(scene: &Scene<'_>, authority: &Authority) -> Option<String> {
    let (url, branch) = scene.settings.repository.as_ref()?;
    Some(format!("{url}/new/{branch}/content/authorities/{}", authority.slug))
}

/// What to call a letter away from its authority's pages: 'Sunderland: monitoring visit 6'.
pub(super) fn full_title(scene: &Scene<'_>, id: LetterId, letter: &Letter) -> String {
    let name = letter.name();
    let (first, rest) = name.split_at(1);
    format!("{}: {}{rest}", names_of_authorities(scene, id), first.to_lowercase())
}
