//! Sources that are not named after their cue: before it, or earlier in the text.
//!
//! «لكن الوزير أوضح» (but the minister made clear) has its subject before the verb; «وأضاف» (and he added) has none: the
//! last speaker who agrees with the verb in gender and number is meant, with the chain that relayed him.

use std::ops::Range;

use musnad_data::words::statements as words;

use super::context::Context;
use super::cue::Candidate;
use super::memory::Agreement;
use super::source;
use crate::morphology::{Features, Pos};

/// How far before its verb a subject may begin, in tokens.
const REACH: usize = 45;

/// What the words before a cue say about its subject.
pub(super) enum Before {
    /// This phrase.
    Phrase(Range<usize>),
    /// «ما وصفه», «الذي وصفه»: whoever speaks around it.
    Outer,
    /// Nothing.
    Nothing,
}

/// The subject before a finite cue.
pub(super) fn before(context: &Context<'_>, candidate: Candidate) -> Before {
    let token = candidate.token;
    let sentence = context.sentence(token);
    let first = sentence.start.max(token.saturating_sub(REACH));
    let mut at = token;
    // «قد», «لم», adverbs and times stand between.
    while at > first && (words::is_filler(context.key(at - 1)) || context.is_time(at - 1)) {
        at -= 1;
    }
    let suffixed = candidate.reading.suffix > 0;
    if at > first && words::is_indefinite_relative(context.key(at - 1)) && !context.has_wa(token) {
        return Before::Outer;
    }
    if at > first && context.is_relative(at - 1) {
        if suffixed {
            return Before::Outer;
        }
        return match phrase_ending_at(context, candidate, first, at - 1, true) {
            Some(phrase) => Before::Phrase(phrase),
            None => antecedent(context, first, at - 1).map_or(Before::Outer, Before::Phrase),
        };
    }
    if candidate.reading.proclitics.0 == 0 || context.key(token).starts_with("س") {
        if let Some(phrase) = phrase_ending_at(context, candidate, first, at, false) {
            return Before::Phrase(phrase);
        }
        if let Some(phrase) = clause_subject(context, candidate, first, at) {
            return Before::Phrase(phrase);
        }
    }
    Before::Nothing
}

/// The noun phrase that ends right before `end` and can be the subject.
fn phrase_ending_at(
    context: &Context<'_>,
    candidate: Candidate,
    first: usize,
    end: usize,
    relative: bool,
) -> Option<Range<usize>> {
    let mut last = end;
    // «الوزير، سالم علي، قال»; «الاتحاد (نقابة) أعلن»
    if last > first && matches!(context.key(last - 1), "،" | "," | "-" | ")") {
        last -= 1;
    }
    let earliest = first.max(last.saturating_sub(14));
    // A verb behind its subject agrees in number: before a singular one, «… سرت والأمم المتحدة تدعو», a coordinated speaker
    // begins a clause of its own.
    let singular = Agreement::of_cue(candidate).plural == Some(false);
    let coordinated = |start: &usize| {
        context.has_wa(*start)
            && context.speaker(*start).is_some()
            && !context.is_time(*start)
            && source::phrase(context, *start, end).end >= last.min(end)
    };
    if singular
        && !relative
        && let Some(start) = (earliest + 1..last).rfind(coordinated)
        && context.name_at(start).is_some()
    {
        let phrase = source::phrase(context, start, end);
        if Agreement::of_cue(candidate).allows(Agreement::of_phrase(context, phrase.clone())) {
            return Some(phrase);
        }
    }
    (earliest..last).find_map(|start| {
        if !source::begins_phrase(context, start) {
            return None;
        }
        // «الاتحاد ذو التأثير الواسع»
        if start > first && matches!(context.key(start - 1), "ذو" | "ذي" | "ذوي" | "ذوو") {
            return None;
        }
        // A phrase inside a longer one is no phrase of its own.
        if start > first
            && source::begins_phrase(context, start - 1)
            && context.is_word(start - 1)
            && !matches!(context.key(start - 1), "،")
            && source::phrase(context, start - 1, end).end > start
        {
            return None;
        }
        let phrase = source::phrase(context, start, end);
        if phrase.end < last.min(end) {
            return None;
        }
        let head = context.findings.morphology.best(start);
        let qualified = start > first + 1
            && matches!(context.key(start - 1), "ذات" | "نفس" | "هذا" | "هذه" | "غير" | "كل")
            && context.is_preposition(start - 2);
        let governed = start > first && context.is_preposition(start - 1) || context.in_preposition(start) || qualified;
        // «بعد قرار يدين»: a clause after an indefinite noun describes it.
        let indefinite = !head.features.has(Features::DEFINITE) && context.name_at(start).is_none();
        if governed && !relative && !indefinite {
            return None;
        }
        // «بتنظيمات تعتبرها الحكومة إرهابية»: the pronoun takes the noun up again.
        if !relative && indefinite && candidate.reading.suffix > 0 {
            return None;
        }
        if !relative && context.speaker(start).is_none() && !context.is_unknown(start) && indefinite && governed {
            return None;
        }
        let wanted = Agreement::of_cue(candidate);
        let agreement = Agreement::of_phrase(context, phrase.clone());
        let fits = match (wanted.feminine, agreement.feminine) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        } || agreement.plural == Some(true);
        fits.then_some(phrase)
    })
}

