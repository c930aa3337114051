//! Instance files in the text formats of OR-Library
//! (<http://people.brunel.ac.uk/~mastjjb/jeb/info.html>) and of the sets for
//! single sourcing that follow it.

use super::instance::{Instance, Kind};

/// How the numbers of a file follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `cap`: facilities, customers; capacity and opening cost of each facility;
    /// then of each customer the demand and the cost of all of it by facility.
    Cap,
    /// The same with all demands first and the costs facility by facility
    /// (Holmberg, Rönnqvist and Yuan 1999; Yang, Chu and Chen 2012).
    Matrix,
    /// As `Matrix`, but demands, then capacities, then opening costs come first
    /// (TBED1; Avella and Boccia 2009).
    Columns,
    /// `gap`: agents, jobs; costs agent by agent; resource needed likewise;
    /// capacities. The files of several problems begin with their number, which
    /// is to be removed.
    Gap,
}

impl Format {
    /// The format of a name on the command line.
    pub fn named(name: &str) -> Self {
        match name {
            "cap" => Self::Cap,
            "matrix" => Self::Matrix,
            "columns" => Self::Columns,
            "gap" => Self::Gap,
            _ => panic!("--format is cap, matrix, columns or gap"),
        }
    }
}

/// Reads an instance. Of the location formats `kind` says which problem is
/// meant: they are the same for both. What follows the instance in the file,
/// like the optimum, is ignored.
pub fn read(text: &str, format: Format, kind: Kind) -> Instance {
    let mut numbers = Numbers(text.split_ascii_whitespace());
    let (facilities, customers) = (numbers.count(), numbers.count());
    let mut instance = Instance {
        kind,
        capacity: Vec::new(),
        opening: vec![0.0; facilities],
        demand: Vec::new(),
        cost: Vec::new(),
    };
    match format {
        Format::Cap => {
            numbers.sizes(&mut instance, facilities);
            let blocks: Vec<_> = (0..customers).map(|_| numbers.row(facilities + 1)).collect();
            let column = |at: usize| blocks.iter().map(|block| block[at]).collect();
            instance.demand = vec![column(0); facilities];
            instance.cost = (1..=facilities).map(column).collect();
        }
        Format::Matrix => {
            numbers.sizes(&mut instance, facilities);
            instance.demand = vec![numbers.row(customers); facilities];
            instance.cost = numbers.rows(facilities, customers);
        }
        Format::Columns => {
            instance.demand = vec![numbers.row(customers); facilities];
            instance.capacity = numbers.row(facilities);
            instance.opening = numbers.row(facilities);
            instance.cost = numbers.rows(facilities, customers);
        }
        Format::Gap => {
            instance.kind = Kind::Assignment;
            instance.cost = numbers.rows(facilities, customers);
            instance.demand = numbers.rows(facilities, customers);
            instance.capacity = numbers.row(facilities);
        }
    }
    instance
}

/// The numbers of a file in order.
struct Numbers<'a>(std::str::SplitAsciiWhitespace<'a>);

impl Numbers<'_> {
    fn next(&mut self) -> f64 {
        let word = self.0.next().expect("the file ends too soon");
        let number = word.parse();
        number.unwrap_or_else(|_| panic!("{word} is not a number"))
    }

    fn count(&mut self) -> usize {
        let word = self.0.next().expect("the file is empty");
        word.parse().expect("a file begins with two counts")
    }

    fn row(&mut self, length: usize) -> Vec<f64> {
        (0..length).map(|_| self.next()).collect()
    }

    fn rows(&mut self, count: usize, length: usize) -> Vec<Vec<f64>> {
        (0..count).map(|_| self.row(length)).collect()
    }

    /// Capacity and opening cost of each facility in turn.
    fn sizes(&mut self, instance: &mut Instance, facilities: usize) {
        let sizes = self.rows(facilities, 2);
        instance.capacity = sizes.iter().map(|size| size[0]).collect();
        instance.opening = sizes.iter().map(|size| size[1]).collect();
    }
}
