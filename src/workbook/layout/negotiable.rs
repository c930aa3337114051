//! The sheet 可协商.

use super::bilingual::Bi;
use super::kind::{Dim, Kind};
use super::labels;
use super::table::{LABEL, SOURCE, Sheet, at, key, labelled};
use crate::scenario::measure::Measure;

const MONEY: Kind = Kind::Figure(Measure::Money);
const CAMPUS: &[(&str, Kind)] = &[("object", Kind::Ref(Dim::Campuses))];

/// What may be changed to make a plan possible, and at what price.
pub const NEGOTIABLE: Sheet = Sheet {
    title: Bi("可协商", "Negotiable"),
    synonyms: &["可协商事项"],
    about: Bi(
        "为使计划可行而可以协商的事项及每步代价；没有列出的一概不动",
        "What may be changed to make a plan possible, and the price of a step",
    ),
    rows: &[
        labelled("negotiable.capacity[]", "增加容量", "More units", &[]),
        labelled("negotiable.seats.*", "增加校车座位", "More bus seats", CAMPUS),
        labelled("negotiable.teachers[]", "外聘教师", "More teachers", &[]),
        labelled("negotiable.tenure.*", "延长使用期", "Later tenure", CAMPUS),
        labelled("negotiable.vacate.*", "推迟腾退", "Later vacating", CAMPUS),
        labelled(
            "negotiable.points.*",
            "增加搬迁时点",
            "Relocation point",
            &[("object", Kind::Term)],
        ),
        labelled("negotiable.moves", "增加搬迁班数", "More classes moved", &[]),
        labelled("negotiable.class_moves", "增加每班搬迁次数", "More moves of a class", &[]),
        labelled("negotiable.last_year", "毕业学年搬迁", "Moves in the last year", &[]),
        labelled("negotiable.rebased", "增加调动人数", "More staff re-based", &[]),
        labelled("negotiable.hires", "增加招聘人数", "More recruits", &[]),
        labelled(
            "negotiable.hires_of.*",
            "增加学科招聘",
            "More recruits of subject",
            &[("object", Kind::Ref(Dim::Subjects))],
        ),
        labelled(
            "negotiable.capital.*",
            "增加资本性支出",
            "More capital",
            &[("object", Kind::Text)],
        ),
        labelled(
            "negotiable.running.*",
            "增加运行经费",
            "More running grant",
            &[("object", Kind::Text)],
        ),
        labelled(
            "negotiable.least.*",
            "减少最少班数",
            "Fewer classes than the least",
            &[("object", Kind::Ref(Dim::Programmes))],
        ),
        labelled(
            "negotiable.targets.*",
            "推迟目标",
            "Later target",
            &[("object", Kind::Ref(Dim::Targets))],
        ),
        labelled(
            "negotiable.without.*",
            "放弃规则",
            "Without rule",
            &[("object", Kind::Word(labels::NEGOTIABLE_RULES))],
        ),
    ],
    columns: &[
        LABEL,
        key("object", "对象", "Object"),
        at("resource", "资源", "Resource", Kind::Ref(Dim::Resources)),
        at("subject", "学科", "Subject", Kind::Ref(Dim::Subjects)),
        at("campus", "校区", "Campus", Kind::Ref(Dim::Campuses)),
        at("units", "每步数量", "Units a step", Kind::Figure(Measure::Units)),
        at("seats", "每步座位", "Seats a step", Kind::Figure(Measure::Students)),
        at("amount", "每步金额", "Amount a step", MONEY),
        at("price", "每步代价", "Price of a step", MONEY).or(&["代价", "价格"]),
        at("most", "最多步数", "Most steps", Kind::Count),
        SOURCE,
    ],
};
