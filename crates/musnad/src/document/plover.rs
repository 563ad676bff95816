//! The event types, modes and contexts of the PLOVER ontology (openeventdata/PLOVER, manual of 2023), by code.

/// An enum whose values have the codes of an ontology.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$value_doc])* $value,)*
        }

        impl $name {
            /// Every value, in the order of the ontology.
            pub const ALL: &[Self] = &[$(Self::$value,)*];

            /// Its code in the ontology.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$value => $code,)* }
            }

            /// The value of that code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$value),)*
                    _ => None,
                }
            }
        }
    };
}

coded! {
    /// The event types of PLOVER.
    EventType {
        /// Promises or signals willingness to cooperate.
        Agree = "AGREE",
        /// Meets, visits, calls, negotiates.
        Consult = "CONSULT",
        /// Backs by words or diplomacy.
        Support = "SUPPORT",
        /// Yields by words.
        Concede = "CONCEDE",
        /// Exchanges to mutual benefit.
        Cooperate = "COOPERATE",
        /// Gives material help.
        Aid = "AID",
        /// Yields materially.
        Retreat = "RETREAT",
        /// Asks, demands, orders.
        Request = "REQUEST",
        /// Criticises, condemns, alleges, investigates.
        Accuse = "ACCUSE",
        /// Refuses.
        Reject = "REJECT",
        /// Threatens.
        Threaten = "THREATEN",
        /// Demonstrates.
        Protest = "PROTEST",
        /// Reduces relations.
        Sanction = "SANCTION",
        /// Moves forces short of their use.
        Mobilize = "MOBILIZE",
        /// Represses short of violence.
        Coerce = "COERCE",
        /// Harms physically.
        Assault = "ASSAULT",
    }
}

coded! {
    /// The event modes of PLOVER; a mode refines the types named with it.
    EventMode {
        /// Of CONSULT.
        Visit = "visit",
        /// Of CONSULT.
        ThirdParty = "third-party",
        /// Of CONSULT.
        Multilateral = "multilateral",
        /// Of CONSULT.
        Phone = "phone",
        /// Of RETREAT, SANCTION.
        Withdraw = "withdraw",
        /// Of RETREAT.
        Release = "release",
        /// Of RETREAT.
        Disarm = "disarm",
        /// Of RETREAT.
        Ceasefire = "ceasefire",
        /// Of RETREAT.
        Access = "access",
        /// Of RETREAT.
        Resign = "resign",
        /// Of REQUEST, REJECT.
        Assist = "assist",
        /// Of REQUEST, REJECT.
        Change = "change",
        /// Of REQUEST, REJECT.
        Yield = "yield",
        /// Of REQUEST, REJECT.
        Meet = "meet",
        /// Of ACCUSE.
        Disapprove = "disapprove",
        /// Of ACCUSE.
        Investigate = "investigate",
        /// Of ACCUSE.
        Allege = "allege",
        /// Of THREATEN, COERCE.
        Restrict = "restrict",
        /// Of THREATEN, COERCE.
        Arrest = "arrest",
        /// Of THREATEN.
        Relations = "relations",
        /// Of THREATEN, SANCTION.
        Expel = "expel",
        /// Of THREATEN.
        Territory = "territory",
        /// Of THREATEN.
        Violence = "violence",
        /// Of PROTEST.
        Demo = "demo",
        /// Of PROTEST.
        Riot = "riot",
        /// Of PROTEST.
        Strike = "strike",
        /// Of PROTEST.
        Hunger = "hunger",
        /// Of PROTEST.
        Boycott = "boycott",
        /// Of PROTEST.
        Obstruct = "obstruct",
        /// Of PROTEST.
        Vandalize = "vandalize",
        /// Of SANCTION.
        Convict = "convict",
        /// Of SANCTION.
        Discontinue = "discontinue",
        /// Of MOBILIZE.
        Troops = "troops",
        /// Of MOBILIZE.
        Weapons = "weapons",
        /// Of MOBILIZE.
        Police = "police",
        /// Of MOBILIZE.
        Militia = "militia",
        /// Of COERCE.
        Seize = "seize",
        /// Of COERCE.
        Censor = "censor",
        /// Of COERCE.
        Curfew = "curfew",
        /// Of COERCE.
        MartialLaw = "martial-law",
        /// Of COERCE.
        Deport = "deport",
        /// Of COERCE.
        Withhold = "withhold",
        /// Of COERCE.
        Misinformation = "misinformation",
        /// Of COERCE.
        Cyber = "cyber",
        /// Of ASSAULT.
        Abduct = "abduct",
        /// Of ASSAULT.
        Beat = "beat",
        /// Of ASSAULT.
        Torture = "torture",
        /// Of ASSAULT.
        Sexual = "sexual",
        /// Of ASSAULT.
        Targeted = "targeted",
        /// Of ASSAULT.
        Destroy = "destroy",
        /// Of ASSAULT.
        Primitive = "primitive",
        /// Of ASSAULT.
        Firearms = "firearms",
        /// Of ASSAULT.
        Explosives = "explosives",
        /// Of ASSAULT.
        SuicideAttack = "suicide-attack",
        /// Of ASSAULT.
        Aerial = "aerial",
        /// Of ASSAULT.
        Drone = "drone",
        /// Of ASSAULT.
        HeavyWeapons = "heavy-weapons",
        /// Of ASSAULT.
        CrowdControl = "crowd-control",
        /// Of ASSAULT.
        Unconventional = "unconventional",
        /// Of ASSAULT.
        SideAb = "sideAB",
    }
}

