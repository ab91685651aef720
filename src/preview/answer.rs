//! From what is shown and a request to an answer, as GitHub Pages would answer it.

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, header};

use percent_encoding::{CONTROLS, utf8_percent_encode};

use super::http_conditions;
use super::lookup::{self, Lookup};
use super::response::{add_common_headers, plain, set, whole};
use super::{Editor, PreviewState, failure, reload};
use crate::plan::Route;
use crate::search::SearchFiles;

/// Answers a request. The same request gets the same answer from the same site, always. `search` holds
/// the files of the search index, which is no part of the site; `editor` is for links to what is wrong.
pub fn answer<B>(
    shown: &PreviewState,
    search: &SearchFiles,
    editor: &Editor,
    request: &Request<B>,
) -> Response<Bytes> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut refusal =
            plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD are answered.\n");
        refusal.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return refusal;
    }
    let uri = request.uri();
    if let Some((name, text)) = reload::own_file(uri.path()) {
        return Body::new(name, text.as_bytes().to_vec()).answer(request);
    }
    let page = |route: &Route, status| page(shown, editor, route, status, request);
    match lookup::find(shown, search, uri.path()) {
        Lookup::Route(route) => page(&route, StatusCode::OK),
        Lookup::Search(path, bytes) => Body::new(path, bytes.to_vec()).answer(request),
        Lookup::MissingSlash => {
            let query = uri.query().map_or_else(String::new, |query| format!("?{query}"));
            redirect(StatusCode::MOVED_PERMANENTLY, &format!("{}/{query}", uri.path()))
        }
        Lookup::Outside => {
            let base = utf8_percent_encode(shown.site().settings().base_path(), CONTROLS);
            redirect(StatusCode::FOUND, &base.to_string())
        }
        Lookup::Nothing => page(&Route::new("/404.html"), StatusCode::NOT_FOUND),
    }
}

/// A page or file of the site.
fn page<B>(
    shown: &PreviewState,
    editor: &Editor,
    route: &Route,
    status: StatusCode,
    request: &Request<B>,
) -> Response<Bytes> {
    let name = route.file();
    let (bytes, status) = match shown.render(route) {
        Ok(bytes) => (bytes, status),
        Err(problem) => {
            (failure::page(&problem, editor).into_bytes(), StatusCode::INTERNAL_SERVER_ERROR)
        }
    };
    let is_page = name.ends_with(".html") || status == StatusCode::INTERNAL_SERVER_ERROR;
    let mut file = Body::new(if is_page { ".html" } else { &name }, bytes);
    file.status = status;
    if is_page {
        file.depends_on_accept = true;
        if wants_html(request.headers()) {
            (file.bytes, file.tag) = reload::enliven(shown, file.bytes);
        }
    }
    file.answer(request)
}

/// Bytes on their way to a browser.
struct Body {
    status: StatusCode,
    media_type: String,
    bytes: Vec<u8>,
    tag: String,
    depends_on_accept: bool,
}

impl Body {
    fn new(name: &str, bytes: Vec<u8>) -> Self {
        let tag = http_conditions::tag(&bytes);
        let media_type = media_type(name);
        Body { status: StatusCode::OK, media_type, bytes, tag, depends_on_accept: false }
    }

    fn answer<B>(self, request: &Request<B>) -> Response<Bytes> {
        let Body { status, media_type, bytes, tag, depends_on_accept } = self;
        let (is_head, headers) = (request.method() == Method::HEAD, request.headers());
        let mut response = if status == StatusCode::OK && http_conditions::is_known(headers, &tag) {
            empty(StatusCode::NOT_MODIFIED)
        } else {
            whole(status, &media_type, bytes.into())
        };
        set(&mut response, header::ETAG, &tag);
        if depends_on_accept {
            set(&mut response, header::VARY, "Accept");
        }
        add_common_headers(response.headers_mut());
        if is_head {
            *response.body_mut() = Bytes::new();
        }
        response
    }
}

fn redirect(status: StatusCode, to: &str) -> Response<Bytes> {
    let mut response = empty(status);
    set(&mut response, header::LOCATION, to);
    set(&mut response, header::CONTENT_LENGTH, "0");
    add_common_headers(response.headers_mut());
    response
}

fn empty(status: StatusCode) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = status;
    response
}

/// A browser that opens a page names HTML; other programs get the bytes that are published.
fn wants_html(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    accepted
        .flat_map(|value| value.split(','))
        .filter_map(|range| range.split(';').next())
        .any(|media_type| media_type.trim().eq_ignore_ascii_case("text/html"))
}

fn media_type(name: &str) -> String {
    let name = if name == ".html" { "page.html" } else { name };
    let media_type = mime_guess::from_path(name).first_or_octet_stream();
    let (essence, part) = (media_type.essence_str(), media_type.subtype().as_str());
    let is_text = media_type.type_() == mime_guess::mime::TEXT
        || ["json", "xml", "javascript"].iter().any(|word| part.contains(word))
        || essence.ends_with("+json")
        || essence.ends_with("+xml");
    if is_text { format!("{essence}; charset=utf-8") } else { essence.to_owned() }
}
