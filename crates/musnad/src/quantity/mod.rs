//! What numbers count: «مقتل 5 جنود وإصابة 20 آخرين» (5 soldiers killed, 20 others injured).
//!
//! The kind comes from the counted noun («قتيلا», «نازح», «صاروخا», «دولار»), and for people from what is said of them:
//! the nearest predicate before the number in its clause, or after it («14 جنديا قتلوا»); numbers joined by و or «بينهم»
//! have the kind of the one before them. Indefinite duals count two. Ages are counts.
//!
//! Not handled: numbers whose predicate stands in another sentence; «عدد من» (a number of), which has no bounds.

mod bounds;
mod lexicon;

use std::ops::Range;

use crate::document::{NumberKind, Quantity, QuantityKind, TimeExpression};
use crate::error::Error;
use crate::morphology::{Analysis, Features, Morphology, Pos};
use crate::number::{Bound, NumberMention, NumberReader, span_after};
use crate::text::token::TokenKind;
use crate::text::{Span, Text};
use lexicon::{Lexicon, Predicate, UnitSort};

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
        let reading = Reading {
            lexicon: &self.lexicon,
            text,
            morphology,
            numbers,
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
            let span = text.span(at);
            while times.get(next_time).is_some_and(|time| time.span.end <= span.start) {
                next_time += 1;
            }
            if times.get(next_time).is_some_and(|time| time.span.start < span.end) {
                at += 1;
                continue;
            }
            let last = found.last().map(|(quantity, tokens)| (quantity.kind, tokens.clone()));
            let here = mentions
                .get(next_number)
                .filter(|number| number.tokens.start.min(number.bound_start) == at);
            let quantity = match here {
                Some(number) => {
                    let in_time = times[next_time..]
                        .iter()
                        .take(2)
                        .any(|time| overlaps(time.span, number.span(text)));
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

fn overlaps(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

struct Reading<'a, 't> {
    lexicon: &'a Lexicon,
    text: &'a Text<'t>,
    morphology: &'a Morphology,
    numbers: &'a NumberReader,
}

type Last = Option<(QuantityKind, Range<usize>)>;

impl Reading<'_, '_> {
    fn of_number(&self, number: &NumberMention, last: Last) -> Option<(Quantity, Range<usize>)> {
        if number.kind == NumberKind::Ordinal {
            return None;
        }
        let counted = self.counted(number, last)?;
        let (after, end) = self.bound_after(counted.tokens.end);
        let (mut min, mut max) = bounds::of(number, after, counted.kind);
        if counted.kind == QuantityKind::Percent && number.fraction {
            let percent = |n: f64| (n * 10_000.0).round() / 100.0;
            (min, max) = (min.map(percent), max.map(percent));
        }
        let scale = |n: f64| bounds::round(n * counted.factor);
        let (min, max) = if counted.factor == 1.0 {
            (min, max)
        } else {
            (min.map(scale), max.map(scale))
        };
        Some(self.quantity(&counted, counted.tokens.start..end, min, max))
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

    /// What the number counts.
    fn counted(&self, number: &NumberMention, last: Last) -> Option<Counted> {
        let start = number.tokens.start.min(number.bound_start);
        let prefix = if start == number.tokens.start {
            number.prefix
        } else {
            number.bound_prefix
        };
        let after = number.tokens.end.max(number.core.end);
        let base = |kind, end, rule| Counted {
            tokens: start..end,
            prefix,
            kind,
            noun: None,
            currency: "",
            unit: None,
            factor: 1.0,
            rule,
        };
        if number.percent {
            return Some(base(QuantityKind::Percent, after, "quantity.percent"));
        }
        // «$20», «20 دولارا».
        let sign = start
            .checked_sub(1)
            .filter(|before| self.text.kind(*before) == TokenKind::Punctuation && self.text.joined_to_next(*before));
        if let Some((currency, _)) = sign.and_then(|before| self.lexicon.currency(self.text, before)) {
            return Some(Counted {
                currency,
                tokens: start - 1..after,
                prefix: 0,
                ..base(QuantityKind::Money, after, "quantity.money")
            });
        }
        let of = usize::from(self.text.key(after) == "من");
        if let Some((currency, end)) = self.lexicon.currency(self.text, after) {
            return Some(Counted {
                currency,
                noun: Some(after),
                ..base(QuantityKind::Money, end, "quantity.money")
            });
        }
        if let Some((sort, end)) = self.lexicon.unit(self.text, after) {
            let square = matches!(self.text.key(end), "مربع" | "مربعا" | "مكعب");
            let of_weapons = self.text.key(end) == "من" && self.tag_kind(end + 1) == Some(QuantityKind::Weapons);
            let (kind, factor, rule) = match sort {
                UnitSort::Distance(factor) if !square => (QuantityKind::DistanceKm, factor, "quantity.distance"),
                UnitSort::Measure if of_weapons => (QuantityKind::Weapons, 1.0, "quantity.measure"),
                UnitSort::Age => (QuantityKind::Count, 1.0, "quantity.age"),
                _ => (QuantityKind::Count, 1.0, "quantity.measure"),
            };
            return Some(Counted {
                unit: Some(after),
                noun: Some(after),
                factor,
                ..base(kind, end + usize::from(square), rule)
            });
        }
        if number.fraction {
            // «ثلثي أصوات النواب», «نصف عدد القتلى».
            let next = self.text.kind(after) == TokenKind::Word;
            let share =
                next && !self.is_time_word(after) && self.nominal(after) || self.before(start) == "نسبه" || of == 1;
            return share.then(|| Counted {
                noun: Some(after),
                ..base(
                    QuantityKind::Percent,
                    after + usize::from(next && of == 0),
                    "quantity.share",
                )
            });
        }
        // «الدول الست», «جندي واحد», «المرشحين الأربعة».
        if let Some(noun) = start.checked_sub(1).filter(|noun| self.noun_before(*noun, number)) {
            let kind = self.people_kind(noun, noun..after, &last)?;
            let reading = self.morphology.best(noun);
            return Some(Counted {
                tokens: noun..after,
                prefix: reading.prefix,
                noun: Some(noun),
                ..base(kind, after, "quantity.noun_before")
            });
        }
        let quoted = usize::from(matches!(self.text.key(after + of), "\"" | "«" | "“"));
        let noun = after + of + quoted;
        if self.is_name_or_year(number, noun, of == 1) {
            return None;
        }
        if self.text.kind(noun) == TokenKind::Word && self.is_counted(noun, of == 1) {
            let end = self.phrase_end(noun);
            let mut kind = self.people_kind(noun, start..end, &last)?;
            // «مقتل 5 من زملائه», «مقتل خمسة من جيش …»: part of a body of people.
            if of == 1 && kind == QuantityKind::Count {
                kind = self
                    .fate(start..end, 3)
                    .or_else(|| self.inherited(start, &last))
                    .unwrap_or(kind);
            }
            return Some(Counted {
                noun: Some(noun),
                ..base(kind, end, "quantity.noun")
            });
        }
        // No noun: only of people whose fate is told («مقتل 34»), or a part of those told before («من أصل 217»).
        let kind = self.fate(start..after, 3).or_else(|| self.inherited(start, &last))?;
        Some(base(kind, after, "quantity.predicate"))
    }

    /// «عبد الواحد», «الفرقة 101 المحمولة», «في 2014 عقوبات»: a name, a code, or a year beside a noun it does not count.
    fn is_name_or_year(&self, number: &NumberMention, noun: usize, of: bool) -> bool {
        let start = number.core.start;
        if self.before(start) == "عبد" {
            return true;
        }
        let digits = self.text.kind(start) == TokenKind::Number && number.core.len() == 1;
        let (Some(value), true, false) = (number.value, digits && number.kind == NumberKind::Cardinal, of) else {
            return false;
        };
        let definite = !number.definite && self.text.key(noun).starts_with("ال");
        let plural = self.morphology.best(noun).features.has(Features::PLURAL);
        definite && self.nominal(noun) || plural && (1900.0..2100.0).contains(&value)
    }

    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.text.key(before))
    }

    fn is_time_word(&self, at: usize) -> bool {
        matches!(
            self.text.key(at),
            "ساعه" | "عام" | "شهر" | "سنه" | "يوم" | "قرن" | "الساعه" | "عقد"
        )
    }

    fn nominal(&self, at: usize) -> bool {
        matches!(
            self.morphology.best(at).pos,
            Pos::Noun | Pos::Adjective | Pos::ProperNoun | Pos::Number
        )
    }

    /// A definite noun before a definite number, or an indefinite one before «واحد».
    fn noun_before(&self, noun: usize, number: &NumberMention) -> bool {
        if self.text.kind(noun) != TokenKind::Word || !self.nominal(noun) {
            return false;
        }
        let reading = self.morphology.best(noun);
        let definite = self.text.word_key(noun, reading).starts_with("ال");
        let one = matches!(
            self.text.key(number.core.start),
            "واحد" | "واحده" | "اثنين" | "اثنان" | "اثنتين"
        ) && number.core.len() == 1;
        // «القرار 1701» has a definite noun and a bare number.
        // «الذكرى الـ74» is the seventy-fourth; «الهجوم الآلاف من» has a number of its own.
        let plural = reading.features.has(Features::PLURAL) || reading.features.has(Features::DUAL);
        let digits = (number.core.clone()).any(|at| self.text.kind(at) == TokenKind::Number);
        let counts = number.kind == NumberKind::Cardinal && (plural || !digits);
        let next = number.tokens.end;
        let agrees = plural && self.text.key(next).starts_with("ال");
        (definite && number.definite && counts && (agrees || !self.is_counted(next, false)))
            || (one && !definite && reading.lexeme.is_some() && !number.and)
    }

    /// Whether the token can be what a number counts.
    fn is_counted(&self, at: usize, after_of: bool) -> bool {
        let key = self.text.key(at);
        if self.is_others(at) {
            return true;
        }
        let best = self.morphology.best(at);
        let particles = best.prefix > 0 && !after_of;
        self.text.kind(at) == TokenKind::Word
            && !particles
            && self.nominal(at)
            && !matches!(key, "في" | "علي" | "عن" | "الي" | "ما" | "اصل" | "بين" | "قبل" | "بعد")
    }

    /// «آخرون», «منهم»: people told of before.
    fn is_others(&self, at: usize) -> bool {
        matches!(
            self.text.key(at),
            "اخرون" | "اخرين" | "اخر" | "اخران" | "منهم" | "منهن" | "بينهم"
        )
    }

    /// End of a counted noun phrase: its adjectives, or the noun it governs.
    fn phrase_end(&self, noun: usize) -> usize {
        let mut end = noun + 1;
        while end < noun + 4 && self.text.kind(end) == TokenKind::Word {
            let best = self.morphology.best(end);
            if best.prefix > 0
                || self.numbers.lexicon.is_number_word(self.text, end)
                || !matches!(best.pos, Pos::Adjective) && !matches!(self.text.key(end), "اخرون" | "اخرين" | "اخران")
            {
                break;
            }
            end += 1;
        }
        end
    }

    /// The kind that the tags of a noun say.
    fn tag_kind(&self, noun: usize) -> Option<QuantityKind> {
        const TAGS: [(&str, QuantityKind); 8] = [
            ("killed", QuantityKind::Killed),
            ("injured", QuantityKind::Injured),
            ("missing", QuantityKind::Missing),
            ("detained", QuantityKind::Detained),
            ("displaced", QuantityKind::Displaced),
            ("weapon", QuantityKind::Weapons),
            ("vehicle", QuantityKind::Vehicles),
            ("human", QuantityKind::People),
        ];
        let tags = |reading: crate::morphology::Analysis| {
            let lexeme = musnad_data::lexicon::lexeme(reading.lexeme?.0)?;
            TAGS.iter().find(|(tag, _)| lexeme.has_tag(tag)).map(|(_, kind)| *kind)
        };
        self.morphology
            .all(noun)
            .find_map(tags)
            .or_else(|| self.is_person_by_origin(noun).then_some(QuantityKind::People))
    }

    /// «فلسطينيا», «حوثيين»: an adjective of origin that stands for a person.
    fn is_person_by_origin(&self, noun: usize) -> bool {
        let key = self.text.key(noun);
        let best = self.morphology.best(noun);
        let adjective = best.pos == Pos::Adjective || best.lexeme.is_none();
        if key.starts_with("ال") {
            return adjective && ["يين", "يون"].iter().any(|ending| key.ends_with(ending));
        }
        adjective
            && ["يا", "يين", "يون", "ي"]
                .iter()
                .any(|ending| key.len() > ending.len() + 4 && key.ends_with(ending))
            && !key.starts_with("ال")
    }

    /// The kind of what is counted: by the noun, and for people by what is said of them.
    fn people_kind(&self, noun: usize, tokens: Range<usize>, last: &Last) -> Option<QuantityKind> {
        let others = self.is_others(noun);
        let by_noun = if others {
            Some(QuantityKind::People)
        } else {
            self.tag_kind(noun)
        };
        match by_noun {
            None => Some(QuantityKind::Count),
            Some(QuantityKind::People) => {
                let between = self.text.key(tokens.end) == "بين" && self.text.key(tokens.end + 1).starts_with("قت");
                if between {
                    return Some(QuantityKind::People);
                }
                Some(
                    self.fate(tokens.clone(), 8)
                        .or_else(|| self.inherited(tokens.start, last))
                        .unwrap_or(QuantityKind::People),
                )
            }
            kind => kind,
        }
    }

    /// What is said to have happened to the people at these tokens.
    fn fate(&self, tokens: Range<usize>, reach: usize) -> Option<QuantityKind> {
        let sentence = self.text.sentence_tokens(self.text.sentence_of(tokens.start));
        let kind = |predicate| match predicate {
            Predicate::Kind(kind) => kind,
            Predicate::Fallen => QuantityKind::Killed,
            Predicate::Released => QuantityKind::People,
        };
        // «و20 جرحوا»: the verb right after is nearer than what the clause before says.
        let next = tokens.end;
        if !self.text.key(next).starts_with('و')
            && self.morphology.best(next).pos == Pos::Verb
            && let Some(Predicate::Kind(kind)) = self.lexicon.predicate(self.text, self.morphology, next)
            && next < sentence.end
        {
            return Some(kind);
        }
        let mut left = None;
        for (distance, at) in (sentence.start..tokens.start).rev().take(reach).enumerate() {
            if let Some(predicate) = self.lexicon.predicate(self.text, self.morphology, at) {
                left = Some((distance, kind(predicate)));
                break;
            }
            // Another number, a stop or another verb ends the clause.
            let stop =
                matches!(self.text.key(at), "." | "؛" | ":" | "؟" | "!") || self.text.kind(at) == TokenKind::Number;
            let verb = self.morphology.best(at).pos == Pos::Verb && self.morphology.best(at).lexeme.is_some();
            if stop || verb || self.numbers.lexicon.is_number_word(self.text, at) && distance > 0 {
                break;
            }
        }
        if let Some((distance, kind)) = left
            && distance < 3
        {
            return Some(kind);
        }
        let mut right = None;
        for at in (tokens.end..sentence.end).take(if reach > 3 { 6 } else { 2 }) {
            let key = self.text.key(at);
            if let Some(predicate) = self.lexicon.predicate(self.text, self.morphology, at) {
                let best = self.morphology.best(at);
                // «و» opens another clause, and a noun of killing there has its own number.
                let verb = best.pos == Pos::Verb || matches!(key, "مصرعهم" | "مصرعهما" | "حتفهم");
                if verb && !key.starts_with('و') {
                    right = Some(kind(predicate));
                }
                break;
            }
            if matches!(
                key,
                "." | "،" | "؛" | ":" | "و" | "في" | "بعد" | "خلال" | "فيما" | "بينما" | "كما"
            ) || self.morphology.best(at).pos == Pos::Verb && self.morphology.best(at).lexeme.is_some()
            {
                break;
            }
        }
        right.or(left.map(|(_, kind)| kind))
    }

    /// «مقتل 5 جنود و7 مسلحين», «157 شخصا بينهم 39 طفلا»: the kind of the number before.
    fn inherited(&self, start: usize, last: &Last) -> Option<QuantityKind> {
        let (kind, tokens) = last.as_ref()?;
        let people = !matches!(
            kind,
            QuantityKind::Weapons
                | QuantityKind::Vehicles
                | QuantityKind::DistanceKm
                | QuantityKind::Money
                | QuantityKind::Percent
                | QuantityKind::Count
        );
        let same_sentence = self.text.sentence_of(tokens.start) == self.text.sentence_of(start);
        if !people || !same_sentence || start < tokens.end || start - tokens.end > 8 {
            return None;
        }
        let between = tokens.end..start;
        let verb = between
            .clone()
            .any(|at| self.morphology.best(at).pos == Pos::Verb && self.morphology.best(at).lexeme.is_some());
        let among = between.clone().any(|at| {
            matches!(
                self.text.key(at),
                "بينهم" | "بينهن" | "منهم" | "ضمنهم" | "اصل" | "بينها"
            )
        });
        let joined = self.text.key(start).starts_with('و')
            || between.clone().any(|at| self.text.key(at) == "و")
            || self.text.key(start - 1) == "و";
        (!verb && (among || (joined && between.len() <= 4))).then_some(*kind)
    }

    /// «جنديان», «قذيفتي هاون»: an indefinite dual counts two.
    fn of_dual(&self, at: usize, last: Last) -> Option<(Quantity, Range<usize>)> {
        if self.text.kind(at) != TokenKind::Word {
            return self.one_of(at);
        }
        let best = self.morphology.best(at);
        let is_dual = |reading: &Analysis| {
            reading.pos == Pos::Noun
                && reading.features.has(Features::DUAL)
                && reading.lexeme.is_some()
                && reading.suffix == 0
        };
        // «مقتل شرطيين»: written like the plural; right after its predicate it is the dual.
        let oblique = self.text.key(at).ends_with("ين")
            && self.tag_kind(at) == Some(QuantityKind::People)
            && at > 0
            && self.lexicon.predicate(self.text, self.morphology, at - 1).is_some();
        let dual = is_dual(&best) || oblique && self.morphology.all(at).any(|reading| is_dual(&reading));
        if !dual
            || best.features.has(Features::DEFINITE)
            || self.text.word_key(at, best).starts_with("ال")
            || self.numbers.lexicon.is_number_word(self.text, at)
            || self.lexicon.looks_like_dual(self.text.key(at))
        {
            return self.one_of(at);
        }
        let tag = self.tag_kind(at);
        if best.features.has(Features::CONSTRUCT) && tag != Some(QuantityKind::Weapons) {
            return None;
        }
        if matches!(
            self.text.key(at),
            "الطرفين" | "طرفين" | "يدين" | "عينين" | "مرتين" | "حين" | "ضعفين"
        ) {
            return None;
        }
        let mut end = self.phrase_end(at);
        end += usize::from(matches!(self.text.key(end), "اثنين" | "اثنان" | "اثنتين" | "اثنتان"));
        let kind = self.people_kind(at, at..end, &last)?;
        let counted = Counted {
            tokens: at..end,
            prefix: best.prefix,
            kind,
            noun: Some(at),
            currency: "",
            unit: None,
            factor: 1.0,
            rule: "quantity.dual",
        };
        Some(self.quantity(&counted, at..end, Some(2.0), Some(2.0)))
    }

    /// «مقتل أحد أفراد القوى الأمنية»: one of several people, whose fate is told by the word before.
    fn one_of(&self, at: usize) -> Option<(Quantity, Range<usize>)> {
        if !matches!(self.text.key(at), "احد" | "احدي") || self.tag_kind(at + 1) != Some(QuantityKind::People) {
            return None;
        }
        let kind = self.fate(at..at + 2, 1)?;
        let end = self.phrase_end(at + 1);
        let counted = Counted {
            tokens: at..end,
            prefix: 0,
            kind,
            noun: Some(at + 1),
            currency: "",
            unit: None,
            factor: 1.0,
            rule: "quantity.one_of",
        };
        Some(self.quantity(&counted, at..end, Some(1.0), Some(1.0)))
    }
}

#[cfg(test)]
mod tests;
