//! `campusplan plan`.

use super::args::Plan as Arguments;
use super::exit::{Exit, Failure};
use super::input::{Input, read_plan};
use super::output;
use super::verify;
use super::watch::Watch;
use crate::analysis::keep;
use crate::domain::{Language, Limits, Scenario};
use crate::fs::{Destination, File, PublishError, rescue};
use crate::plan::Plan;
use crate::planning::places::places_of;
use crate::planning::size::too_large;
use crate::planning::{self, Infeasibility, Outcome, Planned};
use crate::report::publish;
use crate::report::view::View;
use crate::report::{self, analysis, brief, csv, format, terminal};
use crate::scenario::{self, Change, Loaded};
use crate::solve::backend::SolverError;
use crate::solve::{Highs, SearchOptions};
use crate::verify as verification;
use crate::words::{cli as words, files as file_words};
use serde::Serialize;
use std::fmt::Display;
use std::path::Path;
use std::time::{Duration, Instant};

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let kept = Kept::read(arguments)?;
    let mut changes = arguments.changes.in_order();
    changes.extend(kept.iter().map(|kept| kept.change.clone()));
    let input = Input::changed(&arguments.scenario, &changes, arguments.lang)?;
    let language = input.language;
    let Loaded { scenario, text, .. } = input.usable(&arguments.scenario)?;
    let scenario = planning::on_path(scenario, arguments.demand);
    let destination = arguments.out.as_deref().map(publish::destination).transpose();
    let destination = destination.map_err(|error| unwritable(&error, language))?;

    let began = Instant::now();
    let kept = kept.as_ref().map(|kept| &kept.plan);
    let outcome = solve(&scenario, kept, arguments, language)?;
    if !arguments.quiet {
        let seconds = format::number(began.elapsed().as_secs_f64(), 1);
        output::note(words::took(&seconds).get(language));
    }
    let asked = Asked {
        destination: destination.as_ref().zip(arguments.out.as_deref()),
        json: arguments.json,
        full: arguments.full,
        sections: &arguments.section,
        quiet: arguments.quiet,
        language,
    };
    tell((&scenario, &text), &outcome, kept, &asked)
}

/// Publishes a verified plan, beside the one that it was to stay near, or tells
/// why there is none.
pub fn tell(
    (scenario, text): (&Scenario, &str),
    outcome: &Outcome,
    kept: Option<&Plan>,
    asked: &Asked<'_>,
) -> Result<Exit, Failure> {
    match outcome {
        Outcome::Planned(planned) if planned.verification.passed() => {
            put_out((scenario, text), (planned, kept), asked)
        }
        outcome => unplanned(scenario, outcome, asked.json, asked.language),
    }
}

/// Tells why there is no plan to use.
pub fn unplanned(
    scenario: &Scenario,
    outcome: &Outcome,
    json: bool,
    language: Language,
) -> Result<Exit, Failure> {
    match outcome {
        Outcome::Planned(planned) => {
            verify::print(&planned.verification, json, language)?;
            Err(Failure {
                exit: Exit::Unverified,
                message: words::not_published().get(language).to_owned(),
            })
        }
        Outcome::Infeasible(why) => {
            explain(scenario, why, json, language)?;
            Ok(Exit::Infeasible)
        }
        Outcome::NothingFound => Err(Failure {
            exit: Exit::NothingFound,
            message: words::nothing_planned().get(language).to_owned(),
        }),
    }
}

fn solve(
    scenario: &Scenario,
    kept: Option<&Plan>,
    arguments: &Arguments,
    language: Language,
) -> Result<Outcome, Failure> {
    let threads = arguments.threads.unwrap_or(scenario.limits.threads);
    let limits = arguments.effort.limits(&scenario.limits, threads);
    if let Some(why) = too_large(scenario, &limits) {
        return Err(Failure { exit: Exit::NothingFound, message: why.get(language).to_owned() });
    }
    let watch = Watch::new(limits.time_limit_s, language, arguments.quiet);
    watch.hear_interrupts();
    let start = arguments.near.as_ref().map(|near| read_plan(near, language)).transpose()?;
    let near = kept.or(start.as_ref()).map(|plan| places_of(scenario, plan));
    let near = near.as_ref();
    let search = SearchOptions { start_plans: near.as_slice(), objective_override: None };
    let began = Instant::now();
    let outcome =
        planning::plan_by(&Highs, scenario, &limits, &watch, search).and_then(|outcome| {
            let left = to_certify(&limits, began.elapsed());
            certified(outcome, scenario, left.as_ref(), &watch)
        });
    watch.done();
    outcome.map_err(|error| Failure {
        exit: Exit::Failed,
        message: words::solver_failed(&error).get(language).to_owned(),
    })
}

/// Time for the certificates of the bounds beyond the time limit: a share of it and
/// seconds, within what a run may be late by.
const LATE: (f64, f64) = (0.04, 1.0);

/// The limits of the certificates, if there is time for any.
fn to_certify(limits: &Limits, elapsed: Duration) -> Option<Limits> {
    let Some(limit) = limits.time_limit_s else {
        return Some(*limits);
    };
    let left = limit * (1.0 + LATE.0) + LATE.1 - elapsed.as_secs_f64();
    (left > 0.0).then_some(Limits { time_limit_s: Some(left), ..*limits })
}

/// A verified plan with the certificates of its bounds.
fn certified(
    mut outcome: Outcome,
    scenario: &Scenario,
    limits: Option<&Limits>,
    watch: &Watch,
) -> Result<Outcome, SolverError> {
    if let (Outcome::Planned(planned), Some(limits)) = (&mut outcome, limits)
        && planned.verification.passed()
    {
        planning::certify_bounds(&Highs, scenario, &mut planned.plan, limits, watch)?;
        planned.verification = verification::verify(scenario, &planned.plan);
    }
    Ok(outcome)
}

