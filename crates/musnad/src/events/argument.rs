//! Who does it and who has it done to them, from word order, voice and prepositions.

use super::chunk::{Class, Item, Kind, Prep};
use super::lexicon::{FINITE, Genitive, PARTICIPLE, Roles};
use super::trigger::Trigger;
use super::{Findings, Resources};
use crate::document::EventType;
use crate::morphology::{Features, Pos, Proclitics};

/// A participant: tokens with what they name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Party {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) class: Class,
    pub(super) name: Option<u32>,
    /// The grammar names it: a subject, not a guess.
    pub(super) sure: bool,
}

impl Party {
    fn of(item: &Item) -> Self {
        Self {
            start: item.start,
            end: item.end,
            class: item.class,
            name: item.name,
            sure: false,
        }
    }
}

/// What a verb's subject is to the event noun that the verb carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LightRole {
    Actor,
    Recipient,
    Place,
    /// The event noun is the subject.
    Event,
    /// The same, and the object is the recipient.
    Target,
}

/// The participants of one event.
#[derive(Debug, Clone, Default)]
pub(super) struct Parties {
    pub(super) actors: Vec<Party>,
    pub(super) recipients: Vec<Party>,
    /// What it was done with.
    pub(super) means: Option<Party>,
    /// A place that stood where a participant would.
    pub(super) places: Vec<Party>,
    /// How many words say it; for the score.
    pub(super) explicit: bool,
}

/// The subject of a verb and the phrases after it.
#[derive(Debug, Clone, Copy, Default)]
struct Frame {
    /// Item of the subject.
    subject: Option<usize>,
    object: Option<usize>,
    /// The subject is known from before («وقصفت المدينة»).
    dropped: bool,
}

/// Reads arguments in one sentence.
pub(super) struct ArgumentReader<'a> {
    pub(super) findings: Findings<'a>,
    pub(super) resources: &'a Resources,
    pub(super) items: &'a [Item],
    /// The subject before the sentence began.
    pub(super) earlier: Option<Party>,
}

