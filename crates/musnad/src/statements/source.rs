//! Who speaks: the noun phrase of a source, as annotation quotes it.
//!
//! «المتحدث باسم الجيش، العقيد سالم» (the spokesman of the army, Colonel Salem) is one phrase: head noun, construct chain,
//! title and name, with its place («مسؤول في وزارة الدفاع»), without a relative clause, a time or the medium («في بيان»).
//! A source without a phrase of its own is found by [`super::speaker`].

use std::ops::Range;

use musnad_data::words::statements as words;

use super::context::Context;
use crate::document::{EntityId, EntityType, MentionIndex, Source, SourceKind};
use crate::morphology::{Features, Pos, Proclitics};
use crate::syntax;
use crate::text::Span;

/// Longest source phrase, in tokens.
const LONGEST: usize = 32;
/// Longest apposition that says for whom somebody speaks, in tokens.
const APPOSITION: usize = 10;
/// Longest quotation that is part of a name («موقع "مراسل"»), in tokens.
pub(super) const NAME_IN_QUOTES: usize = 5;

/// Whether a noun phrase can begin at the token.
pub(super) fn begins_phrase(context: &Context<'_>, token: usize) -> bool {
    if context
        .quote_at(token)
        .is_some_and(|quote| quote.close - quote.open <= NAME_IN_QUOTES)
    {
        return true;
    }
    if !context.is_word(token) || context.is_time(token) || context.is_relative(token) {
        return false;
    }
    if context.name_at(token).is_some() {
        return true;
    }
    let best = context.findings.morphology.best(token);
    if context.is_preposition(token) {
        return false;
    }
    let nominal = matches!(
        best.pos,
        Pos::Noun | Pos::ProperNoun | Pos::Number | Pos::Other | Pos::Symbol
    ) || best.pos == Pos::Determiner && words::is_determiner(context.key(token))
        || best.pos == Pos::Adjective;
    // An indefinite accusative with alif is an adverb or an object: «مؤخرا», «مشيرا».
    let adverbial = best.features.has(Features::ACCUSATIVE)
        && best.features.has(Features::SINGULAR)
        && context.key(token).ends_with('ا')
        && context.speaker(token).is_none();
    nominal && !adverbial && !words::is_particle(context.key(token))
}

/// The base phrase at a token: what syntax says, and at least the name there.
fn base(context: &Context<'_>, start: usize, limit: usize) -> usize {
    if let Some(quote) = context.quote_at(start) {
        return (quote.close + 1).min(limit);
    }
    if is_quantifier(context.key(start)) && start + 1 < limit && begins_phrase(context, start + 1) {
        return base(context, start + 1, limit);
    }
    let phrase = syntax::noun_phrase(context.findings.text, context.findings.morphology, start);
    let mut end = phrase.end.clamp(start + 1, limit.max(start + 1));
    if let Some((_, tokens)) = context.name_at(start) {
        end = end.max(tokens.end.min(limit));
    }
    // «مسؤول رفض ذكر اسمه»: the clause about the name is none of it.
    let hides =
        |token: &usize| words::is_withholding(context.key(*token)) && words::is_withheld(context.key(token + 1));
    if let Some(clause) = (start + 1..end).find(hides) {
        end = clause;
    }
    // «دعا الاتحاد العمال إلى»: after a definite noun a second one is no genitive, and a noun no attribute.
    let another = |token: &usize| {
        let definite = |at: usize| context.key(at).starts_with("ال") && context.name_at(at).is_none();
        let best = context.findings.morphology.best(*token);
        let noun = match context.findings.trees.upos(*token) {
            Some(upos) => upos == "NOUN",
            None => {
                best.pos == Pos::Noun
                    && !best.features.has(Features::PASSIVE_PARTICIPLE)
                    && context.speaker(*token).is_some()
            }
        };
        definite(start) && definite(*token) && noun
    };
    if let Some(object) = (start + 1..end).find(another) {
        end = object;
    }
    // «أبلغ الوزير الصحفيين»: many people are no attribute of one.
    let many = |token: &usize| {
        let (head, next) = (
            context.findings.morphology.best(start).features,
            context.findings.morphology.best(*token).features,
        );
        head.has(Features::SINGULAR)
            && next.has(Features::PLURAL)
            && context.key(start).starts_with("ال")
            && context.key(*token).starts_with("ال")
            && context.key(*token).ends_with("ين")
    };
    if let Some(object) = (start + 1..end).find(many)
        && context.name_at(start).is_none()
    {
        end = object;
    }
    // What the tree has for the object of a verb before the phrase is none of it.
    let trees = context.findings.trees;
    let is_object = |token: &usize| {
        trees
            .head(*token)
            .is_some_and(|verb| verb < start && trees.is_object(*token, verb))
    };
    if let Some(object) = (start + 1..end).find(is_object) {
        end = object;
    }
    // A finite cue never belongs to the phrase that it follows.
    while end > start + 1
        && (context.is_time(end - 1)
            || context
                .candidate(end - 1)
                .is_some_and(|c| c.form != super::cue::Form::Masdar && context.is_verb(end - 1)))
    {
        end -= 1;
    }
    end
}

