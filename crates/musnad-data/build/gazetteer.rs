//! Compiles the name tables to one automaton over folded text.
//!
//! Written to `OUT_DIR`: `gazetteer.fst` (key → `start << 8 | count` into the postings), `gazetteer.postings` (u32 each:
//! `entry << 8 | kind << 1 | weak`), `gazetteer.entries` (one tab-separated line an entry), `gazetteer.offsets` (u32 each).

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use crate::fold;
use crate::kind::Kind;

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

#[derive(Default)]
struct Builder {
    keys: BTreeMap<String, Vec<u32>>,
    entries: String,
    offsets: Vec<u32>,
}

/// Compiles the tables in `tables` into `out`.
pub(crate) fn compile(tables: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut builder = Builder::default();
    // Entry 0 is «none», for words that are only classed.
    builder.entry(&["", "", "", "", "", "", "", ""]);
    let names = tables.join("names");
    for row in rows(&names.join("heads.tsv"), 4)? {
        let id = builder.entry(&[&row[0], "", "", &row[3], "", "", "", &format!("{} {}", row[1], row[2])]);
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
    for row in rows(&names.join("countries.tsv"), 7)? {
        let country = if row[0] == "-" { "" } else { &row[0] };
        let aliases: Vec<&str> = row[1].split('|').collect();
        let id = builder.entry(&[aliases[0], &row[2], country, "", &row[4], &row[5], "", "country"]);
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
        let id = builder.entry(&["", "", if row[1] == "-" { "" } else { &row[1] }, "", "", "", "", ""]);
        for form in adjective_forms(&row[0]) {
            builder.key(&form, id, Kind::Demonym, false);
        }
    }
    for (table, kind) in NAMES {
        for row in rows(&names.join(format!("{table}.tsv")), 4)? {
            let cell = |index: usize| {
                row.get(index)
                    .map(String::as_str)
                    .filter(|cell| *cell != "-")
                    .unwrap_or_default()
            };
            let aliases: Vec<&str> = row[0].split('|').collect();
            let full = aliases[0].trim_start_matches('~');
            let id = builder.entry(&[full, cell(1), cell(2), cell(3), cell(4), cell(5), "", table]);
            for alias in aliases {
                builder.key(alias.trim_start_matches('~'), id, kind, alias.starts_with('~'));
            }
        }
    }
    for row in rows(&names.join("places.tsv"), 8)? {
        let aliases: Vec<&str> = row[1].split('|').collect();
        let id = builder.entry(&[aliases[0], &row[2], &row[3], "", &row[4], &row[5], &row[0], &row[6]]);
        for alias in aliases {
            builder.key(alias, id, Kind::Place, row[7] == "weak");
        }
    }
    // Capitals in the spellings that GeoNames lacks.
    for row in rows(&names.join("countries.tsv"), 7)? {
        for capital in row[6].split('|').filter(|capital| *capital != "-") {
            if !builder.has(capital, Kind::Place) {
                let country = if row[0] == "-" { "" } else { &row[0] };
                let id = builder.entry(&[capital, "", country, "", "", "", "", "capital"]);
                builder.key(capital, id, Kind::Place, false);
            }
        }
    }
    for row in rows(&names.join("given_names.tsv"), 2)? {
        builder.key(&row[0], 0, Kind::GivenName, row[1] == "weak");
    }
    for row in rows(&names.join("person_tokens.tsv"), 2)? {
        builder.key(
            &row[0],
            0,
            if row[1] == "given" {
                Kind::GivenName
            } else {
                Kind::FamilyName
            },
            row[1] == "given",
        );
    }
    for row in rows(&names.join("family_names.tsv"), 1)? {
        builder.key(&row[0], 0, Kind::FamilyName, true);
    }
    for row in rows(&names.join("common_words.tsv"), 1)? {
        builder.key(&row[0], 0, Kind::Common, false);
    }
    builder.write(out)
}

impl Builder {
    fn entry(&mut self, cells: &[&str; 8]) -> u32 {
        let id = self.offsets.len() as u32;
        self.offsets.push(self.entries.len() as u32);
        self.entries.push_str(&cells.join("\t"));
        self.entries.push('\n');
        id
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

    fn write(self, out: &Path) -> Result<(), Box<dyn Error>> {
        let mut map = fst::MapBuilder::memory();
        let mut postings: Vec<u8> = Vec::new();
        for (key, ids) in &self.keys {
            let start = (postings.len() / 4) as u64;
            // The row that stands first in the tables comes first, strong before weak.
            let mut ids = ids.clone();
            ids.sort_by_key(|posting| posting & 1);
            ids.truncate(255);
            map.insert(key, start << 8 | ids.len() as u64)?;
            for posting in ids {
                postings.extend_from_slice(&posting.to_le_bytes());
            }
        }
        let mut offsets = Vec::with_capacity(self.offsets.len() * 4);
        for offset in self.offsets {
            offsets.extend_from_slice(&offset.to_le_bytes());
        }
        fs::write(out.join("gazetteer.fst"), map.into_inner()?)?;
        fs::write(out.join("gazetteer.postings"), postings)?;
        fs::write(out.join("gazetteer.entries"), self.entries)?;
        fs::write(out.join("gazetteer.offsets"), offsets)?;
        Ok(())
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

/// The keys of a folded name: tokens with one space between, once for each way to write it.
fn spellings(folded: &str) -> Vec<String> {
    let mut key = String::new();
    let mut last = ' ';
    let class = |c: char| {
        if c.is_ascii_digit() {
            1
        } else if c.is_ascii_alphabetic() {
            2
        } else {
            3
        }
    };
    for c in folded.chars() {
        let c = c.to_ascii_lowercase();
        if !c.is_alphanumeric() {
            last = ' ';
            continue;
        }
        let joined = last != ' ' && (class(last) == class(c) || (class(last) == 2 && class(c) == 1));
        if !key.is_empty() && !joined {
            key.push(' ');
        }
        key.push(c);
        last = c;
    }
    let mut keys = vec![key.clone()];
    let mut also = |key: &str, from: &str, to: &str| {
        if key.contains(from) {
            keys.push(key.replace(from, to));
        }
    };
    also(&key, "اميرك", "امريك");
    also(&key, "امريك", "اميرك");
    for prefix in ["عبد", "ابو", "ابي", "ابا"] {
        let apart = format!("{prefix} ");
        let mut joined: Vec<String> = Vec::new();
        for key in &keys {
            if key.starts_with(&apart) || key.contains(&format!(" {apart}")) {
                joined.push(
                    format!(" {key}")
                        .replace(&format!(" {apart}"), &format!(" {prefix}"))
                        .trim_start()
                        .to_owned(),
                );
            }
            if prefix == "عبد" && (key.starts_with("عبدال") || key.contains(" عبدال")) {
                joined.push(format!(" {key}").replace(" عبدال", " عبد ال").trim_start().to_owned());
            }
        }
        keys.extend(joined);
    }
    keys
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
