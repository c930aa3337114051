//! Instances of location and assignment problems, from published recipes.

use super::random::Random;

/// Which problem an instance is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Capacitated facility location with single sourcing: each customer is
    /// served by one facility.
    Single,
    /// Capacitated facility location: the demand of a customer may be split.
    Split,
    /// Generalised assignment: no opening cost, the demand of a customer
    /// depends on the facility.
    Assignment,
}

/// An instance: minimise opening and service costs subject to the capacities.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    /// The problem.
    pub kind: Kind,
    /// Capacity of each facility.
    pub capacity: Vec<f64>,
    /// Opening cost of each facility.
    pub opening: Vec<f64>,
    /// Demand of each customer, by facility and customer.
    pub demand: Vec<Vec<f64>>,
    /// Cost of serving all of a customer's demand, by facility and customer.
    pub cost: Vec<Vec<f64>>,
}

impl Instance {
    /// Number of facilities.
    pub fn facilities(&self) -> usize {
        self.capacity.len()
    }

    /// Number of customers.
    pub fn customers(&self) -> usize {
        self.cost[0].len()
    }
}

/// Draws a facility-location instance as in Cornuejols, Sridharan and Thizy, "A
/// comparison of heuristics and relaxations for the capacitated plant location
/// problem", European Journal of Operational Research 50 (1991): facilities and
/// customers uniform in the unit square, demands U[5, 35], capacities U[10,
/// 160], opening costs U[0, 90] + U[100, 110] · √capacity, unit service cost ten
/// times the distance; then the capacities are scaled until their sum is `ratio`
/// times that of the demands.
///
/// Demands, capacities and opening costs are rounded to integers, so that
/// whole classes can split a demand optimally (the transport polytope has
/// integral vertices), and unit costs to cents.
pub fn location(
    kind: Kind,
    (facilities, customers): (usize, usize),
    ratio: f64,
    seed: u64,
) -> Instance {
    let mut random = Random::new(seed);
    let random = &mut random;
    let sites: Vec<_> = (0..facilities).map(|_| point(random)).collect();
    let homes: Vec<_> = (0..customers).map(|_| point(random)).collect();
    let demands: Vec<f64> = (0..customers).map(|_| whole(random, 5, 35)).collect();
    let drawn: Vec<f64> = (0..facilities).map(|_| whole(random, 10, 160)).collect();
    let opening = drawn.iter().map(|size| {
        (random.between(0.0, 90.0) + random.between(100.0, 110.0) * size.sqrt()).round()
    });
    let opening = opening.collect();
    let scale = ratio * demands.iter().sum::<f64>() / drawn.iter().sum::<f64>();
    let unit = |site: &(f64, f64), home: &(f64, f64)| {
        let distance = (site.0 - home.0).hypot(site.1 - home.1);
        (distance * 1000.0).round() / 100.0
    };
    let row = |site: &(f64, f64)| {
        let pairs = homes.iter().zip(&demands);
        pairs.map(|(home, demand)| unit(site, home) * demand).collect()
    };
    Instance {
        kind,
        capacity: drawn.iter().map(|size| (size * scale).round()).collect(),
        opening,
        cost: sites.iter().map(row).collect(),
        demand: vec![demands; facilities],
    }
}

/// Draws a generalised-assignment instance of type D as in Chu and Beasley, "A
/// genetic algorithm for the generalised assignment problem", Computers &
/// Operations Research 24 (1997): demands U[1, 100], costs 111 − demand +
/// U[−10, 10], capacity of each facility 0.8 times its demands divided by the
/// number of facilities. Costs run against demands: the hardest of their types.
pub fn assignment((facilities, customers): (usize, usize), seed: u64) -> Instance {
    let mut random = Random::new(seed);
    let table = |draw: &mut dyn FnMut(usize, usize) -> f64| -> Vec<Vec<f64>> {
        let row = |facility| (0..customers).map(|customer| draw(facility, customer)).collect();
        (0..facilities).map(row).collect()
    };
    let demand = table(&mut |_, _| whole(&mut random, 1, 100));
    let cost = table(&mut |facility, customer| {
        111.0 - demand[facility][customer] + whole(&mut random, 0, 20) - 10.0
    });
    #[allow(clippy::cast_precision_loss)]
    let share = 0.8 / facilities as f64;
    let capacity = demand.iter().map(|row| (row.iter().sum::<f64>() * share).floor());
    Instance {
        kind: Kind::Assignment,
        capacity: capacity.collect(),
        opening: vec![0.0; facilities],
        demand,
        cost,
    }
}

fn point(random: &mut Random) -> (f64, f64) {
    (random.between(0.0, 1.0), random.between(0.0, 1.0))
}

/// Draws an integer from `low` to `high`.
#[allow(clippy::cast_precision_loss)]
fn whole(random: &mut Random, low: usize, high: usize) -> f64 {
    (low + random.below(high - low + 1)) as f64
}
