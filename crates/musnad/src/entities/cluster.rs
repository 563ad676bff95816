//! Gathers names into entities.

use std::collections::HashMap;

use musnad_data::gazetteer::{Entry, Gazetteer};

use super::facts::{Bodies, Body};
use crate::document::{Entity, EntityId, EntityType, LatLon, Mention, MentionForm, PlaceResolution};
use crate::names::Name;
use crate::text::Text;

/// Names of one thing.
#[derive(Debug)]
struct Cluster {
    entity_type: EntityType,
    entry: Option<u32>,
    /// Folded forms, without marks.
    keys: Vec<String>,
    /// A point worked out from the text, and how far off it may be.
    point: Option<(LatLon, f32)>,
    /// The body that every country has, and the country of this one.
    body: Option<Body>,
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
    /// Persons by the consonants of their names.
    by_skeleton: HashMap<String, u32>,
    /// Bodies by their row.
    by_body: HashMap<usize, Vec<u32>>,
    bodies: &'a Bodies,
}

impl<'a, 't> Clusters<'a, 't> {
    pub(crate) fn new(text: &'a Text<'t>, gazetteer: &'a Gazetteer, bodies: &'a Bodies) -> Self {
        Self {
            text,
            gazetteer,
            clusters: Vec::new(),
            by_entry: HashMap::new(),
            by_key: HashMap::new(),
            by_last: HashMap::new(),
            by_skeleton: HashMap::new(),
            by_body: HashMap::new(),
            bodies,
        }
    }

    /// The cluster of a name, made where there is none.
    pub(crate) fn put(&mut self, name: &Name) -> u32 {
        let key = bare(name.span.of(self.text.raw));
        let body = (name.entity_type == EntityType::Organization && name.entry.is_none())
            .then(|| self.bodies.read(self.gazetteer, &key))
            .flatten();
        let known = self.known(name, &key).or_else(|| self.same_body(body.as_ref()?));
        let id = known.unwrap_or_else(|| self.open(name.entity_type, name.entry));
        if let Some(body) = body {
            self.note_body(id, body);
        }
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
        if name.entity_type == EntityType::Person {
            self.note_person(&key, id);
        }
        id
    }

    fn open(&mut self, entity_type: EntityType, entry: Option<u32>) -> u32 {
        self.clusters.push(Cluster {
            entity_type,
            entry,
            keys: Vec::new(),
            point: None,
            body: None,
        });
        self.clusters.len() as u32 - 1
    }

    fn note_person(&mut self, key: &str, id: u32) {
        if let Some(last) = key.split(' ').next_back() {
            self.by_last.insert(last.to_owned(), id);
        }
        let skeleton = skeleton(key);
        if skeleton.contains(' ') {
            self.by_skeleton.entry(skeleton).or_insert(id);
        }
    }

    /// «وزارة الدفاع» alone is the ministry that the text spoke of last; two countries have two.
    fn same_body(&self, body: &Body) -> Option<u32> {
        let clusters = self.by_body.get(&body.row)?;
        clusters.iter().rev().copied().find(|id| {
            self.clusters
                .get(*id as usize)
                .and_then(|cluster| cluster.body.as_ref())
                .is_some_and(|other| {
                    other.country == body.country || other.country.is_empty() || body.country.is_empty()
                })
        })
    }

    fn note_body(&mut self, id: u32, body: Body) {
        let clusters = self.by_body.entry(body.row).or_default();
        clusters.retain(|other| *other != id);
        clusters.push(id);
        if let Some(cluster) = self.clusters.get_mut(id as usize)
            && cluster.body.as_ref().is_none_or(|known| known.country.is_empty())
        {
            cluster.body = Some(body);
        }
    }

