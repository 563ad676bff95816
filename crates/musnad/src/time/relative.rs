//! Times told from the day of writing: «أمس الأربعاء», «الاثنين الماضي», «العام الجاري», «الشهر ذاته», «قبل ثلاثة أيام»,
//! «السنوات الخمس المقبلة».

use super::calendar::{self, Stretch};
use super::duration::Amount;
use super::lexicon::{Class, Season, Unit};
use super::scan::{Moment, Scan};
use super::tense::Direction;
use crate::document::{Date, Days, TimeKind};
use crate::text::token::TokenKind;

impl Scan<'_, '_> {
    /// «العام الماضي», «هذا الأسبوع», «ذلك العام», «الشهر ذاته», «ذات الشهر», «السنة الأخيرة», «الصيف الماضي».
    pub(super) fn unit_with_direction(&self, at: usize) -> Option<Moment> {
        let (pointed, prefix) = match self.text.key(at) {
            "هذا" | "هذه" => (Some(Pointer::This), 0),
            "وهذا" | "وهذه" | "لهذا" | "لهذه" | "بهذا" => (Some(Pointer::This), 2),
            "ذلك" | "تلك" | "نفس" | "ذات" => (Some(Pointer::Same), 0),
            _ => (None, 0),
        };
        let start = at + usize::from(pointed.is_some());
        let found = self.word(start, |c| {
            matches!(c, Class::Unit(_) | Class::Season(_) | Class::Deictic(0))
        })?;
        let (definite, unit) = match found.class {
            Class::Unit(unit) => (found.definite, Some(unit)),
            // «اليوم التالي».
            Class::Deictic(_) if found.end == start + 1 => (true, Some(Unit::Day)),
            _ => (true, None),
        };
        if !definite || (pointed.is_some() && found.prefix > 0) {
            return None;
        }
        let season = if let Class::Season(season) = found.class {
            Some(season)
        } else {
            None
        };
        if let Some(unit) = unit {
            if unit.is_clock() || unit == Unit::Century {
                return None;
            }
            let same = self.word(found.end, |c| c == Class::Same);
            if pointed == Some(Pointer::Same) || same.is_some() {
                let end = same.map_or(found.end, |same| same.end);
                let prefix = if pointed.is_some() { prefix } else { found.prefix };
                if self.last_unresolved {
                    let stretch = Stretch {
                        days: None,
                        value: "PAST_REF".to_owned(),
                        grain: unit,
                    };
                    return Some(Moment::date(at, end, prefix, stretch, "time.relative.anaphor"));
                }
                let last = self.last.as_ref()?.days?;
                return Some(Moment::date(at, end, prefix, around(last.first, unit)?, "time.anaphor"));
            }
            // «العام 2014 الجاري» is read by the rule for years.
            if let Some(recent) = self
                .word(found.end, |c| c == Class::Recent)
                .filter(|_| unit > Unit::Day)
            {
                let stretch = match self.today {
                    Some(today) => Stretch::from_to(calendar::plus(today, -1, unit)?, today),
                    None => Stretch {
                        days: None,
                        value: "PAST_REF".to_owned(),
                        grain: unit,
                    },
                };
                return Some(Moment::date(
                    at,
                    recent.end,
                    found.prefix,
                    stretch,
                    "time.relative.last_unit",
                ));
            }
        }
        // «الأسبوع بعد المقبل», «العام [ما] قبل الماضي»: one further.
        let (further, after) = self.further(found.end);
        let stated = self
            .direction(after)
            .filter(|(direction, _)| further.is_none_or(|further| further == *direction));
        let (direction, end) = match (stated, pointed) {
            (Some((direction, end)), _) => (direction, end),
            (None, Some(_)) if unit != Some(Unit::Day) => (Direction::This, found.end),
            // «الأسبوع» and nothing else.
            (None, None)
                if at == 0
                    && found.end == self.text.tokens.len()
                    && unit.is_some_and(|unit| unit > Unit::Day && unit <= Unit::Year) =>
            {
                (Direction::This, found.end)
            }
            _ => return None,
        };
        let prefix = if pointed.is_some() { prefix } else { found.prefix };
        let Some(today) = self.today else {
            let value = match direction {
                Direction::Past => "PAST_REF",
                Direction::Next => "FUTURE_REF",
                _ => "PRESENT_REF",
            };
            return Some(Moment::date(
                at,
                end,
                prefix,
                Stretch {
                    days: None,
                    value: value.to_owned(),
                    grain: unit.unwrap_or(Unit::Month),
                },
                "time.relative.unit",
            ));
        };
        let step = match direction {
            Direction::Past => -1,
            Direction::Next => 1,
            _ => 0,
        } * if further.is_some() { 2 } else { 1 };
        let stretch = match (unit, season) {
            (Some(unit), _) => {
                let base = if unit > Unit::Month {
                    Date::new(today.year(), 1, 1)?
                } else if unit == Unit::Month {
                    Date::new(today.year(), today.month(), 1)?
                } else {
                    today
                };
                around(calendar::plus(base, step, unit)?, unit)?
            }
            (None, Some(season)) => nearest_season(today, season, direction)?,
            _ => return None,
        };
        Some(Moment::date(at, end, prefix, stretch, "time.relative.unit"))
    }

