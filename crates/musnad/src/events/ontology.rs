//! What PLOVER and ACLED make of an event: quad class, intensity, ACLED's code.

use musnad_data::events;
use rustc_hash::FxHashMap;

use super::lexicon::read_mode;
use super::words::{fault, rows};
use crate::document::{AcledCode, EventMode, EventType, QuadClass};
use crate::error::Error;

/// Facts that the rules from PLOVER to ACLED ask for.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "one bit for each condition of the table")]
pub(super) struct Facts {
    pub(super) armed_recipient: bool,
    pub(super) unarmed_recipient: bool,
    pub(super) two_sided: bool,
    pub(super) protesters: bool,
    pub(super) crowd_actor: bool,
    pub(super) grave: bool,
    pub(super) harmed: bool,
    pub(super) chemical: bool,
    pub(super) grenade: bool,
    pub(super) territory: bool,
    pub(super) government: bool,
    pub(super) weapons: bool,
    pub(super) property: bool,
    pub(super) base: bool,
    pub(super) displaced: bool,
    pub(super) dispersed: bool,
    pub(super) conflict_parties: bool,
    pub(super) truce: bool,
}

#[derive(Debug, Clone, Copy)]
enum When {
    Always,
    OneSided,
    Chemical,
    Grenade,
    ProtestersHarmed,
    UnarmedRecipient,
    ArmedRecipient,
    GovernmentGain,
    TerritoryGain,
    CrowdActor,
    Dispersed,
    BetweenFighters,
    Base,
    Weapons,
    Property,
    Displaced,
    Harmless,
    Truce,
}

impl When {
    fn read(word: &str) -> Option<Self> {
        Some(match word {
            "always" => Self::Always,
            "one-sided" => Self::OneSided,
            "chemical" => Self::Chemical,
            "grenade" => Self::Grenade,
            "protesters-harmed" => Self::ProtestersHarmed,
            "unarmed-recipient" => Self::UnarmedRecipient,
            "armed-recipient" => Self::ArmedRecipient,
            "government-gain" => Self::GovernmentGain,
            "territory-gain" => Self::TerritoryGain,
            "crowd-actor" => Self::CrowdActor,
            "dispersed" => Self::Dispersed,
            "between-fighters" => Self::BetweenFighters,
            "base" => Self::Base,
            "weapons" => Self::Weapons,
            "displaced" => Self::Displaced,
            "property" => Self::Property,
            "nobody-harmed" => Self::Harmless,
            "truce" => Self::Truce,
            _ => return None,
        })
    }

    fn holds(self, facts: Facts) -> bool {
        match self {
            Self::Always => true,
            Self::OneSided => !facts.two_sided && !facts.territory,
            Self::Chemical => facts.chemical,
            Self::Grenade => facts.grenade,
            Self::ProtestersHarmed => facts.protesters && facts.grave,
            Self::UnarmedRecipient => facts.unarmed_recipient && !facts.armed_recipient,
            Self::ArmedRecipient => facts.armed_recipient || facts.two_sided,
            Self::GovernmentGain => facts.territory && facts.government,
            Self::TerritoryGain => facts.territory,
            Self::CrowdActor => facts.crowd_actor,
            Self::Dispersed => facts.dispersed,
            Self::BetweenFighters => facts.conflict_parties,
            Self::Base => facts.base,
            Self::Weapons => facts.weapons,
            Self::Displaced => facts.displaced,
            Self::Property => facts.property,
            Self::Harmless => !facts.harmed && !facts.armed_recipient,
            Self::Truce => facts.truce,
        }
    }
}

#[derive(Debug, Clone)]
struct Rule {
    kind: EventType,
    modes: Vec<Option<EventMode>>,
    when: When,
    code: AcledCode,
}

/// The tables of both ontologies.
#[derive(Debug, Clone)]
pub(super) struct Ontology {
    plover: FxHashMap<(EventType, Option<EventMode>), (QuadClass, Option<f32>)>,
    acled: Vec<Rule>,
}

