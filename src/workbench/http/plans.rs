//! Plans: their grids, and deciding otherwise.

use super::app::App;
use super::ask::Ask;
use super::jobs::limits;
use super::options::{stale, title};
use super::reply::Reply;
use crate::domain::Language;
use crate::words::workbench as words;
use crate::workbench::case::{self, Wish};
use crate::workbench::grid::grids;
use crate::workbench::jobs::MAIN;
use crate::workbench::pages::{self, Frame, PlanPage, Tab, frame};
use crate::workbench::state::{BASE, Event, Kind};
use axum::http::StatusCode;

/// The screen of a plan.
pub fn page(app: &App, ask: &Ask) -> Reply {
    let book = app.book();
    let Some(job) = book.job(ask.id()).filter(|job| job.has_plan()) else {
        return Reply::unknown();
    };
    let (Some(made), Some(choice)) = (app.made(job), book.option(job.kind.option())) else {
        return Reply::unknown();
    };
    let now = app.loaded(&book, choice.id);
    let name = title(choice, ask.language);
    let grids = grids(&made.loaded.scenario, &made.plan, ask.language);
    let page = PlanPage {
        language: ask.language,
        job: job.id,
        choice,
        name: name.clone(),
        current: now.is_ok_and(|now| now.scenario.hash == made.plan.scenario.sha256),
        shown: ask.number::<usize>("grid").unwrap_or(0).min(grids.len() - 1),
        grids,
    };
    let heading = words::plan_of(&name).get(ask.language).to_owned();
    let around = Frame { language: ask.language, title: heading, tab: Tab::Other, here: &ask.here };
    Reply::page(frame(&around, &pages::plan(&page)))
}

/// Forces and forbids decisions together, in the option or as a new one.
pub fn decide(app: &App, ask: &Ask) -> Reply {
    let (book, option) = (app.book(), ask.id());
    let pins = ask.fields("pin").map(|said| Wish::Pin(said.to_owned()));
    let wishes: Vec<Wish> =
        pins.chain(ask.fields("forbid").map(|said| Wish::Forbid(said.to_owned()))).collect();
    if wishes.is_empty() {
        return Reply::wrong(StatusCode::UNPROCESSABLE_ENTITY, words::nothing_to_do());
    }
    let folder = &app.opened.folder;
    let made = app
        .loaded(&book, option)
        .and_then(|before| case::edits(folder, &book, option, &before, &wishes));
    let edits = match made {
        Ok((edits, _)) => edits,
        Err(why) => return Reply::all_wrong(StatusCode::UNPROCESSABLE_ENTITY, why),
    };
    let name: String = ask.field("name").chars().take(60).collect();
    if !name.is_empty() {
        let copy = Some(option).filter(|option| *option != BASE);
        return match app.opened.make(&name, copy, (edits, Vec::new())) {
            Ok(option) => Reply::see(format!("/options/{option}/data")),
            Err(error) => Reply::unwritable(&error),
        };
    }
    let event = Event::Changed { option, edits, sources: Vec::new() };
    match app.opened.change(ask.number("rev").unwrap_or(u64::MAX), event) {
        Ok(()) => Reply::see(format!("/options/{option}/data")),
        Err(refused) => stale(&refused),
    }
}

/// Asks why a plan decides as it does.
pub fn why(app: &App, ask: &Ask) -> Reply {
    let book = app.book();
    let job = ask.number("job").and_then(|id| book.job(id)).filter(|job| job.has_plan());
    let (Some(job), decision) = (job, ask.field("decision")) else {
        return Reply::unknown();
    };
    // What begins with a dash would be an option of the command line.
    if decision.is_empty() || decision.starts_with('-') {
        return Reply::wrong(StatusCode::UNPROCESSABLE_ENTITY, words::nothing_to_do());
    }
    let kind = Kind::Why {
        of: job.id,
        option: job.kind.option(),
        decision: decision.chars().take(200).collect(),
        english: ask.language == Language::En,
    };
    let folder = &app.opened.folder;
    let plan = app.out(job).join(crate::report::publish::PLAN_FILE);
    let main = plan.strip_prefix(folder.root()).ok().and_then(|plan| plan.to_str());
    let main = main.map(str::to_owned);
    let files = |_| Some(vec![(MAIN.to_owned(), main.clone()?)]);
    match app.opened.queue(kind, limits(ask), &files) {
        Ok(Some(_)) => Reply::see("/jobs"),
        Ok(None) => Reply::unknown(),
        Err(error) => Reply::unwritable(&error),
    }
}
