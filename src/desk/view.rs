//! What the page of a file shows: its facts as a form, and of a letter its text beside its findings.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::findings::is_suggested;
use super::form::{Field, FormSource};
use super::messages::{BODY, Message, Messages};
use super::passages::{Carried, LetterPage, passages};
use super::path::ContentPath;
use super::publication::{Publication, publication};
use super::title::title;
use super::value_path::{items, path, text, texts};
use super::{Desk, StoreError};
use crate::diagnostics::{Report, SourceText};
use crate::edit::{self, Change, Value};
use crate::model::{Letter, PolarityId};
use crate::parse::{FrontMatter, comments_behind, schema};
use crate::plan::Route;
use crate::site::Site;

/// Which page of the desk is asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Shown {
    /// The part that is open.
    #[serde(default)]
    pub(super) tab: Tab,
    /// The index of the finding that is open.
    pub(super) finding: Option<usize>,
}

/// A part of the page.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Tab {
    /// What stands out as most of the work: of a letter its findings, of others their facts.
    #[default]
    Findings,
    Facts,
    Summary,
    /// The published page.
    Page,
    /// The whole file.
    File,
    Publish,
}

/// The page of a file.
#[derive(Debug, Serialize)]
pub(super) struct FileView {
    file: String,
    kind: &'static str,
    title: String,
    tab: Tab,
    /// The fingerprint of the text.
    version: String,
    can_undo: bool,
    /// Whether the front matter cannot be read, so that only the text can be worked on.
    is_broken: bool,
    is_draft: bool,
    text: String,
    body: String,
    body_messages: Vec<Message>,
    /// Those of no field; all of them where the front matter cannot be read.
    messages: Vec<Message>,
    errors: usize,
    problems: usize,
    /// Each of them, where all are listed.
    all_messages: Vec<Message>,
    facts: Vec<Field>,
    findings: Vec<FindingRow>,
    findings_messages: Vec<Message>,
    /// How many are to be gone through.
    suggested: usize,
    /// How many are among the few that matter most.
    keys: usize,
    open: Option<OpenFinding>,
    pages: Vec<LetterPage>,
    carried: Option<Carried>,
    /// The path of the published page, in the preview.
    preview: Option<String>,
    publication: Option<Publication>,
}

/// A finding in the list.
#[derive(Debug, Serialize)]
struct FindingRow {
    polarity: String,
    polarity_word: String,
    topic: String,
    text: String,
    id: String,
    is_suggested: bool,
    /// What an import has noted behind the polarity.
    note: String,
    is_key: bool,
    problems: usize,
}

/// The finding that is worked on.
#[derive(Debug, Serialize)]
struct OpenFinding {
    index: usize,
    /// What makes the claim.
    claim: Vec<Field>,
    /// What is said of it beside that.
    more: Vec<Field>,
    messages: Vec<Message>,
    /// Whether something is said at what stands beside the claim.
    is_more_open: bool,
    is_suggested: bool,
    is_last: bool,
}

/// The text of a file as `check` is to see it: as if it were no draft.
pub(super) fn as_published(path: &ContentPath, text: &str) -> String {
    let draft = Change::Set { path: self::path("draft"), value: Value::Text("false".to_owned()) };
    let is_draft =
        edit::values(text).is_ok_and(|values| self::text(&values, "draft") == Some("true"));
    let published = is_draft.then(|| edit::edited(text, path.kind(), &[draft]).ok()).flatten();
    published.unwrap_or_else(|| text.to_owned())
}

/// What the page of a file shows, which holds this.
pub(super) fn view(
    desk: &Desk,
    path: &ContentPath,
    text: &str,
    shown: &Shown,
) -> Result<FileView, StoreError> {
    let (site, report) = desk.store.suppose(path.as_str(), &as_published(path, text))?;
    let messages = Messages::of(&report, path.as_str());
    let values = edit::values(text).ok();
    let of_file = FileSource { desk, path, text, site: &site, messages: &messages };
    Ok(of_file.view(values, shown))
}

/// Where a view is from.
struct FileSource<'a> {
    desk: &'a Desk,
    path: &'a ContentPath,
    text: &'a str,
    site: &'a Arc<Site>,
    messages: &'a Messages,
}

