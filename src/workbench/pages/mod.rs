//! The screens: functions from what there is to HTML. They ask nothing and change
//! nothing.

mod chart;
mod compare;
mod data;
mod document;
mod explain;
mod findings;
mod frame;
mod jobs;
mod options;
mod plan;
mod results;

pub use compare::{Comparable, compare};
pub use data::{Cell, Change, DataPage, arithmetic, changes, data};
pub use explain::{Repair, explain};
pub use plan::{PlanPage, plan};

pub use frame::{Frame, Tab, frame, wrong};
pub use jobs::{JobLine, job_list, jobs};
pub use options::{Line, OptionsPage, Standing, first, options};
pub use results::{ResultPage, result};
