//! The tables of names: class nouns, countries, persons and bodies, places.

use std::error::Error;
use std::fs;
use std::path::Path;

use super::{Builder, Entry, given, number, rows};
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

/// All of them, in the order in which they win over each other.
pub(super) fn compile(builder: &mut Builder, names: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    words(builder, names)?;
    countries(builder, names)?;
    for (table, kind) in NAMES {
        listed(builder, names, table, kind)?;
    }
    places(builder, names)?;
    capitals(builder, names, out)?;
    parts_of_persons(builder, names)
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
