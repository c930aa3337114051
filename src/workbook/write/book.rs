//! The workbook as a file.

use super::Export;
use super::lists::Lists;
use super::sheet::{self, Paper};
use super::{legend, plain};
use crate::domain::Language;
use crate::scenario::tree::{Hop, Node};
use crate::workbook::layout::{Kind, Special, VERSION, sheets};
use crate::workbook::style::Style;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// What else a workbook is to hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filling {
    /// The scenario itself.
    #[default]
    Scenario,
    /// Its first rows as examples, which are not read.
    Examples,
}

/// Renders it: the same bytes for the same scenario.
///
/// # Errors
///
/// When it does not fit into a workbook.
pub fn render(export: &Export, language: Language, filling: Filling) -> Result<Vec<u8>, XlsxError> {
    let style = Style::new(language);
    let mut workbook = Workbook::new();
    style.set_default(&mut workbook)?;
    workbook.set_properties(&properties(export, language)?);
    let title = title(export, language);
    legend::write(workbook.add_worksheet(), &style, &title, filling)?;
    let lists = Lists::new(export, language).with(kinds());
    let paper = Paper { export, lists: &lists, style: &style, title: &title, language, filling };
    for filled in &export.sheets {
        sheet::write(workbook.add_worksheet(), filled, paper)?;
    }
    plain::what_ifs(workbook.add_worksheet(), paper)?;
    plain::others(workbook.add_worksheet(), paper)?;
    lists.write(workbook.add_worksheet(), &style)?;
    let version = workbook.add_worksheet();
    version.set_name(Special::Version.title().0)?;
    version.write_string(0, 0, "campusplan")?;
    version.write_number(0, 1, VERSION)?;
    version.set_very_hidden(true);
    workbook.save_to_buffer()
}

/// All kinds of cells.
fn kinds() -> impl Iterator<Item = Kind> {
    sheets().iter().flat_map(|sheet| {
        let columns = sheet.columns.iter().map(|column| column.kind);
        let values = sheet.rows.iter().filter_map(|row| row.value);
        let keys = sheet.rows.iter().flat_map(|row| row.keys.iter().map(|(_, kind)| *kind));
        columns.chain(values).chain(keys)
    })
}

/// The scenario's name.
fn title(export: &Export, language: Language) -> String {
    let name = |field: &str| {
        let place = [Hop::Key("name".to_owned()), Hop::Key(field.to_owned())];
        export.root.at(&place).and_then(Node::text)
    };
    let title = match language {
        Language::Zh => name("zh").or_else(|| name("en")),
        Language::En => name("en").or_else(|| name("zh")),
    };
    title.unwrap_or_default().to_owned()
}

/// What the file says of itself. No clock is asked: the same scenario gives
/// the same file.
fn properties(export: &Export, language: Language) -> Result<DocProperties, XlsxError> {
    let title: String = title(export, language).chars().take(250).collect();
    Ok(DocProperties::new()
        .set_title(title)
        .set_author(concat!("campusplan ", env!("CARGO_PKG_VERSION")))
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?))
}
