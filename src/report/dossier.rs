//! What a proposal's appendices are made from: one plan, and the plans it is
//! compared with.

use super::charts::{Chart, charts};
use super::document::Document;
use super::plan_document;
use super::view::View;

/// A plan as it is handed in: the finished tables and charts that every format
/// renders, so that a number in one is the number in all.
pub struct Dossier<'a> {
    /// The plan.
    pub view: View<'a>,
    /// Title of the proposal.
    pub title: String,
    /// Plans it is compared with, in the order given.
    pub compared: Vec<View<'a>>,
    /// All tables of the plan.
    pub document: Document,
    /// All charts of the plan.
    pub charts: Vec<Chart>,
}

impl<'a> Dossier<'a> {
    /// Puts a dossier together; without a title it has the scenario's.
    pub fn new(view: View<'a>, title: Option<String>, compared: Vec<View<'a>>) -> Self {
        Self {
            title: title.unwrap_or_else(|| view.say(&view.scenario.name)),
            document: plan_document(&view),
            charts: charts(&view, &compared),
            view,
            compared,
        }
    }
}
