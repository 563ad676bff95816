//! Participants that the order of phrases does not show and the tree of the learned reader does.
//!
//! «ترفض أغلب القوى السياسية هذه الإجراءات» (most political forces reject these measures): the reader's subject and object fill what the
//! rules of [`super::frame`] left open; so do the subject of the verb that a verb is joined to («اقتحمت القوات المخيم ثم انسحبت»), the
//! head of a relative clause, and the agent of a passive. What the rules have found stands.

use super::{ArgumentReader, Parties, Party, push};
use crate::document::EventType;
use crate::events::class::Class;
use crate::events::item::{Item, Kind};
use crate::events::lexicon::FINITE;
use crate::events::prep::Prep;
use crate::events::trigger::Trigger;
use crate::morphology::{Features, Pos};

/// Steps up the tree in search of a subject.
const STEPS: usize = 4;

impl ArgumentReader<'_> {
    /// Fills the roles that are open.
    pub(super) fn add_from_tree(&self, trigger: &Trigger<'_>, passive: bool, parties: &mut Parties) {
        let Some(word) = self
            .item(trigger.item)
            .and_then(|item| self.tree.stem(item.start))
            .filter(|_| !self.tree.is_empty())
        else {
            return;
        };
        if trigger.part != FINITE {
            self.add_of_noun(trigger, word, parties);
            return;
        }
        let roles = &trigger.row.roles;
        if roles.subject_is_means || roles.hosts {
            return;
        }
        let suffers = passive || roles.patient;
        if suffers && parties.recipients.is_empty() || !suffers && parties.actors.is_empty() {
            let into = if suffers {
                &mut parties.recipients
            } else {
                &mut parties.actors
            };
            if let Some(subject) = self.own_subject(word) {
                self.add_group(subject, into);
            } else if trigger.reading.features.has(Features::THIRD)
                && let Some(subject) = self.shared_subject(word, trigger)
            {
                push(into, Party { sure: true, ..subject });
            }
        }
        if !suffers && parties.recipients.is_empty() && trigger.reading.suffix == 0 {
            let object = self
                .tree
                .children(word)
                .find(|(_, child)| child.deprel == "obj" && !roles.no_object)
                .map(|(index, _)| index)
                .or_else(|| self.behind(word, &roles.preps));
            if let Some(index) = object {
                let mut found = Vec::new();
                self.add_group(index, &mut found);
                found.retain(|party| !parties.actors.iter().any(|actor| actor.start == party.start));
                parties.recipients.append(&mut found);
            }
        }
        if suffers
            && parties.actors.is_empty()
            && let Some(index) = self.behind(word, &[Prep::By])
        {
            self.add_group(index, &mut parties.actors);
        }
    }

    /// What the tree says of an event noun: the subject of the verb that has it as its object, what a preposition of its frame brings.
    fn add_of_noun(&self, trigger: &Trigger<'_>, word: usize, parties: &mut Parties) {
        let roles = &trigger.row.roles;
        if parties.recipients.is_empty()
            && !roles.reciprocal
            && let Some(index) = self.behind(word, &roles.preps)
        {
            self.add_group(index, &mut parties.recipients);
        }
        if !parties.actors.is_empty() || trigger.row.kind == EventType::Assault && !parties.recipients.is_empty() {
            return;
        }
        let deprel = self.tree.word(word).map_or("", |word| word.deprel);
        if deprel != "obj" {
            return;
        }
        let Some(verb) = self.tree.head(word) else { return };
        let is_active = self.tree.word(verb).is_some_and(|verb| verb.upos == "VERB");
        if is_active && let Some(subject) = self.own_subject(verb) {
            self.add_group(subject, &mut parties.actors);
        }
    }

    fn own_subject(&self, verb: usize) -> Option<usize> {
        self.tree
            .children(verb)
            .find(|(_, child)| matches!(child.deprel, "nsubj" | "nsubj:pass"))
            .map(|(index, _)| index)
    }

    /// The subject of the verb that this one is joined to or hangs on, or the noun that its clause describes.
    fn shared_subject(&self, word: usize, trigger: &Trigger<'_>) -> Option<Party> {
        let mut at = word;
        for _ in 0..STEPS {
            let deprel = self.tree.word(at)?.deprel;
            let head = self.tree.head(at)?;
            let above = self.tree.word(head)?;
            if deprel.starts_with("acl") && matches!(above.upos, "NOUN" | "X" | "PROPN") {
                return self.party_at(head).filter(|party| self.fits(trigger, party));
            }
            if !matches!(deprel, "conj" | "parataxis" | "xcomp" | "advcl") {
                return None;
            }
            if above.upos == "VERB"
                && let Some(subject) = self.own_subject(head)
            {
                return self.party_at(subject).filter(|party| self.fits(trigger, party));
            }
            at = head;
        }
        None
    }

    fn fits(&self, trigger: &Trigger<'_>, party: &Party) -> bool {
        party.class.acts() && self.matches(trigger.reading.features, party.start)
    }

    /// The word that one of the prepositions brings to a word.
    fn behind(&self, word: usize, preps: &[Prep]) -> Option<usize> {
        self.tree
            .children(word)
            .filter(|(_, child)| child.deprel.starts_with("obl") || child.deprel == "nmod" || child.deprel == "iobj")
            .find(|(index, _)| {
                self.tree
                    .token(*index)
                    .and_then(|token| self.item_at(token))
                    .is_some_and(|item| {
                        item.start == self.tree.token(*index).unwrap_or_default() && preps.contains(&item.prep)
                    })
            })
            .map(|(index, _)| index)
    }

    /// The phrase that a token stands in.
    fn item_at(&self, token: usize) -> Option<&Item> {
        let after = self.items.partition_point(|item| item.start <= token);
        self.item(after.checked_sub(1)?)
            .filter(|item| item.kind == Kind::Phrase && token < item.end)
    }

    fn party_at(&self, word: usize) -> Option<Party> {
        let item = self.item_at(self.tree.token(word)?)?;
        (!item.class.has(Class::PRONOUN)).then(|| Party::of(item))
    }

    /// The phrase of a word and those joined to it.
    fn add_group(&self, word: usize, out: &mut Vec<Party>) {
        let Some(item) = self.tree.token(word).and_then(|token| self.item_at(token)) else {
            return;
        };
        let head = self.findings.morphology.best(item.start);
        if item.trigger && item.name.is_none() && head.features.has(Features::MASDAR) || head.pos == Pos::Pronoun {
            return;
        }
        let first = out.len();
        self.group(self.index_of(item), out);
        for party in out.iter_mut().skip(first) {
            party.sure = true;
        }
    }
}
