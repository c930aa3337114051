//! Programmes, their curricula, and cohorts.

use crate::domain::{Estimate, Journey, Resource, Term, Text};
use crate::ids::{CampusId, FeederId, FieldId, ProgrammeId, ResourceId, SubjectId};
use crate::units::{Money, Students};
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// A programme 专业.
#[derive(Clone, Debug)]
pub struct Programme {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// What class names carry: `机械` in 07机械1班.
    pub label: Text,
    /// Field of study.
    pub field: FieldId,
    /// Curriculum by term of study; its length is the length of the programme.
    pub curriculum: Vec<TermOfStudy>,
    /// Least and most students of a class at entry.
    pub class_size: (f64, f64),
    /// Workplace internship 顶岗实习, if any.
    pub internship: Option<Internship>,
    /// Share of the students lost in each term of study, 0 to 1; as long as
    /// the curriculum.
    pub attrition: Vec<f64>,
    /// Share of the students who board, 0 to 1, unless their feeder schools
    /// say otherwise; see [`Cohort::boarding`].
    pub boarding: f64,
    /// Income per registered student and term (tuition, per-head grant); it
    /// counts in the running budget, not in the cost tier.
    pub income: Money,
    /// Where it may be taught and what differs there. A campus that is not
    /// in the map is not allowed.
    pub sites: BTreeMap<CampusId, Site>,
}

/// One term of study of a curriculum.
#[derive(Clone, Debug, Default)]
pub struct TermOfStudy {
    /// Weekly periods of a class, by subject.
    pub periods: BTreeMap<SubjectId, f64>,
    /// Use of resources, where it differs from the resource's default: per
    /// class, student or boarder, as the resource's basis says.
    pub uses: BTreeMap<ResourceId, f64>,
}

/// A programme at a campus.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Cost of a class in school there, per term.
    pub cost_per_class: Money,
    /// Cost of a student in school there, per term.
    pub cost_per_student: Money,
    /// Use of resources at this campus, in place of the curriculum's.
    pub uses: BTreeMap<ResourceId, f64>,
}

/// Workplace internship.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Internship {
    /// First and last term of study in which a class may be away, from 1.
    pub window: (usize, usize),
    /// Consecutive terms each class is away.
    pub length: usize,
    /// The term of study in which every class leaves, when the rotation is
    /// fixed; `None` when the plan decides class by class.
    pub fixed: Option<usize>,
}

impl Programme {
    /// Length in terms.
    pub fn length(&self) -> usize {
        self.curriculum.len()
    }

    /// Share of the classes that are in school in a term of study (from 1), on
    /// average over the window of the internship.
    #[allow(clippy::cast_precision_loss)]
    pub fn share_in_school(&self, term_of_study: usize) -> f64 {
        let inside =
            |one: &Internship| one.window.0 <= term_of_study && term_of_study <= one.window.1;
        let window = self.internship.filter(inside);
        window.map_or(1.0, |one| 1.0 - one.length as f64 / (one.window.1 - one.window.0 + 1) as f64)
    }

    /// Use of a resource in a term of study (from 1) at a campus: per class,
    /// student or boarder in school, as the resource's basis says.
    pub fn uses(
        &self,
        resource: (ResourceId, &Resource),
        campus: CampusId,
        term_of_study: usize,
    ) -> f64 {
        let (id, resource) = resource;
        let here = self.sites.get(&campus).and_then(|site| site.uses.get(&id));
        here.or_else(|| self.curriculum[term_of_study - 1].uses.get(&id))
            .copied()
            .unwrap_or(resource.default_use)
    }
}

/// A cohort 届: the students of a programme who enter in one term. An
/// existing cohort that sits on two campuses today is two entries, each with
/// its own class size, so that students change class only where classes merge.
#[derive(Clone, Debug)]
pub struct Cohort {
    /// The programme.
    pub programme: ProgrammeId,
    /// The term in which it enters or entered.
    pub entry: Term,
    /// Here today, or to be admitted.
    pub origin: Origin,
    /// Share of the students who board, 0 to 1: the programme's, or that of
    /// the feeder schools from which they are projected to come.
    pub boarding: f64,
    /// Applicants as projected, in students; nothing for an existing cohort
    /// and where the scenario states them outright.
    pub projected: Option<Estimate>,
    /// Journeys between home and each campus; empty where the feeder schools'
    /// roads are not known.
    pub home: BTreeMap<CampusId, Journey>,
    /// Shares of its applicants by feeder school, on each path of the
    /// projection; empty unless rule Catchment is in use.
    pub mixture: TiVec<FeederId, Estimate>,
    /// Whether rule Catchment keeps its pupils apart by feeder school.
    pub by_feeder: bool,
}

/// Where a cohort comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// In school today.
    Existing {
        /// Where it sits today.
        campus: CampusId,
        /// Classes.
        classes: u32,
        /// Students today.
        students: Students,
        /// Classes that have already had their whole internship.
        interned: u32,
    },
    /// To be admitted within the horizon.
    Future {
        /// Applicants of this programme in the entry term: stated, or on the
        /// demand path of the scenario.
        applicants: Students,
        /// Least classes to admit.
        least: u32,
        /// Most classes to admit.
        most: u32,
    },
}

impl Cohort {
    /// The term of study (from 1) in `term`, or `None` before entry. May lie
    /// beyond the programme's length.
    pub fn term_of_study(&self, term: Term) -> Option<usize> {
        usize::try_from(term.since(self.entry)).ok().map(|terms| terms + 1)
    }

    /// Classes it has, or may have at most.
    pub fn most_classes(&self) -> u32 {
        match self.origin {
            Origin::Existing { classes, .. } => classes,
            Origin::Future { most, .. } => most,
        }
    }

    /// Whether the cohort exists today.
    pub fn exists(&self) -> bool {
        matches!(self.origin, Origin::Existing { .. })
    }

    /// Two-digit year of entry, as class names carry it: `07`.
    pub fn year_label(&self) -> String {
        format!("{:02}", self.entry.year.rem_euclid(100))
    }
}

/// A pool 调剂: applicants turned away from one of its programmes may take
/// another.
#[derive(Clone, Debug)]
pub struct Pool {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// Its programmes.
    pub programmes: Vec<ProgrammeId>,
    /// Share of those turned away who take another programme, 0 to 1.
    pub willing: f64,
}
