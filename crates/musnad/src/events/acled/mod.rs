//! The ACLED code of an event, once its participants and casualties are known.
//!
//! «هاجم مسلحون ثكنة للجيش» (gunmen attacked an army barracks): both sides are armed, a battle. Who takes part is what the event's record
//! says; what is asked of them ([`sides`]) are the facts of the rules in `acled.tsv`. A code says nothing of whether it happened.

mod sides;

use std::ops::Range;

use super::Findings;
use super::Resources;
use super::argument::Party;
use super::draft::Draft;
use super::ontology::Facts;
use crate::document::{Event, EventMode, EventType};
pub(super) use sides::Sides;

/// Tokens before and after the trigger in which words tell of weapons and buildings.
const BEFORE: usize = 4;
const AFTER: usize = 8;

/// Whether a verb says that ground changes hands.
pub(super) fn gains(lemma: &str) -> bool {
    matches!(
        lemma,
        "سيطر" | "استعاد" | "حرّر" | "انتزع" | "طهّر" | "احتلّ" | "استولى" | "تقدّم"
    )
}

/// Verbs and nouns of which both sides take part in the fighting.
fn fights(lemma: &str) -> bool {
    matches!(
        lemma,
        "اشتباك"
            | "اشتبك"
            | "معركة"
            | "مواجهة"
            | "واجه"
            | "قتال"
            | "قاتل"
            | "اقتتال"
            | "اقتتل"
            | "تبادل"
            | "تراشق"
            | "حرب"
            | "مناوشة"
            | "صدام"
            | "تصادم"
    )
}

/// The ACLED code, once casualties are known.
pub(super) fn finish(findings: Findings<'_>, resources: &Resources, draft: Draft) -> Event {
    let Draft { mut event, parties, .. } = draft;
    let sides = Sides { findings };
    let (actors, recipients) = (parties.actors.as_slice(), parties.recipients.as_slice());
    let lemma = event.trigger_lemma.as_str();
    let near = Near::new(findings, &event);
    let armed = |party: &Party| sides.is_armed(party);
    let crowd = |party: &Party| sides.is_crowd(party);
    let armed_recipient = recipients.iter().any(armed);
    let both = actors.len() > 1 && recipients.is_empty();
    let killed = event
        .casualties
        .as_ref()
        .and_then(|all| all.killed)
        .is_some_and(|killed| killed.max.or(killed.min).is_none_or(|number| number > 0.0));
    let injured = event.casualties.as_ref().is_some_and(|all| all.injured.is_some());
    let gains = gains(lemma) && lemma != "تقدّم";
    let facts = Facts {
        armed_recipient,
        unarmed_recipient: recipients.iter().any(|party| sides.is_unarmed(party)) && !armed_recipient,
        two_sided: is_two_sided(sides, &event, &parties.actors, &parties.recipients),
        protesters: recipients.iter().any(crowd),
        crowd_actor: actors.iter().any(crowd),
        // Shooting at a crowd is as grave as what comes of it.
        grave: killed
            || match event.mode {
                Some(EventMode::Firearms | EventMode::Targeted) => true,
                Some(EventMode::CrowdControl) => {
                    injured && near.sentence_has(&["خطيره", "خطره", "حرجه", "بالغه", "بليغه"])
                }
                _ => injured,
            },
        harmed: killed || injured || recipients.iter().any(|party| sides.is_unarmed(party)),
        chemical: event.mode == Some(EventMode::Unconventional)
            && near.has(&["كيميايي", "كيمياييه", "كيماوي", "كيماويه", "سارين", "كلور", "خردل"]),
        grenade: near.has(&["يدويه", "يدوي"]),
        territory: gains
            || event.mode == Some(EventMode::Withdraw)
                && (near.sentence_tells(&["سلّم", "تسلّم", "سيطر", "استلم"])
                    || near.sentence_has(&["تسليم", "تسليمه", "تسليمها"])),
        government: gains && !actors.is_empty() && actors.iter().all(|party| sides.is_state(party)),
        weapons: near.has(&[
            "سلاح",
            "اسلحه",
            "ذخيره",
            "ذخاير",
            "متفجرات",
            "صواريخ",
            "عبوات",
            "عبوه",
            "لغم",
            "الغام",
        ]) || matches!(lemma, "فكّك" | "اعترض"),
        property: matches!(lemma, "استولى" | "حجز" | "سلب" | "صادر" | "ضبط" | "نهب"),
        base: near.sentence_has(&["قاعده", "قواعد", "مقر", "معسكر", "معسكرا", "ثكنه"])
            && near.sentence_tells(&["أقام", "أنشأ", "أسّس", "افتتح", "بنى", "شيّد"]),
        displaced: matches!(lemma, "هجّر" | "شرّد"),
        dispersed: near.sentence_tells(&["فرّق"]),
        conflict_parties: both
            && (near.sentence_has(&["هدنه", "سلام", "عدائيه"])
                || actors
                    .iter()
                    .all(|party| sides.is_armed(party) || sides.is_state(party))
                    && actors
                        .iter()
                        .any(|party| sides.is_armed(party) && !sides.is_state(party))),
        truce: near.sentence_has(&["هدنه"])
            || near.sentence_has(&["وقف"]) && near.sentence_has(&["نار", "قتال", "اعمال"]),
    };
    event.acled = resources.ontology.acled(event.event_type, event.mode, facts);
    debug_assert!(
        event
            .mode
            .is_none_or(|mode| resources.ontology.allows(event.event_type, mode)),
        "{:?} {:?}",
        event.event_type,
        event.mode
    );
    if let Some(casualties) = &event.casualties
        && casualties.killed.is_some()
    {
        event.score = (event.score + 0.05).min(0.95);
    }
    event
}

