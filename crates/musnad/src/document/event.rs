//! Who did what to whom, where and when: the types of the PLOVER ontology.

use super::plover::{EventContext, EventMode, EventType};
use super::{Days, EntityId, Evidence, MentionIndex, Score};
use crate::text::Span;

/// Whether the thing happened, by the words of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventStatus {
    /// Has happened or is happening.
    Occurred,
    /// Announced for the future.
    Planned,
    /// Somebody calls for it.
    Demanded,
    /// Feared, conditional, or alleged as an intention.
    Possible,
    /// Said not to have happened.
    Negated,
}

/// The quad classes of PLOVER.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are PLOVER's own")]
pub enum QuadClass {
    VerbalCooperation,
    MaterialCooperation,
    VerbalConflict,
    MaterialConflict,
}

/// What an argument is to its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ArgumentRole {
    /// Who does it; of a reciprocal event all parties.
    Actor,
    /// Who has it done to them.
    Recipient,
    /// Where.
    Place,
    /// When.
    Time,
    /// With what.
    Instrument,
}

/// A participant or circumstance of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument {
    /// What it is to the event.
    pub role: ArgumentRole,
    /// Where it is named.
    pub span: Span,
    /// The mention, where it is one.
    pub mention: Option<MentionIndex>,
    /// The entity, where known.
    pub entity: Option<EntityId>,
    /// The actor's code.
    pub code: ActorCode,
}

/// An actor's code in PLOVER: a country and a sector, each of three letters or empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ActorCode {
    country: [u8; 3],
    sector: [u8; 3],
}

impl ActorCode {
    /// From the codes; what is not three ASCII letters counts as empty.
    pub fn new(country: &str, sector: &str) -> Self {
        let code = |text: &str| -> [u8; 3] {
            let bytes: Option<[u8; 3]> = text.as_bytes().try_into().ok();
            bytes.filter(|code| code.is_ascii()).unwrap_or_default()
        };
        Self {
            country: code(country),
            sector: code(sector),
        }
    }

    /// ISO 3166-1 alpha-3; empty where unknown or of none.
    pub fn country(&self) -> &str {
        text(&self.country)
    }

    /// Sector, or the code of an international body; empty where unknown.
    pub fn sector(&self) -> &str {
        text(&self.sector)
    }
}

fn text(code: &[u8; 3]) -> &str {
    std::str::from_utf8(code).unwrap_or_default().trim_end_matches('\0')
}

/// A count with bounds, both included; an absent bound is open.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[expect(missing_docs, reason = "a pair of bounds")]
pub struct Bounds {
    pub min: Option<f64>,
    pub max: Option<f64>,
}

/// The harm an event did to people.
#[derive(Debug, Clone, PartialEq, Default)]
#[expect(missing_docs, reason = "the names are those of the quantity kinds")]
pub struct Casualties {
    pub killed: Option<Bounds>,
    pub injured: Option<Bounds>,
    pub missing: Option<Bounds>,
    pub detained: Option<Bounds>,
    pub displaced: Option<Bounds>,
    /// Who was harmed, as written.
    pub item: String,
    /// The figures revise earlier ones: «ارتفعت الحصيلة إلى 40».
    pub revised: bool,
}

/// ACLED's codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AcledCode {
    /// `Battles`.
    pub event_type: &'static str,
    /// `Armed clash`.
    pub sub_event_type: &'static str,
}

/// What a source makes of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attestation {
    /// Index of the statement.
    pub statement: u32,
    /// Whether it happened, by the source of that statement.
    pub status: EventStatus,
}

/// A political or conflict event.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The word that says it happened.
    pub trigger: Span,
    /// Dictionary form of the trigger without vowel signs.
    pub trigger_lemma: String,
    /// What happened.
    pub event_type: EventType,
    /// The type of the user's ontology, where its trigger is one of that.
    pub custom_type: Option<String>,
    /// How.
    pub mode: Option<EventMode>,
    /// What it is about.
    pub contexts: Vec<EventContext>,
    /// Who, to whom, where, when, with what.
    pub arguments: Vec<Argument>,
    /// The days on which it happened.
    pub when: Option<Days>,
    /// Whether it happened.
    pub status: EventStatus,
    /// The harm to people.
    pub casualties: Option<Casualties>,
    /// PLOVER quad class.
    pub quad: QuadClass,
    /// PLOVER intensity, -10 to 10.
    pub intensity: Option<f32>,
    /// ACLED's code, where its ontology has one.
    pub acled: Option<AcledCode>,
    /// Indexes of the statements that carry the event, the innermost first.
    pub statements: Vec<u32>,
    /// Whether it happened by each source that says so itself, in the order of the text; statements around these only relay.
    pub attestations: Vec<Attestation>,
    /// Index of the first event of the text that tells of the same happening, where it is not this one.
    pub same_as: Option<u32>,
    /// Confidence.
    pub score: Score,
    /// The rule.
    pub evidence: Evidence,
}
