//! The trained classifier of participants: which phrases beside a trigger do it, which have it done to them, and which say where.
//!
//! «أعلنت الوزارة مقتل جندي في اشتباك مع مهربين» (the ministry announced the death of a soldier in a clash with smugglers): no rule of grammar
//! makes «مهربين» the actor of «مقتل»; the way between them in the tree, the preposition and what kind of people they are do. What
//! the rules of [`super::argument`] found is one fact among others. Each phrase of the sentence is weighed by itself; what و joins
//! to it leans on what it was taken for.
//!
//! Without weights, or where the learned reader has read no tree, the rules decide alone. The weights are written by
//! `python/training/arguments`; see `docs/model-card.md`.

mod bound;
mod candidate;
mod facts;
mod sort;

use super::argument::{ArgumentReader, Parties, Party};
use super::class::Class;
use super::item::{Item, Kind};
use super::places::{Place, happens_somewhere, named};
use super::trigger::Trigger;
use crate::document::EventType;
use crate::error::Error;
use crate::morphology::Features;
use crate::reader::{File, damaged};
use crate::text::Span;
use candidate::{Candidate, candidates};
use facts::{BUCKETS, Beside, Facts};

/// Nothing, actor, recipient.
const OUTCOMES: usize = 3;

/// The weights.
#[derive(Debug)]
pub(super) struct RoleModel {
    /// For each bucket what it adds to the outcomes, and last to the odds that it was there.
    facts: Vec<[f32; OUTCOMES + 1]>,
    /// For what the first of a list was taken for, what that adds to the outcomes of the next.
    joined: [[f32; OUTCOMES]; OUTCOMES],
    /// Least probabilities, of an actor and of a recipient: of the likeliest phrase, and of others beside it.
    thresholds: [[f32; 2]; 2],
    /// Probability from which on what و joins to a phrase leans on it.
    joins_at: f32,
    /// Least probability of a place of a deed; words and papers need three times as much.
    place_at: f32,
}

/// A phrase with its facts, for training.
#[derive(Debug, Clone)]
pub(super) struct Weighed {
    pub(super) party: Party,
    pub(super) by_rules: u8,
    pub(super) is_place: bool,
    pub(super) joins: Option<usize>,
    pub(super) facts: Facts,
}

/// What a phrase is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Neither,
    Actor,
    Recipient,
}

impl RoleModel {
    /// Reads a file of weights.
    pub(super) fn new(bytes: &[u8]) -> Result<Self, Error> {
        let file = File::open(bytes)?;
        let rows = |name: &str, columns: usize| -> Result<Vec<f32>, Error> {
            Ok(file.table(name)?.shaped(name, Some(OUTCOMES), columns)?.to_floats())
        };
        // The file has the outcomes as rows, so that each has a scale of its own.
        let buckets = BUCKETS as usize;
        let by_outcome = rows("arguments.facts", buckets)?;
        let mut facts = vec![[0.0; OUTCOMES + 1]; buckets];
        for (outcome, row) in by_outcome.chunks_exact(buckets).enumerate() {
            for (weights, value) in facts.iter_mut().zip(row) {
                if let Some(weight) = weights.get_mut(outcome) {
                    *weight = *value;
                }
            }
        }
        let mut joined = [[0.0; OUTCOMES]; OUTCOMES];
        for (weights, row) in joined
            .iter_mut()
            .zip(rows("arguments.joined", OUTCOMES)?.chunks_exact(OUTCOMES))
        {
            weights.copy_from_slice(row);
        }
        let places = file
            .table("arguments.places")?
            .shaped("arguments.places", Some(1), buckets)?
            .to_floats();
        for ([.., weight], value) in facts.iter_mut().zip(places) {
            *weight = value;
        }
        let (thresholds, joins_at, place_at) = match file.vector("arguments.thresholds", 6)?.as_slice() {
            &[actor, actors, recipient, recipients, joins_at, place_at] => {
                ([[actor, actors], [recipient, recipients]], joins_at, place_at)
            }
            _ => return Err(damaged("arguments.thresholds")),
        };
        Ok(Self {
            facts,
            joined,
            thresholds,
            joins_at,
            place_at,
        })
    }

