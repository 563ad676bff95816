//! Compiles the name tables to one automaton over folded text.
//!
//! Written to `OUT_DIR`:
//! - `gazetteer.fst`: key → `posting << 1 | 1` where there is one, else `start << 9 | count << 1` into the postings;
//! - `gazetteer.postings`: u32 each, `entry << 8 | kind << 1 | weak`;
//! - `gazetteer.records`: [`RECORD`] bytes an entry, see [`Builder::write`];
//! - `gazetteer.strings`: name, 0, English name, 0 of each entry, a byte a letter by `gazetteer.letters`;
//! - `gazetteer.classes`: what countries, sectors, remarks and offices are numbered by, one a line, four paragraphs;
//! - `gazetteer.latin`: how words of persons' names are spelt in English, a line a word;
//! - `gazetteer.terms`: who held which office, 16 bytes each: office, 3 of country, entry, first and end day.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;

use crate::fold;
use crate::kind::Kind;
use crate::spelling::spellings;

/// Bytes of a record of an entry.
const RECORD: usize = 24;
/// Bytes for letters beyond ASCII; the last opens a code point of three bytes.
const LETTERS: usize = 127;

/// Tables of names with the layout `names english country sectors [lat lon]`.
const NAMES: [(&str, Kind); 11] = [
    ("persons", Kind::Person),
    ("organizations", Kind::Organization),
    ("armed_groups", Kind::Organization),
    ("parties", Kind::Organization),
    ("media", Kind::Media),
    ("companies", Kind::Organization),
    ("settlements", Kind::Place),
    ("regions", Kind::Place),
    ("landforms", Kind::Location),
    ("facilities", Kind::Facility),
    ("agreements", Kind::Miscellaneous),
];

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

/// Compiles the tables in `tables` into `out`.
pub(crate) fn compile(tables: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut builder = Builder::default();
    // Entry 0 is «none», for words that are only classed.
    builder.entries.push(Entry::default());
    let names = tables.join("names");
    words(&mut builder, &names)?;
    countries(&mut builder, &names)?;
    for (table, kind) in NAMES {
        listed(&mut builder, &names, table, kind)?;
    }
    places(&mut builder, &names)?;
    capitals(&mut builder, &names, out)?;
    parts_of_persons(&mut builder, &names)?;
    offices(&mut builder, &names)?;
    builder.write(out)
}

/// Class nouns that open names, and words that build names and titles.
fn words(builder: &mut Builder, names: &Path) -> Result<(), Box<dyn Error>> {
    for row in rows(&names.join("heads.tsv"), 4)? {
        let id = builder.entry(Entry {
            name: row[0].clone(),
            sectors: row[3].clone(),
            remark: format!("{} {}", row[1], row[2]),
            ..Entry::default()
        });
        builder.key(&row[0], id, Kind::Head, false);
        builder.key(&format!("ال{}", row[0]), id, Kind::HeadDefinite, false);
    }
    for row in rows(&names.join("name_words.tsv"), 2)? {
        let kind = match row[1].as_str() {
            "qualifier" => Kind::Qualifier,
            "nested" => Kind::Nested,
            "title" => Kind::Title,
            "office" => Kind::Office,
            "adjunct" => Kind::TitleAdjunct,
            "stop" => Kind::Common,
            other => return Err(format!("name_words.tsv: unknown class {other:?}").into()),
        };
        builder.key(&row[0], 0, kind, false);
    }
    Ok(())
}

fn countries(builder: &mut Builder, names: &Path) -> Result<(), Box<dyn Error>> {
    for row in rows(&names.join("countries.tsv"), 7)? {
        let aliases: Vec<&str> = row[1].split('|').collect();
        let id = builder.entry(Entry {
            name: aliases[0].to_owned(),
            english: row[2].clone(),
            country: given(&row[0]).to_owned(),
            remark: "country".to_owned(),
            lat: row[4].clone(),
            lon: row[5].clone(),
            ..Entry::default()
        });
        for alias in aliases {
            builder.key(alias, id, Kind::Place, false);
        }
        for adjective in row[3].split('|').filter(|adjective| *adjective != "-") {
            for form in adjective_forms(adjective) {
                builder.key(&form, id, Kind::Demonym, false);
            }
        }
    }
    for row in rows(&names.join("demonyms.tsv"), 2)? {
        let id = builder.entry(Entry {
            country: given(&row[1]).to_owned(),
            ..Entry::default()
        });
        for form in adjective_forms(&row[0]) {
            builder.key(&form, id, Kind::Demonym, false);
        }
    }
    Ok(())
}

