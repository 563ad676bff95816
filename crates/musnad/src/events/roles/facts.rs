//! What the classifier of participants is told of a phrase beside a trigger: a set of facts, each as the number of a bucket.

use super::candidate::Candidate;
use super::path::Path;
use crate::events::argument::{ArgumentReader, Parties, Party};
use crate::events::class::Class;
use crate::events::fact::{Value, bucket, words};
use crate::events::item::Kind;
use crate::events::lexicon::FINITE;
use crate::events::places::named;
use crate::events::prep::Prep;
use crate::events::trigger::Trigger;
use crate::morphology::Features;
use crate::text::Span;

/// Buckets of the table of facts.
pub(super) const BUCKETS: u32 = 1 << 14;

/// What the rules say of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Rule {
    None,
    Actor,
    Recipient,
    Means,
    Place,
}

/// A set of facts.
#[derive(Debug, Clone, Default)]
pub(in crate::events) struct Facts {
    pub(in crate::events) buckets: Vec<u16>,
    /// What only says whether it is a place.
    pub(in crate::events) of_place: Vec<u16>,
}

impl Facts {
    fn show(&mut self, name: &str, value: impl Value) {
        self.buckets.push(bucket(name, &value, BUCKETS));
    }

    fn place(&mut self, name: &str, value: impl Value) {
        self.of_place.push(bucket(name, &value, BUCKETS));
    }
}

/// A number on a rough scale.
fn rough(count: usize) -> u8 {
    match count {
        0..=3 => count as u8,
        4..=5 => 4,
        6..=8 => 5,
        9..=14 => 6,
        _ => 7,
    }
}

/// Relations without their subtypes, runs of one as one.
fn short<'p>(path: &[&'p str]) -> [&'p str; 4] {
    let mut out = [""; 4];
    let mut last = 0;
    for relation in path {
        let plain = relation.split(':').next().unwrap_or("");
        if last > 0 && out.get(last - 1) == Some(&plain) {
            continue;
        }
        if let Some(slot) = out.get_mut(last) {
            *slot = plain;
            last += 1;
        }
    }
    out
}

/// What kind of thing it is, in one word.
fn sort(class: Class) -> &'static str {
    let has = |bits: Class| class.any(bits);
    if has(Class::KILLED.with(Class::INJURED).with(Class::DETAINED)) {
        "victim"
    } else if has(Class::CIVILIAN.with(Class::JOURNALIST).with(Class::MEDIC)) {
        "civilian"
    } else if has(Class::PERSON.with(Class::OFFICIAL)) {
        "person"
    } else if has(Class::GPE) {
        "gpe"
    } else if has(Class::ARMED) {
        "armed"
    } else if has(Class::ORG) {
        "org"
    } else if has(Class::HUMAN.with(Class::CROWD)) {
        "human"
    } else if has(Class::FACILITY.with(Class::PLACE)) {
        "place"
    } else if has(Class::VEHICLE.with(Class::WEAPON)) {
        "thing"
    } else if has(Class::DOCUMENT.with(Class::MEDIA)) {
        "paper"
    } else if has(Class::EVENT) {
        "event"
    } else if has(Class::NAME) {
        "name"
    } else if has(Class::QUANTITY) {
        "number"
    } else {
        "-"
    }
}

/// What is known of all phrases beside one trigger.
pub(super) struct Beside<'a> {
    pub(super) reader: &'a ArgumentReader<'a>,
    pub(super) trigger: &'a Trigger<'a>,
    pub(super) parties: &'a Parties,
    pub(super) candidates: &'a [Candidate],
    /// Where it was by the rules.
    place: Option<Span>,
    /// Subjects and objects of the trigger's word and of those above it, with how far above: by order of nearness.
    above: Vec<(usize, Above)>,
    /// How many candidates could act.
    acting: usize,
}

/// What a word is to a word above the trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Above {
    level: u8,
    subject: bool,
    /// No other stands nearer.
    nearest: bool,
}

words!(Rule, Above);

