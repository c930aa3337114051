//! Words of scenario workbooks.

use std::fmt::Display;

words! {
    /// A cell with an error value.
    fn error_value(error: &str) { "单元格是错误值{error}" / "the cell holds the error {error}" }
    /// What to do about it.
    fn fix_formula() { "请改正公式，或直接填数" / "correct the formula, or write the value itself" }
    /// A formula without a stored result.
    fn unsaved(formula: &str) {
        "公式“={formula}”没有存下计算结果" / "the formula `={formula}` has no stored result"
    }
    /// What to do about it.
    fn save_again() {
        "请用Excel或WPS打开后重新保存，或直接填数" / "open the workbook in Excel or LibreOffice and save it again, or write the value itself"
    }
    /// No whole number.
    fn no_count(text: &str) { "“{text}”不是整数" / "`{text}` is not a whole number" }
    /// What is allowed.
    fn whole_number() { "请写0或更大的整数" / "write a whole number, 0 or more" }
    /// Neither yes nor no.
    fn no_flag(text: &str) { "“{text}”不是“是”或“否”" / "`{text}` is neither yes nor no" }
    /// None of some words.
    fn no_word(text: &str) { "“{text}”不在可选之列" / "`{text}` is not one of the allowed words" }
    /// A name of several entries.
    fn ambiguous(text: &str) { "有不止一项名为“{text}”，请写代码" / "several entries are called `{text}`; write the key" }
    /// No date.
    fn no_date(text: &str) { "“{text}”不是日期" / "`{text}` is not a date" }
    /// How a date is written.
    fn date_form() { "写作2008-09-01、2008年9月或2008" / "write a date like 2008-09-01, 2008-09 or 2008" }
    /// How a term is written.
    fn term_form() { "写作“2008年春”“2008年秋”" / "write a term like 2008-spring or 2008-autumn" }
    /// No map in a cell.
    fn no_pairs(text: &str) { "“{text}”不是“项：数”的列表" / "`{text}` is not a list of `item: number`" }
    /// How a map is written.
    fn pairs_form() { "写作“2008年春：110；2009年春：130”" / "write it like `2008-spring: 110; 2009-spring: 130`" }
    /// No tie.
    fn no_tie(text: &str) { "“{text}”不是与计划挂钩的写法" / "`{text}` is not a tie to the plan" }

    /// A file that is no workbook.
    fn not_a_workbook() { "不是xlsx工作簿" / "not an xlsx workbook" }
    /// An old or encrypted workbook.
    fn old_format() { "是旧格式（.xls）或加了密码的工作簿" / "an old (.xls) or encrypted workbook" }
    /// What to do about it.
    fn save_as_xlsx() { "请另存为不加密码的“Excel 工作簿（*.xlsx）”" / "save it as an Excel workbook (*.xlsx) without a password" }
    /// A part that is not there or no XML.
    fn damaged(part: &str, why: &dyn Display) { "工作簿已损坏：{part}（{why}）" / "the workbook is damaged: {part} ({why})" }
    /// Too large when inflated.
    fn too_large(mib: u64) { "工作簿解压后超过{mib} MiB" / "the workbook has more than {mib} MiB when inflated" }
    /// Too many cells.
    fn too_many_cells(most: usize) { "工作簿的单元格超过{most}个" / "the workbook has more than {most} cells" }
    /// A newer layout.
    fn newer_layout(found: &str, known: u32) {
        "工作簿的格式版本是{found}，本程序只认到{known}" / "the workbook has layout {found}; this program knows up to {known}"
    }
    /// No sheet of a scenario.
    fn no_sheets() { "没有一张方案的工作表" / "none of the sheets belongs to a scenario" }
    /// How to get one.
    fn use_template() { "用campusplan template或export得到一份工作簿" / "campusplan template or export writes such a workbook" }
    /// A sheet that is not read.
    fn unknown_sheet(name: &str) { "工作表“{name}”不属于方案，没有读" / "the sheet `{name}` is not part of a scenario and was not read" }
    /// A sheet that comes twice.
    fn sheet_twice(name: &str) { "有两张“{name}”表，只读了第一张" / "there are two sheets for `{name}`; only the first was read" }
    /// A sheet without heads.
    fn no_heads(name: &str) { "工作表“{name}”里没有找到表头" / "no heads were found on the sheet `{name}`" }
    /// Which heads are needed.
    fn heads_needed(list: &str) { "表头应有：{list}" / "the heads should be: {list}" }
    /// A column that is not read.
    fn unknown_column(head: &str) { "列“{head}”不认识，没有读" / "the column `{head}` is not known and was not read" }
    /// A column that comes twice.
    fn column_twice(head: &str) { "列“{head}”出现两次，只读了第一列" / "the column `{head}` comes twice; only the first was read" }
    /// A needed column that is not there.
    fn missing_column(sheet: &str, head: &str) { "工作表“{sheet}”缺少“{head}”列" / "the sheet `{sheet}` has no column `{head}`" }
    /// A hidden row that is read.
    fn hidden_row() { "这一行被隐藏或筛选掉了，仍然读入" / "this row is hidden or filtered away; it was read all the same" }
    /// A row without its key.
    fn no_key(head: &str) { "这一行缺少“{head}”" / "the row has no `{head}`" }
    /// An entry that comes twice.
    fn entry_twice(name: &str) { "“{name}”出现两次" / "`{name}` comes twice" }
    /// How to tell entries apart.
    fn tell_apart() { "请改名，或在代码列写上不同的代码" / "rename it, or give it a key of its own" }
    /// A label that is not known.
    fn unknown_item(name: &str) { "没有项目“{name}”" / "there is no item `{name}`" }
    /// Keys that do not fit the item.
    fn wrong_object(item: &str) { "项目“{item}”的对象或年份没有填对" / "the object or year of the item `{item}` does not fit" }
    /// A value in a cell that is passed over.
    fn twice_said(path: &str) { "{path}已在别处填过" / "{path} is said elsewhere already" }
    /// A path on the sheet of other fields that leads nowhere.
    fn bad_path(path: &str) { "路径“{path}”读不懂" / "the path `{path}` cannot be read" }
    /// What a cell holds.
    fn cell_holds(head: &str, value: &str) { "“{head}”= {value}" / "{head} = {value}" }
    /// An empty cell.
    fn cell_empty(head: &str) { "“{head}”空着" / "{head} is empty" }
    /// The cell of a finding.
    fn found_level() { "单元格" / "cell" }

    /// A what-if with a cell that is not there.
    fn no_such_cell(name: &str, cells: &str) { "假设“{name}”：没有单元格{cells}" / "what-if `{name}`: there is no cell {cells}" }
    /// An overlay that does not make the second scenario.
    fn no_overlay(paths: &str) { "这些差别写不成情景文件：{paths}" / "an overlay cannot make these changes: {paths}" }
    /// An overlay that was written.
    fn overlay_written(path: &dyn Display, changes: usize) { "已写出{path}：{changes}处改动" / "{path} written; changes: {changes}" }
    /// What the workbook can't carry.
    fn lost(paths: &str) { "工作簿装不下这些字段：{paths}" / "the workbook cannot carry these fields: {paths}" }
    /// What was written.
    fn exported(path: &dyn Display, sheets: usize, cells: usize) {
        "已写出{path}：{sheets}张表，{cells}个单元格" / "{path} written: {sheets} sheets, {cells} cells"
    }
    /// What stands on the sheet of other fields.
    fn others(count: usize) { "没有专列的{count}项写在“其他”表" / "{count} values without a column are on the sheet Other" }
    /// What a workbook does not carry.
    fn no_comments() { "方案文件里的注释不会带进工作簿" / "comments of the scenario file are not carried over" }
    /// A marked workbook.
    fn marked(path: &dyn Display, cells: usize) { "已标出{cells}个单元格：{path}" / "{cells} cells marked in {path}" }
    /// Nothing but a workbook can be marked.
    fn mark_needs_workbook() { "--mark只用于xlsx方案" / "--mark needs a scenario in xlsx" }
    /// A file that would be overwritten.
    fn already_there(path: &dyn Display) { "{path}已存在，不覆盖" / "{path} exists already and is not overwritten" }
    /// A file that can't be written.
    fn not_written(path: &dyn Display, why: &dyn Display) { "{path}：写不出（{why}）" / "{path}: cannot be written ({why})" }
}
