//! The metrics of the `CoNLL` 2018 shared task «Multilingual Parsing from Raw Text to Universal Dependencies»
//! (Zeman et al. 2018, section 5), for an analysis whose tokens and words may differ from the gold's.
//!
//! Tokens and sentences agree where they cover the same letters. Words outside multiword tokens are aligned where they
//! cover the same letters; inside, by the longest common subsequence of their forms. A measure's precision counts over
//! our words, its recall over the gold's; relations compare without their subtype.

/// A sentence's tokens.
#[derive(Debug, Clone)]
pub(super) struct Sentence(pub(super) Vec<Token>);

/// A token; more than one word makes it a multiword token.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Letters of the document, white space not counted, before it and up to its end.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) words: Vec<Word>,
}

/// A syntactic word.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) form: String,
    pub(super) lemma: String,
    pub(super) upos: String,
    /// Number in the sentence, from 1; 0 for the root.
    pub(super) head: usize,
    pub(super) deprel: String,
}

/// How many agree, of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) right: u64,
    pub(super) gold: u64,
    pub(super) ours: u64,
}

impl Count {
    pub(super) fn precision(self) -> f64 {
        share(self.right, self.ours)
    }

    pub(super) fn recall(self) -> f64 {
        share(self.right, self.gold)
    }

    pub(super) fn f1(self) -> f64 {
        share(2 * self.right, self.gold + self.ours)
    }

    fn add(&mut self, right: usize, gold: usize, ours: usize) {
        self.right += right as u64;
        self.gold += gold as u64;
        self.ours += ours as u64;
    }
}

fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The counts of every measure.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    tokens: Count,
    sentences: Count,
    words: Count,
    upos: Count,
    lemmas: Count,
    uas: Count,
    las: Count,
}

/// A word in its document.
struct Placed<'s> {
    word: &'s Word,
    start: usize,
    end: usize,
    multiword: bool,
    /// Index of the head in the document.
    head: Option<usize>,
}

impl Counts {
    pub(super) fn measures(&self) -> [(&'static str, Count); 7] {
        [
            ("sentences", self.sentences),
            ("tokens", self.tokens),
            ("words", self.words),
            ("UPOS", self.upos),
            ("lemmas", self.lemmas),
            ("UAS", self.uas),
            ("LAS", self.las),
        ]
    }

    /// Adds one document.
    pub(super) fn add(&mut self, gold: &[Sentence], ours: &[Sentence]) {
        let spans = |sentences: &[Sentence]| {
            let ends = |sentence: &Sentence| Some((sentence.0.first()?.start, sentence.0.last()?.end));
            sentences.iter().filter_map(ends).collect::<Vec<_>>()
        };
        add_spans(&mut self.sentences, &spans(gold), &spans(ours));
        let spans = |sentences: &[Sentence]| {
            sentences
                .iter()
                .flat_map(|sentence| &sentence.0)
                .map(|token| (token.start, token.end))
                .collect::<Vec<_>>()
        };
        add_spans(&mut self.tokens, &spans(gold), &spans(ours));

        let (gold, ours) = (place(gold), place(ours));
        let pairs = align(&gold, &ours);
        let mut partner = vec![None; ours.len()];
        for &(g, o) in &pairs {
            partner[o] = Some(g);
        }
        let right = |agrees: &dyn Fn(usize, usize) -> bool| pairs.iter().filter(|(g, o)| agrees(*g, *o)).count();
        let attached = |g: usize, o: usize| match (gold[g].head, ours[o].head) {
            (None, None) => true,
            (Some(head), Some(our_head)) => partner[our_head] == Some(head),
            _ => false,
        };
        let total = (gold.len(), ours.len());
        self.words.add(pairs.len(), total.0, total.1);
        self.upos
            .add(right(&|g, o| gold[g].word.upos == ours[o].word.upos), total.0, total.1);
        let lemma = |g: usize, o: usize| gold[g].word.lemma == "_" || gold[g].word.lemma == ours[o].word.lemma;
        self.lemmas.add(right(&lemma), total.0, total.1);
        self.uas.add(right(&attached), total.0, total.1);
        let labelled =
            |g: usize, o: usize| attached(g, o) && universal(&gold[g].word.deprel) == universal(&ours[o].word.deprel);
        self.las.add(right(&labelled), total.0, total.1);
    }
}

/// What is right of one of our words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verdict {
    /// It is a word of the gold.
    pub(super) word: bool,
    pub(super) upos: bool,
    pub(super) head: bool,
    /// The relation, without its subtype.
    pub(super) deprel: bool,
}

/// Judges each of our words of a document, in order. What is no word of the gold has nothing right.
pub(super) fn judge(gold: &[Sentence], ours: &[Sentence]) -> Vec<Verdict> {
    let (gold, ours) = (place(gold), place(ours));
    let pairs = align(&gold, &ours);
    let mut partner = vec![None; ours.len()];
    for &(g, o) in &pairs {
        partner[o] = Some(g);
    }
    let verdict = |(word, partner_of_word): (&Placed<'_>, &Option<usize>)| {
        let gold = partner_of_word.map(|g| &gold[g]);
        let head = |gold: &Placed<'_>| match (gold.head, word.head) {
            (None, None) => true,
            (Some(head), Some(ours)) => partner[ours] == Some(head),
            _ => false,
        };
        Verdict {
            word: gold.is_some(),
            upos: gold.is_some_and(|gold| gold.word.upos == word.word.upos),
            head: gold.is_some_and(head),
            deprel: gold.is_some_and(|gold| universal(&gold.word.deprel) == universal(&word.word.deprel)),
        }
    };
    ours.iter().zip(&partner).map(verdict).collect()
}

