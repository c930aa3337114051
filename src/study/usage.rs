//! How far a plan uses the restrictions of its case, recomputed from the plan and
//! the scenario: what is granted or allowed at most, the most that is used of it,
//! and when.
//!
//! A restriction that is nowhere used up does not hold the plan back. That is no
//! proof that other plans would not use it up.

use crate::domain::{Scenario, Term};
use crate::plan::{Plan, Seat, TermKey};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What is left of a limit that counts as nothing, as a share of it or of 1.
const NOTHING: f64 = 1e-6;

/// A restriction; subjects and options by their keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case", tag = "restriction")]
pub enum Restriction {
    /// Capital granted up to a fiscal year, 万元.
    Capital {
        /// The year.
        year: i32,
    },
    /// The running grant of a fiscal year, 万元.
    Running {
        /// The year.
        year: i32,
    },
    /// Classes that move at a time.
    Moves,
    /// Moves of one class.
    ClassMoves,
    /// Staff re-based in a stage.
    Rebased,
    /// Recruits in a year.
    Hires,
    /// Recruits for a subject in a year.
    HiresOf {
        /// The subject.
        subject: String,
    },
    /// Share of the periods of a subject that visiting teachers teach, percent.
    Visiting,
    /// Share of the periods of a subject that is bought, percent.
    PartTime,
    /// Modules of a building option.
    Modules {
        /// The option.
        option: String,
    },
}

impl Restriction {
    /// Whether two are the same restriction, perhaps in different years.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        use Restriction::{Capital, Running};
        matches!(
            (self, other),
            (Capital { .. }, Capital { .. }) | (Running { .. }, Running { .. })
        ) || self == other
    }
}

/// How far a plan uses a restriction.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Usage {
    /// The restriction.
    #[serde(flatten)]
    pub restriction: Restriction,
    /// What is granted or allowed, in the restriction's unit.
    pub limit: f64,
    /// The most that is used.
    pub used: f64,
    /// When that is; none if nothing is ever used, or for years.
    pub at: Option<TermKey>,
}

impl Usage {
    /// What is not used, even when most is used.
    #[must_use]
    pub fn unused(&self) -> f64 {
        self.limit - self.used
    }

    /// Whether something is left of the limit.
    #[must_use]
    pub fn is_slack(&self) -> bool {
        self.unused() > NOTHING * self.limit.abs().max(1.0)
    }

    /// What is used as a share of the limit; all of a limit of nothing.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.limit > 0.0 {
            self.used / self.limit
        } else {
            1.0
        }
    }
}

/// How far a plan uses each restriction of its case.
#[must_use]
pub fn usage(scenario: &Scenario, plan: &Plan) -> Vec<Usage> {
    let rules = &scenario.rules;
    let mut all = money(scenario, plan);
    let seats = |one: &crate::plan::ClassPath| count_changes(one.campus_today.as_ref(), &one.seats);
    let most = plan.classes.iter().map(seats).max().unwrap_or(0);
    let caps = [
        (
            Restriction::Moves,
            rules.relocation.most_per_stage,
            moves(plan),
        ),
        (
            Restriction::ClassMoves,
            Some(rules.relocation.most_per_class),
            BTreeMap::from([(None, most)]),
        ),
        (
            Restriction::Rebased,
            rules.employment.rebased_per_stage,
            rebased(plan),
        ),
        (
            Restriction::Hires,
            rules.employment.hires_per_year,
            hires(plan, None),
        ),
    ];
    for (restriction, cap, counts) in caps {
        all.extend(cap.map(|cap| capped(restriction, cap, &counts)));
    }
    for subject in &scenario.subjects {
        let cap = subject.hiring.map(|hiring| hiring.most_per_year);
        let restriction = Restriction::HiresOf {
            subject: subject.id.clone(),
        };
        all.extend(cap.map(|cap| capped(restriction, cap, &hires(plan, Some(&subject.id)))));
    }
    all.extend(shares(scenario, plan));
    for option in &scenario.options {
        let built = plan.built.iter().filter(|one| one.option == option.id);
        let counts = built.map(|one| (Some(one.from.0), one.modules)).collect();
        let restriction = Restriction::Modules {
            option: option.id.clone(),
        };
        all.push(capped(restriction, option.most, &counts));
    }
    all
}

