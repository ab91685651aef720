//! The desk over HTTP.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Path, Query, Request as HttpRequest, State};
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};

use super::answer::{Answer, Failed, TEXT, Told, add_headers, answer, html, json, told};
use super::path::ContentPath;
use super::start_page::start;
use super::view::{Shown, messages, view};
use super::write::{Request, Unwritten, next, write};
use super::{Desk, Document, Imported, NewItem, OWN, assets, templates};
use crate::model::Slug;

/// The largest step of an editor, in bytes: a whole file of the content.
const LARGEST_EDIT: usize = 2 << 20;

/// The largest letter that is dropped on the desk, in bytes.
const LARGEST_DOCUMENT: usize = 30 << 20;

/// Everything that the desk answers.
pub fn server(desk: Arc<Desk>) -> Router {
    let below = |path: &str| format!("{OWN}{{secret}}/{path}");
    Router::new()
        .route(&below(""), get(start_page))
        .route(&below("file"), get(file_page))
        .route(&below("edit"), post(edit))
        .route(&below("check"), post(check))
        .route(&below("make"), post(make))
        .layer(DefaultBodyLimit::max(LARGEST_EDIT))
        .route(&below("import"), post(import).layer(DefaultBodyLimit::max(LARGEST_DOCUMENT)))
        .route(&below("assets/{name}"), get(asset))
        .layer(from_fn_with_state(Arc::clone(&desk), guard))
        .with_state(desk)
}

/// Which file is meant.
#[derive(Deserialize)]
struct FileQuery {
    file: String,
}

/// What comes with a document.
#[derive(Deserialize)]
struct ImportQuery {
    name: String,
    authority: Option<String>,
    source: Option<String>,
}

/// Lets nobody through who has not the secret, and to write only the desk's own pages.
async fn guard(
    State(desk): State<Arc<Desk>>,
    Path(parts): Path<Vec<(String, String)>>,
    request: HttpRequest,
    next: Next,
) -> Answer {
    if let Some(refusal) = desk.preview.refuse(&request) {
        return refusal.map(Body::from);
    }
    let secret = parts.iter().find(|(name, _)| name == "secret").map_or("", |(_, it)| it.as_str());
    let allowed = match *request.method() {
        Method::GET | Method::HEAD => desk.secret.may_read(secret),
        _ => desk.secret.may_write(secret, request.headers()),
    };
    let mut answer = match allowed {
        Ok(()) => next.run(request).await,
        Err(denial) => {
            let (status, words) = denial.answer();
            answer(status, "text/plain; charset=utf-8", words.to_owned())
        }
    };
    add_headers(answer.headers_mut());
    answer
}

async fn start_page(State(desk): State<Arc<Desk>>) -> Answer {
    html(
        blocking(move || {
            let shown = desk.preview.shown();
            page(&desk, "start.html", &start(shown.site()))
        })
        .await,
    )
}

async fn file_page(
    State(desk): State<Arc<Desk>>,
    Query(FileQuery { file }): Query<FileQuery>,
    Query(shown): Query<Shown>,
) -> Answer {
    html(
        blocking(move || {
            let path = content_path(&file)?;
            let text = desk.store.read(path.as_str())?;
            page(&desk, "file.html", &view(&desk, &path, &text, &shown)?)
        })
        .await,
    )
}

async fn asset(Path((_, name)): Path<(String, String)>) -> Answer {
    match assets::asset(&name) {
        Some((media_type, text)) => answer(StatusCode::OK, media_type, text.to_owned()),
        None => answer(StatusCode::NOT_FOUND, TEXT, "There is no such file.\n".to_owned()),
    }
}

/// Writes a step of an editor, and gives the page as it is then.
async fn edit(
    State(desk): State<Arc<Desk>>,
    Query(FileQuery { file }): Query<FileQuery>,
    Query(shown): Query<Shown>,
    body: Bytes,
) -> Answer {
    told(
        blocking(move || {
            let path = content_path(&file)?;
            let written = write(&desk, &path, &request(&body)?);
            let (text, error) = match written {
                Ok(text) => (text, None),
                Err(error) => (desk.store.read(path.as_str())?, Some(error)),
            };
            Ok(Told {
                html: Some(page(&desk, "file.html", &view(&desk, &path, &text, &shown)?)?),
                conflict: matches!(error, Some(Unwritten::Conflict)),
                error: error.map(|error| error.to_string()),
                ..Told::default()
            })
        })
        .await,
    )
}

/// Says what would be wrong with a file after a step, which is not written.
async fn check(
    State(desk): State<Arc<Desk>>,
    Query(FileQuery { file }): Query<FileQuery>,
    body: Bytes,
) -> Answer {
    told(
        blocking(move || {
            let path = content_path(&file)?;
            let Request { base, act } = request(&body)?;
            let now = desk.store.read(path.as_str())?;
            let next = next(&desk, &path, &base, &act, &now)?;
            Ok(Told { messages: json(&messages(&desk, &path, &next)?), ..Told::default() })
        })
        .await,
    )
}

async fn make(State(desk): State<Arc<Desk>>, body: Bytes) -> Answer {
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case", deny_unknown_fields)]
    enum Wanted {
        Authority { name: String },
        Topic { title: String, group: String },
    }
    told(
        blocking(move || {
            let wanted = serde_json::from_slice(&body).map_err(|_| Failed::Unclear)?;
            let new = match wanted {
                Wanted::Authority { name } => NewItem::Authority(name),
                Wanted::Topic { title, group } => NewItem::Topic { title, group },
            };
            let path = desk.store.make(&new)?;
            Ok(Told { open: Some(path), ..Told::default() })
        })
        .await,
    )
}

async fn import(
    State(desk): State<Arc<Desk>>,
    Query(ImportQuery { name, authority, source }): Query<ImportQuery>,
    body: Bytes,
) -> Answer {
    told(
        blocking(move || {
            let filled = |text: &String| !text.is_empty();
            let authority = authority.filter(filled);
            let authority =
                authority.map(|slug| Slug::parse(&slug).ok_or(Failed::Unclear)).transpose()?;
            let source = source.filter(filled);
            let document = Document { name, bytes: body.to_vec(), authority, source };
            let Imported { path, is_new, problems } = desk.store.import(document)?;
            let said = problems.iter().map(|it| (it.severity.word(), &it.message, &it.help));
            let said: Vec<_> = said.collect();
            let is_known = path.is_some() && !is_new;
            let error =
                is_known.then(|| "The letter has a file already. Nothing was written".to_owned());
            Ok(Told { open: path, error, messages: json(&said), ..Told::default() })
        })
        .await,
    )
}

fn content_path(file: &str) -> Result<ContentPath, Failed> {
    ContentPath::parse(file).ok_or(Failed::NotContent)
}

fn request(body: &Bytes) -> Result<Request, Failed> {
    serde_json::from_slice(body).map_err(|_| Failed::Unclear)
}

fn page(desk: &Desk, template: &str, view: &impl Serialize) -> Result<String, Failed> {
    Ok(templates::page(&desk.templates, template, &desk.address(), view)?)
}

/// What reads files and makes pages holds up nobody.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failed> + Send + 'static,
) -> Result<T, Failed> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(Failed::Broken))
}
