//! The page as a file: complete, well formed, safe, and with the numbers of
//! the document and the charts.

use crate::support::page_tree::{classed, has_class, having, named, parse, told, xml};
use crate::support::program::{MINIMAL, run, text};
use crate::support::report_sample;
use base64::prelude::{BASE64_STANDARD, Engine};
use campusplan::domain::{Language, Text};
use campusplan::report::document::{Shown, Table};
use campusplan::report::dossier::Dossier;
use campusplan::report::view::View;
use campusplan::report::{format, html};
use campusplan::verify::Verification;
use roxmltree::{Document, Node};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// A dossier of the sample, compared with itself, and what is made of it.
fn with<T>(language: Language, act: impl FnOnce(&Dossier) -> T) -> T {
    let scenario = report_sample::scenario();
    let plan = report_sample::plan(&scenario);
    let verification = Verification::default();
    let view = View { scenario: &scenario, plan: &plan, verification: &verification, language };
    act(&Dossier::new(view, None, vec![view]))
}

fn page(dossier: &Dossier) -> String {
    String::from_utf8(html::render(dossier).unwrap()).unwrap()
}

/// The page of the sample as XML.
fn sample(language: Language) -> String {
    xml(&with(language, page))
}

/// The table with a key.
fn table<'a, 'i>(page: &'a Document<'i>, key: &str) -> Option<Node<'a, 'i>> {
    let mut found = having(page.root(), "data-key").into_iter();
    let mut mine = found.by_ref().filter(|table| table.attribute("data-key") == Some(key));
    let first = mine.next();
    assert!(mine.next().is_none(), "{key} comes twice");
    first
}

fn folded(table: Node) -> bool {
    table.ancestors().any(|one| one.has_tag_name("details"))
}

#[test]
fn the_page_has_landmarks_headings_in_order_and_ids_of_their_own() {
    for (language, lang) in LANGUAGES.into_iter().zip(["zh-CN", "en"]) {
        let xml = sample(language);
        let page = parse(&xml);
        let root = page.root_element();
        assert_eq!(root.attribute("lang"), Some(lang));
        for one in ["h1", "main", "header", "nav", "footer"] {
            assert_eq!(named(root, &[one]).len(), 1, "{one}");
        }
        assert!(named(root, &["nav"])[0].has_attribute("aria-label"));
        let levels = named(root, &["h1", "h2", "h3", "h4", "h5", "h6"]);
        let levels: Vec<u8> =
            (levels.iter()).map(|one| one.tag_name().name().as_bytes()[1]).collect();
        assert_eq!(levels[0], b'1');
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        let ids = having(root, "id");
        let ids: Vec<&str> = ids.iter().filter_map(|one| one.attribute("id")).collect();
        let set: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), set.len(), "an id comes twice");
        for one in having(root, "aria-labelledby") {
            let mut named = one.attribute("aria-labelledby").unwrap().split(' ');
            assert!(named.all(|id| set.contains(id)));
        }
        for link in named(root, &["a"]) {
            let target = link.attribute("href").unwrap().strip_prefix('#').unwrap();
            assert!(set.contains(target), "{target}");
        }
    }
}

#[test]
fn tables_name_their_rows_and_columns() {
    let xml = sample(Language::Zh);
    let page = parse(&xml);
    let tables = named(page.root(), &["table"]);
    assert!(tables.len() > 40, "{}", tables.len());
    for table in tables {
        assert!(!told(named(table, &["caption"])[0]).is_empty());
        for (part, scope) in [("thead", "col"), ("tbody", "row")] {
            let heads = named(named(table, &[part])[0], &["th"]);
            assert!(!heads.is_empty());
            assert!(heads.iter().all(|head| head.attribute("scope") == Some(scope)));
        }
        for row in named(named(table, &["tbody"])[0], &["tr"]) {
            assert!(row.first_element_child().unwrap().has_tag_name("th"));
        }
    }
}

/// The texts of a table's cells, row by row.
fn cells(table: Node) -> Vec<Vec<String>> {
    let rows = named(named(table, &["tbody"])[0], &["tr"]).into_iter();
    let texts = |row: Node| row.children().filter(Node::is_element).map(told).collect();
    rows.map(texts).collect()
}

fn expected(table: &Table, language: Language) -> Vec<Vec<String>> {
    use campusplan::report::document::Cell;
    let text = |cell: &Cell| match cell {
        Cell::Bar(_) => String::new(),
        other => format::cell(other, language),
    };
    let rows = table.rows.iter();
    rows.map(|row| row.cells.iter().map(text).collect()).collect()
}

#[test]
fn tables_hold_the_numbers_of_the_document_and_of_the_charts() {
    for language in LANGUAGES {
        with(language, |dossier| {
            let xml = xml(&page(dossier));
            let page = parse(&xml);
            let charts = dossier.charts.iter().map(|chart| &chart.numbers);
            let mut compared = 0;
            for one in dossier.document.tables().chain(charts) {
                let drawn = one.columns.iter().any(|column| column.whole);
                let found = table(&page, one.key);
                assert_eq!(found.is_none(), drawn || one.rows.is_empty(), "{}", one.key);
                if let Some(found) = found {
                    assert_eq!(cells(found), expected(one, language), "{}", one.key);
                    compared += 1;
                }
            }
            assert!(compared > 40, "{compared}");
        });
    }
}

