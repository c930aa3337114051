//! Reading scenarios and plans, and saying what is wrong with them.

use super::args::Changes;
use super::exit::{Exit, Failure};
use super::output;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Language, Scenario, Text, is_printable, printable};
use crate::fs;
use crate::plan::{self, Plan};
use crate::planning;
use crate::report::{self, publish};
use crate::scenario::{self, Change, File, Loaded, Opener};
use crate::words::cli as words;
use crate::workbook;
use serde::Deserialize;
use serde_json::Value;
use std::cmp::Ordering;
use std::path::{Path, PathBuf};

/// A scenario, as far as it could be read.
pub struct Input {
    /// The files it was read from.
    pub files: Vec<File>,
    /// The scenario, or everything that is wrong with it.
    pub read: Result<Loaded, Vec<Diagnostic>>,
    /// Language to answer in.
    pub language: Language,
}

impl Input {
    /// Reads a scenario or an overlay and makes changes to it.
    ///
    /// # Errors
    ///
    /// When the file can't be read.
    pub fn read(path: &Path, changes: &Changes, lang: Option<Language>) -> Result<Self, Failure> {
        Self::changed(path, &changes.in_order(), lang)
    }

    /// Reads a scenario or an overlay and makes changes to it in order.
    ///
    /// # Errors
    ///
    /// When the file can't be read.
    pub fn changed(
        path: &Path,
        changes: &[Change],
        lang: Option<Language>,
    ) -> Result<Self, Failure> {
        Self::opened(path, changes, lang, &workbook::open)
    }

    /// Reads a scenario from files that are opened in some way.
    ///
    /// # Errors
    ///
    /// When the file can't be read.
    pub fn opened(
        path: &Path,
        changes: &[Change],
        lang: Option<Language>,
        open: Opener<'_>,
    ) -> Result<Self, Failure> {
        let reading = load_by(path, changes, open).map_err(|error| {
            wrong(&words::unreadable(&path.display(), &error), lang.unwrap_or_default())
        })?;
        let read = reading.result;
        let own = match &read {
            Ok(loaded) => Some(loaded.scenario.language),
            Err(_) => scenario::stated_language(&reading.files),
        };
        Ok(Self { files: reading.files, read, language: lang.or(own).unwrap_or_default() })
    }

    /// The scenario, after its findings have been told on standard error.
    ///
    /// # Errors
    ///
    /// When it can't be used.
    pub fn usable(self, path: &Path) -> Result<Loaded, Failure> {
        if !self.findings().is_empty() {
            output::note(self.described().trim_end());
        }
        self.read.map_err(|found| {
            let errors = found.iter().filter(|one| one.severity == Severity::Error);
            let message = words::scenario_wrong(&path.display(), errors.count());
            wrong(&message, self.language)
        })
    }

    /// What was found in it.
    pub fn findings(&self) -> &[Diagnostic] {
        match &self.read {
            Ok(loaded) => &loaded.warnings,
            Err(found) => found,
        }
    }

    /// The findings as text for a terminal.
    pub fn described(&self) -> String {
        scenario::render(self.findings(), &self.files, self.language)
    }
}

/// Loads a scenario from its file and those it names.
///
/// # Errors
///
/// When the file itself can't be read: why.
pub fn load(path: &Path, changes: &[Change]) -> Result<scenario::Reading, String> {
    load_by(path, changes, &workbook::open)
}

/// The same from files that are opened in some way.
fn load_by(path: &Path, changes: &[Change], open: Opener<'_>) -> Result<scenario::Reading, String> {
    let within = fs::Within::of(path);
    scenario::load_from(path, changes, &|file| {
        if file != path {
            within.holds(file).map_err(|error| error.both())?;
        }
        open(file)
    })
}

impl Changes {
    /// The changes in the order in which they are made.
    pub fn in_order(&self) -> Vec<Change> {
        let removed = self.remove.iter().cloned().map(Change::Remove);
        let set = self.set.iter().cloned().map(Change::Set);
        let added = self.add.iter().cloned().map(Change::Add);
        let scaled = self.scale.iter().cloned().map(Change::Scale);
        let pinned = self.pin.iter().cloned().map(Change::Pin);
        let forbidden = self.forbid.iter().cloned().map(Change::Forbid);
        (removed.chain(added).chain(set).chain(scaled)).chain(pinned).chain(forbidden).collect()
    }
}

