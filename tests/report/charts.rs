//! The charts: their numbers are the plan's, their pictures show the same
//! numbers, and nothing in them is cut off or written over.

use crate::support::report_sample;
use crate::support::small::small;
use campusplan::domain::{Language, Scenario, Text};
use campusplan::plan::{MoneyItem, Plan};
use campusplan::report::charts::{Chart, charts};
use campusplan::report::document::{Cell, Document, Row, Table};
use campusplan::report::view::View;
use campusplan::report::{format, plan_document};
use campusplan::verify::Verification;
use roxmltree::{Document as Picture, Node};

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// Does something with a view of a plan.
fn with<T>(case: &(Scenario, Plan), language: Language, act: impl FnOnce(View) -> T) -> T {
    let verification = Verification::default();
    act(View { scenario: &case.0, plan: &case.1, verification: &verification, language })
}

/// A large case: everything that a report may hold, not a plan that holds.
fn sample() -> (Scenario, Plan) {
    let scenario = report_sample::scenario();
    let plan = report_sample::plan(&scenario);
    (scenario, plan)
}

/// All charts of a case, compared with itself.
fn all(case: &(Scenario, Plan), language: Language) -> Vec<Chart> {
    with(case, language, |view| charts(&view, &[view, view]))
}

fn chart(charts: &[Chart], key: &str) -> Chart {
    let found = charts.iter().find(|chart| chart.key == key);
    found.unwrap_or_else(|| panic!("no chart {key}")).clone()
}

fn figure(cell: &Cell) -> f64 {
    match cell {
        Cell::Whole(value) | Cell::Amount(value, _) => *value,
        Cell::Money(money) => money.0,
        Cell::Empty => 0.0,
        other => panic!("no figure: {other:?}"),
    }
}

fn figures(row: &Row, stub: usize) -> Vec<f64> {
    row.cells[stub..].iter().map(figure).collect()
}

/// The row with this name.
fn row<'t>(table: &'t Table, name: &str) -> &'t Row {
    let mut rows = table.rows.iter();
    let found = rows.find(|row| row.cells[0] == Cell::text(name));
    found.unwrap_or_else(|| panic!("no row {name} in {}", table.key))
}

fn near(one: &[f64], other: &[f64]) {
    assert_eq!(one.len(), other.len());
    for (one, other) in one.iter().zip(other) {
        assert!((one - other).abs() < 1e-6, "{one} and {other}");
    }
}

/// Sums by column of the rows before the first sum.
fn summed(table: &Table) -> Vec<f64> {
    let rows = table.rows.iter().take_while(|row| !row.total);
    rows.fold(vec![0.0; table.columns.len() - 1], |sums, row| {
        let more = figures(row, 1);
        sums.iter().zip(more).map(|(sum, more)| sum + more).collect()
    })
}

#[test]
fn students_by_programme_add_up_to_the_indicators() {
    let case = small();
    let charts = all(&case, Language::Zh);
    let table = chart(&charts, "enrolment").numbers;
    let expected = |figure: fn(&campusplan::plan::TermIndicators) -> f64| -> Vec<f64> {
        case.1.indicators.iter().map(figure).collect()
    };
    let in_school = expected(|at| at.students_in_school.0);
    assert!(in_school.iter().all(|students| *students > 0.0));
    near(&summed(&table), &in_school);
    near(&figures(row(&table, "在校学生"), 1), &in_school);
    near(&figures(row(&table, "在册学生"), 1), &expected(|at| at.registered.0));
}

#[test]
fn classes_by_campus_add_up_to_the_indicators() {
    let case = small();
    let charts = all(&case, Language::Zh);
    let table = chart(&charts, "classes").numbers;
    let indicators = case.1.indicators.iter();
    let expected: Vec<f64> = indicators.map(|at| at.classes_in_school.into()).collect();
    near(&summed(&table), &expected);
    near(&figures(row(&table, "在校班级"), 1), &expected);
}

