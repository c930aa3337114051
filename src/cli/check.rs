//! `campusplan check`.

use super::args::Check;
use super::exit::{Exit, Failure};
use super::export::save;
use super::input::{Input, wrong};
use super::output::{self, note};
use crate::analysis::check::{self, Grade, arithmetic};
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Language, Scenario, Text};
use crate::fs;
use crate::planning::size;
use crate::report::document::{Document, Section};
use crate::report::sections::summary;
use crate::report::terminal;
use crate::scenario::File;
use crate::words::{cli as words, report as report_words, workbook as workbook_words};
use crate::workbook;
use serde::Serialize;
use std::path::Path;

pub fn run(arguments: &Check) -> Result<Exit, Failure> {
    let input = Input::read(&arguments.scenario, &arguments.changes, arguments.lang)?;
    let language = input.language;
    if let Some(out) = &arguments.mark {
        mark(&input, arguments, out)?;
    }
    if arguments.json {
        output::json(&Answer::new(&input), language)?;
    } else {
        if !input.findings().is_empty() {
            let findings = input.described();
            output::data(&format!("{}\n\n", findings.trim_end()), language)?;
        }
        let document = document(&input, arguments);
        output::data(&terminal::render(&document, language), language)?;
    }
    Ok(if input.read.is_ok() { Exit::Done } else { Exit::Wrong })
}

/// Saves the workbook with the cells marked in which something was found.
fn mark(input: &Input, arguments: &Check, out: &Path) -> Result<(), Failure> {
    let language = input.language;
    if input.files.first().is_none_or(|file| file.sheets.is_none()) {
        return Err(wrong(&workbook_words::mark_needs_workbook(), language));
    }
    let of_workbook = |found: &&Diagnostic| found.file == 0;
    let found: Vec<&Diagnostic> = input.findings().iter().filter(of_workbook).collect();
    let path = &arguments.scenario;
    let bytes = fs::read(path, fs::LARGEST_TEXT).map_err(|why| wrong(&why.text(), language))?;
    let marked = workbook::mark(&bytes, &found, language).map_err(|why| {
        wrong(&words::unreadable(&path.display(), &why.message.get(language)), language)
    })?;
    save(out, &marked.bytes, false, language)?;
    note(workbook_words::marked(&out.display(), marked.cells).get(language));
    Ok(())
}

/// Whether the scenario can be used, and what simple arithmetic says about it.
fn document(input: &Input, arguments: &Check) -> Document {
    let say = |text: &Text| text.get(input.language).to_owned();
    let mut result = Section::new(say(&words::check_result()));
    let mut sections = Vec::new();
    match &input.read {
        Ok(loaded) => {
            let scenario = &loaded.scenario;
            result = result
                .note(say(&words::scenario_right(scenario.name.get(input.language))))
                .note(say(&words::scenario_holds(
                    scenario.campuses.len(),
                    scenario.programmes.len(),
                    scenario.cohorts.len(),
                    scenario.calendar.terms,
                )));
            result = result.note(say(&size::told(&size::of(scenario))));
            let large = size::too_large(scenario, &scenario.limits);
            result.notes.extend(large.as_ref().map(say));
            result.notes.extend(summary::lineage(scenario, input.language));
            let mut sums = Section::new(say(&words::arithmetic()));
            for found in arithmetic(scenario) {
                let grade = say(&grade(found.grade));
                sums = sums.note(format!("[{grade}] {}", say(&found.message)));
            }
            sections.push(sums);
        }
        Err(found) => {
            let errors = found.iter().filter(|one| one.severity == Severity::Error);
            let path = arguments.scenario.display();
            result = result.note(say(&words::scenario_wrong(&path, errors.count())));
        }
    }
    sections.insert(0, result);
    Document { title: say(&words::check_title()), sections }
}

fn grade(grade: Grade) -> Text {
    match grade {
        Grade::Enough => words::enough(),
        Grade::Look => words::look(),
        Grade::Due => words::due(),
        Grade::Tight => report_words::tight_mark(),
        Grade::Short => report_words::short_mark(),
    }
}

/// What was found, for machines.
#[derive(Serialize)]
struct Answer<'a> {
    usable: bool,
    findings: Vec<Finding<'a>>,
    arithmetic: Vec<Sum>,
    #[serde(skip_serializing_if = "Option::is_none")]
    model: Option<ModelSize>,
}

/// The estimated size of the model.
#[derive(Serialize)]
struct ModelSize {
    columns: f64,
    rows: f64,
    entries: f64,
    memory_bytes: f64,
    /// Why it is too large, if it is.
    too_large: Option<String>,
}

impl ModelSize {
    fn new(scenario: &Scenario, language: Language) -> Self {
        let size = size::of(scenario);
        let too_large = size::too_large(scenario, &scenario.limits);
        Self {
            columns: size.columns.round(),
            rows: size.rows.round(),
            entries: size.entries.round(),
            memory_bytes: size.memory().round(),
            too_large: too_large.map(|why| why.get(language).to_owned()),
        }
    }
}

impl<'a> Answer<'a> {
    fn new(input: &'a Input) -> Self {
        let language = input.language;
        let findings = input.findings().iter();
        let sums = match &input.read {
            Ok(loaded) => arithmetic(&loaded.scenario),
            Err(_) => Vec::new(),
        };
        let sum = |found: check::Finding| Sum {
            grade: match found.grade {
                Grade::Enough => "enough",
                Grade::Look => "look",
                Grade::Due => "due",
                Grade::Tight => "tight",
                Grade::Short => "short",
            },
            message: found.message.get(language).to_owned(),
        };
        Self {
            usable: input.read.is_ok(),
            findings: findings.map(|one| Finding::new(one, &input.files, language)).collect(),
            arithmetic: sums.into_iter().map(sum).collect(),
            model: (input.read.as_ref().ok())
                .map(|loaded| ModelSize::new(&loaded.scenario, language)),
        }
    }
}

#[derive(Serialize)]
struct Sum {
    grade: &'static str,
    message: String,
}

#[derive(Serialize)]
struct Finding<'a> {
    severity: &'static str,
    file: &'a str,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    sheet: Option<&'a str>,
    cell: Option<&'a str>,
    value: Option<&'a str>,
    message: &'a str,
    hints: Vec<&'a str>,
}

impl<'a> Finding<'a> {
    fn new(found: &'a Diagnostic, files: &'a [File], language: Language) -> Self {
        let file = files.get(found.file);
        Self {
            file: file.map_or("", |file| file.name.as_str()),
            severity: match found.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            path: &found.path,
            line: found.position.map(|position| position.line),
            column: found.position.map(|position| position.column),
            sheet: found.cell.as_ref().map(|cell| cell.sheet.as_str()),
            cell: found.cell.as_ref().map(|cell| cell.name.as_str()),
            value: found.cell.as_ref().map(|cell| cell.value.as_str()),
            message: found.message.get(language),
            hints: found.hints.iter().map(|hint| hint.get(language)).collect(),
        }
    }
}
