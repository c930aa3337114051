//! What the certificates of a plan prove of the bounds that it states.

use crate::certificate::{Basis, CertifiedTier, certify};
use crate::domain::{Language, Status, Text};
use crate::plan::{Plan, TierResult};
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::format;
use crate::report::view::{View, parts};
use crate::words::report::bounds as words;
use crate::words::report::{aim, bound, tier, value};

/// Decimals of a tier's value.
pub(super) const DECIMALS: usize = 2;

/// A part in so many of a bound that is lost in rounded duals is not printed.
const SLACK: f64 = 1e-6;

/// Both bounds of each tier, side by side.
pub fn section(plan: &Plan, tiers: &[CertifiedTier], language: Language) -> Section {
    let say = |text: Text| text.get(language).to_owned();
    let columns = vec![
        Column::figure(say(tier())),
        Column::text(say(aim())),
        Column::figure(say(value())),
        Column::figure(say(words::certified())),
        Column::figure(say(bound())),
        Column::text(say(words::basis())),
    ];
    let amount = |bound: Option<f64>| bound.map_or(Cell::Empty, |it| Cell::Amount(it, DECIMALS));
    let rows = plan.tiers.iter().zip(tiers).enumerate().map(|(index, (stated, certified))| {
        Row::new(vec![
            Cell::count(index + 1),
            Cell::Text(parts(&stated.parts, language)),
            Cell::Amount(stated.value, DECIMALS),
            amount(printed(certified, DECIMALS)),
            amount(certified.reported),
            Cell::Text(say(finding(stated, certified))),
        ])
    });
    let table = Table::new("bounds", say(words::title()), say(words::none()), columns);
    Section::new(say(words::heading())).note(say(words::meaning())).table(table.rows(rows))
}

/// The certified bound as it is printed with some decimals: rounded down.
pub fn printed(tier: &CertifiedTier, decimals: usize) -> Option<f64> {
    let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
    tier.proven.map(|proven| {
        let shown = proven + SLACK * proven.abs().max(1.0);
        (shown * scale).floor() / scale + 0.0
    })
}

/// What the certificates of a plan prove, if it has any.
pub fn of(view: &View) -> Option<Vec<CertifiedTier>> {
    let any = view.plan.tiers.iter().any(|tier| tier.certificate.is_some());
    any.then(|| certify(view.scenario, view.plan))
}

/// What is proven of a tier, and what is the solver's word.
fn finding(stated: &TierResult, certified: &CertifiedTier) -> Text {
    match (certified.basis, certified.reported) {
        (Basis::OtherRows, _) => words::of_other_rows(),
        (_, None) if certified.proven.is_some() && stated.status == Status::GapReached => {
            words::status_reported()
        }
        (_, None) if certified.proven.is_some() => words::none_reported(),
        (_, None) => words::nothing(),
        (_, Some(_)) if certified.covers() => words::covered(),
        (Basis::Amounts, Some(_)) => words::not_certified(),
        (Basis::Duals, Some(reported)) => {
            let proven = printed(certified, DECIMALS).unwrap_or(0.0);
            let number = |value| format::number(value, DECIMALS);
            words::less_certified(&number(proven), &number(reported))
        }
    }
}
