//! Which factor matters most for a figure (the tornado), and how much of what
//! is seen may be noise.
//!
//! yᵢ is the figure in future i, over the n futures that have one; a factor has
//! k levels ℓ with nℓ futures and mean ȳℓ among them; ȳ is the mean of all.
//!
//! - **First-order share of variance** (correlation ratio):
//!   η² = Σℓ nℓ (ȳℓ − ȳ)² / Σᵢ (yᵢ − ȳ)². A complete grid holds every future
//!   there is, and η² is the share itself. A sample shows some by chance, and
//!   has max(0, 1 − (1 − η²)(n − 1)/(n − k)) (Kelley's ε²), which is 0 on
//!   average for a factor that does nothing.
//! - **Swing**: the mean at the factor's last level less that at its first. In a
//!   grid over pairs of futures that are alike in all other factors, so that
//!   futures without a plan do not tilt it.
//! - **Noise**: a swing is unknown if it is no larger than the median of
//!   (value − proven bound) over the futures, those without a bound counting as
//!   the largest, or, in a sample, than twice its standard error
//!   √(s₁²/n₁ + s₂²/n₂).

use super::distribution::{mean, number};
use super::levels::Levels;
use serde::Serialize;
use std::collections::BTreeMap;

/// How futures were chosen.
#[derive(Clone, Copy, Debug)]
pub enum Design<'a> {
    /// Every combination of levels; of each future the levels of all factors.
    Grid(&'a [Vec<usize>]),
    /// Drawn at random.
    Sample,
}

/// What a factor does to a figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Influence {
    /// Place of the factor in the study.
    pub factor: usize,
    /// First-order share of variance, 0 to 1; none where the figure does not
    /// vary or there are no more futures than levels.
    pub share: Option<f64>,
    /// Futures with the figure at each level, and their mean.
    pub means: Vec<LevelMean>,
    /// From the first to the last level; none where they can't be compared.
    pub swing: Option<Swing>,
}

/// A figure at a level of a factor.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LevelMean {
    /// Futures with the figure.
    pub count: usize,
    /// Mean over them; none without any.
    pub mean: Option<f64>,
}

/// The difference that a factor makes from its first to its last level.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Swing {
    /// Mean at the first level.
    pub first: f64,
    /// Mean at the last level.
    pub last: f64,
    /// Last less first.
    pub by: f64,
    /// What can be said of it.
    pub verdict: Verdict,
}

/// What can be said of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// There is none.
    None,
    /// It is larger than what is unproven and than chance.
    Clear,
    /// Unknown: it is no larger than the median proven gap.
    WithinGaps,
    /// Unknown: it is no larger than chance.
    WithinChance,
    /// Seen in the plans found; of this figure nothing is proven.
    Unproven,
}

/// What a factor does to a figure, given for each future or absent. `room` is
/// the median of what may still be better, none if nothing is proven.
pub fn influence(
    (factor, levels): (usize, &Levels),
    values: &[Option<f64>],
    design: Design<'_>,
    room: Option<f64>,
) -> Influence {
    let mut at: Vec<Vec<f64>> = vec![Vec::new(); levels.levels.len()];
    for (level, value) in levels.of.iter().zip(values) {
        if let Some(level) = level {
            at[*level].extend(*value);
        }
    }
    let ends = match design {
        Design::Grid(combinations) => paired(factor, levels, values, combinations),
        Design::Sample => unpaired(&at),
    };
    let scale = values.iter().flatten().fold(1.0, |most: f64, one| most.max(one.abs()));
    Influence {
        factor,
        share: variance_share(&at, matches!(design, Design::Sample)),
        means: at.iter().map(|values| level_mean(values)).collect(),
        swing: ends.map(|ends| swing(&ends, scale, room)),
    }
}

fn level_mean(values: &[f64]) -> LevelMean {
    LevelMean { count: values.len(), mean: (!values.is_empty()).then(|| mean(values)) }
}

