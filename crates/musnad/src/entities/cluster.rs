//! Gathers names into entities.

use std::collections::HashMap;

use musnad_data::gazetteer::{Entry, Gazetteer};

use super::homonyms::Votes;
use crate::document::{Entity, EntityId, EntityType, LatLon, Mention, MentionForm};
use crate::names::Name;
use crate::text::Text;

/// Names of one thing.
#[derive(Debug)]
struct Cluster {
    entity_type: EntityType,
    entry: Option<u32>,
    /// Folded forms, without marks.
    keys: Vec<String>,
}

/// The entities of a text while they grow.
#[derive(Debug)]
pub(crate) struct Clusters<'a, 't> {
    text: &'a Text<'t>,
    gazetteer: &'a Gazetteer,
    clusters: Vec<Cluster>,
    by_entry: HashMap<u32, u32>,
    by_key: HashMap<(EntityType, String), u32>,
    by_last: HashMap<String, u32>,
}

impl<'a, 't> Clusters<'a, 't> {
    pub(crate) fn new(text: &'a Text<'t>, gazetteer: &'a Gazetteer) -> Self {
        Self {
            text,
            gazetteer,
            clusters: Vec::new(),
            by_entry: HashMap::new(),
            by_key: HashMap::new(),
            by_last: HashMap::new(),
        }
    }

    /// The cluster of a name, made where there is none.
    pub(crate) fn place(&mut self, name: &Name) -> u32 {
        let key = bare(name.span.of(self.text.raw));
        let known = self.known(name, &key);
        let id = known.unwrap_or_else(|| {
            self.clusters.push(Cluster {
                entity_type: name.entity_type,
                entry: name.entry,
                keys: Vec::new(),
            });
            self.clusters.len() as u32 - 1
        });
        if let Some(cluster) = self.clusters.get_mut(id as usize) {
            if cluster.entry.is_none() {
                cluster.entry = name.entry;
            }
            if !cluster.keys.contains(&key) {
                cluster.keys.push(key.clone());
            }
        }
        if let Some(entry) = name.entry {
            self.by_entry.entry(entry).or_insert(id);
        }
        for form in forms(name.entity_type, &key) {
            self.by_key.entry((name.entity_type, form)).or_insert(id);
        }
        if name.entity_type == EntityType::Person
            && let Some(last) = key.split(' ').next_back()
        {
            self.by_last.insert(last.to_owned(), id);
        }
        id
    }

    fn known(&self, name: &Name, key: &str) -> Option<u32> {
        if let Some(id) = name.entry.and_then(|entry| self.by_entry.get(&entry)) {
            return Some(*id);
        }
        for form in forms(name.entity_type, key) {
            if let Some(id) = self.by_key.get(&(name.entity_type, form)) {
                return Some(*id);
            }
        }
        if name.entity_type != EntityType::Person {
            return None;
        }
        let mut parts = key.split(' ');
        let (first, last) = (
            parts.next().unwrap_or_default(),
            key.split(' ').next_back().unwrap_or_default(),
        );
        let id = *self.by_last.get(last)?;
        let cluster = self.clusters.get(id as usize)?;
        // Two full names with one family name are two people unless one's words are among the other's.
        let fits = |other: &String| {
            let mut shorter = if other.len() < key.len() {
                other.split(' ')
            } else {
                key.split(' ')
            };
            let longer: Vec<&str> = if other.len() < key.len() {
                key.split(' ').collect()
            } else {
                other.split(' ').collect()
            };
            shorter.all(|word| longer.contains(&word))
        };
        (first == last || cluster.keys.iter().any(fits)).then_some(id)
    }

