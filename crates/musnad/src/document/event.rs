//! Who did what to whom, where and when: the types of the PLOVER ontology.

use super::{Days, EntityId, Evidence, MentionIndex, Score};
use crate::text::Span;

/// The event types of PLOVER.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventType {
    /// Promises or signals willingness to cooperate.
    Agree,
    /// Meets, visits, calls, negotiates.
    Consult,
    /// Backs by words or diplomacy.
    Support,
    /// Yields by words.
    Concede,
    /// Exchanges to mutual benefit.
    Cooperate,
    /// Gives material help.
    Aid,
    /// Yields materially.
    Retreat,
    /// Asks, demands, orders.
    Request,
    /// Criticises, condemns, alleges, investigates.
    Accuse,
    /// Refuses.
    Reject,
    /// Threatens.
    Threaten,
    /// Demonstrates.
    Protest,
    /// Reduces relations.
    Sanction,
    /// Moves forces short of their use.
    Mobilize,
    /// Represses short of violence.
    Coerce,
    /// Harms physically.
    Assault,
}

impl EventType {
    /// Every type, in the order of the ontology.
    pub const ALL: [Self; 16] = [
        Self::Agree,
        Self::Consult,
        Self::Support,
        Self::Concede,
        Self::Cooperate,
        Self::Aid,
        Self::Retreat,
        Self::Request,
        Self::Accuse,
        Self::Reject,
        Self::Threaten,
        Self::Protest,
        Self::Sanction,
        Self::Mobilize,
        Self::Coerce,
        Self::Assault,
    ];

    /// PLOVER code: `ASSAULT`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agree => "AGREE",
            Self::Consult => "CONSULT",
            Self::Support => "SUPPORT",
            Self::Concede => "CONCEDE",
            Self::Cooperate => "COOPERATE",
            Self::Aid => "AID",
            Self::Retreat => "RETREAT",
            Self::Request => "REQUEST",
            Self::Accuse => "ACCUSE",
            Self::Reject => "REJECT",
            Self::Threaten => "THREATEN",
            Self::Protest => "PROTEST",
            Self::Sanction => "SANCTION",
            Self::Mobilize => "MOBILIZE",
            Self::Coerce => "COERCE",
            Self::Assault => "ASSAULT",
        }
    }

    /// The type of that PLOVER code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// The event modes of PLOVER; a mode refines the types named with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventMode {
    /// Of CONSULT.
    Visit,
    /// Of CONSULT.
    ThirdParty,
    /// Of CONSULT.
    Multilateral,
    /// Of CONSULT.
    Phone,
    /// Of RETREAT, SANCTION.
    Withdraw,
    /// Of RETREAT.
    Release,
    /// Of RETREAT.
    Disarm,
    /// Of RETREAT.
    Ceasefire,
    /// Of RETREAT.
    Access,
    /// Of RETREAT.
    Resign,
    /// Of REQUEST, REJECT.
    Assist,
    /// Of REQUEST, REJECT.
    Change,
    /// Of REQUEST, REJECT.
    Yield,
    /// Of REQUEST, REJECT.
    Meet,
    /// Of ACCUSE.
    Disapprove,
    /// Of ACCUSE.
    Investigate,
    /// Of ACCUSE.
    Allege,
    /// Of THREATEN, COERCE.
    Restrict,
    /// Of THREATEN, COERCE.
    Arrest,
    /// Of THREATEN.
    Relations,
    /// Of THREATEN, SANCTION.
    Expel,
    /// Of THREATEN.
    Territory,
    /// Of THREATEN.
    Violence,
    /// Of PROTEST.
    Demo,
    /// Of PROTEST.
    Riot,
    /// Of PROTEST.
    Strike,
    /// Of PROTEST.
    Hunger,
    /// Of PROTEST.
    Boycott,
    /// Of PROTEST.
    Obstruct,
    /// Of PROTEST.
    Vandalize,
    /// Of SANCTION.
    Convict,
    /// Of SANCTION.
    Discontinue,
    /// Of MOBILIZE.
    Troops,
    /// Of MOBILIZE.
    Weapons,
    /// Of MOBILIZE.
    Police,
    /// Of MOBILIZE.
    Militia,
    /// Of COERCE.
    Seize,
    /// Of COERCE.
    Censor,
    /// Of COERCE.
    Curfew,
    /// Of COERCE.
    MartialLaw,
    /// Of COERCE.
    Deport,
    /// Of COERCE.
    Withhold,
    /// Of COERCE.
    Misinformation,
    /// Of COERCE.
    Cyber,
    /// Of ASSAULT.
    Abduct,
    /// Of ASSAULT.
    Beat,
    /// Of ASSAULT.
    Torture,
    /// Of ASSAULT.
    Sexual,
    /// Of ASSAULT.
    Targeted,
    /// Of ASSAULT.
    Destroy,
    /// Of ASSAULT.
    Primitive,
    /// Of ASSAULT.
    Firearms,
    /// Of ASSAULT.
    Explosives,
    /// Of ASSAULT.
    SuicideAttack,
    /// Of ASSAULT.
    Aerial,
    /// Of ASSAULT.
    Drone,
    /// Of ASSAULT.
    HeavyWeapons,
    /// Of ASSAULT.
    CrowdControl,
    /// Of ASSAULT.
    Unconventional,
    /// Of ASSAULT.
    SideAb,
}

