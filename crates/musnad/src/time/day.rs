//! Single days told from the day of writing: «أمس الأربعاء», «اليوم», «الاثنين الماضي»; a bare weekday is the nearest one
//! in the direction of the tense.

use musnad_data::words::time as words;

use super::calendar::{self, Stretch};
use super::lexicon::{Class, Unit};
use super::nth::nth_in;
use super::scan::{Moment, Scan};
use super::tense::Direction;
use crate::document::Date;
use crate::text::token::TokenKind;

impl Scan<'_, '_> {
    /// «[يوم] أمس [الأربعاء]», «اليوم (الاثنين)», «الأحد», «السبت الماضي».
    pub(super) fn near_day(&self, at: usize) -> Option<Moment> {
        let day_word = self
            .word(at, |c| matches!(c, Class::Unit(Unit::Day)))
            .filter(|found| !found.definite);
        let start = day_word.map_or(at, |found| found.end);
        // «يوم، الأحد».
        let start = start + usize::from(day_word.is_some() && self.text.key(start) == "،");
        let mut moment = self
            .deictic_day(start)
            .or_else(|| self.weekday(start, day_word.is_some()))
            .or_else(|| self.sunday_of_week(start))?;
        if let Some(word) = day_word {
            if moment.prefix > 0 {
                return None;
            }
            (moment.start, moment.prefix) = (at, word.prefix);
        }
        Some(moment)
    }

    pub(super) fn deictic_day(&self, at: usize) -> Option<Moment> {
        let found = self.word(at, |c| matches!(c, Class::Deictic(_)))?;
        let Class::Deictic(offset) = found.class else {
            return None;
        };
        // «في أمس الحاجة»: most.
        if self.text.key(at) == "امس" && self.text.key(found.end) == "الحاجه" {
            return None;
        }
        let mut end = found.end;
        // «اليوم الذي بعد الغد» is that day, «اليوم الذي أعلن فيه» not today.
        if offset == 0 && self.text.key(end) == "الذي" {
            let that = self.deictic_day(end + 1).filter(|that| that.prefix == 0)?;
            return Some(Moment {
                start: at,
                prefix: found.prefix,
                ..that
            });
        }
        if offset == 0 && self.text.key(found.end - 1).ends_with("اليوم") {
            // «اليوم الوطني», «اليوم العالمي للمرأة»; «طوال اليوم» is a length.
            if words::is_named_day(self.text.key(end)) || matches!(self.before(at), "طوال" | "طيله") {
                return None;
            }
            // «اليوم الأول», «ذلك اليوم», «اليوم نفسه», «اليوم التالي».
            if self
                .numbers
                .ordinal(self.text, end)
                .is_some_and(|ordinal| ordinal.definite && self.text.key(end) != "الاحد")
                || matches!(self.before(at), "ذلك" | "نفس" | "ذات")
                || self
                    .word(end, |c| matches!(c, Class::Same | Class::Past | Class::Next))
                    .is_some()
            {
                return None;
            }
        }
        // «غد» without ال is also a name of papers.
        if let Some(date) = self.day_after_today_word(&mut end) {
            return Some(Moment::date(at, end, found.prefix, date, "time.relative.deictic_date"));
        }
        let stretch = match self.today.and_then(|today| today.plus_days(offset)) {
            Some(day) => Stretch::day(day),
            None => Stretch {
                days: None,
                value: "XXXX-XX-XX".to_owned(),
                grain: Unit::Day,
            },
        };
        Some(Moment::date(at, end, found.prefix, stretch, "time.relative.deictic"))
    }

    /// The weekday after «أمس», in brackets or not, and the full date where one follows («اليوم الخميس 15 ديسمبر»).
    pub(super) fn day_after_today_word(&self, end: &mut usize) -> Option<Stretch> {
        let open = usize::from(self.text.key(*end) == "(");
        let comma = usize::from(open == 0 && self.text.key(*end) == "،");
        let is_weekday = |c: Class| matches!(c, Class::Weekday { bare: false, .. });
        if let Some(weekday) = self
            .word(*end + open + comma, is_weekday)
            .filter(|found| found.prefix == 0)
        {
            if open == 1 && self.text.key(weekday.end) != ")" {
                return None;
            }
            if comma == 0 || matches!(self.text.key(weekday.end), "،" | ".") {
                let with_date = self.date_of_number(weekday.end);
                *end = with_date.as_ref().map_or(weekday.end + open, |moment| moment.end);
                return with_date.map(|moment| moment.stretch);
            }
        }
        let with_date = self.date_of_number(*end)?;
        *end = with_date.end;
        Some(with_date.stretch)
    }

    pub(super) fn date_of_number(&self, at: usize) -> Option<Moment> {
        self.day_number(at)?;
        self.date(at)
            .filter(|moment| moment.prefix == 0 && moment.stretch.grain == Unit::Day)
    }

