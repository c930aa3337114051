//! The sheets of targets, indicators, tiers, pins and kept decisions.

use super::bilingual::Bi;
use super::kind::{Dim, Key, Kind};
use super::labels;
use super::table::{Column, NAME, NAME_EN, OWN, SOURCE, Sheet, at, entries, rows};
use crate::scenario::measure::Measure;

const NUMBER: Kind = Kind::Figure(Measure::Number);

/// Targets.
pub const TARGETS: Sheet = Sheet {
    title: Bi("目标", "Targets"),
    synonyms: &["建设目标"],
    about: Bi("计划要达到的目标", "What the plan is to reach"),
    rows: &[entries("targets.*")],
    columns: &[
        NAME,
        OWN,
        NAME_EN,
        at("metric", "指标", "Metric", Kind::Word(labels::METRICS)),
        at("at_least", "至少", "At least", NUMBER),
        at("from", "起始学期", "From term", Kind::Term),
        at("until", "截止学期", "Until term", Kind::Term),
        at("weight", "权重", "Weight", NUMBER),
        SOURCE,
    ],
};

/// Indicators watched.
pub const WATCHED: Sheet = Sheet {
    title: Bi("监测指标", "Watched"),
    synonyms: &["指标"],
    about: Bi("监测的指标及限值", "Indicators watched and their limits"),
    rows: &[entries("watched.*")],
    columns: &[
        NAME,
        OWN,
        NAME_EN,
        at("metric", "指标", "Metric", Kind::Word(labels::WATCHED)),
        at("at_least", "至少", "At least", NUMBER),
        at("at_most", "至多", "At most", NUMBER),
        at("unit.zh", "量词", "Unit (Chinese)", Kind::Text).or(&["单位"]),
        at("unit.en", "英文量词", "Unit", Kind::Text),
        at("values", "已知数值", "Known values", Kind::Pairs(Key::Term, Some(Measure::Number))),
        SOURCE,
    ],
};

/// Tiers of the objective.
pub const TIERS: Sheet = Sheet {
    title: Bi("优化次序", "Objective"),
    synonyms: &["优化目标"],
    about: Bi("按行的先后逐级优化", "Tiers of the objective, in the order of the rows"),
    rows: &[rows("objective[]", &[])],
    columns: &[
        at("parts", "内容", "Parts", Kind::Parts),
        at("tolerance", "相对容差", "Tolerance", Kind::Figure(Measure::Share)),
        at("allowance", "绝对容差", "Allowance", NUMBER),
        at("at_most", "上限", "At most", NUMBER),
        SOURCE,
    ],
};

const DECISION: Column = at("decision", "决定", "Decision", Kind::Word(labels::DECISIONS));
const PROGRAMME: Column = at("programme", "专业", "Programme", Kind::Ref(Dim::Programmes));
const ENTRY: Column = at("entry", "入学学期", "Entry", Kind::Term);
const CAMPUS: Column = at("campus", "校区", "Campus", Kind::Ref(Dim::Campuses));
const OPTION: Column = at("option", "建设项目", "Option", Kind::Ref(Dim::Options));
const SUBJECT: Column = at("subject", "学科", "Subject", Kind::Ref(Dim::Subjects));
const STAFF: Column = at("staff", "教职工组", "Staff group", Kind::Ref(Dim::Staff));
const PERSON: Column = at("person", "教职工", "Person", Kind::Ref(Dim::Roster));

/// Decisions that are forced or forbidden.
pub const PINS: Sheet = Sheet {
    title: Bi("指定", "Pins"),
    synonyms: &["指定决定"],
    about: Bi("方案指定或禁止的决定", "Decisions that are forced or forbidden"),
    rows: &[rows("pins[]", &[])],
    columns: &[
        DECISION,
        PROGRAMME,
        ENTRY,
        CAMPUS,
        OPTION,
        SUBJECT,
        STAFF,
        PERSON,
        at("from", "起始学期", "From term", Kind::Term),
        at("until", "截止学期", "Until term", Kind::Term),
        at("at_least", "至少", "At least", Kind::Count),
        at("at_most", "至多", "At most", Kind::Count),
        at("once", "一次即可", "Once", Kind::Flag),
        SOURCE,
    ],
};

/// Decisions of a published plan.
pub const KEPT: Sheet = Sheet {
    title: Bi("沿用决定", "Kept decisions"),
    synonyms: &["已公布计划"],
    about: Bi(
        "已公布计划的决定，新计划尽量沿用",
        "Decisions of a published plan that a new one stays near",
    ),
    rows: &[rows("keep.decided[]", &[])],
    columns: &[
        DECISION,
        PROGRAMME,
        ENTRY,
        CAMPUS,
        OPTION,
        SUBJECT,
        STAFF,
        PERSON,
        at("counts", "各学期数量", "Counts by term", Kind::Pairs(Key::Term, None)),
    ],
};