/// A table of names with the layout `names english country sectors [lat lon [geonames population division]]`.
fn listed(builder: &mut Builder, names: &Path, table: &str, kind: Kind) -> Result<(), Box<dyn Error>> {
    for row in rows(&names.join(format!("{table}.tsv")), 4)? {
        let cell = |index: usize| row.get(index).map_or("", |cell| given(cell)).to_owned();
        let aliases: Vec<&str> = row[0].split('|').collect();
        let full = aliases[0].trim_start_matches('~');
        let id = builder.entry(Entry {
            name: full.to_owned(),
            english: cell(1),
            country: cell(2),
            sectors: cell(3),
            lat: cell(4),
            lon: cell(5),
            geonames: number(table, &cell(6))?,
            population: number(table, &cell(7))?,
            division: number(table, &cell(8))?,
            remark: table.to_owned(),
            ..Entry::default()
        });
        if kind == Kind::Person {
            builder.persons.entry((full.to_owned(), cell(2))).or_insert(id);
            builder.persons.entry((full.to_owned(), String::new())).or_insert(id);
        }
        for alias in aliases {
            builder.key(alias.trim_start_matches('~'), id, kind, alias.starts_with('~'));
        }
    }
    Ok(())
}

/// Towns, villages and the divisions they are in.
fn places(builder: &mut Builder, names: &Path) -> Result<(), Box<dyn Error>> {
    for row in rows(&names.join("places.tsv"), 9)? {
        let aliases: Vec<&str> = row[1].split('|').collect();
        let id = builder.entry(Entry {
            name: aliases[0].to_owned(),
            english: row[2].clone(),
            country: row[3].clone(),
            remark: "places".to_owned(),
            lat: row[4].clone(),
            lon: row[5].clone(),
            geonames: number("places.tsv", &row[0])?,
            population: number("places.tsv", &row[6])?,
            derived: true,
            division: number("places.tsv", &row[8])?,
            ..Entry::default()
        });
        for alias in aliases {
            builder.key(alias, id, Kind::Place, row[7] == "weak");
        }
    }
    for row in rows(&names.join("divisions.tsv"), 9)? {
        let aliases: Vec<&str> = row[1].split('|').collect();
        let id = builder.entry(Entry {
            name: aliases[0].to_owned(),
            english: row[2].clone(),
            country: row[3].clone(),
            remark: "divisions".to_owned(),
            lat: row[4].clone(),
            lon: row[5].clone(),
            geonames: number("divisions.tsv", &row[0])?,
            derived: true,
            radius: number("divisions.tsv", &row[6])?,
            level: u8::try_from(number("divisions.tsv", &row[7])?)?,
            division: number("divisions.tsv", &row[8])?,
            ..Entry::default()
        });
        for alias in aliases {
            // The name alone is its seat's, or a word: «محافظة الواحات», «ولاية نهر النيل».
            let weak = !builder.is_sure(alias, Kind::Place);
            builder.key(alias, id, Kind::Place, weak);
        }
    }
    for row in rows(&names.join("villages.tsv"), 7)? {
        let id = builder.entry(Entry {
            name: row[0].clone(),
            english: row[1].clone(),
            country: row[2].clone(),
            remark: "villages".to_owned(),
            lat: row[3].clone(),
            lon: row[4].clone(),
            derived: true,
            division: number("villages.tsv", &row[6])?,
            ..Entry::default()
        });
        let weak = row[5] == "weak" && !builder.is_sure(&row[0], Kind::Place);
        builder.key(&row[0], id, Kind::Place, weak);
    }
    Ok(())
}

/// Capitals in the spellings that GeoNames lacks; all of them with their countries go to `capitals.tsv`.
fn capitals(builder: &mut Builder, names: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut listed = String::new();
    for row in rows(&names.join("countries.tsv"), 7)? {
        for capital in row[6].split('|').filter(|capital| *capital != "-") {
            listed.extend([capital, "\t", given(&row[0]), "\n"]);
            if !builder.has(capital, Kind::Place) {
                let id = builder.entry(Entry {
                    name: capital.to_owned(),
                    country: given(&row[0]).to_owned(),
                    remark: "capital".to_owned(),
                    ..Entry::default()
                });
                builder.key(capital, id, Kind::Place, false);
            }
        }
    }
    fs::write(out.join("capitals.tsv"), listed)?;
    Ok(())
}

fn parts_of_persons(builder: &mut Builder, names: &Path) -> Result<(), Box<dyn Error>> {
    for row in rows(&names.join("given_names.tsv"), 2)? {
        builder.key(&row[0], 0, Kind::GivenName, row[1] == "weak");
    }
    for row in rows(&names.join("person_tokens.tsv"), 2)? {
        let is_given = row[1] == "given";
        let kind = if is_given { Kind::GivenName } else { Kind::FamilyName };
        builder.key(&row[0], 0, kind, is_given);
    }
    for row in rows(&names.join("family_names.tsv"), 1)? {
        builder.key(&row[0], 0, Kind::FamilyName, true);
    }
    for row in rows(&names.join("common_words.tsv"), 1)? {
        builder.key(&row[0], 0, Kind::Common, false);
    }
    Ok(())
}

