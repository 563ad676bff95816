//! What the trigger classifier is told of a trigger, besides the state of the reader: a set of facts, each as the number of a bucket.
//!
//! See [`super::fact`] for how.

use std::ops::Range;

use super::ambiguity::{Needs, Passage, Tenor};
use super::argument::Party;
use super::draft::Draft;
use super::fact::{Hash, Value, fact};
use super::item::{Item, Kind};
use super::lexicon::FINITE;
use super::notes::TokenNotes;
use super::trigger::{Ground, Trigger};
use super::{Findings, Resources};
use crate::document::{ArgumentRole, EventStatus, MentionForm, QuantityKind};
use crate::morphology::{Features, Pos, Proclitics};
use crate::syntax::Tree;

/// Buckets of the table of facts.
pub(super) const BUCKETS: u32 = 1 << 12;

/// A set of facts.
#[derive(Debug, Default)]
pub(super) struct Bag {
    pub(super) buckets: Vec<u16>,
}

impl Bag {
    fn word(&mut self, name: Hash, value: &str) {
        self.buckets.push(bare(name, value));
    }

    fn show(&mut self, name: Hash, value: impl Value) {
        self.buckets.push(name.showing(&value).among(BUCKETS));
    }

    fn flag(&mut self, name: Hash, holds: bool) {
        if holds {
            self.buckets.push(name.among(BUCKETS));
        }
    }
}

/// What is known around a trigger.
pub(super) struct Around<'a> {
    pub(super) findings: Findings<'a>,
    pub(super) resources: &'a Resources,
    pub(super) notes: &'a TokenNotes,
    pub(super) items: &'a [Item],
    pub(super) tree: &'a Tree<'a>,
    pub(super) passage: Passage,
    pub(super) tenor: Tenor,
    /// The words of the sentence say what it is about: what each is before a trigger, and after one.
    pub(super) words: Vec<(usize, [u16; 2])>,
}

/// The words of a sentence that say what it is about, as facts before a trigger and after one.
pub(super) fn words(findings: Findings<'_>, notes: &TokenNotes, sentence: Range<usize>) -> Vec<(usize, [u16; 2])> {
    let mut words = Vec::with_capacity(sentence.len());
    for token in sentence {
        let reading = findings.morphology.best(token);
        if matches!(reading.pos, Pos::Verb | Pos::Noun | Pos::Adjective) && notes.name(token).is_none() {
            let key = findings.text.stem_key(token, reading);
            words.push((token, [fact!("in-"), fact!("in+")].map(|name| bare(name, key))));
        }
    }
    words
}

/// A word without the quotes that a value has.
fn bare(mut name: Hash, word: &str) -> u16 {
    name.add(word.as_bytes());
    name.among(BUCKETS)
}

/// A number on a rough scale.
fn rough(count: usize) -> u8 {
    match count {
        0..=3 => count as u8,
        4..=6 => 4,
        7..=12 => 5,
        13..=25 => 6,
        _ => 7,
    }
}

