//! The seeds and time limits asked for.

use super::support::Arguments;
use std::str::FromStr;

/// Seeds and time limits, s. One long run has one of each.
pub fn asked(arguments: &Arguments) -> (Vec<u32>, Vec<f64>) {
    let long = arguments.has("seconds");
    let seeds = list(arguments, "seeds", if long { "0" } else { "0,1,2,3,4" });
    if long {
        return (vec![seeds[0]], vec![arguments.number("seconds", 0.0)]);
    }
    (seeds, list(arguments, "moments", "5,10,20,30,60,90"))
}

/// The numbers after `--name`, separated by commas.
fn list<T: FromStr>(arguments: &Arguments, name: &str, default: &str) -> Vec<T> {
    let text = arguments.text(name).unwrap_or(default);
    let number = |text: &str| {
        let number = text.trim().parse();
        number.unwrap_or_else(|_| panic!("--{name} needs numbers separated by commas"))
    };
    text.split(',').map(number).collect()
}
