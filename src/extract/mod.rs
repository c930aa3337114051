//! Reads the solver's values back as a plan: the only place that does.

mod classes;
mod joining;
mod posts;

use crate::domain::{Limits, Scenario};
use crate::ids::{CampusId, GroupId, OptionId, ResourceId, StageId, SubjectId, TermId};
use crate::model::decisions::{Decisions, recruitable};
use crate::model::linear::{Linear, Variable};
use crate::model::sums::Sums;
use crate::plan::{
    Accounts, BandChoice, Built, CampusUse, FORMAT, Hire, PartTime, Plan, Program, RunOptions,
    ScenarioReference, Sharing, Shipment, Teaching, TermKey, TierPart, TierResult, Trainees,
    Visiting, worst,
};
use crate::solve::lexicographic::TierOutcome;
use crate::units::{Hours, Periods};
use classes::{admissions, classes};
use posts::posts;
use std::collections::{BTreeMap, VecDeque};

/// What a run hands over.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    /// What the columns mean.
    pub decisions: &'a Decisions,
    /// Value of each column.
    pub values: &'a [f64],
    /// What is known of each tier.
    pub outcomes: &'a [TierOutcome],
    /// The limits of the run.
    pub limits: &'a Limits,
}

/// Weekly periods of a group, or of the recruits, and the term with which those
/// who teach them leave, if it lies within the stage.
type Able = (Option<GroupId>, Option<TermId>, f64);

/// Weekly periods by subject, campus and stage, group by group.
type ByGroup = BTreeMap<(SubjectId, CampusId, StageId), Vec<Able>>;

/// Amounts below this are nothing.
const NOTHING: f64 = 1e-6;

/// The plan. Its accounts, indicators, target lines, milestones, missed rules,
/// assets and tier values are still empty.
pub fn extract(scenario: &Scenario, run: Run<'_>) -> Plan {
    let reader = Reader { scenario, run };
    Plan {
        format: FORMAT,
        program: Program {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        },
        scenario: ScenarioReference::of(scenario),
        options: RunOptions::of(scenario, run.limits),
        status: worst(run.outcomes.iter().map(|outcome| outcome.status)),
        tiers: reader.tiers(),
        admissions: admissions(scenario, run.decisions, run.values),
        classes: classes(scenario, run.decisions, run.values),
        campuses: reader.campuses(),
        bands: reader.bands(),
        built: reader.built(),
        shipments: reader.shipments(),
        assets: vec![],
        sharing: reader.sharing(),
        hires: reader.hires(),
        posts: posts(scenario, run.decisions, run.values),
        teaching: reader.teaching(),
        visiting: reader.visiting(),
        courses: reader.courses(),
        part_time: reader.part_time(),
        assignments: vec![],
        class_teachers: vec![],
        duty: vec![],
        exchanges: vec![],
        missed_rules: vec![],
        targets: vec![],
        milestones: vec![],
        accounts: Accounts::default(),
        indicators: vec![],
        compliance: vec![],
        watched: vec![],
    }
}

impl ScenarioReference {
    /// The reference to a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            name: scenario.name.get(scenario.language).to_owned(),
            sha256: scenario.hash.clone(),
            lineage: scenario.lineage.clone(),
        }
    }
}

impl RunOptions {
    /// The options of a run of a scenario within limits.
    pub fn of(scenario: &Scenario, limits: &Limits) -> Self {
        Self {
            time_limit_seconds: limits.time_limit_s,
            gap: limits.gap,
            step_limit: limits.steps,
            threads: limits.threads,
            seed: limits.seed,
            demand: scenario.demand,
        }
    }
}

/// Rounded to a millionth, so that plans carry no noise.
fn clean(value: f64) -> f64 {
    (value / NOTHING).round() * NOTHING
}

struct Reader<'a> {
    scenario: &'a Scenario,
    run: Run<'a>,
}

