//! The development part of UD Arabic-PADT, analysed from raw text.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use musnad::{Document, Extractor, Layers};

use super::calibration::Calibration;
use super::conll18::{self, Sentence, Token, Word};
use super::{Row, Scores};

/// One document: its raw text, and the analysis of the treebank.
struct Article {
    text: String,
    sentences: Vec<Sentence>,
}

pub(super) fn score(extractor: &Extractor, shared: &Path) -> Result<Scores> {
    let path = shared.join("data/padt/dev.conllu");
    let content = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let mut total = conll18::Counts::default();
    let mut calibrations = [Calibration::default(); 5];
    for article in parse(&content)? {
        let ours = analyse(extractor, &article.text)?;
        total.add(&article.sentences, &ours);
        let verdicts = conll18::judge(&article.sentences, &ours);
        let probabilities = extractor.word_probabilities(&Document::new(&article.text))?;
        for (verdict, probabilities) in verdicts.into_iter().zip(probabilities) {
            let [cut, upos, head, deprel] = probabilities;
            let least = probabilities.into_iter().fold(1.0, f32::min);
            calibrations[0].add(cut, verdict.word);
            // What hangs on a wrong cut or head says nothing of the decision itself.
            if verdict.word {
                calibrations[1].add(upos, verdict.upos);
                calibrations[2].add(head, verdict.head);
            }
            if verdict.head {
                calibrations[3].add(deprel, verdict.deprel);
            }
            calibrations[4].add(least, verdict.upos && verdict.head && verdict.deprel);
        }
    }
    let rows = total.measures().into_iter().map(|(measure, count)| Row {
        measure: measure.to_owned(),
        value: count.f1(),
        balance: Some((count.precision(), count.recall())),
        count: count.gold,
    });
    let heads = ["cut", "UPOS", "head", "relation", "score of a word"];
    let mut rows: Vec<Row> = rows.collect();
    for (calibration, of) in calibrations.iter().zip(heads) {
        rows.push(calibration.row(of)?);
    }
    Ok(Scores { set: "padt", rows })
}

/// Our analysis, with offsets that count characters without white space.
fn analyse(extractor: &Extractor, text: &str) -> Result<Vec<Sentence>> {
    let extraction = extractor.extract_layers(&Document::new(text), Layers::ALL)?;
    // Letters before each byte.
    let mut letters = vec![0; text.len() + 1];
    let mut before = 0;
    for (at, c) in text.char_indices() {
        for byte in letters.iter_mut().skip(at).take(c.len_utf8()) {
            *byte = before;
        }
        before += usize::from(!c.is_whitespace());
    }
    if let Some(last) = letters.last_mut() {
        *last = before;
    }
    let place = |byte: u32| {
        letters
            .get(byte as usize)
            .copied()
            .context("a span ends outside the text")
    };
    extraction
        .sentences
        .iter()
        .map(|sentence| {
            let tokens = extraction
                .tokens
                .get(sentence.first_token as usize..sentence.end_token as usize)
                .context("a sentence has tokens that are not there")?;
            let tokens = tokens.iter().map(|token| {
                let words = token.words.iter().map(|word| Word {
                    form: word.form.clone(),
                    lemma: bare(&word.lemma),
                    upos: word.upos.to_owned(),
                    head: word.head as usize,
                    deprel: word.deprel.to_owned(),
                });
                Ok(Token {
                    start: place(token.span.start)?,
                    end: place(token.span.end)?,
                    words: words.collect(),
                })
            });
            tokens.collect::<Result<_>>().map(Sentence)
        })
        .collect()
}

