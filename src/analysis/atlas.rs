//! Every pattern of campuses in use over the stages, with what is proven of it
//! and, for the most promising, a plan.
//!
//! Patterns that the rules on tenure, closing and reopening exclude are never
//! formed. Of each other pattern the relaxation of the model without posts
//! gives bounds on the first tier and, with the first tier as good as in the
//! best plan, on the second: they hold for every plan of the pattern. A pattern
//! whose bounds are no better than a known plan is dominated; the others are
//! planned, the most promising first.

use crate::domain::{Limits, Scenario};
use crate::ids::{CampusId, StageId};
use crate::model::keys::Places;
use crate::model::{Form, Model, build};
use crate::planning::Ending;
use crate::planning::infeasibility::shortest;
use crate::planning::time_budget::{self, TimeBudget};
use crate::planning::{Planned, Shortage};
use crate::solve::backend::{SolveRequest, SolveResult, SolverError, Strategy, Termination};
use crate::solve::lexicographic::{expressions, objective_cut};
use crate::solve::{Observer, SearchOptions};
use std::collections::BTreeMap;
use std::time::Duration;

/// More patterns than this are not looked at one by one.
pub const MOST_PATTERNS: usize = 5000;

/// Longest time for one relaxation.
const RELAXATION: Duration = Duration::from_secs(60);

/// Shares of what is left after the best plan for the bounds of all patterns, and
/// of what is left after these for what is short in impossible ones.
const PROVING: f64 = 0.4;
const REASONS: f64 = 0.25;

/// Values closer than this, relatively, are the same.
const SAME: f64 = 1e-6;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// Most patterns that are planned besides the best plan's own.
    pub plans: u32,
    /// Limits of the run for each plan; its time comes from the budget.
    pub limits: Limits,
    /// Runs at a time.
    pub together: u32,
}

/// Stages in which each campus with a choice is open.
pub type Pattern = BTreeMap<CampusId, Vec<bool>>;

/// What is known of a pattern.
#[derive(Debug)]
pub enum Known {
    /// There is no plan; what is short in the least violation, the worst first.
    Impossible(Vec<Shortage>),
    /// A known plan is at least as good as any of this pattern.
    Dominated,
    /// It was planned.
    Planned(Ending),
    /// It may be better than the best plan; it was not planned.
    Open,
}

/// A pattern with what is known of it.
#[derive(Debug)]
pub struct Entry {
    /// Which campuses are in use when.
    pub pattern: Pattern,
    /// Least value of the first tier that any plan of it can have.
    pub first_bound: Option<f64>,
    /// The same of the second tier, with the first as good as in the best plan;
    /// none if it can't be that good.
    pub second_bound: Option<f64>,
    /// What is known.
    pub known: Known,
}

/// The atlas.
#[derive(Debug)]
pub struct Atlas {
    /// The best plan over all patterns.
    pub best: Ending,
    /// Patterns that are possible on paper: each campus with a choice open or
    /// closed in each stage in which there is a choice.
    pub on_paper: f64,
    /// Those that tenure and the rules on closing and reopening admit, if there
    /// are not too many.
    pub admissible: usize,
    /// The admissible patterns, the most promising first; empty if there are
    /// too many.
    pub entries: Vec<Entry>,
}

/// Rounds of runs for so many plans: the best plan, the bounds, the plans of
/// patterns, `together` at a time.
pub fn rounds(plans: u32, together: u32) -> u32 {
    time_budget::rounds(plans.saturating_add(1), together).saturating_add(2)
}

/// Makes the atlas of a case. What is not proven or planned when the time is used
/// up stays open.
///
/// # Errors
///
/// When the solver fails.
pub fn atlas(asked: &Asked<'_>, budget: &TimeBudget<'_>) -> Result<Atlas, SolverError> {
    let scenario = asked.scenario;
    let others = rounds(asked.plans, asked.together) - 1;
    let search = SearchOptions::default();
    let best = budget.plan_first(scenario, &asked.limits, others, search);
    let choices = choices(scenario);
    let on_paper = choices.values().map(|all| all.free).sum::<i32>();
    let admissible: Vec<usize> = choices.values().map(|all| all.sequences.len()).collect();
    let count = admissible.iter().try_fold(1_usize, |count, one| count.checked_mul(*one));
    let count = count.unwrap_or(usize::MAX);
    let mut atlas =
        Atlas { best, on_paper: 2.0_f64.powi(on_paper), admissible: count, entries: Vec::new() };
    let Some(planned) = atlas.best.verified().filter(|_| count <= MOST_PATTERNS) else {
        return Ok(atlas);
    };
    let patterns = patterns(&choices);
    let proving = budget.part(PROVING);
    let bounds = proving.divide(asked.together, &patterns, |pattern, share| {
        let case = with_pattern(scenario, pattern);
        bounds((&proving, share, &asked.limits), &case, planned)
    });
    let mut entries = Vec::new();
    for (pattern, bounds) in patterns.into_iter().zip(bounds) {
        let (first_bound, second_bound) = bounds?;
        entries.push(Entry { pattern, first_bound, second_bound, known: Known::Open });
    }
    classify(asked, budget, planned, &mut entries)?;
    atlas.entries = entries;
    Ok(atlas)
}