/// Words above a trigger that are looked at.
const LEVELS: u8 = 5;

impl<'a> Beside<'a> {
    pub(super) fn new(
        reader: &'a ArgumentReader<'a>,
        trigger: &'a Trigger<'a>,
        parties: &'a Parties,
        candidates: &'a [Candidate],
        place: Option<Span>,
    ) -> Self {
        let tree = reader.tree;
        let mut above = Vec::new();
        let mut at = reader.items.get(trigger.item).and_then(|item| tree.stem(item.start));
        let (mut subjects, mut objects) = (0, 0);
        for level in 0..LEVELS {
            let Some(word) = at else { break };
            for (child, hangs) in tree.children(word) {
                let subject = hangs.deprel.starts_with("nsubj");
                if subject || matches!(hangs.deprel, "obj" | "iobj") {
                    let count = if subject { &mut subjects } else { &mut objects };
                    above.push((
                        child,
                        Above {
                            level,
                            subject,
                            nearest: *count == 0,
                        },
                    ));
                    *count += 1;
                }
            }
            at = tree.head(word);
        }
        Self {
            reader,
            trigger,
            parties,
            candidates,
            place,
            above,
            acting: candidates
                .iter()
                .filter(|candidate| candidate.party.class.acts())
                .count(),
        }
    }

    fn rule(&self, party: &Party) -> (Rule, bool) {
        let find = |list: &[Party]| {
            list.iter()
                .find(|other| other.start == party.start)
                .map(|other| other.sure)
        };
        if let Some(sure) = find(&self.parties.actors) {
            (Rule::Actor, sure)
        } else if let Some(sure) = find(&self.parties.recipients) {
            (Rule::Recipient, sure)
        } else if find(&self.parties.places).is_some() {
            (Rule::Place, false)
        } else if self.parties.means.is_some_and(|means| means.start == party.start) {
            (Rule::Means, false)
        } else {
            (Rule::None, false)
        }
    }

