//! Rule Staffing 师资.
//!
//! `periods[s,c,t]`: needed[s,c,t] ≤ supply[s,c,g] − Σ_c' visiting[s,c,c',g] +
//! Σ_c' visiting[s,c',c,g] (or missed at a price), g the stage of t, where
//! supply = Σ_u load · posted[u,c,g] over groups of the one subject + Σ_u
//! taught[u,s,c,g] over groups of several + load · recruits_posted[s,c,g] + Σ_u
//! load · retrained_posted[u,s,c,g]; part_time[s,c,g] counts as taught at c;
//! who leaves with a term t' > t of g adds load · leaving[u,c,t'], or last[u,s,c,t'] for
//! groups of several subjects, at the campus alone;
//! `load[u,c,g]`: Σ_s taught[u,s,c,g] ≤ load · posted[u,c,g], likewise Σ_s
//! last[u,s,c,t'] ≤ load · leaving[u,c,t'];
//! `out[s,c,g]`: Σ_c' visiting[s,c,c',g] ≤ supply[s,c,g];
//! `open[c,g]`: who visits, is visited or is posted needs an open campus;
//! `all[s,t]`: Σ_c needed[s,c,t] ≤ what all staff of s can teach, redundant: it
//! lets the solver round whole recruits. Where staff are counted together it
//! stands for all of the above, with
//! `peaks[s,g]`: Σ_c peak[s,c,g] ≤ what all staff of s can teach in the first term of g,
//! `peak[s,c,t]`: needed[s,c,t] ≤ peak[s,c,g], since staff have one base in all terms of a
//! stage: campuses with their busiest terms apart need more than the busiest term of all.
//!
//! Sets: subjects s, campuses c, terms t, groups u. Units: periods a week.

use super::builder::{Builder, Give};
use super::decisions::Decisions;
use super::employment::sum_at;
use super::linear::Linear;
use super::part_time::bought;
use super::problem::{Label, Place};
use super::sums::Sums;
use super::{Form, Staff};
use crate::domain::{Enforcement, Rule, Scenario};
use crate::ids::{CampusId, GroupId, StageId, SubjectId, TermId};
use std::collections::{BTreeMap, BTreeSet};

/// A period not taught, in students.
const PERIOD_WEIGHT: f64 = 3.0;

/// Periods a week by subject, campus and stage.
type ByStage = BTreeMap<(SubjectId, CampusId, StageId), Linear>;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums, form: Form<'_>) {
    if form.staff == Staff::Together {
        add_loads_together(builder, decisions);
    } else {
        add_by_campus(builder, decisions, sums);
    }
    let hard = builder.scenario.rules.staffing == Enforcement::Hard;
    if form.staff == Staff::Together || (form.totals && hard) {
        add_totals(builder, decisions, sums);
    }
    if form.staff == Staff::Together && hard {
        add_peaks(builder, decisions, sums);
    }
}

fn add_by_campus(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) {
    let supply = supply(builder.scenario, decisions);
    let (out, into) = visiting(decisions);
    let leaving = by_leaving(builder.scenario, decisions);
    for ((subject, campus, term), needed) in &sums.needed {
        let key = (*subject, *campus, builder.scenario.calendar.stage_of(*term));
        let of = |map: &ByStage| map.get(&key).cloned().unwrap_or_default();
        let mut taught = of(&supply) - of(&out) + of(&into);
        if let Some(bought) = decisions.part_time.get(&key) {
            taught.push(*bought, 1.0);
        }
        let last = leaving.get(&(*subject, *campus, *term));
        taught += last.cloned().unwrap_or_default();
        let label = label(Place::SubjectAt(*subject, *campus), *term, "periods");
        let give = Give::by(builder.scenario.rules.staffing, PERIOD_WEIGHT);
        builder.at_most(label, needed.clone(), taught, give);
    }
    for (key @ (subject, campus, stage), visits) in out {
        let term = TermId(builder.scenario.calendar.stages[stage].start);
        let label = label(Place::SubjectAt(subject, campus), term, "out");
        let taught = supply.get(&key).cloned().unwrap_or_default();
        builder.problem.at_most(label, visits, taught);
    }
    add_loads(builder, decisions);
    add_open(builder, decisions);
}

