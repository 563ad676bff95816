//! Dead, wounded, missing, detained and displaced, tied to the event that harmed them.
//!
//! «مقتل 5 جنود و3 مدنيين في هجوم» (the killing of five soldiers and three civilians in an attack): the killing has eight dead, the
//! attack none of its own. «قتل 143 شخصا بينهم 36 طفلا» (143 killed, 36 children among them) has 143. A victim who is named or described
//! and not counted is one («اغتيل القاضي»), two in the dual («النقيبان»).

use super::Findings;
use super::argument::Party;
use super::class::Class;
use super::draft::Draft;
use crate::document::{ArgumentRole, Bounds, Casualties, EventStatus, EventType, Quantity, QuantityKind};
use crate::morphology::{Features, Pos, Proclitics};
use crate::text::Span;

/// Figures this far apart in bytes are not two parts of one toll.
const APART: u32 = 90;

/// Whether a word by itself says that somebody died.
pub(super) fn is_killing(lemma: &str) -> bool {
    matches!(
        lemma,
        "قتل"
            | "مقتل"
            | "اغتال"
            | "اغتيال"
            | "استشهد"
            | "استشهاد"
            | "مصرع"
            | "حتف"
            | "أعدم"
            | "ذبح"
            | "لقي"
            | "لاقى"
            | "أردى"
    )
}

/// How many the recipients of a killing are where none of them is counted: singulars and duals only.
pub(super) fn uncounted(findings: Findings<'_>, recipients: &[Party]) -> Option<f64> {
    let mut sum = 0.0;
    for party in recipients {
        let reading = findings.morphology.best(party.start);
        // «قتل فلسطيني», «قتل رابع»: a lone adjective for a person.
        let adjective = party.class == Class::default()
            && reading.pos == Pos::Adjective
            && reading.features.has(Features::SINGULAR)
            && party.end == party.start + 1;
        if party.class.has(Class::QUANTITY) || !party.class.is_human() && !adjective {
            return None;
        }
        let features = reading.features;
        sum += if features.has(Features::DUAL) {
            2.0
        } else if party.class.has(Class::PERSON) || features.has(Features::SINGULAR) {
            1.0
        } else {
            return None;
        };
    }
    (sum > 0.0).then_some(sum)
}

/// Ties the quantities of people harmed in a sentence to its events.
pub(super) fn harm(findings: Findings<'_>, sentence: usize, drafts: &mut [Draft]) {
    let Some(span) = findings.text.sentences.get(sentence).map(|sentence| sentence.span) else {
        return;
    };
    let first = findings
        .quantities
        .partition_point(|quantity| quantity.span.end <= span.start);
    // The figure last tied to an event: its kind and event.
    let mut last: Option<(QuantityKind, usize, Span)> = None;
    for quantity in findings
        .quantities
        .iter()
        .skip(first)
        .take_while(|quantity| quantity.span.start < span.end)
    {
        let Some((event, kind)) = harmed_by(quantity, drafts) else {
            continue;
        };
        let part = last.is_some_and(|(_, _, before)| is_part(findings, before, quantity.span));
        if let Some((known, of, before)) = last
            && known == kind
            && of == event
            && (part
                || quantity.span.start.saturating_sub(before.end) > APART
                || !is_joined(findings, before, quantity.span))
        {
            continue;
        }
        // «143 شخصا بينهم 36 طفلا»: children are counted among the dead before.
        if part && last.is_some_and(|(known, _, _)| known == kind) {
            continue;
        }
        if let Some(draft) = drafts.get_mut(event) {
            add(&mut draft.event.casualties, quantity, kind);
            last = Some((kind, event, quantity.span));
        }
    }
    for draft in drafts
        .iter_mut()
        .filter(|draft| draft.event.status != EventStatus::Negated)
    {
        let Some(victims) = draft.victims else { continue };
        let casualties = draft.event.casualties.get_or_insert_with(Casualties::default);
        if casualties.killed.is_none() {
            casualties.killed = Some(Bounds {
                min: Some(victims),
                max: Some(victims),
            });
        }
    }
}

