//! Matrices and layers as the file has them, made ready for the kernel.

use std::ops::Range;

use super::file::{File, Rows, Table, damaged};
use super::kernel::{Activations, Cpu, MOST_INPUTS, Matrix};
use crate::error::Error;

/// Packs some columns of a table.
pub(crate) fn matrix(table: &Table<'_>, columns: Range<usize>) -> Result<Matrix, Error> {
    let inputs = columns.len();
    if inputs > MOST_INPUTS || columns.end > table.columns || table.columns == 0 {
        return Err(damaged(format!("a matrix has {inputs} of {} columns", table.columns)));
    }
    Ok(match &table.values {
        Rows::Bytes(bytes, scales) => {
            let rows = bytes
                .chunks_exact(table.columns)
                .map(|row| row.get(columns.clone()).unwrap_or_default());
            Matrix::pack(rows, inputs, scales.clone())
        }
        Rows::Floats(values) => {
            let mut bytes = Vec::with_capacity(table.rows * inputs);
            let mut scales = Vec::with_capacity(table.rows);
            for row in values.chunks_exact(table.columns) {
                let row = row.get(columns.clone()).unwrap_or_default();
                let largest = row.iter().fold(0.0_f32, |largest, value| largest.max(value.abs()));
                let step = if largest > 0.0 { 127.0 / largest } else { 0.0 };
                bytes.extend(row.iter().map(|value| (value * step).round() as i8));
                scales.push(largest / 127.0);
            }
            Matrix::pack(bytes.chunks_exact(inputs.max(1)), inputs, scales)
        }
    })
}

/// A matrix with its bias.
#[derive(Debug)]
pub(crate) struct Linear {
    matrix: Matrix,
    bias: Vec<f32>,
}

impl Linear {
    /// Reads a matrix, and its bias where it has one.
    pub(crate) fn read(
        file: &File<'_>,
        weights: &str,
        bias: Option<&str>,
        outputs: Option<usize>,
        inputs: usize,
    ) -> Result<Self, Error> {
        let table = file.table(weights)?.shaped(weights, outputs, inputs)?;
        let bias = match bias {
            Some(bias) => file.vector(bias, table.rows)?,
            None => Vec::new(),
        };
        Ok(Self {
            matrix: matrix(&table, 0..inputs)?,
            bias,
        })
    }

    pub(crate) fn outputs(&self) -> usize {
        self.matrix.outputs()
    }

    /// Rows of outputs, one for each row of activations.
    pub(crate) fn apply(&self, cpu: Cpu, activations: &Activations) -> Vec<f32> {
        self.matrix.apply(cpu, activations, &self.bias)
    }

    /// The same without negative values.
    pub(crate) fn apply_relu(&self, cpu: Cpu, activations: &Activations) -> Vec<f32> {
        let mut out = self.apply(cpu, activations);
        relu(&mut out);
        out
    }
}

pub(crate) fn relu(values: &mut [f32]) {
    for value in values {
        *value = value.max(0.0);
    }
}
