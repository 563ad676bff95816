//! The participants of a participle: «مهددا بالرد» (threatening to answer), «مقاتلين مدعومين من الغرب» (fighters backed by the West).

use super::{ArgumentReader, Parties, Party, push};
use crate::events::prep::Prep;
use crate::events::trigger::{Trigger, after};
use crate::morphology::Features;

impl ArgumentReader<'_> {
    pub(super) fn of_participle(&self, trigger: &Trigger<'_>) -> Parties {
        let mut parties = Parties::default();
        let roles = &trigger.row.roles;
        if let Some(party) = self.antecedent(trigger.item, trigger.reading.features) {
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
