//! Stems outside the lexicon that newspapers use, mostly names, with how often.

use std::sync::OnceLock;

use fst::Map;

static STEMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/stems.fst"));

/// Binary logarithm of how often newspapers write the stem, `None` where they hardly do. The key is folded.
pub fn frequency(stem: &str) -> Option<u8> {
    static TABLE: OnceLock<Option<Map<&'static [u8]>>> = OnceLock::new();
    let table = TABLE.get_or_init(|| Map::new(STEMS).ok()).as_ref()?;
    table.get(stem).map(|frequency| frequency.min(u64::from(u8::MAX)) as u8)
}
