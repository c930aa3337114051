//! Why there is no plan, what it would take, and taking a repair.

use super::app::App;
use super::ask::Ask;
use super::jobs::{limits, queued};
use super::options::title;
use super::reply::Reply;
use crate::domain::Language;
use crate::fs;
use crate::report::format;
use crate::scenario::Change;
use crate::words::workbench as words;
use crate::workbench::case::{self, Wish};
use crate::workbench::pages::{self, Frame, Repair, Tab, frame};
use crate::workbench::state::{BASE, Job, Kind};
use axum::http::StatusCode;
use serde::Deserialize;

/// The screen on which is asked.
pub fn page(app: &App, ask: &Ask) -> Reply {
    let book = app.book();
    let option = ask.number("option").unwrap_or(BASE);
    let loaded = match app.loaded(&book, option) {
        Ok(loaded) => loaded,
        Err(why) => return Reply::all_wrong(StatusCode::UNPROCESSABLE_ENTITY, why),
    };
    let options: Vec<(u32, String)> =
        book.shown().map(|one| (one.id, title(one, ask.language))).collect();
    let targets = loaded.scenario.targets.iter();
    let targets: Vec<(String, String)> =
        targets.map(|one| (one.id.clone(), one.name.get(ask.language).to_owned())).collect();
    let content = pages::explain(&options, option, &targets, ask.language);
    let heading = words::explain().get(ask.language).to_owned();
    let around =
        Frame { language: ask.language, title: heading, tab: Tab::Explain, here: &ask.here };
    Reply::page(frame(&around, &content))
}

/// Asks.
pub fn ask(app: &App, ask: &Ask) -> Reply {
    let Some(option) = ask.number("option") else {
        return Reply::unknown();
    };
    let target = Some(ask.field("target").to_owned()).filter(|target| !target.is_empty());
    if let Some(target) = &target {
        let loaded = app.loaded(&app.book(), option);
        if loaded.is_ok_and(|loaded| loaded.scenario.targets.iter().all(|one| one.id != *target)) {
            return Reply::unknown();
        }
    }
    let english = ask.language == Language::En;
    queued(app, option, Kind::Explain { option, target, english }, limits(ask))
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    repairs: Vec<Found>,
}

#[derive(Deserialize)]
struct Found {
    price_wan_yuan: f64,
    granted: Vec<Granted>,
    changes: Vec<String>,
}

#[derive(Deserialize)]
struct Granted {
    what: String,
}

/// The repairs that a job has found.
pub fn repairs(app: &App, job: &Job) -> Vec<Repair> {
    let output = app.opened.folder.attempt(job.id, job.attempt).join("output");
    let text = fs::read_text(&output, fs::LARGEST_PLAN).unwrap_or_default();
    let answer: Answer = serde_json::from_str(&text).unwrap_or(Answer { repairs: Vec::new() });
    let repair = |found: Found| Repair {
        price: format::number(found.price_wan_yuan, 2),
        granted: found.granted.into_iter().map(|one| one.what).collect(),
        changes: found.changes,
    };
    answer.repairs.into_iter().map(repair).collect()
}

/// Makes an option of a repair.
pub fn apply(app: &App, ask: &Ask) -> Reply {
    let book = app.book();
    let job = ask.number("job").and_then(|id| book.job(id));
    let Some(job) = job.filter(|job| matches!(job.kind, Kind::Explain { .. })) else {
        return Reply::unknown();
    };
    let number: usize = ask.number("number").unwrap_or(usize::MAX);
    let Some(repair) = repairs(app, job).into_iter().nth(number) else {
        return Reply::unknown();
    };
    let option = job.kind.option();
    let wishes = repair.changes.iter().map(|given| wish(given));
    let Some(wishes) = wishes.collect::<Option<Vec<Wish>>>() else {
        return Reply::unknown();
    };
    let folder = &app.opened.folder;
    let edits = app
        .loaded(&book, option)
        .and_then(|before| case::edits(folder, &book, option, &before, &wishes));
    let made = edits.and_then(|(edits, _)| {
        let name = book.option(option).map(|one| title(one, ask.language)).unwrap_or_default();
        let name = words::repaired(&name, number + 1, &repair.price);
        let copy = Some(option).filter(|option| *option != BASE);
        let name: String = name.get(ask.language).chars().take(60).collect();
        app.opened.make(&name, copy, (edits, Vec::new())).map_err(|error| vec![error.text()])
    });
    match made {
        Ok(option) => Reply::see(format!("/options/{option}/data")),
        Err(why) => Reply::all_wrong(StatusCode::UNPROCESSABLE_ENTITY, why),
    }
}

/// A change as it is given on the command line.
fn wish(given: &str) -> Option<Wish> {
    let (flag, rest) = given.split_once(' ')?;
    let rest = rest.to_owned();
    Some(Wish::Given(match flag {
        "--set" => Change::Set(rest),
        "--add" => Change::Add(rest),
        "--scale" => Change::Scale(rest),
        "--remove" => Change::Remove(rest),
        "--pin" => Change::Pin(rest),
        "--forbid" => Change::Forbid(rest),
        _ => return None,
    }))
}
