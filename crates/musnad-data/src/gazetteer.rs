//! Names and the words that names are made of, in one automaton over folded text.
//!
//! Keys are folded tokens with one space between. A caller walks it token by token with a [`Walk`], so that all names that
//! start at a token are found in one go, without copying text.

pub use crate::kind::Kind;

use fst::raw::{CompiledAddr, Fst, Output};

static AUTOMATON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.fst"));
static POSTINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.postings"));
static OFFSETS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.offsets"));
static ENTRIES: &str = include_str!(concat!(env!("OUT_DIR"), "/gazetteer.entries"));

/// A row of the tables.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// Arabic name, as written in the table.
    pub name: &'static str,
    /// English name; empty where unknown.
    pub name_en: &'static str,
    /// ISO 3166-1 alpha-3; empty where unknown.
    pub country: &'static str,
    /// PLOVER sectors, comma-separated, most specific first.
    pub sectors: &'static str,
    /// Latitude and longitude in degrees.
    pub location: Option<(f64, f64)>,
    /// GeoNames id.
    pub geonames: Option<u32>,
    /// The table the row comes from; for a class noun its class and rule, for a GeoNames place its population.
    pub remark: &'static str,
}

/// What a key stands for: one of possibly several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// Number of the entry; 0 for words that are only classed.
    pub entry: u32,
    /// What it is.
    pub kind: Kind,
    /// Whether the key is as often something else, so that context must speak for it.
    pub weak: bool,
}

/// The automaton.
#[derive(Clone)]
pub struct Gazetteer {
    fst: Fst<&'static [u8]>,
}

impl std::fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Gazetteer({} keys)", self.fst.len())
    }
}

/// A place in the automaton.
#[derive(Debug, Clone, Copy)]
pub struct Walk {
    node: CompiledAddr,
    output: Output,
}

impl Gazetteer {
    /// Opens the automaton.
    ///
    /// # Errors
    /// If the embedded data is damaged.
    pub fn new() -> Result<Self, fst::Error> {
        Ok(Self {
            fst: Fst::new(AUTOMATON)?,
        })
    }

    /// The place before the first byte.
    pub fn start(&self) -> Walk {
        Walk {
            node: self.fst.root().addr(),
            output: Output::zero(),
        }
    }

    /// Goes on by some bytes; `None` where no key continues so. ASCII letters count as lower case.
    pub fn advance(&self, walk: Walk, bytes: &[u8]) -> Option<Walk> {
        let mut node = self.fst.node(walk.node);
        let mut output = walk.output;
        for byte in bytes {
            let transition = node.transition(node.find_input(byte.to_ascii_lowercase())?);
            output = output.cat(transition.out);
            node = self.fst.node(transition.addr);
        }
        Some(Walk {
            node: node.addr(),
            output,
        })
    }

    /// What the key up to here stands for; nothing where no key ends here.
    pub fn postings(&self, walk: Walk) -> impl Iterator<Item = Posting> + use<> {
        let node = self.fst.node(walk.node);
        let value = if node.is_final() {
            walk.output.cat(node.final_output()).value()
        } else {
            0
        };
        let start = (value >> 8) as usize * 4;
        let end = start + (value & 0xff) as usize * 4;
        POSTINGS
            .get(start..end)
            .unwrap_or_default()
            .chunks_exact(4)
            .filter_map(|bytes| {
                let value = u32::from_le_bytes(bytes.try_into().ok()?);
                let kind = *Kind::ALL.get((value >> 1 & 0x7f) as usize)?;
                Some(Posting {
                    entry: value >> 8,
                    kind,
                    weak: value & 1 != 0,
                })
            })
    }

    /// What a folded key stands for.
    pub fn find(&self, key: &str) -> impl Iterator<Item = Posting> + use<> {
        let walk = self.advance(self.start(), key.as_bytes());
        walk.map(|walk| self.postings(walk)).into_iter().flatten()
    }

    /// A row of the tables.
    pub fn entry(&self, id: u32) -> Option<Entry> {
        let at = id as usize * 4;
        let offset = u32::from_le_bytes(OFFSETS.get(at..at + 4)?.try_into().ok()?) as usize;
        let line = ENTRIES.get(offset..)?.lines().next()?;
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (name, name_en, country, sectors) = (cell(), cell(), cell(), cell());
        let location = match (cell().parse(), cell().parse()) {
            (Ok(lat), Ok(lon)) => Some((lat, lon)),
            _ => None,
        };
        Some(Entry {
            name,
            name_en,
            country,
            sectors,
            location,
            geonames: cell().parse().ok(),
            remark: cell(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_carry_their_facts() {
        let gazetteer = Gazetteer::new().unwrap();
        let posting = gazetteer
            .find("سوريا")
            .find(|posting| posting.kind == Kind::Place)
            .unwrap();
        let entry = gazetteer.entry(posting.entry).unwrap();
        assert_eq!((entry.name_en, entry.country), ("Syria", "SYR"));
        assert!(entry.location.is_some());
    }

    #[test]
    fn adjectives_lead_to_their_country() {
        let gazetteer = Gazetteer::new().unwrap();
        for form in ["سوري", "السوريه", "سوريون", "السوريين"] {
            let posting = gazetteer
                .find(form)
                .find(|posting| posting.kind == Kind::Demonym)
                .unwrap();
            assert_eq!(gazetteer.entry(posting.entry).unwrap().country, "SYR", "{form}");
        }
    }

    #[test]
    fn spellings_fall_together() {
        let gazetteer = Gazetteer::new().unwrap();
        for key in ["عبد الفتاح السيسي", "عبدالفتاح السيسي"] {
            assert!(gazetteer.find(key).any(|posting| posting.kind == Kind::Person), "{key}");
        }
    }

    #[test]
    fn data_stays_small() {
        assert!(AUTOMATON.len() + POSTINGS.len() + OFFSETS.len() + ENTRIES.len() < 4 << 20);
    }
}
