//! Words for assets: kinds, measure words, the tables of the register.

use crate::domain::{AssetKind, Text};

words! {
    fn land() { "土地" / "Land" }
    fn building() { "房屋及构筑物" / "Buildings" }
    fn equipment() { "设备" / "Equipment" }
    fn vehicle() { "车辆" / "Vehicles" }
    fn book() { "图书" / "Books" }
    fn furniture() { "家具" / "Furniture" }
    fn other() { "其他" / "Other" }

    fn mu() { "亩" / "mu" }
    fn square_metres() { "平方米" / "m²" }
    fn sets() { "台套" / "sets" }
    fn vehicles() { "辆" / "vehicles" }
    fn volumes() { "册" / "volumes" }
    fn pieces() { "件" / "pieces" }
}

// The tables of the register.
words! {
    fn heading() { "资产" / "Assets" }
    fn section_note() {
        "资产按清册逐项跟踪，期初 + 购建 - 处置 = 期末，精确到分；产权单位始终不变。购建按投用的阶段入册，价值为建设费用；逐项见“资产清册”。"
        / "Assets are followed line by line: today + bought - disposed of = at the end, to the fen. The owner of record never changes. What is built enters with the stage from which on it is in service, at its cost. Every line is in the register of assets."
    }
    fn register_title() { "资产清册" / "Register of assets" }
    fn balance_title() { "资产平衡表" / "Balance of assets" }
    fn owners_title() { "各产权单位的资产" / "Assets by owner of record" }
    fn campuses_title() { "各校区资产价值（万元；期初和各阶段调整后）" / "Value of the assets at each campus (10k yuan; today and in each stage)" }
    fn moves_title() { "资产搬迁" / "Assets that move" }
    fn no_moves() { "没有资产搬迁。" / "No asset moves." }
    fn premises_title() { "停用校区不搬走的资产" / "What stays on campuses that are left" }
    fn no_premises() { "没有。" / "None." }
    fn findings_title() { "资产方面须注意的问题" / "Findings about assets" }
    fn no_findings() { "没有。" / "None." }

    fn register_number() { "编号" / "Number" }
    fn name() { "名称" / "Name" }
    fn number() { "数量" / "units" }
    fn value() { "价值" / "value" }
    fn valuation() { "评估" / "Valued" }
    fn movable() { "可搬迁" / "Movable" }
    fn today() { "期初" / "Today" }
    fn came_in() { "购建" / "Bought" }
    fn went_out() { "处置" / "Disposed" }
    fn at_end() { "期末" / "At the end" }
    fn part_of(part: &str, what: &str) { "{part}{what}" / "{part}, {what}" }
    fn after(term: &str) { "{term}后" / "From {term}" }
    fn what_becomes() { "去向" / "What becomes of it" }
    fn lines() { "项数" / "Lines" }
    fn finding() { "问题" / "Finding" }

    fn yes() { "是" / "yes" }
    fn no() { "否" / "no" }
    fn purchase(number: usize) { "新增{number:02}" / "new {number:02}" }
    fn at_cost() { "按购建费用" / "at cost" }
    fn valued(date: &str) { "{date}" / "{date}" }
    fn valued_late(date: &str) { "{date}（搬迁之后）" / "{date} (after the move)" }
    fn not_valued() { "未评估" / "not valued" }
    fn returned() { "归还产权单位" / "returned to its owner" }
    fn kept() { "由产权单位留存" / "kept by its owner" }

    fn moves_unvalued() { "尚未评估就要搬迁，应先评估" / "moves without a valuation; have it valued first" }
    fn moves_before_valuation(date: &str) {
        "搬迁时还没有评估（评估日期{date}）" / "moves before its valuation ({date})"
    }
    fn idle(campus: &str) {
        "放在未启用的{campus}，闲置" / "stands idle at {campus}, which is not in use"
    }
    fn disposed_instead() {
        "申报处置时不在该校区，改由同类资产抵充" / "was not there to be disposed of; others like it were"
    }

    fn bought_in(term: &str) { "{term}投用" / "in service from {term}" }
    fn disposed_in(term: &str, campus: &str, number: u32) {
        "{term}在{campus}处置{number}" / "{number} disposed of at {campus} in {term}"
    }
    fn moved_unvalued_in(term: &str) { "{term}未评估先搬迁" / "moves unvalued in {term}" }
    fn returned_in(term: &str) { "{term}归还产权单位" / "returned to its owner in {term}" }
    fn kept_in(term: &str) { "{term}起由产权单位留存" / "kept by its owner from {term}" }

    fn sentence(lines: usize, today: &str, bought: &str, disposed: &str, end: &str) {
        "资产：期初{lines}项、{today}万元，购建{bought}万元，处置{disposed}万元，期末{end}万元；"
        / "Assets (10k yuan): {lines} ⟨line|lines⟩ worth {today} today, {bought} bought, {disposed} disposed of, {end} at the end."
    }
    fn no_findings_sentence() { "没有未经评估就搬迁的。" / "None moves without a valuation." }
    fn findings_sentence(count: usize) {
        "有{count}处须注意（如未评估先搬迁），见附录。" / "Findings, such as moves without a valuation: {count}; see the appendix."
    }
}

// What the verification compares, and what is wrong.
words! {
    fn yuan() { "元" / "yuan" }
    fn off_its_share() { "价值偏离应占份额" / "value off its share by" }
    fn in_the_register() { "清册所载" / "in the register" }
    fn arriving() { "清册调入" / "arriving by the register" }
    fn shipped() { "计划搬运" / "shipped" }
    fn disposed_of() { "已处置" / "disposed of" }
    fn declared() { "申报处置" / "declared" }
    fn named() { "指名处置" / "named for disposal" }
    fn no_register() { "情景没有资产清册" / "the scenario has no register of assets" }
    fn owner_differs() { "产权单位与清册不符" / "the owner of record is not that of the register" }
    fn valuation_untold() {
        "未评估先搬动的情况与方案所写不符" / "whether it moves before it is valued is not as the plan tells"
    }
    fn immovable() { "不可搬动的资产离开了原处" / "something immovable has left its place" }
    fn left_behind() { "校区应腾空而资产仍留在此" / "things are left although the campus must be left" }
    fn moved_without_need() { "校区仍在使用，资产却被搬走" / "things leave although the campus is not left" }
    fn moved_elsewhere() {
        "资产没有随班级搬迁，也不是最近的在用校区" / "things went neither with the classes nor to the nearest open campus"
    }
    fn purchase_missing() { "新购建的资产没有入册" / "what is bought is not entered in the register" }
}

/// A kind of asset.
#[must_use]
pub fn kind(kind: AssetKind) -> Text {
    match kind {
        AssetKind::Land => land(),
        AssetKind::Building => building(),
        AssetKind::Equipment => equipment(),
        AssetKind::Vehicle => vehicle(),
        AssetKind::Book => book(),
        AssetKind::Furniture => furniture(),
        AssetKind::Other => other(),
    }
}

/// The measure word usual for a kind.
#[must_use]
pub fn usual_unit(kind: AssetKind) -> Text {
    match kind {
        AssetKind::Land => mu(),
        AssetKind::Building => square_metres(),
        AssetKind::Equipment => sets(),
        AssetKind::Vehicle => vehicles(),
        AssetKind::Book => volumes(),
        AssetKind::Furniture | AssetKind::Other => pieces(),
    }
}
