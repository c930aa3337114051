//! The tables of the runs, of at most 100 columns.

use super::program::Row;
use tabled::builder::Builder;
use tabled::settings::object::Columns;
use tabled::settings::{Alignment, Style};

/// The least cost of the runs that meet the targets.
pub fn least(rows: &[Row]) -> Option<f64> {
    let met = rows.iter().filter(|row| row.meets());
    let costs = met.filter_map(|row| Some(row.result?.cost));
    costs.min_by(f64::total_cmp)
}

/// Prints every run. Limits are in seconds, costs in 万元.
pub fn print_runs(rows: &[Row], best: Option<f64>) {
    let mut lines = vec![cells([
        "limit",
        "seed",
        "short, %",
        "met",
        "cost",
        "above, %",
        "disruption",
        "bound",
        "past, s",
        "MB",
    ])];
    for row in rows {
        let value = row.result;
        let met = match value.map(|value| value.met) {
            Some(Some(true)) => "yes",
            Some(Some(false)) => "no",
            Some(None) => "",
            None => row.missing,
        };
        let above = value.and_then(|value| above(value.cost, best));
        lines.push(vec![
            row.limit.to_string(),
            row.seed.to_string(),
            number(value.map(|value| value.shortfall), 4),
            met.to_owned(),
            number(value.map(|value| value.cost), 2),
            number(above, 2),
            number(value.and_then(|value| value.disruption), 0),
            number(row.bound, 2),
            number(Some(row.past()), 1),
            number(row.memory, 0),
        ]);
    }
    println!();
    print(lines);
}

/// Prints the best, median and worst seed of each time limit.
pub fn print_seeds(rows: &[Row], moments: &[f64], best: Option<f64>) {
    let mut lines = vec![cells([
        "limit",
        "met",
        "best seed",
        "median seed",
        "worst seed",
        "disruption",
        "bound",
        "past, s",
        "MB",
    ])];
    for moment in moments {
        #[allow(clippy::float_cmp)]
        let mut own: Vec<&Row> = rows.iter().filter(|row| row.limit == *moment).collect();
        own.sort_by(|one, other| one.order(other));
        let [first, .., last] = own[..] else {
            if let [only] = own[..] {
                lines.push(line(*moment, [only; 3], &own, best));
            }
            continue;
        };
        let median = own[own.len() / 2];
        lines.push(line(*moment, [first, median, last], &own, best));
    }
    println!(
        "\nCost and % above {}, or % short of the targets; disruption of the median seed, bound of the\n\
         worst, most past the limit",
        number(best, 2)
    );
    print(lines);
}

fn line(moment: f64, chosen: [&Row; 3], rows: &[&Row], best: Option<f64>) -> Vec<String> {
    let met = rows.iter().filter(|row| row.meets()).count();
    // A run without a bound has the worst.
    let bounds: Option<Vec<f64>> = rows.iter().map(|row| row.bound).collect();
    let bound = bounds.and_then(|all| all.into_iter().min_by(f64::total_cmp));
    let past = rows.iter().map(|row| row.past()).max_by(f64::total_cmp);
    let memory = rows.iter().filter_map(|row| row.memory);
    let disruption = chosen[1].result.and_then(|value| value.disruption);
    let mut cells = vec![moment.to_string(), format!("{met}/{}", rows.len())];
    cells.extend(chosen.map(|row| cost(row, best)));
    cells.extend([
        number(disruption, 0),
        number(bound, 2),
        number(past, 1),
        number(memory.max_by(f64::total_cmp), 0),
    ]);
    cells
}

/// The cost of a run and how far above the best known it is, or by how much it
/// misses the targets.
fn cost(row: &Row, best: Option<f64>) -> String {
    match row.result {
        None => row.missing.to_owned(),
        Some(value) if !row.meets() => format!("{:.2} short", value.shortfall),
        Some(value) => {
            let above = above(value.cost, best);
            let above = above.map_or_else(String::new, |above| format!(" {above:+.2}"));
            format!("{:.1}{above}", value.cost)
        }
    }
}

/// By how much a cost is above the best known, %.
fn above(cost: f64, best: Option<f64>) -> Option<f64> {
    let best = best.filter(|best| *best != 0.0)?;
    Some((cost - best) / best.abs() * 100.0)
}

fn number(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.decimals$}"))
}

fn cells<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

/// Prints a table, the first line being its head.
pub fn print(lines: impl IntoIterator<Item = Vec<String>>) {
    let mut table = Builder::default();
    for line in lines {
        table.push_record(line);
    }
    let mut table = table.build();
    table.with(Style::markdown());
    table.modify(Columns::new(1..), Alignment::right());
    println!("{table}");
}
