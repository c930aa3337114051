//! Trying a study on its base, before anything is planned.

use super::factor::{Choice, Factor, Levels, Located};
use super::resolve::Study;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Scenario, Text};
use crate::scenario::path::{Path, covers};
use crate::scenario::{Changed, Loaded, Variation, position_of};
use crate::words::experiment as words;

/// Everything that is wrong with a study on its base.
pub fn check(study: &Study, base: &Loaded, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for factor in &study.factors {
        for choice in samples(&factor.levels) {
            let mut variation = Variation::new(study.name.clone());
            factor.vary(choice, &mut variation, Located(Some(text)));
            if let Err(wrong) = variation.of(base) {
                found.extend(wrong);
                // The next level would most likely say the same.
                break;
            }
        }
    }
    if found.is_empty() {
        found.extend(changed_twice(study, base, text));
    }
    found.extend(without_effect(study, &base.scenario, text));
    found.retain(|finding| finding.severity == Severity::Error);
    found
}

/// Choices that are tried once: every level, or both ends.
fn samples(levels: &Levels) -> Vec<Choice> {
    match levels {
        Levels::Drawn(distribution) => {
            let (least, most) = distribution.ends();
            vec![Choice::Value(least), Choice::Value(most)]
        }
        Levels::Forecast(_) => Vec::new(),
        levels => (0..levels.count().unwrap_or(0)).map(Choice::Level).collect(),
    }
}

/// Two factors that change the same place undo each other, unless both
/// multiply it.
fn changed_twice(study: &Study, base: &Loaded, text: &str) -> Vec<Diagnostic> {
    let mut known: Vec<(&Factor, Vec<Changed>)> = Vec::new();
    let mut found = Vec::new();
    for factor in &study.factors {
        let mut own: Vec<Changed> = Vec::new();
        for choice in samples(&factor.levels) {
            let mut variation = Variation::new(study.name.clone());
            factor.vary(choice, &mut variation, Located::default());
            own.extend(variation.touches(base).unwrap_or_default());
        }
        let clash = |one: &Changed, other: &Changed| {
            let same = covers(&one.path, &other.path) || covers(&other.path, &one.path);
            same && (one.replaced || other.replaced)
        };
        let clashing = known.iter().find_map(|(other, places)| {
            let mut own = own.iter();
            let place = own.find(|one| places.iter().any(|place| clash(one, place)))?;
            Some((place.path.clone(), other))
        });
        if let Some((path, other)) = clashing {
            let message = words::changed_twice(&path, &other.key);
            found.push(about(&Factor::place(&factor.key), text, message));
        }
        known.push((factor, own));
    }
    found
}

/// Factors of the projection on a scenario that has none.
fn without_effect(study: &Study, scenario: &Scenario, text: &str) -> Vec<Diagnostic> {
    let projected = scenario.cohorts.iter().any(|one| one.projected.is_some());
    let enrolment = scenario.enrolment.as_ref();
    let errs = enrolment.is_some_and(|one| one.error.is_some());
    let factors = study.factors.iter();
    let wrong = factors.filter_map(|factor| {
        let message = match factor.levels {
            Levels::Demand(_) | Levels::Forecast(_) if !projected => words::nothing_projected(),
            Levels::Forecast(_) if !errs => words::no_error(),
            _ => return None,
        };
        let at = Factor::place(&factor.key).key("levels");
        Some(about(&at, text, message))
    });
    wrong.collect()
}

fn about(at: &Path, text: &str, message: Text) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        file: 0,
        path: at.to_string(),
        position: position_of(text, at.as_str()),
        cell: None,
        message,
        hints: Vec::new(),
    }
}
