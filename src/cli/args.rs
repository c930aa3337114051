//! Arguments.

use crate::domain::{Demand, Language, Limits, Part, Term};
use crate::lists::ListKind;
use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

const EXIT_CODES: &str = "\
退出码 / Exit codes:
   0  计划通过核验 / a verified plan
   1  其他错误 / anything else
   2  命令行或方案有误 / the command line or the scenario is wrong
   3  没有计划能满足全部硬性规则 / no plan can satisfy the hard rules
   4  在限制内没有找到计划 / no plan found within the limit
   5  核验不通过 / verification failed
   6  不完整（情景研究）/ incomplete (studies)
  75  暂时失败，请重试 / temporary, try again
 130  由Ctrl-C结束（情景研究）/ ended by Ctrl-C (studies)";

/// 职业学校布局规划：从方案文件到经过核验的计划
///
/// Plans the consolidation of vocational schools: from a scenario file to a
/// verified plan.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXIT_CODES, max_term_width = 100)]
pub struct Arguments {
    /// 另允许从此目录读取基础方案与标准文件 / Also allow bases and standards to be read from this folder
    #[arg(long, global = true, value_name = "DIR")]
    pub allow_dir: Vec<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 检查方案并粗算 / Check a scenario, with simple arithmetic
    #[command(after_help = EXIT_CODES)]
    Check(Check),
    /// 推算各专业报名人数 / Project the applicants, with ratios and back-test
    #[command(after_help = EXIT_CODES)]
    Forecast(Forecast),
    /// 求计划，核验并输出 / Make a plan, verify it and report it
    #[command(after_help = EXIT_CODES)]
    Plan(Box<Plan>),
    /// 多方案比选 / Plan several scenarios and compare them
    #[command(after_help = EXIT_CODES)]
    Compare(Box<Compare>),
    /// 权衡前沿 / The efficient set of two or more parts of the objective
    #[command(after_help = EXIT_CODES)]
    Frontier(Box<Frontier>),
    /// 相近而不同的计划 / Plans nearly as good and as different as possible
    #[command(after_help = EXIT_CODES)]
    Alternatives(Box<Alternatives>),
    /// 校区启用的全部组合 / Every pattern of campuses in use, with what is proven of it
    #[command(after_help = EXIT_CODES)]
    Atlas(Box<Atlas>),
    /// 情景研究：一个方案在许多种未来 / A study: one scenario in many futures
    #[command(subcommand, after_help = EXIT_CODES)]
    Study(Sweep),
    /// 为什么这样安排：强制或禁止一项决定后重新求解 / Why is it so: force or forbid a decision and plan again
    #[command(after_help = EXIT_CODES)]
    Why(Box<Why>),
    /// 为什么不行，怎样才行 / Why there is no plan, and what it would take
    #[command(after_help = EXIT_CODES)]
    Explain(Box<Explain>),
    /// 再多一个单位值多少 / What one more unit of what is tight would change
    #[command(after_help = EXIT_CODES)]
    Prices(Box<Prices>),
    /// 依据方案重新核验计划 / Verify a plan against its scenario
    #[command(after_help = EXIT_CODES)]
    Verify(Verify),
    /// 里程碑与日常活动的日历文件 / The milestones and recurring events of a plan as a calendar file
    #[command(after_help = EXIT_CODES)]
    Calendar(Calendar),
    /// 某学期逐周值班表 / The duty rota of a term, week by week
    #[command(after_help = EXIT_CODES)]
    Duty(Duty),
    /// 申报材料：公文、工作簿、网页 / The proposal's appendices: document, workbook, page
    #[command(after_help = EXIT_CODES)]
    Report(Report),
    /// 输出改动后的完整方案 / Print the scenario with all overlays and changes made
    Show(Show),
    /// 把方案写成Excel工作簿 / Write a scenario as a workbook
    Export(Export),
    /// 空白的方案工作簿，附示例 / An empty workbook with examples
    Template(Template),
    /// 导入现成的名单：教职工、资产、班级、学生 / Take in a list: staff, assets, classes, pupils
    #[command(after_help = EXIT_CODES)]
    Import(Box<Import>),
    /// 两个方案的输入有何不同 / What differs in the inputs of two scenarios
    Diff(Diff),
    /// 输出文件格式的 JSON Schema / Print the JSON Schema of a format
    Schema {
        /// 哪种文件 / Of which file
        of: Format,
    },
}

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

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 JSON / Findings as JSON
    #[arg(long)]
    pub json: bool,
    /// 另存一份工作簿，有错的单元格着色并附说明 / Save the workbook with its cells marked (xlsx only)
    #[arg(long, value_name = "FILE")]
    pub mark: Option<PathBuf>,
}

