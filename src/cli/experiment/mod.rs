//! `campusplan study`.

pub mod args;
mod failure;
mod future;
mod progress;
mod run;
mod summary;
mod worker;

use super::exit::{Exit, Failure};
use super::output;
use super::watch::Watch;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::Language;
use crate::experiment::Trouble;
use crate::experiment::run::collect::collect;
use crate::experiment::run::folder::Folder;
use crate::experiment::run::init::{Made, Refusal, prepare};
use crate::experiment::run::row::Row;
use crate::experiment::run::row_check::RowCheck;
use crate::experiment::run::shard::{Finish, work};
use crate::experiment::run::status::{array, damaged, missing, rows};
use crate::experiment::specification::manifest::Manifest;
use crate::report::format;
use crate::scenario::{self, File};
use crate::solve::Observer;
use crate::words::experiment as words;
use args::{Collect, Init, Shard, Status, Sweep};
use failure::{counted, failure};
use serde::Serialize;
use std::collections::BTreeMap;
use std::time::Instant;
use worker::Worker;

/// Does what the arguments ask for.
///
/// # Errors
///
/// Why it can't be done.
pub fn run(sweep: &Sweep) -> Result<Exit, Failure> {
    match sweep {
        Sweep::Init(arguments) => init(arguments),
        Sweep::Shard(arguments) => shard(arguments),
        Sweep::Status(arguments) => status(arguments),
        Sweep::Collect(arguments) => join(arguments),
        Sweep::Run(arguments) => run::run(arguments),
        Sweep::Summary(arguments) => summary::summary(arguments),
        Sweep::Show(arguments) => future::show(arguments),
        Sweep::Plan(arguments) => future::plan(arguments),
        Sweep::Regret(arguments) => summary::regret(arguments),
        Sweep::Worker(arguments) => worker::answer(arguments),
    }
}

fn init(arguments: &Init) -> Result<Exit, Failure> {
    let early = arguments.lang.unwrap_or_default();
    let prepared = prepare(&arguments.study, arguments.shards);
    let mut prepared = prepared.map_err(|refusal| refused(arguments, &refusal, early))?;
    let language = arguments.lang.unwrap_or(prepared.language());
    if let Some(path) = &arguments.near {
        let plan = super::input::read_plan(path, language)?;
        let begun = prepared.begin_near(&plan, &path.display());
        begun.map_err(|trouble| failure(&trouble, language))?;
    }
    let (files, warnings) = &prepared.warnings;
    if !arguments.quiet && !warnings.is_empty() {
        output::note(scenario::render(warnings, files, language).trim_end());
    }
    let (plans, shards) = (prepared.manifest().plans, prepared.manifest().shards);
    let limit = prepared.manifest().limits.time_limit_seconds;
    let watch = Watch::new(limit, language, arguments.quiet);
    watch.hear(Some(words::stopping_init()));
    let began = Instant::now();
    let made = prepared.make(&arguments.dir, &watch);
    watch.done();
    let dir = arguments.dir.display();
    let seconds = format::number(began.elapsed().as_secs_f64(), 1);
    let note = match made.map_err(|trouble| failure(&trouble, language))? {
        Made::Interrupted => {
            output::note(words::not_made().get(language));
            return Ok(Exit::Interrupted);
        }
        Made::Already => words::already_made(&dir, plans, shards),
        Made::New { near: true } => words::made(&dir, plans, shards, &seconds),
        Made::New { near: false } => words::made_alone(&dir, plans, shards, &seconds),
    };
    if !arguments.quiet {
        output::note(note.get(language));
    }
    Ok(Exit::Done)
}

/// Tells what is wrong with a study or its base.
fn refused(arguments: &Init, refusal: &Refusal, language: Language) -> Failure {
    let (files, found) = match refusal {
        Refusal::Trouble(trouble) => return failure(trouble, language),
        Refusal::Findings { files, found } => (files, found),
    };
    tell(files, found, language);
    let errors = found.iter().filter(|one| one.severity == Severity::Error);
    let message = words::study_wrong(&arguments.study.display(), errors.count());
    super::input::wrong(&message, language)
}

