//! Jobs: queueing, watching, stopping.

use super::app::App;
use super::ask::Ask;
use super::options::title;
use super::reply::Reply;
use crate::domain::{Language, Text};
use crate::words::workbench as words;
use crate::workbench::case;
use crate::workbench::jobs::{MAIN, moments};
use crate::workbench::pages::{self, Frame, JobLine, Tab, frame};
use crate::workbench::state::{Book, Event, Job, Kind, Limits};
use axum::http::StatusCode;

/// The screen.
pub fn page(app: &App, ask: &Ask) -> Reply {
    let book = app.book();
    let options: Vec<(u32, String)> =
        book.shown().map(|one| (one.id, title(one, ask.language))).collect();
    let content = pages::jobs(&options, &lines(app, &book, ask.language), ask.language);
    let heading = words::jobs().get(ask.language).to_owned();
    let page = Frame { language: ask.language, title: heading, tab: Tab::Jobs, here: &ask.here };
    Reply::page(frame(&page, &content))
}

/// The list, for the page that is open.
pub fn list(app: &App, ask: &Ask) -> Reply {
    let book = app.book();
    Reply::page(pages::job_list(&lines(app, &book, ask.language), ask.language))
}

fn lines<'a>(app: &App, book: &'a Book, language: Language) -> Vec<JobLine<'a>> {
    let line = |job: &'a Job| JobLine {
        job,
        name: name(book, job, language),
        moments: moments(&app.opened.folder.attempt(job.id, job.attempt)).0,
    };
    book.jobs.iter().map(line).collect()
}

/// What a job is called.
pub fn name(book: &Book, job: &Job, language: Language) -> String {
    let option = book.option(job.kind.option());
    let option = option.map(|one| title(one, language)).unwrap_or_default();
    let text: Text = match &job.kind {
        Kind::Plan { .. } => words::job_plan(job.id, &option),
        Kind::Why { decision, .. } => words::job_why(job.id, &option, decision),
        Kind::Explain { target: None, .. } => words::job_explain(job.id, &option),
        Kind::Explain { target: Some(target), .. } => words::job_target(job.id, &option, target),
    };
    text.get(language).to_owned()
}

/// Limits from a form.
pub fn limits(ask: &Ask) -> Limits {
    let minutes = ask.number::<f64>("minutes").filter(|one| *one > 0.0 && *one <= 1440.0);
    Limits {
        seconds: minutes.map(|minutes| minutes * 60.0),
        steps: ask.number("steps").filter(|steps| *steps <= 100_000),
    }
}

/// Queues a plan of an option.
pub fn queue(app: &App, ask: &Ask) -> Reply {
    let Some(option) = ask.number("option") else {
        return Reply::unknown();
    };
    queued(app, option, Kind::Plan { option }, limits(ask))
}

/// Queues a job about an option as it is now.
pub fn queued(app: &App, option: u32, kind: Kind, limits: Limits) -> Reply {
    let book = app.book();
    if let Err(why) = app.loaded(&book, option) {
        return Reply::all_wrong(StatusCode::UNPROCESSABLE_ENTITY, why);
    }
    let folder = &app.opened.folder;
    let files = |job| {
        let files = case::files(folder, &book, option, job)?;
        let main = files.main.strip_prefix(folder.root()).ok()?.to_str()?.to_owned();
        Some([files.texts, vec![(MAIN.to_owned(), main)]].concat())
    };
    match app.opened.queue(kind, limits, &files) {
        Ok(Some(_)) => Reply::see("/jobs"),
        Ok(None) => Reply::unknown(),
        Err(error) => Reply::unwritable(&error),
    }
}

/// Stops a job with the best plan it has, or discards it.
pub fn act(app: &App, ask: &Ask) -> Reply {
    let job = ask.id();
    let event = match ask.param("act") {
        "stop" => Event::Stopped { job },
        "discard" => Event::Discarded { job },
        _ => return Reply::unknown(),
    };
    match app.opened.of_job(job, Job::is_open, event) {
        Ok(()) => Reply::see("/jobs"),
        Err(refused) => Reply::refused(&refused),
    }
}
