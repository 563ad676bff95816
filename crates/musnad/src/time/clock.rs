//! Parts of the day and clock times: «فجر الأحد», «مساء أمس», «الليلة الماضية», «الساعة السابعة والنصف صباحا بتوقيت غرينتش»,
//! «15:30», «الساعة 8 إلا ربع».

use super::calendar::Stretch;
use super::lexicon::{Class, Part, Unit};
use super::scan::{Moment, Scan};
use crate::document::{Date, Days, TimeKind};
use crate::number::plain_digits;
use crate::text::token::TokenKind;

/// An hour of the day as read, before the part of the day is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    pub(super) hour: u32,
    pub(super) minute: u32,
    pub(super) second: Option<u32>,
    pub(super) minutes_given: bool,
    pub(super) end: usize,
    pub(super) prefix: u8,
    /// Written so that it can be nothing else: «الساعة», «15:30».
    pub(super) sure: bool,
}

impl Scan<'_, '_> {
    /// A clock time or part of the day.
    pub(super) fn clock_or_part(&self, at: usize) -> Option<Moment> {
        self.clock_time(at).or_else(|| self.part_of_day(at))
    }

    pub(super) fn clock_time(&self, at: usize) -> Option<Moment> {
        // «بعد الظهر 7:00», «الظهر الساعة 7».
        let leading = self.word(at, |c| matches!(c, Class::Part(_)));
        let start = leading.map_or(at, |found| found.end);
        let mut clock = self
            .spoken_clock(start)
            .or_else(|| self.bare_hour(start))
            .or_else(|| self.clock(start))
            .filter(|clock| leading.is_none() || (clock.sure && clock.prefix == 0))?;
        let mut prefix = clock.prefix;
        let mut part = None;
        if let Some(found) = leading {
            prefix = found.prefix;
            part = part_of(found.class);
        }
        let (mut day, mut end) = (None, clock.end);
        let of = usize::from(self.text.key(end) == "من" || (self.text.key(end) == "في" && !clock.sure));
        if let Some(found) = self
            .word(end + of, |c| matches!(c, Class::Part(_)))
            .filter(|found| !found.and && !found.governed)
        {
            part = part_of(found.class);
            end = found.end;
            if let Some(date) = self.near_day(end).filter(|date| date.prefix == 0) {
                day = date.stretch.days.map(|days| days.first);
                end = date.end;
            }
        } else if let (true, true, half @ ("م" | "ص")) = (clock.minutes_given, part.is_none(), self.text.key(end)) {
            // «3:30 م», «10:15 ص».
            part = Some(if half == "م" { Part::Afternoon } else { Part::Morning });
            end += 1;
        } else if !clock.sure {
            return None;
        }
        end = self.zone_end(end);
        // «04:00 (01:00 تغ)»: the same moment elsewhere.
        if self.text.key(end) == "("
            && let Some((_, _, _, other)) = self.digits_clock(end + 1)
        {
            let zone = self.zone_end(other);
            if zone > other && self.text.key(zone) == ")" {
                end = zone + 1;
            }
        }
        if day.is_none()
            && let Some(date) = self.near_day(end).filter(|date| date.prefix == 0 && clock.sure)
        {
            day = date.stretch.days.map(|days| days.first);
            end = date.end;
        }
        let late = match part {
            Some(Part::Afternoon | Part::Evening) => true,
            Some(Part::Noon) => clock.hour < 11,
            Some(Part::Night) => clock.hour >= 6,
            _ => false,
        };
        if late && clock.hour < 12 {
            clock.hour += 12;
        } else if matches!(part, Some(Part::Night | Part::Morning | Part::Dawn)) && clock.hour == 12 {
            clock.hour = 0;
        }
        let day = day.or_else(|| self.current_day(at));
        let time = match (clock.minutes_given, clock.second) {
            (_, Some(second)) => format!("T{:02}:{:02}:{second:02}", clock.hour, clock.minute),
            (true, None) => format!("T{:02}:{:02}", clock.hour, clock.minute),
            (false, None) => format!("T{:02}", clock.hour),
        };
        Some(self.time_moment(at, end, prefix, day, &time, "time.clock"))
    }

