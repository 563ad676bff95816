//! Offices of state and of international bodies, and who held them when.

use super::Gazetteer;

static TERMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.terms"));

/// Bytes of a term.
const TERM: usize = 16;

/// An office: «وزير الخارجية».
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Office {
    /// Its number.
    pub number: u8,
    /// Its key in the tables: `foreign_minister`.
    pub key: &'static str,
    /// Whether it is one for each country: the foreign minister of France; the Secretary-General of the United Nations is
    /// one for all.
    pub of_country: bool,
    /// English title.
    pub name_en: &'static str,
}

/// Who holds an office from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Row of the person in the gazetteer.
    pub person: u32,
    /// ISO 3166-1 alpha-3 of the country that the office is of; empty where it is of none.
    pub country: [u8; 3],
    /// First day, as `year * 10000 + month * 100 + day`.
    pub first: i32,
    /// First day of what comes after; `i32::MAX` where the person still held it when the tables were written.
    pub end: i32,
}

impl Gazetteer {
    /// The office of a [`crate::gazetteer::Kind::Post`] posting.
    pub fn office(&self, number: u32) -> Option<Office> {
        let mut cells = self.classes.offices.get(number as usize)?.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let key = cell();
        let of_country = cell() == "country";
        Some(Office {
            number: u8::try_from(number).ok()?,
            key,
            of_country,
            name_en: cell(),
        })
    }

    /// Who held an office, in order of country and time.
    pub fn terms(&self, office: Office) -> impl Iterator<Item = Term> + use<> {
        TERMS.chunks_exact(TERM).filter_map(move |record| {
            let record: &[u8; TERM] = record.try_into().ok()?;
            let [number, a, b, c, rest @ ..] = record;
            let mut words = rest
                .chunks_exact(4)
                .map(|word| word.try_into().map_or(0, u32::from_le_bytes));
            let mut word = || words.next().unwrap_or_default();
            (*number == office.number).then(|| Term {
                person: word(),
                country: [*a, *b, *c],
                first: word() as i32,
                end: word() as i32,
            })
        })
    }
}
