//! The one outer layer over every route: who may ask, and what a browser may do
//! with the answer.
//!
//! | check | against | else |
//! |---|---|---|
//! | `Host` is this server's | a strange name that leads here (rebinding) | 421 |
//! | `Sec-Fetch-Site` is of this origin or of nobody | links and posts of other sites | 403 |
//! | `Origin` is this server's, of everything that may change something | posts of other sites | 403 |
//! | method is one that is used | | 405 |
//! | cookie holds the secret, or the link the token | other users of the machine | 401 |

use super::app::App;
use super::reply::Reply;
use crate::words::workbench as words;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// What a browser may do with a page: only what the server itself sends counts.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Headers of every answer.
const HEADERS: [(&str, &str); 7] = [
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-store"),
];

/// Answers what may be asked and refuses the rest.
pub async fn guard(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let mut response = match refusal(&app, &request) {
        Some(reply) => reply.into_response(),
        None => next.run(request).await,
    };
    for (name, value) in HEADERS {
        let name = HeaderName::from_static(name);
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Why a request is not answered, or the answer to the launch link.
fn refusal(app: &App, request: &Request) -> Option<Reply> {
    let headers = request.headers();
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let host = text(headers, header::HOST);
    if !app.session.is_host(host) || headers.get_all(header::HOST).iter().count() != 1 {
        return Some(Reply::wrong(StatusCode::MISDIRECTED_REQUEST, words::strange_host()));
    }
    if !reads && *request.method() != Method::POST {
        return Some(Reply::wrong(StatusCode::METHOD_NOT_ALLOWED, words::strange_method()));
    }
    let strange = || Some(Reply::wrong(StatusCode::FORBIDDEN, words::strange_site()));
    match text(headers, HeaderName::from_static("sec-fetch-site")) {
        "same-origin" => {}
        "" | "none" if reads => {}
        "" if app.session.is_origin(text(headers, header::ORIGIN), host) => {}
        _ => return strange(),
    }
    let origin = text(headers, header::ORIGIN);
    let own = app.session.is_origin(origin, host);
    let needed = !reads || !origin.is_empty();
    if needed && !own {
        return strange();
    }
    let uri = request.uri();
    if reads && uri.path() == "/" && app.session.is_launch(uri.query()) {
        return Some(Reply::launched(app.session.set_cookie()));
    }
    let cookies = headers.get_all(header::COOKIE).iter();
    let mut cookies = cookies.filter_map(|cookies| cookies.to_str().ok());
    if cookies.any(|cookies| app.session.knows(cookies)) {
        return None;
    }
    Some(Reply::wrong(StatusCode::UNAUTHORIZED, words::no_session()))
}

fn text(headers: &HeaderMap, name: HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
