//! Words for assets: kinds, measure words, the tables of the register.

use crate::domain::{AssetKind, Text};

words! {
    /// Kind land.
    fn land() { "土地" / "Land" }
    /// Kind building.
    fn building() { "房屋及构筑物" / "Buildings" }
    /// Kind equipment.
    fn equipment() { "设备" / "Equipment" }
    /// Kind vehicle.
    fn vehicle() { "车辆" / "Vehicles" }
    /// Kind book.
    fn book() { "图书" / "Books" }
    /// Kind furniture.
    fn furniture() { "家具" / "Furniture" }
    /// Kind other.
    fn other() { "其他" / "Other" }

    /// Measure word of land.
    fn mu() { "亩" / "mu" }
    /// Measure word of buildings.
    fn square_metres() { "平方米" / "m²" }
    /// Measure word of equipment.
    fn sets() { "台套" / "sets" }
    /// Measure word of vehicles.
    fn vehicles() { "辆" / "vehicles" }
    /// Measure word of books.
    fn volumes() { "册" / "volumes" }
    /// Measure word of furniture and other things.
    fn pieces() { "件" / "pieces" }
}

// The tables of the register.
words! {
    /// Heading.
    fn heading() { "资产" / "Assets" }
    /// How to read the section.
    fn section_note() {
        "资产按清册逐项跟踪，期初 + 购建 - 处置 = 期末，精确到分；产权单位始终不变。购建按投用的阶段入册，价值为建设费用；全册见assets.csv。"
        / "Assets are followed line by line: today + bought - disposed of = at the end, to the fen. The owner of record never changes. What is built enters with the stage from which on it is in service, at its cost. The whole register is in assets.csv."
    }
    /// Title.
    fn register_title() { "资产清册" / "Register of assets" }
    /// Title.
    fn balance_title() { "资产平衡表" / "Balance of assets" }
    /// Title.
    fn owners_title() { "各产权单位的资产" / "Assets by owner of record" }
    /// Title.
    fn campuses_title() { "各校区资产价值（万元；期初和各阶段调整后）" / "Value of the assets at each campus (10k yuan; today and in each stage)" }
    /// Title.
    fn moves_title() { "资产搬迁" / "Assets that move" }
    /// Empty.
    fn no_moves() { "没有资产搬迁。" / "No asset moves." }
    /// Title.
    fn premises_title() { "停用校区不搬走的资产" / "What stays on campuses that are left" }
    /// Empty.
    fn no_premises() { "没有。" / "None." }
    /// Title.
    fn findings_title() { "资产方面须注意的问题" / "Findings about assets" }
    /// Empty.
    fn no_findings() { "没有。" / "None." }

    /// Head.
    fn register_number() { "编号" / "Number" }
    /// Head.
    fn name() { "名称" / "Name" }
    /// Head.
    fn number() { "数量" / "units" }
    /// Head.
    fn value() { "价值" / "value" }
    /// Head.
    fn valuation() { "评估" / "Valued" }
    /// Head.
    fn movable() { "可搬迁" / "Movable" }
    /// Head.
    fn today() { "期初" / "Today" }
    /// Head.
    fn came_in() { "购建" / "Bought" }
    /// Head.
    fn went_out() { "处置" / "Disposed" }
    /// Head.
    fn at_end() { "期末" / "At the end" }
    /// Head of a column: which part, and what of it.
    fn part_of(part: &str, what: &str) { "{part}{what}" / "{part}, {what}" }
    /// Head.
    fn after(term: &str) { "{term}后" / "From {term}" }
    /// Head.
    fn what_becomes() { "去向" / "What becomes of it" }
    /// Head.
    fn lines() { "项数" / "Lines" }
    /// Head.
    fn finding() { "问题" / "Finding" }

    /// It can.
    fn yes() { "是" / "yes" }
    /// It can't.
    fn no() { "否" / "no" }
    /// The number of something bought.
    fn purchase(number: usize) { "新增{number:02}" / "new {number:02}" }
    /// Valued at what it cost.
    fn at_cost() { "按购建费用" / "at cost" }
    /// When it was valued.
    fn valued(date: &str) { "{date}" / "{date}" }
    /// Valued only later.
    fn valued_late(date: &str) { "{date}（搬迁之后）" / "{date} (after the move)" }
    /// Not valued.
    fn not_valued() { "未评估" / "not valued" }
    /// What becomes of premises whose tenure is over.
    fn returned() { "归还产权单位" / "returned to its owner" }
    /// What becomes of premises that are left.
    fn kept() { "由产权单位留存" / "kept by its owner" }

    /// A finding.
    fn moves_unvalued() { "尚未评估就要搬迁，应先评估" / "moves without a valuation; have it valued first" }
    /// A finding.
    fn moves_before_valuation(date: &str) {
        "搬迁时还没有评估（评估日期{date}）" / "moves before its valuation ({date})"
    }
    /// A finding.
    fn idle(campus: &str) {
        "放在未启用的{campus}，闲置" / "stands idle at {campus}, which is not in use"
    }
    /// A finding.
    fn disposed_instead() {
        "申报处置时不在该校区，改由同类资产抵充" / "was not there to be disposed of; others like it were"
    }

    /// A note.
    fn bought_in(term: &str) { "{term}投用" / "in service from {term}" }
    /// A note.
    fn disposed_in(term: &str, campus: &str, number: u32) {
        "{term}在{campus}处置{number}" / "{number} disposed of at {campus} in {term}"
    }
    /// A note.
    fn moved_unvalued_in(term: &str) { "{term}未评估先搬迁" / "moves unvalued in {term}" }
    /// A note.
    fn returned_in(term: &str) { "{term}归还产权单位" / "returned to its owner in {term}" }
    /// A note.
    fn kept_in(term: &str) { "{term}起由产权单位留存" / "kept by its owner from {term}" }

    /// The register in a sentence.
    fn sentence(lines: usize, today: &str, bought: &str, disposed: &str, end: &str) {
        "资产：期初{lines}项、{today}万元，购建{bought}万元，处置{disposed}万元，期末{end}万元；"
        / "Assets (10k yuan): {lines} lines worth {today} today, {bought} bought, {disposed} disposed of, {end} at the end."
    }
    /// Nothing to look at.
    fn no_findings_sentence() { "没有未经评估就搬迁的。" / "None moves without a valuation." }
    /// Something to look at.
    fn findings_sentence(count: usize) {
        "有{count}处须注意（如未评估先搬迁），见附录。" / "Findings, such as moves without a valuation: {count}; see the appendix."
    }
}

