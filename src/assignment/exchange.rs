//! Rule Exchange by name: who takes whose place.
//!
//! y[p,b,g] ∈ {0,1}: person p takes part in the exchange with branch b in stage
//! g: based at the head school, or at b; not a leader, not a recruit, not
//! barred at the other campus, there to the end of the stage.
//!
//! `alike[k,b,g]`: of a kind k (the same subjects and load) as many of the head
//! school as of the branch; `once[p,g]`: Σ_b y[p,b,g] + Σ_b y[p,b,g+1] ≤ 1, so
//! nobody goes twice in a row; `pairs[b,g]`: Σ y of the head school ≤ pairs of
//! b; `spare[c,g]`: Σ y of those based at c ≤ those who may be class teachers
//! there less those needed as such or on duty. Least: pairs missing, then people without a senior or intermediate
//! title, then people who go again.

use super::asking::{Asking, label};
use super::crew::{Crew, Member};
use crate::domain::{ExchangeRule, Rule, Scenario, Title};
use crate::ids::{CampusId, StageId, SubjectId, TermId};
use crate::model::linear::{Linear, Variable};
use crate::model::problem::Problem;
use crate::plan::{self, Plan, Registered, TermKey, register};
use crate::solve::backend::SolverError;
use std::collections::BTreeMap;

/// Cost of a pair that is missing.
const MISSING: f64 = 1e3;
/// Cost of somebody going once more than before.
const AGAIN: f64 = 1.0;

/// A pair.
struct Pair {
    stage: StageId,
    branch: CampusId,
    out: usize,
    back: usize,
}

/// Who is exchanged with whom.
#[derive(Default)]
pub(super) struct Exchanged {
    pairs: Vec<Pair>,
}

/// What makes two people alike.
type Kind = (Vec<SubjectId>, u64);

fn kind(member: &Member, stage: StageId) -> Kind {
    (member.subjects(stage).to_vec(), member.load.to_bits())
}

/// How far somebody is from being of the backbone 骨干.
fn junior(title: Option<Title>) -> f64 {
    match title {
        Some(Title::Senior | Title::Intermediate) => 0.0,
        None => 2.0,
        Some(Title::Junior) => 4.0,
        Some(Title::None) => 6.0,
    }
}

/// The columns of people by branch, stage and kind, of the head school and of
/// the branch.
type Sides = BTreeMap<(StageId, CampusId, Kind), [Vec<(usize, Variable)>; 2]>;

impl Exchanged {
    /// The best choice of pairs.
    pub(super) fn choose(
        asking: Asking<'_>,
        scenario: &Scenario,
        rule: &ExchangeRule,
        (crew, plan): (&Crew, &Plan),
    ) -> Result<Self, SolverError> {
        let mut problem = Problem::default();
        let mut objective = Linear::default();
        let mut sides = Sides::new();
        for stage in scenario.calendar.stage_ids() {
            for (branch, pairs) in &rule.pairs {
                let open = |campus| is_open(scenario, plan, campus, stage);
                let due = scenario.calendar.start(stage) >= rule.from;
                if *pairs > 0 && due && open(*branch) && open(rule.head) {
                    candidates(&mut problem, (rule.head, *branch), (crew, stage), &mut sides);
                }
            }
        }
        sides.retain(|_, [out, back]| !out.is_empty() && !back.is_empty());
        add_rows(&mut problem, &mut objective, rule, &sides);
        add_people(&mut problem, &mut objective, crew, &sides);
        add_spare(&mut problem, scenario, (crew, plan), &sides);
        let values = asking.least(&problem, &objective)?;
        let mut pairs = Vec::new();
        for ((stage, branch, _), [out, back]) in &sides {
            let gone = |side: &[(usize, Variable)]| -> Vec<usize> {
                let goes = |column: &Variable| {
                    let values = values.as_ref();
                    values.is_some_and(|values| values[column.0] > 0.5)
                };
                let going = side.iter().filter(|(_, column)| goes(column));
                going.map(|(person, _)| *person).collect()
            };
            for (out, back) in gone(out).into_iter().zip(gone(back)) {
                let (stage, branch) = (*stage, *branch);
                pairs.push(Pair { stage, branch, out, back });
            }
        }
        Ok(Self { pairs })
    }

    /// Who takes the place of somebody in a stage, and whose place they take.
    pub(super) fn partner(&self, stage: StageId, person: usize) -> Option<usize> {
        let mut pairs = self.pairs.iter().filter(|pair| pair.stage == stage);
        pairs.find_map(|pair| match person {
            one if one == pair.out => Some(pair.back),
            one if one == pair.back => Some(pair.out),
            _ => None,
        })
    }

    /// The pairs as the plan writes them.
    pub(super) fn named(&self, scenario: &Scenario, crew: &Crew) -> Vec<plan::Exchange> {
        let pairs = self.pairs.iter();
        pairs
            .map(|pair| plan::Exchange {
                branch: scenario.campuses[pair.branch].id.clone(),
                from: TermKey(scenario.calendar.start(pair.stage)),
                out: crew.0[pair.out].key.clone(),
                back: crew.0[pair.back].key.clone(),
            })
            .collect()
    }
}

