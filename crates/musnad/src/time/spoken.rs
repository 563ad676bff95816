//! Hours without «الساعة», and from one hour to another: «بين الثامنة والتاسعة صباحا» (between eight and nine in the morning),
//! «على عشرة وخمسة وأربعين», «سأعود في السابعة», «ساعات الصباح الأولى».
//!
//! Only where nothing can be counted: after a preposition and at the end of a clause. Not handled: «خمسة إلا ربع» alone.

use super::clock::{Clock, part_of};
use super::lexicon::{Class, Found, Part};
use super::scan::{Moment, Scan};
use crate::number::plain_digits;
use crate::text::token::TokenKind;

impl Scan<'_, '_> {
    /// «بين الثامنة والتاسعة صباحا», «من الساعة 8 حتى 10 مساء»: from one hour of a day to another.
    pub(super) fn clock_range(&self, at: usize) -> Option<Moment> {
        let between = match self.text.key(at) {
            "بين" => true,
            "من" => false,
            _ => return None,
        };
        let first = self.clock(at + 1).filter(|clock| clock.prefix == 0)?;
        let of_first = self
            .word(first.end, |c| matches!(c, Class::Part(_)))
            .filter(|found| found.prefix == 0);
        let after = of_first.map_or(first.end, |found| found.end);
        let (second, joint) = match self.text.key(after) {
            "و" if between => (after + 1, 0),
            "الي" | "حتي" | "وحتي" if !between => (after + 1, 0),
            key if between && key.starts_with('و') => (after, 2),
            _ => return None,
        };
        let last = self.clock_time(second)?;
        if last.prefix != joint {
            return None;
        }
        let late = |part: Option<Found>| {
            part.and_then(|found| part_of(found.class))
                .is_some_and(|part| matches!(part, Part::Afternoon | Part::Evening))
        };
        let end_hour: u32 = last.stretch.value.split_once('T')?.1.get(..2)?.parse().ok()?;
        let mut hour = first.hour;
        if hour < 12 && (late(of_first) || (of_first.is_none() && end_hour >= 12 && hour + 12 < end_hour)) {
            hour += 12;
        }
        let (day, until) = last.stretch.value.split_once('T')?;
        let value = format!("{day}T{hour:02}:{:02}/T{until}", first.minute);
        let mut moment = Moment {
            start: at,
            prefix: 0,
            rule: "time.clock_range",
            ..last
        };
        moment.stretch.value = value;
        Some(moment)
    }

    /// «على عشرة وخمسة وأربعين», «بعد ثمانية وأربعين مساءً»: hours and minutes in words without «الساعة», as spoken, where an
    /// alarm is set or a part of the day ends the clause after a preposition.
    pub(super) fn spoken_clock(&self, at: usize) -> Option<Clock> {
        if self.text.kind(at) != TokenKind::Word
            || !matches!(self.before(at), "علي" | "عند" | "بعد" | "قبل" | "حتي" | "الي")
        {
            return None;
        }
        let (value, end, prefix) = self.cardinal(at)?;
        if prefix > 0 {
            return None;
        }
        let (hour, minute, end) = match value {
            1..=12 => match self.cardinal(end).filter(|(_, _, prefix)| *prefix <= 2) {
                Some((minute, end, _)) if minute < 60 => (value, minute, end),
                _ => return None,
            },
            21..=59 if value % 10 > 0 => (value % 10, value - value % 10, end),
            _ => return None,
        };
        let alarm = self.sets_alarm(at);
        let part = self.word(end, |c| matches!(c, Class::Part(_)));
        let at_end = part.is_some_and(|part| part.prefix == 0 && self.clause_ends(part.end));
        (alarm || at_end).then_some(Clock {
            hour,
            minute,
            second: None,
            minutes_given: true,
            end,
            prefix: 0,
            sure: true,
        })
    }

