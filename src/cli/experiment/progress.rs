//! Shows how a study is getting on.

use crate::domain::Language;
use crate::experiment::run::row::RowStatus;
use crate::words::experiment as words;
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Rows of a study as they come in.
pub struct Progress {
    bar: ProgressBar,
    language: Language,
    began: Instant,
    /// Rows that were there before.
    before: usize,
    plans: usize,
    rows: Mutex<BTreeMap<RowStatus, usize>>,
}

impl Progress {
    /// Begins with the rows there are. Silent when asked, and when standard
    /// error is no terminal.
    pub fn new(
        plans: usize,
        rows: BTreeMap<RowStatus, usize>,
        language: Language,
        quiet: bool,
    ) -> Self {
        let bar = if quiet { ProgressBar::hidden() } else { ProgressBar::new(plans as u64) };
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len}{wide_msg}");
        if let Ok(style) = style {
            bar.set_style(style.progress_chars("##-"));
        }
        let before = rows.values().sum();
        bar.set_position(before as u64);
        let progress =
            Self { bar, language, began: Instant::now(), before, plans, rows: Mutex::new(rows) };
        progress.tick();
        progress
    }

    /// Another row has come in.
    pub fn add(&self, status: RowStatus) {
        if let Ok(mut rows) = self.rows.lock() {
            *rows.entry(status).or_default() += 1;
        }
        self.bar.inc(1);
        self.tick();
    }

    /// Shows the time as it is.
    pub fn tick(&self) {
        let Ok(rows) = self.rows.lock() else {
            return;
        };
        let count = |status: RowStatus| rows.get(&status).copied().unwrap_or(0);
        let failed = count(RowStatus::Failed)
            + count(RowStatus::NothingFound)
            + count(RowStatus::Unverified);
        let done: usize = rows.values().sum();
        let (pace, left) = pace(done - self.before, self.plans - done, self.began.elapsed());
        let message = words::progress(failed, count(RowStatus::Infeasible), &pace, &left);
        self.bar.set_message(message.get(self.language).to_owned());
    }

    /// Says something above the bar.
    pub fn note(&self, text: &str) {
        self.bar.suspend(|| super::output::note(text));
    }

    /// Rows so far, and the bar taken away.
    pub fn done(&self) -> BTreeMap<RowStatus, usize> {
        self.bar.finish_and_clear();
        self.rows.lock().map_or_else(|_| BTreeMap::new(), |rows| rows.clone())
    }
}

/// Plans a minute and the time left; dashes while nothing is known.
#[allow(clippy::cast_precision_loss)]
fn pace(made: usize, left: usize, elapsed: Duration) -> (String, String) {
    if made == 0 {
        return ("–".to_owned(), "–".to_owned());
    }
    let each = elapsed.as_secs_f64() / made as f64;
    let seconds = Duration::from_secs_f64(each * left as f64).as_secs();
    let left = format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    (format!("{:.1}", 60.0 / each), left)
}

#[cfg(test)]
mod tests {
    use super::pace;
    use std::time::Duration;

    #[test]
    fn pace_and_time_left_follow_from_what_was_made() {
        let told = pace(30, 3700, Duration::from_secs(60));
        assert_eq!(told, ("30.0".to_owned(), "2:03:20".to_owned()));
        assert_eq!(pace(0, 5, Duration::from_secs(9)).0, "–");
    }
}
