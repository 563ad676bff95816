//! The functions between the products, with basic arithmetic only: the same bits on every processor.

/// Hyperbolic tangent, to about 2⁻²²: the quotient of polynomials that Eigen uses, exact to a few units in the last place.
#[inline(always)]
pub(crate) fn tanh(x: f32) -> f32 {
    // Beyond this the function is 1 in 32 bits.
    let x = x.clamp(-7.905_311, 7.905_311);
    let square = x * x;
    let mut above = -2.760_768_5e-16;
    for coefficient in [
        2.000_188e-13,
        -8.604_672e-11,
        5.122_297_1e-8,
        1.485_722_4e-5,
        6.372_619_3e-4,
        4.893_524_6e-3,
    ] {
        above = above * square + coefficient;
    }
    let mut below = 1.198_258_4e-6;
    for coefficient in [1.185_347_1e-4, 2.268_434_6e-3, 4.893_525e-3] {
        below = below * square + coefficient;
    }
    x * above / below
}

/// 1 / (1 + e⁻ˣ).
#[inline(always)]
pub(crate) fn sigmoid(x: f32) -> f32 {
    0.5 * tanh(0.5 * x) + 0.5
}

/// Adds a vector to a row and drops what is negative.
#[inline(always)]
pub(crate) fn relu_add(row: &mut [f32], added: &[f32]) {
    for (value, added) in row.iter_mut().zip(added) {
        *value = (*value + added).max(0.0);
    }
}

/// ln Σ eˣ.
pub(crate) fn log_sum_exp(values: impl Iterator<Item = f32> + Clone) -> f32 {
    let largest = values.clone().fold(f32::NEG_INFINITY, f32::max);
    if !largest.is_finite() {
        return largest;
    }
    // What is smaller than e⁻⁶⁰ of the largest adds nothing; its exponential would only be slow.
    largest + values.map(|value| (value - largest).max(-60.0).exp()).sum::<f32>().ln()
}

/// Place of the largest value, the first one on a tie; 0 where there is none.
pub(crate) fn largest(values: &[f32]) -> usize {
    let mut best = (0, f32::NEG_INFINITY);
    for (place, value) in values.iter().enumerate() {
        if *value > best.1 {
            best = (place, *value);
        }
    }
    best.0
}

/// Probability of one of several choices, by their logits and the temperature that calibrates them.
pub(crate) fn probability(logits: &[f32], choice: usize, temperature: f32) -> f32 {
    let Some(chosen) = logits.get(choice) else { return 0.0 };
    let total = log_sum_exp(logits.iter().map(|logit| logit / temperature));
    (chosen / temperature - total).exp().min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_close_to_exact_ones() {
        for step in -2000..2000 {
            let x = f64::from(step) / 100.0;
            let error = (f64::from(tanh(x as f32)) - x.tanh()).abs();
            assert!(error < 1e-6, "tanh {x}: {error}");
            let error = (f64::from(sigmoid(x as f32)) - 1.0 / (1.0 + (-x).exp())).abs();
            assert!(error < 1e-6, "sigmoid {x}: {error}");
        }
    }

    #[test]
    fn probabilities_add_up_and_flatten_with_temperature() {
        let logits = [1.0, 3.0, -2.0];
        let total: f32 = (0..3).map(|choice| probability(&logits, choice, 2.0)).sum();
        assert!((total - 1.0).abs() < 1e-5);
        assert!(probability(&logits, 1, 1.0) > probability(&logits, 1, 2.0));
        assert!((probability(&[5.0], 0, 1.0) - 1.0).abs() < 1e-6);
        assert!(probability(&[], 0, 1.0).abs() < 1e-6);
        assert_eq!(largest(&[f32::NAN, 2.0, 2.0]), 1);
    }
}
