//! The sheets of feeder schools, ratios and history.

use super::bilingual::Bi;
use super::kind::{Dim, Kind};
use super::table::{Field, column};
use super::table::{LABEL, NAME, NAME_EN, OWN, SOURCE, Sheet};
use super::table::{at, each, entries, item_of, key, labelled, rows};
use crate::scenario::measure::Measure;

const SHARE: Kind = Kind::Figure(Measure::Share);
const STUDENTS: Kind = Kind::Figure(Measure::Students);

/// Feeder schools.
pub const FEEDERS: Sheet = Sheet {
    title: Bi("生源学校", "Feeders"),
    synonyms: &["初中", "生源"],
    about: Bi("初中、小学在校学生，每个年级一列", "Pupils of the feeder schools, a column a grade"),
    rows: &[entries("enrolment.feeders.*")],
    columns: &[
        NAME.or(&["学校", "学校名称", "乡镇"]),
        OWN,
        NAME_EN,
        each("pupils", Dim::Free, "在校生", "Pupils", STUDENTS),
        each("births", Dim::Free, "出生人数", "Births", STUDENTS),
        at("boarding", "住校比例", "Share of boarders", SHARE),
        SOURCE,
    ],
};

/// Ways from the feeder schools to the campuses.
pub const WAYS: Sheet = Sheet {
    title: Bi("生源道路", "Ways"),
    synonyms: &["上学路途"],
    about: Bi("生源学校到各校区，单程", "From feeder schools to campuses, one way"),
    rows: &[rows(
        "enrolment.feeders.*.roads.*",
        &[("feeder", Kind::Ref(Dim::Feeders)), ("campus", Kind::Ref(Dim::Campuses))],
    )],
    columns: &[
        key("feeder", "生源学校", "Feeder"),
        key("campus", "校区", "Campus"),
        at("km", "里程", "Distance", Kind::Figure(Measure::Kilometres)).or(&["距离"]),
        at("minutes", "时间", "Travel time", Kind::Figure(Measure::Minutes)).or(&["车程"]),
        SOURCE,
    ],
};

const GRADE: (&str, Kind) = ("object", Kind::Text);
const PROGRAMME: (&str, Kind) = ("object", Kind::Ref(Dim::Programmes));
const FEEDER: (&str, Kind) = ("object", Kind::Ref(Dim::Feeders));
const YEAR: (&str, Kind) = ("year", Kind::Text);

/// Ratios of the projection.
pub const RATIOS: Sheet = Sheet {
    title: Bi("升学率", "Ratios"),
    synonyms: &["比率", "升级率"],
    about: Bi(
        "生源推算的比率；写了年份的从该年起，没写的是最初的",
        "Ratios of the projection; with a year from that year on",
    ),
    rows: &[
        labelled("enrolment.progression.*", "升级率（从年级）", "Progression from grade", &[GRADE]),
        labelled(
            "enrolment.progression.*.years.*",
            "升级率（从年级）",
            "Progression from grade",
            &[GRADE, YEAR],
        ),
        labelled("enrolment.vocational", "升入中职比例", "Vocational share", &[]),
        labelled("enrolment.vocational.years.*", "升入中职比例", "Vocational share", &[YEAR]),
        labelled("enrolment.captured", "本校占比", "Captured share", &[]),
        labelled("enrolment.captured.years.*", "本校占比", "Captured share", &[YEAR]),
        labelled(
            "enrolment.feeders.*.captured",
            "本校占比（生源学校）",
            "Captured share of feeder",
            &[FEEDER],
        ),
        labelled(
            "enrolment.feeders.*.captured.years.*",
            "本校占比（生源学校）",
            "Captured share of feeder",
            &[FEEDER, YEAR],
        ),
        labelled("enrolment.preferences.*", "专业志愿", "Preference for programme", &[PROGRAMME]),
        labelled(
            "enrolment.preferences.*.years.*",
            "专业志愿",
            "Preference for programme",
            &[PROGRAMME, YEAR],
        ),
        labelled("enrolment.spring", "春季入学比例", "Share entering in spring", &[]),
        labelled("enrolment.spring.years.*", "春季入学比例", "Share entering in spring", &[YEAR]),
    ],
    columns: &[
        LABEL,
        key("object", "对象", "Object")
            .note("年级、专业或生源学校", "Grade, programme or feeder school"),
        key("year", "年份起", "From year").or(&["年份", "年"]),
        at("low", "低", "Low", SHARE),
        at("likely", "中", "Likely", SHARE).or(&["比例", "取值"]),
        at("high", "高", "High", SHARE),
        at("fitted.last", "按近几次拟合", "Fitted to the last", Kind::Count),
        SOURCE,
    ],
};

/// Programmes whose preference rises.
pub const BRANDS: Sheet = Sheet {
    title: Bi("品牌专业", "Brands"),
    synonyms: &[],
    about: Bi("志愿随品牌上升的专业", "Programmes whose preference rises with their brand"),
    rows: &[rows("enrolment.brands[]", &[])],
    columns: &[
        at("programme", "专业", "Programme", Kind::Ref(Dim::Programmes)),
        at("from", "起始年份", "From year", Kind::Count),
        at("gain.low", "增加（低）", "Gain, low", SHARE),
        at("gain.likely", "增加（中）", "Gain, likely", SHARE).or(&["增加"]),
        at("gain.high", "增加（高）", "Gain, high", SHARE),
        SOURCE,
    ],
};

const HISTORY_GROUP: Bi = Bi::NONE;

/// What was observed before.
pub const HISTORY: Sheet = Sheet {
    title: Bi("历史", "History"),
    synonyms: &["历年数据"],
    about: Bi("历年实数，供拟合比率", "Observed figures to which ratios are fitted"),
    rows: &[
        item_of(
            HISTORY_GROUP,
            "enrolment.history.pupils.*.*",
            "在校生（年级）",
            "Pupils of grade",
            &[YEAR, GRADE],
            STUDENTS,
        ),
        item_of(
            HISTORY_GROUP,
            "enrolment.history.births.*",
            "出生人数",
            "Births",
            &[YEAR],
            STUDENTS,
        ),
        item_of(
            HISTORY_GROUP,
            "enrolment.history.graduates.*",
            "初中毕业",
            "Graduates",
            &[YEAR],
            STUDENTS,
        ),
        item_of(
            HISTORY_GROUP,
            "enrolment.history.vocational.*",
            "升入中职",
            "To vocational schools",
            &[YEAR],
            STUDENTS,
        ),
        item_of(
            HISTORY_GROUP,
            "enrolment.history.captured.*",
            "报名本校",
            "Applied to this group",
            &[YEAR],
            STUDENTS,
        ),
        item_of(
            HISTORY_GROUP,
            "enrolment.history.applicants.*.*",
            "报名（专业）",
            "Applicants of programme",
            &[YEAR, PROGRAMME],
            STUDENTS,
        ),
    ],
    columns: &[
        LABEL,
        key("year", "年份", "Year").or(&["年"]),
        key("object", "对象", "Object").note("年级或专业", "Grade or programme"),
        column(Field::Value, "人数", "Number", STUDENTS).or(&["值"]),
        SOURCE,
    ],
};
