//! What follows a cue: the subject between cue and content, and where the content begins.
//!
//! From the cue on the words are read in pieces: noun phrases, prepositional phrases, times, parentheses, relative
//! clauses; until one of the cue's frames is met. «قال الوزير، أمس، في بيان إن …» has the subject «الوزير» and a clause.

use std::ops::Range;

use super::context::Context;
use super::cue::{Candidate, Form};
use super::frame::Frame;
use super::government::{Met, prepositional};
use super::source;
use super::subject::{is_action, takes_subject};
use crate::document::Stance;
use crate::morphology::Pos;
use crate::text::quote::Quote;

/// How far a content may begin from its cue, in tokens.
const REACH: usize = 60;

/// Where a content begins.
#[derive(Debug, Clone)]
pub(super) struct Complement {
    /// The frame that fits.
    pub(super) frame: Frame,
    /// Entry of the cue lexicon.
    pub(super) cue: usize,
    /// Subject phrase after the cue.
    pub(super) subject: Option<Range<usize>>,
    /// The source after «نقل … عن», «جاء في».
    pub(super) relayed: Option<Range<usize>>,
    /// First token of the content.
    pub(super) content: usize,
    /// First byte of the content.
    pub(super) content_start: u32,
    /// The quotation that the content is.
    pub(super) quote: Option<Quote>,
    /// Stance of a noun of attitude.
    pub(super) stance: Option<Stance>,
    /// First token after the cue that is no part of the subject zone.
    pub(super) zone_end: usize,
}

/// What the walk has met so far.
struct Walk {
    subject: Option<Range<usize>>,
    relayed: Option<Range<usize>>,
}

/// Whether the token is إن or أن, and whether it carries the subject of its clause («أنه»).
pub(super) fn complementizer(context: &Context<'_>, token: usize) -> Option<Range<u32>> {
    let key = context.key(token);
    let raw = context.findings.text.raw_of(token);
    if raw.starts_with('آ') {
        return None;
    }
    let (bare, by) = match key.strip_prefix('ب') {
        Some(rest) if rest.starts_with("ان") => (rest, true),
        _ => (key, false),
    };
    let span = context.findings.text.span(token);
    match bare {
        // «بان كي مون» is a name.
        "ان" if by && matches!(context.key(token + 1), "كي" | "غي") => None,
        // The content begins after the bare particle.
        "ان" => Some(span.end..span.end),
        "انه" | "انها" | "انهم" | "انهما" | "انهن" | "انني" | "اني" | "اننا" | "انك" | "انكم" | "انا" =>
        {
            let by_bytes = if by { 2 } else { 0 };
            Some(span.start + by_bytes..span.end)
        }
        "الا" if !by && raw.starts_with("ألا") => Some(span.start..span.end),
        _ => None,
    }
}

/// Finds the complement of a cue.
pub(super) fn read(context: &Context<'_>, candidate: Candidate, has_subject: bool) -> Option<Complement> {
    let options: Vec<usize> = context.cues.alternatives(candidate).collect();
    options
        .iter()
        .find_map(|&cue| read_as(context, candidate, cue, has_subject))
}

