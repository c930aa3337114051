//! Answers.

use crate::domain::{Language, Text};
use crate::fs::PublishError;
use crate::words::workbench as words;
use crate::workbench::pages;
use crate::workbench::state::Refused;
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::Markup;

/// An answer.
pub struct Reply {
    status: StatusCode,
    language: Language,
    kind: Kind,
}

enum Kind {
    Page(String),
    Json(String),
    See(String, Option<String>),
    File { name: String, kind: &'static str, bytes: Vec<u8> },
    Asset { kind: &'static str, text: String },
    Wrong(Vec<Text>),
}

impl Reply {
    fn new(kind: Kind) -> Self {
        Self { status: StatusCode::OK, language: Language::Zh, kind }
    }

    /// A page, or a part of one.
    pub fn page(markup: Markup) -> Self {
        Self::new(Kind::Page(markup.into_string()))
    }

    /// Data for a script of the page.
    pub fn json(value: &serde_json::Value) -> Self {
        Self::new(Kind::Json(value.to_string()))
    }

    /// Another page is to be shown.
    pub fn see(path: impl Into<String>) -> Self {
        Self { status: StatusCode::SEE_OTHER, ..Self::new(Kind::See(path.into(), None)) }
    }

    /// The same, with a cookie.
    pub fn see_with(path: impl Into<String>, cookie: String) -> Self {
        Self { status: StatusCode::SEE_OTHER, ..Self::new(Kind::See(path.into(), Some(cookie))) }
    }

    /// The launch link was followed.
    pub fn launched(cookie: String) -> Self {
        Self::see_with("/", cookie)
    }

    /// A file to be saved.
    pub fn file(name: impl Into<String>, kind: &'static str, bytes: Vec<u8>) -> Self {
        Self::new(Kind::File { name: name.into(), kind, bytes })
    }

    /// A style sheet or a script.
    pub fn asset(kind: &'static str, text: impl Into<String>) -> Self {
        Self::new(Kind::Asset { kind, text: text.into() })
    }

    /// Why something is not done.
    pub fn wrong(status: StatusCode, why: Text) -> Self {
        Self::all_wrong(status, vec![why])
    }

    /// The same, for several reasons.
    pub fn all_wrong(status: StatusCode, why: Vec<Text>) -> Self {
        Self { status, ..Self::new(Kind::Wrong(why)) }
    }

    /// There is no such thing.
    pub fn unknown() -> Self {
        Self::wrong(StatusCode::NOT_FOUND, words::unknown())
    }

    /// Something could not be written.
    pub fn unwritable(error: &PublishError) -> Self {
        Self::wrong(StatusCode::INTERNAL_SERVER_ERROR, error.text())
    }

    /// A change was refused, for a reason other than that it was stale.
    pub fn refused(refused: &Refused) -> Self {
        match refused {
            Refused::Unwritable(error) => Self::unwritable(error),
            Refused::Stale(_) => Self::wrong(StatusCode::CONFLICT, words::stale()),
            Refused::Unknown => Self::unknown(),
        }
    }

    /// The same in a language.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        const HTML: &str = "text/html; charset=utf-8";
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status;
        let text = |value: &str| HeaderValue::from_str(value).ok();
        let (kind, body) = match self.kind {
            Kind::Page(page) => (HTML, Body::from(page)),
            Kind::Json(json) => ("application/json", Body::from(json)),
            Kind::Asset { kind, text } => (kind, Body::from(text)),
            Kind::Wrong(why) => {
                let page = pages::wrong(self.status.as_u16(), &why, self.language);
                (HTML, Body::from(page.into_string()))
            }
            Kind::See(path, cookie) => {
                let to = text(&path).unwrap_or(HeaderValue::from_static("/"));
                response.headers_mut().insert(header::LOCATION, to);
                if let Some(cookie) = cookie.as_deref().and_then(text) {
                    response.headers_mut().insert(header::SET_COOKIE, cookie);
                }
                (HTML, Body::empty())
            }
            Kind::File { name, kind, bytes } => {
                let encoded: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
                let saved = format!(
                    "attachment; filename*=UTF-8''{}",
                    encoded.replace('+', "%20").replace('*', "%2A")
                );
                if let Some(saved) = text(&saved) {
                    response.headers_mut().insert(header::CONTENT_DISPOSITION, saved);
                }
                (kind, Body::from(bytes))
            }
        };
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        *response.body_mut() = body;
        response
    }
}
