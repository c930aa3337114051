//! Assets of the register, and their sums.

use crate::domain::{AssetKind, Date, Resource, Term, Text};
use crate::ids::CampusId;
use crate::plan::AssetLine;
use crate::report::sections::campuses::{self, Change};
use crate::report::view::View;
use crate::units::Money;

/// A line of the plan with what the scenario says of it.
pub(super) struct Item<'a> {
    pub(super) line: &'a AssetLine,
    /// Register number, or what stands in its place for what is bought.
    pub(super) key: String,
    pub(super) name: &'a Text,
    pub(super) kind: AssetKind,
    pub(super) unit: &'a Text,
    pub(super) resource: Option<&'a Resource>,
    pub(super) movable: bool,
    pub(super) valued: Option<Date>,
    /// Campus today; none of what is bought.
    pub(super) campus: Option<&'a str>,
}

/// A number of things and their value in fen, so that sums are exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) number: u64,
    pub(super) fen: i64,
}

impl Sum {
    pub(super) fn of(number: u32, value: Money) -> Self {
        Self { number: number.into(), fen: value.fen() }
    }

    pub(super) fn value(self) -> Money {
        Money::of_fen(self.fen)
    }
}

impl std::iter::Sum for Sum {
    fn sum<I: Iterator<Item = Self>>(sums: I) -> Self {
        sums.fold(Self::default(), |sum, one| Self {
            number: sum.number + one.number,
            fen: sum.fen + one.fen,
        })
    }
}

impl<'a> Item<'a> {
    pub(super) fn whole(&self) -> Sum {
        Sum::of(self.line.number, self.line.value_wan_yuan)
    }

    /// What was there before the plan.
    pub(super) fn today(&self) -> Sum {
        let bought = self.line.bought.is_some();
        if bought { Sum::default() } else { self.whole() }
    }

    /// What is bought under the plan.
    pub(super) fn bought(&self) -> Sum {
        let bought = self.line.bought.is_some();
        if bought { self.whole() } else { Sum::default() }
    }

    /// What is disposed of.
    pub(super) fn disposed(&self) -> Sum {
        let gone = self.line.disposed.iter();
        gone.map(|one| Sum::of(one.number, one.value_wan_yuan)).sum()
    }

    /// What leaves the register by a term because its premises do.
    pub(super) fn released(&self, by: Term) -> Sum {
        let gone = self.line.released.iter().filter(|one| one.at.0 <= by);
        gone.map(|one| Sum::of(one.number, one.value_wan_yuan)).sum()
    }

    /// What goes out of the register: disposed of, or released with its premises.
    pub(super) fn gone(&self, view: &View<'a>) -> Sum {
        let calendar = &view.scenario.calendar;
        let last = view.terms().last().copied().unwrap_or(calendar.first);
        [self.disposed(), self.released(last)].into_iter().sum()
    }

    /// What stands where in a term, in the order of the campuses.
    pub(super) fn standing(&self, view: &View<'a>, term: Term) -> Vec<(&'a str, Sum)> {
        let standing = self.line.standing(term);
        let out = |campus: &str| {
            let mut gone = self.line.released.iter();
            gone.any(|one| one.campus == campus && one.at.0 <= term)
        };
        let at = |campus: &'a str| {
            let (number, value) = standing.get(campus).filter(|_| !out(campus))?;
            Some((campus, Sum::of(*number, *value)))
        };
        view.campuses().filter_map(at).collect()
    }

    /// What stands where before a stage begins.
    pub(super) fn before(&self, view: &View<'a>, start: Term) -> Vec<(&'a str, Sum)> {
        match self.campus {
            Some(campus) if start == view.scenario.calendar.first => vec![(campus, self.whole())],
            _ => self.standing(view, start.plus(-1)),
        }
    }

    /// What stands somewhere at the end.
    pub(super) fn left(&self, view: &View<'a>) -> Sum {
        let last = view.terms().last().copied();
        let last = last.unwrap_or(view.scenario.calendar.first);
        self.standing(view, last).into_iter().map(|(_, sum)| sum).sum()
    }
}

/// When a campus is left, and whether its tenure is over then.
pub(super) fn leavings(view: &View) -> Vec<(Term, CampusId, bool)> {
    let mut leavings = Vec::new();
    for (id, campus) in view.scenario.campuses.iter_enumerated() {
        for (start, change) in campuses::changes(view, campus) {
            if change == Change::Closes {
                let over = campus.until.is_some_and(|until| until < start);
                leavings.push((start, id, over));
            }
        }
    }
    leavings.sort_unstable();
    leavings
}
