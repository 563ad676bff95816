//! Where: the place of an event in its clause, its sentence, or the sentence that told of it before.
//!
//! «قصفت الطائرات قرية في ريف حلب» (aircraft bombed a village in the Aleppo countryside): a name behind a preposition of place wins, then
//! a common noun of a place («في السوق»), after the trigger first, then before it; what is attacked, entered or visited is also where.
//! An event told without a place has that of the deed before it in its paragraph. The dateline is no place of an event.

use super::argument::{Parties, Party};
use super::class::Class;
use super::draft::Draft;
use super::item::{Item, Kind};
use super::prep::Prep;
use super::trigger::Trigger;
use super::{Findings, Resources};
use crate::document::{Argument, ArgumentRole, EntityType, EventMode, EventStatus, EventType, MentionForm};
use crate::text::Span;

/// A place in the text, with the mention that names it.
pub(super) type Place = (Span, Option<u32>);

/// Items beyond which a place belongs to something else, however long the sentence.
const REACH: usize = 48;

/// Classes of phrases that can be places.
const SITE: Class = Class::GPE.with(Class::PLACE).with(Class::FACILITY);

/// The place of the event at a trigger in its sentence.
pub(super) fn place(
    findings: Findings<'_>,
    resources: &Resources,
    items: &[Item],
    trigger: &Trigger<'_>,
    parties: &Parties,
) -> Option<Place> {
    let finder = Finder {
        findings,
        resources,
        items,
        trigger,
        parties,
    };
    let kind = trigger.row.kind;
    let entered = matches!(
        kind,
        EventType::Assault | EventType::Coerce | EventType::Consult | EventType::Retreat | EventType::Mobilize
    );
    if !happens_somewhere(kind) && !matches!(kind, EventType::Consult | EventType::Aid) {
        // Words and papers have a place only where their own clause names one.
        return finder.beside();
    }
    let name = |party: &Party| named(findings, party.start, party.end);
    parties
        .places
        .iter()
        .find_map(name)
        .or_else(|| {
            let mut sites = parties
                .recipients
                .iter()
                .filter(|party| entered && party.class.any(SITE));
            sites.find_map(name)
        })
        .or_else(|| finder.after())
        .or_else(|| parties.places.first().map(|party| finder.whole(party.start, party.end)))
        .or_else(|| finder.attacked())
        .or_else(|| finder.before())
        .or_else(|| finder.headline())
}

/// Looks for places around one trigger.
struct Finder<'a> {
    findings: Findings<'a>,
    resources: &'a Resources,
    items: &'a [Item],
    trigger: &'a Trigger<'a>,
    parties: &'a Parties,
}