    /// «[ما] قبل» and «[ما] بعد» between a time and «الماضي», «المقبل».
    pub(super) fn further(&self, at: usize) -> (Option<Direction>, usize) {
        let what = usize::from(self.text.key(at) == "ما");
        match self.text.key(at + what) {
            "بعد" => (Some(Direction::Next), at + what + 1),
            "قبل" => (Some(Direction::Past), at + what + 1),
            _ => (None, at),
        }
    }

    /// «بقية الأسبوع», «ما تبقى من العام الجاري»: from the day of writing to the end.
    pub(super) fn remainder(&self, at: usize) -> Option<Moment> {
        let (inner, prefix) = match self.text.key(at) {
            "بقيه" | "باقي" => (at + 1, 0),
            "وبقيه" | "لبقيه" | "وباقي" | "لباقي" => (at + 1, 2),
            "ما" if matches!(self.text.key(at + 1), "تبقي" | "بقي") && self.text.key(at + 2) == "من" => {
                (at + 3, 0)
            }
            _ => return None,
        };
        let stated = self.unit_with_direction(inner).filter(|whole| whole.prefix == 0);
        let (unit, end) = if let Some(whole) = &stated {
            (whole.stretch.grain, whole.end)
        } else {
            let found = self
                .word(inner, |c| matches!(c, Class::Unit(_)))
                .filter(|found| found.definite && found.prefix == 0)?;
            let Class::Unit(unit) = found.class else { return None };
            (unit, found.end)
        };
        if unit.is_clock() || unit == Unit::Day || unit > Unit::Year {
            return None;
        }
        let rule = "time.relative.remainder";
        let Some(today) = self.today else {
            let value = "FUTURE_REF".to_owned();
            return Some(Moment::bare(at, end, prefix, TimeKind::Date, value, rule));
        };
        let whole = match stated {
            Some(whole) => whole.stretch,
            None => around(today, unit)?,
        };
        let days = whole.days?;
        let first = days.first.max(today);
        (first <= days.last).then(|| Moment::date(at, end, prefix, Stretch::from_to(first, days.last), rule))
    }

    /// «السنوات السبع الماضية», «الأيام القليلة المقبلة», «اليومين الماضيين», «الـ24 ساعة الماضية», «آخر 3 سنوات».
    pub(super) fn counted_stretch(&self, at: usize) -> Option<Moment> {
        if self.text.key(at) == "اخر" {
            let amount = self
                .amount(at + 1)
                .filter(|amount| amount.value.is_some_and(|n| n > 1.0) && amount.prefix == 0)?;
            return self.stretch_of(at, amount.end, 0, amount.value, amount.unit, Direction::Past);
        }
        let is_unit = |c: Class| matches!(c, Class::Units(_) | Class::DualUnit(_) | Class::Unit(_));
        let (mut number, mut unit_at, mut prefix, mut definite) = (None, at, 0, false);
        let article = matches!(self.text.key(at), "ال" | "وال" | "بال" | "فال" | "كال" | "لل");
        let digits = self.text.kind(at) == TokenKind::Number;
        if article || digits || self.numbers.is_number_word(self.text, at) {
            // The number comes first: «الـ24 ساعة», «الثلاثة أيام», «24 ساعة الماضية».
            let start = at + usize::from(article);
            let found = self
                .numbers
                .cardinal(self.text, start)
                .filter(|found| (found.definite || start > at || digits) && found.open.is_none())?;
            (number, unit_at, prefix, definite) = (
                Some(found.value),
                found.end,
                if start > at {
                    self.text.key(at).len() as u8 - 4
                } else {
                    found.prefix
                },
                true,
            );
        }
        let found = self.word(unit_at, is_unit)?;
        let (unit, dual) = match found.class {
            Class::Units(unit) => (unit, false),
            Class::DualUnit(unit) => (unit, true),
            Class::Unit(unit) if number.is_some() => (unit, false),
            _ => return None,
        };
        definite |= found.definite;
        if !definite || (number.is_some() && found.prefix > 0) {
            return None;
        }
        if number.is_none() {
            prefix = found.prefix;
        }
        let mut end = found.end;
        if dual {
            number = Some(2.0);
        } else if number.is_none() {
            let apart = usize::from(self.text.key(end) == "ال");
            if let Some(count) = self
                .numbers
                .cardinal(self.text, end + apart)
                .filter(|count| (count.definite || apart == 1 || count.digits) && count.open.is_none())
            {
                number = Some(count.value);
                end = count.end;
            } else if matches!(self.text.key(end), "القليله" | "المعدوده" | "العديده" | "الكثيره")
            {
                end += 1;
            }
        }
        let recent = self
            .word(end, |c| c == Class::Recent)
            .map(|found| (Direction::Past, found.end));
        let (direction, mut end) = self.direction(end).or(recent)?;
        if matches!(self.text.key(end), "القليله" | "المعدوده") {
            end += 1;
        }
        self.stretch_of(at, end, prefix, number, unit, direction)
    }