/// Periods a week by subject, campus and term.
type ByTerm = BTreeMap<(SubjectId, CampusId, TermId), Linear>;

/// Periods that those who leave later in the stage teach in a term at a campus.
fn by_leaving(scenario: &Scenario, decisions: &Decisions) -> ByTerm {
    let mut taught = ByTerm::new();
    let mut add = |(subject, campus, leaves): (SubjectId, CampusId, TermId), people, load| {
        let stage = scenario.calendar.stage_of(leaves);
        for term in (scenario.calendar.terms_of(stage)).take_while(|term| *term < leaves) {
            let sum = taught.entry((subject, campus, term)).or_default();
            sum.push(people, load);
        }
    };
    for ((_, subject, campus, leaves), periods) in &decisions.last_taught {
        add((*subject, *campus, *leaves), *periods, 1.0);
    }
    for ((group, campus, leaves), people) in &decisions.leaving {
        let group = &scenario.staff[*group];
        if let [subject] = group.subjects[..] {
            add((subject, *campus, *leaves), *people, group.load.0);
        }
    }
    taught
}

fn label(place: Place, term: TermId, name: &'static str) -> Label {
    Label { rule: Rule::Staffing, name, place, term: Some(term) }
}

fn supply(scenario: &Scenario, decisions: &Decisions) -> ByStage {
    let mut supply = ByStage::new();
    for ((group, campus, stage), people) in &decisions.posted {
        let group = &scenario.staff[*group];
        if let [subject] = group.subjects[..] {
            let sum = supply.entry((subject, *campus, *stage)).or_default();
            sum.push(*people, group.load.0);
        }
    }
    for ((_, subject, campus, stage), periods) in &decisions.taught {
        let sum = supply.entry((*subject, *campus, *stage)).or_default();
        sum.push(*periods, 1.0);
    }
    for ((subject, campus, stage), people) in &decisions.recruits_posted {
        if let Some(hiring) = scenario.subjects[*subject].hiring {
            let sum = supply.entry((*subject, *campus, *stage)).or_default();
            sum.push(*people, hiring.load.0);
        }
    }
    for ((group, subject, campus, stage), people) in &decisions.retrained_posted {
        let sum = supply.entry((*subject, *campus, *stage)).or_default();
        sum.push(*people, scenario.staff[*group].load.0);
    }
    supply
}

/// Periods given elsewhere by the staff of a campus, and received by it.
fn visiting(decisions: &Decisions) -> (ByStage, ByStage) {
    let (mut out, mut into) = (ByStage::new(), ByStage::new());
    for ((subject, base, host, stage), periods) in &decisions.visiting {
        let given = out.entry((*subject, *base, *stage)).or_default();
        given.push(*periods, 1.0);
        let received = into.entry((*subject, *host, *stage)).or_default();
        received.push(*periods, 1.0);
    }
    (out, into)
}

fn add_loads(builder: &mut Builder<'_>, decisions: &Decisions) {
    let mut loads: BTreeMap<_, Linear> = BTreeMap::new();
    for ((group, _, campus, stage), periods) in &decisions.taught {
        let load = loads.entry((*group, *campus, *stage)).or_default();
        load.push(*periods, 1.0);
    }
    for (key @ (group, campus, stage), taught) in loads {
        let term = TermId(builder.scenario.calendar.stages[stage].start);
        let label = label(Place::GroupAt(group, campus), term, "load");
        let load = builder.scenario.staff[group].load.0;
        let most = Linear::from(decisions.posted[&key]) * load;
        builder.problem.at_most(label, taught, most);
    }
    let mut loads: BTreeMap<_, Linear> = BTreeMap::new();
    for ((group, _, campus, term), periods) in &decisions.last_taught {
        let load = loads.entry((*group, *campus, *term)).or_default();
        load.push(*periods, 1.0);
    }
    for (key @ (group, campus, term), taught) in loads {
        let label = label(Place::GroupAt(group, campus), term, "load");
        let load = builder.scenario.staff[group].load.0;
        let most = Linear::from(decisions.leaving[&key]) * load;
        builder.problem.at_most(label, taught, most);
    }
}

