//! Rendering in a process of its own: what goes to it and what comes back, as bytes.
//!
//! The engine cannot be stopped while a template writes nothing, nor be held to an amount of memory. A process can be
//! ended. So the templates of a theme that did not come with the program are rendered in one, which commands start.

use std::io;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tera::{Context, Tera, Value};
use xxhash_rust::xxh3::xxh3_128;

use super::bounded::{self, Stop};
use super::engine;
use super::fault::Fault;
use super::limits::Excess;
use crate::diagnostics::{MachineError, Place, SourceText};
use crate::model::{Language, Messages, Theme, ThemeLayer};

/// Where templates are rendered that did not come with the program.
pub trait TemplateHost: Send + Sync {
    /// What [`TemplateServer::answer`] makes of a job, for the server of these templates.
    ///
    /// # Errors
    /// Where the job took too much and was ended, or the machine would not do it.
    fn answer(&self, templates: &TemplateSet, job: &[u8]) -> Result<Vec<u8>, HostError>;
}

/// Why a job was not answered.
#[derive(Debug, thiserror::Error)]
pub enum HostError {
    /// It took too much.
    #[error("the template takes too much: {0:?}")]
    Excess(Excess),
    /// The machine would not do it.
    #[error("{0}")]
    Machine(#[from] MachineError),
}

/// The templates of a theme and what they all see of the site, as a server of them takes them.
#[derive(Debug, Clone)]
pub struct TemplateSet {
    bytes: Arc<[u8]>,
    fingerprint: u128,
}

/// The templates of a theme, where they are rendered.
pub struct TemplateServer {
    theme: Theme,
    tera: Tera,
}

/// A theme's folder, and its templates: their paths and texts.
type Layer<'a> = (&'a str, Vec<(&'a str, &'a str)>);

/// A template, and what it may say.
#[derive(Serialize)]
struct Job<'a> {
    template: &'a str,
    values: Vec<(&'a str, &'a Value)>,
}

/// The same, as it arrives. Values are of the kinds that JSON has, in their order.
#[derive(Deserialize)]
struct ReadJob {
    template: String,
    values: Vec<(String, serde_json::Value)>,
}

/// What came of a job.
#[derive(Serialize, Deserialize)]
enum Answer {
    /// The page follows.
    Page,
    Mistake {
        place: SentPlace,
        message: String,
    },
    Excess {
        place: SentPlace,
        excess: Excess,
    },
}

/// A place in a template: its path, and the bytes that are meant where it is known.
#[derive(Serialize, Deserialize)]
struct SentPlace(String, Option<Range<usize>>);

impl TemplateSet {
    pub(super) fn new(
        theme: &Theme,
        site: &Value,
        messages: &Messages,
    ) -> Result<Self, MachineError> {
        let layers: Vec<Layer<'_>> = theme
            .layers
            .iter()
            .map(|layer| {
                let texts = layer.templates.iter().map(|it| (it.path.as_str(), &*it.text));
                (layer.folder.as_str(), texts.collect())
            })
            .collect();
        let tables = messages.sources().iter().map(|it| (it.path.as_str(), &*it.text));
        let tables: Vec<(&str, &str)> = tables.collect();
        let language = messages.language().to_string();
        let bytes = rmp_serde::to_vec(&(layers, site, language, tables))
            .map_err(|error| not_understood("templates", io::Error::other(error)))?;
        Ok(TemplateSet { fingerprint: xxh3_128(&bytes), bytes: bytes.into() })
    }

    /// The whole, for [`TemplateServer::new`].
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The same only for the same templates, on the same site.
    pub fn fingerprint(&self) -> u128 {
        self.fingerprint
    }

