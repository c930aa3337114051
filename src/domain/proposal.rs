//! What a proposal says that no figure of the case shows.

use super::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which chapter of the document a statement belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    /// Why the consolidation is proposed 理由.
    Reason,
    /// What the plan keeps to 原则.
    Principle,
    /// What secures that the plan is carried out 保障措施.
    Safeguard,
}

/// A statement of the proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Which chapter it belongs to.
    pub kind: StatementKind,
    /// What it says, one sentence or a few.
    pub text: Text,
}

/// The texts of the document that only its issuer knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Who submits it.
    pub issuer: Option<Text>,
    /// To whom it is submitted.
    pub addressee: Option<Text>,
    /// Its date, `2008`, `2008-03` or `2008-03-01`; empty where none is given.
    pub date: String,
    /// Reasons, principles and safeguards, in the order given.
    pub statements: Vec<Statement>,
}

impl Proposal {
    /// The statements of a kind.
    pub fn of(&self, kind: StatementKind) -> impl Iterator<Item = &Text> {
        self.statements.iter().filter(move |one| one.kind == kind).map(|one| &one.text)
    }
}
