//! The screens: functions from what there is to HTML. They ask nothing and change
//! nothing.

mod chart;
mod data;
mod findings;
mod frame;
mod jobs;
mod options;
mod results;

pub use data::{Cell, Change, DataPage, arithmetic, changes, data};

pub use frame::{Frame, Tab, frame, wrong};
pub use jobs::{JobLine, job_list, jobs};
pub use options::{Line, OptionsPage, Standing, first, options};
pub use results::{ResultPage, result};
