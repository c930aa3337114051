//! The result of an import: checked as an overlay before anything is written.

use super::imported::{Imported, name_of};
use crate::cli::args::Import;
use crate::cli::exit::Failure;
use crate::cli::export::save;
use crate::cli::input::{Input, wrong};
use crate::cli::output;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Date, Language};
use crate::lists::Outcome;
use crate::lists::changes::About;
use crate::scenario::Loaded;
use crate::words::{lists as words, workbook as workbook_words};
use crate::workbook;
use crate::workbook::write::{Filling, export, render};
use std::path::{Component, Path, PathBuf};

/// What will be written.
pub struct Checked {
    /// The overlay.
    overlay: String,
    /// The scenario with the changes made.
    made: Loaded,
}

/// Whether a path ends like a workbook.
fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// Refuses results that are there already or have another ending.
///
/// # Errors
///
/// Then.
pub fn may_be_written(out: &Path, language: Language) -> Result<(), Failure> {
    let text = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    if !text && !is_workbook(out) {
        return Err(wrong(&words::neither_ron_nor_xlsx(&out.display()), language));
    }
    if out.symlink_metadata().is_ok() {
        return Err(wrong(&workbook_words::already_there(&out.display()), language));
    }
    Ok(())
}

/// The date of the figures: as said, else the day on which the file was
/// changed last.
///
/// # Errors
///
/// When what is said is no date.
pub fn date_of(arguments: &Import, language: Language) -> Result<Date, Failure> {
    let changed = || {
        let changed = std::fs::metadata(&arguments.list).and_then(|file| file.modified());
        let seconds = changed.ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
        let seconds = seconds.map_or(0, |since| since.as_secs());
        let days = i32::try_from(seconds / 86_400).unwrap_or(0);
        let day = chrono::NaiveDate::from_epoch_days(days).unwrap_or_default();
        day.format("%Y-%m-%d").to_string()
    };
    let text = arguments.date.clone().unwrap_or_else(changed);
    text.parse().map_err(|_| wrong(&words::no_date_of_list(&text), language))
}

impl Imported<'_> {
    /// Makes the changes and checks the scenario that they make. What is wrong
    /// with it is told at the cells that say it; then there is no result.
    pub fn checked(
        &self,
        before: &Loaded,
        outcome: &mut Outcome,
    ) -> Result<Option<Checked>, Failure> {
        let out = self.arguments.out.as_deref();
        let text_out = out.filter(|out| !is_workbook(out) && !self.arguments.preview);
        // A workbook's changes are checked as an overlay beside the scenario.
        let beside = self.into.with_file_name(".campusplan-import.ron");
        let path = text_out.unwrap_or(&beside);
        let base = base_from(self.into, path);
        let overlay = outcome.overlay(&base, &self.about());
        let open = |file: &Path| {
            if file == path { Ok(overlay.clone().into()) } else { workbook::open(file) }
        };
        let made = Input::opened(path, &[], Some(self.language), &open)?;
        let known = |one: &Diagnostic| {
            before.warnings.iter().any(|old| old.path == one.path && old.message == one.message)
        };
        let new = made.findings().iter().filter(|one| !known(one));
        let found: Vec<Diagnostic> = new.map(|one| at_cell(one, &overlay, outcome)).collect();
        outcome.found.extend(found);
        Ok(made.read.ok().map(|made| Checked { overlay, made }))
    }

    /// What is said of the list as a source.
    fn about(&self) -> About {
        let (title, list) = (self.table.kind.title(), name_of(self.path));
        let given = self.table.fill.iter();
        let mut given: Vec<String> =
            given.map(|(field, value)| format!("{}={value}", field.title.0)).collect();
        if let Some((men, women)) = self.arguments.retirement_ages {
            given.push(format!("退休年龄={men},{women}"));
        }
        About {
            list: words::from_list(title.0, title.1, &list, &self.table.cells.name),
            filled: words::filled_in(&given.join("、"), &list),
            date: self.date.to_string(),
        }
    }

    /// Writes the result.
    pub fn write(&self, out: &Path, checked: &Checked) -> Result<(), Failure> {
        let language = self.language;
        if !is_workbook(out) {
            return save(out, checked.overlay.as_bytes(), false, language);
        }
        let export = export(&checked.made.raw, language)
            .map_err(|lost| wrong(&workbook_words::lost(&lost.join(", ")), language))?;
        let bytes = render(&export, language, Filling::Scenario)
            .map_err(|why| wrong(&workbook_words::not_written(&out.display(), &why), language))?;
        save(out, &bytes, false, language)
    }

    /// Says what was written.
    pub fn say_written(&self, out: &Path) {
        let language = self.language;
        let say = |text: crate::domain::Text| output::note(text.get(language));
        if is_workbook(out) {
            say(words::written(&out.display()));
            if is_workbook(self.into) {
                say(words::workbook_anew());
            } else {
                say(workbook_words::no_comments());
            }
        } else {
            say(words::written_overlay(&out.display(), &base_from(self.into, out)));
        }
        if let Some(map) = &self.arguments.save_map {
            say(words::map_written(&map.display()));
        }
    }
}

/// A finding about the result, at the cell of the list that says it where it
/// comes from the list.
fn at_cell(found: &Diagnostic, overlay: &str, outcome: &Outcome) -> Diagnostic {
    let mut found = found.clone();
    if found.file != 0 {
        // Of the base: its path says where.
        found.file = 0;
        found.position = None;
        found.cell = None;
        return found;
    }
    let first = overlay.lines().position(|line| line == "    changes: [").map_or(0, |at| at + 2);
    let index = found.position.and_then(|position| position.line.checked_sub(first));
    let mut edits = outcome.changes.iter().filter(|change| change.edit.is_some());
    found.cell = index.and_then(|index| edits.nth(index)).and_then(|change| change.cell.clone());
    found.position = None;
    if found.severity == Severity::Error && found.cell.is_some() {
        found.path = String::new();
    }
    found
}

/// The base of an overlay as its text names it: from its own folder where both
/// lie on the same disk below some folder, else in full.
fn base_from(base: &Path, overlay: &Path) -> String {
    let full = |path: &Path| {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let folder = path.parent().and_then(|folder| std::fs::canonicalize(folder).ok());
        folder.map(|folder| folder.join(path.file_name().unwrap_or_default())).unwrap_or(path)
    };
    let (base, overlay) = (full(base), full(overlay));
    let folder: Vec<Component<'_>> = overlay.parent().unwrap_or(&overlay).components().collect();
    let parts: Vec<Component<'_>> = base.components().collect();
    let shared = parts.iter().zip(&folder).take_while(|(one, other)| one == other).count();
    if shared <= 1 {
        return base.to_string_lossy().into_owned();
    }
    let mut path = PathBuf::new();
    path.extend(folder[shared..].iter().map(|_| Component::ParentDir));
    path.extend(&parts[shared..]);
    path.to_string_lossy().replace('\\', "/")
}
