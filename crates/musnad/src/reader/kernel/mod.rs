//! Products of activations with weight matrices, in whole numbers.
//!
//! Weights are bytes with one scale a row, as in the file; activations are 16-bit with one scale a row. Sums are exact in
//! 32 bits, so that a product has the same bits on every processor and for every batch. Widths: AVX-512, AVX2 (by
//! [`pulp`], which checks the processor at run time), and plain Rust elsewhere.

mod lanes;
#[cfg(target_arch = "x86_64")]
mod x86;

use lanes::Lanes;

/// Rows of a panel: outputs that are computed together.
const PANEL: usize = 32;
/// Largest activation. 127 · 16383 · 1024 inputs stay below 2³¹.
pub(crate) const LARGEST: f32 = 16383.0;
/// Most inputs of a matrix, see [`LARGEST`].
pub(crate) const MOST_INPUTS: usize = 1024;

/// The instructions that this processor has.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Cpu {
    #[cfg(target_arch = "x86_64")]
    Avx512(pulp::x86::V4),
    #[cfg(target_arch = "x86_64")]
    Avx2(pulp::x86::V3),
    Plain,
}

impl Cpu {
    /// The widest that is there.
    pub(crate) fn detect() -> Self {
        #[cfg(target_arch = "x86_64")]
        {
            if let Some(wide) = pulp::x86::V4::try_new() {
                return Self::Avx512(wide);
            }
            if let Some(wide) = pulp::x86::V3::try_new() {
                return Self::Avx2(wide);
            }
        }
        Self::Plain
    }

    /// Every one that works here, for tests.
    #[cfg(test)]
    pub(crate) fn all() -> Vec<Self> {
        let mut all = vec![Self::Plain];
        #[cfg(target_arch = "x86_64")]
        {
            all.extend(pulp::x86::V3::try_new().map(Self::Avx2));
            all.extend(pulp::x86::V4::try_new().map(Self::Avx512));
        }
        all
    }

    /// Runs loops with the instructions of this processor.
    #[inline(always)]
    pub(crate) fn run<R>(self, loops: impl FnOnce() -> R) -> R {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Avx512(wide) => x86::run_avx512(wide, loops),
            #[cfg(target_arch = "x86_64")]
            Self::Avx2(wide) => x86::run_avx2(wide, loops),
            Self::Plain => loops(),
        }
    }
}

/// Rows of 16-bit activations, two in each number, the first one low.
#[derive(Debug, Clone, Default)]
pub(crate) struct Activations {
    pairs: Vec<i32>,
    /// Pairs of a row.
    width: usize,
    /// What one step of a row is worth; one for all rows where there is only one.
    scales: Vec<f32>,
}

impl Activations {
    /// Rows of values in -1..1, all zero.
    pub(crate) fn bounded(rows: usize, width: usize) -> Self {
        Self {
            pairs: vec![0; rows * width.div_ceil(2)],
            width: width.div_ceil(2),
            scales: vec![1.0 / LARGEST],
        }
    }

    /// Rounds rows of any values; the largest of each row sets its scale.
    pub(crate) fn round(cpu: Cpu, values: &[f32], width: usize) -> Self {
        let rows = values.len().checked_div(width).unwrap_or(0);
        let mut activations = Self::bounded(rows, width);
        activations.scales = Vec::with_capacity(rows);
        let pairs = activations.width;
        let mut scales = Vec::with_capacity(rows);
        let target: &mut [i16] = pulp::bytemuck::cast_slice_mut(&mut activations.pairs);
        cpu.run(
            #[inline(always)]
            || {
                if width == 0 {
                    return;
                }
                for (row, target) in values.chunks_exact(width).zip(target.chunks_exact_mut(pairs * 2)) {
                    let largest = row.iter().fold(0.0_f32, |largest, value| largest.max(value.abs()));
                    let step = if largest > 0.0 { LARGEST / largest } else { 0.0 };
                    for (target, value) in target.iter_mut().zip(row) {
                        *target = nearest(value * step);
                    }
                    scales.push(largest / LARGEST);
                }
            },
        );
        activations.scales = scales;
        activations
    }

    /// The 16-bit values, rows padded to an even number.
    pub(crate) fn values_mut(&mut self) -> &mut [i16] {
        pulp::bytemuck::cast_slice_mut(&mut self.pairs)
    }

    /// 16-bit values of a row, with the padding.
    pub(crate) fn stride(&self) -> usize {
        self.width * 2
    }

