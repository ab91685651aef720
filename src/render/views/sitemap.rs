//! What search engines read: the sitemap and the rules for robots.

use schemars::JsonSchema;
use serde::Serialize;

use super::shell::Shell;
use crate::plan::{Route, SitemapPart};
use crate::render::Sheet;
use crate::render::page_context::Scene;

/// Addresses for search engines.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct SitemapFile {
    /// Whole addresses of pages.
    addresses: Vec<String>,
}

/// The parts of a large sitemap.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct SitemapIndexFile {
    /// Whole addresses of the parts.
    addresses: Vec<String>,
}

/// What robots may read.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct RobotsFile {
    /// The whole address of the sitemap.
    sitemap: String,
}

pub(in crate::render) fn sitemap(scene: &Scene<'_>, part: SitemapPart) -> Sheet {
    let shell = Shell::new(scene, "Sitemap");
    match part {
        SitemapPart::Whole => Sheet::new(shell, &SitemapFile { addresses: pages(scene, 1) }),
        SitemapPart::Part(part) => {
            Sheet::new(shell, &SitemapFile { addresses: pages(scene, part) })
        }
        SitemapPart::Index(parts) => {
            let part = |part: usize| Route::new(format!("/sitemap-{part}.xml"));
            let addresses = (1..=parts).map(|number| scene.absolute_url(&part(number))).collect();
            Sheet::new(shell, &SitemapIndexFile { addresses })
        }
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
    Sheet::new(Shell::new(scene, "Robots"), &RobotsFile { sitemap })
}
