//! Years, decades and centuries: «عام 2009», «عامي 2007 و2008», «(2012-2017)», «ثمانينيات القرن الماضي», «القرن العشرين».

use super::calendar::{self, Stretch};
use super::lexicon::{Class, Found, Unit};
use super::scan::{Moment, Scan};
use super::tense::Direction;
use crate::document::{Calendar, Days, TimeKind};
use crate::morphology::Features;
use crate::number::plain_digits;
use crate::text::token::TokenKind;

impl Scan<'_, '_> {
    /// A year after a month or «عام»: «2015», «15», «1436 هـ», «ألفين وثمانية عشر».
    pub(super) fn year_number(&self, at: usize, short: bool) -> Option<(i32, usize, bool)> {
        let (year, mut end) = if self.text.kind(at) == TokenKind::Number {
            let key = self.text.key(at);
            let year = plain_digits(key)? as i32;
            match key.len() {
                3 | 4 => (year, at + 1),
                2 if short => (if year < 50 { 2000 + year } else { 1900 + year }, at + 1),
                _ => return None,
            }
        } else {
            let (year, end, prefix) = self.cardinal(at)?;
            // «تسعة عشر تسعة وتسعين»: the century and the year, as some speak.
            let spoken = (18..=20)
                .contains(&year)
                .then(|| self.cardinal(end))
                .flatten()
                .filter(|(rest, _, prefix)| (10..100).contains(rest) && *prefix == 0);
            let (year, end) = spoken.map_or((year, end), |(rest, end, _)| (year * 100 + rest, end));
            if !(1000..=2100).contains(&year) || prefix > 0 {
                return None;
            }
            (year as i32, end)
        };
        if self.text.kind(at) == TokenKind::Number && self.text.key(end) == "%" {
            return None;
        }
        let hijri = match self.text.key(end) {
            "ه" | "هجريه" | "هجري" | "للهجره" => true,
            "م" | "ميلاديه" | "ميلادي" => false,
            _ => return Some((year, end, false)),
        };
        end += 1;
        Some((year, end, hijri))
    }

    pub(super) fn year_word(&self, at: usize) -> Option<Found> {
        self.word(at, |c| matches!(c, Class::Unit(Unit::Year)))
            .filter(|found| !found.and)
    }

    /// «عام 2009», «العام 2010», «سنة 1436 هـ».
    pub(super) fn year(&self, at: usize) -> Option<Moment> {
        let word = self.word(at, |c| {
            matches!(c, Class::Unit(Unit::Year) | Class::DualUnit(Unit::Year))
        })?;
        let open = usize::from(self.text.key(word.end) == "(");
        let (year, end, hijri) = self.year_number(word.end + open, false)?;
        if open == 1 && self.text.key(end) != ")" {
            return None;
        }
        // «العام 2500 أسير»: a count.
        if year > 2199 && !hijri {
            return None;
        }
        if let Some(after) = self.before_christ(end) {
            let value = format!("BC{year:04}");
            return Some(Moment::bare(at, after, word.prefix, TimeKind::Date, value, "time.year"));
        }
        let mut moment = Moment::date(at, end + open, word.prefix, Stretch::year(year)?, "time.year");
        if hijri {
            let days = Days {
                first: calendar::from_hijri(year, 1, 1)?,
                last: calendar::hijri_month(year, 12)?.last,
            };
            moment.stretch = Stretch {
                days: Some(days),
                value: format!("{}/{}", days.first, days.last),
                grain: Unit::Year,
            };
            moment.calendar = Calendar::Hijri;
        }
        // «عامي 2007 و2008».
        if let Some((last, end)) = self.second_year(moment.end, year) {
            moment.stretch = Stretch::span(&moment.stretch, &Stretch::year(last)?)?;
            moment.end = end;
        }
        Some(moment)
    }

    /// «قبل الميلاد», «ق.م»: the token after it.
    fn before_christ(&self, at: usize) -> Option<usize> {
        match self.text.key(at) {
            "قبل" if self.text.key(at + 1) == "الميلاد" => Some(at + 2),
            "ق" if self.text.key(at + 1) == "م" => Some(at + 2),
            "ق" if self.text.key(at + 1) == "." && self.text.key(at + 2) == "م" => Some(at + 3),
            _ => None,
        }
    }

