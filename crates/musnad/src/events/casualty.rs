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
use crate::morphology::{Analysis, Features, Pos, Proclitics};
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

/// How many the recipients of a killing are where none of them is counted: singulars and duals only. Who was only hurt is not counted, nor
/// the names of two that a dual has counted: «النقيبان أحمد علي وحسن عمر».
pub(super) fn uncounted(findings: Findings<'_>, recipients: &[Party]) -> Option<f64> {
    let mut sum = 0.0;
    let mut both = false;
    for party in recipients.iter().filter(|party| !party.class.has(Class::INJURED)) {
        let reading = findings.morphology.best(party.start);
        if both && party.class.has(Class::PERSON) && party.name.is_some() {
            continue;
        }
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
            both = true;
            2.0
        } else if party.class.has(Class::PERSON) || features.has(Features::SINGULAR) {
            1.0
        } else {
            return None;
        };
    }
    (sum > 0.0).then_some(sum)
}

/// How many stand beside counted victims, uncounted: «مقتل أربعة جنود وضابط» has one.
pub(super) fn beside(findings: Findings<'_>, recipients: &[Party]) -> f64 {
    if !recipients.iter().any(|party| party.class.has(Class::QUANTITY)) {
        return 0.0;
    }
    recipients
        .iter()
        .filter(|party| !party.class.has(Class::QUANTITY) && is_added(findings, party))
        .filter_map(|party| uncounted(findings, std::slice::from_ref(party)))
        .sum()
}

/// Whether «و», «مع» or a comma adds somebody: «قتلوا مشيرا إلى» has nobody else.
fn is_added(findings: Findings<'_>, party: &Party) -> bool {
    let before = party
        .start
        .checked_sub(1)
        .map_or("", |before| findings.text.key(before));
    let reading = findings.morphology.best(party.start);
    reading.proclitics.any(Proclitics::WA.with(Proclitics::FA)) || matches!(before, "و" | "مع" | "،" | ",")
}

