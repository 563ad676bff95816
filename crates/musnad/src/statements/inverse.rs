//! Contents that stand before what reports them: «…، كما قالت النيابة», «…، وفق البيان», «"…"، قال الوزير».

use std::ops::Range;

use super::complement;
use super::content;
use super::context::Context;
use super::cue::{Candidate, PhraseKind};
use super::frame::Frame;
use super::memory::{Agreement, Memory};
use super::source;
use super::{Reading, judge, medium};
use crate::document::SourceKind;

/// Longest phrase that opens a clause of report, in tokens: «وفقا لما».
const OPENER: usize = 3;

/// Where the phrase begins that opens the clause of the cue: «حسب ما», «كما».
pub(super) fn opener(context: &Context<'_>, token: usize) -> Option<usize> {
    let (text, morphology) = (context.findings.text, context.findings.morphology);
    // «…، وهو ما نفاه الجيش», «…، الأمر الذي نفاه الجيش»
    if let Some(from) = token.checked_sub(2)
        && context.findings.morphology.best(token).suffix > 0
        && matches!(
            (context.key(from), context.key(from + 1)),
            ("وهو" | "هو", "ما") | ("الامر" | "وهوامر" | "امر", "الذي")
        )
    {
        return Some(from);
    }
    let first = token.saturating_sub(OPENER);
    (first..token).find(|&at| {
        context.cues.phrase(text, morphology, at).is_some_and(|(kind, end)| {
            // «وفقا لما»: ل is written onto the word before the cue.
            kind == PhraseKind::Clause && end == token
                || matches!(kind, PhraseKind::Source) && end + 1 == token && matches!(context.key(end), "لما" | "ما")
        })
    })
}

/// The cue after a comma, where a quotation or a whole clause stands before it: «"…"، قال الوزير».
pub(super) fn after_comma(context: &Context<'_>, token: usize) -> Option<usize> {
    let comma = token.checked_sub(1)?;
    if context.has_wa(token) {
        return None;
    }
    let closing = |at: usize| matches!(context.key(at), "\"" | "»" | "”");
    if closing(comma) {
        return Some(token);
    }
    (matches!(context.key(comma), "،" | ",") && comma > 0 && closing(comma - 1)).then_some(comma)
}

/// The source behind the source in a zone: «نقلا عن شهود».
pub(super) fn relayed(context: &Context<'_>, zone: Range<usize>) -> Option<Range<usize>> {
    let (text, morphology) = (context.findings.text, context.findings.morphology);
    zone.clone().find_map(|token| {
        let (kind, next) = context.cues.phrase(text, morphology, token)?;
        let phrase = (kind == PhraseKind::Relay).then(|| source::phrase(context, next, zone.end))?;
        (!phrase.is_empty()).then_some(phrase)
    })
}