impl Finder<'_> {
    /// The nearest place after the trigger; a name right behind a common noun says more («سوق بحلب»).
    fn after(&self) -> Option<Place> {
        let mut common: Option<(usize, Place)> = None;
        let mut clauses = 0;
        for (index, item) in self.items.iter().enumerate().skip(self.trigger.item + 1).take(REACH) {
            if common.is_some_and(|(at, _)| index > at + 2) {
                break;
            }
            match item.kind {
                Kind::Stop => break,
                Kind::Clause => {
                    clauses += 1;
                    if clauses > 1 {
                        break;
                    }
                }
                Kind::Verb if item.trigger && item.joined => break,
                _ => {}
            }
            // «في العاصمة الألمانية برلين»: the name in apposition says more.
            if let Some((at, place)) = common
                && index == at + 1
                && item.is_bare()
                && !item.joined
                && self.findings.text.span(item.start).start <= place.0.end + 4
                && let Some(name) = named(self.findings, item.start, item.end)
            {
                return Some(name);
            }
            if !self.is_local(item) {
                continue;
            }
            if let Some(place) = named(self.findings, item.start, item.end) {
                return Some(place);
            }
            if common.is_none() && self.is_site(item) {
                common = Some((index, self.whole(item.start, item.end)));
            }
        }
        common.map(|(_, place)| place)
    }

    /// A name behind «في» right after the trigger and its participant.
    fn beside(&self) -> Option<Place> {
        let fronted = self
            .trigger
            .item
            .checked_sub(1)
            .and_then(|before| self.items.get(before))
            .filter(|item| item.kind == Kind::Phrase && item.prep == Prep::In && self.is_local(item))
            .and_then(|item| named(self.findings, item.start, item.end));
        let after = self
            .items
            .iter()
            .skip(self.trigger.item + 1)
            .take(2)
            .take_while(|item| item.kind == Kind::Phrase)
            .filter(|item| item.prep == Prep::In && self.is_local(item))
            .find_map(|item| named(self.findings, item.start, item.end));
        after.or(fronted)
    }

    /// The nearest place before the trigger.
    fn before(&self) -> Option<Place> {
        let earlier = || {
            self.items
                .get(..self.trigger.item)
                .unwrap_or_default()
                .iter()
                .rev()
                .take(REACH)
                .take_while(|item| item.kind != Kind::Stop)
                .filter(|item| item.prep != Prep::From && item.prep != Prep::Li && self.is_local(item))
        };
        earlier()
            .find_map(|item| named(self.findings, item.start, item.end))
            .or_else(|| {
                earlier()
                    .find(|item| matches!(item.prep, Prep::In | Prep::Near | Prep::Bi) && self.is_site(item))
                    .map(|item| self.whole(item.start, item.end))
            })
    }

    /// «باكستان: مقتل 41»: the place before the colon of a headline.
    fn headline(&self) -> Option<Place> {
        let (first, colon) = (self.items.first()?, self.items.get(1)?);
        let opens = colon.kind == Kind::Stop && self.findings.text.key(colon.start) == ":";
        let near = self
            .items
            .get(2..self.trigger.item)
            .is_some_and(|between| between.iter().all(|item| item.kind != Kind::Stop));
        if opens && near && first.is_bare() && happens_somewhere(self.trigger.row.kind) {
            named(self.findings, first.start, first.end)
        } else {
            None
        }
    }

    /// What is attacked, stormed or closed, where it is a building or a site.
    fn attacked(&self) -> Option<Place> {
        let force = matches!(
            self.trigger.row.kind,
            EventType::Assault | EventType::Coerce | EventType::Mobilize | EventType::Retreat
        );
        let party = self.parties.recipients.iter().find(|party| {
            force
                && party.class.any(SITE)
                && !party.class.any(Class::HUMAN)
                && self
                    .items
                    .get(self.items.partition_point(|item| item.start < party.start))
                    .is_some_and(|item| item.start == party.start && self.is_site(item))
        })?;
        Some(self.whole(party.start, party.end))
    }

    /// Whether the phrase stands where a place would.
    fn is_local(&self, item: &Item) -> bool {
        let (kind, mode) = (self.trigger.row.kind, self.trigger.row.mode);
        let motion = (kind, mode) == (EventType::Consult, Some(EventMode::Visit))
            || matches!(kind, EventType::Retreat | EventType::Mobilize | EventType::Aid);
        let taken = self.parties.actors.iter().any(|party| party.start == item.start);
        item.kind == Kind::Phrase
            && !taken
            && match item.prep {
                Prep::In | Prep::Near => true,
                Prep::Bi | Prep::On => item.class.any(SITE) || self.is_site(item),
                Prep::To | Prep::Toward | Prep::Li | Prep::From => {
                    motion && (item.class.any(SITE) || self.is_site(item))
                }
                _ => false,
            }
    }

    /// Whether the phrase is headed by a common noun of a place.
    fn is_site(&self, item: &Item) -> bool {
        let (text, morphology) = (self.findings.text, self.findings.morphology);
        let tagged = item.class.any(Class::PLACE.with(Class::FACILITY)) && !item.class.any(Class::MEDIA);
        !item.trigger && (tagged || self.resources.sites.get(text, morphology, item.start).is_some())
    }

    fn whole(&self, start: usize, end: usize) -> Place {
        let text = self.findings.text;
        let first = text.word_span(start, self.findings.morphology.best(start));
        (first.cover(text.span(end.saturating_sub(1).max(start))), None)
    }
}

/// The name of a place inside the tokens.
pub(super) fn named(findings: Findings<'_>, start: usize, end: usize) -> Option<Place> {
    let span = findings.text.span_of(start..end);
    let first = findings
        .mentions
        .partition_point(|mention| mention.span.end <= span.start);
    findings
        .mentions
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, mention)| mention.span.start < span.end)
        .find_map(|(index, mention)| {
            let is_place = matches!(
                mention.entity_type,
                EntityType::Geopolitical | EntityType::Location | EntityType::Facility
            ) && mention.form == MentionForm::Name;
            is_place.then_some((mention.span, Some(index as u32)))
        })
}

/// Gives deeds that were told without a place that of the deed told right before them in the paragraph.
pub(super) fn share(findings: Findings<'_>, drafts: &mut [Draft]) {
    let mut before: Option<(usize, usize, Argument)> = None;
    for draft in drafts.iter_mut() {
        if draft.event.status != EventStatus::Occurred || !happens_somewhere(draft.event.event_type) {
            continue;
        }
        let trigger = draft.event.trigger.start;
        let paragraph = findings
            .text
            .sections
            .partition_point(|section| section.span.end <= trigger);
        let own = draft
            .event
            .arguments
            .iter()
            .find(|argument| argument.role == ArgumentRole::Place)
            .copied();
        match (own, &before) {
            (Some(place), _) => {
                // A place that something moves to is not where the next thing happens.
                let moves = matches!(draft.event.event_type, EventType::Mobilize | EventType::Retreat);
                if !moves {
                    before = Some((paragraph, draft.sentence, place));
                }
            }
            (None, Some((known, sentence, place))) if *known == paragraph && draft.sentence <= sentence + 1 => {
                draft.event.arguments.push(*place);
                before = Some((paragraph, draft.sentence, *place));
            }
            _ => {}
        }
    }
}

/// Deeds of bodies at a spot, unlike words and papers.
pub(super) fn happens_somewhere(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Assault | EventType::Coerce | EventType::Protest | EventType::Mobilize | EventType::Retreat
    )
}
