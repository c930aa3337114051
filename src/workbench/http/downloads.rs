//! Results of a job, and files to take home.

use super::app::App;
use super::ask::Ask;
use super::explain;
use super::jobs::name;
use super::reply::Reply;
use crate::fs;
use crate::report::REPORT_FILES;
use crate::words::workbench as words;
use crate::workbench::case;
use crate::workbench::jobs::moments;
use crate::workbench::pages::{self, Frame, ResultPage, Tab, frame};
use crate::workbench::state::{BASE, Job, Kind, Stage};
use crate::workbook::write::{Filling, export, render};
use axum::http::StatusCode;
use std::io::{Cursor, Write};
use std::process::{Command, Stdio};
use zip::write::SimpleFileOptions;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What a job came to.
pub fn page(app: &App, ask: &Ask) -> Reply {
    let book = app.book();
    let Some(job) = book.job(ask.id()).filter(|job| matches!(job.stage, Stage::Ended(_))) else {
        return Reply::unknown();
    };
    let attempt = app.opened.folder.attempt(job.id, job.attempt);
    // What is printed for programs is written for readers beside the plans.
    let summary = fs::read(&app.out(job).join("summary.txt"), fs::LARGEST_TEXT);
    let printed = || fs::read(&attempt.join("output"), fs::LARGEST_TEXT);
    let text = summary.or_else(|_| printed()).unwrap_or_default();
    let repairs = match job.kind {
        Kind::Explain { .. } => explain::repairs(app, job),
        _ => Vec::new(),
    };
    let content = pages::result(&ResultPage {
        language: ask.language,
        job,
        notes: &moments(&attempt).1,
        text: &String::from_utf8_lossy(&text),
        repairs: &repairs,
        calendar: app.out(job).join("calendar.ics").is_file(),
    });
    let title = name(&book, job, ask.language);
    let around = Frame { language: ask.language, title, tab: Tab::Other, here: &ask.here };
    Reply::page(frame(&around, &content))
}

/// A file of a plan, as the command line writes it.
pub fn file(app: &App, ask: &Ask) -> Reply {
    let book = app.book();
    let Some(job) = book.job(ask.id()).filter(|job| job.has_plan()) else {
        return Reply::unknown();
    };
    let kind = match ask.param("file") {
        "report.docx" => DOCX,
        "report.xlsx" => XLSX,
        "report.html" => "text/html; charset=utf-8",
        "calendar.ics" => "text/calendar; charset=utf-8",
        "plan.json" => "application/json",
        "all.zip" => "application/zip",
        _ => return Reply::unknown(),
    };
    if let Err(why) = reported(app, job) {
        let why = crate::domain::Text { zh: why.clone(), en: why };
        return Reply::wrong(StatusCode::INTERNAL_SERVER_ERROR, why);
    }
    let out = app.out(job);
    let bytes = if ask.param("file") == "all.zip" {
        zipped(&out)
    } else {
        fs::read(&out.join(ask.param("file")), fs::LARGEST_PLAN).map_err(|error| error.both())
    };
    match bytes {
        Ok(bytes) => Reply::file(ask.param("file"), kind, bytes),
        Err(_) => Reply::unknown(),
    }
}

/// Has `campusplan report` write the appendices beside the plan, once.
fn reported(app: &App, job: &Job) -> Result<(), String> {
    let out = app.out(job);
    if REPORT_FILES.iter().all(|name| out.join(name).is_file()) {
        return Ok(());
    }
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let ran = Command::new(program)
        .arg("--allow-dir")
        .arg(app.opened.folder.root())
        .args(["report", "--quiet"])
        .arg(out.join("plan.json"))
        .stdin(Stdio::null())
        .output()
        .map_err(|error| error.to_string())?;
    if ran.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&ran.stderr).into_owned())
    }
}

/// All files of a plan; no clock is asked, so the same plan gives the same bytes.
fn zipped(out: &std::path::Path) -> Result<Vec<u8>, String> {
    let entries = std::fs::read_dir(out).map_err(|error| error.to_string())?;
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        let bytes = fs::read(&out.join(&name), fs::LARGEST_PLAN).map_err(|error| error.both())?;
        zip.start_file(name, SimpleFileOptions::default()).map_err(|error| error.to_string())?;
        zip.write_all(&bytes).map_err(|error| error.to_string())?;
    }
    let zip = zip.finish().map_err(|error| error.to_string())?;
    Ok(zip.into_inner())
}

/// An option as a workbook.
pub fn workbook(app: &App, ask: &Ask) -> Reply {
    let book = app.book();
    let wrong = |why| Reply::all_wrong(StatusCode::UNPROCESSABLE_ENTITY, why);
    let loaded = match app.loaded(&book, ask.id()) {
        Ok(loaded) => loaded,
        Err(why) => return wrong(why),
    };
    let lost = |lost: Vec<String>| vec![crate::words::workbook::lost(&lost.join(", "))];
    let bytes = export(&loaded.raw, ask.language).map_err(lost).and_then(|export| {
        render(&export, ask.language, Filling::Scenario)
            .map_err(|why| vec![crate::words::workbook::not_written(&"case.xlsx", &why)])
    });
    match bytes {
        Ok(bytes) => Reply::file(format!("{}.xlsx", file_name(app, ask)), XLSX, bytes),
        Err(why) => wrong(why),
    }
}

/// The empty workbook with examples.
pub fn template(_: &App, ask: &Ask) -> Reply {
    match crate::workbook::write::template(ask.language) {
        Ok(bytes) => Reply::file("template.xlsx", XLSX, bytes),
        Err(_) => Reply::wrong(StatusCode::INTERNAL_SERVER_ERROR, words::failed()),
    }
}

/// An option as an overlay on the base's file.
pub fn overlay(app: &App, ask: &Ask) -> Reply {
    let book = app.book();
    let Some(choice) = book.option(ask.id()) else {
        return Reply::unknown();
    };
    let base = book.base.as_deref().unwrap_or_default();
    // Corrections of the base and the option's own changes, one after the other.
    let corrections = book.option(BASE).filter(|_| choice.id != BASE);
    let text = case::overlay_of(base, corrections, choice);
    Reply::file(format!("{}.ron", file_name(app, ask)), "text/plain; charset=utf-8", text.into())
}

fn file_name(app: &App, ask: &Ask) -> String {
    let book = app.book();
    let choice = book.option(ask.id());
    choice.map(|one| super::options::title(one, ask.language)).unwrap_or_default()
}
