//! What a processor does with one vector, and plain Rust for processors without a special one.

/// Vector operations of a processor. The type is the proof that it has them.
pub(super) trait Lanes: Copy {
    /// Outputs that a tile covers: two vectors of sums.
    const COLUMNS: usize;
    /// One sum for each output.
    type Sums: Copy;
    /// Two weights for each output.
    type Weights: Copy;
    /// Two activations, the same for each output.
    type Activation: Copy;

    fn zero(self) -> Self::Sums;
    /// The next pairs of weights; zero past the end.
    fn load(self, weights: &[i8]) -> [Self::Weights; 2];
    fn spread(self, pair: i32) -> Self::Activation;
    fn add_product(self, sums: Self::Sums, weights: Self::Weights, activation: Self::Activation) -> Self::Sums;
    /// Adds scaled sums to the outputs.
    fn store(self, sums: [Self::Sums; 2], scales: &[f32], scale: f32, out: &mut [f32]);
}

/// The same for all vectors: multiplies by the scales of row and column, in this order.
#[inline(always)]
pub(super) fn add_scaled(sums: &[i32], scales: &[f32], scale: f32, out: &mut [f32]) {
    for ((out, sum), row) in out.iter_mut().zip(sums).zip(scales) {
        *out += *sum as f32 * (row * scale);
    }
}

/// No special instructions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plain;

const WIDTH: usize = 8;

impl Lanes for Plain {
    const COLUMNS: usize = 2 * WIDTH;
    type Sums = [i32; WIDTH];
    type Weights = [i8; 2 * WIDTH];
    type Activation = [i32; 2];

    #[inline(always)]
    fn zero(self) -> Self::Sums {
        [0; WIDTH]
    }

    #[inline(always)]
    fn load(self, weights: &[i8]) -> [Self::Weights; 2] {
        let (first, rest) = weights.split_first_chunk().unwrap_or((&[0; 2 * WIDTH], &[]));
        [*first, rest.first_chunk().copied().unwrap_or([0; 2 * WIDTH])]
    }

    #[inline(always)]
    fn spread(self, pair: i32) -> Self::Activation {
        [i32::from(pair as i16), pair >> 16]
    }

    #[inline(always)]
    fn add_product(self, mut sums: Self::Sums, weights: Self::Weights, activation: Self::Activation) -> Self::Sums {
        for (sum, weights) in sums.iter_mut().zip(weights.chunks_exact(2)) {
            *sum += i32::from(weights[0]) * activation[0] + i32::from(weights[1]) * activation[1];
        }
        sums
    }

    #[inline(always)]
    fn store(self, sums: [Self::Sums; 2], scales: &[f32], scale: f32, out: &mut [f32]) {
        add_scaled(sums.as_flattened(), scales, scale, out);
    }
}