    pub(super) fn weekday(&self, at: usize, after_day: bool) -> Option<Moment> {
        let found = self.word(at, |c| matches!(c, Class::Weekday { .. }))?;
        let Class::Weekday { day, bare } = found.class else {
            return None;
        };
        // «الأحد عشر نائبا» are eleven.
        let eleven = day == 6 && matches!(self.text.key(found.end), "عشر" | "عشره");
        if eleven || words::is_named_after_weekday(self.before(at)) || (found.governed && bare) {
            return None;
        }
        // «ثلاثاء الأسبوع الماضي»: without the article only with a week, or after «يوم».
        let of = usize::from(self.text.key(found.end) == "من");
        let week = self
            .unit_with_direction(found.end + of)
            .filter(|moment| moment.stretch.grain == Unit::Week && moment.prefix == 0);
        if bare && !after_day && week.is_none() {
            return None;
        }
        let unresolved = |end| {
            Moment::date(
                at,
                end,
                found.prefix,
                Stretch {
                    days: None,
                    value: format!("XXXX-WXX-{}", day + 1),
                    grain: Unit::Day,
                },
                "time.relative.weekday",
            )
        };
        // «الثلاثاء قبل الماضي», «السبت بعد المقبل»: a week further.
        let (further, after) = self.further(found.end);
        let further = further.filter(|further| self.direction(after).is_some_and(|(said, _)| said == *further));
        let stated = self.direction(if further.is_some() { after } else { found.end });
        let (direction, end) = stated.unwrap_or((Direction::Unsaid, found.end));
        let Some(today) = self.today else {
            return Some(unresolved(end));
        };
        if let Some(week) = week {
            let date = week.stretch.days?.first.plus_days(i64::from(day))?;
            return Some(Moment::date(
                at,
                week.end,
                found.prefix,
                Stretch::day(date),
                "time.relative.weekday_of_week",
            ));
        }
        if direction == Direction::Unsaid
            && let Some((date, end)) = self.numbered_weekday(found.end, day, today)
        {
            return Some(Moment::date(
                at,
                end,
                found.prefix,
                Stretch::day(date),
                "time.relative.nth_weekday",
            ));
        }
        if direction == Direction::Unsaid
            && let Some((date, end)) = self.weekday_with_number(found.end, day, today)
        {
            return Some(Moment::date(
                at,
                end,
                found.prefix,
                Stretch::day(date),
                "time.relative.weekday_date",
            ));
        }
        // «الأحد القادم الموافق 14 يونيو».
        if self.text.key(end) == "الموافق"
            && let Some(date) = self.date_of_number(end + 1)
        {
            return Some(Moment {
                start: at,
                prefix: found.prefix,
                ..date
            });
        }
        let back = i64::from((today.weekday() + 7 - day) % 7);
        let ahead = i64::from((day + 7 - today.weekday()) % 7);
        let offset = match direction {
            Direction::Past => -(if back == 0 { 7 } else { back }),
            Direction::Next => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            Direction::This => i64::from(day) - i64::from(today.weekday()),
            Direction::Unsaid if self.alone && ahead == 0 => 7,
            Direction::Unsaid if self.alone || self.is_future(at) => ahead,
            Direction::Unsaid | Direction::Nearest => -back,
        };
        let offset = match further {
            Some(Direction::Past) => offset - 7,
            Some(_) => offset + 7,
            None => offset,
        };
        Some(Moment::date(
            at,
            end,
            found.prefix,
            Stretch::day(today.plus_days(offset)?),
            "time.relative.weekday",
        ))
    }

    /// «أحد الأسبوع الماضي»: elsewhere «أحد» is somebody.
    fn sunday_of_week(&self, at: usize) -> Option<Moment> {
        if self.text.key(at) != "احد" {
            return None;
        }
        let week = self
            .unit_with_direction(at + 1)
            .filter(|week| week.stretch.grain == Unit::Week && week.prefix == 0)?;
        let sunday = week.stretch.days?.last;
        Some(Moment {
            start: at,
            stretch: Stretch::day(sunday),
            rule: "time.relative.weekday_of_week",
            ..week
        })
    }

    /// «الأحد الثاني»: the second one of this month, unless the second of the month is a Sunday.
    fn numbered_weekday(&self, at: usize, weekday: u32, today: Date) -> Option<(Date, usize)> {
        let ordinal = self
            .numbers
            .ordinal(self.text, at)
            .filter(|ordinal| ordinal.definite && ordinal.prefix == 0 && ordinal.value <= 5.0)?;
        let n = ordinal.value as u32;
        let month = Stretch::month(today.year(), today.month())?.days?;
        let as_day = Date::new(today.year(), today.month(), n).is_some_and(|date| date.weekday() == weekday);
        if as_day || !self.clause_ends(ordinal.end) {
            return None;
        }
        nth_in(month, weekday, n).map(|date| (date, ordinal.end))
    }

    /// «الجمعة 15», «السبت السادس عشر», «الخميس في الحادي والعشرين»: a day of the month after its weekday, where the two agree and nothing is counted.
    fn weekday_with_number(&self, at: usize, weekday: u32, today: Date) -> Option<(Date, usize)> {
        let at = at + usize::from(matches!(self.text.key(at), "في" | "الموافق"));
        let (number, end, prefix) = self.day_number(at)?;
        let ordinal = self.text.kind(at) == TokenKind::Word;
        if prefix > 0 || (ordinal && !self.text.key(at).starts_with("ال")) || self.counts(end) {
            return None;
        }
        let first = Date::new(today.year(), today.month(), 1)?;
        let date = (-1..=1)
            .filter_map(|months| calendar::plus_months(first, months))
            .filter_map(|month| Date::new(month.year(), month.month(), number))
            .filter(|date| date.weekday() == weekday)
            .min_by_key(|date| (date.to_epoch_days() - today.to_epoch_days()).abs())?;
        Some((date, end))
    }
}
