//! Words of the annexes.

// The list of annexes and their heads.
words! {
    /// The first line of the list of annexes.
    fn list_first(number: usize, title: &str) { "附件：{number}. {title}" / "Annexes: {number}. {title}" }
    /// A further line of the list.
    fn list_further(number: usize, title: &str) { "{number}. {title}" / "{number}. {title}" }
    /// The only line of the list.
    fn list_only(title: &str) { "附件：{title}" / "Annex: {title}" }
    /// The line that says which annex begins.
    fn head(number: usize) { "附件{number}" / "Annex {number}" }
    /// The same where there is only one.
    fn head_only() { "附件" / "Annex" }
    /// Remarks before tables.
    fn remark(text: &str) { "注：{text}" / "Note: {text}" }
    /// Why there are no pictures.
    fn no_pictures() {
        "没有找到可用的字体，图未能绘出；图中各数见附件各表。"
        / "No font was found to draw the charts with; their numbers are in the tables of the annexes."
    }
}

// Titles.
words! {
    /// Title.
    fn layout() { "校区与专业布局（调整前后）" / "Campuses and programmes before and after" }
    /// Title.
    fn enrolment() { "年度招生与在校规模" / "Yearly enrolment" }
    /// Title.
    fn relocation() { "班级搬迁名单" / "Classes that move" }
    /// Title.
    fn staff() { "教职工调配与交流" / "Staff: postings and exchange" }
    /// Title.
    fn assets() { "资产清册与平衡" / "Register of assets and its balance" }
    /// Title.
    fn money() { "投资与经费" / "Investment and money" }
    /// Title.
    fn conditions() { "办学条件达标情况" / "Compliance with the standards" }
    /// Title.
    fn options() { "方案比较" / "Options compared" }
    /// Title.
    fn schedule() { "里程碑与日常活动" / "Milestones and events" }
    /// Title.
    fn sources() { "数据来源与假设" / "Sources and assumptions" }
    /// Title.
    fn method() { "计算与核验" / "Computation and verification" }
}

// Notes.
words! {
    /// Note.
    fn layout_note() {
        "班级、学生：“调整前”为规划期开始前的全部班级，其余为该学期在校班级（不含实习班级）。教职工按所属校区统计。"
        / "Classes and students: before, all there are; later, those in school in the term, without those on internship. Staff are counted where they are based."
    }
    /// Note.
    fn staff_note() {
        "编制所在单位在规划期内不变；“工作校区”写“不变”的没有调动。"
        / "The employer of record never changes; who is not posted elsewhere stays."
    }
    /// Note.
    fn assets_note() {
        "价值精确到分后以万元表示；期初、购建、处置、期末逐项平衡，产权单位不变。"
        / "Values are exact to the fen and told in 10k yuan; each line balances, and owners do not change."
    }
    /// Note.
    fn conditions_note() {
        "带“!”的未达标，“不详”为资料不全不能判定，“a-b”为已知值至可能的最大值。学生数按各标准规定的口径。最后一列为达标项数与应达到项数。"
        / "! falls short; ? cannot be judged; a-b: what is known, and at most. Students are counted as the set says. The last column: met, of how many."
    }
    /// Note.
    fn sources_note() {
        "“数据项”为情景文件中的路径，一条路径覆盖其下各数。" / "Figures are paths in the scenario file; a path covers all figures below it."
    }
}

