//! An option as a scenario: its overlays as texts, read like any file.

use super::state::{BASE, Book, Choice, Edit, Event, Folder, Source};
use crate::domain::Text;
use crate::fs::{Unread, Within};
use crate::scenario::overlay::RawOverlay;
use crate::scenario::tree::{Node, quoted};
use crate::scenario::{Change, Expression, Loaded, RawChange, Reading, load_from, parse_as};
use crate::words::workbench as words;
use std::cell::RefCell;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Name of the overlay with the corrections of the base.
const BASE_FILE: &str = "base.ron";
/// Name of the overlay of an option.
const OPTION_FILE: &str = "option.ron";

/// The files of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The file to be planned: in the job's folder, or the base itself.
    pub main: PathBuf,
    /// The overlays, by name, as they lie in a job's folder.
    pub texts: Vec<(String, String)>,
}

/// The files of an option as they lie in the folder of a job.
pub fn files(folder: &Folder, book: &Book, option: u32, job: u32) -> Option<Files> {
    let base = folder.root().join(book.base.as_ref()?);
    let corrected = book.option(BASE)?;
    let to_base = below_jobs(book.base.as_ref()?);
    let mut files = Files { main: base, texts: Vec::new() };
    let mut below = to_base;
    if !corrected.edits().is_empty() {
        files.texts.push((BASE_FILE.to_owned(), overlay(&below, corrected)));
        files.main = folder.job(job).join(BASE_FILE);
        BASE_FILE.clone_into(&mut below);
    }
    if option != BASE {
        files.texts.push((OPTION_FILE.to_owned(), overlay(&below, book.option(option)?)));
        files.main = folder.job(job).join(OPTION_FILE);
    }
    Some(files)
}

/// The base as an overlay in a job's folder names it.
fn below_jobs(base: &str) -> String {
    match base.strip_prefix("workbench/") {
        Some(own) => format!("../../{own}"),
        None => format!("../../../{base}"),
    }
}

/// An option as an overlay on a file.
fn overlay(base: &str, option: &Choice) -> String {
    overlay_of(base, None, option)
}

/// An option as an overlay on a file, with the corrections of the base before its own
/// changes.
pub fn overlay_of(base: &str, corrections: Option<&Choice>, option: &Choice) -> String {
    let mut text = format!("(\n    base: {},\n", quoted(base));
    if !option.name.is_empty() {
        let _ = writeln!(text, "    name: (zh: {}),", quoted(&option.name));
    }
    let both = || corrections.into_iter().chain([option]);
    text.push_str("    changes: [\n");
    for edit in both().flat_map(Choice::edits) {
        let _ = writeln!(text, "        {},", edit.as_ron());
    }
    text.push_str("    ],\n    sources: {\n");
    let mut stated: Vec<&Source> = Vec::new();
    for source in both().flat_map(Choice::sources) {
        stated.retain(|one| one.path != source.path);
        stated.push(source);
    }
    for source in stated {
        let _ = writeln!(text, "        {},", source.as_ron());
    }
    text.push_str("    },\n)\n");
    text
}

/// Reads an option, with further changes made to it.
///
/// # Errors
///
/// When its file can't be read: why.
pub fn read(
    folder: &Folder,
    book: &Book,
    option: u32,
    changes: &[Change],
) -> Result<Reading, String> {
    let files = files(folder, book, option, 0).ok_or_else(|| "no base".to_owned())?;
    read_files(folder, &files, changes)
}

/// The same of files that were put together.
fn read_files(folder: &Folder, files: &Files, changes: &[Change]) -> Result<Reading, String> {
    read_noting(folder, files, changes).0
}

