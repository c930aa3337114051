//! The sheets of schools and of what is set against the standards.

use super::bilingual::Bi;
use super::kind::{Dim, Key, Kind};
use super::labels;
use super::table::{NAME, NAME_EN, OWN, SOURCE, Sheet, at, entries, rows};
use crate::scenario::measure::Measure;

const NUMBER: Kind = Kind::Figure(Measure::Number);

/// Indicators that a plan must reach.
pub const ENFORCED: Sheet = Sheet {
    title: Bi("达标要求", "Enforced standards"),
    synonyms: &[],
    about: Bi("计划必须达到的办学指标", "Indicators that a plan must reach"),
    rows: &[rows("rules.standards[]", &[])],
    columns: &[
        at("set", "标准", "Set", Kind::Text),
        at("indicator", "指标", "Indicator", Kind::Text),
        at("from", "起始学期", "From term", Kind::Term),
        at("enforce", "执行", "Enforced", Kind::Enforce),
        SOURCE,
    ],
};

/// Thresholds that are other than in their set.
pub const THRESHOLDS: Sheet = Sheet {
    title: Bi("标准调整", "Thresholds"),
    synonyms: &["标准阈值"],
    about: Bi("与标准原文不同的数值", "Thresholds that are other than in their set"),
    rows: &[rows("standards.thresholds[]", &[])],
    columns: &[
        at("set", "标准", "Set", Kind::Text),
        at("indicator", "指标", "Indicator", Kind::Text),
        at("at_least", "至少", "At least", NUMBER),
        at("at_most", "至多", "At most", NUMBER),
        at("about", "大约", "About", NUMBER),
        at("engineering", "工科医科", "Engineering", NUMBER),
        at("grade", "核对", "Grade", Kind::Word(labels::GRADES)),
        at("source.zh", "依据", "Source (Chinese)", Kind::Text),
        at("source.en", "依据英文", "Source (English)", Kind::Text),
    ],
};

/// Schools and legally separate units.
pub const SCHOOLS: Sheet = Sheet {
    title: Bi("学校", "Schools"),
    synonyms: &["办学单位"],
    about: Bi(
        "按标准考核的学校，及独立法人单位",
        "Schools held against standards, and separate units",
    ),
    rows: &[entries("schools.*")],
    columns: &[
        NAME.or(&["学校", "学校名称"]),
        OWN,
        NAME_EN,
        at("campuses", "校区", "Campuses", Kind::Refs(Dim::Campuses)),
        at("from", "起始学期", "From term", Kind::Term),
        at("until", "截止学期", "Until term", Kind::Term),
        at("separate", "独立法人", "Separate unit", Kind::Flag),
        at("new", "新建学校", "Newly founded", Kind::Flag),
        at(
            "declared",
            "申报数",
            "Declared",
            Kind::Pairs(Key::Word(labels::DECLARED), Some(Measure::Number)),
        ),
        SOURCE,
    ],
};
