//! `campusplan why`.

use super::args::{Changes, Study, Why as Arguments};
use super::exit::{Exit, Failure};
use super::input::{self, Case, Input, wrong};
use super::studies::{Told, destination, exit, publish};
use super::verify;
use super::watch::Watch;
use crate::analysis::difference::{Difference, Verdict, differences, verdict};
use crate::analysis::moved::{Moved, moved};
use crate::analysis::why::{Answer, otherwise};
use crate::domain::{Language, Limits, Scenario, Text};
use crate::plan::{Plan, keeps};
use crate::planning::on_path;
use crate::planning::places::places_of;
use crate::planning::time_budget::TimeBudget;
use crate::report;
use crate::report::analysis::why::{Asked, document};
use crate::scenario::{Bound, Expression, Loaded};
use serde::Serialize;
use std::path::PathBuf;

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let study = study(arguments);
    let named = arguments.scenario.as_deref();
    let case = input::read_case(&arguments.plan, named, arguments.lang)?;
    let language = case.language;
    let verification = crate::verify::verify(&case.scenario, &case.plan);
    if !verification.passed() {
        verify::print(&verification, false, language)?;
        return Ok(Exit::Unverified);
    }
    let asking = Asking {
        path: arguments
            .scenario
            .clone()
            .unwrap_or_else(|| arguments.plan.with_file_name(report::SCENARIO_FILE)),
        case: &case,
        language,
    };
    let cases = asking.cases(&arguments.decision)?;
    let destination = destination(&study, language)?;
    let answers = answers(arguments, &case, cases);

    let asked = Asked {
        scenario: &case.scenario,
        plan: &case.plan,
        verification: &verification,
        said: &arguments.decision,
        language,
    };
    let document = document(&asked, &answers);
    let told: Vec<ToldAnswer<'_>> = (answers.iter()).map(|answer| told(&case, answer)).collect();
    let destination = destination.as_ref();
    publish(&study, language, destination, (&document, &[]), (&plans(&answers), &[]), &told)?;
    Ok(answers.first().map_or(Exit::NothingFound, |answer| exit(&answer.ending)))
}

/// The cases planned, one after the other, near the plan asked about.
fn answers(arguments: &Arguments, case: &Case, (had, cases): (bool, Vec<Scenario>)) -> Vec<Answer> {
    let own = limits(&case.plan);
    let count = u32::try_from(cases.len()).unwrap_or(u32::MAX);
    let seconds = arguments.effort.budget(&own, count);
    let threads = arguments.threads.unwrap_or(own.threads);
    let limits = arguments.effort.limits(&own, threads);
    let watch = Watch::new(seconds, case.language, arguments.quiet);
    watch.hear_interrupts();
    let near = places_of(&case.scenario, &case.plan);
    let budget = TimeBudget::start(seconds, &watch);
    let answers = budget.divide(1, &cases, |scenario, share| Answer {
        ending: otherwise(scenario, &near, &limits, (&budget, share)),
        scenario: scenario.clone(),
        had,
    });
    watch.done();
    answers
}

/// The options of a study that has no changes but its own.
fn study(arguments: &Arguments) -> Study {
    Study {
        changes: Changes::default(),
        effort: arguments.effort.clone(),
        threads: arguments.threads,
        out: arguments.out.clone(),
        lang: arguments.lang,
        json: arguments.json,
        quiet: arguments.quiet,
    }
}

/// The limits of the run that made a plan.
fn limits(plan: &Plan) -> Limits {
    let options = &plan.options;
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let cores = u32::try_from(cores).unwrap_or(1);
    // A plan's file may say anything: what no run can have had is left out.
    Limits {
        time_limit_s: (options.time_limit_seconds).filter(|limit| (1e-3..1e9).contains(limit)),
        gap: Some(options.gap).filter(|gap| (0.0..1.0).contains(gap)).unwrap_or_default(),
        steps: options.step_limit,
        threads: options.threads.clamp(1, cores.max(1)),
        seed: options.seed & 0x7fff_ffff,
    }
}

