//! The variables: one map per symbol, keyed by the scenario's ids.

mod choices;
mod lane;
mod origins;
mod people;

pub use lane::{Heads, Lane};
pub use origins::most_pupils;

use super::Staff;
use super::builder::{Builder, Purpose};
use super::linear::{Linear, Variable};
use super::path::{Merging, Path};
use super::paths::paths;
use super::trainees::trainees;
use crate::domain::{Origin, Scenario};
use crate::ids::{
    CampusId, CohortId, CourseId, FeederId, GroupId, OptionId, PostKindId, ProgrammeId, ResourceId,
    StageId, SubjectId, TermId,
};
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// All variables of the model.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    /// `classes[k,c,g]`, `heads[k,c,g]`, `moved[k,c,g]` and `away[k,c,t]`, by
    /// path.
    pub lanes: TiVec<CohortId, Vec<Lane>>,
    /// `intake[k]` from applicants turned away elsewhere in the pool (real).
    pub switched: BTreeMap<CohortId, Variable>,
    /// The same by feeder school, where rule Catchment keeps them apart (real).
    pub switched_from: BTreeMap<(CohortId, FeederId), Variable>,
    /// `assigned[z,n,f,c]`: the campus of all pupils of a feeder school in a
    /// programme, in a zone that is whole (binary).
    pub assigned: BTreeMap<(usize, ProgrammeId, FeederId, CampusId), Variable>,
    /// `band[x,b]`: which band an entry of rule Bands has, where the plan
    /// chooses (binary).
    pub bands: BTreeMap<(usize, usize), Variable>,
    /// `served[f,c,g]`: a school bus runs from a feeder school, where that
    /// costs anything (binary).
    pub served: BTreeMap<(FeederId, CampusId, StageId), Variable>,
    /// `open[c,g]` (binary, or a constant where nothing is to be decided).
    pub open: BTreeMap<(CampusId, StageId), Linear>,
    /// `opening[c,g]` (real, 0 to 1 by its rows).
    pub opening: BTreeMap<(CampusId, StageId), Variable>,
    /// `closing[c,g]` (likewise).
    pub closing: BTreeMap<(CampusId, StageId), Variable>,
    /// `built[i,g]`: modules in service, cumulative (int).
    pub built: BTreeMap<(OptionId, StageId), Variable>,
    /// Units of movable resources at a campus (int).
    pub stock: BTreeMap<(ResourceId, CampusId, StageId), Variable>,
    /// Units of movable resources that arrive from other campuses (real, whole
    /// by its rows).
    pub arriving: BTreeMap<(ResourceId, CampusId, StageId), Variable>,
    /// `shared[r,c,c',g]`: weekly hours campus c uses at c' (real).
    pub shared: BTreeMap<(ResourceId, CampusId, CampusId, StageId), Variable>,
    /// `posted[u,c,g]` (real; whole once the posts are settled).
    pub posted: BTreeMap<(GroupId, CampusId, StageId), Variable>,
    /// People of a group who arrive on a campus (real).
    pub rebased: BTreeMap<(GroupId, CampusId, StageId), Variable>,
    /// `leaving[u,c,t]`: people of a group who leave with a term within a stage
    /// and teach at their campus until then (int).
    pub leaving: BTreeMap<(GroupId, CampusId, TermId), Variable>,
    /// `last[u,s,c,t]`: weekly periods that they teach, only for groups of
    /// several subjects (real).
    pub last_taught: BTreeMap<(GroupId, SubjectId, CampusId, TermId), Variable>,
    /// `last[u,s,t]` over all campuses, for groups of several subjects (real),
    /// where staff are counted together.
    pub last_taught_together: BTreeMap<(GroupId, SubjectId, TermId), Variable>,
    /// `hired[s,g]`, cumulative: recruits of a subject so far (int; real where
    /// staff are counted together).
    pub recruits: BTreeMap<(SubjectId, StageId), Variable>,
    /// Recruits by base (real; whole once the posts are settled).
    pub recruits_posted: BTreeMap<(SubjectId, CampusId, StageId), Variable>,
    /// Recruits who arrive on a campus, with those just hired (real).
    pub recruits_arriving: BTreeMap<(SubjectId, CampusId, StageId), Variable>,
    /// `retrained[u,s,g]`, cumulative: people of a group who teach another
    /// subject by now (int; real where staff are counted together).
    pub retrained: BTreeMap<(GroupId, SubjectId, StageId), Variable>,
    /// The same by base (real; whole once the posts are settled).
    pub retrained_posted: BTreeMap<(GroupId, SubjectId, CampusId, StageId), Variable>,
    /// Those who arrive on a campus, with those who have just taken up the
    /// subject (real).
    pub retrained_arriving: BTreeMap<(GroupId, SubjectId, CampusId, StageId), Variable>,
    /// `part_time[s,c,g]`: weekly periods bought (real).
    pub part_time: BTreeMap<(SubjectId, CampusId, StageId), Variable>,
    /// `part_time[s,g]` over all campuses (real), where staff are counted
    /// together.
    pub part_time_together: BTreeMap<(SubjectId, StageId), Variable>,
    /// `exchanged[q,c,g]`: pairs of staff of a kind exchanged between the head
    /// school and a branch (real; whole once the posts are settled). The kind
    /// is an index of [`super::exchange::kinds`].
    pub exchanged: BTreeMap<(usize, CampusId, StageId), Variable>,
    /// `taught[u,s,c,g]`: weekly periods, only for groups of several subjects
    /// (real); a group of one subject teaches all it can.
    pub taught: BTreeMap<(GroupId, SubjectId, CampusId, StageId), Variable>,
    /// `taught[u,s,g]` over all campuses, for groups of several subjects (real),
    /// where staff are counted together.
    pub taught_together: BTreeMap<(GroupId, SubjectId, StageId), Variable>,
    /// `visiting[s,c,c',g]`: weekly periods taught at c' by staff of c (real).
    pub visiting: BTreeMap<(SubjectId, CampusId, CampusId, StageId), Variable>,
    /// `trainees[j,c,t]` (real; whole once the posts are settled).
    pub trainees: BTreeMap<(CourseId, CampusId, TermId), Variable>,
    /// `extra[s,t]`: posts of leaders and support staff that today's holders do not
    /// fill (real).
    pub extra_posts: BTreeMap<(PostKindId, TermId), Variable>,
}