/// Arguments of `export`.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 写到哪个文件 / The workbook to write
    #[arg(long, short, value_name = "FILE")]
    pub out: PathBuf,
    /// 已存在则覆盖 / Overwrite the file if it exists
    #[arg(long)]
    pub force: bool,
    /// 表头语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
}

/// Arguments of `import`.
#[allow(clippy::struct_excessive_bools)] // flags of the command line
#[derive(Debug, clap::Args)]
pub struct Import {
    /// 名单文件 / The list (xlsx, xls, ods, csv)
    pub list: PathBuf,
    /// 名单的种类 / What it is taken for
    #[arg(long = "as", value_name = "KIND", value_enum)]
    pub kind: ListKind,
    /// 导入到哪个方案（原文件不变）/ The scenario it is taken into, which stays as it is
    #[arg(long, value_name = "SCENARIO", required_unless_present = "preview")]
    pub into: Option<PathBuf>,
    /// 结果：.ron（以原方案为基础的情景文件）或.xlsx，须尚不存在 / The result: .ron (an overlay on the scenario) or .xlsx, not there yet
    #[arg(long, short, value_name = "FILE", required_unless_present = "preview")]
    pub out: Option<PathBuf>,
    /// 只预览，不写文件 / Show the preview, and the changes if --into is given; write nothing
    #[arg(long)]
    pub preview: bool,
    /// 工作表，默认第一张有表头的 / The sheet; the first with heads by default
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// 表头从第几行起 / The first row of the heads
    #[arg(long, value_name = "ROW", value_parser = clap::value_parser!(u32).range(1..=1_048_576))]
    pub header: Option<u32>,
    /// 某列是什么，如"人员代码=工号"、"价值=价值（万元）"；“=-”为不读 / What a column is, by head or letter; `HEAD=-` leaves it out
    #[arg(long, value_name = "HEAD=FIELD", value_parser = pair)]
    pub column: Vec<(String, String)>,
    /// 名单没有的栏目统一填写，如"周课时=12"、"校区=县职校" / A value where the list says nothing
    #[arg(long, value_name = "FIELD=VALUE", value_parser = pair)]
    pub fill: Vec<(String, String)>,
    /// 名单里的名称指方案里的什么，如"数控=数控技术应用" / What a name in the list means in the scenario
    #[arg(long, value_name = "NAME=KEY", value_parser = pair)]
    pub name: Vec<(String, String)>,
    /// 沿用对照文件（按表头认出同样的名单）/ Use the mappings in this file; the heads must be those of one of them
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// 把这次的对照存入文件（新建，或加进已有的对照文件）/ Keep the mapping in this file, new or with other mappings
    #[arg(long, value_name = "FILE")]
    pub save_map: Option<PathBuf>,
    /// 由身份证号取出生年份（身份证号本身从不保留）/ Take the year of birth from identity numbers, which are never kept
    #[arg(long)]
    pub birth_year_from_id: bool,
    /// 新增人员的退休年龄，男,女 / Ages of retirement of new people, men and women
    #[arg(long, value_name = "MEN,WOMEN", value_parser = ages)]
    pub retirement_ages: Option<(u32, u32)>,
    /// 去掉名单里没有的（限名单涉及的校区）/ Remove what the list lacks, of the campuses that it is about
    #[arg(long)]
    pub drop_missing: bool,
    /// 略过有不认识的名称的行 / Leave out rows with names that the scenario does not know
    #[arg(long)]
    pub skip_unmatched: bool,
    /// 去掉名单所涉校区只给人数的教职工组 / Remove staff groups given as counts, of the campuses that the list is about
    #[arg(long)]
    pub replace_counts: bool,
    /// 数据的日期，默认为名单文件的修改日期 / Date of the figures; that of the file by default
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 JSON / Changes and findings as JSON
    #[arg(long)]
    pub json: bool,
    /// 不显示预览和提示 / No preview and no notes
    #[arg(long)]
    pub quiet: bool,
}

