//! `event.proto`.

use musnad_proto::v1 as pb;

use super::entity::{entity_id, numbered, score};
use super::enums::ReadEnum;
use super::time::{days, read_days};
use super::{Context, invalid};
use crate::document::{
    AcledCode, ActorCode, Argument, ArgumentRole, Attestation, Bounds, Casualties, Event, EventContext, EventMode,
    EventStatus, EventType, MentionIndex, QuadClass,
};
use crate::error::Error;

pub(super) fn event(number: usize, event: &Event, context: &Context<'_>) -> pb::Event {
    pb::Event {
        id: format!("e{}", number + 1),
        trigger: context.some_span(event.trigger),
        trigger_lemma: event.trigger_lemma.clone(),
        r#type: pb::EventType::from(event.event_type).into(),
        mode: event.mode.map_or(0, |mode| pb::EventMode::from(mode).into()),
        contexts: contexts(&event.contexts),
        arguments: event
            .arguments
            .iter()
            .map(|argument| self::argument(argument, context))
            .collect(),
        when: event.when.map(days),
        status: pb::EventStatus::from(event.status).into(),
        casualties: event.casualties.as_ref().map(casualties),
        quad: pb::QuadClass::from(event.quad).into(),
        intensity: event
            .intensity
            .map(|intensity| (f64::from(intensity) * 10.0).round() / 10.0),
        acled: event.acled.map(|code| pb::AcledCode {
            event_type: code.event_type.to_owned(),
            sub_event_type: code.sub_event_type.to_owned(),
        }),
        statements: event
            .statements
            .iter()
            .map(|number| format!("s{}", number + 1))
            .collect(),
        attestations: event
            .attestations
            .iter()
            .map(|attestation| pb::Attestation {
                statement: format!("s{}", attestation.statement + 1),
                status: pb::EventStatus::from(attestation.status).into(),
            })
            .collect(),
        score: score(event.score),
        evidence: event.evidence.to_string(),
        same_as: event
            .same_as
            .map(|number| format!("e{}", number + 1))
            .unwrap_or_default(),
        custom_type: event.custom_type.clone().unwrap_or_default(),
    }
}

/// Contexts as their numbers.
pub(super) fn contexts(contexts: &[EventContext]) -> Vec<i32> {
    contexts
        .iter()
        .map(|context| pb::EventContext::from(*context).into())
        .collect()
}

/// Contexts by their numbers.
pub(super) fn read_contexts(numbers: &[i32]) -> Result<Vec<EventContext>, Error> {
    numbers.iter().map(|number| EventContext::read(*number)).collect()
}

