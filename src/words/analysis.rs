//! Words of comparisons, frontiers, alternatives and atlases.

use std::fmt::Display;

words! {
    fn comparison_title(base: &str) { "方案比选（基准：{base}）" / "Comparison of options (base: {base})" }
    fn options_heading() { "各方案结果" / "Results of the options" }
    fn marks_note() {
        "“相比”一列为与基准之差；带≈的，差异小于尚未证明的余地（计划与最好可能之间的差距），不能据此断言优劣。后级目标的比较以各方案守住自己的前级目标为前提。"
        / "The columns 'vs base' give the difference from the base; with ≈ it is smaller than what is still unproven (the gap between a plan and the best possible) and decides nothing. Later tiers are compared with each option keeping its own earlier tiers."
    }
    fn options_title() { "各级目标（金额：万元）" / "Tiers (money in 10k yuan)" }
    fn option() { "方案" / "Option" }
    fn outcome() { "结果" / "Outcome" }
    fn against_base() { "相比" / "vs base" }
    fn cost_gap() { "费用差距" / "cost gap" }
    fn planned() { "已核验" / "verified" }
    fn reused() { "已核验（沿用）" / "verified (kept)" }
    fn taken_over(from: &str) { "已核验（采用“{from}”的计划）" / "verified (plan of {from})" }
    fn impossible() { "不可行" / "impossible" }
    fn not_found() { "时限内未求得" / "none in time" }
    fn not_begun() { "未及求解" / "not begun" }
    fn failed() { "求解失败" / "failed" }
    fn unverified() { "核验不通过" / "not verified" }
    fn reason(option: &str, why: &str) { "{option}：{why}" / "{option}: {why}" }
    fn cannot_hold(rules: &str) { "规则不能同时成立：{rules}" / "these rules cannot hold together: {rules}" }
    fn none_in_time() { "时限内没有找到计划，不等于不可行" / "no plan was found in time, which does not mean that there is none" }
    fn no_time() { "时限用完或已中断，没有开始求解" / "not begun: the time was used up or the command interrupted" }
    fn failed_check() { "所得计划未通过核验，不予采用" / "the plan found failed its verification and is not used" }

    fn targets_title() { "目标完成情况（从哪一学期起稳定达到；期内最大缺口）" / "Targets (from which term on they are kept; largest shortfall)" }
    fn reached_from(term: &str) { "{term}起" / "from {term}" }
    fn never_reached(short: &str) { "未达到，缺{short}" / "not kept, short by {short}" }
    fn figures_title() { "规模、搬迁与人员" / "Size, relocation and staff" }
    fn classes_then(term: &str) { "{term}在校班级" / "classes in {term}" }
    fn students_then(term: &str) { "{term}在校生" / "students in {term}" }
    fn registered_then(term: &str) { "{term}在册生" / "registered in {term}" }
    fn class_moves() { "搬迁班次" / "class moves" }
    fn students_moved() { "搬迁人次" / "students moved" }
    fn staff_rebased() { "教职工调动" / "staff re-based" }
    fn hired() { "招聘" / "hired" }
    fn capital() { "资本性支出" / "capital" }
    fn tightest() { "最高使用率" / "tightest use" }

    fn inputs_heading() { "输入有何不同（与基准相比）" / "What differs in the inputs" }
    fn inputs_title() { "与基准不同的输入" / "Inputs that differ from the base" }
    fn about() { "事项" / "About" }
    fn field() { "数据项" / "Field" }
    fn before() { "基准" / "Base" }
    fn after() { "本方案" / "Option" }
    fn same_inputs(option: &str) { "{option}：输入与基准相同。" / "{option}: the inputs are the base's." }
    fn no_inputs() { "各方案输入相同。" / "All inputs are the same." }
    fn more_inputs(option: &str, all: usize, shown: usize) {
        "{option}：共{all}处不同，此处列前{shown}处，其余见--out所写的文件。"
        / "{option}: {all} differences, of which {shown} are shown; all are in the files that --out writes."
    }
    fn limits_heading() { "各项限制是否起约束作用" / "Whether restrictions bind" }
    fn plans_heading() { "计划有何不同（与基准相比）" / "What differs in the plans" }
    fn differs(option: &str, list: &str) { "{option}：{list}。" / "{option}: {list}." }
    fn same_plan(option: &str) { "{option}：计划与基准相同。" / "{option}: the plan is the base's." }

    fn opens_otherwise(campus: &str, before: &str, after: &str) {
        "{campus}启用时段由{before}改为{after}" / "{campus} is in use {after} instead of {before}"
    }
    fn not_used() { "不启用" / "never" }
    fn used(from: &str, to: &str) { "{from}至{to}" / "{from} to {to}" }
    fn begins_otherwise(programme: &str, before: &str, after: &str, shift: &str) {
        "{programme}首次招生由{before}改为{after}（{shift}）" / "{programme} first admits in {after} instead of {before} ({shift})"
    }
    fn later(terms: i64) { "晚{terms}个学期" / "{terms} ⟨term|terms⟩ later" }
    fn earlier(terms: i64) { "早{terms}个学期" / "{terms} ⟨term|terms⟩ earlier" }
    fn stops(programme: &str, before: &str) { "{programme}不再招生（基准自{before}起招生）" / "{programme} admits nobody (the base from {before})" }
    fn starts(programme: &str, after: &str) { "{programme}自{after}起招生（基准不招生）" / "{programme} admits from {after} (the base never)" }
    fn admits_otherwise(programme: &str, before: u32, after: u32) {
        "{programme}招生{before}→{after}个班" / "{programme} admits {after} ⟨class|classes⟩ instead of {before}"
    }
    fn holds_otherwise(campus: &str, list: &str) { "{campus}班数：{list}" / "classes at {campus}: {list}" }
    fn in_stage(term: &str, before: u32, after: u32) { "{term}{before}→{after}" / "{term} {before}→{after}" }
    fn builds_otherwise(option: &str, before: &str, after: &str) {
        "{option}由{before}改为{after}" / "{option}: {after} instead of {before}"
    }
    fn modules(count: u32, term: &str) { "{count}个单元（{term}起投用）" / "{count} ⟨module|modules⟩ (in service from {term})" }
    fn no_modules() { "不建" / "none" }
    fn hires_otherwise(subject: &str, before: u32, after: u32) {
        "{subject}招聘{before}→{after}人" / "{after} hired in {subject} instead of {before}"
    }
    fn moves_otherwise(before: u32, after: u32) { "搬迁{before}→{after}班次" / "{after} class moves instead of {before}" }
    fn and_more(count: usize) { "另有{count}处不同" / "{count} more differences" }

    fn frontier_title(parts: &str) { "权衡前沿：{parts}" / "Efficient set: {parts}" }
    fn frontier_heading() { "有效方案" / "Efficient plans" }
    fn frontier_note() {
        "ε-约束法：在其余各项不超过上限的条件下求第一项最小；每一点都是单独求得并经核验的计划。“已证下界”指在同一上限下任何计划都不可能更低。带×的点被其他点支配，仅供对照。"
        / "By the ε-constraint method: the first part is made least below ceilings on the others; each point is a plan of its own, verified. No plan below the same ceilings can be under the proven bound. Points with × are dominated by others."
    }
    fn frontier_points() { "各点（由第一项最优到最差）" / "Points, the best in the first part first" }
    fn point() { "点" / "Point" }
    fn ceiling_on(part: &str) { "上限：{part}" / "ceiling: {part}" }
    fn proven_bound() { "第一项已证下界" / "proven bound of the first" }
    fn gap() { "差距" / "gap" }
    fn short_targets() { "目标缺口%" / "shortfall %" }
    fn short_cost() { "总成本" / "cost" }
    fn short_disruption() { "变动" / "disruption" }
    fn short_travel() { "路途小时" / "road hours" }
    fn short_swing() { "起伏" / "swing" }
    fn short_turned_away() { "未录取" / "turned away" }
    fn short_margins() { "低案缺口" / "low forecast" }
    fn short_deviation() { "偏离" / "deviation" }
    fn chart_heading() { "图示" / "Chart" }
    fn chart_axes(across: &str, up: &str) { "横轴：{across}；纵轴：{up}" / "across: {across}; up: {up}" }

    fn alternatives_title(within: &str) { "相近而不同的方案（目标与费用不差于最好计划的{within}）" / "Plans nearly as good (targets and cost within {within} of the best found)" }
    fn alternatives_heading() { "各计划" / "The plans" }
    fn alternatives_note() {
        "每个计划都在目标与费用不超过上限的条件下，尽量不用前面各计划用过的“届次×校区×阶段”；均经核验。“新”指班级所在与之前各计划都不同的比例。"
        / "Each plan keeps targets and cost below the ceilings and avoids the seats (cohort, campus, stage) of the plans before it as far as it can; all are verified. 'New' is the share of seats that no plan before it has."
    }
    fn best() { "最好计划" / "best" }
    fn alternative(number: usize) { "另案{number}" / "alternative {number}" }
    fn new_share() { "新" / "new" }
    fn fewer_alternatives(found: usize) {
        "时限用完或已中断，求得{found}个；放宽时限可能还有。" / "The time was used up or the command interrupted after {found}; more time may give more."
    }
    fn no_alternative() { "在此范围内没有找到不同的计划。" / "No different plan was found within this." }

    fn atlas_title() { "校区启用方案图谱" / "Atlas of campuses in use" }
    fn atlas_heading() { "校区在各阶段启用与否的全部组合" / "Every pattern of campuses in use" }
    fn atlas_counts(paper: &str, admissible: usize, impossible: usize, dominated: usize, planned: usize, open: usize) {
        "理论组合{paper}种；使用期、停用与再启用规定只允许{admissible}种，其中：不可行{impossible}种，已证不优于最好计划{dominated}种，逐一求出计划{planned}种，其余{open}种只有下界。"
        / "On paper there are {paper} patterns; tenure and the rules on closing and reopening admit {admissible}: impossible {impossible}, proven no better than the best plan {dominated}, planned one by one {planned}, with bounds only {open}."
    }
    fn too_many(admissible: usize, most: usize) {
        "可行组合有{admissible}种，超过{most}种，未逐一列出；请先固定部分校区。"
        / "{admissible} patterns are admissible, more than {most}; they are not listed. Fix some campuses first."
    }
    fn atlas_note() {
        "目标缺口下界、费用下界由线性松弛证明，对该组合的任何计划都成立；费用下界以目标不差于最好计划为前提，空白表示该组合达不到同样的目标。"
        / "Bounds come from the linear relaxation and hold for every plan of the pattern; the bound on cost assumes targets as good as the best plan's, and is empty where the pattern can't have them."
    }
    fn pattern() { "启用方案" / "Pattern" }
    fn bound_on(part: &str) { "{part}下界" / "bound: {part}" }
    fn standing() { "结论" / "Conclusion" }
    fn dominated_targets() { "目标达不到最好计划的程度" / "cannot keep the targets as well as the best plan" }
    fn dominated_cost() { "已证不优于最好计划" / "proven no better than the best plan" }
    fn impossible_heading() { "不可行的组合，按原因排列" / "Patterns without a plan, by reason" }
    fn impossible_note() {
        "原因是各条规定中至少要差多少才行得通的最小缺口（按线性松弛求得，可为小数），列其中第一条。"
        / "A reason is the least by which rules would have to give way, found by the linear relaxation and so not always whole; the first of them is told."
    }
    fn why() { "原因" / "Reason" }
    fn none() { "无" / "None" }
    fn impossible_plain() { "不可行" / "impossible" }
    fn bounds_only() { "未逐一求解，只有下界" / "not planned; bounds only" }
    fn is_best() { "最好计划所用" / "the best plan's" }
    fn nothing_used() { "均不启用" / "none in use" }
    fn no_best() { "没有求得可用的计划，不能编制。" / "There is no plan to start from." }

    fn named(title: &str, file: &str) { "{title}（{file}）" / "{title} ({file})" }
    fn same_name(name: &dyn Display) { "{name}：两个方案文件同名，请改名" / "{name}: two options have this file name; rename one" }
    fn base_unknown(path: &dyn Display) { "{path}：--base不在所列方案之中" / "{path}: --base is not among the scenarios" }
    fn parts_wrong() { "--of要两项或以上且不得重复" / "--of needs two or more parts, none of them twice" }
}
