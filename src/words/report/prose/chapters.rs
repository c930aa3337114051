//! Reasons, phasing, funding, safeguards, and the risk to stability.

// Reasons and principles.
words! {
    fn background() { "理由和原则" / "Reasons and principles" }
    fn reasons() { "理由" / "Reasons" }
    fn principles() { "原则" / "Principles" }
    fn safeguards() { "保障措施" / "Safeguards" }
}

// Phasing.
words! {
    fn phasing() { "分年实施" / "Phasing by year" }
    fn in_year(year: &str, list: &str) { "{year}：{list}。" / "{year}: {list}." }
    fn year_opens(campus: &str, term: &str) { "{term}启用{campus}" / "{campus} opens in {term}" }
    fn year_closes(campus: &str, term: &str) { "{term}起停用{campus}" / "{campus} is left from {term}" }
    fn year_moves(classes: usize, students: &str) {
        "搬迁{classes}个班次、{students}人次" / "{classes} class ⟨move|moves⟩ with {students} ⟨student|students⟩"
    }
    fn year_begins(project: &str) { "{project}开工" / "work on {project} begins" }
    fn year_serves(project: &str) { "{project}投用" / "{project} is in service" }
    fn year_hires(people: u32) { "招聘{people}人" / "{people} ⟨recruit|recruits⟩" }
    fn year_posted(times: usize) { "调动教职工{times}人次" / "{times} ⟨posting|postings⟩ of staff" }
    fn year_capital(sum: &str) { "资本性支出{sum}万元" / "capital {sum} (10k yuan)" }
    fn year_quiet() { "没有校区、工程和人员的变动" / "campuses, buildings and staff stay as they are" }
}

// Funding.
words! {
    fn funding() { "资金来源和预备" / "Funding and reserve" }
    fn grant(granted: &str, spent: &str, by_year: &str) {
        "资本性支出{spent}万元从批准的资本预算{granted}万元中安排：{by_year}。"
        / "The capital of {spent} comes from the grants of {granted} (10k yuan): {by_year}."
    }
    fn grant_year(year: &str, granted: &str, spent: &str) {
        "{year}批准{granted}万元、使用{spent}万元" / "{year} {granted} granted, {spent} spent"
    }
    fn reserve(rest: &str) {
        "预算结余{rest}万元，可作预备；方案未另列预备费。"
        / "Of the grants {rest} (10k yuan) are left as a reserve; the scenario states no other contingency."
    }
    fn no_reserve() {
        "批准的预算没有结余，方案也未另列预备费。" / "Nothing of the grants is left, and the scenario states no contingency."
    }
    fn no_grant() {
        "方案没有给出资本预算，资本性支出的来源须另行落实。"
        / "The scenario states no capital grants: where the capital comes from is to be settled."
    }
    fn funded(running: &str, list: &str) {
        "运行支出{running}万元，收入为{list}。" / "Running costs of {running} (10k yuan) stand against {list}."
    }
}

// Risk to stability.
words! {
    fn stability() { "稳定风险评估" / "Risk to stability" }
    fn affected_students() { "学生和家长" / "Students and parents" }
    fn students_move(classes: usize, students: &str) {
        "换校区上课的有{classes}个班、学生{students}人（按该班首次搬迁时计）。"
        / "{classes} ⟨class|classes⟩ with {students} ⟨student|students⟩ change campus (counted at the first move)."
    }
    fn no_student_moves() { "没有学生换校区上课。" / "No student changes campus." }
    fn not_admitted(away: &str, switched: &str) {
        "报名未被所报专业录取的有{away}人次，其中{switched}人录取到其他专业。"
        / "{away} ⟨applicant|applicants⟩ are turned away by their programme, of whom {switched} take another."
    }
    fn done_for_students() { "搬迁都在学期开始前进行，学期中间不搬。" / "Moves are made before a term begins, never within one." }
    fn affected_staff() { "教职工" / "Staff" }
    fn staff_posted(people: usize, all: usize) {
        "现有教职工{all}人中，调动工作校区的有{people}人。" / "Of {all} present staff {people} change the campus where they work."
    }
    fn premises_end() { "到期校舍的学生" / "Students in premises whose tenure ends" }
    fn nothing_affected() { "没有人受影响。" / "Nobody is affected." }
}
