//! The indicators that rows can keep.

use crate::domain::{Metric, MoneyItem, Part, Scenario, Text};
use crate::plan::{MilestoneStatus, MoneyLine, Plan, TermIndicators, part_value};
use crate::words::experiment as words;
use crate::words::report as names;

/// A figure that sums up a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Indicator {
    /// Value of a part of the objective.
    Value(Part),
    /// Proven bound of the tier that is this part alone.
    Bound(Part),
    /// Gap of the tier that is this part alone.
    Gap(Part),
    /// Size at the target term.
    Size(Metric),
    /// Applicants over the horizon.
    Applicants,
    /// Students admitted over the horizon.
    Admitted,
    /// Classes admitted over the horizon.
    ClassesAdmitted,
    /// Money for an item over the horizon, undiscounted.
    Money(MoneyItem),
    /// Capital over the horizon.
    Capital,
    /// Running cost over the horizon, before income.
    Running,
    /// Money that comes in over the horizon.
    MoneyIn,
    /// Students moved between campuses.
    StudentsMoved,
    /// Classes moved between campuses.
    ClassesMoved,
    /// Staff re-based.
    Rebased,
    /// Recruits.
    Hired,
    /// Staff who change subject.
    Retrained,
    /// Campuses open in the last stage.
    CampusesOpen,
    /// The highest use of a resource at a campus in a term, relative to what
    /// is there.
    Utilisation,
    /// The largest share of the students lost in a term.
    Attrition,
    /// Indicators of standards that are met in the last school year.
    StandardsMet,
    /// Those that are missed.
    StandardsMissed,
    /// Places where a rule with a price is missed.
    RulesMissed,
    /// Milestones that are not reached in time.
    MilestonesLate,
}

/// The money items of rows, in their order; what vacated premises cost and bring
/// and the pay of the present staff are in the sums alone.
const ITEMS: [MoneyItem; 19] = [
    MoneyItem::Opening,
    MoneyItem::Closing,
    MoneyItem::Building,
    MoneyItem::Shipping,
    MoneyItem::Relocation,
    MoneyItem::Merging,
    MoneyItem::Running,
    MoneyItem::Upkeep,
    MoneyItem::Teaching,
    MoneyItem::CourseCosts,
    MoneyItem::Hiring,
    MoneyItem::Pay,
    MoneyItem::Training,
    MoneyItem::PartTime,
    MoneyItem::Busing,
    MoneyItem::Visiting,
    MoneyItem::Penalty,
    MoneyItem::Income,
    MoneyItem::CourseFees,
];

impl Indicator {
    /// All of them, in the order of manifests and reports.
    pub fn all() -> Vec<Self> {
        let parts = Part::ALL.into_iter();
        let parts = parts.flat_map(|part| [Self::Value(part), Self::Bound(part), Self::Gap(part)]);
        let sizes = [
            Self::Size(Metric::ClassesInSchool),
            Self::Size(Metric::StudentsInSchool),
            Self::Size(Metric::Registered),
            Self::Applicants,
            Self::Admitted,
            Self::ClassesAdmitted,
            Self::Capital,
            Self::Running,
            Self::MoneyIn,
        ];
        let others = [
            Self::StudentsMoved,
            Self::ClassesMoved,
            Self::Rebased,
            Self::Hired,
            Self::Retrained,
            Self::CampusesOpen,
            Self::Utilisation,
            Self::Attrition,
            Self::StandardsMet,
            Self::StandardsMissed,
            Self::RulesMissed,
            Self::MilestonesLate,
        ];
        let items = ITEMS.map(Self::Money);
        parts.chain(sizes).chain(items).chain(others).collect()
    }

