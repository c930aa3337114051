//! The Longyou case: how good the verified plan is that a run hands over at a
//! time limit, for several seeds, beside the plain formulation given to the same
//! solver with the same time and threads.
//!
//! `cargo bench --bench longyou -- --seeds 0,1,2,3,4 --threads 2 --moments
//! 5,10,20,30,60,90`: each moment is the time limit of a run of its own, for each
//! seed. `--best VALUE` is the best known cost to compare with; if absent, the
//! least of these runs. `--seconds S` makes one long run with that limit, of the
//! first seed and without the plain formulation, to establish the best known
//! value. `--scenario FILE` takes another case; `--no-plain` leaves the plain
//! formulation out, `--held` holds visits and shared hours throughout a stage in
//! it; `--build-only` ends before solving.
//!
//! The program minimises all tiers of the scenario and its figures are of the
//! verified plan. The plain formulation minimises two, targets and then cost; it
//! is a relaxation, so its solution need not be a plan.

#[path = "longyou/compare.rs"]
mod compare;
#[path = "longyou/lists.rs"]
mod lists;
mod plain;
#[path = "longyou/program.rs"]
mod program;
#[allow(dead_code)]
mod support;
#[path = "longyou/tables.rs"]
mod tables;

use campusplan::domain::{Limits, Scenario};
use campusplan::model::{Form, Model, build};
use plain::Visits;
use program::Row;
use std::time::Duration;
use support::{Arguments, median, size};

/// Times that a model is built, to take the median.
const BUILDS: usize = 5;

fn main() {
    let arguments = Arguments::here();
    let scenario = read(&arguments);
    let visits = if arguments.has("held") { Visits::Held } else { Visits::Free };
    print_models(&scenario, visits);
    if arguments.has("build-only") {
        return;
    }
    let (seeds, moments) = lists::asked(&arguments);
    let limits = Limits { steps: None, threads: arguments.count("threads", 2), ..scenario.limits };
    println!("\n{} thread(s), gap {}", limits.threads, limits.gap);
    let mut rows: Vec<Row> = Vec::new();
    for moment in &moments {
        for seed in &seeds {
            let row = program::run(&scenario, at(limits, *moment, *seed));
            eprintln!("{}", row.described());
            rows.push(row);
        }
    }
    let best = arguments.text("best").map(|_| arguments.number("best", 0.0));
    let best = best.or_else(|| tables::least(&rows));
    tables::print_runs(&rows, best);
    tables::print_seeds(&rows, &moments, best);
    if arguments.has("no-plain") || arguments.has("seconds") {
        return;
    }
    let plain: Vec<Row> = moments
        .iter()
        .map(|moment| compare::run(&scenario, at(limits, *moment, seeds[0]), visits))
        .collect();
    println!("\nplain formulation, the same solver, targets and cost only");
    tables::print_runs(&plain, best);
}

/// The scenario asked for.
fn read(arguments: &Arguments) -> Scenario {
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/longyou.ron");
    let file = arguments.text("scenario").unwrap_or(shipped);
    let text = std::fs::read_to_string(file).expect("the scenario can be read");
    match campusplan::scenario::read(&text) {
        Ok(loaded) => loaded.scenario,
        Err(found) => panic!("the scenario is wrong: {:#?}", found.first()),
    }
}

/// The limits of a run that ends at a moment.
fn at(limits: Limits, moment: f64, seed: u32) -> Limits {
    Limits { time_limit_s: Some(moment), seed, ..limits }
}

/// Prints the sizes of both models and how long they take to build.
fn print_models(scenario: &Scenario, visits: Visits) {
    let own = || build(scenario, Form::PLAN);
    let plain = || plain::build(scenario, visits);
    let line = |name: &str, model: &Model, time: Duration| {
        let mut cells = vec![name.to_owned()];
        cells.extend(size(model).map(|count| count.to_string()));
        cells.push(format!("{:.1}", time.as_secs_f64() * 1e3));
        cells
    };
    let head = ["", "rows", "columns", "whole columns", "entries", "built, ms"];
    let head = head.map(str::to_owned).to_vec();
    tables::print([
        head,
        line("campusplan", &own(), median(BUILDS, own)),
        line("plain", &plain(), median(BUILDS, plain)),
    ]);
}
