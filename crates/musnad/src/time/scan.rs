//! The walk over the text: which rule is tried where, and what the rules share.

use musnad_data::words::time as words;

use super::calendar::Stretch;
use super::lexicon::{Class, Found, Lexicon, Unit};
use crate::document::{Calendar, Date, Score, TimeExpression, TimeKind, TimeModifier};
use crate::morphology::Morphology;
use crate::number::{Lexicon as Numbers, address_end, plain_digits, span_after};
use crate::text::Text;
use crate::text::token::TokenKind;

/// What a rule found.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    /// First token.
    pub(super) start: usize,
    /// Token after the last.
    pub(super) end: usize,
    /// Bytes of particles in front of the first token.
    pub(super) prefix: u8,
    pub(super) kind: TimeKind,
    pub(super) stretch: Stretch,
    pub(super) modifier: Option<TimeModifier>,
    pub(super) calendar: Calendar,
    pub(super) rule: &'static str,
}

impl Moment {
    /// A date.
    pub(super) fn date(start: usize, end: usize, prefix: u8, stretch: Stretch, rule: &'static str) -> Self {
        Self {
            start,
            end,
            prefix,
            kind: TimeKind::Date,
            stretch,
            modifier: None,
            calendar: Calendar::Gregorian,
            rule,
        }
    }

    /// A time without days of its own.
    pub(super) fn bare(
        start: usize,
        end: usize,
        prefix: u8,
        kind: TimeKind,
        value: String,
        rule: &'static str,
    ) -> Self {
        let stretch = Stretch {
            days: None,
            value,
            grain: Unit::Day,
        };
        Self {
            start,
            end,
            prefix,
            kind,
            stretch,
            modifier: None,
            calendar: Calendar::Gregorian,
            rule,
        }
    }
}

pub(super) struct Scan<'a, 't> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) text: &'a Text<'t>,
    pub(super) morphology: &'a Morphology,
    pub(super) numbers: &'a Numbers,
    pub(super) today: Option<Date>,
    /// The last date, for «آنذاك» and «الشهر ذاته».
    pub(super) last: Option<Stretch>,
    /// Whether the last date could not be worked out for want of a day of publication, and anaphors neither.
    pub(super) last_unresolved: bool,
    /// The last single day, with the sentence it is in.
    pub(super) last_day: Option<(usize, Date)>,
    /// The text is a time and nothing else, as in a diary or a field of a form: what it leaves open is still to come.
    pub(super) alone: bool,
}

impl<'a, 't> Scan<'a, 't> {
    pub(super) fn new(
        lexicon: &'a Lexicon,
        text: &'a Text<'t>,
        morphology: &'a Morphology,
        numbers: &'a Numbers,
        published_at: Option<Date>,
    ) -> Self {
        let mut scan = Self {
            lexicon,
            text,
            morphology,
            numbers,
            today: published_at,
            last: None,
            last_unresolved: false,
            last_day: None,
            alone: false,
        };
        scan.alone = scan.is_alone();
        scan.today = published_at.map(|day| scan.day_of_writing(day));
        scan
    }

