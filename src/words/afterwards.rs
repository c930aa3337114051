//! What becomes of premises when they are vacated.

use crate::domain::{AfterUse, Text};

words! {
    fn not_in_use() { "校区现在没有使用，腾退后的处置无从谈起" / "the campus is not in use today, so that it cannot be vacated for good" }
    fn leave_out() { "请去掉afterwards" / "leave `afterwards` out" }
    fn may_reopen() { "停用后可再启用的校区不能写腾退后的处置" / "a campus that may reopen is not vacated for good" }
    fn say_not_reopenable() { "请去掉reopenable，或去掉afterwards" / "leave `reopenable` or `afterwards` out" }
    fn no_proceeds() { "只有出售和出租才有收入" / "only premises that are sold or let bring proceeds" }
    fn sell_or_let() { "how写sell或let，或去掉proceeds" / "write sell or let for `how`, or leave `proceeds` out" }
    fn no_lag() { "封存自腾退之日起，不写lag_terms" / "premises are mothballed at once: leave `lag_terms` out" }
    fn never_vacated() { "这个校区不会停用，afterwards不起作用" / "the campus is never vacated, so that this has no effect" }
    fn say_closable() { "请写closable: true、tenure.until或rules.relocation.vacate" / "write closable: true, tenure.until or rules.relocation.vacate" }

    fn sell() { "出售" / "sold" }
    fn let_out() { "出租" / "let" }
    fn hand_back() { "归还" / "handed back" }
    fn mothball() { "封存" / "mothballed" }
    fn demolish() { "拆除" / "demolished" }

    fn title() { "腾退校舍的处置（万元，规划期内，未折现）" / "What becomes of vacated premises (10,000 yuan, within the horizon, undiscounted)" }
    fn empty() { "没有腾退写明处置的校区" / "no campus with a stated use afterwards is vacated" }
    fn how() { "处置" / "becomes" }
    fn vacant_from() { "空置自" / "vacant from" }
    fn effective() { "生效" / "takes effect" }
    fn cost() { "一次性支出" / "paid once" }
    fn upkeep() { "空置维护" / "upkeep" }
    fn proceeds() { "收入" / "proceeds" }
    fn released() { "出册资产" / "leaves the register" }
    fn unvalued() { "其中未评估" / "of it not valued" }
    fn left_unvalued(how: &str) { "未评估即{how}" / "{how} before it has been valued" }
    fn cleared(campus: &str) { "{campus}已腾退" / "{campus} is vacated" }
    fn released_differs() { "出册资产与腾退后的处置不符" / "what leaves the register differs from what becomes of the premises" }
}

/// What becomes of premises, in a word.
#[must_use]
pub fn becomes(how: AfterUse) -> Text {
    match how {
        AfterUse::Sell => sell(),
        AfterUse::Let => let_out(),
        AfterUse::HandBack => hand_back(),
        AfterUse::Mothball => mothball(),
        AfterUse::Demolish => demolish(),
    }
}