fn tell(files: &[File], found: &[Diagnostic], language: Language) {
    output::note(scenario::render(found, files, language).trim_end());
}

fn shard(arguments: &Shard) -> Result<Exit, Failure> {
    let language = arguments.lang;
    let failed = |trouble: Trouble| failure(&trouble, language);
    let folder = Folder::new(&arguments.dir);
    let Manifest { shards, limits, .. } = folder.manifest().map_err(failed)?;
    if let Some(of) = arguments.which.of.filter(|of| *of != shards) {
        let message = words::other_shards(of, shards);
        return Err(super::input::wrong(&message, language));
    }
    let watch = Watch::new(None, language, true);
    watch.hear(Some(words::stopping_shard()).filter(|_| !arguments.quiet));
    let stop = || watch.stop();
    let mut worker = Worker::new(&folder, language, &stop, &limits);
    // Who reads these lines may be gone; the rows are kept all the same.
    let mut told = |row: &Row| {
        let line = format!("{} {}\n", row.plan, row.status.key());
        let _ = output::data(&line, language);
    };
    let finish = work(&folder, arguments.which.index, &mut worker, &mut told);
    watch.done();
    match finish.map_err(failed)? {
        Finish::Complete => Ok(Exit::Done),
        Finish::Interrupted => {
            if !arguments.quiet {
                output::note(words::interrupted().get(language));
            }
            Ok(Exit::Interrupted)
        }
    }
}

/// What of a study is there, for machines.
#[derive(Serialize)]
struct Standing {
    plans: usize,
    rows: BTreeMap<&'static str, usize>,
    shards: usize,
    missing: Vec<usize>,
    damaged: Vec<usize>,
}

fn status(arguments: &Status) -> Result<Exit, Failure> {
    let language = arguments.lang;
    let failed = |trouble: Trouble| failure(&trouble, language);
    let folder = Folder::new(&arguments.dir);
    let manifest = folder.manifest().map_err(failed)?;
    let missing = missing(&folder, &manifest);
    let check = RowCheck::open(&folder, &manifest).map_err(failed)?;
    let damaged = damaged(&folder, &check, manifest.shards).map_err(failed)?;
    let exit = if missing.is_empty() && damaged.is_empty() { Exit::Done } else { Exit::Incomplete };
    if arguments.ids {
        let mut open = [missing, damaged].concat();
        open.sort_unstable();
        output::data(&(array(&open) + "\n"), language)?;
        return Ok(exit);
    }
    let rows = rows(&folder, &manifest).map_err(failed)?;
    if arguments.json {
        let rows = rows.iter().map(|(status, count)| (status.key(), *count));
        let standing = Standing {
            plans: manifest.plans,
            rows: rows.collect(),
            shards: manifest.shards,
            missing,
            damaged,
        };
        output::json(&standing, language)?;
        return Ok(exit);
    }
    let done = rows.values().sum();
    let mut lines = vec![
        manifest.name.get(language).to_owned(),
        words::standing(done, manifest.plans).get(language).to_owned(),
    ];
    lines.extend(counted(&rows, language));
    if !damaged.is_empty() {
        let text = words::damaged(damaged.len(), &array(&damaged));
        lines.push(text.get(language).to_owned());
    }
    lines.push(if missing.is_empty() {
        words::all_shards(manifest.shards).get(language).to_owned()
    } else {
        let ids = array(&missing);
        let text = words::incomplete(missing.len(), manifest.shards, &ids);
        text.get(language).to_owned()
    });
    output::data(&(lines.join("\n") + "\n"), language)?;
    Ok(exit)
}

fn join(arguments: &Collect) -> Result<Exit, Failure> {
    let language = arguments.lang;
    let folder = Folder::new(&arguments.dir);
    let counts = collect(&folder, &arguments.out);
    let counts = counts.map_err(|trouble| failure(&trouble, language))?;
    if !arguments.quiet {
        let rows = counts.values().sum();
        let note = words::collected(rows, &arguments.out.display());
        let counted = counted(&counts, language).unwrap_or_default();
        output::note(&format!("{}{counted}", note.get(language)));
    }
    Ok(Exit::Done)
}
