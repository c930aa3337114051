//! Names of terms, parts, items and marks.

use super::courses::{course_costs, course_fees};
use crate::domain::{Part, Rule, Season, SourceKind, Term, Text};
use crate::plan::MoneyItem;
use crate::words::catchment::unit_seats;

words! {
    fn spring() { "春" / "spr" }
    fn autumn() { "秋" / "aut" }
    fn spring_of(year: i32) { "{year}年春" / "spring {year}" }
    fn autumn_of(year: i32) { "{year}年秋" / "autumn {year}" }
    /// A school year, by the year in which it begins and the last two digits
    /// of the next.
    fn school_year(year: i32, next: i32) { "{year}学年" / "{year}-{next:02}" }
    fn school_year_end(next: i32) { "学年" / "-{next:02}" }
    fn fiscal_year(year: i32) { "{year}年" / "{year}" }
    fn wan_yuan() { "万元" / "10k yuan" }
    fn hours_a_week() { "学时/周" / "h/week" }
    fn of(unit: &str, what: &str) { "{unit}{what}" / "{what}" }
    fn name_at(name: &str, term: &str) { "{name}（{term}）" / "{name} ({term})" }
    fn none() { "无" / "none" }

    fn reached() { "达到" / "ok" }
    fn tight_mark() { "紧张" / "tight" }
    fn short_mark() { "不足" / "short" }

    fn part_targets() { "目标缺口（%）" / "shortfall from targets (%)" }
    fn part_cost() { "总成本（万元，折现）" / "cost (10k yuan, discounted)" }
    fn part_disruption() { "变动（学生搬迁、教职工调动，加权）" / "disruption (students and staff moved, weighted)" }
    fn part_travel() { "路途时间（小时）" / "time on the road (hours)" }
    fn part_swing() { "招生起伏（相邻两届之差，加权人数）" / "swing of intakes (students, weighted)" }
    fn part_turned_away() { "无处录取的考生（加权人数）" / "applicants without a place (weighted)" }
    fn part_margins() { "生源按低案的目标缺口（%）" / "shortfall from targets under the low forecast (%)" }
    fn part_deviation() { "偏离所沿用的计划（改变的决定，加权）" / "decisions changed from the plan kept (weighted)" }

    fn opening() { "校区启用" / "Opening campuses" }
    fn closing() { "校区停用" / "Closing campuses" }
    fn building() { "基建与设备" / "Building, equipment" }
    fn shipping() { "设备搬运" / "Moving equipment" }
    fn class_moves() { "班级搬迁" / "Moving classes" }
    fn class_mergers() { "并班" / "Merging classes" }
    fn campus_running() { "校区运行" / "Running campuses" }
    fn staff_pay() { "现有教职工工资" / "Pay of the present staff" }
    fn posts_pay() { "干部、后勤岗位工资" / "Leaders' and support posts" }
    fn vacant() { "空置校舍维护" / "Upkeep of vacant premises" }
    fn release() { "腾退校舍处置" / "Releasing vacated premises" }
    fn rent() { "腾退校舍出租收入" / "Rent of vacated premises" }
    fn sale() { "腾退校舍出售收入（计入总成本）" / "Sale of vacated premises (off the cost)" }
    fn upkeep() { "新增设施维护" / "Upkeep" }
    fn teaching() { "教学" / "Teaching" }
    fn hiring() { "招聘" / "Recruiting" }
    fn pay() { "新聘人员工资" / "Pay of recruits" }
    fn training() { "转岗培训" / "Retraining" }
    fn part_time_pay() { "兼职教师课酬" / "Part-time teachers" }
    fn busing() { "学生接送" / "Buses for students" }
    fn visiting_travel() { "走教交通" / "Visiting teachers" }
    fn penalty() { "未满足规则的计价（非支出）" / "Price of missed rules (nobody pays it)" }
    fn income() { "学费、生均经费" / "Tuition and per-head grants" }

    fn seed() { "方案原文" / "proposal" }
    fn statistic() { "统计数据" / "statistic" }
    fn standard() { "法规标准" / "standard" }
    fn assumption() { "假设" / "assumption" }

    fn check_reference() { "名称与完整性" / "References" }
    fn check_accounts() { "账目" / "Accounts" }
    fn check_indicators() { "指标" / "Indicators" }
    fn check_milestones() { "里程碑" / "Milestones" }

    fn unit_classes() { "班" / "classes" }
    fn unit_people() { "人" / "people" }
    fn unit_pairs() { "对" / "pairs" }
    fn unit_periods() { "课时/周" / "periods/week" }
}

