//! The second pass: short forms of names that the text gives in full («حفتر» beside «خليفة حفتر», «النصرة» beside
//! «جبهة النصرة»), whether they stand before or after.

use std::collections::HashMap;

use musnad_data::gazetteer::Kind;

use super::Name;
use super::words::Words;
use crate::document::EntityType;
use crate::text::token::TokenKind;

/// What short forms a text may use.
pub(crate) struct ShortForms<'t> {
    by_key: HashMap<&'t str, (EntityType, Option<u32>)>,
}

impl<'t> ShortForms<'t> {
    /// Gathers the short forms of the names found.
    pub(crate) fn new(words: &Words<'t, '_>, names: &[Name]) -> Self {
        let mut by_key = HashMap::new();
        for name in names {
            let range = name.tokens.clone();
            if range.len() < 2 {
                continue;
            }
            match name.entity_type {
                EntityType::Person => {
                    let last = range.end - 1;
                    let key = words.text.key(last);
                    if key.len() >= 6
                        && !words.lookup.is(last, Kind::Common)
                        && !matches!(key, "الله" | "الدين" | "الرحمن" | "الاسلام")
                    {
                        by_key.entry(key).or_insert((name.entity_type, name.entry));
                    }
                }
                EntityType::Organization if name.evidence == "names.organization" || name.entry.is_some() => {
                    let first = range.start;
                    let armed = matches!(words.lookup.word(first, Kind::Head), Some(head) if matches!(words.gazetteer.entry(head.entry).map(|e| e.sectors), Some("REB" | "PTY" | "PRM")));
                    let second = words.text.key(first + 1);
                    if armed
                        && range.len() == 2
                        && second.starts_with("ال")
                        && words.demonym(first + 1).is_none()
                        && !words.lookup.is(first + 1, Kind::Common)
                    {
                        by_key.entry(second).or_insert((name.entity_type, name.entry));
                    }
                }
                _ => {}
            }
        }
        Self { by_key }
    }

    /// The short form at a token: bytes of particles before it, and what it names.
    pub(crate) fn at(&self, words: &Words<'t, '_>, token: usize) -> Option<(u8, EntityType, Option<u32>)> {
        if self.by_key.is_empty() || words.text.kind(token) != TokenKind::Word {
            return None;
        }
        let key = words.text.key(token);
        if let Some((entity_type, entry)) = self.by_key.get(key) {
            return Some((0, *entity_type, *entry));
        }
        for (particles, skip) in [("و", 2), ("ل", 2), ("ب", 2), ("ف", 2), ("ول", 4), ("وب", 4), ("ك", 2)] {
            if let Some(rest) = key.strip_prefix(particles) {
                if let Some((entity_type, entry)) = self.by_key.get(rest) {
                    return Some((skip, *entity_type, *entry));
                }
                // «للحوثي»: the article has lost its alif.
                if particles.ends_with('ل') && rest.starts_with('ل') {
                    let found = self.by_key.iter().find(|(key, _)| key.strip_prefix('ا') == Some(rest));
                    if let Some((_, (entity_type, entry))) = found {
                        return Some((skip, *entity_type, *entry));
                    }
                }
            }
        }
        None
    }
}