/// A published plan that the new one is to stay near.
struct Kept {
    plan: Plan,
    /// What it does to the scenario.
    change: Change,
}

impl Kept {
    /// Reads the plan, if one is to be kept, in terms of the scenario as it is
    /// now.
    fn read(arguments: &Arguments) -> Result<Option<Self>, Failure> {
        let Some(path) = &arguments.keep else {
            return Ok(None);
        };
        let input = Input::read(&arguments.scenario, &arguments.changes, arguments.lang)?;
        let plan = read_plan(path, input.language)?;
        let Ok(loaded) = &input.read else {
            return input.usable(&arguments.scenario).map(|_| None);
        };
        let decided = keep::decided(&loaded.scenario, &plan, arguments.keep_before);
        let name = path.file_name().unwrap_or(path.as_os_str());
        let made = report::plan_json(&plan).unwrap_or_default();
        let said = format!("{} ({})", name.to_string_lossy(), scenario::hash(&made));
        let change = Change::keep(said, &decided);
        Ok(Some(Self { plan, change }))
    }
}

/// How a plan is wanted.
pub struct Asked<'a> {
    /// Where its files go, looked at before, and as asked for.
    pub destination: Option<(&'a Destination, &'a Path)>,
    /// Whether `plan.json` is printed instead of tables.
    pub json: bool,
    /// Whether every section is printed.
    pub full: bool,
    /// The sections that are printed, by name; the plan in brief if none is.
    pub sections: &'a [String],
    /// Without notes.
    pub quiet: bool,
    /// Language of the tables.
    pub language: Language,
}

/// Writes the files, then prints.
fn put_out(
    (scenario, text): (&Scenario, &str),
    (planned, kept): (&Planned, Option<&Plan>),
    asked: &Asked<'_>,
) -> Result<Exit, Failure> {
    let language = asked.language;
    let view =
        View { scenario, plan: &planned.plan, verification: &planned.verification, language };
    let changes = kept.map(|kept| analysis::kept::document(scenario, kept, view.plan, language));
    let failed = |error: &dyn Display| Failure {
        exit: Exit::Failed,
        message: words::output_failed(error).get(language).to_owned(),
    };
    let mut lost = None;
    if let Some((destination, dir)) = asked.destination {
        let mut files = report::plan_files(&view, text).map_err(|error| failed(&error))?;
        if let Some(changes) = &changes {
            for table in changes.tables() {
                let content = csv::render(table, language).map_err(|error| failed(&error))?;
                files.push(File::new(format!("{}.csv", table.key), content));
            }
            let content = terminal::render(changes, language);
            files.push(File::new(publish::KEPT_FILE, content));
        }
        match destination.publish(&files) {
            Ok(()) if asked.quiet => {}
            Ok(()) => {
                let note = words::published(files.len(), &dir.display());
                output::note(note.get(language));
            }
            Err(error) => lost = Some(saved(&error, &files, language)),
        }
    }
    let nowhere = lost.as_ref().is_some_and(|(_, saved)| !saved);
    let text = if asked.json || nowhere {
        report::plan_json(view.plan).map_err(|error| failed(&error))?
    } else {
        let document = match (asked.full, asked.sections) {
            (true, _) => report::plan_document(&view),
            (false, []) => brief::document(&view),
            (false, names) => brief::chosen(&view, names),
        };
        let mut text = terminal::render(&document, language);
        if let Some(changes) = &changes {
            text.push('\n');
            text.push_str(&terminal::render(changes, language));
        }
        text
    };
    output::data(&text, language)?;
    match lost {
        None => Ok(Exit::Done),
        Some((failure, _)) => Err(failure),
    }
}

/// Saves files elsewhere that could not be written where they were wanted: why
/// and where, and whether they were saved.
pub fn saved(error: &PublishError, files: &[File], language: Language) -> (Failure, bool) {
    let mut failure = unwritable(error, language);
    let dir = rescue(files);
    let told = match &dir {
        Some(dir) => file_words::saved_elsewhere(&dir.display()),
        None => file_words::saved_nowhere(),
    };
    failure.message.push('\n');
    failure.message.push_str(told.get(language));
    (failure, dir.is_some())
}

pub fn unwritable(error: &PublishError, language: Language) -> Failure {
    Failure {
        exit: if error.is_temporary() { Exit::Temporary } else { Exit::Failed },
        message: error.text().get(language).to_owned(),
    }
}

/// Why there is no plan, for machines.
#[derive(Serialize)]
struct Explanation<'a> {
    feasible: bool,
    complete: bool,
    conflict: Vec<&'static str>,
    shortages: Vec<Short<'a>>,
}

#[derive(Serialize)]
struct Short<'a> {
    rule: &'static str,
    place: &'a [String],
    term: Option<crate::plan::TermKey>,
    amount: f64,
    message: &'a str,
}

fn explain(
    scenario: &Scenario,
    why: &Infeasibility,
    json: bool,
    language: Language,
) -> Result<(), Failure> {
    if !json {
        let document = report::infeasibility_document(scenario, why, language);
        return output::data(&terminal::render(&document, language), language);
    }
    let shortages = why.shortages.iter().map(|short| Short {
        rule: short.rule.key(),
        place: &short.place,
        term: short.term.map(crate::plan::TermKey),
        amount: short.amount,
        message: short.message.get(language),
    });
    let explanation = Explanation {
        feasible: false,
        complete: why.complete,
        conflict: why.conflict.iter().map(|rule| rule.key()).collect(),
        shortages: shortages.collect(),
    };
    output::json(&explanation, language)
}
