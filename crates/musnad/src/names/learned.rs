//! Joins what the learned reader takes for names with what the rules found.
//!
//! The reader has seen the rules' names and says how probable it finds each of them, and each of its own. A name that both
//! see has the word of both. Where the two differ over the same tokens, the more probable is taken, and a rule counts for
//! [`RULE`]: the reader overrules it only where it is sure. Names that the rules know bring the row of the gazetteer and the
//! title beside them.

use std::ops::Range;

use super::doubtful;
use super::lookup::{Lookup, Match};
use super::words::Words;
use super::{Candidate, Name, Tagger, entity_type, name, title_span};
use crate::document::{EntityType, Score, TimeExpression};
use crate::morphology::Morphology;
use crate::text::{Span, Text};

/// Most tokens between the title and the name that it goes with.
const TITLE_DISTANCE: usize = 16;
/// Least probability of a name that the rules do not see.
const LEAST: Score = 0.4;
/// What the word of a rule adds to the probability of a name.
const RULE: Score = 0.8;

/// A name that the reader proposes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Proposal {
    pub(crate) tokens: Range<usize>,
    /// Bytes of particles before it in the folded first token.
    pub(crate) skip: u8,
    pub(crate) entity_type: EntityType,
    pub(crate) score: Score,
}

/// A name that may be taken, and what taking it gains.
struct Choice {
    name: Name,
    gain: f32,
    by_rule: bool,
}

impl Tagger {
    /// The names of both, in order, without overlap. Both come in order, those of the rules with the probability that the
    /// reader gives them.
    pub(crate) fn join(
        &self,
        text: &Text<'_>,
        morphology: &Morphology,
        times: &[TimeExpression],
        lookup: &Lookup,
        rules: impl Iterator<Item = (Name, Score)>,
        proposals: &[Proposal],
    ) -> Vec<Name> {
        let timed = super::timed(text, times);
        let words = Words {
            text,
            morphology,
            lookup,
            gazetteer: &self.gazetteer,
            timed: &timed,
        };
        let mut rules = rules.peekable();
        let mut choices: Vec<Choice> = Vec::with_capacity(proposals.len() * 2);
        for proposal in proposals {
            while let Some(rule) = rules.next_if(|(rule, _)| rule.tokens.start < proposal.tokens.start) {
                choices.push(by_rule(rule));
            }
            // A rule's name that covers the proposal stands.
            if choices
                .last()
                .is_some_and(|choice| choice.by_rule && choice.name.tokens.end >= proposal.tokens.end)
            {
                continue;
            }
            if is_common_word(&words, proposal) {
                continue;
            }
            let mut found = proposed(&words, proposal);
            let same_start = rules.next_if(|(rule, _)| rule.tokens.start == proposal.tokens.start);
            let mut gain = proposal.score - LEAST;
            if let Some((rule, probability)) = same_start {
                if rule.tokens == found.tokens && rule.entity_type == found.entity_type {
                    gain += RULE;
                    found = Name {
                        score: proposal.score,
                        entry: rule.entry.or(found.entry),
                        ..rule
                    };
                } else if stands(&rule, &found) {
                    choices.push(by_rule((rule, 1.0)));
                    continue;
                } else if rule.evidence != doubtful::RULE {
                    // Tables know where the particles end better than the context does.
                    found.span.start = rule.span.start;
                    if rule.entity_type == found.entity_type {
                        found.title = rule.title;
                    }
                    choices.push(by_rule((rule, probability)));
                }
            }
            if found.title.is_none() && found.entity_type == EntityType::Person {
                found.title = title(&words, found.tokens.start);
            }
            choices.push(Choice {
                name: found,
                gain,
                by_rule: false,
            });
        }
        choices.extend(rules.map(by_rule));
        choices.retain(|choice| choice.gain > 0.0);
        best_without_overlap(choices)
    }
}

/// Whether a miscellaneous name is one indefinite word of the lexicon («دولار»): those that are names have the article, a
/// second word or quotation marks («النكبة»).
fn is_common_word(words: &Words<'_, '_>, proposal: &Proposal) -> bool {
    let token = proposal.tokens.start;
    proposal.entity_type == EntityType::Miscellaneous
        && proposal.tokens.len() == 1
        && words.morphology.best(token).lexeme.is_some()
        && !words.is_definite(token)
        && !words.is_set_off(token)
}

/// Whether a rule's name stands against one of the reader from the same token: the types of the table follow the
/// project's guidelines, and class nouns at the head of a name belong to it («مؤتمر برلين»).
fn stands(rule: &Name, found: &Name) -> bool {
    let sure = rule.entry.is_some() && rule.evidence != doubtful::RULE;
    rule.tokens == found.tokens && sure || found.tokens.end < rule.tokens.end
}

fn by_rule((name, probability): (Name, Score)) -> Choice {
    Choice {
        name,
        gain: probability + RULE - LEAST,
        by_rule: true,
    }
}