/// One of each restriction: the year in which least is left of it.
#[must_use]
pub fn tightest<'a>(usage: impl IntoIterator<Item = &'a Usage>) -> Vec<&'a Usage> {
    let mut all: Vec<&Usage> = Vec::new();
    for one in usage {
        let mut known = all.iter_mut();
        let known = known.find(|known| known.restriction.is_like(&one.restriction));
        match known {
            Some(known) if one.unused() < known.unused() => *known = one,
            Some(_) => {}
            None => all.push(one),
        }
    }
    all
}

/// The restrictions that are nowhere used up, each where least is left of it.
#[must_use]
pub fn unused(usage: &[Usage]) -> Vec<&Usage> {
    let mut all = tightest(usage);
    all.retain(|one| one.is_slack());
    all
}

/// Whether a restriction is tighter than the same of another case, which may have
/// none.
#[must_use]
pub fn is_tighter(one: &Usage, other: &[Usage]) -> bool {
    let same = other
        .iter()
        .find(|other| other.restriction == one.restriction);
    same.is_none_or(|same| one.limit < same.limit - NOTHING * same.limit.abs().max(1.0))
}

/// Counts by the term in which they are made.
type Counts = BTreeMap<Option<Term>, u32>;

/// A cap beside the largest of some counts.
fn capped(restriction: Restriction, cap: u32, counts: &Counts) -> Usage {
    let most = counts.values().copied().max().unwrap_or(0);
    let at = counts.iter().find(|(_, count)| **count == most && most > 0);
    Usage {
        restriction,
        limit: f64::from(cap),
        used: f64::from(most),
        at: at.and_then(|(term, _)| term.map(TermKey)),
    }
}

/// Capital and running grants by fiscal year.
fn money(scenario: &Scenario, plan: &Plan) -> Vec<Usage> {
    let calendar = &scenario.calendar;
    let years: BTreeSet<i32> = calendar
        .term_ids()
        .map(|term| calendar.term(term).fiscal_year())
        .collect();
    let mut all = Vec::new();
    for year in &years {
        if let Some(granted) = &scenario.rules.budget.capital {
            let limit = granted.range(..=year).map(|(_, money)| money.0).sum();
            let lines = plan.accounts.money.iter();
            let spent = lines.filter(|line| line.item.is_capital() && line.fiscal_year <= *year);
            all.push(Usage {
                restriction: Restriction::Capital { year: *year },
                limit,
                used: spent.map(|line| line.amount_wan_yuan.0).sum(),
                at: None,
            });
        }
    }
    for year in &years {
        if let Some(grant) = scenario.rules.budget.running.get(year) {
            let lines = plan.accounts.money.iter();
            let lines = lines.filter(|line| line.fiscal_year == *year);
            let net = lines.map(|line| {
                let amount = line.amount_wan_yuan.0;
                match (line.item.is_running(), line.item.is_income()) {
                    (true, _) => amount,
                    (_, true) => -amount,
                    _ => 0.0,
                }
            });
            all.push(Usage {
                restriction: Restriction::Running { year: *year },
                limit: grant.0,
                used: net.sum(),
                at: None,
            });
        }
    }
    all
}

/// The largest shares of a subject's periods that are visited and bought.
fn shares(scenario: &Scenario, plan: &Plan) -> Vec<Usage> {
    let rules = &scenario.rules;
    let visits = plan.visiting.iter();
    let visits: Vec<Periods<'_>> = visits
        .map(|one| (one.subject.as_str(), one.from.0, one.periods_per_week.0))
        .collect();
    let bought = plan.part_time.iter();
    let bought: Vec<Periods<'_>> = bought
        .map(|one| (one.subject.as_str(), one.from.0, one.periods_per_week.0))
        .collect();
    let mut all = Vec::new();
    if rules.visiting.share < 1.0 {
        let limit = rules.visiting.share;
        all.push(shared(
            scenario,
            plan,
            (Restriction::Visiting, limit),
            &visits,
        ));
    }
    if !rules.part_time.pay.is_empty() && rules.part_time.share < 1.0 {
        let limit = rules.part_time.share;
        all.push(shared(
            scenario,
            plan,
            (Restriction::PartTime, limit),
            &bought,
        ));
    }
    all
}