coded! {
    /// The contexts of PLOVER: what an event is about.
    EventContext {
        /// State armed forces only.
        Military = "military",
        /// State intelligence gathering and agencies.
        Intelligence = "intelligence",
        /// Executive branch, heads of state, cabinets, bureaucracy.
        Executive = "executive",
        /// Parliament and law making.
        Legislative = "legislative",
        /// Elections and campaigns.
        Election = "election",
        /// Non-routine change in or between formal political bodies and parties.
        PoliticalInstitutions = "political_institutions",
        /// Moves towards democracy.
        ProDemocracy = "pro_democracy",
        /// Moves towards autocracy, coups included.
        ProAutocracy = "pro_autocracy",
        /// Trade, finance, macro-economy; not single-company news.
        Economic = "economic",
        /// Courts and national or international law.
        Legal = "legal",
        /// Compensation for past harm.
        Reparations = "reparations",
        /// Human rights in general, unspecified.
        HumanRights = "human_rights",
        /// Specific political rights, civil liberties, press freedom.
        RightsFreedoms = "rights_freedoms",
        /// Force by security forces against people or groups, not against rebels.
        Repression = "repression",
        /// Access to water, food, housing, energy, land.
        HumanSecurity = "human_security",
        /// Gender and women's issues.
        Gender = "gender",
        /// LGBTQ issues.
        Lgbt = "lgbt",
        /// Religious, ethnic, caste, linguistic matters.
        ReligionEthnicity = "religion_ethnicity",
        /// Unequal distribution of resources or chances.
        Inequality = "inequality",
        /// Diplomacy, international or domestic.
        Diplomatic = "diplomatic",
        /// Territorial disputes, autonomy, forced displacement.
        Territory = "territory",
        /// Peacekeeping operations.
        Peacekeeping = "peacekeeping",
        /// Public health and disease.
        Health = "health",
        /// Seeking or granting asylum.
        Asylum = "asylum",
        /// Migration, refugees, displaced people.
        Migration = "migration",
        /// Natural disasters and accidents.
        Disasters = "disasters",
        /// Extraction and trade of natural resources.
        NaturalResource = "natural_resource",
        /// Pollution, environmental policy and protest.
        Environment = "environment",
        /// Technology and high-tech industry.
        Technology = "technology",
        /// Terrorist groups and counter-terrorism.
        Terrorism = "terrorism",
        /// Chemical, biological, radiological, nuclear weapons.
        Cbrn = "cbrn",
        /// Cyber attacks and crime.
        Cyber = "cyber",
        /// Misinformation and influence operations.
        Misinformation = "misinformation",
        /// Crime not covered by a more specific context.
        Crime = "crime",
        /// Abuse of public office.
        Corruption = "corruption",
        /// Illegal drugs.
        IllegalDrugs = "illegal_drugs",
        /// Trafficking and smuggling.
        Trafficking = "trafficking",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_round_trip() {
        for kind in EventType::ALL {
            assert_eq!(EventType::from_code(kind.code()), Some(*kind));
        }
        for mode in EventMode::ALL {
            assert_eq!(EventMode::from_code(mode.code()), Some(*mode));
        }
        for context in EventContext::ALL {
            assert_eq!(EventContext::from_code(context.code()), Some(*context));
        }
        assert_eq!(EventType::from_code("FIGHT"), None);
    }
}
