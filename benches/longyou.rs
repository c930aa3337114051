//! The Longyou case: how long the model takes to build, how large it is, how
//! soon there is a plan and how good it is, beside the plain formulation given
//! to the same solver with the same options.
//!
//! `cargo bench --bench longyou -- --seconds 60 --threads 1`; `--scenario FILE`
//! takes another case, `--held` holds visits and shared hours throughout a
//! stage in the plain formulation too, `--build-only` ends before solving.
//! Two tiers are solved, targets and then cost with the targets kept; times
//! are since the beginning of the run, building included. The program's search
//! counts posts in fractions and makes them whole at the end: its first plan
//! and the times within 5 % and 1 % are of the search, its targets and cost
//! those of the verified plan.

mod plain;
mod support;

use campusplan::domain::{Limits, Part, Scenario, Tier};
use campusplan::model::{Form, build};
use campusplan::solve::lexicographic::{
    LexicographicProblem, LexicographicResult, WorkLimit, expressions, solve_lexicographic,
};
use campusplan::solve::run::Run;
use campusplan::solve::{Highs, Phase};
use campusplan::study::{Outcome, plan};
use plain::Visits;
use std::time::{Duration, Instant};
use support::{Arguments, Event, Record, gap, median, peak_memory, size};
use tabled::builder::Builder;
use tabled::settings::object::Columns;
use tabled::settings::{Alignment, Style};

/// The times at which the gap is told, s.
const MOMENTS: [f64; 3] = [10.0, 30.0, 60.0];

/// What a run came to.
struct Result {
    built: Duration,
    size: [usize; 4],
    events: Vec<Event>,
    targets: Option<f64>,
    cost: Option<f64>,
    took: Duration,
    memory: Option<f64>,
}

fn main() {
    let arguments = Arguments::here();
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/longyou.ron");
    let file = arguments.text("scenario").unwrap_or(shipped);
    let text = std::fs::read_to_string(file).expect("the scenario can be read");
    let mut scenario = match campusplan::scenario::read(&text) {
        Ok(loaded) => loaded.scenario,
        Err(found) => panic!("the scenario is wrong: {:#?}", found.first()),
    };
    scenario.tiers = two_tiers(&scenario);
    let limits = Limits {
        time_limit_s: Some(arguments.number("seconds", 60.0)),
        steps: None,
        threads: arguments.count("threads", 1),
        ..scenario.limits
    };
    let visits = if arguments.has("held") {
        Visits::Held
    } else {
        Visits::Free
    };
    let own = || build(&scenario, Form::PLAN);
    let plain = || plain::build(&scenario, visits);
    println!(
        "building, median of 20: {:.1} ms, plain {:.1} ms",
        milliseconds(median(20, own)),
        milliseconds(median(20, plain)),
    );
    if arguments.has("build-only") {
        println!("rows, columns, whole, entries: {:?}", size(&own()));
        println!("plain: {:?}", size(&plain()));
        return;
    }
    let limit = limits.time_limit_s.unwrap_or_default();
    println!(
        "{limit} s, {} thread(s), gap {}",
        limits.threads, limits.gap
    );
    let own = walk(&scenario, limits);
    let plain = solve(&scenario, limits, visits);
    tell(&own, &plain);
}

/// Targets, then cost, with the tolerance the scenario gives the targets.
fn two_tiers(scenario: &Scenario) -> Vec<Tier> {
    let of = |part: Part| {
        let given = scenario.tiers.iter();
        let given = given.clone().find(|tier| tier.parts == [(part, 1.0)]);
        given.cloned().unwrap_or(Tier {
            parts: vec![(part, 1.0)],
            relative_tolerance: 0.0,
            absolute_tolerance: 0.0,
            at_most: None,
        })
    };
    vec![of(Part::Targets), of(Part::Cost)]
}

/// The program's walk, from the model to the verified plan.
fn walk(scenario: &Scenario, limits: Limits) -> Result {
    let record = Record::new();
    let began = Instant::now();
    let model = build(scenario, Form::PLAN);
    let built = began.elapsed();
    let size = size(&model);
    drop(model);
    let began = Instant::now();
    let outcome = plan(scenario, &limits, &record).expect("the solver works");
    let took = began.elapsed();
    let planned = match &outcome {
        Outcome::Planned(planned) => Some(planned),
        Outcome::Infeasible(_) | Outcome::NothingFound => None,
    };
    if let Some(planned) = planned {
        let verified = planned.verification.passed();
        println!("campusplan: the plan is verified: {verified}");
    }
    let value = |tier: usize| planned.map(|planned| planned.plan.tiers[tier].value);
    Result {
        built,
        size,
        events: record.events(),
        targets: value(0),
        cost: value(1),
        took,
        memory: peak_memory(),
    }
}

