//! Where a content ends, and the content that stands before its cue.
//!
//! «قال إن القصف توقف، مضيفا أن …» (said that the shelling had stopped, adding that …): the content ends before the next
//! cue of the same speaker, before a phrase that names the source («، وفق البيان»), before an aside («، في إشارة إلى»),
//! with the quotation, or with the sentence.

use std::ops::Range;

use musnad_data::words::statements as words;

use super::complement::{self, Complement};
use super::context::Context;
use super::cue::{Candidate, Form, PhraseKind};
use super::frame::Frame;
use crate::document::Quotation;
use crate::morphology::{Features, Proclitics};
use crate::text::Span;

/// The content of a cue: its tokens and its span.
pub(super) struct Content {
    pub(super) tokens: Range<usize>,
    pub(super) span: Span,
    pub(super) quotation: Quotation,
}

/// The content that begins where the complement says, and ends before `until`.
pub(super) fn after(
    context: &Context<'_>,
    candidate: Candidate,
    complement: &Complement,
    until: Option<usize>,
) -> Option<Content> {
    let text = context.findings.text;
    let start = complement.content;
    let clause = matches!(complement.frame, Frame::Clause | Frame::Quotation);
    let mut limit = context.sentence(start).end;
    limit = until.map_or(limit, |until| limit.min(until));
    // A cue inside a quotation has its content there too.
    if let Some(around) = context.quote_around(candidate.token) {
        limit = limit.min(around.close);
    }
    let end = match complement.quote {
        Some(quote) if ends_with_quote(context, quote.close, limit) => quote.close,
        Some(quote) => end(context, candidate, quote.close + 1, limit, clause),
        None => end(context, candidate, start, limit, clause),
    };
    let end = trim(context, start, end);
    // «نفى الجيش ذلك في بيان»: what points back is all of it.
    let noun_follows = context.key(start + 1).starts_with("ال");
    let end = if context.key(start) == "ذلك" && !clause && !noun_follows {
        end.min(start + 1)
    } else {
        end
    };
    if end <= start {
        return None;
    }
    let mut span = Span::new(complement.content_start, text.span(end - 1).end);
    let whole = complement.quote.is_some_and(|quote| end <= quote.close);
    if let Some(quote) = complement.quote
        && !whole
    {
        span = Span::new(text.span(quote.open).start, span.end);
    }
    Some(Content {
        tokens: start..end,
        span,
        quotation: quotation(context, start..end, whole),
    })
}

/// Whether a content that is a quotation ends with it: nothing but a stop, another cue or a source follows.
fn ends_with_quote(context: &Context<'_>, close: usize, limit: usize) -> bool {
    let next = close + 1;
    next >= limit
        || matches!(context.key(next), "." | "،" | "," | "؛" | "!" | "؟" | ")" | "-" | "–")
        || context
            .candidate(next)
            .is_some_and(|candidate| candidate.form != Form::Masdar)
        || context
            .cues
            .phrase(context.findings.text, context.findings.morphology, next)
            .is_some()
}

pub(super) fn quotation(context: &Context<'_>, tokens: Range<usize>, whole: bool) -> Quotation {
    if whole {
        Quotation::Direct
    } else if tokens.clone().any(|token| context.quote_at(token).is_some()) {
        Quotation::Mixed
    } else {
        Quotation::Indirect
    }
}

