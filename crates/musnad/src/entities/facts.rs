//! What a name says about its entity where no table lists it: «وزارة الدفاع الروسية» is Russian, and of the government.

use musnad_data::gazetteer::{Gazetteer, Kind};

use crate::document::Entity;

/// Fills in country and sectors from the words of the names.
pub(crate) fn derive<'k>(gazetteer: &Gazetteer, keys: impl Iterator<Item = &'k str>, entity: &mut Entity) {
    for key in keys {
        for (number, word) in key.split(' ').enumerate() {
            for posting in gazetteer.find(word) {
                match posting.kind {
                    Kind::Demonym | Kind::Place
                        if entity.country.is_empty() && entity.entity_type != crate::document::EntityType::Person =>
                    {
                        if let Some(row) = gazetteer.entry(posting.entry)
                            && (posting.kind == Kind::Demonym || number > 0)
                            && !posting.weak
                        {
                            row.country.clone_into(&mut entity.country);
                        }
                    }
                    Kind::Head | Kind::HeadDefinite if number == 0 && entity.sectors.is_empty() => {
                        if let Some(row) = gazetteer.entry(posting.entry)
                            && row.sectors.len() == 3
                        {
                            entity.sectors.push(row.sectors.to_owned());
                        }
                    }
                    _ => {}
                }
            }
        }
        if !entity.country.is_empty() && !entity.sectors.is_empty() {
            return;
        }
    }
}
