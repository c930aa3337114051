//! The sheets of programmes, their cohorts and admissions, and of courses.

use super::bilingual::Bi;
use super::kind::{Dim, Key, Kind};
use super::table::{Column, NAME, NAME_EN, OWN, SOURCE, Sheet};
use super::table::{at, each, entries, key, rows};
use crate::scenario::measure::Measure;

const MONEY: Kind = Kind::Figure(Measure::Money);
const SHARE: Kind = Kind::Figure(Measure::Share);
const STUDENTS: Kind = Kind::Figure(Measure::Students);
const PERIODS: Kind = Kind::Figure(Measure::Periods);
const USE: Kind = Kind::Figure(Measure::Number);
const PROGRAMME: Column = at("programme", "专业", "Programme", Kind::Ref(Dim::Programmes));

/// Programmes.
pub const PROGRAMMES: Sheet = Sheet {
    title: Bi("专业", "Programmes"),
    synonyms: &["专业设置", "专业表"],
    about: Bi("开设的专业", "Programmes"),
    rows: &[entries("programmes.*")],
    columns: &[
        NAME.or(&["专业", "专业名称"]),
        OWN.or(&["编码", "专业代码"]),
        NAME_EN,
        at("label.zh", "班名简称", "Label (Chinese)", Kind::Text).or(&["简称"]),
        at("label.en", "班名英文简称", "Label", Kind::Text),
        at("field", "专业大类", "Field", Kind::Ref(Dim::Fields)).or(&["大类"]),
        at("class_size.min", "班额下限", "Least class size", STUDENTS),
        at("class_size.max", "班额上限", "Most class size", STUDENTS),
        at("internship.first", "实习最早学期", "Internship first", Kind::Count),
        at("internship.last", "实习最晚学期", "Internship last", Kind::Count),
        at("internship.length", "实习学期数", "Internship length", Kind::Count),
        at("internship.fixed", "固定实习学期", "Internship fixed", Kind::Count),
        at("attrition", "各学期流失率", "Attrition by term", Kind::Figures(Measure::Share))
            .or(&["流失率"]),
        at("boarding", "住校比例", "Share of boarders", SHARE).or(&["住校率"]),
        at("income", "生均收入（每学期）", "Income per student a term", MONEY).or(&["生均收入"]),
        SOURCE,
    ],
};

/// Curricula.
pub const CURRICULA: Sheet = Sheet {
    title: Bi("教学计划", "Curricula"),
    synonyms: &["课程表", "课程设置"],
    about: Bi(
        "每行是一个专业的一段学期，按先后排列；右边每个学科、每种资源一列，填每周节数和用量",
        "A row for each run of terms of a programme, in order; a column for each subject and resource",
    ),
    rows: &[rows("programmes.*.curriculum[]", &[("programme", Kind::Ref(Dim::Programmes))])],
    columns: &[
        key("programme", "专业", "Programme"),
        at("terms", "学期数", "Terms", Kind::Count),
        each("periods", Dim::Subjects, "课时", "Periods", PERIODS),
        each("uses", Dim::Resources, "用量", "Use", USE),
        SOURCE,
    ],
};

/// Sites of programmes.
pub const SITES: Sheet = Sheet {
    title: Bi("办学地点", "Sites"),
    synonyms: &["专业地点", "专业布点"],
    about: Bi("每个专业可以设在哪些校区", "Where each programme may be taught"),
    rows: &[rows(
        "programmes.*.sites.*",
        &[("programme", Kind::Ref(Dim::Programmes)), ("campus", Kind::Ref(Dim::Campuses))],
    )],
    columns: &[
        key("programme", "专业", "Programme"),
        key("campus", "校区", "Campus"),
        at("allowed", "允许", "Allowed", Kind::Flag),
        at("cost_per_class", "每班费用（每学期）", "Cost of a class a term", MONEY)
            .or(&["每班费用"]),
        at("cost_per_student", "每生费用（每学期）", "Cost of a student a term", MONEY)
            .or(&["每生费用"]),
        each("uses", Dim::Resources, "用量", "Use", USE).sparse(),
        SOURCE,
    ],
};

/// Classes in school today.
pub const COHORTS: Sheet = Sheet {
    title: Bi("在校班级", "Cohorts"),
    synonyms: &["班级", "在校学生"],
    about: Bi("现有班级，按专业、入学学期、校区合并", "Classes in school today"),
    rows: &[rows("cohorts[]", &[])],
    columns: &[
        PROGRAMME,
        at("entry", "入学学期", "Entry", Kind::Term).or(&["入学年月", "年级"]),
        at("campus", "校区", "Campus", Kind::Ref(Dim::Campuses)),
        at("classes", "班数", "Classes", Kind::Count),
        at("students", "学生数", "Students", STUDENTS).or(&["人数", "学生人数"]),
        at("interned", "已实习班数", "Classes back from internship", Kind::Count),
        SOURCE,
    ],
};

/// Admissions.
pub const ADMISSIONS: Sheet = Sheet {
    title: Bi("招生", "Admissions"),
    synonyms: &["招生计划"],
    about: Bi(
        "每个专业每个入学学期的报名与招生上下限",
        "Applicants and bounds by programme and term",
    ),
    rows: &[rows("admissions[]", &[])],
    columns: &[
        PROGRAMME,
        at("entry", "入学学期", "Entry", Kind::Term).or(&["招生学期"]),
        at("applicants", "报名人数", "Applicants", STUDENTS).or(&["生源数"]),
        at("assumed", "设定报名人数", "Assumed applicants", STUDENTS),
        at("least", "最少班数", "Least classes", Kind::Count),
        at("most", "最多班数", "Most classes", Kind::Count),
        SOURCE,
    ],
};

/// Pools of programmes.
pub const POOLS: Sheet = Sheet {
    title: Bi("调剂", "Pools"),
    synonyms: &["志愿调剂"],
    about: Bi("考生愿意互相调剂的专业", "Programmes between which applicants may switch"),
    rows: &[entries("pools.*")],
    columns: &[
        NAME,
        OWN,
        NAME_EN,
        at("programmes", "专业", "Programmes", Kind::Refs(Dim::Programmes)),
        at("willing", "愿调剂比例", "Willing", SHARE),
        SOURCE,
    ],
};

const BY_TERM: Kind = Kind::Pairs(Key::Term, Some(Measure::Students));

/// Short courses.
pub const COURSES: Sheet = Sheet {
    title: Bi("短期课程", "Courses"),
    synonyms: &["短期培训", "培训"],
    about: Bi("一个学期之内的短期培训", "Short courses, within one term"),
    rows: &[entries("courses.*")],
    columns: &[
        NAME.or(&["课程", "课程名称"]),
        OWN,
        NAME_EN,
        at("sites", "校区", "Campuses", Kind::Refs(Dim::Campuses)),
        at("demand.trainees", "每学期需求", "Demand a term", STUDENTS),
        at("demand.from", "以后的需求", "Later demand", BY_TERM),
        at("least.trainees", "每学期最少", "Least a term", STUDENTS),
        at("least.from", "以后的最少", "Later least", BY_TERM),
        at("fee", "每人收费", "Fee", MONEY),
        at("cost", "每人成本", "Cost", MONEY),
        each("hours", Dim::Resources, "机时", "Hours", Kind::Figure(Measure::Hours)).sparse(),
        each("uses", Dim::Resources, "占用", "Use", Kind::Figure(Measure::Units)).sparse(),
        each("periods", Dim::Subjects, "课时", "Periods", PERIODS).sparse(),
        SOURCE,
    ],
};
