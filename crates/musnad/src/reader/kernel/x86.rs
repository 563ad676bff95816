//! AVX2 and AVX-512 by [`pulp`], whose values exist only where the processor has the instructions.

use pulp::x86::{V3, V4};
use pulp::{NullaryFnOnce, cast, i8x16, i8x32, i16x16, i16x32, i32x8, i32x16};

use super::lanes::{Lanes, add_scaled};

struct Loops<F>(F);

impl<R, F: FnOnce() -> R> NullaryFnOnce for Loops<F> {
    type Output = R;

    #[inline(always)]
    fn call(self) -> R {
        (self.0)()
    }
}

#[inline(always)]
pub(super) fn run_avx512<R>(wide: V4, loops: impl FnOnce() -> R) -> R {
    wide.vectorize(Loops(loops))
}

#[inline(always)]
pub(super) fn run_avx2<R>(wide: V3, loops: impl FnOnce() -> R) -> R {
    wide.vectorize(Loops(loops))
}

impl Lanes for V4 {
    const COLUMNS: usize = 32;
    type Sums = i32x16;
    type Weights = i16x32;
    type Activation = i16x32;

    #[inline(always)]
    fn zero(self) -> i32x16 {
        self.splat_i32x16(0)
    }

    #[inline(always)]
    fn load(self, weights: &[i8]) -> [i16x32; 2] {
        let (first, rest) = weights.split_first_chunk::<32>().unwrap_or((&[0; 32], &[]));
        let second = rest.first_chunk::<32>().unwrap_or(&[0; 32]);
        [first, second].map(
            #[inline(always)]
            |weights| self.convert_i8x32_to_i16x32(cast::<_, i8x32>(*weights)),
        )
    }

    #[inline(always)]
    fn spread(self, pair: i32) -> i16x32 {
        cast(self.splat_i32x16(pair))
    }

    #[inline(always)]
    fn add_product(self, sums: i32x16, weights: i16x32, activation: i16x32) -> i32x16 {
        self.wrapping_add_i32x16(sums, self.multiply_wrapping_add_adjacent_i16x32(weights, activation))
    }

    #[inline(always)]
    fn store(self, sums: [i32x16; 2], scales: &[f32], scale: f32, out: &mut [f32]) {
        add_scaled(&cast::<_, [i32; 32]>(sums), scales, scale, out);
    }
}

impl Lanes for V3 {
    const COLUMNS: usize = 16;
    type Sums = i32x8;
    type Weights = i16x16;
    type Activation = i16x16;

    #[inline(always)]
    fn zero(self) -> i32x8 {
        self.splat_i32x8(0)
    }

    #[inline(always)]
    fn load(self, weights: &[i8]) -> [i16x16; 2] {
        let (first, rest) = weights.split_first_chunk::<16>().unwrap_or((&[0; 16], &[]));
        let second = rest.first_chunk::<16>().unwrap_or(&[0; 16]);
        [first, second].map(
            #[inline(always)]
            |weights| self.convert_i8x16_to_i16x16(cast::<_, i8x16>(*weights)),
        )
    }

    #[inline(always)]
    fn spread(self, pair: i32) -> i16x16 {
        cast(self.splat_i32x8(pair))
    }

    #[inline(always)]
    fn add_product(self, sums: i32x8, weights: i16x16, activation: i16x16) -> i32x8 {
        self.wrapping_add_i32x8(sums, self.multiply_wrapping_add_adjacent_i16x16(weights, activation))
    }

    #[inline(always)]
    fn store(self, sums: [i32x8; 2], scales: &[f32], scale: f32, out: &mut [f32]) {
        add_scaled(&cast::<_, [i32; 16]>(sums), scales, scale, out);
    }
}
