//! The sheets 规则 and 校区定位.

use super::bilingual::Bi;
use super::kind::{Dim, Kind};
use super::labels;
use super::table::{ITEMS, LABEL, Row, SOURCE, Sheet};
use super::table::{at, item, item_of, labelled};
use crate::scenario::measure::Measure;

const MONEY: Kind = Kind::Figure(Measure::Money);
const SHARE: Kind = Kind::Figure(Measure::Share);
const CAMPUS: &[(&str, Kind)] = &[("object", Kind::Ref(Dim::Campuses))];
const SUBJECT: &[(&str, Kind)] = &[("object", Kind::Ref(Dim::Subjects))];
const YEAR: &[(&str, Kind)] = &[("object", Kind::Text)];

const ADMISSION: Bi = Bi("招生", "Admission");
const CATCHMENT: Bi = Bi("生源划片", "Catchment");
const RELOCATION: Bi = Bi("搬迁", "Relocation");
const MERGING: Bi = Bi("并班", "Merging");
const CAPACITY: Bi = Bi("容量", "Capacity");
const STAFFING: Bi = Bi("师资", "Staffing");
const EMPLOYMENT: Bi = Bi("聘用与调动", "Employment");
const COURSES: Bi = Bi("短期培训", "Courses");
const VISITING: Bi = Bi("走教", "Visiting");
const RETRAINING: Bi = Bi("转岗", "Retraining");
const PART_TIME: Bi = Bi("兼职教师", "Part-time");
const CLASS_TEACHER: Bi = Bi("班主任", "Class teacher");
const DUTY: Bi = Bi("值班", "Duty");
const EXCHANGE: Bi = Bi("支教跟教", "Exchange");
const BUDGET: Bi = Bi("预算", "Budget");
const ROLE: Bi = Bi("校区定位", "Role");

const fn enforce(group: Bi, at: &'static str) -> Row {
    item(group, at, "执行", "Enforced", Kind::Enforce)
}

