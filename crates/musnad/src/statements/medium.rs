//! Through what something was said, and who took it down.
//!
//! «في بيان» (in a statement) is a medium; «لرويترز», «في تصريح لقناة العربية» name the outlet that heard it: the first link
//! of the chain.

use std::ops::Range;

use super::context::Context;
use super::source;
use crate::document::{Source, SourceKind};
use crate::morphology::{Features, Pos, Proclitics};
use crate::text::Span;

/// How far before its cue a medium may begin, in tokens.
const BEFORE: usize = 24;

/// What the zone between a cue and its content says about the way of the words.
#[derive(Debug, Default)]
pub(super) struct Channel {
    /// As written: «في بيان», «لرويترز».
    pub(super) medium: Option<Span>,
    /// The outlet.
    pub(super) via: Vec<Source>,
}

/// Reads the medium in a zone of tokens; the tokens of the source are passed over.
pub(super) fn read(context: &Context<'_>, zone: Range<usize>, subject: Option<&Range<usize>>) -> Channel {
    let (text, morphology) = (context.findings.text, context.findings.morphology);
    let mut channel = Channel::default();
    let mut token = zone.start;
    while token < zone.end {
        if let Some(subject) = subject
            && subject.contains(&token)
        {
            token = subject.end;
            continue;
        }
        let key = context.key(token);
        let key = key.strip_prefix('و').unwrap_or(key);
        let through = matches!(key, "في" | "عبر" | "خلال" | "علي" | "ضمن" | "الي" | "مع");
        // «في إحدى المقابلات»
        let noun = if matches!(context.key(token + 1), "احدي" | "احد") {
            token + 2
        } else {
            token + 1
        };
        let medium = through && context.cues.is_medium(text, morphology, noun) && !context.is_time(noun);
        if medium && matches!(key, "في" | "عبر" | "خلال" | "ضمن" | "علي") {
            let end = crate::syntax::noun_phrase(text, morphology, noun)
                .end
                .clamp(noun + 1, zone.end.max(noun + 1));
            // «كلمة بثها التلفزيون»
            let end = (noun + 1..end).find(|&at| context.is_verb(at)).unwrap_or(end);
            if channel.medium.is_none() {
                let from = text.span(token);
                let skip = (context.key(token).len() - key.len()) as u32;
                channel.medium = Some(Span::new(from.start + skip, text.span(end - 1).end));
            }
            token = end;
            // «في كلمة بثها التلفزيون», «في تصريحات نقلتها وكالة …»
            if let Some(outlet) = carrier(context, token, zone.end)
                && is_outlet(context, outlet)
            {
                token = add(context, &mut channel, outlet, zone.end);
                continue;
            }
            // «في تصريح لقناة …», «في مقابلة مع …», «في حديث إلى …»
            let after = token;
            let outlet = if matches!(context.key(after), "مع" | "الي" | "ل" | "عبر" | "علي") {
                after + 1
            } else {
                after
            };
            let joined =
                morphology.best(outlet).proclitics.has(Proclitics::LI) || context.key(outlet).starts_with("لل");
            if outlet < zone.end && (outlet > after || joined) && is_outlet(context, outlet) {
                token = add(context, &mut channel, outlet, zone.end);
            }
            continue;
        }
        let joined = morphology.best(token).proclitics.has(Proclitics::LI)
            || key.starts_with("لل")
            || key.starts_with('ل') && context.name_at(token).is_some();
        let alone = key == "ل" || matches!(key, "عبر" | "الي" | "مع");
        let outlet = if alone { token + 1 } else { token };
        if (joined || alone) && outlet < zone.end && is_outlet(context, outlet) {
            let end = add(context, &mut channel, outlet, zone.end);
            if channel.medium.is_none() {
                channel.medium = Some(Span::new(text.span(token).start, text.span(end - 1).end));
            }
            token = end;
            continue;
        }
        token += 1;
    }
    channel
}