    /// The values of a row, with the padding.
    pub(crate) fn floats(&self, row: usize) -> impl Iterator<Item = f32> + '_ {
        let scale = self.scale(row);
        let values: &[i16] = pulp::bytemuck::cast_slice(self.row(row));
        values.iter().map(move |value| f32::from(*value) * scale)
    }

    fn row(&self, row: usize) -> &[i32] {
        self.pairs
            .get(row * self.width..(row + 1) * self.width)
            .unwrap_or_default()
    }

    fn scale(&self, row: usize) -> f32 {
        match self.scales.as_slice() {
            [only] => *only,
            scales => scales.get(row).copied().unwrap_or_default(),
        }
    }

    pub(crate) fn rows(&self) -> usize {
        self.pairs.len().checked_div(self.width).unwrap_or(0)
    }
}

/// The nearest whole number in 16 bits.
#[inline(always)]
pub(crate) fn nearest(value: f32) -> i16 {
    // Adding and taking away 1.5 · 2²³ rounds to a whole number without a call.
    const ROUND: f32 = 12_582_912.0;
    ((value.clamp(-LARGEST, LARGEST) + ROUND) - ROUND) as i16
}

/// A weight matrix, packed: panels of [`PANEL`] outputs, in each for every pair of inputs the two weights of every output.
#[derive(Debug, Clone, Default)]
pub(crate) struct Matrix {
    outputs: usize,
    pairs: usize,
    panels: Vec<i8>,
    scales: Vec<f32>,
}

impl Matrix {
    /// Packs rows of weights, one for each output; `scales` has one for each row.
    pub(crate) fn pack<'w>(rows: impl ExactSizeIterator<Item = &'w [i8]>, inputs: usize, scales: Vec<f32>) -> Self {
        let outputs = rows.len();
        let pairs = inputs.div_ceil(2);
        let mut panels = vec![0; outputs.div_ceil(PANEL) * pairs * PANEL * 2];
        for (output, row) in rows.enumerate() {
            let start = (output / PANEL * pairs * PANEL + output % PANEL) * 2;
            let panel = panels.get_mut(start..).unwrap_or_default();
            for (target, pair) in panel.chunks_mut(PANEL * 2).zip(row.chunks(2)) {
                for (target, weight) in target.iter_mut().zip(pair) {
                    *target = *weight;
                }
            }
        }
        Self {
            outputs,
            pairs,
            panels,
            scales,
        }
    }

    pub(crate) fn outputs(&self) -> usize {
        self.outputs
    }

    /// Adds the product of the first `count` rows of activations to rows of `out`: the n-th to row `place(n)`.
    pub(crate) fn add(
        &self,
        cpu: Cpu,
        activations: &Activations,
        count: usize,
        out: &mut [f32],
        place: impl Fn(usize) -> usize + Copy,
    ) {
        debug_assert_eq!(activations.width, self.pairs);
        if activations.width != self.pairs || self.pairs == 0 {
            return;
        }
        let count = count.min(activations.rows());
        match cpu {
            #[cfg(target_arch = "x86_64")]
            Cpu::Avx512(wide) => cpu.run(
                #[inline(always)]
                || product::<_, 8>(wide, self, activations, count, out, place),
            ),
            #[cfg(target_arch = "x86_64")]
            Cpu::Avx2(wide) => cpu.run(
                #[inline(always)]
                || product::<_, 4>(wide, self, activations, count, out, place),
            ),
            Cpu::Plain => product::<_, 4>(lanes::Plain, self, activations, count, out, place),
        }
    }

    /// The product of all rows with the bias in front.
    pub(crate) fn apply(&self, cpu: Cpu, activations: &Activations, bias: &[f32]) -> Vec<f32> {
        let rows = activations.rows();
        let mut out = Vec::with_capacity(rows * self.outputs);
        for _ in 0..rows {
            if bias.is_empty() {
                out.resize(out.len() + self.outputs, 0.0);
            } else {
                out.extend_from_slice(bias);
            }
        }
        self.add(cpu, activations, rows, &mut out, |row| row);
        out
    }
}

#[inline(always)]
fn product<L: Lanes, const ROWS: usize>(
    lanes: L,
    matrix: &Matrix,
    activations: &Activations,
    count: usize,
    out: &mut [f32],
    place: impl Fn(usize) -> usize + Copy,
) {
    let mut row = 0;
    while row + ROWS <= count {
        block::<L, ROWS>(lanes, matrix, activations, row, out, place);
        row += ROWS;
    }
    let rest = count - row;
    if rest >= 4 {
        block::<L, 4>(lanes, matrix, activations, row, out, place);
        row += 4;
    }
    match count - row {
        1 => block::<L, 1>(lanes, matrix, activations, row, out, place),
        2 => block::<L, 2>(lanes, matrix, activations, row, out, place),
        3 => block::<L, 3>(lanes, matrix, activations, row, out, place),
        _ => {}
    }
}