/// The rules' parameters.
pub const RULES: Sheet = Sheet {
    title: Bi("规则", "Rules"),
    synonyms: &["约束"],
    about: Bi(
        "“执行”写“必须”，或写可以放宽的价格（每缺一单位）；没有值的规则不适用",
        "Enforced is hard, or the price of each missing unit; a rule without values does not apply",
    ),
    rows: &[
        enforce(ADMISSION, "rules.admission.enforce"),
        enforce(CATCHMENT, "rules.catchment.enforce"),
        item(
            CATCHMENT,
            "rules.catchment.assign",
            "片区以外的生源",
            "Pupils in no zone",
            Kind::Word(labels::ASSIGNMENTS),
        ),
        item(
            CATCHMENT,
            "rules.catchment.longest_km",
            "走读最远里程",
            "Longest way of day pupils",
            Kind::Figure(Measure::Kilometres),
        ),
        item(
            CATCHMENT,
            "rules.catchment.longest_minutes",
            "走读最长时间",
            "Longest time of day pupils",
            Kind::Figure(Measure::Minutes),
        ),
        item(
            CATCHMENT,
            "rules.catchment.boarding",
            "路太远的住校",
            "Those farther away board",
            Kind::Flag,
        ),
        item(
            CATCHMENT,
            "rules.catchment.walk_km",
            "步行可到的里程",
            "Way that needs no bus",
            Kind::Figure(Measure::Kilometres),
        ),
        enforce(RELOCATION, "rules.relocation.enforce"),
        item(
            RELOCATION,
            "rules.relocation.most_per_stage",
            "每次最多搬迁班数",
            "Most classes at a time",
            Kind::Count,
        ),
        item(
            RELOCATION,
            "rules.relocation.most_per_class",
            "每班最多搬迁次数",
            "Most moves of a class",
            Kind::Count,
        ),
        item(
            RELOCATION,
            "rules.relocation.last_year",
            "毕业学年可搬迁",
            "Moves in the last year",
            Kind::Flag,
        ),
        item_of(
            RELOCATION,
            "rules.relocation.vacate.*",
            "腾退期限（须空出的首学期）",
            "Empty from term",
            CAMPUS,
            Kind::Term,
        ),
        item(RELOCATION, "rules.relocation.cost", "每班搬迁费", "Cost of moving a class", MONEY),
        item(
            MERGING,
            "rules.merging.most_students",
            "并班后最多人数",
            "Most students of a merged class",
            Kind::Figure(Measure::Students),
        ),
        item(MERGING, "rules.merging.cost", "每撤一班费用", "Cost of dissolving a class", MONEY),
        enforce(CAPACITY, "rules.capacity.enforce"),
        enforce(STAFFING, "rules.staffing.enforce"),
        enforce(EMPLOYMENT, "rules.employment.enforce"),
        item(
            EMPLOYMENT,
            "rules.employment.hires_per_year",
            "每年最多招聘",
            "Most recruits a year",
            Kind::Count,
        ),
        item(
            EMPLOYMENT,
            "rules.employment.rebased_per_stage",
            "每次最多调动",
            "Most re-based at a time",
            Kind::Count,
        ),
        enforce(COURSES, "rules.courses.enforce"),
        item(VISITING, "rules.visiting.share", "走教最大比例", "Largest share", SHARE),
        item(
            VISITING,
            "rules.visiting.minutes",
            "走教最长车程",
            "Longest way",
            Kind::Figure(Measure::Minutes),
        ),
        item(
            VISITING,
            "rules.visiting.campuses_per_day",
            "每人每天最多校区",
            "Campuses a day",
            Kind::Count,
        ),
        item(
            RETRAINING,
            "rules.retraining.most_per_year",
            "每年最多转岗",
            "Most a year",
            Kind::Count,
        ),
        item(PART_TIME, "rules.part_time.share", "兼职最大比例", "Largest share", SHARE),
        item_of(
            PART_TIME,
            "rules.part_time.pay.*",
            "每周一节一学期课酬",
            "Pay of a weekly period a term",
            SUBJECT,
            MONEY,
        ),
        item(
            CLASS_TEACHER,
            "rules.class_teacher",
            "每班须有本校区班主任",
            "Every class has one",
            Kind::Flag,
        ),
        item(DUTY, "rules.duty.days", "每周值班天数", "Days a week", Kind::Count),
        item(DUTY, "rules.duty.leaders", "每天值班干部", "Leaders a day", Kind::Count),
        item(
            DUTY,
            "rules.duty.class_teachers",
            "每天值班班主任",
            "Class teachers a day",
            Kind::Count,
        ),
        item_of(
            DUTY,
            "rules.duty.class_teachers_at.*",
            "单个校区每天值班班主任",
            "Class teachers a day at",
            CAMPUS,
            Kind::Count,
        ),
        item(
            DUTY,
            "rules.duty.leader_days",
            "干部每周最多天数",
            "Most days of a leader",
            Kind::Count,
        ),
        item(
            DUTY,
            "rules.duty.class_teacher_days",
            "班主任每周最多天数",
            "Most days of a class teacher",
            Kind::Count,
        ),
        enforce(EXCHANGE, "rules.exchange.enforce"),
        item(EXCHANGE, "rules.exchange.head", "总部校区", "Head school", Kind::Ref(Dim::Campuses)),
        item_of(EXCHANGE, "rules.exchange.pairs.*", "互派对数", "Pairs", CAMPUS, Kind::Count),
        item(EXCHANGE, "rules.exchange.from", "起始学期", "From term", Kind::Term),
        enforce(BUDGET, "rules.budget.enforce"),
        item_of(
            BUDGET,
            "rules.budget.capital.*",
            "年度资本性支出",
            "Capital of the year",
            YEAR,
            MONEY,
        ),
        item_of(
            BUDGET,
            "rules.budget.running.*",
            "年度运行经费",
            "Running grant of the year",
            YEAR,
            MONEY,
        ),
        enforce(ROLE, "rules.role.enforce"),
    ],
    columns: &ITEMS,
};

/// Leading fields and main campuses.
pub const ROLES: Sheet = Sheet {
    title: Bi("校区定位", "Roles"),
    synonyms: &["定位"],
    about: Bi(
        "校区的主体专业大类，专业的主办校区",
        "Leading fields of campuses and main campuses of programmes",
    ),
    rows: &[
        labelled("rules.role.leads[]", "校区主体大类", "Leading field", &[]),
        labelled("rules.role.mains[]", "专业主办校区", "Main campus", &[]),
    ],
    columns: &[
        LABEL,
        at("campus", "校区", "Campus", Kind::Ref(Dim::Campuses)),
        at("field", "专业大类", "Field", Kind::Ref(Dim::Fields)),
        at("programme", "专业", "Programme", Kind::Ref(Dim::Programmes)),
        at("share", "最低比例", "Least share", SHARE),
        at("from", "起始学期", "From term", Kind::Term),
        SOURCE,
    ],
};