fn add(context: &Context<'_>, channel: &mut Channel, at: usize, limit: usize) -> usize {
    let phrase = source::phrase(context, at, limit);
    let phrase = if phrase.is_empty() { at..at + 1 } else { phrase };
    // The outlet itself is no link of its own chain: «في تصريح للجزيرة» in an article of that outlet.
    if context.is_outlet_itself(phrase.clone()) {
        return phrase.end;
    }
    let mut found = source::of_phrase(context, phrase.clone());
    found.kind = SourceKind::Media;
    channel.via.push(found);
    phrase.end
}

/// The subject of a verb of carrying that describes the medium: «نقلتها», «بثتها», «تناقلته».
fn carrier(context: &Context<'_>, from: usize, limit: usize) -> Option<usize> {
    let morphology = context.findings.morphology;
    let verb = (from..limit.min(from + 3)).find(|&at| context.is_verb(at) || morphology.best(at).pos == Pos::Verb)?;
    let carries = morphology.best(verb).entry().is_some_and(|lexeme| {
        matches!(
            lexeme.lemma,
            "نقل" | "بثّ" | "نشر" | "أورد" | "تناقل" | "أذاع" | "عرض" | "أجرى"
        )
    });
    let relative = verb.checked_sub(1).is_some_and(|before| context.is_relative(before));
    (carries && (morphology.best(verb).suffix > 0 || relative) && verb + 1 < limit).then_some(verb + 1)
}

/// A page of one's own on the net is no outlet: «عبر حسابه على تويتر», «على موقعها الإلكتروني».
fn is_own_page(context: &Context<'_>, token: usize) -> bool {
    let (text, morphology) = (context.findings.text, context.findings.morphology);
    let reading = morphology.best(token);
    matches!(
        text.stem_key(token, reading),
        "موقع" | "حساب" | "صفحه" | "صفحت" | "منصه" | "منصت"
    ) && (reading.suffix > 0
        || (token + 1..token + 3).any(|at| {
            matches!(
                text.stem_key(at, morphology.best(at)),
                "تواصل" | "فيسبوك" | "تويتر" | "الكتروني" | "انستغرام" | "يوتيوب"
            )
        }))
}

/// Whether the token names an outlet, or a word of a foreign script that likely does («لـCNN»).
fn is_outlet(context: &Context<'_>, token: usize) -> bool {
    let foreign = context.findings.text.kind(token) == crate::text::token::TokenKind::Foreign;
    (foreign || context.speaker(token) == Some(SourceKind::Media))
        && !is_own_page(context, token)
        && !are_reporters(context, token)
        && !is_of_news(context, token)
}

/// «وكالة "سبأ" للأنباء»: part of the name.
fn is_of_news(context: &Context<'_>, token: usize) -> bool {
    let key = context.key(token);
    matches!(key.trim_start_matches('ل'), "انباء" | "الانباء" | "لانباء") && key.starts_with('ل')
}

/// «للصحفيين»: reporters at large relay nothing.
fn are_reporters(context: &Context<'_>, token: usize) -> bool {
    let reading = context.findings.morphology.best(token);
    reading.features.any(Features::PLURAL.with(Features::DUAL))
        && reading.entry().is_some_and(|lexeme| lexeme.has_tag("journalist"))
}

/// The medium before a cue, which opens its sentence or clause: «وفي مقابلة مع رويترز، قال».
pub(super) fn before(context: &Context<'_>, cue: usize) -> Channel {
    let sentence = context.sentence(cue);
    let first = sentence.start.max(cue.saturating_sub(BEFORE));
    let opens = |at: &usize| {
        let (text, morphology) = (context.findings.text, context.findings.morphology);
        let key = context.key(*at).trim_start_matches('و');
        // «وفي إحدى المقابلات»
        let noun = if matches!(context.key(at + 1), "احدي" | "احد") {
            at + 2
        } else {
            at + 1
        };
        let starts = *at == sentence.start || matches!(context.key(at - 1), "،" | ",");
        let free = (*at + 1..cue).all(|between| {
            context
                .candidate(between)
                .is_none_or(|found| !context.is_verb(between) || found.reading.suffix > 0)
        });
        starts && matches!(key, "في" | "خلال" | "عبر") && free && context.cues.is_medium(text, morphology, noun)
    };
    match (first..cue).find(opens) {
        Some(at) => read(context, at..cue, None),
        None => Channel::default(),
    }
}
