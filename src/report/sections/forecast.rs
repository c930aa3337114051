//! The enrolment projection: applicants with their range, pupils and
//! graduates, the ratios and where they come from, the back-test.

use super::chart::{Entries, applicants};
use crate::analysis::forecast::{Applicants, DRAWS, Forecast, RatioLine, Year};
use crate::domain::{Demand, Enrolment, Estimate, Language, Scenario, Term, Text};
use crate::forecast::Step;
use crate::ids::ProgrammeId;
use crate::report::document::{Cell, Column, Document, Row, Section, Table, numbered};
use crate::report::format;
use crate::words::report as words;
use std::collections::BTreeSet;

/// The report of a projection.
#[must_use]
pub fn document(scenario: &Scenario, forecast: &Forecast, language: Language) -> Document {
    let view = View { scenario, forecast, language };
    let title = words::forecast_title(scenario.name.get(language));
    let mut sections = vec![view.applicants()];
    if scenario.enrolment.is_some() {
        let heading = view.say(&words::sources_of_pupils());
        let pupils = Section::new(heading).table(view.pupils()).table(view.feeders());
        let ratios = Section::new(view.say(&words::ratios_heading()))
            .note(view.say(&words::fitting()))
            .table(view.ratios());
        let backtest = Section::new(view.say(&words::backtest_heading()))
            .note(view.say(&words::backtesting()))
            .table(view.backtest());
        sections.extend([pupils, ratios, backtest]);
    }
    Document { title: view.say(&title), sections: numbered(sections, language) }
}

/// The tables of the projection behind a plan, for its files.
#[must_use]
pub fn tables(scenario: &Scenario, forecast: &Forecast, language: Language) -> [Table; 5] {
    let view = View { scenario, forecast, language };
    let tables =
        [view.by_programme(), view.pupils(), view.feeders(), view.ratios(), view.backtest()];
    tables.map(Table::for_files)
}

/// A projection as its sections look at it.
struct View<'a> {
    scenario: &'a Scenario,
    forecast: &'a Forecast,
    language: Language,
}

