//! The annexes of a proposal: which tables go on paper, in which order, under
//! which title. The long report has more; what only a computer reads stays in
//! the files.

mod compliance;
mod layout;
mod method;
mod moves;
mod options;
mod sources;
mod staff;

use super::charts::Chart;
use super::document::Table;
use super::dossier::Dossier;
use super::sections::{assets, verification};
use super::view::View;
use crate::domain::Text;
use crate::words::report::appendices as words;
use std::borrow::Cow;

/// An annex 附件.
#[derive(Clone, Debug)]
pub struct Appendix<'a> {
    /// Its title, without a number.
    pub title: String,
    /// What helps to read it.
    pub notes: Vec<String>,
    /// Its charts.
    pub charts: Vec<&'a Chart>,
    /// Its tables.
    pub tables: Vec<Cow<'a, Table>>,
}

/// The annexes of a dossier; none is empty.
pub fn appendices<'a>(dossier: &'a Dossier) -> Vec<Appendix<'a>> {
    let view = &dossier.view;
    let all = [
        of_layout(dossier),
        of_enrolment(dossier),
        plain(dossier, &words::relocation(), &["relocation", "merging"]).first(moves::table(view)),
        of_staff(dossier),
        of_assets(dossier),
        of_money(dossier),
        of_conditions(dossier),
        of_options(dossier),
        of_schedule(dossier),
        plain(dossier, &words::sources(), &[])
            .first([sources::table(view)])
            .note(view, &words::sources_note()),
        of_method(dossier),
    ];
    let told = all.into_iter();
    told.filter(|one| !one.tables.is_empty()).collect()
}

/// An annex of tables of the report, by their keys; a table that the report
/// does not have is left out, and so is one without rows behind the first.
fn plain<'a>(dossier: &'a Dossier, title: &Text, keys: &[&str]) -> Appendix<'a> {
    let mut annex = Appendix {
        title: dossier.view.say(title),
        notes: Vec::new(),
        charts: Vec::new(),
        tables: Vec::new(),
    };
    for key in keys {
        let mut tables = dossier.document.tables();
        let found = tables.find(|table| table.key == *key);
        let told = found.filter(|table| annex.tables.is_empty() || !table.rows.is_empty());
        annex.tables.extend(told.map(Cow::Borrowed));
    }
    annex
}

impl<'a> Appendix<'a> {
    /// The annex with a note.
    fn note(mut self, view: &View, note: &Text) -> Self {
        self.notes.push(view.say(note));
        self
    }

    /// The annex with tables of its own before the others.
    fn first(mut self, tables: impl IntoIterator<Item = Table>) -> Self {
        let tables: Vec<Cow<'a, Table>> = tables.into_iter().map(Cow::Owned).collect();
        self.tables.splice(0..0, tables);
        self
    }

    /// The annex with tables of its own after the others.
    fn last(mut self, tables: impl IntoIterator<Item = Table>) -> Self {
        self.tables.extend(tables.into_iter().map(Cow::Owned));
        self
    }

    /// The annex with charts.
    fn charts(mut self, dossier: &'a Dossier, keys: &[&str]) -> Self {
        let charts = dossier.charts.iter();
        self.charts.extend(charts.filter(|chart| keys.contains(&chart.key)));
        self
    }
}

fn of_layout<'a>(dossier: &'a Dossier) -> Appendix<'a> {
    let view = &dossier.view;
    plain(dossier, &words::layout(), &["campuses", "campus_use", "afterwards", "grade_bands"])
        .first([layout::by_campus(view), layout::by_programme(view)])
        .note(view, &words::layout_note())
        .charts(dossier, &["utilisation", "flow"])
}

fn of_enrolment<'a>(dossier: &'a Dossier) -> Appendix<'a> {
    let keys = [
        "targets",
        "students",
        "admissions",
        "intakes",
        "catchments",
        "catchment_ways",
        "school_buses",
        "courses",
    ];
    plain(dossier, &words::enrolment(), &keys).charts(dossier, &["enrolment", "classes"])
}

fn of_staff<'a>(dossier: &'a Dossier) -> Appendix<'a> {
    let view = &dossier.view;
    let keys = ["staff_by_year", "staff_by_subject", "hires", "retraining", "exchanges"];
    plain(dossier, &words::staff(), &keys)
        .last([staff::roll(view)])
        .note(view, &words::staff_note())
}

fn of_assets<'a>(dossier: &'a Dossier) -> Appendix<'a> {
    let view = &dossier.view;
    let keys =
        ["asset_balance", "asset_owners", "asset_campuses", "asset_premises", "asset_findings"];
    plain(dossier, &words::assets(), &keys)
        .last(assets::on_paper(view))
        .note(view, &words::assets_note())
}

fn of_money<'a>(dossier: &'a Dossier) -> Appendix<'a> {
    let keys = ["money", "payroll", "building", "shipments", "missed_rules"];
    plain(dossier, &words::money(), &keys)
        .note(&dossier.view, &crate::words::report::money_note())
        .charts(dossier, &["money"])
}

fn of_conditions<'a>(dossier: &'a Dossier) -> Appendix<'a> {
    let view = &dossier.view;
    plain(dossier, &words::conditions(), &["watched"])
        .first(compliance::tables(view))
        .note(view, &words::conditions_note())
        .charts(dossier, &["compliance"])
}

fn of_options<'a>(dossier: &'a Dossier) -> Appendix<'a> {
    let compared = options::table(&dossier.view, &dossier.compared);
    plain(dossier, &words::options(), &[])
        .last(compared)
        .note(&dossier.view, &words::options_note())
        .charts(dossier, &["comparison"])
}

fn of_schedule<'a>(dossier: &'a Dossier) -> Appendix<'a> {
    plain(dossier, &words::schedule(), &["milestones", "events"]).charts(dossier, &["schedule"])
}

fn of_method<'a>(dossier: &'a Dossier) -> Appendix<'a> {
    let view = &dossier.view;
    plain(dossier, &words::method(), &["tiers"])
        .first([method::run(view)])
        .last([verification::compared(view.verification, view.language)])
}
