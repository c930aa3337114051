//! A valid plan passes; each corruption of it is caught by the right check.

mod support;

use campusplan::verify::verify;

#[test]
fn a_valid_plan_passes() {
    let (scenario, plan) = support::small();
    let verification = verify(&scenario, &plan);
    assert!(verification.passed(), "{:#?}", verification.violations);
    assert_eq!(verification.compared.len(), 15);
    assert!(verification.compared.values().all(|count| *count > 0));
    println!("{:#?}", plan.accounts);
}
