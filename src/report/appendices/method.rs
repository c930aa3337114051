//! By what the plan was computed and how it was verified.

use crate::domain::Text;
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::format;
use crate::report::sections::summary::lineage;
use crate::report::sections::verification;
use crate::report::view::View;
use crate::words::report as common;
use crate::words::report::appendices as words;

/// The program, the scenario and the limits of the run.
pub(super) fn run(view: &View) -> Table {
    let plan = view.plan;
    let options = &plan.options;
    let number = |figure: f64| format::plain_number(figure, 2);
    let limit = |figure: Option<String>| figure.unwrap_or_else(|| view.say(&words::no_limit()));
    let mut lines: Vec<(Text, String)> = vec![
        (words::program(), format!("{} {}", plan.program.name, plan.program.version)),
        (words::scenario_name(), plan.scenario.name.clone()),
        (words::scenario_hash(), plan.scenario.sha256.clone()),
        (words::time_limit(), limit(options.time_limit_seconds.map(number))),
        (words::gap_asked(), format::percent_up(options.gap)),
        (words::step_limit(), limit(options.step_limit.map(|steps| steps.to_string()))),
        (words::threads(), options.threads.to_string()),
        (words::seed(), options.seed.to_string()),
        (words::demand_path(), view.say(&common::demand(options.demand))),
        (words::result(), view.say(&verification::verdict(view.verification))),
    ];
    let made_from = lineage(view.scenario, view.language);
    lines.splice(3..3, made_from.into_iter().map(|note| (words::made_from(), note)));
    let columns =
        vec![Column::text(view.say(&common::item())), Column::text(view.say(&common::line()))];
    let row = |(title, value): (Text, String)| {
        Row::new(vec![Cell::Text(view.say(&title)), Cell::Text(value)])
    };
    let title = view.say(&words::run_title());
    Table::new("run", title, String::new(), columns).rows(lines.into_iter().map(row))
}
