//! Pages without data: the content's plain pages, old addresses, and the page for errors.

use serde::Serialize;
use tera::Value;

use super::parts::{LinkView, edit_url};
use super::shell::Shell;
use crate::model::PageId;
use crate::plan::Route;
use crate::render::Sheet;
use crate::render::page_context::Scene;

#[derive(Debug, Serialize)]
struct PageView {
    title: String,
    html: String,
    edit_url: Option<String>,
}

pub(super) fn page(scene: &Scene<'_>, id: PageId) -> Sheet {
    let page = scene.archive.page(id);
    let view = PageView {
        title: page.title.clone(),
        html: scene.prose(&page.source.path, &page.body),
        edit_url: edit_url(scene, &page.source.path),
    };
    Sheet {
        template: "page.html".into(),
        shell: Shell::new(scene, &*page.title).description(&*page.body.lead).below_home(),
        parts: vec![("content", Value::from_serializable(&view))],
    }
}

/// An old address. The canonical address is where it leads.
pub(super) fn redirect(scene: &Scene<'_>, to: &Route) -> Sheet {
    let link = LinkView::new(scene.absolute_url(to), to);
    Sheet {
        template: "redirect.html".into(),
        shell: Shell::new(scene, "This page has moved"),
        parts: vec![
            ("to", Value::from_serializable(&link)),
            ("way_up", Value::from_serializable(&scene.route.way_up())),
        ],
    }
}

/// The search page. What is found is shown by a script.
pub(super) fn search(scene: &Scene<'_>) -> Sheet {
    let shell = Shell::new(scene, "Search")
        .description(
            "Search letters, findings, authorities and topics by word, place, year and kind.",
        )
        .below_home();
    Sheet { template: "search.html".into(), shell, parts: Vec::new() }
}

/// A file of the theme's that depends on the site's options.
pub(in crate::render) fn theme_file(scene: &Scene<'_>, name: &str) -> Sheet {
    let template = format!("static/{name}").into();
    Sheet { template, shell: Shell::new(scene, name), parts: Vec::new() }
}

pub(super) fn not_found(scene: &Scene<'_>) -> Sheet {
    Sheet {
        template: "404.html".into(),
        shell: Shell::new(scene, "Page not found"),
        parts: Vec::new(),
    }
}
