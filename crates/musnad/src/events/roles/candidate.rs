//! The phrases of a sentence that may take part in an event.

use crate::events::Findings;
use crate::events::argument::{Parties, Party};
use crate::events::class::Class;
use crate::events::item::{Item, Kind};
use crate::events::prep::Prep;
use crate::events::trigger::Trigger;
use crate::syntax::Tree;

/// Items before and after the trigger that are looked at, however long the sentence.
const REACH: usize = 32;

/// A phrase beside a trigger.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) party: Party,
    /// Its item; none of an adjective inside the trigger's phrase, and of who was named in another sentence.
    pub(super) item: Option<usize>,
    /// Its word in the tree.
    pub(super) word: Option<usize>,
    /// Place among the candidates of the one that و joins it to.
    pub(super) joins: Option<usize>,
}

/// The candidates of a trigger, in the order of the text: phrases near it, and whom the rules have found.
pub(super) fn candidates(
    findings: Findings<'_>,
    items: &[Item],
    tree: &Tree<'_>,
    trigger: &Trigger<'_>,
    parties: &Parties,
    out: &mut Vec<Candidate>,
) {
    out.clear();
    let from = trigger.item.saturating_sub(REACH);
    let to = (trigger.item + REACH).min(items.len());
    for (index, item) in items.iter().enumerate().take(to).skip(from) {
        if index == trigger.item || item.kind != Kind::Phrase || item.class.has(Class::PRONOUN) {
            continue;
        }
        out.push(Candidate {
            party: Party::of(item),
            item: Some(index),
            word: tree.top(item.start..item.end),
            joins: None,
        });
    }
    for party in parties.actors.iter().chain(&parties.recipients) {
        if out.iter().any(|candidate| candidate.party.start == party.start) {
            continue;
        }
        let at = out.partition_point(|candidate| candidate.party.start < party.start);
        out.insert(
            at,
            Candidate {
                party: *party,
                item: None,
                word: tree.top(party.start..party.end),
                joins: None,
            },
        );
    }
    for index in 0..out.len() {
        let joins = joined_to(findings, items, tree, out, index);
        if let Some(candidate) = out.get_mut(index) {
            candidate.joins = joins;
        }
    }
}

/// The candidate that one continues: by the tree, else the phrase right before its و.
fn joined_to(
    findings: Findings<'_>,
    items: &[Item],
    tree: &Tree<'_>,
    candidates: &[Candidate],
    index: usize,
) -> Option<usize> {
    let candidate = candidates.get(index)?;
    if let Some(word) = candidate.word
        && tree.word(word).is_some_and(|word| word.deprel == "conj")
        && let Some(token) = tree.head(word).and_then(|head| tree.token(head))
    {
        let holds = |other: &Candidate| other.party.start <= token && token < other.party.end;
        if let Some(first) = candidates.get(..index)?.iter().rposition(holds) {
            return Some(first);
        }
    }
    let item = items
        .get(candidate.item?)
        .filter(|item| item.joined && item.prep == Prep::None)?;
    let before = index.checked_sub(1)?;
    let near = candidates.get(before)?.party.end;
    let between = findings.text.key(near);
    (near == item.start || near + 1 == item.start && matches!(between, "،" | "و" | "\"" | "«" | "»")).then_some(before)
}
