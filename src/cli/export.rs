//! `campusplan export` and `campusplan template`.

use super::args::{Export, Template};
use super::exit::{Exit, Failure};
use super::input::{Input, wrong};
use super::output;
use crate::domain::Language;
use crate::fs::{Own, Target};
use crate::words::workbook as words;
use crate::workbook::layout::sheets;
use crate::workbook::write::{Filling, export as filled, render, template as written_template};
use std::path::Path;

/// Writes a scenario as a workbook.
pub fn export(arguments: &Export) -> Result<Exit, Failure> {
    let input = Input::read(&arguments.scenario, &arguments.changes, arguments.lang)?;
    let language = input.language;
    let from_text = input.files.first().is_some_and(|file| file.sheets.is_none());
    let loaded = input.usable(&arguments.scenario)?;
    let export = filled(&loaded.raw, language)
        .map_err(|lost| wrong(&words::lost(&lost.join(", ")), language))?;
    let out = &arguments.out;
    let bytes = render(&export, language, Filling::Scenario)
        .map_err(|why| wrong(&words::not_written(&out.display(), &why), language))?;
    save(out, &bytes, arguments.force, language)?;
    let cells = export.sheets.iter().flat_map(|sheet| &sheet.rows);
    let cells = cells.flat_map(|row| row.cells.iter().flatten()).count();
    output::note(words::exported(&out.display(), export.sheets.len(), cells).get(language));
    if !export.rest.is_empty() {
        output::note(words::others(export.rest.len()).get(language));
    }
    if from_text {
        output::note(words::no_comments().get(language));
    }
    Ok(Exit::Done)
}

/// Writes an empty workbook with examples.
pub fn template(arguments: &Template) -> Result<Exit, Failure> {
    let (language, out) = (arguments.lang, &arguments.out);
    let bytes = written_template(language)
        .map_err(|why| wrong(&words::not_written(&out.display(), &why), language))?;
    save(out, &bytes, arguments.force, language)?;
    output::note(words::empty_written(&out.display(), sheets().len()).get(language));
    Ok(Exit::Done)
}

/// Writes a workbook; one that is there already only if asked to.
pub fn save(out: &Path, bytes: &[u8], force: bool, language: Language) -> Result<(), Failure> {
    if out.exists() && !force {
        return Err(wrong(&words::already_there(&out.display()), language));
    }
    Target::check(out, Own::InOwnFolder)
        .and_then(|target| target.write_bytes(bytes))
        .map_err(|why| wrong(&why.text(), language))
}
