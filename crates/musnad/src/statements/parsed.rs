//! What the dependency trees say of a cue: its subject, and the verb whose subject it shares.
//!
//! «زار الوزير العاصمة وقال إن …» (the minister visited the capital and said that …): «قال» is coordinated with «زار», whose
//! subject is «الوزير». Every answer is `None` where only rules have read.

use std::ops::Range;

use super::context::Context;
use super::cue::{Candidate, Form};
use super::source;

/// Most steps from a verb to the one whose subject it shares.
const STEPS: usize = 4;

/// The head word of the subject of a verb, where it is a noun.
pub(super) fn subject_of(context: &Context<'_>, verb: usize) -> Option<usize> {
    let trees = context.findings.trees;
    let at = trees.subject(verb)?;
    let noun = matches!(trees.upos(at), Some("NOUN" | "PROPN" | "X" | "ADJ" | "NUM" | "DET"));
    let usable = noun && !trees.is_passive(verb) && !context.is_relative(at) && !context.is_time(at);
    usable.then_some(at)
}

/// The head word of the subject of a finite cue.
pub(super) fn subject(context: &Context<'_>, candidate: Candidate) -> Option<usize> {
    if candidate.form == Form::Finite {
        subject_of(context, candidate.token)
    } else {
        None
    }
}

/// The phrase with that head word, which may begin before it («مشروع قرار») and ends before `limit`.
pub(super) fn phrase(context: &Context<'_>, head: usize, limit: usize) -> Range<usize> {
    let trees = context.findings.trees;
    let mut start = head;
    while let Some(before) = start.checked_sub(1)
        && trees.head(start) == Some(before)
        && trees.upos(before) == Some("NOUN")
        && source::begins_phrase(context, before)
    {
        start = before;
    }
    let found = source::phrase(context, start, limit);
    if found.contains(&head) {
        found
    } else {
        source::phrase(context, head, limit)
    }
}

/// «قرار يدين», «شاهد يقول»: the noun that a clause without a relative pronoun describes, as a phrase that ends at the cue.
pub(super) fn described(context: &Context<'_>, candidate: Candidate) -> Option<Range<usize>> {
    let trees = context.findings.trees;
    let token = candidate.token;
    // «شخصا تتهمه»: with a pronoun the noun is what is spoken of.
    if candidate.reading.suffix > 0
        || !matches!(trees.relation(token), Some("acl" | "acl:relcl"))
        || trees.subject(token).is_some()
    {
        return None;
    }
    let head = trees.head(token).filter(|&head| head < token)?;
    if context.is_relative(head) || !matches!(trees.upos(head), Some("NOUN" | "PROPN" | "X")) {
        return None;
    }
    let found = phrase(context, head, token);
    (found.end == token).then_some(found)
}

/// «وقال», «مضيفا», «إلى القول»: the verbs, nearest first, whose subject the cue may share.
pub(super) fn governors<'c>(context: &'c Context<'_>, token: usize) -> impl Iterator<Item = usize> + 'c {
    let trees = context.findings.trees;
    let mut at = token;
    std::iter::from_fn(move || {
        let shares = matches!(
            trees.relation(at),
            Some("conj" | "advcl" | "acl" | "obl" | "obl:arg" | "xcomp" | "nmod" | "obj")
        );
        at = trees.head(at).filter(|_| shares)?;
        Some(at)
    })
    .take(STEPS)
    .filter(move |&verb| verb < token && trees.upos(verb) == Some("VERB"))
}