    pub(super) fn clock(&self, at: usize) -> Option<Clock> {
        // «الساعات الأولى من الصباح» are no one o'clock.
        if matches!(self.before(at), "الساعات" | "ساعات" | "بالساعات") {
            return None;
        }
        // «الساعة», «عند الساعة», «قبيل الساعة».
        let word = self
            .word(at, |c| matches!(c, Class::Unit(Unit::Hour)))
            .filter(|found| found.definite);
        let start = word.map_or(at, |found| found.end);
        let prefix = word.map_or(0, |found| found.prefix);
        if let Some((hour, minute, second, end)) = self.digits_clock(start) {
            return Some(Clock {
                hour,
                minute,
                second,
                minutes_given: true,
                end,
                prefix,
                sure: true,
            });
        }
        if let Some((hour, minute, end)) = word.and_then(|_| self.hour_and_fraction(start)) {
            return Some(Clock {
                hour,
                minute,
                second: None,
                minutes_given: true,
                end,
                prefix,
                sure: true,
            });
        }
        // «الساعة 1400 بتوقيت غرينتش», «الساعة 340 مساء».
        if let Some(digits) = plain_digits(self.text.key(start))
            && word.is_some()
            && matches!(self.text.key(start).len(), 3 | 4)
            && digits / 100 <= 24
            && digits % 100 < 60
        {
            return Some(Clock {
                hour: digits / 100 % 24,
                minute: digits % 100,
                second: None,
                minutes_given: true,
                end: start + 1,
                prefix,
                sure: true,
            });
        }
        let number = if self.text.kind(start) == TokenKind::Number {
            plain_digits(self.text.key(start)).map(|hour| (hour, start + 1, 0))
        } else {
            let ordinal = self
                .numbers
                .ordinal(self.text, start)
                .filter(|found| found.definite)
                .map(|found| (found.value as u32, found.end, found.prefix));
            ordinal.or_else(|| word.and_then(|_| self.small_cardinal(start)))
        };
        let (hour, after, number_prefix) = number.filter(|(hour, ..)| (0..=24).contains(hour))?;
        if word.is_some() && number_prefix > 0 {
            return None;
        }
        let mut clock = Clock {
            hour: hour % 24,
            minute: 0,
            second: None,
            minutes_given: false,
            end: after,
            prefix: if word.is_some() { prefix } else { number_prefix },
            sure: word.is_some(),
        };
        self.minutes(&mut clock);
        // «الخامسة والنصف»: what has halves is an hour; not «المادة الخامسة والنصف الثاني».
        if clock.minutes_given
            && self.text.key(start).starts_with("ال")
            && self.text.key(after - 1).ends_with('ه')
            && self.numbers.ordinal(self.text, clock.end).is_none()
            && self.text.key(clock.end) != "من"
        {
            clock.sure = true;
        }
        Some(clock)
    }

    /// Hours in words: not more than twelve, so that «خمسة وعشرين» is an hour and minutes.
    fn small_cardinal(&self, at: usize) -> Option<(u32, usize, u8)> {
        let (value, end, prefix) = self.cardinal(at)?;
        (value <= 12).then_some((value, end, prefix))
    }

    /// «[الساعة] ثلاثة وثلث», «[الساعة] ثمانية ونصف»: what a cardinal reads as one number with a fraction.
    fn hour_and_fraction(&self, at: usize) -> Option<(u32, u32, usize)> {
        let found = self
            .numbers
            .cardinal(self.text, at)
            .filter(|found| found.open.is_none() && !found.digits && found.prefix == 0)?;
        let minute = (found.value.fract() * 60.0).round() as u32;
        let named = matches!(minute, 15 | 20 | 30);
        (named && (1.0..13.0).contains(&found.value)).then_some((found.value.trunc() as u32, minute, found.end))
    }

