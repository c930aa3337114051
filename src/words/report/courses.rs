//! Words for short courses.

words! {
    fn course_costs() { "培训成本" / "Costs of courses" }
    fn course_fees() { "培训收费" / "Course fees" }

    fn courses_title() {
        "短期培训（人次；收费与成本：万元，未折现）" / "Short courses (trainees; fees and costs in 10k yuan, undiscounted)"
    }
    fn no_courses() { "没有短期培训。" / "No short courses." }
    fn course() { "培训项目" / "Course" }
    fn in_demand() { "需求" / "demand" }
    fn contracted() { "合同最少" / "contract" }
    fn taken() { "招收" / "taken" }
    fn taken_at(campus: &str) { "其中：{campus}" / "at {campus}" }
    fn not_taken() { "未能招收" / "turned away" }
    fn fees() { "收费" / "fees" }
    fn costs_of() { "成本" / "costs" }
    fn all_courses() { "全部培训" / "All courses" }

    fn trained(taken: &str, demand: &str, fees: &str, costs: &str) {
        "培训：共招收{taken}人次（需求{demand}人次），收费{fees}万元，成本{costs}万元；收费计入收入，并抵减总成本。"
        / "Short courses: {taken} ⟨trainee|trainees⟩ of {demand} who would come; fees {fees}, costs {costs} (10k yuan). Fees are part of the income and are taken off the total cost."
    }
    fn fees_note() {
        "培训收费是收入，不计入支出合计，但抵减总成本。" / "Course fees are income: not part of the costs, but taken off the total cost."
    }
}
