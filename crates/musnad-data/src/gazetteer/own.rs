//! Names that the caller brings: their own actors and places.

use std::collections::BTreeMap;

use fst::raw::Fst;

use crate::fold;
use crate::kind::Kind;
use crate::spelling::spellings;

/// Row numbers from here on are the caller's.
pub(super) const FIRST: u32 = 1 << 23;

/// An actor or place of the caller.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnRow {
    /// Arabic names, the fullest first; at least one.
    pub names: Vec<String>,
    /// What the names are names of.
    pub kind: Kind,
    /// English name; empty where there is none.
    pub name_en: String,
    /// ISO 3166-1 alpha-3; empty where there is none.
    pub country: String,
    /// PLOVER sectors, comma-separated.
    pub sectors: String,
    /// Latitude and longitude in degrees.
    pub location: Option<(f64, f64)>,
}

/// The caller's names as an automaton like the embedded one.
pub(super) struct Own {
    pub(super) fst: Fst<Vec<u8>>,
    pub(super) postings: Vec<u32>,
    pub(super) rows: Vec<OwnRow>,
}

impl Own {
    pub(super) fn new(rows: Vec<OwnRow>) -> Result<Self, fst::Error> {
        let mut keys: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (row, number) in rows.iter().zip(FIRST..) {
            for key in row.names.iter().flat_map(|name| spellings(&fold::key(name))) {
                let postings = keys.entry(key).or_default();
                let posting = number << 8 | (row.kind as u32) << 1;
                if !postings.contains(&posting) {
                    postings.push(posting);
                }
            }
        }
        let mut map = fst::MapBuilder::memory();
        let mut postings = Vec::new();
        for (key, here) in keys.iter().filter(|(key, _)| !key.is_empty()) {
            map.insert(key, (postings.len() as u64) << 9 | (here.len().min(255) as u64) << 1)?;
            postings.extend(here.iter().take(255));
        }
        Ok(Self {
            fst: Fst::new(map.into_inner()?)?,
            postings,
            rows,
        })
    }
}
