//! Words of scenario workbooks.

use std::fmt::Display;

words! {
    fn error_value(error: &str) { "单元格是错误值{error}" / "the cell holds the error {error}" }
    fn fix_formula() { "请改正公式，或直接填数" / "correct the formula, or write the value itself" }
    fn unsaved(formula: &str) {
        "公式“={formula}”没有存下计算结果" / "the formula `={formula}` has no stored result"
    }
    fn save_again() {
        "请用Excel或WPS打开后重新保存，或直接填数" / "open the workbook in Excel or LibreOffice and save it again, or write the value itself"
    }
    fn no_count(text: &str) { "“{text}”不是整数" / "`{text}` is not a whole number" }
    fn whole_number() { "请写0或更大的整数" / "write a whole number, 0 or more" }
    fn no_flag(text: &str) { "“{text}”不是“是”或“否”" / "`{text}` is neither yes nor no" }
    fn no_word(text: &str) { "“{text}”不在可选之列" / "`{text}` is not one of the allowed words" }
    fn ambiguous(text: &str) { "有不止一项名为“{text}”，请写代码" / "several entries are called `{text}`; write the key" }
    fn no_date(text: &str) { "“{text}”不是日期" / "`{text}` is not a date" }
    fn date_form() { "写作2008-09-01、2008年9月或2008" / "write a date like 2008-09-01, 2008-09 or 2008" }
    fn term_form() { "写作“2008年春”“2008年秋”" / "write a term like 2008-spring or 2008-autumn" }
    fn no_pairs(text: &str) { "“{text}”不是“项：数”的列表" / "`{text}` is not a list of `item: number`" }
    fn pairs_form() { "写作“2008年春：110；2009年春：130”" / "write it like `2008-spring: 110; 2009-spring: 130`" }
    fn no_tie(text: &str) { "“{text}”不是与计划挂钩的写法" / "`{text}` is not a tie to the plan" }

    fn not_a_workbook() { "不是xlsx工作簿" / "not an xlsx workbook" }
    fn old_format() { "是旧格式（.xls）或加了密码的工作簿" / "an old (.xls) or encrypted workbook" }
    fn save_as_xlsx() { "请另存为不加密码的“Excel 工作簿（*.xlsx）”" / "save it as an Excel workbook (*.xlsx) without a password" }
    fn damaged(part: &str, why: &dyn Display) { "工作簿已损坏：{part}（{why}）" / "the workbook is damaged: {part} ({why})" }
    fn too_large(mib: u64) { "工作簿解压后超过{mib} MiB" / "the workbook has more than {mib} MiB when inflated" }
    fn too_many_cells(most: usize) { "工作簿的单元格超过{most}个" / "the workbook has more than {most} ⟨cell|cells⟩" }
    fn newer_layout(found: &str, known: u32) {
        "工作簿的格式版本是{found}，本程序只认到{known}" / "the workbook has layout {found}; this program knows up to {known}"
    }
    fn no_sheets() { "没有一张方案的工作表" / "none of the sheets belongs to a scenario" }
    fn use_template() { "用campusplan template或export得到一份工作簿" / "campusplan template or export writes such a workbook" }
    fn unknown_sheet(name: &str) { "工作表“{name}”不属于方案，没有读" / "the sheet `{name}` is not part of a scenario and was not read" }
    fn sheet_twice(name: &str) { "有两张“{name}”表，只读了第一张" / "there are two sheets for `{name}`; only the first was read" }
    fn no_heads(name: &str) { "工作表“{name}”里没有找到表头" / "no heads were found on the sheet `{name}`" }
    fn heads_needed(list: &str) { "表头应有：{list}" / "the heads should be: {list}" }
    fn unknown_column(head: &str) { "列“{head}”不认识，没有读" / "the column `{head}` is not known and was not read" }
    fn column_twice(head: &str) { "列“{head}”出现两次，只读了第一列" / "the column `{head}` comes twice; only the first was read" }
    fn missing_column(sheet: &str, head: &str) { "工作表“{sheet}”缺少“{head}”列" / "the sheet `{sheet}` has no column `{head}`" }
    fn hidden_row() { "这一行被隐藏或筛选掉了，仍然读入" / "this row is hidden or filtered away; it was read all the same" }
    fn no_key(head: &str) { "这一行缺少“{head}”" / "the row has no `{head}`" }
    fn entry_twice(name: &str) { "“{name}”出现两次" / "`{name}` comes twice" }
    fn tell_apart() { "请改名，或在代码列写上不同的代码" / "rename it, or give it a key of its own" }
    fn unknown_item(name: &str) { "没有项目“{name}”" / "there is no item `{name}`" }
    fn wrong_object(item: &str) { "项目“{item}”的对象或年份没有填对" / "the object or year of the item `{item}` does not fit" }
    fn twice_said(path: &str) { "{path}已在别处填过" / "{path} is said elsewhere already" }
    fn bad_path(path: &str) { "路径“{path}”读不懂" / "the path `{path}` cannot be read" }
    fn cell_holds(head: &str, value: &str) { "“{head}”= {value}" / "{head} = {value}" }
    fn cell_empty(head: &str) { "“{head}”空着" / "{head} is empty" }
    fn found_level() { "单元格" / "cell" }

    fn no_such_cell(name: &str, cells: &str) { "假设“{name}”：没有单元格{cells}" / "what-if `{name}`: there is no cell {cells}" }
    fn no_overlay(paths: &str) { "这些差别写不成情景文件：{paths}" / "an overlay cannot make these changes: {paths}" }
    fn overlay_written(path: &dyn Display, changes: usize) { "已写出{path}：{changes}处改动" / "{path} written; changes: {changes}" }
    fn lost(paths: &str) { "工作簿装不下这些字段：{paths}" / "the workbook cannot carry these fields: {paths}" }
    fn exported(path: &dyn Display, sheets: usize, cells: usize) {
        "已写出{path}：{sheets}张表，{cells}个单元格" / "{path} written: {sheets} ⟨sheet|sheets⟩, {cells} ⟨cell|cells⟩"
    }
    fn empty_written(path: &dyn Display, sheets: usize) {
        "已写出空白模板{path}：{sheets}张表，各附一行不读入的示例" / "{path} written: an empty template of {sheets} sheets, each with an example row that is not read"
    }
    fn others(count: usize) { "没有专列的{count}项写在“其他”表" / "{count} values without a column are on the sheet Other" }
    fn no_comments() { "方案文件里的注释不会带进工作簿" / "comments of the scenario file are not carried over" }
    fn marked(path: &dyn Display, cells: usize) { "已标出{cells}个单元格：{path}" / "{cells} ⟨cell|cells⟩ marked in {path}" }
    fn mark_needs_workbook() { "--mark只用于xlsx方案" / "--mark needs a scenario in xlsx" }
    fn already_there(path: &dyn Display) { "{path}已存在，不覆盖" / "{path} exists already and is not overwritten" }
    fn not_written(path: &dyn Display, why: &dyn Display) { "{path}：写不出（{why}）" / "{path}: cannot be written ({why})" }
}
