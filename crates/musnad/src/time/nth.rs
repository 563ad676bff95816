//! Numbered parts of the calendar: «الربع الأول من العام الجاري» (the first quarter of this year), «النصف الثاني من 2020»,
//! «الأسبوع الأول من يناير», «أول جمعة من رمضان», «الثلاثاء الثالث من سبتمبر», «عطلة نهاية الأسبوع».

use super::calendar::{self, Stretch};
use super::lexicon::{Class, Unit};
use super::scan::{Moment, Scan};
use super::tense::Direction;
use crate::document::{Date, Days, TimeKind};
use crate::number::plain_digits;
use crate::text::token::TokenKind;

/// The number of the last one.
const LAST: u32 = u32::MAX;

/// «أول», «آخر» in front of what they number.
fn ordinal_before(key: &str) -> Option<u32> {
    Some(match key {
        "اول" => 1,
        "ثاني" => 2,
        "ثالث" => 3,
        "رابع" => 4,
        "خامس" => 5,
        "اخر" => LAST,
        _ => return None,
    })
}

impl Scan<'_, '_> {
    /// «الربع الأول من العام», «النصف الثاني من مايو», «الأسبوع الثالث من عام 2027».
    pub(super) fn part_of_year(&self, at: usize) -> Option<Moment> {
        if let Some(week) = self.first_week(at) {
            return Some(week);
        }
        if let Some(part) = self.quarter_from_now(at).or_else(|| self.first_units(at)) {
            return Some(part);
        }
        let found = self.word(at, |c| matches!(c, Class::PartWord(_) | Class::Unit(Unit::Week)))?;
        if matches!(found.class, Class::Unit(_)) && !found.definite {
            return None;
        }
        let (n, after) = self.ordinal_behind(found.end)?;
        if self.text.key(after) != "من" {
            return None;
        }
        let whole = self.whole(after + 1)?;
        let stretch = match (whole.stretch.days, found.class) {
            (Some(days), Class::PartWord(parts)) => part(&whole.stretch, days, n.min(parts), parts)?,
            (Some(days), _) => nth_week(&whole.stretch, days, n)?,
            (None, _) => Stretch {
                value: "XXXX".to_owned(),
                ..whole.stretch
            },
        };
        let rule = if whole.rule.starts_with("time.relative") {
            "time.relative.part_of_year"
        } else {
            "time.part_of_year"
        };
        Some(Moment {
            start: at,
            prefix: found.prefix,
            stretch,
            rule,
            ..whole
        })
    }

    /// «الربع الماضي», «هذا الربع», and «الربع الأول» of a text that is a time and nothing else.
    fn quarter_from_now(&self, at: usize) -> Option<Moment> {
        let pointed = usize::from(self.text.key(at) == "هذا");
        let found = self.word(at + pointed, |c| c == Class::PartWord(4))?;
        if pointed == 1 && found.prefix > 0 {
            return None;
        }
        let today = self.today?;
        let this = today.year() * 4 + (today.month() as i32 - 1) / 3;
        let (index, end) = if let Some((direction, end)) = self.direction(found.end) {
            let step = match direction {
                Direction::Past => -1,
                Direction::Next => 1,
                _ => 0,
            };
            (this + step, end)
        } else if pointed == 1 {
            (this, found.end)
        } else {
            let (n, end) = self.ordinal_behind(found.end)?;
            let n = if n == LAST { 4 } else { n };
            if !(self.alone || self.is_future(at)) || !self.clause_ends(end) || !(1..=4).contains(&n) {
                return None;
            }
            (today.year() * 4 + n as i32 - 1, end)
        };
        let stretch = Stretch::quarter(index.div_euclid(4), index.rem_euclid(4) as u32 + 1)?;
        Some(Moment::date(
            at,
            end,
            found.prefix,
            stretch,
            "time.relative.part_of_year",
        ))
    }