/// Sorts the patterns, says what their bounds decide, and plans the most
/// promising of the rest.
fn classify(
    asked: &Asked<'_>,
    budget: &TimeBudget<'_>,
    best: &Planned,
    entries: &mut [Entry],
) -> Result<(), SolverError> {
    let rank = |entry: &Entry| {
        // A pattern of which nothing is proven is no more promising than others.
        let proven = |bound: &f64| bound.is_finite();
        let value = |bound: Option<f64>| bound.filter(proven).unwrap_or(f64::INFINITY);
        (value(entry.first_bound), value(entry.second_bound))
    };
    entries.sort_by(|one, other| {
        let (one, other) = (rank(one), rank(other));
        one.1.total_cmp(&other.1).then(one.0.total_cmp(&other.0))
    });
    let limits = Limits { threads: 1, ..asked.limits };
    let reasons = budget.part(REASONS);
    let run = reasons.run(&limits);
    let own = pattern_of(asked.scenario, best);
    let mut open = Vec::new();
    for (index, entry) in entries.iter_mut().enumerate() {
        if entry.first_bound.is_none() {
            let pinned = with_pattern(asked.scenario, &entry.pattern);
            entry.known = Known::Impossible(if reasons.is_over() {
                Vec::new()
            } else {
                shortest(&run, &pinned, Some(RELAXATION))?
            });
        } else if dominated(entry, best) {
            entry.known = Known::Dominated;
        } else if entry.pattern == own {
            // The best plan itself is this pattern's.
            open.insert(0, index);
        } else {
            open.push(index);
        }
    }
    let most = usize::try_from(asked.plans).unwrap_or(usize::MAX).saturating_add(1);
    open.truncate(most);
    let chosen: Vec<Scenario> =
        open.iter().map(|index| with_pattern(asked.scenario, &entries[*index].pattern)).collect();
    let near: &Places = &best.places;
    let endings = budget.divide(asked.together, &chosen, |scenario, share| {
        let search = SearchOptions { start_plans: &[near], objective_override: None };
        budget.plan(scenario, &limits, share, search)
    });
    for (index, ending) in open.into_iter().zip(endings) {
        entries[index].known = match ending {
            Ending::Infeasible(why) => Known::Impossible(why.shortages),
            Ending::NotBegun => Known::Open,
            ending => Known::Planned(ending),
        };
    }
    Ok(())
}

/// Whether the best plan is at least as good as any plan of a pattern: better
/// in the first tier, or as good there and no worse in the second.
fn dominated(entry: &Entry, best: &Planned) -> bool {
    let tiers = &best.plan.tiers;
    let reached = |bound: Option<f64>, index: usize| {
        let value = tiers.get(index).map_or(f64::NEG_INFINITY, |tier| tier.value);
        bound.is_none_or(|bound| bound >= value - SAME * value.abs().max(1.0))
    };
    // No plan of the pattern keeps the first tier, or none that does is
    // cheaper.
    entry.second_bound.is_none() || (tiers.len() > 1 && reached(entry.second_bound, 1))
}

