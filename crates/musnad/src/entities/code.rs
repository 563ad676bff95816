//! The codes of actors in PLOVER: country and sector of whom an argument names.
//!
//! A linked entity has both; of other phrases («قوات روسية», «مسلحين», «الشرطة») an adjective of nationality gives the country and
//! the head noun the sector. Places of events have no code.

use musnad_data::gazetteer::Kind;

use crate::document::{ActorCode, ArgumentRole, Entity, EntityType, Event};
use crate::morphology::Morphology;
use crate::names::Tagger;
use crate::names::lookup::Lookup;
use crate::text::Text;

/// Gives the actors and recipients of all events their codes.
pub(crate) fn give_codes(
    text: &Text<'_>,
    morphology: &Morphology,
    tagger: &Tagger,
    lookup: &Lookup,
    entities: &[Entity],
    events: &mut [Event],
) {
    for argument in events.iter_mut().flat_map(|event| &mut event.arguments) {
        if !matches!(argument.role, ArgumentRole::Actor | ArgumentRole::Recipient) {
            continue;
        }
        let entity = argument.entity.and_then(|id| entities.get(id.0 as usize));
        let tokens = text.tokens_in(argument.span);
        let demonym = || {
            tokens
                .clone()
                .flat_map(|token| lookup.at(token))
                .filter(|found| found.kind == Kind::Demonym)
                .filter_map(|found| tagger.gazetteer().entry(found.entry))
                .map(|row| row.country.to_owned())
                .find(|country| !country.is_empty())
                .unwrap_or_default()
        };
        let country = entity
            .map(|entity| entity.country.clone())
            .filter(|country| !country.is_empty());
        let country = country.unwrap_or_else(demonym);
        let noun = || morphology.sector(tokens.start);
        let own = entity.and_then(|entity| entity.sectors.first().map(String::as_str));
        let sector = own.unwrap_or_else(|| match entity {
            // A country acts through its government; the phrase may say through whom: «طائرات سعودية».
            Some(entity) if entity.entity_type == EntityType::Geopolitical && !country.is_empty() => match noun() {
                "" => "GOV",
                sector => sector,
            },
            _ => noun(),
        });
        argument.code = ActorCode::new(&country, sector);
    }
}
