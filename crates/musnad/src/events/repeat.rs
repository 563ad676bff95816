//! One happening named twice in a sentence: «هجوم أسفر عن مقتل ثلاثة» (an attack that killed three) is one event.

use musnad_data::lexicon::Lexeme;

use super::Findings;
use super::class::Class;
use super::item::{Item, Kind};
use super::lexicon::FINITE;
use super::prep::Prep;
use super::trigger::{Ground, Trigger};
use crate::document::EventType;
use crate::morphology::{Analysis, Features};

/// Whether a noun of victims, or one that wants other company, stands right before the noun of the same happening: «قتلى التفجير».
pub(super) fn leads_to(findings: Findings<'_>, items: &[Item], first: &Trigger<'_>, second: &Trigger<'_>) -> bool {
    let (Some(a), Some(b)) = (items.get(first.item), items.get(second.item)) else {
        return false;
    };
    // «قتلى» is read as a noun of action with «ي» too.
    let names_victims = |reading: Analysis| {
        let tagged = |lexeme: Lexeme| lexeme.has_tag("killed") || lexeme.has_tag("injured");
        reading.entry().is_some_and(tagged)
    };
    a.start + 1 == b.start
        && second.ground == Ground::Frame
        && first.part != FINITE
        && second.part != FINITE
        && first.row.kind == second.row.kind
        && (first.ground == Ground::Word || findings.morphology.all(a.start).any(names_victims))
}

/// Whether the second trigger names the same happening as the one before it.
pub(super) fn repeats(findings: Findings<'_>, items: &[Item], first: &Trigger<'_>, second: &Trigger<'_>) -> bool {
    let (Some(a), Some(b)) = (items.get(first.item), items.get(second.item)) else {
        return false;
    };
    // «تظاهر المئات احتجاجا على …», «خرجوا للمطالبة بـ…», «تظاهروا مطالبين بـ…»: what demonstrators demand is their protest.
    let purpose = second.part != FINITE
        && (b.prep == Prep::Li || second.reading.features.has(Features::ACCUSATIVE))
        && b.start.saturating_sub(a.start) <= 14;
    if first.row.kind == EventType::Protest
        && purpose
        && matches!(second.row.kind, EventType::Protest | EventType::Request)
    {
        return true;
    }
    let assault = first.row.kind == EventType::Assault && second.row.kind == EventType::Assault;
    if !assault {
        return first.row.kind == second.row.kind && first.row.mode == second.row.mode && b.start == a.end;
    }
    let hurts = |trigger: &Trigger<'_>| {
        trigger
            .reading
            .entry()
            .is_some_and(|l| matches!(l.lemma, "جرح" | "أصاب" | "إصابة"))
    };
    let close = b.start.saturating_sub(a.start) <= 8;
    // «مقتل ثلاثة وإصابة خمسة», «قتل ثلاثة وأصيب خمسة»
    if close && b.joined && hurts(second) && !hurts(first) {
        return true;
    }
    // «هجوم أسفر عن مقتل ثلاثة»
    let result = items
        .get(first.item.saturating_sub(1)..second.item)
        .unwrap_or_default()
        .iter()
        .any(|item| {
            item.kind == Kind::Verb
                && findings.morphology.best(item.start).entry().is_some_and(|l| {
                    matches!(
                        l.lemma,
                        "أسفر" | "أدّى" | "أدى" | "خلّف" | "أوقع" | "تسبّب" | "أودى" | "حصد"
                    )
                })
        });
    // «هجمات استهدفت القاعدة»: the verb says what the noun has named.
    let verb = findings.morphology.best(b.start).entry().map_or("", |l| l.lemma);
    let aims = matches!(verb, "استهدف" | "طال" | "ضرب");
    let claims = matches!(verb, "أودى" | "أزهق");
    claims
        || is_outcome(findings, items, first, second)
        || result && second.part != FINITE
        || aims && second.part == FINITE && first.part != FINITE && second.item <= first.item + 4
}

/// «غارات قتلت العشرات», «اشتباك سقط فيه خمسة قتلى»: the verb says what the attack that was named right before it did.
fn is_outcome(findings: Findings<'_>, items: &[Item], first: &Trigger<'_>, second: &Trigger<'_>) -> bool {
    let lemma = |trigger: &Trigger<'_>| trigger.reading.entry().map_or("", |entry| entry.lemma);
    if first.part == FINITE
        || second.part != FINITE
        || super::victims::is_killing(lemma(first))
        || !matches!(lemma(second), "قتل" | "سقط" | "استشهد" | "لقي" | "قضى")
        || second.item > first.item + 4
    {
        return false;
    }
    let Some(verb) = items.get(second.item) else {
        return false;
    };
    let between = items.get(first.item + 1..second.item).unwrap_or_default();
    let runs_on = !verb.joined
        && between
            .iter()
            .all(|item| item.kind == Kind::Relative || item.kind == Kind::Phrase && !item.trigger && !item.is_bare());
    let victims = Class::QUANTITY
        .with(Class::KILLED)
        .with(Class::HUMAN)
        .with(Class::PERSON)
        .with(Class::CIVILIAN);
    let object = super::trigger::after(items, second.item)
        .take(3)
        .find(|item| item.is_bare());
    runs_on
        && object.is_some_and(|item| {
            item.class.any(victims) && (item.class.has(Class::QUANTITY) || !item.class.has(Class::ORG))
        })
        && findings.morphology.best(verb.start).features.has(Features::PERFECT)
}
