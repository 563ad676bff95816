//! One record an event.

use musnad_proto::v1 as pb;
use musnad_proto::v1::ArgumentRole;

use super::{columns, member};
use crate::cell::Cell;
use crate::context::Context;
use crate::table::Column;

pub(crate) static EVENTS: [Column<pb::Event>; 38] = columns! {
    "event" Text "Id within the document", |_, e| Cell::text(&e.id);
    "first_day" Day "First day on which it may have happened", |_, e| day(e.when.as_ref().map(|when| &*when.first_day));
    "last_day" Day "Last day on which it may have happened", |_, e| day(e.when.as_ref().map(|when| &*when.last_day));
    "actors" Texts "Who acts, in the words of the text", |x, e| all(x, e, ArgumentRole::Actor);
    "actor_entities" Texts "Id of the entity of each, empty where it has none", |_, e| entities(e, ArgumentRole::Actor);
    "type" Text "PLOVER event type", |_, e| member!(EventType, "EVENT_TYPE_", e.r#type);
    "mode" Text "PLOVER mode", |_, e| member!(EventMode, "EVENT_MODE_", e.mode);
    "trigger" Text "The words that name the event", |x, e| Cell::text(x.words(e.trigger.as_ref()));
    "trigger_lemma" Text "Their dictionary form", |_, e| Cell::text(&e.trigger_lemma);
    "recipients" Texts "Whom it happens to, in the words of the text", |x, e| all(x, e, ArgumentRole::Recipient);
    "recipient_entities" Texts "Id of the entity of each, empty where it has none", |_, e| entities(e, ArgumentRole::Recipient);
    "place" Text "Where, in the words of the text", |x, e| first(x, e, ArgumentRole::Place);
    "place_name" Text "English name of the place, else its name", |x, e| place(x, e, |p| if p.name_en.is_empty() { Cell::text(&p.name) } else { Cell::text(&p.name_en) });
    "country" Text "ISO 3166 code of the country of the place", |x, e| place(x, e, |p| Cell::text(&p.country));
    "geonames" Count "GeoNames id of the place", |x, e| place(x, e, |p| Cell::count(p.geonames));
    "lat" Number "Latitude of the place, degrees", |x, e| place(x, e, |p| Cell::number(p.location.map(|at| at.lat)));
    "lon" Number "Longitude of the place, degrees", |x, e| place(x, e, |p| Cell::number(p.location.map(|at| at.lon)));
    "instrument" Text "With what", |x, e| first(x, e, ArgumentRole::Instrument);
    "killed_min" Count "At least so many killed", |_, e| harm(e, |c| c.killed, |b| b.min);
    "killed_max" Count "At most so many killed", |_, e| harm(e, |c| c.killed, |b| b.max);
    "injured_min" Count "At least so many injured", |_, e| harm(e, |c| c.injured, |b| b.min);
    "injured_max" Count "At most so many injured", |_, e| harm(e, |c| c.injured, |b| b.max);
    "missing_min" Count "At least so many missing", |_, e| harm(e, |c| c.missing, |b| b.min);
    "detained_min" Count "At least so many detained", |_, e| harm(e, |c| c.detained, |b| b.min);
    "displaced_min" Count "At least so many displaced", |_, e| harm(e, |c| c.displaced, |b| b.min);
    "status" Text "Occurred, planned, demanded, possible or negated", |_, e| member!(EventStatus, "EVENT_STATUS_", e.status);
    "sources" Texts "Who says so, the innermost first", |x, e| sources(x, e);
    "statements" Texts "Ids of the statements that carry it", |_, e| Cell::Texts(e.statements.iter().map(|id| &**id).collect());
    "contexts" Texts "PLOVER contexts", |_, e| contexts(e);
    "quad" Text "Quad class", |_, e| member!(QuadClass, "QUAD_CLASS_", e.quad);
    "intensity" Number "PLOVER intensity, -10 to 10", |_, e| Cell::number(e.intensity);
    "custom_type" Text "Type of the user's ontology", |_, e| Cell::text(&e.custom_type);
    "same_as" Text "Id of the first event of the document that tells of the same happening", |_, e| Cell::text(&e.same_as);
    "acled" Text "ACLED event type / sub-event type", |_, e| acled(e);
    "start" Count "First character of the trigger", |_, e| Cell::count(e.trigger.map(|span| span.start));
    "end" Count "Character after the trigger", |_, e| Cell::count(e.trigger.map(|span| span.end));
    "score" Number "0 to 1", |_, e| Cell::Number(e.score);
    "evidence" Text "The rule or table row that found it", |_, e| Cell::text(&e.evidence);
};

fn arguments(event: &pb::Event, role: ArgumentRole) -> impl Iterator<Item = &pb::Argument> {
    event.arguments.iter().filter(move |argument| argument.role() == role)
}

fn all<'a>(x: &Context<'a>, event: &'a pb::Event, role: ArgumentRole) -> Cell<'a> {
    Cell::Texts(
        arguments(event, role)
            .map(|argument| x.words(argument.span.as_ref()))
            .collect(),
    )
}

fn entities(event: &pb::Event, role: ArgumentRole) -> Cell<'_> {
    // Beside the words of `all`: as many, in the same order.
    Cell::Texts(arguments(event, role).map(|argument| &*argument.entity).collect())
}

fn first<'a>(x: &Context<'a>, event: &'a pb::Event, role: ArgumentRole) -> Cell<'a> {
    arguments(event, role)
        .next()
        .map_or(Cell::Null, |argument| Cell::text(x.words(argument.span.as_ref())))
}

/// A property of the entity that the place refers to.
fn place<'a>(x: &Context<'a>, event: &'a pb::Event, of: fn(&'a pb::Entity) -> Cell<'a>) -> Cell<'a> {
    let place = arguments(event, ArgumentRole::Place).next();
    place
        .and_then(|argument| x.entity(&argument.entity))
        .map_or(Cell::Null, of)
}

fn day(day: Option<&str>) -> Cell<'_> {
    day.map_or(Cell::Null, Cell::text)
}

fn harm(
    event: &pb::Event,
    kind: fn(&pb::Casualties) -> Option<pb::Bounds>,
    end: fn(pb::Bounds) -> Option<f64>,
) -> Cell<'_> {
    Cell::rounded(event.casualties.as_ref().and_then(kind).and_then(end))
}

/// Without repeating a name.
fn sources<'a>(x: &Context<'a>, event: &'a pb::Event) -> Cell<'a> {
    let mut names: Vec<&str> = Vec::new();
    for statement in event.statements.iter().filter_map(|id| x.statement(id)) {
        for source in statement.source.iter().chain(statement.via.iter().rev()) {
            let name = x.words(source.span.as_ref());
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    Cell::Texts(names)
}

fn contexts(event: &pb::Event) -> Cell<'_> {
    let names = event.contexts().map(|context| context.as_str_name());
    Cell::Texts(
        names
            .map(|name| name.strip_prefix("EVENT_CONTEXT_").unwrap_or(name))
            .collect(),
    )
}

fn acled(event: &pb::Event) -> Cell<'_> {
    let code = event.acled.as_ref();
    code.map_or(Cell::Null, |code| {
        Cell::Owned(format!("{}/{}", code.event_type, code.sub_event_type))
    })
}