    /// «[ضبط] المنبه [على]» before an hour.
    fn sets_alarm(&self, at: usize) -> bool {
        (2..4)
            .filter_map(|back| at.checked_sub(back))
            .any(|token| matches!(self.text.key(token), "المنبه" | "منبه" | "منبها" | "الموعد"))
    }

    /// «سأعود في السابعة», «سنلتقي عند 7»: an hour alone at the end of a clause.
    pub(super) fn bare_hour(&self, at: usize) -> Option<Clock> {
        let before = self.before(at);
        let (hour, end) = if self.text.kind(at) == TokenKind::Number {
            let hour = plain_digits(self.text.key(at)).filter(|hour| (1..=12).contains(hour))?;
            (before == "عند" && self.is_future(at)).then_some((hour, at + 1))?
        } else {
            let ordinal = self
                .numbers
                .ordinal(self.text, at)
                .filter(|found| found.definite && found.prefix == 0 && (3.0..13.0).contains(&found.value))?;
            let feminine = self.text.key(at).ends_with('ه');
            (feminine && matches!(before, "في" | "عند" | "حتي" | "قبل" | "بعد" | "حوالي" | "قرابه")
                || feminine && before == "علي" && self.sets_alarm(at)
                || feminine && before == "انها" && self.text.tokens.len() <= 4)
                .then_some((ordinal.value as u32, ordinal.end))?
        };
        self.clause_ends(end).then_some(Clock {
            hour,
            minute: 0,
            second: None,
            minutes_given: false,
            end,
            prefix: 0,
            sure: true,
        })
    }

    /// «الساعات الأولى من صباح اليوم الخميس», «الساعات الأخيرة من الأحد».
    fn hours_of_day(&self, at: usize) -> Option<Moment> {
        let prefix = match self.text.key(at) {
            "الساعات" => 0,
            "والساعات" | "بالساعات" => 2,
            _ => return None,
        };
        let early = matches!(self.text.key(at + 1), "الاولي" | "المبكره" | "المتاخره" | "الاخيره");
        if !early || self.text.key(at + 2) != "من" {
            return None;
        }
        if let Some(part) = self.part_of_day(at + 3).filter(|part| part.prefix == 0) {
            return Some(Moment {
                start: at,
                prefix,
                ..part
            });
        }
        if let Some(day) = self.near_day(at + 3).filter(|day| day.prefix == 0) {
            let date = day.stretch.days.map(|days| days.first);
            return Some(self.time_moment(at, day.end, prefix, date, "", "time.part_of_day"));
        }
        let found = self
            .word(at + 3, |c| matches!(c, Class::Part(_)))
            .filter(|found| found.prefix == 0)?;
        let code = format!("T{}", part_of(found.class)?.code());
        let day = self.current_day(at);
        Some(self.time_moment(at, found.end, prefix, day, &code, "time.part_of_day"))
    }

    /// «ساعات الصباح الأولى», «ساعات الليل المتأخرة [أمس]».
    pub(super) fn hours_of_part(&self, at: usize) -> Option<Moment> {
        if let Some(hours) = self.hours_of_day(at) {
            return Some(hours);
        }
        let prefix = match self.text.key(at) {
            "ساعات" => 0,
            "بساعات" | "لساعات" | "وساعات" => 2,
            _ => return None,
        };
        let found = self
            .word(at + 1, |c| matches!(c, Class::Part(_)))
            .filter(|found| found.prefix == 0)?;
        let part = part_of(found.class)?;
        let early = matches!(self.text.key(found.end), "الاولي" | "المبكره" | "المتاخره" | "الاخيره");
        if !early {
            return None;
        }
        let end = found.end + 1;
        let day = self.near_day(end).filter(|day| day.prefix == 0);
        let date = day.as_ref().and_then(|day| day.stretch.days).map(|days| days.first);
        let code = format!("T{}", part.code());
        Some(self.time_moment(
            at,
            day.map_or(end, |day| day.end),
            prefix,
            date.or_else(|| self.current_day(at)),
            &code,
            "time.part_of_day",
        ))
    }
}
