//! From sentences to events.

use super::ambiguity::{self, Passage};
use super::argument::{ArgumentReader, Party};
use super::bag::{Around, Bag};
use super::chunk::Chunker;
use super::class::Class;
use super::classifier::{TriggerModel, Verdict};
use super::draft::{Draft, argument, draft};
use super::item::{Item, Kind};
use super::lexicon::{FINITE, Row};
use super::notes::TokenNotes;
use super::repeat::repeats;
use super::tree::Tree;
use super::trigger::{Ground, Trigger, TriggerFinder};
use super::{Findings, Resources, TriggerCandidate, acled, casualty, days, places, same};
use crate::document::{ArgumentRole, Event, EventType, SectionKind};

/// Least probability at which the classifier's type is taken instead of the lexicon's.
const SURE: f32 = 0.6;

/// Reads the sentences of a text one after the other.
struct Pass<'a> {
    findings: Findings<'a>,
    resources: &'a Resources,
    notes: TokenNotes,
    passages: Vec<Passage>,
    items: Vec<Item>,
    tree: Tree<'a>,
    /// The subject of the sentence before.
    earlier: Option<Party>,
}

/// A trigger that the lexicon proposes, with the record it would make.
struct Proposed<'a> {
    trigger: Trigger<'a>,
    draft: Draft,
    /// The rules take it for an event.
    meant: bool,
    /// Place among the proposed of the sentence of the one that names the same happening.
    repeats: Option<usize>,
}

