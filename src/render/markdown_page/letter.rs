//! A letter's page in Markdown.

use super::body;
use super::phrases::{date, facts, labelled, paragraphs, progress, quoted, said, section, to_path};
use super::text::{inline, link, plain};
use crate::index::PolarityCounts;
use crate::model::{FindingId, Letter, LetterId, Measure, Message, Quote};
use crate::plan::Route;
use crate::render::facts::{FactKey, of_letter, without_link};
use crate::render::page_context::Scene;
use crate::render::regulator;
use crate::render::views::counts::counts_in_words;
use crate::render::views::finding::takes_up;
use crate::render::views::parts::full_title;
use crate::render::views::quotation::{QuotationView, quotations};
use crate::render::views::word::better_label;

/// What ends a line within a paragraph.
const LINE_BREAK: &str = "  \n";

pub(super) fn letter(scene: &Scene<'_>, id: LetterId) -> String {
    let letter = scene.archive.letter(id);
    let mut page = format!("# {}\n\n", plain(&full_title(scene, id, letter)));
    if letter.draft {
        page.push_str(&draft(scene));
    }
    let mut known = of_letter(scene, id);
    // The letter itself has a part of its own at the end.
    known.retain(|fact| fact.key != FactKey::Source);
    facts(scene, &mut page, &known, &Route::letter(letter));
    if let Some(words) = &letter.progress {
        let label = plain(scene.text(Message::progress_in_letter));
        let progress = labelled(scene, &label, &progress(scene, words));
        page.push_str(&format!("\n{progress}\n"));
    }
    paragraphs(&mut page, &body(scene, &letter.source.path, &letter.body));
    findings(scene, &mut page, id);
    let measures: Vec<String> = letter.measures.iter().map(|it| measure(scene, it)).collect();
    section(scene, &mut page, Message::measures, &measures);
    let quotes: Vec<String> = letter.quotes.iter().map(|it| quote(scene, it)).collect();
    section(scene, &mut page, Message::in_their_words, &quotes);
    let source = match letter.url() {
        Some(url) => labelled(scene, &letter_itself(scene), &link(&plain(url), url)),
        None => plain(scene.text(without_link(letter.public_copy.as_ref()))),
    };
    let text = scene.settings.published_text(letter).map(|_| {
        let itself = scene.text(Message::letter_itself);
        to_path(scene, itself, Route::letter_text(letter).path())
    });
    let source: Vec<String> = text.into_iter().chain([source]).collect();
    section(scene, &mut page, Message::source, &[source.join(LINE_BREAK)]);
    page
}

/// What leads to the letter as its author published it.
fn letter_itself(scene: &Scene<'_>) -> String {
    let letter = plain(&regulator::letter(scene.settings, scene.messages, 1));
    match &scene.settings.regulator {
        Some(by) => {
            let given = [("letter", letter.as_str()), ("publisher", &plain(&by.name))];
            said(scene, Message::letter_published, &given)
        }
        None => said(scene, Message::letter_unpublished, &[("letter", &letter)]),
    }
}

/// What the text of a draft says below its heading.
fn draft(scene: &Scene<'_>) -> String {
    let [draft, about] = [Message::draft, Message::draft_about].map(|it| plain(scene.text(it)));
    format!("**{draft}** {about}\n\n")
}

/// Whether the text of a letter in Markdown is that of a draft: nothing else begins with strong words.
pub(super) fn is_of_draft(text: &[u8]) -> bool {
    let text = str::from_utf8(text).unwrap_or_default();
    text.split_once("\n\n").is_some_and(|(_, below)| below.starts_with("**"))
}

