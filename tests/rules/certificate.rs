//! Bounds computed again from duals: as good as an independent solver's, never better
//! than the optimum, and no forgery is taken for proven.

use super::microlp::Microlp;
use super::oracle::optimum;
use campusplan::certificate::{Basis, Rows, certify};
use campusplan::domain::{Limits, Scenario};
use campusplan::plan::{Duals, Plan, Relaxation, Status};
use campusplan::planning::{Outcome, certify_bounds, plan};
use campusplan::solve::backend::{
    Backend, SolveRequest, SolveResult, Strategy, Termination, Watch,
};
use campusplan::solve::{Highs, Unwatched};
use campusplan::verify::verify;
use proptest::prelude::*;
use std::fs;
use std::time::Instant;

/// The tiny case with fewer rooms than its targets need, and more to be built: cost is
/// what the duals prove of it.
fn few_rooms() -> String {
    let hall = r#"options: {"hall": (name: (zh: "楼", en: "Hall"), campus: "b", resource: "room",
        units: 2, cost: 9, upkeep: 0.2, lead_terms: 1, most: 2)}"#;
    let changes = [
        (r#""room": 3, "lathe": 16"#, r#""room": 2, "lathe": 16"#),
        (r#""room": 3, "lathe": 8"#, r#""room": 1, "lathe": 8"#),
        ("options: {}", hall),
    ];
    changes.iter().fold(include_str!("../data/tiny.ron").to_owned(), |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "{old} must be there once");
        text.replace(old, new)
    })
}

/// Cost is the second tier.
const COST: usize = 1;

fn read(text: &str) -> Scenario {
    campusplan::scenario::read(text).unwrap_or_else(|found| panic!("{found:#?}")).scenario
}

/// A case and its plan, with certificates.
fn certified(text: &str) -> (Scenario, Plan) {
    let scenario = read(text);
    let limits = scenario.limits;
    let Outcome::Planned(planned) = plan(&scenario, &limits, &Unwatched).expect("a solver") else {
        panic!("no plan");
    };
    let mut plan = planned.plan;
    certify_bounds(&Highs, &scenario, &mut plan, &limits, &Unwatched).expect("a solver");
    (scenario, plan)
}

/// The tiny case and its plan, with certificates.
fn tiny() -> (Scenario, Plan) {
    certified(&few_rooms())
}

struct Silent;

impl Watch for Silent {
    fn progress(&self, _: f64, _: f64) {}

    fn stop(&self) -> bool {
        false
    }
}

