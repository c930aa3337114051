//! Why not, and what it would take: small cases with known answers.

#![allow(missing_docs)]

#[path = "../program/mod.rs"]
mod program;
#[path = "../tiny/mod.rs"]
mod tiny;

mod cases;
mod conflict;
mod format;
mod outside;
mod prices;
mod repairs;
mod targets;
