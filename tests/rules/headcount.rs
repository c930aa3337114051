//! Whole students of classes: what must hold for any plan. The expected numbers
//! are computed here from the plan and the losses the case states.

use crate::support::tiny;
use campusplan::domain::Scenario;
use campusplan::plan::{self, ClassPath, Joined, Merged, Plan, Seat, TermKey};
use campusplan::units::Students;
use campusplan::verify::verify;
use std::collections::BTreeMap;

/// What sums of floating-point numbers may be off by.
const NOISE: f64 = 1e-5;

/// Losses of the programmes in a term.
const LOSSES: [(&str, f64); 3] = [("p", 0.02), ("q", 0.0), ("r", 0.007)];

/// The terms of the plan.
const TERMS: usize = 8;

/// A linear congruential generator.
struct Random(u64);

impl Random {
    /// A number from 0 to below `end`.
    fn below(&mut self, end: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(end)).unwrap()
    }

    /// True in so many of ten cases.
    fn of_ten(&mut self, cases: u32) -> bool {
        self.below(10) < cases
    }
}

fn case() -> Scenario {
    let programme = |(key, loss): &(&str, f64)| {
        format!(
            r#""{key}": (name: (zh: "{key}"), field: "f",
                curriculum: [(terms: 6, uses: {{}})], class_size: (min: 1, max: 60),
                internship: (first: 5, last: 6, length: 1),
                attrition: ["{}%"], sites: {{"a": (), "b": (), "c": ()}}),"#,
            loss * 100.0
        )
    };
    let campus = |key: &&str| {
        format!(r#""{key}": (name: (zh: "{key}"), owner: (zh: "县"), owns: {{"room": 90}}),"#)
    };
    let entries = ["2008-autumn", "2009-autumn", "2010-autumn", "2011-autumn"];
    let admission = |(key, _): &(&str, f64)| {
        let all = entries
            .iter()
            .map(|entry| format!(r#"(programme: "{key}", entry: "{entry}", applicants: 900),"#));
        all.collect::<String>()
    };
    tiny::read(&format!(
        r#"(
            name: (zh: "例"), calendar: (first_term: "2008-autumn", terms: {TERMS}, target_term: "2009-autumn"),
            fields: {{"f": (name: (zh: "类"))}},
            resources: {{"room": (name: (zh: "教室"), unit: (zh: "间"), per: class, default_use: 1)}},
            subjects: {{"s": (name: (zh: "学科"))}},
            campuses: {{{}}}, programmes: {{{}}}, admissions: [{}],
            targets: {{"all": (name: (zh: "在册"), metric: registered, at_least: 10)}},
        )"#,
        ["a", "b", "c"].iter().map(campus).collect::<String>(),
        LOSSES.iter().map(programme).collect::<String>(),
        LOSSES.iter().map(admission).collect::<String>(),
    ))
}

/// Some classes of all programmes and entries, with moves, internship and
/// classes that join others.
fn drawn(random: &mut Random, scenario: &Scenario) -> Vec<ClassPath> {
    let terms: Vec<TermKey> =
        scenario.calendar.term_ids().map(|id| TermKey(scenario.calendar.term(id))).collect();
    let campus = |random: &mut Random| ["a", "b", "c"][random.below(3) as usize].to_owned();
    let mut classes: Vec<ClassPath> = Vec::new();
    for (programme, _) in LOSSES {
        for entry in (0..TERMS).step_by(2) {
            let together = f64::from(30 + random.below(150));
            let count = 1 + random.below(4);
            for number in 0..count {
                let mut seats = vec![Seat { from: terms[entry], campus: campus(random) }];
                if entry + 2 < TERMS && random.of_ten(4) {
                    seats.push(Seat { from: terms[entry + 2], campus: campus(random) });
                }
                let away = entry + 4 + random.below(2) as usize;
                classes.push(ClassPath {
                    name: format!("{programme}{entry}-{number}"),
                    programme: programme.to_owned(),
                    entry: terms[entry],
                    campus_today: None,
                    students: Students(together / f64::from(count)),
                    seats,
                    feeders: BTreeMap::new(),
                    internship: terms.get(away).copied().into_iter().collect(),
                    headcount: BTreeMap::new(),
                    merged: None,
                });
            }
            if count > 1 && entry + 2 < TERMS && random.of_ten(3) {
                let [.., one, other] = classes.as_mut_slice() else {
                    panic!("two classes");
                };
                let joined = Joined { class: one.name.clone(), students: other.students };
                other.merged = Some(Merged { at: terms[entry + 2], into: vec![joined] });
            }
        }
    }
    classes
}

/// Expected students of a class in a term; none when it is not on the register.
fn expected(plan: &Plan, class: &ClassPath, term: TermKey) -> Option<f64> {
    let study = usize::try_from(term.0.since(class.entry.0)).ok().filter(|study| *study < 6)?;
    let gone = |one: &ClassPath| one.merged.as_ref().is_some_and(|merged| merged.at <= term);
    let (_, loss) = LOSSES.into_iter().find(|(key, _)| *key == class.programme)?;
    let joined = plan.classes.iter().filter(|one| gone(one));
    let joined = joined.flat_map(|one| &one.merged.as_ref().unwrap().into);
    let joined: f64 = joined.filter(|one| one.class == class.name).map(|one| one.students.0).sum();
    let stay = (1.0 - loss).powi(i32::try_from(study).unwrap());
    (!gone(class)).then_some((class.students.0 + joined) * stay)
}

/// Students of the classes that are chosen: counted and expected.
fn sums(plan: &Plan, term: TermKey, of: impl Fn(&ClassPath) -> bool) -> (f64, f64) {
    let chosen = plan.classes.iter().filter(|class| of(class));
    let both = chosen.filter_map(|class| {
        let counted = f64::from(*class.headcount.get(&term)?);
        Some((counted, expected(plan, class, term)?))
    });
    both.fold((0.0, 0.0), |sums, one| (sums.0 + one.0, sums.1 + one.1))
}

fn campus(class: &ClassPath, term: TermKey) -> &str {
    let seat = class.seats.iter().rfind(|seat| seat.from <= term);
    seat.map_or("", |seat| &seat.campus)
}

#[test]
fn no_class_grows_unless_others_join_it() {
    let scenario = case();
    let terms: Vec<TermKey> =
        scenario.calendar.term_ids().map(|id| TermKey(scenario.calendar.term(id))).collect();
    let mut plan = tiny::outcome(&scenario).expect("a plan");
    let mut random = Random(20);
    let (mut totals, mut lower, mut grown) = (0, 0, 0);
    for _ in 0..300 {
        plan.classes = drawn(&mut random, &scenario);
        plan::count_heads(&scenario, &mut plan);
        for class in &plan.classes {
            let mut before: Option<(f64, f64)> = None;
            for term in &terms {
                let expected = expected(&plan, class, *term);
                let counted = class.headcount.get(term).map(|heads| f64::from(*heads));
                assert_eq!(expected.is_some(), counted.is_some(), "{} {term:?}", class.name);
                let Some((expected, counted)) = expected.zip(counted) else {
                    continue;
                };
                let near = (counted - expected).abs() < 1.0 - NOISE / 10.0;
                assert!(near, "{} {term:?}: {counted} for {expected}", class.name);
                if let Some((earlier, heads)) = before {
                    let joined = expected > earlier + NOISE;
                    grown += usize::from(joined);
                    assert!(
                        joined || counted <= heads,
                        "{} {term:?}: {heads}, {counted}",
                        class.name
                    );
                }
                before = Some((expected, counted));
            }
        }
        for term in &terms {
            let (counted, expected) = sums(&plan, *term, |_| true);
            let rounded = (expected + 0.5 + NOISE / 10.0).floor();
            totals += 1;
            lower += usize::from(counted < rounded);
            assert!(counted <= rounded, "{term:?}: {counted} for {expected}");
            assert!(counted > expected - 2.0, "{term:?}: {counted} for {expected}");
            for away in [false, true] {
                for key in ["a", "b", "c"] {
                    let of = |class: &ClassPath| {
                        class.internship.contains(term) == away && campus(class, *term) == key
                    };
                    let (counted, expected) = sums(&plan, *term, of);
                    assert!(counted <= (expected - NOISE).ceil(), "{counted} for {expected}");
                }
            }
        }
        let stated = plan::indicators(&scenario, &plan);
        for (index, pair) in terms.windows(2).enumerate() {
            let stays = |class: &ClassPath| {
                let since = pair[0].0.since(class.entry.0);
                (0..5).contains(&since)
            };
            let (now, _) = sums(&plan, pair[0], stays);
            let (next, _) = sums(&plan, pair[1], stays);
            let leave = plan.classes.iter().filter(|class| pair[0].0.since(class.entry.0) == 5);
            let leave = leave.filter_map(|class| {
                let (_, loss) = LOSSES.into_iter().find(|(key, _)| *key == class.programme)?;
                Some(loss * expected(&plan, class, pair[0])?)
            });
            let leave = (leave.sum::<f64>() + 0.5).floor();
            let lost = stated[index].students_lost.0;
            tiny::close(lost, (now - next + leave).max(0.0));
        }
        let names: Vec<&str> = plan.classes.iter().map(|class| class.name.as_str()).collect();
        let found = verify(&scenario, &plan).violations;
        let differ = found.iter().find(|one| {
            let place = one.place.zh.as_str();
            one.message.zh.contains("核算") && names.contains(&place)
        });
        assert!(differ.is_none(), "{differ:#?}");
    }
    println!("{lower} of {totals} totals lower; {grown}");
    assert!(grown > 100);
    assert!(lower * 50 <= totals, "{lower} of {totals} totals are lower than expected");
}
