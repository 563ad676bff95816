//! The encoder: what a token's letters say, and what its neighbours add.
//!
//! Three layers of long short-term memory, each read in both directions. Sentences run side by side, longest first, so
//! that every step is one product for all sentences that are still going.

use super::activation::{sigmoid, tanh};
use super::file::{File, damaged};
use super::kernel::{Activations, Cpu, LARGEST, Matrix, nearest};
use super::types::{TYPE, TypeTable};
use super::weights::matrix;
use crate::error::Error;

/// Sentences that are read together: their lengths, none growing.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Row of the first token of each sentence.
    pub(crate) starts: Vec<usize>,
    /// Tokens of each sentence.
    pub(crate) lengths: Vec<usize>,
}

impl Shape {
    pub(crate) fn tokens(&self) -> usize {
        self.lengths.iter().sum()
    }
}

/// One direction of a layer.
#[derive(Debug)]
struct Direction {
    inputs: Matrix,
    recurrent: Matrix,
    bias: Vec<f32>,
    size: usize,
    backward: bool,
}

impl Direction {
    fn read(file: &File<'_>, name: &str, inputs: usize, extra: usize, backward: bool) -> Result<Self, Error> {
        let name = format!("{name}.{}", if backward { "bwd" } else { "fwd" });
        let w_x = format!("{name}.w_x");
        let table = file.table(&w_x)?.shaped(&w_x, None, inputs + extra)?;
        let size = table.rows / 4;
        if size * 4 != table.rows || size % 2 != 0 {
            return Err(damaged(format!("tensor {w_x} has {} rows", table.rows)));
        }
        let w_h = format!("{name}.w_h");
        let recurrent = file.table(&w_h)?.shaped(&w_h, Some(table.rows), size)?;
        Ok(Self {
            inputs: matrix(&table, 0..inputs)?,
            recurrent: matrix(&recurrent, 0..size)?,
            bias: file.vector(&format!("{name}.b"), table.rows)?,
            size,
            backward,
        })
    }

    /// Reads all sentences; `gates` has the products of the inputs. Writes the states to columns of `out`.
    fn run(&self, cpu: Cpu, shape: &Shape, gates: &mut [f32], out: &mut Activations, column: usize) {
        let (size, sentences) = (self.size, shape.lengths.len());
        let mut state = Activations::bounded(sentences, size);
        let mut cells = vec![0.0_f32; sentences * size];
        let mut active = sentences;
        let stride = out.stride();
        for step in 0..shape.lengths.first().copied().unwrap_or(0) {
            while active > 0 && shape.lengths.get(active - 1).is_none_or(|length| *length <= step) {
                active -= 1;
            }
            let row = |sentence: usize| {
                let (start, length) = (shape.starts[sentence], shape.lengths[sentence]);
                start + if self.backward { length - 1 - step } else { step }
            };
            self.recurrent.add(cpu, &state, active, gates, row);
            let out = out.values_mut();
            let state_values = state.values_mut();
            cpu.run(
                #[inline(always)]
                || {
                    for sentence in 0..active {
                        let row = row(sentence);
                        let gates = gates.get(row * size * 4..(row + 1) * size * 4).unwrap_or_default();
                        let cells = cells
                            .get_mut(sentence * size..(sentence + 1) * size)
                            .unwrap_or_default();
                        let state = state_values
                            .get_mut(sentence * size..(sentence + 1) * size)
                            .unwrap_or_default();
                        step_cell(gates, cells, state);
                        let target = row * stride + column;
                        if let Some(target) = out.get_mut(target..target + size) {
                            target.copy_from_slice(state);
                        }
                    }
                },
            );
        }
    }
}

/// One step of a cell: input, forget, new, and output gates.
#[inline(always)]
fn step_cell(gates: &[f32], cells: &mut [f32], state: &mut [i16]) {
    let size = cells.len();
    let (Some(input), Some(forget), Some(new), Some(output)) = (
        gates.get(..size),
        gates.get(size..2 * size),
        gates.get(2 * size..3 * size),
        gates.get(3 * size..4 * size),
    ) else {
        return;
    };
    let gates = input.iter().zip(forget).zip(new.iter().zip(output));
    for ((cell, state), ((input, forget), (new, output))) in cells.iter_mut().zip(state).zip(gates) {
        *cell = sigmoid(*forget) * *cell + sigmoid(*input) * tanh(*new);
        *state = nearest(sigmoid(*output) * tanh(*cell) * LARGEST);
    }
}