impl EventMode {
    /// Every mode, in the order of the ontology.
    pub const ALL: [Self; 60] = [
        Self::Visit,
        Self::ThirdParty,
        Self::Multilateral,
        Self::Phone,
        Self::Withdraw,
        Self::Release,
        Self::Disarm,
        Self::Ceasefire,
        Self::Access,
        Self::Resign,
        Self::Assist,
        Self::Change,
        Self::Yield,
        Self::Meet,
        Self::Disapprove,
        Self::Investigate,
        Self::Allege,
        Self::Restrict,
        Self::Arrest,
        Self::Relations,
        Self::Expel,
        Self::Territory,
        Self::Violence,
        Self::Demo,
        Self::Riot,
        Self::Strike,
        Self::Hunger,
        Self::Boycott,
        Self::Obstruct,
        Self::Vandalize,
        Self::Convict,
        Self::Discontinue,
        Self::Troops,
        Self::Weapons,
        Self::Police,
        Self::Militia,
        Self::Seize,
        Self::Censor,
        Self::Curfew,
        Self::MartialLaw,
        Self::Deport,
        Self::Withhold,
        Self::Misinformation,
        Self::Cyber,
        Self::Abduct,
        Self::Beat,
        Self::Torture,
        Self::Sexual,
        Self::Targeted,
        Self::Destroy,
        Self::Primitive,
        Self::Firearms,
        Self::Explosives,
        Self::SuicideAttack,
        Self::Aerial,
        Self::Drone,
        Self::HeavyWeapons,
        Self::CrowdControl,
        Self::Unconventional,
        Self::SideAb,
    ];

    /// PLOVER code: `heavy-weapons`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::ThirdParty => "third-party",
            Self::Multilateral => "multilateral",
            Self::Phone => "phone",
            Self::Withdraw => "withdraw",
            Self::Release => "release",
            Self::Disarm => "disarm",
            Self::Ceasefire => "ceasefire",
            Self::Access => "access",
            Self::Resign => "resign",
            Self::Assist => "assist",
            Self::Change => "change",
            Self::Yield => "yield",
            Self::Meet => "meet",
            Self::Disapprove => "disapprove",
            Self::Investigate => "investigate",
            Self::Allege => "allege",
            Self::Restrict => "restrict",
            Self::Arrest => "arrest",
            Self::Relations => "relations",
            Self::Expel => "expel",
            Self::Territory => "territory",
            Self::Violence => "violence",
            Self::Demo => "demo",
            Self::Riot => "riot",
            Self::Strike => "strike",
            Self::Hunger => "hunger",
            Self::Boycott => "boycott",
            Self::Obstruct => "obstruct",
            Self::Vandalize => "vandalize",
            Self::Convict => "convict",
            Self::Discontinue => "discontinue",
            Self::Troops => "troops",
            Self::Weapons => "weapons",
            Self::Police => "police",
            Self::Militia => "militia",
            Self::Seize => "seize",
            Self::Censor => "censor",
            Self::Curfew => "curfew",
            Self::MartialLaw => "martial-law",
            Self::Deport => "deport",
            Self::Withhold => "withhold",
            Self::Misinformation => "misinformation",
            Self::Cyber => "cyber",
            Self::Abduct => "abduct",
            Self::Beat => "beat",
            Self::Torture => "torture",
            Self::Sexual => "sexual",
            Self::Targeted => "targeted",
            Self::Destroy => "destroy",
            Self::Primitive => "primitive",
            Self::Firearms => "firearms",
            Self::Explosives => "explosives",
            Self::SuicideAttack => "suicide-attack",
            Self::Aerial => "aerial",
            Self::Drone => "drone",
            Self::HeavyWeapons => "heavy-weapons",
            Self::CrowdControl => "crowd-control",
            Self::Unconventional => "unconventional",
            Self::SideAb => "sideAB",
        }
    }

    /// The mode of that PLOVER code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.code() == code)
    }
}