/// By main topic, in the order in which the letter comes to them.
fn findings(scene: &Scene<'_>, page: &mut String, id: LetterId) {
    let letter = scene.archive.letter(id);
    let all = PolarityCounts::of(letter.findings.iter().map(|finding| finding.polarity));
    let heading = plain(scene.text(Message::findings));
    page.push_str(&format!("\n## {heading}\n\n{}\n", counts_in_words(scene, all)));
    let quoted = quotations(scene, id);
    for (topic, places) in letter.findings_by_topic() {
        let topic = topic.and_then(|slug| scene.indexes.topic_id(slug));
        let topic = topic.map(|topic| scene.archive.topic(topic));
        let heading = plain(topic.map_or(scene.text(Message::other), |topic| &topic.title));
        page.push_str(&format!("\n### {heading}\n\n"));
        for place in places {
            page.push_str(&finding(scene, letter, FindingId::new(id, place)));
            let quoted = quoted.get(place).into_iter().flatten();
            let quoted: Vec<String> = quoted.map(|it| quotation(scene, it)).collect();
            page.push_str(&quoted.join("  >\n"));
        }
    }
}

fn finding(scene: &Scene<'_>, letter: &Letter, id: FindingId) -> String {
    let finding = scene.archive.finding(id);
    let mut text = inline(scene, &letter.source.path, &finding.text);
    if finding.suggested {
        text = format!("*{}* {text}", plain(scene.text(Message::suggested)));
    }
    if let Some(title) = &finding.title {
        let title = said(scene, Message::with_colon, &[("words", &plain(title))]);
        text = format!("**{title}** {text}");
    }
    let path = Route::finding(scene.archive, id);
    let number = scene.say(Message::finding_number, &[("number", (id.place() + 1).into())]);
    let permalink = to_path(scene, &number, &path);
    let label = format!("**{}**", scene.label(finding.polarity));
    let claim = labelled(scene, &label, &text);
    let parts: Vec<String> =
        [claim].into_iter().chain(about(scene, id)).chain([permalink]).collect();
    format!("- {}\n", parts.join(" "))
}

/// What a finding is about, and what it belongs with.
fn about(scene: &Scene<'_>, id: FindingId) -> Vec<String> {
    let finding = scene.archive.finding(id);
    let subject = finding.subject.as_ref();
    let subject = subject.map(|it| said(scene, Message::about_subject, &[("subject", &plain(it))]));
    let takes_up = takes_up(scene, id).map(|link| {
        let link = to_path(scene, &link.title, &link.path);
        format!("{}.", said(scene, Message::takes_up, &[("finding", &link)]))
    });
    let framework = finding.national_framework.iter();
    let framework = framework.map(|&it| format!("{}.", plain(scene.label(it))));
    subject.into_iter().chain(takes_up).chain(framework).collect()
}

/// The letter's own words below a finding, and the way to them.
fn quotation(scene: &Scene<'_>, view: &QuotationView) -> String {
    let QuotationView { words, page, path, url } = view;
    let name = match page {
        Some(page) => scene.say(Message::page_of_letter, &[("page", (*page).into())]),
        None => scene.text(Message::letter_itself).to_owned(),
    };
    let place = match (path, url) {
        (Some(path), _) => Some(to_path(scene, &name, path)),
        (None, Some(url)) => Some(link(&plain(&name), url)),
        (None, None) => page.map(|_| plain(&name)),
    };
    let words = words.iter().map(|words| said(scene, Message::quoted, &[("words", &plain(words))]));
    let lines: Vec<String> = words.chain(place).collect();
    format!("  > {}\n", lines.join(&format!("{LINE_BREAK}  > ")))
}

fn measure(scene: &Scene<'_>, measure: &Measure) -> String {
    let Measure { id: _, label, topic: _, unit, better, points } = measure;
    let points: Vec<String> = points
        .iter()
        .map(|point| {
            let value = plain(&unit.words_in(point.value, scene.messages));
            labelled(scene, &date(scene, &point.date), &value)
        })
        .collect();
    let better = plain(scene.text(better_label(*better)));
    let label = said(scene, Message::in_brackets, &[("words", &plain(label)), ("more", &better)]);
    format!("- {}", labelled(scene, &label, &points.join(scene.text(Message::separator_long))))
}

fn quote(scene: &Scene<'_>, quote: &Quote) -> String {
    let Quote { words, speaker } = quote;
    let speaker = speaker.as_ref().map(|it| {
        format!(" – {}", said(scene, Message::quoted_speaker, &[("speaker", &plain(it))]))
    });
    format!("- {}{}", quoted(scene, words), speaker.unwrap_or_default())
}