fn read_as(context: &Context<'_>, candidate: Candidate, cue: usize, has_subject: bool) -> Option<Complement> {
    let entry = context.cues.entry(cue)?;
    let frames = entry.frames.as_slice();
    let has = |frame: Frame| frames.contains(&frame);
    let clause = has(Frame::Clause) || frames.iter().any(|f| matches!(f, Frame::Relay(_) | Frame::Appear));
    let speech = clause || has(Frame::Quotation);
    let suffix = candidate.reading.suffix > 0;
    let sentence = context.sentence(candidate.token);
    // A cue inside a quotation has its content there too.
    let around = context.quote_around(candidate.token);
    let limit = around
        .map_or(sentence.end, |quote| quote.close)
        .min(candidate.token + REACH);
    let mut walk = Walk {
        subject: None,
        relayed: None,
    };
    let mut token = candidate.token + 1;
    let done = |walk: Walk, frame: Frame, content: usize, start: u32, quote: Option<Quote>, zone_end: usize| {
        Some(Complement {
            frame,
            cue,
            subject: walk.subject,
            relayed: walk.relayed,
            content,
            content_start: start,
            quote,
            stance: None,
            zone_end,
        })
    };
    let mut commas = 0;
    while token < limit {
        let key = context.key(token);
        if let Some(quote) = context.quote_at(token) {
            let inside = quote.close - quote.open;
            let short = inside <= source::NAME_IN_QUOTES;
            let closes = quote.close + 1 >= sentence.end || matches!(context.key(quote.close + 1), "." | "،" | ",");
            let after_relay = walk.relayed.is_some() || !frames.iter().any(|f| matches!(f, Frame::Relay(_)));
            // «قال رئيس جمعية "عهد"، إن»: a name, if a clause comes.
            let named = short
                && clause
                && (quote.close + 1..limit.min(quote.close + 12)).any(|at| complementizer(context, at).is_some());
            if speech
                && after_relay
                && !named
                && (!short || closes)
                && !(walk.subject.is_none() && !has_subject && short)
            {
                return done(
                    walk,
                    Frame::Quotation,
                    token + 1,
                    context.findings.text.span(token + 1).start,
                    Some(quote),
                    token,
                );
            }
            if walk.subject.is_none() && short {
                let phrase = source::phrase(context, token, limit);
                if !phrase.is_empty() {
                    token = phrase.end;
                    walk.subject = Some(phrase);
                    continue;
                }
            }
            token = quote.close + 1;
            continue;
        }
        if let Some(found) = complementizer(context, token) {
            if !clause || candidate.form == Form::Masdar && token > candidate.token + 8 {
                return None;
            }
            if frames.iter().any(|f| matches!(f, Frame::Relay(_))) && walk.relayed.is_none() {
                return None;
            }
            let inclusive = !found.is_empty();
            let (content, start) = if inclusive {
                (token, found.start)
            } else {
                (token + 1, 0)
            };
            let mut content = content;
            let mut quote = None;
            if !inclusive && let Some(opened) = context.quote_at(content) {
                quote = Some(opened);
                content += 1;
            }
            if content >= sentence.end {
                return None;
            }
            let start = if inclusive {
                start
            } else {
                context.findings.text.span(content).start
            };
            return done(walk, Frame::Clause, content, start, quote, token);
        }
        match key {
            "(" => {
                token = (token + 1..limit.min(token + 40))
                    .find(|&t| context.key(t) == ")")
                    .map_or(token + 1, |close| close + 1);
                continue;
            }
            "-" | "–" | "—" | "ـ" => {
                token = (token + 1..limit.min(token + 40))
                    .find(|&t| matches!(context.key(t), "-" | "–" | "—" | "ـ"))
                    .map_or(token + 1, |close| close + 1);
                continue;
            }
            ":" => {
                if !speech {
                    return None;
                }
                let mut content = token + 1;
                let quote = context.quote_at(content);
                if quote.is_some() {
                    content += 1;
                }
                if content >= context.sentence(token).end {
                    return None;
                }
                return done(
                    walk,
                    Frame::Quotation,
                    content,
                    context.findings.text.span(content).start,
                    quote,
                    token,
                );
            }
            "؛" | "؟" | "!" | ";" => return None,
            "." => {
                if token + 1 >= limit {
                    return None;
                }
                token += 1;
                continue;
            }
            "،" | "," => {
                commas += 1;
                if commas > 5 {
                    return None;
                }
                token += 1;
                continue;
            }
            _ => {}
        }
        if context.is_relative(token) {
            // The relative clause of the subject: up to its comma, or to what the cue waits for.
            token = relative_end(context, token, limit, speech);
            continue;
        }
        if context.is_time(token) {
            token += 1;
            continue;
        }
        if let Some(other) = context.candidate(token)
            && other.form == Form::Finite
            && context.is_verb(token)
            && candidate.form != Form::Masdar
            && (context.has_wa(token) || matches!(context.key(token - 1), "،" | "كما" | "فيما" | "بينما"))
        {
            return None;
        }
        // Another source phrase ends the search: «قال …، وفق …».
        if context
            .cues
            .phrase(context.findings.text, context.findings.morphology, token)
            .is_some_and(|(kind, _)| kind == super::cue::PhraseKind::Source)
            && context.key(token - 1) == "،"
        {
            return None;
        }
        if let Some(found) = prepositional(
            context,
            frames,
            token,
            walk.subject.is_some() || has_subject,
            walk.relayed.is_some(),
        ) {
            match found {
                Met::Content(frame, content) => {
                    // «أعلن عن أن», «دعا إلى أن»: the clause wins where the frame has one.
                    if complementizer(context, content).is_some() && clause {
                        token = content;
                        continue;
                    }
                    let (content, start, quote) = open_quote(context, content);
                    return done(walk, frame, content, start, quote, token);
                }
                Met::Relayed(phrase) => {
                    token = phrase.end;
                    walk.relayed = Some(phrase);
                    continue;
                }
                Met::Attitude(noun) => return attitude(context, walk, cue, noun, limit, token),
            }
        }
        // «اعتبرتها من المواقف المسؤولة»
        if suffix && has(Frame::Describe) && token == candidate.token + 1 && key == "من" {
            return done(walk, Frame::Name, token, context.word_start(token), None, token);
        }
        // «اتهم ما وصفها بتنظيمات», «أدان ما أسماه»
        if has(Frame::Object)
            && matches!(key, "ما" | "من")
            && context
                .candidate(token + 1)
                .is_some_and(|next| next.form == Form::Finite)
        {
            return done(walk, Frame::Object, token, context.word_start(token), None, token);
        }
        if context.is_preposition(token) {
            // The noun of the phrase is no subject.
            token = skip_phrase(context, token + 1, limit);
            continue;
        }
        if context.in_preposition(token) && context.name_at(token).is_none_or(|(_, tokens)| tokens.start == token) {
            token = skip_phrase(context, token, limit);
            continue;
        }
        if matches!(key, "قوله" | "قولها" | "قولهم" | "قولهما" | "القول") {
            token += 1;
            continue;
        }
        // «نفى الجيش قصف المدينة»: after the subject the word is an action, not a verb.
        let action = (walk.subject.is_some() || has_subject) && has(Frame::Object) && is_action(context, token);
        if action || source::begins_phrase(context, token) && !context.is_verb(token) {
            let wants_object = frames.iter().any(|f| {
                matches!(
                    f,
                    Frame::Object
                        | Frame::Blame
                        | Frame::Describe
                        | Frame::DescribeBy
                        | Frame::Name
                        | Frame::Ask
                        | Frame::Attitude(None)
                )
            });
            // «أكد رئيس اللجنة في المحافظة منير العبيدي … أن»: the name of the subject, further on than its title.
            if !action
                && clause
                && walk.subject.is_some()
                && let Some(name) = context.person_at(token)
                && (name.end..limit).any(|at| complementizer(context, at).is_some())
            {
                walk.subject = walk.subject.map(|subject| subject.start..name.end);
                token = name.end.max(token + 1);
                continue;
            }
            let is_subject = !action
                && walk.subject.is_none()
                && takes_subject(context, candidate, token, has_subject, wants_object, limit);
            if is_subject {
                let phrase = source::phrase(context, token, limit);
                token = phrase.end.max(token + 1);
                walk.subject = Some(phrase);
                continue;
            }
            if has(Frame::Attitude(None)) {
                return attitude(context, walk, cue, token, limit, token);
            }
            if has(Frame::Object) {
                let (content, start, quote) = open_quote(context, token);
                return done(walk, Frame::Object, content, start, quote, token);
            }
            if has(Frame::Blame) {
                let names_blame = (token..limit).any(|at| context.key(at).contains("مسوولي"));
                return if names_blame {
                    done(walk, Frame::Blame, token, context.word_start(token), None, token)
                } else {
                    None
                };
            }
            if suffix && (has(Frame::Name) || has(Frame::Describe)) {
                let (content, start, quote) = open_quote(context, token);
                return done(walk, Frame::Name, content, start, quote, token);
            }
            if has(Frame::Name) {
                return None;
            }
            if has(Frame::DescribeBy) {
                // «وصف الهجوم بالجبان»: the object is part of the content.
                return done(walk, Frame::DescribeBy, token, context.word_start(token), None, token);
            }
            // «القرار يعتبر خرقا» calls nobody anything: somebody must speak.
            if has(Frame::Describe) && walk.subject.is_some() && !next_is_clause(context, token, limit) {
                return done(walk, Frame::Describe, token, context.word_start(token), None, token);
            }
            if has(Frame::Ask) && walk.relayed.is_none() {
                return done(walk, Frame::Ask, token, context.word_start(token), None, token);
            }
            let end = syntax_end(context, token, limit);
            token = end;
            continue;
        }
        token += 1;
    }
    None
}

