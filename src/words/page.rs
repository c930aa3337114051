//! Words of the page.

words! {
    fn skip() { "跳到正文" / "Skip to the main part" }
    fn dark() { "换成深色" / "Switch to dark" }
    fn light() { "换成浅色" / "Switch to light" }
    fn contents() { "目录" / "Contents" }
    fn charts() { "图示" / "Charts" }
    fn tables() { "附表" / "Tables" }
    fn numbers() { "图中数字" / "The numbers of this chart" }
    fn rows(count: usize) { "（{count}行）" / "({count} ⟨row|rows⟩)" }
    fn span(first: &str, last: &str) { "规划期：{first}至{last}" / "Horizon: {first} to {last}" }
    fn reached() { "达到" / "reached" }
    fn missed(short: usize, of: usize) { "{of}个学期中{short}个未达到" / "missed in {short} of {of} ⟨term|terms⟩" }
    fn of(at_least: &str, term: &str) { "{term}，目标{at_least}" / "{term}, target {at_least}" }
    fn least(value: &str, term: &str) { "最低：{value}（{term}）" / "Least: {value} ({term})" }
    fn classes() { "个班" / "classes" }
    fn students() { "人" / "students" }
    fn made(program: &str, version: &str) { "计划由{program} {version}求得。" / "Planned with {program} {version}." }
    fn told_by(program: &str, version: &str) { "由{program} {version}计算。" / "Computed by {program} {version}." }
    fn from(scenario: &str, hash: &str) { "方案：{scenario}（SHA-256 {hash}）。" / "Scenario: {scenario} (SHA-256 {hash})." }
}
