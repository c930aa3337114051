//! Pay of the present staff, and posts that campuses and students need.

use crate::domain::{StaffGroup, Term, Text, Title};
use crate::ids::{GroupId, PostKindId};
use crate::units::Money;
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// Pay of the present staff, and the posts beside them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Payroll {
    /// Pay of one for a term, of whom nothing else is stated.
    pub each: Money,
    /// Pay by title.
    pub titles: BTreeMap<Title, Money>,
    /// Pay of one of a group that is given as a count.
    pub groups: BTreeMap<GroupId, Money>,
    /// By how much all pay rises from one fiscal year to the next, as a share.
    pub raise: f64,
    /// Posts of leaders and support staff.
    pub posts: TiVec<PostKindId, PostKind>,
}

/// Posts of one kind, which campuses and students need 干部、后勤岗位.
#[derive(Clone, Debug, PartialEq)]
pub struct PostKind {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// Pay of a post for a term; of leaders who teach, what they get besides.
    pub pay: Money,
    /// How many there are today: nobody is dismissed.
    pub present: u32,
    /// How many of them retire, by the first term in which they are gone.
    pub retirements: BTreeMap<Term, u32>,
    /// Posts for each campus in use.
    pub per_campus: f64,
    /// Posts for each hundred students in school.
    pub per_100_students: f64,
}

impl PostKind {
    /// How many of those there today are left in a term.
    #[must_use]
    pub fn left(&self, term: Term) -> f64 {
        let gone: u32 = self.retirements.range(..=term).map(|(_, count)| count).sum();
        f64::from(self.present.saturating_sub(gone))
    }
}

impl Payroll {
    /// By how many times pay is higher than in the first fiscal year.
    #[must_use]
    pub fn level(&self, first: Term, term: Term) -> f64 {
        (1.0 + self.raise).powi(term.fiscal_year() - first.fiscal_year())
    }

    /// Pay of those of a group who work in a term, before rises.
    #[must_use]
    pub fn of_group(&self, (id, group): (GroupId, &StaffGroup), term: Term) -> Money {
        let working = group.people.iter();
        let working = working.filter(|one| one.retires.is_none_or(|retires| term < retires));
        let pay = working.map(|person| {
            let title = person.title.and_then(|title| self.titles.get(&title));
            self.groups.get(&id).or(title).copied().unwrap_or(self.each)
        });
        pay.sum()
    }
}
