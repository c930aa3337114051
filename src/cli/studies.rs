//! `campusplan frontier`, `alternatives` and `atlas`.

use super::args::{Alternatives, Atlas, Frontier, Study};
use super::exit::{Exit, Failure};
use super::input::{Input, wrong};
use super::output;
use super::plan::{saved, unwritable};
use super::watch::Watch;
use crate::analysis::{alternatives as others, atlas as patterns, frontier as efficient};
use crate::domain::{Language, Limits, Part, Scenario};
use crate::experiment::run::folder;
use crate::fs::{Destination, File};
use crate::plan::{Accounts, Plan, TierResult};
use crate::planning::Ending;
use crate::planning::time_budget::TimeBudget;
use crate::report::charts::Chart;
use crate::report::document::Document;
use crate::report::publish as folders;
use crate::report::{self, analysis, csv, html, terminal};
use crate::solve::backend::SolverError;
use crate::words::{analysis as messages, cli as words, page};
use serde::Serialize;
use std::fmt::Display;
use std::path::Path;

/// A scenario to be studied, with what the run needs.
pub struct Ready {
    pub scenario: Scenario,
    pub language: Language,
    /// Limits of each run.
    pub limits: Limits,
    /// Time limit of the command.
    pub seconds: Option<f64>,
    pub together: u32,
    pub destination: Option<Destination>,
}

impl Ready {
    /// Reads the scenario. `rounds` gives how many rounds of plans the command makes
    /// one after the other, with so many at a time.
    pub fn new(
        path: &Path,
        study: &Study,
        rounds: impl FnOnce(u32) -> u32,
    ) -> Result<Self, Failure> {
        let input = Input::read(path, &study.changes, study.lang)?;
        let language = input.language;
        let scenario = input.usable(path)?.scenario;
        let together = together(study);
        Ok(Self {
            limits: study.effort.limits(&scenario.limits, together),
            seconds: study.effort.budget(&scenario.limits, rounds(together)),
            destination: destination(study, language)?,
            scenario,
            language,
            together,
        })
    }

    pub fn watch(&self, study: &Study) -> Watch {
        let watch = Watch::new(self.seconds, self.language, study.quiet);
        watch.hear_interrupts();
        watch
    }

    /// Starts the clock of the command.
    pub fn budget<'a>(&self, watch: &'a Watch) -> TimeBudget<'a> {
        TimeBudget::start(self.seconds, watch)
    }
}

/// Runs at a time.
pub fn together(study: &Study) -> u32 {
    let cores = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    study.threads.unwrap_or_else(|| u32::try_from(cores()).unwrap_or(1))
}

/// Where the files go, looked at before the work begins.
pub fn destination(study: &Study, language: Language) -> Result<Option<Destination>, Failure> {
    let checked = study.out.as_deref().map(folders::destination).transpose();
    checked.map_err(|error| unwritable(&error, language))
}

/// Something with the name of its option.
type Named<'a, T> = (String, &'a T);

/// Writes the files, then prints the report or the JSON. The page among the
/// files has the charts as well.
pub fn publish(
    study: &Study,
    language: Language,
    destination: Option<&Destination>,
    (document, charts): (&Document, &[Chart]),
    (plans, scenarios): (&[Named<'_, Plan>], &[Named<'_, str>]),
    json: &impl Serialize,
) -> Result<(), Failure> {
    let failed = |error: &dyn Display| Failure {
        exit: Exit::Failed,
        message: words::output_failed(error).get(language).to_owned(),
    };
    let mut lost = None;
    if let (Some(destination), Some(dir)) = (destination, &study.out) {
        let text = terminal::render(document, language);
        let mut files = vec![
            File::new("summary.txt", text),
            File::new(
                "summary.html",
                html::leaf(document, charts, language, vec![told_by(language)]),
            ),
        ];
        for table in document.tables() {
            let content = csv::render(table, language).map_err(|error| failed(&error))?;
            files.push(File::new(format!("{}.csv", table.key), content));
        }
        for (name, plan) in plans {
            let content = report::plan_json(plan).map_err(|error| failed(&error))?;
            files.push(File::new(format!("{name}.plan.json"), content));
        }
        for (name, text) in scenarios {
            files.push(File::new(format!("{name}.{}", report::SCENARIO_FILE), *text));
        }
        match destination.publish(&files) {
            Ok(()) if study.quiet => {}
            Ok(()) => {
                let note = words::published(files.len(), &dir.display());
                output::note(note.get(language));
            }
            Err(error) => lost = Some(saved(&error, &files, language).0),
        }
    }
    if study.json {
        output::json(json, language)?;
    } else {
        output::data(&terminal::render(document, language), language)?;
    }
    lost.map_or(Ok(()), Err)
}