    fn stretch_of(
        &self,
        at: usize,
        end: usize,
        prefix: u8,
        number: Option<f64>,
        unit: Unit,
        direction: Direction,
    ) -> Option<Moment> {
        let value = match direction {
            Direction::Past => "PAST_REF",
            Direction::Next => "FUTURE_REF",
            _ => "PRESENT_REF",
        };
        let (Some(number), Some(today)) = (number, self.today) else {
            let rule = if number.is_some() {
                "time.relative.counted"
            } else {
                "time.vague"
            };
            return Some(Moment::bare(at, end, prefix, TimeKind::Date, value.to_owned(), rule));
        };
        let count = number.min(1e4) as i32;
        let stretch = if direction == Direction::Past {
            let last = if unit == Unit::Day { today.plus_days(-1)? } else { today };
            Stretch::from_to(calendar::plus(today, -count, unit)?.min(last), last)
        } else {
            let first = if unit == Unit::Day { today.plus_days(1)? } else { today };
            Stretch::from_to(first, calendar::plus(today, count, unit)?.max(first))
        };
        Some(Moment::date(at, end, prefix, stretch, "time.relative.counted"))
    }

    /// «قبل ثلاثة أيام», «بعد 18 شهرا», «قبل أيام», «منذ أسابيع قليلة».
    pub(super) fn before_or_after(&self, at: usize) -> Option<Moment> {
        let (sign, prefix) = match self.text.key(at) {
            "قبل" | "قبيل" => (-1, 0),
            "وقبل" | "فقبل" => (-1, 2),
            "بعد" | "بعيد" => (1, 0),
            "وبعد" | "فبعد" => (1, 2),
            "منذ" => (0, 0),
            "ومنذ" => (0, 2),
            _ => return None,
        };
        let amount = self.amount(at + 1).filter(|amount| amount.prefix == 0)?;
        if amount.prefixless_noun {
            return None;
        }
        if sign != 0
            && let Some(moment) = self.offset_from_date(at, prefix, sign, &amount)
        {
            return Some(moment);
        }
        let anchored = matches!(self.text.key(amount.end), "من" | "مما" | "علي");
        let vague = amount.value.is_none();
        if vague && (amount.few || (sign != 0 && !anchored && amount.plural)) {
            return Some(Moment::bare(
                at,
                amount.end,
                prefix,
                TimeKind::Date,
                "PAST_REF".to_owned(),
                "time.vague_offset",
            ));
        }
        // «بعد يومين من», «منذ 6 سنوات»: a length; the words before it are no part of it.
        if sign == 0 || anchored || vague || amount.unit.is_clock() {
            return self.length(at + 1, amount);
        }
        let (count, unit) = whole_units(amount.value?, amount.unit)?;
        let count = count * sign;
        let rule = "time.relative.offset";
        let Some(today) = self.today else {
            let value = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
            return Some(Moment::bare(
                at,
                amount.end,
                prefix,
                TimeKind::Date,
                value.to_owned(),
                rule,
            ));
        };
        let day = calendar::plus(today, count, unit)?;
        let grain = match unit {
            // A year ago is told to the month.
            Unit::Year if count.abs() == 1 => Unit::Month,
            Unit::Week => Unit::Day,
            unit => unit,
        };
        Some(Moment::date(at, amount.end, prefix, around(day, grain)?, rule))
    }

