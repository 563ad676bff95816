//! Offices, and who held them when.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use super::{Builder, given, rows};
use crate::kind::Kind;

/// Offices by their titles, and who held them when.
pub(super) fn compile(builder: &mut Builder, names: &Path) -> Result<(), Box<dyn Error>> {
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
