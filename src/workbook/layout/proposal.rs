//! The sheet 申报要点.

use super::bilingual::Bi;
use super::kind::Kind;
use super::labels;
use super::table::{Sheet, at, rows};

/// Reasons, principles and safeguards of the proposal.
pub const STATEMENTS: Sheet = Sheet {
    title: Bi("申报要点", "Statements"),
    synonyms: &["要点"],
    about: Bi(
        "申报文件中的理由、原则和保障措施，每行一条，写完整的句子",
        "Reasons, principles and safeguards of the proposal, whole sentences, one a row",
    ),
    rows: &[rows("proposal.statements[]", &[])],
    columns: &[
        at("kind", "类别", "Kind", Kind::Word(labels::STATEMENTS)),
        at("text.zh", "内容", "Text (Chinese)", Kind::Text).or(&["要点"]),
        at("text.en", "英文内容", "Text", Kind::Text),
    ],
};