// Tables.
words! {
    /// Before the plan begins.
    fn before() { "调整前" / "before" }
    /// What, and when.
    fn what_when(what: &str, when: &str) { "{when}{what}" / "{what}, {when}" }
    /// Head.
    fn classes() { "班级" / "Classes" }
    /// Head.
    fn staff_head() { "教职工" / "Staff" }
    /// Title.
    fn campuses_title() { "各校区规模（班、人）" / "Size of the campuses (classes, people)" }
    /// Title.
    fn programmes_title() { "各专业在各校区的班级（班）" / "Classes by programme and campus" }

    /// Title.
    fn roll_title() { "教职工名单（每人一行）" / "The staff, a line for each" }
    /// Head.
    fn posted() { "工作校区" / "Based at" }
    /// Where somebody is from a term on.
    fn from_at(term: &str, campus: &str) { "{term}起{campus}" / "{campus} from {term}" }
    /// A change of subject.
    fn retrained(term: &str, subject: &str) { "（{term}起任{subject}）" / " ({subject} from {term})" }
    /// Somebody hired under the plan.
    fn recruit() { "新聘" / "recruit" }
    /// Somebody who is not posted elsewhere.
    fn stays() { "不变" / "stays" }

    /// Title.
    fn register_title() { "资产清册（万元）" / "Register of assets (10k yuan)" }
    /// Head.
    fn value_today() { "期初价值" / "Value today" }
    /// Head.
    fn at_end_where() { "期末所在" / "At the end" }
    /// Head.
    fn value_at_end() { "期末价值" / "Value at the end" }

    /// Title.
    fn conditions_title(set: &str, number: &str) { "{set}（{number}）对照" / "{set} ({number})" }
    /// Head.
    fn met_of() { "达标/应达" / "Met/of" }

    /// Title.
    fn options_title() { "各方案主要结果" / "The plans side by side" }
    /// Head: this plan among others.
    fn this_plan(name: &str) { "本方案（{name}）" / "this plan ({name})" }
    /// Row.
    fn targets_missed() { "未达到的目标（项次）" / "Targets missed (times)" }
    /// Row.
    fn in_school_then() { "目标学期在校学生（人）" / "Students in school when the targets are due" }
    /// Row.
    fn registered_then() { "目标学期在册学生（人）" / "Registered students when the targets are due" }
    /// Row.
    fn cost_row() { "总成本（万元，折现）" / "Cost (10k yuan, discounted)" }
    /// Row.
    fn gap_row() { "总成本与下界（由求解器给出）的差距" / "Gap of the cost to its bound (as reported by the solver)" }
    /// Row.
    fn capital_row() { "资本性支出（万元）" / "Capital (10k yuan)" }
    /// Row.
    fn running_row() { "运行支出（万元）" / "Running costs (10k yuan)" }
    /// Row.
    fn income_row() { "收入（万元）" / "Income (10k yuan)" }
    /// Row.
    fn class_moves() { "搬迁班次" / "Class moves" }
    /// Row.
    fn student_moves() { "搬迁学生（人次）" / "Student moves" }
    /// Row.
    fn postings_row() { "教职工调动（人次）" / "Postings of staff" }
    /// Row.
    fn hired_row() { "招聘（人）" / "Hired" }
    /// Row.
    fn tightest_row() { "校舍设备最高使用率" / "Highest use of rooms and equipment" }

    /// Title.
    fn run_title() { "计算依据" / "What it was computed from" }
    /// Row.
    fn program() { "程序与版本" / "Program and version" }
    /// Row.
    fn scenario_name() { "情景" / "Scenario" }
    /// Row.
    fn scenario_hash() { "情景文件SHA-256" / "SHA-256 of the scenario" }
    /// Row.
    fn made_from() { "情景的来历" / "Made from" }
    /// Row.
    fn time_limit() { "时限（秒）" / "Time limit (s)" }
    /// Row.
    fn gap_asked() { "要求的差距" / "Gap asked for" }
    /// Row.
    fn step_limit() { "改进步数上限" / "Limit of improvement steps" }
    /// Row.
    fn threads() { "线程数" / "Threads" }
    /// Row.
    fn seed() { "随机种子" / "Seed" }
    /// Row.
    fn demand_path() { "生源预测取值" / "Path of the projection" }
    /// Row.
    fn result() { "核验结果" / "Verification" }
    /// No limit.
    fn no_limit() { "不限" / "none" }
}
