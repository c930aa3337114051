//! Targets, objective tiers, prices and solver limits.

use super::checks::{Bounds, Checks};
use super::keep;
use crate::domain::{
    Calendar, DisruptionWeights, Limits, Metric, Part, Prices, Target, Term, Tier,
};
use crate::ids::TargetId;
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawDisruption, RawPrices, RawScenario, RawSolver, RawTarget, RawTier};
use crate::units::Money;
use crate::words::diagnostics as words;
use typed_index_collections::TiVec;

/// Periods a visiting teacher gives on one visit unless stated.
const PERIODS_PER_VISIT: f64 = 4.0;
/// Relative gap at which a tier is good enough unless stated.
const GAP: f64 = 1e-4;
/// Weight of a staff member re-based unless stated.
const STAFF_REBASED: f64 = 20.0;

/// Tiers, weights of disruption, prices and solver limits.
pub(super) fn resolve(
    raw: &RawScenario,
    checks: &mut Checks<'_>,
) -> (Vec<Tier>, DisruptionWeights, Prices, Limits) {
    (
        tiers(raw, checks),
        disruption(raw.disruption.as_ref(), checks),
        prices(raw.prices.as_ref(), checks),
        limits(raw.solver.as_ref(), checks),
    )
}

/// Targets.
pub(super) fn targets(
    raw: &RawScenario,
    calendar: Option<&Calendar>,
    due: Term,
    checks: &mut Checks<'_>,
) -> TiVec<TargetId, Target> {
    let all = raw.targets.iter();
    all.map(|(key, raw)| target(key, raw, calendar, due, checks)).collect()
}

fn target(
    key: &str,
    raw: &RawTarget,
    calendar: Option<&Calendar>,
    due: Term,
    checks: &mut Checks<'_>,
) -> Target {
    let here = Path::field("targets").key(key);
    let metric = checks.need(&here, "metric", raw.metric.as_ref()).copied();
    let metric = metric.unwrap_or(Metric::Registered);
    let measure = match metric {
        Metric::ClassesInSchool => Measure::Classes,
        Metric::StudentsInSchool | Metric::Registered => Measure::Students,
    };
    let least = raw.at_least.as_ref();
    let least = checks.needed(&here, "at_least", least, measure, Bounds::Positive);
    let from = raw.from.as_ref();
    let from = from.and_then(|text| checks.term_within(&here.key("from"), text, calendar));
    let from = from.unwrap_or(due);
    let until = raw.until.as_ref();
    let until = until.and_then(|text| checks.term_within(&here.key("until"), text, calendar));
    if let Some(until) = until.filter(|until| *until < from) {
        let message = words::backwards(&from.to_string(), &until.to_string());
        checks.error(&here.key("until"), message, Vec::new());
    }
    let weight = raw.weight.as_ref();
    let weight = checks.optional(&here, "weight", weight, Measure::Number, Bounds::Amount);
    Target {
        id: key.to_owned(),
        name: checks.need_text(&here, "name", raw.name.as_ref()),
        metric,
        at_least: least,
        from,
        until,
        weight: weight.unwrap_or(1.0),
    }
}

/// Objective tiers; each part alone in the default order if none is given.
fn tiers(raw: &RawScenario, checks: &mut Checks<'_>) -> Vec<Tier> {
    let tiers = stated(&raw.objective, checks);
    if let Some(keep) = &raw.keep {
        return keep::place(keep, tiers);
    }
    unkept(&tiers, checks);
    tiers
}

/// Nothing can be counted as departing from no plan.
fn unkept(tiers: &[Tier], checks: &mut Checks<'_>) {
    let departs = |tier: &Tier| tier.parts.iter().any(|(part, _)| *part == Part::Deviation);
    if let Some(index) = tiers.iter().position(departs) {
        let at = Path::field("objective").index(index);
        checks.error(&at, words::nothing_kept(), Vec::new());
    }
}

fn stated(raw: &[RawTier], checks: &mut Checks<'_>) -> Vec<Tier> {
    if raw.is_empty() {
        return Part::ALL.map(alone).to_vec();
    }
    let mut seen = Vec::new();
    let all = raw.iter().enumerate();
    all.map(|(index, raw)| tier(&Path::field("objective").index(index), raw, &mut seen, checks))
        .collect()
}

fn alone(part: Part) -> Tier {
    Tier {
        parts: vec![(part, 1.0)],
        relative_tolerance: 0.0,
        absolute_tolerance: 0.0,
        at_most: None,
    }
}

