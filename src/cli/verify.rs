//! `campusplan verify`.

use super::args::Verify;
use super::exit::{Exit, Failure};
use super::input::{self, Input};
use super::output;
use crate::certificate::{Basis, CertifiedTier, certify};
use crate::domain::Language;
use crate::plan::{Plan, TermKey};
use crate::report::sections::verification::check;
use crate::report::{self, terminal};
use crate::verify::{Check, Verification, Violation, verify};
use serde::Serialize;
use std::collections::BTreeMap;

pub fn run(arguments: &Verify) -> Result<Exit, Failure> {
    let input = Input::read(&arguments.scenario, &arguments.changes, arguments.lang)?;
    let language = input.language;
    let scenario = input.usable(&arguments.scenario)?.scenario;
    let plan = input::read_plan(&arguments.plan, language)?;
    let verification = verify(&scenario, &plan);
    let bounds = arguments.bound.then(|| certify(&scenario, &plan));
    let bounds = bounds.as_deref().map(|bounds| (&plan, bounds));
    print_with(&verification, bounds, arguments.json, language)?;
    Ok(if verification.passed() { Exit::Done } else { Exit::Unverified })
}

/// Prints a verification as tables or as JSON.
pub fn print(verification: &Verification, json: bool, language: Language) -> Result<(), Failure> {
    print_with(verification, None, json, language)
}

/// The same with what is proven of the bounds of a plan.
fn print_with(
    verification: &Verification,
    bounds: Option<(&Plan, &[CertifiedTier])>,
    json: bool,
    language: Language,
) -> Result<(), Failure> {
    if json {
        let findings = Findings::new(verification, bounds.map(|(_, bounds)| bounds), language);
        output::json(&findings, language)
    } else {
        let mut document = report::verification_document(verification, language);
        let section = bounds.map(|(plan, bounds)| report::bounds_section(plan, bounds, language));
        document.sections.extend(section);
        output::data(&terminal::render(&document, language), language)
    }
}

/// A verification for machines.
#[derive(Serialize)]
struct Findings<'a> {
    passed: bool,
    compared: BTreeMap<&'static str, usize>,
    violations: Vec<Finding<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bounds: Option<Vec<Bound>>,
}

/// What is proven of the bound of a tier.
#[derive(Serialize)]
struct Bound {
    reported: Option<f64>,
    certified: Option<f64>,
    basis: &'static str,
    covers: bool,
}

impl From<&CertifiedTier> for Bound {
    fn from(tier: &CertifiedTier) -> Self {
        Self {
            reported: tier.reported,
            certified: tier.proven,
            basis: match tier.basis {
                Basis::Duals => "duals",
                Basis::Amounts => "amounts",
                Basis::OtherRows => "other_rows",
            },
            covers: tier.covers(),
        }
    }
}

#[derive(Serialize)]
struct Finding<'a> {
    check: &'static str,
    name: String,
    place: &'a str,
    term: Option<TermKey>,
    left: f64,
    right: f64,
    excess: f64,
    message: &'a str,
}

impl<'a> Findings<'a> {
    fn new(
        verification: &'a Verification,
        bounds: Option<&[CertifiedTier]>,
        language: Language,
    ) -> Self {
        let compared = verification.compared.iter();
        let violations = verification.violations.iter();
        Self {
            passed: verification.passed(),
            compared: compared.map(|(what, count)| (key(*what), *count)).collect(),
            violations: violations.map(|one| Finding::new(one, language)).collect(),
            bounds: bounds.map(|bounds| bounds.iter().map(Bound::from).collect()),
        }
    }
}

impl<'a> Finding<'a> {
    fn new(violation: &'a Violation, language: Language) -> Self {
        Self {
            check: key(violation.check),
            name: check(violation.check).get(language).to_owned(),
            place: violation.place.get(language),
            term: violation.term.map(TermKey),
            left: violation.left,
            right: violation.right,
            excess: violation.excess,
            message: violation.message.get(language),
        }
    }
}

fn key(check: Check) -> &'static str {
    match check {
        Check::Reference => "reference",
        Check::Rule(rule) => rule.key(),
        Check::Accounts => "accounts",
        Check::Indicators => "indicators",
        Check::Milestones => "milestones",
    }
}
