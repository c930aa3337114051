//! The sheets 假设 and 其他.

use super::sheet::Paper;
use crate::workbook::layout::{Bi, OTHER, WHAT_IFS};
use crate::workbook::style::{guarded, print};
use rust_xlsxwriter::{ColNum, RowNum, Worksheet, XlsxError};

/// The row of the heads.
const HEADS: RowNum = 1;

fn begin(
    sheet: &mut Worksheet,
    paper: Paper<'_>,
    title: Bi,
    about: Bi,
    heads: &[(Bi, f64)],
) -> Result<(), XlsxError> {
    let style = paper.style;
    sheet.set_name(title.get(style.language))?;
    print(sheet, paper.title, title.get(style.language), style.language);
    sheet.set_repeat_rows(HEADS, HEADS)?;
    sheet.write_string_with_format(0, 0, about.get(style.language), &style.remark())?;
    for (column, (head, width)) in (0 as ColNum..).zip(heads) {
        sheet.write_string_with_format(HEADS, column, head.get(style.language), &style.head())?;
        sheet.set_column_width(column, *width)?;
        sheet.set_column_format(column, &style.plain().set_num_format("@"))?;
    }
    sheet.set_freeze_panes(HEADS + 1, 0)?;
    Ok(())
}

/// What-ifs: several options from one workbook.
pub fn what_ifs(sheet: &mut Worksheet, paper: Paper<'_>) -> Result<(), XlsxError> {
    begin(
        sheet,
        paper,
        WHAT_IFS,
        Bi(
            "每行一处改动：同名的行合成一个方案，campusplan compare 一并比选；位置写字段路径或单元格（校区!D5）",
            "A change a row: rows of one name make an option for campusplan compare; place is a path or a cell (Campuses!D5)",
        ),
        &[(Bi("名称", "Name"), 24.0), (Bi("位置", "Place"), 40.0), (Bi("值", "Value"), 24.0)],
    )
}

/// Values without a column.
pub fn others(sheet: &mut Worksheet, paper: Paper<'_>) -> Result<(), XlsxError> {
    begin(
        sheet,
        paper,
        OTHER,
        Bi(
            "没有专列的字段：字段路径，值按RON的写法",
            "Fields without a column: path, and the value as RON",
        ),
        &[(Bi("字段路径", "Path"), 44.0), (Bi("值", "Value"), 80.0)],
    )?;
    let cell = paper.style.typed().set_text_wrap();
    for (row, one) in (HEADS + 1..).zip(&paper.export.rest) {
        for (column, text) in [(0, &one.path), (1, &one.value)] {
            sheet.write_string_with_format(row, column, text, &guarded(cell.clone(), text))?;
        }
    }
    Ok(())
}