impl Reader<'_> {
    fn value(&self, variable: Variable) -> f64 {
        self.run.values[variable.0]
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn count(&self, variable: Variable) -> u32 {
        self.value(variable).round() as u32
    }

    fn start(&self, stage: StageId) -> TermKey {
        TermKey(self.scenario.calendar.start(stage))
    }

    fn campus(&self, id: CampusId) -> String {
        self.scenario.campuses[id].id.clone()
    }

    fn tiers(&self) -> Vec<TierResult> {
        let tiers = self.scenario.tiers.iter().zip(self.run.outcomes);
        tiers
            .map(|(tier, outcome)| TierResult {
                parts: tier
                    .parts
                    .iter()
                    .map(|(part, weight)| TierPart { part: *part, weight: *weight })
                    .collect(),
                value: 0.0,
                bound: outcome.bound.filter(|bound| tier.is_told_by(*bound)),
                gap: None,
                status: outcome.status,
                certificate: None,
            })
            .collect()
    }

    fn campuses(&self) -> Vec<CampusUse> {
        let open = self.run.decisions.open.iter();
        open.map(|((campus, stage), open)| CampusUse {
            campus: self.campus(*campus),
            from: self.start(*stage),
            open: open.value(self.run.values) > 0.5,
        })
        .collect()
    }

    fn bands(&self) -> Vec<BandChoice> {
        let rule = self.scenario.rules.bands.as_ref();
        let entries = rule.iter().flat_map(|rule| rule.entries.iter().enumerate());
        let chosen = entries.filter_map(|(index, entry)| {
            let mut bands = entry.bands.iter().enumerate();
            let (_, band) = bands.find(|(band, _)| {
                let variable = self.run.decisions.bands.get(&(index, *band));
                variable.is_some_and(|variable| self.value(*variable) > 0.5)
            })?;
            let named = entry.programmes.iter().filter(|_| entry.named);
            Some(BandChoice {
                campus: self.campus(entry.campus),
                programmes: named.map(|id| self.scenario.programmes[*id].id.clone()).collect(),
                first: band.first,
                last: band.last,
            })
        });
        chosen.collect()
    }

    fn built(&self) -> Vec<Built> {
        let built = self.run.decisions.built.iter();
        built
            .map(|((option, stage), modules)| Built {
                option: self.scenario.options[*option].id.clone(),
                from: self.service(*option, *stage),
                modules: self.count(*modules),
            })
            .filter(|built| built.modules > 0)
            .collect()
    }

    /// The term in which modules of a stage come into service.
    fn service(&self, option: OptionId, stage: StageId) -> TermKey {
        let calendar = &self.scenario.calendar;
        let service = self.scenario.options[option].service(calendar, stage);
        service.map_or_else(|| self.start(stage), TermKey)
    }

    /// Units that leave campuses with too many for those with too few, stage
    /// by stage.
    fn shipments(&self) -> Vec<Shipment> {
        let mut shipments = Vec::new();
        for (resource, data) in self.scenario.resources.iter_enumerated() {
            if data.shipping.is_none() {
                continue;
            }
            let campuses = self.scenario.campuses.keys();
            let mut before: Vec<f64> =
                campuses.map(|campus| self.scenario.campuses[campus].owns[resource]).collect();
            for stage in self.scenario.calendar.stage_ids() {
                let change = self.change(resource, stage, &mut before);
                self.ship(resource, stage, &change, &mut shipments);
            }
        }
        shipments
    }

    /// Units by which the stock of each campus changes with a stage, beyond
    /// what is built and disposed of there; `before` moves on.
    fn change(&self, resource: ResourceId, stage: StageId, before: &mut [f64]) -> Vec<f64> {
        let mut change = Vec::new();
        for campus in self.scenario.campuses.keys() {
            let stock = self.run.decisions.stock[&(resource, campus, stage)];
            let now = self.value(stock);
            let gained = self.gained(resource, campus, stage);
            change.push(now - before[campus.0] - gained);
            before[campus.0] = now;
        }
        change
    }

    /// Units built less those disposed of at a campus with a stage.
    fn gained(&self, resource: ResourceId, campus: CampusId, stage: StageId) -> f64 {
        let mut gained = 0.0;
        for (id, option) in self.scenario.options.iter_enumerated() {
            if option.resource == resource && option.campus == campus {
                gained += option.units * self.added(id, stage);
            }
        }
        let start = self.scenario.calendar.start(stage);
        let earlier = stage.0.checked_sub(1);
        let earlier = earlier.map(|stage| self.scenario.calendar.start(StageId(stage)));
        for disposal in &self.scenario.disposals {
            let now = disposal.at <= start && earlier.is_none_or(|earlier| disposal.at > earlier);
            if now && disposal.resource == resource && disposal.campus == campus {
                gained -= disposal.units;
            }
        }
        gained
    }

    /// Modules in service at the start of a stage and not yet at the start of
    /// the one before.
    fn added(&self, option: OptionId, stage: StageId) -> f64 {
        let modules = |stage: StageId| {
            let variable = self.run.decisions.built.get(&(option, stage));
            let variable = variable.filter(|_| self.service(option, stage) == self.start(stage));
            variable.map_or(0.0, |variable| self.value(*variable))
        };
        let earlier = stage.0.checked_sub(1);
        modules(stage) - earlier.map_or(0.0, |earlier| modules(StageId(earlier)))
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn ship(
        &self,
        resource: ResourceId,
        stage: StageId,
        change: &[f64],
        shipments: &mut Vec<Shipment>,
    ) {
        let mut givers: VecDeque<(CampusId, u32)> = VecDeque::new();
        for (campus, change) in change.iter().enumerate() {
            if *change <= -0.5 {
                givers.push_back((CampusId(campus), (-change).round() as u32));
            }
        }
        for (campus, change) in change.iter().enumerate().filter(|(_, change)| **change >= 0.5) {
            let mut missing = change.round() as u32;
            while let (Some((origin, left)), true) = (givers.front_mut(), missing > 0) {
                let units = missing.min(*left);
                shipments.push(Shipment {
                    resource: self.scenario.resources[resource].id.clone(),
                    origin: self.campus(*origin),
                    destination: self.campus(CampusId(campus)),
                    at: self.start(stage),
                    units,
                });
                missing -= units;
                *left -= units;
                if *left == 0 {
                    givers.pop_front();
                }
            }
        }
    }

    fn sharing(&self) -> Vec<Sharing> {
        let shared = self.run.decisions.shared.iter();
        shared
            .map(|((resource, user, host, stage), hours)| Sharing {
                resource: self.scenario.resources[*resource].id.clone(),
                user: self.campus(*user),
                host: self.campus(*host),
                from: self.start(*stage),
                // Rounded up, so that nothing is left over at home.
                hours_per_week: Hours((self.value(*hours) / NOTHING).ceil() * NOTHING),
            })
            .filter(|sharing| sharing.hours_per_week.0 > NOTHING)
            .collect()
    }

    fn hires(&self) -> Vec<Hire> {
        let mut hires = Vec::new();
        for (subject, _) in recruitable(self.scenario) {
            let mut before = 0;
            for stage in self.scenario.calendar.stage_ids() {
                let now = self.count(self.run.decisions.recruits[&(subject, stage)]);
                if now > before {
                    hires.push(Hire {
                        subject: self.scenario.subjects[subject].id.clone(),
                        at: self.start(stage),
                        people: now - before,
                    });
                }
                before = now;
            }
        }
        hires
    }

    fn visiting(&self) -> Vec<Visiting> {
        let visiting = self.run.decisions.visiting.iter();
        visiting
            .map(|((subject, base, host, stage), periods)| Visiting {
                subject: self.scenario.subjects[*subject].id.clone(),
                base: self.campus(*base),
                host: self.campus(*host),
                from: self.start(*stage),
                periods_per_week: Periods(clean(self.value(*periods))),
            })
            .filter(|visiting| visiting.periods_per_week.0 > NOTHING)
            .collect()
    }

    /// Trainees are whole since the solution was settled.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn courses(&self) -> Vec<Trainees> {
        let all = self.run.decisions.trainees.iter();
        all.map(|((course, campus, term), variable)| Trainees {
            course: self.scenario.courses[*course].id.clone(),
            campus: self.campus(*campus),
            term: TermKey(self.scenario.calendar.term(*term)),
            trainees: self.run.values[variable.0].round() as u32,
        })
        .filter(|one| one.trainees > 0)
        .collect()
    }

    fn part_time(&self) -> Vec<PartTime> {
        let bought = self.run.decisions.part_time.iter();
        bought
            .map(|((subject, campus, stage), periods)| PartTime {
                subject: self.scenario.subjects[*subject].id.clone(),
                campus: self.campus(*campus),
                from: self.start(*stage),
                periods_per_week: Periods(clean(self.value(*periods))),
            })
            .filter(|bought| bought.periods_per_week.0 > NOTHING)
            .collect()
    }

    /// Periods taught by each group: what is needed, in the same proportion of
    /// what each could teach.
    fn teaching(&self) -> Vec<Teaching> {
        let needed = self.needed();
        let mut teaching = Vec::new();
        for (key @ (subject, campus, stage), able) in self.able() {
            let share = self.share(needed.get(&key), stage, &able);
            for (group, leaves, periods) in able {
                // Rounded up, so that the sum is never short by a rounding.
                let periods = (periods * share / NOTHING).ceil() * NOTHING;
                if periods > NOTHING {
                    let last = leaves.and_then(|leaves| leaves.0.checked_sub(1));
                    let until = last.map(|last| self.scenario.calendar.term(TermId(last)));
                    teaching.push(Teaching {
                        group: group.map(|group| self.scenario.staff[group].id.clone()),
                        subject: self.scenario.subjects[subject].id.clone(),
                        campus: self.campus(campus),
                        from: self.start(stage),
                        until: until.map(TermKey),
                        periods_per_week: Periods(periods),
                    });
                }
            }
        }
        teaching
    }

    /// The share of what all could teach that the heaviest term takes, where
    /// fewer are left in later terms.
    fn share(&self, needed: Option<&Vec<f64>>, stage: StageId, able: &[Able]) -> f64 {
        let terms = self.scenario.calendar.terms_of(stage);
        let shares = terms.zip(needed.into_iter().flatten()).map(|(term, wanted)| {
            let still = |leaves: Option<TermId>| leaves.is_none_or(|leaves| term < leaves);
            let all = able.iter().filter(|(_, leaves, _)| still(*leaves));
            let all: f64 = all.map(|(_, _, periods)| periods).sum();
            if all > 0.0 { (wanted / all).clamp(0.0, 1.0) } else { 0.0 }
        });
        shares.fold(0.0, f64::max)
    }

    /// Most periods the staff of a campus can teach in a subject, by group.
    fn able(&self) -> ByGroup {
        let mut able = ByGroup::new();
        let decisions = self.run.decisions;
        let mut add = |key, group: Option<GroupId>, leaves: Option<TermId>, periods: f64| {
            let entry: &mut Vec<Able> = able.entry(key).or_default();
            entry.push((group, leaves, periods));
        };
        let stage_of = |term: TermId| self.scenario.calendar.stage_of(term);
        for ((group, campus, stage), people) in &decisions.posted {
            let data = &self.scenario.staff[*group];
            if let [subject] = data.subjects[..] {
                let periods = self.value(*people).round() * data.load.0;
                add((subject, *campus, *stage), Some(*group), None, periods);
            }
        }
        for ((group, subject, campus, stage), periods) in &decisions.taught {
            let periods = self.value(*periods);
            add((*subject, *campus, *stage), Some(*group), None, periods);
        }
        for ((group, campus, leaves), people) in &decisions.leaving {
            let data = &self.scenario.staff[*group];
            if let [subject] = data.subjects[..] {
                let periods = self.value(*people).round() * data.load.0;
                let key = (subject, *campus, stage_of(*leaves));
                add(key, Some(*group), Some(*leaves), periods);
            }
        }
        for ((group, subject, campus, leaves), periods) in &decisions.last_taught {
            let key = (*subject, *campus, stage_of(*leaves));
            add(key, Some(*group), Some(*leaves), self.value(*periods));
        }
        for ((subject, campus, stage), people) in &decisions.recruits_posted {
            if let Some(hiring) = self.scenario.subjects[*subject].hiring {
                let periods = self.value(*people).round() * hiring.load.0;
                add((*subject, *campus, *stage), None, None, periods);
            }
        }
        for ((group, subject, campus, stage), people) in &decisions.retrained_posted {
            let periods = self.value(*people).round() * self.scenario.staff[*group].load.0;
            add((*subject, *campus, *stage), Some(*group), None, periods);
        }
        able
    }

    /// Periods the staff of a campus has to teach in a subject, in each term of
    /// a stage: what is needed, less those who visit it, and where it visits.
    fn needed(&self) -> BTreeMap<(SubjectId, CampusId, StageId), Vec<f64>> {
        let calendar = &self.scenario.calendar;
        let sums = Sums::new(self.scenario, self.run.decisions);
        let value = |linear: &Linear| linear.value(self.run.values);
        let mut needed: BTreeMap<_, Vec<f64>> = BTreeMap::new();
        let nothing = |stage: StageId| vec![0.0; calendar.stages[stage].len()];
        for ((subject, campus, term), periods) in &sums.needed {
            let stage = calendar.stage_of(*term);
            let entry = needed.entry((*subject, *campus, stage));
            let entry = entry.or_insert_with(|| nothing(stage));
            entry[term.0 - calendar.stages[stage].start] = value(periods);
        }
        let mut less = |key: (SubjectId, CampusId, StageId), periods: f64| {
            let entry = needed.entry(key).or_insert_with(|| nothing(key.2));
            for term in entry {
                *term -= periods;
            }
        };
        for (key, periods) in &self.run.decisions.part_time {
            less(*key, self.value(*periods));
        }
        let mut out: BTreeMap<_, f64> = BTreeMap::new();
        for ((subject, base, host, stage), periods) in &self.run.decisions.visiting {
            let periods = self.value(*periods);
            *out.entry((*subject, *base, *stage)).or_default() += periods;
            less((*subject, *host, *stage), periods);
        }
        for (key, visits) in out {
            let entry = needed.entry(key).or_insert_with(|| nothing(key.2));
            for term in entry {
                *term = (*term + visits).max(visits);
            }
        }
        needed
    }
}