    /// «الأشهر التسعة الأولى من العام», «الأيام العشرة الأخيرة من رمضان», «العشر الأواخر من رمضان».
    fn first_units(&self, at: usize) -> Option<Moment> {
        let ten = matches!(self.text.key(at), "العشر" | "والعشر");
        let (unit, count, end, prefix) = if ten {
            (Unit::Day, 10, at + 1, (self.text.key(at).len() - "العشر".len()) as u8)
        } else {
            let found = self
                .word(at, |c| matches!(c, Class::Units(Unit::Day | Unit::Week | Unit::Month)))
                .filter(|found| found.definite)?;
            let Class::Units(unit) = found.class else { return None };
            let count = self.numbers.cardinal(self.text, found.end).filter(|count| {
                count.open.is_none() && (count.definite || count.digits) && (2.0..32.0).contains(&count.value)
            })?;
            (unit, count.value as i32, count.end, found.prefix)
        };
        let first = match self.text.key(end) {
            "الاولي" | "الاول" | "الاوائل" => true,
            "الاخيره" | "الاواخر" => false,
            _ => return None,
        };
        if self.text.key(end + 1) != "من" {
            return None;
        }
        let whole = self
            .whole(end + 2)
            .or_else(|| self.month_alone(end + 2).filter(|month| month.prefix == 0))?;
        let days = whole.stretch.days?;
        let (from, to) = if first {
            (days.first, calendar::plus(days.first, count, unit)?.plus_days(-1)?)
        } else {
            (calendar::plus(days.last.plus_days(1)?, -count, unit)?, days.last)
        };
        (from >= days.first && to <= days.last).then(|| Moment {
            start: at,
            prefix,
            stretch: Stretch::from_to(from, to),
            rule: if whole.rule.starts_with("time.relative") {
                "time.relative.part_of_year"
            } else {
                "time.part_of_year"
            },
            ..whole
        })
    }

    /// «الأول», «الأخير» behind what it numbers: the number ([`LAST`] of the last one), and the token after it.
    fn ordinal_behind(&self, at: usize) -> Option<(u32, usize)> {
        if matches!(self.text.key(at), "الاخير" | "الاخيره") {
            return Some((LAST, at + 1));
        }
        let ordinal = self
            .numbers
            .ordinal(self.text, at)
            .filter(|ordinal| ordinal.definite && ordinal.prefix == 0)?;
        Some((ordinal.value as u32, ordinal.end))
    }

    /// «أول أسبوع من أكتوبر», «آخر أسبوع في شهر رمضان».
    fn first_week(&self, at: usize) -> Option<Moment> {
        // A month has four whole weeks.
        let n = ordinal_before(self.text.key(at)).filter(|n| *n <= 4 || *n == LAST)?;
        if self.text.key(at + 1) != "اسبوع" {
            return None;
        }
        let whole = self.of_whole(at + 2)?;
        let stretch = nth_week(&whole.stretch, whole.stretch.days?, n)?;
        Some(Moment {
            start: at,
            prefix: 0,
            stretch,
            rule: "time.part_of_year",
            ..whole
        })
    }

    /// «من أكتوبر», «في العام الجاري», «بأيلول 2014»: the whole after its preposition.
    fn of_whole(&self, at: usize) -> Option<Moment> {
        if matches!(self.text.key(at), "من" | "في") {
            return self.whole(at + 1);
        }
        self.month_year(at)
            .filter(|whole| whole.prefix == 2 && self.text.key(at).starts_with('ب'))
            .map(|whole| Moment { prefix: 0, ..whole })
    }

