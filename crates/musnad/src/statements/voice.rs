//! Whose voice a cue is: the phrase after it, before it, by its tree, or whoever spoke last.

use std::ops::Range;

use super::cue::Candidate;
use super::memory::Agreement;
use super::speaker::Before;
use super::{Sourced, State, goes_on, judge, parsed, source, speaker};
use crate::document::Stance;

impl State<'_, '_> {
    /// What stands before a finite cue, by its tree where that has a subject there.
    pub(super) fn before(&self, candidate: Candidate) -> Before {
        let context = self.context;
        let before = speaker::before(context, candidate);
        if matches!(before, Before::Outer) {
            return before;
        }
        let parsed = match parsed::subject(context, candidate) {
            Some(head) if head < candidate.token => Some(parsed::phrase(context, head, candidate.token)),
            Some(_) => None,
            None => parsed::described(context, candidate)
                .filter(|phrase| Agreement::of_cue(candidate).allows(Agreement::of_phrase(context, phrase.clone()))),
        };
        // «… في سرت والأمم المتحدة تدعو»: a name right before the verb against a common noun far from it.
        let named = |phrase: &Range<usize>| context.name_at(phrase.start).is_some();
        if let (Before::Phrase(near), Some(far)) = (&before, &parsed)
            && near.end == candidate.token
            && named(near)
            && !named(far)
        {
            return before;
        }
        // «قرار يطالب»: a text that demands need not be somebody.
        let acts = context
            .cues
            .entry(candidate.cue)
            .is_some_and(|cue| cue.stance != Stance::Assert);
        match parsed.filter(|phrase| !phrase.is_empty() && (acts || judge::can_speak(context, phrase.start))) {
            Some(phrase) => Before::Phrase(phrase),
            None => before,
        }
    }

    /// The source of a finite cue, with the chain that it takes over.
    pub(super) fn subject(&self, candidate: Candidate, after: Option<Range<usize>>, before: &Before) -> Sourced {
        let context = self.context;
        let wanted = Agreement::of_cue(candidate);
        let named = match (after, before) {
            (Some(phrase), _) => Some(phrase),
            (None, Before::Phrase(phrase)) => Some(phrase.clone()),
            (None, _) => None,
        };
        if let Some(phrase) = named {
            let source = source::of_phrase(context, phrase.clone());
            let mut agreement = Agreement::of_phrase(context, phrase);
            if agreement.plural != Some(true) {
                agreement.feminine = wanted.feminine.or(agreement.feminine);
            }
            let goes_on = context.cues.entry(candidate.cue).is_some_and(|cue| goes_on(cue.lemma));
            let chain = self.memory.chain_of(context, &source, goes_on);
            return (Some(source), agreement, (!chain.is_empty()).then_some(chain));
        }
        if matches!(before, Before::Outer)
            && let Some(outer) = self.outer(candidate.token)
        {
            let statement = &outer.statement;
            return (statement.source, wanted, Some(statement.via.clone()));
        }
        self.dropped(candidate)
    }

    /// The source of a cue without a subject.
    pub(super) fn dropped(&self, candidate: Candidate) -> Sourced {
        let context = self.context;
        let wanted = Agreement::of_cue(candidate);
        let sentence = context.sentence(candidate.token);
        let nested = self.outer(candidate.token).is_some();
        if let Some(shared) = self.shared(candidate) {
            return shared;
        }
        if let Some(speaker) = self.memory.last(wanted, sentence.start, nested) {
            return (Some(speaker.source), speaker.agreement, Some(speaker.via.clone()));
        }
        let phrase = speaker::sentence_subject(context, candidate);
        if phrase.is_none()
            && let Some(speaker) = self.memory.last(wanted, 0, nested)
        {
            return (Some(speaker.source), speaker.agreement, Some(speaker.via.clone()));
        }
        let phrase = phrase.or_else(|| speaker::nearest_mention(context, candidate));
        match phrase {
            Some(phrase) => (Some(source::of_phrase(context, phrase)), wanted, None),
            None => (None, wanted, None),
        }
    }

    /// The source of the verb that the tree joins the cue to: «زار الوزير العاصمة وقال».
    fn shared(&self, candidate: Candidate) -> Option<Sourced> {
        let context = self.context;
        let wanted = Agreement::of_cue(candidate);
        parsed::governors(context, candidate.token).find_map(|verb| {
            if let Some(speaker) = self.memory.of_cue(verb) {
                let fits = wanted.allows(speaker.agreement);
                return fits.then(|| (Some(speaker.source), speaker.agreement, Some(speaker.via.clone())));
            }
            let head = parsed::subject_of(context, verb)?;
            let phrase = parsed::phrase(context, head, candidate.token);
            let fits = !phrase.is_empty()
                && judge::can_speak(context, phrase.start)
                && wanted.allows(Agreement::of_phrase(context, phrase.clone()));
            fits.then(|| (Some(source::of_phrase(context, phrase)), wanted, None))
        })
    }
}
