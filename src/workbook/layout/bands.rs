//! The sheets 学段 and 换校区.

use super::bilingual::Bi;
use super::kind::{Dim, Kind};
use super::table::{SOURCE, Sheet};
use super::table::{at, rows};

/// Terms of study that campuses take.
pub const BANDS: Sheet = Sheet {
    title: Bi("学段", "Bands"),
    synonyms: &["年级安排"],
    about: Bi(
        "校区（或校区的一个专业）只收哪几个学期的班；写几个学段的由方案选一个",
        "Which terms of study a campus, or a programme at a campus, takes; among several the plan chooses",
    ),
    rows: &[rows("rules.bands.campuses[]", &[])],
    columns: &[
        at("campus", "校区", "Campus", Kind::Ref(Dim::Campuses)),
        at("programmes", "专业", "Programmes", Kind::Refs(Dim::Programmes))
            .note("空着为没有另写的全部专业", "All that no other row of the campus names if empty"),
        at("bands", "学段（第几学期至第几学期）", "Terms of study", Kind::Texts),
        at("from", "起始学期", "From term", Kind::Term),
        SOURCE,
    ],
};

/// Changes of campus.
pub const CHANGES: Sheet = Sheet {
    title: Bi("换校区", "Changes"),
    synonyms: &["转段"],
    about: Bi(
        "读完第几学期须（或可）换校区",
        "After which term of study classes must, or may, change campus",
    ),
    rows: &[rows("rules.bands.changes[]", &[])],
    columns: &[
        at("programmes", "专业", "Programmes", Kind::Refs(Dim::Programmes))
            .note("空着为更长的全部专业", "All that are longer if empty"),
        at("after", "读完第几学期", "After term of study", Kind::Count),
        at("must", "必须", "Must", Kind::Flag),
        SOURCE,
    ],
};
