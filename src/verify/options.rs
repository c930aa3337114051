//! The program that made a plan and the limits of its run: what reports print of
//! them, and `why` runs again, is within what the program takes.

use super::ledger::{At, Tally};
use crate::plan::Plan;
use crate::words::violations as words;

/// Longest time limit, s.
const LONGEST: f64 = 1e9;

/// Most threads.
const THREADS: u32 = 1024;

/// Largest seed.
const SEED: u32 = i32::MAX.unsigned_abs();

/// Most characters of a version.
const VERSION: usize = 32;

pub(super) fn check(plan: &Plan, tally: &mut Tally) {
    let program = &plan.program;
    let ours = program.name == env!("CARGO_PKG_NAME");
    tally.holds(&At::path("program.name"), ours, words::other_program);
    let version =
        (1..=VERSION).contains(&program.version.len()) && program.version.chars().all(in_version);
    tally.holds(&At::path("program.version"), version, words::no_version);
    let options = &plan.options;
    let time = options.time_limit_seconds;
    let time = time.is_none_or(|limit| limit > 0.0 && limit <= LONGEST);
    for (path, inside) in [
        ("options.time_limit_seconds", time),
        ("options.gap", (0.0..=1.0).contains(&options.gap)),
        ("options.threads", (1..=THREADS).contains(&options.threads)),
        ("options.seed", options.seed <= SEED),
    ] {
        tally.holds(&At::path(path), inside, words::option_outside);
    }
}

/// Whether a character may be part of a version.
fn in_version(one: char) -> bool {
    one.is_ascii_alphanumeric() || ".+-".contains(one)
}
