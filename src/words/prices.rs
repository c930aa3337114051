//! Words of prices.

words! {
    fn title(scenario: &str) { "{scenario}：再多一个单位值多少" / "{scenario}: what one more unit is worth" }
    fn heading() { "怎样读" / "How to read this" }
    fn note() {
        "对计划中用满（95%以上）的每一项，各加一个单位，从原计划出发重新计划并核验，看各级目标最好能变化多少；负数表示变好。“范围”由两个计划的值与下界证明；可能根本没有变化的，标“未知”。前一级未知的，后一级也未知；后级的变化以各自守住自己的前级为前提。图中#为变化，.为尚未确定的范围。"
        / "For everything that the plan uses to 95 % or more, one unit is added and the case planned again from the plan and verified: how much better the best possible value of each tier can be; less is better. The range is proven by the values and bounds of both plans; where there may be no change at all it is 'unknown'. After a tier that is unknown the later ones are too; later tiers are compared with each plan keeping its own earlier ones. In the drawing # is the change and . the range that is still open."
    }
    fn nothing_tight() { "计划中没有用满的项目。" / "Nothing is tight in this plan." }
    fn left(count: usize) { "另有{count}项用满而没有试（加大-n或时限可多试）。" / "{count} more are tight and were not tried (a larger -n or time limit tries more)." }
    fn without_plan(unit: &str, why: &str) { "{unit}：{why}" / "{unit}: {why}" }
    fn tier(number: usize, part: &str) { "第{number}级：{part}" / "Tier {number}: {part}" }
    fn base(part: &str, value: &str) { "{part}（原计划{value}）" / "{part} ({value} in the plan)" }
    fn unit() { "多一个单位" / "One more unit" }
    fn change() { "变化" / "Change" }
    fn range() { "范围" / "Range" }
    fn drawn() { "变好 <- 0 -> 变差" / "better <- 0 -> worse" }
    fn tier_head() { "级" / "Tier" }
    fn picture_title() { "再多一个单位，各级目标变化多少" / "What one more unit changes in each tier" }
    fn picture() {
        "每级目标一组，每项一条：深色为已知的变化，灰色为尚未确定的范围；左为变好，右为变差，以该级最大者为全长。右边是变化或范围。"
        / "A group for each tier, a bar for each unit: dark is a change that is known, grey the range of one that is not; better to the left, worse to the right, the largest of the tier in full length. Beside it the change, or the range."
    }
    fn nothing() { "无" / "none" }
    fn all_nothing(base: &str) { "{base}：已证明哪一项都不带来变化。" / "{base}: proven that none of the units changes it." }
    fn unknown() { "未知" / "unknown" }
    fn no_plans() { "没有求得可比的计划。" / "No plan to compare with was found." }
    fn no_changes() { "已有计划不能再加--set、--add、--remove、--scale；请给方案文件" / "--set, --add, --remove and --scale go with a scenario, not with a plan" }
}
