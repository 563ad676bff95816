//! Compiles the lexicon: rows to forms, forms to one finite-state map with lists of readings.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Error};
use std::path::Path;

use crate::feature::{FREE, JOINED};
use crate::inflect::{Forms, SHADDA};
use crate::tsv::{self, Row};
use crate::verb::Verb;
use crate::{fold, noun};

/// Verb tables: `lemma form imperfect masdars gloss`.
const VERBS: [&str; 3] = ["verbs/speech.tsv", "verbs/event.tsv", "verbs/general.tsv"];
/// Noun tables: `lemma plurals gender tags sector gloss`.
const NOUNS: [&str; 4] = [
    "nouns/event.tsv",
    "nouns/actor.tsv",
    "nouns/thing.tsv",
    "nouns/general.tsv",
];

/// A lexeme, its forms, and where its row stands.
struct Entry {
    class: &'static str,
    lemma: String,
    /// Wazn of a verb, universal part of speech of a particle, empty otherwise.
    form: String,
    tags: String,
    sector: String,
    gloss: String,
    forms: Forms,
}

/// Universal parts of speech a particle may have.
const PARTICLE_POS: [&str; 11] = [
    "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NUM", "PART", "PRON", "SCONJ", "NOUN",
];

/// Reads the tables and writes `lexicon.fst`, `postings.bin`, `lexicon.rs`.
pub(crate) fn compile(tables: &Path, out: &Path, problems: &mut Vec<String>) -> io::Result<()> {
    let entries = entries(tables, problems)?;
    let mut by_form: BTreeMap<&str, Vec<(u16, u32)>> = BTreeMap::new();
    for (id, entry) in entries.iter().enumerate() {
        let id = u16::try_from(id).map_err(|_| Error::other("more than 65,536 lexemes: widen the postings"))?;
        for (form, features) in &entry.forms.all {
            by_form.entry(form).or_default().push((id, *features));
        }
    }
    // Readings name their features by number, since there are only some hundred combinations.
    let mut sets: Vec<u32> = by_form.values().flatten().map(|(_, features)| *features).collect();
    sets.sort_unstable();
    sets.dedup();
    let set_number = |features: u32| {
        sets.binary_search(&features)
            .map(|at| at as u16)
            .map_err(|_| Error::other("feature set"))
    };

    let mut builder = fst::MapBuilder::memory();
    let mut postings: Vec<u8> = Vec::new();
    for (form, mut readings) in by_form {
        readings.sort_unstable();
        readings.dedup();
        // A form value is the index of its first reading and their number.
        let value = ((postings.len() / 4) as u64) << 8 | readings.len().min(255) as u64;
        for (id, features) in readings.into_iter().take(255) {
            postings.extend_from_slice(&id.to_le_bytes());
            postings.extend_from_slice(&set_number(features)?.to_le_bytes());
        }
        builder.insert(form, value).map_err(Error::other)?;
    }
    std::fs::write(out.join("lexicon.fst"), builder.into_inner().map_err(Error::other)?)?;
    std::fs::write(out.join("postings.bin"), postings)?;
    std::fs::write(out.join("lexicon.rs"), source(&entries, &sets))
}