/// «أعرب عن قلقه من …»: the noun gives the stance, the content follows its preposition where it has one.
fn attitude(
    context: &Context<'_>,
    walk: Walk,
    cue: usize,
    noun: usize,
    limit: usize,
    zone_end: usize,
) -> Option<Complement> {
    let (text, morphology) = (context.findings.text, context.findings.morphology);
    let stance = context.cues.attitude(text, morphology, noun);
    let mut content = noun;
    let by_object = context
        .cues
        .entry(cue)
        .is_some_and(|entry| entry.frames.contains(&Frame::Attitude(None)));
    if stance.is_none() && (by_object || context.is_preposition(noun)) {
        return None;
    }
    // «عن قلقها الشديد إزاء»: what the feeling is about is the content.
    if stance.is_some() {
        let end = syntax_end(context, noun, limit);
        let mut next = end;
        while next < limit.min(end + 3) && context.findings.morphology.best(next).pos == Pos::Adjective {
            next += 1;
        }
        if context.is_preposition(next) && next + 1 < limit {
            content = next + 1;
        } else if next < limit && context.in_preposition(next) {
            content = next;
        }
    }
    if content >= limit {
        return None;
    }
    let start = if complementizer(context, content).is_some_and(|found| found.is_empty()) {
        content += 1;
        text.span(content).start
    } else {
        context.word_start(content)
    };
    Some(Complement {
        frame: Frame::Attitude(None),
        cue,
        subject: walk.subject,
        relayed: None,
        content,
        content_start: start,
        quote: None,
        stance,
        zone_end,
    })
}