#[test]
fn the_story_comes_first_and_holds_every_chart_as_it_is() {
    with(Language::Zh, |dossier| {
        let text = page(dossier);
        for chart in &dossier.charts {
            assert!(text.contains(&chart.svg), "{}", chart.key);
        }
        let xml = xml(&text);
        let page = parse(&xml);
        let figures = named(page.root(), &["figure"]);
        assert_eq!(figures.len(), dossier.charts.len());
        for (figure, chart) in figures.iter().zip(&dossier.charts) {
            assert_eq!(told(named(*figure, &["h3"])[0]), chart.title);
            assert_eq!(told(named(*figure, &["figcaption"])[0]), chart.description);
        }
        let cards = classed(page.root(), "card");
        let results = &dossier.view.plan.targets;
        let targets = dossier.view.scenario.targets.iter();
        let applied = targets.filter(|one| results.iter().any(|at| at.target == one.id));
        assert_eq!(cards.len(), applied.count());
        let points = classed(page.root(), "points");
        let points: Vec<String> = named(points[0], &["li"]).into_iter().map(told).collect();
        assert_eq!(points, dossier.document.sections[0].notes);
        let at = |what: &str| text.find(what).unwrap();
        let parts = ["id=\"summary\"", "id=\"charts\"", "id=\"tables\""].map(at);
        assert!(parts.is_sorted(), "{parts:?}");
    });
}

#[test]
fn a_target_that_is_missed_is_told_without_colour() {
    let xml = sample(Language::Zh);
    let page = parse(&xml);
    let cards = classed(page.root(), "card");
    let (missed, reached): (Vec<Node>, Vec<Node>) =
        cards.into_iter().partition(|card| has_class(*card, "missed"));
    assert!(!missed.is_empty() && !reached.is_empty());
    let standing = |card: &Node| told(classed(*card, "standing")[0]);
    assert!(missed.iter().all(|card| standing(card).starts_with('✗')));
    assert!(reached.iter().all(|card| standing(card) == "✓ 达到"));
}

#[test]
fn long_tables_are_folded() {
    with(Language::Zh, |dossier| {
        let xml = xml(&page(dossier));
        let page = parse(&xml);
        let mut long = 0;
        for one in dossier.document.tables() {
            if let Some(found) = table(&page, one.key) {
                let expected = one.shown == Shown::Files || one.rows.len() >= 16;
                assert_eq!(folded(found), expected, "{}", one.key);
                long += usize::from(expected);
            }
        }
        assert!(long > 5, "{long}");
    });
}

#[test]
fn nothing_is_asked_of_a_network() {
    for language in LANGUAGES {
        let text = with(language, page);
        let xml = xml(&text);
        let page = parse(&xml);
        let loading = ["link", "img", "iframe", "object", "embed", "base", "image", "use"];
        assert!(named(page.root(), &loading).is_empty());
        for attribute in ["src", "style", "srcset", "action", "data"] {
            assert!(having(page.root(), attribute).is_empty(), "{attribute}");
        }
        let rest = text.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assert!(!rest.contains("http:") && !rest.contains("https:") && !rest.contains("@import"));
        let policy = having(page.root(), "http-equiv")[0].attribute("content").unwrap();
        assert!(policy.starts_with("default-src 'none'; "));
        for (element, source) in [("style", "style-src"), ("script", "script-src")] {
            let elements = named(page.root(), &[element]);
            assert_eq!(elements.len(), 1, "{element}");
            let hash = BASE64_STANDARD.encode(Sha256::digest(told(elements[0])));
            assert!(policy.contains(&format!("{source} 'sha256-{hash}'")), "{policy}");
        }
    }
}

#[test]
fn names_are_texts_whatever_they_hold() {
    let hostile = "<script>alert(1)</script><b>\"&amp;";
    let mut scenario = report_sample::scenario();
    let text = || Text { zh: hostile.to_owned(), en: hostile.to_owned() };
    scenario.name = text();
    for campus in &mut scenario.campuses {
        campus.name = text();
    }
    for programme in &mut scenario.programmes {
        programme.name = text();
    }
    let mut plan = report_sample::plan(&scenario);
    hostile.clone_into(&mut plan.scenario.name);
    hostile.clone_into(&mut plan.classes[0].name);
    let verification = Verification::default();
    let view = View {
        scenario: &scenario,
        plan: &plan,
        verification: &verification,
        language: Language::Zh,
    };
    let dossier = Dossier::new(view, Some(hostile.to_owned()), Vec::new());
    let xml = xml(&page(&dossier));
    let page = parse(&xml);
    assert_eq!(named(page.root(), &["script"]).len(), 1);
    assert!(named(page.root(), &["b"]).is_empty());
    assert_eq!(told(named(page.root(), &["h1"])[0]), hostile);
    assert_eq!(told(named(page.root(), &["title"])[0]), hostile);
}

#[test]
fn the_program_writes_the_same_page_each_time() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("plan");
    let (code, _, notes) = run(&["plan", MINIMAL, "--out", text(&out), "--quiet"]);
    assert_eq!(code, 0, "{notes}");
    let plan = out.join("plan.json");
    let report = || {
        let (code, _, notes) =
            run(&["report", text(&plan), "--format", "html", "--title", "合并方案"]);
        assert_eq!(code, 0, "{notes}");
        fs::read(out.join("report.html")).unwrap()
    };
    let (first, second) = (report(), report());
    assert!(first == second, "two pages differ");
    let xml = xml(std::str::from_utf8(&first).unwrap());
    let page = parse(&xml);
    assert_eq!(told(named(page.root(), &["h1"])[0]), "合并方案");
    assert!(first.len() < 1_000_000, "{}", first.len());
}
