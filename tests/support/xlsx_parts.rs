//! Workbooks made by hand, part by part.

use campusplan::diagnostic::{Diagnostic, Severity};
use campusplan::domain::Language;
use campusplan::scenario::raw::RawScenario;
use campusplan::scenario::{self, Reading, Source};
use campusplan::workbook::write::{Filled, export};
use campusplan::workbook::{Cells, Spot, Value};
use std::io::{Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A workbook of sheets given as the XML of their rows.
pub struct Parts {
    pub workbook_pr: &'static str,
    pub strings: String,
    pub styles: String,
    /// Name, attributes, rows, and what comes behind the rows.
    pub sheets: Vec<(&'static str, &'static str, String, String)>,
    pub more: Vec<(String, Vec<u8>)>,
}

impl Default for Parts {
    fn default() -> Self {
        Self {
            workbook_pr: "",
            strings: String::new(),
            styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>".to_owned(),
            sheets: Vec::new(),
            more: Vec::new(),
        }
    }
}

impl Parts {
    pub fn sheet(mut self, name: &'static str, rows: &str) -> Self {
        self.sheets.push((name, "", rows.to_owned(), String::new()));
        self
    }

    pub fn zipped(&self) -> Vec<u8> {
        let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
        let mut put = |path: &str, text: String| parts.push((path.to_owned(), text.into_bytes()));
        put("[Content_Types].xml", "<Types/>".to_owned());
        put(
            "_rels/.rels",
            format!(
                "<Relationships><Relationship Id=\"r\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        );
        let mut list = String::new();
        let mut relations = String::new();
        for (number, (name, attributes, rows, behind)) in self.sheets.iter().enumerate() {
            list.extend([format!(
                "<sheet name=\"{name}\" sheetId=\"{0}\" r:id=\"s{0}\" {attributes}/>",
                number + 1
            )]);
            relations.extend([format!(
                "<Relationship Id=\"s{0}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{0}.xml\"/>",
                number + 1
            )]);
            put(
                &format!("xl/worksheets/sheet{}.xml", number + 1),
                format!(
                    "<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData>{behind}</worksheet>"
                ),
            );
        }
        relations.extend([format!(
            "<Relationship Id=\"a\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>\
             <Relationship Id=\"b\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        )]);
        put(
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><workbookPr {}/><sheets>{list}</sheets></workbook>",
                self.workbook_pr
            ),
        );
        put("xl/_rels/workbook.xml.rels", format!("<Relationships>{relations}</Relationships>"));
        put("xl/styles.xml", format!("<styleSheet xmlns=\"{MAIN}\">{}</styleSheet>", self.styles));
        put("xl/sharedStrings.xml", format!("<sst xmlns=\"{MAIN}\">{}</sst>", self.strings));
        parts.extend(self.more.iter().cloned());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in parts {
            zip.start_file(path, SimpleFileOptions::default()).unwrap();
            zip.write_all(&bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

/// A row of texts; numbers begin with `=`.
pub fn row(number: usize, cells: &[&str]) -> String {
    let cell = |(column, text): (usize, &&str)| {
        let letter = char::from(b'A' + u8::try_from(column).unwrap());
        match text.strip_prefix('=') {
            _ if text.is_empty() => String::new(),
            Some(value) => format!("<c r=\"{letter}{number}\"><v>{value}</v></c>"),
            None => format!("<c r=\"{letter}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        }
    };
    let cells: String = cells.iter().enumerate().map(cell).collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

/// The sheets of a scenario as they are exported.
pub fn exported(raw: &RawScenario) -> Vec<Cells> {
    let export = export(raw, Language::Zh).expect("a workbook");
    export.sheets.iter().map(Filled::cells).collect()
}

/// The sheet of a name.
pub fn sheet<'b>(book: &'b mut [Cells], name: &str) -> &'b mut Cells {
    let found = book.iter_mut().find(|cells| cells.name == name);
    found.unwrap_or_else(|| panic!("no sheet {name}"))
}

/// The cell of the row with a text and the column with a head.
pub fn cell(cells: &Cells, text: &str, head: &str) -> Spot {
    let is = |value: &Value, wanted: &str| value.to_string().starts_with(wanted);
    let row = cells.cells.iter().find(|(spot, value)| spot.row > 1 && is(value, text));
    let column = cells.row(1).find(|(_, value)| is(value, head));
    let (Some((spot, _)), Some((column, _))) = (row, column) else {
        panic!("no {text} under {head} on {}", cells.name);
    };
    Spot { row: spot.row, column }
}

/// A sheet of texts.
pub fn of_texts(name: &str, rows: &[&[&str]]) -> Cells {
    let mut cells = Cells { name: name.to_owned(), ..Cells::default() };
    for (row, texts) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*texts) {
            let value =
                text.parse().map_or_else(|_| Value::Text((*text).to_owned()), Value::Number);
            cells.cells.insert(Spot { row, column }, value);
        }
    }
    cells
}

/// Sheets as a file that another program could have saved.
pub fn saved(book: &[Cells]) -> Vec<u8> {
    let mut file = rust_xlsxwriter::Workbook::new();
    for cells in book {
        let sheet = file.add_worksheet();
        sheet.set_name(&cells.name).unwrap();
        for (Spot { row, column }, value) in &cells.cells {
            let column = u16::try_from(*column).unwrap();
            match value {
                Value::Number(number) => sheet.write_number(*row, column, *number).unwrap(),
                value => sheet.write_string(*row, column, value.to_string()).unwrap(),
            };
        }
    }
    file.save_to_buffer().unwrap()
}

pub fn load(source: &Source) -> Reading {
    scenario::load_from(Path::new("case.xlsx"), &[], &|_| Ok(source.clone())).expect("a file")
}

/// All that was found, as `error 校区!D5: message`.
pub fn found(reading: &Reading) -> Vec<String> {
    let found: &[Diagnostic] = match &reading.result {
        Ok(loaded) => &loaded.warnings,
        Err(found) => found,
    };
    let told = |one: &Diagnostic| {
        let grade = if one.severity == Severity::Error { "error" } else { "warning" };
        let cell = one.cell.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{grade} {cell}: {}", one.message.zh)
    };
    found.iter().map(told).collect()
}
