//! The file of weights.
//!
//! Eight bytes `MUSNADR1`, the length of the header (32 bits), the header in JSON, zeros up to a multiple of 64, then the
//! tensors, each at its offset. Numbers are little-endian. Matrices are bytes with one scale for each row, or 32-bit
//! floats. Nothing in the file is trusted: every offset and shape is checked, and an error names the tensor.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::{Error, ErrorKind};

const MAGIC: &[u8; 8] = b"MUSNADR1";
const ALIGNMENT: usize = 64;

/// What the header says of a tensor.
#[derive(Debug, Deserialize)]
struct Entry {
    dtype: String,
    shape: Vec<usize>,
    offset: usize,
    #[serde(default)]
    scale: Option<String>,
}

/// The lists of labels; the place in the list is the number.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Labels {
    pub(crate) upos: Vec<String>,
    pub(crate) xpos: Vec<String>,
    pub(crate) deprel: Vec<String>,
    pub(crate) names: Vec<String>,
    /// Whether a word begins before the character, and what replaces it.
    pub(crate) segment: Vec<(u8, Option<String>)>,
    /// Edit scripts from form to lemma.
    pub(crate) lemma: Vec<String>,
    pub(crate) clitics: Vec<String>,
    pub(crate) chars: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Header {
    /// Those of the reader; the trigger classifier has none.
    #[serde(default)]
    labels: Labels,
    /// UD features by "UPOS XPOS".
    #[serde(default)]
    feats: BTreeMap<String, String>,
    #[serde(default)]
    calibration: BTreeMap<String, f32>,
    tensors: BTreeMap<String, Entry>,
}

/// A file that has been opened; the tensors stay where they are.
#[derive(Debug)]
pub(crate) struct File<'f> {
    header: Header,
    data: &'f [u8],
}

/// A matrix of the file, row by row.
#[derive(Debug)]
pub(crate) enum Rows<'f> {
    /// Bytes, with a scale for each row.
    Bytes(&'f [i8], Vec<f32>),
    Floats(Vec<f32>),
}

/// A tensor with its shape as a matrix: all dimensions but the last make the rows.
#[derive(Debug)]
pub(crate) struct Table<'f> {
    pub(crate) rows: usize,
    pub(crate) columns: usize,
    pub(crate) values: Rows<'f>,
}

pub(crate) fn damaged(what: impl std::fmt::Display) -> Error {
    Error::new(
        ErrorKind::Resources,
        format!("the weights of the reader are damaged: {what}; build musnad-data again"),
    )
}

impl<'f> File<'f> {
    /// Opens a file.
    pub(crate) fn open(bytes: &'f [u8]) -> Result<Self, Error> {
        let rest = bytes
            .strip_prefix(MAGIC)
            .ok_or_else(|| damaged("they do not begin with MUSNADR1"))?;
        let (len, rest) = rest.split_first_chunk().ok_or_else(|| damaged("no header"))?;
        let len = u32::from_le_bytes(*len) as usize;
        let header = rest.get(..len).ok_or_else(|| damaged("the header is cut off"))?;
        let header: Header = serde_json::from_slice(header).map_err(|error| damaged(format!("header: {error}")))?;
        let start = (MAGIC.len() + 4 + len).next_multiple_of(ALIGNMENT);
        let data = bytes.get(start..).ok_or_else(|| damaged("no tensors"))?;
        Ok(Self { header, data })
    }

    pub(crate) fn labels(&self) -> &Labels {
        &self.header.labels
    }

    pub(crate) fn feats(&self) -> &BTreeMap<String, String> {
        &self.header.feats
    }

    /// What the logits of a head are divided by to become those of true probabilities.
    pub(crate) fn temperature(&self, head: &str) -> f32 {
        let temperature = self.header.calibration.get(head).copied().unwrap_or(1.0);
        if temperature.is_finite() {
            temperature.max(0.01)
        } else {
            1.0
        }
    }

