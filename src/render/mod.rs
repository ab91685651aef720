//! From an address to bytes: pages and feeds through the theme, and files as they are.

mod bounds;
mod data;
mod engine;
mod error;
mod made_of;
mod markdown;
mod near;
mod records;
mod scene;
mod twin;
mod views;

use std::borrow::Cow;
use std::io::Write;
use std::sync::Arc;

use tera::{Context, Tera, Value};

use crate::diagnostics::{Diagnostic, Place};
use crate::index::Indexes;
use crate::model::{Archive, Settings, Theme, ThemeAsset};
use crate::plan::{Plan, Route, Target};
pub use bounds::Stop;
pub use engine::SECONDS as PAGE_SECONDS;
pub use error::RenderError;
pub use made_of::{MadeFrom, MadeOf};
pub use records::SearchRecord;
pub(crate) use records::{records, search_parts};
use scene::Scene;
pub(crate) use twin::is_of_draft;
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
    /// Links that many pages show.
    pub(crate) shared: &'a Shared,
    /// By which somebody who waits may stop it.
    pub(crate) stop: &'a Stop,
}

/// The theme, ready to make pages.
pub(crate) struct Renderer {
    tera: Tera,
    /// What its pages say of the site as a whole.
    site: Value,
    problems: Vec<Diagnostic>,
}

/// A page as the theme is asked for it: which template, and what it may say.
struct Sheet {
    template: Cow<'static, str>,
    shell: Shell,
    /// What the page is about, under the name that its template knows it by.
    parts: Vec<(&'static str, Value)>,
}

impl Renderer {
    /// Reads the theme's templates; or takes the last renderer, which was made for the same settings and theme, if
    /// the site as a whole is what it was.
    pub(crate) fn new(
        archive: &Archive,
        settings: &Settings,
        theme: &Theme,
        last: Option<Arc<Renderer>>,
    ) -> Arc<Self> {
        let site = Value::from_serializable(&views::site::site(archive, settings, theme));
        last.filter(|last| last.site == site).unwrap_or_else(|| {
            let (mut tera, problems) = engine::tera(theme);
            tera.global_context().insert_value("site", site.clone());
            Arc::new(Renderer { tera, site, problems })
        })
    }

    /// What is wrong with the theme's templates.
    pub(crate) fn problems(&self) -> &[Diagnostic] {
        &self.problems
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
            return Err(Diagnostic::error("no-such-page", place, message).into());
        };
        let bytes: Cow<'_, [u8]> = match target {
            Target::ThemeFile(name) => match &material.theme.files[name] {
                ThemeAsset::Copied { bytes, .. } => Cow::Borrowed(bytes),
                ThemeAsset::Made { .. } => {
                    let scene = Scene::relative(material, route);
                    self.page(material, views::plain::theme_file(&scene, name))?.into()
                }
            },
            Target::Asset(path) => Cow::Borrowed(&material.archive.assets[path]),
            Target::Download(file) => {
                return data::write(&Scene::absolute(material, route), *file, out);
            }
            target => self.whole(material, route, target)?.into(),
        };
        Ok(out.write_all(&bytes)?)
    }

    /// What is made as a whole before any of it is written.
    fn whole(
        &self,
        material: Material<'_>,
        route: &Route,
        target: &Target,
    ) -> Result<Vec<u8>, Diagnostic> {
        match target {
            Target::Feed(of) => {
                let scene = Scene::absolute(material, route);
                self.page(material, views::feed::atom(&self.tera, &scene, *of)?)
            }
            Target::JsonFeed(of) => {
                let scene = Scene::absolute(material, route);
                data::json(&scene, &views::feed::json(&self.tera, &scene, *of)?)
            }
            Target::Twin(of) => Ok(twin::twin(&Scene::relative(material, route), *of).into_bytes()),
            // Wherever a page is missing this one is shown, so its links cannot start from where it is.
            Target::NotFound => {
                let scene = Scene::from_domain(material, route);
                self.page(material, views::sheet(&scene, target))
            }
            Target::Sitemap(_) | Target::Robots | Target::Redirect(_) => {
                self.page(material, views::sheet(&Scene::absolute(material, route), target))
            }
            target => {
                let scene = Scene::relative(material, route);
                Ok(near::shorten(self.page(material, views::sheet(&scene, target))?, route))
            }
        }
    }

    fn page(&self, material: Material<'_>, sheet: Sheet) -> Result<Vec<u8>, Diagnostic> {
        let Sheet { template, shell, parts } = sheet;
        let mut context = Context::new();
        context.insert("root", &shell.root);
        context.insert("page", &shell);
        for (name, value) in parts {
            context.insert_value(name, value);
        }
        bounds::render(&self.tera, material.theme, &template, &context, material.stop)
    }
}
