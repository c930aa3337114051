//! Milestones and recurring events of the small case and its hand-made plan.

mod calendar_file;
mod diagnostics;
mod events;
mod milestones;

use crate::support::small::{SMALL, read, small_plan};
use campusplan::domain::Scenario;
use campusplan::plan::Plan;

/// The small case with something at the end of its file.
fn with(more: &str) -> String {
    let end = SMALL.rfind(')').expect("an end");
    format!("{}{more}\n)", &SMALL[..end])
}

/// The hand-made plan: the old campus holds classes up to spring 2009, the new
/// one opens in autumn 2009, a wing is in service from autumn 2008, cooks are
/// first admitted in autumn 2009, and four classes are first in school in
/// autumn 2008.
fn planned(more: &str) -> (Scenario, Plan) {
    let scenario = read(&with(more));
    let plan = small_plan(&scenario);
    (scenario, plan)
}
