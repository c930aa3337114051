//! Plain sentences.

words! {
    fn horizon(first: &str, last: &str, terms: usize, target: &str) {
        "规划期：{first}至{last}，共{terms}个学期；目标学期为{target}。"
        / "Horizon: {first} to {last}, {terms} ⟨term|terms⟩; the targets are due in {target}."
    }
    fn made_from(base: &str, changes: &str) {
        "在{base}的基础上改动：{changes}。" / "Made from {base}, changed by: {changes}."
    }
    fn by_overlay(name: &str, file: &str) { "情景“{name}”（{file}）" / "what-if \"{name}\" ({file})" }
    fn overlay_note(name: &str, note: &str) { "情景“{name}”：{note}" / "What-if \"{name}\": {note}" }
    fn size(term: &str, classes: u32, students: &str, registered: &str, classes_now: u32, students_now: &str, registered_now: &str) {
        "规模：{term}在校{classes}个班、{students}人，在册{registered}人（规划首学期：{classes_now}个班、{students_now}人，在册{registered_now}人）。"
        / "Size in {term}: {classes} ⟨class|classes⟩ and {students} ⟨student|students⟩ in school, {registered} registered (first term: {classes_now}, {students_now}, {registered_now})."
    }
    fn targets_reached() { "目标：全部达到。" / "Targets: all reached." }
    fn targets_missed(list: &str) { "目标：未全部达到，差距最大时：{list}。" / "Targets: not all reached; at worst: {list}." }
    fn target_missed(name: &str, term: &str, value: &str, at_least: &str) {
        "{name}{term}为{value}（目标{at_least}）" / "{name} {value} of {at_least} in {term}"
    }
    fn nobody_admitted(applicants: &str) {
        "招生：报名{applicants}人，一个班也没有招。" / "Admissions: none of {applicants} ⟨applicant|applicants⟩ are admitted."
    }
    fn nobody_asked_for(applicants: &str) {
        "招生：报名{applicants}人，一个班也没有招：方案既没有目标，也没有最少招班数，没有任何规定要求招生。"
        / "Admissions: none of {applicants} ⟨applicant|applicants⟩ are admitted; the scenario has neither targets nor least numbers of classes, so that nothing asks for any."
    }
    fn places(opened: &str, closed: &str) {
        "校区：启用：{opened}；停用：{closed}。" / "Campuses: opened: {opened}; closed: {closed}."
    }
    fn moved(classes: u32, students: &str) {
        "搬迁：{classes}个班次，{students}人次。" / "Relocation: {classes} class ⟨move|moves⟩, {students} ⟨student|students⟩."
    }
    fn merged(classes: usize, students: &str) {
        "并班：撤销{classes}个班，{students}人并入同届其他班。"
        / "Merging: classes dissolved: {classes}; {students} ⟨student|students⟩ ⟨joins|join⟩ others of their year."
    }
    fn merged_into(term: &str, classes: &str) { "{term} 并入{classes}" / "{term} into {classes}" }
    fn staff_changes(hired: u32, retired: usize, rebased: u32) {
        "教职工：招聘{hired}人，退休{retired}人，调动{rebased}人次；无人辞退。"
        / "Staff: {hired} hired, {retired} ⟨retires|retire⟩, {rebased} re-based; nobody is dismissed."
    }
    fn costs(capital: &str, running: &str, income_zh: &str, income_en: &str, cost_zh: &str, cost_en: &str) {
        "经费：资本性支出{capital}万元，运行支出{running}万元（不含现有教职工工资），{income_zh}；{cost_zh}。"
        / "Money (10k yuan): capital {capital}, running costs {running} (without the wages of the present staff), {income_en}; {cost_en}."
    }
    fn costs_with_pay(capital: &str, running: &str, income_zh: &str, income_en: &str, cost_zh: &str, cost_en: &str) {
        "经费：资本性支出{capital}万元，运行支出{running}万元（含现有教职工工资），{income_zh}；{cost_zh}。"
        / "Money (10k yuan): capital {capital}, running costs {running} (with the wages of the present staff), {income_en}; {cost_en}."
    }
    fn with_surplus(income: &str, surplus: &str) {
        "收入{income}万元，运行结余{surplus}万元" / "income {income}, a running surplus of {surplus}"
    }
    fn with_deficit(income: &str, deficit: &str) {
        "收入{income}万元，运行缺口{deficit}万元" / "income {income}, a running deficit of {deficit}"
    }
    fn income_not_given() { "收入未给出" / "income not given" }
    fn cost_discounted(cost: &str) { "总成本（折现）{cost}万元" / "total cost {cost} (discounted)" }
    fn cost_plain(cost: &str) { "总成本（不折现）{cost}万元" / "total cost {cost} (not discounted)" }
    fn tight(campus: &str, resource: &str, term: &str, percent: &str, all: usize) {
        "利用：最紧的是{term}{campus}的{resource}，使用率{percent}%；共有{all}处（按资源、校区、学期计）达到或超过95%。"
        / "Use: the tightest is {resource} at {campus} in {term}, {percent}%; {all} ⟨place|places⟩ (resource, campus and term) are at 95% or more."
    }
    fn nothing_tight() { "利用：没有使用率达到95%的地方。" / "Use: nowhere at 95% or more." }
    fn missed(places: usize, price: &str) {
        "规则：有{places}处以计价方式放宽，计{price}万元，见“未满足的规则”一节。"
        / "Rules: missed at a price: {places}, for {price} (10k yuan) in all; see Missed rules."
    }
    fn nothing_missed() { "规则：全部满足，没有以计价方式放宽的地方。" / "Rules: all kept, none missed at a price." }
    fn all_hold(compared: usize) {
        "核验：依据方案与计划重新核对{compared}处，全部成立。"
        / "Verification: {compared} ⟨comparison|comparisons⟩ recomputed from the scenario and the plan, all hold."
    }
    fn some_fail(compared: usize, broken: usize) {
        "核验：重新核对{compared}处，有{broken}处不成立。" / "Verification: of {compared} ⟨comparison|comparisons⟩ {broken} do not hold."
    }

    fn proven_best() { "已证明最优" / "proven optimal" }
    fn proven_as_printed() { "已证明最优（精确到所列位数）" / "proven optimal to the digits shown" }
    fn little_better(amount: &str) { "在允许的放宽之内，最多还能改进{amount}" / "within its tolerance; at most {amount} better is possible" }
    fn proven_within(percent: &str) { "已证明与最优相差不超过{percent}" / "proven within {percent} of the best" }
    fn time_limit_gap(percent: &str) { "到达时限，差距{percent}，为目前最好的计划" / "time limit, gap {percent}, best plan so far" }
    fn work_limit_gap(percent: &str) { "到达步数上限，差距{percent}，为目前最好的计划" / "work limit, gap {percent}, best plan so far" }
    fn interrupted_gap(percent: &str) { "用户中止，差距{percent}，为目前最好的计划" / "stopped by the user, gap {percent}, best plan so far" }
    fn settled_gap(percent: &str) { "人数与岗位取整后，差距{percent}" / "gap {percent} once intakes and posts are whole" }
    fn settled_no_bound() { "人数与岗位取整后，未能证明与最优的差距" / "nothing proven once intakes and posts are whole" }
    fn no_bound() { "没有证明界限" / "nothing proven" }
    fn time_limit_no_bound() { "到达时限，未能证明与最优的差距" / "time limit, nothing proven, best plan so far" }
    fn work_limit_no_bound() { "到达步数上限，未能证明与最优的差距" / "work limit, nothing proven, best plan so far" }
    fn interrupted_no_bound() { "用户中止，未能证明与最优的差距" / "stopped by the user, nothing proven, best plan so far" }

    fn classes_note() {
        "班级按其所在校区统计；各学年表含实习班级，各学期表只计在校班级，实习班级另列。"
        / "Classes are counted where they sit. The school years include classes on internship; the terms count those in school and list the others on a line of their own."
    }
    fn campuses_note() {
        "每列为一个阶段，列首为其第一学期；数字为阶段内最多的在校班级数；空白为未使用。"
        / "Each column is a stage, headed by its first term; figures are the most classes in school in the stage; blank: not in use."
    }
    fn capacity_note() {
        "* 紧张：达到或超过95%；! 不足：超过可用量。" / "* tight: 95% or more; ! short: more than there is."
    }
    fn staff_note() {
        "能教多门学科的教师在各表中只计入其第一学科，转岗后计入新学科。" / "In every table, who teaches several subjects is counted once, under the first, and after a change under the new one."
    }
    fn money_note() {
        "建设费用计入开工年度，其余计入学期开始的年度。收入为学费、生均经费和培训收费；结余为收入减运行支出。每个金额只在此表舍入一次，各处合计均为表中数之和。"
        / "Building is paid in the year in which work begins, everything else in the year in which the term begins. Income is tuition, per-head grants and course fees; the surplus is income less running costs. Each amount is rounded once, here; every sum is that of the printed amounts."
    }
    fn wages_note() {
        "支出不含现有教职工的工资（不因方案而变），只含新聘人员工资。"
        / "The costs leave out the wages of the present staff, which no plan changes; only those of recruits are in."
    }
    fn sources_note(count: usize) {
        "有{count}组数据是假设，请以本地数据替换后重新计算。"
        / "Groups of figures that are assumptions: {count}. Replace them with your own and plan again."
    }

    fn infeasible() {
        "没有任何计划能同时满足全部硬性规则。" / "No plan can satisfy all hard rules at once."
    }
    fn conflict(rules: &str) {
        "不能同时成立的规则：{rules}。去掉其中任何一条，就有可行的计划。"
        / "Rules that cannot hold together: {rules}. Without any one of them there is a plan."
    }
    fn search_incomplete() {
        "查找在时限内没有完成，所列可能不全，也可能不是最小的。"
        / "The search did not end within the limit: what is listed may be incomplete and not the least."
    }
}
