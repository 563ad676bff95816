//! The rows behind the names.

use super::own::Own;

static RECORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.records"));
static STRINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.strings"));
static LETTERS: &str = include_str!(concat!(env!("OUT_DIR"), "/gazetteer.letters"));
static CLASSES: &str = include_str!(concat!(env!("OUT_DIR"), "/gazetteer.classes"));

/// Bytes of a record.
const RECORD: usize = 24;

/// A row of the tables.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry<'g> {
    strings: Strings<'g>,
    /// ISO 3166-1 alpha-3; empty where unknown.
    pub country: &'g str,
    /// PLOVER sectors, comma-separated, most specific first.
    pub sectors: &'g str,
    /// Latitude and longitude in degrees.
    pub location: Option<(f64, f64)>,
    /// GeoNames id.
    pub geonames: Option<u32>,
    /// The table the row comes from; for a class noun its class and rule.
    pub remark: &'g str,
    /// Written by hand, not derived from a gazetteer.
    pub by_hand: bool,
    /// Of a place; 0 where a gazetteer does not know it.
    pub population: Option<u32>,
    /// Row of the province or district that it lies in.
    pub division: Option<u32>,
    /// 1 for a province, 2 for a district.
    pub level: Option<u8>,
    /// How far a province or district reaches, in kilometres.
    pub radius_km: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Strings<'g> {
    Packed(&'static [u8]),
    Plain { name: &'g str, english: &'g str },
}

impl Entry<'_> {
    /// Arabic name, as written in the table.
    pub fn name(&self) -> String {
        match self.strings {
            Strings::Packed(bytes) => decode(bytes.split(|byte| *byte == 0).next().unwrap_or_default()),
            Strings::Plain { name, .. } => name.to_owned(),
        }
    }

    /// English name; empty where unknown.
    pub fn name_en(&self) -> String {
        match self.strings {
            Strings::Packed(bytes) => decode(bytes.split(|byte| *byte == 0).nth(1).unwrap_or_default()),
            Strings::Plain { english, .. } => english.to_owned(),
        }
    }
}

/// Letters of one byte each; 0xff opens a code point of three bytes.
fn decode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    let mut bytes = bytes.iter().copied();
    while let Some(byte) = bytes.next() {
        let letter = match byte {
            0xff => {
                let mut point = || u32::from(bytes.next().unwrap_or_default());
                char::from_u32(point() | point() << 8 | point() << 16)
            }
            0x80.. => LETTERS.chars().nth(usize::from(byte - 0x80)),
            _ => Some(char::from(byte)),
        };
        text.extend(letter);
    }
    text
}

/// What the numbers in records and offices stand for.
#[derive(Debug, Clone)]
pub(super) struct Classes {
    countries: Vec<&'static str>,
    sectors: Vec<&'static str>,
    remarks: Vec<&'static str>,
    pub(super) offices: Vec<&'static str>,
    /// Words of names with their English spelling, sorted.
    pub(super) latin: Vec<(&'static str, &'static str)>,
}

impl Classes {
    pub(super) fn new() -> Self {
        let mut paragraphs = CLASSES.split('\u{1e}').map(|paragraph| paragraph.split('\n').collect());
        let mut next = || paragraphs.next().unwrap_or_default();
        Self {
            countries: next(),
            sectors: next(),
            remarks: next(),
            offices: next(),
            latin: super::LATIN.lines().filter_map(|line| line.split_once('\t')).collect(),
        }
    }

    /// Row of the first country with a code. Countries stand together, behind the class nouns.
    pub(super) fn country(&self, code: &str) -> Option<u32> {
        let rows = (RECORDS.len() / RECORD) as u32;
        (0..rows.min(2000)).find(|id| {
            self.entry(*id)
                .is_some_and(|row| row.remark == "country" && row.country == code)
        })
    }

    /// The row of a number.
    pub(super) fn entry(&self, id: u32) -> Option<Entry<'static>> {
        let (first, records) = RECORDS.split_first_chunk::<4>()?;
        let at = id as usize * RECORD;
        let record: &[u8; RECORD] = records.get(at..at + RECORD)?.try_into().ok()?;
        let u32_at = |at: usize| {
            let bytes = record.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
            bytes.map_or(0, u32::from_le_bytes)
        };
        let u16_at = |at: usize| u32_at(at.min(RECORD - 4)) >> ((at - at.min(RECORD - 4)) * 8) & 0xffff;
        let class = |classes: &[&'static str], at: usize| {
            let number = record.get(at).copied().unwrap_or_default();
            classes.get(usize::from(number)).copied().unwrap_or_default()
        };
        let degrees = |at: usize| f64::from(u32_at(at) as i32) / 1e5;
        let mark = record.get(RECORD - 1).copied().unwrap_or_default();
        let level = Some(mark & 0x7f).filter(|level| *level > 0);
        let size = u16_at(18);
        let division = u16_at(16);
        Some(Entry {
            strings: Strings::Packed(STRINGS.get(u32_at(0) as usize..)?),
            country: class(&self.countries, 20),
            sectors: class(&self.sectors, 21),
            remark: class(&self.remarks, 22),
            location: (u32_at(4) as i32 != i32::MIN).then(|| (degrees(4), degrees(8))),
            geonames: Some(u32_at(12)).filter(|id| *id > 0),
            by_hand: mark & 0x80 == 0,
            population: (level.is_none() && (mark & 0x80 != 0 || size > 0)).then_some((size & 0x7ff) << (size >> 11)),
            division: division
                .checked_sub(1)
                .map(|number| u32::from_le_bytes(*first) + number),
            level,
            radius_km: level.map(|_| size as u16),
        })
    }
}

/// A row that the caller brought.
pub(super) fn own(own: &Own, number: u32) -> Option<Entry<'_>> {
    let row = own.rows.get(number as usize)?;
    Some(Entry {
        strings: Strings::Plain {
            name: row.names.first().map_or("", String::as_str),
            english: &row.name_en,
        },
        country: &row.country,
        sectors: &row.sectors,
        location: row.location,
        geonames: None,
        remark: "own",
        by_hand: true,
        population: None,
        division: None,
        level: None,
        radius_km: None,
    })
}

/// Bytes of the embedded rows.
#[cfg(test)]
pub(super) fn size() -> usize {
    RECORDS.len() + STRINGS.len()
}
