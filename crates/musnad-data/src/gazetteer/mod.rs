//! Names and the words that names are made of, in one automaton over folded text.
//!
//! Keys are folded tokens with one space between. A caller walks it token by token with a [`Walk`], so that all names that
//! start at a token are found in one go, without copying text. Rows of the caller stand in an automaton of their own beside
//! it ([`Gazetteer::with`]).

mod entry;
mod office;
mod own;

use std::sync::Arc;

use fst::raw::{CompiledAddr, Fst, Output};

use self::entry::Classes;
pub use self::entry::Entry;
pub use self::office::{Office, Term};
pub use self::own::OwnRow;
use self::own::{FIRST, Own};
pub use crate::kind::Kind;

static AUTOMATON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.fst"));
static LATIN: &str = include_str!(concat!(env!("OUT_DIR"), "/gazetteer.latin"));
static POSTINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.postings"));

/// What a key stands for: one of possibly several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// Number of the entry; 0 for words that are only classed.
    pub entry: u32,
    /// What it is.
    pub kind: Kind,
    /// Whether the key is as often something else, so that context must speak for it.
    pub weak: bool,
}

/// The automaton.
#[derive(Clone)]
pub struct Gazetteer {
    fst: Fst<&'static [u8]>,
    classes: Arc<Classes>,
    own: Option<Arc<Own>>,
}

impl std::fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let own = self.own.as_ref().map_or(0, |own| own.fst.len());
        write!(f, "Gazetteer({} keys, {own} of the caller)", self.fst.len())
    }
}

/// A place in the automaton.
#[derive(Debug, Clone, Copy)]
pub struct Walk {
    listed: Option<State>,
    own: Option<State>,
}

#[derive(Debug, Clone, Copy)]
struct State {
    node: CompiledAddr,
    output: Output,
}

fn step<D: AsRef<[u8]>>(fst: &Fst<D>, state: State, bytes: &[u8]) -> Option<State> {
    let mut node = fst.node(state.node);
    let mut output = state.output;
    for byte in bytes {
        let transition = node.transition(node.find_input(byte.to_ascii_lowercase())?);
        output = output.cat(transition.out);
        node = fst.node(transition.addr);
    }
    Some(State {
        node: node.addr(),
        output,
    })
}

/// The value of the key that ends here.
fn value<D: AsRef<[u8]>>(fst: &Fst<D>, state: Option<State>) -> u64 {
    state
        .map(|state| (fst.node(state.node), state.output))
        .filter(|(node, _)| node.is_final())
        .map_or(0, |(node, output)| output.cat(node.final_output()).value())
}

/// Start and length of the postings of a value.
fn range(value: u64) -> (usize, usize) {
    if value & 1 == 1 {
        (0, 0)
    } else {
        ((value >> 9) as usize, (value >> 1 & 0xff) as usize)
    }
}

fn posting(value: u32) -> Option<Posting> {
    Some(Posting {
        entry: value >> 8,
        kind: *Kind::ALL.get((value >> 1 & 0x7f) as usize)?,
        weak: value & 1 != 0,
    })
}

impl Gazetteer {
    /// Opens the automaton.
    ///
    /// # Errors
    /// If the embedded data is damaged.
    pub fn new() -> Result<Self, fst::Error> {
        Ok(Self {
            fst: Fst::new(AUTOMATON)?,
            classes: Arc::new(Classes::new()),
            own: None,
        })
    }

    /// With rows of the caller, which win over those of the tables.
    ///
    /// # Errors
    /// If there are too many to build an automaton of.
    pub fn with(mut self, rows: Vec<OwnRow>) -> Result<Self, fst::Error> {
        self.own = if rows.is_empty() {
            None
        } else {
            Some(Arc::new(Own::new(rows)?))
        };
        Ok(self)
    }

    /// The place before the first byte.
    pub fn start(&self) -> Walk {
        let state = |node| State {
            node,
            output: Output::zero(),
        };
        Walk {
            listed: Some(state(self.fst.root().addr())),
            own: self.own.as_ref().map(|own| state(own.fst.root().addr())),
        }
    }

    /// Goes on by some bytes; `None` where no key continues so. ASCII letters count as lower case.
    pub fn advance(&self, walk: Walk, bytes: &[u8]) -> Option<Walk> {
        let listed = walk.listed.and_then(|state| step(&self.fst, state, bytes));
        let own = match (&self.own, walk.own) {
            (Some(own), Some(state)) => step(&own.fst, state, bytes),
            _ => None,
        };
        (listed.is_some() || own.is_some()).then_some(Walk { listed, own })
    }

