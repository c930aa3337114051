//! What follows from the events: base, options, jobs.

use super::{Choice, Event, Job, Stage};

/// The number of the base among the options.
pub const BASE: u32 = 0;

/// What the events come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    /// Number of events.
    pub revision: u64,
    /// Path of the base's file from the folder.
    pub base: Option<String>,
    /// The base, and the options in the order in which they were made.
    pub options: Vec<Choice>,
    /// The jobs in the order in which they were queued.
    pub jobs: Vec<Job>,
}

impl Book {
    /// Follows an event, of seconds since 1970.
    pub fn follow(&mut self, event: &Event, at: u64) {
        self.revision += 1;
        let revision = self.revision;
        match event {
            Event::Based { file } => {
                self.base = Some(file.clone());
                if self.option(BASE).is_none() {
                    self.options.insert(0, Choice::new(BASE, String::new(), None));
                }
                if let Some(base) = self.options.first_mut() {
                    base.revision = revision;
                }
            }
            Event::Made { option, name, copy_of } => {
                let copied = copy_of.and_then(|of| self.option(of));
                let made = Choice::new(*option, name.clone(), copied);
                self.options.push(made);
            }
            Event::Queued { job, kind, limits } => self.jobs.push(Job {
                id: *job,
                kind: kind.clone(),
                limits: *limits,
                stage: Stage::Queued,
                attempt: 0,
                stopped: false,
                queued_at: at,
            }),
            event => self.follow_job(event),
        }
        let option = event.option().and_then(|id| self.options.iter_mut().find(|one| one.id == id));
        if let Some(option) = option {
            option.follow(event);
            option.revision = revision;
        }
    }

    fn follow_job(&mut self, event: &Event) {
        let (Event::Started { job, .. }
        | Event::Stopped { job }
        | Event::Discarded { job }
        | Event::Ended { job, .. }) = event
        else {
            return;
        };
        let Some(job) = self.jobs.iter_mut().find(|one| one.id == *job) else {
            return;
        };
        match event {
            Event::Started { attempt, .. } => {
                job.attempt = *attempt;
                job.stage = Stage::Running;
            }
            Event::Stopped { .. } => job.stopped = true,
            Event::Discarded { .. } => job.stage = Stage::Discarded,
            Event::Ended { exit, .. } if job.stage != Stage::Discarded => {
                job.stage = Stage::Ended(*exit);
            }
            _ => {}
        }
    }

    /// An option by its number.
    pub fn option(&self, id: u32) -> Option<&Choice> {
        self.options.iter().find(|one| one.id == id)
    }

    /// The options that are shown, the base first.
    pub fn shown(&self) -> impl Iterator<Item = &Choice> {
        self.options.iter().filter(|one| !one.removed)
    }

    /// A job by its number.
    pub fn job(&self, id: u32) -> Option<&Job> {
        self.jobs.iter().find(|one| one.id == id)
    }

    /// The last plan of an option.
    pub fn planned(&self, option: u32) -> Option<&Job> {
        self.jobs.iter().rfind(|job| job.has_plan() && job.kind.option() == option)
    }

    /// The number of the next option.
    pub fn next_option(&self) -> u32 {
        self.options.iter().map(|one| one.id + 1).max().unwrap_or(1)
    }

    /// The number of the next job.
    pub fn next_job(&self) -> u32 {
        self.jobs.iter().map(|one| one.id + 1).max().unwrap_or(1)
    }
}
