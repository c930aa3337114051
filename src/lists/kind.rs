//! What a list is taken for.

use crate::workbook::layout::Bi;
use serde::{Deserialize, Serialize};

/// What a list is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListKind {
    /// 教职工名册：每人一行 / Staff, a row for each person
    Roster,
    /// 资产清册：每项一行 / Assets, a row for each line of the register
    Assets,
    /// 班级名单：每班一行 / Classes in school, a row for each class
    Cohorts,
    /// 学生名单：每人一行，合计成班级 / Pupils, a row each, counted into classes
    Pupils,
}

impl ListKind {
    /// Its name.
    pub fn title(self) -> Bi {
        match self {
            Self::Roster => Bi("教职工名册", "staff list"),
            Self::Assets => Bi("资产清册", "asset register"),
            Self::Cohorts => Bi("班级名单", "list of classes"),
            Self::Pupils => Bi("学生名单", "list of pupils"),
        }
    }

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Roster => "roster",
            Self::Assets => "assets",
            Self::Cohorts => "cohorts",
            Self::Pupils => "pupils",
        }
    }
}
