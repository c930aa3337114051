//! The sheets 基本信息, 专业大类 and 数据来源.

use super::bilingual::Bi;
use super::kind::{Dim, Kind};
use super::labels;
use super::table::{ITEMS, NAME, NAME_EN, OWN, Row, SOURCE, Sheet};
use super::table::{at, entries, item, item_of, key, rows};
use crate::scenario::measure::Measure;

const TITLE: Bi = Bi("方案", "Scenario");
const CALENDAR: Bi = Bi("时间", "Calendar");
const PRICES: Bi = Bi("单价", "Prices");
const ENROLMENT: Bi = Bi("生源推算", "Enrolment");
const STANDARDS: Bi = Bi("办学标准", "Standards");
const DISRUPTION: Bi = Bi("扰动", "Disruption");
const PAYROLL: Bi = Bi("工资", "Payroll");
const INTAKES: Bi = Bi("招生权重", "Intakes");
const SOLVER: Bi = Bi("求解", "Solver");
const KEEP: Bi = Bi("沿用", "Keep");

/// Single values of the scenario.
pub const BASICS: Sheet = Sheet {
    title: Bi("基本信息", "Basics"),
    synonyms: &["基本情况", "参数"],
    about: Bi(
        "每行一个值：在“值”一列填写，空着的按说明取缺省值",
        "One value a row; an empty value has its default",
    ),
    rows: &[
        item(TITLE, "name.zh", "方案名称", "Title (Chinese)", Kind::Text),
        item(TITLE, "name.en", "英文名称", "Title", Kind::Text),
        item(TITLE, "language", "输出语言", "Language", Kind::Word(labels::LANGUAGES)),
        item(TITLE, "proposal.issuer.zh", "申报单位", "Issuer (Chinese)", Kind::Text),
        item(TITLE, "proposal.issuer.en", "申报单位英文", "Issuer", Kind::Text),
        item(TITLE, "proposal.addressee.zh", "主送单位", "Addressee (Chinese)", Kind::Text),
        item(TITLE, "proposal.addressee.en", "主送单位英文", "Addressee", Kind::Text),
        item(TITLE, "proposal.date", "申报日期", "Date", Kind::Date),
        item(CALENDAR, "calendar.first_term", "首学期", "First term", Kind::Term),
        item(CALENDAR, "calendar.terms", "学期数", "Terms", Kind::Count),
        item(
            CALENDAR,
            "calendar.relocation_points",
            "可搬迁的学期",
            "Relocation points",
            Kind::Terms,
        ),
        item(CALENDAR, "calendar.target_term", "目标学期", "Target term", Kind::Term),
        item(
            CALENDAR,
            "calendar.weeks",
            "每学期教学周",
            "Teaching weeks a term",
            Kind::Figure(Measure::Weeks),
        ),
        item(CALENDAR, "calendar.spring.first", "春季开学", "First day of spring", Kind::Day),
        item(CALENDAR, "calendar.spring.last", "春季放假", "Last day of spring", Kind::Day),
        item(CALENDAR, "calendar.autumn.first", "秋季开学", "First day of autumn", Kind::Day),
        item(CALENDAR, "calendar.autumn.last", "秋季放假", "Last day of autumn", Kind::Day),
        item(
            PRICES,
            "prices.busing_per_km",
            "学生班车每公里",
            "Busing a student per km",
            Kind::Figure(Measure::Money),
        ),
        item(
            PRICES,
            "prices.visiting_per_km",
            "走教每公里",
            "Visiting teacher per km",
            Kind::Figure(Measure::Money),
        ),
        item(
            PRICES,
            "prices.periods_per_visit",
            "走教一次节数",
            "Periods per visit",
            Kind::Figure(Measure::Periods),
        ),
        item(PRICES, "prices.discount", "年贴现率", "Discount rate", Kind::Figure(Measure::Share)),
        item(
            PAYROLL,
            "payroll.each",
            "每人每学期工资",
            "Pay of one a term",
            Kind::Figure(Measure::Money),
        ),
        item_of(
            PAYROLL,
            "payroll.titles.*",
            "按职称的每学期工资",
            "Pay a term by title",
            &[("object", Kind::Word(labels::TITLES))],
            Kind::Figure(Measure::Money),
        ),
        item_of(
            PAYROLL,
            "payroll.groups.*",
            "按教职工组的每学期工资",
            "Pay a term by staff group",
            &[("object", Kind::Ref(Dim::Staff))],
            Kind::Figure(Measure::Money),
        ),
        item(PAYROLL, "payroll.raise", "工资年增长", "Raise a year", Kind::Figure(Measure::Share)),
        item(
            ENROLMENT,
            "attrition_limit",
            "每学期流失率上限",
            "Attrition limit",
            Kind::Figure(Measure::Share),
        ),
        item(ENROLMENT, "enrolment.year", "学生统计年份", "Year of the count", Kind::Count),
        item(ENROLMENT, "enrolment.last_grade", "毕业年级", "Last grade", Kind::Count),
        item(ENROLMENT, "enrolment.school_age", "入学年龄", "School age", Kind::Count),
        item(
            ENROLMENT,
            "enrolment.error.per_year",
            "预测误差（一年）",
            "Error of one year",
            Kind::Figure(Measure::Share),
        ),
        item(
            ENROLMENT,
            "enrolment.error.correlation",
            "误差相关系数",
            "Correlation of errors",
            Kind::Figure(Measure::Share),
        ),
        item(
            ENROLMENT,
            "enrolment.journeys.boarder",
            "住校生每周往返",
            "Journeys of a boarder",
            Kind::Figure(Measure::Number),
        ),
        item(
            ENROLMENT,
            "enrolment.journeys.day",
            "走读生每周往返",
            "Journeys of a day student",
            Kind::Figure(Measure::Number),
        ),
        item(
            ENROLMENT,
            "enrolment.travel",
            "上学路途计入路途",
            "Way to school counts as travel",
            Kind::Flag,
        ),
        item(STANDARDS, "standards.choose", "采用的标准", "Sets", Kind::Choice),
        item(STANDARDS, "standards.files", "自带标准文件", "Files of sets", Kind::Texts),
        item(
            STANDARDS,
            "standards.computers",
            "计算机对应的资源",
            "Resource of computers",
            Kind::Ref(Dim::Resources),
        ),
        item(
            STANDARDS,
            "standards.equipment",
            "计入教学设备的资源",
            "Resources that are equipment",
            Kind::Refs(Dim::Resources),
        ),
        item(
            STANDARDS,
            "standards.engineering",
            "工科医科大类",
            "Fields of engineering",
            Kind::Refs(Dim::Fields),
        ),
        item_of(
            STANDARDS,
            "standards.staff_housing.*",
            "教职工住宅面积",
            "Staff housing",
            &[("object", Kind::Ref(Dim::Campuses))],
            Kind::Figure(Measure::Area),
        ),
        item(
            DISRUPTION,
            "disruption.student_moved",
            "搬迁一名学生",
            "A student moved",
            Kind::Figure(Measure::Number),
        ),
        item(
            DISRUPTION,
            "disruption.staff_rebased",
            "调动一名教职工",
            "A staff member re-based",
            Kind::Figure(Measure::Number),
        ),
        item_of(
            INTAKES,
            "intakes.swing.*",
            "招生起伏一人的权重",
            "Weight of a student of swing",
            &[("object", Kind::Ref(Dim::Programmes))],
            Kind::Figure(Measure::Number),
        ),
        item_of(
            INTAKES,
            "intakes.turned_away.*",
            "无处录取一人的权重",
            "Weight of an applicant without a place",
            &[("object", Kind::Text)],
            Kind::Figure(Measure::Number),
        ),
        item(KEEP, "keep.before", "置于哪一级之前", "Before which part", Kind::Word(labels::PARTS)),
        item(SOLVER, "solver.time_limit", "时限", "Time limit", Kind::Figure(Measure::Seconds)),
        item(SOLVER, "solver.gap", "相对差距", "Relative gap", Kind::Figure(Measure::Share)),
        item(SOLVER, "solver.steps", "改进步数", "Improvement steps", Kind::Count),
        item(SOLVER, "solver.threads", "线程数", "Threads", Kind::Count),
        item(SOLVER, "solver.seed", "随机种子", "Seed", Kind::Count),
    ],
    columns: &ITEMS,
};

/// Fields of study.
pub const FIELDS: Sheet = Sheet {
    title: Bi("专业大类", "Fields"),
    synonyms: &["大类"],
    about: Bi("专业大类", "Fields of study"),
    rows: &[entries("fields.*")],
    columns: &[NAME.or(&["大类", "大类名称"]), OWN, NAME_EN, SOURCE],
};

const SOURCE_ROWS: [Row; 1] = [rows("sources.*", &[("path", Kind::Text)])];

/// Where figures come from.
pub const SOURCES: Sheet = Sheet {
    title: Bi("数据来源", "Sources"),
    synonyms: &["来源", "依据"],
    about: Bi(
        "每个数字的来源，按字段路径；长路径优先",
        "Where figures come from, by field path; the longest path counts",
    ),
    rows: &SOURCE_ROWS,
    columns: &[
        key("path", "字段路径", "Path").or(&["路径", "字段"]),
        at("kind", "类别", "Kind", Kind::Word(labels::SOURCES)).or(&["性质"]),
        at("note.zh", "说明", "Note (Chinese)", Kind::Text).or(&["来源", "依据"]),
        at("note.en", "英文说明", "Note", Kind::Text),
        at("date", "日期", "Date", Kind::Date),
    ],
};