/// The optimum of a relaxation of a tier by another solver.
fn relaxed(scenario: &Scenario, plan: &Plan, index: usize, relaxation: Relaxation) -> f64 {
    let rows = Rows::new(scenario, plan);
    let statement = rows.statement(plan, index, relaxation).expect("a tier");
    let request = SolveRequest {
        problem: &statement.problem.continuous(),
        objective_cuts: &statement.cuts,
        objective: &statement.objective,
        start: None,
        termination: Termination {
            time: None,
            gap: 0.0,
            objective_target: None,
            nodes: None,
            threads: 1,
            seed: 0,
            strategy: Strategy::Default,
        },
    };
    match Microlp.solve(&request, &Silent).expect("a solver") {
        SolveResult::Solution(found) => statement.objective.value(&found.values),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_certificate_proves_the_optimum_of_its_relaxation() {
    let (scenario, plan) = tiny();
    let violations = verify(&scenario, &plan).violations;
    assert!(violations.is_empty(), "{violations:#?}");
    let tiers = certify(&scenario, &plan);
    let cost = tiers[COST];
    assert_eq!(cost.basis, Basis::Duals);
    let proven = cost.proven.expect("a bound");
    let relaxed = relaxed(&scenario, &plan, COST, Relaxation::AggregatedStaff);
    assert!((relaxed - proven).abs() < 1e-6 * relaxed, "{proven} of {relaxed}");
    let best = optimum(&scenario).expect("a plan");
    assert!(proven > 0.0 && proven <= best.cost, "{proven} of {best:?}");
}

#[test]
fn a_forged_bound_passes_the_verification_and_is_not_certified() {
    let (scenario, mut plan) = tiny();
    for tier in &mut plan.tiers {
        tier.bound = Some(tier.value);
        tier.gap = Some(0.0);
        tier.status = Status::GapReached;
    }
    plan.status = Status::GapReached;
    let violations = verify(&scenario, &plan).violations;
    assert!(violations.is_empty(), "{violations:#?}");
    let cost = certify(&scenario, &plan)[COST];
    assert!(!cost.covers(), "{cost:?}");
    assert!(cost.proven < cost.reported);
}

#[test]
fn a_bound_that_the_search_did_not_prove_is_that_of_the_certificate() {
    let (scenario, mut plan) = tiny();
    let cost = &mut plan.tiers[COST];
    (cost.bound, cost.gap, cost.status) = (None, None, Status::TimeLimit);
    plan.status = Status::TimeLimit;
    let limits = scenario.limits;
    certify_bounds(&Highs, &scenario, &mut plan, &limits, &Unwatched).expect("a solver");
    let cost = certify(&scenario, &plan)[COST];
    assert!(cost.reported.is_some() && cost.covers(), "{cost:?}");
    let violations = verify(&scenario, &plan).violations;
    assert!(violations.is_empty(), "{violations:#?}");
}

#[test]
fn a_certificate_of_another_case_or_version_is_not_used() {
    let (_, of_other) = tiny();
    let last = "applicants: 65, most: 2),";
    let more = r#"applicants: 65, most: 2),
        (programme: "q", entry: "2010-autumn", applicants: 65, most: 2),"#;
    assert_eq!(few_rooms().matches(last).count(), 1);
    let (scenario, mut plan) = certified(&few_rooms().replace(last, more));
    let own = certify(&scenario, &plan)[COST];
    plan.tiers[COST].certificate.clone_from(&of_other.tiers[COST].certificate);
    let tiers = certify(&scenario, &plan);
    assert_eq!(tiers[COST].basis, Basis::OtherRows);
    assert!(tiers[COST].proven < own.proven);
    let without = {
        plan.tiers[COST].certificate = None;
        certify(&scenario, &plan)[COST]
    };
    assert_eq!((without.basis, without.proven), (Basis::Amounts, tiers[COST].proven));
}

#[test]
fn duals_of_the_other_relaxation_prove_only_what_is_true() {
    let (scenario, mut plan) = tiny();
    let best = optimum(&scenario).expect("a plan");
    let rows = Rows::new(&scenario, &plan);
    let certificate = plan.tiers[COST].certificate.take().expect("a certificate");
    // The duals stand at other rows there, under the right hash.
    let moved: Vec<f64> = {
        let last = certificate.duals.0.iter().map(|(row, _)| *row).max().unwrap_or(0);
        let mut all = vec![0.0; last + 1];
        for (row, dual) in &certificate.duals.0 {
            all[*row] = *dual;
        }
        all
    };
    let moved = rows.certificate(Relaxation::Posted, &moved);
    let tier = rows.certify(&plan, COST, Some(&moved)).expect("a tier");
    assert_eq!(tier.basis, Basis::Duals);
    assert!(tier.proven.is_none_or(|proven| proven <= best.cost), "{tier:?}");
}

#[test]
fn a_plan_file_keeps_what_it_proves() {
    let (scenario, plan) = tiny();
    let json = serde_json::to_string(&plan).expect("a file");
    let again: Plan = serde_json::from_str(&json).expect("a plan");
    assert_eq!(again, plan);
    assert_eq!(certify(&scenario, &again), certify(&scenario, &plan));
    let broken = json.replacen("\"duals\":\"", "\"duals\":\"x ", 1);
    let error = serde_json::from_str::<Plan>(&broken).expect_err("no duals");
    assert!(error.to_string().contains("`x`"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_duals_of_a_plan_prove_more_than_the_best_plan(
        scales in prop::collection::vec(-2.0..3.0_f64, 40),
        extra in prop::collection::vec((0..400_usize, -5.0..5.0_f64), 0..20),
    ) {
        thread_local! {
            static CASE: (Scenario, Plan, f64) = {
                let (scenario, plan) = tiny();
                let best = optimum(&scenario).expect("a plan").cost;
                (scenario, plan, best)
            };
        }
        CASE.with(|(scenario, plan, best)| {
            let mut plan = plan.clone();
            let certificate = plan.tiers[COST].certificate.as_mut().expect("a certificate");
            let all = certificate.duals.0.iter().zip(scales.iter().cycle());
            let forged = all.map(|((row, dual), scale)| (*row, dual * scale));
            certificate.duals = Duals(forged.chain(extra.iter().copied()).collect());
            let proven = certify(scenario, &plan)[COST].proven;
            assert!(proven.is_none_or(|proven| proven <= *best + 1e-9), "{proven:?} of {best}");
        });
    }
}

/// Prints what the certificates of a plan prove, how large they are and how long each
/// tier takes.
#[test]
#[ignore = "reads the plan in the folder CERTIFY"]
fn of_a_plan_in_a_folder() {
    let dir = std::env::var("CERTIFY").expect("a folder");
    let scenario = read(&fs::read_to_string(format!("{dir}/scenario.ron")).expect("a scenario"));
    let json = fs::read_to_string(format!("{dir}/plan.json")).expect("a plan");
    let mut plan: Plan = serde_json::from_str(&json).expect("a plan");
    let limits = Limits { time_limit_s: None, ..scenario.limits };
    for index in 0..plan.tiers.len() {
        for relaxation in [Relaxation::AggregatedStaff, Relaxation::Posted] {
            let rows = Rows::new(&scenario, &plan);
            let statement = rows.statement(&plan, index, relaxation).expect("a tier");
            let run = campusplan::solve::run::Run {
                backend: &Highs,
                observer: &Unwatched,
                began: Instant::now(),
                limits,
            };
            let began = cpu();
            let duals = campusplan::solve::duals(
                &run,
                statement.problem,
                &statement.cuts,
                &statement.objective,
            );
            let duals = duals.expect("a solver").expect("an optimum");
            let took = cpu() - began;
            let certificate = rows.certificate(relaxation, &duals);
            let proven = rows.certify(&plan, index, Some(&certificate)).expect("a tier");
            let size = serde_json::to_string(&certificate).unwrap().len();
            let (rows, count) = (statement.problem.rows.len(), certificate.duals.0.len());
            println!(
                "tier {index} {relaxation:?}: {took:.2} s, {rows} rows, {count} duals, {size} bytes, {proven:?}"
            );
            plan.tiers[index].certificate = Some(certificate);
        }
    }
    let began = cpu();
    let again = certify(&scenario, &plan);
    println!("checked in {:.2} s: {again:?}", cpu() - began);
}

/// Processor time of this process, s.
fn cpu() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("Linux");
    let after = stat.rsplit(')').next().expect("fields");
    let ticks: f64 = after.split_whitespace().nth(11).expect("utime").parse().expect("a number");
    ticks / 100.0
}
