//! Axes with round figures.

/// Values from 0 on, drawn over a length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The value at the end of the axis.
    pub top: f64,
    /// From one grid line to the next.
    pub step: f64,
}

impl Scale {
    /// An axis up to `most` at least, with four to eight grid lines.
    pub fn up_to(most: f64) -> Self {
        const ROUND: [f64; 4] = [1.0, 2.0, 2.5, 5.0];
        let most = if most.is_finite() { most.max(1e-3) } else { 1.0 };
        let mut power = 10_f64.powf((most / 8.0).log10().floor());
        loop {
            for round in ROUND {
                let step = round * power;
                if step * 8.0 >= most {
                    let lines = (most / step - 1e-9).ceil().max(1.0);
                    return Self { top: lines * step, step };
                }
            }
            power *= 10.0;
        }
    }

    /// The length that a value takes of a whole axis.
    pub fn of(self, value: f64, length: f64) -> f64 {
        value.clamp(0.0, self.top) / self.top * length
    }

    /// The grid lines above 0.
    pub fn lines(self) -> impl Iterator<Item = f64> {
        (1..=8_u8)
            .map(move |index| f64::from(index) * self.step)
            .take_while(move |value| *value <= self.top * (1.0 + 1e-9))
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn axes_end_at_round_figures_above_the_most() {
        for (most, top, step) in [
            (3213.0, 3500.0, 500.0),
            (58.0, 60.0, 10.0),
            (8.0, 8.0, 1.0),
            (0.0, 0.001, 0.00025),
            (101.0, 120.0, 20.0),
        ] {
            let scale = Scale::up_to(most);
            assert!((scale.top - top).abs() < 1e-9, "{most}: {scale:?}");
            if most > 0.0 {
                assert!((scale.step - step).abs() < 1e-9, "{most}: {scale:?}");
            }
            assert!(scale.lines().count() <= 8);
            assert!((scale.of(most, 100.0)) <= 100.0);
        }
    }
}