/// The plain formulation, tier by tier.
fn solve(scenario: &Scenario, limits: Limits, visits: Visits) -> Result {
    let record = Record::new();
    let began = Instant::now();
    let model = plain::build(scenario, visits);
    let built = began.elapsed();
    let run = Run {
        backend: &Highs,
        observer: &record,
        began,
        limits,
    };
    let lexicographic = LexicographicProblem {
        phase: |tier, tiers| Phase::Solving { tier, tiers },
        problem: &model.problem,
        tiers: &expressions(scenario, &model),
        fixed_cuts: &[],
        start: None,
        bounds: &[],
        slack_allowance: &[],
        limit: WorkLimit {
            share: 1.0,
            gap: limits.gap,
            nodes: &[],
        },
    };
    let tiered = solve_lexicographic(&run, lexicographic).expect("the solver works");
    let took = began.elapsed();
    let value = |part: Part| match &tiered {
        LexicographicResult::Solved { values, .. } => Some(model.parts[&part].value(values)),
        LexicographicResult::Infeasible | LexicographicResult::NotFound => None,
    };
    Result {
        built,
        size: size(&model),
        events: record.events(),
        targets: value(Part::Targets),
        cost: value(Part::Cost),
        took,
        memory: peak_memory(),
    }
}

impl Result {
    /// The second tier: cost with the targets kept.
    fn costs(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(|event| event.tier == 2)
    }

    /// When the first plan of all was found.
    fn first_plan(&self) -> Option<f64> {
        let found = self.events.iter().find(|event| event.best.is_some());
        found.map(|event| event.at.as_secs_f64())
    }

    /// When the cost came within a share of `best`.
    fn within(&self, best: f64, share: f64) -> Option<f64> {
        let near = |event: &&Event| event.best.is_some_and(|cost| cost <= best * (1.0 + share));
        self.costs().find(near).map(|event| event.at.as_secs_f64())
    }

    /// The proven gap of the cost at a moment, in percent.
    fn gap_at(&self, moment: f64) -> Option<f64> {
        let until = self
            .costs()
            .filter(|event| event.at.as_secs_f64() <= moment);
        let last = until.last()?;
        Some(gap(last.best?, last.bound?) * 100.0)
    }
}

fn tell(own: &Result, plain: &Result) {
    let best = match (own.cost, plain.cost) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    let mut table = Builder::default();
    table.push_record(["", "campusplan", "plain", "plain / campusplan"]);
    let mut line = |what: &str, decimals: usize, own: Option<f64>, plain: Option<f64>| {
        let told = |value: Option<f64>| {
            value.map_or_else(|| "-".to_owned(), |value| format!("{value:.decimals$}"))
        };
        let ratio = own.zip(plain).filter(|(own, _)| *own > 0.0);
        let ratio = ratio.map_or_else(String::new, |(own, plain)| format!("{:.2}", plain / own));
        table.push_record([what.to_owned(), told(own), told(plain), ratio]);
    };
    let both = |of: &dyn Fn(&Result) -> Option<f64>| (of(own), of(plain));
    let mut lines = |what: &str, decimals: usize, of: &dyn Fn(&Result) -> Option<f64>| {
        let (own, plain) = both(of);
        line(what, decimals, own, plain);
    };
    for (index, what) in ["rows", "columns", "whole columns", "entries"]
        .iter()
        .enumerate()
    {
        #[allow(clippy::cast_precision_loss)]
        lines(what, 0, &|run| Some(run.size[index] as f64));
    }
    lines("model built, ms", 1, &|run| Some(milliseconds(run.built)));
    let share = |run: &Result| {
        let solving = run.took.checked_sub(run.built)?;
        Some(run.built.as_secs_f64() / solving.as_secs_f64() * 100.0)
    };
    lines("built, % of solving", 3, &share);
    lines("targets missed, %", 4, &|run| run.targets);
    lines("targets done after, s", 1, &|run| {
        run.costs().next().map(|event| event.at.as_secs_f64())
    });
    lines("first plan, s", 1, &Result::first_plan);
    lines("cost, 万元", 2, &|run| run.cost);
    lines("cost above the best, %", 2, &|run| {
        Some((run.cost? / best? - 1.0) * 100.0)
    });
    lines("within 5 % of the best, s", 1, &|run| {
        run.within(best?, 0.05)
    });
    lines("within 1 % of the best, s", 1, &|run| {
        run.within(best?, 0.01)
    });
    for moment in MOMENTS {
        let what = format!("proven gap at {moment} s, %");
        lines(&what, 2, &|run| run.gap_at(moment));
    }
    lines("proven gap at the end, %", 2, &|run| {
        run.gap_at(f64::INFINITY)
    });
    lines("took, s", 1, &|run| Some(run.took.as_secs_f64()));
    lines("peak memory so far, MB", 0, &|run| run.memory);
    let mut table = table.build();
    table.with(Style::markdown());
    table.modify(Columns::new(1..), Alignment::right());
    println!("{table}");
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