impl View<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }

    fn enrolment(&self) -> Option<&Enrolment> {
        self.scenario.enrolment.as_ref()
    }

    fn applicants(&self) -> Section {
        let mut section = Section::new(self.say(&words::forecast_heading()));
        let lines = &self.forecast.applicants;
        if lines.iter().any(|one| one.projected.is_some()) {
            let path = words::demand(self.forecast.demand);
            section = section.note(self.say(&words::on_demand(path.get(self.language))));
        } else {
            section = section.note(self.say(&words::all_stated()));
        }
        if let Some(error) = self.enrolment().and_then(|one| one.error) {
            let percent = format::plain_number(error.per_year * 100.0, 2);
            let correlation = format::plain_number(error.correlation, 2);
            let note = words::drawn(DRAWS, &percent, &correlation);
            section = section.note(self.say(&note));
        }
        let mut entries = Entries::new();
        for one in lines {
            let range = whole_range(one);
            entries.entry(one.entry.0).or_default().add(range, None);
        }
        let chart = applicants("forecast_chart", &entries, self.language);
        section.table(chart).table(self.by_programme())
    }

    fn by_programme(&self) -> Table {
        let mut columns = vec![
            Column::text(self.say(&words::programme())),
            Column::text(self.say(&words::item())),
        ];
        let terms = self.forecast.applicants.iter().map(|one| one.entry.0);
        let terms: Vec<Term> = terms.collect::<BTreeSet<_>>().into_iter().collect();
        columns.extend(terms.iter().map(|term| format::term_column(*term, self.language)));
        let mut rows = Vec::new();
        for programme in &self.scenario.programmes {
            let mine = self.forecast.applicants.iter();
            let mine: Vec<_> = mine.filter(|one| one.programme == programme.id).collect();
            if !mine.is_empty() {
                let lines = self.lines(&programme.name, &mine, &terms);
                rows.extend(lines.into_iter().map(|line| line.keyed([&programme.id])));
            }
        }
        Table::new(
            "forecast_applicants",
            self.say(&words::forecast_applicants_title()),
            self.say(&words::no_admissions()),
            columns,
        )
        .stub(2)
        .keyed(&[0])
        .grouped()
        .rows(rows)
    }

    fn lines(&self, name: &Text, mine: &[&Applicants], terms: &[Term]) -> Vec<Row> {
        let line = |title: Text, cell: &dyn Fn(&Applicants) -> Cell| {
            let mut cells = vec![Cell::Text(self.say(name)), Cell::Text(self.say(&title))];
            cells.extend(terms.iter().map(|term| {
                let found = mine.iter().find(|one| one.entry.0 == *term);
                found.map_or(Cell::Empty, |one| cell(one))
            }));
            Row::new(cells)
        };
        if mine.iter().all(|one| one.projected.is_none()) {
            return vec![line(words::applicants(), &|one| Cell::Whole(one.applicants))];
        }
        let on = |demand: Demand| move |one: &Applicants| Cell::Whole(whole_range(one).at(demand));
        let mut rows = vec![
            line(words::low(), &on(Demand::Low)),
            line(words::likely(), &on(Demand::Likely)),
            line(words::high(), &on(Demand::High)),
        ];
        if mine.iter().any(|one| one.drawn.is_some()) {
            rows.push(line(words::eighty_percent(), &|one| {
                one.drawn.map_or(Cell::Empty, |(least, most)| {
                    Cell::text(format!("{least:.0}-{most:.0}"))
                })
            }));
        }
        rows
    }

    fn years(&self) -> Vec<Column> {
        let years = self.forecast.years.iter();
        years.map(|one| Column::figure(one.year.to_string())).collect()
    }

    fn pupils(&self) -> Table {
        let mut columns = vec![Column::text(self.say(&words::item()))];
        columns.extend(self.years());
        let years = &self.forecast.years;
        let line = |title: Text, figure: &dyn Fn(&Year) -> Option<f64>| {
            let mut cells = vec![Cell::Text(self.say(&title))];
            cells.extend((years.iter()).map(|one| figure(one).map_or(Cell::Empty, Cell::Whole)));
            Row::new(cells)
        };
        let grade = |grade: u32| {
            let here = move |one: &Year| {
                let found = one.pupils.iter().find(|(of, _)| *of == grade);
                found.map(|(_, pupils)| *pupils)
            };
            years.iter().any(|one| here(one).is_some()).then(|| line(words::grade(grade), &here))
        };
        let mut rows: Vec<Row> = (self.enrolment().into_iter())
            .flat_map(|one| (1..=one.last_grade).filter_map(grade))
            .collect();
        rows.extend([
            line(words::junior_graduates(), &|one| one.graduates),
            line(words::to_vocational(), &|one| one.vocational),
            line(words::to_group(), &|one| one.captured),
        ]);
        let table = Table::new(
            "forecast_pupils",
            self.say(&words::forecast_pupils_title()),
            self.say(&words::no_forecast()),
            columns,
        );
        if self.forecast.years.is_empty() {
            return table;
        }
        table.stub(1).rows(rows)
    }

    fn feeders(&self) -> Table {
        let mut columns = vec![
            Column::text(self.say(&words::feeder())),
            Column::figure(self.say(&words::boarding_share())),
        ];
        columns.extend(self.years().into_iter().skip(1));
        let feeders = self.enrolment().into_iter().flat_map(|one| &one.feeders);
        let lines = self.forecast.feeders.iter().zip(feeders);
        let rows = lines.map(|(line, feeder)| {
            let mut cells = vec![
                Cell::Text(self.say(&feeder.name)),
                line.boarding.map_or(Cell::Empty, Cell::Share),
            ];
            cells.extend(self.forecast.years.iter().skip(1).map(|year| {
                let found = line.captured.iter().find(|(at, _)| *at == year.year);
                found.map_or(Cell::Empty, |(_, students)| Cell::Whole(*students))
            }));
            Row::new(cells)
        });
        Table::new(
            "forecast_feeders",
            self.say(&words::forecast_feeders_title()),
            self.say(&words::no_forecast()),
            columns,
        )
        .stub(1)
        .rows(rows)
    }

    fn ratios(&self) -> Table {
        let columns = vec![
            Column::text(self.say(&words::ratio())),
            Column::figure(self.say(&words::holds_from())),
            Column::text(self.say(&words::ratio_source())),
            Column::figure(self.say(&words::low())),
            Column::figure(self.say(&words::likely())),
            Column::figure(self.say(&words::high())),
            Column::figure(self.say(&words::observations())),
            Column::figure(self.say(&words::error())),
        ];
        let percent = |share: f64| Cell::Amount(share * 100.0, 2);
        let row = |enrolment: &Enrolment, line: &RatioLine| {
            let source = match line.observations {
                Some(_) => words::fitted(),
                None => words::assumed(),
            };
            Row::new(vec![
                Cell::Text(self.say(&self.step(enrolment, line.step))),
                line.from.map_or(Cell::Empty, |year| Cell::text(year.to_string())),
                Cell::Text(self.say(&source)),
                percent(line.value.low),
                percent(line.value.likely),
                percent(line.value.high),
                line.observations.map_or(Cell::Empty, Cell::count),
                line.mape.map_or(Cell::Empty, percent),
            ])
        };
        let table = Table::new(
            "forecast_ratios",
            self.say(&words::forecast_ratios_title()),
            self.say(&words::no_forecast()),
            columns,
        );
        let lines = |one| self.forecast.ratios.iter().map(move |line| row(one, line));
        table.grouped().rows(self.enrolment().into_iter().flat_map(lines))
    }

    /// What a ratio is called.
    fn step(&self, enrolment: &Enrolment, step: Step) -> Text {
        let programme = |id: ProgrammeId| self.scenario.programmes[id].name.get(self.language);
        match step {
            Step::Progression(0) => words::step_births(),
            Step::Progression(grade) if grade == enrolment.last_grade => {
                words::step_graduation(grade)
            }
            Step::Progression(grade) => words::step_grade(grade, grade + 1),
            Step::Vocational => words::step_vocational(),
            Step::Captured => words::step_captured(),
            Step::CapturedFrom(feeder) => {
                words::step_captured_from(enrolment.feeders[feeder].name.get(self.language))
            }
            Step::Preference(id) => words::step_preference(programme(id)),
            Step::Brand(index) => words::step_brand(programme(enrolment.brands[index].programme)),
            Step::Spring => words::step_spring(),
        }
    }

    fn backtest(&self) -> Table {
        let columns = vec![
            Column::figure(self.say(&words::years_ahead())),
            Column::figure(self.say(&words::comparisons())),
            Column::figure(self.say(&words::of_projection())).unit("%".to_owned()),
            Column::figure(self.say(&words::of_naive())).unit("%".to_owned()),
        ];
        let rows = self.forecast.backtest.iter().map(|one| {
            Row::new(vec![
                Cell::Whole(one.lead.into()),
                Cell::count(one.comparisons),
                Cell::Amount(one.mape * 100.0, 2),
                Cell::Amount(one.naive * 100.0, 2),
            ])
        });
        let table = Table::new(
            "forecast_backtest",
            self.say(&words::backtest_title()),
            self.say(&words::no_backtest()),
            columns,
        );
        table.rows(rows)
    }
}

/// The range of applicants, each to the nearest whole.
fn whole_range(one: &Applicants) -> Estimate {
    let range = one.projected.unwrap_or(Estimate::sure(one.applicants));
    Estimate::on_paths(|on| range.at(on).round())
}
