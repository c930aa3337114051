//! `campusplan report`.

use super::args::{Paper, Report as Arguments};
use super::exit::{Exit, Failure};
use super::input::{self, Case};
use super::plan::unwritable;
use super::{output, verify};
use crate::report::dossier::Dossier;
use crate::report::publish::write_whole;
use crate::report::view::View;
use crate::report::{docx, html, xlsx};
use crate::verify::Verification;
use crate::words::cli as words;
use std::path::PathBuf;

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let case = input::read_case(
        &arguments.plan,
        arguments.scenario.as_deref(),
        arguments.lang,
    )?;
    let language = case.language;
    let others = arguments.compare.iter();
    let others: Vec<Case> = others
        .map(|plan| input::read_case(plan, None, Some(language)))
        .collect::<Result<_, _>>()?;
    let cases: Vec<(&Case, Verification)> = std::iter::once(&case)
        .chain(&others)
        .map(|case| (case, crate::verify::verify(&case.scenario, &case.plan)))
        .collect();
    for (_, verification) in &cases {
        if !verification.passed() {
            verify::print(verification, false, language)?;
            return Ok(Exit::Unverified);
        }
    }
    let mut views = cases.iter().map(|(case, verification)| View {
        scenario: &case.scenario,
        plan: &case.plan,
        verification,
        language,
    });
    let Some(own) = views.next() else {
        return Ok(Exit::Done);
    };
    let dossier = Dossier::new(own, arguments.title.clone(), views.collect());
    let folder = match &arguments.out {
        Some(folder) => folder.clone(),
        None => arguments
            .plan
            .parent()
            .map(PathBuf::from)
            .unwrap_or_default(),
    };
    let mut files = Vec::new();
    for paper in &arguments.format {
        let (name, content) = match paper {
            Paper::Docx => ("report.docx", docx::render(&dossier)),
            Paper::Xlsx => ("report.xlsx", xlsx::render(&dossier)),
            Paper::Html => ("report.html", html::render(&dossier)),
        };
        let content = content.map_err(|error| Failure {
            exit: Exit::Failed,
            message: words::output_failed(&error).get(language).to_owned(),
        })?;
        files.push((folder.join(name), content));
    }
    for (path, content) in &files {
        write_whole(path, content).map_err(|error| unwritable(&error, language))?;
    }
    if !arguments.quiet {
        let note = words::published(files.len(), &folder.display());
        output::note(note.get(language));
    }
    Ok(Exit::Done)
}
