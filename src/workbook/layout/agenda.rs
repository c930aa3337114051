//! The sheets 里程碑, 活动 and 节假日.

use super::bilingual::Bi;
use super::kind::{Dim, Kind};
use super::labels;
use super::table::{NAME, NAME_EN, OWN, SOURCE, Sheet, at, entries, rows};

/// Milestones.
pub const MILESTONES: Sheet = Sheet {
    title: Bi("里程碑", "Milestones"),
    synonyms: &["进度", "进度安排"],
    about: Bi("工作进度", "Milestones"),
    rows: &[entries("milestones.*")],
    columns: &[
        NAME.or(&["事项", "工作"]),
        OWN,
        NAME_EN,
        at("start", "最早开始", "Start", Kind::Date).or(&["开始日期"]),
        at("due", "完成期限", "Due", Kind::Date).or(&["截止日期"]),
        at("after", "前置事项", "After", Kind::Refs(Dim::Milestones)),
        at("days", "所需天数", "Days", Kind::Count).or(&["天数"]),
        at("tied", "与计划挂钩", "Tied to", Kind::Tie).note(
            "写法：腾退：校区；启用：校区；建成：建设项目；建成任一：项目、项目；开班：专业；达到目标：目标",
            "vacated: campus; opened: campus; built: option; any built: option; option; begins: programme; target: target",
        ),
        at("responsible.zh", "责任单位", "Responsible (Chinese)", Kind::Text),
        at("responsible.en", "责任单位英文", "Responsible", Kind::Text),
        SOURCE,
    ],
};

/// Recurring events.
pub const EVENTS: Sheet = Sheet {
    title: Bi("活动", "Events"),
    synonyms: &["日常活动"],
    about: Bi("定期活动", "Recurring events"),
    rows: &[entries("events.*")],
    columns: &[
        NAME,
        OWN,
        NAME_EN,
        at("weekday", "星期", "Weekday", Kind::Word(labels::WEEKDAYS)),
        at("nth", "每月第几个", "Which of the month", Kind::Count),
        at("day", "每月几日", "Day of the month", Kind::Count),
        at("campuses", "校区", "Campuses", Kind::Refs(Dim::Campuses)),
        at("from", "开始日期", "First day", Kind::Date),
        at("until", "结束日期", "Last day", Kind::Date),
        at("holidays", "假期也举行", "In the holidays", Kind::Flag),
        SOURCE,
    ],
};

/// Public holidays.
pub const HOLIDAYS: Sheet = Sheet {
    title: Bi("节假日", "Holidays"),
    synonyms: &["公休日", "法定节假日"],
    about: Bi("里程碑、活动和值班避开的日子", "Days that milestones, events and duty pass over"),
    rows: &[rows("calendar.holidays[]", &[])],
    columns: &[
        NAME,
        NAME_EN,
        at("from", "开始日期", "First day", Kind::Date),
        at("until", "结束日期", "Last day", Kind::Date),
        SOURCE,
    ],
};
