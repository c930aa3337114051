//! What about the rules is open to negotiation, and at what price.

use crate::domain::{Rule, Term};
use crate::ids::{CampusId, ProgrammeId, ResourceId, SubjectId, TargetId};
use crate::units::Money;

/// Something that those who can grant it may grant, in whole steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Concession {
    /// What a step changes.
    pub what: Negotiable,
    /// Price of a step, beyond the plan's own cost.
    pub price: Money,
    /// Most steps.
    pub most: u32,
}

/// What a step of a concession changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Negotiable {
    /// More units of a resource at a campus, to stay there.
    Units {
        /// Of what.
        resource: ResourceId,
        /// Where.
        campus: CampusId,
        /// How many a step.
        units: f64,
    },
    /// More seats in the school buses of a campus.
    Seats {
        /// Where.
        campus: CampusId,
        /// How many a step.
        seats: f64,
    },
    /// One more teacher of a subject, from outside, for the whole horizon.
    Teacher {
        /// Of what.
        subject: SubjectId,
        /// Based where at first.
        campus: CampusId,
    },
    /// The tenure of a campus ends a term later.
    Tenure(CampusId),
    /// A campus is to be vacated a term later.
    Vacate(CampusId),
    /// Classes may also move at the beginning of this term.
    Point(Term),
    /// One class more may move at each relocation point.
    Moves,
    /// A class may move once more.
    ClassMoves,
    /// Classes may move in their last year.
    LastYear,
    /// One more of the staff may be re-based at each relocation point.
    Rebased,
    /// One more may be hired each year, over all subjects.
    Hires,
    /// One more may be hired each year for a subject.
    HiresOf(SubjectId),
    /// Capital of a fiscal year.
    Capital {
        /// The year.
        year: i32,
        /// How much a step.
        amount: Money,
    },
    /// The running grant of a fiscal year.
    Running {
        /// The year.
        year: i32,
        /// How much a step.
        amount: Money,
    },
    /// One class fewer need be admitted to a programme each year.
    Least(ProgrammeId),
    /// A target is due a term later.
    Target(TargetId),
    /// A rule is given up.
    Without(Rule),
}

impl Negotiable {
    /// The rules that can be given up altogether. Nobody is ever dismissed, no
    /// premises are used without their owner, and no class is left without a
    /// room or a teacher.
    pub const DISPENSABLE: [Rule; 6] =
        [Rule::ClassTeacher, Rule::Duty, Rule::Exchange, Rule::Budget, Rule::Role, Rule::Standards];
}