/// Whether the noun is a text that can be quoted: «تقرير», «بيان».
pub(super) fn is_document(context: &Context<'_>, token: usize) -> bool {
    let (text, morphology) = (context.findings.text, context.findings.morphology);
    context.speaker(token) == Some(SourceKind::Document) || context.cues.is_medium(text, morphology, token)
}

/// «أغلب القوى»: the noun after it is the one that counts.
pub(super) fn is_quantifier(key: &str) -> bool {
    words::is_quantifier(key.strip_prefix('و').unwrap_or(key))
}

/// Whether the token begins a person's name, known or likely.
fn is_person(context: &Context<'_>, token: usize) -> bool {
    context
        .name_at(token)
        .is_some_and(|(index, _)| context.entity_type(index) == Some(EntityType::Person))
}

/// The whole phrase of a source that begins at a token; empty where none can.
pub(super) fn phrase(context: &Context<'_>, start: usize, limit: usize) -> Range<usize> {
    let limit = limit.min(start + LONGEST);
    if start >= limit || !begins_phrase(context, start) {
        return start..start;
    }
    let mut end = base(context, start, limit);
    let mut placed = false;
    loop {
        if end >= limit {
            break;
        }
        let key = context.key(end);
        let next = match key {
            "باسم" if begins_phrase(context, end + 1) => base(context, end + 1, limit),
            "(" => match (end + 1..limit.min(end + 5)).find(|&token| context.key(token) == ")") {
                Some(close) => close + 1,
                None => break,
            },
            "،" | "," => match apposition(context, start..end, end + 1, limit) {
                Some(next) => next,
                None => break,
            },
            "في" | "لدي" if !placed && is_place(context, end + 1) => {
                placed = true;
                base(context, end + 1, limit)
            }
            "من" if !placed
                && matches!(context.key(start), "عدد" | "العديد" | "كل" | "اي" | "كثير" | "الكثير")
                && begins_phrase(context, end + 1) =>
            {
                placed = true;
                base(context, end + 1, limit)
            }
            _ if context
                .quote_at(end)
                .is_some_and(|quote| quote.close - quote.open <= NAME_IN_QUOTES)
                && !ends_sentence(context, end) =>
            {
                base(context, end, limit)
            }
            _ if is_person(context, end) && !context.has_wa(end) && !context.in_preposition(end) => {
                base(context, end, limit)
            }
            // A title after a name, or an unknown name after a title.
            _ if !context.has_wa(end) && !context.in_preposition(end) && continues(context, start, end) => {
                base(context, end, limit)
            }
            _ if !placed
                && context.in_preposition(end)
                && is_place_name(context, end)
                && !is_addressee(context, end) =>
            {
                placed = true;
                base(context, end, limit)
            }
            _ if joins(context, start, end) => base(context, end, limit),
            // «تقرير لصحيفة المدار»: whose report it is.
            _ if is_document(context, start)
                && context.findings.morphology.best(end).proclitics.has(Proclitics::LI)
                && matches!(context.speaker(end), Some(SourceKind::Media | SourceKind::Organization)) =>
            {
                base(context, end, limit)
            }
            // «إن مسؤولا أمنيا أكد»: by the tree an attribute of the head.
            _ if context.findings.trees.relation(end) == Some("amod")
                && context.findings.trees.head(end) == Some(start)
                && context.key(end).ends_with('ا')
                && !context.has_wa(end)
                && context.candidate(end).is_none() =>
            {
                end + 1
            }
            "و" if begins_phrase(context, end + 1)
                && context.speaker(end + 1).is_some()
                && context.speaker(start).is_some() =>
            {
                base(context, end + 1, limit)
            }
            _ => break,
        };
        if next <= end {
            break;
        }
        end = next;
    }
    while end > start + 1 && (context.key(end - 1) == "،" || context.is_time(end - 1)) {
        end -= 1;
    }
    start..end
}

