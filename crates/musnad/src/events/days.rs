//! When: the day of an event, from its clause, its sentence, or the sentence that told of it before.
//!
//! «وقصفت الطائرات الميناء أمس الأحد ... وأسفر القصف عن مقتل خمسة» (bombed the port yesterday, Sunday … the bombing killed five):
//! both events are of Sunday.
//!
//! A time beyond «بعد», «قبل» or «منذ» dates what follows that word, not what stands before it; «منذ» opens a stretch that lasts to
//! the day of publication. A stretch of years in a loose clause («1854 - 1900») dates nothing. Not handled: days reckoned from another
//! event («بعد يومين من الهجوم»).

use super::draft::Draft;
use super::{Findings, Resources};
use crate::document::{ActorCode, Argument, ArgumentRole, Date, Days, EventStatus, EventType, SectionKind, TimeKind};
use crate::text::Span;
use crate::text::token::TokenKind;

/// Bytes that a word which cuts a clause off counts for.
const CLAUSE: u32 = 60;
/// Nothing further off than this in a sentence dates an event.
const FAR: u32 = 420;
/// Longest stretch that dates an event from another clause, in days.
const LONG: i64 = 400;
/// A year tells when only close by.
const YEAR: i64 = 300;
/// A day within so many of the publication is of the news itself, not of its background.
const NEWS: i64 = 45;

/// The days of the time expression that goes with the trigger in its sentence, and where it stands.
pub(super) fn time(findings: Findings<'_>, sentence: Span, trigger: Span) -> Option<(Days, Span)> {
    let first = findings.times.partition_point(|time| time.span.end <= sentence.start);
    findings
        .times
        .iter()
        .skip(first)
        .take_while(|time| time.span.start < sentence.end)
        .filter_map(|time| {
            let days = time.days.filter(|_| !is_marked(findings, time.span))?;
            let gap = if time.span.start >= trigger.end {
                time.span.start - trigger.end
            } else {
                trigger.start.saturating_sub(time.span.end) + 12
            };
            let cost = gap + barriers(findings, time.span, trigger);
            let long = days.last.to_epoch_days() - days.first.to_epoch_days() > LONG;
            // «منذ» dates its own clause only.
            let loose = is_since(findings, time.span) && cost > 3 * CLAUSE;
            let year = days.last.to_epoch_days() - days.first.to_epoch_days() > YEAR && cost > 4 * CLAUSE;
            (!(cost > FAR || loose || year || long && cost > CLAUSE)).then_some((days, time.span, cost))
        })
        .min_by_key(|(_, _, cost)| *cost)
        .map(|(days, span, _)| (lasting(findings, days, span), span))
}

/// Whether the day is one that somebody marks or prepares for, which need not be the day of what is told: «لإحياء ذكرى الاستقلال»,
/// «تستعد المدينة للاحتفال بالعيد».
pub(super) fn is_marked(findings: Findings<'_>, time: Span) -> bool {
    let (text, morphology) = (findings.text, findings.morphology);
    text.token_at(time.start).checked_sub(1).is_some_and(|before| {
        matches!(
            text.stem_key(before, morphology.best(before)),
            "مناسبه" | "احياء" | "احتفال" | "احتفالا" | "احتفالات" | "احياءا" | "تحضيرات" | "استعدادات"
        )
    })
}

/// What stands between a trigger and a time, as a distance.
fn barriers(findings: Findings<'_>, time: Span, trigger: Span) -> u32 {
    let text = findings.text;
    let (from, to) = if time.start >= trigger.end {
        (trigger.end, time.start)
    } else {
        (time.end, trigger.start)
    };
    let tokens = text.tokens_in(Span { start: from, end: to });
    let before = time.end <= trigger.start;
    let mut cost = 0;
    for token in tokens.clone() {
        if text.kind(token) == TokenKind::Punctuation {
            if matches!(text.key(token), "؛" | ";" | "." | "؟" | "!") {
                cost += 2 * CLAUSE;
            }
            continue;
        }
        let word = text.word_key(token, findings.morphology.best(token));
        // Right before the time the word is part of it: «منذ مارس», «بعد غد».
        let opens_time = !before && token + 1 >= tokens.end;
        match word {
            "بعد" | "عقب" | "اثر" | "منذ" | "قبل" | "غداه" if !opens_time => {
                // «التقى الأربعاء ... بعد زيارته» – the day is the main verb's alone.
                cost += 2 * CLAUSE + CLAUSE / 2;
            }
            "الذي" | "التي" | "الذين" => cost += CLAUSE,
            "بينما" | "فيما" | "حيث" | "رغم" => cost += CLAUSE,
            _ => {}
        }
    }
    cost
}

/// Whether the time opens a stretch: «منذ يناير», «منذ بداية 2011».
pub(super) fn is_since(findings: Findings<'_>, span: Span) -> bool {
    let at = findings.text.token_at(span.start);
    let since = |token: usize| findings.text.word_key(token, findings.morphology.best(token)) == "منذ";
    since(at)
        || at.checked_sub(1).is_some_and(since)
        || at.checked_sub(2).is_some_and(since) && at.checked_sub(1).is_some_and(|t| is_time_noun(findings, t))
}

fn is_hour(findings: Findings<'_>, span: Span) -> bool {
    let first = findings.times.partition_point(|time| time.span.start < span.start);
    findings
        .times
        .get(first)
        .is_some_and(|time| time.span == span && time.kind == TimeKind::Time)
}

/// «منذ يناير»: from then until the article.
pub(super) fn lasting(findings: Findings<'_>, days: Days, span: Span) -> Days {
    match findings.published_at {
        // «منذ التاسعة من مساء السبت» began on one evening.
        Some(published) if is_since(findings, span) && !is_hour(findings, span) && published > days.last => Days {
            first: days.first,
            last: published,
        },
        _ => days,
    }
}

