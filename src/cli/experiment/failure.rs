//! Failures of the commands about studies.

use crate::cli::exit::{Exit, Failure};
use crate::domain::{Language, Text};
use crate::experiment::run::row::RowStatus;
use crate::experiment::{Kind, Trouble};
use crate::words::experiment as words;
use std::collections::BTreeMap;

/// A trouble at the edge.
pub(super) fn failure(trouble: &Trouble, language: Language) -> Failure {
    Failure {
        exit: match trouble.kind {
            Kind::Wrong => Exit::Wrong,
            Kind::Incomplete => Exit::Incomplete,
            Kind::Temporary => Exit::Temporary,
            Kind::Failed => Exit::Failed,
        },
        message: trouble.text.get(language).to_owned(),
    }
}

/// Rows by what became of their plans, in one line.
pub(super) fn counted(rows: &BTreeMap<RowStatus, usize>, language: Language) -> Option<String> {
    let counts = rows.iter().map(|(status, count)| {
        let name = row_status(*status);
        words::count_of(&name.zh, &name.en, *count).get(language).to_owned()
    });
    let counts: Vec<String> = counts.collect();
    let comma = match language {
        Language::Zh => "，",
        Language::En => ", ",
    };
    (!counts.is_empty()).then(|| counts.join(comma))
}

/// What became of a plan.
pub(super) fn row_status(status: RowStatus) -> Text {
    match status {
        RowStatus::Verified => words::row_verified(),
        RowStatus::Unverified => words::row_unverified(),
        RowStatus::Infeasible => words::row_infeasible(),
        RowStatus::NothingFound => words::row_nothing_found(),
        RowStatus::Failed => words::row_failed(),
    }
}
