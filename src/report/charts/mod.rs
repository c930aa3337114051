//! Charts: pictures of a plan with the numbers they are drawn from.
//!
//! Each chart first gathers its values; the picture and the table of its
//! numbers are then made from the same values.

mod bars;
mod canvas;
mod chart;
mod classes;
mod comparison;
mod compliance;
mod enrolment;
mod fill;
mod flow;
mod goals;
mod lettering;
mod matrix;
mod money;
mod pen;
mod scale;
mod schedule;
pub mod spans;
mod utilisation;

pub use chart::Chart;

use super::view::View;

/// The charts of a plan's report, with the plans that it is compared with.
/// Those for which there is nothing to draw are left out.
pub fn charts(view: &View, compared: &[View]) -> Vec<Chart> {
    let all = [
        enrolment::chart(view),
        classes::chart(view),
        utilisation::chart(view),
        flow::chart(view),
        schedule::chart(view),
        money::chart(view),
        compliance::chart(view),
        comparison::chart(view, compared),
    ];
    all.into_iter().flatten().collect()
}
