//! What a study plans: its factors, their levels, the design, the indicators kept.

pub mod bounds;
pub mod candidates;
pub mod design;
mod distribution;
pub mod factor;
pub mod first_stage;
pub mod indicator;
pub mod manifest;
mod pinning;
pub mod raw;
pub mod resolve;
pub(super) mod trial;