/// Some rows of activations with the whole matrix.
#[inline(always)]
fn block<L: Lanes, const ROWS: usize>(
    lanes: L,
    matrix: &Matrix,
    activations: &Activations,
    first: usize,
    out: &mut [f32],
    place: impl Fn(usize) -> usize + Copy,
) {
    let rows: [&[i32]; ROWS] = std::array::from_fn(|n| activations.row(first + n));
    let panel_len = matrix.pairs * PANEL * 2;
    for (panel, weights) in matrix.panels.chunks_exact(panel_len).enumerate() {
        for column in (0..PANEL).step_by(L::COLUMNS) {
            let output = panel * PANEL + column;
            if output >= matrix.outputs {
                break;
            }
            let sums = tile(lanes, rows, weights, column);
            let end = (output + L::COLUMNS).min(matrix.outputs);
            let scales = matrix.scales.get(output..end).unwrap_or_default();
            for (n, sums) in sums.into_iter().enumerate() {
                let start = place(first + n) * matrix.outputs;
                let target = out.get_mut(start + output..start + end).unwrap_or_default();
                lanes.store(sums, scales, activations.scale(first + n), target);
            }
        }
    }
}

/// The sums of some rows for [`Lanes::COLUMNS`] outputs, from a column of a panel on.
#[inline(always)]
fn tile<L: Lanes, const ROWS: usize>(
    lanes: L,
    rows: [&[i32]; ROWS],
    weights: &[i8],
    column: usize,
) -> [[L::Sums; 2]; ROWS] {
    let mut sums = [[lanes.zero(); 2]; ROWS];
    let pairs = weights.len() / (PANEL * 2);
    let rows = rows.map(|row| row.get(..pairs).unwrap_or_default());
    if rows.iter().any(|row| row.len() != pairs) {
        return sums;
    }
    for (pair, weights) in weights.chunks_exact(PANEL * 2).enumerate() {
        let Some(weights) = weights.get(column * 2..) else {
            return sums;
        };
        let weights = lanes.load(weights);
        for (sums, row) in sums.iter_mut().zip(rows) {
            let activation = lanes.spread(row[pair]);
            for (sum, weights) in sums.iter_mut().zip(weights) {
                *sum = lanes.add_product(*sum, weights, activation);
            }
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn products_are_exact_and_the_same_on_every_processor(
            rows in 1_usize..12, inputs in 1_usize..40, outputs in 1_usize..70, seed in any::<u64>(),
        ) {
            let mut state = seed | 1;
            let mut next = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 40) as i32
            };
            let weights: Vec<i8> = (0..outputs * inputs).map(|_| (next() % 128) as i8).collect();
            let values: Vec<f32> = (0..rows * inputs).map(|_| (next() % 2000 - 1000) as f32 / 100.0).collect();
            let matrix = Matrix::pack(weights.chunks_exact(inputs), inputs, vec![0.5; outputs]);
            let all: Vec<Vec<f32>> = Cpu::all()
                .into_iter()
                .map(|cpu| matrix.apply(cpu, &Activations::round(cpu, &values, inputs), &[]))
                .collect();
            for other in &all {
                prop_assert_eq!(other, &all[0]);
            }
            for row in 0..rows {
                for output in 0..outputs {
                    let expected: f32 = (0..inputs)
                        .map(|input| values[row * inputs + input] * f32::from(weights[output * inputs + input]) * 0.5)
                        .sum();
                    let largest = 10.0 * 64.0 * inputs as f32;
                    prop_assert!((all[0][row * outputs + output] - expected).abs() < largest * 1e-3);
                }
            }
        }
    }

    #[test]
    fn rounding_goes_to_the_nearest() {
        for (value, expected) in [
            (0.4, 0),
            (0.6, 1),
            (-0.6, -1),
            (-3.2, -3),
            (99_999.0, 16383),
            (f32::NAN, 0),
        ] {
            assert_eq!(nearest(value), expected, "{value}");
        }
    }

    #[test]
    fn nothing_times_something_is_nothing() {
        let matrix = Matrix::pack([1_i8, 2].chunks_exact(2), 2, vec![1.0]);
        assert!(
            matrix
                .apply(Cpu::Plain, &Activations::round(Cpu::Plain, &[], 2), &[])
                .is_empty()
        );
    }
}