    /// Its key in rows and in the `keep` of a study.
    pub fn key(self) -> &'static str {
        match self {
            Self::Value(part) | Self::Bound(part) | Self::Gap(part) => self.part_key(part),
            Self::Size(Metric::ClassesInSchool) => "classes_at_target",
            Self::Size(Metric::StudentsInSchool) => "students_at_target",
            Self::Size(Metric::Registered) => "registered_at_target",
            Self::Applicants => "applicants",
            Self::Admitted => "admitted",
            Self::ClassesAdmitted => "classes_admitted",
            Self::Money(item) => money_key(item),
            Self::Capital => "capital_wan_yuan",
            Self::Running => "running_cost_wan_yuan",
            Self::MoneyIn => "money_in_wan_yuan",
            Self::StudentsMoved => "students_moved",
            Self::ClassesMoved => "classes_moved",
            Self::Rebased => "staff_rebased",
            Self::Hired => "hired",
            Self::Retrained => "retrained",
            Self::CampusesOpen => "campuses_open",
            Self::Utilisation => "utilisation_max",
            Self::Attrition => "attrition_max",
            Self::StandardsMet => "standards_met",
            Self::StandardsMissed => "standards_missed",
            Self::RulesMissed => "rules_missed",
            Self::MilestonesLate => "milestones_late",
        }
    }

    fn part_key(self, part: Part) -> &'static str {
        let [value, bound, gap] = match part {
            Part::Targets => ["targets_percent", "targets_bound", "targets_gap"],
            Part::Cost => ["cost_wan_yuan", "cost_bound", "cost_gap"],
            Part::Disruption => ["disruption", "disruption_bound", "disruption_gap"],
            Part::Travel => ["travel_hours", "travel_bound", "travel_gap"],
            Part::Deviation => ["deviation", "deviation_bound", "deviation_gap"],
            Part::Swing => ["swing", "swing_bound", "swing_gap"],
            Part::TurnedAway => ["turned_away", "turned_away_bound", "turned_away_gap"],
            Part::Margins => ["margins_percent", "margins_bound", "margins_gap"],
        };
        match self {
            Self::Bound(_) => bound,
            Self::Gap(_) => gap,
            _ => value,
        }
    }

    /// Its name.
    pub fn name(self) -> Text {
        match self {
            Self::Value(part) => words::part(part),
            Self::Bound(part) => words::bound_of(&words::part(part)),
            Self::Gap(part) => words::gap_of(&words::part(part)),
            Self::Size(Metric::ClassesInSchool) => words::classes_at_target(),
            Self::Size(Metric::StudentsInSchool) => words::students_at_target(),
            Self::Size(Metric::Registered) => words::registered_at_target(),
            Self::Applicants => words::applicants(),
            Self::Admitted => words::admitted(),
            Self::ClassesAdmitted => words::classes_admitted(),
            Self::Money(item) => names::money_item(item),
            Self::Capital => words::capital(),
            Self::Running => words::running(),
            Self::MoneyIn => words::money_in(),
            Self::StudentsMoved => words::students_moved(),
            Self::ClassesMoved => words::classes_moved(),
            Self::Rebased => words::rebased(),
            Self::Hired => words::hired(),
            Self::Retrained => words::retrained(),
            Self::CampusesOpen => words::campuses_open(),
            Self::Utilisation => words::utilisation(),
            Self::Attrition => words::attrition(),
            Self::StandardsMet => words::standards_met(),
            Self::StandardsMissed => words::standards_missed(),
            Self::RulesMissed => words::rules_missed(),
            Self::MilestonesLate => words::milestones_late(),
        }
    }

    /// Its unit; empty for a plain number and for a share of 1.
    pub fn unit(self) -> Text {
        match self {
            Self::Value(part) | Self::Bound(part) => words::part_unit(part),
            Self::Money(_) | Self::Capital | Self::Running | Self::MoneyIn => names::wan_yuan(),
            Self::Size(Metric::ClassesInSchool) | Self::ClassesAdmitted | Self::ClassesMoved => {
                words::unit_classes()
            }
            Self::Size(_) | Self::Applicants | Self::Admitted | Self::StudentsMoved => {
                words::unit_students()
            }
            Self::Rebased | Self::Hired | Self::Retrained => words::unit_people(),
            Self::CampusesOpen => words::unit_campuses(),
            Self::StandardsMet | Self::StandardsMissed | Self::MilestonesLate => {
                words::unit_items()
            }
            Self::RulesMissed => words::unit_places(),
            Self::Gap(_) | Self::Utilisation | Self::Attrition => Text::default(),
        }
    }

    /// Its value in a plan; none where it is not known.
    pub fn of(self, scenario: &Scenario, plan: &Plan) -> Option<f64> {
        let accounts = &plan.accounts;
        let value = match self {
            Self::Value(part) => part_value(accounts, part),
            Self::Bound(part) => tier(plan, part)?.bound?,
            Self::Gap(part) => tier(plan, part)?.gap?,
            Self::Size(metric) => size(scenario, plan, metric)?,
            Self::Applicants => plan.admissions.iter().map(|one| one.applicants.0).sum(),
            Self::Admitted => plan.admissions.iter().map(|one| one.students.0).sum(),
            Self::ClassesAdmitted => {
                let classes = plan.admissions.iter().map(|one| one.classes);
                f64::from(classes.sum::<u32>())
            }
            Self::Money(item) => money(plan, |one| one.item == item),
            Self::Capital => money(plan, |one| one.item.is_capital()),
            Self::Running => money(plan, |one| one.item.is_running()),
            Self::MoneyIn => money(plan, |one| one.item.is_income()),
            Self::StudentsMoved => accounts.students_moved.0,
            Self::ClassesMoved => f64::from(accounts.classes_moved),
            Self::Rebased => f64::from(accounts.staff_rebased),
            Self::Hired => f64::from(plan.hires.iter().map(|one| one.people).sum::<u32>()),
            Self::Retrained => count(plan.posts.iter().filter(|one| one.retrained.is_some())),
            Self::CampusesOpen => campuses_open(plan),
            Self::Utilisation => largest(plan, |term| {
                let uses = term.capacity.iter().filter(|one| one.available > 0.0);
                uses.map(|one| one.used / one.available).fold(0.0, f64::max)
            }),
            Self::Attrition => largest(plan, |term| term.attrition),
            Self::StandardsMet => standards(plan, true)?,
            Self::StandardsMissed => standards(plan, false)?,
            Self::RulesMissed => count(plan.missed_rules.iter()),
            Self::MilestonesLate => {
                let milestones = plan.milestones.iter();
                count(milestones.filter(|one| one.status != MilestoneStatus::OnTime))
            }
        };
        value.is_finite().then_some(value)
    }
}