fn ends_sentence(context: &Context<'_>, open: usize) -> bool {
    let Some(quote) = context.quote_at(open) else {
        return false;
    };
    quote.close + 1 >= context.sentence(open).end || matches!(context.key(quote.close + 1), "." | "،")
}

/// «سالم علي المتحدث باسم الجيش», «المسؤول نسيم دوار»: the second part is the same person.
fn continues(context: &Context<'_>, start: usize, at: usize) -> bool {
    if context.is_time(at) || !begins_phrase(context, at) || context.is_verb(at) {
        return false;
    }
    // «ريم ندا إحدى الناطقين باسم البرنامج»
    if matches!(context.key(at), "احد" | "احدي") && context.speaker(at + 1) == Some(SourceKind::Unnamed) {
        return is_person(context, start) || context.is_unknown(start);
    }
    let titled = context.speaker(start) == Some(SourceKind::Unnamed);
    let human = context.speaker(at) == Some(SourceKind::Unnamed);
    let named = is_person(context, start) || (start..at).any(|token| is_person(context, token));
    // After the name only a definite title goes on («خالد حنفي وزير التموين» is definite by its chain).
    (named && human) || (titled && !named && context.is_unknown(at) && !context.key(at).starts_with("ال"))
}

/// Whether the token begins a place or body after «في»: «مسؤول في وزارة الدفاع», but not «في بيان».
fn is_place(context: &Context<'_>, token: usize) -> bool {
    if context.is_time(token)
        || context
            .cues
            .is_medium(context.findings.text, context.findings.morphology, token)
    {
        return false;
    }
    is_place_name(context, token) || context.speaker(token) == Some(SourceKind::Organization)
}

fn is_place_name(context: &Context<'_>, token: usize) -> bool {
    context.name_at(token).is_some_and(|(index, _)| {
        matches!(
            context.entity_type(index),
            Some(EntityType::Geopolitical | EntityType::Organization | EntityType::Location | EntityType::Facility)
        )
    }) && !context.is_time(token)
}

/// «لرويترز»: who was told, unless it is a country («المندوبة الدائمة لأيرلندا»).
fn is_addressee(context: &Context<'_>, token: usize) -> bool {
    let told =
        context.findings.morphology.best(token).proclitics.has(Proclitics::LI) || context.key(token).starts_with('ل');
    let country = context
        .name_at(token)
        .is_some_and(|(index, _)| context.entity_type(index) == Some(EntityType::Geopolitical));
    told && !country
}

/// «وزارة الدفاع والجيش», «مسؤولون عسكريون ومحليون»: a coordinated speaker or adjective.
fn joins(context: &Context<'_>, start: usize, at: usize) -> bool {
    if !context.has_wa(at) || context.is_verb(at) || context.is_time(at) || !context.is_word(at) {
        return false;
    }
    let best = context.findings.morphology.best(at);
    if context.candidate(at).is_some() {
        return false;
    }
    let head = if is_quantifier(context.key(start)) {
        start + 1
    } else {
        start
    };
    best.pos == Pos::Adjective || (context.speaker(at).is_some() && context.speaker(head).is_some())
}

