//! Organisations and armed groups, as far as their chain of words goes: «وزارة الداخلية الإيطالية», «لجنة حماية الصحفيين».

use super::{Class, Found, LONGEST, Rule};
use crate::document::EntityType;
use crate::names::lookup::Match;
use crate::names::words::Words;
use crate::text::token::TokenKind;
use musnad_data::gazetteer::Kind;
use musnad_data::words::names::{is_chain_end, is_no_purpose};

impl Words<'_, '_> {
    /// «وزارة الداخلية الإيطالية», «حركة العدل والمساواة», «قوات حفتر», «لجنة حماية الصحفيين».
    pub(super) fn organization(&self, token: usize, found: Match, rule: Rule) -> Option<Found> {
        // «شبكة CNN», «موقع فيسبوك»: the class noun of a medium is no part of its name.
        if let Some(medium) = self
            .lookup
            .name(token + 1, false)
            .filter(|m| m.kind == Kind::Media && m.skip == 0)
            && rule.class == Class::Organization
        {
            return Some(Found {
                start: token + 1,
                skip: 0,
                end: medium.end as usize,
                entity_type: EntityType::Organization,
                entry: Some(medium.entry),
                evidence: "names.media",
            });
        }
        let (end, content, named) = self.chain(token, rule, 0);
        let content = content && (rule.any || named);
        content.then_some(Found {
            start: token,
            skip: found.skip,
            end,
            entity_type: EntityType::Organization,
            entry: None,
            evidence: "names.organization",
        })
    }

    /// The construct chain behind a class noun: its end, whether it has any content, whether a name is in it.
    pub(super) fn chain(&self, head: usize, rule: Rule, depth: u8) -> (usize, bool, bool) {
        let mut end = head + 1;
        let (mut content, mut named) = (false, false);
        // An open definite noun has been taken; after it only adjectives follow.
        let mut closed = false;
        while end < head + LONGEST {
            if let Some(after) = self.quoted(end)
                && !content
            {
                return (after, true, true);
            }
            if let Some(inner) = self
                .lookup
                .name(end, true)
                .filter(|m| m.skip == 0 && !closed && (!m.weak || !content))
            {
                let name_end = self.close_quote(end, inner.end as usize);
                (content, named, closed) = (true, true, true);
                end = name_end;
                continue;
            }
            if let Some(demonym) = self.demonym(end) {
                // «قوات سورية» has no article and is no name; «الحكومة السورية» is.
                (content, named, closed) = (true, true, true);
                end = demonym.end as usize;
                continue;
            }
            if content && self.lookup.is(end, Kind::Qualifier) {
                end += 1;
                continue;
            }
            if !closed && self.is_open_noun(end) {
                (content, closed) = (true, true);
                end += 1;
                continue;
            }
            if !closed && depth == 0 && self.lookup.is(end, Kind::HeadDefinite) && !self.lookup.is(end, Kind::Qualifier)
            {
                (content, closed) = (true, true);
                end += 1;
                continue;
            }
            if !closed && self.is_nested(end) {
                let inner = Rule { any: true, ..rule };
                let (inner_end, inner_content, inner_named) = if depth < 2 {
                    self.chain(end, inner, depth + 1)
                } else {
                    (end + 1, false, false)
                };
                if inner_content {
                    (content, named, closed) = (true, named || inner_named, true);
                    end = inner_end;
                    continue;
                }
            }
            if !content && end == head + 1 && rule.any && self.is_unknown(end) && !self.text.key(end).ends_with("يه")
            {
                (content, named, closed) = (true, true, true);
                end += 1;
                if self.is_unknown(end) && !self.is_definite(end) {
                    end += 1;
                }
                continue;
            }
            if rule.class == Class::Armed && !content && self.text.kind(end) == TokenKind::Number {
                (content, named, closed) = (true, true, true);
                end += 1;
                continue;
            }
            break;
        }
        if depth > 0 {
            return (end, content, named);
        }
        if content && rule.coordinates {
            end = self.coordinated(end);
        }
        if content && rule.purpose {
            (end, named) = self.purpose(end, named);
        }
        if content && rule.place {
            (end, named) = self.place_of(end, named);
        }
        (end, content, named)
    }

