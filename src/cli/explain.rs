//! `campusplan explain`.

use super::args::{Changes, Explain};
use super::exit::{Exit, Failure};
use super::input::{load, wrong};
use super::studies::{Ready, Told, publish, solver_failed};
use crate::analysis::explain::{Asked, Explanation, Goal, Granted, Repair, explain, phrase};
use crate::diagnostic::Diagnostic;
use crate::domain::{Language, Scenario};
use crate::plan::{Plan, TermKey};
use crate::report::analysis::explanation::{self, Explained};
use crate::scenario::Change;
use crate::words::explain as words;
use serde::Serialize;
use std::path::Path;

pub fn run(arguments: &Explain) -> Result<Exit, Failure> {
    let study = &arguments.study;
    let ready = Ready::new(&arguments.scenario, study, |_| arguments.count + 1)?;
    let goal = goal(arguments, &ready.scenario, ready.language)?;
    let reload = |changes: &[Change]| reload(&arguments.scenario, &study.changes, changes);
    let asked = Asked {
        scenario: &ready.scenario,
        reload: &reload,
        goal,
        count: arguments.count,
        limits: ready.limits,
    };
    let watch = ready.watch(study);
    let explanation = explain(asked, &ready.budget(&watch));
    watch.done();
    let explanation = explanation.map_err(|error| solver_failed(&error, ready.language))?;
    let commands = commands(arguments, &explanation);
    let document = explanation::document(&Explained {
        scenario: &ready.scenario,
        goal,
        explanation: &explanation,
        commands: &commands,
        language: ready.language,
    });
    let plans: Vec<(String, &Plan)> = explanation
        .repairs
        .found
        .iter()
        .zip(1..)
        .map(|(repair, number)| (format!("way-{number}"), &repair.planned.plan))
        .collect();
    let told = Answer::new(&ready.scenario, &explanation, ready.language);
    let destination = ready.destination.as_ref();
    publish(study, ready.language, destination, (&document, &[]), (&plans, &[]), &told)?;
    Ok(exit(&explanation))
}

fn exit(explanation: &Explanation) -> Exit {
    let repairs = &explanation.repairs;
    if !repairs.found.is_empty() {
        Exit::Done
    } else if repairs.exhausted && repairs.unplanned.is_empty() {
        Exit::Infeasible
    } else {
        Exit::NothingFound
    }
}

/// The scenario read again with the user's changes and others after them.
pub fn reload(path: &Path, own: &Changes, changes: &[Change]) -> Result<Scenario, Vec<Diagnostic>> {
    let all = [own.in_order(), changes.to_vec()].concat();
    let reading = load(path, &all).map_err(|_| Vec::new())?;
    reading.result.map(|loaded| loaded.scenario)
}

/// The target asked about.
fn goal(
    arguments: &Explain,
    scenario: &Scenario,
    language: Language,
) -> Result<Option<Goal>, Failure> {
    let Some(key) = &arguments.target else {
        return Ok(None);
    };
    let Some(target) = scenario.targets.position(|one| one.id == *key) else {
        let known: Vec<&str> = scenario.targets.iter().map(|one| one.id.as_str()).collect();
        return Err(wrong(&words::no_target(key, &known.join(", ")), language));
    };
    let calendar = &scenario.calendar;
    if let Some(at) = arguments.at
        && calendar.find(at).is_none()
    {
        let last = calendar.term((calendar.terms - 1).into());
        return Err(wrong(&words::outside(&at, &calendar.first, &last), language));
    }
    Ok(Some(Goal { target, at: arguments.at }))
}

/// How each way is planned again, as it is typed.
fn commands(arguments: &Explain, explanation: &Explanation) -> Vec<String> {
    let own = &arguments.study.changes;
    let path = quoted(&arguments.scenario.display().to_string());
    let flags = |changes: &[Change]| {
        let flags = changes.iter().map(flag);
        flags.collect::<Vec<_>>().join(" ")
    };
    let ways = explanation.repairs.found.iter();
    ways.filter(|repair| !repair.changes.is_empty())
        .map(|repair| {
            // Scaling comes last, so what is set here would be scaled again.
            if own.scale.is_empty() {
                let all = [own.in_order(), repair.changes.clone()].concat();
                format!("campusplan plan {path} {}", flags(&all))
            } else {
                let before = flags(&own.in_order());
                let after = flags(&repair.changes);
                format!(
                    "campusplan show {path} {before} > changed.ron; \
                     campusplan plan changed.ron {after}"
                )
            }
        })
        .collect()
}

/// A change with its flag, as it is typed in a shell.
fn flag(change: &Change) -> String {
    let given = change.as_given();
    match given.split_once(' ') {
        Some((flag, value)) => format!("{flag} {}", quoted(value)),
        None => given,
    }
}

fn quoted(text: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "_-./=,".contains(letter);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// The answer for machines.
#[derive(Serialize)]
struct Answer<'a> {
    possible: bool,
    findings: Vec<&'a str>,
    conflict: Option<ToldConflict<'a>>,
    repairs: Vec<ToldRepair<'a>>,
    unplanned: Vec<Vec<ToldGranted>>,
    complete: bool,
    exhausted: bool,
}

#[derive(Serialize)]
struct ToldConflict<'a> {
    irreducible: bool,
    demands: Vec<ToldDemand<'a>>,
}

#[derive(Serialize)]
struct ToldDemand<'a> {
    rule: &'static str,
    place: &'a [String],
    term: Option<TermKey>,
    asks: &'a str,
}

#[derive(Serialize)]
struct ToldRepair<'a> {
    price_wan_yuan: f64,
    proven: bool,
    granted: Vec<ToldGranted>,
    changes: Vec<String>,
    #[serde(flatten)]
    run: Told<'a>,
}

#[derive(Serialize)]
struct ToldGranted {
    what: String,
    steps: u32,
    price_wan_yuan: f64,
    from: Option<TermKey>,
}

impl<'a> Answer<'a> {
    fn new(scenario: &Scenario, explanation: &'a Explanation, language: Language) -> Self {
        let granted = |all: &[Granted]| {
            let one = |one: &Granted| ToldGranted {
                what: phrase(scenario, one).get(language).to_owned(),
                steps: one.steps,
                price_wan_yuan: one.price.0,
                from: one.from.map(TermKey),
            };
            all.iter().map(one).collect::<Vec<_>>()
        };
        let repair = |one: &'a Repair| ToldRepair {
            price_wan_yuan: one.price,
            proven: one.proven,
            granted: granted(&one.granted),
            changes: one.changes.iter().map(Change::as_given).collect(),
            run: Told::verified(&one.planned.plan),
        };
        let conflict = explanation.conflict.as_ref().map(|found| ToldConflict {
            irreducible: found.irreducible,
            demands: (found.demands.iter())
                .map(|one| ToldDemand {
                    rule: one.label.rule.key(),
                    place: &one.place,
                    term: one.term.map(TermKey),
                    asks: one.asks.get(language),
                })
                .collect(),
        });
        let repairs = &explanation.repairs;
        let findings = explanation.findings.iter();
        Self {
            possible: explanation.possible(),
            findings: findings.map(|one| one.message.get(language)).collect(),
            conflict,
            repairs: repairs.found.iter().map(repair).collect(),
            unplanned: repairs.unplanned.iter().map(|one| granted(&one.granted)).collect(),
            complete: repairs.complete,
            exhausted: repairs.exhausted,
        }
    }
}
