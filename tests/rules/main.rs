//! The planning itself: rules, verification, people by name, explanations.

mod adopt;
mod afterwards;
mod agenda;
mod assets;
mod assignment;
mod brute_force;
mod budget;
mod cases;
mod certificate;
mod classes;
mod compliance;
mod courses;
mod explain;
mod headcount;
mod intake;
mod intakes;
mod keep;
mod location;
mod merging;
mod microlp;
mod midyear;
mod oracle;
mod payroll;
mod people;
mod pins;
mod premises;
mod properties;
mod relaxation;
mod slack_allowance;
mod staff;
mod standards;
#[path = "../support/mod.rs"]
mod support;
mod tightening;
mod verify;
