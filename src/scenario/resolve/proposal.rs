//! Texts of the proposal.

use super::checks::Checks;
use crate::domain::{Date, Proposal, Statement};
use crate::scenario::path::Path;
use crate::scenario::raw::{RawProposal, RawStatement};
use crate::words::diagnostics as words;

/// The texts, if the scenario states any.
pub(super) fn resolve(raw: Option<&RawProposal>, checks: &mut Checks<'_>) -> Proposal {
    let Some(raw) = raw else {
        return Proposal::default();
    };
    let here = Path::field("proposal");
    let date = raw.date.clone().unwrap_or_default();
    if raw.date.is_some() && date.parse::<Date>().is_err() {
        checks.error(&here.key("date"), words::not_a_date(&date), vec![words::date_form()]);
    }
    let issuer = checks.text(&here.key("issuer"), raw.issuer.as_ref());
    let addressee = checks.text(&here.key("addressee"), raw.addressee.as_ref());
    let mut statements = Vec::new();
    for (index, raw) in raw.statements.iter().enumerate() {
        statements.extend(statement(&here.key("statements").index(index), raw, checks));
    }
    Proposal { issuer, addressee, date, statements }
}

fn statement(here: &Path, raw: &RawStatement, checks: &mut Checks<'_>) -> Option<Statement> {
    let kind = checks.need(here, "kind", raw.kind.as_ref()).copied();
    let text = checks.need_text(here, "text", raw.text.as_ref());
    Some(Statement { kind: kind?, text })
}