impl Decisions {
    /// Creates the variables of a problem, leaving out those that could only
    /// be zero.
    pub fn new(builder: &mut Builder<'_>, staff: Staff) -> Self {
        let mut decisions = Self::default();
        decisions.add_lanes(builder);
        decisions.add_origins(builder);
        decisions.add_bands(builder);
        decisions.add_campuses(builder);
        decisions.add_building(builder);
        decisions.add_sharing(builder);
        decisions.add_recruits(builder, staff);
        decisions.add_retrained(builder, staff);
        if staff == Staff::Together {
            decisions.add_teaching_together(builder);
        } else {
            decisions.add_posts(builder);
            decisions.add_leaving(builder);
            decisions.add_visiting(builder);
            decisions.add_exchanges(builder);
        }
        decisions.trainees = trainees(builder);
        decisions
    }

    fn add_lanes(&mut self, builder: &mut Builder<'_>) {
        let scenario = builder.scenario;
        let tenure = builder.purpose == Purpose::Plan;
        for cohort in scenario.cohorts.keys() {
            let paths = paths(scenario, cohort, tenure);
            let (most, size) = match scenario.cohorts[cohort].origin {
                Origin::Existing { classes, students, .. } => {
                    (classes, Some(students.0 / f64::from(classes.max(1))))
                }
                Origin::Future { most, .. } => (most, None),
            };
            let mut lane = |path: Path, interned: bool| Lane {
                joined: match path.merging {
                    Some(Merging::Joined(_)) => Some(builder.problem.real(f64::INFINITY)),
                    _ => None,
                },
                path,
                classes: builder.problem.whole(f64::from(most)),
                heads: match size {
                    Some(size) => Heads::PerClass(size),
                    None => Heads::Decided(builder.problem.real(f64::INFINITY)),
                },
                interned,
                origins: Vec::new(),
            };
            let mut lanes: Vec<Lane> =
                paths.ahead.into_iter().map(|path| lane(path, false)).collect();
            lanes.extend(paths.interned.into_iter().map(|path| lane(path, true)));
            self.lanes.push(lanes);
        }
    }

