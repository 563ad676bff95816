//! The participants of a finite verb.
//!
//! «قُتل ثلاثة جنود برصاص مسلحين» (three soldiers were killed by gunmen's bullets): a lone victim after the verb of a killing has it
//! done to them, whether or not the vowels of the passive are written.

use super::{ArgumentReader, Parties, Party, push};
use crate::document::{EventMode, EventType};
use crate::events::class::Class;
use crate::events::item::Kind;
use crate::events::lexicon::Condition;
use crate::events::trigger::Trigger;
use crate::morphology::Features;

impl ArgumentReader<'_> {
    pub(super) fn of_verb(&self, trigger: &Trigger<'_>) -> Parties {
        let roles = &trigger.row.roles;
        let mut parties = Parties::default();
        let mut passive = trigger.reading.features.has(Features::PASSIVE);
        let framed_object = trigger
            .row
            .frame
            .iter()
            .any(|condition| matches!(condition, Condition::Object(_)));
        // «وعد الوالي بفتح الطريق»: what stands bare beside the preposition of the content is the subject.
        let prepositional = trigger
            .row
            .frame
            .iter()
            .any(|condition| matches!(condition, Condition::Prep(_)));
        let transitive =
            (!roles.no_object || framed_object) && !prepositional && !roles.patient && !roles.subject_is_means;
        let mut frame = self.frame(trigger.item, passive, transitive);
        let agent = self.agent(trigger.item);
        if !passive && transitive && trigger.reading.suffix == 0 && frame.object.is_none() {
            // «قتل ثلاثة», «اعتقل ناشط»: active and passive are written alike; a lone victim has it done to them.
            let lone = frame.subject.or(frame.object).and_then(|index| self.item(index));
            let victim = lone.is_some_and(|item| {
                item.class.any(
                    Class::QUANTITY
                        .with(Class::KILLED)
                        .with(Class::INJURED)
                        .with(Class::DETAINED)
                        .with(Class::CIVILIAN),
                ) || self
                    .resources
                    .victims
                    .contains(&trigger.reading.lexeme.map_or(u32::MAX, |id| id.0))
                    && (!item.class.any(Class::ORG.with(Class::GPE)) || item.class.has(Class::PERSON))
            });
            // «الجندي الذي اتهم بالقتل», «مدارس دمرت»: what cannot have done it and stands before its verb has had it done to them.
            let suffers = frame.object.is_none()
                && frame.fronted
                && matches!(
                    trigger.row.kind,
                    EventType::Assault | EventType::Coerce | EventType::Sanction | EventType::Accuse
                )
                && trigger.reading.features.has(Features::PERFECT)
                && lone.is_some_and(|item| {
                    !item.class.acts()
                        || item
                            .class
                            .any(Class::CIVILIAN.with(Class::JOURNALIST).with(Class::KILLED))
                        || trigger.row.mode == Some(EventMode::Allege) && !item.class.any(Class::ORG.with(Class::GPE))
                });
            passive = lone.is_some() && (victim && frame.subject.is_some() || suffers || agent.is_some());
        }
        // «ثم قتل في تبادل لإطلاق النار»: nobody kills without somebody killed.
        if !passive
            && transitive
            && trigger.reading.suffix == 0
            && frame.subject.is_none()
            && frame.object.is_none()
            && trigger.reading.features.has(Features::PERFECT.with(Features::THIRD))
            && trigger
                .reading
                .lexeme
                .is_some_and(|id| self.resources.victims.contains(&id.0))
        {
            passive = true;
        }
        // «قتل ثلاثة مدنيين» is passive, «أنه قتل ثلاثة», «واعتقلت ثلاثة» are not.
        if !passive
            && transitive
            && frame.dropped
            && frame.object.is_some()
            && trigger.reading.suffix == 0
            && !trigger.reading.features.any(Features::FIRST)
        {
            let by_pronoun = trigger
                .item
                .checked_sub(1)
                .and_then(|before| self.item(before))
                .is_some_and(|before| {
                    before.kind == Kind::Clause && self.findings.text.key(before.start).chars().count() > 2
                });
            let continues = self.item(trigger.item).is_some_and(|item| item.joined)
                && (0..trigger.item).rev().take(6).any(|index| {
                    self.item(index)
                        .is_some_and(|item| item.kind == Kind::Verb && item.trigger)
                });
            let victims = trigger
                .reading
                .lexeme
                .is_some_and(|id| self.resources.victims.contains(&id.0));
            passive = victims
                && !by_pronoun
                && !continues
                && !trigger.reading.features.has(Features::FEMININE)
                && !trigger.reading.features.has(Features::PLURAL);
        }
        parties.passive = passive;
        if passive || roles.patient {
            if let Some(index) = frame.subject.or(frame.object) {
                self.group(index, &mut parties.recipients);
            } else if let Some(party) = self.antecedent(trigger.item, trigger.reading.features) {
                push(&mut parties.recipients, party);
            }
            parties.actors.extend(agent);
            return parties;
        }
        if roles.subject_is_means {
            parties.means = frame.subject.and_then(|index| self.item(index)).map(Party::of);
            return parties;
        }
        if frame.dropped && frame.subject.is_none() {
            if let Some(party) = self.antecedent(trigger.item, trigger.reading.features) {
                push(&mut parties.actors, party);
            }
        } else if let Some(index) = frame.subject {
            self.group(index, &mut parties.actors);
            for party in &mut parties.actors {
                party.sure = true;
            }
        }
        if !roles.no_object {
            if trigger.reading.suffix > 0 && frame.object.is_none() {
                // The pronoun is not the subject.
                let actor = parties.actors.first().copied();
                if let Some(party) = self.pronoun(trigger.item).filter(|party| Some(*party) != actor) {
                    push(&mut parties.recipients, party);
                }
            } else if let Some(index) = frame.object.take() {
                self.group(index, &mut parties.recipients);
            }
        }
        self.prepositional(trigger.item, roles, &mut parties);
        if roles.hosts {
            std::mem::swap(&mut parties.actors, &mut parties.recipients);
        }
        if parties.actors.is_empty() {
            parties.actors.extend(agent);
        }
        parties
    }
}