/// What made a page.
pub fn told_by(language: Language) -> String {
    let program = folder::program();
    let text = page::told_by(&program.name, &program.version);
    text.get(language).to_owned()
}

/// What machines are told of a run.
#[derive(Serialize)]
pub struct Told<'a> {
    outcome: &'static str,
    tiers: &'a [TierResult],
    accounts: Option<&'a Accounts>,
}

impl<'a> Told<'a> {
    pub fn new(ending: &'a Ending) -> Self {
        let plan = ending.verified().map(|planned| &planned.plan);
        Self {
            outcome: match ending {
                Ending::Planned(_) if plan.is_some() => "verified",
                Ending::Planned(_) => "unverified",
                Ending::Infeasible(_) => "infeasible",
                Ending::NothingFound => "nothing_found",
                Ending::NotBegun => "not_begun",
                Ending::Failed(_) => "failed",
            },
            tiers: plan.map_or(&[], |plan| plan.tiers.as_slice()),
            accounts: plan.map(|plan| &plan.accounts),
        }
    }
}

impl<'a> Told<'a> {
    /// What is told of a verified plan.
    pub fn verified(plan: &'a Plan) -> Self {
        Self { outcome: "verified", tiers: &plan.tiers, accounts: Some(&plan.accounts) }
    }
}

/// The exit code of a study whose most important run ended so.
pub fn exit(ending: &Ending) -> Exit {
    match ending {
        Ending::Planned(planned) if planned.verification.passed() => Exit::Done,
        Ending::Planned(_) => Exit::Unverified,
        Ending::Infeasible(_) => Exit::Infeasible,
        Ending::NothingFound | Ending::NotBegun => Exit::NothingFound,
        Ending::Failed(_) => Exit::Failed,
    }
}

pub fn solver_failed(error: &SolverError, language: Language) -> Failure {
    Failure { exit: Exit::Failed, message: words::solver_failed(error).get(language).to_owned() }
}

/// A point of the efficient set, for machines.
#[derive(Serialize)]
struct ToldPoint<'a> {
    ceilings: &'a [Option<f64>],
    dominated: bool,
    #[serde(flatten)]
    run: Told<'a>,
}

pub fn frontier(arguments: &Frontier) -> Result<Exit, Failure> {
    let study = &arguments.study;
    let ready = Ready::new(&arguments.scenario, study, |together| {
        efficient::rounds(arguments.of.len(), arguments.intervals, together)
    })?;
    let twice = |part: &Part| arguments.of.iter().filter(|one| *one == part).count() > 1;
    if arguments.of.len() < 2 || arguments.of.iter().any(twice) {
        return Err(wrong(&messages::parts_wrong(), ready.language));
    }
    let asked = efficient::Frontier {
        scenario: &ready.scenario,
        parts: arguments.of.clone(),
        steps: arguments.intervals,
        limits: ready.limits,
        together: ready.together,
    };
    let watch = ready.watch(study);
    let points = efficient::frontier(&asked, &ready.budget(&watch));
    watch.done();
    let document = analysis::frontier::document(&asked, &points, ready.language);
    let told: Vec<ToldPoint<'_>> = points
        .iter()
        .map(|point| ToldPoint {
            ceilings: &point.ceilings,
            dominated: point.dominated,
            run: Told::new(&point.ending),
        })
        .collect();
    let plans: Vec<(String, &Plan)> = points
        .iter()
        .enumerate()
        .filter_map(|(index, point)| {
            let plan = &point.ending.verified()?.plan;
            Some((format!("point-{}", index + 1), plan))
        })
        .collect();
    let destination = ready.destination.as_ref();
    publish(study, ready.language, destination, (&document, &[]), (&plans, &[]), &told)?;
    Ok(points.first().map_or(Exit::NothingFound, |point| exit(&point.ending)))
}

