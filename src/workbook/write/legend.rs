//! The first sheet: what the workbook is, and how it is filled in.

use super::book::Filling;
use crate::workbook::layout::{Bi, Special, sheets};
use crate::workbook::style::{Style, print};
use rust_xlsxwriter::{RowNum, Url, Worksheet, XlsxError};

const LINES: [Bi; 9] = [
    Bi(
        "这份工作簿就是一个方案：campusplan check、plan、compare 等命令可以直接读它。",
        "This workbook is a scenario: campusplan check, plan, compare and the others read it.",
    ),
    Bi(
        "表头在第2行，鼠标停在表头上有填写说明；行、列、工作表都可以移动，可以增加行。",
        "The heads are in row 2 and have notes; rows, columns and sheets may be moved, rows added.",
    ),
    Bi(
        "带下拉箭头的单元格可以选；引用别的表时写名称即可，名称相同时写代码。",
        "Cells with an arrow offer a choice; refer to others by name, or by key where names are alike.",
    ),
    Bi(
        "代码列和英文列折叠在名称右边（点表头上方的“+”展开）；新增的行可以不填。",
        "Keys are folded away beside the names (the + above the heads); new rows may do without.",
    ),
    Bi(
        "数的单位写在表头括号里；个别单元格可以自带单位，如“30亩”“5000元”。",
        "The unit stands in the head; a cell may bring its own, like 30 亩.",
    ),
    Bi(
        "空单元格表示没有填，按缺省值处理；“无”表示明确为空。",
        "An empty cell has its default; 无 states that there is nothing.",
    ),
    Bi(
        "以“例：”“注：”开头的行和合计行不读；来源列只供查看。",
        "Rows that begin with e.g. or Note: and totals are not read; the column Source is for reading only.",
    ),
    Bi(
        "查错：campusplan check 本文件 --mark 标注.xlsx，有错的单元格会着色并附说明。",
        "To find mistakes: campusplan check FILE --mark marked.xlsx colours the cells and notes what is wrong.",
    ),
    Bi(
        "没有专列的字段写在“其他”表；灰色标签的表还没有内容。",
        "Fields without a column are on the sheet Other; sheets with a grey tab are empty.",
    ),
];

const EXAMPLES: Bi = Bi(
    "这是空白模板：灰字“例：”一行是示例，不会读入，照样另起一行填写即可。",
    "This is an empty template: rows that begin with e.g. are examples and are not read.",
);

pub fn write(
    sheet: &mut Worksheet,
    style: &Style,
    name: &str,
    filling: Filling,
) -> Result<(), XlsxError> {
    let language = style.language;
    sheet.set_name(Special::Legend.title().get(language))?;
    sheet.set_column_width(0, 22)?;
    sheet.set_column_width(1, 90)?;
    let title = Bi("方案工作簿", "Scenario workbook").get(language);
    print(sheet, name, title, language);
    sheet.write_string_with_format(0, 0, title, &style.title())?;
    let mut row: RowNum = 1;
    let examples = (filling == Filling::Examples).then_some(EXAMPLES);
    for line in examples.iter().chain(&LINES) {
        sheet.write_string_with_format(row, 0, line.get(language), &style.plain())?;
        row += 1;
    }
    row += 1;
    let heads = [Bi("工作表", "Sheet"), Bi("内容", "Contents")];
    sheet.write_string_with_format(row, 0, heads[0].get(language), &style.head())?;
    sheet.write_string_with_format(row, 1, heads[1].get(language), &style.head())?;
    for one in sheets() {
        row += 1;
        let name = one.title.get(language);
        let link = Url::new(format!("internal:'{name}'!A1"));
        sheet.write_url_with_options(row, 0, link, name, "", Some(&style.boxed()))?;
        sheet.write_string_with_format(row, 1, one.about.get(language), &style.boxed())?;
    }
    Ok(())
}
