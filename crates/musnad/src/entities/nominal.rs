//! Definite class nouns that refer back: «البعثة» after «بعثة الأمم المتحدة», «الحكومة» after «حكومة الوفاق», «المطار» after
//! «مطار بنينا», «المدينة» after «مدينة سرت», «البلاد» (the country) after a name of the country or of a place in it.
//!
//! Not handled: «العاصمة», «المنطقة» and «الحدود», which mean too many things; plurals and duals.

use std::collections::HashMap;

use musnad_data::gazetteer::Gazetteer;

use crate::document::{EntityType, Mention, MentionForm};
use crate::morphology::{Features, Morphology};
use crate::names::Name;
use crate::text::Text;
use crate::text::token::TokenKind;

/// Nouns of a settlement: the last one named is meant, whatever noun stood before it. Folded, as [`COUNTRY`].
const TOWN: [&str; 3] = ["بلده", "قريه", "مدينه"];
/// Nouns of a country.
const COUNTRY: [&str; 2] = ["بلاد", "بلد"];

/// What definite nouns can mean so far: indices of names.
#[derive(Default)]
struct Latest {
    /// By the class noun that the name begins with or stands after.
    by_noun: HashMap<String, usize>,
    town: Option<usize>,
    countries: HashMap<String, Country>,
    /// The country of the last place.
    here: String,
}

/// How often a country and places in it were named, and its last name.
#[derive(Default)]
struct Country {
    named: usize,
    index: Option<usize>,
}

/// Adds the nominal mentions of a text; `mentions` holds those of `names`, in the same order.
pub(super) fn find(
    text: &Text<'_>,
    morphology: &Morphology,
    gazetteer: &Gazetteer,
    names: &[Name],
    mentions: &mut Vec<Mention>,
) {
    let mut latest = Latest::default();
    let mut next = 0;
    let mut token = 0;
    let mut found = Vec::new();
    while token < text.tokens.len() {
        if let Some(name) = names.get(next)
            && name.tokens.start <= token
        {
            latest.note(text, gazetteer, names, next);
            token = name.tokens.end.max(token + 1);
            next += 1;
            continue;
        }
        if text.kind(token) == TokenKind::Word
            && let Some((antecedent, evidence)) = latest.meant(text, morphology, token)
            && let Some(mention) = mentions.get(antecedent)
        {
            let span = text.word_span(token, morphology.best(token));
            found.push(Mention {
                span,
                head: span,
                entity_type: mention.entity_type,
                form: MentionForm::Nominal,
                entity: mention.entity,
                title: None,
                score: 0.6,
                evidence: evidence.into(),
            });
        }
        token += 1;
    }
    mentions.append(&mut found);
}

impl Latest {
    fn note(&mut self, text: &Text<'_>, gazetteer: &Gazetteer, names: &[Name], index: usize) {
        let Some(name) = names.get(index) else { return };
        let place = matches!(
            name.entity_type,
            EntityType::Geopolitical | EntityType::Facility | EntityType::Location
        );
        if (place || name.entity_type == EntityType::Organization) && name.tokens.len() > 1 {
            let first = musnad_data::fold::key(name.span.of(text.raw));
            let first = first.split(' ').next().unwrap_or_default();
            self.by_noun.insert(bare(first).to_owned(), index);
        }
        if name.entity_type != EntityType::Geopolitical {
            return;
        }
        // «مدينة سرت»: the noun is no part of the name.
        if let Some(before) = name.tokens.start.checked_sub(1).map(|before| text.key(before)) {
            let noun = TOWN
                .iter()
                .chain(&["محافظه", "مخيم", "ولايه", "اقليم", "ناحيه", "قضاء"])
                .find(|noun| {
                    before
                        .strip_suffix(**noun)
                        .is_some_and(|particles| matches!(particles, "" | "و" | "ب" | "ل" | "وب" | "ول"))
                });
            if let Some(noun) = noun {
                self.by_noun.insert((*noun).to_owned(), index);
            }
        }
        let Some(row) = name.entry.and_then(|entry| gazetteer.entry(entry)) else {
            return;
        };
        if row.country.is_empty() {
            return;
        }
        row.country.clone_into(&mut self.here);
        let country = self.countries.entry(row.country.to_owned()).or_default();
        country.named += 1;
        if row.remark == "country" {
            country.index = Some(index);
        } else if row.level.is_none() && row.remark != "regions" {
            self.town = Some(index);
        }
    }

    /// The country that the text is about: named most often, with its places, or last.
    fn country(&self) -> Option<usize> {
        let known = self
            .countries
            .iter()
            .filter_map(|(code, country)| Some((code, country.named, country.index?)));
        let weight =
            |(code, named, index): &(&String, usize, usize)| (named + usize::from(**code == self.here), *index);
        known.max_by_key(weight).map(|(.., index)| index)
    }

    /// The name that the noun at the token refers to, and the rule.
    fn meant(&self, text: &Text<'_>, morphology: &Morphology, token: usize) -> Option<(usize, &'static str)> {
        let reading = morphology.best(token);
        let key = text.word_key(token, reading);
        let noun = key.strip_prefix("ال").or_else(|| {
            key.strip_prefix("لل")
                .or(key.strip_prefix('ل'))
                .filter(|_| reading.prefix > 0)
        })?;
        // «المدينة القديمة» is a part of it, «البلدان» another noun.
        let narrowed = morphology.best(token + 1).features.has(Features::DEFINITE)
            && morphology.best(token + 1).pos == crate::morphology::Pos::Adjective;
        if TOWN.contains(&noun) {
            let antecedent = self.by_noun.get(noun).copied().or(self.town)?;
            return (!narrowed).then_some((antecedent, "entities.class_noun"));
        }
        if COUNTRY.contains(&noun) {
            return self
                .country()
                .filter(|_| !narrowed)
                .map(|country| (country, "entities.country_noun"));
        }
        let antecedent = self.by_noun.get(noun).copied()?;
        Some((antecedent, "entities.class_noun"))
    }
}

fn bare(word: &str) -> &str {
    word.strip_prefix("ال").unwrap_or(word)
}
