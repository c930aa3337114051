//! `campusplan study summary` and `study regret`.

use super::args::{Regret, Summary as Arguments};
use super::failure;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input::wrong;
use crate::cli::output;
use crate::cli::plan::unwritable;
use crate::cli::studies::told_by;
use crate::cli::watch::Watch;
use crate::domain::{Language, Part, Scenario, Text};
use crate::experiment::run::collect::all_rows;
use crate::experiment::run::folder::{BASE, Folder};
use crate::experiment::run::follow_up::{follow_up as prepared, followed};
use crate::experiment::run::init::Made;
use crate::experiment::run::row::Row;
use crate::experiment::specification::candidates::Candidates;
use crate::experiment::specification::first_stage::Kind;
use crate::experiment::specification::indicator::Indicator;
use crate::experiment::specification::manifest::Manifest;
use crate::experiment::summary::follow_up::{self, FollowUp, Rows};
use crate::experiment::summary::view::Futures;
use crate::experiment::summary::{Summary, summarise};
use crate::report::charts::Chart;
use crate::report::document::Document;
use crate::report::experiment::{Telling, charts, document};
use crate::report::publish::{self, File};
use crate::report::{csv, html, terminal};
use crate::scenario;
use crate::words::{cli as words, experiment as notes, page, summary as messages};
use serde::Serialize;
use std::fmt::Display;
use std::path::Path;

/// A finished study.
struct Finished {
    folder: Folder,
    manifest: Manifest,
    rows: Vec<Row>,
    /// The scenario that is varied.
    base: Scenario,
    language: Language,
}

impl Finished {
    fn read(dir: &Path, lang: Option<Language>) -> Result<Self, Failure> {
        let early = lang.unwrap_or_default();
        let folder = Folder::new(dir);
        let manifest = folder.manifest().map_err(|why| failure(&why, early))?;
        let rows = all_rows(&folder, &manifest).map_err(|why| failure(&why, early))?;
        let base = folder.input(&manifest, BASE);
        let base = base.map_err(|why| failure(&why, early))?.unwrap_or_default();
        let base = String::from_utf8_lossy(&base);
        let base = scenario::read(&base).map_err(|_| {
            let name = folder.file(BASE);
            wrong(&notes::changed(&name.display()), early)
        })?;
        Ok(Self {
            language: lang.unwrap_or(base.scenario.language),
            base: base.scenario,
            folder,
            manifest,
            rows,
        })
    }

    fn summary(&self, of: &[Kind]) -> Summary {
        summarise(&Futures::new(&self.manifest, &self.rows), &kinds(of))
    }
}

/// The kinds asked for, in their order; all if none is.
fn kinds(of: &[Kind]) -> Vec<Kind> {
    let wanted = |kind: &Kind| of.is_empty() || of.contains(kind);
    Kind::ALL.into_iter().filter(wanted).collect()
}

/// What machines are told.
#[derive(Serialize)]
struct Told<'a> {
    manifest: &'a Manifest,
    summary: &'a Summary,
    #[serde(skip_serializing_if = "Option::is_none")]
    follow_up: Option<&'a FollowUp>,
}

pub fn summary(arguments: &Arguments) -> Result<Exit, Failure> {
    let finished = Finished::read(&arguments.dir, arguments.lang)?;
    let language = finished.language;
    let destination = arguments.out.as_deref().map(publish::destination).transpose();
    let destination = destination.map_err(|error| unwritable(&error, language))?;
    let summary = finished.summary(&arguments.of);
    let followed = followed(&finished.folder, &finished.manifest);
    let followed = followed.map_err(|why| failure(&why, language))?;
    let follow_up = followed.as_ref().map(|(candidates, free)| {
        follow_up::follow_up(Rows {
            manifest: &finished.manifest,
            own: &finished.rows,
            free,
            candidates,
        })
    });
    let telling = Telling {
        manifest: &finished.manifest,
        scenario: &finished.base,
        summary: &summary,
        follow_up: follow_up.as_ref(),
        language,
    };
    let document = document(telling);
    let told =
        Told { manifest: &finished.manifest, summary: &summary, follow_up: follow_up.as_ref() };
    if let (Some(destination), Some(dir)) = (&destination, &arguments.out) {
        let files = files((&document, &charts(telling)), &told, language)?;
        let written = destination.publish(&files);
        written.map_err(|error| unwritable(&error, language))?;
        if !arguments.quiet {
            let note = words::published(files.len(), &dir.display());
            output::note(note.get(language));
        }
    }
    if arguments.json {
        output::json(&told, language)?;
    } else {
        output::data(&terminal::render(&document, language), language)?;
    }
    Ok(Exit::Done)
}

