//! Runs the jobs, one at a time unless more are allowed.

use super::attempt::{self, begin, end, is_alive};
use crate::workbench::state::{BASE, Book, Event, Job, Kind, Opened, Stage};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::Child;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// How often the runner looks.
const TICK: Duration = Duration::from_millis(50);

/// Exit code of a child that was ended by a signal.
const KILLED: i32 = -1;

/// Runs jobs until `over`; children that still run then are asked to stop, and go
/// on after the next start.
pub fn run(opened: &Opened, together: usize, over: &AtomicBool) {
    let mut runner = Runner { opened, together, children: BTreeMap::new() };
    while !over.load(Ordering::Relaxed) {
        runner.tick();
        thread::sleep(TICK);
    }
}

struct Running {
    child: Child,
    attempt: u32,
    told: bool,
}

struct Runner<'a> {
    opened: &'a Opened,
    together: usize,
    /// Children by the number of their job. Dropping one closes its standard input.
    children: BTreeMap<u32, Running>,
}

impl Runner<'_> {
    /// Looks once at all jobs. What can't be written is tried again at the next look.
    fn tick(&mut self) {
        let book = self.opened.book();
        for job in &book.jobs {
            self.look_after(job);
        }
        // What has just ended is no longer open.
        let book = self.opened.book();
        for job in book.jobs.iter().filter(|job| job.is_open()) {
            if self.children.len() >= self.together {
                return;
            }
            if !self.children.contains_key(&job.id) {
                self.go_on(&book, job);
            }
        }
    }

    /// Ends, stops or kills the child of a job.
    fn look_after(&mut self, job: &Job) {
        let Some(running) = self.children.get_mut(&job.id) else {
            return;
        };
        if job.stage == Stage::Discarded {
            let _ = running.child.kill();
        } else if job.stopped && !running.told {
            let stdin = running.child.stdin.as_mut();
            running.told = stdin.is_some_and(|stdin| stdin.write_all(b"stop\n").is_ok());
        }
        if let Ok(Some(status)) = running.child.try_wait() {
            let ended = Event::Ended {
                job: job.id,
                attempt: running.attempt,
                exit: status.code().unwrap_or(KILLED),
            };
            if job.stage == Stage::Discarded || self.opened.record(ended).is_ok() {
                self.children.remove(&job.id);
            }
        }
    }

    /// Begins a job, or what is left of it after an interruption.
    fn go_on(&mut self, book: &Book, job: &Job) {
        let folder = &self.opened.folder;
        if job.attempt > 0 {
            let last = folder.attempt(job.id, job.attempt);
            if is_alive(&last) {
                return;
            }
            if let Some(end) = end(&last).filter(|end| end.stopped != "left" || job.stopped) {
                let ended = Event::Ended { job: job.id, attempt: job.attempt, exit: end.exit };
                let _ = self.opened.record(ended);
                return;
            }
        }
        let attempt = job.attempt + 1;
        let near = self.near(book, job);
        if self.opened.record(Event::Started { job: job.id, attempt }).is_err() {
            return;
        }
        match begin(folder, job, attempt, near.as_deref()) {
            Ok(child) => {
                self.children.insert(job.id, Running { child, attempt, told: false });
            }
            Err(_) => {
                let _ = self.opened.record(Event::Ended { job: job.id, attempt, exit: KILLED });
            }
        }
    }

    /// A plan to start near: that of an interrupted attempt, the option's last one, or
    /// the base's. A run that ends by its work starts from nothing, so that it gives
    /// the same plan every time.
    fn near(&self, book: &Book, job: &Job) -> Option<PathBuf> {
        let Kind::Plan { option } = job.kind else {
            return None;
        };
        if job.limits.steps.is_some() {
            return None;
        }
        let folder = &self.opened.folder;
        let own = (1..=job.attempt).rev().map(|attempt| attempt::plan(folder, job.id, attempt));
        let of =
            |option| book.planned(option).map(|job| attempt::plan(folder, job.id, job.attempt));
        own.chain(of(option)).chain(of(BASE)).find(|plan| plan.is_file())
    }
}