    /// «اليوم الأخير من شهر أكتوبر», «آخر يوم في مايو», «أول أيام أيار», «اليوم الأول منه».
    pub(super) fn nth_day(&self, at: usize) -> Option<Moment> {
        let (n, end, prefix) = if let Some(n) = ordinal_before(self.text.key(at)) {
            let plural = self.text.key(at + 1) == "ايام";
            (plural || self.text.key(at + 1) == "يوم").then_some((n, at + 2, 0))?
        } else {
            let prefix = match self.text.key(at) {
                "اليوم" => 0,
                "واليوم" | "باليوم" => 2,
                _ => return None,
            };
            let (n, end) = self.ordinal_behind(at + 1)?;
            (n, end, prefix)
        };
        let plural = self.text.key(at + 1) == "ايام";
        let whole = if self.text.key(end) == "منه" {
            let last = self.last.clone().filter(|last| last.grain > Unit::Day)?;
            Moment::date(end, end + 1, 0, last, "time.anaphor")
        } else if plural {
            self.month_year(end).filter(|whole| whole.prefix == 0)?
        } else {
            self.of_whole(end)?
        };
        let days = whole.stretch.days?;
        if whole.stretch.grain < Unit::Month || whole.stretch.grain > Unit::Year {
            return None;
        }
        let date = if n == LAST {
            days.last
        } else {
            days.first.plus_days(i64::from(n.checked_sub(1)?.min(366)))?
        };
        (date <= days.last).then(|| Moment {
            start: at,
            prefix,
            stretch: Stretch::day(date),
            ..whole
        })
    }

    /// The year or month that has the part; «العام» alone is this year.
    fn whole(&self, at: usize) -> Option<Moment> {
        if let Some(year) = plain_digits(self.text.key(at)).filter(|year| (1900..2100).contains(year)) {
            return Some(Moment::date(
                at,
                at + 1,
                0,
                Stretch::year(year.cast_signed())?,
                "time.year",
            ));
        }
        let given = self
            .month_year(at)
            .or_else(|| self.year(at))
            .or_else(|| self.unit_with_direction(at))
            .filter(|whole| whole.prefix == 0 && matches!(whole.stretch.grain, Unit::Month | Unit::Year));
        given.or_else(|| {
            let word = self
                .word(at, |c| matches!(c, Class::Unit(Unit::Year | Unit::Month)))
                .filter(|found| found.definite)?;
            let unresolved = Stretch {
                days: None,
                value: String::new(),
                grain: Unit::Year,
            };
            let stretch = match (self.today, word.class) {
                (Some(today), Class::Unit(Unit::Year)) => Stretch::year(today.year())?,
                (Some(today), _) => Stretch::month(today.year(), today.month())?,
                (None, _) => unresolved,
            };
            Some(Moment::date(at, word.end, 0, stretch, "time.relative.unit"))
        })
    }

    /// «الثلاثاء الثالث من [شهر] سبتمبر», «أول جمعة من رمضان», «آخر أحد من مايو».
    pub(super) fn nth_weekday(&self, at: usize) -> Option<Moment> {
        let (n, weekday, prefix, end) = if let Some(n) = ordinal_before(self.text.key(at)) {
            let of_day = usize::from(self.text.key(at + 1) == "يوم");
            let found = self
                .word(at + 1 + of_day, |c| matches!(c, Class::Weekday { .. }))
                .filter(|found| found.prefix == 0);
            match found {
                Some(found) => (n, found.class, 0, found.end),
                // Elsewhere «أحد» is somebody.
                None if self.text.key(at + 1 + of_day) == "احد" => {
                    (n, Class::Weekday { day: 6, bare: true }, 0, at + 2 + of_day)
                }
                None => return None,
            }
        } else {
            let found = self.word(at, |c| matches!(c, Class::Weekday { bare: false, .. }))?;
            let (n, end) = self.ordinal_behind(found.end)?;
            (n, found.class, found.prefix, end)
        };
        let Class::Weekday { day, .. } = weekday else {
            return None;
        };
        let month = self.of_whole(end).filter(|month| month.stretch.grain == Unit::Month);
        // «آخر جمعة»: the one that has just been.
        if month.is_none()
            && n == LAST
            && self.clause_ends(end)
            && !matches!(self.text.key(end - 1), "احد")
            && let Some(today) = self.today
        {
            let back = i64::from((today.weekday() + 6 - day) % 7) + 1;
            let stretch = Stretch::day(today.plus_days(-back)?);
            return Some(Moment::date(at, end, prefix, stretch, "time.relative.nth_weekday"));
        }
        let month = month?;
        let days = month.stretch.days?;
        // «الثلاثاء الثالث من سبتمبر» is the third of September where that is a Tuesday.
        let as_day = Date::new(days.first.year(), days.first.month(), n).filter(|date| date.weekday() == day);
        if as_day.is_some() && end > at + 2 && self.text.key(at).starts_with("ال") {
            return None;
        }
        let date = nth_in(days, day, n)?;
        Some(Moment {
            start: at,
            prefix,
            stretch: Stretch::day(date),
            rule: "time.nth_weekday",
            ..month
        })
    }

