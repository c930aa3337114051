//! Files that are sent: a new base, or an option.

use super::app::App;
use super::ask::Ask;
use super::reply::Reply;
use crate::domain::Text;
use crate::scenario::overlay;
use crate::words::workbench as words;
use crate::workbench::case::{self, told};
use crate::workbench::state::{BASE, Edit, Event, Source};
use axum::http::StatusCode;

/// Takes a file in.
pub fn upload(app: &App, ask: &Ask) -> Reply {
    let name = ask.field("name");
    if ask.body.is_empty() {
        return Reply::wrong(StatusCode::UNPROCESSABLE_ENTITY, words::empty_file());
    }
    let taken = match ask.field("as") {
        "base" => base(app, name, &ask.body),
        "option" => option(app, name, &ask.body),
        _ => return Reply::unknown(),
    };
    match taken {
        Ok(to) => Reply::json(&serde_json::json!({ "to": to })),
        Err(why) => Reply::all_wrong(StatusCode::UNPROCESSABLE_ENTITY, why),
    }
}

/// A new base. One with mistakes is taken as well: they are shown with their cells.
fn base(app: &App, name: &str, bytes: &[u8]) -> Result<String, Vec<Text>> {
    let file = app.opened.folder.import(name, bytes).map_err(|error| vec![error.text()])?;
    app.opened.record(Event::Based { file }).map_err(|error| vec![error.text()])?;
    Ok("/".to_owned())
}

/// An option from what an overlay changes, or from what differs in a changed copy
/// of the base.
fn option(app: &App, name: &str, bytes: &[u8]) -> Result<String, Vec<Text>> {
    let same = |why: String| vec![Text { zh: why.clone(), en: why }];
    let book = app.book();
    let is_overlay = std::str::from_utf8(bytes)
        .is_ok_and(|text| text.contains("changes:") && !text.contains("campuses:"));
    let (edits, sources): (Vec<Edit>, Vec<Source>) = if is_overlay {
        case::of_overlay(&String::from_utf8_lossy(bytes))?
    } else {
        let before = app.loaded(&book, BASE)?;
        let file = app.opened.folder.import(name, bytes).map_err(|error| vec![error.text()])?;
        let path = app.opened.folder.root().join(file);
        let reading = case::read_file(&app.opened.folder, &path).map_err(same)?;
        let after = reading.result.map_err(|found| {
            let cells = found.iter().map(|one| {
                let text = told(one);
                match &one.cell {
                    Some(cell) => Text {
                        zh: format!("{cell}：{}", text.zh),
                        en: format!("{cell}: {}", text.en),
                    },
                    None => text,
                }
            });
            cells.collect::<Vec<_>>()
        })?;
        let uniform = crate::workbook::write::uniform;
        let text = overlay::between("", &uniform(&before.raw), &uniform(&after.raw));
        case::of_overlay(&text)?
    };
    if edits.is_empty() {
        return Err(vec![words::no_difference()]);
    }
    let title = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let title = title.rsplit_once('.').map_or(title, |(stem, _)| stem);
    let title: String = title.chars().take(60).collect();
    let mut trial = book.clone();
    let option = trial.next_option();
    trial.follow(&Event::Made { option, name: title.clone(), copy_of: None }, 0);
    trial.follow(&Event::Changed { option, edits: edits.clone(), sources: sources.clone() }, 0);
    app.loaded(&trial, option)?;
    let made = app.opened.make(&title, None, (edits, sources));
    let option = made.map_err(|error| vec![error.text()])?;
    Ok(format!("/options/{option}/data"))
}
