//! The folder while it is open: every change is written before it counts.

use super::{Book, Edit, Event, Folder, Job, Kind, Limits, Source, Unopened};
use crate::fs::{Journal, PublishError};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

/// A line of the journal.
#[derive(Serialize, Deserialize)]
struct Line {
    /// Seconds since 1970.
    at: u64,
    #[serde(flatten)]
    event: Event,
}

/// Why a change was not made.
#[derive(Debug)]
pub enum Refused {
    /// Somebody has changed the option since the page was shown: what happened since.
    Stale(Vec<Event>),
    /// There is no such thing.
    Unknown,
    /// It could not be written.
    Unwritable(PublishError),
}

impl From<PublishError> for Refused {
    fn from(error: PublishError) -> Self {
        Self::Unwritable(error)
    }
}

struct Inner {
    journal: Journal,
    book: Book,
    events: Vec<Event>,
}

/// An open folder.
pub struct Opened {
    /// Where it is.
    pub folder: Folder,
    inner: Mutex<Inner>,
}

impl Opened {
    /// Opens a folder, with what earlier runs have kept in it.
    ///
    /// # Errors
    ///
    /// When it can't be used, or another workbench has it open.
    pub fn new(path: &Path) -> Result<Self, Unopened> {
        let folder = Folder::new(path)?;
        let (journal, lines) = Journal::open(&folder.journal())?.ok_or(Unopened::InUse)?;
        let (mut book, mut events) = (Book::default(), Vec::new());
        for (index, line) in lines.iter().enumerate() {
            let line: Line =
                serde_json::from_str(line).map_err(|_| Unopened::Journal(index + 1))?;
            book.follow(&line.event, line.at);
            events.push(line.event);
        }
        Ok(Self { folder, inner: Mutex::new(Inner { journal, book, events }) })
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What there is now.
    pub fn book(&self) -> Book {
        self.inner().book.clone()
    }

    /// Records an event.
    ///
    /// # Errors
    ///
    /// When it can't be written.
    pub fn record(&self, event: Event) -> Result<(), PublishError> {
        self.inner().record(event)
    }

    /// Records a change of an option that was last seen at a revision.
    ///
    /// # Errors
    ///
    /// When somebody has changed the option since, it is not there, or the change
    /// can't be written.
    pub fn change(&self, seen: u64, event: Event) -> Result<(), Refused> {
        let mut inner = self.inner();
        let id = event.option().ok_or(Refused::Unknown)?;
        let option = inner.book.option(id).ok_or(Refused::Unknown)?;
        if option.revision != seen {
            let since = usize::try_from(seen).unwrap_or(usize::MAX);
            let later = inner.events.iter().skip(since);
            let own = later.filter(|event| event.option() == Some(id));
            return Err(Refused::Stale(own.cloned().collect()));
        }
        Ok(inner.record(event)?)
    }

    /// Makes an option and gives its number.
    ///
    /// # Errors
    ///
    /// When it can't be written.
    pub fn make(
        &self,
        name: &str,
        copy_of: Option<u32>,
        (edits, sources): (Vec<Edit>, Vec<Source>),
    ) -> Result<u32, PublishError> {
        let mut inner = self.inner();
        let option = inner.book.next_option();
        inner.record(Event::Made { option, name: name.to_owned(), copy_of })?;
        if !edits.is_empty() {
            inner.record(Event::Changed { option, edits, sources })?;
        }
        Ok(option)
    }

    /// Queues a job and gives its number. Its files, which depend on the number, are
    /// written before it counts; without any it is not queued.
    ///
    /// # Errors
    ///
    /// When something can't be written.
    pub fn queue(
        &self,
        kind: Kind,
        limits: Limits,
        files: &dyn Fn(u32) -> Option<Vec<(String, String)>>,
    ) -> Result<Option<u32>, PublishError> {
        let mut inner = self.inner();
        let job = inner.book.next_job();
        let Some(files) = files(job) else {
            return Ok(None);
        };
        for (name, text) in files {
            self.folder.keep(job, &name, &text)?;
        }
        inner.record(Event::Queued { job, kind, limits })?;
        Ok(Some(job))
    }

    /// Records something about a job, if what is asked of it holds now.
    ///
    /// # Errors
    ///
    /// When there is no such job, or it can't be written.
    pub fn of_job(
        &self,
        job: u32,
        when: impl Fn(&Job) -> bool,
        event: Event,
    ) -> Result<(), Refused> {
        let mut inner = self.inner();
        let there = inner.book.job(job).ok_or(Refused::Unknown)?;
        if when(there) {
            inner.record(event)?;
        }
        Ok(())
    }
}

impl Inner {
    fn record(&mut self, event: Event) -> Result<(), PublishError> {
        let at = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let line = Line { at, event };
        let text = serde_json::to_string(&line).unwrap_or_default();
        self.journal.append(&text)?;
        self.book.follow(&line.event, at);
        self.events.push(line.event);
        Ok(())
    }
}
