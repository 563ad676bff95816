//! The ACLED code of an event, once its casualties are known.

use super::Findings;
use super::Resources;
use super::argument::Party;
use super::class::Class;
use super::draft::Draft;
use super::ontology::Facts;
use crate::document::{Event, EventMode};

/// Whether a verb says that ground changes hands.
pub(super) fn gains(lemma: &str) -> bool {
    matches!(
        lemma,
        "سيطر" | "استعاد" | "حرّر" | "انتزع" | "طهّر" | "احتلّ" | "استولى" | "تقدّم"
    )
}

/// The ACLED code, once casualties are known.
pub(super) fn finish(findings: Findings<'_>, resources: &Resources, draft: Draft) -> Event {
    let Draft { mut event, parties, .. } = draft;
    let any = |parties: &[Party], class: Class| parties.iter().any(|party| party.class.any(class));
    let crowd = Class::CROWD;
    let unarmed = Class::CIVILIAN
        .with(Class::JOURNALIST)
        .with(Class::MEDIC)
        .with(Class::OFFICIAL);
    let armed = any(&parties.recipients, Class::ARMED);
    let lemma = event.trigger_lemma.as_str();
    let fights = matches!(
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
            | "حرب"
            | "مناوشة"
    );
    let gains = gains(lemma);
    let words = |stems: &[&str]| {
        let tokens = findings.text.tokens_in(event.trigger);
        (tokens.start.saturating_sub(4)..tokens.end + 8)
            .any(|at| stems.contains(&findings.text.stem_key(at, findings.morphology.best(at))))
    };
    let facts = Facts {
        armed_recipient: armed,
        unarmed_recipient: any(&parties.recipients, Class::HUMAN.with(unarmed)) && !armed,
        two_sided: fights
            || (parties.actors.len() > 1 && parties.recipients.is_empty() && any(&parties.actors, Class::ARMED)),
        protesters: any(&parties.recipients, crowd),
        crowd_actor: any(&parties.actors, crowd),
        harmed: event.casualties.is_some(),
        chemical: event.mode == Some(EventMode::Unconventional)
            && words(&[
                "كيميايي",
                "كيميايىه",
                "كيماوي",
                "كيميايي",
                "سارين",
                "كلور",
                "كيماويه",
                "كيمياييه",
            ]),
        grenade: words(&["يدويه", "يدوي"]),
        territory: gains,
        government: gains
            && any(&parties.actors, Class::ARMED)
            && parties.actors.iter().any(|party| is_state(findings, party)),
        weapons: words(&["سلاح", "اسلحه", "ذخيره", "ذخاير", "متفجرات", "صواريخ"]),
        base: words(&["قاعده", "مقر"]),
        displaced: matches!(lemma, "هجّر" | "شرّد"),
        dispersed: words(&["تفريق"]),
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

/// Whether the party is of a state: an army, police, a government.
fn is_state(findings: Findings<'_>, party: &Party) -> bool {
    let by_word = findings
        .morphology
        .best(party.start)
        .entry()
        .is_some_and(|lexeme| matches!(lexeme.sector, "MIL" | "COP" | "GOV"));
    by_word
        || party
            .name
            .and_then(|index| findings.mentions.get(index as usize))
            .and_then(|mention| findings.entities.get(mention.entity.0 as usize))
            .is_some_and(|entity| {
                entity
                    .sectors
                    .iter()
                    .any(|sector| matches!(sector.as_str(), "MIL" | "COP" | "GOV"))
            })
}