/// Reads a CoNLL-U file into documents. A paragraph is a line of the text.
fn parse(content: &str) -> Result<Vec<Article>> {
    let mut articles: Vec<Article> = Vec::new();
    let mut separator = "";
    let mut letters = 0;
    for block in content.split("\n\n").filter(|block| !block.trim().is_empty()) {
        let mut sentence = Sentence(Vec::new());
        // Last word of the multiword token that is open.
        let mut open = 0;
        for line in block.lines() {
            if line.starts_with("# newdoc") {
                articles.push(Article {
                    text: String::new(),
                    sentences: Vec::new(),
                });
                (separator, letters) = ("", 0);
            } else if line.starts_with("# newpar") {
                separator = if separator.is_empty() { "" } else { "\n" };
            } else if let Some(text) = line.strip_prefix("# text = ") {
                let article = articles.last_mut().context("the file does not begin with a document")?;
                article.text.push_str(separator);
                article.text.push_str(text);
                separator = " ";
            } else if !line.starts_with('#') {
                let fields: Vec<&str> = line.split('\t').collect();
                let [id, form, lemma, upos, _, _, head, deprel, ..] = fields.as_slice() else {
                    bail!("no line of CoNLL-U: {line:?}")
                };
                let mut token = || {
                    let start = letters;
                    letters += form.chars().filter(|c| !c.is_whitespace()).count();
                    Token {
                        start,
                        end: letters,
                        words: Vec::new(),
                    }
                };
                // Empty nodes, 17.1, stand for no word of the text.
                if id.contains('.') {
                    continue;
                }
                if let Some((_, last)) = id.split_once('-') {
                    open = last.parse()?;
                    sentence.0.push(token());
                } else {
                    let number: usize = id.parse()?;
                    if number > open {
                        sentence.0.push(token());
                    }
                    let word = Word {
                        form: (*form).to_owned(),
                        lemma: bare(lemma),
                        upos: (*upos).to_owned(),
                        head: head.parse()?,
                        deprel: (*deprel).to_owned(),
                    };
                    sentence
                        .0
                        .last_mut()
                        .context("a word stands before its token")?
                        .words
                        .push(word);
                }
            }
        }
        let article = articles.last_mut().context("the file does not begin with a document")?;
        article.sentences.push(sentence);
        let written = article.text.chars().filter(|c| !c.is_whitespace()).count();
        if written != letters {
            bail!(
                "the tokens do not spell the text: {:?}",
                block.lines().find(|line| line.starts_with("# text"))
            );
        }
    }
    Ok(articles)
}

/// Without vowel signs and tatweel: musnad's lemmas have none.
fn bare(lemma: &str) -> String {
    lemma
        .chars()
        .filter(|c| !matches!(c, '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# newdoc id = d
# newpar id = p1
# text = وقال نعم
1-2\tوقال\t_\t_\t_\t_\t_\t_\t_\t_
1\tو\tوَ\tCCONJ\t_\t_\t2\tcc\t_\t_
2\tقال\tقَال\tVERB\t_\t_\t0\troot\t_\t_
3\tنعم\tنَعَم\tPART\t_\t_\t2\tobj\t_\t_
3.1\t_\t_\t_\t_\t_\t_\t_\t_\t_

# text = لا
1\tلا\tلَا\tPART\t_\t_\t0\troot\t_\t_

# newpar id = p2
# text = بلى
1\tبلى\tبَلَى\tPART\t_\t_\t0\troot\t_\t_
";

    #[test]
    fn a_document_is_read_with_its_lines_and_tokens() {
        let articles = parse(FILE).unwrap();
        assert_eq!(articles.len(), 1);
        assert_eq!(articles[0].text, "وقال نعم لا\nبلى");
        let first = &articles[0].sentences[0].0;
        assert_eq!(
            first
                .iter()
                .map(|token| (token.start, token.end, token.words.len()))
                .collect::<Vec<_>>(),
            [(0, 4, 2), (4, 7, 1)]
        );
        assert_eq!(first[0].words[1].lemma, "قال");
        assert_eq!(articles[0].sentences[2].0[0].start, 9);
    }

    #[test]
    fn our_analysis_has_the_same_letters() {
        let extractor = Extractor::builder().build().unwrap();
        let sentences = analyse(&extractor, "قال  نعم.\nثم سكت.").unwrap();
        let tokens: Vec<_> = sentences
            .iter()
            .flat_map(|sentence| &sentence.0)
            .map(|token| (token.start, token.end))
            .collect();
        assert_eq!(tokens, [(0, 3), (3, 6), (6, 7), (7, 9), (9, 12), (12, 13)]);
    }
}