    /// «عطلة نهاية الأسبوع [الماضي]»: Saturday and Sunday.
    pub(super) fn weekend(&self, at: usize) -> Option<Moment> {
        let holiday = self.text.key(at) == "عطله";
        let prefix = match self.text.key(at + usize::from(holiday)) {
            "نهايه" => 0,
            "ونهايه" | "بنهايه" | "لنهايه" if !holiday => 2,
            _ => return None,
        };
        let this = usize::from(self.text.key(at + usize::from(holiday) + 1) == "هذا");
        let week = at + usize::from(holiday) + 1 + this;
        if !matches!(self.text.key(week), "الاسبوع" | "اسبوعي" | "اسبوعنا") {
            return None;
        }
        // «عطلة نهاية الأسبوع بعد المقبل»: one further.
        let further = usize::from(holiday && matches!(self.text.key(week + 1), "بعد" | "قبل"));
        let (direction, end) = match self.direction(week + 1 + further) {
            // «نهاية الأسبوع الماضي» without «عطلة» is the end of that week.
            Some(_) if !holiday => return None,
            Some(found) => found,
            None if further > 0 => return None,
            None if this == 1 => (Direction::This, week + 1),
            None => (Direction::Unsaid, week + 1),
        };
        let rule = "time.relative.weekend";
        let Some(today) = self.today else {
            let stretch = Stretch {
                days: None,
                value: "XXXX-WXX-WE".to_owned(),
                grain: Unit::Day,
            };
            return Some(Moment::date(at, end, prefix, stretch, rule));
        };
        let saturday = i64::from(5) - i64::from(today.weekday());
        let offset = match direction {
            Direction::Past => saturday - 7,
            Direction::Next => saturday + 7,
            Direction::Unsaid if saturday > 0 && !self.is_future(at) && at > 0 => saturday - 7,
            _ => saturday,
        };
        let step = match direction {
            Direction::Past => -7,
            _ => 7,
        };
        let first = today.plus_days(offset + if further > 0 { step } else { 0 })?;
        let week = Stretch::week(first)?.value;
        let days = Days {
            first,
            last: first.plus_days(1)?,
        };
        let stretch = Stretch {
            days: Some(days),
            value: format!("{week}-WE"),
            grain: Unit::Day,
        };
        Some(Moment::date(at, end, prefix, stretch, rule))
    }

    /// «للثاني والعشرين», «إلى الحادي والعشرين»: the coming such day, in words that can be no count.
    fn day_as_goal(&self, at: usize) -> Option<Moment> {
        let ordinal = self
            .numbers
            .ordinal(self.text, at)
            .filter(|ordinal| ordinal.definite && (11.0..32.0).contains(&ordinal.value) && ordinal.end > at + 1)?;
        let goal = match ordinal.prefix {
            0 => matches!(self.before(at), "الي" | "حتي"),
            2 => self.text.key(at).starts_with("لل"),
            _ => false,
        };
        let masculine = !self.text.key(at).ends_with('ه');
        if !goal || !masculine || !self.clause_ends(ordinal.end) {
            return None;
        }
        let day = ordinal.value as u32;
        let rule = "time.relative.day_of_month";
        let Some(today) = self.today else {
            let value = format!("XXXX-XX-{day:02}");
            return Some(Moment::bare(
                at,
                ordinal.end,
                ordinal.prefix,
                TimeKind::Date,
                value,
                rule,
            ));
        };
        let month = Date::new(today.year(), today.month(), 1)?;
        let date = (0..3)
            .filter_map(|months| super::calendar::plus_months(month, months))
            .filter_map(|month| Date::new(month.year(), month.month(), day))
            .find(|date| *date >= today)?;
        Some(Moment::date(at, ordinal.end, ordinal.prefix, Stretch::day(date), rule))
    }

