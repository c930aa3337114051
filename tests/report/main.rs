//! The report and its formats.

mod agreement;
mod charts;
mod docx;
mod findings;
mod front;
mod page;
mod publish;
mod sums;
#[path = "../support/mod.rs"]
mod support;
mod tables;
mod xlsx;
