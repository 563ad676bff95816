//! Places: the class noun of a town stays out («مدينة سرت»), of a facility or a natural feature in («مطار صنعاء»).

use super::{Found, LONGEST};
use crate::document::EntityType;
use crate::names::lookup::Match;
use crate::names::words::Words;
use musnad_data::gazetteer::Kind;

impl Words<'_, '_> {
    /// «مدينة سرت» → سرت.
    pub(super) fn place(&self, token: usize) -> Option<Found> {
        let mut start = token + 1;
        if matches!(self.text.key(start), "\"" | "«" | "“") {
            start += 1;
        }
        let place = |entry, end, evidence| Found {
            start,
            skip: 0,
            end,
            entity_type: EntityType::Geopolitical,
            entry,
            evidence,
        };
        let at = self.lookup.at(start);
        if let Some(known) = at
            .iter()
            .filter(|m| m.kind == Kind::Place && m.skip == 0)
            .max_by_key(|m| m.end)
        {
            return Some(place(Some(known.entry), known.end as usize, "names.gazetteer"));
        }
        if let Some(other) = self.lookup.name(start, false)
            && other.skip == 0
        {
            return (other.kind == Kind::Person).then(|| place(None, other.end as usize, "names.place"));
        }
        if self.demonym(start).is_some() || self.lookup.is(start, Kind::Qualifier) {
            return None;
        }
        let open = self.is_unknown(start)
            || (self.is_open_noun(start) && !self.lookup.is(start, Kind::HeadDefinite))
            || self.is_name_word(start);
        if !open || self.is_verb(start) {
            return None;
        }
        let mut end = start + 1;
        let compound = matches!(
            self.text.key(start),
            "بني"
                | "ابو"
                | "ام"
                | "عين"
                | "دير"
                | "كفر"
                | "خان"
                | "تل"
                | "بيت"
                | "باب"
                | "راس"
                | "بير"
                | "شيخ"
                | "الشيخ"
                | "جسر"
                | "حي"
        );
        while end < start + 3
            && (self.is_unknown(end)
                || (compound && end == start + 1 && self.is_word(end) && !self.lookup.is(end, Kind::Common)))
            && self.demonym(end).is_none()
        {
            end += 1;
        }
        Some(place(None, end, "names.place"))
    }

    /// Camps, facilities, natural features: the class noun stays.
    pub(super) fn kept(
        &self,
        token: usize,
        found: Match,
        entity_type: EntityType,
        evidence: &'static str,
    ) -> Option<Found> {
        let at = token + 1;
        let mut end = if let Some(after) = self.quoted(at) {
            after
        } else if let Some(inner) = self
            .lookup
            .name(at, true)
            .filter(|m| m.skip == 0 && !(m.kind == Kind::Organization && m.weak))
            .filter(|m| !self.is_doubtful_place(at, *m))
        {
            // «مطار صنعاء الدولي», «مستشفى ناصر»; «قاعدة الجيش» is no name.
            if inner.kind == Kind::Organization {
                return None;
            }
            inner.end as usize
        } else if let Some(demonym) = self.demonym(at).filter(|_| entity_type == EntityType::Location) {
            demonym.end as usize
        } else if self.is_unknown(at) || self.is_name_word(at) {
            let mut end = at + 1;
            while end < at + 3 && (self.is_unknown(end) && !self.is_verb(end) || self.is_name_word(end)) {
                end += 1;
            }
            end
        } else {
            return None;
        };
        while self.lookup.is(end, Kind::Qualifier) && self.is_definite(end) && end < at + LONGEST {
            end += 1;
        }
        Some(Found {
            start: token,
            skip: found.skip,
            end,
            entity_type,
            entry: None,
            evidence,
        })
    }
}