/// The tier that is one part alone.
fn tier(plan: &Plan, part: Part) -> Option<&crate::plan::TierResult> {
    let mut tiers = plan.tiers.iter();
    tiers.find(|tier| matches!(tier.parts.as_slice(), [one] if one.part == part))
}

fn size(scenario: &Scenario, plan: &Plan, metric: Metric) -> Option<f64> {
    let target = scenario.calendar.term(scenario.calendar.target);
    let mut terms = plan.indicators.iter();
    let term = terms.find(|one| one.term.0 == target)?;
    Some(match metric {
        Metric::ClassesInSchool => f64::from(term.classes_in_school),
        Metric::StudentsInSchool => term.students_in_school.0,
        Metric::Registered => term.registered.0,
    })
}

fn money(plan: &Plan, of: impl Fn(&MoneyLine) -> bool) -> f64 {
    let lines = plan.accounts.money.iter().filter(|one| of(one));
    // Sums of nothing are −0.
    lines.map(|one| one.amount_wan_yuan.0).sum::<f64>() + 0.0
}

fn campuses_open(plan: &Plan) -> f64 {
    let last = plan.campuses.iter().map(|one| one.from).max();
    let open = plan.campuses.iter();
    count(open.filter(|one| one.open && Some(one.from) == last))
}

fn largest(plan: &Plan, of: impl Fn(&TermIndicators) -> f64) -> f64 {
    plan.indicators.iter().map(of).fold(0.0, f64::max)
}

/// Lines of the last school year that are met, or missed; none without
/// standards.
fn standards(plan: &Plan, met: bool) -> Option<f64> {
    let last = plan.compliance.iter().map(|one| one.school_year).max()?;
    let lines = plan.compliance.iter();
    let lines = lines.filter(|one| one.counts && one.school_year == last);
    Some(count(lines.filter(|one| one.met == Some(met))))
}

#[allow(clippy::cast_precision_loss)]
fn count<T>(items: impl Iterator<Item = T>) -> f64 {
    items.count() as f64
}

fn money_key(item: MoneyItem) -> &'static str {
    match item {
        MoneyItem::Opening => "money_opening",
        MoneyItem::Closing => "money_closing",
        MoneyItem::Building => "money_building",
        MoneyItem::Shipping => "money_shipping",
        MoneyItem::Relocation => "money_relocation",
        MoneyItem::Merging => "money_merging",
        MoneyItem::Running => "money_running",
        MoneyItem::Upkeep => "money_upkeep",
        MoneyItem::Teaching => "money_teaching",
        MoneyItem::CourseCosts => "money_course_costs",
        MoneyItem::Hiring => "money_hiring",
        MoneyItem::Pay => "money_pay",
        MoneyItem::Training => "money_training",
        MoneyItem::PartTime => "money_part_time",
        MoneyItem::Busing => "money_busing",
        MoneyItem::Visiting => "money_visiting",
        MoneyItem::Penalty => "money_penalty",
        MoneyItem::Income => "money_income",
        MoneyItem::CourseFees => "money_course_fees",
        MoneyItem::Staff => "money_staff",
        MoneyItem::Posts => "money_posts",
        MoneyItem::Vacant => "money_vacant",
        MoneyItem::Release => "money_release",
        MoneyItem::Rent => "money_rent",
        MoneyItem::Sale => "money_sale",
    }
}
