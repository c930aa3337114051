//! Shows how a run is getting on, and hears Ctrl-C.

use super::{lines, output};
use crate::domain::{Language, Text};
use crate::report::format;
use crate::solve::{Observer, Phase, Progress};
use crate::words::cli as words;
use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Code of a program ended by Ctrl-C.
const INTERRUPTED: i32 = 130;

/// Whoever watches a run from a terminal.
pub struct Watch {
    line: ProgressBar,
    limit: Option<f64>,
    language: Language,
    stop: Arc<AtomicBool>,
}

impl Watch {
    /// Watches a run with this time limit in seconds. Silent when asked, and
    /// when standard error is no terminal.
    pub fn new(limit: Option<f64>, language: Language, quiet: bool) -> Self {
        let line = if quiet { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
        Self::on(line, limit, language, Arc::default())
    }

    fn on(
        line: ProgressBar,
        limit: Option<f64>,
        language: Language,
        stop: Arc<AtomicBool>,
    ) -> Self {
        if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix}{wide_msg}") {
            line.set_style(style.tick_chars("|/-\\ "));
        }
        line.enable_steady_tick(Duration::from_millis(200));
        Self { line, limit, language, stop }
    }

    /// Watches several runs, a line for each under its name.
    pub fn several(
        names: &[String],
        limit: Option<f64>,
        language: Language,
        quiet: bool,
    ) -> Vec<Self> {
        let lines = MultiProgress::new();
        if quiet {
            lines.set_draw_target(ProgressDrawTarget::hidden());
        }
        let stop = Arc::default();
        names
            .iter()
            .map(|name| {
                let line = lines.add(ProgressBar::new_spinner());
                line.set_prefix(format!("{name}  "));
                line.set_message(words::waiting().get(language).to_owned());
                Self::on(line, limit, language, Arc::clone(&stop))
            })
            .collect()
    }

    /// Has Ctrl-C end the run with the best plan so far, and a second one end
    /// the program at once.
    pub fn hear_interrupts(&self) {
        self.hear(Some(words::stopping()));
    }

    /// Has Ctrl-C ask the run to stop, with a note that says what that means if
    /// there is one, and a second one end the program at once.
    pub fn hear(&self, note: Option<Text>) {
        let (stop, language) = (Arc::clone(&self.stop), self.language);
        let line = self.line.clone();
        let heard = ctrlc::set_handler(move || {
            if stop.swap(true, Ordering::Relaxed) {
                std::process::exit(INTERRUPTED);
            }
            if let Some(note) = &note {
                line.suspend(|| output::note(note.get(language)));
            }
        });
        if let Err(error) = heard {
            output::note(words::no_interrupt(&error).get(self.language));
        }
    }

    /// Takes the progress away.
    pub fn done(&self) {
        self.line.finish_and_clear();
    }

    fn message(&self, progress: Progress) -> String {
        let say = |text: Text| text.get(self.language).to_owned();
        let elapsed = progress.elapsed.as_secs();
        let whole = |limit: f64| Duration::try_from_secs_f64(limit).ok();
        let limit = self.limit.and_then(whole).map(|limit| limit.as_secs());
        let time =
            limit.map_or_else(|| words::time(elapsed), |limit| words::time_of(elapsed, limit));
        let figure = |value: f64| format::number(value, 2);
        let best = progress.best.map(|value| say(words::best(&figure(value))));
        let bound = progress.bound.map(|value| say(words::bound(&figure(value))));
        let parts = [Some(say(phase(progress.phase))), Some(say(time)), best, bound];
        parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
    }
}

/// What a run is doing.
fn phase(phase: Phase) -> Text {
    match phase {
        Phase::Building => words::building_model(),
        Phase::Starting => words::starting(),
        Phase::Solving { tier, tiers } => words::solving(tier, tiers),
        Phase::Improving => words::improving(),
        Phase::Bounding => words::bounding(),
        Phase::Settling => words::settling(),
        Phase::Verifying => words::verifying(),
        Phase::Explaining => words::explaining(),
    }
}

impl Observer for Watch {
    fn progress(&self, progress: Progress) {
        self.line.set_message(self.message(progress));
        lines::progress(&progress, self.limit);
    }

    fn stop(&self) -> bool {
        self.stop.load(Ordering::Relaxed) || lines::asked_to_stop()
    }
}