    /// The cluster of a row of the tables, made where the text does not name it.
    pub(crate) fn listed(&mut self, entry: u32, entity_type: EntityType) -> u32 {
        if let Some(id) = self.by_entry.get(&entry) {
            return *id;
        }
        let id = self.open(entity_type, Some(entry));
        self.by_entry.insert(entry, id);
        if let Some(row) = self.gazetteer.entry(entry) {
            let key = bare(&row.name());
            self.by_key.entry((entity_type, key.clone())).or_insert(id);
            if let Some(cluster) = self.clusters.get_mut(id as usize) {
                cluster.keys.push(key);
            }
        }
        id
    }

    /// A place that only the text says where it lies.
    pub(crate) fn pointed(&mut self, point: LatLon, radius: f32) -> u32 {
        let id = self.open(EntityType::Location, None);
        self.point_at(id, point, radius);
        id
    }

    /// Says where the place of a cluster lies by the text.
    pub(crate) fn point_at(&mut self, id: u32, point: LatLon, radius: f32) {
        if let Some(cluster) = self.clusters.get_mut(id as usize) {
            cluster.point.get_or_insert((point, radius));
        }
    }

    /// Links a person that no table has under this spelling to a row whose name has the same consonants.
    pub(crate) fn same_person(&mut self, id: u32, entry: u32) -> bool {
        let Some(row) = self.gazetteer.entry(entry) else {
            return false;
        };
        let known = skeleton(&bare(&row.name()));
        let last = known.split(' ').next_back().unwrap_or_default().to_owned();
        match self.clusters.get_mut(id as usize) {
            Some(cluster) if cluster.entry == Some(entry) => true,
            Some(cluster) if cluster.entry.is_none() => {
                let fits = |key: &String| {
                    let other = skeleton(key);
                    other == known || other.split(' ').next_back() == Some(last.as_str())
                };
                let fits = cluster.keys.iter().any(fits);
                if fits {
                    cluster.entry = Some(entry);
                    self.by_entry.entry(entry).or_insert(id);
                }
                fits
            }
            _ => false,
        }
    }

    /// The row of a cluster's entity.
    pub(crate) fn entry_of(&self, id: u32) -> Option<u32> {
        self.clusters.get(id as usize)?.entry
    }

