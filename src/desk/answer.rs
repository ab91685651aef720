//! Answers of the desk over HTTP, and why a request is not answered as it was meant.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use serde::Serialize;

use super::StoreError;
use super::write::Unwritten;

pub(super) type Answer = Response<Body>;

/// What the pages of the desk may do: nothing but what comes from the desk, and show the site's own pages in a frame.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; \
                      frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub(super) const TEXT: &str = "text/plain; charset=utf-8";

/// What a page is told of what it has sent.
#[derive(Default, Serialize)]
pub(super) struct Told {
    /// The page as it is now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) html: Option<String>,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) open: Option<String>,
    /// What was not done, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error: Option<String>,
    /// Whether another program has written what the page would have written.
    pub(super) conflict: bool,
    /// What is said of a document, or of a file.
    pub(super) messages: serde_json::Value,
}

/// Why a request is not answered as it was meant.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failed {
    #[error("the desk opens Markdown files below `content/`, and no others")]
    NotContent,
    #[error("the desk did not send this")]
    Unclear,
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Unwritten(#[from] Unwritten),
    #[error("the desk has a mistake of its own: {0}")]
    Template(#[from] tera::Error),
    #[error("the desk has a mistake of its own")]
    Broken,
}

impl Failed {
    fn status(&self) -> StatusCode {
        match self {
            Failed::NotContent | Failed::Store(StoreError::NotThere) => StatusCode::NOT_FOUND,
            Failed::Unclear => StatusCode::BAD_REQUEST,
            Failed::Unwritten(_) | Failed::Store(StoreError::Changed) => StatusCode::CONFLICT,
            Failed::Store(StoreError::Refused(_)) => StatusCode::UNPROCESSABLE_ENTITY,
            Failed::Store(StoreError::Machine(_)) | Failed::Template(_) | Failed::Broken => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }
}

pub(super) fn add_headers(headers: &mut HeaderMap) {
    for (name, value) in [
        ("content-security-policy", POLICY),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

pub(super) fn json(value: &impl Serialize) -> serde_json::Value {
    serde_json::to_value(value).unwrap_or_default()
}

pub(super) fn html(made: Result<String, Failed>) -> Answer {
    match made {
        Ok(page) => answer(StatusCode::OK, "text/html; charset=utf-8", page),
        Err(failed) => answer(failed.status(), TEXT, format!("{failed}\n")),
    }
}

pub(super) fn told(made: Result<Told, Failed>) -> Answer {
    let (status, told) = match made {
        Ok(told) if told.conflict => (StatusCode::CONFLICT, told),
        Ok(told) => (StatusCode::OK, told),
        Err(failed) => {
            (failed.status(), Told { error: Some(failed.to_string()), ..Told::default() })
        }
    };
    answer(status, "application/json", json(&told).to_string())
}

pub(super) fn answer(status: StatusCode, media_type: &'static str, text: String) -> Answer {
    let mut answer = Response::new(Body::from(text));
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    answer
}