    /// What the key up to here stands for; nothing where no key ends here.
    pub fn postings(&self, walk: Walk) -> impl Iterator<Item = Posting> + use<'_> {
        let own = self.own.as_ref().map_or(&[][..], |own| {
            let (start, len) = range(value(&own.fst, walk.own));
            own.postings.get(start..start + len).unwrap_or_default()
        });
        let here = value(&self.fst, walk.listed);
        let (start, len) = range(here);
        let single = (here & 1 == 1).then_some((here >> 1) as u32);
        let listed = POSTINGS.get(start * 4..(start + len) * 4).unwrap_or_default();
        let listed = listed
            .chunks_exact(4)
            .map(|bytes| bytes.try_into().map_or(0, u32::from_le_bytes));
        own.iter().copied().chain(single).chain(listed).filter_map(posting)
    }

    /// What a folded key stands for.
    pub fn find(&self, key: &str) -> impl Iterator<Item = Posting> + use<'_> {
        let walk = self.advance(self.start(), key.as_bytes());
        walk.map(|walk| self.postings(walk)).into_iter().flatten()
    }

    /// Row of a country by its code.
    pub fn country(&self, code: &str) -> Option<u32> {
        self.classes.country(code)
    }

    /// How a folded word of a person's name is spelt in English.
    pub fn latin(&self, key: &str) -> Option<&'static str> {
        let found = self.classes.latin.binary_search_by(|(word, _)| (*word).cmp(key)).ok()?;
        self.classes.latin.get(found).map(|(_, latin)| *latin)
    }

    /// A row of the tables.
    pub fn entry(&self, id: u32) -> Option<Entry<'_>> {
        match id.checked_sub(FIRST) {
            Some(number) => entry::own(self.own.as_ref()?, number),
            None => self.classes.entry(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn an_id_of_a_settlement_is_one_town_at_one_point() {
        let rows = |table: &'static str| table.lines().filter(|line| !line.starts_with('#'));
        let mut points = HashMap::new();
        for row in rows(include_str!("../../tables/names/places.tsv")) {
            let columns: Vec<&str> = row.split('\t').collect();
            let point: [f64; 2] = [columns[4].parse().unwrap(), columns[5].parse().unwrap()];
            points.insert(columns[0], point);
        }
        let mut names = HashMap::new();
        for row in rows(include_str!("../../tables/names/settlements.tsv")) {
            let columns: Vec<&str> = row.split('\t').collect();
            let (id, english) = (columns[6], columns[1]);
            if id == "-" {
                continue;
            }
            assert_eq!(*names.entry(id).or_insert(english), english, "{id}");
            if let Some(there) = points.get(id) {
                let here: [f64; 2] = [columns[4].parse().unwrap(), columns[5].parse().unwrap()];
                let far = (here[0] - there[0]).hypot(here[1] - there[1]);
                assert!(far < 0.1, "{row}");
            }
        }
    }

    #[test]
    fn rows_carry_their_facts() {
        let gazetteer = Gazetteer::new().unwrap();
        let posting = gazetteer
            .find("سوريا")
            .find(|posting| posting.kind == Kind::Place)
            .unwrap();
        let entry = gazetteer.entry(posting.entry).unwrap();
        assert_eq!((entry.name_en().as_str(), entry.country), ("Syria", "SYR"));
        assert!(entry.location.is_some());
    }

    #[test]
    fn adjectives_lead_to_their_country() {
        let gazetteer = Gazetteer::new().unwrap();
        for form in ["سوري", "السوريه", "سوريون", "السوريين"] {
            let posting = gazetteer
                .find(form)
                .find(|posting| posting.kind == Kind::Demonym)
                .unwrap();
            assert_eq!(gazetteer.entry(posting.entry).unwrap().country, "SYR", "{form}");
        }
    }

    #[test]
    fn spellings_fall_together() {
        let gazetteer = Gazetteer::new().unwrap();
        for key in ["عبد الفتاح السيسي", "عبدالفتاح السيسي"] {
            assert!(gazetteer.find(key).any(|posting| posting.kind == Kind::Person), "{key}");
        }
    }

    fn row(key: &str, matches: impl Fn(&Entry<'_>) -> bool) -> (String, String, Option<u32>, Option<u32>) {
        let gazetteer = Gazetteer::new().unwrap();
        let found = gazetteer
            .find(key)
            .filter_map(|posting| gazetteer.entry(posting.entry))
            .find(matches);
        let entry = found.unwrap();
        let division = entry.division.and_then(|id| gazetteer.entry(id)).unwrap();
        (entry.name(), division.name_en(), entry.geonames, entry.population)
    }

    #[test]
    fn towns_know_their_province() {
        let (name, division, geonames, population) =
            row("غريان", |entry| entry.country == "LBY" && entry.geonames.is_some());
        assert_eq!((name.as_str(), geonames), ("غريان", Some(2_217_362)));
        assert_eq!(division, "Jabal al Gharbi");
        assert!(population.is_some_and(|population| population > 30_000));
    }

    #[test]
    fn offices_have_one_holder_a_day() {
        let gazetteer = Gazetteer::new().unwrap();
        let post = gazetteer
            .find("وزير الخارجيه")
            .find(|posting| posting.kind == Kind::Post)
            .unwrap();
        let office = gazetteer.office(post.entry).unwrap();
        let holder = |day: i32| {
            let mut terms = gazetteer.terms(office).filter(|term| &term.country == b"FRA");
            let term = terms.find(|term| term.first <= day && day < term.end).unwrap();
            gazetteer.entry(term.person).unwrap().name_en()
        };
        assert_eq!(holder(20_090_601), "Bernard Kouchner");
        assert_eq!(holder(20_130_101), "Laurent Fabius");
    }

    #[test]
    fn rows_of_the_caller_win() {
        let row = OwnRow {
            names: vec!["سوريا".into(), "كتيبة الفجر الجديد".into()],
            kind: Kind::Organization,
            name_en: "New Dawn".into(),
            country: "XKX".into(),
            sectors: "REB".into(),
            location: None,
        };
        let gazetteer = Gazetteer::new().unwrap().with(vec![row]).unwrap();
        for key in ["سوريا", "كتيبه الفجر الجديد"] {
            let posting = gazetteer.find(key).next().unwrap();
            assert_eq!(gazetteer.entry(posting.entry).unwrap().name_en(), "New Dawn");
        }
        assert!(gazetteer.find("دمشق").any(|posting| posting.kind == Kind::Place));
    }

    #[test]
    fn data_stays_small() {
        assert!(AUTOMATON.len() + POSTINGS.len() + entry::size() < 2 << 20);
    }
}