    /// «بعد أسبوعين من يوم الثلاثاء», «قبل يومين من عيد الفطر»: from another day.
    fn offset_from_date(&self, at: usize, prefix: u8, sign: i32, amount: &Amount) -> Option<Moment> {
        if self.text.key(amount.end) != "من" || amount.unit.is_clock() || amount.value.is_none() {
            return None;
        }
        let date = self
            .date(amount.end + 1)
            .filter(|date| date.prefix == 0 && date.stretch.grain == Unit::Day)?;
        let days = date.stretch.days?;
        let mut day = if sign < 0 { days.first } else { days.last };
        for (count, unit) in amount.parts() {
            day = calendar::plus(day, count.min(1e4) as i32 * sign, unit)?;
        }
        Some(Moment {
            start: at,
            prefix,
            stretch: Stretch::day(day),
            rule: "time.relative.offset_from_date",
            ..date
        })
    }

    /// «بعد شهرين من الآن», «خلال ستة أشهر من الآن», «شهر و21 يوما من الآن».
    pub(super) fn offset_from_now(&self, at: usize) -> Option<Moment> {
        let (preposition, prefix) = match self.text.key(at) {
            key @ ("قبل" | "بعد" | "منذ" | "خلال") => (key, 0),
            "وقبل" => ("قبل", 2),
            "وبعد" => ("بعد", 2),
            "وخلال" => ("خلال", 2),
            _ => ("", 0),
        };
        let start = at + usize::from(!preposition.is_empty());
        let amount = self
            .amount(start)
            .filter(|amount| preposition.is_empty() || amount.prefix == 0)?;
        if self.text.key(amount.end) != "من" || self.text.key(amount.end + 1) != "الان" {
            return None;
        }
        let prefix = if preposition.is_empty() { amount.prefix } else { prefix };
        let sign = if matches!(preposition, "قبل" | "منذ") || (preposition.is_empty() && self.is_past(at)) {
            -1
        } else {
            1
        };
        let end = amount.end + 2;
        let rule = "time.relative.from_now";
        let (Some(today), Some(_)) = (self.today, amount.value) else {
            let value = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
            return Some(Moment::bare(at, end, prefix, TimeKind::Date, value.to_owned(), rule));
        };
        let mut day = today;
        for (count, unit) in amount.parts() {
            day = calendar::plus(day, count.min(1e4) as i32 * sign, unit)?;
        }
        let stretch = if preposition == "خلال" {
            Stretch::from_to(today, day)
        } else {
            Stretch::day(day)
        };
        Some(Moment::date(at, end, prefix, stretch, rule))
    }

    /// A length of time at a token.
    pub(super) fn length(&self, at: usize, amount: Amount) -> Option<Moment> {
        let mut moment = Moment::bare(
            at,
            amount.end,
            amount.prefix,
            TimeKind::Duration,
            amount.timex(),
            "time.duration",
        );
        moment.modifier = amount.modifier;
        Some(moment)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pointer {
    This,
    Same,
}

/// Whole units of what may be a part: a quarter of a century is 25 years, a year and a half 18 months.
fn whole_units(value: f64, unit: Unit) -> Option<(i32, Unit)> {
    let (value, unit) = if value.fract() == 0.0 {
        (value, unit)
    } else {
        match unit {
            Unit::Century => (value * 100.0, Unit::Year),
            Unit::Decade => (value * 10.0, Unit::Year),
            Unit::Year => (value * 12.0, Unit::Month),
            Unit::Month => (value * 30.0, Unit::Day),
            Unit::Week => (value * 7.0, Unit::Day),
            Unit::Day | Unit::Hour | Unit::Minute | Unit::Second => (value, unit),
        }
    };
    (value.abs() < 1e6).then_some((value.round() as i32, unit))
}

/// The calendar unit that holds a day.
fn around(day: Date, unit: Unit) -> Option<Stretch> {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Some(Stretch::day(day)),
        Unit::Week => Stretch::week(day),
        Unit::Month => Stretch::month(day.year(), day.month()),
        Unit::Year => Stretch::year(day.year()),
        Unit::Decade => Stretch::decade(day.year() / 10 * 10),
        Unit::Century => Stretch::century((day.year() - 1) / 100 + 1),
    }
}

fn nearest_season(today: Date, season: Season, direction: Direction) -> Option<Stretch> {
    let mut candidates = (-1..=1).filter_map(|years| Stretch::season(today.year() + years, season));
    let is_over = |days: Days| days.last < today;
    match direction {
        Direction::Past => candidates.rfind(|stretch| stretch.days.is_some_and(is_over)),
        Direction::Next => candidates.find(|stretch| stretch.days.is_some_and(|days| days.first > today)),
        _ => Stretch::season(today.year(), season),
    }
}