fn tier(here: &Path, raw: &RawTier, seen: &mut Vec<Part>, checks: &mut Checks<'_>) -> Tier {
    if raw.parts.is_empty() {
        checks.missing(here, "parts");
    }
    let mut parts = Vec::new();
    for (index, raw) in raw.parts.iter().enumerate() {
        let at = here.key("parts").index(index);
        let weight = raw.weight.as_ref();
        let weight = checks.optional(&at, "weight", weight, Measure::Number, Bounds::Positive);
        let Some(part) = checks.need(&at, "part", raw.part.as_ref()).copied() else {
            continue;
        };
        if seen.contains(&part) {
            checks.error(&at.key("part"), words::part_twice(), Vec::new());
        } else {
            seen.push(part);
            parts.push((part, weight.unwrap_or(1.0)));
        }
    }
    let relative = raw.tolerance.as_ref();
    let relative = checks.optional(here, "tolerance", relative, Measure::Share, Bounds::Share);
    let absolute = raw.allowance.as_ref();
    let absolute = checks.optional(here, "allowance", absolute, Measure::Number, Bounds::Amount);
    // Fees of short courses can take the cost below zero.
    let bounds = if parts.iter().any(|(part, _)| *part == Part::Cost) {
        Bounds::Any
    } else {
        Bounds::Amount
    };
    let ceiling = raw.at_most.as_ref();
    let ceiling = checks.optional(here, "at_most", ceiling, Measure::Number, bounds);
    Tier {
        parts,
        relative_tolerance: relative.unwrap_or(0.0),
        absolute_tolerance: absolute.unwrap_or(0.0),
        at_most: ceiling,
    }
}

/// How disruption is counted.
fn disruption(raw: Option<&RawDisruption>, checks: &mut Checks<'_>) -> DisruptionWeights {
    let here = Path::field("disruption");
    let student = raw.and_then(|raw| raw.student_moved.as_ref());
    let student = checks.optional(&here, "student_moved", student, Measure::Number, Bounds::Amount);
    let staff = raw.and_then(|raw| raw.staff_rebased.as_ref());
    let staff = checks.optional(&here, "staff_rebased", staff, Measure::Number, Bounds::Amount);
    DisruptionWeights {
        student_moved: student.unwrap_or(1.0),
        staff_rebased: staff.unwrap_or(STAFF_REBASED),
    }
}

/// Prices and rates.
fn prices(raw: Option<&RawPrices>, checks: &mut Checks<'_>) -> Prices {
    let here = Path::field("prices");
    let busing = raw.and_then(|raw| raw.busing_per_km.as_ref());
    let busing = checks.optional(&here, "busing_per_km", busing, Measure::Money, Bounds::Amount);
    let visiting = raw.and_then(|raw| raw.visiting_per_km.as_ref());
    let visiting =
        checks.optional(&here, "visiting_per_km", visiting, Measure::Money, Bounds::Amount);
    let periods = raw.and_then(|raw| raw.periods_per_visit.as_ref());
    let periods =
        checks.optional(&here, "periods_per_visit", periods, Measure::Periods, Bounds::Positive);
    let discount = raw.and_then(|raw| raw.discount.as_ref());
    let discount = checks.optional(&here, "discount", discount, Measure::Share, Bounds::Share);
    Prices {
        busing_per_km: Money(busing.unwrap_or(0.0)),
        visiting_per_km: Money(visiting.unwrap_or(0.0)),
        periods_per_visit: periods.unwrap_or(PERIODS_PER_VISIT),
        discount: discount.unwrap_or(0.0),
    }
}

/// Solver limits.
fn limits(raw: Option<&RawSolver>, checks: &mut Checks<'_>) -> Limits {
    let here = Path::field("solver");
    let seconds = raw.and_then(|raw| raw.time_limit.as_ref());
    let seconds = checks.optional(&here, "time_limit", seconds, Measure::Seconds, Bounds::Positive);
    let gap = raw.and_then(|raw| raw.gap.as_ref());
    let gap = checks.optional(&here, "gap", gap, Measure::Share, Bounds::Share);
    let whole = i32::MAX.unsigned_abs();
    let steps = raw.and_then(|raw| raw.steps);
    let threads = raw.and_then(|raw| raw.threads);
    let threads = checks.optional_count(&here, "threads", threads, 1, 256);
    let seed = raw.and_then(|raw| raw.seed);
    let seed = checks.optional_count(&here, "seed", seed, 0, whole);
    Limits {
        time_limit_s: seconds,
        gap: gap.unwrap_or(GAP),
        steps: checks.optional_count(&here, "steps", steps, 0, whole),
        threads: threads.unwrap_or(1),
        seed: seed.unwrap_or(0),
    }
}