    /// Decides anew who takes part, from what the rules have found, and where it was; nothing where the rules say that best.
    pub(super) fn judge(
        &self,
        reader: &ArgumentReader<'_>,
        trigger: &Trigger<'_>,
        place: Option<Span>,
        parties: &mut Parties,
    ) -> Option<Place> {
        if reader.tree.is_empty() {
            return None;
        }
        let mut found = Vec::new();
        candidates(reader.findings, reader.items, reader.tree, trigger, parties, &mut found);
        let beside = Beside::new(reader, trigger, parties, &found, place);
        let mut weighed: Vec<[f32; OUTCOMES]> = Vec::with_capacity(found.len());
        let mut roles: Vec<Role> = Vec::with_capacity(found.len());
        let mut likeliest: Option<(f32, Candidate)> = None;
        // Words and papers seldom have a place.
        let bodily = happens_somewhere(trigger.row.kind) || trigger.row.kind == EventType::Consult;
        let place_at = self.place_at * if bodily { 1.0 } else { 3.0 };
        let mut facts = Facts::default();
        for (number, candidate) in found.iter().enumerate() {
            let head = candidate.joins.and_then(|first| roles.get(first).copied());
            beside.read(number, &mut facts);
            let (sums, here) = self.weigh(&facts, head);
            let [_, actor, recipient] = sums;
            roles.push(if actor.max(recipient) < self.joins_at {
                Role::Neither
            } else if actor >= recipient {
                Role::Actor
            } else {
                Role::Recipient
            });
            weighed.push(sums);
            // «أدانت الخارجية التفجير الذي وقع في كابول»: there was what is condemned.
            let of_another = !bodily && in_relative_clause(reader.items, trigger.item, candidate.party.start);
            let place = here >= place_at && !of_another && may_be_place(reader, &candidate.party);
            if place && likeliest.is_none_or(|(best, _)| here > best) {
                likeliest = Some((here, *candidate));
            }
        }
        let mut roles = self.choose(&weighed);
        bound::bind(reader, trigger, parties, &found, &mut roles);
        let of = |wanted: Role| -> Vec<Party> {
            let taken = found.iter().zip(&roles).filter(|(_, role)| **role == wanted);
            taken.map(|(candidate, _)| known(parties, candidate)).collect()
        };
        let (actors, recipients) = (of(Role::Actor), of(Role::Recipient));
        parties.actors = actors;
        parties.recipients = recipients;
        parties.explicit = !parties.actors.is_empty() || !parties.recipients.is_empty();
        likeliest.map(|(_, candidate)| {
            let (start, end) = (candidate.party.start, candidate.party.end);
            named(reader.findings, start, end).unwrap_or_else(|| {
                let text = reader.findings.text;
                let first = text.word_span(start, reader.findings.morphology.best(start));
                (first.cover(text.span(end.saturating_sub(1).max(start))), None)
            })
        })
    }

    /// Probabilities of the outcomes, and that it was there.
    fn weigh(&self, facts: &Facts, head: Option<Role>) -> ([f32; OUTCOMES], f32) {
        let [neither, actor, recipient] = head
            .and_then(|role| self.joined.get(role as usize).copied())
            .unwrap_or_default();
        let mut sums = [neither, actor, recipient, 0.0];
        for bucket in &facts.buckets {
            if let Some(weights) = self.facts.get(usize::from(*bucket)) {
                for (sum, weight) in sums.iter_mut().zip(weights) {
                    *sum += weight;
                }
            }
        }
        let [neither, actor, recipient, mut place] = sums;
        for bucket in &facts.of_place {
            if let Some([.., weight]) = self.facts.get(usize::from(*bucket)) {
                place += weight;
            }
        }
        let sums = [neither, actor, recipient];
        let largest = sums.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let powers = sums.map(|sum| (sum - largest).exp());
        let total: f32 = powers.iter().sum();
        (powers.map(|power| power / total), 1.0 / (1.0 + (-place).exp()))
    }

    /// Of each role the likeliest phrase, and others that are likely by themselves: that somebody does it is likelier than that many do.
    fn choose(&self, weighed: &[[f32; OUTCOMES]]) -> Vec<Role> {
        let mut roles = vec![Role::Neither; weighed.len()];
        for (role, [first, other]) in [Role::Actor, Role::Recipient].into_iter().zip(self.thresholds) {
            let chance = |number: usize| {
                let [_, actor, recipient] = weighed.get(number).copied().unwrap_or_default();
                match role {
                    Role::Actor if actor >= recipient => actor,
                    Role::Recipient if recipient > actor => recipient,
                    _ => 0.0,
                }
            };
            let best = (0..weighed.len()).max_by(|a, b| chance(*a).total_cmp(&chance(*b)));
            for (number, slot) in roles.iter_mut().enumerate() {
                let least = if Some(number) == best { first } else { other };
                if chance(number) >= least.max(f32::MIN_POSITIVE) {
                    *slot = role;
                }
            }
        }
        roles
    }
}

/// The party as the rules have it, where they do.
fn known(parties: &Parties, candidate: &Candidate) -> Party {
    let by_rules = parties.actors.iter().chain(&parties.recipients);
    by_rules
        .into_iter()
        .find(|party| party.start == candidate.party.start)
        .copied()
        .unwrap_or(candidate.party)
}

