//! Words for the answer to why a plan decides as it does.

words! {
    fn title(plan: &str) { "为什么这样安排：{plan}" / "Why it is so: {plan}" }
    fn answer_heading() { "所问与回答" / "Question and answer" }
    fn asked(said: &str) { "所问：{said}" / "Asked: {said}" }
    fn has_it(zh: &str, en: &str) {
        "计划就是这样安排的；为看其必要，另求一个不这样安排的计划：{zh}。"
        / "The plan has it so. To see what it is worth, a plan is made that has it otherwise: {en}."
    }
    fn has_it_not(zh: &str, en: &str) {
        "计划没有这样安排；为看其代价，另求一个这样安排的计划：{zh}。"
        / "The plan has it not. To see what it would take, a plan is made that has it: {en}."
    }
    fn impossible() {
        "这样就没有任何计划能满足全部硬性规则：原计划的安排是别无选择的。"
        / "Then no plan can keep all hard rules: there is no choice but to decide as the plan does."
    }
    fn part_of_all() {
        "所问之外的各条规则可以同时成立（原计划即是例证），所以每一处冲突都少不了所问的决定。"
        / "All rules but what is asked hold together, as the plan shows, so what is asked is part of every conflict."
    }
    fn free() {
        "不影响任何一级目标：这项安排可以自由选择。" / "It changes no tier: the choice is free."
    }
    fn worse(tier: &str, amount: &str, sure: &str) {
        "有代价：{tier}增加{amount}，其中至少{sure}已经证明，再求多久也省不掉。"
        / "It costs: {tier} rises by {amount}, of which at least {sure} is proven: more time cannot save it."
    }
    fn better(tier: &str, amount: &str) {
        "反而更好：{tier}减少{amount}。原计划不是最优，建议重新求解。"
        / "It is better: {tier} falls by {amount}. The plan was not the best that there is; plan again."
    }
    fn unknown(tier: &str, amount: &str, gap: &str) {
        "尚不能断定：{tier}相差{amount}，小于尚未证明的差距{gap}；延长求解时限可以缩小差距。"
        / "Not known: {tier} differs by {amount}, which is within what is not yet proven, {gap}; more time narrows that."
    }
    fn none_in_time() {
        "时限内没有求得这样安排的计划，不等于没有；请放宽时限再试。"
        / "No such plan was found in time, which does not mean that there is none; allow more time."
    }
    fn no_time() {
        "时限用完或已中断，没有开始求解这样安排的计划；请放宽时限再试。"
        / "The time was used up, or the command interrupted, before this plan was begun; allow more time."
    }
    fn unverified() { "求得的计划没有通过核验，不予采用。" / "The plan that was found failed its verification and is not used." }
    fn tiers_title() { "各级目标：原计划与另求的计划（下界由求解器给出）" / "Tiers: the plan and the other plan (bounds as reported by the solver)" }
    fn tier_no() { "级" / "Tier" }
    fn least() { "使其最小" / "made least" }
    fn this_plan() { "原计划" / "the plan" }
    fn its_bound() { "下界" / "bound" }
    fn other_plan() { "另求" / "other" }
    fn difference() { "相差" / "difference" }
    fn verdict() { "可否断定" / "Known?" }
    fn same() { "相同" / "the same" }
    fn surely_more() { "确实增加" / "surely more" }
    fn surely_less() { "确实减少" / "surely less" }
    fn not_known() { "在差距之内，不能断定" / "within the gaps: unknown" }
    fn rules_heading() { "起约束作用的规则" / "Rules that bind" }
    fn rules_note() {
        "由方案和计划重新算出：两边恰好相等、没有余量，而在原计划中尚有余量的规则；以及以计价方式放宽而原计划没有放宽的规则。"
        / "Recomputed from scenario and plan: rules with nothing to spare that had some in the plan asked about, and rules missed at a price that were not missed there."
    }
    fn rules_title() { "新近用尽的余量" / "Newly with nothing to spare" }
    fn no_rules() { "没有。" / "None." }
    fn rule() { "规则" / "Rule" }
    fn place() { "何处" / "Where" }
    fn when() { "何时" / "When" }
    fn state() { "情况" / "State" }
    fn used_up(left_zh: &str, left_en: &str, right_zh: &str, right_en: &str, amount: &str, unit_zh: &str, unit_en: &str) {
        "{left_zh}={right_zh}：{amount}{unit_zh}" / "{left_en} = {right_en}: {amount} {unit_en}"
    }
    fn missed(amount: &str, unit_zh: &str, unit_en: &str) {
        "以计价方式放宽{amount}{unit_zh}" / "missed at a price by {amount} {unit_en}"
    }
    fn more_rules(all: usize, shown: usize) {
        "共{all}项，此处列前{shown}项，其余见--out所写的文件。" / "{all} in all, of which {shown} are shown; the rest is in the files that --out writes."
    }
    fn changes_heading() { "计划有何不同" / "What differs in the plans" }
    fn all(list: &str) { "{list}。" / "{list}." }
    fn only_moves(count: usize) {
        "校区启用、建设、招生、招聘和搬迁总数都没有不同；不同的只是下表{count}项所在的校区。"
        / "Campuses in use, building, admissions, recruits and totals do not differ; only where the {count} of the table below are does."
    }
    fn same_plan() { "计划没有不同。" / "The plans do not differ." }
    fn moves_heading() { "谁要变动" / "Who moves" }
    fn moves_title() { "所在校区与原计划不同的班级和人员" / "Classes and people who are elsewhere" }
    fn nobody() { "没有。" / "Nobody." }
    fn kept_title() { "与所沿用的计划有何不同" / "What differs from the plan that was to be kept" }
    fn departs(value: &str) {
        "偏离{value}：每一阶段、每一校区多一个班或少一个班、多一人或少一人任职，各计1；每一阶段多建或少建一个单元、多招或少招一个班、多聘或少聘一人，各计1；校区启用与否改变，每一阶段计5。"
        / "It departs by {value}: in each stage 1 for every class more or fewer at a campus, person more or fewer based there, module more or fewer in service, class more or fewer admitted and person more or fewer hired, and 5 for every campus in use or not."
    }
    fn who() { "谁" / "Who" }
    fn campus() { "校区" / "Campus" }
    fn counts() { "各阶段数目（原计划→新计划）" / "How many, by stage (before → after)" }
    fn cohort(programme: &str, year: i32) { "{year}级{programme}班" / "{programme}, classes of {year}" }
    fn recruits(subject: &str) { "{subject}新聘教师" / "recruits for {subject}" }
    fn in_stage(term: &str, before: u32, after: u32) { "{term}{before}→{after}" / "{term} {before}→{after}" }
}