    /// The entities, in the order of first mention; mentions are renumbered to match.
    pub(crate) fn entities(self, text: &Text<'_>, mentions: &mut [Mention]) -> Vec<Entity> {
        let mut order: Vec<Option<u32>> = vec![None; self.clusters.len()];
        let mut entities: Vec<Entity> = Vec::with_capacity(self.clusters.len());
        let keys = self.clusters.iter().flat_map(|cluster| cluster.keys.iter());
        let votes = Votes::count(self.gazetteer, keys.map(String::as_str));
        for mention in mentions.iter_mut() {
            let old = mention.entity.0 as usize;
            let Some(cluster) = self.clusters.get(old) else {
                continue;
            };
            let id = order.get(old).copied().flatten().unwrap_or_else(|| {
                let id = entities.len() as u32;
                entities.push(self.entity(id, cluster, &votes));
                id
            });
            if let Some(slot) = order.get_mut(old) {
                *slot = Some(id);
            }
            mention.entity = EntityId(id);
            let Some(entity) = entities.get_mut(id as usize) else {
                continue;
            };
            if mention.form == MentionForm::Name {
                let words = mention.span.of(text.raw);
                if words.chars().count() > entity.name.chars().count() {
                    let shorter = std::mem::replace(&mut entity.name, words.to_owned());
                    if !shorter.is_empty() {
                        entity.aliases.push(shorter);
                    }
                } else if words != entity.name && !entity.aliases.iter().any(|alias| alias == words) {
                    entity.aliases.push(words.to_owned());
                }
                entity.aliases.retain(|alias| *alias != entity.name);
                entity.score = entity.score.max(mention.score);
            }
        }
        entities
    }

    fn entity(&self, id: u32, cluster: &Cluster, votes: &Votes) -> Entity {
        let meant = cluster.entry.map(|entry| match cluster.keys.as_slice() {
            [key, ..] if cluster.entity_type == EntityType::Geopolitical => votes.choose(self.gazetteer, key, entry),
            _ => entry,
        });
        let row: Option<Entry> = meant.and_then(|entry| self.gazetteer.entry(entry));
        let mut entity = Entity {
            id: EntityId(id),
            entity_type: cluster.entity_type,
            name: String::new(),
            name_en: String::new(),
            wikidata: String::new(),
            geonames: None,
            country: String::new(),
            sectors: Vec::new(),
            location: None,
            aliases: Vec::new(),
            score: 0.0,
            evidence: "entities.string".into(),
        };
        if let Some(row) = row {
            row.name_en.clone_into(&mut entity.name_en);
            row.country.clone_into(&mut entity.country);
            entity.geonames = row.geonames;
            entity.location = row.location.map(|(lat, lon)| LatLon { lat, lon });
            entity.sectors = row
                .sectors
                .split(',')
                .filter(|sector| !sector.is_empty())
                .map(str::to_owned)
                .collect();
            entity.evidence = "entities.gazetteer".into();
        } else {
            super::facts::derive(self.gazetteer, cluster.keys.iter().map(String::as_str), &mut entity);
        }
        entity
    }
}

/// A name's words, folded, without quotation marks, «لـ» of an article made «ال» again.
fn bare(words: &str) -> String {
    let mut key = musnad_data::fold::key(words).replace(['"', '«', '»', '“', '”', '\''], "");
    if key.starts_with("لل") {
        // «للحوثيين» quotes «لحوثيين».
        key = key.replacen("لل", "ال", 1);
    }
    key.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The forms under which a name may be found again.
fn forms(entity_type: EntityType, key: &str) -> Vec<String> {
    let mut forms = vec![key.to_owned()];
    if key.starts_with('ل') {
        // The alif of the article was swallowed by «ل»: «لسفارة» is «السفارة».
        forms.push(format!("ا{key}"));
    }
    if key.contains("اميرك") {
        forms.push(key.replace("اميرك", "امريك"));
    }
    if entity_type == EntityType::Organization {
        let plain = forms[forms.len() - 1].clone();
        if let Some((head, rest)) = plain.split_once(' ')
            && matches!(
                head,
                "حركه"
                    | "تنظيم"
                    | "جماعه"
                    | "جبهه"
                    | "حزب"
                    | "مليشيات"
                    | "ميليشيات"
                    | "وكاله"
                    | "صحيفه"
                    | "قناه"
                    | "كتايب"
                    | "منظمه"
            )
        {
            forms.push(rest.to_owned());
        }
        if let Some(stem) = plain.strip_suffix("ون") {
            forms.push(format!("{stem}ين"));
        }
    }
    forms
}
