//! The data of an option.

use super::app::App;
use super::ask::Ask;
use super::options::{stale, title};
use super::reply::Reply;
use crate::analysis::check::arithmetic;
use crate::scenario::Loaded;
use crate::words::workbench as words;
use crate::workbench::case;
use crate::workbench::pages::{self, DataPage, Frame, Tab, frame};
use crate::workbench::sheet::Sheets;
use crate::workbench::state::{BASE, Book, Choice, Event, Source};
use axum::http::StatusCode;
use std::sync::Arc;

/// The screen: one sheet.
pub fn page(app: &App, ask: &Ask) -> Reply {
    let book = app.book();
    let Some(choice) = book.option(ask.id()) else {
        return Reply::unknown();
    };
    let loaded = match app.loaded(&book, choice.id) {
        Ok(loaded) => loaded,
        Err(why) => return Reply::all_wrong(StatusCode::UNPROCESSABLE_ENTITY, why),
    };
    let sheets = Sheets::of(&loaded.raw, ask.language);
    let used =
        |sheet: &crate::workbook::write::Filled| sheet.rows.iter().any(|row| !row.path.is_empty());
    let shown = ask.number::<usize>("sheet").unwrap_or(0).min(sheets.all.len() - 1);
    let sheet = &sheets.all[shown];
    let page = DataPage {
        language: ask.language,
        choice,
        sheets: sheets.all.iter().map(|one| (one.name.to_owned(), used(one))).collect(),
        shown,
        about: sheet.layout.about.get(ask.language).to_owned(),
        heads: sheet.heads.iter().map(|head| head.text.clone()).collect(),
        rows: Sheets::rows(sheet, &marked(choice)),
        changes: changes(app, &book, choice, &sheets),
        sums: arithmetic(&loaded.scenario),
    };
    let name = title(choice, ask.language);
    let heading = words::data_of(&name).get(ask.language).to_owned();
    let around = Frame { language: ask.language, title: heading, tab: Tab::Other, here: &ask.here };
    Reply::page(frame(&around, &pages::data(&page)))
}

/// The places that an option changes.
fn marked(choice: &Choice) -> Vec<String> {
    choice.edits().iter().map(|edit| edit.path().to_owned()).collect()
}

/// The changes beside what they change: of the base its file, else the base.
fn changes(app: &App, book: &Book, choice: &Choice, sheets: &Sheets) -> Vec<pages::Change> {
    let before = before(app, book, choice);
    before.map_or_else(Vec::new, |before| sheets.changes(choice, &before.raw))
}

fn before(app: &App, book: &Book, choice: &Choice) -> Option<Arc<Loaded>> {
    if choice.edits().is_empty() {
        return None;
    }
    if choice.id != BASE {
        return app.loaded(book, BASE).ok();
    }
    let mut bare = Book::default();
    bare.follow(&Event::Based { file: book.base.clone()? }, 0);
    app.loaded(&bare, BASE).ok()
}

/// Takes values typed into cells and answers with what follows from them.
pub fn set(app: &App, ask: &Ask) -> Reply {
    let (book, option) = (app.book(), ask.id());
    let wrong = |why| Reply::all_wrong(StatusCode::UNPROCESSABLE_ENTITY, why);
    let loaded = match app.loaded(&book, option) {
        Ok(loaded) => loaded,
        Err(why) => return wrong(why),
    };
    let sheets = Sheets::of(&loaded.raw, ask.language);
    let typed: Vec<(&str, &str)> = ask.fields("path").zip(ask.fields("value")).collect();
    let wishes = typed.iter().map(|(path, value)| sheets.wish(path, value));
    let wishes = match wishes.collect::<Result<Vec<_>, _>>() {
        Ok(wishes) => wishes,
        Err(why) => return wrong(why),
    };
    let (edits, loaded) = match case::edits(&app.opened.folder, &book, option, &loaded, &wishes) {
        Ok(made) => made,
        Err(why) => return wrong(why),
    };
    let sources = match sources(ask, &typed) {
        Ok(sources) => sources,
        Err(why) => return wrong(vec![why]),
    };
    let seen = ask.number("rev").unwrap_or(u64::MAX);
    let event = Event::Changed { option, edits, sources };
    if let Err(refused) = app.opened.change(seen, event) {
        return stale(&refused);
    }
    answer(app, ask, &loaded, &typed)
}

/// Where the figures come from, if that is said.
fn sources(ask: &Ask, typed: &[(&str, &str)]) -> Result<Vec<Source>, crate::domain::Text> {
    let kind = ask.field("kind");
    let kinds = ["seed", "statistic", "standard", "assumption"];
    if ask.field("note").is_empty() {
        return Ok(Vec::new());
    }
    let date = Some(ask.field("date").to_owned()).filter(|date| !date.is_empty());
    if !kinds.contains(&kind) || (date.is_none() && kind != "assumption") {
        return Err(words::source_needs_date());
    }
    let source = |(path, _): &(&str, &str)| Source {
        path: (*path).to_owned(),
        kind: kind.to_owned(),
        note: ask.field("note").to_owned(),
        date: date.clone(),
    };
    Ok(typed.iter().map(source).collect())
}

fn answer(app: &App, ask: &Ask, loaded: &Loaded, typed: &[(&str, &str)]) -> Reply {
    let book = app.book();
    let Some(choice) = book.option(ask.id()) else {
        return Reply::unknown();
    };
    let sheets = Sheets::of(&loaded.raw, ask.language);
    let marked = marked(choice);
    let is_marked = |path: &&str| marked.iter().any(|one| crate::scenario::path::covers(one, path));
    let paths = typed.iter().map(|(path, _)| *path);
    let shown: serde_json::Map<String, serde_json::Value> =
        paths.clone().map(|path| (path.to_owned(), sheets.shown(path).into())).collect();
    let changes = changes(app, &book, choice, &sheets);
    Reply::json(&serde_json::json!({
        "revision": choice.revision,
        "shown": shown,
        "marked": paths.filter(is_marked).collect::<Vec<_>>(),
        "changes": pages::changes(choice, &changes, ask.language).into_string(),
        "arithmetic": pages::arithmetic(&arithmetic(&loaded.scenario), ask.language).into_string(),
        "said": words::taken(typed.len()).get(ask.language),
    }))
}
