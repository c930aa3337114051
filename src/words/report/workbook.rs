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
}
