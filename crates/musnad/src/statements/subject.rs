//! Which noun phrase after a cue is its subject, and which its object.
//!
//! «ودعت الحكومة المواطنين إلى» (and the government called on the citizens to): gender, case and number tell, and who can
//! speak at all.

use super::complement::complementizer;
use super::context::Context;
use super::cue::{Candidate, Form};
use super::source;
use crate::morphology::Features;

/// Whether the noun phrase at the token is the subject of the cue rather than its object.
pub(super) fn takes_subject(
    context: &Context<'_>,
    candidate: Candidate,
    token: usize,
    has_subject: bool,
    wants_object: bool,
    limit: usize,
) -> bool {
    let best = context.findings.morphology.best(token);
    let verb = candidate.reading.features;
    // «المواطنين» is no nominative.
    let accusative = best.features.has(Features::ACCUSATIVE)
        && best.features.any(Features::PLURAL.with(Features::DUAL))
        && !best.features.has(Features::CONSTRUCT);
    if candidate.form == Form::Participle || accusative && context.name_at(token).is_none() {
        return false;
    }
    // After its subject the verb would agree in number: «قالوا».
    if candidate.form == Form::Finite && verb.has(Features::PLURAL) && !verb.has(Features::FIRST) {
        return false;
    }
    if has_subject && wants_object {
        return false;
    }
    // «تعليق نشاطه»: an action or a thing with a pronoun is an object.
    let speaks = context.speaks(token);
    if has_subject && !speaks {
        return false;
    }
    if !wants_object {
        return true;
    }
    if speaks {
        // «وقالت … ودعت المواطنين»: gender tells subject from object.
        return agrees(context, candidate, token);
    }
    // An unknown word is a name if something else can be the object.
    context.is_unknown(token) && {
        let phrase = source::phrase(context, token, limit);
        (phrase.end..limit.min(phrase.end + 4))
            .any(|next| source::begins_phrase(context, next) || complementizer(context, next).is_some())
    }
}

/// Whether the token can be a noun of action without a particle before it.
pub(super) fn is_action(context: &Context<'_>, token: usize) -> bool {
    let bare =
        |reading: crate::morphology::Analysis| reading.features.has(Features::MASDAR) && reading.proclitics.0 == 0;
    context.is_word(token) && context.name_at(token).is_none() && context.findings.morphology.all(token).any(bare)
}

/// Whether a verb before its subject agrees with the noun in gender, as far as both show it.
pub(super) fn agrees(context: &Context<'_>, candidate: Candidate, token: usize) -> bool {
    let verb = candidate.reading.features;
    let noun = context.findings.morphology.best(token).features;
    if candidate.form != Form::Finite || context.name_at(token).is_some() {
        return true;
    }
    let feminine_verb = verb.has(Features::FEMININE);
    let feminine_noun = noun.has(Features::FEMININE);
    let masculine_noun = noun.has(Features::MASCULINE) && !feminine_noun;
    if noun.has(Features::PLURAL) {
        // Broken plurals take either.
        return true;
    }
    let mismatch = feminine_verb && masculine_noun || !feminine_verb && verb.has(Features::MASCULINE) && feminine_noun;
    !mismatch
}
