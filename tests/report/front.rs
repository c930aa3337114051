//! The pages before the text, and what a head decides from.

use crate::support::report_sample;
use campusplan::domain::{Language, Scenario, Statement, StatementKind, Text};
use campusplan::plan::Plan;
use campusplan::report::appendices::appendices;
use campusplan::report::document::{Cell, Table};
use campusplan::report::dossier::Dossier;
use campusplan::report::front::{Cover, cover, decision};
use campusplan::report::prose::chapters;
use campusplan::report::view::View;
use campusplan::verify::Verification;

fn text(zh: &str) -> Text {
    Text { zh: zh.to_owned(), en: format!("{zh} in English") }
}

struct Sample(Scenario, Plan, Verification);

impl Sample {
    fn new() -> Self {
        let scenario = report_sample::scenario();
        let plan = report_sample::plan(&scenario);
        Self(scenario, plan, report_sample::broken())
    }

    fn dossier(&self, language: Language) -> Dossier<'_> {
        let view = View { scenario: &self.0, plan: &self.1, verification: &self.2, language };
        Dossier::new(view, None, Vec::new())
    }
}

fn headings(dossier: &Dossier) -> Vec<String> {
    chapters(dossier).into_iter().map(|chapter| chapter.heading).collect()
}

#[test]
fn texts_of_the_proposal_stand_where_the_scenario_has_them() {
    let mut sample = Sample::new();
    let dossier = sample.dossier(Language::Zh);
    assert_eq!(cover(&dossier.view), Cover::default());
    let without = headings(&dossier);
    for heading in ["理由和原则", "保障措施"] {
        assert!(!without.contains(&heading.to_owned()), "{without:?}");
    }
    let proposal = &mut sample.0.proposal;
    proposal.issuer = Some(text("县职校"));
    proposal.addressee = Some(text("县教育局"));
    proposal.date = "2007-11".to_owned();
    let kinds = [StatementKind::Reason, StatementKind::Principle, StatementKind::Safeguard];
    let stated = kinds.map(|kind| Statement { kind, text: text("一句话。") });
    proposal.statements = stated.to_vec();
    let dossier = sample.dossier(Language::Zh);
    let told = cover(&dossier.view);
    assert_eq!(told.addressee.as_deref(), Some("主送：县教育局"));
    assert_eq!(told.issuer.as_deref(), Some("县职校"));
    assert_eq!(told.date.as_deref(), Some("2007年11月"));
    let with = headings(&dossier);
    assert_eq!(with.len(), without.len() + 2);
    assert!(with.contains(&"理由和原则".to_owned()) && with.contains(&"保障措施".to_owned()));
}

fn cells(table: &Table) -> Vec<String> {
    let told = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        _ => String::new(),
    };
    table.rows.iter().map(|row| told(&row.cells[1])).collect()
}

#[test]
fn a_head_finds_five_answers_in_either_language() {
    let sample = Sample::new();
    for language in [Language::Zh, Language::En] {
        let table = decision(&sample.dossier(language));
        let told = cells(&table);
        assert_eq!(told.len(), 5, "{told:?}");
        assert!(told.iter().all(|answer| !answer.is_empty()));
        // A page holds about forty lines of forty characters in this size.
        let letters: usize = told.iter().map(|answer| answer.chars().count()).sum();
        assert!(letters < if language == Language::Zh { 1500 } else { 4500 }, "{letters}");
    }
}

#[test]
fn the_plan_of_moves_adds_up() {
    let sample = Sample::new();
    let dossier = sample.dossier(Language::Zh);
    let all = appendices(&dossier);
    let tables = || all.iter().flat_map(|annex| &annex.tables);
    let moves = tables().find(|table| table.key == "moves").expect("the plan of moves");
    for column in [3, 4] {
        let figure = |row: usize| moves.rows[row].cells[column].number().unwrap();
        let last = moves.rows.len() - 1;
        let sum: f64 = (0..last).map(figure).sum();
        assert!(last > 0 && (sum - figure(last)).abs() < 1e-6);
    }
    let listed = tables().find(|table| table.key == "relocation").expect("the list");
    let total = moves.rows.last().unwrap().cells[3].number().unwrap();
    let classes = listed.rows.iter().filter(|row| !row.total).count();
    assert!((total - f64::from(u32::try_from(classes).unwrap())).abs() < 1e-9);
}

#[test]
fn one_source_stands_once_and_paths_have_names() {
    let mut sample = Sample::new();
    let mut one = sample.0.sources[0].clone();
    let paths = ["campuses.hq.owns", "campuses.erzhong.owns", "rules.relocation.cost"];
    sample.0.sources = paths
        .map(|path| {
            one.path = path.to_owned();
            one.clone()
        })
        .to_vec();
    let dossier = sample.dossier(Language::Zh);
    let all = appendices(&dossier);
    let mut tables = all.iter().flat_map(|annex| &annex.tables);
    let table = tables.find(|table| table.key == "sources_grouped").expect("the sources");
    assert_eq!(table.rows.len(), 1);
    let told = cells(table).remove(0);
    assert!(told.contains("县职校") && told.contains("龙游二中"), "{told}");
    assert!(!told.contains("campuses") && !told.contains("rules."), "{told}");
}
