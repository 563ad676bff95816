//! Definite heads («القوات الحكومية»), media («صحيفة الحياة»), agreements and operations («عملية "السهم الذهبي"»).

use super::{Found, LONGEST, Rule};
use crate::document::EntityType;
use crate::names::lookup::Match;
use crate::names::words::Words;
use crate::text::token::TokenKind;
use musnad_data::gazetteer::Kind;
use musnad_data::words::names::is_chain_end;

impl Words<'_, '_> {
    /// «الحكومة السودانية», «القوات المسلحة الروسية», «الشبكة السورية لحقوق الإنسان».
    pub(super) fn definite(&self, token: usize, found: Match, rule: Rule) -> Option<Found> {
        let mut end = token + 1;
        let mut named = false;
        let mut qualified = false;
        while end < token + LONGEST {
            if let Some(demonym) = self.demonym(end) {
                named = true;
                end = demonym.end as usize;
            } else if self.lookup.is(end, Kind::Qualifier) {
                qualified = true;
                end += 1;
            } else {
                break;
            }
        }
        if (named || qualified) && (rule.purpose || rule.any) {
            let (after, _) = self.purpose(end, named);
            // «الهيئة العليا المستقلة للانتخابات»: the purpose makes the name.
            named |= after > end && rule.any;
            end = after;
        }
        if (named || qualified) && rule.place {
            (end, named) = self.place_of(end, named);
        }
        if !named {
            return None;
        }
        Some(Found {
            start: token,
            skip: found.skip,
            end,
            entity_type: EntityType::Organization,
            entry: None,
            evidence: "names.organization",
        })
    }

    /// «صحيفة حريت» → حريت, «قناة "العربية"» → العربية; an agency keeps its noun where it is part of the name.
    pub(super) fn media(&self, token: usize, found: Match, rule: Rule) -> Option<Found> {
        let at = token + 1;
        if rule.any {
            let (end, content, named) = self.chain(token, Rule { any: false, ..rule }, 0);
            let listed = self
                .lookup
                .name(at, true)
                .is_some_and(|m| m.kind == Kind::Media && m.skip == 0)
                || self.quoted(at).is_some();
            if content && named && !listed {
                return Some(Found {
                    start: token,
                    skip: found.skip,
                    end,
                    entity_type: EntityType::Organization,
                    entry: None,
                    evidence: "names.media",
                });
            }
        }
        let start = if matches!(self.text.key(at), "\"" | "«" | "“" | "(") {
            at + 1
        } else {
            at
        };
        let name = |entry, end| Found {
            start,
            skip: 0,
            end,
            entity_type: EntityType::Organization,
            entry,
            evidence: "names.media",
        };
        if let Some(inner) = self.lookup.name(start, true).filter(|m| m.skip == 0) {
            let entry = (inner.kind == Kind::Media).then_some(inner.entry);
            return Some(name(entry, inner.end as usize));
        }
        if start > at
            && let Some(after) = self.quoted(at)
        {
            return Some(name(None, after - 1));
        }
        if self.is_unknown(start) || self.text.kind(start) == TokenKind::Foreign {
            let mut end = start + 1;
            while end < start + 3
                && ((self.is_unknown(end) && !self.is_definite(end)) || self.text.kind(end) == TokenKind::Foreign)
            {
                end += 1;
            }
            return Some(name(None, end));
        }
        None
    }

    /// «مؤتمر برلين», «اتفاق الطائف», «عملية "السهم الذهبي"».
    pub(super) fn agreement(&self, token: usize, found: Match, rule: Rule) -> Option<Found> {
        let at = token + 1;
        let name = |end| Found {
            start: token,
            skip: found.skip,
            end,
            entity_type: EntityType::Miscellaneous,
            entry: None,
            evidence: "names.agreement",
        };
        if let Some(after) = self.quoted(at) {
            return (after <= at + 7).then(|| name(after));
        }
        if rule.quoted {
            return None;
        }
        let inner = self
            .lookup
            .name(at, false)
            .filter(|m| m.skip == 0 && m.kind == Kind::Place)?;
        let country = self
            .gazetteer
            .entry(inner.entry)
            .is_some_and(|entry| entry.remark == "country");
        (!country).then(|| name(inner.end as usize))
    }

    /// The token after a short quotation that opens at the token.
    pub(crate) fn quoted(&self, token: usize) -> Option<usize> {
        if !matches!(self.text.key(token), "\"" | "«" | "“") {
            return None;
        }
        (token + 2..token + 7)
            .find(|end| matches!(self.text.key(*end), "\"" | "»" | "”"))
            .map(|end| end + 1)
    }

    /// A definite noun that may stand in a construct chain: no adjective of a title, no name.
    pub(super) fn is_open_noun(&self, token: usize) -> bool {
        self.is_definite(token)
            && !self.timed.get(token).copied().unwrap_or(false)
            && !self.lookup.at(token).iter().any(|m| {
                m.end as usize == token + 1
                    && m.skip == 0
                    && matches!(
                        m.kind,
                        Kind::TitleAdjunct | Kind::Title | Kind::HeadDefinite | Kind::Demonym
                    )
            })
            && !is_chain_end(self.text.key(token))
    }
}
