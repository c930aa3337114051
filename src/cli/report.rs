//! `campusplan report`.

use super::args::{Paper, Report as Arguments};
use super::exit::{Exit, Failure};
use super::input::{self, Case, wrong};
use super::plan::unwritable;
use super::{output, verify};
use crate::domain::Language;
use crate::fs::{File, Inside};
use crate::report::dossier::Dossier;
use crate::report::view::View;
use crate::report::{self, docx, html, xlsx};
use crate::verify::Verification;
use crate::words::cli as words;
use std::fs;
use std::path::{Path, PathBuf};

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let own = input::read_case(&arguments.plan, arguments.scenario.as_deref(), arguments.lang)?;
    let language = own.language;
    let title = title(arguments, language)?;
    let mut cases = vec![(arguments.plan.as_path(), own)];
    for plan in compared(arguments, language)? {
        let case = input::read_case(plan, None, Some(language))?;
        cases.push((plan, case));
    }
    let folder = folder(arguments);
    let names = arguments.format.iter().map(|paper| name(*paper));
    let place = Inside::check(&folder, names).map_err(|error| unwritable(&error, language))?;
    let mut verified = Vec::new();
    for (plan, case) in &cases {
        verified.push((case, verification(plan, case, language)?));
    }
    let mut views = verified.iter().map(|(case, verification)| View {
        scenario: &case.scenario,
        plan: &case.plan,
        verification,
        language,
    });
    let Some(view) = views.next() else {
        return Ok(Exit::Done);
    };
    let dossier = Dossier::new(view, title, views.collect());
    let files = files(&dossier, &arguments.format)?;
    let written = place.publish(&files);
    written.map_err(|error| unwritable(&error, language))?;
    if !arguments.quiet {
        let note = words::published(files.len(), &folder.display());
        output::note(note.get(language));
    }
    Ok(Exit::Done)
}

/// The title, if one is named.
fn title(arguments: &Arguments, language: Language) -> Result<Option<String>, Failure> {
    let title = arguments.title.as_deref().map(str::trim);
    match title {
        Some(title) if title.is_empty() || title.contains(char::is_control) => {
            Err(wrong(&words::title_empty(), language))
        }
        title => Ok(title.map(str::to_owned)),
    }
}

/// The plans to compare with: each once, with its scenario beside it.
fn compared(arguments: &Arguments, language: Language) -> Result<&[PathBuf], Failure> {
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut seen = vec![real(&arguments.plan)];
    for plan in &arguments.compare {
        if seen.contains(&real(plan)) {
            return Err(wrong(&words::compared_twice(&plan.display()), language));
        }
        let beside = input::scenario_beside(plan);
        if plan.is_file() && !beside.is_file() {
            let file = report::SCENARIO_FILE;
            let message = words::no_scenario_beside_compared(&plan.display(), &file);
            return Err(wrong(&message, language));
        }
        seen.push(real(plan));
    }
    Ok(&arguments.compare)
}

/// The verification of a plan that holds.
fn verification(plan: &Path, case: &Case, language: Language) -> Result<Verification, Failure> {
    let verification = crate::verify::verify(&case.scenario, &case.plan);
    if verification.passed() {
        return Ok(verification);
    }
    verify::print(&verification, false, language)?;
    Err(Failure {
        exit: Exit::Unverified,
        message: words::report_unverified(&plan.display()).get(language).to_owned(),
    })
}

/// The name of a format's file.
fn name(paper: Paper) -> &'static str {
    let [docx, xlsx, html] = report::REPORT_FILES;
    match paper {
        Paper::Docx => docx,
        Paper::Xlsx => xlsx,
        Paper::Html => html,
    }
}

/// The files, each format once.
fn files(dossier: &Dossier, formats: &[Paper]) -> Result<Vec<File>, Failure> {
    let mut files: Vec<File> = Vec::new();
    for paper in formats {
        let name = name(*paper);
        let render: fn(&Dossier) -> _ = match paper {
            Paper::Docx => docx::render,
            Paper::Xlsx => xlsx::render,
            Paper::Html => html::render,
        };
        if files.iter().any(|file| file.name == name) {
            continue;
        }
        let content = render(dossier).map_err(|error| Failure {
            exit: Exit::Failed,
            message: words::output_failed(&error).get(dossier.view.language).to_owned(),
        })?;
        files.push(File::new(name, content));
    }
    Ok(files)
}

/// Where the files go: beside the plan unless told otherwise.
fn folder(arguments: &Arguments) -> PathBuf {
    let beside = || match arguments.plan.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    arguments.out.clone().unwrap_or_else(beside)
}
