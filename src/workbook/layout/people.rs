//! The sheets of staff and retraining.

use super::bilingual::Bi;
use super::kind::{Dim, Key, Kind};
use super::labels;
use super::table::{NAME, NAME_EN, OWN, SOURCE, Sheet, at, entries, rows};
use crate::scenario::measure::Measure;

const CAMPUS: Kind = Kind::Ref(Dim::Campuses);
const LOAD: Kind = Kind::Figure(Measure::Periods);

/// Staff as groups with counts.
pub const STAFF: Sheet = Sheet {
    title: Bi("教职工组", "Staff groups"),
    synonyms: &["教师组", "教师人数"],
    about: Bi("只给人数的教职工", "Staff as groups with counts"),
    rows: &[entries("staff.*")],
    columns: &[
        NAME,
        OWN,
        NAME_EN,
        at("employer.zh", "用人单位", "Employer (Chinese)", Kind::Text).or(&["单位"]),
        at("employer.en", "用人单位英文", "Employer", Kind::Text),
        at("campus", "校区", "Campus", CAMPUS),
        at("subjects", "任教学科", "Subjects", Kind::Refs(Dim::Subjects)).or(&["学科"]),
        at("count", "人数", "Count", Kind::Count),
        at("load", "周课时", "Periods a week", LOAD),
        at("retirements", "退休", "Retirements", Kind::Pairs(Key::Term, None)),
        at("leader", "干部", "Leader", Kind::Flag),
        at("class_teacher", "可任班主任", "May be class teacher", Kind::Flag),
        at("barred", "不能去的校区", "Cannot be sent to", Kind::Refs(Dim::Campuses)),
        SOURCE,
    ],
};

/// Posts of leaders and support staff.
pub const POSTS: Sheet = Sheet {
    title: Bi("岗位", "Posts"),
    synonyms: &["干部后勤岗位"],
    about: Bi(
        "干部和后勤岗位的标准、工资与现有人数",
        "Posts of leaders and support staff, their pay and who holds them today",
    ),
    rows: &[entries("payroll.posts.*")],
    columns: &[
        NAME,
        OWN,
        NAME_EN,
        at("pay", "每岗工资（每学期）", "Pay of a post a term", Kind::Figure(Measure::Money)),
        at("present", "现有人数", "Present", Kind::Count),
        at("retirements", "退休", "Retirements", Kind::Pairs(Key::Term, None)),
        at("per_campus", "每校区岗位", "Posts a campus", Kind::Figure(Measure::Number)),
        at(
            "per_100_students",
            "每百名在校生岗位",
            "Posts per 100 students",
            Kind::Figure(Measure::Number),
        ),
        SOURCE,
    ],
};

/// The roster.
pub const ROSTER: Sheet = Sheet {
    title: Bi("教职工名册", "Roster"),
    synonyms: &["名册", "教师名册", "教职工"],
    about: Bi("教职工名册，每人一行", "The roster, a row for each employee"),
    rows: &[entries("roster.*")],
    columns: &[
        at("name", "姓名", "Name", Kind::Text),
        OWN.or(&["工号", "编号", "编码"]),
        at("employer.zh", "用人单位", "Employer (Chinese)", Kind::Text).or(&["单位", "工作单位"]),
        at("employer.en", "用人单位英文", "Employer", Kind::Text),
        at("campus", "校区", "Campus", CAMPUS).or(&["任教校区"]),
        at("subjects", "任教学科", "Subjects", Kind::Refs(Dim::Subjects)).or(&["学科"]),
        at("load", "周课时", "Periods a week", LOAD),
        at("born", "出生年份", "Year of birth", Kind::Count).or(&["出生年"]),
        at("retirement_age", "退休年龄", "Age of retirement", Kind::Count),
        at("retires", "离岗学期", "Gone from term", Kind::Term),
        at("title", "职称", "Title", Kind::Word(labels::TITLES)),
        at("dual_qualified", "双师型", "Doubly qualified", Kind::Flag),
        at("leader", "干部", "Leader", Kind::Flag),
        at("class_teacher", "可任班主任", "May be class teacher", Kind::Flag),
        at("barred", "不能去的校区", "Cannot be sent to", Kind::Refs(Dim::Campuses)),
        SOURCE,
    ],
};

/// Changes of subject.
pub const RETRAINING: Sheet = Sheet {
    title: Bi("转岗", "Retraining"),
    synonyms: &["转岗培训"],
    about: Bi("可以转教的学科", "Changes of subject"),
    rows: &[rows("rules.retraining.courses[]", &[])],
    columns: &[
        at("from", "原学科", "From subject", Kind::Ref(Dim::Subjects)),
        at("to", "转教学科", "To subject", Kind::Ref(Dim::Subjects)),
        at("lead_terms", "培训学期数", "Terms of training", Kind::Count),
        at("cost", "每人费用", "Cost of one", Kind::Figure(Measure::Money)),
        at("most", "最多人数", "Most people", Kind::Count),
        SOURCE,
    ],
};
