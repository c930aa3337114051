//! Staff, assets, money, conditions.

// Staff.
words! {
    fn staff() { "教职工" / "Staff" }
    fn status() { "身份与去留" / "Status" }
    fn all_kept(staff: usize) {
        "现有教职工{staff}人全部留用，无人辞退。" / "All {staff} of the present staff are kept; nobody is dismissed."
    }
    fn employer_kept() { "编制所在单位和身份不变，调动只改变工作校区。" / "Their employer of record and status stay as they are; a posting changes only where they work." }
    fn retire(people: usize) { "规划期内退休{people}人。" / "Over the horizon {people} ⟨retires|retire⟩." }
    fn nobody_retires() { "规划期内无人退休。" / "Nobody retires." }
    fn postings() { "调配" / "Postings" }
    fn rebased(times: u32, people: usize) {
        "规划期内调动{times}人次，涉及{people}人。" / "Over the horizon there are {times} ⟨posting|postings⟩, of {people} ⟨person|people⟩."
    }
    fn nobody_rebased() { "规划期内没有人员调动。" / "Nobody is re-based." }
    fn visiting(periods: &str, term: &str) {
        "跨校区走教最多时（{term}起的阶段）每周{periods}课时。" / "Visiting teachers give {periods} ⟨period|periods⟩ a week at most (the stage from {term})."
    }
    fn retrained(people: usize) { "经培训转任其他学科{people}人。" / "{people} ⟨changes|change⟩ subject after training." }
    fn recruiting() { "补充" / "Recruiting" }
    fn hired(people: u32, list: &str) { "规划期内招聘{people}人：{list}。" / "Over the horizon {people} ⟨is|are⟩ hired: {list}." }
    fn of_subject(subject: &str, people: u32) { "{subject}{people}人" / "{subject} {people}" }
    fn nobody_hired() { "规划期内不招聘。" / "Nobody is hired." }
    fn part_time(periods: &str, term: &str) {
        "外聘兼职教师最多时（{term}起的阶段）每周{periods}课时。" / "Part-time teachers give {periods} ⟨period|periods⟩ a week at most (the stage from {term})."
    }
    fn exchange() { "骨干交流" / "Exchange" }
    fn exchanged(head: &str, branches: &str, pairs: usize) {
        "{head}与{branches}按等数额、对应学科互派教师，规划期内共{pairs}对，逐对名单见附件。"
        / "{head} and {branches} exchange teachers of like subjects, as many one way as the other: {pairs} ⟨pair|pairs⟩ over the horizon, listed in the annex."
    }
    fn class_teachers() { "班主任" / "Class teachers" }
    fn class_teachers_for_all(people: usize) {
        "各在校班级均配有班主任，规划期内共{people}人担任。" / "Every class in school has a class teacher; {people} ⟨person|people⟩ ⟨serves|serve⟩ as such."
    }
}

// Assets.
words! {
    fn assets() { "资产" / "Assets" }
    fn reconciled() { "清册与平衡" / "Register and balance" }
    fn balance(lines: usize, today: &str, bought: &str, disposed: &str, left: &str) {
        "现有资产清册{lines}项，价值{today}万元；规划期内购建{bought}万元，处置{disposed}万元，期末{left}万元。"
        / "The register has {lines} ⟨line|lines⟩ worth {today} (10k yuan); {bought} are bought, {disposed} disposed of, and {left} are there at the end."
    }
    fn adds_up() {
        "逐项跟踪，期初、购建、处置与期末相符，没有去向不明的资产。"
        / "Followed line by line, what was there, came in and went out equals what is there at the end: nothing is unaccounted for."
    }
    fn does_not_add_up(difference: &str) {
        "期初、购建、处置与期末相差{difference}万元，须查明。" / "What was there, came in and went out differs from what is there at the end by {difference} (10k yuan): to be looked into."
    }
    fn owners_kept(owners: usize) { "资产分属{owners}个产权单位，产权关系不变。" / "They belong to {owners} owners of record, which do not change." }
    fn assets_moved() { "搬迁与留存" / "What moves and what stays" }
    fn moved_lines(lines: usize, value: &str) {
        "随校区调整搬迁资产{lines}项次，价值{value}万元。" / "{lines} ⟨move|moves⟩ of lines of the register, worth {value} (10k yuan)."
    }
    fn no_moved_lines() { "没有资产搬迁。" / "No asset moves." }
    fn left_lines(lines: usize) {
        "停用校区的土地、房屋等不可搬迁资产{lines}项，由产权单位收回或留存。" / "{lines} ⟨line|lines⟩ of land, buildings and the like stay with their owners where campuses are left."
    }
    fn unvalued(lines: usize) {
        "有{lines}项资产在搬迁时尚未评估，应先行评估。" / "{lines} ⟨line|lines⟩ ⟨moves|move⟩ before they have been valued: have them valued first."
    }
}