/// The choices that gain most together and do not overlap.
fn best_without_overlap(mut choices: Vec<Choice>) -> Vec<Name> {
    choices.sort_by_key(|choice| (choice.name.tokens.end, choice.name.tokens.start));
    // The most that can be gained with the first so many choices, and how many come before the last one where it is taken.
    let mut best: Vec<(f32, Option<usize>)> = Vec::with_capacity(choices.len() + 1);
    best.push((0.0, None));
    for (at, Choice { name, gain, .. }) in choices.iter().enumerate() {
        let before = choices
            .get(..at)
            .unwrap_or_default()
            .partition_point(|other| other.name.tokens.end <= name.tokens.start);
        let gained = |choices: usize| best.get(choices).map_or(0.0, |(gain, _)| *gain);
        let (with, without) = (gained(before) + gain, gained(at));
        best.push(if with > without {
            (with, Some(before))
        } else {
            (without, None)
        });
    }
    let mut names = Vec::with_capacity(choices.len());
    let mut left = choices.len();
    while let Some(choice) = choices.pop() {
        if left <= choices.len() {
            continue;
        }
        match best.get(left) {
            Some((_, Some(before))) => {
                names.push(choice.name);
                left = *before;
            }
            _ => left -= 1,
        }
    }
    names.reverse();
    names
}

fn proposed(words: &Words<'_, '_>, proposal: &Proposal) -> Name {
    let fits = |found: &&Match| {
        found.kind.is_name()
            && entity_type(found.kind) == proposal.entity_type
            && found.end as usize == proposal.tokens.end
            && found.skip == proposal.skip
    };
    let entry = words
        .lookup
        .at(proposal.tokens.start)
        .iter()
        .filter(fits)
        .min_by_key(|found| found.weak)
        .map(|found| found.entry);
    let candidate = Candidate {
        start: proposal.tokens.start,
        skip: proposal.skip,
        end: proposal.tokens.end,
        entity_type: proposal.entity_type,
        entry,
        score: proposal.score,
        evidence: "names.reader",
    };
    name(words, candidate)
}

/// The title before a person's name.
fn title(words: &Words<'_, '_>, start: usize) -> Option<Span> {
    (start.saturating_sub(TITLE_DISTANCE)..start)
        .rev()
        .find_map(|token| words.titled(token).filter(|titled| titled.start == start))
        .map(|titled| title_span(words, titled))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::morphology::Analyser;

    /// Joins the rules' names of a sentence, with one probability for all, with proposals.
    fn join(sentence: &str, probability: Score, proposals: &[(Range<usize>, EntityType, Score)]) -> Vec<String> {
        let text = Text::new(sentence);
        let morphology = Analyser::new().unwrap().read(&text);
        let tagger = Tagger::new(Vec::new()).unwrap();
        let lookup = tagger.lookup(&text);
        let rules = tagger.tag(&text, &morphology, &[], &lookup);
        let proposals: Vec<Proposal> = proposals
            .iter()
            .map(|(tokens, entity_type, score)| Proposal {
                tokens: tokens.clone(),
                skip: 0,
                entity_type: *entity_type,
                score: *score,
            })
            .collect();
        let rules = rules.into_iter().map(|rule| (rule, probability));
        tagger
            .join(&text, &morphology, &[], &lookup, rules, &proposals)
            .into_iter()
            .map(|name| format!("{} {:?} {}", name.span.of(sentence), name.entity_type, name.evidence))
            .collect()
    }

    const SENTENCE: &str = "وصل زيدان البرمكي إلى بغداد";

    #[test]
    fn a_probable_name_that_no_rule_sees_is_taken() {
        let person = (1..3, EntityType::Person);
        assert_eq!(
            join(SENTENCE, 0.9, &[(person.0.clone(), person.1, 0.8)]),
            [
                "زيدان البرمكي Person names.reader",
                "بغداد Geopolitical names.gazetteer"
            ]
        );
        assert_eq!(
            join("وصل فريق إلى بغداد", 0.9, &[(1..2, EntityType::Person, 0.3)]),
            ["بغداد Geopolitical names.gazetteer"]
        );
    }

    #[test]
    fn a_word_of_the_lexicon_alone_is_no_miscellaneous_name() {
        let thing = [(3..4, EntityType::Miscellaneous, 0.9)];
        assert!(join("دفعت الشركة مليون دولار", 0.9, &thing).is_empty());
        assert_eq!(
            join("صنعت الشركة طائرة ميغالود", 0.9, &thing),
            ["ميغالود Miscellaneous names.reader"]
        );
    }

    #[test]
    fn only_a_sure_reader_overrules_a_rule() {
        let longer = |score| [(3..5, EntityType::Organization, score)];
        assert!(join(SENTENCE, 0.01, &longer(0.95)).contains(&"إلى بغداد Organization names.reader".to_owned()));
        assert!(join(SENTENCE, 0.3, &longer(0.95)).contains(&"بغداد Geopolitical names.gazetteer".to_owned()));
        let other_type = [(4..5, EntityType::Organization, 0.95)];
        assert!(join(SENTENCE, 0.01, &other_type).contains(&"بغداد Geopolitical names.gazetteer".to_owned()));
    }

    #[test]
    fn what_both_see_keeps_what_the_rule_knows() {
        let city = [(4..5, EntityType::Geopolitical, 0.3)];
        assert!(join(SENTENCE, 0.3, &city).contains(&"بغداد Geopolitical names.gazetteer".to_owned()));
    }
}
