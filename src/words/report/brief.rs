//! The plan on one screen.

words! {
    fn money(spent: &str, capital: &str, running: &str, income_zh: &str, income_en: &str) {
        "经费：规划期内支出{spent}万元（资本性{capital}，运行{running}；不含现有教职工工资，不折现），{income_zh}。"
        / "Money (10k yuan over the horizon, not discounted): {spent} spent (capital {capital}, running costs {running}, without the wages of the present staff), {income_en}."
    }
    fn left_over(income: &str, rest: &str) { "收入{income}万元，收支相抵余{rest}万元" / "income {income}, {rest} left over" }
    fn lacking(income: &str, lack: &str) { "收入{income}万元，收支相抵缺{lack}万元" / "income {income}, {lack} lacking" }
    fn tightest(list: &str) { "最紧：{list}。" / "Tightest: {list}." }
    fn tight_place(campus: &str, resource: &str, term: &str, percent: &str) {
        "{campus}{resource}{percent}%（{term}）" / "{resource} at {campus} {percent}% ({term})"
    }
    fn proven(list: &str) { "已证明：{list}。" / "Proven: {list}." }
    fn tier(aim: &str, value: &str, standing_zh: &str, standing_en: &str) {
        "{aim}{value}，{standing_zh}" / "{aim} {value}, {standing_en}"
    }
    fn no_tiers() { "已证明：没有分级目标。" / "Proven: there are no tiers." }
    fn more(names: &str) {
        "其余各节：--full 全部列出，--section 节名 只列一节。节名：{names}。"
        / "More: --full prints everything, --section NAME one section. Names: {names}."
    }
    fn no_section(names: &str) { "本计划没有这些节：{names}。" / "This plan has no section {names}." }
    fn computed_heading() { "计算过程" / "How it was computed" }
}
