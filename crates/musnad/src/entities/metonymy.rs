//! Capitals that stand for the government: «موسكو» (Moscow) that says, and «موسكو» where.
//!
//! «نفت موسكو قصف المدينة» (Moscow denied shelling the city): the mention names the city, but who denies is Russia. So the
//! source of a statement, the actor of an event, and whom words and policies are aimed at have the country as their entity,
//! while a place stays the city; so does what is shelled or visited.
//!
//! Not handled: seats («الكرملين», «البيت الأبيض»), which the tables list as organisations.

use std::collections::HashMap;

use musnad_data::gazetteer::Gazetteer;

use crate::document::{
    Argument, ArgumentRole, Entity, EntityId, EntityType, Event, EventMode, EventType, LatLon, Mention, MentionIndex,
    PlaceResolution, Statement,
};
use crate::text::Span;

/// The capitals of the world.
#[derive(Debug, Clone)]
pub(crate) struct Capitals {
    /// Country by folded name.
    countries: HashMap<String, &'static str>,
}

impl Capitals {
    /// Reads the table.
    pub(crate) fn new() -> Self {
        let rows = musnad_data::measure::rows(musnad_data::bodies::CAPITALS);
        let countries = rows
            .filter_map(|(_, cells)| Some((musnad_data::fold::key(cells.first()?), *cells.get(1)?)))
            .collect();
        Self { countries }
    }

    /// The country that a city can stand for.
    fn country(&self, city: &Entity) -> Option<&'static str> {
        let country = self.countries.get(&musnad_data::fold::key(&city.name)).copied()?;
        let is_city = city.entity_type == EntityType::Geopolitical && city.resolution != Some(PlaceResolution::Country);
        (is_city && city.country == country).then_some(country)
    }

    /// Gives who speaks and acts under the name of a capital the country as entity; adds countries that the text does not
    /// name.
    pub(crate) fn give(
        &self,
        gazetteer: &Gazetteer,
        mentions: &[Mention],
        entities: &mut Vec<Entity>,
        events: &mut [Event],
        statements: &mut [Statement],
    ) {
        let roles = Roles { mentions };
        let mut stands_for: HashMap<EntityId, EntityId> = HashMap::new();
        for index in 0..entities.len() {
            let city = entities
                .get(index)
                .and_then(|city| Some((city.id, self.country(city)?)));
            if let Some((city, country)) = city
                && roles.uses(city, events, statements)
                && let Some(country) = find(gazetteer, country, entities)
            {
                stands_for.insert(city, country);
            }
        }
        if stands_for.is_empty() {
            return;
        }
        for event in events.iter_mut() {
            let (kind, mode) = (event.event_type, event.mode);
            for argument in event
                .arguments
                .iter_mut()
                .filter(|argument| roles.acts(argument, kind, mode))
            {
                argument.entity = argument.entity.map(|id| *stands_for.get(&id).unwrap_or(&id));
            }
        }
        for statement in statements {
            let sources = statement.source.iter_mut().chain(&mut statement.via);
            for source in sources.filter(|source| roles.is_whole(source.span, source.mention)) {
                source.entity = source.entity.map(|id| *stands_for.get(&id).unwrap_or(&id));
            }
        }
    }
}

/// Who speaks and acts under a name of its own: «حكومة صنعاء» is more than «صنعاء».
struct Roles<'m> {
    mentions: &'m [Mention],
}

impl Roles<'_> {
    fn is_whole(&self, span: Span, mention: Option<MentionIndex>) -> bool {
        mention
            .and_then(|MentionIndex(index)| self.mentions.get(index as usize))
            .is_some_and(|mention| mention.span == span)
    }

    /// Whether the city speaks or acts anywhere.
    fn uses(&self, city: EntityId, events: &[Event], statements: &[Statement]) -> bool {
        let acting = events.iter().any(|event| {
            event
                .arguments
                .iter()
                .any(|argument| argument.entity == Some(city) && self.acts(argument, event.event_type, event.mode))
        });
        let speaking = || {
            statements
                .iter()
                .flat_map(|statement| statement.source.iter().chain(&statement.via))
                .any(|source| source.entity == Some(city) && self.is_whole(source.span, source.mention))
        };
        acting || speaking()
    }

    /// Whether a government, and no city, has this role.
    fn acts(&self, argument: &Argument, kind: EventType, mode: Option<EventMode>) -> bool {
        let fits = match argument.role {
            ArgumentRole::Actor => true,
            ArgumentRole::Recipient => takes_government(kind) && mode != Some(EventMode::Visit),
            _ => false,
        };
        fits && self.is_whole(argument.span, argument.mention)
    }
}

/// Words and policies are aimed at governments, deeds at cities.
pub(crate) fn takes_government(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Agree
            | EventType::Consult
            | EventType::Support
            | EventType::Concede
            | EventType::Cooperate
            | EventType::Request
            | EventType::Accuse
            | EventType::Reject
            | EventType::Threaten
            | EventType::Sanction
    )
}

/// The entity of the country: the one that the text names, or a new one.
fn find(gazetteer: &Gazetteer, country: &str, entities: &mut Vec<Entity>) -> Option<EntityId> {
    let known = entities
        .iter()
        .find(|entity| entity.resolution == Some(PlaceResolution::Country) && entity.country == country);
    if let Some(known) = known {
        return Some(known.id);
    }
    let row = gazetteer.country(country).and_then(|entry| gazetteer.entry(entry))?;
    let id = EntityId(u32::try_from(entities.len()).ok()?);
    let mut entity = Entity::new(id, EntityType::Geopolitical);
    entity.name = row.name();
    entity.name_en = row.name_en();
    row.country.clone_into(&mut entity.country);
    entity.geonames = row.geonames;
    entity.location = row.location.map(|(lat, lon)| LatLon { lat, lon });
    entity.resolution = Some(PlaceResolution::Country);
    entity.score = 0.8;
    entity.evidence = "entities.capital".into();
    entities.push(entity);
    Some(id)
}
