//! Words of studies in many futures.

use crate::domain::{Part, Text};
use std::fmt::Display;

words! {
    fn first_stage() { "第一阶段" / "first stage" }
    fn candidate(number: usize) { "候选{number}" / "candidate {number}" }
    fn nameless() { "情景研究" / "Study" }

    fn no_factors() { "没有任何因素（factors）" / "nothing is varied: there are no `factors`" }
    fn no_paths() { "没有写改哪里" / "it does not say what it changes" }
    fn paths_hint() {
        "把取值写到某处用sets: [\"路径\"]，按取值乘以倍数用scales: [\"路径\"]"
        / "write sets: [\"PATH\"] for figures that get the level, scales: [\"PATH\"] for those multiplied by it"
    }
    fn paths_not_needed() {
        "bundles、demand和forecast自己说明改什么，不能再写sets或scales"
        / "`bundles`, `demand` and `forecast` say themselves what changes: no `sets` or `scales`"
    }
    fn no_factor_of_scale(text: &str) { "“{text}”不是数，不能用作倍数" / "`{text}` is not a number to multiply by" }
    fn no_levels() { "没有任何取值" / "there are no levels" }
    fn level_twice() { "这个取值前面已经有了" / "this level is there already" }
    fn not_rising(numbers: &str) { "{numbers}须由小到大" / "{numbers}: must go up" }
    fn far_out() {
        "截断区间离均值超过6倍标准差，没有可抽取的部分"
        / "it is cut off more than 6 standard deviations from its mean: nothing is left to draw from"
    }
    fn projected_twice() {
        "demand和forecast总共只能有一个：抽样偏离的是“可能”一档"
        / "only one factor may be `demand` or `forecast`: draws depart from the likely path"
    }
    fn nothing_projected() {
        "方案没有推算的报名人数，高、中、低三档没有区别"
        / "the scenario projects no applicants: its paths are all alike"
    }
    fn no_error() {
        "方案没有推算误差（enrolment.error），抽样都与“可能”一档相同"
        / "the projection has no `enrolment.error`: every draw is the likely path"
    }
    fn no_levels_for_grid() { "全组合（grid）要求每个因素有有限个取值" / "a grid needs levels of every factor" }
    fn grid_needs_levels() {
        "改用list或range，或用latin_hypercube、monte_carlo抽样"
        / "write a list or a range, or sample by latin_hypercube or monte_carlo"
    }
    fn grid_needs_draws() { "写明抽几次：forecast(draws: 5)" / "say how many draws: forecast(draws: 5)" }
    fn no_correlations_in_grid() {
        "全组合（grid）里各因素互相独立，不能写相关系数" / "the factors of a grid are independent: no correlations"
    }
    fn two_factors() { "要写两个不同的因素" / "name two different factors" }
    fn no_such_factor(key: &str) { "没有名为“{key}”的因素" / "there is no factor called `{key}`" }
    fn draws_are_independent(key: &str) {
        "“{key}”是推算误差的抽样，不能与其他因素相关" / "`{key}` draws errors of the projection: it can't be correlated"
    }
    fn correlated_twice() { "这两个因素的相关系数前面已经写了" / "these two factors are correlated already" }
    fn impossible_correlations() {
        "这些相关系数不可能同时成立（矩阵不正定）" / "no draws can have all these correlations (the matrix is not positive definite)"
    }
    fn no_end() { "每个计划没有上限" / "nothing ends a plan" }
    fn limits_hint() {
        "写limits: (gap: 0.05, steps: 20)；也可以写time_limit，但那样的结果不能逐字重现"
        / "write limits: (gap: 0.05, steps: 20); a time_limit is allowed too, but then rows are not the same every time"
    }
    fn no_such_indicator(key: &str) { "没有名为“{key}”的指标" / "there is no indicator called `{key}`" }
    fn changed_twice(path: &str, other: &str) {
        "“{path}”已由因素“{other}”改动，两者会互相覆盖" / "`{path}` is changed by the factor `{other}` already: one would undo the other"
    }
    fn base_wrong(path: &dyn Display, errors: usize) {
        "基础方案{path}有{errors}处错误，不能使用" / "the base {path} cannot be used; errors: {errors}"
    }
    fn study_wrong(path: &dyn Display, errors: usize) {
        "{path}：情景研究有{errors}处错误，不能使用" / "{path}: the study cannot be used; errors: {errors}"
    }

    fn bound(part_zh: &str, part_en: &str) { "{part_zh}的下界" / "proven bound: {part_en}" }
    fn gap(part_zh: &str, part_en: &str) { "{part_zh}的差距" / "gap: {part_en}" }
    fn targets() { "目标缺口" / "shortfall from targets" }
    fn cost() { "总成本" / "cost" }
    fn disruption() { "变动" / "disruption" }
    fn travel() { "路途时间" / "time on the road" }
    fn deviation() { "与既定计划之差" / "deviation" }
    fn swing() { "招生起伏" / "swing of intakes" }
    fn turned_away() { "无处录取" / "turned away" }
    fn margins() { "低案缺口" / "shortfall under the low forecast" }
    fn unit_percent() { "%" / "%" }
    fn unit_wan_yuan() { "万元" / "10k yuan" }
    fn unit_hours() { "小时" / "h" }
    fn unit_none() { "" / "" }
    fn unit_classes() { "班" / "classes" }
    fn unit_students() { "人" / "students" }
    fn unit_people() { "人" / "people" }
    fn unit_campuses() { "个" / "campuses" }
    fn unit_items() { "项" / "items" }
    fn unit_places() { "处" / "places" }
    fn classes_at_target() { "目标学期在校班级" / "classes in school at the target term" }
    fn students_at_target() { "目标学期在校生" / "students in school at the target term" }
    fn registered_at_target() { "目标学期在册生" / "registered students at the target term" }
    fn applicants() { "报名人数" / "applicants" }
    fn admitted() { "招生人数" / "students admitted" }
    fn classes_admitted() { "招生班数" / "classes admitted" }
    fn capital() { "资本性支出" / "capital" }
    fn running() { "运行支出" / "running cost" }
    fn money_in() { "收入合计" / "money in" }
    fn students_moved() { "搬迁学生" / "students moved" }
    fn classes_moved() { "搬迁班次" / "class moves" }
    fn rebased() { "教职工调动" / "staff re-based" }
    fn hired() { "招聘" / "recruits" }
    fn retrained() { "转岗" / "staff who change subject" }
    fn campuses_open() { "期末在用校区" / "campuses open at the end" }
    fn utilisation() { "最高使用率" / "highest use of a resource" }
    fn attrition() { "最高流失率" / "highest attrition in a term" }
    fn standards_met() { "末学年办学条件达标项" / "standards met in the last year" }
    fn standards_missed() { "末学年办学条件未达标项" / "standards missed in the last year" }
    fn rules_missed() { "以计价方式放宽之处" / "rules missed at a price" }
    fn milestones_late() { "未按期的里程碑" / "milestones not in time" }

    fn infeasible(short_zh: &str, short_en: &str) { "无解：{short_zh}" / "no plan: {short_en}" }
    fn infeasible_whole() {
        "无解：按整班整人计，硬性规则不能同时成立；用plan求该情景可知是哪些规则"
        / "no plan: the hard rules cannot hold together for whole classes and people; planning this future alone names them"
    }
    fn nothing_found() { "限制之内没有找到计划，不等于不可行" / "no plan was found within the limit, which does not mean that there is none" }
    fn unverified(why_zh: &str, why_en: &str) { "所得计划未通过核验（{why_zh}），不予采用" / "the plan found failed its verification ({why_en}) and is not used" }
    fn solver_failed(why: &dyn Display) { "求解失败：{why}" / "the solver failed: {why}" }
    fn panicked(why: &str) { "程序出错：{why}" / "the program failed: {why}" }
    fn crashed(signal: i32) { "求解时程序崩溃（信号{signal}）" / "the program crashed while solving (signal {signal})" }
    fn hung(seconds: f64) { "{seconds}秒后仍无结果，已放弃" / "given up: no answer after {seconds} s" }
    fn worker_ended(how: &dyn Display) { "计算进程意外结束（{how}），可再试" / "the planning process was ended ({how}); try again" }
    fn as_said(text: &str) { "{text}" / "{text}" }
    fn case_wrong(path: &str, why_zh: &str, why_en: &str) { "情景不成立：{path}：{why_zh}" / "this future cannot be put together: {path}: {why_en}" }

    fn no_study(dir: &dyn Display) {
        "{dir}：不是情景研究的目录（没有manifest.json），请先用study init建立"
        / "{dir}: not a study's directory (there is no manifest.json); make it with study init"
    }
    fn bad_manifest(path: &dyn Display, why: &dyn Display) { "{path}：不是有效的清单（{why}）" / "{path}: not a valid manifest ({why})" }
    fn other_version(dir: &dyn Display, made: &str, own: &str) {
        "{dir}：由campusplan {made}建立，本程序是{own}；各行须出自同一版本，请用那一版本，或用本版本另建"
        / "{dir}: made by campusplan {made}, this is {own}; all rows must come from one version: use that one, or make the study anew with this one"
    }
    fn changed(path: &dyn Display) {
        "{path}：与建立时不同（校验值不符），请另建目录" / "{path}: is not what it was when the study was made (its hash differs); make the study anew in another directory"
    }
    fn another_study(dir: &dyn Display, what: &str) {
        "{dir}：已有另一个情景研究（{what}不同），请换一个目录" / "{dir}: holds another study (its {what} differ); choose another directory"
    }
    fn no_plan_of_the_base(plan: &dyn Display, why_zh: &str, why_en: &str) {
        "{plan}不是基础方案的计划：{why_zh}；请用plan命令按基础方案重新求一个"
        / "{plan} is no plan of the base: {why_en}; make one of the base by the command plan"
    }
    fn foreign(dir: &dyn Display, names: &str) {
        "{dir}：里面有不属于情景研究的文件（{names}），请换一个目录" / "{dir}: holds files that are not a study's ({names}); choose another directory"
    }
    fn io(path: &dyn Display, why: &dyn Display) { "{path}：无法读写（{why}）" / "{path}: cannot be read or written ({why})" }
    fn unread(path: &dyn Display, zh: &str, en: &str) { "{path}：无法读取（{zh}）" / "{path}: cannot be read ({en})" }
    fn shards_out_of_range(shards: usize, most: usize) {
        "分片数{shards}须在1至{most}之间" / "{shards} ⟨shard|shards⟩: must be between 1 and {most}"
    }
    fn no_such_shard(shard: usize, shards: usize, last: usize) {
        "没有分片{shard}：共{shards}个，编号0至{last}"
        / "there is no shard {shard}: there are {shards}, numbered from 0 to {last}"
    }
    fn other_shards(asked: usize, shards: usize) {
        "研究分为{shards}个分片，不是{asked}个" / "the study has {shards} ⟨shard|shards⟩, not {asked}"
    }
    fn no_such_plan(asked: usize, last: usize) {
        "没有计划{asked}：这个研究的计划编号为0至{last}"
        / "there is no plan {asked}: the plans of this study are numbered 0 to {last}"
    }
    fn incomplete(missing: usize, shards: usize, ids: &str) {
        "还缺{missing}个分片（共{shards}个）：{ids}" / "{missing} of {shards} ⟨shard|shards⟩ are missing: {ids}"
    }
    fn bad_part(path: &dyn Display, why_zh: &str, why_en: &str) {
        "{path}：内容不对（{why_zh}）；study run可重新计算这个分片" / "{path}: not as it should be ({why_en}); study run makes the shard again"
    }
    fn part_forged(plan: usize) { "第{plan}个计划的行已改动：校验值或情景取值不符" / "the row of plan {plan} was changed: its checksum or its levels do not hold" }
    fn damaged(count: usize, ids: &str) { "{count}个分片已损坏：{ids}；study run可修复" / "{count} ⟨shard|shards⟩ ⟨is|are⟩ damaged: {ids}; study run heals them" }
    fn absurd_manifest() { "数目超出范围" / "its figures are out of range" }
    fn part_plan(expected: usize) { "应为第{expected}个计划" / "plan {expected} should come next" }
    fn part_too_long() { "行数过多" / "it has more rows than the shard" }
    fn made(dir: &dyn Display, plans: usize, shards: usize, seconds: &str) {
        "已建立{dir}：{plans}个计划，{shards}个分片；基础方案用时{seconds}秒"
        / "{dir} made: {plans} ⟨plan|plans⟩ in {shards} ⟨shard|shards⟩; the base took {seconds} s"
    }
    fn made_alone(dir: &dyn Display, plans: usize, shards: usize, seconds: &str) {
        "已建立{dir}：{plans}个计划，{shards}个分片；基础方案在限制之内没有计划（{seconds}秒），各计划只能从头求起"
        / "{dir} made: {plans} ⟨plan|plans⟩ in {shards} ⟨shard|shards⟩; the base has no plan within the limits ({seconds} s), so every plan starts from nothing"
    }
    fn already_made(dir: &dyn Display, plans: usize, shards: usize) {
        "{dir}已是这个研究的目录：{plans}个计划，{shards}个分片" / "{dir} is this study's already: {plans} ⟨plan|plans⟩ in {shards} ⟨shard|shards⟩"
    }
    fn not_made() { "已停止，没有建立" / "stopped; nothing was made" }
    fn stopping_init() { "正在停止；再按一次Ctrl-C立即退出" / "stopping; press Ctrl-C again to leave at once" }
    fn stopping_shard() { "正在停止，放弃当前这个计划；再按一次Ctrl-C立即退出" / "stopping, the plan at hand is dropped; press Ctrl-C again to leave at once" }
    fn stopping_run() { "正在停止，放弃正在求的计划；再按一次Ctrl-C立即退出" / "stopping, the plans at hand are dropped; press Ctrl-C again to leave at once" }
    fn standing(rows: usize, plans: usize) { "已算完{rows}个计划，共{plans}个" / "{rows} of {plans} ⟨plan|plans⟩ done" }
    fn all_shards(shards: usize) { "{shards}个分片齐全" / "all {shards} ⟨shard|shards⟩ ⟨is|are⟩ complete" }
    fn count_of(name_zh: &str, name_en: &str, count: usize) { "{name_zh}{count}个" / "{name_en} {count}" }
    fn collected(rows: usize, out: &dyn Display) { "已汇合{rows}行：{out}。" / "{rows} ⟨row|rows⟩ written to {out}: " }
    fn all_done(plans: usize) { "{plans}个计划全部算完。" / "all {plans} ⟨plan|plans⟩ ⟨is|are⟩ done: " }
    fn given_up(shard: usize, why_zh: &str, why_en: &str) { "分片{shard}多次没有进展，先放下（{why_zh}）" / "shard {shard} makes no progress and is left for now ({why_en})" }
    fn progress(failed: usize, infeasible: usize, pace: &str, left: &str) {
        "  未成{failed}  无解{infeasible}  每分钟{pace}个  剩余{left}"
        / "  failed {failed}  infeasible {infeasible}  {pace} ⟨plan|plans⟩/min  {left} left"
    }
    fn row_verified() { "已核验" / "verified" }
    fn row_unverified() { "核验不通过" / "not verified" }
    fn row_infeasible() { "无解" / "infeasible" }
    fn row_nothing_found() { "限制内未求得" / "none found" }
    fn row_failed() { "出错" / "failed" }

    fn interrupted() { "已停止；已算完的各行都已保存，再次运行即可接着算" / "stopped; finished rows are kept, and another run goes on from there" }
}

/// Name of a part without its unit.
#[must_use]
pub fn part(part: Part) -> Text {
    match part {
        Part::Targets => targets(),
        Part::Cost => cost(),
        Part::Disruption => disruption(),
        Part::Travel => travel(),
        Part::Deviation => deviation(),
        Part::Swing => swing(),
        Part::TurnedAway => turned_away(),
        Part::Margins => margins(),
    }
}

/// Unit of a part.
#[must_use]
pub fn part_unit(part: Part) -> Text {
    match part {
        Part::Targets | Part::Margins => unit_percent(),
        Part::Cost => unit_wan_yuan(),
        Part::Disruption | Part::Deviation | Part::Swing | Part::TurnedAway => unit_none(),
        Part::Travel => unit_hours(),
    }
}

/// Name of the bound of a part.
#[must_use]
pub fn bound_of(part: &Text) -> Text {
    bound(&part.zh, &part.en)
}

/// Name of the gap of a part.
#[must_use]
pub fn gap_of(part: &Text) -> Text {
    gap(&part.zh, &part.en)
}
