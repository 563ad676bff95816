//! Heads and relations by simple rules, from left to right, one step a word.
//!
//! Arabic news is mostly verb, subject, object: the first verb of a clause heads it, the first bare noun behind it is its
//! subject, the next its object. A noun before the verb («القوات دخلت») becomes its subject. A noun right behind a bare
//! noun is governed by it, a preposition attaches what follows to the verb or the noun before.
//!
//! Every word gets one head, and heads form a tree: a word hangs on an earlier one, or on the next content word of its
//! clause. Not handled: what needs more than the clause at hand, such as relative clauses without a relative word.

use super::words::{Node, Role};
use crate::document::Word;
use crate::morphology::{Features, Pos};

/// A clause being read.
#[derive(Debug)]
struct Clause {
    head: usize,
    verbal: bool,
    has_subject: bool,
    has_object: bool,
    /// Words before the head that move with it when a verb takes over.
    openers: Vec<usize>,
}

/// Reads one sentence.
#[derive(Debug)]
struct Reader<'a> {
    nodes: &'a [Node],
    /// Head of each word, its own index for the root.
    heads: Vec<Option<(usize, &'static str)>>,
    clauses: Vec<Clause>,
    /// Function words that wait for the next content word.
    waiting: Vec<(usize, &'static str)>,
    /// Relation by which the next clause hangs on what stands before.
    opening: Option<(&'static str, usize)>,
    root: Option<usize>,
    /// Last noun, and the head of its phrase.
    noun: Option<(usize, usize)>,
    /// Last content word.
    last: Option<usize>,
    /// Nouns behind prepositions before the clause has a head: «بعد الهجوم غادر السكان».
    fronted: Vec<usize>,
}

/// Sets heads and relations of the words of one sentence.
pub(super) fn attach(words: &mut [&mut Word], nodes: &[Node]) {
    let mut reader = Reader {
        nodes,
        heads: vec![None; nodes.len()],
        clauses: Vec::new(),
        waiting: Vec::new(),
        opening: None,
        root: None,
        noun: None,
        last: None,
        fronted: Vec::new(),
    };
    for index in 0..nodes.len() {
        reader.word(index);
    }
    let root = reader
        .root
        .or(reader.fronted.first().copied())
        .or_else(|| nodes.iter().position(|node| node.upos != "PUNCT"))
        .unwrap_or(0);
    for (index, word) in words.iter_mut().enumerate() {
        let (head, deprel) = match reader.heads.get(index).copied().flatten() {
            _ if index == root => (0, "root"),
            Some((head, deprel)) if head != index => (head as u32 + 1, deprel),
            _ => (
                root as u32 + 1,
                if nodes.get(index).is_some_and(|node| node.upos == "PUNCT") {
                    "punct"
                } else {
                    "dep"
                },
            ),
        };
        word.head = head;
        word.deprel = deprel;
    }
}

impl Reader<'_> {
    fn set(&mut self, index: usize, head: usize, deprel: &'static str) {
        if let Some(slot) = self.heads.get_mut(index) {
            *slot = Some((head, deprel));
        }
    }

    fn node(&self, index: usize) -> Option<&Node> {
        self.nodes.get(index)
    }

    fn word(&mut self, index: usize) {
        let Some(node) = self.node(index).copied() else { return };
        match (node.role, node.upos) {
            (Role::Conjunction, _) => self.waiting.push((index, "cc")),
            (Role::Preposition, _) => self.waiting.push((index, "case")),
            (Role::Marker, "AUX") => self.waiting.push((index, "aux")),
            (Role::Marker, _) => {
                self.waiting.push((index, "mark"));
                self.open("advcl");
            }
            (Role::Pronoun, _) => self.pronoun(index, node),
            (Role::Stem, upos) => match upos {
                "PUNCT" => {}
                "CCONJ" if node.reading.pos == Pos::Subordinator => {
                    self.waiting.push((index, "mark"));
                    self.open("advcl");
                }
                "CCONJ" => self.waiting.push((index, "cc")),
                "SCONJ" => {
                    let adverbial = self.waiting.iter().any(|(_, deprel)| *deprel == "case");
                    self.waiting.push((index, "mark"));
                    self.open(if adverbial { "advcl" } else { "ccomp" });
                }
                "ADP" => self.waiting.push((index, "case")),
                "AUX"
                    if node.reading.lexeme.is_some()
                        && !node.reading.features.any(Features::PERFECT.with(Features::IMPERFECT)) =>
                {
                    self.waiting.push((index, "aux"));
                }
                "PART" => self.waiting.push((index, "advmod")),
                "DET" if node.reading.features.has(Features::RELATIVE) && !self.has_waiting("case") => {
                    // PADT makes the relative word the subject of its clause.
                    self.waiting.push((index, "nsubj"));
                    if let Some((_, head)) = self.noun {
                        self.opening = Some(("acl:relcl", head));
                    } else {
                        self.open("advcl");
                    }
                }
                "DET" => self.waiting.push((index, "det")),
                "ADV" | "INTJ" => self.adverb(index),
                "VERB" | "AUX" => self.verb(index),
                "ADJ" => self.adjective(index, node),
                _ => self.nominal(index, node),
            },
        }
    }

    fn has_waiting(&self, deprel: &str) -> bool {
        self.waiting.iter().any(|(_, waiting)| *waiting == deprel)
    }

    /// The next clause hangs on the clause at hand.
    fn open(&mut self, deprel: &'static str) {
        if let Some(clause) = self.clauses.last() {
            self.opening = Some((deprel, clause.head));
        }
    }

    /// Gives the waiting function words to a content word.
    fn settle(&mut self, index: usize) -> Vec<usize> {
        let waiting = std::mem::take(&mut self.waiting);
        let mut settled = Vec::with_capacity(waiting.len());
        for (word, deprel) in waiting {
            self.set(word, index, deprel);
            settled.push(word);
        }
        settled
    }

    fn push(&mut self, head: usize, verbal: bool, openers: Vec<usize>) {
        self.clauses.push(Clause {
            head,
            verbal,
            has_subject: false,
            has_object: false,
            openers,
        });
    }

    fn verb(&mut self, index: usize) {
        let coordinated = self.has_waiting("cc");
        let openers = self.settle(index);
        for fronted in std::mem::take(&mut self.fronted) {
            self.set(fronted, index, "obl");
        }
        if let Some((deprel, head)) = self.opening.take() {
            self.set(index, head, deprel);
            self.push(index, true, openers);
        } else {
            match self.clauses.last() {
                None => {
                    self.root = Some(index);
                    self.push(index, true, openers);
                }
                // «القوات دخلت»: the noun was waiting for its verb.
                Some(clause) if !clause.verbal && !coordinated => self.take_over(index),
                Some(clause) => {
                    let head = clause.head;
                    let after_noun = self
                        .last
                        .and_then(|last| self.node(last))
                        .is_some_and(|node| node.upos == "NOUN" && !node.reading.features.has(Features::DEFINITE));
                    let deprel = if coordinated {
                        "conj"
                    } else if self.node(head).is_some_and(|node| node.upos == "AUX") {
                        "xcomp"
                    } else if after_noun {
                        "acl"
                    } else {
                        "parataxis"
                    };
                    let head = if deprel == "acl" {
                        self.noun.map_or(head, |(_, head)| head)
                    } else {
                        head
                    };
                    self.set(index, head, deprel);
                    if coordinated {
                        self.clauses.pop();
                    }
                    self.push(index, true, openers);
                }
            }
        }
        self.noun = None;
        self.last = Some(index);
    }

    /// A verb becomes head of a clause that began with its subject.
    fn take_over(&mut self, verb: usize) {
        let Some(clause) = self.clauses.last_mut() else { return };
        let noun = clause.head;
        clause.head = verb;
        clause.verbal = true;
        clause.has_subject = true;
        let openers = std::mem::take(&mut clause.openers);
        if self.root == Some(noun) {
            self.root = Some(verb);
        } else if let Some((head, deprel)) = self.heads.get(noun).copied().flatten() {
            self.set(verb, head, deprel);
        }
        for opener in openers {
            if let Some((_, deprel)) = self.heads.get(opener).copied().flatten() {
                self.set(opener, verb, deprel);
            }
        }
        self.set(noun, verb, "nsubj");
    }

    fn nominal(&mut self, index: usize, node: Node) {
        let coordinated = self.has_waiting("cc");
        let prepositional = self.has_waiting("case");
        // A relative word that waits belongs to its clause, which here has no verb.
        let openers = self.settle(index);
        if let Some((deprel, head)) = self.opening.take()
            && !prepositional
        {
            self.set(index, head, deprel);
            self.push(index, false, openers);
        } else if let Some((last, head)) = self.noun.filter(|_| self.last.is_some()) {
            let adjacent = self.last == Some(last);
            if coordinated && !prepositional {
                self.set(index, head, "conj");
                self.noun = Some((index, head));
                self.last = Some(index);
                return;
            } else if prepositional {
                self.oblique(index, Some(last));
            } else if node.upos == "NUM" || adjacent && (node.upos == "PROPN" || self.governs(last)) {
                let name = self.node(last).is_some_and(|node| node.upos == "PROPN") && node.upos == "PROPN";
                self.set(
                    index,
                    last,
                    if name {
                        "flat"
                    } else if node.upos == "NUM" {
                        "nummod"
                    } else {
                        "nmod"
                    },
                );
                self.noun = Some((index, head));
                self.last = Some(index);
                return;
            } else {
                self.complement(index);
            }
        } else if prepositional && self.clauses.is_empty() {
            self.fronted.push(index);
            self.noun = Some((index, index));
            self.last = Some(index);
            return;
        } else if prepositional {
            self.oblique(index, None);
        } else {
            self.complement(index);
        }
        if self.root.is_none() {
            for fronted in std::mem::take(&mut self.fronted) {
                self.set(fronted, index, "nmod");
            }
            self.root = Some(index);
            self.push(index, false, Vec::new());
        }
        self.noun = Some((index, index));
        self.last = Some(index);
    }

    /// Whether the noun may govern the next one.
    fn governs(&self, noun: usize) -> bool {
        self.node(noun).is_some_and(|node| {
            node.role == Role::Stem
                && node.reading.suffix == 0
                && !node.reading.features.has(Features::DEFINITE)
                && node.upos != "PROPN"
        })
    }

    /// A noun behind a preposition: part of the clause behind a verb, of the noun behind a noun.
    fn oblique(&mut self, index: usize, noun: Option<usize>) {
        let clause = self.clauses.last().map(|clause| (clause.head, clause.verbal));
        match (noun, clause) {
            (None, Some((head, _))) => self.set(index, head, "obl:arg"),
            (Some(noun), Some((head, true))) => {
                // The verb has had its subject and more: what stands nearest is the better guess then.
                let nearest = self.clauses.last().is_some_and(|clause| clause.has_object);
                if nearest {
                    self.set(index, noun, "nmod");
                } else {
                    self.set(index, head, "obl");
                }
            }
            (Some(noun), _) => self.set(index, noun, "nmod"),
            (None, None) => {}
        }
    }

    /// A bare noun that nothing governs: subject, then object, of the clause.
    fn complement(&mut self, index: usize) {
        let Some(clause) = self.clauses.last_mut() else { return };
        let head = clause.head;
        let deprel = if !clause.verbal {
            "nsubj"
        } else if !clause.has_subject {
            clause.has_subject = true;
            if self
                .nodes
                .get(head)
                .is_some_and(|node| node.reading.features.has(Features::PASSIVE))
            {
                "nsubj:pass"
            } else {
                "nsubj"
            }
        } else if !clause.has_object {
            clause.has_object = true;
            "obj"
        } else {
            "obl"
        };
        self.set(index, head, deprel);
    }

    fn adjective(&mut self, index: usize, node: Node) {
        let Some((last, head)) = self.noun else {
            return self.nominal(index, node);
        };
        if self.has_waiting("case") || self.opening.is_some() {
            return self.nominal(index, node);
        }
        if self.has_waiting("cc") {
            self.settle(index);
            self.set(index, self.last.unwrap_or(last), "conj");
            return;
        }
        self.settle(index);
        // «وزير الخارجية التركي»: the noun whose gender agrees, the nearest first.
        let gender = |index: usize| self.node(index).map_or(Features::NONE, |node| node.reading.features);
        let differs = gender(index).has(Features::FEMININE) != gender(last).has(Features::FEMININE)
            && gender(index).any(Features::FEMININE.with(Features::MASCULINE))
            && gender(last).has(Features::SINGULAR);
        let agrees = gender(index).has(Features::FEMININE) == gender(head).has(Features::FEMININE);
        self.set(index, if differs && agrees { head } else { last }, "amod");
        self.last = Some(index);
    }

    fn adverb(&mut self, index: usize) {
        if self.has_waiting("case") {
            self.settle(index);
        }
        if let Some(clause) = self.clauses.last() {
            let head = clause.head;
            self.set(index, head, "advmod");
        } else {
            self.waiting.push((index, "advmod"));
        }
    }

    fn pronoun(&mut self, index: usize, node: Node) {
        let host = index.checked_sub(1);
        match (node.reading.pos, host) {
            (Pos::Verb | Pos::Auxiliary, Some(host)) => {
                self.set(index, host, "obj");
                if let Some(clause) = self.clauses.last_mut() {
                    clause.has_object = true;
                }
            }
            (Pos::Noun | Pos::Adjective | Pos::ProperNoun, Some(host)) => self.set(index, host, "nmod"),
            // «فيها», «أنه»: the pronoun is what the particle introduces.
            _ => self.nominal(index, node),
        }
    }
}