    /// The facts of a candidate.
    pub(super) fn facts(&self, number: usize) -> Facts {
        let mut facts = Facts::default();
        let Some(candidate) = self.candidates.get(number) else {
            return facts;
        };
        let (text, morphology) = (self.reader.findings.text, self.reader.findings.morphology);
        let tree = self.reader.tree;
        let trigger = self.trigger;
        let party = &candidate.party;
        let kind = trigger.row.kind;
        let mode = trigger.row.mode;
        let lemma = trigger.reading.entry().map_or("", |entry| entry.lemma);
        let voice = (
            trigger.part,
            trigger.reading.features.has(Features::PASSIVE) || self.parties.passive,
            trigger.reading.suffix > 0,
        );
        let roles = &trigger.row.roles;
        let (rule, sure) = self.rule(party);
        let open = (self.parties.actors.is_empty(), self.parties.recipients.is_empty());
        let sort = sort(party.class);
        let item = candidate.item.and_then(|index| self.reader.items.get(index));
        let prep = item.map_or(Prep::None, |item| item.prep);
        let at = self.reader.items.get(trigger.item).map_or(0, |item| item.start);
        let after = party.start > at;

        facts.show("bias", voice.0);
        facts.show("rule", (rule, sure));
        facts.show("rule+kind", (rule, kind));
        facts.show("rule+voice", (rule, voice));
        facts.show("rule+lemma", (rule, lemma, trigger.part));
        facts.show("rule+open", (rule, open, trigger.part == FINITE));
        facts.show("rule+sort", (rule, sort, kind));
        facts.show("rule+prep", (rule, prep, after));
        facts.show("outside", (candidate.item.is_none(), rule));

        let head = text.stem_key(party.start, morphology.best(party.start));
        facts.show("word", head);
        facts.show("word+rule", (head, rule));
        facts.show("word+kind", (head, kind));
        for bit in party.class.bits() {
            facts.show("class", (bit, kind));
            facts.show("class+rule", (bit, rule, trigger.part == FINITE));
        }
        let reading = morphology.best(party.start);
        facts.show("pos", (reading.pos, sort, rule));
        let definite = item.is_some_and(|item| item.definite);
        let is_trigger = item.is_some_and(|item| item.trigger);
        facts.show("form", (definite, is_trigger, party.name.is_some(), rule));
        facts.show("event", (is_trigger, reading.features.has(Features::MASDAR), kind));

        let span = text.span_of(party.start..party.end);
        let is_place = self.place.map(|place| place.overlaps(span));
        let holds_name = named(self.reader.findings, party.start, party.end).is_some();
        facts.place("place", (is_place, holds_name));
        facts.place("place+kind", (is_place, holds_name, kind));
        facts.place("place+prep", (is_place, holds_name, prep, after));
        facts.place("place+rule", (is_place, rule, kind));
        facts.place("place+name", (holds_name, prep, after, trigger.part));
        facts.place("place+sort", (holds_name, sort, prep));
        self.of_order(&mut facts, number, candidate, (rule, sort, prep, after));

        let word = tree.stem(at);
        let (Some(word), Some(own)) = (word, candidate.word) else {
            facts.show("no tree", rule);
            return facts;
        };
        let above = self
            .above
            .iter()
            .find(|(word, _)| *word == own)
            .map(|(_, above)| *above);
        if let Some(above) = above {
            facts.show("subject", (above, trigger.part));
            facts.show("subject+sort", (above, sort, trigger.part == FINITE));
            facts.show("subject+kind", (above.subject, above.nearest, kind, trigger.part));
            facts.show("subject+voice", (above.level == 0, above.subject, voice));
            facts.show("subject+lemma", (above.subject, above.level.min(2), lemma));
            facts.show("subject+open", (above.subject, above.nearest, open, rule));
        }
        facts.show("acting", (self.acting.min(4), party.class.acts(), rule));
        facts.show("acting+kind", (self.acting.min(3), party.class.acts(), kind));
        let path = Path::between(tree, own, word);
        let (up, down) = (path.up(), path.down());
        if path.meet.is_none() {
            facts.show("far", (rule, after));
            facts.show(
                "far+",
                (tree.word(own).map_or("", |word| word.deprel), after, trigger.part, sort),
            );
            return facts;
        }
        facts.show("path", (up, down));
        facts.show("path+voice", (up, down, voice));
        facts.show("path+kind", (up, down, kind, trigger.part));
        facts.show("path+mode", (up, down, kind, mode));
        facts.show("path+lemma", (up, down, lemma));
        facts.show("path+prep", (up, down, prep));
        facts.show("path+prep+kind", (up, down, prep, kind));
        facts.show("path+prep+lemma", (up, down, prep, lemma));
        facts.show("path+sort", (up, down, sort));
        facts.show("path+sort+kind", (up, down, sort, kind));
        facts.show("path+open", (up, down, open));
        facts.show("path+rule", (up, down, rule));
        facts.show("path+after", (up, down, after));
        // The same without the finer relations.
        let rough = (short(up), short(down));
        facts.show("way", rough);
        facts.show("way+voice", (rough, voice));
        facts.show("way+sort", (rough, sort, trigger.part));
        facts.show("way+kind", (rough, kind, party.class.acts()));
        facts.show("way+prep", (rough, prep, trigger.part, party.class.acts()));
        facts.show("way+rule", (rough, rule));
        facts.show("way+open", (rough, open, party.class.acts()));
        facts.show(
            "path+roles",
            (
                up,
                down,
                roles.reciprocal,
                roles.patient,
                roles.genitive,
                roles.no_object,
            ),
        );
        facts.show(
            "frame",
            (
                up.len(),
                down.len(),
                roles.preps.contains(&prep),
                prep,
                trigger.part == FINITE,
            ),
        );
        facts.show("lengths", (up.len(), down.len(), rule));
        let first = up.first().copied().unwrap_or("");
        facts.show("hangs", (first, after, trigger.part));
        facts.show("hangs+sort", (first, sort, kind));
        if let Some(meet) = path.meet.and_then(|meet| tree.word(meet)) {
            facts.show("meet", (&meet.lemma, up, down));
            facts.show("meet+upos", (meet.upos, up, down, sort));
        }
        if let Some(above) = tree.head(own).and_then(|head| tree.word(head)) {
            facts.show("above", (&above.lemma, first));
            facts.show("above+rule", (&above.lemma, rule));
        }
        if let Some(over) = tree.head(word).and_then(|head| tree.word(head)) {
            facts.show("over", (&over.lemma, up, down));
            facts.show("over+rule", (&over.lemma, rule));
        }
        facts
    }

