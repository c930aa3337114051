//! Why not, and what it would take: small cases with known answers.

mod cases;
mod conflict;
mod format;
mod outside;
mod prices;
mod repairs;
mod targets;
