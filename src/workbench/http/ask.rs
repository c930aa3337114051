//! A request as the handlers see it, and how they are called.

use super::app::{App, language};
use super::reply::Reply;
use crate::domain::Language;
use crate::words::workbench as words;
use axum::body::to_bytes;
use axum::extract::{RawPathParams, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use std::sync::Arc;

/// Most bytes of a form.
const FORM: usize = 4 << 20;
/// Most bytes of a file that is uploaded.
const UPLOAD: usize = 64 << 20;

/// A request.
pub struct Ask {
    /// Language of the answer.
    pub language: Language,
    params: Vec<(String, String)>,
    fields: Vec<(String, String)>,
    /// What was sent, if it is no form.
    pub body: Vec<u8>,
    /// The path, with its query.
    pub here: String,
    /// The page of the workbench on which it was asked, as a path with its query.
    pub from: String,
}

impl Ask {
    /// A number in the path.
    pub fn id(&self) -> u32 {
        let number = self.param("id").parse();
        number.unwrap_or(u32::MAX)
    }

    /// A part of the path.
    pub fn param(&self, name: &str) -> &str {
        self.params.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// A field of the form or the query.
    pub fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
    }

    /// All values of a field.
    pub fn fields(&self, name: &str) -> impl Iterator<Item = &str> {
        let same = self.fields.iter().filter(move |(known, _)| known == name);
        same.map(|(_, value)| value.trim())
    }

    /// A field that is a number.
    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.field(name).parse().ok()
    }
}

/// Answers a request.
pub type Handler = fn(&App, &Ask) -> Reply;

/// A route that shows something.
pub fn shows(handler: Handler) -> MethodRouter<Arc<App>> {
    get(move |state: State<Arc<App>>, params: RawPathParams, request: Request| {
        answer(handler, FORM, state, params, request)
    })
}

/// A route that takes a form.
pub fn takes(handler: Handler) -> MethodRouter<Arc<App>> {
    post(move |state: State<Arc<App>>, params: RawPathParams, request: Request| {
        answer(handler, FORM, state, params, request)
    })
}

/// A route that takes a file.
pub fn receives(handler: Handler) -> MethodRouter<Arc<App>> {
    post(move |state: State<Arc<App>>, params: RawPathParams, request: Request| {
        answer(handler, UPLOAD, state, params, request)
    })
}

async fn answer(
    handler: Handler,
    most: usize,
    State(app): State<Arc<App>>,
    params: RawPathParams,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let header = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let length = header(header::CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    let too_large = || Reply::wrong(StatusCode::PAYLOAD_TOO_LARGE, words::too_large(most >> 20));
    if length.is_some_and(|length| length > most) {
        return too_large().into_response();
    }
    let Ok(body) = to_bytes(body, most).await else {
        return too_large().into_response();
    };
    let is_form = header(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let query = parts.uri.query().unwrap_or_default().as_bytes();
    let mut fields: Vec<(String, String)> = form_urlencoded::parse(query).into_owned().collect();
    if is_form {
        fields.extend(form_urlencoded::parse(&body).into_owned());
    }
    // The guard has looked at the origin; of the address only the path counts.
    let from = header(header::REFERER).and_then(|from| from.strip_prefix("http://"));
    let from = from.and_then(|from| from.find('/').map(|at| from[at..].to_owned()));
    let ask = Ask {
        from: from.unwrap_or_default(),
        language: language(header(header::COOKIE).unwrap_or_default()),
        params: params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        fields,
        body: if is_form { Vec::new() } else { body.to_vec() },
        here: parts.uri.path_and_query().map(ToString::to_string).unwrap_or_default(),
    };
    let language = ask.language;
    let reply = tokio::task::spawn_blocking(move || handler(&app, &ask)).await;
    let reply =
        reply.unwrap_or_else(|_| Reply::wrong(StatusCode::INTERNAL_SERVER_ERROR, words::failed()));
    reply.in_language(language).into_response()
}