    /// Has a job done by a host.
    pub(super) fn render(
        &self,
        host: &dyn TemplateHost,
        theme: &Theme,
        template: &str,
        values: &[(&str, Value)],
    ) -> Result<Result<Vec<u8>, Fault>, MachineError> {
        let values = values.iter().map(|(name, value)| (*name, value)).collect();
        let job = rmp_serde::to_vec(&Job { template, values }).map_err(io::Error::other);
        let job = job.map_err(|error| not_understood(template, error))?;
        let answered = match host.answer(self, &job) {
            Ok(answered) => answered,
            Err(HostError::Machine(error)) => return Err(error),
            Err(HostError::Excess(excess)) => {
                return Ok(Err(Fault::Excess { place: engine::start_of(theme, template), excess }));
            }
        };
        Answer::decode(&answered, theme).map_err(|error| not_understood(template, error))
    }
}

/// The two sides are the same program, so this is a mistake of its own, or memory that went wrong.
fn not_understood(template: &str, error: io::Error) -> MachineError {
    MachineError::new("render", template.as_ref(), error)
}

impl TemplateServer {
    /// Reads the templates of a [`TemplateSet`].
    ///
    /// # Errors
    /// Where these are not its bytes.
    pub fn new(templates: &[u8]) -> io::Result<Self> {
        type Texts = Vec<(String, String)>;
        type Read = (Vec<(String, Texts)>, serde_json::Value, String, Texts);
        let (layers, site, language, tables): Read =
            rmp_serde::from_slice(templates).map_err(io::Error::other)?;
        let text = |(path, text): (String, String)| Arc::new(SourceText::new(path, text));
        let layer = |(folder, templates): (String, Vec<(String, String)>)| ThemeLayer {
            folder,
            templates: templates.into_iter().map(text).collect(),
            tables: Vec::new(),
            is_built_in: false,
        };
        let layers = layers.into_iter().map(layer).collect();
        let theme = Theme { layers, ..Theme::default() };
        let tables = tables.into_iter().map(text).collect();
        let language = Language::parse(&language).unwrap_or_default();
        let messages = Arc::new(Messages::of_texts(language, tables));
        let (tera, _) = engine::tera(&theme, Value::from_serializable(&site), &messages);
        Ok(TemplateServer { theme, tera })
    }

    /// Does a job. By `stop` a template that writes is stopped, at its line.
    ///
    /// # Errors
    /// Where this is no job.
    pub fn answer(&self, job: &[u8], stop: &Stop) -> io::Result<Vec<u8>> {
        let ReadJob { template, values } = rmp_serde::from_slice(job).map_err(io::Error::other)?;
        let mut context = Context::new();
        for (name, value) in values {
            context.insert_value(name, Value::from_serializable(&value));
        }
        let rendered = bounded::render(&self.tera, &self.theme, &template, &context, stop);
        let (answer, page) = match rendered {
            Ok(page) => (Answer::Page, page),
            Err(Fault::Mistake { place, message }) => {
                (Answer::Mistake { place: (&place).into(), message }, Vec::new())
            }
            Err(Fault::Excess { place, excess }) => {
                (Answer::Excess { place: (&place).into(), excess }, Vec::new())
            }
        };
        let mut bytes = rmp_serde::to_vec(&answer).map_err(io::Error::other)?;
        bytes.extend(page);
        Ok(bytes)
    }
}

impl Answer {
    /// The page, or what is wrong with the template.
    fn decode(bytes: &[u8], theme: &Theme) -> io::Result<Result<Vec<u8>, Fault>> {
        let mut rest = bytes;
        let answer = rmp_serde::from_read(&mut rest).map_err(io::Error::other)?;
        Ok(match answer {
            Answer::Page => Ok(rest.to_vec()),
            Answer::Mistake { place, message } => {
                Err(Fault::Mistake { place: place.on(theme), message })
            }
            Answer::Excess { place, excess } => {
                Err(Fault::Excess { place: place.on(theme), excess })
            }
        })
    }
}

impl From<&Place> for SentPlace {
    fn from(place: &Place) -> Self {
        let span = matches!(place, Place::Span(..)).then(|| place.bytes());
        SentPlace(place.path().to_owned(), span)
    }
}

impl SentPlace {
    fn on(self, theme: &Theme) -> Place {
        let SentPlace(path, span) = self;
        match (engine::source(theme, &path), span) {
            (Some(source), Some(span)) => Place::span(source, span),
            _ => Place::File(path),
        }
    }
}