/// The report as text and as a page with charts, a CSV for each table, and all
/// of it as JSON.
fn files(
    (document, charts): (&Document, &[Chart]),
    told: &Told<'_>,
    language: Language,
) -> Result<Vec<File>, Failure> {
    let failed = |error: &dyn Display| Failure {
        exit: Exit::Failed,
        message: words::output_failed(error).get(language).to_owned(),
    };
    let json = serde_json::to_string_pretty(told).map_err(|error| failed(&error))?;
    let base = &told.manifest.base;
    let made_from = page::from(base.name.get(language), &base.sha256);
    let foot = vec![told_by(language), made_from.get(language).to_owned()];
    let mut files = vec![
        File::new("summary.txt", terminal::render(document, language)),
        File::new("summary.json", json + "\n"),
        File::new("summary.html", html::leaf(document, charts, language, foot)),
    ];
    for table in document.tables() {
        let content = csv::render(table, language).map_err(|error| failed(&error))?;
        files.push(File::new(format!("{}.csv", table.key), content));
    }
    Ok(files)
}

pub fn regret(arguments: &Regret) -> Result<Exit, Failure> {
    let finished = Finished::read(&arguments.dir, arguments.lang)?;
    let language = finished.language;
    let failed = |why| failure(&why, language);
    let refuse = |message: &Text| Err(wrong(message, language));
    let dir = arguments.dir.display();
    let followed = followed(&finished.folder, &finished.manifest);
    if followed.map_err(failed)?.is_some() {
        return refuse(&messages::already_followed(&dir));
    }
    let lacking = lacking(&finished.manifest);
    if !lacking.is_empty() {
        return refuse(&messages::keeps_too_little(&dir, &lacking.join(", ")));
    }
    let summary = finished.summary(&arguments.of);
    if summary.candidates.is_empty() {
        return refuse(&messages::no_candidate(&dir));
    }
    let most = usize::try_from(arguments.candidates).unwrap_or(usize::MAX);
    let found = summary.candidates.into_iter().take(most);
    let candidates = Candidates {
        kinds: kinds(&arguments.of),
        first_stages: found.map(|one| one.decisions).collect(),
    };
    let (folder, manifest) = (&finished.folder, &finished.manifest);
    let prepared = prepared(folder, manifest, &candidates, arguments.shards).map_err(failed)?;
    let (plans, shards) = (prepared.manifest().plans, prepared.manifest().shards);
    let watch = Watch::new(None, language, arguments.quiet);
    let made = prepared.make(&arguments.new_dir, &watch).map_err(failed)?;
    watch.done();
    if !arguments.quiet {
        let dir = arguments.new_dir.display();
        let note = match made {
            Made::Already => notes::already_made(&dir, plans, shards),
            Made::New { .. } | Made::Interrupted => {
                messages::followed(&dir, candidates.first_stages.len(), plans, shards)
            }
        };
        output::note(note.get(language));
    }
    Ok(Exit::Done)
}

/// Indicators that regrets need and the study does not keep.
fn lacking(manifest: &Manifest) -> Vec<&'static str> {
    let needed = [Part::Targets, Part::Cost].map(|part| Indicator::Value(part).key());
    let kept = |key: &&str| manifest.indicators.iter().any(|one| one.key == **key);
    needed.into_iter().filter(|key| !kept(key)).collect()
}