    fn entry(&self, name: &str) -> Result<(&Entry, &'f [u8]), Error> {
        let entry = self
            .header
            .tensors
            .get(name)
            .ok_or_else(|| damaged(format!("tensor {name} is missing")))?;
        let size = match entry.dtype.as_str() {
            "i8" | "u8" => 1,
            "f32" => 4,
            other => return Err(damaged(format!("tensor {name} has type {other:?}"))),
        };
        let bytes = entry
            .shape
            .iter()
            .try_fold(size, |len: usize, side| len.checked_mul(*side))
            .and_then(|len| self.data.get(entry.offset..entry.offset.checked_add(len)?))
            .ok_or_else(|| damaged(format!("tensor {name} reaches beyond the end")))?;
        Ok((entry, bytes))
    }

    /// A vector of floats.
    pub(crate) fn floats(&self, name: &str) -> Result<Vec<f32>, Error> {
        let (entry, bytes) = self.entry(name)?;
        if entry.dtype != "f32" {
            return Err(damaged(format!("tensor {name} has type {}, not f32", entry.dtype)));
        }
        let values = bytes
            .chunks_exact(4)
            .filter_map(|bytes| Some(f32::from_le_bytes(bytes.try_into().ok()?)));
        let values: Vec<f32> = values.collect();
        if values.iter().all(|value| value.is_finite()) {
            Ok(values)
        } else {
            Err(damaged(format!("tensor {name} has values that are no numbers")))
        }
    }

    /// A vector of floats of a given length.
    pub(crate) fn vector(&self, name: &str, len: usize) -> Result<Vec<f32>, Error> {
        let values = self.floats(name)?;
        if values.len() == len {
            Ok(values)
        } else {
            Err(damaged(format!("tensor {name} has {} values, not {len}", values.len())))
        }
    }

    /// Lines of text.
    pub(crate) fn text(&self, name: &str) -> Result<&'f str, Error> {
        let (_, bytes) = self.entry(name)?;
        std::str::from_utf8(bytes).map_err(|error| damaged(format!("tensor {name}: {error}")))
    }

    /// A matrix.
    pub(crate) fn table(&self, name: &str) -> Result<Table<'f>, Error> {
        let (entry, bytes) = self.entry(name)?;
        let columns = entry.shape.last().copied().unwrap_or(0);
        let rows = entry.shape.iter().rev().skip(1).product();
        let values = if entry.dtype == "f32" {
            Rows::Floats(self.floats(name)?)
        } else {
            let scale = entry
                .scale
                .as_ref()
                .ok_or_else(|| damaged(format!("tensor {name} has no scales")))?;
            Rows::Bytes(pulp::bytemuck::cast_slice(bytes), self.vector(scale, rows)?)
        };
        Ok(Table { rows, columns, values })
    }
}

impl Table<'_> {
    /// Checks the shape.
    pub(crate) fn shaped(self, name: &str, rows: Option<usize>, columns: usize) -> Result<Self, Error> {
        if rows.is_none_or(|rows| rows == self.rows) && columns == self.columns && columns > 0 {
            return Ok(self);
        }
        let expected = rows.map_or_else(|| "?".to_owned(), |rows| rows.to_string());
        Err(damaged(format!(
            "tensor {name} has the shape {} × {}, not {expected} × {columns}",
            self.rows, self.columns
        )))
    }

    /// One row as floats, added to a target.
    pub(crate) fn add_row(&self, row: usize, target: &mut [f32]) {
        let range = row * self.columns..(row + 1) * self.columns;
        match &self.values {
            Rows::Bytes(bytes, scales) => {
                let scale = scales.get(row).copied().unwrap_or_default();
                for (target, byte) in target.iter_mut().zip(bytes.get(range).unwrap_or_default()) {
                    *target += f32::from(*byte) * scale;
                }
            }
            Rows::Floats(values) => {
                for (target, value) in target.iter_mut().zip(values.get(range).unwrap_or_default()) {
                    *target += value;
                }
            }
        }
    }

    /// All rows as floats.
    pub(crate) fn to_floats(&self) -> Vec<f32> {
        let mut floats = vec![0.0; self.rows * self.columns];
        for (row, target) in floats.chunks_exact_mut(self.columns.max(1)).enumerate() {
            self.add_row(row, target);
        }
        floats
    }
}
