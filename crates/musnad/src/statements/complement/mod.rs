//! What follows a cue: the subject between cue and content, and where the content begins.
//!
//! «قال الوزير، أمس، في بيان إن …» (said the minister, yesterday, in a statement, that …) has the subject «الوزير» and a
//! clause. [`walk`] reads from the cue on until one of the cue's frames is met; [`noun`] tells subject from object, [`attitude`]
//! reads the noun of «أعرب عن قلقه», [`relayed`] what somebody who is quoted does.

mod attitude;
mod noun;
mod relayed;
mod walk;

use std::ops::Range;

use super::context::Context;
use super::cue::Candidate;
use super::frame::Frame;
use crate::document::Stance;
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

/// Finds the complement of a cue.
pub(super) fn read(context: &Context<'_>, candidate: Candidate, has_subject: bool) -> Option<Complement> {
    let mut options = context.cues.alternatives(candidate);
    options.find_map(|cue| walk::read(context, candidate, cue, has_subject))
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

/// Steps into a quotation that opens at the token; the word's first byte otherwise.
pub(super) fn open_quote(context: &Context<'_>, token: usize) -> (usize, u32, Option<Quote>) {
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

/// End of the base phrase at the token.
pub(super) fn phrase_end(context: &Context<'_>, token: usize, limit: usize) -> usize {
    let phrase = crate::syntax::noun_phrase(context.findings.text, context.findings.morphology, token);
    let name = context.name_at(token).map_or(0, |(_, tokens)| tokens.end);
    phrase.end.max(name).clamp(token + 1, limit.max(token + 1))
}
