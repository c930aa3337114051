//! Pay of the present staff, and posts that campuses and students need.

use super::checks::{Bounds, Checks, Noun};
use super::names::Names;
use super::suggest::suggestions;
use crate::domain::{Calendar, Payroll, PostKind, StaffGroup};
use crate::ids::GroupId;
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::{RawPayroll, RawPostKind, RawScenario};
use crate::units::Money;
use crate::words::payroll as words;
use typed_index_collections::TiSlice;

/// Words of titles, as in the format.
const TITLES: [&str; 4] = ["none", "junior", "intermediate", "senior"];

/// Most posts of a kind.
const MOST: u32 = 100_000;

/// The payroll; none if the scenario states nothing of pay.
pub(super) fn resolve(
    raw: &RawScenario,
    names: &Names<'_>,
    (staff, calendar): (&TiSlice<GroupId, StaffGroup>, Option<&Calendar>),
    checks: &mut Checks<'_>,
) -> Option<Payroll> {
    let raw = raw.payroll.as_ref()?;
    let here = Path::field("payroll");
    let raise = raw.raise.as_ref();
    let raise = checks.optional(&here, "raise", raise, Measure::Share, Bounds::Share);
    let each = checks.optional(&here, "each", raw.each.as_ref(), Measure::Money, Bounds::Amount);
    let mut payroll = Payroll {
        each: Money(each.unwrap_or(0.0)),
        raise: raise.unwrap_or(0.0),
        ..Payroll::default()
    };
    for (key, quantity) in raw.titles.iter() {
        let at = here.key("titles").key(key);
        let pay = money(&at, quantity, checks);
        match RawPayroll::title(key) {
            Some(title) => {
                payroll.titles.insert(title, pay);
            }
            None => checks.error(&at, words::no_title(key), suggestions(key, TITLES.into_iter())),
        }
    }
    for (key, quantity) in raw.groups.iter() {
        let at = here.key("groups").key(key);
        let pay = money(&at, quantity, checks);
        let known = checks.find::<GroupId>(&at, key, Noun::Staff, &names.staff);
        let group = staff.position(|group| group.id == *key).filter(|_| known.is_some());
        payroll.groups.extend(group.map(|group| (group, pay)));
    }
    for (key, raw) in raw.posts.iter() {
        let posts = post_kind(&here.key("posts").key(key), (key, raw), calendar, checks);
        payroll.posts.push(posts);
    }
    Some(payroll)
}

fn money(at: &Path, quantity: &Quantity, checks: &mut Checks<'_>) -> Money {
    Money(checks.figure(at, quantity, Measure::Money, Bounds::Amount, &[]).unwrap_or(0.0))
}

fn post_kind(
    here: &Path,
    (key, raw): (&str, &RawPostKind),
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> PostKind {
    let mut number = |field: &str, stated: &Option<Quantity>| {
        let stated = stated.as_ref();
        let figure = checks.optional(here, field, stated, Measure::Number, Bounds::Amount);
        figure.unwrap_or(0.0)
    };
    let per_campus = number("per_campus", &raw.per_campus);
    let per_100_students = number("per_100_students", &raw.per_100_students);
    let present = checks.optional_count(here, "present", raw.present, 0, MOST).unwrap_or(0);
    let mut posts = PostKind {
        id: key.to_owned(),
        name: checks.need_text(here, "name", raw.name.as_ref()),
        pay: Money(checks.needed(here, "pay", raw.pay.as_ref(), Measure::Money, Bounds::Amount)),
        present,
        retirements: std::collections::BTreeMap::new(),
        per_campus,
        per_100_students,
    };
    for (text, count) in raw.retirements.iter() {
        let at = here.key("retirements").key(text);
        if let Some(term) = checks.term_within(&at, text, calendar) {
            *posts.retirements.entry(term).or_default() += *count;
        }
    }
    let gone: u64 = posts.retirements.values().map(|count| u64::from(*count)).sum();
    if gone > u64::from(present) {
        let message = words::retire_too_many(gone, present);
        checks.error(&here.key("retirements"), message, vec![words::state_present()]);
    }
    posts
}
