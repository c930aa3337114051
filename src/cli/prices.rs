//! `campusplan prices`.

use super::args::{Changes, Prices as Arguments};
use super::exit::{Exit, Failure};
use super::explain::reload;
use super::input::{read_case, wrong};
use super::plan::unplanned;
use super::studies::{Ready, Told, destination, publish, solver_failed, together};
use super::verify;
use crate::analysis::explain::phrase;
use crate::analysis::prices::{Asked, Base, Difference, Known, Price, prices};
use crate::domain::{Language, Limits, Scenario};
use crate::plan::Plan;
use crate::planning::Ending;
use crate::planning::time_budget::{TimeBudget, rounds};
use crate::planning::{self, Outcome};
use crate::report::SCENARIO_FILE;
use crate::report::analysis::prices::{self as reported, Priced};
use crate::scenario::Change;
use crate::solve::SearchOptions;
use crate::verify::verify as verified;
use crate::words::{cli as cli_words, prices as words};
use serde::Serialize;
use std::path::PathBuf;

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let study = &arguments.study;
    let plan_file = arguments.input.extension().is_some_and(|ending| ending == "json");
    let (ready, path, read) = if plan_file {
        let (ready, path, plan) = of_plan(arguments)?;
        (ready, path, Some(plan))
    } else {
        let ready = Ready::new(&arguments.input, study, |together| {
            rounds(arguments.count, together).saturating_add(1)
        })?;
        (ready, arguments.input.clone(), None)
    };
    let Ready { scenario, language, .. } = &ready;
    let demand = scenario.demand;
    let reload = |changes: &[Change]| {
        let scenario = reload(&path, &study.changes, changes)?;
        Ok(planning::on_path(scenario, demand))
    };
    let watch = ready.watch(study);
    let budget = ready.budget(&watch);
    let base = match read {
        Some(plan) => Ok(Base::read(scenario, plan)),
        None => planned(&ready, arguments.count, &budget)?,
    };
    let base = match base {
        Ok(base) => base,
        Err(outcome) => {
            watch.done();
            return unplanned(scenario, &outcome, study.json, *language);
        }
    };
    let asked = Asked {
        scenario,
        reload: &reload,
        base: &base,
        count: arguments.count,
        limits: Limits { threads: 1, ..ready.limits },
        together: ready.together,
    };
    let (found, left) = prices(asked, &budget);
    watch.done();
    let priced = Priced { scenario, base: &base.plan, prices: &found, left, language: *language };
    let document = reported::document(&priced);
    let chart = reported::chart(&priced);
    let plans = plans(&base.plan, &found);
    let told = Answer {
        base: Told::verified(&base.plan),
        left,
        prices: found.iter().map(|one| told_price(scenario, one, *language)).collect(),
    };
    publish(
        study,
        *language,
        ready.destination.as_ref(),
        (&document, chart.as_slice()),
        (&plans, &[]),
        &told,
    )?;
    Ok(Exit::Done)
}

/// The case of a plan that was made before, which must still hold.
fn of_plan(arguments: &Arguments) -> Result<(Ready, PathBuf, Plan), Failure> {
    let study = &arguments.study;
    let Changes { remove, add, set, scale, pin, forbid } = &study.changes;
    if [remove, add, set, scale, pin, forbid].iter().any(|changes| !changes.is_empty()) {
        return Err(wrong(&words::no_changes(), study.lang.unwrap_or_default()));
    }
    let case = read_case(&arguments.input, None, study.lang)?;
    let verification = verified(&case.scenario, &case.plan);
    if !verification.passed() {
        verify::print(&verification, study.json, case.language)?;
        return Err(Failure {
            exit: Exit::Unverified,
            message: cli_words::not_published().get(case.language).to_owned(),
        });
    }
    let together = together(study);
    let ready = Ready {
        limits: study.effort.limits(&case.scenario.limits, together),
        seconds: study.effort.budget(&case.scenario.limits, rounds(arguments.count, together)),
        destination: destination(study, case.language)?,
        scenario: case.scenario,
        language: case.language,
        together,
    };
    Ok((ready, arguments.input.with_file_name(SCENARIO_FILE), case.plan))
}

/// The plan to compare with, or how looking for one ended.
fn planned(
    ready: &Ready,
    count: u32,
    budget: &TimeBudget<'_>,
) -> Result<Result<Base, Outcome>, Failure> {
    let rounds = rounds(count, ready.together);
    let search = SearchOptions::default();
    let ending = budget.plan_first(&ready.scenario, &ready.limits, rounds, search);
    Ok(match ending {
        Ending::Planned(planned) if planned.verification.passed() => Ok(Base::made(*planned)),
        Ending::Planned(planned) => Err(Outcome::Planned(planned)),
        Ending::Infeasible(why) => Err(Outcome::Infeasible(why)),
        Ending::NothingFound | Ending::NotBegun => Err(Outcome::NothingFound),
        Ending::Failed(error) => return Err(solver_failed(&error, ready.language)),
    })
}

fn plans<'a>(base: &'a Plan, found: &'a [Price]) -> Vec<(String, &'a Plan)> {
    let base = std::iter::once(("base".to_owned(), base));
    let others = found.iter().zip(1..).filter_map(|(price, number)| {
        let planned = price.ending.verified()?;
        Some((format!("unit-{number}"), &planned.plan))
    });
    base.chain(others).collect()
}

/// The answer for machines.
#[derive(Serialize)]
struct Answer<'a> {
    base: Told<'a>,
    left: usize,
    prices: Vec<ToldPrice<'a>>,
}

#[derive(Serialize)]
struct ToldPrice<'a> {
    unit: String,
    changes: Vec<String>,
    differences: Vec<ToldDifference>,
    #[serde(flatten)]
    run: Told<'a>,
}

#[derive(Serialize)]
struct ToldDifference {
    known: &'static str,
    value: f64,
    low: Option<f64>,
    high: Option<f64>,
}

fn told_price<'a>(scenario: &Scenario, price: &'a Price, language: Language) -> ToldPrice<'a> {
    let difference = |one: &Difference| ToldDifference {
        known: match one.known {
            Known::Nothing => "nothing",
            Known::Something => "something",
            Known::Unknown => "unknown",
        },
        value: one.value,
        low: one.low,
        high: one.high,
    };
    ToldPrice {
        unit: phrase(scenario, &price.granted).get(language).to_owned(),
        changes: price.changes.iter().map(Change::as_given).collect(),
        differences: price.tiers.iter().map(difference).collect(),
        run: Told::new(&price.ending),
    }
}