fn is_time_noun(findings: Findings<'_>, token: usize) -> bool {
    matches!(
        findings.text.stem_key(token, findings.morphology.best(token)),
        "شهر"
            | "عام"
            | "سنه"
            | "يوم"
            | "بدايه"
            | "مطلع"
            | "بدء"
            | "اوايل"
            | "نهايه"
            | "منتصف"
            | "اواخر"
    )
}

/// Gives events that were told without a day the day they have elsewhere in the text.
pub(super) fn share(findings: Findings<'_>, drafts: &mut [Draft]) {
    by_happening(findings, drafts);
    by_paragraph(findings, drafts);
    by_lead(findings, drafts);
}

/// The same happening told again: same type, and the same word or mode, and a party or place in common or close by.
fn by_happening(findings: Findings<'_>, drafts: &mut [Draft]) {
    let dated: Vec<usize> = (0..drafts.len())
        .filter(|index| {
            drafts
                .get(*index)
                .is_some_and(|draft| draft.event.when.is_some() && draft.event.status == EventStatus::Occurred)
        })
        .take(48)
        .collect();
    for index in 0..drafts.len() {
        let Some(draft) = drafts.get(index) else { break };
        if draft.event.when.is_some() || draft.event.status != EventStatus::Occurred {
            continue;
        }
        let token = findings.text.token_at(draft.event.trigger.start);
        let definite = Resources::is_definite(findings, token);
        let title = in_title(findings, draft.event.trigger);
        let found = dated
            .iter()
            .filter_map(|other| drafts.get(*other))
            .filter_map(|other| {
                if other.event.event_type != draft.event.event_type {
                    return None;
                }
                let lexeme = other.lexeme == draft.lexeme;
                let mode = other.event.mode == draft.event.mode && other.event.mode.is_some();
                let apart = other.sentence.abs_diff(draft.sentence);
                let common = entities_in_common(draft, other);
                let fits = (lexeme || mode) && (apart <= 2 || title || common || definite && apart <= 6)
                    || definite && (apart <= 3 || common)
                    || title && common;
                fits.then_some(((!lexeme, !common, apart, other.event.trigger.start), other.event.when))
            })
            .min_by_key(|(key, _)| *key)
            .and_then(|(_, when)| when);
        if let Some(draft) = drafts.get_mut(index) {
            draft.event.when = found;
        }
    }
}

pub(super) fn entities_in_common(a: &Draft, b: &Draft) -> bool {
    a.event
        .arguments
        .iter()
        .filter_map(|argument| argument.entity)
        .any(|entity| b.event.arguments.iter().any(|other| other.entity == Some(entity)))
}

/// Deeds that a paragraph tells one after the other are of one day.
fn is_deed(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Assault
            | EventType::Coerce
            | EventType::Protest
            | EventType::Retreat
            | EventType::Mobilize
            | EventType::Consult
            | EventType::Accuse
            | EventType::Request
            | EventType::Sanction
    )
}

fn by_paragraph(findings: Findings<'_>, drafts: &mut [Draft]) {
    let mut before: Option<(usize, usize, Days)> = None;
    for draft in drafts.iter_mut() {
        if draft.event.status != EventStatus::Occurred || !is_deed(draft.event.event_type) {
            continue;
        }
        let paragraph = section(findings, draft.event.trigger);
        match (draft.event.when, before) {
            (Some(days), _) => {
                before = is_news(findings.published_at, days).then_some((paragraph, draft.sentence, days));
            }
            (None, Some((known, sentence, days))) if known == paragraph && draft.sentence <= sentence + 2 => {
                draft.event.when = Some(days);
                before = Some((paragraph, draft.sentence, days));
            }
            _ => {}
        }
    }
}

/// A headline is of the day of the lead.
fn by_lead(findings: Findings<'_>, drafts: &mut [Draft]) {
    let day = |drafts: &[Draft], kind: Option<EventType>| {
        drafts
            .iter()
            .filter(|draft| {
                draft.event.status == EventStatus::Occurred
                    && kind.is_none_or(|kind| draft.event.event_type == kind)
                    && !in_title(findings, draft.event.trigger)
            })
            .filter_map(|draft| draft.event.when)
            .find(|days| is_news(findings.published_at, *days))
    };
    for index in 0..drafts.len() {
        let Some(draft) = drafts.get(index) else { break };
        if draft.event.when.is_some()
            || draft.event.status != EventStatus::Occurred
            || !in_title(findings, draft.event.trigger)
        {
            continue;
        }
        let found = day(drafts, Some(draft.event.event_type)).or_else(|| day(drafts, None));
        if let Some(draft) = drafts.get_mut(index) {
            draft.event.when = found;
        }
    }
}

fn is_news(published: Option<Date>, days: Days) -> bool {
    let length = days.last.to_epoch_days() - days.first.to_epoch_days();
    length <= 7 && published.is_none_or(|published| published.to_epoch_days() - days.first.to_epoch_days() <= NEWS)
}

/// The section of a span, as its index.
pub(super) fn section(findings: Findings<'_>, span: Span) -> usize {
    findings
        .text
        .sections
        .partition_point(|section| section.span.end <= span.start)
}

pub(super) fn in_title(findings: Findings<'_>, span: Span) -> bool {
    findings
        .text
        .sections
        .get(section(findings, span))
        .is_some_and(|section| section.kind == SectionKind::Title)
}

/// The time among an event's arguments.
pub(super) fn argument(span: Span) -> Argument {
    Argument {
        role: ArgumentRole::Time,
        span,
        mention: None,
        entity: None,
        code: ActorCode::default(),
    }
}