/// The noun that a relative pronoun at `end` refers to.
pub(super) fn antecedent(context: &Context<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    let last = if end > first && matches!(context.key(end - 1), "،" | ",") {
        end - 1
    } else {
        end
    };
    let earliest = first.max(last.saturating_sub(10));
    (earliest..last).find_map(|start| {
        let phrase = source::phrase(context, start, last);
        (!phrase.is_empty() && phrase.end == last).then_some(phrase)
    })
}

/// «وكان الوزير، الذي …، قد قال»: the noun phrase that opens the clause.
fn clause_subject(context: &Context<'_>, candidate: Candidate, first: usize, end: usize) -> Option<Range<usize>> {
    let mut at = end;
    let mut start = None;
    while at > first {
        at -= 1;
        let key = context.key(at);
        let key = key.strip_prefix('و').unwrap_or(key);
        if words::is_clause_opener(key) {
            start = Some(at + 1);
            break;
        }
    }
    let mut start = match start {
        Some(start) => start,
        None if first == context.sentence(candidate.token).start => first,
        None => return None,
    };
    // «أما في بيروت فقال»: no subject there.
    while start < end && context.is_time(start) {
        start += 1;
    }
    if start >= end
        || context.is_preposition(start)
        || context.in_preposition(start) && start.checked_sub(1).is_none_or(|before| context.key(before) != "سبق")
        || context.is_verb(start)
    {
        return None;
    }
    let phrase = source::phrase(context, start, end);
    if phrase.is_empty() {
        return None;
    }
    // The verb must be the first of the clause, but for relative clauses and asides.
    let mut inside = false;
    for token in phrase.end..end {
        if context.is_relative(token) || matches!(context.key(token), "(" | "-" | "–") {
            inside = true;
        }
        if matches!(context.key(token), "،" | ",") && inside {
            inside = false;
        }
        if !inside && context.is_verb(token) && !words::is_filler(context.key(token)) {
            return None;
        }
    }
    let agreement = Agreement::of_phrase(context, phrase.clone());
    let wanted = Agreement::of_cue(candidate);
    let fits = match (wanted.feminine, agreement.feminine) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    } || agreement.plural == Some(true);
    fits.then_some(phrase)
}

/// The subject of the first verb of the sentence: «زار الوزير المدينة، وقال».
pub(super) fn sentence_subject(context: &Context<'_>, candidate: Candidate) -> Option<Range<usize>> {
    let sentence = context.sentence(candidate.token);
    let verb = (sentence.start..candidate.token.min(sentence.start + REACH)).find(|&token| context.is_verb(token))?;
    let mut at = verb + 1;
    while at < candidate.token && (context.is_time(at) || words::is_filler(context.key(at))) {
        at += 1;
    }
    let from_verb = source::phrase(context, at, candidate.token);
    let phrase = if from_verb.is_empty() || context.speaker(at).is_none() && !context.is_unknown(at) {
        // «الوزير زار المدينة وقال»
        let mut start = sentence.start;
        while start < verb && context.is_time(start) {
            start += 1;
        }
        if start >= verb || context.is_preposition(start) || context.in_preposition(start) {
            return None;
        }
        source::phrase(context, start, verb)
    } else {
        from_verb
    };
    if phrase.is_empty() || context.speaker(phrase.start).is_none() && !context.is_unknown(phrase.start) {
        return None;
    }
    Agreement::of_cue(candidate)
        .allows(Agreement::of_phrase(context, phrase.clone()))
        .then_some(phrase)
}

/// The nearest mention of somebody before the cue, for want of a speaker.
pub(super) fn nearest_mention(context: &Context<'_>, candidate: Candidate) -> Option<Range<usize>> {
    let first = candidate.token.saturating_sub(60);
    let wanted = Agreement::of_cue(candidate);
    (first..candidate.token).rev().find_map(|token| {
        let begins = context.name_at(token).is_some_and(|(_, tokens)| tokens.start == token)
            || context.findings.morphology.best(token).pos == Pos::Noun;
        if !begins || context.speaker(token).is_none() || !source::begins_phrase(context, token) {
            return None;
        }
        let phrase = source::phrase(context, token, candidate.token);
        (!phrase.is_empty() && wanted.allows(Agreement::of_phrase(context, phrase.clone()))).then_some(phrase)
    })
}
