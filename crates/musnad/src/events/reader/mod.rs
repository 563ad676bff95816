//! From sentences to events.

mod again;
mod training;

use super::ambiguity::{self, Passage, Tenor};
use super::argument::control::governor;
use super::argument::{ArgumentReader, Parties, Party};
use super::bag::{self, Around, Bag};
use super::chunk::Chunker;
use super::classifier::{Telling, TriggerModel, Verdict};
use super::context::Contexts;
use super::dating::DayModel;
use super::draft::{Draft, argument, argument_at, draft};
use super::item::{Item, Kind};
use super::lexicon::{FINITE, Row};
use super::notes::TokenNotes;
use super::prep::Prep;
use super::repeat::{leads_to, repeats};
use super::roles::RoleModel;
use super::trigger::{Ground, Trigger, TriggerFinder};
use super::{Findings, Reading, Resources, acled, casualty, days, places, same};
use crate::document::{ArgumentRole, Event, EventStatus, EventType, SectionKind};
use crate::syntax::Tree;
use crate::text::Span;
use again::{agree_on_repeated, repeat};
pub(super) use training::candidates;

/// Least probability at which the classifier's type is taken instead of the lexicon's.
const SURE: f32 = 0.6;

/// Phrases between who was hurt and the attack that did it.
const REACH: usize = 7;

/// Reads the sentences of a text one after the other.
struct Pass<'a> {
    findings: Findings<'a>,
    resources: &'a Resources,
    notes: TokenNotes,
    passages: Vec<Passage>,
    tenor: Tenor,
    items: Vec<Item>,
    tree: Tree<'a>,
    /// The subject of the sentence before.
    earlier: Option<Party>,
}

/// A trigger that the lexicon proposes, with the record it would make.
struct Proposed<'a> {
    trigger: Trigger<'a>,
    /// Who takes part by the rules.
    parties: Parties,
    draft: Draft,
    /// The rules take it for an event.
    meant: bool,
    /// A light verb carries it.
    carried: bool,
    /// Place among the proposed of the sentence of the one that names the same happening.
    repeats: Option<usize>,
}

impl<'a> Pass<'a> {
    fn new(findings: Findings<'a>, resources: &'a Resources) -> Self {
        let notes = TokenNotes::new(findings);
        let passages = ambiguity::passages(findings, resources, &notes);
        Self {
            tenor: Tenor::of(&passages),
            passages,
            findings,
            resources,
            notes,
            items: Vec::new(),
            tree: Tree::default(),
            earlier: None,
        }
    }

    /// Cuts a sentence; `false` where it tells of nothing.
    fn cut(&mut self, sentence: usize) -> bool {
        let tokens = self.findings.text.sentence_tokens(sentence);
        self.items.clear();
        if skipped(self.findings, tokens.start) {
            return false;
        }
        let chunker = Chunker {
            findings: self.findings,
            resources: self.resources,
            notes: &self.notes,
        };
        self.tree.read(self.findings.tokens, tokens.clone());
        chunker.cut(tokens, &mut self.items);
        true
    }

