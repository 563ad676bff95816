//! The reader with weights of chance, and with the weights that the crate has.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::error::ErrorKind;

const WORDS: Wanted = Wanted {
    names: true,
    words: true,
};

/// Writes files of weights.
struct Writer {
    state: u64,
    tensors: BTreeMap<String, Value>,
    data: Vec<u8>,
}

impl Writer {
    fn next(&mut self) -> f32 {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 40) as f32 / (1 << 23) as f32 - 1.0
    }

    fn entry(&mut self, name: &str, dtype: &str, shape: &[usize], bytes: &[u8], scale: Option<String>) {
        self.data.resize(self.data.len().next_multiple_of(64), 0);
        let mut entry = json!({"dtype": dtype, "shape": shape, "offset": self.data.len()});
        if let Some(scale) = scale {
            entry["scale"] = json!(scale);
        }
        self.tensors.insert(name.to_owned(), entry);
        self.data.extend_from_slice(bytes);
    }

    fn f32(&mut self, name: &str, shape: &[usize]) {
        let bytes: Vec<u8> = (0..shape.iter().product())
            .flat_map(|_| self.next().to_le_bytes())
            .collect();
        self.entry(name, "f32", shape, &bytes, None);
    }

    fn i8(&mut self, name: &str, shape: &[usize]) {
        let bytes: Vec<u8> = (0..shape.iter().product())
            .map(|_| (self.next() * 127.0) as i8 as u8)
            .collect();
        let scale = format!("{name}.scale");
        self.entry(name, "i8", shape, &bytes, Some(scale.clone()));
        let scales: Vec<u8> = (0..shape[0]).flat_map(|_| 0.02_f32.to_le_bytes()).collect();
        self.entry(&scale, "f32", &shape[..1], &scales, None);
    }

    fn finish(&self, labels: &Value) -> Vec<u8> {
        let header = json!({"sizes": {}, "labels": labels, "feats": {"NOUN N": "Case=Nom", "VERB V": "_"},
            "calibration": {"arc": 1.5}, "tensors": self.tensors});
        let header = header.to_string();
        let mut bytes = b"MUSNADR1".to_vec();
        bytes.extend((header.len() as u32).to_le_bytes());
        bytes.extend(header.as_bytes());
        bytes.resize(bytes.len().next_multiple_of(64), 0);
        bytes.extend(&self.data);
        bytes
    }
}

fn labels() -> Value {
    let types = [
        "PERSON",
        "ORGANIZATION",
        "GEOPOLITICAL",
        "LOCATION",
        "FACILITY",
        "MISCELLANEOUS",
    ];
    let names: Vec<String> = std::iter::once("O".to_owned())
        .chain(types.iter().flat_map(|name| [format!("B-{name}"), format!("I-{name}")]))
        .collect();
    json!({
        "upos": ["NOUN", "VERB", "ADP", "PUNCT"], "xpos": ["N", "V", "P"], "deprel": ["nsubj", "root", "obj", "case"],
        "names": names, "segment": [[0, null], [1, null], [1, "ال"], [0, ""], [0, "ة"]],
        "lemma": [";", "--;", "!هو"], "slots": [], "clitics": ["<stem>", "<other>", "و", "ه"],
        "chars": ["<pad>", "<unk>", "<w>", "</w>", "ا", "ب", "ل", "و", "ه", "ي"], "shapes": [],
    })
}