impl ArgumentReader<'_> {
    fn item(&self, index: usize) -> Option<&Item> {
        self.items.get(index)
    }

    /// The phrase and those joined to it by و.
    fn group(&self, index: usize, out: &mut Vec<Party>) {
        let Some(first) = self.item(index).filter(|first| !first.class.has(Class::PRONOUN)) else {
            return;
        };
        push(out, Party::of(first));
        let mut comma = false;
        for next in self.items.iter().skip(index + 1) {
            match next.kind {
                Kind::Comma if !comma => comma = true,
                Kind::Phrase
                    if next.joined && (next.prep == Prep::None || next.prep == first.prep) && !next.trigger =>
                {
                    push(out, Party::of(next));
                    comma = false;
                }
                // «مسؤولون من تونس»: what belongs to the phrase does not end the list.
                Kind::Phrase if !next.joined && matches!(next.prep, Prep::From | Prep::In) && !comma => {}
                _ => break,
            }
        }
    }

    /// Whether the verb at `verb` can have the phrase before it as its subject.
    fn agrees(&self, verb: usize, phrase: &Item) -> bool {
        self.item(verb)
            .is_none_or(|item| self.matches(self.findings.morphology.best(item.start).features, phrase.start))
    }

    /// Whether the head of a phrase can go with a verb or pronoun of these features.
    fn matches(&self, features: Features, head: usize) -> bool {
        let phrase = self.findings.morphology.best(head);
        if phrase.lexeme.is_none() || Resources::has_name(self.findings, head) || !features.has(Features::THIRD) {
            return true;
        }
        let singular = features.has(Features::SINGULAR);
        let p = phrase.features;
        !(singular
            && p.has(Features::SINGULAR)
            && (features.has(Features::MASCULINE) && p.has(Features::FEMININE)
                || features.has(Features::FEMININE) && p.has(Features::MASCULINE))
            || features.has(Features::PLURAL)
                && features.has(Features::MASCULINE)
                && p.has(Features::SINGULAR)
                && !self.resources.is_collective(phrase.lexeme))
    }

    /// The phrase before a verb that is its subject, or the antecedent of its relative clause.
    fn fronted(&self, verb: usize) -> Option<(usize, bool)> {
        let mut index = verb;
        let mut relative = false;
        let mut steps = 0;
        while let Some(before) = index.checked_sub(1) {
            index = before;
            steps += 1;
            if steps > 8 {
                return None;
            }
            let item = self.item(index)?;
            match item.kind {
                Kind::Auxiliary => {}
                Kind::Relative => relative = true,
                Kind::Phrase => {
                    let bare = item.prep == Prep::None || relative || self.is_indefinite_head(index, verb);
                    if !bare {
                        if relative {
                            return Some((index, true));
                        }
                        continue;
                    }
                    if relative {
                        let plural = self.item(verb).is_some_and(|v| {
                            self.findings
                                .morphology
                                .best(v.start)
                                .features
                                .any(Features::DUAL.with(Features::PLURAL))
                        });
                        return Some((if plural { self.list_head(index) } else { index }, true));
                    }
                    // «هجوم شنته الجبهة», «قرار يدين»: an indefinite noun right before its verb is the head of a clause without الذي.
                    if self.is_indefinite_head(index, verb) {
                        return Some((index, true));
                    }
                    // A list: go back to its first member.
                    let first = self.list_head(index);
                    let opens = first
                        .checked_sub(1)
                        .and_then(|before| self.item(before))
                        .is_none_or(|before| {
                            matches!(before.kind, Kind::Stop | Kind::Clause | Kind::Comma | Kind::Auxiliary)
                        });
                    let head = self.item(first)?;
                    return (opens && !head.trigger && self.agrees(verb, head)).then_some((first, false));
                }
                _ => return None,
            }
        }
        None
    }

    /// The first member of the list that the phrase ends, over what belongs to the members («القوات في البلاد والشرطة»).
    fn list_head(&self, index: usize) -> usize {
        let mut first = index;
        let mut at = index;
        while self.item(at).is_some_and(|this| this.joined || this.prep != Prep::None)
            && let Some(previous) = at.checked_sub(1)
            && self.item(previous).is_some_and(|p| p.kind == Kind::Phrase)
        {
            at = previous;
            if self.item(at).is_some_and(Item::is_bare) {
                first = at;
            }
        }
        first
    }

    /// Whether the phrase is an indefinite noun that the verb right after it describes.
    fn is_indefinite_head(&self, index: usize, verb: usize) -> bool {
        let (Some(item), Some(next)) = (self.item(index), self.item(verb)) else {
            return false;
        };
        let opens = index
            .checked_sub(1)
            .and_then(|before| self.item(before))
            .is_none_or(|before| matches!(before.kind, Kind::Stop));
        index + 1 == verb
            && !next.joined
            && !item.definite
            && item.name.is_none()
            && !item.class.has(Class::QUANTITY)
            && (item.prep != Prep::None || !opens)
            && (item.trigger
                || item.class.acts()
                || item.class.any(Class::DOCUMENT.with(Class::EVENT).with(Class::MEDIA)))
            && item.end <= next.start
            && item.end + 1 >= next.start
            && !self
                .findings
                .morphology
                .best(item.end.saturating_sub(1))
                .features
                .has(Features::DEFINITE)
    }

    /// Whether a preposition with a pronoun follows the verb: the antecedent is not its subject («الحوار الذي دعا إليه الرئيس»).
    fn resumes(&self, verb: usize) -> bool {
        self.items
            .iter()
            .skip(verb + 1)
            .take(2)
            .any(|item| item.kind == Kind::Phrase && item.class.has(Class::PRONOUN))
    }

    /// The first two bare phrases after a verb.
    fn bare_after(&self, verb: usize) -> (Option<usize>, Option<usize>) {
        let (mut first, mut second) = (None, None);
        let mut phrases = 0;
        for index in verb + 1..self.items.len() {
            let Some(item) = self.item(index) else { break };
            match item.kind {
                Kind::Phrase => {
                    phrases += 1;
                    if phrases > 6 {
                        break;
                    }
                    let genitive = index > verb + 1
                        && self.item(index - 1).is_some_and(|before| {
                            before.kind == Kind::Phrase
                                && before.trigger
                                && before.end == item.start
                                && !before.definite
                                && !item.joined
                        });
                    if item.prep == Prep::None && !genitive {
                        if first.is_none() {
                            first = Some(index);
                        } else if !item.joined {
                            second = Some(index);
                            break;
                        }
                    }
                }
                // A relative clause or a comma after the first phrase: the object may still come, but guessing costs more.
                Kind::Stop | Kind::Clause | Kind::Verb | Kind::Auxiliary | Kind::Comma | Kind::Relative => break,
            }
        }
        (first, second)
    }

    /// Subject and object of the finite verb at an item.
    fn frame(&self, verb: usize, passive: bool, transitive: bool) -> Frame {
        let suffixed = self
            .item(verb)
            .is_some_and(|item| self.findings.morphology.best(item.start).suffix > 0);
        let (first, second) = self.bare_after(verb);
        let features = self.item(verb).map_or(Features::NONE, |item| {
            self.findings.morphology.best(item.start).features
        });
        if features.any(Features::FIRST) {
            return Frame {
                subject: None,
                object: first,
                dropped: true,
            };
        }
        match self.fronted(verb) {
            Some((head, true))
                if first.is_some()
                    && (self.resumes(verb) || !self.item(head).is_some_and(|item| self.agrees(verb, item))) =>
            {
                Frame {
                    subject: first,
                    object: second.or(Some(head)),
                    dropped: false,
                }
            }
            Some((head, true)) if suffixed => Frame {
                subject: first,
                object: Some(head),
                dropped: first.is_none(),
            },
            Some((head, _)) => Frame {
                subject: Some(head),
                object: first,
                dropped: false,
            },
            None if suffixed => Frame {
                subject: first,
                object: None,
                dropped: first.is_none(),
            },
            None if passive => Frame {
                subject: first,
                object: None,
                dropped: first.is_none(),
            },
            None => match (first, second) {
                // «قتل 27 مهربا»: a number first is what was done, not who did it.
                (Some(only), _) if transitive && self.item(only).is_some_and(|item| self.counts(item)) => Frame {
                    subject: None,
                    object: first,
                    dropped: true,
                },
                (Some(_), Some(_)) => Frame {
                    subject: first,
                    object: second,
                    dropped: false,
                },
                (Some(only), None) => {
                    let acts = self
                        .item(only)
                        .is_some_and(|item| item.class.acts() && !item.class.has(Class::QUANTITY) || !transitive);
                    if acts {
                        Frame {
                            subject: first,
                            object: None,
                            dropped: false,
                        }
                    } else {
                        Frame {
                            subject: None,
                            object: first,
                            dropped: true,
                        }
                    }
                }
                _ => Frame {
                    subject: None,
                    object: None,
                    dropped: true,
                },
            },
        }
    }

    /// Whether the phrase is a number of people: rather what was done than who did it.
    fn counts(&self, item: &Item) -> bool {
        let reading = self.findings.morphology.best(item.start);
        reading.pos == Pos::Number
            || self.findings.text.kind(item.start) == crate::text::token::TokenKind::Number
            || reading.features.has(Features::QUANTIFIER)
            || item.class.any(
                Class::KILLED
                    .with(Class::INJURED)
                    .with(Class::DETAINED)
                    .with(Class::QUANTITY),
            )
    }

    /// The subject of any verb, for the thread of the text.
    pub(super) fn subject(&self, verb: usize) -> Option<Party> {
        let frame = self.frame(verb, false, true);
        let item = frame.subject.and_then(|index| self.item(index))?;
        let unknown = item.class == Class::default()
            && matches!(
                self.findings.morphology.best(item.start).pos,
                Pos::Noun | Pos::ProperNoun
            )
            && !item.trigger;
        (item.class.acts() || unknown && frame.object.is_some()).then_some(Party {
            sure: true,
            ..Party::of(item)
        })
    }

    /// Who a hidden subject or a pronoun of these features stands for: the subject of the nearest verb before that agrees, else the
    /// nearest acting phrase, else the subject of the sentence before.
    fn antecedent(&self, before: usize, features: Features) -> Option<Party> {
        let earlier = || {
            (0..before)
                .rev()
                .take(40)
                .filter_map(|index| Some((index, self.item(index)?)))
        };
        let subject = earlier()
            .filter(|(_, item)| item.kind == Kind::Verb)
            .filter_map(|(index, _)| self.subject(index))
            .find(|party| {
                party.start < self.item(before).map_or(usize::MAX, |item| item.start)
                    && self.matches(features, party.start)
            });
        subject
            .or_else(|| {
                earlier()
                    .find(|(_, item)| {
                        item.kind == Kind::Phrase
                            && item.class.acts()
                            && !item.trigger
                            && item.prep != Prep::Li
                            && self.matches(features, item.start)
                    })
                    .map(|(_, item)| Party::of(item))
            })
            .or(self.earlier)
    }

    /// Who the pronoun at the end of a token stands for.
    fn pronoun(&self, index: usize) -> Option<Party> {
        let item = self.item(index)?;
        let key = self.findings.text.key(item.start);
        let features = if key.ends_with("ها") {
            Features::THIRD.with(Features::SINGULAR).with(Features::FEMININE)
        } else if key.ends_with("هم") {
            Features::THIRD.with(Features::PLURAL).with(Features::MASCULINE)
        } else if key.ends_with('ه') {
            Features::THIRD.with(Features::SINGULAR).with(Features::MASCULINE)
        } else {
            Features::NONE
        };
        self.antecedent(index, features)
    }

    /// The participants of the event at a trigger.
    pub(super) fn parties(&self, trigger: &Trigger<'_>) -> Parties {
        let mut parties = match trigger.part {
            FINITE => self.of_verb(trigger),
            PARTICIPLE => self.of_participle(trigger),
            _ => self.of_noun(trigger),
        };
        if trigger.row.roles.reciprocal {
            let recipients = std::mem::take(&mut parties.recipients);
            for party in recipients {
                push(&mut parties.actors, party);
            }
        }
        parties.actors.retain(|party| {
            party.class.acts()
                || party.class.any(Class::DOCUMENT.with(Class::MEDIA))
                || party.sure
                    && party.class == Class::default()
                    && (self
                        .findings
                        .morphology
                        .best(party.start)
                        .features
                        .has(Features::DEFINITE)
                        || !matches!(
                            self.findings.morphology.best(party.start).pos,
                            Pos::Adjective | Pos::Number
                        ))
                    && !self
                        .findings
                        .morphology
                        .best(party.start)
                        .features
                        .has(Features::MASDAR)
        });
        if matches!(
            trigger.row.kind,
            EventType::Accuse
                | EventType::Reject
                | EventType::Request
                | EventType::Threaten
                | EventType::Support
                | EventType::Agree
                | EventType::Consult
        ) {
            // What is refused or asked for is no recipient; whom it is asked of is.
            parties.recipients.retain(|party| {
                party.class.acts()
                    || party
                        .class
                        .any(Class::DOCUMENT.with(Class::PLACE).with(Class::FACILITY))
            });
        }
        parties.explicit = !parties.actors.is_empty() || !parties.recipients.is_empty();
        parties
            .actors
            .retain(|party| !parties.recipients.contains(party) || trigger.row.roles.reciprocal);
        parties
    }

    fn of_verb(&self, trigger: &Trigger<'_>) -> Parties {
        let roles = &trigger.row.roles;
        let mut parties = Parties::default();
        let mut passive = trigger.reading.features.has(Features::PASSIVE);
        let framed_object = trigger
            .row
            .frame
            .iter()
            .any(|condition| matches!(condition, super::lexicon::Condition::Object(_)));
        let transitive = (!roles.no_object || framed_object) && !roles.patient && !roles.subject_is_means;
        let mut frame = self.frame(trigger.item, passive, transitive);
        let agent = self.agent(trigger.item);
        if !passive && transitive && trigger.reading.suffix == 0 && frame.object.is_none() {
            // «قتل ثلاثة», «اعتقل ناشط»: active and passive are written alike; a lone victim has it done to them.
            let lone = frame.subject.or(frame.object).and_then(|index| self.item(index));
            let victim = lone.is_some_and(|item| {
                item.class.any(
                    Class::QUANTITY
                        .with(Class::KILLED)
                        .with(Class::INJURED)
                        .with(Class::DETAINED)
                        .with(Class::CIVILIAN),
                ) || self
                    .resources
                    .victims
                    .contains(&trigger.reading.lexeme.map_or(u32::MAX, |id| id.0))
                    && !item.class.any(Class::ORG.with(Class::GPE))
            });
            passive = lone.is_some() && (victim && frame.subject.is_some() || agent.is_some());
        }
        // «قتل ثلاثة مدنيين» is passive, «أنه قتل ثلاثة», «واعتقلت ثلاثة» are not.
        if !passive
            && transitive
            && frame.dropped
            && frame.object.is_some()
            && trigger.reading.suffix == 0
            && !trigger.reading.features.any(Features::FIRST)
        {
            let by_pronoun = trigger
                .item
                .checked_sub(1)
                .and_then(|before| self.item(before))
                .is_some_and(|before| {
                    before.kind == Kind::Clause && self.findings.text.key(before.start).chars().count() > 2
                });
            let continues = self.item(trigger.item).is_some_and(|item| item.joined)
                && (0..trigger.item).rev().take(6).any(|index| {
                    self.item(index)
                        .is_some_and(|item| item.kind == Kind::Verb && item.trigger)
                });
            let victims = trigger
                .reading
                .lexeme
                .is_some_and(|id| self.resources.victims.contains(&id.0));
            passive = victims
                && !by_pronoun
                && !continues
                && !trigger.reading.features.has(Features::FEMININE)
                && !trigger.reading.features.has(Features::PLURAL);
        }
        if passive || roles.patient {
            if let Some(index) = frame.subject.or(frame.object) {
                self.group(index, &mut parties.recipients);
            } else if let Some(party) = self.antecedent(trigger.item, trigger.reading.features) {
                push(&mut parties.recipients, party);
            }
            parties.actors.extend(agent);
            return parties;
        }
        if roles.subject_is_means {
            parties.means = frame.subject.and_then(|index| self.item(index)).map(Party::of);
            return parties;
        }
        if frame.dropped && frame.subject.is_none() {
            if let Some(party) = self.antecedent(trigger.item, trigger.reading.features) {
                push(&mut parties.actors, party);
            }
        } else if let Some(index) = frame.subject {
            self.group(index, &mut parties.actors);
            for party in &mut parties.actors {
                party.sure = true;
            }
        }
        if !roles.no_object {
            if trigger.reading.suffix > 0 && frame.object.is_none() {
                // The pronoun is not the subject.
                let actor = parties.actors.first().copied();
                if let Some(party) = self.pronoun(trigger.item).filter(|party| Some(*party) != actor) {
                    push(&mut parties.recipients, party);
                }
            } else if let Some(index) = frame.object.take() {
                self.group(index, &mut parties.recipients);
            }
        }
        self.prepositional(trigger.item, roles, &mut parties);
        if roles.hosts {
            std::mem::swap(&mut parties.actors, &mut parties.recipients);
        }
        if parties.actors.is_empty() {
            parties.actors.extend(agent);
        }
        parties
    }

    fn of_participle(&self, trigger: &Trigger<'_>) -> Parties {
        let mut parties = Parties::default();
        let roles = &trigger.row.roles;
        if let Some(party) = self.antecedent(trigger.item, trigger.reading.features) {
            push(&mut parties.actors, party);
        }
        if !roles.no_object
            && let Some(index) = self.bare_after(trigger.item).0
        {
            self.group(index, &mut parties.recipients);
        }
        self.prepositional(trigger.item, roles, &mut parties);
        if trigger.reading.features.has(Features::PASSIVE_PARTICIPLE)
            && !trigger.reading.features.has(Features::PARTICIPLE)
        {
            // «مقاتلين مدعومين من الغرب»
            std::mem::swap(&mut parties.actors, &mut parties.recipients);
            if let Some(item) = super::trigger::after(self.items, trigger.item)
                .take(2)
                .find(|item| matches!(item.prep, Prep::From | Prep::By))
            {
                push(&mut parties.actors, Party::of(item));
            }
        }
        parties
    }

    fn of_noun(&self, trigger: &Trigger<'_>) -> Parties {
        let roles = &trigger.row.roles;
        let mut parties = Parties::default();
        let Some(item) = self.item(trigger.item).copied() else {
            return parties;
        };
        let mut next = trigger.item + 1;
        let suffixed = trigger.reading.suffix > 0;
        let mut genitive = None;
        if !suffixed
            && item.end == item.start + 1
            && !trigger.reading.proclitics.has(Proclitics::AL)
            && let Some(follows) = self.item(next)
            && follows.is_bare()
            && !follows.joined
            && follows.start == item.end
        {
            genitive = Some(next);
            next += 1;
        }
        if suffixed && let Some(party) = self.pronoun(trigger.item) {
            match roles.genitive {
                Genitive::Recipient => push(&mut parties.recipients, party),
                _ => push(&mut parties.actors, party),
            }
        }
        // «قصف قوات حفتر المدينة», «قصف قوات حفتر للمدينة»
        let object = self.item(next).filter(|follows| {
            follows.kind == Kind::Phrase
                && !follows.joined
                && (follows.prep == Prep::None || follows.prep == Prep::Li)
                && !follows.trigger
        });
        if let Some(index) = genitive
            && let Some(of) = self.item(index)
        {
            let mut group = Vec::new();
            self.group(index, &mut group);
            let has_object =
                object.is_some_and(|follows| follows.prep == Prep::None || !roles.preps.contains(&Prep::Li));
            let role = match roles.genitive {
                Genitive::Auto if (has_object || !roles.preps.is_empty()) && of.class.acts() => Genitive::Actor,
                Genitive::Auto if roles.no_object && !of.class.acts() => Genitive::Nobody,
                Genitive::Open if of.class.any(Class::PLACE.with(Class::FACILITY).with(Class::GPE)) => {
                    parties.places.append(&mut group);
                    Genitive::Nobody
                }
                Genitive::Open if of.class.has(Class::ARMED) => Genitive::Actor,
                Genitive::Auto | Genitive::Open => Genitive::Recipient,
                other => other,
            };
            match role {
                Genitive::Actor if of.class.acts() => parties.actors.append(&mut group),
                Genitive::Actor if of.class.any(Class::PLACE.with(Class::FACILITY)) => {
                    parties.places.append(&mut group);
                }
                Genitive::Recipient => parties.recipients.append(&mut group),
                Genitive::Instrument => parties.means = group.first().copied(),
                _ => {}
            }
        }
        if let Some(follows) = object
            && !roles.no_object
            && (genitive.is_some() || suffixed || follows.prep == Prep::Li)
            && parties.recipients.is_empty()
            && !roles.reciprocal
        {
            self.group(self.index_of(follows), &mut parties.recipients);
        } else if let Some(follows) = object
            && follows.prep == Prep::Li
            && genitive.is_none()
            && !suffixed
            && roles.no_object
            && !roles.preps.contains(&Prep::Li)
            && follows.class.acts()
        {
            // «هجوم لحزب العمال»
            self.group(self.index_of(follows), &mut parties.actors);
        }
        self.prepositional(trigger.item, roles, &mut parties);
        if let Some(agent) = self.agent(trigger.item)
            && parties.actors.is_empty()
        {
            push(&mut parties.actors, agent);
        }
        self.add_from_light_verb(trigger, &mut parties);
        if parties.actors.is_empty()
            && let Some(nation) = (item.start + 1..item.end).find(|at| {
                self.resources
                    .nationalities
                    .get(self.findings.text, self.findings.morphology, *at)
                    .is_some()
            })
        {
            push(
                &mut parties.actors,
                Party {
                    start: nation,
                    end: nation + 1,
                    class: Class::GPE,
                    name: None,
                    sure: true,
                },
            );
        }
        parties
    }

    fn index_of(&self, item: &Item) -> usize {
        self.items.partition_point(|other| other.start < item.start)
    }

    /// The agent of a passive: «من قبل الجيش», «برصاص الاحتلال», «بنيران مسلحين».
    fn agent(&self, index: usize) -> Option<Party> {
        for (steps, item) in self.items.iter().skip(index + 1).enumerate() {
            if steps > 8 || matches!(item.kind, Kind::Stop | Kind::Verb | Kind::Clause) {
                return None;
            }
            if item.prep == Prep::By {
                return Some(Party::of(item));
            }
            if item.prep == Prep::Bi && item.end > item.start + 1 {
                let reading = self.findings.morphology.best(item.start);
                if matches!(
                    self.findings.text.stem_key(item.start, reading),
                    "رصاص" | "نيران" | "ايدي" | "سلاح"
                ) {
                    return Some(Party {
                        start: item.start + 1,
                        ..Party::of(item)
                    });
                }
            }
        }
        None
    }

    /// Recipients and partners named by prepositions after the trigger.
    fn prepositional(&self, index: usize, roles: &Roles, parties: &mut Parties) {
        let mut crossed_light_verb = false;
        let mut phrases = 0;
        for at in index + 1..self.items.len() {
            let Some(item) = self.item(at) else { break };
            match item.kind {
                Kind::Phrase if item.trigger && at > index + 1 && item.prep == Prep::None => break,
                Kind::Phrase => {
                    phrases += 1;
                    if phrases > 7 {
                        break;
                    }
                    if item.joined && item.prep == Prep::None {
                        continue;
                    }
                    let wanted = roles.preps.contains(&item.prep)
                        || roles.reciprocal && matches!(item.prep, Prep::With | Prep::Between);
                    if wanted && (item.prep != Prep::From || item.class.acts()) {
                        let target = if roles.reciprocal {
                            &mut parties.actors
                        } else {
                            &mut parties.recipients
                        };
                        self.group(at, target);
                        if !roles.reciprocal {
                            break;
                        }
                    } else if item.prep == Prep::From
                        && item.class.acts()
                        && parties.actors.is_empty()
                        && roles.genitive == Genitive::Auto
                        && index + 2 >= at
                    {
                        // «اقتحام المستشفى من مستوطنين»
                        self.group(at, &mut parties.actors);
                    }
                }
                Kind::Verb if !crossed_light_verb && self.light(at).is_some() => crossed_light_verb = true,
                Kind::Relative => {}
                _ => break,
            }
        }
    }

    fn light(&self, verb: usize) -> Option<LightRole> {
        let item = self.item(verb).filter(|item| item.kind == Kind::Verb)?;
        // «تعرض» is also «she shows»: any reading may carry an event noun.
        self.findings
            .morphology
            .all(item.start)
            .filter(|reading| reading.pos == Pos::Verb)
            .find_map(|reading| reading.lexeme.and_then(|id| self.resources.light.of_lexeme(id.0)))
    }

    /// What the verb that carries the noun says: «شنت القوات هجوما», «هجوم شنته القوات», «اندلعت اشتباكات».
    fn add_from_light_verb(&self, trigger: &Trigger<'_>, parties: &mut Parties) {
        let mut index = trigger.item;
        let mut steps = 0;
        let mut verb = None;
        while let Some(before) = index.checked_sub(1) {
            index = before;
            steps += 1;
            let Some(item) = self.item(index) else { break };
            if steps > 6 || matches!(item.kind, Kind::Stop | Kind::Clause) {
                break;
            }
            if item.kind == Kind::Verb {
                verb = Some(index);
                break;
            }
        }
        let carried = verb.and_then(|verb| Some((verb, self.light(verb)?)));
        let own = self
            .items
            .iter()
            .enumerate()
            .skip(trigger.item + 1)
            .take(6)
            .find(|(_, item)| item.kind == Kind::Verb);
        let own = own.and_then(|(verb, _)| Some((verb, self.light(verb)?)));
        for (verb, role, before) in carried
            .map(|(v, r)| (v, r, true))
            .into_iter()
            .chain(own.map(|(v, r)| (v, r, false)))
        {
            let frame = self.frame(verb, false, true);
            let suffixed = self
                .item(verb)
                .is_some_and(|item| self.findings.morphology.best(item.start).suffix > 0);
            match role {
                LightRole::Actor if before || suffixed => {
                    let subject = frame.subject.filter(|subject| *subject != trigger.item);
                    if parties.actors.is_empty() || trigger.row.roles.reciprocal {
                        match subject {
                            Some(subject) if self.item(subject).is_some_and(|item| !item.trigger) => {
                                self.group(subject, &mut parties.actors);
                            }
                            Some(_) => {}
                            None => {
                                if let Some(party) = self.antecedent(
                                    verb,
                                    self.item(verb).map_or(Features::NONE, |item| {
                                        self.findings.morphology.best(item.start).features
                                    }),
                                ) {
                                    push(&mut parties.actors, party);
                                }
                            }
                        }
                    }
                }
                LightRole::Recipient if parties.recipients.is_empty() || before && trigger.reading.suffix > 0 => {
                    parties.recipients.clear();
                    if let Some(subject) = frame.subject.filter(|subject| *subject != trigger.item) {
                        self.group(subject, &mut parties.recipients);
                    } else if let Some(party) = self.antecedent(
                        verb,
                        self.item(verb).map_or(Features::NONE, |item| {
                            self.findings.morphology.best(item.start).features
                        }),
                    ) {
                        push(&mut parties.recipients, party);
                    }
                }
                LightRole::Place if before => {
                    if let Some(subject) = frame.subject.filter(|subject| *subject != trigger.item) {
                        self.group(subject, &mut parties.places);
                    }
                }
                LightRole::Target if !before && parties.recipients.is_empty() && !trigger.row.roles.reciprocal => {
                    if let Some(object) = frame.object {
                        self.group(object, &mut parties.recipients);
                    }
                }
                _ => {}
            }
        }
    }
}

fn push(out: &mut Vec<Party>, party: Party) {
    if !out.iter().any(|known| known.start == party.start) {
        out.push(party);
    }
}
