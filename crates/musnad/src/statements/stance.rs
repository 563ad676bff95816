//! What a source does by saying it, where the cue alone («قال») does not tell.
//!
//! «أعلن رفضه» rejects, «قال إن على الحكومة أن» demands, «قال إنه يدين» condemns. The first words of the content decide.

use std::ops::Range;

use super::context::Context;
use super::cue::Form;
use crate::document::Stance;
use crate::morphology::Features;

/// How many tokens into the content a verb can still change the stance.
const REACH: usize = 8;

/// Where in the content «لن» still speaks for all of it, in tokens.
const NEAR: usize = 4;

/// The stance of a neutral cue with this content.
pub(super) fn of_content(context: &Context<'_>, tokens: Range<usize>, first_person: bool) -> Stance {
    let end = tokens.end.min(tokens.start + REACH);
    let (text, morphology) = (context.findings.text, context.findings.morphology);
    // «رفضه المشاركة», «دعمها الكامل»: the first noun is the act.
    for token in tokens.start..end.min(tokens.start + 1) {
        if let Some(stance) = context.cues.attitude(text, morphology, token) {
            return stance;
        }
        if let Some(candidate) = context.candidate(token)
            && candidate.form == Form::Masdar
            && let Some(entry) = context.cues.entry(candidate.cue)
            && entry.stance != Stance::Assert
        {
            return entry.stance;
        }
    }
    let mut negated = false;
    for token in tokens.start..end {
        let key = context.key(token);
        match key {
            "لن" if first_person => return Stance::Reject,
            "لا" | "لم" | "ليس" | "ليست" | "عدم" => negated = true,
            "يجب" | "ينبغي" | "يتعين" | "وجوب" | "ضروره" => return Stance::Demand,
            "علي" if token == tokens.start && complement_follows(context, token, end) => return Stance::Demand,
            _ => {}
        }
        let own = token <= tokens.start + 1;
        if own
            && let Some(candidate) = context.candidate(token)
            && candidate.form == Form::Finite
            && context.is_verb(token)
            && let Some(entry) = context.cues.entry(candidate.cue)
            && entry.stance != Stance::Assert
            && !candidate.reading.features.has(Features::PASSIVE)
        {
            return if negated { Stance::Assert } else { entry.stance };
        }
    }
    (tokens.start..end)
        .find_map(|token| {
            // «إن التنظيم لن يستأنف الحوار»
            if context.key(token) == "لن" && tokens.start < token && token <= tokens.start + NEAR {
                return Some(Stance::Reject);
            }
            context.cues.verdict(text, token)
        })
        .unwrap_or(Stance::Assert)
}

/// What somebody calls a thing whose name he does not share: «ما أسماه العدوان» accuses, «ما وصفه بالمخزي» condemns.
pub(super) fn of_description(context: &Context<'_>, tokens: Range<usize>) -> Stance {
    let words = tokens.clone().filter(|&token| context.is_word(token)).count();
    match of_content(context, tokens, false) {
        Stance::Assert if words == 1 => Stance::Condemn,
        Stance::Assert => Stance::Accuse,
        stance => stance,
    }
}

/// «على الحكومة أن»
fn complement_follows(context: &Context<'_>, token: usize, end: usize) -> bool {
    (token + 1..end).any(|at| context.key(at) == "ان")
}