/// First token that is no part of the content any more.
fn end(context: &Context<'_>, candidate: Candidate, start: usize, limit: usize, clause: bool) -> usize {
    let (text, morphology) = (context.findings.text, context.findings.morphology);
    let sentence = context.sentence(candidate.token);
    let is_dash = |at: &usize| matches!(context.key(*at), "-" | "–" | "—");
    // A cue between dashes has its content there too.
    let dashed =
        (sentence.start..candidate.token).filter(is_dash).count() % 2 == 1 && !context.joined_dash(candidate.token);
    let limit = if dashed {
        (start..limit).find(is_dash).unwrap_or(limit)
    } else {
        limit
    };
    let mut token = start;
    let mut relative = false;
    while token < limit {
        let key = context.key(token);
        if let Some(quote) = context.quote_at(token) {
            token = quote.close.min(limit) + 1;
            continue;
        }
        if key == "(" {
            token = (token + 1..limit.min(token + 40))
                .find(|&t| context.key(t) == ")")
                .unwrap_or(token)
                + 1;
            continue;
        }
        if matches!(key, "؛" | ";") {
            return token;
        }
        let comma = token > start && matches!(context.key(token - 1), "،" | ",");
        if comma {
            relative = false;
        }
        if context.is_relative(token) {
            relative = true;
        }
        if let Some((kind, next)) = context.cues.phrase(text, morphology, token)
            && token > start
            && ends_at_phrase(context, kind, next, comma)
        {
            return token;
        }
        if token > start && is_aside(context, token, comma, clause) {
            return token;
        }
        if token > start
            && let Some(next) = context.candidate(token)
            && ends_at_cue(context, candidate, next, comma, relative)
        {
            return token;
        }
        token += 1;
    }
    limit
}

/// Whether the article goes on in its own words at the token: «، في إشارة إلى», «، فيما». A noun phrase as content
/// ends at more of them than a clause does.
fn is_aside(context: &Context<'_>, token: usize, comma: bool, clause: bool) -> bool {
    let key = context.key(token);
    if key == "في" && context.key(token + 1) == "اشاره" || key == "علي" && context.key(token + 1) == "حد" {
        return true;
    }
    if comma && (words::is_aside(key) || key == "في" && matches!(context.key(token + 1), "حين" | "وقت")) {
        return true;
    }
    let except = key == "الا" && matches!(context.key(token + 1), "ان" | "انه" | "انها" | "انهم")
        || key == "غير" && context.key(token + 1) == "ان";
    if clause {
        return comma && except;
    }
    let joined_verb = context.is_verb(token) && context.has_wa(token);
    except || matches!(key, "وهو" | "وهي" | "لكنه" | "لكنها" | "لكن") || comma && joined_verb
}

/// Whether a source phrase closes the content: «، وفق البيان», «حسب تعبيره».
fn ends_at_phrase(context: &Context<'_>, kind: PhraseKind, next: usize, comma: bool) -> bool {
    match kind {
        PhraseKind::Clause => {
            // «كما» and «على ما» open many things; a cue must follow.
            comma
                && (next..next + 3).any(|at| {
                    context
                        .candidate(at)
                        .is_some_and(|found| found.form == Form::Finite && context.is_verb(at))
                })
                || (next..next + 2).any(|at| {
                    context.key(next.saturating_sub(1)) != "كما"
                        && context.candidate(at).is_some_and(|found| found.form == Form::Finite)
                })
        }
        PhraseKind::Source | PhraseKind::Relay => {
            let medium = context
                .cues
                .is_medium(context.findings.text, context.findings.morphology, next);
            context.speaker(next).is_some()
                || is_own_word(context, next)
                || comma && (medium || context.is_unknown(next))
        }
    }
}

/// «قوله», «تعبيرها», «وصفه»: the source's own word, which adds nothing.
pub(super) fn is_own_word(context: &Context<'_>, token: usize) -> bool {
    let key = context.key(token);
    ["ه", "ها", "هم", "هما", "ات", "اته", "اتها"]
        .iter()
        .any(|ending| key.strip_suffix(ending).is_some_and(words::is_own_word))
}