// What the verification compares, and what is wrong.
words! {
    /// Yuan.
    fn yuan() { "元" / "yuan" }
    /// How far a value is from its share.
    fn off_its_share() { "价值偏离应占份额" / "value off its share by" }
    /// Units of a resource in the register.
    fn in_the_register() { "清册所载" / "in the register" }
    /// Units that arrive.
    fn arriving() { "清册调入" / "arriving by the register" }
    /// Units that are shipped.
    fn shipped() { "计划搬运" / "shipped" }
    /// Things disposed of.
    fn disposed_of() { "已处置" / "disposed of" }
    /// Disposals that the scenario declares.
    fn declared() { "申报处置" / "declared" }
    /// Things of a line that a disposal names.
    fn named() { "指名处置" / "named for disposal" }
    /// A plan with lines where there is no register.
    fn no_register() { "情景没有资产清册" / "the scenario has no register of assets" }
    /// Another owner.
    fn owner_differs() { "产权单位与清册不符" / "the owner of record is not that of the register" }
    /// A valuation that is told wrongly.
    fn valuation_untold() {
        "未评估先搬动的情况与方案所写不符" / "whether it moves before it is valued is not as the plan tells"
    }
    /// Something immovable that moves.
    fn immovable() { "不可搬动的资产离开了原处" / "something immovable has left its place" }
    /// Something left where nothing may be left.
    fn left_behind() { "校区应腾空而资产仍留在此" / "things are left although the campus must be left" }
    /// Something that moves without need.
    fn moved_without_need() { "校区仍在使用，资产却被搬走" / "things leave although the campus is not left" }
    /// Something that moves elsewhere.
    fn moved_elsewhere() {
        "资产没有随班级搬迁，也不是最近的在用校区" / "things went neither with the classes nor to the nearest open campus"
    }
    /// A purchase without a line.
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