/// Two texts with `=` between them.
fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once(['=', '＝']) {
        Some((one, other)) if !one.trim().is_empty() => {
            Ok((one.trim().to_owned(), other.trim().to_owned()))
        }
        _ => Err("must be like NAME=VALUE".to_owned()),
    }
}

/// Two ages.
fn ages(text: &str) -> Result<(u32, u32), String> {
    let (men, women) = text.split_once([',', '，']).unwrap_or((text, text));
    match (men.trim().parse(), women.trim().parse()) {
        (Ok(men), Ok(women)) if (18..=80).contains(&men) && (18..=80).contains(&women) => {
            Ok((men, women))
        }
        _ => Err("must be two ages like 60,55".to_owned()),
    }
}

/// Arguments of `template`.
#[derive(Debug, clap::Args)]
pub struct Template {
    /// 写到哪个文件 / The workbook to write
    #[arg(long, short, value_name = "FILE")]
    pub out: PathBuf,
    /// 已存在则覆盖 / Overwrite the file if it exists
    #[arg(long)]
    pub force: bool,
    /// 表头语言 / Language
    #[arg(long, value_enum, default_value_t)]
    pub lang: Language,
}

/// Arguments of `forecast`.
#[derive(Debug, clap::Args)]
pub struct Forecast {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 报名取低、中或高 / Path of the projection
    #[arg(long, value_enum, default_value_t)]
    pub demand: Demand,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 JSON / The projection as JSON
    #[arg(long)]
    pub json: bool,
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

/// Arguments of `plan`.
#[derive(Debug, clap::Args)]
pub struct Plan {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 尽量沿用已公布的计划（plan.json），并列出改变了什么 / Stay near a published plan, and list what changes
    #[arg(long, value_name = "PLAN")]
    pub keep: Option<PathBuf>,
    /// 沿用排在哪一级目标之前，默认在费用之后 / Before which part of the objective staying near comes; after cost by default
    #[arg(long, value_name = "PART", value_enum, requires = "keep")]
    pub keep_before: Option<Part>,
    /// 结果目录：plan.json、scenario.ron、summary.txt、各表CSV、日历 / Directory for plan.json, scenario.ron, summary.txt, CSVs and calendar
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// 报名取低、中或高 / Path of the enrolment projection
    #[arg(long, value_enum, default_value_t)]
    pub demand: Demand,
    /// When a run is good enough.
    #[command(flatten)]
    pub effort: Effort,
    /// 线程数；1 可复现 / Threads; one gives the same plan every time
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub threads: Option<u32>,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 plan.json 而不是表格 / plan.json on standard output instead of tables
    #[arg(long)]
    pub json: bool,
    /// 不显示进度和提示 / No progress and no notes
    #[arg(long)]
    pub quiet: bool,
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

/// Arguments of `compare`.
#[derive(Debug, clap::Args)]
pub struct Compare {
    /// 方案文件 / Scenario files (RON)
    #[arg(required = true, num_args = 1.., value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// 基准方案，默认第一个 / The scenario the others are compared with; the first by default
    #[arg(long, value_name = "SCENARIO")]
    pub base: Option<PathBuf>,
    /// 保存计划以便沿用的目录 / Directory in which plans are kept for later comparisons
    #[arg(long, value_name = "DIR")]
    pub cache: Option<PathBuf>,
    /// 不沿用以前的计划 / Keep and reuse no plans
    #[arg(long, conflicts_with = "cache")]
    pub no_cache: bool,
    /// Options of the study.
    #[command(flatten)]
    pub study: Study,
}

/// Arguments of `frontier`.
#[derive(Debug, clap::Args)]
pub struct Frontier {
    /// 方案文件 / Scenario file (RON)
    pub scenario: PathBuf,
    /// 互相权衡的目标，逗号分隔 / Parts traded for one another, separated by commas
    #[arg(long, value_delimiter = ',', value_enum, default_values = ["cost", "disruption"])]
    pub of: Vec<Part>,
    /// 每项上限分几步 / Steps of each ceiling
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub intervals: u32,
    /// Options of the study.
    #[command(flatten)]
    pub study: Study,
}

/// Arguments of `alternatives`.
#[derive(Debug, clap::Args)]
pub struct Alternatives {
    /// 方案文件 / Scenario file (RON)
    pub scenario: PathBuf,
    /// 允许比最好计划差多少，如 2% / How much worse than the best they may be, such as 2%
    #[arg(long, value_name = "SHARE", default_value = "2%", value_parser = percentage)]
    pub within: f64,
    /// 个数 / How many
    #[arg(short = 'n', long = "count", value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub count: u32,
    /// Options of the study.
    #[command(flatten)]
    pub study: Study,
}

/// Arguments of `atlas`.
#[derive(Debug, clap::Args)]
pub struct Atlas {
    /// 方案文件 / Scenario file (RON)
    pub scenario: PathBuf,
    /// 除最好计划外逐一求解的组合数 / Patterns that are planned besides the best plan's
    #[arg(long, value_name = "N", default_value_t = 6)]
    pub plans: u32,
    /// Options of the study.
    #[command(flatten)]
    pub study: Study,
}

/// Arguments of `why`.
#[derive(Debug, clap::Args)]
pub struct Why {
    /// 计划文件 / Plan file (plan.json)
    pub plan: PathBuf,
    /// 所问的决定，写法同--pin，如"zaozhi @ erzhong" / The decision asked about, written as for --pin
    #[arg(value_name = "DECISION")]
    pub decision: String,
    /// 方案文件，默认为计划旁的scenario.ron / Its scenario; scenario.ron beside the plan by default
    #[arg(long, value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// When a run is good enough; the plan's own limits where nothing is said.
    #[command(flatten)]
    pub effort: Effort,
    /// 线程数，默认同原计划 / Threads; those of the plan by default
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

pub use super::experiment::args::Sweep;
/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// 怎样才能达到这个目标（键名）/ What it would take to reach this target, by its key
    #[arg(long, value_name = "TARGET")]
    pub target: Option<String>,
    /// 在哪一学期达到，默认为目标适用的各学期 / In which term; in all in which it applies by default
    #[arg(long, value_name = "TERM", value_parser = term, requires = "target")]
    pub at: Option<Term>,
    /// 最多几种办法 / Most ways
    #[arg(short = 'n', long = "count", value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub count: u32,
    /// Options of the study.
    #[command(flatten)]
    pub study: Study,
}

/// Arguments of `prices`.
#[derive(Debug, clap::Args)]
pub struct Prices {
    /// 方案或情景文件，或计划文件plan.json / Scenario or overlay file (RON, xlsx), or a plan.json with its scenario beside it
    #[arg(value_name = "SCENARIO|PLAN")]
    pub input: PathBuf,
    /// 最多试几项 / Most things that are tried
    #[arg(short = 'n', long = "count", value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=500))]
    pub count: u32,
    /// Options of the study.
    #[command(flatten)]
    pub study: Study,
}

/// Arguments of `verify`.
#[derive(Debug, clap::Args)]
pub struct Verify {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 计划文件 / Plan file (plan.json)
    pub plan: PathBuf,
    /// 不用求解器，由计划所附的对偶值重新算出各级目标的下界 / Compute the bounds again from the plan's dual values, without a solver
    #[arg(long)]
    pub bound: bool,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 JSON / Findings as JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `calendar`.
#[derive(Debug, clap::Args)]
pub struct Calendar {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 计划文件 / Plan file (plan.json)
    pub plan: PathBuf,
    /// 从这一天起，如2008-03-01 / From this day on, like 2008-03-01
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub from: Option<NaiveDate>,
    /// 到这一天止 / Up to this day
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub until: Option<NaiveDate>,
    /// 日历文件，缺省为标准输出 / Calendar file (.ics); standard output if absent
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
}

/// Arguments of `duty`.
#[derive(Debug, clap::Args)]
pub struct Duty {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 计划文件 / Plan file (plan.json)
    pub plan: PathBuf,
    /// 学期，如2009-autumn，默认为目标学期 / Term; the target term by default
    #[arg(long, value_name = "TERM", value_parser = term)]
    pub term: Option<Term>,
    /// 只输出一个校区（键名）/ One campus only, by its key
    #[arg(long, value_name = "CAMPUS")]
    pub campus: Option<String>,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 CSV，每人每天一行 / CSV with a line for each person and day
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    /// 输出 JSON / JSON instead of tables
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
pub struct Report {
    /// 计划文件 / Plan file (plan.json)
    pub plan: PathBuf,
    /// 方案文件，默认为计划旁的scenario.ron / Its scenario; scenario.ron beside the plan by default
    #[arg(long, value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// 格式，逗号分隔 / Formats, separated by commas
    #[arg(long, value_delimiter = ',', value_enum, default_values = ["docx", "xlsx", "html"])]
    pub format: Vec<Paper>,
    /// 结果目录，默认为计划所在目录 / Directory; that of the plan by default
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// 标题，默认用方案的 / Title; the scenario's by default
    #[arg(long)]
    pub title: Option<String>,
    /// 一并比较的计划（旁边要有scenario.ron）/ Plans to compare with, each with its scenario.ron beside it
    #[arg(long, value_name = "PLAN", num_args = 1..)]
    pub compare: Vec<PathBuf>,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 不显示提示 / No notes
    #[arg(long)]
    pub quiet: bool,
}

/// A format of the proposal's appendices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Paper {
    /// 公文 / Document
    Docx,
    /// 工作簿 / Workbook
    Xlsx,
    /// 网页 / Page
    Html,
}

/// Arguments of `show`.
#[derive(Debug, clap::Args)]
pub struct Show {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
}

/// Arguments of `diff`.
#[derive(Debug, clap::Args)]
pub struct Diff {
    /// 方案或情景文件，甲 / Scenario or overlay file A (RON, xlsx)
    pub a: PathBuf,
    /// 方案或情景文件，乙；缺省为甲 / Scenario or overlay file B (RON, xlsx); A if absent
    pub b: Option<PathBuf>,
    /// Changes to B.
    #[command(flatten)]
    pub changes: Changes,
    /// 输出语言，默认用甲的 / Language; that of A by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 JSON / Differences as JSON
    #[arg(long)]
    pub json: bool,
    /// 把差别另存为情景文件（以甲为基础） / Save the differences as an overlay on A
    #[arg(long, value_name = "FILE")]
    pub overlay: Option<PathBuf>,
}

/// A file format.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// 计划 / The plan
    Plan,
    /// 方案 / The scenario
    Scenario,
    /// 情景 / The overlay
    Overlay,
    /// 办学条件标准 / A set of standards
    Standards,
    /// 情景研究 / A study
    Study,
    /// 情景研究的清单 / The manifest of a study
    Manifest,
    /// 情景研究的一行 / A row of a study
    Row,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    crate::domain::day(text).ok_or_else(|| "must be a day like 2008-03-01".to_owned())
}

fn term(text: &str) -> Result<Term, String> {
    text.parse().map_err(|error: crate::domain::NotATerm| error.to_string())
}

fn positive(text: &str) -> Result<f64, String> {
    let value: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if value > 0.0 && value <= 1e9 {
        Ok(value)
    } else {
        Err("must be more than 0 and at most 1e9".to_owned())
    }
}

fn percentage(text: &str) -> Result<f64, String> {
    let (number, scale) = match text.strip_suffix(['%', '％']) {
        Some(number) => (number, 0.01),
        None => (text, 1.0),
    };
    let value: f64 = number.trim().parse().map_err(|_| "not a number".to_owned())?;
    let value = value * scale;
    if (0.0..=1.0).contains(&value) { Ok(value) } else { Err("must be from 0% to 100%".to_owned()) }
}

fn share(text: &str) -> Result<f64, String> {
    let value: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if (0.0..1.0).contains(&value) {
        Ok(value)
    } else {
        Err("must be at least 0 and less than 1".to_owned())
    }
}