/// The share of variance between levels, without what chance adds to it in a
/// sample.
fn variance_share(at: &[Vec<f64>], sampled: bool) -> Option<f64> {
    let all: Vec<f64> = at.iter().flatten().copied().collect();
    let groups = at.iter().filter(|values| !values.is_empty()).count();
    let middle = mean(&all);
    let total: f64 = all.iter().map(|one| (one - middle).powi(2)).sum();
    let scale = all.iter().fold(1.0, |most: f64, one| most.max(one.abs()));
    if total <= (1e-9 * scale).powi(2) * number(all.len()) {
        return None;
    }
    let between: f64 =
        at.iter().map(|values| number(values.len()) * (mean(values) - middle).powi(2)).sum();
    let ratio = between / total;
    if !sampled {
        return Some(ratio.clamp(0.0, 1.0));
    }
    let left = all.len().checked_sub(groups).filter(|left| *left > 0)?;
    let freed = 1.0 - (1.0 - ratio) * number(all.len() - 1) / number(left);
    Some(freed.clamp(0.0, 1.0))
}

/// Means at the ends of a factor, with what chance may add to their difference.
struct Ends {
    first: f64,
    last: f64,
    chance: f64,
}

fn unpaired(at: &[Vec<f64>]) -> Option<Ends> {
    let (first, last) = (at.first()?, at.last()?);
    if at.len() < 2 || first.is_empty() || last.is_empty() {
        return None;
    }
    Some(Ends {
        first: mean(first),
        last: mean(last),
        chance: 2.0 * (squared_error(first) + squared_error(last)).sqrt(),
    })
}

/// The squared standard error of a mean: s²/n; beyond all bounds for a single
/// value.
fn squared_error(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return f64::INFINITY;
    }
    let middle = mean(values);
    let squares: f64 = values.iter().map(|one| (one - middle).powi(2)).sum();
    squares / number(values.len() - 1) / number(values.len())
}

/// Means over the futures whose like at the other end has the figure too.
fn paired(
    factor: usize,
    levels: &Levels,
    values: &[Option<f64>],
    combinations: &[Vec<usize>],
) -> Option<Ends> {
    let last = levels.levels.len().checked_sub(1).filter(|last| *last > 0)?;
    let mut pairs: BTreeMap<Vec<usize>, [Vec<f64>; 2]> = BTreeMap::new();
    for ((level, value), combination) in levels.of.iter().zip(values).zip(combinations) {
        let Some(end) = [0, last].iter().position(|end| Some(*end) == *level) else {
            continue;
        };
        let mut others = combination.clone();
        others.remove(factor);
        pairs.entry(others).or_default()[end].extend(*value);
    }
    pairs.retain(|_, ends| ends.iter().all(|values| !values.is_empty()));
    let over = |end: usize| {
        let means: Vec<f64> = pairs.values().map(|ends| mean(&ends[end])).collect();
        mean(&means)
    };
    (!pairs.is_empty()).then(|| Ends { first: over(0), last: over(1), chance: 0.0 })
}

fn swing(ends: &Ends, scale: f64, room: Option<f64>) -> Swing {
    let by = ends.last - ends.first;
    let verdict = if by.abs() <= 1e-9 * scale {
        Verdict::None
    } else if room.is_some_and(|room| by.abs() <= room) {
        Verdict::WithinGaps
    } else if by.abs() <= ends.chance {
        Verdict::WithinChance
    } else if room.is_none() {
        Verdict::Unproven
    } else {
        Verdict::Clear
    };
    Swing { first: ends.first, last: ends.last, by, verdict }
}

#[cfg(test)]
mod tests {
    use super::super::levels::Levels;
    use super::{Design, Verdict, influence};

    fn close(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-9
    }

    /// y = 10·a + 3·b over a, b in {0, 1, 2}: variances 200/3 and 18/3 of 218/3.
    fn grid() -> (Vec<Levels>, Vec<Vec<usize>>, Vec<Option<f64>>) {
        let pairs = (0..9).map(|one| [one / 3, one % 3]);
        let combinations: Vec<Vec<usize>> = pairs.map(Vec::from).collect();
        let figures = |at: usize| -> Vec<f64> {
            let all = combinations.iter();
            all.map(|one| super::number(one[at])).collect()
        };
        let levels = vec![
            Levels::of_figures(&figures(0).into_iter().map(Some).collect::<Vec<_>>()),
            Levels::of_figures(&figures(1).into_iter().map(Some).collect::<Vec<_>>()),
        ];
        let (a, b) = (figures(0), figures(1));
        let values = a.iter().zip(&b).map(|(a, b)| Some(10.0 * a + 3.0 * b)).collect();
        (levels, combinations, values)
    }

