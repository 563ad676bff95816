//! What stands before a verb: particles of tense, negation and doubt, and auxiliaries.

use crate::document::EventStatus;
use crate::events::Findings;
use crate::events::trigger::Trigger;
use crate::morphology::{Features, Pos, Proclitics};
use crate::text::token::TokenKind;

/// How far back an auxiliary may stand, in tokens.
const REACH: usize = 6;

/// Particles right before a finite verb.
pub(super) fn by_particle(
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
            && matches!(
                word(2),
                None | Some("و" | "،" | ":" | "؛" | "." | "\"" | "«" | "“" | "انه" | "انها" | "انهم" | "ان")
            ) =>
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

/// An auxiliary with its subject between it and the verb: «كاد المتظاهرون يقتحمون», «لم تكن الشرطة قد اعتقلت».
pub(super) fn by_auxiliary(
    findings: Findings<'_>,
    trigger: &Trigger<'_>,
    token: usize,
    first: usize,
) -> Option<EventStatus> {
    let (text, morphology) = (findings.text, findings.morphology);
    let imperfect = trigger.reading.features.has(Features::IMPERFECT);
    for at in (first..token).rev().take(REACH) {
        if text.kind(at) == TokenKind::Punctuation {
            return None;
        }
        let reading = morphology.best(at);
        let word = text.word_key(at, reading);
        let status = match word {
            "كاد" | "كادت" | "كادوا" | "يكاد" | "تكاد" if imperfect => true,
            "يعد" | "تعد" | "يعودوا" | "نعد" if imperfect => is_negated(findings, at, first),
            "يكن" | "تكن" | "يكونوا" | "اكن" | "نكن" => is_negated(findings, at, first),
            "قد" => continue,
            "ان" | "الذي" | "التي" | "الذين" | "حيث" | "بينما" | "فيما" | "لكن" => {
                return None;
            }
            _ if reading.pos == Pos::Verb => return None,
            _ => continue,
        };
        return status.then_some(EventStatus::Negated);
    }
    None
}

/// Whether لم, لن, لا or ما denies the verb at a token.
pub(super) fn is_negated(findings: Findings<'_>, token: usize, first: usize) -> bool {
    token
        .checked_sub(1)
        .filter(|before| *before >= first)
        .is_some_and(|before| {
            matches!(
                findings.text.word_key(before, findings.morphology.best(before)),
                "لم" | "لن" | "لا" | "ما"
            )
        })
}

/// What particles say of a verb that takes an action: «قد تلجأ إلى …», «لن تلجأ إلى …»; nothing where it is told plainly.
pub(super) fn of_verb(findings: Findings<'_>, token: usize, first: usize) -> Option<EventStatus> {
    let reading = findings.morphology.best(token);
    if reading.proclitics.has(Proclitics::SA) {
        return Some(EventStatus::Planned);
    }
    let before = token.checked_sub(1).filter(|before| *before >= first)?;
    match findings.text.word_key(before, findings.morphology.best(before)) {
        "سوف" => Some(EventStatus::Planned),
        "قد" | "ربما" if reading.features.has(Features::IMPERFECT) => Some(EventStatus::Possible),
        _ => None,
    }
}