    pub(super) fn run(mut self) -> Vec<TimeExpression> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.text.tokens.len() {
            if let Some(end) = address_end(self.text, at) {
                at = end;
                continue;
            }
            let moment = match self.text.kind(at) {
                TokenKind::Foreign | TokenKind::Punctuation => None,
                TokenKind::Word if !self.can_begin(at) => None,
                TokenKind::Number | TokenKind::Word => self.moment(at),
            };
            let Some(moment) = moment.filter(|moment| moment.end > at) else {
                at += 1;
                continue;
            };
            at = moment.end;
            if self.names_a_place(&moment) {
                continue;
            }
            self.remember(&moment);
            found.push(self.expression(moment));
        }
        found
    }

    /// «شارع 15 مايو», «مدينة السادس من أكتوبر»: a place that is called after a day, told without its year.
    fn names_a_place(&self, moment: &Moment) -> bool {
        if moment.kind != TimeKind::Date || moment.stretch.grain != Unit::Day || moment.prefix > 0 {
            return false;
        }
        let before = self.before(moment.start);
        let bare = before.strip_prefix(['ب', 'ل']).unwrap_or(before);
        (words::is_named_after_date(before) || words::is_named_after_date(bare))
            && self.day_number(moment.start).is_some()
            && self
                .word(moment.end - 1, |c| matches!(c, Class::Month { .. }))
                .is_some_and(|month| !month.definite)
    }

    /// Whether any rule begins with the word at the token; most words are passed over by this.
    fn can_begin(&self, at: usize) -> bool {
        let key = self.text.key(at);
        let is_word = |at: usize| self.lexicon.at(self.text, at, |_| true).is_some();
        if is_word(at) || self.numbers.is_number_word(self.text, at) {
            return true;
        }
        // «من», «قبل», «أكثر من»: only with a word of time or a number close behind.
        (self.lexicon.opens(key) || self.numbers.can_begin(key))
            && (at + 1..at + 5).any(|next| {
                self.text.kind(next) == TokenKind::Number
                    || is_word(next)
                    || self.numbers.is_number_word(self.text, next)
            })
    }

    /// Whether there are only words of time, numbers and what joins them.
    fn is_alone(&self) -> bool {
        let count = self.text.tokens.len();
        let mut at = 0;
        while count <= 12 && at < count {
            let is_word = self.text.kind(at) == TokenKind::Word;
            let joins = || words::is_joint(self.text.key(at)) || self.numbers.is_number_word(self.text, at);
            at = match self.word(at, |_| true) {
                Some(found) => found.end,
                None if self.text.kind(at) == TokenKind::Foreign || (is_word && !joins()) => return false,
                None => at + 1,
            };
        }
        count <= 12
    }

    /// The first rule that fits, the more specific ones first.
    fn moment(&self, at: usize) -> Option<Moment> {
        let mut moment = self.first_fitting(at)?;
        // «15 مايو من كل عام», «السبت من كل أسبوع»: what comes back is no single day.
        if moment.kind == TimeKind::Date
            && moment.stretch.grain <= Unit::Month
            && let Some(again) = self.word(moment.end, |c| matches!(c, Class::Set(_)))
            && again.prefix == 0
            && let Class::Set(period) = again.class
            && (self.text.key(moment.end) == "من" || self.text.key(moment.end) == "كل" && period != "P1D")
        {
            moment = Moment::bare(
                at,
                again.end,
                moment.prefix,
                TimeKind::Set,
                period.to_owned(),
                "time.set",
            );
        }
        Some(moment)
    }

    fn first_fitting(&self, at: usize) -> Option<Moment> {
        // «عشية عيد الأضحى»: the day before.
        if self.text.key(at) == "عشيه"
            && let Some(feast) = self.holiday(at + 1).filter(|feast| feast.prefix == 0)
        {
            let stretch = match feast.stretch.days {
                Some(days) => Stretch::day(days.first.plus_days(-1)?),
                None => feast.stretch.clone(),
            };
            return Some(Moment {
                start: at,
                stretch,
                ..feast
            });
        }
        // «ليلة رأس السنة» is no part of a day.
        if let Some(feast) = self.holiday(at).filter(|feast| feast.end >= at + 2) {
            return Some(feast);
        }
        self.clock_range(at)
            .or_else(|| self.clock_or_part(at))
            .or_else(|| self.listed_days(at))
            .or_else(|| self.listed_months(at))
            .or_else(|| self.listed_years(at))
            .or_else(|| self.range(at))
            .or_else(|| self.date(at))
            .or_else(|| self.reference(at))
            .or_else(|| self.offset_from_now(at))
            .or_else(|| self.before_or_after(at))
            .or_else(|| self.counted_stretch(at))
            .or_else(|| self.frequency(at))
            .or_else(|| self.recurrence(at))
            .or_else(|| self.duration(at))
            .or_else(|| self.bare_year(at))
            .or_else(|| self.bare_day(at))
    }

    fn remember(&mut self, moment: &Moment) {
        if moment.kind == TimeKind::Date && moment.stretch.days.is_none() && moment.rule.starts_with("time.relative") {
            self.last_unresolved = true;
        }
        if let Some(days) = moment.stretch.days {
            self.last_unresolved = false;
            self.last = Some(moment.stretch.clone());
            if days.first == days.last {
                self.last_day = Some((self.text.sentence_of(moment.start), days.first));
            }
        }
    }

    fn expression(&self, moment: Moment) -> TimeExpression {
        TimeExpression {
            span: span_after(self.text, moment.start..moment.end, moment.prefix),
            kind: moment.kind,
            value: moment.stretch.value,
            modifier: moment.modifier,
            days: moment.stretch.days,
            calendar: moment.calendar,
            score: SCORE,
            evidence: moment.rule.into(),
        }
    }

    /// The day that the article calls today: the day of publication, or the nearest earlier day that is the weekday
    /// the article says it is («اليوم الثلاثاء», «أمس (الأحد)»).
    fn day_of_writing(&self, published: Date) -> Date {
        for at in 0..self.text.tokens.len() {
            let Some(Found {
                class: Class::Deictic(offset),
                end,
                ..
            }) = self.word(at, |c| matches!(c, Class::Deictic(_)))
            else {
                continue;
            };
            let bracket = usize::from(matches!(self.text.key(end), "(" | "،"));
            let Some(Found {
                class: Class::Weekday { day, .. },
                prefix: 0,
                ..
            }) = self.word(end + bracket, |c| matches!(c, Class::Weekday { bare: false, .. }))
            else {
                continue;
            };
            let today = (0..7)
                .filter_map(|back| published.plus_days(-back))
                .find(|today| today.plus_days(offset).is_some_and(|d| d.weekday() == day));
            return today.unwrap_or(published);
        }
        published
    }

    /// A word of time at a token.
    pub(super) fn word(&self, at: usize, wanted: impl Fn(Class) -> bool) -> Option<Found> {
        self.lexicon.at(self.text, at, wanted)
    }

    /// A number from 1 up in digits or words, with the token after it.
    pub(super) fn cardinal(&self, at: usize) -> Option<(u32, usize, u8)> {
        if self.text.kind(at) == TokenKind::Number {
            return plain_digits(self.text.key(at)).map(|value| (value, at + 1, 0));
        }
        let found = self
            .numbers
            .cardinal(self.text, at)
            .filter(|found| found.open.is_none() && found.value.fract() == 0.0)?;
        (found.value >= 0.0 && found.value < 1e6).then_some((found.value as u32, found.end, found.prefix))
    }

    /// The key of the token before, without particles in front.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| {
            let key = self.text.key(before);
            key.strip_prefix(['و', 'ف'])
                .filter(|rest| rest.chars().count() > 1)
                .unwrap_or(key)
        })
    }
}

/// Rules of one sort: how often they are right has not been measured yet.
const SCORE: Score = 0.9;
