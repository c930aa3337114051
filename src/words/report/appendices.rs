//! Words of the annexes.

// The list of annexes and their heads.
words! {
    fn list_first(number: usize, title: &str) { "附件：{number}. {title}" / "Annexes: {number}. {title}" }
    fn list_further(number: usize, title: &str) { "{number}. {title}" / "{number}. {title}" }
    fn list_only(title: &str) { "附件：{title}" / "Annex: {title}" }
    fn head(number: usize) { "附件{number}" / "Annex {number}" }
    fn head_only() { "附件" / "Annex" }
    fn remark(text: &str) { "注：{text}" / "Note: {text}" }
    fn no_pictures() {
        "没有找到可用的字体，图未能绘出；图中各数见附件各表。"
        / "No font was found to draw the charts with; their numbers are in the tables of the annexes."
    }
}

// Titles.
words! {
    fn layout() { "校区与专业布局（调整前后）" / "Campuses and programmes before and after" }
    fn enrolment() { "年度招生与在校规模" / "Yearly enrolment" }
    fn relocation() { "班级搬迁名单" / "Classes that move" }
    fn staff() { "教职工调配与交流" / "Staff: postings and exchange" }
    fn assets() { "资产清册与平衡" / "Register of assets and its balance" }
    fn money() { "投资与经费" / "Investment and money" }
    fn conditions() { "办学条件达标情况" / "Compliance with the standards" }
    fn options() { "方案比较" / "Options compared" }
    fn schedule() { "里程碑与日常活动" / "Milestones and events" }
    fn sources() { "数据来源与假设" / "Sources and assumptions" }
    fn method() { "计算与核验" / "Computation and verification" }
}

// Notes.
words! {
    fn layout_note() {
        "班级、学生：“调整前”为规划期开始前的全部班级，其余为该学期在校班级（不含实习班级）。教职工按所属校区统计。"
        / "Classes and students: before, all there are; later, those in school in the term, without those on internship. Staff are counted where they are based."
    }
    fn staff_note() {
        "编制所在单位在规划期内不变；“工作校区”写“不变”的没有调动。"
        / "The employer of record never changes; who is not posted elsewhere stays."
    }
    fn assets_note() {
        "价值精确到分后以万元表示；期初、购建、处置、期末逐项平衡，产权单位不变。"
        / "Values are exact to the fen and told in 10k yuan; each line balances, and owners do not change."
    }
    fn conditions_note() {
        "带“!”的未达标，“不详”为资料不全不能判定，“a-b”为已知值至可能的最大值。学生数按各标准规定的口径。最后一列为达标项数与应达到项数。"
        / "! falls short; ? cannot be judged; a-b: what is known, and at most. Students are counted as the set says. The last column: met, of how many."
    }
    fn sources_note() {
        "“数据项”依次为工作簿的工作表、所属对象和栏目；没有列出栏目的包括该对象的各项数据。来源相同的合为一行。"
        / "Figures are named by the sheet of the workbook, the entry and the column; without a column all figures of the entry are meant. What has one source stands in one row."
    }
}

// Tables.
words! {
    fn before() { "调整前" / "before" }
    fn what_when(what: &str, when: &str) { "{when}{what}" / "{what}, {when}" }
    fn classes() { "班级" / "Classes" }
    fn staff_head() { "教职工" / "Staff" }
    fn campuses_title() { "各校区规模（班、人）" / "Size of the campuses (classes, people)" }
    fn programmes_title() { "各专业在各校区的班级（班）" / "Classes by programme and campus" }

    fn sources_grouped_title() { "各项数据的来源" / "Where the figures come from" }
    fn figures_of() { "数据项" / "Figures" }
    fn moves_title() { "搬迁安排（班、人）" / "Plan of moves (classes, students)" }
    fn before_term() { "开学前" / "Before" }
    fn classes_moved() { "班级" / "Classes" }
    fn students_moved() { "学生" / "Students" }

    fn roll_title() { "教职工名单（每人一行）" / "The staff, a line for each" }
    fn posted() { "工作校区" / "Based at" }
    fn from_at(term: &str, campus: &str) { "{term}起{campus}" / "{campus} from {term}" }
    fn retrained(term: &str, subject: &str) { "（{term}起任{subject}）" / " ({subject} from {term})" }
    fn recruit() { "新聘" / "recruit" }
    fn stays() { "不变" / "stays" }

    fn register_title() { "资产清册（万元）" / "Register of assets (10k yuan)" }
    fn value_today() { "期初价值" / "Value today" }
    fn at_end_where() { "期末所在" / "At the end" }
    fn value_at_end() { "期末价值" / "Value at the end" }

    fn conditions_title(set: &str, number: &str) { "{set}（{number}）对照" / "{set} ({number})" }
    fn met_of() { "达标/应达" / "Met/of" }

    fn options_title() { "各方案主要结果" / "The plans side by side" }
    fn this_plan(name: &str) { "本方案（{name}）" / "this plan ({name})" }
    fn option_with(name: &str, differs: &str) { "{name}（{differs}）" / "{name} ({differs})" }
    fn without_pins(pins: &str) { "不指定{pins}" / "without {pins}" }
    fn best() { "最优" / "Best" }
    fn alike() { "相同" / "alike" }
    fn not_told_apart() { "在证明的差距之内，分不出优劣" / "within the proven gaps: not told apart" }
    fn options_note() {
        "“最优”列出每项最好的方案；总成本相差不超过尚未证明的余地时，分不出优劣。没有好坏之分的项目不评。"
        / "'Best' names the best plan of each line; costs that differ by no more than what is unproven are not told apart. Lines of which neither more nor less is better are not judged."
    }
    fn targets_missed() { "未达到的目标（项次）" / "Targets missed (times)" }
    fn in_school_then() { "目标学期在校学生（人）" / "Students in school when the targets are due" }
    fn registered_then() { "目标学期在册学生（人）" / "Registered students when the targets are due" }
    fn cost_row() { "总成本（万元，折现）" / "Cost (10k yuan, discounted)" }
    fn gap_row() { "总成本与下界（由求解器给出）的差距" / "Gap of the cost to its bound (as reported by the solver)" }
    fn capital_row() { "资本性支出（万元）" / "Capital (10k yuan)" }
    fn running_row() { "运行支出（万元）" / "Running costs (10k yuan)" }
    fn income_row() { "收入（万元）" / "Income (10k yuan)" }
    fn class_moves() { "搬迁班次" / "Class moves" }
    fn student_moves() { "搬迁学生（人次）" / "Student moves" }
    fn postings_row() { "教职工调动（人次）" / "Postings of staff" }
    fn hired_row() { "招聘（人）" / "Hired" }
    fn tightest_row() { "校舍设备最高使用率" / "Highest use of rooms and equipment" }

    fn run_title() { "计算依据" / "What it was computed from" }
    fn program() { "程序与版本" / "Program and version" }
    fn scenario_name() { "情景" / "Scenario" }
    fn scenario_hash() { "情景文件SHA-256" / "SHA-256 of the scenario" }
    fn made_from() { "情景的来历" / "Made from" }
    fn time_limit() { "时限（秒）" / "Time limit (s)" }
    fn gap_asked() { "要求的差距" / "Gap asked for" }
    fn step_limit() { "改进步数上限" / "Limit of improvement steps" }
    fn threads() { "线程数" / "Threads" }
    fn seed() { "随机种子" / "Seed" }
    fn demand_path() { "生源预测取值" / "Path of the projection" }
    fn result() { "核验结果" / "Verification" }
    fn no_limit() { "不限" / "none" }
}
