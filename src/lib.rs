//! Letterpress turns a folder of inspectors' letters into a website of timelines and findings.
//!
//! The idea: a site is a function from an address to bytes. [`Site::load`] reads a folder and plans
//! every address; [`Site::render`] gives the bytes of one; [`publish`] writes them all. The stages
//! below stand in the order that data goes through them, and each names only those above it; what a command line or a
//! test needs of one is found in it.
//!
//! ```
//! use std::path::Path;
//!
//! use letterpress::plan::Route;
//! use letterpress::{LoadOptions, Site};
//!
//! let (site, report) = Site::load(Path::new("."), &LoadOptions::default())?;
//! assert!(!report.has_errors());
//! let page = site.render(&Route::new("/authorities/sunderland/"));
//! assert!(page.is_ok_and(|html| html.starts_with(b"<!doctype html>")));
//! # Ok::<(), letterpress::LoadError>(())
//! ```

pub mod diagnostics;
pub mod threads;

pub mod model;

pub mod read;

pub mod parse;

pub mod index;

pub mod import;

pub mod check;

pub mod plan;

pub mod render;

pub mod search;

pub mod site;

pub mod publish;

pub mod rules;

pub mod edit;

#[cfg(feature = "preview")]
pub mod preview;

#[cfg(feature = "preview")]
pub mod desk;

pub use site::{Folder, LoadError, LoadOptions, Site};