    #[test]
    fn shares_of_a_sum_are_those_of_its_parts() {
        let (levels, combinations, values) = grid();
        let design = Design::Grid(&combinations);
        let told = |factor: usize| influence((factor, &levels[factor]), &values, design, Some(5.0));
        let (a, b) = (told(0), told(1));
        assert!(close(a.share.unwrap(), 200.0 / 218.0), "{a:?}");
        assert!(close(b.share.unwrap(), 18.0 / 218.0), "{b:?}");
        assert!(close(a.swing.unwrap().by, 20.0));
        assert!(close(b.swing.unwrap().by, 6.0));
        assert!(close(a.means[1].mean.unwrap(), 13.0));
        assert_eq!(a.swing.unwrap().verdict, Verdict::Clear);
    }

    #[test]
    fn a_swing_no_larger_than_the_gap_is_unknown() {
        let (levels, combinations, values) = grid();
        let design = Design::Grid(&combinations);
        let verdict = |room| {
            let told = influence((1, &levels[1]), &values, design, room);
            told.swing.unwrap().verdict
        };
        assert_eq!(verdict(Some(6.0)), Verdict::WithinGaps);
        assert_eq!(verdict(Some(5.99)), Verdict::Clear);
        assert_eq!(verdict(None), Verdict::Unproven);
    }

    #[test]
    fn futures_without_a_plan_do_not_tilt_the_swing_of_a_grid() {
        let (levels, combinations, mut values) = grid();
        // the dearest future at the last level of b has no plan
        values[8] = None;
        let design = Design::Grid(&combinations);
        let told = influence((1, &levels[1]), &values, design, Some(0.0));
        assert!(close(told.swing.unwrap().by, 6.0), "{told:?}");
        // the plain means would have said less: (6 + 16)/2 − (0 + 10 + 20)/3 = 1
        assert!(close(told.means[2].mean.unwrap(), 11.0));
        assert!(close(told.means[0].mean.unwrap(), 10.0));
    }

    #[test]
    fn a_figure_that_never_varies_has_no_share_and_no_swing() {
        let (levels, combinations, _) = grid();
        let values = vec![Some(4.0); 9];
        let told = influence((0, &levels[0]), &values, Design::Grid(&combinations), None);
        assert_eq!(told.share, None);
        assert_eq!(told.swing.unwrap().verdict, Verdict::None);
    }

    #[test]
    fn a_sample_leaves_out_what_chance_adds() {
        // two levels, values 1, 3 and 3, 5: between 4, total 8, η² = 1/2;
        // freed: 1 − (1/2)·3/2 = 1/4
        let levels = Levels::of_figures(&[0.0, 0.0, 1.0, 1.0].map(Some));
        let values = [1.0, 3.0, 3.0, 5.0].map(Some);
        let told = influence((0, &levels), &values, Design::Sample, Some(0.0));
        assert!(close(told.share.unwrap(), 0.25), "{told:?}");
        // swing 2; s² = 2 at both ends, n = 2: 2·√(1 + 1) = 2.83
        let swing = told.swing.unwrap();
        assert!(close(swing.by, 2.0));
        assert_eq!(swing.verdict, Verdict::WithinChance);
        // as a grid the same figures are all there is
        let all: Vec<Vec<usize>> = vec![vec![0], vec![0], vec![1], vec![1]];
        let told = influence((0, &levels), &values, Design::Grid(&all), Some(0.0));
        assert!(close(told.share.unwrap(), 0.5));
        assert_eq!(told.swing.unwrap().verdict, Verdict::Clear);
    }

    #[test]
    fn a_single_future_at_an_end_proves_nothing_in_a_sample() {
        let levels = Levels::of_figures(&[0.0, 1.0, 1.0].map(Some));
        let values = [0.0, 100.0, 101.0].map(Some);
        let told = influence((0, &levels), &values, Design::Sample, Some(0.0));
        assert_eq!(told.swing.unwrap().verdict, Verdict::WithinChance);
    }
}