impl FileSource<'_> {
    fn view(&self, values: Option<Value>, shown: &Shown) -> FileView {
        let FileSource { desk, path, text, site, messages } = self;
        let archive = site.archive();
        let is_broken = values.is_none();
        let values = values.unwrap_or(Value::Group(Vec::new()));
        let is_letter = path.kind() == FrontMatter::Letter;
        let letter = archive.letters.iter().find(|letter| letter.source.path == path.as_str());
        let all = items(&values, &self::path(FINDINGS));
        let letter_text = letter.and_then(|letter| letter.text.known());
        let (pages, carried) = match letter_text {
            Some(source) => {
                let (pages, carried) = passages(source, all);
                (pages, Some(carried))
            }
            None => (Vec::new(), None),
        };
        let tab = match shown.tab {
            _ if is_broken => Tab::File,
            Tab::Findings if !is_letter => Tab::Facts,
            tab => tab,
        };
        let form = FormSource { archive, messages };
        let schema = schema(path.kind(), &archive.vocabulary);
        let without = [FINDINGS, "draft", "suggested"];
        let mut findings: Vec<FindingRow> =
            all.iter().enumerate().map(|(index, it)| self.row(&values, index, it)).collect();
        let comments =
            comments_behind(&SourceText::new("", (*text).to_owned()), FINDINGS, "polarity");
        for (finding, comment) in findings.iter_mut().zip(comments) {
            finding.note = comment.strip_prefix(edit::NOTE).unwrap_or_default().to_owned();
        }
        let open = shown.finding.filter(|index| *index < all.len()).map(|index| {
            let (schema, path) =
                (&schema["properties"][FINDINGS]["items"], format!("{FINDINGS}.{index}"));
            let mut fields = form.fields(schema, all.get(index), &path, &["suggested"]);
            let place = |field: &Field| CLAIM.iter().position(|key| field.path().ends_with(key));
            fields.sort_by_key(|field| place(field).unwrap_or(CLAIM.len()));
            let more = fields.split_off(CLAIM.len());
            OpenFinding {
                index,
                claim: fields,
                messages: messages.at(&path),
                is_more_open: more.iter().any(|field| messages.count_below(field.path()) > 0),
                is_suggested: is_suggested(&values, &all[index]),
                is_last: index + 1 == all.len(),
                more,
            }
        });
        let title = title(archive, path, letter.map(AsRef::as_ref));
        FileView {
            file: path.as_str().to_owned(),
            kind: path.kind().word(),
            publication: (tab == Tab::Publish).then(|| publication(desk, path, &title, text)),
            title,
            tab,
            version: desk.history.show(path.as_str(), text),
            can_undo: desk.history.last(path.as_str()).is_some(),
            is_broken,
            is_draft: self::text(&values, "draft") == Some("true"),
            text: text.replace("\r\n", "\n"),
            body: edit::body(text).unwrap_or_default(),
            body_messages: messages.at(BODY),
            // Where there is no form, none of its fields tells its own.
            messages: if is_broken { messages.all().to_vec() } else { messages.at("") },
            errors: messages.errors(),
            problems: messages.all().len(),
            all_messages: if tab == Tab::Publish { messages.all().to_vec() } else { Vec::new() },
            facts: form.fields(&schema, Some(&values), "", &without),
            suggested: findings.iter().filter(|finding| finding.is_suggested).count(),
            keys: findings.iter().filter(|finding| finding.is_key).count(),
            findings,
            findings_messages: messages.at(FINDINGS),
            open,
            pages,
            carried,
            preview: self.preview(letter.map(AsRef::as_ref)),
        }
    }

    fn row(&self, values: &Value, index: usize, finding: &Value) -> FindingRow {
        let archive = self.site.archive();
        let word = self::text(finding, "polarity").unwrap_or_default();
        let vocabulary = &archive.vocabulary;
        let known = vocabulary.ids().find(|id: &PolarityId| vocabulary.word(*id) == word);
        let topic = texts(finding, "topics").first().copied().unwrap_or_default();
        let title = archive.topics.iter().find(|it| it.slug.as_str() == topic);
        FindingRow {
            polarity: known.map_or(word, |id| vocabulary.label(id)).to_owned(),
            polarity_word: word.to_owned(),
            topic: title.map_or(topic, |topic| &topic.title).to_owned(),
            text: self::text(finding, "text").unwrap_or_default().to_owned(),
            id: self::text(finding, "id").unwrap_or_default().to_owned(),
            is_suggested: is_suggested(values, finding),
            note: String::new(),
            is_key: self::text(finding, "key") == Some("true"),
            problems: self.messages.count_below(&format!("{FINDINGS}.{index}")),
        }
    }

    /// The path of its page in the preview, where the site that is shown has one.
    fn preview(&self, letter: Option<&Letter>) -> Option<String> {
        let archive = self.site.archive();
        let own = self.path.as_str();
        let route = match self.path.kind() {
            FrontMatter::Letter => Route::letter(letter?),
            FrontMatter::Authority => {
                Route::authority(archive.authorities.iter().find(|it| it.source.path == own)?)
            }
            FrontMatter::Topic => {
                Route::topic(archive.topics.iter().find(|it| it.source.path == own)?)
            }
            FrontMatter::Page => {
                Route::page(archive.pages.iter().find(|it| it.source.path == own)?)
            }
        };
        Some(format!("{}{}", self.desk.preview.shown().base(), route.path()))
    }
}

const FINDINGS: &str = "findings";

/// The keys of a finding that make its claim, in the order in which somebody works on them.
const CLAIM: [&str; 4] = [".text", ".words", ".polarity", ".topics"];

/// What `check` says of a file, for a page that shows it already.
pub(super) fn messages(
    desk: &Desk,
    path: &ContentPath,
    text: &str,
) -> Result<Vec<Message>, StoreError> {
    let (_, report): (_, Report) = desk.store.suppose(path.as_str(), &as_published(path, text))?;
    Ok(Messages::of(&report, path.as_str()).all().to_vec())
}