/// Weekly periods of a subject from the start of a stage.
type Periods<'a> = (&'a str, Term, f64);

fn shared(
    scenario: &Scenario,
    plan: &Plan,
    (restriction, limit): (Restriction, f64),
    periods: &[Periods<'_>],
) -> Usage {
    let calendar = &scenario.calendar;
    let (mut most, mut at) = (0.0, None);
    for term in &plan.indicators {
        let Some(id) = calendar.find(term.term.0) else {
            continue;
        };
        let start = calendar.start(calendar.stage_of(id));
        for subject in &scenario.subjects {
            let own = periods
                .iter()
                .filter(|one| one.0 == subject.id && one.1 == start);
            let own: f64 = own.map(|one| one.2).sum();
            let needed = term.periods.iter().filter(|one| one.subject == subject.id);
            let needed: f64 = needed.map(|one| one.periods_per_week.0).sum();
            if needed > 0.0 && own / needed > most {
                (most, at) = (own / needed, Some(term.term));
            }
        }
    }
    Usage {
        restriction,
        limit: 100.0 * limit,
        used: 100.0 * most,
        at,
    }
}

/// Changes of campus in a sequence of seats.
fn count_changes(today: Option<&String>, seats: &[Seat]) -> u32 {
    let changes = changes_of([(today, seats)].into_iter());
    changes.values().sum()
}

/// Changes of campus by the term of the change.
fn changes_of<'a>(seats: impl Iterator<Item = (Option<&'a String>, &'a [Seat])>) -> Counts {
    let mut counts = Counts::new();
    for (today, seats) in seats {
        let mut before = today;
        for seat in seats {
            if before.is_some_and(|before| *before != seat.campus) {
                *counts.entry(Some(seat.from.0)).or_default() += 1;
            }
            before = Some(&seat.campus);
        }
    }
    counts
}

fn moves(plan: &Plan) -> Counts {
    let classes = plan.classes.iter();
    changes_of(classes.map(|one| (one.campus_today.as_ref(), one.seats.as_slice())))
}

fn rebased(plan: &Plan) -> Counts {
    let posts = plan.posts.iter();
    changes_of(posts.map(|one| (one.campus_today.as_ref(), one.seats.as_slice())))
}

/// Recruits by calendar year, under the first term in which there are any.
fn hires(plan: &Plan, subject: Option<&str>) -> Counts {
    let mut years: BTreeMap<i32, (Term, u32)> = BTreeMap::new();
    let hires = plan.hires.iter();
    for hire in hires.filter(|one| subject.is_none_or(|subject| subject == one.subject)) {
        let year = years.entry(hire.at.0.year).or_insert((hire.at.0, 0));
        *year = (year.0.min(hire.at.0), year.1 + hire.people);
    }
    years
        .into_values()
        .map(|(term, people)| (Some(term), people))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Restriction, Usage, is_tighter, unused};

    fn capital(year: i32, limit: f64, used: f64) -> Usage {
        Usage {
            restriction: Restriction::Capital { year },
            limit,
            used,
            at: None,
        }
    }

    #[test]
    fn money_is_not_used_up_where_something_is_left_in_every_year() {
        let slack = [capital(2008, 10.0, 4.0), capital(2009, 20.0, 15.0)];
        let told = unused(&slack);
        assert_eq!(told, [&slack[1]]);
        assert!((told[0].unused() - 5.0).abs() < 1e-9);
        let tight = [capital(2008, 10.0, 10.0), capital(2009, 20.0, 15.0)];
        assert!(unused(&tight).is_empty());
        let nothing = [capital(2008, 0.0, 0.0)];
        assert!(unused(&nothing).is_empty());
    }

    #[test]
    fn a_restriction_is_tighter_than_none_and_than_a_wider_one() {
        let own = capital(2008, 5.0, 1.0);
        assert!(is_tighter(&own, &[]));
        assert!(is_tighter(&own, &[capital(2008, 10.0, 1.0)]));
        assert!(!is_tighter(&own, &[capital(2008, 5.0, 5.0)]));
    }
}
