//! Names that open with a class noun: «وزارة الداخلية الإيطالية», «قوات حفتر», «مطار صنعاء الدولي», «مدينة سرت».
//!
//! The class noun says how the name goes on (tables/names/heads.tsv). It stays in the name of an organisation, armed group,
//! facility or natural feature, and stays out of the name of a town or a newspaper.

mod media;
mod organization;
mod place;

use musnad_data::gazetteer::Kind;

use super::lookup::Match;
use super::words::Words;
use crate::document::EntityType;

/// Longest name that a class noun opens, in tokens.
const LONGEST: usize = 10;

/// What class of names a noun opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Organization,
    Armed,
    Media,
    Place,
    Camp,
    Facility,
    Landform,
    Miscellaneous,
}

/// How the names of a class noun go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) class: Class,
    /// Any content makes a name; otherwise a name or an adjective of nationality must be inside.
    any: bool,
    /// May coordinate: «العدل والمساواة».
    coordinates: bool,
    /// Goes on with «لـ»: «لحقوق الإنسان».
    purpose: bool,
    /// Goes on with «في» or «بـ» and a place.
    place: bool,
    /// Only with a quoted name: «عملية "السهم الذهبي"».
    quoted: bool,
}

impl Rule {
    /// Reads class and rule of `heads.tsv`.
    pub(crate) fn parse(remark: &str) -> Option<Self> {
        let (class, flags) = remark.split_once(' ')?;
        let class = match class {
            "org" => Class::Organization,
            "armed" => Class::Armed,
            "media" => Class::Media,
            "place" => Class::Place,
            "camp" => Class::Camp,
            "facility" => Class::Facility,
            "landform" => Class::Landform,
            "misc" => Class::Miscellaneous,
            _ => return None,
        };
        let has = |flag| flags.contains(flag);
        Some(Self {
            class,
            any: has('a'),
            coordinates: has('c'),
            purpose: has('l'),
            place: has('f'),
            quoted: has('q'),
        })
    }
}

/// A name found by its class noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// First token.
    pub(crate) start: usize,
    /// Bytes of particles on the first token.
    pub(crate) skip: u8,
    /// Token after the last.
    pub(crate) end: usize,
    pub(crate) entity_type: EntityType,
    /// Row of the name inside, where the class noun stays out.
    pub(crate) entry: Option<u32>,
    pub(crate) evidence: &'static str,
}

impl Words<'_, '_> {
    fn rule(&self, found: Match) -> Option<Rule> {
        Rule::parse(self.gazetteer.entry(found.entry)?.remark)
    }

    /// The name that a class noun at the token opens.
    pub(crate) fn headed(&self, token: usize) -> Option<Found> {
        let construct = self.lookup.word(token, Kind::Head);
        let definite = self.lookup.word(token, Kind::HeadDefinite);
        if let Some(found) = construct
            && let Some(rule) = self.rule(found)
        {
            return match rule.class {
                Class::Organization | Class::Armed => self.organization(token, found, rule),
                Class::Media => self.media(token, found, rule),
                Class::Place => self.place(token),
                Class::Camp => self.kept(token, found, EntityType::Geopolitical, "names.camp"),
                Class::Facility => self.kept(token, found, EntityType::Facility, "names.facility"),
                Class::Landform => self.kept(token, found, EntityType::Location, "names.landform"),
                Class::Miscellaneous => self.agreement(token, found, rule),
            };
        }
        let found = definite?;
        let rule = self.rule(found)?;
        let broadcaster = matches!(
            self.text.key(token).trim_start_matches(['و', 'ف', 'ب', 'ل']),
            "التلفزيون" | "الاذاعه" | "القناه" | "لتلفزيون" | "لاذاعه"
        );
        (matches!(rule.class, Class::Organization | Class::Armed) || broadcaster)
            .then(|| self.definite(token, found, rule))?
    }
}