/// «سالم علي، وزير الدفاع،»: the token after an apposition that begins at `at`.
fn apposition(context: &Context<'_>, head: Range<usize>, at: usize, limit: usize) -> Option<usize> {
    if at >= limit
        || context.has_wa(at)
        || context.in_preposition(at)
        || !begins_phrase(context, at)
        || context.is_time(at)
        || context.is_verb(at)
    {
        return None;
    }
    let named = head
        .clone()
        .any(|token| is_person(context, token) || context.is_unknown(token));
    let human = matches!(
        context.speaker(head.start),
        Some(SourceKind::Unnamed | SourceKind::Named | SourceKind::Media)
    ) || context.is_unknown(head.start);
    let fits = is_person(context, at)
        || (named && context.speaker(at) == Some(SourceKind::Unnamed))
        || (human && context.is_unknown(at) && !context.key(at).starts_with("ال"));
    let end = base(context, at, limit);
    // What follows a comma and fits is the same person, unless it goes on as a clause of its own.
    (human && fits && end < limit).then_some(end)
}

/// The source of a phrase.
pub(super) fn of_phrase(context: &Context<'_>, tokens: Range<usize>) -> Source {
    let span = context.words(tokens.clone());
    let mut kind = context.speaker(tokens.start);
    if tokens.clone().any(|token| is_person(context, token))
        && kind.is_none_or(|kind| matches!(kind, SourceKind::Unnamed | SourceKind::Named))
    {
        kind = Some(SourceKind::Named);
    }
    let medium = context
        .cues
        .is_medium(context.findings.text, context.findings.morphology, tokens.start);
    let kind = kind.unwrap_or_else(|| {
        if medium {
            return SourceKind::Document;
        }
        // An unknown word alone is a name more often than not; a common noun is nobody by name.
        if context.is_unknown(tokens.start) && !context.key(tokens.start).starts_with("ال") {
            SourceKind::Named
        } else {
            SourceKind::Unnamed
        }
    });
    at(context, span, kind)
}

/// A source at a span.
pub(super) fn at(context: &Context<'_>, span: Span, kind: SourceKind) -> Source {
    // «بيان الوزارة»: the ministry is not the statement.
    let mention = context.mention_in(span).filter(|&index| {
        let mention = context.findings.mentions.get(index as usize);
        kind != SourceKind::Document || mention.is_some_and(|mention| mention.span.start <= span.start)
    });
    let entity = mention
        .and_then(|index| context.findings.mentions.get(index as usize))
        .map(|mention| mention.entity);
    Source {
        span,
        mention: mention.map(MentionIndex),
        entity,
        kind,
        speaks_for: represented(context, span),
    }
}

/// The organisation after «باسم», in the phrase or in the apposition that follows it: «سالم، المتحدث باسم الجيش».
fn represented(context: &Context<'_>, span: Span) -> Option<EntityId> {
    let text = context.findings.text;
    let tokens = text.tokens_in(span);
    let end = context.sentence(tokens.start).end.min(tokens.end + APPOSITION);
    let apposed = matches!(context.key(tokens.end), "،" | ",");
    let limit = if apposed { end } else { tokens.end };
    let stop = (tokens.end + 1..limit)
        .find(|&at| !context.is_word(at))
        .unwrap_or(limit);
    let by = (tokens.start..stop).find(|&at| matches!(context.key(at), "باسم" | "بلسان"))?;
    let spokesman = by.checked_sub(1).is_some_and(|before| before >= tokens.start);
    let whom = (by + 1..stop.max(by + 2)).find_map(|at| context.mention_over(at))?;
    spokesman
        .then(|| {
            context
                .findings
                .mentions
                .get(whom as usize)
                .map(|mention| mention.entity)
        })
        .flatten()
}