/// A small reader whose weights are chance.
fn chance(seed: u64) -> Vec<u8> {
    let mut w = Writer {
        state: seed,
        tensors: BTreeMap::new(),
        data: Vec::new(),
    };
    let keys = "\nاب\nبلا\nله";
    w.entry("words.keys", "u8", &[keys.len()], keys.as_bytes(), None);
    w.entry("lemma.dict", "u8", &[0], &[], None);
    w.i8("words.vectors", &[4, 100]);
    w.f32("types.chars", &[10, 32]);
    for width in [2, 3, 4] {
        w.i8(&format!("types.conv{width}.w"), &[32, 32 * width]);
        w.f32(&format!("types.conv{width}.b"), &[32]);
    }
    w.f32("types.shapes", &[6, 8]);
    for (layer, inputs, size) in [("l1", 204 + FEATURES.len(), 10), ("l2", 20, 8), ("l3", 16, 6)] {
        for side in ["fwd", "bwd"] {
            w.i8(&format!("{layer}.{side}.w_x"), &[4 * size, inputs]);
            w.i8(&format!("{layer}.{side}.w_h"), &[4 * size, size]);
            w.f32(&format!("{layer}.{side}.b"), &[4 * size]);
        }
    }
    let state = 12;
    for (name, bias, outputs, inputs) in [
        ("segment.h", "segment.b", 14, state),
        ("segment.out", "segment.out.b", 5, 14),
        ("word.h", "word.b", 18, state),
        ("upos.w", "upos.b", 4, 18),
        ("xpos.w", "xpos.b", 3, 18),
        ("lemma.w", "lemma.b", 3, 18),
        ("arc.head.w", "arc.head.b", 12, 18),
        ("arc.dep.w", "arc.dep.b", 12, 18),
        ("relation.head.w", "relation.head.b", 9, 18),
        ("relation.dep.w", "relation.dep.b", 9, 18),
        ("names.h", "names.b", 8, state),
        ("names.out", "names.out.b", 13, 8),
    ] {
        w.i8(name, &[outputs, inputs]);
        w.f32(bias, &[outputs]);
    }
    w.i8("segment.chars", &[70, 14]);
    w.i8("word.type", &[18, 204]);
    w.f32("word.slots", &[6, 18]);
    w.f32("word.clitics", &[4, 18]);
    w.f32("arc.root", &[12]);
    w.i8("arc.u", &[12, 12]);
    w.f32("arc.bias", &[12]);
    w.f32("relation.root", &[9]);
    w.i8("relation.u", &[36, 9]);
    w.f32("relation.w_head", &[4, 9]);
    w.f32("relation.w_dep", &[4, 9]);
    w.f32("relation.b", &[4]);
    w.f32("names.corpora", &[4, 8]);
    w.f32("names.transitions", &[13, 13]);
    w.f32("names.start", &[13]);
    w.finish(&labels())
}

fn input(sentences: &[Vec<String>]) -> Input {
    let mut input = Input::default();
    for sentence in sentences {
        input.push(
            sentence
                .iter()
                .enumerate()
                .map(|(at, token)| (token.as_str(), at as u64 % 7)),
        );
    }
    input
}

/// Heads of each sentence.
fn heads(input: &Input, raw: &Raw) -> Vec<Vec<usize>> {
    let heads = |range: &Range<usize>| {
        raw.words[range.clone()]
            .iter()
            .flatten()
            .map(|word| word.head)
            .collect()
    };
    input.sentences.iter().map(heads).collect()
}