    /// «15:30», «12:34:45», «04:00».
    fn digits_clock(&self, at: usize) -> Option<(u32, u32, Option<u32>, usize)> {
        let part = |token: usize, limit: u32| {
            plain_digits(self.text.key(token)).filter(|n| *n < limit && self.text.key(token).len() <= 2)
        };
        let joint = |token: usize| {
            self.text.key(token) == ":" && self.text.joined_to_next(token - 1) && self.text.joined_to_next(token)
        };
        if at > 0 && self.text.joined_to_next(at - 1) && !matches!(self.text.key(at - 1), "(" | "[" | "«" | "\"") {
            return None;
        }
        let hour = part(at, 25)?;
        if !joint(at + 1) || self.text.key(at + 2).len() != 2 {
            return None;
        }
        let minute = part(at + 2, 60)?;
        let second = joint(at + 3).then(|| part(at + 4, 60)).flatten();
        Some((hour % 24, minute, second, at + if second.is_some() { 5 } else { 3 }))
    }

    /// «والنصف», «وربع», «و45 دقيقة», «إلا ثلث», «إلا ثلاث دقائق».
    fn minutes(&self, clock: &mut Clock) {
        loop {
            let key = self.text.key(clock.end);
            let less = key == "الا";
            let alone = key == "و";
            let at = clock.end + usize::from(less || alone);
            let word = self.text.key(at);
            let word = if less || alone {
                word
            } else {
                word.strip_prefix('و').unwrap_or_default()
            };
            let named = match word {
                "النصف" | "نصف" => Some(30),
                "الربع" | "ربع" | "الربعا" | "ربعا" => Some(15),
                "الثلث" | "ثلث" | "ثلثا" => Some(20),
                _ => None,
            };
            let (minutes, end) = if let Some(minutes) = named {
                (minutes, at + 1)
            } else {
                let joined = less || alone || self.text.key(at).starts_with('و');
                let at = if self.text.key(at) == "و" { at + 1 } else { at };
                let Some((minutes, end, _)) = self.cardinal(at).filter(|(minutes, ..)| joined && *minutes < 60) else {
                    break;
                };
                let unit = self.word(end, |c| {
                    matches!(c, Class::Unit(Unit::Minute) | Class::Units(Unit::Minute))
                });
                let part = self.word(end, |c| matches!(c, Class::Part(_)));
                match (unit, part) {
                    (Some(unit), _) => (minutes, unit.end),
                    (None, Some(_)) if !less => (minutes, end),
                    _ => break,
                }
            };
            let total = clock.hour * 60 + clock.minute;
            let total = if less {
                (total + 24 * 60 - minutes) % (24 * 60)
            } else {
                (total + minutes) % (24 * 60)
            };
            (clock.hour, clock.minute, clock.minutes_given, clock.end) = (total / 60, total % 60, true, end);
            clock.sure |= named.is_none();
            if less {
                break;
            }
        }
    }