pub(super) fn read_event(message: &pb::Event, context: &Context<'_>) -> Result<Event, Error> {
    let acled = |code: &pb::AcledCode| {
        ACLED
            .iter()
            .find(|(kind, sub)| *kind == code.event_type && *sub == code.sub_event_type)
            .map(|(event_type, sub_event_type)| AcledCode {
                event_type,
                sub_event_type,
            })
            .ok_or_else(|| {
                invalid(format!(
                    "{:?}/{:?} is no ACLED code",
                    code.event_type, code.sub_event_type
                ))
            })
    };
    Ok(Event {
        trigger: context.read_span(message.trigger.as_ref(), "event.trigger")?,
        trigger_lemma: message.trigger_lemma.clone(),
        event_type: EventType::read(message.r#type)?,
        mode: EventMode::read_optional(message.mode)?,
        contexts: read_contexts(&message.contexts)?,
        arguments: message
            .arguments
            .iter()
            .map(|argument| read_argument(argument, context))
            .collect::<Result<_, _>>()?,
        when: match &message.when {
            Some(days) => read_days(&days.first_day, &days.last_day)?,
            None => None,
        },
        status: EventStatus::read(message.status)?,
        casualties: message.casualties.as_ref().map(read_casualties),
        quad: QuadClass::read(message.quad)?,
        intensity: message.intensity.map(|intensity| intensity as f32),
        acled: message.acled.as_ref().map(acled).transpose()?,
        statements: message
            .statements
            .iter()
            .map(|id| numbered(id, 's'))
            .collect::<Result<_, _>>()?,
        attestations: message
            .attestations
            .iter()
            .map(read_attestation)
            .collect::<Result<_, _>>()?,
        score: message.score as f32,
        evidence: message.evidence.clone().into(),
        same_as: match message.same_as.as_str() {
            "" => None,
            id => Some(numbered(id, 'e')?),
        },
        custom_type: Some(message.custom_type.clone()).filter(|custom| !custom.is_empty()),
    })
}

fn read_attestation(message: &pb::Attestation) -> Result<Attestation, Error> {
    Ok(Attestation {
        statement: numbered(&message.statement, 's')?,
        status: EventStatus::read(message.status)?,
    })
}

fn argument(argument: &Argument, context: &Context<'_>) -> pb::Argument {
    pb::Argument {
        role: pb::ArgumentRole::from(argument.role).into(),
        span: context.some_span(argument.span),
        mention: argument.mention.map(|index| index.0),
        entity: argument.entity.map(|id| id.to_string()).unwrap_or_default(),
        country: argument.code.country().to_owned(),
        sector: argument.code.sector().to_owned(),
    }
}

fn read_argument(message: &pb::Argument, context: &Context<'_>) -> Result<Argument, Error> {
    Ok(Argument {
        role: ArgumentRole::read(message.role)?,
        span: context.read_span(message.span.as_ref(), "argument")?,
        mention: message.mention.map(MentionIndex),
        entity: if message.entity.is_empty() {
            None
        } else {
            Some(entity_id(&message.entity)?)
        },
        code: ActorCode::new(&message.country, &message.sector),
    })
}

fn casualties(casualties: &Casualties) -> pb::Casualties {
    let bounds = |bounds: Option<Bounds>| bounds.map(|Bounds { min, max }| pb::Bounds { min, max });
    pb::Casualties {
        killed: bounds(casualties.killed),
        injured: bounds(casualties.injured),
        missing: bounds(casualties.missing),
        detained: bounds(casualties.detained),
        displaced: bounds(casualties.displaced),
        item: casualties.item.clone(),
        revised: casualties.revised,
    }
}

fn read_casualties(message: &pb::Casualties) -> Casualties {
    let bounds = |bounds: Option<pb::Bounds>| bounds.map(|pb::Bounds { min, max }| Bounds { min, max });
    Casualties {
        killed: bounds(message.killed),
        injured: bounds(message.injured),
        missing: bounds(message.missing),
        detained: bounds(message.detained),
        displaced: bounds(message.displaced),
        item: message.item.clone(),
        revised: message.revised,
    }
}

/// ACLED's event and sub-event types.
const ACLED: [(&str, &str); 25] = [
    ("Battles", "Armed clash"),
    ("Battles", "Government regains territory"),
    ("Battles", "Non-state actor overtakes territory"),
    ("Explosions/Remote violence", "Chemical weapon"),
    ("Explosions/Remote violence", "Air/drone strike"),
    ("Explosions/Remote violence", "Suicide bomb"),
    ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
    ("Explosions/Remote violence", "Grenade"),
    ("Protests", "Peaceful protest"),
    ("Protests", "Protest with intervention"),
    ("Protests", "Excessive force against protesters"),
    ("Riots", "Violent demonstration"),
    ("Riots", "Mob violence"),
    ("Strategic developments", "Agreement"),
    ("Strategic developments", "Arrests"),
    ("Strategic developments", "Change to group/activity"),
    ("Strategic developments", "Disrupted weapons use"),
    ("Strategic developments", "Headquarters or base established"),
    ("Strategic developments", "Looting/property destruction"),
    ("Strategic developments", "Non-violent transfer of territory"),
    ("Strategic developments", "Other"),
    ("Violence against civilians", "Sexual violence"),
    ("Violence against civilians", "Attack"),
    ("Violence against civilians", "Abduction/forced disappearance"),
];
