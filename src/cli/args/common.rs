//! Arguments that several commands share.

use crate::domain::{Language, Limits, Term};
use chrono::NaiveDate;
use std::path::PathBuf;

/// Changes to the scenario that is read.
#[derive(Debug, Default, clap::Args)]
pub struct Changes {
    /// 去掉一项 / Take something away from the scenario, before all other changes
    #[arg(long, value_name = "PATH")]
    pub remove: Vec<String>,
    /// 改一个值，路径如campuses.erzhong.tenure.until / Set a value of the scenario by field path
    #[arg(long, value_name = "PATH=VALUE")]
    pub set: Vec<String>,
    /// 增加一项，如options.KEY=(…) / Add an entry to a map or a list of the scenario
    #[arg(long, value_name = "PATH=VALUE")]
    pub add: Vec<String>,
    /// 数值乘以倍数，路径可含* / Multiply figures of the scenario, after all other changes
    #[arg(long, value_name = "PATH=FACTOR")]
    pub scale: Vec<String>,
    /// 指定一项决定，如"zaozhi @ erzhong"、"open xinxiaoqu 2011-autumn" / Force a decision of the plan
    #[arg(long, value_name = "DECISION")]
    pub pin: Vec<String>,
    /// 禁止一项决定，写法同--pin / Forbid a decision, written as for --pin
    #[arg(long, value_name = "DECISION")]
    pub forbid: Vec<String>,
}

/// When a run is good enough; the scenario's own limits where nothing is said.
#[derive(Clone, Debug, clap::Args)]
pub struct Effort {
    /// 整条命令的求解时限（秒），不论求几个计划；缺省时先后求几个计划就有几倍的方案时限 / Time limit of the whole command in seconds, however many plans it makes; if absent, the scenario's own for each plan made one after another
    #[arg(long, value_name = "S", value_parser = positive)]
    pub time_limit: Option<f64>,
    /// 相对差距，达到即可 / Relative gap that is good enough, 0 to 1
    #[arg(long, value_name = "G", value_parser = share)]
    pub gap: Option<f64>,
    /// 改进步数；只按步数求解，结果可重复；0为只求初步计划 / Improvement steps, for a repeatable run; 0: only a first plan
    #[arg(long, value_name = "N")]
    pub steps: Option<u32>,
    /// 随机种子 / Seed of the solver
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(..=2_147_483_647))]
    pub seed: Option<u32>,
}

impl Effort {
    /// Seconds for a command that makes plans in so many rounds, one after the
    /// other: the user's, or the scenario's for each round.
    pub fn budget(&self, scenario: &Limits, rounds: u32) -> Option<f64> {
        let own = scenario.time_limit_s.map(|own| own * f64::from(rounds));
        self.time_limit.or(own)
    }

    /// The scenario's limits, or the user's, with so many threads: those of a run.
    pub fn limits(&self, scenario: &Limits, threads: u32) -> Limits {
        Limits {
            time_limit_s: self.time_limit.or(scenario.time_limit_s),
            gap: self.gap.unwrap_or(scenario.gap),
            steps: self.steps.or(scenario.steps),
            threads,
            seed: self.seed.unwrap_or(scenario.seed),
        }
    }
}

/// Options of every study.
#[derive(Debug, clap::Args)]
pub struct Study {
    /// Changes to every scenario.
    #[command(flatten)]
    pub changes: Changes,
    /// When a run is good enough.
    #[command(flatten)]
    pub effort: Effort,
    /// 同时求解的个数，默认用全部核 / Runs at a time; all cores by default
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub threads: Option<u32>,
    /// 结果目录：summary.txt、summary.html、各表CSV、计划 / Directory for summary.txt, summary.html, the CSVs and the plans
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 JSON / JSON on standard output instead of tables
    #[arg(long)]
    pub json: bool,
    /// 不显示进度和提示 / No progress and no notes
    #[arg(long)]
    pub quiet: bool,
}

pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    crate::domain::day(text).ok_or_else(|| "must be a day like 2008-03-01".to_owned())
}

pub(super) fn term(text: &str) -> Result<Term, String> {
    text.parse().map_err(|error: crate::domain::NotATerm| error.to_string())
}

pub(super) fn positive(text: &str) -> Result<f64, String> {
    let value: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if value > 0.0 && value <= 1e9 {
        Ok(value)
    } else {
        Err("must be more than 0 and at most 1e9".to_owned())
    }
}

pub(super) fn percentage(text: &str) -> Result<f64, String> {
    let (number, scale) = match text.strip_suffix(['%', '％']) {
        Some(number) => (number, 0.01),
        None => (text, 1.0),
    };
    let value: f64 = number.trim().parse().map_err(|_| "not a number".to_owned())?;
    let value = value * scale;
    if (0.0..=1.0).contains(&value) { Ok(value) } else { Err("must be from 0% to 100%".to_owned()) }
}

pub(super) fn share(text: &str) -> Result<f64, String> {
    let value: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if (0.0..1.0).contains(&value) {
        Ok(value)
    } else {
        Err("must be at least 0 and less than 1".to_owned())
    }
}
