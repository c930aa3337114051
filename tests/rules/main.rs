//! One rule at a time, binding and slack, against optima computed by hand.
//!
//! Unless a case says otherwise, a class costs 1 (万元) a term at campus a, and
//! there are two terms of planning in one stage, 2008-autumn and 2009-spring.

mod budget;
mod cases;
mod classes;
mod courses;
mod intake;
mod merging;
#[path = "../support/microlp.rs"]
mod microlp;
mod midyear;
mod people;
mod pins;
mod premises;
mod staff;
mod standards;
#[path = "../tiny/mod.rs"]
mod tiny;
