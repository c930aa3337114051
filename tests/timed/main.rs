//! Tests whose result depends on the clock, and tests that plan on all cores. Each
//! runs alone.

mod budget;
mod interrupt;
mod killed;
mod limits;
mod longyou_plan;
#[path = "../support/mod.rs"]
mod support;
mod whatif_plans;