/// A cue whose content stands before `from`.
pub(super) fn by_verb(context: &Context<'_>, candidate: Candidate, from: usize, memory: &Memory) -> Option<Reading> {
    let entry = context.cues.entry(candidate.cue)?;
    // «بين» is a preposition wherever no clause follows.
    if musnad_data::fold::key(entry.lemma) == "بين" {
        return None;
    }
    let reports = entry.frames.iter().any(|frame| {
        matches!(
            frame,
            Frame::Clause | Frame::Quotation | Frame::Relay(_) | Frame::Appear | Frame::Prepositional(_)
        )
    });
    let sentence = context.sentence(candidate.token);
    if !reports || from <= sentence.start {
        return None;
    }
    let limit = sentence.end.min(candidate.token + 40);
    let mut at = candidate.token + 1;
    let mut subject = None;
    let mut behind = None;
    while at < limit {
        let key = context.key(at);
        let relay = entry
            .frames
            .iter()
            .any(|frame| matches!(frame, Frame::Relay(preposition) if preposition.word() == Some(key)))
            || entry.frames.contains(&Frame::Appear) && key == "في" && behind.is_none();
        if relay {
            let phrase = source::phrase(context, at + 1, limit);
            if !phrase.is_empty() {
                behind = Some(phrase);
            }
            break;
        }
        if subject.is_some() {
            break;
        }
        if context.is_time(at) || matches!(key, "،" | "," | "ايضا") {
            at += 1;
            continue;
        }
        if source::begins_phrase(context, at) && !context.in_preposition(at) {
            let phrase = source::phrase(context, at, limit);
            at = phrase.end.max(at + 1);
            subject = Some(phrase);
            continue;
        }
        if context.is_preposition(at) && subject.is_none() && !context.is_relative(at + 1) {
            // «أعلنت اليوم في بيان الوزارة» is rare; a phrase before the subject is passed over.
            at += 2;
            continue;
        }
        break;
    }
    // «كما أضاف أن» has its content after it.
    if (at..limit.min(at + 3)).any(|next| complement::complementizer(context, next).is_some()) {
        return None;
    }
    let content = content::before(context, from)?;
    let end = (at..limit)
        .find(|&next| matches!(context.key(next), "." | "؛"))
        .unwrap_or(limit);
    let channel = medium::read(context, candidate.token + 1..end, subject.as_ref());
    let mut own = Vec::new();
    let wanted = Agreement::of_cue(candidate);
    let (source, agreement, inherited) = match (behind, subject) {
        (Some(behind), subject) => {
            own.extend(subject.map(|phrase| source::of_phrase(context, phrase)));
            (
                Some(source::of_phrase(context, behind.clone())),
                Agreement::of_phrase(context, behind),
                None,
            )
        }
        (None, Some(phrase)) => {
            let mut agreement = Agreement::of_phrase(context, phrase.clone());
            agreement.feminine = wanted.feminine.or(agreement.feminine);
            (Some(source::of_phrase(context, phrase)), agreement, None)
        }
        (None, None) => match memory.last(wanted, 0, false) {
            Some(speaker) => (Some(speaker.source), speaker.agreement, Some(speaker.via.clone())),
            None => (None, wanted, None),
        },
    };
    source?;
    own.extend(channel.via);
    Some(Reading {
        source,
        agreement,
        own,
        inherited,
        content,
        stance: None,
        medium: channel.medium,
        score: 0.8,
        rule: "statements.inverse",
    })
}

/// «…، وفق البيان», «ووفق البيان فإن …».
pub(super) fn by_phrase(context: &Context<'_>, token: usize, next: usize) -> Option<Reading> {
    let sentence = context.sentence(token);
    if content::is_own_word(context, next) || matches!(context.key(next), "ما" | "لما") {
        return None;
    }
    if !judge::is_voice(context, next) {
        return None;
    }
    let speaks = context.speaker(next);
    // «وفق إحصاءات الجيش»: after a comma or at the head of the sentence any noun can be what was read.
    let apart = token == sentence.start || matches!(context.key(token - 1), "،" | ",");
    if speaks.is_none()
        && !apart
        && !context.is_unknown(next)
        && !context
            .cues
            .is_medium(context.findings.text, context.findings.morphology, next)
    {
        return None;
    }
    let phrase = source::phrase(context, next, sentence.end);
    if phrase.is_empty() {
        return None;
    }
    let opens =
        token == sentence.start || (sentence.start..token).all(|at| !context.is_word(at) || context.key(at) == "و");
    let content = if opens {
        // A relative clause of the source goes up to its comma.
        let mut from = phrase.end;
        if context.is_relative(from)
            || context.quote_at(from).is_none() && !matches!(context.key(from), "،" | "," | "فان" | "فقد" | ":")
        {
            let stop = |at: &usize| matches!(context.key(*at), "،" | "," | "فان" | "فقد" | ":");
            from = (from..sentence.end.min(from + 30)).find(stop).unwrap_or(from);
        }
        content::after_phrase(context, from)?
    } else {
        content::before(context, token)?
    };
    let mut source = source::of_phrase(context, phrase.clone());
    if speaks.is_none()
        && context
            .cues
            .is_medium(context.findings.text, context.findings.morphology, next)
    {
        source.kind = SourceKind::Document;
    }
    Some(Reading {
        source: Some(source),
        agreement: Agreement::of_phrase(context, phrase),
        own: Vec::new(),
        inherited: None,
        content,
        stance: None,
        medium: None,
        score: 0.8,
        rule: "statements.source_phrase",
    })
}