/// Nobody is posted to a campus that is not open.
fn add_open(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    for ((group, campus, stage), people) in &decisions.posted {
        let open = &decisions.open[&(*campus, *stage)];
        let term = TermId(scenario.calendar.stages[*stage].start);
        let label = label(Place::GroupAt(*group, *campus), term, "open");
        #[allow(clippy::cast_precision_loss)]
        let most = scenario.staff[*group].working(scenario.calendar.term(term)) as f64;
        if !open.is_constant() {
            let right = open.clone() * most;
            builder.problem.at_most(label, (*people).into(), right);
        }
    }
    for ((subject, campus, stage), people) in &decisions.recruits_posted {
        let open = &decisions.open[&(*campus, *stage)];
        let term = TermId(scenario.calendar.stages[*stage].start);
        let label = label(Place::SubjectAt(*subject, *campus), term, "open");
        if !open.is_constant() {
            let right = open.clone() * most_recruits(scenario, *subject, *stage);
            builder.problem.at_most(label, (*people).into(), right);
        }
    }
    for ((group, subject, campus, stage), people) in &decisions.retrained_posted {
        let open = &decisions.open[&(*campus, *stage)];
        let term = TermId(scenario.calendar.stages[*stage].start);
        let label = label(Place::SubjectAt(*subject, *campus), term, "open");
        #[allow(clippy::cast_precision_loss)]
        let most = scenario.staff[*group].people.len() as f64;
        if !open.is_constant() {
            builder.problem.at_most(label, (*people).into(), open.clone() * most);
        }
    }
}

/// The most recruits a subject can have by a stage.
pub fn most_recruits(scenario: &Scenario, subject: SubjectId, stage: StageId) -> f64 {
    let per_year = scenario.subjects[subject].hiring.map_or(0, |hiring| hiring.most_per_year);
    let first = scenario.calendar.first.year;
    let years = scenario.calendar.start(stage).year - first + 1;
    f64::from(per_year) * f64::from(years)
}

/// Most periods the people of a group can teach in a stage, wherever they are
/// based, less those who have changed subject.
fn able_now(scenario: &Scenario, decisions: &Decisions, group: GroupId, stage: StageId) -> Linear {
    let load = scenario.staff[group].load.0;
    let mut able = Linear::from(able(scenario, group, stage));
    let gone = sum_at(&decisions.retrained, |key| key.0 == group && key.2 == stage);
    able.add_scaled(&gone, -load);
    able
}

/// Most periods a group can teach in a stage, wherever it is based.
#[allow(clippy::cast_precision_loss)]
fn able(scenario: &Scenario, group: GroupId, stage: StageId) -> f64 {
    let last = TermId(scenario.calendar.stages[stage].end - 1);
    let group = &scenario.staff[group];
    group.load.0 * group.working(scenario.calendar.term(last)) as f64
}

fn add_loads_together(builder: &mut Builder<'_>, decisions: &Decisions) {
    let mut loads: BTreeMap<_, Linear> = BTreeMap::new();
    for ((group, _, stage), periods) in &decisions.taught_together {
        let load = loads.entry((*group, *stage)).or_default();
        load.push(*periods, 1.0);
    }
    for ((group, stage), taught) in loads {
        let term = TermId(builder.scenario.calendar.stages[stage].start);
        let label = label(Place::Group(group), term, "load");
        let most = able_now(builder.scenario, decisions, group, stage);
        builder.problem.at_most(label, taught, most);
    }
    let mut loads: BTreeMap<_, Linear> = BTreeMap::new();
    for ((group, _, term), periods) in &decisions.last_taught_together {
        let load = loads.entry((*group, *term)).or_default();
        load.push(*periods, 1.0);
    }
    for ((group, term), taught) in loads {
        let scenario = builder.scenario;
        let stage = scenario.calendar.stage_of(term);
        let leaving = scenario.staff[group].leaving(&scenario.calendar, stage);
        let people = leaving.get(&term).copied().unwrap_or(0);
        let most = f64::from(people) * scenario.staff[group].load.0;
        let label = label(Place::Group(group), term, "load");
        builder.problem.at_most(label, taught, most.into());
    }
}