fn is_tree(heads: &[usize]) -> bool {
    heads.is_empty()
        || heads.iter().filter(|head| **head == 0).count() == 1
            && (1..=heads.len()).all(|start| {
                let (mut node, mut steps) = (start, 0);
                while node != 0 && steps <= heads.len() {
                    node = heads[node - 1];
                    steps += 1;
                }
                node == 0
            })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn any_tokens_give_trees_and_names_inside_sentences(
        seed in any::<u64>(),
        sentences in prop::collection::vec(prop::collection::vec("[ابلوهي]{1,6}|[a-z😀\u{0}-\u{7f}]{1,3}|[0-9]{1,4}", 0..12), 0..6),
    ) {
        let bytes = chance(seed);
        let reader = Reader::new(&bytes).unwrap();
        let input = input(&sentences);
        let raw = reader.read_input(&input, WORDS, 0);
        for heads in heads(&input, &raw) {
            prop_assert!(is_tree(&heads), "{heads:?}");
        }
        for (token, words) in raw.words.iter().enumerate() {
            let sentence = input.sentences.iter().find(|sentence| sentence.contains(&token)).unwrap();
            let has_arabic = input.tokens[sentence.clone()].iter().any(|(_, kind)| *kind == TokenKind::Word);
            prop_assert_eq!(words.is_empty(), !has_arabic);
            if !has_arabic {
                continue;
            }
            let letters = input.token(token).0.chars().count();
            prop_assert_eq!(words[0].letters.start, 0);
            prop_assert_eq!(words[words.len() - 1].letters.end, letters);
            for word in words {
                prop_assert!(word.letters.start <= word.letters.end && !word.form.is_empty());
                prop_assert!(word.probabilities.iter().all(|p| (0.0..=1.0).contains(p)));
            }
        }
        for pair in raw.names.windows(2) {
            prop_assert!(pair[0].tokens.end <= pair[1].tokens.start);
        }
        for name in &raw.names {
            prop_assert!(input.sentences.iter().any(|s| s.start <= name.tokens.start && name.tokens.end <= s.end));
            prop_assert!((0.0..=1.0).contains(&name.probability));
        }
    }

    #[test]
    fn a_sentence_is_read_alike_alone_and_among_others(
        seed in any::<u64>(), sentences in prop::collection::vec(prop::collection::vec("[ابلوهي]{1,6}", 1..12), 1..6),
    ) {
        let bytes = chance(seed);
        let mut reader = Reader::new(&bytes).unwrap();
        let together = reader.read_input(&input(&sentences), WORDS, 0);
        let mut alone = Raw::default();
        for cpu in Cpu::all() {
            reader.cpu = cpu;
            alone = Raw::default();
            for sentence in &sentences {
                let mut one = reader.read_input(&input(std::slice::from_ref(sentence)), WORDS, 0);
                let first = alone.words.len();
                alone.words.append(&mut one.words);
                alone.names.extend(one.names.into_iter().map(|name| TaggedName {
                    tokens: name.tokens.start + first..name.tokens.end + first,
                    ..name
                }));
            }
            prop_assert_eq!(&alone, &together);
        }
        prop_assert!(!alone.words.is_empty());
    }

    #[test]
    fn damaged_files_are_errors(seed in any::<u64>(), cut in 0_usize..60_000, flip in 12_usize..3000) {
        let bytes = chance(seed);
        let shorter = &bytes[..cut.min(bytes.len() - 1)];
        prop_assert_eq!(Reader::new(shorter).unwrap_err().kind(), ErrorKind::Resources);
        let mut flipped = bytes.clone();
        flipped[flip] ^= 0x10;
        // Whatever comes of it, no panic.
        if let Ok(reader) = Reader::new(&flipped) {
            reader.read_input(&input(&[vec!["بلا".to_owned(), "له".to_owned()]]), WORDS, 0);
        }
    }
}

#[test]
fn errors_name_what_is_wrong() {
    let message = |bytes: &[u8]| Reader::new(bytes).unwrap_err().to_string();
    assert!(message(b"").contains("MUSNADR1"));
    let bytes = chance(1);
    let text = String::from_utf8_lossy(&bytes).replace("\"l2.fwd.b\"", "\"l9.fwd.b\"");
    assert!(text.contains("l9.fwd.b"));
    let at = bytes.windows(10).position(|window| window == b"\"l2.fwd.b\"").unwrap();
    let mut renamed = bytes;
    renamed[at + 2] = b'9';
    assert!(
        message(&renamed).contains("tensor l2.fwd.b is missing"),
        "{}",
        message(&renamed)
    );
}

#[test]
fn a_sentence_longer_than_any_window_is_a_tree() {
    let bytes = chance(3);
    let reader = Reader::new(&bytes).unwrap();
    let input = input(&[vec!["وبلاه".to_owned(); 700]]);
    let raw = reader.read_input(&input, WORDS, 0);
    assert!(is_tree(&heads(&input, &raw)[0]));
}

