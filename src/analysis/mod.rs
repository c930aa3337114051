//! Analyses of one or several plans: comparisons, efficient sets, alternatives,
//! explanations, prices, and what arithmetic says before anything is solved.

pub mod adopt;
pub mod alternatives;
pub mod atlas;
pub mod check;
pub mod compare;
pub mod difference;
pub mod explain;
pub mod forecast;
pub mod frontier;
pub mod keep;
pub mod moved;
pub mod prices;
pub mod usage;
pub mod why;
