//! Words of the command line.

use std::fmt::Display;

words! {
    fn unreadable(path: &dyn Display, why: &dyn Display) {
        "{path}：无法读取（{why}）" / "{path}: cannot be read ({why})"
    }
    fn scenario_wrong(path: &dyn Display, errors: usize) {
        "{path}：方案有{errors}处错误，不能使用" / "{path}: the scenario cannot be used; errors: {errors}"
    }
    fn not_a_plan(path: &dyn Display, why: &dyn Display) {
        "{path}：不是有效的计划文件（{why}）" / "{path}: not a valid plan ({why})"
    }
    fn earlier_format(path: &dyn Display, found: u32, known: u32) {
        "{path}：计划文件的格式版本是{found}，本程序用的是{known}。旧版计划缺少新版所需的数据，不能转换；请对原方案重新运行 campusplan plan"
        / "{path}: the plan has format {found}; this program uses {known}. An earlier plan lacks figures that are needed now and can't be converted: run `campusplan plan` on its scenario again"
    }
    fn later_format(path: &dyn Display, found: u32, known: u32) {
        "{path}：计划文件的格式版本是{found}，由较新的程序生成，本程序只认到{known}；请用新版程序打开"
        / "{path}: the plan has format {found}, of a later version of the program; this one knows formats up to {known}. Read it with the later version"
    }
    fn no_scenario_beside(plan: &dyn Display, file: &dyn Display) {
        "{plan}：旁边没有{file}，请用--scenario指出方案文件" / "{plan}: there is no {file} beside it; name the scenario with --scenario"
    }
    fn no_scenario_beside_compared(plan: &dyn Display, file: &dyn Display) {
        "{plan}：旁边没有{file}；一并比较的计划须与其方案放在同一目录，可用plan --out或compare --out重新生成"
        / "{plan}: there is no {file} beside it; a plan to compare with needs its scenario in the same directory (plan --out and compare --out write both)"
    }
    fn compared_twice(plan: &dyn Display) {
        "{plan}：已在比较之列，请去掉重复的计划" / "{plan}: is compared already; name every plan once"
    }
    fn title_empty() {
        "标题（--title）不能为空，也不能分行；去掉该参数则用方案的名称"
        / "the title (--title) must not be empty or have several lines; without the option it is the scenario's name"
    }
    fn report_unverified(plan: &dyn Display) {
        "{plan}：计划没有通过核验，未写出任何文件" / "{plan}: the plan failed its verification; nothing was written"
    }
    fn another_scenario(plan: &dyn Display, scenario: &dyn Display) {
        "{plan}：不是由方案{scenario}求得的（方案的校验值不同）" / "{plan}: was not made from {scenario} (the scenario's hash differs)"
    }
    fn scenario_right(name: &str) { "{name}：方案可以使用。" / "{name}: the scenario can be used." }
    fn scenario_holds(campuses: usize, programmes: usize, cohorts: usize, terms: usize) {
        "{campuses}个校区，{programmes}个专业，{cohorts}个届次，{terms}个学期。"
        / "Campuses: {campuses}; programmes: {programmes}; cohorts: {cohorts}; terms: {terms}."
    }
    fn check_title() { "方案检查" / "Check of the scenario" }
    fn check_result() { "能否使用" / "Result" }
    fn arithmetic() { "粗算（求解之前）" / "Simple arithmetic, before any solving" }
    fn enough() { "够用" / "enough" }
    fn look() { "请核对" / "look" }
    fn due() { "待办" / "to do" }
    fn solver_failed(why: &dyn Display) { "求解失败：{why}" / "the solver failed: {why}" }
    fn nothing_planned() {
        "在限制之内没有找到任何计划；请放宽时限或节点上限再试"
        / "no plan was found within the limit; allow more time or steps and try again"
    }
    fn not_published() {
        "计划没有通过核验，未写出任何文件" / "the plan failed its verification; nothing was written"
    }
    fn published(files: usize, dir: &dyn Display) {
        "已写出{files}个文件：{dir}" / "{files} ⟨file|files⟩ written to {dir}"
    }
    fn calendar_written(entries: usize, path: &dyn Display) {
        "已写出{entries}条日程：{path}" / "{entries} entries written to {path}"
    }
    fn calendar_empty() {
        "这段时间里没有里程碑和日常活动，没有日历可写"
        / "there are no milestones and no recurring events in this time: no calendar to write"
    }
    fn waiting() { "等待" / "waiting" }
    fn took(seconds: &str) { "用时{seconds}秒" / "took {seconds} s" }
    fn output_failed(why: &dyn Display) { "无法输出（{why}）" / "cannot write the output ({why})" }
    fn stopping() {
        "正在停止，保留目前最好的计划；再按一次Ctrl-C立即退出"
        / "stopping with the best plan so far; press Ctrl-C again to leave at once"
    }
    fn no_interrupt(why: &dyn Display) {
        "无法接管Ctrl-C（{why}）" / "Ctrl-C cannot be caught ({why})"
    }

    fn building_model() { "建立模型" / "building the model" }
    fn starting() { "初步求解" / "Looking for a start" }
    fn solving(tier: usize, tiers: usize) { "求解第{tier}级，共{tiers}级" / "solving tier {tier} of {tiers}" }
    fn improving() { "改进方案" / "improving the plan" }
    fn bounding() { "求下界" / "proving a bound" }
    fn settling() { "整理岗位与班名" / "settling posts and names" }
    fn verifying() { "核验" / "verifying" }
    fn explaining() { "查找互相矛盾的规则" / "looking for the rules that cannot hold together" }
    fn time_of(elapsed: u64, limit: u64) { "{elapsed}/{limit}秒" / "{elapsed} of {limit} s" }
    fn time(elapsed: u64) { "{elapsed}秒" / "{elapsed} s" }
    fn best(value: &str) { "目前最好{value}" / "best {value}" }
    fn bound(value: &str) { "下界{value}" / "bound {value}" }
}