mod trained {
    use musnad_data::reader::WEIGHTS;

    use super::*;

    fn close(ours: f32, theirs: &Value, what: &str) {
        let theirs = theirs.as_f64().unwrap();
        let difference = (f64::from(ours) - theirs).abs();
        assert!(
            difference < 0.02 + 0.01 * theirs.abs(),
            "{what}: {ours}, training had {theirs}"
        );
    }

    fn text(value: &Value) -> &str {
        value.as_str().unwrap()
    }

    /// What training computed in floating point for some sentences.
    #[test]
    fn the_weights_say_here_what_they_said_in_training() {
        let reader = Reader::new(WEIGHTS).unwrap();
        let model = concat!(env!("CARGO_MANIFEST_DIR"), "/../musnad-data/model/reader-fixture.json");
        let fixture: Value = serde_json::from_str(&std::fs::read_to_string(model).unwrap()).unwrap();
        let mut words = 0;
        for sentence in fixture["sentences"].as_array().unwrap() {
            let bits = sentence["bits"].as_array().unwrap().iter().map(|bits| {
                let bits = bits.as_array().unwrap().iter();
                bits.map(|bit| 1_u64 << bit.as_u64().unwrap()).sum::<u64>()
            });
            let tokens: Vec<&str> = sentence["tokens"].as_array().unwrap().iter().map(text).collect();
            let mut input = Input::default();
            input.push(tokens.iter().copied().zip(bits));
            let raw = reader.read_input(&input, WORDS, 0);
            let ours: Vec<(usize, &ReadWord)> = raw
                .words
                .iter()
                .enumerate()
                .flat_map(|(token, words)| words.iter().map(move |word| (token, word)))
                .collect();
            let theirs = sentence["words"].as_array().unwrap();
            assert_eq!(ours.len(), theirs.len(), "{tokens:?}: {ours:?}");
            for ((token, ours), theirs) in ours.into_iter().zip(theirs) {
                assert_eq!(token as u64, theirs["token"].as_u64().unwrap());
                assert_eq!(ours.form, text(&theirs["form"]));
                assert_eq!(ours.upos, text(&theirs["upos"]));
                assert_eq!(ours.lemma, text(&theirs["lemma"]));
                assert_eq!(reader.words.xpos(ours.xpos), text(&theirs["xpos"]));
                assert_eq!(
                    ours.head as u64,
                    theirs["head"].as_u64().unwrap(),
                    "{tokens:?} {ours:?}"
                );
                assert_eq!(ours.deprel, text(&theirs["deprel"]));
                words += 1;
            }
            let tags = sentence["name_tags"].as_array().unwrap();
            let begin = |(token, tag): (usize, &Value)| Some((token, text(tag).strip_prefix("B-")?.to_owned()));
            let theirs: Vec<_> = tags.iter().enumerate().filter_map(begin).collect();
            let ours: Vec<_> = raw
                .names
                .iter()
                .map(|name| (name.tokens.start, format!("{:?}", name.entity_type).to_uppercase()))
                .collect();
            assert_eq!(ours, theirs);
            let (types, kinds) = reader.types.types(
                reader.cpu,
                &reader.alphabet,
                (0..tokens.len()).map(|token| input.token(token)),
            );
            let shape = Shape {
                starts: vec![0],
                lengths: vec![tokens.len()],
            };
            let states = reader.encoder.run(reader.cpu, &shape, &types, &kinds, &input.bits);
            let emissions = reader.names.emissions(reader.cpu, &states, 0);
            let theirs = sentence["name_emissions"]
                .as_array()
                .unwrap()
                .iter()
                .flat_map(|row| row.as_array().unwrap());
            for (ours, theirs) in emissions.iter().zip(theirs) {
                close(*ours, theirs, "emission");
            }
        }
        assert!(words > 50);
    }
}