    /// «الألفية الثالثة», «الألفية الحالية»: a thousand years.
    fn millennium(&self, at: usize) -> Option<Moment> {
        let prefix = match self.text.key(at) {
            "الالفيه" => 0,
            "والالفيه" | "بالالفيه" => 2,
            _ => return None,
        };
        let (n, end) = match self.text.key(at + 1) {
            "الجديده" => (3, at + 2),
            _ => match self.direction(at + 1) {
                Some((Direction::Past, end)) => (2, end),
                Some((Direction::This, end)) => (3, end),
                None if matches!(self.before(at), "مطلع" | "بدايه" | "اوائل" | "فجر") && self.clause_ends(at + 1) => {
                    (3, at + 1)
                }
                _ => {
                    let ordinal = self
                        .numbers
                        .ordinal(self.text, at + 1)
                        .filter(|ordinal| ordinal.definite && (1.0..4.0).contains(&ordinal.value))?;
                    (ordinal.value as i32, ordinal.end)
                }
            },
        };
        let rule = "time.millennium";
        if let Some(after) = self.before_christ(end) {
            return Some(Moment::bare(
                at,
                after,
                prefix,
                TimeKind::Date,
                format!("BC{}", n - 1),
                rule,
            ));
        }
        let stretch = Stretch::millennium(n)?;
        Some(Moment::date(at, end, prefix, stretch, rule))
    }

    fn second_year(&self, at: usize, first: i32) -> Option<(i32, usize)> {
        let joint = matches!(self.text.key(at), "و" | "-" | "–" | "/" | "الي" | "حتي" | "وحتي");
        let year = plain_digits(self.text.key(at + 1)).filter(|_| joint && self.text.key(at + 1).len() == 4)? as i32;
        ((first + 1..first + 60).contains(&year) && self.text.kind(at + 2) != TokenKind::Word
            || joint && year > first && year < first + 60)
            .then_some((year, at + 2))
    }

    /// A year without «عام»: «في 2014», «ثورة 2011», «(2012-2017)».
    pub(super) fn bare_year(&self, at: usize) -> Option<Moment> {
        const BEFORE: [&str; 20] = [
            "في",
            "منذ",
            "خلال",
            "حتي",
            "قبل",
            "بعد",
            "بحلول",
            "اواخر",
            "اوائل",
            "مطلع",
            "نهايه",
            "بدايه",
            "منتصف",
            "انتخابات",
            "ثوره",
            "لثوره",
            "حرب",
            "دستور",
            "اتفاق",
            "موازنه",
        ];
        let key = self.text.key(at);
        let year = plain_digits(key).filter(|year| key.len() == 4 && (1800..2100).contains(year))? as i32;
        if at > 0 && self.text.joined_to_next(at - 1) && !matches!(self.text.key(at - 1), "(" | "\"" | "«" | "و" | "[")
        {
            return None;
        }
        let stretch = Stretch::year(year)?;
        if let Some((last, end)) = self.second_year(at + 1, year).filter(|(_, end)| {
            matches!(self.before(at), "(" | "بين")
                || self.text.key(at + 1) != "و"
                || BEFORE.contains(&self.before(at))
                || *end == 0
        }) {
            let (from_to, bracketed) = (
                matches!(self.text.key(at + 1), "الي" | "حتي"),
                self.text.key(at.wrapping_sub(1)) == "(",
            );
            if bracketed
                || self.before(at) == "بين"
                || BEFORE.contains(&self.before(at))
                || (from_to && self.before(at) == "من")
                || !from_to
            {
                return Some(Moment::date(
                    at,
                    end,
                    0,
                    Stretch::span(&stretch, &Stretch::year(last)?)?,
                    "time.years",
                ));
            }
        }
        // What the number would count, if it were none; a number like it counts no plural («في 2014 عقوبات»).
        let counted = self.text.kind(at + 1) == TokenKind::Word
            && self.counts(at + 1)
            && !(year >= 1900 && self.morphology.best(at + 1).features.has(Features::PLURAL));
        let alone = self.text.key(at.wrapping_sub(1)) == "(" && self.text.key(at + 1) == ")"
            || self.text.tokens.len() == 1 && year >= 1900;
        (alone || (BEFORE.contains(&self.before(at)) && !counted))
            .then(|| Moment::date(at, at + 1, 0, stretch, "time.bare_year"))
    }

    /// «الأعوام 2011 و2012 و2013»: from the first to the last.
    pub(super) fn listed_years(&self, at: usize) -> Option<Moment> {
        let word = self.word(at, |c| matches!(c, Class::Units(Unit::Year)))?;
        let year = |at: usize| {
            plain_digits(self.text.key(at))
                .filter(|year| self.text.key(at).len() == 4 && (1900..2100).contains(year))
                .map(u32::cast_signed)
        };
        let first = year(word.end)?;
        let (mut last, mut end) = (first, word.end + 1);
        while matches!(self.text.key(end), "و" | "،" | "-" | "–" | "حتي" | "الي")
            && let Some(next) = year(end + 1).filter(|next| *next > last)
        {
            (last, end) = (next, end + 2);
        }
        let stretch = Stretch::span(&Stretch::year(first)?, &Stretch::year(last)?)?;
        (last > first).then(|| Moment::date(at, end, word.prefix, stretch, "time.years"))
    }