/// The phrases beside a trigger with their facts, for training.
pub(super) fn weighed(
    reader: &ArgumentReader<'_>,
    trigger: &Trigger<'_>,
    place: Option<Span>,
    parties: &Parties,
) -> Vec<Weighed> {
    let mut found = Vec::new();
    candidates(reader.findings, reader.items, reader.tree, trigger, parties, &mut found);
    let beside = Beside::new(reader, trigger, parties, &found, place);
    let is_in = |list: &[Party], party: &Party| list.iter().any(|other| other.start == party.start);
    found
        .iter()
        .enumerate()
        .map(|(number, candidate)| Weighed {
            party: known(parties, candidate),
            by_rules: if is_in(&parties.actors, &candidate.party) {
                Role::Actor as u8
            } else if is_in(&parties.recipients, &candidate.party) {
                Role::Recipient as u8
            } else {
                Role::Neither as u8
            },
            is_place: place.is_some_and(|place| {
                let span = reader.findings.text.span_of(candidate.party.start..candidate.party.end);
                place.overlaps(span)
            }),
            joins: candidate.joins,
            facts: beside.facts(number),
        })
        .collect()
}

/// Whether a phrase can say where: «رشقوا القوات بالحجارة» happens at no stones, nor at what verbs and nouns of action tell.
fn may_be_place(reader: &ArgumentReader<'_>, party: &Party) -> bool {
    let (text, morphology) = (reader.findings.text, reader.findings.morphology);
    let site = Class::PLACE.with(Class::FACILITY).with(Class::GPE);
    let means = reader.resources.instruments.get(text, morphology, party.start);
    let action = morphology.best(party.start).features.has(Features::MASDAR);
    party.class.any(site)
        || named(reader.findings, party.start, party.end).is_some()
        || means.is_none()
            && !action
            && !party.class.any(
                Class::WEAPON
                    .with(Class::KILLED)
                    .with(Class::INJURED)
                    .with(Class::MONEY),
            )
}

/// Whether a relative clause begins between an item and a token after it.
fn in_relative_clause(items: &[Item], from: usize, token: usize) -> bool {
    let after = items.get(from + 1..).unwrap_or_default().iter();
    after
        .take_while(|item| item.start < token)
        .any(|item| item.kind == Kind::Relative)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> RoleModel {
        RoleModel {
            facts: vec![[0.0, 2.0, 0.0, 4.0], [1.0, 0.0, 0.5, -4.0]],
            joined: [[0.0; 3], [0.0, 3.0, 0.0], [0.0; 3]],
            thresholds: [[0.3, 0.5], [0.2, 0.5]],
            joins_at: 0.25,
            place_at: 0.5,
        }
    }

    fn facts(buckets: &[u16], of_place: &[u16]) -> Facts {
        Facts {
            buckets: buckets.to_vec(),
            of_place: of_place.to_vec(),
        }
    }

    #[test]
    fn facts_add_up_and_a_list_keeps_its_role() {
        let model = model();
        let weigh = |buckets: &[u16], head| model.weigh(&facts(buckets, &[]), head).0;
        let [_, alone, _] = weigh(&[1], None);
        let [_, with_fact, _] = weigh(&[0, 1], None);
        let [_, joined, _] = weigh(&[1], Some(Role::Actor));
        assert!(alone < with_fact && with_fact < joined);
        // A bucket that the table does not have says nothing.
        let [unknown, ..] = weigh(&[7], None);
        let [nothing, ..] = weigh(&[], None);
        assert!((unknown - nothing).abs() < 1e-6);
    }

    #[test]
    fn the_likeliest_needs_less_than_others() {
        let roles = model().choose(&[[0.6, 0.4, 0.0], [0.6, 0.35, 0.05], [0.7, 0.05, 0.25], [0.2, 0.7, 0.1]]);
        assert_eq!(roles, [Role::Neither, Role::Neither, Role::Recipient, Role::Actor]);
        assert_eq!(model().choose(&[]), []);
    }

    #[test]
    fn a_place_is_weighed_by_itself() {
        let model = model();
        let weigh = |buckets: &[u16], of_place: &[u16]| model.weigh(&facts(buckets, of_place), None).1;
        assert!(weigh(&[0], &[]) > 0.9 && weigh(&[], &[1]) < 0.1);
        assert!((weigh(&[], &[]) - 0.5).abs() < 1e-6);
    }

    #[test]
    fn damaged_weights_are_refused() {
        assert!(RoleModel::new(b"nothing").is_err());
    }
}