    fn arguments(&self) -> ArgumentReader<'_> {
        ArgumentReader {
            findings: self.findings,
            resources: self.resources,
            items: &self.items,
            tree: &self.tree,
            earlier: self.earlier,
        }
    }

    /// What the lexicon proposes in the sentence that was cut; `all` also where the rules see an everyday sense.
    fn propose(&self, sentence: usize, all: bool) -> Vec<Proposed<'a>> {
        let near = sentence.saturating_sub(1)..sentence + 2;
        let finder = TriggerFinder {
            findings: self.findings,
            resources: self.resources,
            notes: &self.notes,
            fighting: self
                .passages
                .iter()
                .take(near.end)
                .skip(near.start)
                .any(|passage| passage.fights > 0),
        };
        let passage = Passage::around(&self.passages, sentence);
        let arguments = self.arguments();
        let mut proposed: Vec<Proposed<'a>> = Vec::new();
        for index in 0..self.items.len() {
            let Some(trigger) = finder.at(&self.items, index, all) else {
                continue;
            };
            let meant = trigger.row.by_user
                || trigger.ground == Ground::Frame
                    && ambiguity::is_meant(
                        self.findings,
                        self.resources,
                        &self.items,
                        &trigger,
                        passage,
                        self.tenor,
                    );
            if !meant && !all {
                continue;
            }
            // «قتلى التفجير»: the noun of what happened tells of it, not the noun before it.
            if proposed
                .last()
                .is_some_and(|before| leads_to(self.findings, &self.items, &before.trigger, &trigger))
            {
                proposed.pop();
            }
            let repeated = proposed
                .iter()
                .enumerate()
                .rev()
                .filter(|(_, before)| before.trigger.ground == Ground::Frame)
                .take(2)
                .find(|(_, before)| {
                    (before.meant || all) && repeats(self.findings, &self.items, &before.trigger, &trigger)
                })
                .map(|(number, _)| number);
            let parties = arguments.parties(&trigger);
            if let Some(before) = proposed.last_mut()
                && before.parties.actors.is_empty()
                && !parties.actors.is_empty()
                && self.names_means(&before.trigger, &trigger)
            {
                before.parties.actors.clone_from(&parties.actors);
                before.draft = draft(
                    self.findings,
                    self.resources,
                    &self.items,
                    sentence,
                    &before.trigger,
                    before.parties.clone(),
                    None,
                );
            }
            proposed.push(Proposed {
                draft: draft(
                    self.findings,
                    self.resources,
                    &self.items,
                    sentence,
                    &trigger,
                    parties.clone(),
                    None,
                ),
                trigger,
                parties,
                carried: ambiguity::is_carried(self.findings, self.resources, &self.items, &trigger),
                meant,
                repeats: repeated,
            });
        }
        proposed
    }

    /// The facts of each proposed trigger.
    fn facts(&self, sentence: usize, proposed: &[Proposed<'a>]) -> Vec<Bag> {
        if proposed.is_empty() {
            return Vec::new();
        }
        let around = Around {
            findings: self.findings,
            resources: self.resources,
            notes: &self.notes,
            items: &self.items,
            tree: &self.tree,
            passage: Passage::around(&self.passages, sentence),
            words: bag::words(self.findings, &self.notes, self.findings.text.sentence_tokens(sentence)),
            tenor: self.tenor,
        };
        let triggers: Vec<Trigger<'a>> = proposed.iter().map(|one| one.trigger).collect();
        proposed
            .iter()
            .enumerate()
            .map(|(number, one)| around.facts(&triggers, number, &one.draft, (one.meant, one.carried)))
            .collect()
    }

    /// The classifier's vote on each proposed trigger; nothing where it cannot vote.
    fn verdicts(&self, model: &TriggerModel, sentence: usize, proposed: &[Proposed<'a>]) -> Vec<Option<Verdict>> {
        let Some(projected) = self.findings.projected else {
            return Vec::new();
        };
        self.facts(sentence, proposed)
            .iter()
            .zip(proposed)
            .map(|(facts, one)| {
                let token = self.items.get(one.trigger.item)?.start;
                model.weigh(projected.row(token), facts)
            })
            .collect()
    }

    /// Which proposed words a verb tells of with by whom or to whom; one that is told by two words is told by both.
    fn plain(&self, proposed: &[Proposed<'a>]) -> Vec<bool> {
        let mut plain = vec![false; proposed.len()];
        for (number, one) in proposed.iter().enumerate() {
            let parties = &one.draft.parties;
            let (does, undergoes) = (!parties.actors.is_empty(), !parties.recipients.is_empty());
            // «اندلعت مظاهرات»: a protest needs nobody named.
            let protest = one.trigger.row.kind == EventType::Protest;
            let told = if one.trigger.part == FINITE {
                does && (undergoes || protest)
            } else {
                (does || undergoes || protest) && one.carried
            };
            for place in std::iter::once(number).chain(one.repeats) {
                if let Some(known) = plain.get_mut(place) {
                    *known |= told;
                }
            }
        }
        plain
    }

    /// Whether a noun tells by what attack the one before befell somebody: «قتل ثلاثة في غارة أميركية», «مقتل خمسة جراء قصف روسي».
    fn names_means(&self, before: &Trigger<'_>, trigger: &Trigger<'_>) -> bool {
        before.row.kind == EventType::Assault
            && trigger.row.kind == EventType::Assault
            && trigger.part != FINITE
            && trigger.item > before.item
            && self.items.get(before.item..trigger.item).is_some_and(|between| {
                between.len() <= REACH && between.iter().skip(1).all(|item| item.kind == Kind::Phrase)
            })
            && self
                .items
                .get(trigger.item)
                .is_some_and(|item| matches!(item.prep, Prep::In | Prep::Bi | Prep::When | Prep::Other))
    }

    /// Has the classifier decide who takes part in an event, and draws it up anew.
    fn judge(&self, sentence: usize, roles: &RoleModel, told: &mut Told<'a>) {
        if told.trigger.row.by_user {
            return;
        }
        let mut parties = told.parties.clone();
        let place = place_of(&told.draft.event);
        let judged = roles.judge(&self.arguments(), &told.trigger, place, &mut parties);
        let draft = draft(
            self.findings,
            self.resources,
            &self.items,
            sentence,
            &told.trigger,
            parties,
            Some(&told.parties),
        );
        let before = std::mem::replace(&mut told.draft, draft);
        let draft = &mut told.draft;
        draft.event.score = before.event.score;
        draft.doubted = before.doubted;
        draft.again = before.again;
        draft.victims = draft.victims.or(before.victims);
        if let Some((span, mention)) = judged {
            let arguments = &mut draft.event.arguments;
            arguments.retain(|argument| argument.role != ArgumentRole::Place);
            arguments.push(argument_at(self.findings, ArgumentRole::Place, span, mention));
        }
        // «قتل ثلاثة في غارة أميركية», «مقتل خمسة في هجوم نفذه مسلحون»: who did the raid killed them.
        for (trigger, parties) in &told.again {
            let arguments = &mut told.draft.event.arguments;
            if arguments.iter().any(|argument| argument.role == ArgumentRole::Actor) {
                break;
            }
            let mut parties = parties.clone();
            roles.judge(&self.arguments(), trigger, place, &mut parties);
            for actor in &parties.actors {
                let actor = argument(self.findings, ArgumentRole::Actor, actor);
                if !arguments.iter().any(|other| other.span.overlaps(actor.span)) {
                    arguments.push(actor);
                }
            }
        }
    }

    /// Goes on to the next sentence.
    fn leave(&mut self) {
        let arguments = self.arguments();
        let subject = (0..self.items.len())
            .filter(|index| self.items.get(*index).is_some_and(|item| item.kind == Kind::Verb))
            .find_map(|verb| arguments.subject(verb));
        self.earlier = subject.or(self.earlier);
    }
}

/// What has been trained.
#[derive(Debug, Clone, Copy)]
pub(super) struct Models<'a> {
    pub(super) triggers: Option<&'a TriggerModel>,
    pub(super) roles: Option<&'a RoleModel>,
    pub(super) days: Option<&'a DayModel>,
}

/// An event that is told, with what it was read from.
struct Told<'a> {
    trigger: Trigger<'a>,
    parties: Parties,
    draft: Draft,
    /// Other words for the same attack, with who takes part beside them by the rules.
    again: Vec<(Trigger<'a>, Parties)>,
}

/// The events of a text, by trigger in order.
pub(super) fn read(findings: Findings<'_>, resources: &Resources, models: Models<'_>) -> Reading {
    let mut drafts = drafts(findings, resources, models);
    match models.days.filter(|_| !findings.tokens.is_empty()) {
        Some(model) => model.date(findings, &mut drafts),
        None => days::share(findings, &mut drafts),
    }
    places::share(findings, &mut drafts);
    same::link(findings, &mut drafts);
    same::share_modes(&mut drafts);
    let contexts = Contexts::read(findings, resources);
    let events: Vec<Event> = drafts
        .into_iter()
        .map(|mut draft| {
            draft.event.contexts = contexts.of_event(findings, &draft);
            acled::finish(findings, resources, draft)
        })
        .collect();
    Reading {
        contexts: contexts.of_article(&events),
        events,
    }
}

/// The events sentence by sentence, without what they tell of each other.
pub(super) fn drafts(findings: Findings<'_>, resources: &Resources, models: Models<'_>) -> Vec<Draft> {
    let mut pass = Pass::new(findings, resources);
    let model = models.triggers.filter(|_| findings.projected.is_some());
    let mut drafts: Vec<Draft> = Vec::new();
    for sentence in 0..findings.text.sentences.len() {
        if !pass.cut(sentence) {
            continue;
        }
        let proposed = pass.propose(sentence, model.is_some());
        let mut verdicts = model.map_or_else(Vec::new, |model| pass.verdicts(model, sentence, &proposed));
        agree_on_repeated(&proposed, &mut verdicts);
        let plain = pass.plain(&proposed);
        let beside = model.is_some_and(|model| {
            let judged = proposed.iter().zip(&verdicts);
            judged
                .into_iter()
                .any(|(one, verdict)| verdict.is_some_and(|verdict| model.tells_of_words(&one.trigger, verdict)))
        });
        let mut own: Vec<Told<'_>> = Vec::new();
        // Where each proposed one went: its place among the sentence's own.
        let mut placed: Vec<Option<usize>> = Vec::with_capacity(proposed.len());
        let arguments = pass.arguments();
        for (number, one) in proposed.into_iter().enumerate() {
            let told = one.repeats.and_then(|told| placed.get(told).copied().flatten());
            if let Some(told) = told.and_then(|told| own.get_mut(told)) {
                repeat(findings, told, one);
                placed.push(None);
                continue;
            }
            let verdict = verdicts.get(number).copied().flatten();
            let mut one = one;
            // «استقبل», «انسحب»: where the classifier is sure of another sense that the lexicon has, that one is taken.
            if let Some(row) = verdict.and_then(|verdict| other_sense(resources, &one.trigger, verdict)) {
                one.trigger.row = row;
                one.parties = arguments.parties(&one.trigger);
                let parties = one.parties.clone();
                one.draft = draft(findings, resources, &pass.items, sentence, &one.trigger, parties, None);
            }
            let mut draft = one.draft;
            let is_told = match (model, verdict) {
                // What a user has added is not for the classifier to judge.
                (Some(model), Some(verdict)) if !one.trigger.row.by_user => {
                    draft.event.score = verdict.told;
                    draft.doubted = false;
                    let telling = Telling {
                        common: pass.tenor.confirms(one.trigger.row.kind),
                        // What an article tells of once is told more likely than what a sentence on its own mentions.
                        plain: plain.get(number).copied().unwrap_or_default() || pass.tenor.sentences > 1,
                        // «هدد بقصف المنشآت», «اتهم الجماعة باغتيال القاضي»: what is threatened or laid to somebody is told.
                        beside: beside
                            && draft.event.status != EventStatus::Possible
                            && governor(findings, resources, &pass.items, one.trigger.item).is_none(),
                    };
                    verdict.told >= model.threshold(&one.trigger, telling, draft.event.status)
                }
                _ => one.meant,
            };
            placed.push(is_told.then_some(own.len()));
            if is_told {
                own.push(Told {
                    trigger: one.trigger,
                    parties: one.parties,
                    draft,
                    again: Vec::new(),
                });
            }
        }
        if let Some(roles) = models.roles {
            for told in &mut own {
                pass.judge(sentence, roles, told);
            }
        }
        let mut own: Vec<Draft> = own.into_iter().map(|told| told.draft).collect();
        casualty::harm(findings, sentence, &mut own);
        drafts.extend(
            own.into_iter()
                .filter(|draft| !draft.doubted || ambiguity::is_told(&draft.event)),
        );
        pass.leave();
    }
    drafts
}

/// The row of another type that the classifier is sure of.
fn other_sense<'a>(resources: &'a Resources, trigger: &Trigger<'_>, verdict: Verdict) -> Option<&'a Row> {
    // A frame that holds says more than the classifier knows of the sense.
    let settled = trigger.row.by_user || trigger.ground == Ground::Frame && !trigger.row.frame.is_empty();
    if verdict.kind == trigger.row.kind || verdict.kind_probability < SURE || settled {
        return None;
    }
    resources
        .triggers
        .rows(trigger.reading.lexeme?.0)
        .iter()
        .find(|row| !row.void && row.kind == verdict.kind && row.parts & trigger.part != 0)
}

/// Where an event was.
fn place_of(event: &Event) -> Option<Span> {
    let place = event.arguments.iter();
    place
        .into_iter()
        .find(|argument| argument.role == ArgumentRole::Place)
        .map(|argument| argument.span)
}

/// Datelines and credits tell of nothing.
fn skipped(findings: Findings<'_>, token: usize) -> bool {
    let at = findings.text.span(token).start;
    let index = findings.text.sections.partition_point(|section| section.span.end <= at);
    findings
        .text
        .sections
        .get(index)
        .is_some_and(|section| matches!(section.kind, SectionKind::Dateline | SectionKind::Credits))
}
