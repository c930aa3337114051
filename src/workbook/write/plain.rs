//! The sheets 假设 and 其他.

use super::rest::Rest;
use super::style::Style;
use crate::workbook::layout::{Bi, OTHER, WHAT_IFS};
use rust_xlsxwriter::{ColNum, RowNum, Worksheet, XlsxError};

/// The row of the heads.
const HEADS: RowNum = 1;

fn begin(
    sheet: &mut Worksheet,
    style: &Style,
    title: Bi,
    about: Bi,
    heads: &[(Bi, f64)],
) -> Result<(), XlsxError> {
    sheet.set_name(title.get(style.language))?;
    sheet.write_string_with_format(0, 0, about.get(style.language), &style.remark())?;
    for (column, (head, width)) in (0 as ColNum..).zip(heads) {
        sheet.write_string_with_format(HEADS, column, head.get(style.language), &style.head())?;
        sheet.set_column_width(column, *width)?;
        sheet.set_column_format(column, &style.text().set_num_format("@"))?;
    }
    sheet.set_freeze_panes(HEADS + 1, 0)?;
    Ok(())
}

/// What-ifs: several options from one workbook.
pub fn what_ifs(sheet: &mut Worksheet, style: &Style) -> Result<(), XlsxError> {
    begin(
        sheet,
        style,
        WHAT_IFS,
        Bi(
            "每行一处改动：同名的行合成一个方案，campusplan compare 一并比选；位置写字段路径或单元格（校区!D5）",
            "A change a row: rows of one name make an option for campusplan compare; place is a path or a cell (Campuses!D5)",
        ),
        &[(Bi("名称", "Name"), 24.0), (Bi("位置", "Place"), 40.0), (Bi("值", "Value"), 24.0)],
    )
}

/// Values without a column.
pub fn others(sheet: &mut Worksheet, rest: &[Rest], style: &Style) -> Result<(), XlsxError> {
    begin(
        sheet,
        style,
        OTHER,
        Bi(
            "没有专列的字段：字段路径，值按RON的写法",
            "Fields without a column: path, and the value as RON",
        ),
        &[(Bi("字段路径", "Path"), 44.0), (Bi("值", "Value"), 80.0)],
    )?;
    for (row, one) in (HEADS + 1..).zip(rest) {
        sheet.write_string_with_format(row, 0, &one.path, &style.typed())?;
        sheet.write_string_with_format(row, 1, &one.value, &style.typed())?;
    }
    Ok(())
}
