//! The words that take an event as their content: verbs, nouns, «أن».

use crate::document::{EventStatus, EventType};
use crate::events::item::{Item, Kind};
use crate::events::lexicon::{self, FINITE};
use crate::events::trigger::Trigger;
use crate::events::{Findings, LightRole, Resources};
use crate::morphology::{Analysis, Features, Pos, Proclitics};
use crate::text::token::TokenKind;

use super::particle::is_negated;

/// How far back a governor may stand, in tokens.
const REACH: usize = 9;

/// What a word says of the event that it takes as its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::events) enum Governs {
    /// It has this status.
    As(EventStatus),
    /// It is refused: a meeting does not come about, an attack that is refused has taken place.
    Refused,
}

impl Governs {
    pub(in crate::events) fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "planned" => Self::As(EventStatus::Planned),
            "demanded" => Self::As(EventStatus::Demanded),
            "possible" => Self::As(EventStatus::Possible),
            "negated" => Self::As(EventStatus::Negated),
            "occurred" => Self::As(EventStatus::Occurred),
            "refused" => Self::Refused,
            _ => return None,
        })
    }

    /// The status of an event of that type.
    pub(super) fn of_kind(self, kind: EventType) -> Option<EventStatus> {
        match self {
            Self::As(status) => Some(status),
            Self::Refused => matches!(
                kind,
                EventType::Retreat
                    | EventType::Consult
                    | EventType::Concede
                    | EventType::Cooperate
                    | EventType::Aid
                    | EventType::Agree
                    | EventType::Mobilize
            )
            .then_some(EventStatus::Negated),
        }
    }
}

/// The nearest word before the trigger that takes it as its content.
pub(super) fn by_governor(
    findings: Findings<'_>,
    resources: &Resources,
    items: &[Item],
    trigger: &Trigger<'_>,
    first: usize,
) -> Option<EventStatus> {
    let (text, morphology) = (findings.text, findings.morphology);
    let item = items.get(trigger.item)?;
    let finite = trigger.part == FINITE;
    let imperfect = trigger.reading.features.has(Features::IMPERFECT);
    // A finite verb depends on a governor only over «أن», and a perfect hardly ever.
    let perfect = finite && !imperfect;
    if perfect && !(item.start > first && text.key(item.start - 1) == "قد") {
        return None;
    }
    let mut subordinated = !finite;
    // «لشن هجوم»: the masdar that carries the event noun is a purpose.
    let mut carried = false;
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
        let governs = resources.governors.get(text, morphology, at);
        if let Some(status) = governs.and_then(|governs| governs.of_kind(trigger.row.kind)) {
            if perfect && status != EventStatus::Negated {
                return None;
            }
            // «لم يمنع … من قصف القرية»: twice no says nothing.
            let undone = status == EventStatus::Negated && reading.pos == Pos::Verb && is_negated(findings, at, first);
            return Some(if undone { EventStatus::Occurred } else { status });
        }
        // «لا محادثات مع», «ليست هناك مفاوضات»
        if !finite && is_none(findings, at, item.start) {
            return Some(EventStatus::Negated);
        }
        carried |= !finite && at + 1 == item.start && is_carrier_of_purpose(resources, morphology.all(at));
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
            let negated = is_negated(findings, at, first);
            let light = reading.lexeme.and_then(|id| resources.light.of_lexeme(id.0)).is_some()
                || matches!(word, "يتم" | "تتم" | "تم" | "تمت" | "ستتم" | "سيتم");
            if will && (light || back <= 3) {
                return Some(EventStatus::Planned);
            }
            if perfect {
                continue;
            }
            if light && negated {
                return Some(EventStatus::Negated);
            }
            // «من شأنها أن تؤدي إلى انسحاب»: what governs the carrying verb governs what it carries.
            if light && at > first && text.word_key(at - 1, morphology.best(at - 1)) == "ان" {
                continue;
            }
            if light && reading.features.has(Features::IMPERFECT) && reading.proclitics.has(Proclitics::LI) {
                return Some(EventStatus::Planned);
            }
            if light && reading.features.has(Features::PERFECT) {
                return None;
            }
            break;
        }
    }
    let meeting = trigger.row.kind == EventType::Consult;
    let own = (trigger.part == lexicon::MASDAR || meeting && trigger.part == lexicon::NOUN)
        && !items
            .get(trigger.item.wrapping_sub(1))
            .is_some_and(|before| before.kind == Kind::Verb || before.trigger)
        && trigger.reading.proclitics.has(Proclitics::LI)
        && !trigger.reading.proclitics.has(Proclitics::AL);
    let purpose = (own || carried)
        && items
            .get(..trigger.item)
            .unwrap_or_default()
            .iter()
            .any(|item| matches!(item.kind, Kind::Verb | Kind::Phrase));
    purpose.then_some(EventStatus::Planned)
}

/// Whether a word can be the masdar of a verb that carries event nouns, behind the ل of purpose: «لشن», «لإجراء».
fn is_carrier_of_purpose(resources: &Resources, mut readings: impl Iterator<Item = Analysis>) -> bool {
    readings.any(|reading| {
        reading.pos != Pos::Verb
            && reading.features.has(Features::MASDAR)
            && reading.proclitics.has(Proclitics::LI)
            && !reading.proclitics.has(Proclitics::AL)
            && reading.lexeme.and_then(|id| resources.light.of_lexeme(id.0)) == Some(LightRole::Actor)
    })
}

/// Whether a word says that there is nothing of the noun at a token: لا right before it, ليس with «هناك» or «أي».
fn is_none(findings: Findings<'_>, at: usize, noun: usize) -> bool {
    let (text, morphology) = (findings.text, findings.morphology);
    match text.word_key(at, morphology.best(at)) {
        "لا" => at + 1 == noun,
        "ليس" | "ليست" | "ليسوا" => {
            (at + 1..noun).all(|between| matches!(text.key(between), "هناك" | "هنالك" | "ثمه" | "اي" | "من"))
        }
        _ => false,
    }
}
