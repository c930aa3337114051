//! Heuristics: how first solutions are constructed and how they are improved.

pub mod comparator;
pub mod construction;
pub mod fix_and_optimise;
pub mod neighbourhood;
pub mod proximity;
pub mod space;