/// Steps into a quotation that opens at the token; the word's first byte otherwise.
fn open_quote(context: &Context<'_>, token: usize) -> (usize, u32, Option<Quote>) {
    // «بـ"المخزي"»
    let token = if matches!(context.key(token), "ب" | "ل") || context.key(token).is_empty() {
        token + 1
    } else {
        token
    };
    match context.quote_at(token) {
        Some(quote) => (token + 1, context.word_start(token + 1), Some(quote)),
        None => (token, context.word_start(token), None),
    }
}

fn next_is_clause(context: &Context<'_>, token: usize, limit: usize) -> bool {
    let end = syntax_end(context, token, limit);
    (end..limit.min(end + 6)).any(|next| complementizer(context, next).is_some())
}

/// End of the base phrase at the token.
fn syntax_end(context: &Context<'_>, token: usize, limit: usize) -> usize {
    let phrase = crate::syntax::noun_phrase(context.findings.text, context.findings.morphology, token);
    let name = context.name_at(token).map_or(0, |(_, tokens)| tokens.end);
    phrase.end.max(name).clamp(token + 1, limit.max(token + 1))
}

/// Skips the phrase of a preposition.
fn skip_phrase(context: &Context<'_>, token: usize, limit: usize) -> usize {
    if token >= limit
        || complementizer(context, token).is_some()
        || context.quote_at(token).is_some()
        || context.is_preposition(token)
    {
        return token;
    }
    if context.is_relative(token) || matches!(context.key(token), "ما" | "من") {
        return token + 1;
    }
    syntax_end(context, token, limit)
}

fn relative_end(context: &Context<'_>, token: usize, limit: usize, speech: bool) -> usize {
    let mut at = token + 1;
    while at < limit {
        let key = context.key(at);
        if matches!(key, "،" | "," | "-" | "–" | "؛" | "." | ":")
            || speech
                && (complementizer(context, at).is_some()
                    || context
                        .quote_at(at)
                        .is_some_and(|q| q.close - q.open > source::NAME_IN_QUOTES))
        {
            return at;
        }
        at += 1;
    }
    at
}