/// Reads a plan file and the scenario it was made from: the one named or, if
/// none is, the text beside the plan. The scenario is put on the plan's path of
/// the projection.
///
/// # Errors
///
/// When either can't be used, or the plan was made from another scenario.
pub fn read_case(
    plan: &Path,
    named: Option<&Path>,
    lang: Option<Language>,
) -> Result<Case, Failure> {
    let early = lang.unwrap_or_default();
    let made = read_plan(plan, early)?;
    let beside = scenario_beside(plan);
    if named.is_none() && !beside.is_file() {
        let message = words::no_scenario_beside(&plan.display(), &report::SCENARIO_FILE);
        return Err(wrong(&message, early));
    }
    let path = named.unwrap_or(&beside);
    let input = Input::read(path, &Changes::default(), lang)?;
    let language = input.language;
    let scenario = input.usable(path)?.scenario;
    if scenario.hash != made.scenario.sha256 {
        let message = words::another_scenario(&plan.display(), &path.display());
        return Err(wrong(&message, language));
    }
    let scenario = planning::on_path(scenario, made.options.demand);
    Ok(Case { plan: made, scenario, language })
}

/// The scenario beside a plan: its own, as a comparison of several writes them,
/// or that of the folder.
pub fn scenario_beside(plan: &Path) -> PathBuf {
    let name = plan.file_name().unwrap_or_default().to_string_lossy();
    let own = name.strip_suffix(&format!(".{}", publish::PLAN_FILE));
    let own = own.map(|own| plan.with_file_name(format!("{own}.{}", report::SCENARIO_FILE)));
    own.filter(|own| own.is_file()).unwrap_or_else(|| plan.with_file_name(report::SCENARIO_FILE))
}

/// A plan with the scenario it was made from.
pub struct Case {
    /// The plan.
    pub plan: Plan,
    /// The scenario, on the plan's path of the projection.
    pub scenario: Scenario,
    /// Language to answer in.
    pub language: Language,
}

/// Reads a plan file.
///
/// # Errors
///
/// When it can't be read or is not a plan.
pub fn read_plan(path: &Path, language: Language) -> Result<Plan, Failure> {
    let text = fs::read_text(path, fs::LARGEST_PLAN).map_err(|error| {
        let why = error.text();
        wrong(&words::unreadable(&path.display(), &why.get(language)), language)
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    of_this_format(path, text, language)?;
    let read = if is_plain(text) {
        serde_json::from_str(text)
    } else {
        serde_json::from_str(text).and_then(|json| serde_json::from_value(plain(json)))
    };
    read.map_err(|error| wrong(&words::not_a_plan(&path.display(), &error), language))
}

/// Refuses a plan of another format before its fields are read: those may have
/// other names or be missing.
fn of_this_format(path: &Path, text: &str, language: Language) -> Result<(), Failure> {
    #[derive(Deserialize)]
    struct Header {
        format: u32,
    }
    let known = plan::FORMAT;
    let found = serde_json::from_str::<Header>(text).map_or(known, |header| header.format);
    let message = match found.cmp(&known) {
        Ordering::Equal => return Ok(()),
        Ordering::Less => words::earlier_format(&path.display(), found, known),
        Ordering::Greater => words::later_format(&path.display(), found, known),
    };
    Err(wrong(&message, language))
}

/// Whether no text of a JSON file holds what can't be shown, raw or escaped.
fn is_plain(json: &str) -> bool {
    let shown = |letter| letter == '\r' || is_printable(letter);
    !json.contains("\\u") && !json.contains("\\r") && json.chars().all(shown)
}

/// The same value with texts that can be shown.
fn plain(json: Value) -> Value {
    match json {
        Value::String(text) => Value::String(printable(&text).into_owned()),
        Value::Array(all) => Value::Array(all.into_iter().map(plain).collect()),
        Value::Object(all) => {
            let all = all.into_iter();
            Value::Object(all.map(|(key, value)| (key, plain(value))).collect())
        }
        other => other,
    }
}

/// The input is wrong.
pub fn wrong(message: &Text, language: Language) -> Failure {
    Failure { exit: Exit::Wrong, message: message.get(language).to_owned() }
}
