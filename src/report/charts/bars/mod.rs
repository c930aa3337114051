//! Bars over terms or years, stacked by what they are made of, with lines for
//! what is to be reached.

mod drawing;

pub use drawing::draw;

use super::fill::Fill;

/// A layer of the bars.
#[derive(Clone, Debug)]
pub struct Layer {
    /// Name.
    pub name: String,
    /// Fill.
    pub fill: Fill,
    /// Which of the bars of a column it belongs to, from 0.
    pub bar: usize,
    /// Values, one for each column.
    pub values: Vec<f64>,
}

/// What is to be reached.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Name.
    pub name: String,
    /// Values, one for each column; nothing where it does not apply.
    pub values: Vec<Option<f64>>,
}

/// Figures below the columns.
#[derive(Clone, Debug)]
pub struct Foot {
    /// Name.
    pub name: String,
    /// Texts, one for each column.
    pub texts: Vec<String>,
}

/// A chart of bars.
pub struct Bars {
    /// Key of the drawing.
    pub key: &'static str,
    /// Heads of the columns, in lines.
    pub columns: Vec<String>,
    /// Layers from the bottom up.
    pub layers: Vec<Layer>,
    /// What is to be reached.
    pub goals: Vec<Goal>,
    /// Figures below the columns.
    pub feet: Vec<Foot>,
    /// Names of the bars of a column, where it has several.
    pub names: Vec<String>,
    /// Unit of the axis.
    pub unit: String,
    /// Decimals of the figures.
    pub decimals: usize,
}

impl Bars {
    /// What the layers of a bar of a column come to.
    fn height(&self, column: usize, bar: usize) -> f64 {
        let mine = self.layers.iter().filter(|layer| layer.bar == bar);
        mine.map(|layer| layer.values[column].max(0.0)).sum()
    }
}
