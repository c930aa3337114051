//! Words of the page.

words! {
    /// To the main part, for those who use the keyboard.
    fn skip() { "跳到正文" / "Skip to the main part" }
    /// The switch.
    fn dark() { "深色" / "Dark" }
    /// Heading.
    fn contents() { "目录" / "Contents" }
    /// Heading.
    fn charts() { "图示" / "Charts" }
    /// Heading.
    fn tables() { "附表" / "Tables" }
    /// Numbers of a chart.
    fn numbers() { "图中数字" / "The numbers of this chart" }
    /// Rows of a table.
    fn rows(count: usize) { "（{count}行）" / "({count} rows)" }
    /// Terms that the plan covers.
    fn span(first: &str, last: &str) { "规划期：{first}至{last}" / "Horizon: {first} to {last}" }
    /// A target that is reached.
    fn reached() { "达到" / "reached" }
    /// A target that is missed.
    fn missed(short: usize, of: usize) { "{of}个学期中{short}个未达到" / "missed in {short} of {of} terms" }
    /// A target with the term.
    fn of(at_least: &str, term: &str) { "{term}，目标{at_least}" / "{term}, target {at_least}" }
    /// The least value.
    fn least(value: &str, term: &str) { "最低：{value}（{term}）" / "Least: {value} ({term})" }
    /// Unit.
    fn classes() { "个班" / "classes" }
    /// Unit.
    fn students() { "人" / "students" }
    /// What made the plan.
    fn made(program: &str, version: &str) { "计划由{program} {version}求得。" / "Planned with {program} {version}." }
    /// What made a report that is not of one plan.
    fn told_by(program: &str, version: &str) { "由{program} {version}计算。" / "Computed by {program} {version}." }
    /// What it was made from.
    fn from(scenario: &str, hash: &str) { "方案：{scenario}（SHA-256 {hash}）。" / "Scenario: {scenario} (SHA-256 {hash})." }
}
