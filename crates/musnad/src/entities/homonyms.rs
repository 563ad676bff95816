//! Which of several places of one name is meant: Zinjibar in Yemen or Zanzibar in Tanzania («زنجبار»).
//!
//! The country that the unambiguous names of the text speak of most decides; where none of the candidates' countries is
//! named, the table's first (the largest) stays.

use std::collections::HashMap;

use musnad_data::gazetteer::{Gazetteer, Kind};

/// How often each country (ISO 3166-1 alpha-3) is spoken of.
#[derive(Debug, Default)]
pub(crate) struct Votes {
    by_country: HashMap<&'static str, u32>,
}

impl Votes {
    /// Counts the countries of all keys that leave no doubt.
    pub(crate) fn count<'k>(gazetteer: &Gazetteer, keys: impl Iterator<Item = &'k str>) -> Self {
        let mut votes = Self::default();
        for key in keys {
            let countries = countries(gazetteer, key);
            if let [country] = countries.as_slice() {
                *votes.by_country.entry(country).or_default() += 1;
            }
        }
        votes
    }

    fn of(&self, country: &str) -> u32 {
        self.by_country.get(country).copied().unwrap_or_default()
    }

    /// The row that the text means by the name, where it speaks of its country more than of the default's.
    pub(crate) fn choose(&self, gazetteer: &Gazetteer, key: &str, default: u32) -> u32 {
        let votes = |id: u32| gazetteer.entry(id).map_or(0, |row| self.of(row.country));
        let mut best = (votes(default), default);
        for posting in gazetteer.find(key).filter(|posting| posting.kind == Kind::Place) {
            let here = votes(posting.entry);
            if here > best.0 {
                best = (here, posting.entry);
            }
        }
        best.1
    }
}

/// The countries that a name may speak of, without repetition.
fn countries(gazetteer: &Gazetteer, key: &str) -> Vec<&'static str> {
    let mut countries = Vec::new();
    for posting in gazetteer
        .find(key)
        .filter(|posting| matches!(posting.kind, Kind::Place | Kind::Demonym))
    {
        if let Some(row) = gazetteer.entry(posting.entry).filter(|row| !row.country.is_empty())
            && !countries.contains(&row.country)
        {
            countries.push(row.country);
        }
    }
    countries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(context: &[&str]) -> &'static str {
        let gazetteer = Gazetteer::new().unwrap();
        let default = gazetteer
            .find("زنجبار")
            .find(|posting| posting.kind == Kind::Place && !posting.weak)
            .unwrap();
        let votes = Votes::count(&gazetteer, context.iter().copied());
        let id = votes.choose(&gazetteer, "زنجبار", default.entry);
        gazetteer.entry(id).unwrap().country
    }

    #[test]
    fn the_country_of_the_text_decides() {
        assert_eq!(english(&["اليمن", "عدن"]), "YEM");
        assert_eq!(english(&["تنزانيا"]), "TZA");
    }

    #[test]
    fn names_of_the_same_town_do_not_vote_for_themselves() {
        assert_eq!(english(&["زنجبار"]), english(&[]));
    }
}