impl Ontology {
    pub(super) fn new() -> Result<Self, Error> {
        let mut plover = FxHashMap::default();
        for (line, row) in rows(events::PLOVER) {
            let wrong = |what: &str| fault("events/plover.tsv", line, what);
            let columns: Vec<&str> = row.split('\t').collect();
            let &[kind, mode, quad, intensity] = columns.as_slice() else {
                return Err(wrong("wants four columns"));
            };
            let kind = EventType::from_code(kind).ok_or_else(|| wrong("no PLOVER type"))?;
            let quad = match quad {
                "verbal_cooperation" => QuadClass::VerbalCooperation,
                "material_cooperation" => QuadClass::MaterialCooperation,
                "verbal_conflict" => QuadClass::VerbalConflict,
                "material_conflict" => QuadClass::MaterialConflict,
                _ => return Err(wrong("no quad class")),
            };
            let mode = match mode {
                "sideAB" => Some(EventMode::SideAb),
                _ => read_mode(mode).map_err(|()| wrong("no PLOVER mode"))?,
            };
            plover.insert((kind, mode), (quad, intensity.parse::<f32>().ok()));
        }
        let mut acled = Vec::new();
        for (line, row) in rows(events::ACLED) {
            let wrong = |what: &str| fault("events/acled.tsv", line, what);
            let columns: Vec<&'static str> = row.split('\t').collect();
            let &[kind, modes, when, event_type, sub_event_type] = columns.as_slice() else {
                return Err(wrong("wants five columns"));
            };
            acled.push(Rule {
                kind: EventType::from_code(kind).ok_or_else(|| wrong("no PLOVER type"))?,
                modes: modes
                    .split('|')
                    .map(read_mode)
                    .collect::<Result<_, _>>()
                    .map_err(|()| wrong("no PLOVER mode"))?,
                when: When::read(when).ok_or_else(|| wrong("unknown condition"))?,
                code: AcledCode {
                    event_type,
                    sub_event_type,
                },
            });
        }
        Ok(Self { plover, acled })
    }

    /// Quad class and intensity.
    pub(super) fn plover(&self, kind: EventType, mode: Option<EventMode>) -> (QuadClass, Option<f32>) {
        let (quad, base) = self
            .plover
            .get(&(kind, None))
            .copied()
            .unwrap_or((QuadClass::VerbalConflict, None));
        let intensity = mode.and_then(|_| self.plover.get(&(kind, mode)).and_then(|(_, intensity)| *intensity));
        (quad, intensity.or(base))
    }

    /// Whether PLOVER has the mode for the type.
    pub(super) fn allows(&self, kind: EventType, mode: EventMode) -> bool {
        self.plover.contains_key(&(kind, Some(mode)))
    }

    /// ACLED's code, by the first rule that holds.
    pub(super) fn acled(&self, kind: EventType, mode: Option<EventMode>, facts: Facts) -> Option<AcledCode> {
        self.acled
            .iter()
            .find(|rule| rule.kind == kind && rule.modes.contains(&mode) && rule.when.holds(facts))
            .map(|rule| rule.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_and_mode_has_a_class() {
        let ontology = Ontology::new().unwrap();
        for kind in EventType::ALL {
            assert!(ontology.plover.contains_key(&(*kind, None)), "{}", kind.code());
        }
        for mode in EventMode::ALL {
            assert!(
                EventType::ALL.iter().any(|kind| ontology.allows(*kind, *mode)),
                "{}",
                mode.code()
            );
        }
        assert_eq!(
            ontology.plover(EventType::Assault, Some(EventMode::Aerial)),
            (QuadClass::MaterialConflict, Some(-9.5))
        );
    }

    #[test]
    fn acled_rules_hold_in_order() {
        let ontology = Ontology::new().unwrap();
        let code = |mode, facts| {
            ontology
                .acled(EventType::Assault, mode, facts)
                .map(|code| code.sub_event_type)
        };
        let clash = Facts {
            two_sided: true,
            ..Facts::default()
        };
        assert_eq!(code(None, clash), Some("Armed clash"));
        assert_eq!(
            code(
                None,
                Facts {
                    territory: true,
                    government: true,
                    ..clash
                }
            ),
            Some("Government regains territory")
        );
        assert_eq!(
            code(
                None,
                Facts {
                    unarmed_recipient: true,
                    ..Facts::default()
                }
            ),
            Some("Attack")
        );
        assert_eq!(code(Some(EventMode::Aerial), clash), Some("Air/drone strike"));
        assert_eq!(code(None, Facts::default()), None);
        assert_eq!(ontology.acled(EventType::Accuse, None, clash), None);
    }
}
