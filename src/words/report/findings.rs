//! What a superior asks first.

words! {
    fn margins(list: &str) { "目标余量：{list}。" / "Margins of the targets: {list}." }
    fn margin(target: &str, margin: &str, term: &str) { "{target}最少余{margin}（{term}）" / "{target}: {margin} at least ({term})" }
    fn with(zh: &str, en: &str, zh_low: &str, en_low: &str) { "{zh}，{zh_low}" / "{en}, {en_low}" }
    fn holds_on_low() { "生源按低案仍能达到" / "met under the low forecast too" }
    fn fails_on_low(short: &str, term: &str) { "生源按低案则{term}差{short}" / "under the low forecast {short} short in {term}" }
    fn turned_away(applicants: &str, admitted: &str, away: &str, switched: &str) {
        "报名与录取：报名{applicants}人，录取{admitted}人，超出计划未录取{away}人次（按专业计），其中{switched}人录取到其他专业。"
        / "Applicants: {applicants} apply, {admitted} are admitted; {away} ⟨is|are⟩ turned away by their programme, of whom {switched} take another."
    }
    fn full_classes(full: usize, all: usize) {
        "班额：新招{all}个班中有{full}个班入学时达到最大班额。" / "Class sizes: {full} of {all} new classes enter at the largest size."
    }
    fn failing(list: &str) { "未达标的办学条件：{list}。" / "Standards not met: {list}." }
    fn failing_in(year: i32, names: &str) { "{year}学年{names}" / "{names} in {year}" }
    fn expires_at_the_end(campus: &str, term: &str, classes: &str, students: &str) {
        "期满：{campus}只能使用至{term}（规划期末），届时仍有在册{classes}个班、{students}名学生（含实习）学业未满，本计划未安排其去处。"
        / "Tenure: {campus} may be used only until {term}, the end of the horizon, when {classes} registered classes with {students} ⟨student|students⟩, those on internship among them, have terms of study left; the plan does not say where they go."
    }
    fn expires(campus: &str, term: &str, classes: &str, students: &str) {
        "期满：{campus}只能使用至{term}，届时有在册{classes}个班、{students}名学生（含实习）须迁往其他校区。"
        / "Tenure: {campus} may be used only until {term}; {classes} registered classes with {students} ⟨student|students⟩, those on internship among them, then move to other campuses."
    }
}