/// A term in words.
#[must_use]
pub fn term(term: Term) -> Text {
    match term.season {
        Season::Spring => spring_of(term.year),
        Season::Autumn => autumn_of(term.year),
    }
}

/// A season at the head of a narrow column.
#[must_use]
pub fn season(season: Season) -> Text {
    match season {
        Season::Spring => spring(),
        Season::Autumn => autumn(),
    }
}

/// A part of the objective with its unit.
#[must_use]
pub fn part(part: Part) -> Text {
    match part {
        Part::Targets => part_targets(),
        Part::Cost => part_cost(),
        Part::Disruption => part_disruption(),
        Part::Travel => part_travel(),
        Part::Deviation => part_deviation(),
        Part::Swing => part_swing(),
        Part::TurnedAway => part_turned_away(),
        Part::Margins => part_margins(),
    }
}

/// What money is for.
#[must_use]
pub fn money_item(item: MoneyItem) -> Text {
    match item {
        MoneyItem::Opening => opening(),
        MoneyItem::Closing => closing(),
        MoneyItem::Building => building(),
        MoneyItem::Shipping => shipping(),
        MoneyItem::Relocation => class_moves(),
        MoneyItem::Merging => class_mergers(),
        MoneyItem::Running => campus_running(),
        MoneyItem::Upkeep => upkeep(),
        MoneyItem::Teaching => teaching(),
        MoneyItem::CourseCosts => course_costs(),
        MoneyItem::CourseFees => course_fees(),
        MoneyItem::Staff => staff_pay(),
        MoneyItem::Posts => posts_pay(),
        MoneyItem::Vacant => vacant(),
        MoneyItem::Release => release(),
        MoneyItem::Rent => rent(),
        MoneyItem::Sale => sale(),
        MoneyItem::Hiring => hiring(),
        MoneyItem::Pay => pay(),
        MoneyItem::Training => training(),
        MoneyItem::PartTime => part_time_pay(),
        MoneyItem::Busing => busing(),
        MoneyItem::Visiting => visiting_travel(),
        MoneyItem::Penalty => penalty(),
        MoneyItem::Income => income(),
    }
}

/// A kind of source.
#[must_use]
pub fn source_kind(kind: SourceKind) -> Text {
    match kind {
        SourceKind::Seed => seed(),
        SourceKind::Statistic => statistic(),
        SourceKind::Standard => standard(),
        SourceKind::Assumption => assumption(),
    }
}

/// The unit in which a rule is missed; nothing for a rule that can't be.
#[must_use]
pub fn rule_unit(rule: Rule) -> Text {
    match rule {
        Rule::Admission | Rule::Relocation | Rule::Role => unit_classes(),
        Rule::Staffing => unit_periods(),
        Rule::Employment | Rule::Courses => unit_people(),
        Rule::Exchange => unit_pairs(),
        Rule::Catchment => unit_seats(),
        Rule::Budget => wan_yuan(),
        Rule::Placement
        | Rule::Bands
        | Rule::Merging
        | Rule::Internship
        | Rule::Visiting
        | Rule::Retraining
        | Rule::PartTime
        | Rule::ClassTeacher
        | Rule::Duty
        | Rule::Tenure
        | Rule::Capacity
        | Rule::Equipment
        | Rule::Standards
        | Rule::Assets
        | Rule::Pins
        | Rule::Target => Text::default(),
    }
}
