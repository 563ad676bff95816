//! Compiles `stems.tsv`: `stem frequency`, the frequency as a binary logarithm.

use std::collections::BTreeMap;
use std::io::{self, Error};
use std::path::Path;

use crate::{fold, tsv};

/// Writes `stems.fst`.
pub(crate) fn compile(table: &Path, out: &Path, problems: &mut Vec<String>) -> io::Result<()> {
    let mut stems = BTreeMap::new();
    for row in tsv::read(table, 2, problems)? {
        let [stem, frequency] = &row.fields[..] else { continue };
        let Ok(frequency) = frequency.parse::<u8>() else {
            problems.push(format!("{}: {frequency:?} is no number from 0 to 255", row.place));
            continue;
        };
        if stems.insert(fold::key(stem), frequency).is_some() {
            problems.push(format!("{}: {stem} stands there twice", row.place));
        }
    }
    let mut builder = fst::MapBuilder::memory();
    for (stem, frequency) in stems {
        builder.insert(stem, u64::from(frequency)).map_err(Error::other)?;
    }
    std::fs::write(out.join("stems.fst"), builder.into_inner().map_err(Error::other)?)
}
