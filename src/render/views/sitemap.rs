//! What search engines read: the sitemap and the rules for robots.

use tera::Value;

use super::shell::Shell;
use crate::plan::{Route, SitemapPart};
use crate::render::Sheet;
use crate::render::page_context::Scene;

pub(in crate::render) fn sitemap(scene: &Scene<'_>, part: SitemapPart) -> Sheet {
    let (template, addresses) = match part {
        SitemapPart::Whole => ("sitemap.xml", pages(scene, 1)),
        SitemapPart::Part(part) => ("sitemap.xml", pages(scene, part)),
        SitemapPart::Index(parts) => {
            let part = |part: usize| Route::new(format!("/sitemap-{part}.xml"));
            (
                "sitemap-index.xml",
                (1..=parts).map(|number| scene.absolute_url(&part(number))).collect(),
            )
        }
    };
    Sheet {
        template: template.into(),
        shell: Shell::new(scene, "Sitemap"),
        parts: vec![("addresses", Value::from_serializable(&addresses))],
    }
}

fn pages(scene: &Scene<'_>, part: usize) -> Vec<String> {
    scene
        .plan
        .listed_pages()
        .skip((part - 1) * SitemapPart::ADDRESSES)
        .take(SitemapPart::ADDRESSES)
        .map(|route| scene.absolute_url(route))
        .collect()
}

pub(in crate::render) fn robots(scene: &Scene<'_>) -> Sheet {
    let sitemap = scene.absolute_url(&Route::new("/sitemap.xml"));
    Sheet {
        template: "robots.txt".into(),
        shell: Shell::new(scene, "Robots"),
        parts: vec![("sitemap", Value::from_serializable(&sitemap))],
    }
}
