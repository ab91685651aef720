//! The preview over HTTP: each request is answered from one snapshot, and none waits for another.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response as AnyResponse};
use axum::routing::get;
use futures_util::stream::{self, Stream};

use super::answer::{add_common_headers, answer, plain};
use super::live::OWN;
use super::{Preview, Shown};
use crate::search::{self, SearchFiles};

/// How long a search may wait for the first index.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often a silent connection is shown to be alive.
const PULSE: Duration = Duration::from_secs(15);

/// Everything that is answered.
pub fn server(preview: Arc<Preview>) -> Router {
    Router::new()
        .route(&format!("{OWN}events"), get(events))
        .fallback(page)
        .layer(from_fn_with_state(Arc::clone(&preview), only_for_us))
        .with_state(preview)
}

async fn only_for_us(
    State(preview): State<Arc<Preview>>,
    request: Request,
    next: Next,
) -> AnyResponse {
    match preview.refuse(&request) {
        Some(refusal) => refusal.map(Body::from),
        None => next.run(request).await,
    }
}

/// Pages are made on threads of their own, so that a slow one holds up nobody.
async fn page(State(preview): State<Arc<Preview>>, request: Request) -> Response<Body> {
    let shown = preview.shown();
    let inside = request.uri().path().strip_prefix(shown.base());
    let is_of_search = inside.is_some_and(|inside| inside.starts_with(search::FOLDER));
    let search = match search_files(&preview, is_of_search).await {
        Some(files) => files,
        None => return not_yet().map(Body::from),
    };
    let (request, _) = request.into_parts();
    let request = Request::from_parts(request, ());
    let made =
        tokio::task::spawn_blocking(move || answer(&shown, &search, preview.editor(), &request));
    let broken = |_| plain(StatusCode::INTERNAL_SERVER_ERROR, "The page could not be made.\n");
    made.await.unwrap_or_else(broken).map(Body::from)
}

/// The search index, for which a search waits. `None` where that takes too long.
async fn search_files(preview: &Preview, is_of_search: bool) -> Option<Arc<SearchFiles>> {
    let mut index = preview.search();
    if !is_of_search {
        return Some(index.borrow().clone().unwrap_or_default());
    }
    preview.note_search();
    let made = tokio::time::timeout(PATIENCE, index.wait_for(Option::is_some)).await;
    made.ok()?.ok()?.clone()
}

fn not_yet() -> Response<Bytes> {
    let mut response =
        plain(StatusCode::SERVICE_UNAVAILABLE, "The search index is still being made.\n");
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    response
}

/// Tells a page of each change, beginning with how things are.
async fn events(State(preview): State<Arc<Preview>>) -> AnyResponse {
    let pulse = KeepAlive::new().interval(PULSE);
    let mut response = Sse::new(news(&preview)).keep_alive(pulse).into_response();
    add_common_headers(response.headers_mut());
    response
}

/// Whoever reads slowly misses what lies between, never the last.
fn news(preview: &Preview) -> impl Stream<Item = Result<Event, Infallible>> + use<> {
    let mut changes = preview.changes();
    changes.mark_changed();
    stream::unfold(changes, async |mut changes| {
        changes.changed().await.ok()?;
        let shown: Arc<Shown> = Arc::clone(&changes.borrow_and_update());
        let event = Event::default().retry(Duration::from_millis(500)).data(&**shown.news());
        Some((Ok(event), changes))
    })
}
