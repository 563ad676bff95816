//! What numbers count: «مقتل 5 جنود وإصابة 20 آخرين» (5 soldiers killed, 20 others injured).
//!
//! The kind comes from the counted noun («قتيلا», «نازح», «صاروخا», «دولار»), and for people from what is said of them:
//! the nearest predicate before the number in its clause, or after it («14 جنديا قتلوا»); numbers joined by و or «بينهم»
//! have the kind of the one before them. Indefinite duals count two. Ages are counts.
//!
//! Not handled: numbers whose predicate stands in another sentence; «عدد من» (a number of), which has no bounds.

mod bounds;
mod clause;
mod counted;
mod dual;
mod lexicon;
mod noun;
mod people;

use std::ops::Range;

use crate::document::{NumberKind, Quantity, QuantityKind, TimeExpression};
use crate::error::Error;
use crate::morphology::Morphology;
use crate::number::{Bound, NumberMention, NumberReader, span_after};
use crate::text::Text;
use crate::text::token::TokenKind;
use lexicon::Lexicon;

/// Finds quantities.
#[derive(Debug, Clone)]
pub(crate) struct QuantityReader {
    lexicon: Lexicon,
}

/// What a number counts, before its bounds are worked out.
struct Counted {
    /// First and last token, with noun and bounding words.
    tokens: Range<usize>,
    prefix: u8,
    kind: QuantityKind,
    noun: Option<usize>,
    currency: &'static str,
    unit: Option<usize>,
    factor: f64,
    rule: &'static str,
}

impl QuantityReader {
    /// Parses the tables.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Resources`], with table and line.
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self {
            lexicon: Lexicon::new()?,
        })
    }

    /// Finds the quantities of a text, in order, without overlap.
    pub(crate) fn read(
        &self,
        text: &Text<'_>,
        morphology: &Morphology,
        numbers: &NumberReader,
        mentions: &[NumberMention],
        times: &[TimeExpression],
    ) -> Vec<Quantity> {
        let times: Vec<Range<usize>> = times.iter().map(|time| text.tokens_in(time.span)).collect();
        let reading = Reading {
            lexicon: &self.lexicon,
            text,
            morphology,
            numbers,
            times: &times,
        };
        let mut found: Vec<(Quantity, Range<usize>)> = Vec::new();
        let (mut next_number, mut next_time, mut at) = (0, 0, 0);
        while at < text.tokens.len() {
            while mentions
                .get(next_number)
                .is_some_and(|number| number.tokens.start.min(number.bound_start) < at)
            {
                next_number += 1;
            }
            while times.get(next_time).is_some_and(|time| time.end <= at) {
                next_time += 1;
            }
            if let Some(time) = times.get(next_time).filter(|time| time.start <= at) {
                at = time.end.max(at + 1);
                continue;
            }
            let last = found.last().map(|(quantity, tokens)| (quantity.kind, tokens.clone()));
            let here = mentions
                .get(next_number)
                .filter(|number| number.tokens.start.min(number.bound_start) == at);
            let quantity = match here {
                Some(number) => {
                    let in_time = times
                        .get(next_time)
                        .is_some_and(|time| time.start < number.tokens.end && number.tokens.start < time.end);
                    if in_time { None } else { reading.of_number(number, last) }
                }
                None => reading.of_dual(at, last),
            };
            match (quantity, here) {
                (Some((quantity, tokens)), _) => {
                    at = tokens.end.max(at + 1);
                    found.push((quantity, tokens));
                }
                (None, Some(number)) => at = number.tokens.end.max(at + 1),
                (None, None) => at += 1,
            }
        }
        found.into_iter().map(|(quantity, _)| quantity).collect()
    }
}

struct Reading<'a, 't> {
    lexicon: &'a Lexicon,
    text: &'a Text<'t>,
    morphology: &'a Morphology,
    numbers: &'a NumberReader,
    /// The tokens of times, in order.
    times: &'a [Range<usize>],
}

type Last = Option<(QuantityKind, Range<usize>)>;

impl Reading<'_, '_> {
    /// The token after the time that a token is in.
    fn time_end(&self, at: usize) -> Option<usize> {
        let next = self.times.partition_point(|time| time.end <= at);
        self.times
            .get(next)
            .filter(|time| time.start <= at)
            .map(|time| time.end)
    }

    fn of_number(&self, number: &NumberMention, last: Last) -> Option<(Quantity, Range<usize>)> {
        if number.kind == NumberKind::Ordinal {
            return self.age(number);
        }
        let counted = self.counted(number, last)?;
        let (after, end) = self.bound_after(counted.tokens.end);
        let (mut min, mut max) = bounds::of(number, after, counted.kind);
        if counted.kind == QuantityKind::Percent && number.fraction {
            let percent = |n: f64| (n * 10_000.0).round() / 100.0;
            (min, max) = (min.map(percent), max.map(percent));
        }
        let scale = |n: f64| bounds::round(n * counted.factor);
        let (min, max) = if (counted.factor - 1.0).abs() < f64::EPSILON {
            (min, max)
        } else {
            (min.map(scale), max.map(scale))
        };
        Some(self.quantity(&counted, counted.tokens.start..end, min, max))
    }

    /// «في الرابعة والعشرين من عمره»: an age told as an ordinal.
    fn age(&self, number: &NumberMention) -> Option<(Quantity, Range<usize>)> {
        let end = number.tokens.end;
        let of_life = self.text.key(end) == "من"
            && matches!(self.text.key(end + 1), "عمره" | "عمرها" | "عمرهم" | "عمرهما" | "العمر");
        let tokens = number.tokens.start..end + 2;
        let counted = Counted {
            tokens: tokens.clone(),
            prefix: number.prefix,
            kind: QuantityKind::Count,
            noun: Some(end + 1),
            currency: "",
            unit: None,
            factor: 1.0,
            rule: "quantity.age",
        };
        of_life.then(|| self.quantity(&counted, tokens, number.value, number.value))
    }

    fn quantity(
        &self,
        counted: &Counted,
        tokens: Range<usize>,
        min: Option<f64>,
        max: Option<f64>,
    ) -> (Quantity, Range<usize>) {
        let word = |token: Option<usize>| {
            token
                .map(|token| self.text.raw_of(token).to_owned())
                .unwrap_or_default()
        };
        let quantity = Quantity {
            span: span_after(self.text, tokens.clone(), counted.prefix),
            kind: counted.kind,
            min,
            max,
            item: word(counted.noun),
            currency: counted.currency.to_owned(),
            unit: word(counted.unit),
            score: 0.8,
            evidence: counted.rule.into(),
        };
        (quantity, tokens)
    }

    /// «على الأقل» after the noun, some words off («19 مدنيا على الأقل»).
    fn bound_after(&self, end: usize) -> (Option<Bound>, usize) {
        let limit = self
            .text
            .sentence_tokens(self.text.sentence_of(end.saturating_sub(1)))
            .end;
        for at in end..limit.min(end + 4) {
            if self.text.kind(at) != TokenKind::Word {
                break;
            }
            if let Some((bound, end)) = self.numbers.lexicon.bound_after(self.text, at) {
                return (Some(bound), end);
            }
        }
        (None, end)
    }
}

#[cfg(test)]
mod tests;
