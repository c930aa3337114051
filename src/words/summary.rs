//! Words of what a study says about its futures.

use std::fmt::Display;

words! {
    fn title(study: &str) { "情景研究“{study}”结果汇总" / "{study}: what its futures say" }

    fn overview_heading() { "概要" / "Overview" }
    fn made_of(base: &str, design: &str, futures: usize) {
        "基础方案：{base}。{design}，共{futures}个情景，每个情景同等看待。"
        / "Base: {base}. {design}; futures: {futures}, each counting alike."
    }
    fn grid() { "各因素取值的全部组合" / "Every combination of levels" }
    fn latin_hypercube(seed: u64) { "拉丁超立方抽样（种子{seed}）" / "Latin hypercube (seed {seed})" }
    fn monte_carlo(seed: u64) { "独立随机抽样（种子{seed}）" / "independent draws (seed {seed})" }
    fn became(list: &str) { "各情景的结局：{list}。" / "What became of them: {list}." }
    fn of_all(name: &str, count: usize, share: &str) { "{name}{count}个（{share}）" / "{name} {count} ({share})" }
    fn ended(list: &str) { "已核验的计划求解如何结束：{list}。" / "How the runs of the verified plans ended: {list}." }
    fn denominators(planned: usize, futures: usize) {
        "下文的指标、目标和决定只按有已核验计划的{planned}个情景计（共{futures}个）；没有计划的情景在本节逐一列明，不当作零，也不略去。"
        / "Indicators, targets and decisions below are those of the {planned} ⟨future|futures⟩ with a verified plan (of {futures}); the others are all listed here, neither counted as zero nor dropped."
    }
    fn nothing_planned() { "没有一个情景有已核验的计划。" / "No future has a verified plan." }
    fn verified() { "已核验" / "verified" }
    fn unverified() { "核验不通过" / "not verified" }
    fn infeasible() { "不可行" / "impossible" }
    fn nothing_found() { "限制内未求得" / "none found" }
    fn failed() { "出错" / "failed" }
    fn gap_reached() { "达到要求的差距" / "gap reached" }
    fn settled() { "取整后超出要求的差距" / "gap reached until made whole" }
    fn time_limit() { "到达时限" / "time limit" }
    fn work_limit() { "到达步数上限" / "work limit" }
    fn interrupted() { "中止" / "stopped" }
    fn reasons_title() { "没有已核验计划的情景，按原因" / "Futures without a verified plan, by reason" }
    fn no_reasons() { "每个情景都有已核验的计划。" / "Every future has a verified plan." }
    fn more_reasons(all: usize, shown: usize) {
        "共{all}种原因，此处列前{shown}种，其余见--out所写的文件。"
        / "{all} different reasons, of which {shown} are shown; all are in the files that --out writes."
    }
    fn outcome() { "结局" / "Outcome" }
    fn why() { "原因" / "Reason" }
    fn futures() { "情景数" / "futures" }
    fn first_plan() { "首见于情景" / "first in future" }
    fn levels_title() { "因素的取值，及其中各种结局的情景数" / "Levels of the factors, with futures by outcome" }
    fn factor() { "因素" / "Factor" }
    fn level() { "取值" / "Level" }

    fn targets_heading() { "目标" / "Targets" }
    fn targets_note() {
        "“全程达到”指在目标适用的每个学期都达到；占全部情景的比例把没有计划的情景算作未达到，是下限。“起始学期”指从该学期起一直达到：在至少5%、50%、95%的（有计划的）情景中已经开始；空白表示到期末也没有那么多情景达到。"
        / "'Always' means in every term in which the target applies; the share of all futures counts those without a plan as missing it and so is a lower limit. The terms are those from which on it stays met: by then in at least 5, 50, 95% of the futures with a plan; empty where it never is in so many."
    }
    fn targets_title() { "目标在多少情景中达到" / "In how many futures the targets are met" }
    fn no_targets() { "方案没有目标。" / "The scenario has no targets." }
    fn target() { "目标" / "Target" }
    fn always_met() { "全程达到" / "always" }
    fn of_planned() { "占有计划的" / "of planned" }
    fn of_futures() { "占全部" / "of all" }
    fn from_at(percent: u32) { "起始{percent}%" / "from, {percent}%" }
    fn never_met() { "期末未达到" / "not at the end" }
    fn worst_missed() { "最大缺口" / "short by" }
    fn target_terms_title() { "目标从哪一学期起一直达到" / "Terms from which on the targets stay met" }
    fn from_term() { "起始学期" / "From" }

    fn spread_heading() { "指标分布" / "Distribution of the indicators" }
    fn spread_note() {
        "分位数按线性内插：n个值由小到大排列，p分位在第(n-1)p+1位，落在两值之间的按比例内插（Hyndman-Fan第7种，与电子表格PERCENTILE.INC相同）。“未证明”为该指标尚可能改进的余地（计划值减已证下界）的中位数，未证明的算作最大；空白表示半数以上没有证明。"
        / "Quantiles by linear interpolation: of n values in ascending order that at share p stands at place (n-1)p+1, between two values in proportion (definition 7 of Hyndman and Fan, PERCENTILE.INC of spreadsheets). 'Unproven' is the median of what may still be better (value less proven bound), plans of which nothing is proven counting as the largest; empty where these are half or more."
    }
    fn constant(list: &str) { "在各情景中都相同：{list}。" / "The same in all futures: {list}." }
    fn ends(list: &str) {
        "{list}。某一情景的计划可用study plan DIR 编号重算并列出。"
        / "{list}. `study plan DIR NUMBER` makes the plan of a future again and reports it."
    }
    fn ends_of(name: &str, least: usize, greatest: usize) {
        "{name}最小的是计划{least}，最大的是计划{greatest}"
        / "{name}: least in plan {least}, greatest in plan {greatest}"
    }
    fn equals(name: &str, value: &str) { "{name} {value}" / "{name} {value}" }
    fn others_in_files(count: usize) { "其余{count}项指标见--out所写的文件。" / "{count} more indicators are in the files that --out writes." }
    fn spread_title() { "各指标在有计划的情景中的分布" / "Indicators over the futures with a plan" }
    fn spread_picture() {
        "每行一个指标，横轴自最小值至最大值：细线为全部情景，浅色条自5%至95%，深色条为中间一半，竖线为中位数；右边依次为最小值、中位数、最大值。"
        / "A line for each indicator, on an axis from its least to its greatest value: the thin line is all futures, the light bar 5 to 95%, the dark bar the middle half, the upright mark the median; beside it least, median and greatest."
    }
    fn tornado_picture() {
        "每个因素一条：由首个取值到末个取值，指标均值的变化，向右为增、向左为减，以最大者为全长；斜纹或灰色表示不能断定。"
        / "A bar for each factor: how the mean of the indicator changes from the factor's first to its last level, to the right if it rises, to the left if it falls, the largest in full length; grey bars are not known."
    }
    fn boxes_title() { "分布图：|最小、最大，[ ]中间一半，:中位数，-自5%至95%" / "Drawn: | least, greatest; [ ] the middle half; : median; - from 5 to 95%" }
    fn indicator() { "指标" / "Indicator" }
    fn count() { "个数" / "count" }
    fn least() { "最小" / "least" }
    fn greatest() { "最大" / "greatest" }
    fn median() { "中位数" / "median" }
    fn mean() { "平均" / "mean" }
    fn unproven() { "未证明" / "unproven" }
    fn drawn() { "图" / "Drawn" }
    fn with_unit(name: &str, unit: &str) { "{name}（{unit}）" / "{name} ({unit})" }

    fn tornado_heading() { "哪个因素最要紧" / "Which factor matters most" }
    fn share_note() {
        "方差份额：该指标在各情景间的方差中，由单独这一因素各取值的均值之差说明的部分（相关比：各组的n乘以(组均值-总均值)的平方，其和除以各值(值-总均值)的平方之和）。"
        / "Share of variance: the part of an indicator's variance over the futures that the means at a factor's levels account for alone (correlation ratio: sum of n (mean at level - mean)^2 over sum of (value - mean)^2)."
    }
    fn sample_note() {
        "抽样的情景扣除偶然部分：max(0, 1-(1-份额)(n-1)/(n-k))；连续取值按个数等分成段。差额不大于两倍标准误的，可能出于偶然，记“？”。"
        / "Of sampled futures less what chance adds: max(0, 1-(1-share)(n-1)/(n-k)); drawn figures are put into bins of as many futures each. A swing of no more than two standard errors may be chance and is marked '?'."
    }
    fn grid_note() {
        "“其余”为各因素共同作用（交互）的部分。差额按其他因素都相同的情景成对相减，再平均。"
        / "'Rest' is what factors do only together. Swings are means over pairs of futures that are alike in all other factors."
    }
    fn uneven_note(missing: usize) {
        "有{missing}个情景没有计划，组合不齐，份额只是近似。" / "Futures without a plan: {missing}; the grid is uneven and shares are approximate."
    }
    fn noise_note() {
        "差额不大于该指标未证明余地的中位数的，是真是假尚不知道，记“？”（余地之内）；没有任何证明的指标记“~”：所见只是求得的计划如此。"
        / "A swing no larger than the median of what is unproven of the indicator is unknown and marked '?'; indicators of which nothing is proven are marked '~': so it is in the plans found."
    }
    fn shares_title() { "方差份额（%）" / "Shares of variance (%)" }
    fn nothing_varies() { "没有随情景变化的指标。" / "No indicator differs between futures." }
    fn rest() { "其余" / "Rest" }
    fn tornado_title(figure: &str) { "{figure}：因素由第一个取值变到最后一个取值" / "{figure}: each factor from its first to its last level" }
    fn all_tornados_title() { "各因素对各指标的影响" / "What each factor does to each indicator" }
    fn share() { "份额" / "share" }
    fn from_to() { "由何到何" / "From, to" }
    fn level_to_level(from: &str, to: &str) { "{from} → {to}" / "{from} → {to}" }
    fn mean_first() { "前均值" / "mean first" }
    fn mean_last() { "后均值" / "mean last" }
    fn swing() { "差额" / "swing" }
    fn said() { "结论" / "Verdict" }
    fn no_swing() { "无差别" / "none" }
    fn clear() { "明确" / "clear" }
    fn within_gaps() { "？余地之内" / "? within gap" }
    fn within_chance() { "？或属偶然" / "? chance" }
    fn unproven_swing() { "~未证明" / "~ unproven" }
    fn not_compared() { "无法比较" / "no pairs" }
    fn planned_figure() { "有已核验的计划（比例）" / "has a verified plan (share)" }
    fn targets_met_figure() { "目标全程达到（比例）" / "all targets met (share)" }
    fn level_means_title() { "各因素每一取值下的均值" / "Means at each level of the factors" }

    fn decisions_heading() { "第一阶段的决定" / "Decisions of the first stage" }
    fn decisions_note(all: usize, common: usize, differ: usize) {
        "第二阶段开始之前须定下的事项共{all}项：{common}项在所有有计划的情景中都相同，{differ}项因情景而异。"
        / "Decisions to be taken before the second stage begins: {all}; the same in all futures with a plan: {common}; different: {differ}."
    }
    fn depends_note() {
        "“取决于”为最能说明取值不同的因素；括号内为知道该因素的取值后，猜错的次数减少的比例（Goodman-Kruskal的lambda），没有减少的不列。"
        / "'Depends on' is the factor that tells the values apart best; in brackets the share of wrong guesses that knowing its level saves (lambda of Goodman and Kruskal); empty where it saves none."
    }
    fn common_title() { "所有情景都相同的决定" / "The same in all futures" }
    fn none_common() { "没有所有情景都相同的决定。" / "No decision is the same in all futures." }
    fn differing_title() { "因情景而异的决定" / "Different between futures" }
    fn none_differ() { "没有因情景而异的决定。" / "No decision differs between futures." }
    fn more_decisions(all: usize, shown: usize) {
        "共{all}项，此处列{shown}项，其余见--out所写的文件。"
        / "{all} in all, of which {shown} are shown; all are in the files that --out writes."
    }
    fn kind() { "事项" / "Kind" }
    fn decision() { "决定" / "Decision" }
    fn value() { "取值" / "Value" }
    fn of_those() { "占" / "share" }
    fn depends_on() { "取决于" / "Depends on" }
    fn by_factor(factor: &str, saved: &str) { "{factor}（{saved}）" / "{factor} ({saved})" }
    fn at_levels() { "各取值下的情景" / "At its levels" }
    fn at_level(level: &str, part: usize, of: usize) { "{level} {part}/{of}" / "{level} {part}/{of}" }
    fn decision_levels_title() { "第一阶段的决定，按因素的取值" / "Decisions of the first stage by level of the factors" }
    fn of_level() { "该取值情景数" / "futures at the level" }
    fn kind_open() { "校区" / "Campuses" }
    fn kind_built() { "建设" / "Building" }
    fn kind_admit() { "招生" / "Admissions" }
    fn kind_hired() { "招聘" / "Recruits" }
    fn kind_classes() { "班级所在" / "Classes" }
    fn kind_other() { "其他" / "Other" }
    fn opens(campus: &str) { "启用{campus}" / "{campus} in use" }
    fn closed(campus: &str) { "不启用{campus}" / "{campus} not in use" }
    fn builds(option: &str) { "开工{option}" / "begin {option}" }
    fn admits(programme: &str, entry: &str) { "{entry}{programme}招生" / "{programme} admitted {entry}" }
    fn hires(subject: &str) { "{subject}招聘" / "recruits for {subject}" }
    fn holds(programme: &str, entry: &str, campus: &str) {
        "{entry}入学的{programme}在{campus}" / "{programme} of {entry} at {campus}"
    }
    fn yes() { "是" / "yes" }
    fn no() { "否" / "no" }
    fn classes(count: u32) { "{count}个班" / "{count} ⟨class|classes⟩" }
    fn people(count: u32) { "{count}人" / "{count} ⟨person|people⟩" }
    fn modules(count: u32) { "{count}套" / "{count} ⟨module|modules⟩" }
    fn decided(decision: &str, value: &str) { "{decision}{value}" / "{decision}: {value}" }

    fn candidates_heading() { "可选的第一阶段" / "Candidate first stages" }
    fn candidates_note(all: usize, planned: usize) {
        "在{planned}个有计划的情景中共求得{all}种不同的第一阶段，最多见的在前；同样多见的，与各情景的决定相差最小的在前。"
        / "Different first stages found in the {planned} ⟨future|futures⟩ with a plan: {all}; the most frequent first, and of those as frequent the one that differs least from what all decide."
    }
    fn unknown_regret() {
        "某个第一阶段在没有选它的情景中结果如何，本研究没有算过，所以后悔值未知。用campusplan study regret为每个候选在每个情景中补算。"
        / "What a first stage comes to in futures that did not choose it was not planned here, so regrets are unknown. campusplan study regret has every candidate planned in every future."
    }
    fn candidates_title() { "候选（与第1种相比）" / "Candidates (compared with the first)" }
    fn no_candidates() { "没有候选。" / "There are none." }
    fn candidate() { "候选" / "Candidate" }
    fn differs() { "与第1种的不同" / "Differs from the first in" }
    fn the_first(list: &str) { "各候选不一致之处：{list}" / "where they differ: {list}" }
    fn and_more(count: usize) { "等，另{count}项" / "and {count} more" }

    fn regret_heading() { "后悔值" / "Regrets" }
    fn regret_note() {
        "每个候选的第一阶段在每个情景中都强制执行一次，其余决定仍求最好。后悔值为其结果与该情景下最好计划（各候选与自由选择者中最好的）之差：先比目标缺口，缺口相同（相差不超过0.01个百分点，或不超过每个计划允许的差距）才比费用。差额不超过该计划未证明的余地的，尚不能断定更差。平均费用只按目标一样好的情景计。“自由选择”为原研究中不加强制时选它的情景数；目标为百分点，费用为万元。"
        / "Every candidate first stage is forced in every future, and the rest planned as well as possible. Its regret is the difference from the best plan of that future (of all candidates and the free choice): targets first, and only where they miss as little (within 0.01 points, or the gap allowed to a plan) cost. One no larger than what is unproven of the plan is not known to be worse. Mean costs are over the futures where the targets are as good. 'Chosen': in so many futures by the free plan; 'not worse?': in so many nothing is known to be better; missed in points, cost in 10k yuan."
    }
    fn regret_compared(compared: usize, futures: usize) {
        "{futures}个情景中有{compared}个至少有一个计划，可以比较；其余的谁也没有计划。"
        / "Of {futures} ⟨future|futures⟩ {compared} have a plan by someone and can be compared; in the others nobody has one."
    }
    fn followed_note(candidates: usize, futures: usize) {
        "本研究是补算：{candidates}个候选的第一阶段，各在{futures}个情景中强制执行；下面的“情景”是一个候选配一个情景。"
        / "This study follows another: {candidates} candidate first stages, each forced in {futures} ⟨future|futures⟩; a 'future' below is one candidate in one of them."
    }
    fn minimax(candidate: &str, worst: &str) {
        "没有计划的情景最少、其次最大后悔值最小的是候选{candidate}：{worst}。"
        / "Fewest futures without a plan and then the least largest regret has candidate {candidate}: {worst}."
    }
    fn worst_is(cost: &str, plan: usize) {
        "目标一样好，最坏时费用多{cost}万元（情景{plan}）" / "targets as good, at worst {cost} (10k yuan) more cost (future {plan})"
    }
    fn worst_targets(targets: &str, plan: usize) {
        "最坏时目标缺口多{targets}个百分点（情景{plan}）" / "at worst {targets} ⟨point|points⟩ more missed (future {plan})"
    }
    fn but_without(count: usize) { "；但有{count}个情景中它没有计划" / "; but it has no plan in {count} ⟨future|futures⟩" }
    fn worth_of_knowing(cost: &str) {
        "假如事先知道是哪个情景再定第一阶段，平均最多可省{cost}万元：为等待更多消息所付的代价不应超过它。"
        / "To know the future before deciding would save {cost} (10k yuan) on average at most: waiting for news is worth no more."
    }
    fn regret_title() { "各候选的后悔值（最好的在前）" / "Regrets of the candidates, the best first" }
    fn chosen() { "自由选择" / "chosen" }
    fn has_plan() { "有计划" / "planned" }
    fn impossible() { "不可行" / "impossible" }
    fn unknown() { "不详" / "unknown" }
    fn is_best() { "最好" / "best" }
    fn not_worse() { "不能断定更差" / "not worse?" }
    fn most_targets() { "最大目标%" / "most missed" }
    fn most_cost() { "最大费用" / "most cost" }
    fn mean_targets() { "平均目标%" / "mean missed" }
    fn mean_cost() { "平均费用" / "mean cost" }
    fn regrets_by_future_title() { "各情景中各候选的后悔值" / "Regrets of the candidates future by future" }
    fn future() { "情景" / "Future" }
    fn targets_regret() { "目标后悔%" / "regret: targets %" }
    fn cost_regret() { "费用后悔" / "regret: cost" }
    fn known_worse() { "可断定" / "certain" }
    fn candidate_spread_title() { "各候选下指标的分布" / "Indicators by candidate" }
    fn candidate_name(number: usize) { "候选{number}" / "Candidate {number}" }

    fn waiting_heading() { "现在必须定的，和可以等的" / "What to decide now, and what may wait" }
    fn waiting_note(near: &str) {
        "不能断定比最好的候选更差的有：{near}（没有计划的情景一样多，最大后悔值相差不超过未证明余地的中位数）。它们一致的决定现在就可以定；它们不一致的，就目前所知各取值一样好，可以等知道得更多再定。"
        / "Not known to be worse than the best candidate: {near} (as many futures without a plan, and a largest regret that differs by no more than the median of what is unproven). What they agree on can be decided now; where they differ each is as good as far as is known, and may wait until more is known."
    }
    fn agreed_title() { "现在可以定" / "Can be decided now" }
    fn open_title() { "可以等" / "May wait" }
    fn nothing_waits() { "没有可以等的决定。" / "Nothing may wait." }
    fn nothing_near() { "没有一个候选有可以比较的计划。" / "No candidate has a plan to compare." }

    fn followed(dir: &dyn Display, candidates: usize, plans: usize, shards: usize) {
        "已建立{dir}：{candidates}个候选，{plans}个计划，{shards}个分片；用campusplan study run计算，再用study summary看后悔值"
        / "{dir} made: {candidates} ⟨candidate|candidates⟩, {plans} ⟨plan|plans⟩ in {shards} ⟨shard|shards⟩; plan it with campusplan study run, then see study summary"
    }
    fn already_followed(dir: &dyn Display) {
        "{dir}：已是补算候选的研究，不能再补算" / "{dir}: is a study of candidates already"
    }
    fn keeps_too_little(dir: &dyn Display, keys: &str) {
        "{dir}：研究没有保留指标{keys}，不能求后悔值；请在keep中加上" / "{dir}: the study does not keep {keys}, which regrets need; add them to `keep`"
    }
    fn no_candidate(dir: &dyn Display) {
        "{dir}：没有一个情景有已核验的计划，没有候选" / "{dir}: no future has a verified plan, so there is no candidate"
    }
}