/// An alternative, for machines.
#[derive(Serialize)]
struct ToldAlternative<'a> {
    new: f64,
    #[serde(flatten)]
    run: Told<'a>,
}

pub fn alternatives(arguments: &Alternatives) -> Result<Exit, Failure> {
    let study = &arguments.study;
    let ready = Ready::new(&arguments.scenario, study, |_| arguments.count + 1)?;
    let asked = others::Alternatives {
        scenario: &ready.scenario,
        count: arguments.count,
        within: arguments.within,
        limits: ready.limits,
    };
    let watch = ready.watch(study);
    let (best, all) = others::alternatives(&asked, &ready.budget(&watch));
    watch.done();
    let document = analysis::alternatives::document(&asked, &best, &all, ready.language);
    let first = ToldAlternative { new: 1.0, run: Told::new(&best) };
    let found = &all.found;
    let rest =
        found.iter().map(|one| ToldAlternative { new: one.new, run: Told::new(&one.ending) });
    let told: Vec<ToldAlternative<'_>> = std::iter::once(first).chain(rest).collect();
    let endings = std::iter::once(&best).chain(found.iter().map(|one| &one.ending));
    let plans: Vec<(String, &Plan)> = endings
        .enumerate()
        .filter_map(|(index, ending)| {
            let name = match index {
                0 => "best".to_owned(),
                index => format!("alternative-{index}"),
            };
            Some((name, &ending.verified()?.plan))
        })
        .collect();
    let destination = ready.destination.as_ref();
    publish(study, ready.language, destination, (&document, &[]), (&plans, &[]), &told)?;
    Ok(exit(&best))
}

/// A pattern, for machines.
#[derive(Serialize)]
struct ToldPattern<'a> {
    open: Vec<(&'a str, Vec<bool>)>,
    first_bound: Option<f64>,
    second_bound: Option<f64>,
    known: &'static str,
    why: Vec<&'a str>,
    run: Option<Told<'a>>,
}

pub fn atlas(arguments: &Atlas) -> Result<Exit, Failure> {
    let study = &arguments.study;
    let ready = Ready::new(&arguments.scenario, study, |together| {
        patterns::rounds(arguments.plans, together)
    })?;
    let asked = patterns::Asked {
        scenario: &ready.scenario,
        plans: arguments.plans,
        limits: ready.limits,
        together: ready.together,
    };
    let watch = ready.watch(study);
    let atlas = patterns::atlas(&asked, &ready.budget(&watch));
    watch.done();
    let atlas = atlas.map_err(|error| solver_failed(&error, ready.language))?;
    let document = analysis::atlas::document(&ready.scenario, &atlas, ready.language);
    let told: Vec<ToldPattern<'_>> = atlas
        .entries
        .iter()
        .map(|entry| told_pattern(&ready.scenario, entry, ready.language))
        .collect();
    let destination = ready.destination.as_ref();
    let numbered = atlas.entries.iter().zip(1..);
    let plans: Vec<(String, &Plan)> = numbered
        .filter_map(|(entry, number)| match &entry.known {
            patterns::Known::Planned(ending) => {
                Some((format!("pattern-{number}"), &ending.verified()?.plan))
            }
            _ => None,
        })
        .collect();
    publish(study, ready.language, destination, (&document, &[]), (&plans, &[]), &told)?;
    Ok(exit(&atlas.best))
}

fn told_pattern<'a>(
    scenario: &'a Scenario,
    entry: &'a patterns::Entry,
    language: Language,
) -> ToldPattern<'a> {
    use patterns::Known;
    let open = entry.pattern.iter();
    let open = open.map(|(id, open)| (scenario.campuses[*id].id.as_str(), open.clone()));
    let finite = |bound: Option<f64>| bound.filter(|bound| bound.is_finite());
    ToldPattern {
        open: open.collect(),
        first_bound: finite(entry.first_bound),
        second_bound: finite(entry.second_bound),
        known: match &entry.known {
            Known::Impossible(_) => "impossible",
            Known::Dominated => "dominated",
            Known::Planned(_) => "planned",
            Known::Open => "open",
        },
        why: match &entry.known {
            Known::Impossible(short) => short.iter().map(|one| one.message.get(language)).collect(),
            _ => Vec::new(),
        },
        run: match &entry.known {
            Known::Planned(ending) => Some(Told::new(ending)),
            _ => None,
        },
    }
}
