//! Grids of a plan: cohort × stage, campus × stage, building option × term; with
//! the decisions that each cell stands for, as they are said on the command line.

use crate::domain::{Language, Scenario, Term, Text};
use crate::ids::StageId;
use crate::plan::{ClassPath, Plan};
use crate::report::format;
use crate::words::workbench as words;
use serde::Serialize;
use std::collections::BTreeMap;

/// Classes by programme, entry and campus.
type Seated<'a> = BTreeMap<(&'a str, Term, &'a str), u32>;

/// A decision that can be forced, forbidden or asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// As it is said on the command line.
    pub said: String,
    /// For readers.
    pub name: String,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridCell {
    /// What the plan decides.
    pub text: String,
    /// What can be decided otherwise.
    pub decisions: Vec<Decision>,
}

/// A grid.
#[derive(Clone, Debug)]
pub struct Grid {
    /// Its title.
    pub title: String,
    /// The head of the first column.
    pub corner: String,
    /// Heads of the others.
    pub heads: Vec<String>,
    /// Rows: name and cells.
    pub rows: Vec<(String, Vec<GridCell>)>,
}

/// A scenario with its plan, in a language.
#[derive(Clone, Copy)]
struct Seen<'a> {
    scenario: &'a Scenario,
    plan: &'a Plan,
    language: Language,
}

/// The grids of a plan.
pub fn grids(scenario: &Scenario, plan: &Plan, language: Language) -> Vec<Grid> {
    let seen = Seen { scenario, plan, language };
    vec![seen.cohorts(), seen.campuses(), seen.options()]
}

impl Seen<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }

    fn stages(&self) -> Vec<StageId> {
        self.scenario.calendar.stage_ids().collect()
    }

    /// The first and the last term of a stage.
    fn span(&self, stage: StageId) -> (Term, Term) {
        let calendar = &self.scenario.calendar;
        let start = calendar.start(stage);
        let last = calendar.terms_of(stage).last().map_or(start, |term| calendar.term(term));
        (start, last)
    }

    fn heads(&self) -> Vec<String> {
        let stages = self.stages().into_iter().map(|stage| self.span(stage));
        stages
            .map(|(first, last)| {
                let first_name = format::term(first, self.language);
                if first == last {
                    first_name
                } else {
                    format!("{first_name} – {}", format::term(last, self.language))
                }
            })
            .collect()
    }

    fn campus_name(&self, key: &str) -> String {
        let found = self.scenario.campuses.iter().find(|one| one.id == key);
        found.map_or_else(|| key.to_owned(), |one| self.say(&one.name))
    }

    /// Classes of each cohort and campus in a stage.
    fn seated(&self, stage: StageId) -> BTreeMap<(&str, Term, &str), u32> {
        let (first, last) = self.span(stage);
        let mut seated = BTreeMap::new();
        for class in &self.plan.classes {
            if let Some(campus) = seat(class, first, last) {
                *seated.entry((class.programme.as_str(), class.entry.0, campus)).or_insert(0) += 1;
            }
        }
        seated
    }

    fn cohorts(&self) -> Grid {
        let stages: Vec<_> =
            self.stages().into_iter().map(|stage| (self.span(stage), self.seated(stage))).collect();
        let mut rows = Vec::new();
        for cohort in &self.scenario.cohorts {
            let programme = &self.scenario.programmes[cohort.programme];
            let key = programme.id.as_str();
            let name = format!(
                "{} {}",
                self.say(&programme.name),
                format::term(cohort.entry, self.language)
            );
            if rows.iter().any(|(known, _)| *known == name) {
                continue;
            }
            let length = i64::try_from(programme.length()).unwrap_or(i64::MAX);
            let cells = stages.iter().map(|((first, last), seated)| {
                let over = first.since(cohort.entry) >= length || last.since(cohort.entry) < 0;
                let mut cell = GridCell::default();
                if over {
                    return cell;
                }
                let mut texts = Vec::new();
                for campus in &self.scenario.campuses {
                    let id = campus.id.as_str();
                    let campus_name = self.say(&campus.name);
                    let count = seated.get(&(key, cohort.entry, id)).copied().unwrap_or(0);
                    if count > 0 {
                        texts.push(format!("{campus_name} {count}"));
                    }
                    cell.decisions.push(Decision {
                        said: format!("{key} {} @ {id} {first}..{last}", cohort.entry),
                        name: self.say(&words::at_campus(&campus_name, count)),
                    });
                }
                cell.text = texts.join(self.comma());
                cell
            });
            let cells = cells.collect();
            rows.push((name, cells));
        }
        Grid {
            title: self.say(&words::grid_cohorts()),
            corner: self.say(&words::cohort()),
            heads: self.heads(),
            rows,
        }
    }

    fn comma(&self) -> &'static str {
        match self.language {
            Language::Zh => "、",
            Language::En => ", ",
        }
    }

    fn campuses(&self) -> Grid {
        let stages: Vec<_> =
            self.stages().into_iter().map(|stage| (self.span(stage), self.seated(stage))).collect();
        let row = |campus: &crate::domain::Campus| {
            let cell = |((first, last), seated): &((Term, Term), Seated<'_>)| {
                let classes: u32 = seated
                    .iter()
                    .filter(|((_, _, at), _)| *at == campus.id)
                    .map(|(_, count)| *count)
                    .sum();
                let open = self
                    .plan
                    .campuses
                    .iter()
                    .any(|one| one.campus == campus.id && one.from.0 == *first && one.open);
                let text = if open { words::open_with(classes) } else { words::closed() };
                GridCell {
                    text: self.say(&text),
                    decisions: vec![Decision {
                        said: format!("open {} {first}..{last}", campus.id),
                        name: self.say(&words::in_use(&self.campus_name(&campus.id))),
                    }],
                }
            };
            (self.say(&campus.name), stages.iter().map(cell).collect())
        };
        Grid {
            title: self.say(&words::grid_campuses()),
            corner: self.say(&words::campus()),
            heads: self.heads(),
            rows: self.scenario.campuses.iter().map(row).collect(),
        }
    }

    fn options(&self) -> Grid {
        let calendar = &self.scenario.calendar;
        let terms: Vec<Term> = calendar.term_ids().map(|id| calendar.term(id)).collect();
        let row = |option: &crate::domain::BuildOption| {
            let cell = |term: &Term| {
                let own = self.plan.built.iter().filter(|one| one.option == option.id);
                let built = own.filter(|one| one.from.0 <= *term).map(|one| one.modules).max();
                GridCell {
                    text: built
                        .filter(|built| *built > 0)
                        .map_or(String::new(), |built| built.to_string()),
                    decisions: vec![Decision {
                        said: format!("build {} {term}", option.id),
                        name: self.say(&words::in_service(&self.say(&option.name))),
                    }],
                }
            };
            (self.say(&option.name), terms.iter().map(cell).collect())
        };
        Grid {
            title: self.say(&words::grid_options()),
            corner: self.say(&words::building()),
            heads: terms.iter().map(|term| format::term(*term, self.language)).collect(),
            rows: self.scenario.options.iter().map(row).collect(),
        }
    }
}

/// The campus on which a class sits in a stage, if it is on the register then.
fn seat(class: &ClassPath, first: Term, last: Term) -> Option<&str> {
    let on_register = class.headcount.keys().any(|term| term.0 >= first && term.0 <= last);
    let seat = class.seats.iter().rfind(|seat| seat.from.0 <= last)?;
    on_register.then_some(seat.campus.as_str())
}