/// The same, with the files that were opened.
pub fn read_noting(
    folder: &Folder,
    files: &Files,
    changes: &[Change],
) -> (Result<Reading, String>, Vec<PathBuf>) {
    let within = Within::only(folder.root());
    let opened = RefCell::new(Vec::new());
    let reading = load_from(&files.main, changes, &|path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let own = path.parent() == Some(&folder.job(0));
        if let Some((_, text)) = files.texts.iter().find(|(known, _)| own && known == name) {
            return Ok(text.clone().into());
        }
        within.holds(path).map_err(|error: Unread| error.both())?;
        opened.borrow_mut().push(path.to_owned());
        folder.open(path)
    });
    (reading, opened.into_inner())
}

/// Reads a file in the folder.
///
/// # Errors
///
/// When it can't be read: why.
pub fn read_file(folder: &Folder, path: &Path) -> Result<Reading, String> {
    read_files(folder, &Files { main: path.to_owned(), texts: Vec::new() }, &[])
}

/// A change as the user asks for it.
#[derive(Clone, Debug)]
pub enum Wish {
    /// A place is to have a value, as RON, whether anything stands there or not.
    Value(String, String),
    /// A place is to say nothing.
    Clear(String),
    /// A decision is forced.
    Pin(String),
    /// A decision is forbidden.
    Forbid(String),
    /// A change as the command line makes it.
    Given(Change),
}

/// The changes of an overlay that do what is wished to an option as it is `before`.
///
/// # Errors
///
/// What is wrong, in both languages, a finding each.
pub fn edits(
    folder: &Folder,
    book: &Book,
    option: u32,
    before: &Loaded,
    wishes: &[Wish],
) -> Result<(Vec<Edit>, Loaded), Vec<Text>> {
    let candidates = wishes.iter().map(|wish| candidates(wish, before));
    let candidates = candidates.collect::<Result<Vec<_>, _>>()?;
    let first: Vec<Edit> = candidates.iter().filter_map(|all| all.first().cloned()).collect();
    if let Ok(loaded) = tried(folder, book, option, &first) {
        return Ok((first, loaded));
    }
    let (mut made, mut last) = (Vec::new(), Err(vec![words::nothing_to_do()]));
    for all in candidates {
        // What is wrong is said of the first way to read the wish.
        let mut wrong = None;
        for edit in all {
            let next = [made.as_slice(), &[edit]].concat();
            match tried(folder, book, option, &next) {
                Ok(loaded) => {
                    (made, last) = (next, Ok(loaded));
                    wrong = None;
                    break;
                }
                Err(why) => wrong = wrong.or(Some(why)),
            }
        }
        if let Some(why) = wrong {
            return Err(why);
        }
    }
    Ok((made, last?))
}

fn read_option(folder: &Folder, book: &Book, option: u32) -> Result<Loaded, Vec<Text>> {
    let reading = read(folder, book, option, &[]);
    reading.map_err(|why| vec![Text { zh: why.clone(), en: why }]).and_then(loaded)
}

/// The option with further changes.
fn tried(folder: &Folder, book: &Book, option: u32, edits: &[Edit]) -> Result<Loaded, Vec<Text>> {
    let mut trial = book.clone();
    let edits = edits.to_vec();
    trial.follow(&Event::Changed { option, edits, sources: Vec::new() }, 0);
    read_option(folder, &trial, option)
}

/// The scenario, or what is wrong with it.
pub fn loaded(reading: Reading) -> Result<Loaded, Vec<Text>> {
    reading.result.map_err(|found| found.iter().map(told).collect())
}

/// A finding with its place and its hints.
pub fn told(found: &crate::diagnostic::Diagnostic) -> Text {
    let mut text = found.message.clone();
    for hint in &found.hints {
        let _ = write!(text.zh, "（{}）", hint.zh);
        let _ = write!(text.en, " ({})", hint.en);
    }
    text
}