    fn of_order(
        &self,
        facts: &mut Facts,
        number: usize,
        candidate: &Candidate,
        (rule, sort, prep, after): (Rule, &str, Prep, bool),
    ) {
        let trigger = self.trigger;
        let kind = trigger.row.kind;
        let lemma = trigger.reading.entry().map_or("", |entry| entry.lemma);
        facts.show("prep", (prep, after, trigger.part));
        facts.show("prep+kind", (prep, after, kind));
        facts.show("prep+sort", (prep, after, sort, kind));
        facts.show("prep+lemma", (prep, after, lemma));
        let before = candidate.party.start.checked_sub(1);
        let text = self.reader.findings.text;
        let word = before.map_or("", |before| text.key(before));
        facts.show("word-1", (word, after));
        facts.show("word-1+rule", (word, rule));
        let Some(index) = candidate.item else { return };
        let (low, high) = (index.min(trigger.item), index.max(trigger.item));
        let between = self.reader.items.get(low + 1..high).unwrap_or_default();
        let count = |kind: Kind| between.iter().filter(|item| item.kind == kind).count();
        let verbs = count(Kind::Verb).min(2);
        let stops = count(Kind::Stop).min(1);
        let clauses = (count(Kind::Clause) + count(Kind::Relative)).min(1);
        let commas = count(Kind::Comma).min(2);
        let phrases = rough(count(Kind::Phrase));
        facts.show("distance", (phrases, after, trigger.part));
        facts.show("distance+rule", (phrases, rule, after));
        facts.show("between", (verbs, stops, clauses, commas.min(1), after, trigger.part));
        facts.show("between+rule", (verbs, stops, clauses, after, rule));
        facts.show("between+prep", (verbs, stops, clauses, phrases, prep, after));
        facts.show("near+prep", (phrases, prep, after, sort, trigger.part));
        // How many that could act stand nearer on the same side.
        let nearer = between
            .iter()
            .filter(|item| item.kind == Kind::Phrase && item.class.acts())
            .count();
        let bare = between.iter().filter(|item| item.is_bare()).count();
        facts.show(
            "rank",
            (nearer.min(3), after, trigger.part, candidate.party.class.acts()),
        );
        facts.show("rank+bare", (bare.min(3), after, trigger.part, prep, verbs));
        facts.show("rank+kind", (nearer.min(3), after, kind, sort));
        facts.show("first", (number == 0, sort, after));
        let joins = candidate.joins.is_some();
        facts.show("joins", (joins, rule));
        if trigger.part == FINITE {
            let fits = self.reader.matches(trigger.reading.features, candidate.party.start);
            facts.show("fits", (fits, rule, after));
            facts.show("fits+", (fits, prep, phrases, after));
        }
        if trigger.item + 1 == index || index + 1 == trigger.item {
            facts.show("touches", (prep, after, sort, kind, trigger.part));
        }
        // Said by the same voice.
        let quoted = |token: usize| {
            text.quotes
                .iter()
                .take(text.quotes.partition_point(|quote| quote.open < token))
                .rev()
                .take(3)
                .any(|quote| token < quote.close)
        };
        let at = self.reader.items.get(trigger.item).map_or(0, |item| item.start);
        facts.show("quoted", (quoted(at), quoted(candidate.party.start), after));
    }
}