    /// «صيف 2014», «شتاء عام 2013», «خريف العام الماضي».
    pub(super) fn season_of_year(&self, at: usize) -> Option<Moment> {
        let found = self.word(at, |c| matches!(c, Class::Season(_)))?;
        let Class::Season(season) = found.class else {
            return None;
        };
        if found.definite || self.text.key(at).starts_with("ال") {
            return None;
        }
        let of = found.end + usize::from(self.text.key(found.end) == "من");
        let bare = plain_digits(self.text.key(of))
            .filter(|year| (1900..2100).contains(year) && self.text.key(of).len() == 4 && !self.counts(of + 1))
            .map(|year| (year.cast_signed(), of + 1, "time.season"));
        let (year, end, rule) = bare.or_else(|| {
            let whole = self
                .year(of)
                .or_else(|| self.unit_with_direction(of))
                .filter(|whole| whole.prefix == 0 && whole.stretch.grain == Unit::Year)?;
            Some((whole.stretch.days?.first.year(), whole.end, whole.rule))
        })?;
        Some(Moment::date(
            at,
            end,
            found.prefix,
            Stretch::season(year, season)?,
            rule,
        ))
    }

    /// Whether a word after a number looks like what it counts: an indefinite noun.
    pub(super) fn counts(&self, at: usize) -> bool {
        let best = self.morphology.best(at);
        let key = self.text.key(at);
        let definite = key.starts_with("ال") || key.starts_with("وال");
        let noun = matches!(
            best.pos,
            crate::morphology::Pos::Noun | crate::morphology::Pos::Adjective
        ) && best.lexeme.is_some();
        (noun && !definite && best.prefix == 0)
            || matches!(
                key,
                "الف" | "مليون" | "مليار" | "متر" | "كيلومتر" | "دولار" | "شخص" | "من"
            )
    }

    /// «التسعينيات», «القرن العشرين».
    pub(super) fn decade_or_century(&self, at: usize) -> Option<Moment> {
        if let Some(found) = self.word(at, |c| matches!(c, Class::Decade(_))) {
            let Class::Decade(decade) = found.class else {
                return None;
            };
            // «ثمانينيات القرن الماضي», «سبعينيات القرن التاسع عشر».
            let mut end = found.end;
            let mut base = if decade < 20 { 2000 } else { 1900 };
            let of = usize::from(self.text.key(end) == "من");
            if self
                .word(end + of, |c| matches!(c, Class::Unit(Unit::Century)))
                .is_some()
            {
                if let Some((direction, after)) = self.direction(end + of + 1) {
                    base = if direction == Direction::Past { 1900 } else { 2000 };
                    end = after;
                } else if let Some(ordinal) = self.numbers.ordinal(self.text, end + of + 1) {
                    base = (ordinal.value as i32 - 1) * 100;
                    end = ordinal.end;
                }
            }
            return Some(Moment::date(
                at,
                end,
                found.prefix,
                Stretch::decade(base + decade)?,
                "time.decade",
            ));
        }
        if let Some(millennium) = self.millennium(at) {
            return Some(millennium);
        }
        let found = self
            .word(at, |c| matches!(c, Class::Unit(Unit::Century)))
            .filter(|found| found.definite)?;
        if let Some(ordinal) = self
            .numbers
            .ordinal(self.text, found.end)
            .filter(|ordinal| ordinal.definite)
        {
            if let Some(after) = self.before_christ(ordinal.end) {
                let value = format!("BC{:02}", ordinal.value as i32 - 1);
                return Some(Moment::bare(
                    at,
                    after,
                    found.prefix,
                    TimeKind::Date,
                    value,
                    "time.century",
                ));
            }
            return Some(Moment::date(
                at,
                ordinal.end,
                found.prefix,
                Stretch::century(ordinal.value as i32)?,
                "time.century",
            ));
        }
        let (direction, end) = self.direction(found.end)?;
        let this = (self.today?.year() - 1) / 100 + 1;
        let century = match direction {
            Direction::Past => this - 1,
            Direction::Next => this + 1,
            _ => this,
        };
        Some(Moment::date(
            at,
            end,
            found.prefix,
            Stretch::century(century)?,
            "time.relative.century",
        ))
    }
}
