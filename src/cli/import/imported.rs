//! Lists that were taken in.

use super::{answer, report};
use crate::cli::args::Import;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input::wrong;
use crate::cli::output;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Date, Language};
use crate::fs::{self, Own, Target};
use crate::lists::mapping::{self, Mappings};
use crate::lists::{Outcome, Table};
use crate::scenario::{self, File, Loaded};
use crate::words::{cli as cli_words, lists as words};
use std::path::Path;

/// A list that was read, and where it goes.
pub(super) struct Imported<'a> {
    pub(super) arguments: &'a Import,
    pub(super) path: &'a Path,
    pub(super) into: &'a Path,
    pub(super) table: &'a Table<'a>,
    pub(super) language: Language,
    pub(super) date: &'a Date,
}

impl Imported<'_> {
    /// Reports the changes and writes the result, unless something is wrong.
    pub(super) fn finish(&self, loaded: &Loaded, mut outcome: Outcome) -> Result<Exit, Failure> {
        let checked = if outcome.is_wrong() { None } else { self.checked(loaded, &mut outcome)? };
        let out = self.arguments.out.as_deref().filter(|_| !self.arguments.preview);
        let written = match (&checked, out) {
            (Some(checked), Some(out)) => {
                self.write(out, checked)?;
                self.keep_mapping()?;
                Some(out)
            }
            _ => None,
        };
        if self.arguments.json {
            let answer = answer::of(self.path, self.table, &outcome, written, self.language);
            output::json(&answer, self.language)?;
        } else {
            let document = report::document(&outcome, self.language);
            output::data(
                &crate::report::terminal::render(&document, self.language),
                self.language,
            )?;
        }
        told(self.path, &outcome.found, self.language);
        if outcome.is_wrong() {
            let errors = outcome.found.iter().filter(|one| one.severity == Severity::Error);
            let shown = out.unwrap_or(self.path).display();
            return Err(wrong(&words::not_written(&shown, errors.count()), self.language));
        }
        if let Some(out) = written.filter(|_| !self.arguments.quiet) {
            self.say_written(out);
        }
        Ok(Exit::Done)
    }

    /// Enters the mapping into its file.
    pub(super) fn keep_mapping(&self) -> Result<(), Failure> {
        let Some(path) = &self.arguments.save_map else {
            return Ok(());
        };
        let mut all =
            if path.exists() { mappings(path, self.language)? } else { Mappings::default() };
        all.enter(self.table.mapping(&name_of(self.path)));
        Target::check(path, Own::InOwnFolder)
            .and_then(|target| target.write_bytes(all.to_ron().as_bytes()))
            .map_err(|why| wrong(&why.text(), self.language))
    }
}

/// Reads a mapping file.
pub(super) fn mappings(path: &Path, language: Language) -> Result<Mappings, Failure> {
    let text = fs::read_text(path, fs::LARGEST_TEXT).map_err(|why| {
        wrong(&cli_words::unreadable(&path.display(), &why.text().get(language)), language)
    })?;
    mapping::read(&text).map_err(|found| {
        let file = File { name: path.display().to_string(), text, sheets: None };
        output::note(scenario::render(&found, &[file], language).trim_end());
        wrong(&words::bad_map(&path.display()), language)
    })
}

/// Tells findings about a list on standard error.
pub(super) fn told(path: &Path, found: &[Diagnostic], language: Language) {
    if !found.is_empty() {
        let file = File { name: path.display().to_string(), text: String::new(), sheets: None };
        output::note(scenario::render(found, &[file], language).trim_end());
    }
}

/// The name of a file without its folder.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
