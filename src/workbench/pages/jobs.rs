//! The screen of the jobs.

use super::chart::chart;
use crate::domain::{Language, Text};
use crate::report::format;
use crate::words::workbench as words;
use crate::workbench::jobs::Moment;
use crate::workbench::state::{Job, Stage};
use maud::{Markup, html};

/// A job on the screen.
pub struct JobLine<'a> {
    /// The job.
    pub job: &'a Job,
    /// What it is about.
    pub name: String,
    /// What its last attempt has said.
    pub moments: Vec<Moment>,
}

/// The screen: a form, and the list that is asked for again once a second.
pub fn jobs(options: &[(u32, String)], lines: &[JobLine<'_>], language: Language) -> Markup {
    let say = |text: Text| text.get(language).to_owned();
    html! {
        form.part method="post" action="/jobs" {
            label { (say(words::option())) " "
                select name="option" { @for (id, name) in options { option value=(id) { (name) } } }
            }
            label { (say(words::minutes())) " "
                input type="number" name="minutes" min="0.05" max="1440" step="any" placeholder=(say(words::as_in_case()));
            }
            label { (say(words::steps())) " " input type="number" name="steps" min="0" max="100000"; }
            button.main { (say(words::queue())) }
            p.hint { (say(words::about_limits())) }
        }
        div #jobs data-poll="/jobs/list" { (job_list(lines, language)) }
    }
}

/// The jobs, the last one first.
pub fn job_list(lines: &[JobLine<'_>], language: Language) -> Markup {
    let open = lines.iter().any(|line| line.job.is_open());
    html! {
        div.list data-open=[open.then_some("")] {
            @if lines.is_empty() { p { (words::no_jobs().get(language)) } }
            @for line in lines.iter().rev() { (job(line, language)) }
        }
    }
}

fn job(line: &JobLine<'_>, language: Language) -> Markup {
    let say = |text: Text| text.get(language).to_owned();
    let job = line.job;
    let act = |act: &str, label: String| {
        html! {
            form.inline method="post" action={ "/jobs/" (job.id) "/" (act) } {
                button aria-label={ (label) " " (line.name) } { (label) }
            }
        }
    };
    html! {
        article.part.job id={ "job-" (job.id) } {
            h2 { (line.name) }
            p.state { strong { (stage(job, language)) } @if job.attempt > 1 { " " (say(words::attempt(job.attempt))) } }
            @if job.stage == Stage::Running { (moment(&line.moments, language)) }
            @if job.stage != Stage::Discarded { (chart(&line.moments, language)) }
            p {
                @if job.stage == Stage::Running && !job.stopped { (act("stop", say(words::stop()))) " " }
                @if job.is_open() { (act("discard", say(words::discard()))) }
                @if let Stage::Ended(_) = job.stage { a.button href={ "/results/" (job.id) } { (say(words::result())) } }
            }
        }
    }
}

fn stage(job: &Job, language: Language) -> String {
    let text = match job.stage {
        Stage::Queued => words::queued(),
        Stage::Running if job.stopped => words::stopping(),
        Stage::Running => words::running(),
        Stage::Ended(exit) => words::ending(exit),
        Stage::Discarded => words::discarded(),
    };
    text.get(language).to_owned()
}

/// The last moment: phase, tier, best, bound, gap, time.
fn moment(moments: &[Moment], language: Language) -> Markup {
    let say = |text: Text| text.get(language).to_owned();
    let Some(last) = moments.last() else {
        return html! {};
    };
    let figure =
        |value: Option<f64>| value.map_or("–".to_owned(), |value| format::number(value, 2));
    let gap =
        last.gap.map_or("–".to_owned(), |gap| format!("{} %", format::number(gap * 100.0, 2)));
    let time = match last.limit {
        Some(limit) => format!("{:.0} / {limit:.0} s", last.elapsed),
        None => format!("{:.0} s", last.elapsed),
    };
    html! {
        dl.facts {
            div { dt { (say(words::phase_head())) } dd { (say(words::phase(&last.phase))) } }
            @if let (Some(tier), Some(tiers)) = (last.tier, last.tiers) {
                div { dt { (say(words::tier())) } dd { (tier) " / " (tiers) } }
            }
            div { dt { (say(words::best())) } dd { (figure(last.best)) } }
            div { dt { (say(words::bound())) } dd { (figure(last.bound)) } }
            div { dt { (say(words::gap())) } dd { (gap) } }
            div { dt { (say(words::elapsed())) } dd { (time) } }
        }
    }
}