#[test]
fn money_by_purpose_adds_up_to_the_accounts() {
    for case in [small(), sample()] {
        let charts = all(&case, Language::Zh);
        let table = chart(&charts, "money").numbers;
        let sum = |income: bool| -> f64 {
            let lines = case.1.accounts.money.iter();
            // the price of missed rules is neither
            let mine = lines.filter(|line| {
                MoneyItem::is_income(line.item) == income && line.item != MoneyItem::Penalty
            });
            mine.map(|line| line.amount_wan_yuan.0).sum()
        };
        let last = |name: &str| figures(row(&table, name), 1).pop().unwrap();
        assert!(sum(false) > 0.0);
        // to the printed tenth
        for (printed, exact) in [(last("支出合计"), sum(false)), (last("收入合计"), sum(true))]
        {
            assert!((printed - exact).abs() < 0.11, "{printed} and {exact}");
        }
        let document = with(&case, Language::Zh, |view| plan_document(&view));
        let money = document.tables().find(|table| table.key == "money").unwrap();
        near(&figures(row(&table, "支出合计"), 1), &figures(row(money, "支出合计"), 1));
    }
}

#[test]
fn moves_are_those_of_the_accounts() {
    let case = small();
    let charts = all(&case, Language::Zh);
    let table = chart(&charts, "flow").numbers;
    let moves = table.rows.iter().filter(|row| {
        let place = |cell: &Cell| matches!(cell, Cell::Text(name) if name.contains("校"));
        place(&row.cells[1]) && place(&row.cells[2]) && row.cells[1] != row.cells[2]
    });
    let moves: Vec<Vec<f64>> = moves.map(|row| figures(row, 3)).collect();
    let sum = |column: usize| moves.iter().map(|row| row[column]).sum::<f64>();
    let accounts = &case.1.accounts;
    assert!(accounts.classes_moved > 0);
    near(&[sum(0), sum(1)], &[accounts.classes_moved.into(), accounts.students_moved.0]);
}

#[test]
fn squares_hold_what_the_tables_hold() {
    let case = sample();
    for language in LANGUAGES {
        let charts = all(&case, language);
        let document: Document = with(&case, language, |view| plan_document(&view));
        let table = |key: &str| document.tables().find(|table| table.key == key).unwrap();
        let utilisation = chart(&charts, "utilisation");
        assert_eq!(utilisation.numbers.rows, table("capacity_shares").rows);
        let compliance = chart(&charts, "compliance");
        assert!(!compliance.numbers.rows.is_empty());
        for row in &compliance.numbers.rows {
            let told = table("standards").rows.iter();
            let mut same = told.filter(|other| other.cells[0] == row.cells[1]);
            let values = &row.cells[2..];
            let found = same.any(|other| {
                let others = &other.cells[2..other.cells.len() - 1];
                let unknown = |cell: &Cell| matches!(cell, Cell::Text(text) if text == "不详");
                let pairs = values.iter().zip(others);
                pairs
                    .into_iter()
                    .all(|(one, other)| one == other || *one == Cell::text("?") && unknown(other))
            });
            assert!(found, "{row:?}");
        }
        for chart in [utilisation, compliance] {
            let texts = texts(&chart.svg);
            for row in &chart.numbers.rows {
                for cell in &row.cells[2..] {
                    let text = format::cell(cell, language);
                    let drawn = text.is_empty() || texts.contains(&text);
                    assert!(drawn, "{}: {text}", chart.key);
                }
            }
        }
    }
}

#[test]
fn milestones_and_options_have_their_rows() {
    let case = sample();
    for language in LANGUAGES {
        let charts = all(&case, language);
        let schedule = chart(&charts, "schedule").numbers;
        let due = |row: &&Row| matches!(row.cells[4], Cell::Day(_));
        assert_eq!(schedule.rows.iter().filter(due).count(), case.1.milestones.len());
        let comparison = chart(&charts, "comparison").numbers;
        assert_eq!(comparison.rows.len(), 3);
        let cost = case.1.accounts.cost_wan_yuan.0;
        for row in &comparison.rows {
            near(&[figure(&row.cells[3])], &[cost]);
        }
    }
}

/// The texts that are drawn.
fn texts(svg: &str) -> Vec<String> {
    let picture = Picture::parse(svg).unwrap();
    let drawn = picture.descendants().filter(|node| node.has_tag_name("text"));
    drawn.filter_map(|node| node.text().map(|text| text.trim().to_owned())).collect()
}

