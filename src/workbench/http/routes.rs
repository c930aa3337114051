//! The routes.

use super::app::App;
use super::ask::{receives, shows, takes};
use super::guard::guard;
use super::reply::Reply;
use super::{compare, data, downloads, explain, jobs, options, plans, upload};
use crate::report::html;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use std::sync::Arc;

const STYLE: &str = include_str!("../assets/style.css");
const SCRIPT: &str = include_str!("../assets/workbench.js");
const OLD: &str = include_str!("../assets/old.js");

const ICON: &str = include_str!("../assets/icon.svg");

/// All routes behind the guard.
pub fn router(app: Arc<App>) -> Router {
    let script = "text/javascript; charset=utf-8";
    Router::new()
        .route("/", shows(options::page))
        .route("/base", takes(options::choose_base))
        .route("/upload", receives(upload::upload))
        .route("/options", takes(options::make))
        .route("/options/{id}/{act}", takes(options::act))
        .route("/options/{id}/decide", takes(plans::decide))
        .route("/plans/{id}", shows(plans::page))
        .route("/why", takes(plans::why))
        .route("/compare", shows(compare::page))
        .route("/explain", shows(explain::page).merge(takes(explain::ask)))
        .route("/repairs", takes(explain::apply))
        .route("/options/{id}/data", shows(data::page))
        .route("/options/{id}/set", takes(data::set))
        .route("/options/{id}/case.xlsx", shows(downloads::workbook))
        .route("/options/{id}/option.ron", shows(downloads::overlay))
        .route("/template.xlsx", shows(downloads::template))
        .route("/jobs", shows(jobs::page).merge(takes(jobs::queue)))
        .route("/jobs/list", shows(jobs::list))
        .route("/jobs/{id}/{act}", takes(jobs::act))
        .route("/results/{id}", shows(downloads::page))
        .route("/results/{id}/{file}", shows(downloads::file))
        .route("/lang/{language}", shows(options::language))
        .route("/assets/style.css", get(async || Reply::asset("text/css; charset=utf-8", style())))
        .route("/assets/workbench.js", get(async move || Reply::asset(script, SCRIPT)))
        .route("/assets/old.js", get(async move || Reply::asset(script, OLD)))
        .route("/assets/icon.svg", get(async || Reply::asset("image/svg+xml", ICON)))
        .fallback(async || Reply::unknown())
        .layer(from_fn_with_state(Arc::clone(&app), guard))
        .with_state(app)
}

/// The style sheet: the report's colours, then the workbench's own rules.
fn style() -> String {
    let dark = format!("@media (prefers-color-scheme: dark) {{ :root {{ {} }} }}", html::DARK);
    [html::LIGHT, &dark, STYLE].join("\n")
}
