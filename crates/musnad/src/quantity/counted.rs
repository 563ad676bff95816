//! Which noun a number counts: «5 جنود», «15 من أفراد الشرطة», «مليون دولار».

use super::lexicon::UnitSort;
use super::{Counted, Last, Reading};
use crate::document::{NumberKind, QuantityKind};
use crate::morphology::{Features, Pos};
use crate::number::NumberMention;
use crate::text::token::TokenKind;

impl Reading<'_, '_> {
    /// What the number counts.
    pub(super) fn counted(&self, number: &NumberMention, last: Last) -> Option<Counted> {
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
            // «دولة واحدة» is any one; one soldier or one car is a count.
            let one = number.value == Some(1.0) && self.numbers.lexicon.is_number_word(self.text, number.core.start);
            if one && kind == QuantityKind::Count {
                return None;
            }
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
        let here = self.text.sentence_of(start) == self.text.sentence_of(noun);
        if here && self.text.kind(noun) == TokenKind::Word && self.is_counted(noun, of == 1) {
            let end = self.phrase_end(noun);
            let mut kind = self.people_kind(noun, start..end, &last)?;
            // «مقتل 5 من زملائه», «مقتل خمسة من جيش …»: part of a body of people.
            if of == 1 && kind == QuantityKind::Count {
                let reach = if number.and { 8 } else { 3 };
                kind = self
                    .fate(start..end, reach)
                    .or_else(|| self.inherited(start, &last))
                    .or_else(|| self.is_body_of_people(noun).then_some(QuantityKind::People))
                    .unwrap_or(kind);
            }
            return Some(Counted {
                noun: Some(noun),
                ..base(kind, end, "quantity.noun")
            });
        }
        // No noun: only of people whose fate is told («مقتل 34»), or a part of those told before («من أصل 217»).
        let kind = self
            .fate(start..after, 3)
            .or_else(|| self.inherited(start, &last))
            .or_else(|| self.headcount(start))?;
        Some(base(kind, after, "quantity.predicate"))
    }

    /// «عبد الواحد», «الفرقة 101 المحمولة», «في 2014 عقوبات»: a name, a code, or a year beside a noun it does not count.
    pub(super) fn is_name_or_year(&self, number: &NumberMention, noun: usize, of: bool) -> bool {
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

    /// «القوات», «الشرطة»: so many «من» them are people.
    fn is_body_of_people(&self, noun: usize) -> bool {
        self.morphology.all(noun).any(|reading| {
            reading
                .entry()
                .is_some_and(|lexeme| lexeme.has_tag("combatant") || lexeme.has_tag("crowd"))
        }) || ["قوات", "شرطه", "جيش", "امن"]
            .iter()
            .any(|word| self.text.key(noun).trim_start_matches("ال") == *word)
    }

    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.text.key(before))
    }

    pub(super) fn is_time_word(&self, at: usize) -> bool {
        matches!(
            self.text.key(at),
            "ساعه" | "عام" | "شهر" | "سنه" | "يوم" | "قرن" | "الساعه" | "عقد"
        )
    }

    pub(super) fn nominal(&self, at: usize) -> bool {
        matches!(
            self.morphology.best(at).pos,
            Pos::Noun | Pos::Adjective | Pos::ProperNoun | Pos::Number
        )
    }

    /// A definite noun before a definite number, or an indefinite one before «واحد».
    pub(super) fn noun_before(&self, noun: usize, number: &NumberMention) -> bool {
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
    pub(super) fn is_counted(&self, at: usize, after_of: bool) -> bool {
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
    pub(super) fn is_others(&self, at: usize) -> bool {
        matches!(
            self.text.key(at),
            "اخرون" | "اخرين" | "اخر" | "اخران" | "منهم" | "منهن" | "بينهم"
        )
    }

    /// End of a counted noun phrase: its adjectives, or the noun it governs.
    pub(super) fn phrase_end(&self, noun: usize) -> usize {
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
}
