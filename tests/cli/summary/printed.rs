//! Summaries as readers see them.

use super::cases::{manifest, rows};
use crate::support::page_tree::{named, parse, told, xml};
use campusplan::domain::{Language, Scenario};
use campusplan::experiment::specification::first_stage::Kind;
use campusplan::experiment::summary::summarise;
use campusplan::experiment::summary::view::Futures;
use campusplan::report::document::Document;
use campusplan::report::experiment::{Telling, document};
use campusplan::report::{csv, html, terminal};
use roxmltree::Node;
use serde_json::json;

fn minimal() -> Scenario {
    let text = std::fs::read_to_string(crate::support::program::MINIMAL).unwrap();
    campusplan::scenario::read(&text).unwrap().scenario
}

/// The summary of the made-up rows, with what `read` makes of it.
fn summed_up<T>(language: Language, read: impl Fn(&Document) -> T) -> T {
    let (manifest, rows) = (manifest(&json!("grid"), 8), rows());
    let scenario = minimal();
    let summary = summarise(&Futures::new(&manifest, &rows), &Kind::ALL);
    let telling = Telling {
        manifest: &manifest,
        scenario: &scenario,
        summary: &summary,
        follow_up: None,
        language,
    };
    read(&document(telling))
}

fn printed(language: Language) -> String {
    summed_up(language, |document| {
        for table in document.tables() {
            csv::render(table, language).unwrap();
        }
        terminal::render(document, language)
    })
}

/// Few short reasons are a table of their own and another for files, but one on
/// the page; the tables for files that say more are both there.
#[test]
fn the_page_has_no_table_twice() {
    let page = summed_up(Language::En, |document| {
        let keys: Vec<&str> = document.tables().map(|table| table.key).collect();
        assert!(keys.contains(&"study_reasons") && keys.contains(&"study_reasons_all"));
        html::leaf(document, &[], Language::En, Vec::new())
    });
    let page = xml(std::str::from_utf8(&page).unwrap());
    let tree = parse(&page);
    let tables = named(tree.root(), &["table"]);
    let key = |table: &Node<'_, '_>| table.attribute("data-key").unwrap().to_owned();
    let keys: Vec<String> = tables.iter().map(key).collect();
    assert!(keys.contains(&"study_reasons".to_owned()));
    assert!(!keys.contains(&"study_reasons_all".to_owned()));
    assert!(keys.contains(&"study_level_means".to_owned()));
    let mut tables: Vec<String> = tables.into_iter().map(told).collect();
    tables.sort();
    let all = tables.len();
    tables.dedup();
    assert_eq!(tables.len(), all);
}

#[test]
fn names_are_the_scenarios_and_the_page_is_kept() {
    let zh = printed(Language::Zh);
    println!("{zh}");
    for told in ["启用西校区", "2008年秋商务文秘招生", "缺床位", "1046", "2009年春"]
    {
        assert!(zh.contains(told), "{told}: {zh}");
    }
    let en = printed(Language::En);
    println!("{en}");
    for told in ["West campus in use", "Office clerk admitted autumn 2008", "beds short"] {
        assert!(en.contains(told), "{told}: {en}");
    }
    assert!(en.lines().all(|line| line.chars().count() <= 100), "{en}");
}

/// A follow-up's report has its regrets before everything else.
#[test]
fn regrets_are_put_into_words() {
    let told = super::regret::told();
    let (manifest, rows) = (manifest(&json!("grid"), 8), rows());
    let scenario = minimal();
    let summary = summarise(&Futures::new(&manifest, &rows), &Kind::ALL);
    for (language, expected) in [
        (Language::Zh, ["候选1", "现在可以定", "文化课招聘", "2人"]),
        (
            Language::En,
            ["Candidate 1", "Can be decided now", "recruits for General subjects", "2 people"],
        ),
    ] {
        let telling = Telling {
            manifest: &manifest,
            scenario: &scenario,
            summary: &summary,
            follow_up: Some(&told),
            language,
        };
        let printed = terminal::render(&document(telling), language);
        println!("{printed}");
        for expected in expected {
            assert!(printed.contains(expected), "{expected}: {printed}");
        }
    }
}
