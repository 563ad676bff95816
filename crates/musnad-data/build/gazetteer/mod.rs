//! Compiles the name tables to one automaton over folded text.
//!
//! Written to `OUT_DIR`:
//! - `gazetteer.fst`: key → `posting << 1 | 1` where there is one, else `start << 9 | count << 1` into the postings;
//! - `gazetteer.postings`: u32 each, `entry << 8 | kind << 1 | weak`;
//! - `gazetteer.records`: 24 bytes an entry, see [`write`];
//! - `gazetteer.strings`: name, 0, English name, 0 of each entry, a byte a letter by `gazetteer.letters`;
//! - `gazetteer.classes`: what countries, sectors, remarks and offices are numbered by, one a line, four paragraphs;
//! - `gazetteer.latin`: how words of persons' names are spelt in English, a line a word;
//! - `gazetteer.terms`: who held which office, 16 bytes each: office, 3 of country, entry, first and end day.

mod letters;
mod names;
mod offices;
mod write;

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;

use crate::fold;
use crate::kind::Kind;
use crate::spelling::spellings;

/// A row of the tables.
#[derive(Default)]
struct Entry {
    name: String,
    english: String,
    country: String,
    sectors: String,
    remark: String,
    lat: String,
    lon: String,
    geonames: u32,
    /// GeoNames id of the province or district that it lies in.
    division: u32,
    /// 1 for a province, 2 for a district.
    level: u8,
    population: u32,
    radius: u32,
    /// From a gazetteer, not written by hand.
    derived: bool,
}

#[derive(Default)]
struct Builder {
    keys: BTreeMap<String, Vec<u32>>,
    entries: Vec<Entry>,
    /// Rows of persons by name and country, for the table of offices.
    persons: HashMap<(String, String), u32>,
    offices: Vec<String>,
    terms: Vec<u8>,
}

/// Compiles the tables in `tables` into `out`.
pub(crate) fn compile(tables: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut builder = Builder::default();
    // Entry 0 is «none», for words that are only classed.
    builder.entries.push(Entry::default());
    let names = tables.join("names");
    names::compile(&mut builder, &names, out)?;
    offices::compile(&mut builder, &names)?;
    builder.write(out)
}

/// A cell, without the mark of an empty one.
fn given(cell: &str) -> &str {
    if cell == "-" { "" } else { cell }
}

fn number(table: &str, cell: &str) -> Result<u32, Box<dyn Error>> {
    if cell.is_empty() {
        return Ok(0);
    }
    cell.parse()
        .map_err(|error| format!("{table}: {cell:?}: {error}").into())
}

impl Builder {
    fn entry(&mut self, entry: Entry) -> u32 {
        self.entries.push(entry);
        self.entries.len() as u32 - 1
    }

    fn key(&mut self, name: &str, id: u32, kind: Kind, weak: bool) {
        for key in spellings(&fold::key(name)) {
            let posting = id << 8 | (kind as u32) << 1 | u32::from(weak);
            let postings = self.keys.entry(key).or_default();
            let known = postings
                .iter()
                .any(|other| other >> 8 == id && (other >> 1) & 0x7f == kind as u32);
            if !known {
                postings.push(posting);
            }
        }
    }

    fn has(&self, name: &str, kind: Kind) -> bool {
        let postings = self.keys.get(&fold::key(name)).into_iter().flatten();
        postings.into_iter().any(|posting| (posting >> 1) & 0x7f == kind as u32)
    }

    /// Whether a key stands for a thing of the kind without doubt.
    fn is_sure(&self, name: &str, kind: Kind) -> bool {
        let postings = self.keys.get(&fold::key(name)).into_iter().flatten();
        postings
            .into_iter()
            .any(|posting| (posting >> 1) & 0x7f == kind as u32 && posting & 1 == 0)
    }
}

/// The rows of a table with at least `columns` cells.
fn rows(path: &Path, columns: usize) -> Result<Vec<Vec<String>>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let row: Vec<String> = line.split('\t').map(str::to_owned).collect();
        if row.len() < columns {
            return Err(format!(
                "{}:{}: {} cells, {columns} expected",
                path.display(),
                number + 1,
                row.len()
            )
            .into());
        }
        rows.push(row);
    }
    Ok(rows)
}
