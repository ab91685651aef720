//! Answers over HTTP, put together.

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};

/// A few words instead of a page.
pub(super) fn plain(status: StatusCode, words: &'static str) -> Response<Bytes> {
    let mut response =
        whole(status, "text/plain; charset=utf-8", Bytes::from_static(words.as_bytes()));
    add_common_headers(response.headers_mut());
    response
}

pub(super) fn whole(status: StatusCode, media_type: &str, bytes: Bytes) -> Response<Bytes> {
    let length = bytes.len().to_string();
    let mut response = Response::new(bytes);
    *response.status_mut() = status;
    set(&mut response, header::CONTENT_TYPE, media_type);
    set(&mut response, header::CONTENT_LENGTH, &length);
    response
}

/// A browser asks each time whether what it has is still good, guesses no types, and shows nothing of
/// the preview on pages from elsewhere.
pub(super) fn add_common_headers(headers: &mut HeaderMap) {
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
}

pub(super) fn set(response: &mut Response<Bytes>, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
