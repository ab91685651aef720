//! From an address to bytes: pages and feeds through the theme, and files as they are.

mod bounded;
mod data;
mod engine;
mod error;
mod fact_value;
mod facts;
mod fault;
mod fill_in;
mod footnotes;
mod inputs;
mod isolated;
mod judgement;
mod limits;
mod markdown;
mod markdown_page;
mod page_context;
mod passages;
mod pictures;
mod prose;
mod records;
mod reference;
mod regulator;
mod relative_links;
pub(crate) mod rules;
mod said;
mod stand_in;
mod template;
mod template_list;
mod templates;
mod text_blocks;
mod views;

use std::borrow::Cow;
use std::io::Write;
use std::sync::Arc;

use tera::Value;

use crate::diagnostics::{Diagnostic, MachineError, Place};
use crate::index::Indexes;
use crate::model::{
    Archive, Argument, Date, Letter, Message, Messages, Settings, TermId, Theme, ThemeAsset,
};
use crate::plan::{FileKind, LinkBase, PageKind, Plan, Route, Target};
pub use bounded::Stop;
pub(crate) use data::fixed_columns;
pub use error::RenderError;
pub use inputs::{MadeFrom, MadeOf};
pub use isolated::{HostError, TemplateHost, TemplateServer, TemplateSet};
pub use limits::{Excess, PAGE_MEMORY, PAGE_SECONDS};
pub(crate) use markdown_page::is_of_draft;
use page_context::Scene;
pub use records::SearchRecord;
pub(crate) use records::{records, search_parts};
pub use reference::template_reference;
use template::Template;
use templates::Templates;
pub(crate) use views::shared::Shared;
use views::shell::Shell;

/// All that a page can be made from.
#[derive(Clone, Copy)]
pub(crate) struct Material<'a> {
    pub(crate) archive: &'a Archive,
    pub(crate) indexes: &'a Indexes,
    pub(crate) plan: &'a Plan,
    pub(crate) settings: &'a Settings,
    pub(crate) theme: &'a Theme,
    /// What pages say.
    pub(crate) messages: &'a Messages,
    /// Links that many pages show.
    pub(crate) shared: &'a Shared,
}

impl<'a> Material<'a> {
    /// A message without variables.
    fn text(&self, message: Message) -> &'a str {
        self.messages.text(message)
    }

    /// A message with what its variables stand for.
    fn say(&self, message: Message, arguments: &[(&str, Argument<'_>)]) -> String {
        self.messages.with(message, arguments)
    }

    /// A word of the vocabulary, as readers see it.
    fn label<I: TermId>(&self, member: I) -> &'a str {
        self.archive.vocabulary.label(member)
    }

    /// A word of the vocabulary, as editors write it.
    fn word<I: TermId>(&self, member: I) -> &'a str {
        self.archive.vocabulary.word(member)
    }

    /// What to call a letter on its authority's own pages.
    fn letter_name(&self, letter: &Letter) -> String {
        letter.name(&self.archive.vocabulary)
    }

    /// A date in words.
    fn date(&self, date: &Date) -> String {
        date.words_in(self.messages.dates())
    }
}

/// The theme, ready to make pages.
pub(crate) struct Renderer {
    templates: Templates,
    /// What its pages say of the site as a whole.
    site: Value,
}

/// A page as the theme is asked for it: which template, and what it may say.
struct Sheet {
    template: Cow<'static, str>,
    shell: Shell,
    /// What the page is about, under the names that its template knows it by.
    parts: Vec<(Cow<'static, str>, Value)>,
}

impl Sheet {
    fn new<T: Template>(shell: Shell, seen: &T) -> Self {
        Sheet { template: T::NAME.into(), shell, parts: seen.parts() }
    }
}

impl Renderer {
    /// Reads the theme's templates; or takes the last renderer, which was made for the same settings and theme, if
    /// the site as a whole is what it was.
    pub(crate) fn new(
        archive: &Archive,
        (settings, theme, messages): (&Settings, &Theme, &Arc<Messages>),
        host: Option<&Arc<dyn TemplateHost>>,
        last: Option<Arc<Renderer>>,
    ) -> Result<Arc<Self>, MachineError> {
        let site = Value::from_serializable(&views::site::site(archive, settings, theme, messages));
        if let Some(last) = last.filter(|last| last.site == site) {
            return Ok(last);
        }
        let templates = Templates::new(theme, &site, messages, host)?;
        Ok(Arc::new(Renderer { templates, site }))
    }

    /// What is wrong with the theme's templates.
    pub(crate) fn problems(&self) -> &[Diagnostic] {
        self.templates.problems()
    }

    /// Writes the bytes that an address stands for. The same for the same material, always.
    pub(crate) fn render(
        &self,
        material: Material<'_>,
        route: &Route,
        out: &mut dyn Write,
    ) -> Result<(), RenderError> {
        let Some(target) = material.plan.target(route) else {
            let message = "there is no page at this address";
            let place = Place::File(route.to_string());
            return Err(rules::NO_SUCH_PAGE.at(place, message).into());
        };
        let scene = Scene::new(material, route, target.link_base());
        match target {
            Target::Page(kind) => Ok(out.write_all(&self.html(&scene, kind)?)?),
            Target::File(kind) => self.file(&scene, kind, out),
        }
    }

    fn html(&self, scene: &Scene<'_>, kind: &PageKind) -> Result<Vec<u8>, RenderError> {
        let page = self.page(views::sheet(scene, kind))?;
        Ok(match scene.links_start_from {
            LinkBase::Page => relative_links::shorten(page, scene.route),
            LinkBase::Domain | LinkBase::Nothing => page,
        })
    }

    fn file(
        &self,
        scene: &Scene<'_>,
        kind: &FileKind,
        out: &mut dyn Write,
    ) -> Result<(), RenderError> {
        let bytes: Cow<'_, [u8]> = match kind {
            FileKind::Download(file) => return data::write(scene, *file, out),
            FileKind::Twin(of) => markdown_page::twin(scene, *of).into_bytes().into(),
            FileKind::Feed(of) => {
                self.page(views::feed::atom(&self.templates, scene, *of)?)?.into()
            }
            FileKind::JsonFeed(of) => {
                data::json(scene, &views::feed::json(&self.templates, scene, *of)?)?.into()
            }
            FileKind::Sitemap(part) => self.page(views::sitemap::sitemap(scene, *part))?.into(),
            FileKind::Robots => self.page(views::sitemap::robots(scene))?.into(),
            FileKind::Llms => self.page(views::llms::llms(scene))?.into(),
            FileKind::Theme(name) => match &scene.theme.files[name] {
                ThemeAsset::Copied { bytes, .. } => Cow::Borrowed(bytes),
                ThemeAsset::Made { .. } => self.page(views::plain::theme_file(scene, name))?.into(),
            },
            FileKind::Asset(path) => Cow::Borrowed(&scene.archive.assets[path]),
        };
        Ok(out.write_all(&bytes)?)
    }

    fn page(&self, sheet: Sheet) -> Result<Vec<u8>, RenderError> {
        let Sheet { template, shell, mut parts } = sheet;
        parts.push(("root".into(), Value::from_serializable(&shell.root)));
        parts.push(("page".into(), Value::from_serializable(&shell)));
        self.templates.render(&template, parts)
    }
}
