//! What the classifier of participants is told of a phrase beside a trigger: a set of facts, each as the number of a bucket.

use super::candidate::Candidate;
use super::sort::{Sort, sort};
use crate::events::argument::{ArgumentReader, Parties, Party};
use crate::events::fact::{Hash, Runs, Value, Written, fact, rough, words};
use crate::events::item::Kind;
use crate::events::lexicon::FINITE;
use crate::events::path::Path;
use crate::events::places::named;
use crate::events::prep::Prep;
use crate::events::relation::{Relation, Way};
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
    pub(super) fn clear(&mut self) {
        self.buckets.clear();
        self.of_place.clear();
    }

    #[inline]
    fn show(&mut self, name: Hash, value: impl Value) {
        self.buckets.push(name.showing(&value).among(BUCKETS));
    }

    #[inline]
    fn place(&mut self, name: Hash, value: impl Value) {
        self.of_place.push(name.showing(&value).among(BUCKETS));
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
    /// The lemma of the trigger, and that of what the trigger hangs on.
    lemma: Written,
    over: Option<Written>,
}

/// What a word is to a word above the trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Above {
    level: u8,
    subject: bool,
    /// No other stands nearer.
    nearest: bool,
}

words!(Rule);

impl Value for Above {
    #[inline]
    fn add_to(&self, hash: &mut Hash) {
        static RUNS: Runs<32> = Runs::new();
        let number = usize::from(self.level) * 4 + usize::from(self.subject) * 2 + usize::from(self.nearest);
        RUNS.add(number, self, hash);
    }
}

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
        let own = reader.items.get(trigger.item).and_then(|item| tree.stem(item.start));
        let mut at = own;
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
            lemma: Written::new(trigger.reading.entry().map_or("", |entry| entry.lemma)),
            over: own
                .and_then(|word| tree.word(tree.head(word)?))
                .map(|word| Written::new(&word.lemma)),
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
        self.read(number, &mut facts);
        facts
    }

    /// The facts of a candidate, instead of those that were there.
    pub(super) fn read(&self, number: usize, facts: &mut Facts) {
        facts.clear();
        let Some(candidate) = self.candidates.get(number) else {
            return;
        };
        let (text, morphology) = (self.reader.findings.text, self.reader.findings.morphology);
        let tree = self.reader.tree;
        let trigger = self.trigger;
        let party = &candidate.party;
        let kind = trigger.row.kind;
        let mode = trigger.row.mode;
        let lemma = &self.lemma;
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

        facts.show(fact!("bias"), voice.0);
        facts.show(fact!("rule"), (rule, sure));
        facts.show(fact!("rule+kind"), (rule, kind));
        facts.show(fact!("rule+voice"), (rule, voice));
        facts.show(fact!("rule+lemma"), (rule, lemma, trigger.part));
        facts.show(fact!("rule+open"), (rule, open, trigger.part == FINITE));
        facts.show(fact!("rule+sort"), (rule, sort, kind));
        facts.show(fact!("rule+prep"), (rule, prep, after));
        facts.show(fact!("outside"), (candidate.item.is_none(), rule));

        let head = text.stem_key(party.start, morphology.best(party.start));
        facts.show(fact!("word"), head);
        facts.show(fact!("word+rule"), (head, rule));
        facts.show(fact!("word+kind"), (head, kind));
        for bit in party.class.bits() {
            facts.show(fact!("class"), (bit, kind));
            facts.show(fact!("class+rule"), (bit, rule, trigger.part == FINITE));
        }
        let reading = morphology.best(party.start);
        facts.show(fact!("pos"), (reading.pos, sort, rule));
        let definite = item.is_some_and(|item| item.definite);
        let is_trigger = item.is_some_and(|item| item.trigger);
        facts.show(fact!("form"), (definite, is_trigger, party.name.is_some(), rule));
        facts.show(
            fact!("event"),
            (is_trigger, reading.features.has(Features::MASDAR), kind),
        );

        let span = text.span_of(party.start..party.end);
        let is_place = self.place.map(|place| place.overlaps(span));
        let holds_name = named(self.reader.findings, party.start, party.end).is_some();
        facts.place(fact!("place"), (is_place, holds_name));
        facts.place(fact!("place+kind"), (is_place, holds_name, kind));
        facts.place(fact!("place+prep"), (is_place, holds_name, prep, after));
        facts.place(fact!("place+rule"), (is_place, rule, kind));
        facts.place(fact!("place+name"), (holds_name, prep, after, trigger.part));
        facts.place(fact!("place+sort"), (holds_name, sort, prep));
        self.of_order(facts, number, candidate, (rule, sort, prep, after));

        let word = tree.stem(at);
        let (Some(word), Some(own)) = (word, candidate.word) else {
            facts.show(fact!("no tree"), rule);
            return;
        };
        let above = self
            .above
            .iter()
            .find(|(word, _)| *word == own)
            .map(|(_, above)| *above);
        if let Some(above) = above {
            facts.show(fact!("subject"), (above, trigger.part));
            facts.show(fact!("subject+sort"), (above, sort, trigger.part == FINITE));
            facts.show(
                fact!("subject+kind"),
                (above.subject, above.nearest, kind, trigger.part),
            );
            facts.show(fact!("subject+voice"), (above.level == 0, above.subject, voice));
            facts.show(fact!("subject+lemma"), (above.subject, above.level.min(2), lemma));
            facts.show(fact!("subject+open"), (above.subject, above.nearest, open, rule));
        }
        facts.show(fact!("acting"), (self.acting.min(4), party.class.acts(), rule));
        facts.show(fact!("acting+kind"), (self.acting.min(3), party.class.acts(), kind));
        let path = Path::between(tree, own, word);
        let (up, down) = (path.up(), path.down());
        if path.meet.is_none() {
            facts.show(fact!("far"), (rule, after));
            facts.show(fact!("far+"), (Relation::of(tree, own), after, trigger.part, sort));
            return;
        }
        facts.show(fact!("path"), (up, down));
        facts.show(fact!("path+voice"), (up, down, voice));
        facts.show(fact!("path+kind"), (up, down, kind, trigger.part));
        facts.show(fact!("path+mode"), (up, down, kind, mode));
        facts.show(fact!("path+lemma"), (up, down, lemma));
        facts.show(fact!("path+prep"), (up, down, prep));
        facts.show(fact!("path+prep+kind"), (up, down, prep, kind));
        facts.show(fact!("path+prep+lemma"), (up, down, prep, lemma));
        facts.show(fact!("path+sort"), (up, down, sort));
        facts.show(fact!("path+sort+kind"), (up, down, sort, kind));
        facts.show(fact!("path+open"), (up, down, open));
        facts.show(fact!("path+rule"), (up, down, rule));
        facts.show(fact!("path+after"), (up, down, after));
        // The same without the finer relations.
        let rough = (Way::new(up), Way::new(down));
        facts.show(fact!("way"), rough);
        facts.show(fact!("way+voice"), (rough, voice));
        facts.show(fact!("way+sort"), (rough, sort, trigger.part));
        facts.show(fact!("way+kind"), (rough, kind, party.class.acts()));
        facts.show(fact!("way+prep"), (rough, prep, trigger.part, party.class.acts()));
        facts.show(fact!("way+rule"), (rough, rule));
        facts.show(fact!("way+open"), (rough, open, party.class.acts()));
        facts.show(
            fact!("path+roles"),
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
            fact!("frame"),
            (
                up.len(),
                down.len(),
                roles.preps.contains(&prep),
                prep,
                trigger.part == FINITE,
            ),
        );
        facts.show(fact!("lengths"), (up.len(), down.len(), rule));
        let first = up.first().copied().unwrap_or_default();
        facts.show(fact!("hangs"), (first, after, trigger.part));
        facts.show(fact!("hangs+sort"), (first, sort, kind));
        if let Some(meet) = path.meet.and_then(|meet| tree.word(meet)) {
            facts.show(fact!("meet"), (&meet.lemma, up, down));
            facts.show(fact!("meet+upos"), (meet.upos, up, down, sort));
        }
        if let Some(above) = tree.head(own).and_then(|head| tree.word(head)) {
            facts.show(fact!("above"), (&above.lemma, first));
            facts.show(fact!("above+rule"), (&above.lemma, rule));
        }
        if let Some(over) = &self.over {
            facts.show(fact!("over"), (over, up, down));
            facts.show(fact!("over+rule"), (over, rule));
        }
    }

    fn of_order(
        &self,
        facts: &mut Facts,
        number: usize,
        candidate: &Candidate,
        (rule, sort, prep, after): (Rule, Sort, Prep, bool),
    ) {
        let trigger = self.trigger;
        let kind = trigger.row.kind;
        let lemma = &self.lemma;
        facts.show(fact!("prep"), (prep, after, trigger.part));
        facts.show(fact!("prep+kind"), (prep, after, kind));
        facts.show(fact!("prep+sort"), (prep, after, sort, kind));
        facts.show(fact!("prep+lemma"), (prep, after, lemma));
        let before = candidate.party.start.checked_sub(1);
        let text = self.reader.findings.text;
        let word = before.map_or("", |before| text.key(before));
        facts.show(fact!("word-1"), (word, after));
        facts.show(fact!("word-1+rule"), (word, rule));
        let Some(index) = candidate.item else { return };
        let (low, high) = (index.min(trigger.item), index.max(trigger.item));
        let between = self.reader.items.get(low + 1..high).unwrap_or_default();
        let count = |kind: Kind| between.iter().filter(|item| item.kind == kind).count();
        let verbs = count(Kind::Verb).min(2);
        let stops = count(Kind::Stop).min(1);
        let clauses = (count(Kind::Clause) + count(Kind::Relative)).min(1);
        let commas = count(Kind::Comma).min(2);
        let phrases = rough(count(Kind::Phrase));
        facts.show(fact!("distance"), (phrases, after, trigger.part));
        facts.show(fact!("distance+rule"), (phrases, rule, after));
        facts.show(
            fact!("between"),
            (verbs, stops, clauses, commas.min(1), after, trigger.part),
        );
        facts.show(fact!("between+rule"), (verbs, stops, clauses, after, rule));
        facts.show(fact!("between+prep"), (verbs, stops, clauses, phrases, prep, after));
        facts.show(fact!("near+prep"), (phrases, prep, after, sort, trigger.part));
        // How many that could act stand nearer on the same side.
        let nearer = between
            .iter()
            .filter(|item| item.kind == Kind::Phrase && item.class.acts())
            .count();
        let bare = between.iter().filter(|item| item.is_bare()).count();
        facts.show(
            fact!("rank"),
            (nearer.min(3), after, trigger.part, candidate.party.class.acts()),
        );
        facts.show(fact!("rank+bare"), (bare.min(3), after, trigger.part, prep, verbs));
        facts.show(fact!("rank+kind"), (nearer.min(3), after, kind, sort));
        facts.show(fact!("first"), (number == 0, sort, after));
        let joins = candidate.joins.is_some();
        facts.show(fact!("joins"), (joins, rule));
        if trigger.part == FINITE {
            let fits = self.reader.matches(trigger.reading.features, candidate.party.start);
            facts.show(fact!("fits"), (fits, rule, after));
            facts.show(fact!("fits+"), (fits, prep, phrases, after));
        }
        if trigger.item + 1 == index || index + 1 == trigger.item {
            facts.show(fact!("touches"), (prep, after, sort, kind, trigger.part));
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
        facts.show(fact!("quoted"), (quoted(at), quoted(candidate.party.start), after));
    }
}
