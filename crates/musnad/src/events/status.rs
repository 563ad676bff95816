//! Whether it happened: particles, tense, and the words the event is the content of.
//!
//! «لن تنسحب» (will not withdraw) is negated, «ستنسحب» planned, «قد تنسحب» possible, «طالب بانسحاب» demanded, «يخشى انسحاب» possible.
//! Of several governors the nearest before the trigger decides. Irony and counterfactuals are not read.

use super::argument::control::governor;
use super::item::{Item, Kind};
use super::lexicon::FINITE;
use super::trigger::Trigger;
use super::{Findings, Resources};
use crate::document::EventStatus;
use crate::morphology::{Features, Pos, Proclitics};
use crate::text::token::TokenKind;

/// How far back a governor may stand, in tokens.
const REACH: usize = 9;

/// The status of the event at a trigger, by what stands before it in its sentence.
pub(super) fn status(
    findings: Findings<'_>,
    resources: &Resources,
    items: &[Item],
    trigger: &Trigger<'_>,
) -> EventStatus {
    let Some(item) = items.get(trigger.item) else {
        return EventStatus::Occurred;
    };
    let first = findings
        .text
        .sentence_tokens(findings.text.sentence_of(item.start))
        .start;
    let finite = trigger.part == FINITE;
    if let Some(status) = by_particle(findings, trigger, item.start, first, finite) {
        return status;
    }
    let status = by_governor(findings, resources, items, trigger, first);
    if finite || status != EventStatus::Occurred {
        return status;
    }
    // «دعت … الأطراف، في بيان صدر أمس، إلى وقف إطلاق النار»: the verb that takes the action may stand far off.
    let governed = governor(findings, resources, items, trigger.item)
        .and_then(|verb| items.get(verb))
        .and_then(|verb| {
            findings
                .morphology
                .all(verb.start)
                .filter(|reading| reading.pos == Pos::Verb)
                .find_map(|reading| reading.lexeme.and_then(|id| resources.governors.of_lexeme(id.0)))
        });
    let any = item
        .start
        .checked_sub(1)
        .is_some_and(|before| before >= first && findings.text.key(before) == "اي");
    match governed {
        Some(status) => status,
        // «من أن أي هجوم سيؤدي إلى …»: no attack is told of.
        None if any => EventStatus::Possible,
        None => status,
    }
}

/// Particles right before a finite verb.
fn by_particle(
    findings: Findings<'_>,
    trigger: &Trigger<'_>,
    token: usize,
    first: usize,
    finite: bool,
) -> Option<EventStatus> {
    let features = trigger.reading.features;
    if trigger.reading.proclitics.has(Proclitics::SA) {
        return Some(EventStatus::Planned);
    }
    let word = |back: usize| {
        let at = token.checked_sub(back).filter(|at| *at >= first)?;
        Some(findings.text.word_key(at, findings.morphology.best(at)))
    };
    let before = word(1).unwrap_or_default();
    if !finite {
        // «قد توافق» reads like a noun by its letters alone.
        return match before {
            "لم" | "لن" => Some(EventStatus::Negated),
            "سوف" => Some(EventStatus::Planned),
            "قد" => Some(EventStatus::Possible),
            _ => None,
        };
    }
    let imperfect = features.has(Features::IMPERFECT);
    if imperfect
        && (token + 1..token + 8).any(|at| findings.text.key(at) == "وقت" && findings.text.key(at + 1) == "لاحق")
    {
        return Some(EventStatus::Planned);
    }
    match before {
        "لم" | "لن" | "لما" | "كاد" | "كادت" | "يكاد" | "تكاد" => {
            return Some(EventStatus::Negated);
        }
        "لا" if imperfect => return Some(EventStatus::Negated),
        "ما" if features.has(Features::PERFECT)
            && matches!(word(2), None | Some("و" | "،" | "انه" | "انها" | "ان")) =>
        {
            return Some(EventStatus::Negated);
        }
        "سوف" => return Some(EventStatus::Planned),
        "قد" | "ربما" if imperfect => return Some(EventStatus::Possible),
        "اذا" | "لو" | "ان" if features.has(Features::PERFECT) && before != "ان" => {
            return Some(EventStatus::Possible);
        }
        _ => {}
    }
    if imperfect && trigger.reading.proclitics.has(Proclitics::LI) {
        return Some(EventStatus::Planned);
    }
    if imperfect && matches!(before, "كي" | "لكي" | "هل") {
        return Some(EventStatus::Possible);
    }
    // «لم تكن قد قصفت», «لم تعد تقصف»
    if matches!(word(2), Some("لم" | "لن")) && matches!(before, "يكن" | "تكن" | "يعد" | "تعد" | "يتم" | "تتم" | "قد")
    {
        return Some(EventStatus::Negated);
    }
    None
}

