//! The relay chain: through whom the words came to the article, the nearest to the article first.
//!
//! In «قالت رويترز إن مسؤولا أعلن …» (Reuters said that an official had announced …) Reuters relays what the official
//! announced. «وأضاف» (and he added) takes over the chain of what it continues.

use super::Found;
use crate::document::{Source, Statement};

/// How many statements back an outer one is looked for: contents end with their sentence.
const BACK: usize = 16;

/// Whether both are the same words or the same entity.
pub(super) fn same(a: Option<&Source>, b: Option<&Source>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.span == b.span || a.entity.is_some() && a.entity == b.entity,
        (None, None) => true,
        _ => false,
    }
}

/// Whether both are the same single word but for the article: «البيان», «للبيان».
fn same_word(raw: &str, a: &Source, b: &Source) -> bool {
    let bare = |source: &Source| {
        let key = musnad_data::fold::key(source.span.of(raw));
        let key = key
            .strip_prefix("لل")
            .or_else(|| key.strip_prefix("ال"))
            .unwrap_or(&key);
        (!key.contains(' ')).then(|| key.to_owned())
    };
    let one = |a: &str, b: &str| a == b || a.strip_prefix('ل') == Some(b) || b.strip_prefix('ل') == Some(a);
    bare(a).is_some_and(|a| bare(b).is_some_and(|b| one(&a, &b)))
}

/// The innermost of the last statements whose content holds the token.
pub(super) fn holding(found: &[Found], token: usize) -> Option<&Found> {
    found
        .iter()
        .rev()
        .take(BACK)
        .filter(|found| found.content.contains(&token) && found.token != token)
        .min_by_key(|found| found.content.len())
}

/// What makes up a chain.
pub(super) struct Chain<'a> {
    /// The statement around this one.
    pub(super) outer: Option<&'a Statement>,
    /// Its own links.
    pub(super) own: Vec<Source>,
    /// The chain of what it continues.
    pub(super) inherited: Option<Vec<Source>>,
}

impl Chain<'_> {
    /// The links to a source in the text.
    pub(super) fn links(self, raw: &str, source: Option<&Source>) -> Vec<Source> {
        let mut links = match (self.outer, self.inherited) {
            (Some(outer), inherited) => {
                let mut links = outer.via.clone();
                if same(outer.source.as_ref(), source) {
                    inherited.unwrap_or(links)
                } else {
                    links.extend(outer.source);
                    links
                }
            }
            // Somebody who speaks to another outlet now is no longer relayed by the first.
            (None, Some(inherited)) if self.own.is_empty() => inherited,
            (None, Some(_)) => Vec::new(),
            (None, None) => Vec::new(),
        };
        for link in self.own {
            if !links.iter().any(|known| same(Some(known), Some(&link))) {
                links.push(link);
            }
        }
        // «تقرير لصحيفة …» names its outlet itself; «البيان» is no link to «بيان».
        links.retain(|link| {
            !same(Some(link), source)
                && source.is_none_or(|source| !source.span.contains(link.span) && !same_word(raw, link, source))
        });
        links
    }
}

/// Relays what stands inside a content that comes before its cue: «قال فلان إن …، وفق ما ورد في تقرير».
pub(super) fn relay_by_later(found: &mut [Found]) {
    for later in 0..found.len() {
        let (earlier, rest) = found.split_at_mut(later);
        let Some(outer) = rest.first() else { break };
        if outer.content.end > outer.token {
            continue;
        }
        for inner in earlier.iter_mut().rev().take(BACK) {
            if !outer.content.contains(&inner.token)
                || same(inner.statement.source.as_ref(), outer.statement.source.as_ref())
            {
                continue;
            }
            let Some(link) = outer.statement.source else { continue };
            if !inner.statement.via.iter().any(|known| same(Some(known), Some(&link))) {
                inner.statement.via.insert(0, link);
            }
        }
    }
}