/// Whether both sides fight: by the word, or because all who take part are named as one list of armed sides. A crowd makes no battle.
fn is_two_sided(sides: Sides<'_>, event: &Event, actors: &[Party], recipients: &[Party]) -> bool {
    if event.event_type != EventType::Assault || actors.iter().chain(recipients).any(|party| sides.is_crowd(party)) {
        return false;
    }
    fights(&event.trigger_lemma)
        || actors.len() > 1 && recipients.is_empty() && actors.iter().all(|party| sides.is_armed(party))
}

/// The words around a trigger.
struct Near<'a> {
    findings: Findings<'a>,
    around: Range<usize>,
    sentence: Range<usize>,
}

impl<'a> Near<'a> {
    fn new(findings: Findings<'a>, event: &Event) -> Self {
        let tokens = findings.text.tokens_in(event.trigger);
        let sentence = findings.text.sentence_tokens(findings.text.sentence_of(tokens.start));
        Self {
            findings,
            around: tokens.start.saturating_sub(BEFORE).max(sentence.start)..(tokens.end + AFTER).min(sentence.end),
            sentence,
        }
    }

    fn has(&self, stems: &[&str]) -> bool {
        self.any_stem(self.around.clone(), stems)
    }

    fn sentence_has(&self, stems: &[&str]) -> bool {
        self.any_stem(self.sentence.clone(), stems)
    }

    fn sentence_tells(&self, lemmas: &[&str]) -> bool {
        self.any_lemma(self.sentence.clone(), lemmas)
    }

    fn any_stem(&self, mut tokens: Range<usize>, stems: &[&str]) -> bool {
        let (text, morphology) = (self.findings.text, self.findings.morphology);
        tokens.any(|at| stems.contains(&text.stem_key(at, morphology.best(at))))
    }

    fn any_lemma(&self, mut tokens: Range<usize>, lemmas: &[&str]) -> bool {
        tokens.any(|at| {
            let lexeme = self.findings.morphology.best(at).entry();
            lexeme.is_some_and(|lexeme| lemmas.contains(&lexeme.lemma))
        })
    }
}