/// Whether the plan has a campus open in a stage.
pub(super) fn is_open(scenario: &Scenario, plan: &Plan, campus: CampusId, stage: StageId) -> bool {
    let key = &scenario.campuses[campus].id;
    let from = TermKey(scenario.calendar.start(stage));
    let mut uses = plan.campuses.iter();
    uses.any(|one| one.open && one.campus == *key && one.from == from)
}

fn candidates(
    problem: &mut Problem,
    (head, branch): (CampusId, CampusId),
    (crew, stage): (&Crew, StageId),
    sides: &mut Sides,
) {
    for (side, (base, other)) in [(head, branch), (branch, head)].into_iter().enumerate() {
        let may = |member: &Member| {
            member.class_teacher && member.group.is_some() && !member.barred.contains(&other)
        };
        for (person, member) in crew.based(base, stage).filter(|(_, member)| may(member)) {
            let both = sides.entry((stage, branch, kind(member, stage))).or_default();
            both[side].push((person, problem.whole(1.0)));
        }
    }
}

fn add_rows(problem: &mut Problem, objective: &mut Linear, rule: &ExchangeRule, sides: &Sides) {
    let sum = |side: &[(usize, Variable)]| {
        let mut sum = Linear::default();
        for (_, column) in side {
            sum.push(*column, 1.0);
        }
        sum
    };
    let mut all: BTreeMap<(StageId, CampusId), Linear> = BTreeMap::new();
    for ((stage, branch, _), [out, back]) in sides {
        let row = label(Rule::Exchange, "alike");
        problem.equal(row, sum(out), sum(back));
        *all.entry((*stage, *branch)).or_default() += sum(out);
    }
    for ((_, branch), pairs) in all {
        objective.add_scaled(&pairs, -MISSING);
        let most = rule.pairs.get(&branch).copied().unwrap_or(0);
        let row = label(Rule::Exchange, "pairs");
        problem.at_most(row, pairs, Linear::from(f64::from(most)));
    }
}

/// Who is away has no class and no duty.
fn add_spare(
    problem: &mut Problem,
    scenario: &Scenario,
    (crew, plan): (&Crew, &Plan),
    sides: &Sides,
) {
    let mut away: BTreeMap<(CampusId, StageId), Linear> = BTreeMap::new();
    for ((stage, ..), both) in sides {
        for (person, column) in both.iter().flatten() {
            if let Some(base) = crew.0[*person].bases[*stage] {
                let sum = away.entry((base, *stage)).or_default();
                sum.push(*column, 1.0);
            }
        }
    }
    let rooms = register(scenario, plan);
    let rules = &scenario.rules;
    for ((campus, stage), away) in away {
        let able = crew.based(campus, stage).filter(|(_, member)| member.class_teacher);
        let in_school = |term: TermId| {
            let here = |room: &&Registered| {
                (room.term, room.campus, room.in_school) == (term, campus, true)
            };
            rooms.iter().filter(here).count()
        };
        let classes = scenario.calendar.terms_of(stage).map(in_school).max();
        let classes = classes.filter(|_| rules.class_teacher).unwrap_or(0);
        let duty = rules.duty.as_ref();
        let duty = duty.map_or(0, |rule| rule.class_teachers_needed(campus) as usize);
        let spare = able.count().saturating_sub(classes.max(duty));
        #[allow(clippy::cast_precision_loss)]
        let spare = Linear::from(spare as f64);
        problem.at_most(label(Rule::Exchange, "spare"), away, spare);
    }
}

fn add_people(problem: &mut Problem, objective: &mut Linear, crew: &Crew, sides: &Sides) {
    let mut years: BTreeMap<usize, BTreeMap<StageId, Linear>> = BTreeMap::new();
    for ((stage, ..), both) in sides {
        for (person, column) in both.iter().flatten() {
            let year = years.entry(*person).or_default();
            year.entry(*stage).or_default().push(*column, 1.0);
            objective.push(*column, junior(crew.0[*person].title));
        }
    }
    for (person, stages) in years {
        let mut times = Linear::default();
        for (stage, goes) in &stages {
            let next = stages.get(&StageId(stage.0 + 1)).cloned();
            let twice = goes.clone() + next.unwrap_or_default();
            let row = label(Rule::Exchange, "once");
            problem.at_most(row, twice, Linear::from(1.0));
            times += goes.clone();
        }
        // The first time is free, the second costs once, the third twice.
        let mut steps = Linear::default();
        for step in 0..u32::try_from(stages.len()).unwrap_or(0) {
            let taken = problem.real(1.0);
            steps.push(taken, 1.0);
            // People alike in all else go in their order.
            #[allow(clippy::cast_precision_loss)]
            let order = person as f64 * 1e-5;
            objective.push(taken, AGAIN * f64::from(step) + order);
        }
        problem.at_most(label(Rule::Exchange, "again"), times, steps);
    }
}