/// How many the verb of a killing has done away with, where its victim is a pronoun or hidden: «ثم قتل», «قتلا في غارة».
pub(super) fn by_verb(recipients: &[Party], reading: Analysis, dual: bool) -> Option<f64> {
    if dual {
        return recipients
            .iter()
            .all(|party| !party.class.has(Class::QUANTITY))
            .then_some(2.0);
    }
    let one = reading.pos == Pos::Verb
        && reading.features.has(Features::PERFECT.with(Features::SINGULAR))
        && reading.suffix == 0;
    let lone = matches!(recipients, [only] if only.class.is_human() && !only.class.any(Class::QUANTITY.with(Class::ORG).with(Class::CROWD)));
    (one && lone && reading.features.has(Features::PASSIVE)).then_some(1.0)
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
        let Some((event, kind)) = harmed_by(findings, quantity, drafts) else {
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
            if let Some(all) = draft.event.casualties.as_mut()
                && is_revision(findings, quantity.span)
            {
                all.revised = true;
            }
            last = Some((kind, event, quantity.span));
        }
    }
    count_before(findings, span, drafts);
    for draft in drafts
        .iter_mut()
        .filter(|draft| draft.event.status != EventStatus::Negated)
    {
        if draft.beside > 0.0
            && let Some(killed) = draft.event.casualties.as_mut().and_then(|all| all.killed.as_mut())
        {
            killed.min = killed.min.map(|min| min + draft.beside);
            killed.max = killed.max.map(|max| max + draft.beside);
        }
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

/// «2401 جنديا لقوا حتفهم», «أودى بحياة العشرات»: people counted near the verb of a killing that has no figure are its dead, whatever
/// else is said of them.
fn count_before(findings: Findings<'_>, sentence: Span, drafts: &mut [Draft]) {
    let triggers: Vec<Span> = drafts.iter().map(|draft| draft.event.trigger).collect();
    for draft in drafts.iter_mut() {
        let trigger = draft.event.trigger;
        let has_figure = draft.event.casualties.as_ref().is_some_and(|all| all.killed.is_some());
        if has_figure || draft.victims.is_some() || draft.event.event_type != EventType::Assault {
            continue;
        }
        let first = findings
            .quantities
            .partition_point(|quantity| quantity.span.end <= sentence.start);
        let people = findings
            .quantities
            .iter()
            .skip(first)
            .take_while(|quantity| quantity.span.start < sentence.end)
            .filter(|quantity| matches!(quantity.kind, QuantityKind::People | QuantityKind::Count))
            .filter(|quantity| {
                !triggers
                    .iter()
                    .any(|other| lies_between(*other, quantity.span, trigger))
            });
        let figure = if draft.kills {
            people
                .filter(|quantity| quantity.kind == QuantityKind::People)
                .filter(|quantity| quantity.span.end <= trigger.start && trigger.start - quantity.span.end <= APART)
                .last()
        } else {
            // «انفجار أودى بحياة العشرات»
            people
                .filter(|quantity| quantity.span.start >= trigger.end && is_of_lives(findings, quantity.span))
                .last()
        };
        if let Some(figure) = figure {
            add(&mut draft.event.casualties, figure, QuantityKind::Killed);
        }
    }
}

/// Whether a word stands between two others.
fn lies_between(word: Span, a: Span, b: Span) -> bool {
    let (first, second) = if a.start < b.start { (a, b) } else { (b, a) };
    word.start >= first.end && word.end <= second.start
}

/// Whether the counted are lives taken: «بحياة», «أرواح», «ضحيتها».
fn is_of_lives(findings: Findings<'_>, quantity: Span) -> bool {
    let at = findings.text.token_at(quantity.start);
    (at.saturating_sub(2)..at).any(|token| {
        matches!(
            findings.text.stem_key(token, findings.morphology.best(token)),
            "حياه" | "ارواح" | "ضحيت" | "ضحيته" | "ضحيتها" | "بحياه" | "ضحيه"
        )
    })
}

/// Whether the figure takes the place of an earlier one: «ارتفعت حصيلة القتلى إلى 40», «ارتفاع عدد الضحايا إلى 12».
fn is_revision(findings: Findings<'_>, quantity: Span) -> bool {
    let at = findings.text.token_at(quantity.start);
    let first = findings
        .text
        .sentence_tokens(findings.text.sentence_of(at))
        .start
        .max(at.saturating_sub(14));
    let before = |words: &[&str]| {
        (first..at).rev().find(|token| {
            let reading = findings.morphology.best(*token);
            words.contains(&findings.text.stem_key(*token, reading))
                || words.contains(&findings.text.word_key(*token, reading))
        })
    };
    let change = [
        "ارتفع",
        "ارتفعت",
        "ارتفاع",
        "يرتفع",
        "ترتفع",
        "زاد",
        "زادت",
        "ازدياد",
        "قفز",
        "قفزت",
        "انخفض",
        "انخفضت",
        "خفض",
        "خفضت",
        "تراجع",
        "تراجعت",
        "عدل",
        "عدلت",
        "رفع",
        "رفعت",
    ];
    let toll = [
        "حصيله",
        "حصيلت",
        "عدد",
        "عداد",
        "ضحايا",
        "قتلي",
        "جرحي",
        "وفيات",
        "مصابين",
    ];
    before(&change)
        .zip(before(&toll))
        .zip(before(&["الي"]))
        .is_some_and(|((change, toll), to)| change < to && toll < to)
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
    // «مقتل 7 مسلحين، وأوضح أن القتلى …», «17 مقاتلا قتلوا مشيرا إلى سقوط …»: told anew.
    let anew = |token: usize| {
        let word = text.word_key(token, findings.morphology.best(token));
        matches!(
            word,
            "ان" | "انه" | "انها" | "بان" | "مشيرا" | "مشيره" | "موضحا" | "موضحه" | "موكدا" | "موكده"
        )
    };
    !between.clone().any(anew)
        && (with(at)
            || between
                .into_iter()
                .any(|token| with(token) || matches!(text.key(token), "،" | "," | "اضافه" | "الي")))
}

/// Whether «ثم» or a conjunction of its own cuts a word off from the figure before it: «موقعا 12 قتيلا ثم قتل».
fn is_told_apart(findings: Findings<'_>, quantity: Span, word: Span) -> bool {
    let text = findings.text;
    let at = text.token_at(word.start);
    let joined = |token: usize| {
        let proclitics = findings.morphology.best(token).proclitics;
        proclitics.any(Proclitics::WA.with(Proclitics::FA))
    };
    let between = text.tokens_in(Span {
        start: quantity.end,
        end: word.start.max(quantity.end),
    });
    joined(at) || between.into_iter().any(|token| text.key(token) == "ثم")
}

/// The event of a sentence that a quantity of people harmed belongs to, and what the quantity counts there.
fn harmed_by(findings: Findings<'_>, quantity: &Quantity, drafts: &[Draft]) -> Option<(usize, QuantityKind)> {
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
    // «ثلاثة من الرهائن قتلوا»: what they were before counts less than that they were killed.
    if matches!(
        quantity.kind,
        QuantityKind::Detained | QuantityKind::Missing | QuantityKind::Displaced
    ) && let Some(index) = drafts.iter().position(|draft| draft.kills && holds(draft))
    {
        return Some((index, QuantityKind::Killed));
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
                    let gap = word.start.saturating_sub(quantity.span.end).saturating_mul(2);
                    gap + if is_told_apart(findings, quantity.span, word) {
                        APART
                    } else {
                        0
                    }
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
