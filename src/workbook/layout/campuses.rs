//! The sheets 资源, 学科 and 校区.

use super::bilingual::Bi;
use super::kind::{Dim, Kind};
use super::labels;
use super::table::{NAME, NAME_EN, OWN, SOURCE, Sheet, at, each, entries};
use crate::scenario::measure::Measure;

const MONEY: Kind = Kind::Figure(Measure::Money);

/// Resources.
pub const RESOURCES: Sheet = Sheet {
    title: Bi("资源", "Resources"),
    synonyms: &["教学资源"],
    about: Bi("教室、床位、工位等各种容量", "Everything of which there is a capacity"),
    rows: &[entries("resources.*")],
    columns: &[
        NAME.or(&["资源", "资源名称"]),
        OWN,
        NAME_EN,
        at("unit.zh", "量词", "Unit (Chinese)", Kind::Text).or(&["计量单位", "单位"]),
        at("unit.en", "英文量词", "Unit", Kind::Text),
        at("per", "按什么计", "Counted per", Kind::Word(labels::BASES)).or(&["计量基数", "per"]),
        at("default_use", "缺省用量", "Default use", Kind::Figure(Measure::Number)),
        at("hours", "每周开放", "Hours a week", Kind::Figure(Measure::Hours)).or(&["每周开放小时"]),
        at("utilisation", "利用率", "Utilisation", Kind::Figure(Measure::Share)),
        at("shared_visit", "共享一次时长", "Hours of a shared visit", Kind::Figure(Measure::Hours)),
        at("shipping", "搬运费", "Shipping", MONEY),
        SOURCE,
    ],
};

/// Subjects.
pub const SUBJECTS: Sheet = Sheet {
    title: Bi("学科", "Subjects"),
    synonyms: &["课程", "科目"],
    about: Bi("学科与招聘条件", "Subjects and the terms of recruiting"),
    rows: &[entries("subjects.*")],
    columns: &[
        NAME.or(&["学科", "学科名称"]),
        OWN,
        NAME_EN,
        at("kind", "类别", "Kind", Kind::Word(labels::SUBJECT_KINDS)),
        at("hiring.cost", "招聘费用", "Recruiting cost", MONEY),
        at("hiring.pay", "招聘人员薪酬（每学期）", "Pay a term", MONEY).or(&["每学期薪酬", "薪酬"]),
        at("hiring.load", "招聘人员周课时", "Periods a week", Kind::Figure(Measure::Periods))
            .or(&["周课时"]),
        at("hiring.most_per_year", "每年最多招聘", "Most recruits a year", Kind::Count),
        SOURCE,
    ],
};

/// Campuses.
pub const CAMPUSES: Sheet = Sheet {
    title: Bi("校区", "Campuses"),
    synonyms: &["校区情况", "校舍", "校区表"],
    about: Bi(
        "校区、使用期、费用、校舍面积；右边每种资源一列，填现有数量",
        "Campuses, tenure, costs and premises; one column for each resource with its units",
    ),
    rows: &[entries("campuses.*")],
    columns: &[
        NAME.or(&["校区", "校区名称"]),
        OWN,
        NAME_EN,
        at("owner.zh", "产权单位", "Owner (Chinese)", Kind::Text),
        at("owner.en", "产权单位英文", "Owner", Kind::Text),
        at("in_use", "现在使用", "In use", Kind::Flag).or(&["在用"]),
        at("tenure.from", "可用自", "Usable from", Kind::Term).or(&["可用起始学期", "启用学期"]),
        at("tenure.until", "可用至", "Usable until", Kind::Term).or(&["可用截止学期", "到期学期"]),
        at("closable", "可停用", "May close", Kind::Flag),
        at("reopenable", "停用后可再启用", "May reopen", Kind::Flag),
        at("opening_cost", "启用费用", "Opening cost", MONEY),
        at("closing_cost", "停用费用", "Closing cost", MONEY),
        at("running_cost", "运行费（每学期）", "Running cost a term", MONEY).or(&[
            "运行费",
            "运行经费",
            "每学期运行费",
        ]),
        at("afterwards.how", "腾退后", "Afterwards", Kind::Word(labels::AFTER_USES)),
        at("afterwards.lag_terms", "腾退后几学期生效", "Terms until then", Kind::Count),
        at("afterwards.cost", "处置费用", "Cost of it", MONEY),
        at("afterwards.proceeds", "处置收入（出租按学期）", "Proceeds (of letting, a term)", MONEY),
        at("afterwards.upkeep", "空置维护（每学期）", "Upkeep while empty, a term", MONEY),
        at("land", "占地面积", "Land", Kind::Figure(Measure::Area)).or(&["土地", "用地面积"]),
        at("building", "建筑面积", "Building area", Kind::Figure(Measure::Area)).or(&["校舍面积"]),
        at("books", "图书", "Books", Kind::Figure(Measure::Books)).or(&["藏书"]),
        at("equipment", "教学设备值", "Equipment value", MONEY).or(&["设备总值"]),
        at("computers", "教学用计算机", "Computers for teaching", Kind::Figure(Measure::Computers)),
        each("owns", Dim::Resources, "现有", "Owns", Kind::Figure(Measure::Units)),
        SOURCE,
    ],
};