// Money.
words! {
    fn money() { "投资与经费" / "Investment and money" }
    fn projects() { "建设项目" / "Projects" }
    fn no_projects() { "规划期内没有建设项目。" / "Nothing is built." }
    fn project_sum(projects: usize, cost: &str) {
        "规划期内安排建设项目{projects}批，投资{cost}万元。" / "{projects} ⟨lot|lots⟩ ⟨is|are⟩ built for {cost} (10k yuan)."
    }
    fn project(name: &str, begins: &str, service: &str, adds: &str, unit: &str, cost: &str) {
        "{name}：{begins}开工，{service}投用，新增{adds}{unit}，{cost}万元。"
        / "{name}: begun in {begins}, in service in {service}, {adds} {unit} more, {cost} (10k yuan)."
    }
    fn capital() { "资本性支出" / "Capital" }
    fn capital_sum(sum: &str, list: &str) {
        "规划期内资本性支出{sum}万元，其中{list}。" / "Capital over the horizon: {sum} (10k yuan); {list}."
    }
    fn no_capital() { "规划期内没有资本性支出。" / "No capital is spent." }
    fn sum_of(item: &str, sum: &str) { "{item}{sum}万元" / "{item} {sum}" }
    fn by_year(list: &str) { "分年度：{list}。" / "By year: {list}." }
    fn granted(granted: &str, spent: &str) {
        "规划期内批准的资本预算{granted}万元，使用{spent}万元。" / "Of a capital grant of {granted} (10k yuan), {spent} are spent."
    }
    fn running() { "运行经费" / "Running costs" }
    fn running_sum(sum: &str, list: &str) {
        "规划期内运行支出{sum}万元，其中{list}。" / "Running costs over the horizon: {sum} (10k yuan); {list}."
    }
    fn income(zh: &str, en: &str) { "同期{zh}。" / "Over the same time: {en}." }
    fn cost(sum: &str) { "以上支出按方案的贴现率折现，总成本{sum}万元。" / "Discounted, all this costs {sum} (10k yuan)." }
    fn cost_less_fees(sum: &str) {
        "以上支出按方案的贴现率折现，抵减培训收费后总成本{sum}万元。" / "Discounted, and less the fees of short courses, all this costs {sum} (10k yuan)."
    }
    fn cost_undiscounted(sum: &str) { "以上支出合计，总成本{sum}万元（不折现）。" / "All this costs {sum} (10k yuan, not discounted)." }
    fn cost_less_fees_undiscounted(sum: &str) {
        "以上支出抵减培训收费后，总成本{sum}万元（不折现）。" / "Less the fees of short courses, all this costs {sum} (10k yuan, not discounted)."
    }
    fn with_penalty(sum: &str) {
        "总成本中含未满足规则的计价{sum}万元，并非实际支出。" / "That includes {sum} as the price of missed rules, which nobody pays."
    }
}

// Conditions.
words! {
    fn conditions() { "办学条件" / "School conditions" }
    fn of_year(year: &str, set: &str) { "{year}对照{set}" / "{year} by the {set}" }
    fn of_school(school: &str, year: &str, set: &str) { "{school}{year}对照{set}" / "{school}, {year} by the {set}" }
    fn score(of: usize, met: usize, missed: usize, unknown: usize) {
        "应达到的指标{of}项：达标{met}项，未达标{missed}项，因资料不全不能判定{unknown}项。"
        / "Of {of} indicators {met} are met, {missed} are not and {unknown} cannot be judged for want of figures."
    }
    fn not_up(list: &str) { "未达标的有：{list}。" / "Not met: {list}." }
    fn indicator(name: &str, value: &str) { "{name}（本方案{value}）" / "{name} (this plan {value})" }
    fn watched() { "监测指标" / "Indicators watched" }
    fn watched_kept() { "各项监测指标在有数据的学期均在限内。" / "The indicators watched are within bounds wherever there are values." }
    fn watched_out(list: &str) { "监测指标超限的有：{list}。" / "Indicators watched that are out of bounds: {list}." }
}
