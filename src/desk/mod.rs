//! The desk: letters worked on in a browser, on the files that are the site's only truth.
//!
//! A page is made from what a file holds when it is asked for. What an editor does arrives as an act (`act.rs`), becomes
//! changes of single values of the front matter, and is written into the file as it is by then: over what nobody else has
//! changed.

mod access;
mod act;
mod act_error;
mod answer;
mod assets;
mod conflict;
mod control;
mod diff;
mod findings;
mod form;
mod history;
mod join;
mod list_changes;
mod messages;
mod passages;
mod path;
mod publication;
mod schema_at;
mod server;
mod split;
mod start_page;
mod store;
mod suggest;
mod templates;
mod title;
mod value_path;
mod view;
mod write;

use std::sync::{Arc, Mutex};

use tera::Tera;

use crate::preview::Preview;
use history::History;

pub use access::Secret;
pub use server::server;
pub use store::{Document, GitHubRepository, Imported, NewItem, Store, StoreError};

/// The desk of one site.
pub struct Desk {
    store: Box<dyn Store>,
    preview: Arc<Preview>,
    secret: Secret,
    history: History,
    /// Held from reading a file to writing it: steps that arrive at once are made one after the other.
    writing: Mutex<()>,
    templates: Tera,
}

/// What the paths of the desk begin with, before the secret.
const OWN: &str = "/_letterpress/desk/";

impl Desk {
    /// The desk of the site that a preview shows, whose files are in a store.
    ///
    /// # Errors
    /// Where a template of the program is broken.
    pub fn new(
        store: Box<dyn Store>,
        preview: Arc<Preview>,
        secret: Secret,
    ) -> Result<Self, tera::Error> {
        let templates = templates::templates()?;
        let (history, writing) = (History::default(), Mutex::default());
        Ok(Desk { store, preview, secret, history, writing, templates })
    }

    /// The path of its first page, with the secret.
    pub fn address(&self) -> String {
        format!("{OWN}{}/", self.secret.as_str())
    }
}
