//! Options, risks and assumptions, how it was computed.

// Options.
words! {
    fn options() { "方案比较" / "Options compared" }
    fn compared_with(plans: usize) {
        "本方案与另外{plans}个方案作了比较，各方案均按同一办法计算并复核，详见附件。"
        / "This plan was compared with {plans} ⟨other|others⟩, computed and verified in the same way; see the annex."
    }
    fn beside(name: &str, cost: &str, capital: &str, moves: u32, targets: &str) {
        "{name}：总成本{cost}，资本性支出{capital}，搬迁{moves}个班次，{targets}。"
        / "{name}: cost {cost}, capital {capital}, {moves} class ⟨move|moves⟩; {targets}."
    }
    fn more(value: &str, by: &str) { "{value}万元（多{by}万元）" / "{value} ({by} more)" }
    fn less(value: &str, by: &str) { "{value}万元（少{by}万元）" / "{value} ({by} less)" }
    fn same(value: &str) { "{value}万元（相同）" / "{value} (the same)" }
    fn targets_met() { "目标全部达到" / "all targets met" }
    fn targets_not_met(count: usize) { "{count}项目标未能达到" / "{count} ⟨target|targets⟩ not met" }
}

// Risks.
words! {
    fn risks() { "风险与假设" / "Risks and assumptions" }
    fn assumed() { "数据假设" / "Assumed figures" }
    fn sources(all: usize, assumed: usize) {
        "方案数据共注明来源{all}组，其中{assumed}组为假设，已在附件逐项列明；以实际数据替换后应重新计算。"
        / "Of {all} ⟨group|groups⟩ of figures whose sources are stated, {assumed} are assumptions, listed in the annex; with real figures in their place the plan is to be computed again."
    }
    fn tenure() { "校舍使用期限" / "Tenure of premises" }
    fn tenure_ends(campus: &str, term: &str, classes: usize, students: &str) {
        "{campus}只能使用至{term}，即规划期末，届时仍有在册{classes}个班、{students}名学生（含实习）学业未满，本方案未安排其去处，须在此前落实。"
        / "{campus} may be used only until {term}, the end of the horizon, when {classes} registered ⟨class|classes⟩ with {students} students, those on internship among them, have terms of study left; the plan does not say where they go: that is to be settled before."
    }
    fn tenure_ends_within(campus: &str, term: &str, classes: usize, students: &str) {
        "{campus}只能使用至{term}，届时仍有在册{classes}个班、{students}名学生（含实习）学业未满，按本方案其后在其他校区就读。"
        / "{campus} may be used only until {term}, when {classes} registered ⟨class|classes⟩ with {students} ⟨student|students⟩, those on internship among them, have terms of study left; under this plan they go on at other campuses."
    }
    fn tenure_ends_graduated(campus: &str, term: &str, classes: usize) {
        "{campus}只能使用至{term}，其时的{classes}个在校班级均于该学期毕业，无须另行安排。"
        / "{campus} may be used only until {term}; the {classes} ⟨class|classes⟩ that it holds then all graduate in that term."
    }
    fn tenure_ends_empty(campus: &str, term: &str) {
        "{campus}可使用至{term}，届时已无在校班级。" / "{campus} may be used until {term} and holds no class by then."
    }
    fn tenure_begins(campus: &str, term: &str, classes: usize) {
        "{campus}最早于{term}可用，启用首学期安排在校班级{classes}个；如延期，须另行安排。"
        / "{campus} cannot be used before {term}; {classes} ⟨class|classes⟩ ⟨sits|sit⟩ there in its first term and need another place if it is late."
    }
    fn fewer_applicants() { "生源" / "Applicants" }
    fn fewer_on_low(low: &str, short: &str, places: usize) {
        "生源按低案为{low}人，有{places}个专业届次的报名少于计划招生，合计少{short}人。"
        / "On the low path there are {low} ⟨applicant|applicants⟩; in {places} programme years they are fewer than planned, by {short} in all."
    }
    fn enough_on_low(low: &str) {
        "生源按低案为{low}人，各专业各届仍不少于计划招生。" / "On the low path there are {low} ⟨applicant|applicants⟩, still no fewer than planned in any programme and year."
    }
    fn late() { "工程与进度" / "Building and schedule" }
    fn late_milestones(count: usize, days: u32) {
        "进度事项中有{count}项不能按期，最多晚{days}天，见“规划目标”部分和附件。"
        / "{count} ⟨milestone|milestones⟩ ⟨is|are⟩ not on time, the latest by {days} ⟨day|days⟩; see the part on the goal, and the annex."
    }
    fn priced() { "放宽的规则" / "Rules missed at a price" }
    fn missed(places: usize, list: &str, price: &str) {
        "有{places}处规则未满足（{list}），按方案计价{price}万元。"
        / "Rules are missed in {places} ⟨place|places⟩ ({list}), at a price of {price} (10k yuan)."
    }
    fn missed_rule(rule: &str, places: usize) { "{rule}{places}处" / "{rule} {places}" }
    fn optimality() { "计算精度" / "How good it is" }
    fn cost_proven() { "在目标优先的前提下，按所列数据和规则，总成本已由求解器证明不能再低。" / "With these figures and rules, targets first, the cost is the least, as reported by the solver." }
    fn cost_gap(value: &str, bound: &str, gap: &str) {
        "总成本{value}万元是本次求解得到的最好结果，未证明为最低：求解器给出的下界为{bound}万元，差距{gap}。"
        / "A cost of {value} (10k yuan) is the best that was found, not proven the least: the bound is {bound} as reported by the solver, a gap of {gap}."
    }
    fn cost_unproven(value: &str) {
        "总成本{value}万元是本次求解得到的最好结果，未能证明与最低值的差距。"
        / "A cost of {value} (10k yuan) is the best that was found; how far it is from the least is not known."
    }
}

// How it was computed.
words! {
    fn method() { "编制与核验" / "How it was computed" }
    fn computed(program: &str, version: &str, hash: &str) {
        "本方案由{program} {version}按情景文件计算（SHA-256为{hash}…），同一文件可重新得出。"
        / "Computed by {program} {version} from the scenario file with the SHA-256 {hash}…, from which it can be made again."
    }
    fn verified(compared: usize) {
        "全部规则、账目和指标另由不共用计算程序的核验重新计算，比对{compared}处，全部成立。"
        / "Every rule, account and indicator was recomputed by a verification that shares no code with the planner: {compared} ⟨comparison|comparisons⟩, all of which hold."
    }
    fn not_verified(compared: usize, broken: usize) {
        "全部规则、账目和指标另行重新计算，比对{compared}处，其中{broken}处不成立。"
        / "Every rule, account and indicator was recomputed: {compared} ⟨comparison|comparisons⟩, of which {broken} do not hold."
    }
}
