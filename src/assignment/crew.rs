//! The people of a plan as the naming looks at them.

use crate::domain::{Scenario, Title};
use crate::ids::{CampusId, GroupId, StageId, SubjectId, TermId};
use crate::plan::{Plan, Post};
use std::collections::BTreeSet;
use typed_index_collections::TiVec;

/// A person: today's staff or a recruit.
pub(super) struct Member {
    /// What the plan calls them.
    pub(super) key: String,
    /// Staff group; `None` for a recruit.
    pub(super) group: Option<GroupId>,
    /// What they may teach at first.
    subjects: Vec<SubjectId>,
    /// The subject that they change to, and from which stage on.
    retrained: Option<(StageId, [SubjectId; 1])>,
    /// Most weekly periods.
    pub(super) load: f64,
    /// Whether they are leaders.
    pub(super) leader: bool,
    /// Whether they may be class teachers.
    pub(super) class_teacher: bool,
    /// Campuses they cannot be sent to.
    pub(super) barred: Vec<CampusId>,
    /// Title.
    pub(super) title: Option<Title>,
    /// Base in each stage that they work through to its end.
    pub(super) bases: TiVec<StageId, Option<CampusId>>,
    /// The term with which they leave and their base until then, if it lies
    /// within a stage.
    pub(super) leaves: Option<(TermId, StageId, CampusId)>,
}

impl Member {
    /// Where they are based at the start of a stage.
    pub(super) fn base(&self, stage: StageId) -> Option<CampusId> {
        let leaves = self.leaves.filter(|(_, within, _)| *within == stage);
        self.bases[stage].or(leaves.map(|(_, _, campus)| campus))
    }

    /// Where they are based in a term of a stage, if they still work in it.
    pub(super) fn base_in(&self, stage: StageId, term: TermId) -> Option<CampusId> {
        let leaves = self.leaves.filter(|(leaves, within, _)| *within == stage && term < *leaves);
        self.bases[stage].or(leaves.map(|(_, _, campus)| campus))
    }

    /// The term with which they leave, if it lies within a stage.
    pub(super) fn leaves_within(&self, stage: StageId) -> Option<TermId> {
        let leaves = self.leaves.filter(|(_, within, _)| *within == stage);
        leaves.map(|(term, _, _)| term)
    }

    /// What they may teach in a stage.
    pub(super) fn subjects(&self, stage: StageId) -> &[SubjectId] {
        match &self.retrained {
            Some((from, subject)) if *from <= stage => subject,
            _ => &self.subjects,
        }
    }
}

/// All of them, in the order of the plan's posts; a member is its index.
pub(super) struct Crew(pub(super) Vec<Member>);

impl Crew {
    /// Reads a plan's posts.
    pub(super) fn new(scenario: &Scenario, plan: &Plan) -> Self {
        Self(plan.posts.iter().map(|one| member(scenario, one)).collect())
    }

    /// Everybody who is based at a campus and works in a term of a stage.
    pub(super) fn working(
        &self,
        campus: CampusId,
        (stage, term): (StageId, TermId),
    ) -> impl Iterator<Item = (usize, &Member)> {
        let members = self.0.iter().enumerate();
        members.filter(move |(_, member)| member.base_in(stage, term) == Some(campus))
    }

    /// Everybody who is based at a campus throughout a stage.
    pub(super) fn based(
        &self,
        campus: CampusId,
        stage: StageId,
    ) -> impl Iterator<Item = (usize, &Member)> {
        let members = self.0.iter().enumerate();
        members.filter(move |(_, member)| member.bases[stage] == Some(campus))
    }
}

fn member(scenario: &Scenario, post: &Post) -> Member {
    let group = post.group.as_ref();
    let group = group.and_then(|key| scenario.staff.position(|one| one.id == *key));
    let known = |key: &String| scenario.subjects.position(|one| one.id == *key);
    let subjects: Vec<SubjectId> = post.subjects.iter().filter_map(known).collect();
    let hiring = || {
        let first = subjects.first().map(|id| &scenario.subjects[*id]);
        first.and_then(|subject| subject.hiring)
    };
    Member {
        key: post.key().to_owned(),
        load: match group {
            Some(group) => scenario.staff[group].load.0,
            None => hiring().map_or(0.0, |hiring| hiring.load.0),
        },
        leader: group.is_some_and(|group| scenario.staff[group].leader),
        class_teacher: group.is_none_or(|group| scenario.staff[group].class_teacher),
        barred: group.map_or_else(Vec::new, |group| scenario.staff[group].barred.clone()),
        retrained: post.retrained.as_ref().and_then(|change| {
            let stage = scenario.calendar.stage_starting(change.from.0)?;
            Some((stage, [known(&change.subject)?]))
        }),
        title: post.title,
        bases: bases(scenario, post),
        leaves: leaves(scenario, post),
        group,
        subjects,
    }
}

fn bases(scenario: &Scenario, post: &Post) -> TiVec<StageId, Option<CampusId>> {
    let calendar = &scenario.calendar;
    let base = |(stage, terms): (StageId, &std::ops::Range<usize>)| {
        let start = calendar.start(stage);
        let last = calendar.term(TermId(terms.end.saturating_sub(1)));
        let seat = post.seats.iter().rfind(|seat| seat.from.0 <= start)?;
        let stays = post.leaves.is_none_or(|leaves| last < leaves.0);
        let campus = scenario.campuses.position(|one| one.id == seat.campus);
        campus.filter(|_| stays)
    };
    calendar.stages.iter_enumerated().map(base).collect()
}

/// The term within a stage with which the holder of a post leaves, that stage,
/// and the base until then.
fn leaves(scenario: &Scenario, post: &Post) -> Option<(TermId, StageId, CampusId)> {
    let calendar = &scenario.calendar;
    let leaves = calendar.find(post.leaves?.0)?;
    let stage = calendar.stage_of(leaves);
    let start = calendar.start(stage);
    let within = calendar.stages[stage].start < leaves.0;
    let seat = post.seats.iter().rfind(|seat| seat.from.0 <= start)?;
    let campus = scenario.campuses.position(|one| one.id == seat.campus)?;
    within.then_some((leaves, stage, campus))
}

/// Numbers posts that the scenario does not name where two would be called
/// alike.
pub(super) fn tell_apart(plan: &mut Plan) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut shared: BTreeSet<String> = BTreeSet::new();
    for post in &plan.posts {
        if !taken.insert(post.key().to_owned()) {
            shared.insert(post.key().to_owned());
        }
    }
    let unnamed = plan.posts.iter_mut().filter(|post| post.person.is_none());
    for post in unnamed.filter(|post| shared.contains(&post.name)) {
        let mut numbered = (1..).map(|number| format!("{}-{number}", post.name));
        if let Some(name) = numbered.find(|name| !taken.contains(name)) {
            taken.insert(name.clone());
            post.name = name;
        }
    }
}