/// Offices by their titles, and who held them when.
fn offices(builder: &mut Builder, names: &Path) -> Result<(), Box<dyn Error>> {
    let mut numbers: HashMap<String, u8> = HashMap::new();
    for row in rows(&names.join("offices.tsv"), 5)? {
        let office = u8::try_from(numbers.len())?;
        numbers.insert(row[0].clone(), office);
        builder
            .offices
            .push([&row[0], &row[1], &row[3], &row[4]].map(String::as_str).join("\t"));
        for title in row[2].split('|') {
            // Weak, so that words of titles stay what they are for names.
            builder.key(title, u32::from(office), Kind::Post, true);
        }
    }
    let mut last = (0, String::new(), 0, 0);
    for (line, row) in rows(&names.join("terms.tsv"), 5)?.iter().enumerate() {
        let problem = |what: &str| format!("terms.tsv, row {}: {what}: {row:?}", line + 1);
        let office = *numbers.get(&row[0]).ok_or_else(|| problem("no such office"))?;
        let scope = given(&row[1]);
        let person = (row[2].clone(), scope.to_owned());
        let found = builder.persons.get(&person);
        let entry = *found
            .or_else(|| builder.persons.get(&(row[2].clone(), String::new())))
            .ok_or_else(|| problem("no such person in persons.tsv"))?;
        let first = day(&row[3]).ok_or_else(|| problem("bad first day"))?;
        let end = if row[4] == "-" {
            i32::MAX
        } else {
            day(&row[4]).ok_or_else(|| problem("bad end"))?
        };
        let overlaps = last.0 == office && last.1 == scope && first < last.3;
        if first >= end || overlaps {
            return Err(problem("the days are out of order or overlap those of the row before").into());
        }
        last = (office, scope.to_owned(), first, end);
        let mut country = [0_u8; 3];
        for (to, from) in country.iter_mut().zip(scope.bytes()) {
            *to = from;
        }
        builder.terms.push(office);
        builder.terms.extend(country);
        builder.terms.extend(entry.to_le_bytes());
        builder.terms.extend(first.to_le_bytes());
        builder.terms.extend(end.to_le_bytes());
    }
    Ok(())
}

/// A day as `year * 10000 + month * 100 + day`.
fn day(text: &str) -> Option<i32> {
    let mut parts = text.split('-').map(str::parse::<i32>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    (parts.next().is_none() && (1..=12).contains(&month) && (1..=31).contains(&day))
        .then_some(year * 10_000 + month * 100 + day)
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

    fn write(self, out: &Path) -> Result<(), Box<dyn Error>> {
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

/// How the words of persons' names are spelt in English, by the rows whose words answer each other: a line a word, sorted.
fn latin(entries: &[Entry]) -> String {
    let mut spellings: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.remark == "persons") {
        let english = entry
            .english
            .replace("al-", "")
            .replace("el-", "")
            .replace("Al ", "")
            .replace("El ", "");
        let (arabic, english): (Vec<&str>, Vec<&str>) = (entry.name.split(' ').collect(), english.split(' ').collect());
        if arabic.len() != english.len() || !entry.english.is_ascii() {
            continue;
        }
        for (word, latin) in arabic.into_iter().zip(english) {
            let word = word
                .strip_prefix("ال")
                .filter(|rest| rest.chars().count() > 2)
                .unwrap_or(word);
            *spellings
                .entry(fold::key(word))
                .or_default()
                .entry(latin.to_owned())
                .or_default() += 1;
        }
    }
    let mut lines = String::new();
    for (word, latin) in spellings {
        if let Some((best, _)) = latin
            .iter()
            .max_by_key(|(spelling, count)| (**count, std::cmp::Reverse(*spelling)))
        {
            lines.extend([word.as_str(), "\t", best, "\n"]);
        }
    }
    lines
}

/// The letters beyond ASCII that the names use most.
fn letters(entries: &[Entry]) -> Vec<char> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for c in entries
        .iter()
        .flat_map(|entry| entry.name.chars().chain(entry.english.chars()))
    {
        if !c.is_ascii() {
            *counts.entry(c).or_default() += 1;
        }
    }
    let mut letters: Vec<(char, usize)> = counts.into_iter().collect();
    letters.sort_by_key(|(_, count)| usize::MAX - count);
    letters.truncate(LETTERS);
    letters.into_iter().map(|(letter, _)| letter).collect()
}

/// ASCII as it is, frequent letters as a byte from 0x80, others as 0xff and three bytes.
fn encode(text: &str, letters: &[char], to: &mut Vec<u8>) {
    for c in text.chars() {
        if c.is_ascii() {
            to.push(c as u8);
        } else if let Some(number) = letters.iter().position(|letter| *letter == c) {
            to.push(0x80 + number as u8);
        } else {
            let point = u32::from(c).to_le_bytes();
            to.extend([0xff, point[0], point[1], point[2]]);
        }
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

/// The inflected forms of a nationality adjective («كوري جنوبي» inflects in both words), with and without the article.
fn adjective_forms(adjective: &str) -> Vec<String> {
    let words: Vec<&str> = adjective.split(' ').collect();
    let mut forms = Vec::new();
    for ending in ["", "ة", "ون", "ين", "ان", "تان", "تين", "ات"] {
        let inflected: Vec<String> = words.iter().map(|word| format!("{word}{ending}")).collect();
        forms.push(inflected.join(" "));
        forms.push(
            inflected
                .iter()
                .map(|word| format!("ال{word}"))
                .collect::<Vec<_>>()
                .join(" "),
        );
    }
    forms
}
