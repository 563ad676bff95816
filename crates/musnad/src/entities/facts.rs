//! What a name says about its entity where no table lists it: «وزارة الدفاع الروسية» is Russian, and of the government.

use std::collections::HashMap;

use musnad_data::gazetteer::{Gazetteer, Kind};

use crate::document::Entity;
use crate::error::{Error, ErrorKind};

/// Bodies that every country has, by their names.
#[derive(Debug, Clone)]
pub(crate) struct Bodies {
    by_name: HashMap<String, usize>,
    rows: Vec<(&'static str, &'static str)>,
}

/// A body, and the country of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Body {
    /// Row of the table.
    pub(crate) row: usize,
    /// ISO 3166-1 alpha-3; empty where the name says none.
    pub(crate) country: String,
}

impl Bodies {
    /// Reads the table.
    pub(crate) fn new() -> Result<Self, Error> {
        let mut bodies = Self {
            by_name: HashMap::new(),
            rows: Vec::new(),
        };
        for (line, cells) in musnad_data::measure::rows(musnad_data::bodies::BODIES) {
            let [names, english, sector] = cells.as_slice() else {
                let message = format!("names/bodies.tsv, line {line}: three columns are expected");
                return Err(Error::new(ErrorKind::Resources, message));
            };
            for name in names.split('|') {
                bodies.by_name.insert(musnad_data::fold::key(name), bodies.rows.len());
            }
            bodies.rows.push((*english, *sector));
        }
        Ok(bodies)
    }

    /// The body that a folded name names: «وزاره الدفاع الروسيه», «سفاره فرنسا», or without a country «وزاره الدفاع».
    pub(crate) fn read(&self, gazetteer: &Gazetteer, key: &str) -> Option<Body> {
        let mut end = key.len();
        loop {
            let (name, rest) = (key.get(..end)?, key.get(end..)?.trim_start());
            if let Some(row) = self.by_name.get(name) {
                let country = of(gazetteer, rest)?;
                return Some(Body { row: *row, country });
            }
            end = name.rfind(' ')?;
        }
    }

    /// Names the body in English, and gives it its sector.
    pub(crate) fn describe(&self, gazetteer: &Gazetteer, body: &Body, entity: &mut Entity) {
        let Some((english, sector)) = self.rows.get(body.row) else {
            return;
        };
        entity.sectors = vec![(*sector).to_owned()];
        if body.country.is_empty() {
            return;
        }
        body.country.clone_into(&mut entity.country);
        if let Some(country) = country_name(gazetteer, &body.country) {
            entity.name_en = format!("{english} of {country}");
            entity.evidence = "entities.body".into();
        }
    }
}

/// The country that the rest of a name says; nothing where it says something else.
fn of(gazetteer: &Gazetteer, rest: &str) -> Option<String> {
    let mut words = rest.split(' ').filter(|word| !word.is_empty()).peekable();
    if words.peek().is_none() {
        return Some(String::new());
    }
    let whole = gazetteer
        .find(rest)
        .chain(gazetteer.find(rest.split(' ').next().unwrap_or_default()));
    whole
        .filter(|posting| matches!(posting.kind, Kind::Demonym | Kind::Place))
        .filter_map(|posting| gazetteer.entry(posting.entry).map(|row| (posting.kind, row)))
        .find(|(kind, row)| !row.country.is_empty() && (*kind == Kind::Demonym || row.remark == "country"))
        .map(|(_, row)| row.country.to_owned())
}

/// English name of a country.
fn country_name(gazetteer: &Gazetteer, code: &str) -> Option<String> {
    gazetteer
        .country(code)
        .and_then(|id| gazetteer.entry(id))
        .map(|row| row.name_en())
}

/// Fills in country and sectors from the words of the names.
pub(crate) fn derive<'k>(gazetteer: &Gazetteer, keys: impl Iterator<Item = &'k str>, entity: &mut Entity) {
    for key in keys {
        for (number, word) in key.split(' ').enumerate() {
            for posting in gazetteer.find(word) {
                match posting.kind {
                    Kind::Demonym | Kind::Place
                        if entity.country.is_empty() && entity.entity_type != crate::document::EntityType::Person =>
                    {
                        if let Some(row) = gazetteer.entry(posting.entry)
                            && (posting.kind == Kind::Demonym || number > 0)
                            && !posting.weak
                        {
                            row.country.clone_into(&mut entity.country);
                        }
                    }
                    Kind::Head | Kind::HeadDefinite if number == 0 && entity.sectors.is_empty() => {
                        if let Some(row) = gazetteer.entry(posting.entry)
                            && row.sectors.len() == 3
                        {
                            entity.sectors.push(row.sectors.to_owned());
                        }
                    }
                    _ => {}
                }
            }
        }
        if !entity.country.is_empty() && !entity.sectors.is_empty() {
            return;
        }
    }
}