/// The plans that were made, by name.
fn plans(answers: &[Answer]) -> Vec<(String, &Plan)> {
    let numbered = answers.iter().zip(1..);
    let plans = numbered.filter_map(|(answer, number)| {
        let plan = &answer.ending.verified()?.plan;
        Some((format!("otherwise-{number}"), plan))
    });
    plans.collect()
}

/// A question about a plan.
struct Asking<'a> {
    /// The scenario's file.
    path: PathBuf,
    case: &'a Case,
    language: Language,
}

impl Asking<'_> {
    /// Whether the plan has a decision as it is said, and the cases in which it
    /// is otherwise: forbidden if it has it, forced if it has it not. Where it
    /// has exactly so many, there are two: fewer, and more.
    fn cases(&self, said: &str) -> Result<(bool, Vec<Scenario>), Failure> {
        let own = self.loaded(&Changes::default())?;
        let read = Expression::read(said, &own.raw);
        let read = read.map_err(|unread| self.unread(&unread.message, &unread.hints))?;
        let forced = self.pinned(said)?;
        let pin = forced.pins.last();
        let had = pin.is_some_and(|pin| keeps(&forced, &self.case.plan, pin));
        let cases = match read.bound {
            _ if !had => vec![forced],
            Bound::Exactly(count) => {
                let more = self.pinned(&format!("{} >= {}", read.body, count + 1));
                let fewer = count.checked_sub(1);
                let fewer = fewer.map(|most| self.pinned(&format!("{} <= {most}", read.body)));
                // One of the two may be more or fewer than there can be.
                match (more, fewer) {
                    (Ok(more), Some(Ok(fewer))) => vec![fewer, more],
                    (Ok(one), _) | (_, Some(Ok(one))) => vec![one],
                    (Err(wrong), _) => return Err(wrong),
                }
            }
            _ => vec![self.read(&Changes { forbid: vec![said.to_owned()], ..Changes::default() })?],
        };
        Ok((had, cases))
    }

    fn pinned(&self, said: &str) -> Result<Scenario, Failure> {
        self.read(&Changes { pin: vec![said.to_owned()], ..Changes::default() })
    }

    fn read(&self, changes: &Changes) -> Result<Scenario, Failure> {
        let scenario = self.loaded(changes)?.scenario;
        Ok(on_path(scenario, self.case.plan.options.demand))
    }

    fn loaded(&self, changes: &Changes) -> Result<Loaded, Failure> {
        Input::read(&self.path, changes, Some(self.language))?.usable(&self.path)
    }

    fn unread(&self, message: &Text, hints: &[Text]) -> Failure {
        let mut failure = wrong(message, self.language);
        for hint in hints {
            failure.message.push('\n');
            failure.message.push_str(hint.get(self.language));
        }
        failure
    }
}

/// An answer, for machines.
#[derive(Serialize)]
struct ToldAnswer<'a> {
    /// Whether the plan has the decision, so that it was forbidden.
    had: bool,
    #[serde(flatten)]
    run: Told<'a>,
    /// What can be said of each tier beside the plan's.
    verdicts: Vec<Verdict>,
    differs: Vec<Difference>,
    moves: Vec<Moved>,
}

fn told<'a>(case: &Case, answer: &'a Answer) -> ToldAnswer<'a> {
    let base = (&case.scenario, &case.plan);
    let planned = answer.ending.verified();
    let other = planned.map(|planned| (&answer.scenario, &planned.plan));
    let tiers = other.map_or(&[][..], |(_, plan)| &plan.tiers);
    ToldAnswer {
        had: answer.had,
        run: Told::new(&answer.ending),
        verdicts: (case.plan.tiers.iter().zip(tiers))
            .map(|(base, own)| verdict(own, base))
            .collect(),
        differs: other.map_or_else(Vec::new, |other| differences(base, other)),
        moves: other.map_or_else(Vec::new, |other| moved(base, other)),
    }
}