impl<'a> Pass<'a> {
    fn new(findings: Findings<'a>, resources: &'a Resources) -> Self {
        let notes = TokenNotes::new(findings);
        Self {
            passages: ambiguity::passages(findings, resources, &notes),
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
        self.tree = Tree::read(self.findings, tokens.clone());
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
            let Some(trigger) = finder.at(&self.items, index) else {
                continue;
            };
            let meant = trigger.row.by_user
                || trigger.ground == Ground::Frame
                    && ambiguity::is_meant(self.findings, self.resources, &self.items, &trigger, passage);
            if !meant && !all {
                continue;
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
            proposed.push(Proposed {
                draft: draft(self.findings, self.resources, &self.items, sentence, &trigger, parties),
                trigger,
                meant,
                repeats: repeated,
            });
        }
        proposed
    }

    /// The facts of each proposed trigger.
    fn facts(&self, sentence: usize, proposed: &[Proposed<'a>]) -> Vec<Bag> {
        let around = Around {
            findings: self.findings,
            resources: self.resources,
            notes: &self.notes,
            items: &self.items,
            tree: &self.tree,
            passage: Passage::around(&self.passages, sentence),
        };
        let triggers: Vec<Trigger<'a>> = proposed.iter().map(|one| one.trigger).collect();
        proposed
            .iter()
            .enumerate()
            .map(|(number, one)| around.facts(&triggers, number, &one.draft, one.meant))
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
            let told = if one.trigger.part == FINITE {
                does && undergoes
            } else {
                (does || undergoes) && ambiguity::is_carried(self.findings, self.resources, &self.items, &one.trigger)
            };
            for place in std::iter::once(number).chain(one.repeats) {
                if let Some(known) = plain.get_mut(place) {
                    *known |= told;
                }
            }
        }
        plain
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

/// The events of a text, by trigger in order.
pub(super) fn read(findings: Findings<'_>, resources: &Resources, model: Option<&TriggerModel>) -> Vec<Event> {
    let mut pass = Pass::new(findings, resources);
    let model = model.filter(|_| findings.projected.is_some());
    let mut drafts: Vec<Draft> = Vec::new();
    for sentence in 0..findings.text.sentences.len() {
        if !pass.cut(sentence) {
            continue;
        }
        let proposed = pass.propose(sentence, model.is_some());
        let mut verdicts = model.map_or_else(Vec::new, |model| pass.verdicts(model, sentence, &proposed));
        agree_on_repeated(&proposed, &mut verdicts);
        let plain = pass.plain(&proposed);
        let passage = Passage::around(&pass.passages, sentence);
        let first = drafts.len();
        // Where each proposed one went: the place of its draft.
        let mut placed: Vec<Option<usize>> = Vec::with_capacity(proposed.len());
        let arguments = pass.arguments();
        for (number, one) in proposed.into_iter().enumerate() {
            let told = one.repeats.and_then(|told| placed.get(told).copied().flatten());
            if let Some(told) = told.and_then(|told| drafts.get_mut(told)) {
                told.again.push(one.draft.event.trigger);
                // «غارة أدت إلى مقتل القيادي»: its one victim is that of the raid.
                told.victims = told.victims.or(one.draft.victims);
                // «مقتل ضابط وإصابة ثلاثة جنود», «هجوم أسفر عن مقتل خمسة»: both are its victims.
                let kinds = (told.event.event_type, one.trigger.row.kind);
                let both = |kind| kinds == (kind, kind);
                // «مظاهرة احتجاجا على سياسة الحكومة»: what the second word is against, the first is.
                if both(EventType::Protest) && told.parties.recipients.is_empty() {
                    add_opponents(findings, told, &one.draft.parties.recipients);
                }
                if both(EventType::Assault) {
                    let victims = arguments.parties(&one.trigger).recipients;
                    add_victims(findings, told, &victims);
                }
                placed.push(None);
                continue;
            }
            let verdict = verdicts.get(number).copied().flatten();
            let mut one = one;
            // «استقبل», «انسحب»: where the classifier is sure of another sense that the lexicon has, that one is taken.
            if let Some(row) = verdict.and_then(|verdict| other_sense(resources, &one.trigger, verdict)) {
                one.trigger.row = row;
                let parties = arguments.parties(&one.trigger);
                one.draft = draft(findings, resources, &pass.items, sentence, &one.trigger, parties);
            }
            let mut draft = one.draft;
            let is_told = match (model, verdict) {
                // What a user has added is not for the classifier to judge.
                (Some(model), Some(verdict)) if !one.trigger.row.by_user => {
                    draft.event.score = verdict.told;
                    draft.doubted = false;
                    let plain = plain.get(number).copied().unwrap_or_default();
                    let common = passage.tells_of(one.trigger.row.kind);
                    verdict.told >= model.threshold(&one.trigger, common, plain, draft.event.status)
                }
                _ => one.meant,
            };
            placed.push(is_told.then_some(drafts.len()));
            if is_told {
                drafts.push(draft);
            }
        }
        casualty::harm(findings, sentence, drafts.get_mut(first..).unwrap_or_default());
        // Only the sentence's own are looked at again, so that a long text costs no more a sentence than a short one.
        let own = drafts.split_off(first);
        drafts.extend(
            own.into_iter()
                .filter(|draft| !draft.doubted || ambiguity::is_told(&draft.event)),
        );
        pass.leave();
    }
    days::share(findings, &mut drafts);
    places::share(findings, &mut drafts);
    same::link(findings, &mut drafts);
    same::share_modes(&mut drafts);
    drafts
        .into_iter()
        .map(|draft| acled::finish(findings, resources, draft))
        .collect()
}

/// «أسفر الانفجار عن مقتل خمسة»: what is told by one of two words for one happening is told by the first of them.
fn agree_on_repeated(proposed: &[Proposed<'_>], verdicts: &mut [Option<Verdict>]) {
    for (number, one) in proposed.iter().enumerate() {
        let Some(first) = one
            .repeats
            .filter(|first| proposed.get(*first).is_some_and(|first| first.meant))
        else {
            continue;
        };
        let told = verdicts
            .get(number)
            .copied()
            .flatten()
            .map_or(0.0, |verdict| verdict.told);
        if let Some(Some(verdict)) = verdicts.get_mut(first) {
            verdict.told = verdict.told.max(told);
        }
    }
}

/// The row of another type that the classifier is sure of.
fn other_sense<'a>(resources: &'a Resources, trigger: &Trigger<'_>, verdict: Verdict) -> Option<&'a Row> {
    // A frame that holds says more than the classifier knows of the sense.
    let settled = trigger.row.by_user || !trigger.row.frame.is_empty();
    if verdict.kind == trigger.row.kind || verdict.kind_probability < SURE || settled {
        return None;
    }
    resources
        .triggers
        .rows(trigger.reading.lexeme?.0)
        .iter()
        .find(|row| !row.void && row.kind == verdict.kind && row.parts & trigger.part != 0)
}

/// What the lexicon proposes, with all that the classifier is told of it.
pub(super) fn candidates(findings: Findings<'_>, resources: &Resources) -> Vec<TriggerCandidate> {
    let mut pass = Pass::new(findings, resources);
    let mut candidates = Vec::new();
    for sentence in 0..findings.text.sentences.len() {
        if !pass.cut(sentence) {
            continue;
        }
        let proposed = pass.propose(sentence, true);
        let first = candidates.len();
        let facts = pass.facts(sentence, &proposed);
        candidates.extend(proposed.into_iter().zip(facts).map(|(one, facts)| {
            let token = pass.items.get(one.trigger.item).map_or(0, |item| item.start);
            TriggerCandidate {
                span: one.draft.event.trigger,
                event_type: one.trigger.row.kind,
                ground: one.trigger.ground.code(),
                by_rules: one.meant,
                repeats: one.repeats.map(|before| first + before),
                facts: facts.buckets,
                state: findings
                    .projected
                    .map_or_else(Vec::new, |states| states.row(token).to_vec()),
            }
        }));
        pass.leave();
    }
    candidates
}

/// Adds those whom a protest is against.
fn add_opponents(findings: Findings<'_>, draft: &mut Draft, opponents: &[Party]) {
    for party in opponents {
        draft
            .event
            .arguments
            .push(argument(findings, ArgumentRole::Recipient, party));
        draft.parties.recipients.push(*party);
    }
}

/// Adds people to the recipients of an event.
fn add_victims(findings: Findings<'_>, draft: &mut Draft, victims: &[Party]) {
    for victim in victims {
        let people = victim.class.is_human()
            || victim
                .class
                .any(Class::KILLED.with(Class::INJURED).with(Class::ARMED).with(Class::CROWD));
        let argument = argument(findings, ArgumentRole::Recipient, victim);
        let known = draft
            .event
            .arguments
            .iter()
            .any(|other| other.span.overlaps(argument.span));
        if people && !known {
            draft.event.arguments.push(argument);
            draft.parties.recipients.push(*victim);
        }
    }
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
