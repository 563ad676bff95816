//! What a later stage takes of the states of tokens: a product with its own weights, computed while the states are at hand, so that
//! they need not be kept.

use super::file::{File, damaged};
use super::kernel::{Activations, Cpu};
use super::weights::Linear;
use crate::error::Error;

/// The product.
#[derive(Debug, Default)]
pub(crate) enum Projection {
    #[default]
    None,
    Weights(Linear),
    /// The states as they are, for training.
    Whole,
}

/// One row of numbers for each token of a text; zeros where a sentence was not read.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Projected {
    width: usize,
    values: Vec<f32>,
}

impl Projected {
    /// The numbers of a token; nothing without weights.
    pub(crate) fn row(&self, token: usize) -> &[f32] {
        self.values
            .get(token * self.width..(token + 1) * self.width)
            .unwrap_or_default()
    }
}

impl Projection {
    /// Reads the weights `name` for states of that size.
    pub(crate) fn read(file: &File<'_>, name: &str, outputs: usize, state: usize) -> Result<Self, Error> {
        let weights = Linear::read(file, name, None, Some(outputs), state)?;
        if weights.outputs() == outputs {
            Ok(Self::Weights(weights))
        } else {
            Err(damaged(format!(
                "{name} has {} outputs, not {outputs}",
                weights.outputs()
            )))
        }
    }

    pub(super) fn room(&self, tokens: usize, state: usize) -> Projected {
        let width = match self {
            Self::None => 0,
            Self::Weights(weights) => weights.outputs(),
            Self::Whole => state,
        };
        Projected {
            width,
            values: vec![0.0; width * tokens],
        }
    }

    /// Fills in the tokens of a batch; `rows` are their numbers in the text.
    pub(super) fn apply(&self, cpu: Cpu, states: &Activations, rows: &[usize], out: &mut Projected) {
        let width = out.width;
        let mut fill = |token: usize, values: &mut dyn Iterator<Item = f32>| {
            let target = out
                .values
                .get_mut(token * width..(token + 1) * width)
                .unwrap_or_default();
            for (target, value) in target.iter_mut().zip(values) {
                *target = value;
            }
        };
        match self {
            Self::None => {}
            Self::Weights(weights) => {
                let products = weights.apply(cpu, states);
                for (token, values) in rows.iter().zip(products.chunks_exact(width.max(1))) {
                    fill(*token, &mut values.iter().copied());
                }
            }
            Self::Whole => {
                for (row, token) in rows.iter().enumerate() {
                    fill(*token, &mut states.floats(row));
                }
            }
        }
    }
}
