//! What kind of side a participant is on: of a state, armed, unarmed, a crowd.
//!
//! «هاجم مسلحون ثكنة للجيش» (gunmen attacked a barracks of the army): who holds the barracks is armed.

use crate::document::Entity;
use crate::events::Findings;
use crate::events::argument::Party;
use crate::events::class::Class;
use crate::morphology::{Features, Proclitics};

/// Things that soldiers and fighters hold or move in.
const HOLDINGS: [&str; 13] = [
    "معسكر",
    "معسكرات",
    "ثكنه",
    "ثكنات",
    "دوريه",
    "دوريات",
    "رتل",
    "ارتال",
    "حاجز",
    "حواجز",
    "تحصينات",
    "دبابه",
    "دبابات",
];

/// The sides of an event.
#[derive(Debug, Clone, Copy)]
pub(in crate::events) struct Sides<'a> {
    pub(in crate::events) findings: Findings<'a>,
}

impl<'a> Sides<'a> {
    /// An army, police, fighters, or what they hold.
    pub(super) fn is_armed(self, party: &Party) -> bool {
        if let Some(mut sectors) = self.sectors_of_name(party) {
            return sectors.any(|sector| matches!(sector, "MIL" | "COP" | "REB" | "PRM" | "UAF" | "IMG"));
        }
        !self.is_homograph(party) && (party.class.any(Class::ARMED) || self.is_held(party))
    }

    /// An army, police, a government, a country.
    pub(super) fn is_state(self, party: &Party) -> bool {
        if let Some(mut sectors) = self.sectors_of_name(party) {
            return sectors.any(|sector| matches!(sector, "MIL" | "COP" | "GOV" | "SPY" | "JUD"));
        }
        let by_word = self
            .findings
            .morphology
            .best(party.start)
            .entry()
            .is_some_and(|lexeme| matches!(lexeme.sector, "MIL" | "COP" | "GOV" | "SPY" | "JUD"));
        by_word && !self.is_of_rebels(party)
    }

    /// A country by its name.
    pub(in crate::events) fn is_country(self, party: &Party) -> bool {
        party.class.any(Class::GPE)
            && self.entity(party).is_some_and(|entity| {
                !entity.country.is_empty() && (entity.geonames.is_none() || entity.evidence.contains("country"))
            })
    }

    /// The sector of who is named, else of the first word.
    pub(in crate::events) fn sector(self, party: &Party) -> &'a str {
        self.entity(party)
            .and_then(|entity| entity.sectors.first())
            .map(String::as_str)
            .or_else(|| self.sector_of_word(party))
            .unwrap_or_default()
    }

    /// «رئيس نادي الصيد» heads a club: of whom heads something, that says it.
    fn sector_of_word(self, party: &Party) -> Option<&'static str> {
        let morphology = self.findings.morphology;
        let reading = morphology.best(party.start);
        let lexeme = reading.entry()?;
        let heads = matches!(
            lexeme.lemma,
            "رئيس" | "مدير" | "أمين" | "نائب" | "عضو" | "ممثل" | "مسؤول"
        );
        if self.is_homograph(party) {
            return None;
        }
        if !heads || reading.features.has(Features::DEFINITE) || reading.proclitics.has(Proclitics::AL) {
            return Some(lexeme.sector);
        }
        (party.start + 1..party.end)
            .filter_map(|at| morphology.best(at).entry())
            .find_map(|lexeme| match (lexeme.lemma, lexeme.sector) {
                ("جمهورية" | "دولة" | "وزراء" | "بلاد", _) => Some("GOV"),
                (_, "-" | "") => None,
                (_, sector) => Some(sector),
            })
    }

    /// People without weapons.
    pub(super) fn is_unarmed(self, party: &Party) -> bool {
        let unarmed = Class::HUMAN
            .with(Class::CIVILIAN)
            .with(Class::JOURNALIST)
            .with(Class::MEDIC)
            .with(Class::OFFICIAL)
            .with(Class::PERSON)
            .with(Class::KILLED)
            .with(Class::INJURED);
        party.class.any(unarmed) && !self.is_armed(party)
    }

    /// Demonstrators, people in the street; tribes fight as bodies.
    pub(super) fn is_crowd(self, party: &Party) -> bool {
        party.class.any(Class::CROWD) && !party.class.any(Class::ORG) && !self.is_armed(party)
    }

    /// Sectors of the entity that the whole party names: of a person, of a group; nothing where they are not known.
    fn sectors_of_name(self, party: &Party) -> Option<impl Iterator<Item = &'a str>> {
        // «مواقع الحوثيين»: positions of those who are named.
        let entity = self.entity(party)?;
        (!entity.sectors.is_empty()).then(move || entity.sectors.iter().map(String::as_str))
    }

    fn entity(self, party: &Party) -> Option<&'a Entity> {
        let mention = self.findings.mentions.get(party.name? as usize)?;
        self.findings.entities.get(mention.entity.0 as usize)
    }

    /// «القوى الكبرى» are no forces, «رواد السوق» no majors.
    fn is_homograph(self, party: &Party) -> bool {
        let at = party.start;
        let (text, morphology) = (self.findings.text, self.findings.morphology);
        let word = text.stem_key(at, morphology.best(at));
        let next = at + 1 < party.end && text.stem_key(at + 1, morphology.best(at + 1)) == "امن";
        word == "قوي" && !next || word == "رواد"
    }

    /// «قوات المعارضة», «القوات المتمردة»
    fn is_of_rebels(self, party: &Party) -> bool {
        let (text, morphology) = (self.findings.text, self.findings.morphology);
        (party.start + 1..party.end).any(|at| {
            let reading = morphology.best(at);
            reading
                .entry()
                .is_some_and(|lexeme| matches!(lexeme.sector, "REB" | "OPP" | "PRM"))
                || matches!(text.stem_key(at, reading), "معارضه" | "متمرده" | "متمردين" | "حفتر")
        })
    }

    /// «معسكرا», «موقعا عسكريا», «نقطة للجيش»
    fn is_held(self, party: &Party) -> bool {
        let (text, morphology) = (self.findings.text, self.findings.morphology);
        let owner = party.end;
        let of_an_army = |at: usize| {
            let reading = morphology.best(at);
            reading.entry().is_some_and(|lexeme| {
                matches!(lexeme.sector, "MIL" | "COP" | "REB" | "PRM" | "UAF") && !lexeme.has_tag("official")
            })
        };
        (party.start..party.end).any(|at| {
            let stem = text.stem_key(at, morphology.best(at));
            let stem = stem.strip_suffix('ا').unwrap_or(stem);
            HOLDINGS.contains(&stem) || matches!(stem, "عسكري" | "عسكريه") || of_an_army(at)
        }) || morphology.best(owner).proclitics.has(Proclitics::LI) && of_an_army(owner)
    }
}
