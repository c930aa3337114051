//! The page in a browser: headless Chromium, and the accessibility rules of
//! axe-core. Both are installed by `.ci/setup outside`.

use super::browser::{Theme, console, harness, judged};
use crate::support::exclusive::beside_others;
use crate::support::report_sample;
use campusplan::domain::Language;
use campusplan::report::dossier::Dossier;
use campusplan::report::html;
use campusplan::report::view::View;
use campusplan::verify::Verification;
use serde_json::Value;

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// The page of the sample, compared with itself.
fn page(language: Language) -> String {
    let scenario = report_sample::scenario();
    let plan = report_sample::plan(&scenario);
    let verification = Verification::default();
    let view = View { scenario: &scenario, plan: &plan, verification: &verification, language };
    let page = html::render(&Dossier::new(view, None, vec![view])).unwrap();
    String::from_utf8(page).unwrap()
}

fn strings(value: &Value) -> Vec<&str> {
    let items = value.as_array().unwrap().iter();
    items.map(|item| item.as_str().unwrap()).collect()
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn nothing_is_complained_of() {
    let _machine = beside_others();
    for language in LANGUAGES {
        let page = page(language);
        assert_eq!(console(&page), Vec::<String>::new());
        let broken = page.replace("</footer>", "</footer><img src=\"http://localhost/x.png\">");
        assert!(!console(&broken).is_empty(), "a breach of the policy goes unseen");
    }
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn charts_are_drawn_with_the_numbers_of_the_plan() {
    let _machine = beside_others();
    let scenario = report_sample::scenario();
    let plan = report_sample::plan(&scenario);
    for language in LANGUAGES {
        let seen = harness(&page(language), 1200, "charts()");
        let charts = seen.as_array().unwrap();
        assert_eq!(charts.len(), 8);
        for chart in charts {
            assert!(chart["width"].as_f64().unwrap() > 300.0, "{chart}");
            assert!(chart["height"].as_f64().unwrap() > 100.0, "{chart}");
            assert_eq!(strings(&chart["meet"]), Vec::<&str>::new(), "{}", chart["id"]);
            assert_eq!(strings(&chart["cut"]), Vec::<&str>::new(), "{}", chart["id"]);
        }
        let texts = strings(&charts[0]["texts"]);
        for at in &plan.indicators {
            let registered = format!("{:.0}", at.registered.0);
            assert!(texts.contains(&registered.as_str()), "{registered}");
        }
    }
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn tables_sort_upwards_downwards_and_back() {
    let _machine = beside_others();
    let seen = harness(&page(Language::Zh), 1200, "sorting('capacity_tight', 3)");
    let column = |state: usize| -> Vec<f64> {
        let values = strings(&seen[state]["values"]).into_iter();
        values.map(|value| value.parse().unwrap()).collect()
    };
    let (first, up, down, back) = (column(0), column(1), column(2), column(3));
    let mut sorted = first.clone();
    sorted.sort_by(f64::total_cmp);
    assert!(sorted.len() > 3 && sorted != first, "{first:?} is sorted already");
    assert_eq!(up, sorted);
    sorted.reverse();
    assert_eq!(down, sorted);
    assert_eq!(back, first);
    let states: Vec<&str> = (0..4).map(|at| seen[at]["sort"].as_str().unwrap()).collect();
    assert_eq!(states, ["none", "ascending", "descending", "none"]);
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn a_phone_shows_the_page_without_scrolling_sideways() {
    let _machine = beside_others();
    for language in LANGUAGES {
        let seen = harness(&page(language), 360, "overflow()");
        assert_eq!(seen["inside"], 360);
        assert_eq!(seen["page"], 360, "{seen}");
    }
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn the_switch_makes_the_page_dark_and_light_again() {
    let _machine = beside_others();
    let seen = harness(&page(Language::Zh), 1200, "themes()");
    let grounds = strings(&seen["grounds"]);
    assert_eq!(grounds[0], "rgb(244, 246, 249)");
    assert_eq!(grounds[1], "rgb(15, 19, 24)");
    assert_eq!(grounds[0], grounds[2]);
    assert_eq!(strings(&seen["labels"]), ["换成深色", "换成浅色", "换成深色"]);
    let fills = strings(&seen["fills"]);
    assert!(fills[0] != fills[1] && fills[0] == fills[2], "{fills:?}");
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn nobody_is_shut_out() {
    let _machine = beside_others();
    for (language, theme) in
        [(Language::Zh, Theme::Light), (Language::Zh, Theme::Dark), (Language::En, Theme::Light)]
    {
        assert_eq!(judged(&page(language), theme), Vec::<String>::new());
    }
    let faint = page(Language::En).replace("--muted: #566170", "--muted: #c0c4c8");
    let found = judged(&faint, Theme::Light);
    assert!(found.iter().any(|one| one.contains("color-contrast")), "{found:?}");
}
