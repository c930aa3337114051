//! `campusplan check`.

use super::args::Check;
use super::exit::{Exit, Failure};
use super::input::Input;
use super::output;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::Language;
use crate::words::cli as words;
use serde::Serialize;

pub fn run(arguments: &Check) -> Result<Exit, Failure> {
    let input = Input::read(&arguments.scenario, arguments.lang)?;
    let language = input.language;
    let usable = input.read.is_ok();
    if arguments.json {
        let findings = Findings {
            usable,
            findings: input
                .findings()
                .iter()
                .map(|one| Finding::new(one, language))
                .collect(),
        };
        output::json(&findings, language)?;
    } else {
        output::data(&text(&input, arguments), language)?;
    }
    Ok(if usable { Exit::Done } else { Exit::Wrong })
}

fn text(input: &Input, arguments: &Check) -> String {
    let say = |text: crate::domain::Text| text.get(input.language).to_owned() + "\n";
    let mut out = String::new();
    if !input.findings().is_empty() {
        out.push_str(input.described(&arguments.scenario).trim_end());
        out.push_str("\n\n");
    }
    match &input.read {
        Ok(loaded) => {
            let scenario = &loaded.scenario;
            out += &say(words::scenario_right(scenario.name.get(input.language)));
            out += &say(words::scenario_holds(
                scenario.campuses.len(),
                scenario.programmes.len(),
                scenario.cohorts.len(),
                scenario.calendar.terms,
            ));
        }
        Err(found) => {
            let errors = found.iter().filter(|one| one.severity == Severity::Error);
            let path = arguments.scenario.display();
            out += &say(words::scenario_wrong(&path, errors.count()));
        }
    }
    out
}

/// What was found, for machines.
#[derive(Serialize)]
struct Findings<'a> {
    usable: bool,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    severity: &'static str,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
    hints: Vec<&'a str>,
}

impl<'a> Finding<'a> {
    fn new(found: &'a Diagnostic, language: Language) -> Self {
        Self {
            severity: match found.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            path: &found.path,
            line: found.position.map(|position| position.line),
            column: found.position.map(|position| position.column),
            message: found.message.get(language),
            hints: found.hints.iter().map(|hint| hint.get(language)).collect(),
        }
    }
}
