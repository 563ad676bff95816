//! What grammar rules out, whatever the weights say.
//!
//! «قتل مسلحون ضابطا» (gunmen killed an officer): the subject of an active verb that has an object is not who it was done to. «الشرطة طاردت
//! المسلحين الذين هاجموا المصرف» (police chased the gunmen who attacked the bank): «الذين» are the gunmen. «مجهولين يستقلون دراجة أطلقوا
//! النار» (unknown men on a motorcycle opened fire): a verb of many men has no motorcycle for its subject.

use super::Role;
use super::candidate::Candidate;
use crate::events::argument::{ArgumentReader, Parties, Party};
use crate::events::class::Class;
use crate::events::item::Kind;
use crate::events::lexicon::FINITE;
use crate::events::trigger::Trigger;
use crate::morphology::Features;

/// Takes back what cannot be.
pub(super) fn bind(
    reader: &ArgumentReader<'_>,
    trigger: &Trigger<'_>,
    rules: &Parties,
    found: &[Candidate],
    roles: &mut [Role],
) {
    if trigger.part != FINITE {
        return;
    }
    let Some(verb) = reader.items.get(trigger.item) else {
        return;
    };
    let is_in = |list: &[Party], candidate: &Candidate| list.iter().any(|party| party.start == candidate.party.start);
    let relative = trigger
        .item
        .checked_sub(1)
        .and_then(|before| reader.items.get(before))
        .filter(|before| before.kind == Kind::Relative)
        .map(|before| before.start);
    let features = trigger.reading.features;
    let of_men = features.has(Features::PLURAL.with(Features::MASCULINE)) && features.has(Features::THIRD);
    let transitive = !rules.passive && !rules.recipients.is_empty();
    for (candidate, role) in found.iter().zip(roles) {
        let before = candidate.party.start < verb.start;
        let subject = rules
            .actors
            .iter()
            .any(|party| party.start == candidate.party.start && party.sure);
        match *role {
            Role::Recipient if transitive && subject && is_nominative(reader, candidate) => *role = Role::Actor,
            Role::Actor
                if relative.is_some_and(|at| candidate.party.start < at)
                    && !rules.actors.is_empty()
                    && !is_in(&rules.actors, candidate) =>
            {
                *role = Role::Neither;
            }
            Role::Actor if before && of_men && !names_people(candidate.party.class) => *role = Role::Neither,
            _ => {}
        }
    }
}

/// «مسلحون»: its ending says that it is no object.
fn is_nominative(reader: &ArgumentReader<'_>, candidate: &Candidate) -> bool {
    let at = candidate.party.start;
    let reading = reader.findings.morphology.best(at);
    reading.features.has(Features::PLURAL) && reader.findings.text.word_key(at, reading).ends_with("ون")
}

/// People, or a body of them.
fn names_people(class: Class) -> bool {
    class.is_human()
        || class.any(
            Class::ARMED
                .with(Class::CROWD)
                .with(Class::ORG)
                .with(Class::GPE)
                .with(Class::NAME)
                .with(Class::QUANTITY)
                .with(Class::DETAINED)
                .with(Class::DISPLACED)
                .with(Class::INJURED),
        )
        || !class.acts() && !class.any(Class::PLACE.with(Class::FACILITY).with(Class::WEAPON))
}