    /// «في 15», «بتاريخ 15»: a day of this month or the one before, where nothing is counted.
    pub(super) fn bare_day(&self, at: usize) -> Option<Moment> {
        if let Some(day) = self.day_as_goal(at) {
            return Some(day);
        }
        if self.text.kind(at) != TokenKind::Number || self.text.key(at).len() > 2 {
            return None;
        }
        let day = plain_digits(self.text.key(at)).filter(|day| (1..=31).contains(day))?;
        let alone = at + 1 == self.text.tokens.len() || matches!(self.text.key(at + 1), "." | "،" | "؛");
        if !alone || !matches!(self.before(at), "في" | "بتاريخ" | "تاريخ") || self.text.joined_to_next(at - 1)
        {
            return None;
        }
        let rule = "time.relative.day_of_month";
        let Some(today) = self.today else {
            let stretch = Stretch {
                days: None,
                value: format!("XXXX-XX-{day:02}"),
                grain: Unit::Day,
            };
            return Some(Moment::date(at, at + 1, 0, stretch, rule));
        };
        let months = match (self.is_future(at), day.cmp(&today.day())) {
            (true, std::cmp::Ordering::Less) => 1,
            (false, std::cmp::Ordering::Greater) => -1,
            _ => 0,
        };
        let month = super::calendar::plus_months(Date::new(today.year(), today.month(), 1)?, months)?;
        let date = Date::new(month.year(), month.month(), day)?;
        Some(Moment::date(at, at + 1, 0, Stretch::day(date), rule))
    }
}

/// The nth of so many equal parts of a year or month.
fn part(whole: &Stretch, days: Days, n: u32, parts: u32) -> Option<Stretch> {
    let n = (1..=parts).contains(&n).then_some(n)?;
    let year = days.first.year();
    if whole.grain == Unit::Month {
        let length = days.last.to_epoch_days() - days.first.to_epoch_days() + 1;
        let each = length / i64::from(parts);
        let first = days.first.plus_days(each * i64::from(n - 1))?;
        let last = if n == parts {
            days.last
        } else {
            first.plus_days(each - 1)?
        };
        return Some(Stretch::from_to(first, last));
    }
    if parts == 4 {
        return Stretch::quarter(year, n);
    }
    let months = 12 / parts;
    let first = Stretch::month(year, months * (n - 1) + 1)?;
    let last = Stretch::month(year, months * n)?;
    let mut stretch = Stretch::span(&first, &last)?;
    if parts == 2 {
        stretch.value = format!("{year:04}-H{n}");
    }
    Some(stretch)
}

/// The nth week: of a year by ISO 8601, of a month its weeks from Monday on.
fn nth_week(whole: &Stretch, days: Days, n: u32) -> Option<Stretch> {
    if whole.grain == Unit::Year {
        let in_last = n == LAST;
        let anchor = if in_last {
            Date::new(days.first.year(), 12, 28)?
        } else {
            Date::new(days.first.year(), 1, 4)?.plus_days(i64::from(n.checked_sub(1)?.min(52)) * 7)?
        };
        return Stretch::week(anchor);
    }
    if n == LAST {
        return Some(Stretch::from_to(days.last.plus_days(-6)?, days.last));
    }
    let monday = nth_in(days, 0, n)?;
    Some(Stretch::from_to(monday, monday.plus_days(6)?))
}

/// The nth such weekday of a stretch of days; `LAST` is the last.
pub(super) fn nth_in(days: Days, weekday: u32, n: u32) -> Option<Date> {
    if n == LAST {
        let back = (days.last.weekday() + 7 - weekday) % 7;
        return days.last.plus_days(-i64::from(back));
    }
    let ahead = (weekday + 7 - days.first.weekday()) % 7;
    let date = days
        .first
        .plus_days(i64::from(ahead) + i64::from(n.checked_sub(1)?.min(5)) * 7)?;
    (date <= days.last).then_some(date)
}