/// Periods all staff can teach in a subject and term.
fn supply_together(
    scenario: &Scenario,
    decisions: &Decisions,
    (subject, term): (SubjectId, TermId),
    bought: &BTreeMap<(SubjectId, StageId), Linear>,
) -> Linear {
    let stage = scenario.calendar.stage_of(term);
    let still = |leaves: TermId| leaves > term && scenario.calendar.stage_of(leaves) == stage;
    let mut taught = Linear::default();
    for (id, group) in scenario.staff.iter_enumerated() {
        if group.subjects == [subject] {
            taught += able_now(scenario, decisions, id, stage);
            let leaving = group.leaving(&scenario.calendar, stage).into_iter();
            let leaving = leaving.filter(|(leaves, _)| still(*leaves));
            let people: u32 = leaving.map(|(_, count)| count).sum();
            taught += Linear::from(group.load.0 * f64::from(people));
        }
    }
    taught += sum_at(&decisions.last_taught, |(_, of, _, leaves)| *of == subject && still(*leaves));
    taught +=
        sum_at(&decisions.last_taught_together, |(_, of, leaves)| *of == subject && still(*leaves));
    let together = decisions.taught_together.iter();
    for (_, periods) in together.filter(|(key, _)| key.1 == subject && key.2 == stage) {
        taught.push(*periods, 1.0);
    }
    let by_campus = decisions.taught.iter();
    for (_, periods) in by_campus.filter(|(key, _)| key.1 == subject && key.3 == stage) {
        taught.push(*periods, 1.0);
    }
    if let (Some(people), Some(hiring)) =
        (decisions.recruits.get(&(subject, stage)), scenario.subjects[subject].hiring)
    {
        taught.push(*people, hiring.load.0);
    }
    let retrained = decisions.retrained.iter();
    for ((group, _, _), people) in retrained.filter(|(key, _)| key.1 == subject && key.2 == stage) {
        taught.push(*people, scenario.staff[*group].load.0);
    }
    if let Some(bought) = bought.get(&(subject, stage)) {
        taught.add_scaled(bought, 1.0);
    }
    taught
}

fn add_totals(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) {
    let scenario = builder.scenario;
    let mut needed: BTreeMap<(SubjectId, TermId), Linear> = BTreeMap::new();
    for ((subject, _, term), part) in &sums.needed {
        let sum = needed.entry((*subject, *term)).or_default();
        sum.add_scaled(part, 1.0);
    }
    let bought = bought(decisions);
    for ((subject, term), needed) in needed {
        let taught = supply_together(scenario, decisions, (subject, term), &bought);
        let label = label(Place::Subject(subject), term, "all");
        let give = Give::by(scenario.rules.staffing, PERIOD_WEIGHT);
        builder.at_most(label, needed, taught, give);
    }
}

/// What a subject needs at each campus in its busiest term of a stage, over all campuses.
fn add_peaks(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) {
    let scenario = builder.scenario;
    let mut needed: BTreeMap<(SubjectId, StageId), BTreeMap<CampusId, Vec<TermId>>> =
        BTreeMap::new();
    for (subject, campus, term) in sums.needed.keys() {
        let stage = scenario.calendar.stage_of(*term);
        let campuses = needed.entry((*subject, stage)).or_default();
        campuses.entry(*campus).or_default().push(*term);
    }
    let bought = bought(decisions);
    for ((subject, stage), campuses) in needed {
        let terms: BTreeSet<&TermId> = campuses.values().flatten().collect();
        if campuses.len() < 2 || terms.len() < 2 {
            continue;
        }
        let mut peaks = Linear::default();
        for (campus, terms) in campuses {
            let peak = builder.problem.real(f64::INFINITY);
            for term in terms {
                let label = label(Place::SubjectAt(subject, campus), term, "peak");
                let needed = sums.needed[&(subject, campus, term)].clone();
                builder.problem.at_most(label, needed, peak.into());
            }
            peaks.push(peak, 1.0);
        }
        let first = TermId(scenario.calendar.stages[stage].start);
        let taught = supply_together(scenario, decisions, (subject, first), &bought);
        let label = label(Place::Subject(subject), first, "peaks");
        builder.problem.at_most(label, peaks, taught);
    }
}