fn universal(deprel: &str) -> &str {
    deprel.split(':').next().unwrap_or(deprel)
}

fn add_spans(count: &mut Count, gold: &[(usize, usize)], ours: &[(usize, usize)]) {
    let (mut g, mut o, mut right) = (0, 0, 0);
    while g < gold.len() && o < ours.len() {
        if gold[g] == ours[o] {
            right += 1;
        }
        if gold[g].0 <= ours[o].0 {
            g += 1;
            o += usize::from(gold[g - 1].0 == ours[o].0);
        } else {
            o += 1;
        }
    }
    count.add(right, gold.len(), ours.len());
}

fn place(sentences: &[Sentence]) -> Vec<Placed<'_>> {
    let mut placed = Vec::new();
    for sentence in sentences {
        let before = placed.len();
        for token in &sentence.0 {
            for word in &token.words {
                placed.push(Placed {
                    word,
                    start: token.start,
                    end: token.end,
                    multiword: token.words.len() > 1,
                    head: word.head.checked_sub(1).map(|head| before + head),
                });
            }
        }
        // A head outside the sentence is no head of anything.
        let after = placed.len();
        for word in &mut placed[before..] {
            word.head = word.head.map(|head| if head < after { head } else { before });
        }
    }
    placed
}

/// Pairs of indexes of words that are the same.
fn align(gold: &[Placed<'_>], ours: &[Placed<'_>]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut g, mut o) = (0, 0);
    while g < gold.len() && o < ours.len() {
        if gold[g].multiword || ours[o].multiword {
            let stretch = multiword_stretch(gold, ours, g, o);
            align_forms(gold, ours, &stretch, &mut pairs);
            (g, o) = (stretch.gold.1, stretch.ours.1);
        } else if (gold[g].start, gold[g].end) == (ours[o].start, ours[o].end) {
            pairs.push((g, o));
            (g, o) = (g + 1, o + 1);
        } else if gold[g].start <= ours[o].start {
            g += 1;
        } else {
            o += 1;
        }
    }
    pairs
}

/// The words on both sides that a chain of overlapping multiword tokens takes in.
struct Stretch {
    gold: (usize, usize),
    ours: (usize, usize),
}

fn multiword_stretch(gold: &[Placed<'_>], ours: &[Placed<'_>], mut g: usize, mut o: usize) -> Stretch {
    let mut end;
    if gold[g].multiword {
        end = gold[g].end;
        if !ours[o].multiword && ours[o].start < gold[g].start {
            o += 1;
        }
    } else {
        end = ours[o].end;
        if !gold[g].multiword && gold[g].start < ours[o].start {
            g += 1;
        }
    }
    let first = (g, o);
    let beyond = |words: &[Placed<'_>], at: usize, end: usize| {
        words.get(at).is_none_or(|word| {
            if word.multiword {
                word.start >= end
            } else {
                word.end > end
            }
        })
    };
    while !beyond(gold, g, end) || !beyond(ours, o, end) {
        let gold_is_next = g < gold.len() && (o >= ours.len() || gold[g].start <= ours[o].start);
        let word = if gold_is_next { &gold[g] } else { &ours[o] };
        if word.multiword {
            end = end.max(word.end);
        }
        if gold_is_next {
            g += 1;
        } else {
            o += 1;
        }
    }
    // The walk always moves on: one of the first words is part of a multiword token.
    Stretch {
        gold: (first.0, g),
        ours: (first.1, o),
    }
}

