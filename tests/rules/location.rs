//! Location and assignment problems put as scenarios: on tiny generated
//! instances the program reaches the optimum that the textbook model proves.
//! Generator, scenario and textbook model are those of the benchmark.

#[path = "../../benches/location/instance.rs"]
mod instance;
#[path = "../../benches/location/orlib.rs"]
#[allow(dead_code)]
mod orlib;
#[path = "../../benches/province/random.rs"]
#[allow(dead_code)]
mod random;
#[path = "../../benches/location/scenario.rs"]
mod scenario;
#[path = "../../benches/location/solve.rs"]
#[allow(dead_code)]
mod solve;
#[path = "../../benches/location/textbook.rs"]
mod textbook;

use campusplan::domain::Limits;
use instance::{Instance, Kind};
use orlib::Format;
use scenario::Tiers;

/// Solves to the proven optimum.
const EXACT: Limits = Limits { time_limit_s: None, gap: 0.0, steps: None, threads: 1, seed: 0 };

#[track_caller]
fn assert_close(one: f64, other: f64) {
    let scale = other.abs().max(1.0);
    assert!((one - other).abs() <= 1e-6 * scale, "{one} is not {other}");
}

/// The optimum, which the program reaches and both prove.
#[track_caller]
fn optimum(instance: &Instance, tiers: Tiers) -> f64 {
    let (problem, objective) = textbook::model(instance);
    let textbook = solve::by_solver(&problem, &objective, &EXACT);
    let optimum = textbook.value.expect("the instance has a solution");
    assert_close(textbook.bound.expect("a bound"), optimum);
    let read = campusplan::scenario::read(&scenario::written(instance, tiers));
    let read = read.unwrap_or_else(|found| panic!("{found:#?}")).scenario;
    let program = solve::by_program(&read, &EXACT);
    assert_close(program.value.expect("a verified plan"), optimum);
    assert_close(program.bound.expect("a bound"), optimum);
    optimum
}

#[test]
fn single_sourcing_reaches_the_proven_optimum() {
    let instance = instance::location(Kind::Single, (4, 12), 1.5, 1);
    let one = optimum(&instance, Tiers::Cost);
    assert_close(optimum(&instance, Tiers::Default), one);
}

#[test]
fn whole_classes_split_a_demand_as_well_as_fractions_and_no_worse_than_single_sourcing() {
    let instance = instance::location(Kind::Split, (4, 12), 1.5, 1);
    let single = Instance { kind: Kind::Single, ..instance.clone() };
    let (split, single) = (optimum(&instance, Tiers::Cost), optimum(&single, Tiers::Cost));
    assert!(split <= single + 1e-6, "{split} > {single}");
}

#[test]
fn an_assignment_reaches_the_proven_optimum() {
    optimum(&instance::assignment((3, 12), 1), Tiers::Cost);
}

#[test]
fn formats_of_instance_files_say_the_same() {
    // Two facilities, three customers; a demand of 4 fits nowhere beside another
    // but for the 1, so the whole cost is known.
    let cap = "2 3  5 10.  6 20.  4 7. 1. 3 2. 9. 1 1. 8.";
    let matrix = "2 3  5 10  6 20  4 3 1  7 2 1  1 9 8  43";
    let columns = "2 3  4 3 1  5 6  10 20  7 2 1  1 9 8";
    let expected = orlib::read(cap, Format::Cap, Kind::Single);
    for (text, format) in [(matrix, Format::Matrix), (columns, Format::Columns)] {
        assert_eq!(orlib::read(text, format, Kind::Single), expected);
    }
    assert_close(optimum(&expected, Tiers::Cost), 10.0 + 20.0 + 1.0 + 2.0 + 1.0);
    let gap = "2 3  7 2 1  1 9 8  4 3 1  4 3 1  5 6";
    let assignment = orlib::read(gap, Format::Gap, Kind::Assignment);
    assert_close(optimum(&assignment, Tiers::Cost), 1.0 + 2.0 + 1.0);
}