    fn add_campuses(&mut self, builder: &mut Builder<'_>) {
        let scenario = builder.scenario;
        for (id, campus) in scenario.campuses.iter_enumerated() {
            let mut held = campus.in_use && !campus.closable;
            for stage in scenario.calendar.stage_ids() {
                held &= scenario.usable_throughout(id, stage);
                let usable = scenario.usable_within(id, stage);
                let open = if held {
                    Linear::from(1.0)
                } else if usable || builder.purpose != Purpose::Plan {
                    builder.problem.whole(1.0).into()
                } else {
                    Linear::from(0.0)
                };
                self.open.insert((id, stage), open);
                if !held {
                    self.opening.insert((id, stage), builder.problem.real(1.0));
                    self.closing.insert((id, stage), builder.problem.real(1.0));
                }
            }
        }
    }

    fn add_building(&mut self, builder: &mut Builder<'_>) {
        let scenario = builder.scenario;
        for (id, option) in scenario.options.iter_enumerated() {
            for stage in scenario.calendar.stage_ids() {
                if option.service(&scenario.calendar, stage).is_some() {
                    let modules = builder.problem.whole(f64::from(option.most));
                    self.built.insert((id, stage), modules);
                }
            }
        }
        for (id, resource) in scenario.resources.iter_enumerated() {
            if resource.shipping.is_none() {
                continue;
            }
            for campus in scenario.campuses.keys() {
                for stage in scenario.calendar.stage_ids() {
                    let most = if scenario.ended(campus, stage) { 0.0 } else { f64::INFINITY };
                    let key = (id, campus, stage);
                    self.stock.insert(key, builder.problem.whole(most));
                    self.arriving.insert(key, builder.problem.real(f64::INFINITY));
                }
            }
        }
    }

    fn add_sharing(&mut self, builder: &mut Builder<'_>) {
        let scenario = builder.scenario;
        for (id, resource) in scenario.resources.iter_enumerated() {
            if resource.shared_visit.is_none() {
                continue;
            }
            for (user, host) in pairs(scenario) {
                for stage in both_usable(scenario, user, host) {
                    let hours = builder.problem.real(f64::INFINITY);
                    self.shared.insert((id, user, host, stage), hours);
                }
            }
        }
    }
}

/// Subjects for which people can be recruited, with their terms.
pub fn recruitable(
    scenario: &Scenario,
) -> impl Iterator<Item = (SubjectId, crate::domain::Hiring)> + use<'_> {
    let subjects = scenario.subjects.iter_enumerated();
    subjects.filter_map(|(id, subject)| subject.hiring.map(|hiring| (id, hiring)))
}

/// Ordered pairs of campuses with a road between them.
fn pairs(scenario: &Scenario) -> impl Iterator<Item = (CampusId, CampusId)> + use<'_> {
    let roads = scenario.roads.keys();
    roads.flat_map(|(one, other)| [(*one, *other), (*other, *one)])
}

fn both_usable(
    scenario: &Scenario,
    one: CampusId,
    other: CampusId,
) -> impl Iterator<Item = StageId> + use<'_> {
    scenario.calendar.stage_ids().filter(move |stage| {
        scenario.usable_throughout(one, *stage) && scenario.usable_throughout(other, *stage)
    })
}
