//! The preview over HTTP: each request is answered from one snapshot, and none waits for another.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response as AnyResponse};
use axum::routing::get;
use futures_util::stream::{self, Stream};

use super::answer::answer;
use super::reload::OWN;
use super::response::{add_common_headers, plain};
use super::{Preview, PreviewState, lookup};
use crate::search::SearchFiles;

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
    let is_of_search = lookup::is_of_search(&shown, request.uri().path());
    let search = search_files(&preview, is_of_search).await;
    let (request, _) = request.into_parts();
    let request = Request::from_parts(request, ());
    let made =
        tokio::task::spawn_blocking(move || answer(&shown, &search, preview.editor(), &request));
    let broken = |_| plain(StatusCode::INTERNAL_SERVER_ERROR, "The page could not be made.\n");
    made.await.unwrap_or_else(broken).map(Body::from)
}

/// The search index. Whoever searches waits for the first, however long that is being made.
async fn search_files(preview: &Preview, is_of_search: bool) -> Arc<SearchFiles> {
    let mut index = preview.search();
    if is_of_search {
        preview.note_search();
        // Fails only while the program ends.
        let _ = index.wait_for(Option::is_some).await;
    }
    let files = index.borrow().clone();
    files.unwrap_or_default()
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
        let shown: Arc<PreviewState> = Arc::clone(&changes.borrow_and_update());
        let event = Event::default().retry(Duration::from_millis(500)).data(&**shown.news());
        Some((Ok(event), changes))
    })
}