/// Bounds of the first two tiers by the relaxation without posts.
fn bounds(
    (budget, share, limits): (&TimeBudget<'_>, f64, &Limits),
    scenario: &Scenario,
    best: &Planned,
) -> Result<(Option<f64>, Option<f64>), SolverError> {
    if budget.is_over() {
        let nothing = Some(f64::NEG_INFINITY);
        return Ok((nothing, nothing));
    }
    let run = budget.run(limits);
    // Most patterns are decided at once and leave their time to others.
    let time = budget.at_most(RELAXATION, share.min(0.25));
    let mut core: Model = build(scenario, Form::CORE);
    for column in &mut core.problem.columns {
        column.whole = false;
    }
    let tiers = expressions(scenario, &core);
    let minimum = |objective, caps: &[_]| -> Result<Option<f64>, SolverError> {
        let request = SolveRequest {
            problem: &core.problem,
            objective_cuts: caps,
            objective,
            start: None,
            termination: Termination {
                time: Some(time),
                gap: 0.0,
                objective_target: None,
                nodes: None,
                threads: 1,
                seed: limits.seed,
                strategy: Strategy::Default,
            },
        };
        Ok(match run.backend.solve(&request, &Quiet(run.observer))? {
            SolveResult::Solution(solution) => Some(solution.bound.unwrap_or(f64::NEG_INFINITY)),
            SolveResult::Infeasible => None,
            // Nothing is proven, so nothing is excluded.
            SolveResult::NotFound { .. } => Some(f64::NEG_INFINITY),
        })
    };
    let Some((data, first)) = tiers.first() else {
        return Ok((Some(0.0), None));
    };
    let Some(first_bound) = minimum(first, &[])? else {
        return Ok((None, None));
    };
    let Some((_, second)) = tiers.get(1) else {
        return Ok((Some(first_bound), None));
    };
    let cap = objective_cut(first.clone(), data, best.plan.tiers[0].value);
    Ok((Some(first_bound), minimum(second, &[cap])?))
}

/// Hears nothing but may stop.
struct Quiet<'a>(&'a dyn Observer);

impl crate::solve::backend::Watch for Quiet<'_> {
    fn progress(&self, _: f64, _: f64) {}

    fn stop(&self) -> bool {
        self.0.stop()
    }
}

/// The case with a pattern asked for.
fn with_pattern(scenario: &Scenario, pattern: &Pattern) -> Scenario {
    let mut scenario = scenario.clone();
    for (campus, open) in pattern {
        for (stage, open) in scenario.calendar.stage_ids().zip(open) {
            scenario.held_open.insert((*campus, stage), *open);
        }
    }
    scenario
}

/// The pattern of a plan.
fn pattern_of(scenario: &Scenario, planned: &Planned) -> Pattern {
    let open = |campus: CampusId, stage: StageId| {
        let key = &scenario.campuses[campus].id;
        let start = scenario.calendar.start(stage);
        let mut uses = planned.plan.campuses.iter();
        uses.any(|one| one.campus == *key && one.from.0 == start && one.open)
    };
    choices(scenario)
        .into_keys()
        .map(|campus| {
            let stages = scenario.calendar.stage_ids();
            (campus, stages.map(|stage| open(campus, stage)).collect())
        })
        .collect()
}

/// What a campus leaves to choose.
struct Choice {
    /// Stages with a choice.
    free: i32,
    /// The admissible sequences over the stages.
    sequences: Vec<Vec<bool>>,
}

/// Campuses with a choice.
fn choices(scenario: &Scenario) -> BTreeMap<CampusId, Choice> {
    let mut all = BTreeMap::new();
    for (id, campus) in scenario.campuses.iter_enumerated() {
        let mut sequences = vec![(Vec::new(), campus.in_use, 0)];
        let mut free = 0;
        for stage in scenario.calendar.stage_ids() {
            let throughout = scenario.usable_throughout(id, stage);
            let usable = scenario.usable_within(id, stage);
            free += i32::from(usable);
            let mut next = Vec::new();
            for (sequence, before, openings) in sequences {
                for open in [false, true] {
                    let stays = campus.closable || !throughout || !before || open;
                    let openings = openings + u8::from(open && !before);
                    let most = u8::from(!campus.in_use);
                    let once = campus.reopenable || openings <= most;
                    if (usable || !open) && stays && once {
                        let mut longer: Vec<bool> = sequence.clone();
                        longer.push(open);
                        next.push((longer, open, openings));
                    }
                }
            }
            sequences = next;
        }
        let sequences: Vec<Vec<bool>> = sequences.into_iter().map(|one| one.0).collect();
        if sequences.len() > 1 {
            all.insert(id, Choice { free, sequences });
        }
    }
    all
}

fn patterns(choices: &BTreeMap<CampusId, Choice>) -> Vec<Pattern> {
    let mut all = vec![Pattern::new()];
    for (campus, choice) in choices {
        all = all
            .into_iter()
            .flat_map(|pattern| {
                choice.sequences.iter().map(move |sequence| {
                    let mut pattern = pattern.clone();
                    pattern.insert(*campus, sequence.clone());
                    pattern
                })
            })
            .collect();
    }
    all
}