/// The contexts of PLOVER: what an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventContext {
    /// State armed forces only.
    Military,
    /// State intelligence gathering and agencies.
    Intelligence,
    /// Executive branch, heads of state, cabinets, bureaucracy.
    Executive,
    /// Parliament and law making.
    Legislative,
    /// Elections and campaigns.
    Election,
    /// Non-routine change in or between formal political bodies and parties.
    PoliticalInstitutions,
    /// Moves towards democracy.
    ProDemocracy,
    /// Moves towards autocracy, coups included.
    ProAutocracy,
    /// Trade, finance, macro-economy; not single-company news.
    Economic,
    /// Courts and national or international law.
    Legal,
    /// Compensation for past harm.
    Reparations,
    /// Human rights in general, unspecified.
    HumanRights,
    /// Specific political rights, civil liberties, press freedom.
    RightsFreedoms,
    /// Force by security forces against people or groups, not against rebels.
    Repression,
    /// Access to water, food, housing, energy, land.
    HumanSecurity,
    /// Gender and women's issues.
    Gender,
    /// LGBTQ issues.
    Lgbt,
    /// Religious, ethnic, caste, linguistic matters.
    ReligionEthnicity,
    /// Unequal distribution of resources or chances.
    Inequality,
    /// Diplomacy, international or domestic.
    Diplomatic,
    /// Territorial disputes, autonomy, forced displacement.
    Territory,
    /// Peacekeeping operations.
    Peacekeeping,
    /// Public health and disease.
    Health,
    /// Seeking or granting asylum.
    Asylum,
    /// Migration, refugees, displaced people.
    Migration,
    /// Natural disasters and accidents.
    Disasters,
    /// Extraction and trade of natural resources.
    NaturalResource,
    /// Pollution, environmental policy and protest.
    Environment,
    /// Technology and high-tech industry.
    Technology,
    /// Terrorist groups and counter-terrorism.
    Terrorism,
    /// Chemical, biological, radiological, nuclear weapons.
    Cbrn,
    /// Cyber attacks and crime.
    Cyber,
    /// Misinformation and influence operations.
    Misinformation,
    /// Crime not covered by a more specific context.
    Crime,
    /// Abuse of public office.
    Corruption,
    /// Illegal drugs.
    IllegalDrugs,
    /// Trafficking and smuggling.
    Trafficking,
}

impl EventContext {
    /// Every context, in the order of the ontology.
    pub const ALL: [Self; 37] = [
        Self::Military,
        Self::Intelligence,
        Self::Executive,
        Self::Legislative,
        Self::Election,
        Self::PoliticalInstitutions,
        Self::ProDemocracy,
        Self::ProAutocracy,
        Self::Economic,
        Self::Legal,
        Self::Reparations,
        Self::HumanRights,
        Self::RightsFreedoms,
        Self::Repression,
        Self::HumanSecurity,
        Self::Gender,
        Self::Lgbt,
        Self::ReligionEthnicity,
        Self::Inequality,
        Self::Diplomatic,
        Self::Territory,
        Self::Peacekeeping,
        Self::Health,
        Self::Asylum,
        Self::Migration,
        Self::Disasters,
        Self::NaturalResource,
        Self::Environment,
        Self::Technology,
        Self::Terrorism,
        Self::Cbrn,
        Self::Cyber,
        Self::Misinformation,
        Self::Crime,
        Self::Corruption,
        Self::IllegalDrugs,
        Self::Trafficking,
    ];

    /// PLOVER code: `human_rights`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Military => "military",
            Self::Intelligence => "intelligence",
            Self::Executive => "executive",
            Self::Legislative => "legislative",
            Self::Election => "election",
            Self::PoliticalInstitutions => "political_institutions",
            Self::ProDemocracy => "pro_democracy",
            Self::ProAutocracy => "pro_autocracy",
            Self::Economic => "economic",
            Self::Legal => "legal",
            Self::Reparations => "reparations",
            Self::HumanRights => "human_rights",
            Self::RightsFreedoms => "rights_freedoms",
            Self::Repression => "repression",
            Self::HumanSecurity => "human_security",
            Self::Gender => "gender",
            Self::Lgbt => "lgbt",
            Self::ReligionEthnicity => "religion_ethnicity",
            Self::Inequality => "inequality",
            Self::Diplomatic => "diplomatic",
            Self::Territory => "territory",
            Self::Peacekeeping => "peacekeeping",
            Self::Health => "health",
            Self::Asylum => "asylum",
            Self::Migration => "migration",
            Self::Disasters => "disasters",
            Self::NaturalResource => "natural_resource",
            Self::Environment => "environment",
            Self::Technology => "technology",
            Self::Terrorism => "terrorism",
            Self::Cbrn => "cbrn",
            Self::Cyber => "cyber",
            Self::Misinformation => "misinformation",
            Self::Crime => "crime",
            Self::Corruption => "corruption",
            Self::IllegalDrugs => "illegal_drugs",
            Self::Trafficking => "trafficking",
        }
    }

    /// The context of that PLOVER code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|context| context.code() == code)
    }
}

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
}

/// ACLED's codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AcledCode {
    /// `Battles`.
    pub event_type: &'static str,
    /// `Armed clash`.
    pub sub_event_type: &'static str,
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
    /// Confidence.
    pub score: Score,
    /// The rule.
    pub evidence: Evidence,
}
