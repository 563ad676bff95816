//! What the training of the classifiers is told: everything that the lexicon proposes, told or not.

use super::{Pass, place_of};
use crate::document::ArgumentRole;
use crate::events::draft::argument;
use crate::events::roles::weighed;
use crate::events::{Findings, ParticipantCandidate, Resources, TriggerCandidate};

/// What the lexicon proposes, with all that the classifier is told of it.
pub(in crate::events) fn candidates(findings: Findings<'_>, resources: &Resources) -> Vec<TriggerCandidate> {
    let mut pass = Pass::new(findings, resources);
    let mut candidates = Vec::new();
    for sentence in 0..findings.text.sentences.len() {
        if !pass.cut(sentence) {
            continue;
        }
        let proposed = pass.propose(sentence, true);
        let first = candidates.len();
        let facts = pass.facts(sentence, &proposed);
        let arguments = pass.arguments();
        candidates.extend(proposed.into_iter().zip(facts).map(|(one, facts)| {
            let token = pass.items.get(one.trigger.item).map_or(0, |item| item.start);
            TriggerCandidate {
                span: one.draft.event.trigger,
                event_type: one.trigger.row.kind,
                ground: one.trigger.ground.code(),
                by_rules: one.meant,
                repeats: one.repeats.map(|before| first + before),
                participants: weighed(&arguments, &one.trigger, place_of(&one.draft.event), &one.parties)
                    .into_iter()
                    .map(|weighed| ParticipantCandidate {
                        span: argument(findings, ArgumentRole::Actor, &weighed.party).span,
                        by_rules: weighed.by_rules,
                        is_place: weighed.is_place,
                        joins: weighed.joins,
                        facts: weighed.facts.buckets,
                        place_facts: weighed.facts.of_place,
                    })
                    .collect(),
                facts: facts.buckets,
                state: findings
                    .projected
                    .map_or_else(Vec::new, |states| states.row(token).to_vec()),
            }
        }));
        pass.leave();
    }
    candidates
}