    /// Where the place of a cluster lies, by a choice among its rows, and how far off it may be.
    pub(crate) fn place_of(&self, id: u32, chosen: &HashMap<u32, u32>) -> Option<(LatLon, f32)> {
        let entry = chosen.get(&id).copied().or_else(|| self.entry_of(id))?;
        let row = self.gazetteer.entry(entry)?;
        let (lat, lon) = row.location?;
        Some((LatLon { lat, lon }, radius(&row)?))
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
        if let Some(id) = self.by_skeleton.get(&skeleton(key)) {
            return Some(*id);
        }
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
    pub(crate) fn entities(
        self,
        text: &Text<'_>,
        mentions: &mut [Mention],
        chosen: &HashMap<u32, u32>,
    ) -> (Vec<Entity>, Vec<Option<u32>>) {
        let mut order: Vec<Option<u32>> = vec![None; self.clusters.len()];
        let mut entities: Vec<Entity> = Vec::with_capacity(self.clusters.len());
        for mention in mentions.iter_mut() {
            let old = mention.entity.0 as usize;
            let Some(cluster) = self.clusters.get(old) else {
                continue;
            };
            let id = order.get(old).copied().flatten().unwrap_or_else(|| {
                let id = entities.len() as u32;
                entities.push(self.entity(id, cluster, chosen.get(&(old as u32)).copied()));
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
        for mention in mentions.iter() {
            if let Some(entity) = entities.get_mut(mention.entity.0 as usize) {
                entity.score = entity.score.max(mention.score);
            }
        }
        for entity in &mut entities {
            if entity.name_en.is_empty() {
                entity.romanized = super::romanize::romanize(self.gazetteer, &entity.name);
            }
        }
        // What no name names is called by its words: «450 كيلومترا شرق طرابلس».
        for mention in mentions.iter() {
            if let Some(entity) = entities.get_mut(mention.entity.0 as usize)
                && entity.name.is_empty()
            {
                mention.span.of(text.raw).clone_into(&mut entity.name);
            }
        }
        (entities, order)
    }

    fn entity(&self, id: u32, cluster: &Cluster, chosen: Option<u32>) -> Entity {
        let meant = chosen.or(cluster.entry);
        let row: Option<Entry<'_>> = meant.and_then(|entry| self.gazetteer.entry(entry));
        let mut entity = Entity::new(EntityId(id), cluster.entity_type);
        if let Some(row) = row {
            entity.name_en = row.name_en();
            self.place(&row, cluster.entity_type, &mut entity);
            if cluster.keys.is_empty() || !self.is_named(cluster) {
                // Only an office speaks of the person.
                entity.name = row.name();
            }
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
            if let Some(body) = &cluster.body {
                self.bodies.describe(self.gazetteer, body, &mut entity);
            }
        }
        if let Some((point, radius)) = cluster.point.filter(|_| entity.location.is_none()) {
            entity.location = Some(point);
            entity.radius_km = Some(radius);
            entity.resolution = Some(PlaceResolution::Offset);
            entity.evidence = "entities.offset".into();
        }
        entity
    }

    /// Whether a name of the text, not an office alone, opened the cluster.
    fn is_named(&self, cluster: &Cluster) -> bool {
        cluster.keys.iter().any(|key| {
            self.by_last
                .contains_key(key.split(' ').next_back().unwrap_or_default())
        }) || cluster.entity_type != EntityType::Person
    }

    /// Resolution, reach and divisions of a place.
    fn place(&self, row: &Entry<'_>, entity_type: EntityType, entity: &mut Entity) {
        if row.location.is_none() {
            return;
        }
        entity.resolution = match (entity_type, row.level, row.remark) {
            (EntityType::Person | EntityType::Organization | EntityType::Miscellaneous, ..) => None,
            (EntityType::Facility, ..) => Some(PlaceResolution::Site),
            (EntityType::Location, ..) => Some(PlaceResolution::Area),
            (_, _, "country") => Some(PlaceResolution::Country),
            (_, Some(1), _) | (_, _, "regions") => Some(PlaceResolution::Province),
            (_, Some(_), _) => Some(PlaceResolution::District),
            _ => Some(PlaceResolution::Town),
        };
        entity.radius_km = entity.resolution.and_then(|_| radius(row));
        let mut next = row.division;
        while let Some(division) = next.and_then(|id| self.gazetteer.entry(id)) {
            match division.level {
                Some(1) => entity.admin1 = division.name_en(),
                _ => entity.admin2 = division.name_en(),
            }
            next = division.division;
        }
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

/// How far off the point of a place may be, in kilometres; a country has none.
fn radius(row: &Entry<'_>) -> Option<f32> {
    match (row.remark, row.radius_km, row.population) {
        ("country" | "landforms" | "regions", ..) => None,
        (_, Some(radius), _) => Some(f32::from(radius)),
        (_, _, Some(population)) => Some(match population {
            0..20_000 => 2.0,
            20_000..300_000 => 5.0,
            300_000..2_000_000 => 10.0,
            _ => 20.0,
        }),
        _ => Some(5.0),
    }
}

/// The consonants of a name, those that desks take for each other made one: «ترامب» and «ترمب», «غوتيريش» and «جوتيريش».
fn skeleton(key: &str) -> String {
    let mut skeleton = String::with_capacity(key.len());
    for c in key.chars() {
        let c = match c {
            'ا' | 'و' | 'ي' | 'ه' | 'ء' | 'ع' => continue,
            'غ' | 'ج' | 'ق' | 'ك' => 'ك',
            'ث' | 'ط' => 'ت',
            'ذ' | 'ض' | 'ظ' => 'د',
            'ص' | 'ش' | 'ز' => 'س',
            'ڤ' => 'ف',
            other => other,
        };
        if !skeleton.ends_with(c) {
            skeleton.push(c);
        }
    }
    // Too little is left of a short word to tell it from others.
    let tells = skeleton.split(' ').all(|word| word.chars().count() >= 2);
    if tells { skeleton } else { key.to_owned() }
}