    /// «فجر الأحد», «مساء أمس السبت», «صباح اليوم», «ليل الأربعاء الخميس», «الليلة الماضية», «فجرا».
    pub(super) fn part_of_day(&self, at: usize) -> Option<Moment> {
        if let Some(night) = self.named_night(at) {
            return Some(night);
        }
        // «الظهيرة» by itself is noon.
        if (self.text.key(at) == "الظهيره" || self.text.key(at) == "الظهر" && matches!(self.before(at), "عند" | "وقت"))
            && self.clause_ends(at + 1)
            && (self.is_future(at) || matches!(self.before(at), "عند" | "في" | "وقت"))
        {
            return Some(self.time_moment(at, at + 1, 0, self.current_day(at), "T12:00", "time.part_of_day"));
        }
        if let Some(hours) = self.hours_of_part(at) {
            return Some(hours);
        }
        if let Some(moment) = self.this_part(at).or_else(|| self.night_of_dates(at)) {
            return Some(moment);
        }
        let early = usize::from(self.text.key(at) == "وقت" && matches!(self.text.key(at + 1), "متاخر" | "مبكر")) * 2;
        let of = early + usize::from(early > 0 && self.text.key(at + early) == "من");
        let found = self.word(at + of, |c| matches!(c, Class::Part(_)));
        let Some(found) = found else {
            // «وقت مبكر اليوم».
            let day = (early > 0).then(|| self.near_day(at + of)).flatten()?;
            return Some(self.time_moment(
                at,
                day.end,
                0,
                day.stretch.days.map(|days| days.first),
                "",
                "time.part_of_day",
            ));
        };
        let part = part_of(found.class)?;
        let code = format!("T{}", part.code());
        let prefix = if of > 0 { 0 } else { found.prefix };
        let of = found.end + usize::from(self.text.key(found.end) == "من");
        let day = self
            .near_day(of)
            .or_else(|| self.date(of).filter(|date| date.stretch.grain == Unit::Day))
            .filter(|date| date.prefix == 0);
        if let Some(date) = day {
            let first = date.stretch.days.map(|days| days.first);
            let mut moment = self.time_moment(at, date.end, prefix, first, &code, "time.part_of_day");
            // «ليل الأربعاء الخميس», «ليل السبت - الأحد»: the night between two days.
            let joint = usize::from(matches!(self.text.key(date.end), "-" | "–" | "/" | "علي" | "الي"));
            if part == Part::Night
                && let Some(next) = self.near_day(date.end + joint).filter(|next| next.prefix == 0)
                && let (Some(first), Some(last)) = (first, next.stretch.days.map(|days| days.first))
            {
                let last = if last > first { last } else { first.plus_days(1)? };
                moment.stretch.days = Some(Days { first, last });
                moment.end = next.end;
            }
            if self.text.key(at) == "بعد"
                && part == Part::Night
                && let Some(after) = first.and_then(|day| day.plus_days(1))
            {
                // After midnight it is the next day.
                moment.stretch.days = Some(Days {
                    first: after,
                    last: after,
                });
            }
            return Some(moment);
        }
        // Without a day only in the adverbial form, at the end of a phrase: «فجرا», «مساء».
        let adverb =
            self.text.key(at).ends_with('ا') && self.text.key(at) != "ليلا" || matches!(self.text.key(at), "ليلا");
        let after_day = self
            .last_day
            .is_some_and(|(sentence, _)| sentence == self.text.sentence_of(at));
        let fixed = self.text.key(at) == "منتصف" || self.text.key(at + 1) == "الليل" && self.text.key(at) == "منتصف";
        if !(fixed && found.end > at + 1) && !(adverb && after_day && early == 0) {
            return None;
        }
        let code = if self.text.key(at) == "منتصف" {
            match part {
                Part::Noon => "T12:00".to_owned(),
                Part::Morning => "T10:00".to_owned(),
                _ => "T00:00".to_owned(),
            }
        } else {
            code
        };
        Some(self.time_moment(at, found.end, prefix, self.current_day(at), &code, "time.part_of_day"))
    }

    /// The day that the sentence is about, or today.
    pub(super) fn current_day(&self, at: usize) -> Option<Date> {
        let sentence = self.text.sentence_of(at);
        self.last_day
            .filter(|(there, _)| *there == sentence)
            .map(|(_, day)| day)
            .or(self.today)
    }

    pub(super) fn time_moment(
        &self,
        start: usize,
        end: usize,
        prefix: u8,
        day: Option<Date>,
        time: &str,
        rule: &'static str,
    ) -> Moment {
        let value = day.map_or_else(|| format!("XXXX-XX-XX{time}"), |day| format!("{day}{time}"));
        let mut moment = Moment::bare(start, end, prefix, TimeKind::Time, value, rule);
        if self.today.is_none() {
            moment.rule = "time.relative.time_of_day";
        }
        moment.stretch.days = day.map(|day| Stretch::day(day).days).unwrap_or_default();
        moment
    }
}

pub(super) fn part_of(class: Class) -> Option<Part> {
    match class {
        Class::Part(part) => Some(part),
        _ => None,
    }
}
