//! What the workbench keeps: a journal of events in the folder, and what follows
//! from them.

mod book;
mod edit;
mod event;
mod folder;
mod job;
mod option;
mod shared;

pub use book::{BASE, Book};
pub use edit::{Edit, Source};
pub use event::Event;
pub use folder::{Folder, Stamp, Unopened, stamp};
pub use job::{Job, Kind, Limits, Stage};
pub use option::Choice;
pub use shared::{Opened, Refused};