/// The changes that a wish may mean: a value as it is written, else as a text.
fn candidates(wish: &Wish, before: &Loaded) -> Result<Vec<Edit>, Vec<Text>> {
    match wish {
        Wish::Value(path, value) => Ok(vec![
            Edit::Set { path: path.clone(), value: value.clone() },
            Edit::Add { path: path.clone(), value: value.clone() },
        ]),
        Wish::Clear(path) => Ok(vec![Edit::Remove { path: path.clone() }]),
        Wish::Pin(said) | Wish::Given(Change::Pin(said)) => pinned(said, before, true),
        Wish::Forbid(said) | Wish::Given(Change::Forbid(said)) => pinned(said, before, false),
        Wish::Given(Change::Set(given)) => {
            let (path, value) = given.split_once('=').unwrap_or((given, ""));
            let path = path.trim().to_owned();
            let set = |value| Edit::Set { path: path.clone(), value };
            Ok(as_written(value).into_iter().map(set).collect())
        }
        Wish::Given(Change::Add(given)) => {
            let (path, value) = given.split_once('=').unwrap_or((given, ""));
            let path = path.trim().to_owned();
            let add = |value| Edit::Add { path: path.clone(), value };
            Ok(as_written(value).into_iter().map(add).collect())
        }
        Wish::Given(Change::Remove(path)) => {
            Ok(vec![Edit::Remove { path: path.trim().to_owned() }])
        }
        Wish::Given(Change::Scale(given)) => {
            let (path, factor) = given.split_once('=').unwrap_or((given, ""));
            let number: f64 = factor.trim().parse().map_err(|_| vec![words::no_factor(factor)])?;
            Ok(vec![Edit::Scale { path: path.trim().to_owned(), factor: format!("{number:?}") }])
        }
        Wish::Given(Change::Keep { decided, .. }) => {
            Ok(vec![Edit::Set { path: "keep".to_owned(), value: decided.clone() }])
        }
    }
}

/// A value as it is written, if it is RON, and as a text.
fn as_written(value: &str) -> Vec<String> {
    let value = value.trim();
    let whole = ron::from_str::<Box<ron::value::RawValue>>(value).is_ok();
    whole.then(|| value.to_owned()).into_iter().chain([quoted(value)]).collect()
}

fn pinned(said: &str, before: &Loaded, force: bool) -> Result<Vec<Edit>, Vec<Text>> {
    let read = Expression::read(said, &before.raw)
        .map_err(|unread| [vec![unread.message], unread.hints].concat())?;
    let pin = if force { Some(read.forced()) } else { read.forbidden() };
    let pin = pin.ok_or_else(|| vec![words::nothing_to_do()])?;
    Ok(vec![Edit::Add { path: "pins".to_owned(), value: Node::of(&pin).on_a_line() }])
}

/// The changes that make one scenario of another, as an overlay states them, with
/// the sources that it states.
///
/// # Errors
///
/// When the text is no overlay.
pub fn of_overlay(text: &str) -> Result<(Vec<Edit>, Vec<Source>), Vec<Text>> {
    let (overlay, found) = parse_as::<RawOverlay>(text);
    let overlay = match overlay {
        Some(overlay) if found.is_empty() => overlay,
        _ => return Err(found.iter().map(told).collect()),
    };
    let edits = overlay.changes.iter().flatten().map(|change| match change {
        RawChange::Set(path, value) => {
            Edit::Set { path: path.clone(), value: on_a_line(value.get_ron()) }
        }
        RawChange::Add(path, value) => {
            Edit::Add { path: path.clone(), value: on_a_line(value.get_ron()) }
        }
        RawChange::Remove(path) => Edit::Remove { path: path.clone() },
        RawChange::Scale(path, factor) => {
            Edit::Scale { path: path.clone(), factor: format!("{factor:?}") }
        }
    });
    let sources = overlay.sources.iter().filter_map(|(path, source)| {
        let note = source.note.as_ref()?;
        let kind = serde_json::to_value(source.kind?).ok()?;
        Some(Source {
            path: path.to_owned(),
            kind: kind.as_str()?.to_owned(),
            note: note.zh.clone().or_else(|| note.en.clone())?,
            date: source.date.clone(),
        })
    });
    Ok((edits.collect(), sources.collect()))
}

/// A value without the spaces around it; the overlay may have it on several lines.
fn on_a_line(value: &str) -> String {
    value.trim().to_owned()
}
