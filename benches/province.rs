//! A province-sized case from a seeded generator: how long its model takes to
//! build, how soon there is a verified plan, and how good it is in the end.
//!
//! `cargo bench --bench province -- --seconds 600 --seed 1 --threads 1`;
//! `--campuses 6 --programmes 12 --years 5` gives another shape, here a county
//! (40, 40 and 5 if absent);
//! `--write FILE` writes the scenario and ends; `--build-only` ends before
//! solving; `--first-only` ends with the first verified plan; `--rows` counts the
//! rows by rule.

#[path = "province/generate.rs"]
mod generate;
#[path = "province/layout.rs"]
mod layout;
#[path = "province/random.rs"]
mod random;
#[path = "province/school.rs"]
mod school;
mod support;

use campusplan::domain::{Limits, Rule, Scenario};
use campusplan::model::{Form, build};
use campusplan::planning::{Outcome, plan};
use layout::Shape;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use support::{Arguments, Record, gap, median, peak_memory, size};

fn main() {
    let arguments = Arguments::here();
    let seed = u64::from(arguments.count("seed", 1));
    let count = |name: &str, default: u32| arguments.count(name, default) as usize;
    let shape = Shape {
        campuses: count("campuses", 40),
        programmes: count("programmes", 40),
        years: arguments.count("years", 5),
    };
    assert!(shape.campuses >= 4, "--campuses needs 4 or more");
    assert!(shape.years >= 3, "--years needs 3 or more");
    let text = written(seed, shape);
    if let Some(file) = arguments.text("write") {
        std::fs::write(file, text).expect("the file can be written");
        return;
    }
    let scenario = match campusplan::scenario::read(&text) {
        Ok(loaded) => loaded.scenario,
        Err(found) => panic!("the generated scenario is wrong: {:#?}", &found[..1]),
    };
    describe(&scenario, seed);
    if arguments.has("rows") {
        tell_rows(&scenario);
    }
    if arguments.has("build-only") {
        return;
    }
    let limits = Limits {
        time_limit_s: Some(arguments.number("seconds", 600.0)),
        threads: arguments.count("threads", 1),
        ..scenario.limits
    };
    println!("\nfirst plan: the search ends with the first plan found");
    run(&scenario, limits, &Record::until_first_plan());
    if !arguments.has("first-only") {
        println!("\nwhole search");
        run(&scenario, limits, &Record::new());
    }
    if let Some(peak) = peak_memory() {
        println!("\npeak memory {peak:.0} MB");
    }
}

/// The scenario file of a seed.
fn written(seed: u64, shape: Shape) -> String {
    let pretty = PrettyConfig::default().extensions(Extensions::IMPLICIT_SOME);
    ron::ser::to_string_pretty(&generate::province(seed, shape), pretty).expect("plain data")
}

fn describe(scenario: &Scenario, seed: u64) {
    println!(
        "province {seed}: {} campuses, {} programmes, {} cohorts, {} staff groups, {} options, \
         {} roads, {} terms",
        scenario.campuses.len(),
        scenario.programmes.len(),
        scenario.cohorts.len(),
        scenario.staff.len(),
        scenario.options.len(),
        scenario.roads.len(),
        scenario.calendar.terms,
    );
    let took = median(3, || build(scenario, Form::PLAN));
    let [rows, columns, whole, entries] = size(&build(scenario, Form::PLAN));
    println!(
        "model built in {:.3} s (median of 3): {rows} rows, {columns} columns, {whole} whole, \
         {entries} entries",
        took.as_secs_f64()
    );
}

fn run(scenario: &Scenario, limits: Limits, record: &Record) {
    let began = Instant::now();
    let outcome = plan(scenario, &limits, record);
    let took = began.elapsed();
    tell_events(record);
    match outcome {
        Ok(Outcome::Planned(planned)) => {
            println!("  plan after {}", seconds(took));
            for (step, time) in &planned.timings {
                println!("    {step}: {}", seconds(*time));
            }
            println!(
                "  verified: {}, {} comparisons, {} do not hold",
                planned.verification.passed(),
                planned.verification.compared.values().sum::<usize>(),
                planned.verification.violations.len(),
            );
            for violation in planned.verification.violations.iter().take(5) {
                println!("    {violation:?}");
            }
        }
        Ok(Outcome::Infeasible(_)) => println!("  no plan exists, after {}", seconds(took)),
        Ok(Outcome::NothingFound) => println!("  no plan found in {}", seconds(took)),
        Err(error) => println!("  {error}"),
    }
}

/// Rows and their entries by rule and name.
fn tell_rows(scenario: &Scenario) {
    let mut counts: BTreeMap<(Rule, &str), (usize, usize)> = BTreeMap::new();
    for row in &build(scenario, Form::PLAN).problem.rows {
        let count = counts.entry((row.label.rule, row.label.name)).or_default();
        count.0 += 1;
        count.1 += row.linear.terms.len();
    }
    for ((rule, name), (rows, entries)) in counts {
        println!("  {:<24}{rows:>8} rows{entries:>10} entries", format!("{} {name}", rule.key()));
    }
}

/// The first plan and the last state of every tier.
fn tell_events(record: &Record) {
    let events = record.events();
    if let Some(first) = events.iter().find(|event| event.best.is_some()) {
        println!("  first plan at {}", seconds(first.at));
    }
    for tier in 1..=events.last().map_or(0, |event| event.tier) {
        let last = events.iter().rev().find(|event| event.tier == tier);
        if let Some(event) = last {
            let both = event.best.zip(event.bound);
            let gap = both.map_or_else(
                || "unknown".to_owned(),
                |(best, bound)| format!("{:.2} %", gap(best, bound) * 100.0),
            );
            let value = event.best.map_or_else(|| "none".to_owned(), |best| format!("{best:.3}"));
            println!("  tier {tier} until {}: best {value}, gap {gap}", seconds(event.at));
        }
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
