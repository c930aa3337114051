//! Words of the workbook.

words! {
    /// Name of a sheet.
    fn contents() { "目录" / "Contents" }
    /// Where a text that a cell can't hold is cut.
    fn cut_here(characters: usize) {
        "…（已截断：原文{characters}字，超出单元格上限）" / "… (cut: {characters} characters are more than a cell holds)"
    }
    /// A link.
    fn back_to_contents() { "返回目录" / "Back to contents" }
    /// Name of a sheet.
    fn charts() { "图表" / "Charts" }
    /// What the sheet has.
    fn summary_about() { "计划概要与各部分说明" / "The plan in short, and notes on every part" }
    /// What the sheet has.
    fn charts_about() {
        "在校规模与目标、各校区使用率、各年度经费" / "Enrolment against targets, use of the campuses, money by year"
    }
    /// Which program made the plan.
    fn made_by(program: &str, version: &str) { "计划由{program} {version}求得并核验" / "Planned and verified by {program} {version}" }
    /// Which scenario it was made from.
    fn scenario_hash(hash: &str) { "方案校验值（SHA-256）：{hash}" / "Scenario's SHA-256: {hash}" }
    /// Head.
    fn sheet() { "工作表" / "Sheet" }
    /// Head.
    fn table() { "内容" / "What it has" }
    /// Head.
    fn part_of_report() { "所属部分" / "Part" }
    /// Head.
    fn rows() { "行数" / "Rows" }
    /// Foot of a page.
    fn page_of_pages(page: &str, pages: &str) { "第{page}页，共{pages}页" / "Page {page} of {pages}" }
    /// Title of a chart.
    fn students_chart() { "各学期学生数与目标（人）" / "Students against targets by term" }
    /// Title of a chart.
    fn classes_chart() { "各学期在校班级数与目标（班）" / "Classes in school against targets by term" }
    /// Title of a chart.
    fn utilisation_chart(resource: &str) { "{resource}使用率" / "Share in use: {resource}" }
    /// Title of a chart.
    fn money_chart() { "各财政年度经费（万元）" / "Money by fiscal year (10k yuan)" }
    /// Title.
    fn target_lines(sheet: &str) { "各学期目标值（引自“{sheet}”）" / "Targets by term (from the sheet {sheet})" }
    /// Name of a sheet.
    fn options_sheet() { "方案比选" / "Options compared" }
    /// Name of a sheet.
    fn students_sheet() { "学生" / "Students" }
    /// Name of a sheet.
    fn classes_sheet() { "班级与搬迁" / "Classes and moves" }
    /// Name of a sheet.
    fn forecast_sheet() { "生源推算" / "Forecast" }
    /// Name of a sheet.
    fn staff_sheet() { "教职工" / "Staff" }
    /// Name of a sheet.
    fn postings_sheet() { "调动与交流" / "Postings and exchange" }
    /// Name of a sheet.
    fn posts_sheet() { "岗位与任课" / "Posts and teaching" }
    /// Name of a sheet.
    fn class_teachers_sheet() { "班主任与值班" / "Class teachers and duty" }
    /// Name of a sheet.
    fn money_sheet() { "经费" / "Money" }
    /// Name of a sheet.
    fn asset_sums_sheet() { "资产汇总" / "Asset balance" }
    /// Name of a sheet.
    fn standards_sheet() { "办学条件" / "Standards" }
    /// Name of a sheet.
    fn standards_lines_sheet() { "办学条件明细" / "Standards in detail" }
    /// Name of a sheet.
    fn schedule_sheet() { "逐月进度" / "Schedule by month" }
    /// Name of a sheet.
    fn method_sheet() { "计算与核验" / "Method and checks" }
    /// Head of the keys of what a column names.
    fn key() { "代码" / "Key" }
    /// What keys are for.
    fn key_note() {
        "程序内部的代码，与方案工作簿的“代码”列相同，可据此对照"
            / "The key by which the scenario's workbook calls it, so that the two can be matched"
    }
    /// What colours mean.
    fn colours() { "红底：未达到、超出或不足；黄底：紧张。" / "Red: short or out of bounds. Yellow: tight." }
}