/// Whether another cue closes the content of this one: it is beside it, not inside.
fn ends_at_cue(context: &Context<'_>, this: Candidate, next: Candidate, comma: bool, relative: bool) -> bool {
    match next.form {
        // «مشيرا إلى»: the speaker of this cue goes on.
        Form::Participle if next.is_attributive() => false,
        Form::Participle => {
            let masculine = |reading: crate::morphology::Analysis| {
                reading.features.has(Features::MASCULINE) && !reading.features.has(Features::FEMININE)
            };
            let fits = this.form != Form::Finite || masculine(this.reading) == masculine(next.reading) || comma;
            fits && complement::read(context, next, true).is_some()
        }
        Form::Finite => {
            if relative && !comma {
                return false;
            }
            let joined = next.reading.proclitics.any(Proclitics::WA.with(Proclitics::FA));
            let after = next.token.checked_sub(1).map_or("", |before| context.key(before));
            let connected = joined || matches!(after, "كما" | "فيما" | "وكما") || comma;
            if !connected {
                return false;
            }
            // A cue of another tense belongs to what is said: «إن الحكومة قررت … وتعلن».
            let perfect = |candidate: Candidate| candidate.reading.features.has(Features::PERFECT);
            let same_tense = this.form != Form::Finite || perfect(this) == perfect(next);
            let feminine = |candidate: Candidate| candidate.reading.features.has(Features::FEMININE);
            let Some(found) = complement::read(context, next, false) else {
                return false;
            };
            let sure = context.is_verb(next.token) || matches!(found.frame, Frame::Clause | Frame::Quotation);
            sure && same_tense
                && (found.subject.is_some() || this.form != Form::Finite || feminine(this) == feminine(next))
        }
        Form::Masdar => false,
    }
}

/// Takes stops and spaces off the end.
fn trim(context: &Context<'_>, start: usize, mut end: usize) -> usize {
    while end > start
        && matches!(
            context.key(end - 1),
            "." | "،" | "," | "؛" | ";" | ":" | "-" | "–" | "و" | "كما" | "لكن" | "فيما"
        )
    {
        end -= 1;
    }
    end
}

/// The content that stands before a cue or phrase at `token`: from the start of its sentence, or the quotation before it.
pub(super) fn before(context: &Context<'_>, token: usize) -> Option<Content> {
    let sentence = context.sentence(token);
    let first = context
        .quote_around(token)
        .map_or(sentence.start, |quote| (quote.open + 1).max(sentence.start));
    let end = trim(context, first, token);
    // «، كما …، وفق البيان»: the clause after the last «كما» or semicolon.
    let from = (first..end)
        .rev()
        .find(|&at| {
            matches!(context.key(at), "؛" | ";")
                || at > first
                    && (context.key(at) == "كما"
                        || matches!(context.key(at), "فيما" | "بينما") && context.key(at - 1) == "،")
        })
        .map_or(first, |at| at + 1);
    let start = if matches!(context.key(from), "اما" | "واما" | "و" | "لكن" | "ولكن") {
        from + 1
    } else {
        from
    };
    if end <= start {
        return None;
    }
    let (start, end, whole) = match context.quote_at(start) {
        Some(quote) if quote.close + 1 == end => (start + 1, quote.close, true),
        _ => (start, end, false),
    };
    if end <= start {
        return None;
    }
    let tokens = start..end;
    Some(Content {
        span: context.words(tokens.clone()),
        quotation: quotation(context, tokens.clone(), whole),
        tokens,
    })
}

/// A run of tokens as content.
pub(super) fn of_tokens(context: &Context<'_>, tokens: Range<usize>) -> Option<Content> {
    let mut start = tokens.start;
    let mut end = trim(context, start, tokens.end);
    let mut whole = false;
    if let Some(quote) = context.quote_at(start)
        && quote.close + 1 == end
    {
        start += 1;
        end = quote.close;
        whole = true;
    }
    if end <= start {
        return None;
    }
    Some(Content {
        span: context.words(start..end),
        quotation: quotation(context, start..end, whole),
        tokens: start..end,
    })
}

/// End of the content of a phrase that opens its sentence: «ووفق البيان فإن …».
pub(super) fn after_phrase(context: &Context<'_>, from: usize) -> Option<Content> {
    let sentence = context.sentence(from);
    let mut start = from;
    while start < sentence.end && matches!(context.key(start), "،" | "," | "فان" | "فقد" | "ف" | "ان" | ":") {
        start += 1;
    }
    of_tokens(context, start..sentence.end)
}