impl Around<'_> {
    /// The facts of a trigger. `others` are the triggers of the sentence, `number` its place among them; whether the rules take it for an
    /// event, and whether a light verb carries it.
    pub(super) fn facts(
        &self,
        others: &[Trigger<'_>],
        number: usize,
        draft: &Draft,
        (meant, carried): (bool, bool),
    ) -> Bag {
        let mut bag = Bag {
            buckets: Vec::with_capacity(256),
        };
        let Some(trigger) = others.get(number) else { return bag };
        let Some(item) = self.items.get(trigger.item) else {
            return bag;
        };
        bag.flag(fact!("bias"), true);
        bag.flag(fact!("meant"), meant);
        bag.flag(fact!("doubted"), draft.doubted);
        bag.show(fact!("carried"), (carried, trigger.part, trigger.row.kind));
        self.of_word(&mut bag, trigger, item, draft);
        self.of_company(&mut bag, trigger, item);
        self.of_tree(&mut bag, trigger, item);
        self.of_draft(&mut bag, trigger, draft);
        let sure = |other: &&Trigger<'_>| other.ground == Ground::Frame;
        let before = others.get(..number).and_then(|before| before.iter().rfind(sure));
        if let Some(before) = before {
            bag.show(fact!("before"), (before.row.kind, trigger.row.kind));
            bag.show(
                fact!("near"),
                (before.row.kind == trigger.row.kind, rough(trigger.item - before.item)),
            );
            bag.flag(fact!("again"), before.reading.lexeme == trigger.reading.lexeme);
        }
        if let Some(next) = others.iter().skip(number + 1).find(sure) {
            bag.show(fact!("after"), (next.row.kind, trigger.row.kind));
        }
        let earlier = others.iter().take(number).filter(sure).count();
        bag.show(
            fact!("number"),
            (earlier.min(3), others.iter().filter(sure).count().min(5)),
        );
        bag
    }

    fn of_word(&self, bag: &mut Bag, trigger: &Trigger<'_>, item: &Item, draft: &Draft) {
        let row = trigger.row;
        let features = trigger.reading.features;
        let lemma = draft.event.trigger_lemma.as_str();
        bag.show(fact!("type"), row.kind);
        bag.show(fact!("mode"), (row.kind, row.mode));
        bag.show(fact!("part"), trigger.part);
        bag.show(fact!("type+part"), (row.kind, trigger.part));
        bag.show(fact!("ground"), (trigger.ground, trigger.part));
        bag.show(fact!("ground+type"), (trigger.ground, row.kind));
        bag.word(fact!("lemma"), lemma);
        bag.show(fact!("lemma+part"), (lemma, trigger.part));
        bag.flag(fact!("framed"), !row.frame.is_empty());
        let needs = trigger
            .reading
            .lexeme
            .and_then(|id| self.resources.ambiguous.of_lexeme(id.0));
        bag.show(
            fact!("needs"),
            needs.map(|needs| match needs {
                Needs::Fight => 0,
                Needs::Power => 1,
                Needs::Told => 2,
            }),
        );
        let form = [
            (fact!("perfect"), Features::PERFECT),
            (fact!("imperfect"), Features::IMPERFECT),
            (fact!("passive"), Features::PASSIVE),
            (fact!("plural"), Features::PLURAL),
            (fact!("dual"), Features::DUAL),
            (fact!("singular"), Features::SINGULAR),
            (fact!("feminine"), Features::FEMININE),
            (fact!("accusative"), Features::ACCUSATIVE),
            (fact!("first"), Features::FIRST),
        ];
        for (name, bit) in form {
            if features.has(bit) {
                bag.flag(name, true);
                bag.show(name, trigger.part);
            }
        }
        let al = trigger.reading.proclitics.has(Proclitics::AL);
        bag.show(fact!("definite"), (al, trigger.reading.suffix > 0, trigger.part));
        bag.show(fact!("lemma+definite"), (lemma, al, features.has(Features::PLURAL)));
        for (name, bit) in [
            (fact!("wa"), Proclitics::WA),
            (fact!("fa"), Proclitics::FA),
            (fact!("li"), Proclitics::LI),
            (fact!("sa"), Proclitics::SA),
        ] {
            bag.flag(name, trigger.reading.proclitics.has(bit));
        }
        bag.show(fact!("prep"), (item.prep, trigger.part == FINITE));
        bag.show(fact!("type+prep"), (row.kind, item.prep));
    }

    fn of_company(&self, bag: &mut Bag, trigger: &Trigger<'_>, item: &Item) {
        let (text, morphology) = (self.findings.text, self.findings.morphology);
        let sentence = text.sentence_tokens(text.sentence_of(item.start));
        for (name, step) in [
            (fact!("w-3"), -3_isize),
            (fact!("w-2"), -2),
            (fact!("w-1"), -1),
            (fact!("w+1"), 1),
            (fact!("w+2"), 2),
            (fact!("w+3"), 3),
        ] {
            let token = item
                .start
                .checked_add_signed(step)
                .filter(|token| sentence.contains(token));
            let key = token.map_or("·", |token| {
                if self.notes.name(token).is_some() {
                    "NAME"
                } else if self.notes.is_time(token) {
                    "TIME"
                } else {
                    text.stem_key(token, morphology.best(token))
                }
            });
            bag.word(name, key);
            if step.abs() == 1 {
                bag.show(name, (key, trigger.row.kind));
            }
        }
        let class = |index: Option<usize>| {
            index
                .and_then(|index| self.items.get(index))
                .map(|item| (item.kind, item.prep))
        };
        bag.show(fact!("item-1"), class(trigger.item.checked_sub(1)));
        bag.show(fact!("item+1"), class(Some(trigger.item + 1)));
        // «الهجوم الذي وقع قبل عام», «هجوم وقع أمس»: what a clause tells apart has mostly been told before.
        bag.show(
            fact!("definite+next"),
            (item.definite, class(Some(trigger.item + 1)).map(|next| next.0)),
        );
        for (name, index) in [
            (fact!("class-1"), trigger.item.checked_sub(1)),
            (fact!("class+1"), Some(trigger.item + 1)),
            (fact!("class+2"), Some(trigger.item + 2)),
        ] {
            if let Some(other) = index
                .and_then(|index| self.items.get(index))
                .filter(|other| other.kind == Kind::Phrase)
            {
                for bit in other.class.bits() {
                    bag.show(name, bit);
                }
            }
        }
        let far = |token: usize| token == item.start || token.abs_diff(item.start) > 20;
        for (token, [before, after]) in self.words.iter().filter(|(token, _)| !far(*token)) {
            bag.buckets.push(if *token < item.start { *before } else { *after });
        }
        let near = |token: usize| token.abs_diff(item.start) <= 12;
        let span = text.span_of(sentence.clone());
        for quantity in self
            .findings
            .quantities
            .iter()
            .skip(self.findings.quantities.partition_point(|q| q.span.end <= span.start))
        {
            if quantity.span.start >= span.end {
                break;
            }
            if matches!(
                quantity.kind,
                QuantityKind::Killed | QuantityKind::Injured | QuantityKind::Detained | QuantityKind::People
            ) {
                bag.show(fact!("toll"), quantity.kind);
                bag.show(
                    fact!("toll+near"),
                    (
                        quantity.kind,
                        near(text.token_at(quantity.span.start)),
                        trigger.row.kind,
                    ),
                );
            }
        }
        let mut names = 0;
        for mention in self
            .findings
            .mentions
            .iter()
            .skip(self.findings.mentions.partition_point(|m| m.span.end <= span.start))
        {
            if mention.span.start >= span.end {
                break;
            }
            if mention.form == MentionForm::Name {
                names += 1;
                if near(text.token_at(mention.span.start)) {
                    bag.show(
                        fact!("name"),
                        (mention.entity_type, mention.span.start > text.span(item.start).start),
                    );
                }
            }
        }
        bag.show(fact!("names"), rough(names));
        let weekday = sentence.clone().any(|token| self.notes.is_time(token));
        bag.flag(fact!("time"), weekday);
        bag.show(fact!("at"), rough(item.start - sentence.start));
        bag.show(fact!("length"), rough(sentence.len() / 3));
        bag.show(fact!("fights"), (self.passage.fights.min(3), trigger.row.kind));
        bag.flag(fact!("hard"), self.passage.hard > 0);
        bag.flag(fact!("plays"), self.passage.plays > 0);
        // A sentence on its own, or a text that mentions fighting once, mostly tells of something else.
        let (kind, tenor) = (trigger.row.kind, self.tenor);
        bag.show(fact!("sentences"), (rough(tenor.sentences), kind));
        bag.show(fact!("telling"), (rough(tenor.telling(kind)), kind));
        bag.show(fact!("share"), (tenor.telling(kind) * 4 / tenor.sentences.max(1), kind));
        let opened = text.quotes.partition_point(|quote| quote.open < item.start);
        let quoted = text
            .quotes
            .iter()
            .take(opened)
            .rev()
            .take(3)
            .any(|quote| item.start < quote.close);
        bag.flag(fact!("quoted"), quoted);
    }

    fn of_tree(&self, bag: &mut Bag, trigger: &Trigger<'_>, item: &Item) {
        if self.tree.is_empty() {
            return;
        }
        let Some(index) = self.tree.stem(item.start) else {
            return;
        };
        let Some(word) = self.tree.word(index) else { return };
        bag.word(fact!("upos"), word.upos);
        bag.show(fact!("upos+part"), (word.upos, trigger.part));
        bag.word(fact!("deprel"), word.deprel);
        bag.show(fact!("deprel+type"), (word.deprel, trigger.row.kind));
        bag.show(fact!("deprel+part"), (word.deprel, trigger.part));
        bag.show(fact!("deprel+definite"), (word.deprel, item.definite));
        let mut at = index;
        let mut depth = 0;
        while let Some(head) = self.tree.head(at) {
            depth += 1;
            if let Some(above) = self.tree.word(head) {
                if depth == 1 {
                    bag.word(fact!("head"), &above.lemma);
                    bag.show(fact!("head+deprel"), (above.upos, word.deprel));
                    bag.show(fact!("head+type"), (&above.lemma, trigger.row.kind));
                } else if depth == 2 {
                    bag.word(fact!("head2"), &above.lemma);
                }
            }
            at = head;
            if depth > 12 {
                break;
            }
        }
        bag.show(fact!("depth"), rough(depth));
        let mut any = false;
        for (_, child) in self.tree.children(index) {
            any = true;
            bag.word(fact!("child"), child.deprel);
            bag.show(fact!("child+part"), (child.deprel, trigger.part));
            if child.deprel != "punct" {
                bag.word(fact!("child+lemma"), &child.lemma);
            }
        }
        bag.flag(fact!("leaf"), !any);
    }

    fn of_draft(&self, bag: &mut Bag, trigger: &Trigger<'_>, draft: &Draft) {
        let kind = trigger.row.kind;
        for (name, parties) in [
            (fact!("actor"), &draft.parties.actors),
            (fact!("recipient"), &draft.parties.recipients),
        ] {
            bag.show(name, parties.len().min(2));
            bag.show(name, (parties.is_empty(), kind, trigger.part));
            for bit in parties
                .first()
                .map(|party: &Party| party.class)
                .into_iter()
                .flat_map(super::class::Class::bits)
            {
                bag.show(name, ("class", bit, kind));
            }
        }
        let role = |role: ArgumentRole| draft.event.arguments.iter().any(|argument| argument.role == role);
        bag.show(fact!("place"), (role(ArgumentRole::Place), kind));
        bag.show(fact!("with"), (role(ArgumentRole::Instrument), kind));
        let age = match (draft.event.when, self.findings.published_at) {
            (None, _) => 0,
            (Some(_), None) => 1,
            (Some(days), Some(published)) => match rough_days(published) - rough_days(days.last) {
                ..=-1 => 2,
                0..=9 => 3,
                10..=60 => 4,
                61..=400 => 5,
                _ => 6,
            },
        };
        bag.show(fact!("when"), (age, kind));
        bag.show(fact!("status"), (draft.event.status, kind));
        bag.flag(fact!("happened"), draft.event.status == EventStatus::Occurred);
        bag.show(fact!("score"), (draft.event.score * 20.0) as u8);
    }
}

/// Days since the beginning of the calendar, with months of 31 days: enough for a rough age.
fn rough_days(date: crate::document::Date) -> i32 {
    (date.year() * 12 + date.month() as i32) * 31 + date.day() as i32
}