fn entries(tables: &Path, problems: &mut Vec<String>) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut seen: BTreeMap<(&'static str, String), String> = BTreeMap::new();
    let mut unique = |class: &'static str, key: String, row: &Row, problems: &mut Vec<String>| {
        if let Some(first) = seen.get(&(class, key.clone())) {
            if row.place.contains("/general.tsv:") && !first.contains("/general.tsv:") {
                // The general table is the last resort; the special one knows more about the word.
                println!("cargo:warning={}: {class} {key} stands already in {first}", row.place);
                return false;
            }
            problems.push(format!("{}: {class} {key} stands already in {first}", row.place));
            return false;
        }
        seen.insert((class, key), row.place.clone());
        true
    };
    for table in VERBS {
        for row in tsv::read(&tables.join(table), 5, problems)? {
            let [lemma, form, imperfect, masdars, gloss] = &row.fields[..] else {
                continue;
            };
            if !unique("verb", format!("{}/{form}", lemma.replace(SHADDA, "")), &row, problems) {
                continue;
            }
            match Verb::new(lemma, form, imperfect) {
                Ok(verb) => entries.push(Entry {
                    class: "Verb",
                    lemma: lemma.clone(),
                    form: form.clone(),
                    tags: String::new(),
                    sector: String::new(),
                    gloss: gloss.clone(),
                    forms: verb.forms(masdars),
                }),
                Err(message) => problems.push(format!("{}: {message}", row.place)),
            }
        }
    }
    for table in NOUNS {
        for row in tsv::read(&tables.join(table), 6, problems)? {
            let [lemma, plurals, gender, tags, sector, gloss] = &row.fields[..] else {
                continue;
            };
            if !unique("noun", lemma.clone(), &row, problems) {
                continue;
            }
            match noun::noun(lemma, plurals, gender) {
                Ok(forms) => entries.push(Entry {
                    class: "Noun",
                    lemma: lemma.clone(),
                    form: String::new(),
                    tags: none_as_empty(tags),
                    sector: none_as_empty(sector),
                    gloss: gloss.clone(),
                    forms,
                }),
                Err(message) => problems.push(format!("{}: {message}", row.place)),
            }
        }
    }
    for row in tsv::read(&tables.join("adjectives.tsv"), 5, problems)? {
        let [lemma, feminine, plurals, tags, gloss] = &row.fields[..] else {
            continue;
        };
        if unique("adjective", lemma.clone(), &row, problems) {
            entries.push(Entry {
                class: "Adjective",
                lemma: lemma.clone(),
                form: String::new(),
                tags: none_as_empty(tags),
                sector: String::new(),
                gloss: gloss.clone(),
                forms: noun::adjective(lemma, feminine, plurals),
            });
        }
    }
    for row in tsv::read(&tables.join("particles.tsv"), 5, problems)? {
        let [form, lemma, pos, tags, gloss] = &row.fields[..] else {
            continue;
        };
        if !PARTICLE_POS.contains(&pos.as_str()) {
            problems.push(format!("{}: {pos:?} is no part of speech of a particle", row.place));
        } else if unique("particle", format!("{form} {pos}"), &row, problems) {
            let mut forms = Forms::default();
            let has = |tag: &str| tags.split(',').any(|one| one == tag);
            let joins = match pos.as_str() {
                _ if has("joined") => JOINED,
                "ADP" | "NOUN" => 0,
                _ if has("host") => 0,
                _ => FREE,
            };
            forms.add(&[form], joins);
            // «سوى» «سواه»
            if joins == 0 && form.ends_with('ى') && !matches!(form.as_str(), "على" | "إلى" | "لدى") {
                forms.add(&[form.trim_end_matches('ى'), "ا"], JOINED);
            }
            entries.push(Entry {
                class: "Particle",
                lemma: lemma.clone(),
                form: pos.clone(),
                tags: none_as_empty(tags),
                sector: String::new(),
                gloss: gloss.clone(),
                forms,
            });
        }
    }
    Ok(entries)
}

fn none_as_empty(field: &str) -> String {
    if field == "-" {
        String::new()
    } else {
        field.replace(' ', "")
    }
}

/// The lexemes and the index of their keys as Rust source.
fn source(entries: &[Entry], sets: &[u32]) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "static LEXEMES: [Lexeme; {}] = [", entries.len());
    for Entry {
        class,
        lemma,
        form,
        tags,
        sector,
        gloss,
        ..
    } in entries
    {
        let _ = writeln!(
            out,
            "    Lexeme {{ lemma: {lemma:?}, class: Class::{class}, form: {form:?}, tags: {tags:?}, sector: {sector:?}, gloss: {gloss:?} }},"
        );
    }
    let _ = writeln!(out, "];");
    let mut keys: Vec<(String, usize)> = entries
        .iter()
        .enumerate()
        .map(|(id, entry)| match entry.class {
            "Verb" => (format!("{}/{}", fold::key(&entry.lemma), entry.form), id),
            _ => (fold::key(&entry.lemma), id),
        })
        .collect();
    keys.sort();
    let _ = writeln!(out, "static KEYS: [(&str, u32); {}] = {keys:?};", keys.len());
    let _ = writeln!(out, "#[allow(clippy::unreadable_literal, reason = \"bit sets\")]");
    let _ = writeln!(out, "static FEATURE_SETS: [u32; {}] = {sets:?};", sets.len());
    out
}