/// A text as a box: left, right, upper and lower edge. No font is as narrow:
/// what leaves its place by this leaves it in any.
fn extent(node: Node) -> [f64; 4] {
    let number = |name: &str| -> f64 { node.attribute(name).unwrap().parse().unwrap() };
    let size = number("font-size");
    let letters = node.text().unwrap_or_default().trim().chars();
    let width: f64 = letters.map(|letter| if letter.is_ascii() { 0.5 } else { 1.0 }).sum();
    let left = match node.attribute("text-anchor") {
        None => number("x"),
        Some("middle") => number("x") - width * size / 2.0,
        Some(_) => number("x") - width * size,
    };
    let base = number("y");
    [left, left + width * size, base - size * 0.75, base + size * 0.1]
}

#[test]
fn no_text_is_cut_off_or_written_over() {
    for case in [sample(), small()] {
        for language in LANGUAGES {
            for chart in all(&case, language) {
                let picture = Picture::parse(&chart.svg).unwrap();
                let view = picture.root_element().attribute("viewBox").unwrap();
                let [x, _, width, height]: [f64; 4] = view
                    .split(' ')
                    .map(|part| part.parse().unwrap())
                    .collect::<Vec<_>>()
                    .try_into()
                    .unwrap();
                let texts = picture.descendants();
                let texts = texts.filter(|node| node.has_tag_name("text"));
                let boxes: Vec<([f64; 4], &str)> =
                    texts.map(|node| (extent(node), node.text().unwrap())).collect();
                assert!(!boxes.is_empty());
                for (index, ([left, right, top, bottom], text)) in boxes.iter().enumerate() {
                    let inside =
                        *left >= x && *right <= x + width && *top >= 0.0 && *bottom <= height;
                    assert!(inside, "{}: {text} is cut off", chart.key);
                    for ([l, r, t, b], other) in &boxes[index + 1..] {
                        let apart = r <= left || right <= l || b <= top || bottom <= t;
                        assert!(apart, "{}: {text} and {other} meet", chart.key);
                    }
                }
            }
        }
    }
}

#[test]
fn pictures_tell_what_they_show() {
    for language in LANGUAGES {
        let charts = all(&sample(), language);
        let keys: Vec<&str> = charts.iter().map(|chart| chart.key).collect();
        let expected = [
            "enrolment",
            "classes",
            "utilisation",
            "flow",
            "schedule",
            "money",
            "compliance",
            "comparison",
        ];
        assert_eq!(keys, expected);
        for chart in &charts {
            let picture = Picture::parse(&chart.svg).unwrap();
            let root = picture.root_element();
            assert_eq!(root.attribute("role"), Some("img"));
            let of = |name: &str| {
                let mut children = root.children().filter(|node| node.has_tag_name(name));
                let node = children.next().unwrap();
                (node.attribute("id").unwrap(), node.text().unwrap())
            };
            let ((title_id, title), (desc_id, desc)) = (of("title"), of("desc"));
            assert_eq!((title, desc), (chart.title.as_str(), chart.description.as_str()));
            let told = format!("{title_id} {desc_id}");
            assert_eq!(root.attribute("aria-labelledby"), Some(told.as_str()));
            assert!(!chart.numbers.rows.is_empty(), "{}", chart.key);
        }
    }
}

#[test]
fn the_same_plan_has_the_same_pictures() {
    let case = sample();
    assert_eq!(all(&case, Language::Zh), all(&case, Language::Zh));
}

#[test]
fn names_are_texts_whatever_they_hold() {
    let (mut scenario, plan) = sample();
    let hostile = "<script>alert('1')</script>&\"\u{1}$x$";
    for campus in &mut scenario.campuses {
        campus.name = Text { zh: hostile.to_owned(), en: hostile.to_owned() };
    }
    let flow = chart(&all(&(scenario, plan), Language::Zh), "flow");
    let picture = Picture::parse(&flow.svg).unwrap();
    assert!(!picture.descendants().any(|node| node.has_tag_name("script")));
    let told = picture.descendants().filter(|node| node.has_tag_name("title"));
    let told: Vec<&str> = told.filter_map(|node| node.text()).collect();
    let harmless = hostile.replace('\u{1}', "");
    assert!(told.iter().any(|text| text.contains(&harmless)), "{told:?}");
}

#[test]
fn a_plan_with_nothing_to_draw_has_no_empty_pictures() {
    let (scenario, mut plan) = small();
    plan.classes.clear();
    plan.accounts.money.clear();
    plan.indicators.clear();
    let keys: Vec<&str> =
        all(&(scenario, plan), Language::Zh).iter().map(|chart| chart.key).collect();
    assert_eq!(keys, ["schedule", "comparison"]);
}
