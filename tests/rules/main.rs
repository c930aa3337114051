//! The planning itself: rules, verification, people by name, explanations.

mod adopt;
mod agenda;
mod assets;
mod assignment;
mod bands;
mod brute_force;
mod budget;
mod cases;
mod catchment;
mod certificate;
mod classes;
mod compliance;
mod courses;
mod explain;
mod headcount;
mod intake;
mod keep;
mod location;
mod merging;
mod microlp;
mod midyear;
mod oracle;
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
