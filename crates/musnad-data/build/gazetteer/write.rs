//! The files that the library reads: an automaton over the keys, and a record an entry.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use super::letters::{encode, latin, letters};
use super::{Builder, given};

/// Bytes of a record of an entry.
const RECORD: usize = 24;
/// Numbers strings in the order of their first use.
#[derive(Default)]
struct Numbers {
    by_string: HashMap<String, u8>,
    strings: Vec<String>,
}

impl Numbers {
    fn of(&mut self, string: &str) -> Result<u8, Box<dyn Error>> {
        if let Some(number) = self.by_string.get(string) {
            return Ok(*number);
        }
        let number =
            u8::try_from(self.strings.len()).map_err(|_| format!("more than 256 values such as {string:?}"))?;
        self.strings.push(string.to_owned());
        self.by_string.insert(string.to_owned(), number);
        Ok(number)
    }
}

impl Builder {
    /// Writes all files.
    pub(super) fn write(self, out: &Path) -> Result<(), Box<dyn Error>> {
        let mut map = fst::MapBuilder::memory();
        let mut postings: Vec<u8> = Vec::new();
        for (key, ids) in &self.keys {
            if let [posting] = ids.as_slice() {
                map.insert(key, u64::from(*posting) << 1 | 1)?;
                continue;
            }
            let start = (postings.len() / 4) as u64;
            // The row that stands first in the tables comes first, strong before weak.
            let mut ids = ids.clone();
            ids.sort_by_key(|posting| posting & 1);
            ids.truncate(255);
            map.insert(key, start << 9 | (ids.len() as u64) << 1)?;
            for posting in ids {
                postings.extend_from_slice(&posting.to_le_bytes());
            }
        }
        fs::write(out.join("gazetteer.fst"), map.into_inner()?)?;
        fs::write(out.join("gazetteer.postings"), postings)?;
        self.write_entries(out)?;
        fs::write(out.join("gazetteer.terms"), &self.terms)?;
        fs::write(out.join("gazetteer.latin"), latin(&self.entries))?;
        Ok(())
    }

    fn write_entries(&self, out: &Path) -> Result<(), Box<dyn Error>> {
        let letters = letters(&self.entries);
        let divisions: HashMap<u32, u16> = self
            .entries
            .iter()
            .filter(|entry| entry.level > 0)
            .zip(1..)
            .map(|(entry, number)| (entry.geonames, number))
            .collect();
        let first = self
            .entries
            .iter()
            .position(|entry| entry.level > 0)
            .unwrap_or_default() as u32;
        let (mut countries, mut sectors, mut remarks) = (Numbers::default(), Numbers::default(), Numbers::default());
        let (mut strings, mut records) = (Vec::new(), first.to_le_bytes().to_vec());
        for entry in &self.entries {
            let start = strings.len() as u32;
            for text in [&entry.name, &entry.english] {
                encode(text, &letters, &mut strings);
                strings.push(0);
            }
            let size = if entry.level > 0 {
                entry.radius as u16
            } else {
                compact(entry.population)
            };
            records.extend(start.to_le_bytes());
            records.extend(fixed(&entry.lat)?.to_le_bytes());
            records.extend(fixed(&entry.lon)?.to_le_bytes());
            records.extend(entry.geonames.to_le_bytes());
            records.extend(
                divisions
                    .get(&entry.division)
                    .copied()
                    .unwrap_or_default()
                    .to_le_bytes(),
            );
            records.extend(size.to_le_bytes());
            records.push(countries.of(&entry.country)?);
            records.push(sectors.of(&entry.sectors)?);
            records.push(remarks.of(&entry.remark)?);
            records.push(entry.level | u8::from(entry.derived) << 7);
            debug_assert_eq!((records.len() - 4) % RECORD, 0, "a record has its length");
        }
        let classes = [&countries.strings, &sectors.strings, &remarks.strings, &self.offices];
        let classes: Vec<String> = classes.iter().map(|strings| strings.join("\n")).collect();
        fs::write(out.join("gazetteer.records"), records)?;
        fs::write(out.join("gazetteer.strings"), strings)?;
        fs::write(out.join("gazetteer.letters"), letters.iter().collect::<String>())?;
        fs::write(out.join("gazetteer.classes"), classes.join("\u{1e}"))?;
        Ok(())
    }
}

/// A coordinate in hundred-thousandths of a degree; what is no point on the map where there is none.
fn fixed(cell: &str) -> Result<i32, Box<dyn Error>> {
    if given(cell).is_empty() {
        return Ok(i32::MIN);
    }
    Ok((cell.parse::<f64>()? * 1e5).round() as i32)
}

/// A population in 16 bits: 11 of mantissa, 5 of exponent.
fn compact(value: u32) -> u16 {
    let exponent = (32 - value.leading_zeros()).saturating_sub(11);
    ((value >> exponent) as u16) | (exponent as u16) << 11
}
