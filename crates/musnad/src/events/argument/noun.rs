//! The participants of an event noun.
//!
//! «قصف قوات حفتر للمدينة» (the forces' shelling of the city) has the actor in the genitive and the recipient behind ل; «قصف المدينة»
//! (the shelling of the city) the recipient alone.

use super::{ArgumentReader, LightRole, Parties, Party, push};
use crate::document::{EventMode, EventType};
use crate::events::class::Class;
use crate::events::item::{Item, Kind};
use crate::events::lexicon::Genitive;
use crate::events::prep::Prep;
use crate::events::trigger::Trigger;
use crate::morphology::Proclitics;

impl ArgumentReader<'_> {
    pub(super) fn of_noun(&self, trigger: &Trigger<'_>) -> Parties {
        let roles = &trigger.row.roles;
        let mut parties = Parties::default();
        let Some(item) = self.item(trigger.item).copied() else {
            return parties;
        };
        let mut next = trigger.item + 1;
        let suffixed = trigger.reading.suffix > 0;
        let mut genitive = None;
        if !suffixed
            && item.end == item.start + 1
            && !trigger.reading.proclitics.has(Proclitics::AL)
            && let Some(follows) = self.item(next)
            && follows.is_bare()
            && !follows.joined
            && follows.start == item.end
        {
            if let Some(role) = self.object_role(trigger.item) {
                let into = if role == LightRole::Site {
                    &mut parties.places
                } else {
                    &mut parties.recipients
                };
                self.group(next, into);
            } else {
                genitive = Some(next);
            }
            next += 1;
        }
        if suffixed && let Some(party) = self.pronoun(trigger.item) {
            let object_follows = self
                .item(next)
                .is_some_and(|follows| follows.is_bare() && !follows.joined && follows.start == item.end);
            // «اعتقاله», «رشقهما»: of force the pronoun names the victim, unless the victim follows («قصفها منزلا»).
            let suffers = roles.genitive == Genitive::Auto
                && !roles.no_object
                && !object_follows
                && matches!(
                    trigger.row.kind,
                    EventType::Assault | EventType::Coerce | EventType::Protest
                );
            match roles.genitive {
                _ if suffers => push(&mut parties.recipients, party),
                Genitive::Recipient => push(&mut parties.recipients, party),
                _ => push(&mut parties.actors, party),
            }
        }
        // «قصف قوات حفتر المدينة», «قصف قوات حفتر للمدينة»
        let object = self.item(next).filter(|follows| {
            follows.kind == Kind::Phrase
                && !follows.joined
                && (follows.prep == Prep::None && self.item(next - 1).is_some_and(|before| before.end == follows.start)
                    || follows.prep == Prep::Li)
                && !follows.trigger
        });
        if let Some(index) = genitive
            && let Some(of) = self.item(index)
        {
            let mut group = Vec::new();
            self.group(index, &mut group);
            let has_object =
                object.is_some_and(|follows| follows.prep == Prep::None || !roles.preps.contains(&Prep::Li));
            let role = match roles.genitive {
                Genitive::Auto if (has_object || !roles.preps.is_empty()) && of.class.acts() => Genitive::Actor,
                Genitive::Auto if roles.no_object && !of.class.acts() => Genitive::Nobody,
                Genitive::Open if of.class.any(Class::PLACE.with(Class::FACILITY).with(Class::GPE)) => {
                    parties.places.append(&mut group);
                    Genitive::Nobody
                }
                Genitive::Open if of.class.has(Class::ARMED) => Genitive::Actor,
                Genitive::Auto | Genitive::Open => Genitive::Recipient,
                other => other,
            };
            match role {
                Genitive::Actor if of.class.acts() => parties.actors.append(&mut group),
                Genitive::Actor if of.class.any(Class::PLACE.with(Class::FACILITY)) => {
                    parties.places.append(&mut group);
                }
                Genitive::Recipient => parties.recipients.append(&mut group),
                Genitive::Instrument => parties.means = group.first().copied(),
                _ => {}
            }
        }
        if let Some(follows) = object
            && !roles.no_object
            && (genitive.is_some() || suffixed || follows.prep == Prep::Li)
            && parties.recipients.is_empty()
            && !roles.reciprocal
        {
            self.group(self.index_of(follows), &mut parties.recipients);
        } else if let Some(follows) = object
            && follows.prep == Prep::Li
            && genitive.is_none()
            && !suffixed
            && roles.no_object
            && !roles.preps.contains(&Prep::Li)
            && follows.class.acts()
            && (!follows.class.has(Class::VEHICLE) || follows.class.any(Class::ARMED.with(Class::ORG)))
        {
            // «هجوم لحزب العمال»; the craft of «غارة لطائرة مسيرة» is the means.
            self.group(self.index_of(follows), &mut parties.actors);
        }
        self.prepositional(trigger.item, roles, &mut parties);
        if let Some(agent) = self.agent(trigger.item)
            && parties.actors.is_empty()
        {
            push(&mut parties.actors, agent);
        }
        self.add_from_light_verb(trigger, &mut parties);
        self.add_controller(trigger, &mut parties);
        if let Some(nation) = (item.start + 1..item.end).find(|at| {
            self.resources
                .nationalities
                .get(self.findings.text, self.findings.morphology, *at)
                .is_some()
        }) {
            // «مقتل فلسطيني», «اعتقال تونسي»: whom it befell; «قصف روسي»: whose it was.
            let befell = parties.recipients.is_empty()
                && !roles.no_object
                && nation + 1 == item.end
                && (roles.genitive == Genitive::Recipient
                    || trigger.row.kind == EventType::Coerce
                        && matches!(trigger.row.mode, Some(EventMode::Arrest | EventMode::Deport))
                    || trigger.row.mode == Some(EventMode::Abduct));
            let party = Party {
                start: nation,
                end: nation + 1,
                class: if befell { Class::HUMAN } else { Class::GPE },
                name: None,
                sure: true,
                hurt: false,
            };
            if befell {
                push(&mut parties.recipients, party);
            } else if parties.actors.is_empty() {
                push(&mut parties.actors, party);
            }
        }
        parties
    }

    /// What the phrase after an indefinite event noun is where the verb right before the noun has it as its object: «استهدف هجوم
    /// القاعدة», «هز انفجار العاصمة».
    fn object_role(&self, index: usize) -> Option<LightRole> {
        let before = index.checked_sub(1)?;
        let item = self.item(index)?;
        let role = self.light(before)?;
        let object = self.item(index + 1)?;
        let second = self
            .item(index + 2)
            .is_some_and(|next| next.is_bare() && !next.joined && next.start == object.end);
        (item.is_bare() && !second && matches!(role, LightRole::Site | LightRole::Target)).then_some(role)
    }

    pub(super) fn index_of(&self, item: &Item) -> usize {
        self.items.partition_point(|other| other.start < item.start)
    }
}