/// The layers.
#[derive(Debug)]
pub(crate) struct Encoder {
    first: [Direction; 2],
    /// For each direction of the first layer the column of every feature bit, one after the other.
    bits: [Vec<f32>; 2],
    further: Vec<[Direction; 2]>,
}

impl Encoder {
    pub(crate) fn read(file: &File<'_>, bits: usize) -> Result<Self, Error> {
        let directions = |name: &str, inputs, extra| {
            Ok::<_, Error>([
                Direction::read(file, name, inputs, extra, false)?,
                Direction::read(file, name, inputs, extra, true)?,
            ])
        };
        let first = directions("l1", TYPE, bits)?;
        let second = directions("l2", first[0].size + first[1].size, 0)?;
        let third = directions("l3", second[0].size + second[1].size, 0)?;
        Ok(Self {
            bits: [
                bit_columns(file, "l1.fwd.w_x", bits)?,
                bit_columns(file, "l1.bwd.w_x", bits)?,
            ],
            first,
            further: vec![second, third],
        })
    }

    /// Numbers in a state of the last layer.
    pub(crate) fn state_size(&self) -> usize {
        self.further
            .last()
            .map_or(0, |layer| layer.iter().map(|direction| direction.size).sum())
    }

    /// The states of all tokens. `types` are the letters of each type, `kinds` the type and `bits` the features of each
    /// token.
    pub(crate) fn run(&self, cpu: Cpu, shape: &Shape, types: &TypeTable, kinds: &[usize], bits: &[u64]) -> Activations {
        let tokens = shape.tokens();
        let width = |layer: &[Direction; 2]| layer[0].size + layer[1].size;
        let mut states = Activations::bounded(tokens, width(&self.first));
        let mut column = 0;
        for (direction, columns) in self.first.iter().zip(&self.bits) {
            let of_types = direction.inputs.apply(cpu, &types.activations, &direction.bias);
            let outputs = direction.size * 4;
            let mut gates = Vec::with_capacity(tokens * outputs);
            for (kind, bits) in kinds.iter().zip(bits) {
                let start = gates.len();
                gates.extend_from_slice(of_types.get(kind * outputs..(kind + 1) * outputs).unwrap_or_default());
                gates.resize(start + outputs, 0.0);
                add_bits(cpu, *bits, columns, gates.get_mut(start..).unwrap_or_default());
            }
            direction.run(cpu, shape, &mut gates, &mut states, column);
            column += direction.size;
        }
        for layer in &self.further {
            let mut next = Activations::bounded(tokens, width(layer));
            let mut column = 0;
            for direction in layer {
                let mut gates = direction.inputs.apply(cpu, &states, &direction.bias);
                direction.run(cpu, shape, &mut gates, &mut next, column);
                column += direction.size;
            }
            states = next;
        }
        states
    }
}

/// Adds the columns of the bits that are set.
fn add_bits(cpu: Cpu, mut bits: u64, columns: &[f32], gates: &mut [f32]) {
    let outputs = gates.len();
    cpu.run(
        #[inline(always)]
        || {
            while bits != 0 {
                let bit = bits.trailing_zeros() as usize;
                bits &= bits - 1;
                let Some(column) = columns.get(bit * outputs..(bit + 1) * outputs) else {
                    return;
                };
                for (gate, weight) in gates.iter_mut().zip(column) {
                    *gate += weight;
                }
            }
        },
    );
}

/// The columns behind those of the letters, turned into rows.
fn bit_columns(file: &File<'_>, name: &str, bits: usize) -> Result<Vec<f32>, Error> {
    let table = file.table(name)?;
    let floats = table.to_floats();
    let mut columns = Vec::with_capacity(bits * table.rows);
    for bit in 0..bits {
        columns.extend(
            floats
                .chunks_exact(table.columns.max(1))
                .filter_map(|row| row.get(TYPE + bit)),
        );
    }
    Ok(columns)
}
