//! Relations of the tree as facts: written as their names, hashed at once.

use crate::document::deprel_number;
use crate::events::fact::{Hash, Run, Runs, Value};
use crate::syntax::Tree;

/// A relation of the tree; none where there is no word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Relation<'a> {
    name: &'a str,
    number: u8,
}

/// The number of no relation.
const NONE: u8 = 63;

impl Default for Relation<'_> {
    fn default() -> Self {
        Self { name: "", number: NONE }
    }
}

impl PartialEq for Relation<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl<'a> Relation<'a> {
    pub(super) fn new(name: &'a str) -> Self {
        Self {
            name,
            number: deprel_number(name).map_or(u8::MAX, |number| number as u8),
        }
    }

    /// Of a word to its head.
    pub(super) fn of(tree: &Tree<'a>, word: usize) -> Self {
        tree.word(word)
            .map_or_else(Self::default, |word| Self::new(word.deprel))
    }

    /// Without the subtype: `nsubj` of `nsubj:pass`.
    pub(super) fn plain(self) -> Self {
        match self.name.split_once(':') {
            Some((name, _)) => Self::new(name),
            None => self,
        }
    }
}

impl Value for Relation<'_> {
    #[inline]
    fn add_to(&self, hash: &mut Hash) {
        static RUNS: Runs<64> = Runs::new();
        RUNS.add(usize::from(self.number), &self.name, hash);
    }
}

/// Relations a way has at most.
const STEPS: usize = 4;

/// A way of relations without their subtypes, runs of one as one; written as a list of four names, the last ones empty.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way<'a> {
    relations: [Relation<'a>; STEPS],
    steps: usize,
}

impl<'a> Way<'a> {
    pub(super) fn new(path: &[Relation<'a>]) -> Self {
        let mut way = Self {
            relations: [Relation::default(); STEPS],
            steps: 0,
        };
        for relation in path {
            let plain = relation.plain();
            if way.steps > 0 && way.relations.get(way.steps - 1) == Some(&plain) {
                continue;
            }
            if let Some(slot) = way.relations.get_mut(way.steps) {
                *slot = plain;
                way.steps += 1;
            }
        }
        way
    }
}

/// The ends of a list after so many names.
static ENDS: [Run; STEPS + 1] = [
    Run::of(br#""", "", "", ""]"#),
    Run::of(br#", "", "", ""]"#),
    Run::of(br#", "", ""]"#),
    Run::of(br#", ""]"#),
    Run::of(b"]"),
];

impl Value for Way<'_> {
    #[inline]
    fn add_to(&self, hash: &mut Hash) {
        hash.add(b"[");
        for (number, relation) in self.relations.iter().take(self.steps).enumerate() {
            if number > 0 {
                hash.add(b", ");
            }
            relation.add_to(hash);
        }
        if let Some(end) = ENDS.get(self.steps) {
            hash.add_run(end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path<'a>(names: &[&'a str]) -> Vec<Relation<'a>> {
        names.iter().map(|name| Relation::new(name)).collect()
    }

    fn hashed(value: impl Value) -> Hash {
        Hash::of("x").showing(&value)
    }

    #[test]
    fn a_relation_is_written_as_its_name() {
        for name in ["nsubj:pass", "root", "acl", "no relation of UD"] {
            assert_eq!(hashed(Relation::new(name)), hashed(name));
        }
        assert_eq!(hashed(Relation::default()), hashed(""));
    }

    #[test]
    fn a_way_is_written_as_four_names() {
        let long = ["obl:arg", "obl", "ccomp", "ccomp", "conj", "root", "acl"];
        for (path, four) in [
            (path(&[]), ["", "", "", ""]),
            (path(&["nsubj:pass"]), ["nsubj", "", "", ""]),
            (path(&["obj", "acl:relcl"]), ["obj", "acl", "", ""]),
            (path(&["obj", "acl", "obj"]), ["obj", "acl", "obj", ""]),
            (path(&long), ["obl", "ccomp", "conj", "root"]),
        ] {
            assert_eq!(hashed(Way::new(&path)), hashed(four));
        }
    }
}
