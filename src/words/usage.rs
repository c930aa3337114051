//! Words for how far a plan uses its restrictions.

words! {
    fn capital(year: i32) { "至{year}年底累计建设资金" / "capital up to the end of {year}" }
    fn running(year: i32) { "{year}年经常拨款" / "running grant of {year}" }
    fn moves() { "每次搬迁班数上限" / "cap on classes moved at a time" }
    fn class_moves() { "每班搬迁次数上限" / "cap on the moves of a class" }
    fn rebased() { "每阶段教职工调动上限" / "cap on staff re-based in a stage" }
    fn hires() { "每年招聘上限" / "cap on recruits a year" }
    fn hires_of(subject_zh: &str, subject_en: &str) {
        "每年{subject_zh}招聘上限" / "cap on recruits a year for {subject_en}"
    }
    fn visiting() { "各学科走教课时比例上限" / "cap on the share of a subject's periods taught by visitors" }
    fn part_time() { "各学科外聘课时比例上限" / "cap on the share of a subject's periods bought" }
    fn modules(option_zh: &str, option_en: &str) {
        "{option_zh}最多单元数" / "most modules of {option_en}"
    }
    fn wan_yuan() { "万元" / "10k yuan" }
    fn classes() { "个班" / "classes" }
    fn times() { "次" / "times" }
    fn people() { "人" / "people" }
    fn percent() { "%" / "%" }
    fn units() { "个单元" / "modules" }
    fn never_used(name_zh: &str, name_en: &str, limit: &str, unit_zh: &str, unit_en: &str) {
        "{name_zh}{limit}{unit_zh}从未动用" / "{name_en} ({limit} {unit_en}) never used"
    }
    fn not_used_up(name_zh: &str, name_en: &str, limit: &str, used: &str, unused: &str, unit_zh: &str, unit_en: &str) {
        "{name_zh}{limit}{unit_zh}未用足：最多用{used}{unit_zh}，余{unused}{unit_zh}"
        / "{name_en} not used up: {used} of {limit} {unit_en}, {unused} left"
    }
    fn not_binding(option: &str, list: &str) {
        "{option}：收紧的限制中没有起约束作用的：{list}。" / "{option}: of the tighter restrictions these do not bind: {list}."
    }
    fn keeps_base_plan(options: &str) {
        "基准的计划也符合下列方案的全部规则，这些方案的限制没有排除它：{options}。"
        / "The base's plan keeps all rules of these options too, whose restrictions do not exclude it: {options}."
    }
    fn neither(list: &str) {
        "两个计划都没有用足、因此不起约束作用的限制：{list}。" / "Restrictions that neither plan uses up, and which do not bind: {list}."
    }
    fn title() { "比基准收紧的限制用了多少" / "How far the restrictions are used that are tighter than the base's" }
    fn title_all() { "各项限制用了多少" / "How far restrictions are used" }
    fn none_tighter() { "没有收紧的限制。" / "No restriction is tighter." }
    fn restriction() { "限制" / "Restriction" }
    fn limit() { "限额" / "Limit" }
    fn used() { "最多用到" / "Most used" }
    fn unused() { "未用" / "Left" }
    fn when() { "何时" / "When" }
}
