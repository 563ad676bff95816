//! What the verb that carries an event noun says: «شنت القوات هجوما» (the forces launched an attack), «هجوم شنته القوات», «اندلعت اشتباكات».

use super::{ArgumentReader, LightRole, Parties, push};
use crate::events::item::Kind;
use crate::events::trigger::Trigger;
use crate::morphology::{Features, Pos};

impl ArgumentReader<'_> {
    pub(super) fn light(&self, verb: usize) -> Option<LightRole> {
        let item = self.item(verb).filter(|item| item.kind == Kind::Verb)?;
        // «تعرض» is also «she shows»: any reading may carry an event noun.
        self.findings
            .morphology
            .all(item.start)
            .filter(|reading| reading.pos == Pos::Verb)
            .find_map(|reading| reading.lexeme.and_then(|id| self.resources.light.of_lexeme(id.0)))
    }

    /// What the verb that carries the noun says: «شنت القوات هجوما», «هجوم شنته القوات», «اندلعت اشتباكات».
    pub(super) fn add_from_light_verb(&self, trigger: &Trigger<'_>, parties: &mut Parties) {
        let mut index = trigger.item;
        let mut steps = 0;
        let mut verb = None;
        while let Some(before) = index.checked_sub(1) {
            index = before;
            steps += 1;
            let Some(item) = self.item(index) else { break };
            if steps > 6 || matches!(item.kind, Kind::Stop | Kind::Clause) {
                break;
            }
            if item.kind == Kind::Verb {
                verb = Some(index);
                break;
            }
        }
        let carried = verb.and_then(|verb| Some((verb, self.light(verb)?)));
        let own = self
            .items
            .iter()
            .enumerate()
            .skip(trigger.item + 1)
            .take(6)
            .find(|(_, item)| item.kind == Kind::Verb);
        let own = own.and_then(|(verb, _)| Some((verb, self.light(verb)?)));
        for (verb, role, before) in carried
            .map(|(v, r)| (v, r, true))
            .into_iter()
            .chain(own.map(|(v, r)| (v, r, false)))
        {
            let frame = self.frame(verb, false, true);
            let suffixed = self
                .item(verb)
                .is_some_and(|item| self.findings.morphology.best(item.start).suffix > 0);
            match role {
                LightRole::Actor if before || suffixed => {
                    let subject = frame.subject.filter(|subject| *subject != trigger.item);
                    if parties.actors.is_empty() || trigger.row.roles.reciprocal {
                        match subject {
                            Some(subject) if self.item(subject).is_some_and(|item| !item.trigger) => {
                                self.group(subject, &mut parties.actors);
                            }
                            Some(_) => {}
                            None => {
                                if let Some(party) = self.antecedent(
                                    verb,
                                    self.item(verb).map_or(Features::NONE, |item| {
                                        self.findings.morphology.best(item.start).features
                                    }),
                                ) {
                                    push(&mut parties.actors, party);
                                }
                            }
                        }
                    }
                }
                LightRole::Recipient if parties.recipients.is_empty() || before && trigger.reading.suffix > 0 => {
                    parties.recipients.clear();
                    if let Some(subject) = frame.subject.filter(|subject| *subject != trigger.item) {
                        self.group(subject, &mut parties.recipients);
                    } else if let Some(party) = self.antecedent(
                        verb,
                        self.item(verb).map_or(Features::NONE, |item| {
                            self.findings.morphology.best(item.start).features
                        }),
                    ) {
                        push(&mut parties.recipients, party);
                    }
                }
                LightRole::Place if before => {
                    if let Some(subject) = frame.subject.filter(|subject| *subject != trigger.item) {
                        self.group(subject, &mut parties.places);
                    }
                }
                LightRole::Target if !before && parties.recipients.is_empty() && !trigger.row.roles.reciprocal => {
                    if let Some(object) = frame.object {
                        self.group(object, &mut parties.recipients);
                    }
                }
                _ => {}
            }
        }
    }
}
