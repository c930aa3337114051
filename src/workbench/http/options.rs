//! Base and options.

use super::app::App;
use super::ask::Ask;
use super::reply::Reply;
use crate::diagnostic::Diagnostic;
use crate::domain::Language;
use crate::words::workbench as words;
use crate::workbench::case;
use crate::workbench::pages::{Frame, Line, OptionsPage, Standing, Tab, first, frame, options};
use crate::workbench::sheet::Sheets;
use crate::workbench::state::{BASE, Book, Choice, Edit, Event, Job, Kind, Refused, Stage};
use axum::http::StatusCode;

/// The first screen.
pub fn page(app: &App, ask: &Ask) -> Reply {
    let mut book = app.book();
    if book.base.is_none() {
        let files = app.opened.folder.scenarios();
        // A folder with one scenario in it needs no question.
        match files.as_slice() {
            [file] if app.opened.record(Event::Based { file: file.clone() }).is_ok() => {
                book = app.book();
            }
            _ => return shown(ask, &first(&files, None, ask.language)),
        }
    }
    let reading = match case::read(&app.opened.folder, &book, BASE, &[]) {
        Ok(reading) => reading,
        // Its file is gone: another one is to be chosen.
        Err(why) => {
            let why = words::base_gone(&why);
            return shown(ask, &first(&app.opened.folder.scenarios(), Some(&why), ask.language));
        }
    };
    let found: &[Diagnostic] = match &reading.result {
        Ok(loaded) => &loaded.warnings,
        Err(found) => found,
    };
    let sheets = reading.result.as_ref().ok();
    let sheets = sheets.map(|loaded| Sheets::of(&loaded.raw, ask.language));
    let place = |path: &str| {
        let sheet = sheets.as_ref()?.sheet_of(path)?;
        let path: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
        Some(format!("/options/{BASE}/data?sheet={sheet}#{path}"))
    };
    let content = options(&OptionsPage {
        language: ask.language,
        file: book.base.as_deref().unwrap_or_default(),
        found,
        place: &place,
        lines: lines(app, &book, ask.language),
    });
    shown(ask, &content)
}

fn shown(ask: &Ask, content: &maud::Markup) -> Reply {
    let title = words::options().get(ask.language).to_owned();
    let page = Frame { language: ask.language, title, tab: Tab::Options, here: &ask.here };
    Reply::page(frame(&page, content))
}

fn lines<'a>(app: &App, book: &'a Book, language: Language) -> Vec<Line<'a>> {
    let line = |choice: &'a Choice| {
        let now = app.loaded(book, choice.id);
        let hash = now.as_ref().ok().map(|loaded| loaded.scenario.hash.as_str());
        Line {
            choice,
            name: title(choice, language),
            standing: standing(app, book, choice.id, hash),
            broken: now.is_err(),
        }
    };
    book.shown().map(line).collect()
}

/// What an option is called.
pub fn title(choice: &Choice, language: Language) -> String {
    if choice.id == BASE { words::base().get(language).to_owned() } else { choice.name.clone() }
}

fn standing(app: &App, book: &Book, option: u32, hash: Option<&str>) -> Standing {
    let own = |job: &&Job| matches!(job.kind, Kind::Plan { option: of } if of == option);
    if book.jobs.iter().filter(own).any(Job::is_open) {
        return Standing::Running;
    }
    let ended = book.jobs.iter().rev().filter(own).find_map(|job| match job.stage {
        Stage::Ended(exit) => Some((job, exit)),
        _ => None,
    });
    match ended {
        None => Standing::New,
        Some((job, 0)) => {
            let of = app.made(job).map(|made| made.plan.scenario.sha256.clone());
            Standing::Planned(job.id, of.as_deref() == hash)
        }
        Some((job, exit)) => Standing::Failed(job.id, exit),
    }
}

/// Takes a file of the folder as the base.
pub fn choose_base(app: &App, ask: &Ask) -> Reply {
    let file = ask.field("file").to_owned();
    if !app.opened.folder.scenarios().contains(&file) {
        return Reply::unknown();
    }
    match app.opened.record(Event::Based { file }) {
        Ok(()) => Reply::see("/"),
        Err(error) => Reply::unwritable(&error),
    }
}

/// A new option.
pub fn make(app: &App, ask: &Ask) -> Reply {
    let name: String = ask.field("name").chars().take(60).collect();
    if name.is_empty() || app.book().base.is_none() {
        return Reply::wrong(StatusCode::UNPROCESSABLE_ENTITY, words::name_empty());
    }
    let copy_of = ask.number("copy_of").filter(|id| *id != BASE);
    match app.opened.make(&name, copy_of, (Vec::new(), Vec::new())) {
        Ok(option) => Reply::see(format!("/options/{option}/data")),
        Err(error) => Reply::unwritable(&error),
    }
}

/// Changes an option as a whole: its name, whether it is shown, undo, redo, one
/// change taken back.
pub fn act(app: &App, ask: &Ask) -> Reply {
    let option = ask.id();
    let back = format!("/options/{option}/data");
    let (event, back) = match ask.param("act") {
        "rename" if option != BASE && !ask.field("name").is_empty() => {
            let name = ask.field("name").chars().take(60).collect();
            (Event::Renamed { option, name }, "/".to_owned())
        }
        "remove" if option != BASE => (Event::Removed { option }, "/".to_owned()),
        "undo" => (Event::Undone { option }, back),
        "redo" => (Event::Redone { option }, back),
        "revert" => (Event::Reverted { option, mark: ask.field("mark").to_owned() }, back),
        _ => return Reply::unknown(),
    };
    // The sheet or the plan on which it was asked is shown again.
    let own = ["/options/", "/plans/"].iter().any(|path| ask.from.starts_with(path));
    let back = if own { ask.from.clone() } else { back };
    match app.opened.change(ask.number("rev").unwrap_or(u64::MAX), event) {
        Ok(()) => Reply::see(back),
        Err(refused) => stale(&refused),
    }
}

/// Why a change was refused; of a stale one with what others did since.
pub fn stale(refused: &Refused) -> Reply {
    let Refused::Stale(events) = refused else {
        return Reply::refused(refused);
    };
    let mut why = vec![words::stale()];
    for event in events {
        why.push(match event {
            Event::Changed { edits, .. } => {
                let edits: Vec<String> = edits.iter().map(Edit::as_ron).collect();
                words::since_changed(&edits.join("; "))
            }
            Event::Reverted { mark, .. } => words::since_reverted(mark),
            Event::Undone { .. } => words::since_undone(),
            Event::Redone { .. } => words::since_redone(),
            Event::Renamed { name, .. } => words::since_renamed(name),
            Event::Removed { .. } => words::since_removed(),
            _ => continue,
        });
    }
    Reply::all_wrong(StatusCode::CONFLICT, why)
}

/// Switches the language.
pub fn language(_: &App, ask: &Ask) -> Reply {
    let language = if ask.param("language") == "en" { "en" } else { "zh" };
    let back = ask.field("back");
    // Only an address on this server.
    let own = back.starts_with('/') && !back.starts_with("//") && !back.contains('\\');
    let cookie = format!("lang={language}; SameSite=Strict; Path=/; Max-Age=31536000");
    Reply::see_with(if own { back } else { "/" }, cookie)
}
