//! Expected calibration error: how far scores are from the share that is right (Guo et al. 2017, ten bins of equal width).

use anyhow::{Result, ensure};

use super::Row;

const BINS: usize = 10;
/// Largest error that is let through.
const BOUND: f64 = 0.05;

/// Scores, and whether what they stand for was right.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Calibration {
    /// Number, sum of the scores, and number of right ones in each bin.
    bins: [(u64, f64, u64); BINS],
}

impl Calibration {
    pub(super) fn add(&mut self, score: f32, is_right: bool) {
        let bin = ((score * BINS as f32) as usize).min(BINS - 1);
        let (count, sum, right) = &mut self.bins[bin];
        *count += 1;
        *sum += f64::from(score);
        *right += u64::from(is_right);
    }

    fn count(&self) -> u64 {
        self.bins.iter().map(|(count, ..)| count).sum()
    }

    pub(super) fn error(&self) -> f64 {
        let distance = |(_, sum, right): &(u64, f64, u64)| (sum - *right as f64).abs();
        self.bins.iter().map(distance).sum::<f64>() / self.count().max(1) as f64
    }

    /// Fails where scores do not mean what they say.
    pub(super) fn row(&self, of: &str) -> Result<Row> {
        ensure!(
            self.error() <= BOUND,
            "scores of {of} are not calibrated: the error is {:.3}, the bound {BOUND}",
            self.error()
        );
        Ok(Row {
            measure: format!("calibration error, {of}"),
            value: self.error(),
            balance: None,
            count: self.count(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_is_the_mean_distance_of_scores_from_shares() {
        let mut calibration = Calibration::default();
        for is_right in [true, true, true, false] {
            calibration.add(0.75, is_right);
        }
        assert!(calibration.error().abs() < 1e-6);
        for _ in 0..4 {
            calibration.add(0.95, false);
        }
        assert!((calibration.error() - 0.475).abs() < 1e-6);
        assert!(Calibration::default().error().abs() < 1e-9);
    }
}
