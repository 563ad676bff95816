//! The participants of a participle: «مهددا بالرد» (threatening to answer), «مقاتلين مدعومين من الغرب» (fighters backed by the West).

use super::{ArgumentReader, Parties, Party, push};
use crate::events::item::Kind;
use crate::events::prep::Prep;
use crate::events::trigger::{Trigger, after};
use crate::morphology::Features;

impl ArgumentReader<'_> {
    pub(super) fn of_participle(&self, trigger: &Trigger<'_>) -> Parties {
        let mut parties = Parties::default();
        let roles = &trigger.row.roles;
        // «وقال المتحدث إن … ، متهما إيران»: it goes with the verb that the sentence opens with.
        let main = (0..trigger.item)
            .take_while(|index| self.item(*index).is_some_and(|item| item.kind != Kind::Stop))
            .find(|index| self.item(*index).is_some_and(|item| item.kind == Kind::Verb))
            .and_then(|verb| self.subject(verb))
            .filter(|party| {
                trigger.reading.features.has(Features::ACCUSATIVE)
                    && self.matches(trigger.reading.features, party.start)
            });
        if let Some(party) = main.or_else(|| self.antecedent(trigger.item, trigger.reading.features)) {
            push(&mut parties.actors, party);
        }
        if !roles.no_object
            && let Some(index) = self.bare_after(trigger.item).0
        {
            self.group(index, &mut parties.recipients);
        }
        self.prepositional(trigger.item, roles, &mut parties);
        if trigger.reading.features.has(Features::PASSIVE_PARTICIPLE)
            && !trigger.reading.features.has(Features::PARTICIPLE)
        {
            // «مقاتلين مدعومين من الغرب»
            std::mem::swap(&mut parties.actors, &mut parties.recipients);
            if let Some(item) = after(self.items, trigger.item)
                .take(2)
                .find(|item| matches!(item.prep, Prep::From | Prep::By))
            {
                push(&mut parties.actors, Party::of(item));
            }
        }
        parties
    }
}
