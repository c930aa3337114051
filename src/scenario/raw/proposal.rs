//! Texts of the proposal, as written.

use super::RawText;
use crate::domain::StatementKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the document says that no figure shows; whatever is absent is left out
/// of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawProposal {
    /// Who submits it.
    pub issuer: Option<RawText>,
    /// To whom it is submitted.
    pub addressee: Option<RawText>,
    /// Its date, `2008`, `2008-03` or `2008-03-01`.
    pub date: Option<String>,
    /// Reasons, principles and safeguards, in the order in which they are to
    /// stand.
    pub statements: Vec<RawStatement>,
}

/// A statement of the proposal.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawStatement {
    /// `reason`, `principle` or `safeguard`.
    pub kind: Option<StatementKind>,
    /// What it says: whole sentences.
    pub text: Option<RawText>,
}
