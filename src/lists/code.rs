//! Kinds of assets by the codes of 《固定资产等资产基础分类与代码》
//! (GB/T 14885): 8 digits behind `A` since 2022, 7 digits in the edition of
//! 2010, with points or without. Only its upper classes are told apart; of
//! 2022 no land, which is a right of use there and stays to be named.

use crate::domain::AssetKind;
use crate::workbook::layout::Bi;
use crate::workbook::value::{folded, narrow};

/// The word of the format and the name of a kind.
pub fn named(kind: AssetKind) -> (&'static str, Bi) {
    match kind {
        AssetKind::Land => ("land", Bi("土地", "land")),
        AssetKind::Building => ("building", Bi("房屋", "building")),
        AssetKind::Equipment => ("equipment", Bi("设备", "equipment")),
        AssetKind::Vehicle => ("vehicle", Bi("车辆", "vehicle")),
        AssetKind::Book => ("book", Bi("图书", "book")),
        AssetKind::Furniture => ("furniture", Bi("家具", "furniture")),
        AssetKind::Other => ("other", Bi("其他", "other")),
    }
}

/// The kind of a code; nothing for what is none.
pub fn kind_of(text: &str) -> Option<AssetKind> {
    let text = narrow(text).to_uppercase();
    let (edition_2022, digits) = match text.strip_prefix('A') {
        Some(digits) => (true, digits.to_owned()),
        None => (false, text),
    };
    let digits: String = digits.chars().filter(|letter| *letter != '.').collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || !(3..=10).contains(&digits.len()) {
        return None;
    }
    let begins = |codes: &[&str]| codes.iter().any(|code| digits.starts_with(code));
    if edition_2022 {
        return Some(match () {
            () if begins(&["01"]) => AssetKind::Building,
            () if begins(&["0203"]) => AssetKind::Vehicle,
            () if begins(&["02"]) => AssetKind::Equipment,
            () if begins(&["04"]) => AssetKind::Book,
            () if begins(&["05"]) => AssetKind::Furniture,
            () if begins(&["03", "06", "07"]) => AssetKind::Other,
            () => return None,
        });
    }
    Some(match () {
        () if begins(&["101"]) => AssetKind::Land,
        () if begins(&["1"]) => AssetKind::Building,
        () if begins(&["203"]) => AssetKind::Vehicle,
        () if begins(&["2", "3"]) => AssetKind::Equipment,
        () if begins(&["5"]) => AssetKind::Book,
        () if begins(&["601"]) => AssetKind::Furniture,
        () if begins(&["4", "6"]) => AssetKind::Other,
        () => return None,
    })
}

/// The kind that the name of a class of assets says, by the six classes of
/// the standard and by the words of the scenario's own sheets.
pub fn kind_named(text: &str) -> Option<AssetKind> {
    let text = folded(text);
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let is = |words: &[&str]| words.contains(&text.as_str());
    Some(match () {
        () if is(&["土地", "land", "土地使用权"]) => AssetKind::Land,
        () if is(&["building", "房屋", "构筑物"]) || has(&["房屋", "构筑物", "建筑物"]) => {
            AssetKind::Building
        }
        () if is(&["vehicle", "车辆"]) || has(&["车辆", "交通运输"]) => AssetKind::Vehicle,
        () if is(&["book"]) || has(&["图书", "档案"]) => AssetKind::Book,
        () if is(&["furniture"]) || has(&["家具", "用具"]) => AssetKind::Furniture,
        () if is(&["equipment"]) || has(&["设备", "仪器"]) => AssetKind::Equipment,
        () if is(&["other", "其他", "其它"]) || has(&["文物", "陈列品", "动植物"]) => {
            AssetKind::Other
        }
        () => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{AssetKind, kind_named, kind_of};

    #[test]
    fn codes_of_both_editions_have_their_kind() {
        for (code, kind) in [
            ("1010000", AssetKind::Land),
            ("1030000", AssetKind::Building),
            ("6030000", AssetKind::Other),
            ("A01020800", AssetKind::Building),
            ("A02030500", AssetKind::Vehicle),
            ("A02010105", AssetKind::Equipment),
            ("A04010100", AssetKind::Book),
            ("A05010500", AssetKind::Furniture),
            ("2010104", AssetKind::Equipment),
            ("203.0500", AssetKind::Vehicle),
            ("１０２０８００", AssetKind::Building),
            ("6010200", AssetKind::Furniture),
        ] {
            assert_eq!(kind_of(code), Some(kind), "{code}");
        }
        for code in ["", "A", "B0101", "99", "7010000", "A08010000", "ZB-01", "12345678901"] {
            assert_eq!(kind_of(code), None, "{code}");
        }
        assert_eq!(kind_named("房屋及构筑物"), Some(AssetKind::Building));
        assert_eq!(kind_named("图书、档案"), Some(AssetKind::Book));
        assert_eq!(kind_named("设备"), Some(AssetKind::Equipment));
        assert_eq!(kind_named("在用"), None);
    }
}