/// The nearest word before the trigger that takes it as its content.
fn by_governor(
    findings: Findings<'_>,
    resources: &Resources,
    items: &[Item],
    trigger: &Trigger<'_>,
    first: usize,
) -> EventStatus {
    let (text, morphology) = (findings.text, findings.morphology);
    let Some(item) = items.get(trigger.item) else {
        return EventStatus::Occurred;
    };
    let finite = trigger.part == FINITE;
    let imperfect = trigger.reading.features.has(Features::IMPERFECT);
    // A finite verb depends on a governor only over «أن», and a perfect hardly ever.
    let perfect = finite && !imperfect;
    if perfect && !(item.start > first && text.key(item.start - 1) == "قد") {
        return EventStatus::Occurred;
    }
    let mut subordinated = !finite;
    let mut back = 0;
    let mut at = item.start;
    while let Some(before) = at.checked_sub(1).filter(|at| *at >= first) {
        at = before;
        back += 1;
        if back > REACH {
            break;
        }
        if text.kind(at) == TokenKind::Punctuation {
            if matches!(text.key(at), "." | "؛" | "،" | "," | ":" | "(" | ")" | "؟" | "!") {
                break;
            }
            continue;
        }
        let reading = morphology.best(at);
        let word = text.word_key(at, reading);
        if word == "ان" && finite {
            subordinated = true;
            continue;
        }
        if matches!(
            word,
            "الذي"
                | "التي"
                | "الذين"
                | "انه"
                | "انها"
                | "انهم"
                | "حيث"
                | "بينما"
                | "فيما"
                | "بعد"
                | "عقب"
                | "اثر"
                | "خلال"
                | "منذ"
        ) {
            break;
        }
        if !subordinated {
            // «ينوي القصف» has the governor next to the trigger; «يواصل» and the like do not govern.
            if reading.pos == Pos::Verb {
                break;
            }
            continue;
        }
        if let Some(status) = resources.governors.get(text, morphology, at) {
            if perfect && status != EventStatus::Negated {
                return EventStatus::Occurred;
            }
            return status;
        }
        // «إدانة الحرب»: what governs the condemnation does not govern the war.
        if !finite
            && reading.features.has(Features::MASDAR)
            && !trigger.reading.proclitics.has(Proclitics::WA)
            && resources.can_trigger(findings, at)
        {
            break;
        }
        let action = items
            .get(items.partition_point(|item| item.start < at))
            .is_some_and(|item| item.start == at && item.kind == Kind::Phrase);
        if reading.pos == Pos::Verb && !action {
            let will = reading.proclitics.has(Proclitics::SA);
            let negated = at
                .checked_sub(1)
                .is_some_and(|a| matches!(text.word_key(a, morphology.best(a)), "لم" | "لن" | "لا"));
            let light = reading.lexeme.and_then(|id| resources.light.of_lexeme(id.0)).is_some()
                || matches!(word, "يتم" | "تتم" | "تم" | "تمت" | "ستتم" | "سيتم");
            if will && (light || back <= 3) {
                return EventStatus::Planned;
            }
            if perfect {
                continue;
            }
            if light && negated {
                return EventStatus::Negated;
            }
            if light && reading.features.has(Features::IMPERFECT) && reading.proclitics.has(Proclitics::LI) {
                return EventStatus::Planned;
            }
            if light && reading.features.has(Features::PERFECT) {
                return EventStatus::Occurred;
            }
            break;
        }
    }
    let purpose = trigger.part == super::lexicon::MASDAR
        && !items
            .get(trigger.item.wrapping_sub(1))
            .is_some_and(|before| before.kind == Kind::Verb || before.trigger)
        && trigger.reading.proclitics.has(Proclitics::LI)
        && !trigger.reading.proclitics.has(Proclitics::AL);
    if purpose
        && items
            .get(..trigger.item)
            .unwrap_or_default()
            .iter()
            .any(|item| matches!(item.kind, Kind::Verb | Kind::Phrase))
    {
        return EventStatus::Planned;
    }
    EventStatus::Occurred
}
