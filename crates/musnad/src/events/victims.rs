//! How many were killed where nobody counts them.
//!
//! A victim who is named or described is one («اغتيل القاضي», the judge was assassinated), two in the dual («النقيبان», the two captains).

use super::Findings;
use super::argument::Party;
use super::class::Class;
use crate::morphology::{Analysis, Features, Pos, Proclitics};
use crate::text::Span;

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
    for party in recipients.iter().filter(|party| !party.hurt) {
        let reading = findings.morphology.best(party.start);
        if both && party.class.has(Class::PERSON) && party.name.is_some() {
            continue;
        }
        // «اغتيال مدير الإذاعة، سالم حمدي»: who is named after somebody is that one, unless «و» adds him.
        if sum > 0.0 && !is_joined_by_wa(findings, party) {
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
    let counted = recipients.iter().filter(|party| party.class.has(Class::QUANTITY));
    let Some(first) = counted.min_by_key(|party| party.start) else {
        return 0.0;
    };
    // «اغتيال عضو في المجلس وعشرة نواب»: the count is added to who stands before it.
    let added =
        |party: &Party| is_added(findings, party) || party.start < first.start && is_joined_by_wa(findings, first);
    recipients
        .iter()
        .filter(|party| !party.class.has(Class::QUANTITY) && added(party))
        .filter_map(|party| uncounted(findings, std::slice::from_ref(party)))
        .sum()
}

fn is_joined_by_wa(findings: Findings<'_>, party: &Party) -> bool {
    let before = party
        .start
        .checked_sub(1)
        .map_or("", |before| findings.text.key(before));
    before == "و" || findings.morphology.best(party.start).proclitics.has(Proclitics::WA)
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

/// «لقي مصرعه», «اغتياله»: the pronoun of one whom the noun of a killing is of.
pub(super) fn by_pronoun(findings: Findings<'_>, token: usize, reading: Analysis) -> Option<f64> {
    let key = findings.text.key(token);
    let one = reading.pos != Pos::Verb && reading.suffix > 0 && (key.ends_with('ه') || key.ends_with("ها"));
    one.then_some(1.0)
}

/// «مقتل وإصابة 3440 عراقيا»: whether a word for being hurt shares the count with that of a killing.
pub(super) fn is_shared(findings: Findings<'_>, kills: bool, trigger: Span, again: &[Span]) -> bool {
    let next = findings.text.token_at(trigger.start) + 1;
    let hurts = |at: usize| {
        let reading = findings.morphology.best(at);
        let lemma = reading.entry().map_or("", |entry| entry.lemma);
        reading.proclitics.has(Proclitics::WA) && matches!(lemma, "جرح" | "أصاب" | "إصابة")
    };
    kills && again.iter().any(|word| findings.text.token_at(word.start) == next) && hurts(next)
}