fn align_forms(gold: &[Placed<'_>], ours: &[Placed<'_>], stretch: &Stretch, pairs: &mut Vec<(usize, usize)>) {
    let (gold_words, our_words) = (
        &gold[stretch.gold.0..stretch.gold.1],
        &ours[stretch.ours.0..stretch.ours.1],
    );
    let same = |g: usize, o: usize| gold_words[g].word.form.to_lowercase() == our_words[o].word.form.to_lowercase();
    // longest[g][o]: length of the longest common subsequence from there on.
    let mut longest = vec![vec![0_usize; our_words.len() + 1]; gold_words.len() + 1];
    for g in (0..gold_words.len()).rev() {
        for o in (0..our_words.len()).rev() {
            longest[g][o] = if same(g, o) {
                longest[g + 1][o + 1] + 1
            } else {
                longest[g + 1][o].max(longest[g][o + 1])
            };
        }
    }
    let (mut g, mut o) = (0, 0);
    while g < gold_words.len() && o < our_words.len() {
        if same(g, o) {
            pairs.push((stretch.gold.0 + g, stretch.ours.0 + o));
            (g, o) = (g + 1, o + 1);
        } else if longest[g][o] == longest[g + 1][o] {
            g += 1;
        } else {
            o += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads `وقال=و/CCONJ/2/cc+قال/VERB/0/root نعم/PART/2/obj`; a token without `=` is one word.
    fn sentences(lines: &[&str]) -> Vec<Sentence> {
        let mut at = 0;
        let mut token = |spec: &str| {
            let (written, words) = spec.split_once('=').unwrap_or((spec.split('/').next().unwrap(), spec));
            let start = at;
            at += written.chars().count();
            let word = |spec: &str| {
                let parts: Vec<&str> = spec.split('/').collect();
                Word {
                    form: parts[0].to_owned(),
                    lemma: parts[0].to_owned(),
                    upos: parts[1].to_owned(),
                    head: parts[2].parse().unwrap(),
                    deprel: parts[3].to_owned(),
                }
            };
            Token {
                start,
                end: at,
                words: words.split('+').map(word).collect(),
            }
        };
        lines
            .iter()
            .map(|line| Sentence(line.split(' ').map(&mut token).collect()))
            .collect()
    }

    fn score(gold: &[&str], ours: &[&str]) -> Counts {
        let mut counts = Counts::default();
        counts.add(&sentences(gold), &sentences(ours));
        counts
    }

    const GOLD: [&str; 1] = ["وقال=و/CCONJ/2/cc+قال/VERB/0/root زيد/PROPN/2/nsubj نعم/PART/2/obj"];

    #[test]
    fn the_gold_is_right_in_everything() {
        for (measure, count) in score(&GOLD, &GOLD).measures() {
            assert!((count.f1() - 1.0).abs() < 1e-9, "{measure}: {count:?}");
        }
    }

    #[test]
    fn a_proclitic_that_was_not_split_costs_both_words() {
        let counts = score(&GOLD, &["وقال/VERB/0/root زيد/PROPN/1/nsubj نعم/PART/1/obj"]);
        assert_eq!(
            counts.tokens,
            Count {
                right: 3,
                gold: 3,
                ours: 3
            }
        );
        assert_eq!(
            counts.words,
            Count {
                right: 2,
                gold: 4,
                ours: 3
            }
        );
        // Their head is no word of the gold.
        assert_eq!(
            counts.uas,
            Count {
                right: 0,
                gold: 4,
                ours: 3
            }
        );
    }

    #[test]
    fn words_inside_a_token_are_aligned_by_form() {
        let gold = ["فسيقوله=ف/CCONJ/3/cc+س/AUX/3/aux+يقول/VERB/0/root+ه/PRON/3/obj"];
        let ours = ["فسيقوله=ف/CCONJ/2/cc+سيقول/VERB/0/root+ه/PRON/2/obj"];
        assert_eq!(
            score(&gold, &ours).words,
            Count {
                right: 2,
                gold: 4,
                ours: 3
            }
        );
    }

    #[test]
    fn tokens_cut_differently_align_where_they_meet_again() {
        let ours = ["وقال=و/CCONJ/2/cc+قال/VERB/0/root زي/X/2/nsubj د/X/2/dep نعم/PART/2/obj"];
        let counts = score(&GOLD, &ours);
        assert_eq!(
            counts.tokens,
            Count {
                right: 2,
                gold: 3,
                ours: 4
            }
        );
        assert_eq!(
            counts.words,
            Count {
                right: 3,
                gold: 4,
                ours: 5
            }
        );
    }

    #[test]
    fn relations_compare_without_subtype_and_heads_apart_from_them() {
        let ours = ["وقال=و/CCONJ/2/cc+قال/VERB/0/root زيد/NOUN/2/nsubj:pass نعم/PART/3/obj"];
        let counts = score(&GOLD, &ours);
        assert_eq!(counts.upos.right, 3);
        assert_eq!(counts.uas.right, 3);
        assert_eq!(counts.las.right, 3);
        let other = ["وقال=و/CCONJ/2/cc+قال/VERB/0/root زيد/PROPN/2/obj نعم/PART/2/obj"];
        assert_eq!((score(&GOLD, &other).uas.right, score(&GOLD, &other).las.right), (4, 3));
    }

    #[test]
    fn sentences_agree_where_they_cover_the_same_letters() {
        let gold = ["قال/VERB/0/root", "نعم/PART/0/root", "لا/PART/0/root"];
        let ours = ["قال/VERB/0/root", "نعم/PART/0/root لا/PART/1/dep"];
        let counts = score(&gold, &ours);
        assert_eq!(
            counts.sentences,
            Count {
                right: 1,
                gold: 3,
                ours: 2
            }
        );
        // «لا» is no root with us.
        assert_eq!(
            counts.uas,
            Count {
                right: 2,
                gold: 3,
                ours: 3
            }
        );
    }

    #[test]
    fn nothing_found_scores_nothing() {
        let counts = score(&GOLD, &[]);
        assert_eq!(
            counts.words,
            Count {
                right: 0,
                gold: 4,
                ours: 0
            }
        );
        assert!(counts.words.f1().abs() < 1e-9);
    }
}
