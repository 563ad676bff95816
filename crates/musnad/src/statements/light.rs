//! Acts of speech that a light verb performs and its object names.
//!
//! «وجه المرشد تحذيرا للدول الغربية من التدخل» (the leader directed a warning to the western states against interfering): the
//! cue is «تحذيرا», the source the subject of «وجه», the content «التدخل». Who is addressed is passed over; where the act
//! says nothing but whom it is about («وجه انتقادات إلى الحكومة»), that is the content.
//!
//! Not handled: acts that are no object («صدرت تحذيرات من»), or whose number stands between («سلسلة من التحذيرات»).

use super::complement::{self, Complement};
use super::context::Context;
use super::cue::{Act, Candidate, Form};
use super::frame::{Frame, Preposition};
use super::memory::Agreement;
use super::{Reading, Sourced, State, content, judge, parsed, source};
use crate::morphology::{Features, Pos, Proclitics};

/// How far before its noun the verb stands, in tokens.
const VERB: usize = 12;
/// How far behind its noun the content begins, in tokens.
const CONTENT: usize = 14;

impl State<'_, '_> {
    /// The act that the noun at the token names, where a light verb performs it.
    pub(super) fn act(&self, token: usize) -> Option<(&Act, Reading)> {
        let context = self.context;
        let act = context
            .cues
            .act(context.findings.text, context.findings.morphology, token)?;
        if token < self.zone_end || context.is_verb(token) || context.in_preposition(token) {
            return None;
        }
        let verb = verb(context, token)?;
        let (source, agreement, inherited) = self.performer(verb, token)?;
        let complement = complement(context, act, token)?;
        let candidate = candidate(context, token, Form::Masdar);
        let content = content::after(context, candidate, &complement, None)?;
        let by = (source, agreement, inherited);
        Some((act, Reading::nominal(&complement, content, by, 1.0, "statements.act")))
    }

    /// The subject of the verb.
    fn performer(&self, verb: usize, noun: usize) -> Option<Sourced> {
        let context = self.context;
        let phrase = match parsed::subject_of(context, verb) {
            Some(head) if head > verb => parsed::phrase(context, head, noun),
            Some(head) => parsed::phrase(context, head, verb),
            None => source::phrase(context, verb + 1, noun),
        };
        if phrase.is_empty() {
            let sourced = self.dropped(candidate(context, verb, Form::Finite));
            return sourced.0.is_some().then_some(sourced);
        }
        if !judge::can_speak(context, phrase.start) {
            return None;
        }
        let source = source::of_phrase(context, phrase.clone());
        let chain = self.memory.chain_of(context, &source, false);
        let chain = (!chain.is_empty()).then_some(chain);
        Some((Some(source), Agreement::of_phrase(context, phrase), chain))
    }
}

fn candidate(context: &Context<'_>, token: usize, form: Form) -> Candidate {
    Candidate {
        token,
        cue: 0,
        form,
        reading: context.findings.morphology.best(token),
    }
}

/// The light verb whose object the noun is.
fn verb(context: &Context<'_>, noun: usize) -> Option<usize> {
    let trees = context.findings.trees;
    let first = context.sentence(noun).start.max(noun.saturating_sub(VERB));
    let nearest = (first..noun).rev().find(|&at| context.is_verb(at))?;
    let verb = trees
        .head(noun)
        .filter(|&head| head < noun && trees.is_object(noun, head));
    let verb = verb.unwrap_or(nearest);
    let reading = context.findings.morphology.best(verb);
    let performs = reading.lexeme.is_some_and(|id| context.cues.is_light(id.0));
    let denied = verb
        .checked_sub(1)
        .is_some_and(|before| matches!(context.key(before), "لم" | "ولم" | "لا" | "لن"));
    (performs && !denied && !reading.features.has(Features::PASSIVE) && !trees.is_passive(verb)).then_some(verb)
}

/// Where what the act says begins.
fn complement(context: &Context<'_>, act: &Act, noun: usize) -> Option<Complement> {
    let limit = context.sentence(noun).end.min(noun + CONTENT);
    let mut addressed: Option<usize> = None;
    let mut at = noun + 1;
    while at < limit && (context.is_word(at) || context.quote_at(at).is_some()) {
        if let Some(found) = complement::complementizer(context, at) {
            return if found.is_empty() {
                begin(context, noun, at + 1, at)
            } else {
                Some(of(noun, at, found.start, at))
            };
        }
        if context.is_verb(at) || context.is_relative(at) {
            break;
        }
        let (word, next) = preposition(context, at);
        let somebody = context.speaker(next).is_some();
        match word {
            Some(word) if act.opens(word) && !(somebody && matches!(word, Preposition::For | Preposition::To)) => {
                return begin(context, noun, next, at);
            }
            Some(Preposition::For | Preposition::To) => {
                addressed.get_or_insert(next);
                at = end(context, next, limit);
            }
            Some(_) => at = end(context, next, limit),
            None if context.findings.morphology.best(at).pos == Pos::Adjective => at += 1,
            None => at = end(context, at, limit),
        }
    }
    let about = addressed.filter(|_| act.is_about())?;
    begin(context, noun, about, about)
}

/// The preposition at the token, alone or written onto its noun, and the token of the noun.
fn preposition(context: &Context<'_>, token: usize) -> (Option<Preposition>, usize) {
    let proclitics = context.findings.morphology.best(token).proclitics;
    match context.key(token) {
        "من" => (Some(Preposition::Of), token + 1),
        "الي" => (Some(Preposition::To), token + 1),
        "علي" => (Some(Preposition::On), token + 1),
        "ب" => (Some(Preposition::By), token + 1),
        "ل" => (Some(Preposition::For), token + 1),
        _ if proclitics.has(Proclitics::BI) => (Some(Preposition::By), token),
        _ if proclitics.has(Proclitics::LI) => (Some(Preposition::For), token),
        _ => (None, token),
    }
}

fn end(context: &Context<'_>, token: usize, limit: usize) -> usize {
    complement::phrase_end(context, token, limit).max(token + 1)
}

fn begin(context: &Context<'_>, noun: usize, content: usize, zone_end: usize) -> Option<Complement> {
    if content >= context.sentence(noun).end {
        return None;
    }
    let (content, start, quote) = complement::open_quote(context, content);
    let mut found = of(noun, content, start, zone_end);
    found.quote = quote;
    Some(found)
}

fn of(noun: usize, content: usize, content_start: u32, zone_end: usize) -> Complement {
    Complement {
        frame: Frame::Prepositional(Preposition::By),
        cue: 0,
        subject: None,
        relayed: None,
        content,
        content_start,
        quote: None,
        stance: None,
        zone_end: zone_end.max(noun + 1),
    }
}