    pub(super) fn is_name_word(&self, token: usize) -> bool {
        self.lookup.is(token, Kind::GivenName) || self.lookup.is(token, Kind::FamilyName)
    }

    /// A noun such as «حقوق» inside a chain.
    pub(super) fn is_nested(&self, token: usize) -> bool {
        self.lookup.is(token, Kind::Nested) || self.lookup.word(token, Kind::Head).is_some_and(|m| m.skip == 0)
    }

    /// «والمساواة» behind «حركة العدل».
    pub(super) fn coordinated(&self, end: usize) -> usize {
        let Some(word) = self.text.key(end).strip_prefix('و') else {
            return end;
        };
        let known = self
            .lookup
            .at(end)
            .iter()
            .any(|m| m.kind != Kind::Common && m.kind != Kind::Qualifier && m.kind != Kind::Place && m.skip > 0);
        let place = self.lookup.at(end).iter().any(|m| m.kind == Kind::Place && !m.weak);
        if !word.starts_with("ال") || word.len() < 8 || known || place || is_chain_end(word) {
            return end;
        }
        let mut end = end + 1;
        while let Some(demonym) = self.demonym(end) {
            end = demonym.end as usize;
        }
        while self.lookup.is(end, Kind::Qualifier) {
            end += 1;
        }
        if let Some(demonym) = self.demonym(end) {
            end = demonym.end as usize;
        }
        end
    }

    /// «للدعم», «لحقوق الإنسان», «لمكافحة الإرهاب».
    pub(super) fn purpose(&self, end: usize, named: bool) -> (usize, bool) {
        let key = self.text.key(end);
        let Some(rest) = key.strip_prefix('ل') else {
            return (end, named);
        };
        let people = self.lookup.at(end).iter().any(|m| {
            m.skip > 0
                && (m.kind.is_name() && !m.weak || matches!(m.kind, Kind::HeadDefinite | Kind::Title | Kind::Office))
        });
        let nested = self
            .lookup
            .at(end)
            .iter()
            .any(|m| m.skip > 0 && m.end as usize == end + 1 && m.kind == Kind::Nested);
        if rest.starts_with('ل') && rest.len() > 6 && !people && !is_no_purpose(key) {
            let mut after = end + 1;
            let mut named = named;
            loop {
                if let Some(demonym) = self.demonym(after) {
                    (after, named) = (demonym.end as usize, true);
                } else if self.lookup.is(after, Kind::Qualifier) {
                    after += 1;
                } else {
                    break;
                }
            }
            after = self.coordinated(after);
            return (after, named);
        }
        if nested {
            let rule = Rule {
                class: Class::Organization,
                any: true,
                coordinates: true,
                purpose: false,
                place: false,
                quoted: false,
            };
            let (after, content, inner) = self.chain(end, rule, 1);
            if content {
                return (self.coordinated(after), named || inner);
            }
        }
        (end, named)
    }

    /// «في ليبيا», «بتونس», «بمجلس النواب الأمريكي».
    pub(super) fn place_of(&self, end: usize, named: bool) -> (usize, bool) {
        if self.text.key(end) == "في" {
            if let Some(place) = self
                .lookup
                .name(end + 1, false)
                .filter(|m| m.kind == Kind::Place && m.skip == 0)
            {
                return (place.end as usize, true);
            }
            return (end, named);
        }
        if self.text.key(end).starts_with('ب') {
            if let Some(place) = self
                .lookup
                .name(end, false)
                .filter(|m| matches!(m.kind, Kind::Place | Kind::Organization) && m.skip == 2)
            {
                return (place.end as usize, true);
            }
            if let Some(head) = self.lookup.word(end, Kind::Head).filter(|m| m.skip == 2)
                && let Some(rule) = self.rule(head).filter(|rule| rule.class == Class::Organization)
            {
                let (after, content, inner) = self.chain(end, Rule { any: true, ..rule }, 1);
                if content {
                    return (after, named || inner);
                }
            }
        }
        (end, named)
    }
}