/// Whether the second figure counts some of the people of the first.
fn is_part(findings: Findings<'_>, first: Span, second: Span) -> bool {
    let between = Span {
        start: first.end,
        end: second.start.max(first.end),
    };
    findings.text.tokens_in(between).any(|token| {
        matches!(
            findings.text.word_key(token, findings.morphology.best(token)),
            "بينهم"
                | "بينها"
                | "بينهن"
                | "منهم"
                | "منهن"
                | "ضمنهم"
                | "فيهم"
                | "يتوزعون"
                | "معظمهم"
                | "اغلبهم"
        )
    })
}

/// Whether «و», «إضافة إلى» or a comma adds the second figure to the first: «5 مدنيين و3 جنود», not «ستة من أسرة واحدة».
fn is_joined(findings: Findings<'_>, first: Span, second: Span) -> bool {
    let text = findings.text;
    let at = text.token_at(second.start);
    let with = |token: usize| {
        let reading = findings.morphology.best(token);
        reading.proclitics.any(Proclitics::WA.with(Proclitics::FA)) || text.key(token).starts_with('و')
    };
    let between = text.tokens_in(Span {
        start: first.end,
        end: second.start.max(first.end),
    });
    with(at)
        || between
            .into_iter()
            .any(|token| with(token) || matches!(text.key(token), "،" | "," | "اضافه" | "الي"))
}

/// The event of a sentence that a quantity of people harmed belongs to, and what the quantity counts there.
fn harmed_by(quantity: &Quantity, drafts: &[Draft]) -> Option<(usize, QuantityKind)> {
    let holds = |draft: &Draft| {
        draft
            .event
            .arguments
            .iter()
            .any(|argument| argument.role == ArgumentRole::Recipient && argument.span.overlaps(quantity.span))
    };
    if matches!(quantity.kind, QuantityKind::Count | QuantityKind::People) {
        // «قتل 5 من زملائه»: the word before says what is counted.
        return drafts
            .iter()
            .position(|draft| draft.kills && holds(draft))
            .map(|index| (index, QuantityKind::Killed));
    }
    let fits = |kind: EventType| match quantity.kind {
        QuantityKind::Killed | QuantityKind::Injured | QuantityKind::Missing => {
            matches!(kind, EventType::Assault | EventType::Protest)
        }
        QuantityKind::Detained => matches!(
            kind,
            EventType::Coerce | EventType::Assault | EventType::Retreat | EventType::Sanction
        ),
        QuantityKind::Displaced => matches!(kind, EventType::Assault | EventType::Sanction | EventType::Coerce),
        _ => false,
    };
    drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| fits(draft.event.event_type))
        .min_by_key(|(_, draft)| {
            let apart = |word: Span| {
                if word.end <= quantity.span.start {
                    quantity.span.start - word.end
                } else {
                    word.start.saturating_sub(quantity.span.end).saturating_mul(2)
                }
            };
            let gap = draft
                .again
                .iter()
                .copied()
                .map(apart)
                .fold(apart(draft.event.trigger), u32::min);
            (!holds(draft), gap)
        })
        .map(|(index, _)| (index, quantity.kind))
}

/// Adds a quantity to the harm of an event; a second figure of the same kind is added up («5 مدنيين و3 جنود»).
fn add(casualties: &mut Option<Casualties>, quantity: &Quantity, kind: QuantityKind) {
    let all = casualties.get_or_insert_with(Casualties::default);
    let slot = match kind {
        QuantityKind::Killed => &mut all.killed,
        QuantityKind::Injured => &mut all.injured,
        QuantityKind::Missing => &mut all.missing,
        QuantityKind::Detained => &mut all.detained,
        QuantityKind::Displaced => &mut all.displaced,
        _ => return,
    };
    *slot = Some(match *slot {
        None => Bounds {
            min: quantity.min,
            max: quantity.max,
        },
        Some(known) => Bounds {
            min: sum(known.min, quantity.min),
            max: sum(known.max, quantity.max),
        },
    });
    if all.item.is_empty() {
        all.item.clone_from(&quantity.item);
    }
}

fn sum(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    Some(a? + b?)
}
