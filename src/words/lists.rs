//! Words of lists that are taken into a scenario.

use crate::domain::Term;
use std::fmt::Display;

words! {
    fn split_list() { "请分成几个文件" / "split it into several files" }
    fn too_many_rows(rows: usize, most: usize) {
        "名单有{rows}行，最多{most}行" / "the list has {rows} ⟨row|rows⟩; at most {most} are taken"
    }
    fn group_rows() {
        "请把同类的合成一行（如课桌椅300套），或分校区导入" / "put like things into one line (300 desks), or import campus by campus"
    }
    fn nul_byte(line: usize) { "不是文本：第{line}行有空字节" / "not a text: there is a NUL byte in line {line}" }
    fn save_as_utf8() {
        "请另存为“CSV UTF-8（逗号分隔）”或xlsx" / "save it as CSV UTF-8 (comma separated) or as xlsx"
    }
    fn no_encoding() { "既不是UTF-8也不是GB18030（GBK）编码" / "neither UTF-8 nor GB18030 (GBK)" }
    fn no_columns(why: &dyn Display) { "分不出列（{why}）" / "cannot be cut into columns ({why})" }
    fn no_list(path: &dyn Display) { "{path}：名单没有读入" / "{path}: the list was not read" }

    fn no_field(name: &str) { "没有名为“{name}”的栏目" / "there is no field called `{name}`" }
    fn fields(zh: &str, en: &str) { "可以是：{zh}" / "allowed: {en}" }
    fn no_heads(zh: &str, en: &str) { "没有找到{zh}的表头" / "no heads of a list like this were found ({en})" }
    fn say_header() {
        "表头另有叫法时，用--column 表头=栏目指明；表头所在行用--header指明"
        / "where heads have other names, say what they mean with --column HEAD=FIELD; --header says the row"
    }
    fn no_sheet(name: &str) { "没有名为“{name}”的工作表" / "there is no sheet called `{name}`" }
    fn sheets(names: &str) { "工作表有：{names}" / "the sheets: {names}" }
    fn other_sheets(name: &str, others: &str) {
        "读的是工作表“{name}”；这些表也有表头：{others}（用--sheet指定）"
        / "the sheet `{name}` was read; others have heads too: {others} (choose with --sheet)"
    }
    fn map_of_other_kinds(zh: &str, en: &str) {
        "对照文件里没有{zh}的对照" / "the mapping file has no mapping of this kind ({en})"
    }
    fn map_does_not_fit(gone: &str, new: &str) {
        "表头与对照文件里记的不同；少了：{gone}；多了：{new}"
        / "the heads differ from those in the mapping file; gone: {gone}; new: {new}"
    }
    fn map_again() {
        "核对后不用--map导入，再用--save-map存下新的对照"
        / "import it without --map, look at the preview, and keep the new mapping with --save-map"
    }
    fn bad_map(path: &dyn Display) { "{path}：不是对照文件" / "{path}: not a mapping file" }
    fn map_written(path: &dyn Display) { "对照已存入{path}" / "the mapping is kept in {path}" }

    fn off_by_one(zh: &str, en: &str) {
        "表身比表头偏{zh}一列，已按内容对齐" / "the body stands one column to the {en} of its heads; it was read so"
    }
    fn look_at_preview() { "请对照预览核对各列" / "check the columns in the preview" }
    fn hidden_rows(count: usize) {
        "有{count}行被隐藏或筛选掉了，仍然读入" / "{count} ⟨row|rows⟩ ⟨is|are⟩ hidden or filtered away; they were read all the same"
    }

    fn unmatched(noun_zh: &str, noun_en: &str, name: &str, rows: usize) {
        "方案里没有名为“{name}”的{noun_zh}（{rows}行）" / "the scenario has no {noun_en} called `{name}` (rows: {rows})"
    }
    fn say_name(name: &str) {
        "用--name \"{name}=方案里的名称\"指明，或用--skip-unmatched略过这些行"
        / "say what it means with --name \"{name}=KEY\", or leave these rows out with --skip-unmatched"
    }
    fn lacks(zh: &str, en: &str, rows: usize, first: &str) {
        "新增的“{first}”等{rows}行缺少“{zh}”" / "new entries lack `{en}`: {rows} ⟨row|rows⟩, the first is `{first}`"
    }
    fn fill_in(zh: &str, en: &str) {
        "在名单里补上，或用--fill \"{zh}=…\"统一填写" / "add it to the list, or give all of them one value with --fill \"{en}=…\""
    }
    fn no_key() { "这一行没有编号" / "the row has no number" }
    fn twice(key: &str, first: &str) { "“{key}”出现两次，前一次在{first}" / "`{key}` comes twice, first in {first}" }
    fn several_of_name(name: &str) { "方案里不止一人名叫“{name}”" / "the scenario has several people called `{name}`" }
    fn add_numbers() { "请在名单里加上“工号”一列" / "add a column with their numbers (工号)" }
    fn matched_by_name(zh: &str, en: &str) {
        "名单没有“{zh}”一列，按姓名对应" / "the list has no column `{en}`: people were matched by name"
    }
    fn same_name(name: &str, known: &str, key: &str) {
        "“{name}”按工号{key}是新增，但方案里已有同名的{known}" / "`{name}` is new by the number {key}, but the scenario has {known} of the same name"
    }
    fn employer_taken(campus: &str, employer: &str) {
        "名单没有用人单位：{campus}的新增人员按该校区现有人员记作{employer}"
        / "the list has no employers: new people at {campus} have that of the people there today, {employer}"
    }
    fn counted_twice(keys: &str, count: u32) {
        "这些校区在方案里另有只给人数的教职工组（{keys}，共{count}人），会与名册重复计算"
        / "the scenario also counts staff of these campuses in groups ({keys}: {count} ⟨person|people⟩), who would count twice"
    }
    fn replace_counts() { "用--replace-counts去掉这些组" / "remove the groups with --replace-counts" }

    fn no_sex(text: &str) { "“{text}”不是男或女" / "`{text}` is neither 男 nor 女" }
    fn no_title(text: &str) { "认不出职称“{text}”，没有读入" / "the title `{text}` is not known and was not taken" }
    fn titles() { "如：高级讲师、讲师、助理讲师、未定级" / "such as 高级讲师, 讲师, 助理讲师, 未定级, senior, junior" }
    fn years_differ(said: i32, derived: i32) {
        "名单写的出生年份是{said}，身份证号里是{derived}；按名单" / "the list says born in {said}, the identity number says {derived}; the list's was taken"
    }
    fn rounded_identity() {
        "身份证号存成了数字，末几位已丢失，无法核对校验码；只取了出生年份"
        / "the identity number was stored as a number and has lost its last digits; its check digit cannot be verified, the year of birth was taken"
    }
    fn lost_identity() {
        "身份证号存成了科学记数，出生年份已丢失" / "the identity number was stored as a power of ten and has lost the year of birth"
    }
    fn keep_as_text() { "请把这一列设为“文本”后重新录入或导出" / "make the column a text and enter or export the numbers again" }
    fn wrong_identity() { "身份证号的校验码或出生日期不对，没有取出生年份" / "the identity number's check digit or date of birth is wrong; no year of birth was taken" }
    fn no_identity() { "不是身份证号" / "not an identity number" }

    fn identity_here() { "这一列里是身份证号，不能读入" / "there is an identity number in this column; it is not taken" }
    fn look_at_columns() {
        "请核对各列；用--column指明哪一列是什么" / "check the columns, and say with --column which is which"
    }
    fn rounded_key() { "编号存成了数字，末几位已丢失" / "the number was stored with 15 digits and has lost its last ones" }

    fn no_number_column() { "名单没有“资产编号”一列，无法与方案对应" / "the list has no column of register numbers, by which lines are matched" }
    fn say_number_column() {
        "用--column \"表头=资产编号\"指明哪一列是编号" / "say which column it is with --column \"HEAD=key\""
    }
    fn values_in_yuan() {
        "“价值”的表头没有写单位，按元读入（资产卡片以元记账）；若是万元，用--column \"价值=价值（万元）\""
        / "the head of the values names no unit: they were read as yuan, in which registers are kept; if they are 万元, say --column \"HEAD=value(万元)\""
    }
    fn disposed_lines() { "使用状况为已处置、已报废等的行没有读入" / "lines that were disposed of were not taken" }
    fn other_unit(unit: &str, own: &str, resource: &str) {
        "名单按“{unit}”计，方案里这一项是{resource}，按“{own}”计；数量没有读入"
        / "the list counts in `{unit}`, the scenario counts this line of {resource} in `{own}`; the quantity was not taken"
    }
    fn no_kind(text: &str) { "认不出资产类别“{text}”" / "`{text}` is no kind of asset" }
    fn kinds() {
        "可以是：土地、房屋、设备、车辆、图书、家具、其他" / "allowed: land, building, equipment, vehicle, book, furniture, other"
    }
    fn no_code(text: &str) { "认不出资产分类代码“{text}”" / "`{text}` is no code of the classification of assets" }
    fn codes() { "GB/T 14885的代码，如A02010105或2010104" / "codes of GB/T 14885, such as A02010105 or 2010104" }
    fn owned_follows() {
        "校区拥有的资源随资产清册改动，两者保持一致" / "what campuses own of a resource follows the register, so that both agree"
    }

    fn not_kept(zh: &str, en: &str) { "“{zh}”不读入：方案里没有它的位置" / "`{en}` is not taken: the scenario has no place for it" }
    fn other_length(programme: &str, said: &str, terms: u32) {
        "名单中“{programme}”的学制是“{said}”，方案的教学计划是{terms}个学期；以方案为准"
            / "the list gives {programme} a length of {said}, the scenario's curriculum {terms} terms; the scenario's counts"
    }
    fn no_length(said: &str) { "学制“{said}”读不懂，没有核对" / "the length `{said}` cannot be read and was not compared" }
    fn programme_by_class() { "专业按班级名称里的简称认定" / "programmes were told by the labels in class names" }
    fn campus_by_programme() { "没有校区的行，按专业唯一的办学地点认定" / "rows without a campus have the only one of their programme" }
    fn grades_counted(first: &Term) {
        "一年级指{first}之前那个学年的新生，二、三年级依次往前" / "grade one entered in the school year before {first}, the others before that"
    }
    fn entry_form() {
        "写作2007年9月、200709、2007级、一年级，或以入学年份开头的班名（07机械1班）"
        / "write it like 2007年9月, 200709, 2007级, 一年级, or begin class names with the year (07机械1班)"
    }
    fn pupils_counted() { "学生只计人数和班数，姓名、证件号等一概不留" / "pupils and their classes were only counted; names, numbers and the like are not kept" }
    fn pupils_gone(count: usize) { "{count}名已毕业、退学或转出的学生没有计入" / "{count} ⟨pupil|pupils⟩ who have left were not counted" }
    fn pupil_twice(first: &str) { "同一名学生出现两次，前一次在{first}" / "the same pupil comes twice, first in {first}" }
    fn no_class_names(column: bool) {
        "没有班级名称，不知道新增的届次有几个班（有“班级”列：{column}）" / "without class names nobody knows how many classes a new cohort has (column of classes: {column})"
    }
    fn add_classes() { "请在名单里加上“班级”一列" / "add a column with the class of each pupil" }

    fn from_list(kind_zh: &str, kind_en: &str, file: &str, sheet: &str) {
        "{kind_zh}“{file}”，工作表“{sheet}”" / "{kind_en} {file}, sheet {sheet}"
    }
    fn filled_in(what: &str, file: &str) { "导入“{file}”时统一填写：{what}" / "filled in when {file} was imported: {what}" }

    fn preview_title() { "名单预览" / "Preview of the list" }
    fn report_title() { "导入名单" / "Import of a list" }
    fn list_heading() { "名单" / "The list" }
    fn columns_heading() { "各列" / "Columns" }
    fn rows_heading() { "前几行" / "First rows" }
    fn result_heading() { "与方案比较" / "Compared with the scenario" }
    fn list_read(file: &str, format: &str, sheet: &str) {
        "{file}（{format}），工作表“{sheet}”。" / "{file} ({format}), sheet {sheet}."
    }
    fn rows_read(first: u32, last: u32, rows: usize, skipped: usize) {
        "表头在第{first}至{last}行；读入{rows}行，略过{skipped}行（合计、备注、重复的表头）。"
        / "Heads in rows {first} to {last}; {rows} ⟨row|rows⟩ read, {skipped} passed over (totals, remarks, repeated heads)."
    }
    fn counted(added: usize, changed: usize, entries: usize, missing: usize, removed: usize, same: usize) {
        "新增{added}项；改动{changed}处，涉及{entries}项；名单里没有{missing}项；去掉{removed}项；相同{same}项。"
        / "Added: {added}; changed: {changed} fields of {entries} entries; not in the list: {missing}; removed: {removed}; the same: {same}."
    }
    fn beyond(count: usize) {
        "方案中另有{count}项属于名单没有涉及的校区，未作比较。" / "{count} entries of the scenario belong to campuses that the list is not about; they were left alone."
    }
    fn missing_stay() {
        "名单里没有的仍保留在方案里；用--drop-missing去掉。" / "What the list lacks stays in the scenario; --drop-missing removes it."
    }
    fn no_change() { "没有改动。" / "No changes." }
    fn added_table(count: usize) { "新增（{count}项）" / "Added ({count})" }
    fn changed_table(count: usize) { "改动（{count}处）" / "Changed ({count})" }
    fn missing_table(count: usize) { "名单里没有（{count}项）" / "Not in the list ({count})" }
    fn removed_table(count: usize) { "去掉（{count}项）" / "Removed ({count})" }
    fn followed_table(count: usize) { "随之改动（{count}处）" / "What follows ({count})" }
    fn unmatched_table(count: usize) { "方案里没有的名称（{count}个）" / "Names that the scenario does not know ({count})" }
    fn more_rows(count: usize) { "另有{count}行未列出，--json列出全部。" / "{count} more rows are not shown; --json lists all." }
    fn column_head() { "列" / "Column" }
    fn head_head() { "表头" / "Head" }
    fn taken_head() { "认作" / "Taken for" }
    fn why_head() { "依据" / "Why" }
    fn fate_head() { "去向" / "Use" }
    fn example_head() { "例" / "Example" }
    fn cell_head() { "单元格" / "Cell" }
    fn row_head() { "行" / "Row" }
    fn key_head() { "编号" / "Key" }
    fn name_head() { "名称" / "Name" }
    fn field_head() { "栏目" / "Field" }
    fn change_head() { "原 → 新" / "Old → new" }
    fn what_head() { "内容" / "Content" }
    fn noun_head() { "类别" / "Kind" }
    fn rows_head() { "行数" / "Rows" }
    fn near_head() { "也许是" / "Perhaps" }
    fn by_title() { "表头" / "its head" }
    fn by_synonym() { "表头的别名" / "another name" }
    fn by_map() { "对照文件" / "mapping file" }
    fn by_command() { "--column" / "--column" }
    fn by_other(head: &str) { "已由“{head}”列提供" / "`{head}` says it" }
    fn by_choice() { "指明不读" / "left out" }
    fn by_nothing() { "表头不认识" / "head not known" }
    fn fate_match() { "用来对应" / "matches rows" }
    fn fate_kept() { "读入" / "taken" }
    fn fate_used() { "用于判断" / "used" }
    fn fate_no_place() { "不读：无处存放" / "not taken: no place" }
    fn fate_personal() { "不读：个人信息" / "not taken: personal" }
    fn fate_birth() { "只取出生年份" / "year of birth only" }
    fn fate_none() { "不读" / "not taken" }
    fn written(path: &dyn Display) { "已写出{path}" / "{path} written" }
    fn written_overlay(path: &dyn Display, base: &str) {
        "已写出{path}：以{base}为基础的情景文件，原文件及其注释不变"
        / "{path} written: an overlay on {base}, which stays as it is with its comments"
    }
    fn not_written(path: &dyn Display, errors: usize) {
        "{path}：有{errors}处错误，没有写出任何文件" / "{path}: nothing was written; errors: {errors}"
    }
    fn neither_ron_nor_xlsx(path: &dyn Display) {
        "{path}：导入的结果须是.ron或.xlsx文件" / "{path}: the result of an import is a .ron or an .xlsx file"
    }
    fn workbook_anew() {
        "新工作簿按程序的版式写出：原工作簿的格式、批注、其他工作表和“假设”表不带过去；要全部保留，请把结果存为.ron"
        / "the new workbook has the program's own layout: formats, notes, other sheets and the sheet What-ifs of the old one are not carried over; save the result as .ron to keep all of it"
    }
    fn no_date_of_list(text: &str) { "--date {text}：不是日期" / "--date {text}: not a date" }
}
