//! Cardinals: «مئة وخمسة وعشرون ألفا» (125,000), «20 ألف», «مليون ونصف المليون», «ثلاثة أرباع».
//!
//! Its fractions are in [`super::fraction`]. A cardinal is a sum of groups, each times a scale: group = [hundreds] [و unit] [و tens] | unit + «عشر» | digits. What
//! follows و must be smaller than the place it is added to, so that «200 و50» and «خمسة وعشرة» stay two numbers while
//! «مئتان وخمسون» and «خمسة وعشرون» are one. Scales may multiply («ألف مليون»).
//! Not handled: tens before units («عشرون وخمسة», a slip of speakers).

use super::digits;
use super::lexicon::{Atom, Class, Lexicon};
use crate::text::Text;
use crate::text::token::TokenKind;

/// A cardinal read from the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cardinal {
    /// Token after its last.
    pub(crate) end: usize,
    /// Bytes of particles in front of its first token.
    pub(crate) prefix: u8,
    /// The value; of an open number the lower bound.
    pub(crate) value: f64,
    /// Upper bound of an open number («عشرات»: 99).
    pub(crate) open: Option<f64>,
    /// Joined by و.
    pub(crate) and: bool,
    /// Definite by ال.
    pub(crate) definite: bool,
    /// Written in digits only.
    pub(crate) digits: bool,
    /// A fraction («نصف», «ثلاثة أرباع»).
    pub(crate) fraction: bool,
}

/// What has been read of a cardinal.
struct Sum {
    total: f64,
    group: f64,
    /// What is still free in the group, as a power of ten: 3 nothing yet, 2 hundreds, 1 tens done, 0 full.
    free: u8,
    last_scale: f64,
    /// The last group times its scale.
    last_term: f64,
    /// Whether a scale was the last word.
    closed: bool,
    unit_only: bool,
}

impl Sum {
    /// Takes the next word, or says that the number is over.
    fn add(&mut self, atom: Atom, first: bool) -> bool {
        let value = atom.word.value;
        let linked = first || atom.and;
        let empty = self.free == 3;
        self.closed &= empty;
        match atom.word.class {
            Class::Unit | Class::One if linked && (empty || self.free == 2) => {
                self.group += value;
                self.free = 0;
                self.unit_only = true;
            }
            Class::Ten if !first && !atom.and && self.unit_only && self.group % 10.0 != 0.0 => {
                self.group += 10.0;
                self.unit_only = false;
            }
            Class::Ten if linked && (empty || self.free == 2) => {
                self.group += 10.0;
                self.free = 0;
            }
            Class::Tens | Class::Teens if linked && (empty || self.free == 2) => {
                self.group += value;
                self.free = 0;
            }
            Class::Tens if atom.and && self.unit_only => {
                self.group += value;
                self.unit_only = false;
            }
            Class::Hundred if !first && !atom.and && (1.0..10.0).contains(&self.group) && self.free == 0 => {
                self.group *= 100.0;
                self.free = 2;
                self.unit_only = false;
            }
            // «خمسة وتسعون مئة»: hundreds beyond nine, as some speak.
            Class::Hundred if !first && !atom.and && (11.0..100.0).contains(&self.group) && self.free == 0 => {
                self.group *= 100.0;
                self.free = 2;
                self.unit_only = false;
            }
            Class::Hundred | Class::Hundreds if linked && empty => {
                self.group = value;
                self.free = 2;
            }
            Class::Scale | Class::ScaleAlif | Class::Scales if !empty && !atom.and && value < self.last_scale => {
                self.total += self.group * value;
                self.close(self.group * value, value);
            }
            // «ألف مليون», «مئة ألف مليار».
            Class::Scale | Class::ScaleAlif | Class::Scales
                if empty && !first && !atom.and && self.closed && value >= self.last_scale =>
            {
                self.total += self.last_term * (value - 1.0);
                self.close(self.last_term * value, value * self.last_scale);
            }
            Class::Scale if empty && linked && value < self.last_scale => {
                self.total += value;
                self.close(value, value);
            }
            Class::ScaleAlif | Class::DualScale if empty && linked && value < self.last_scale => {
                self.total += 2.0 * value;
                self.close(2.0 * value, value);
            }
            _ => return false,
        }
        true
    }

    fn close(&mut self, term: f64, scale: f64) {
        self.last_term = term;
        self.closed = true;
        self.group = 0.0;
        self.free = 3;
        self.last_scale = scale;
        self.unit_only = false;
    }
}

/// Classes that a cardinal is made of.
pub(super) fn is_cardinal(class: Class) -> bool {
    !matches!(
        class,
        Class::Ordinal
            | Class::OrdinalFeminine
            | Class::OrdinalOne
            | Class::Fraction
            | Class::Parts
            | Class::Vague
            | Class::Few
    )
}

pub(super) fn is_scale(class: Class) -> bool {
    matches!(class, Class::Scale | Class::ScaleAlif | Class::Scales)
}

/// Largest value of an open number with this lower bound: «عشرات» 20–99, «آلاف» 2000–9999.
fn open_end(base: f64) -> f64 {
    base * 10.0 - 1.0
}

impl Lexicon {
    /// The cardinal that begins at a token. `«ال»` written apart before digits («الـ 15») is part of it.
    pub(crate) fn cardinal(&self, text: &Text<'_>, start: usize) -> Option<Cardinal> {
        if let Some(found) = self.open_number(text, start).or_else(|| self.fraction(text, start)) {
            return Some(found);
        }
        let mut sum = Sum {
            total: 0.0,
            group: 0.0,
            free: 3,
            last_scale: f64::INFINITY,
            last_term: 0.0,
            closed: false,
            unit_only: false,
        };
        let mut found = Cardinal {
            end: start,
            prefix: 0,
            value: 0.0,
            open: None,
            and: false,
            definite: false,
            digits: false,
            fraction: false,
        };
        let mut at = start;
        if text.kind(start) == TokenKind::Number {
            let before_scale = self.atom(text, start + 1, is_scale).is_some_and(|atom| !atom.and);
            let (value, end) = spaced_thousands(text, start)
                .or_else(|| Some((digits::value(text.key(start), before_scale)?, start + 1)))?;
            sum.group = value;
            sum.free = 0;
            found.digits = true;
            at = end;
        } else {
            let mut first = self.atom(text, start, is_cardinal)?;
            if first.word.value == 0.0 {
                // Zero stands alone; «الصفر» and «لصفر» belong to expressions and the calendar.
                found.end = start + 1;
                return (!first.definite && !first.governed && text.key(start + 1) != "من").then_some(found);
            }
            if self.is_one_scale(text, start, first) {
                first.word.class = Class::Scale;
            }
            // «أحد» is one only before «عشر» or a ten.
            let alone = text.key(start + 1) == "و";
            let complete = first.word.class != Class::One
                || self
                    .atom(text, start + 1 + usize::from(alone), is_cardinal)
                    .is_some_and(|next| match next.word.class {
                        Class::Ten => !next.and && !alone,
                        Class::Tens => next.and || alone,
                        _ => false,
                    });
            if !complete || matches!(first.word.class, Class::Scales) || !sum.add(first, true) {
                return None;
            }
            (found.prefix, found.and, found.definite) = (first.prefix, first.and, first.definite);
            at += 1;
        }
        loop {
            // و may stand alone: «خمسة و عشرون», «3 مئة و 21».
            let alone = text.key(at) == "و";
            let next = at + usize::from(alone);
            if text.kind(next) == TokenKind::Number {
                let and = alone || text.key(at) == "و";
                let room = if sum.free == 2 {
                    100.0
                } else if sum.free == 3 {
                    sum.last_scale
                } else {
                    0.0
                };
                let value = digits::value(text.key(next), false)
                    .filter(|value| and && *value < room && (sum.last_scale.is_finite() || sum.free == 2));
                let Some(value) = value else { break };
                sum.group += value;
                sum.free = 0;
                found.digits = false;
                at = next + 1;
                continue;
            }
            let Some(mut atom) = self.atom(text, next, is_cardinal) else {
                break;
            };
            if atom.governed || (alone && (atom.and || atom.prefix > 0)) {
                break;
            }
            // «مئة وألف ألف»: a hundred and one thousand, as some generators write it.
            if sum.free == 2
                && (atom.and || alone)
                && atom.word.class == Class::Scale
                && self
                    .atom(text, next + 1, |class| class == Class::Scale)
                    .is_some_and(|again| again.prefix == 0 && again.word == atom.word)
            {
                sum.group += 1.0;
                sum.free = 0;
                at = next + 1;
                continue;
            }
            // «مئة وثلاثة أرباع»: the fraction is not three.
            if (atom.and || alone)
                && matches!(atom.word.class, Class::Unit | Class::Ten)
                && self
                    .atom(text, next + 1, |class| class == Class::Parts)
                    .is_some_and(|parts| parts.prefix == 0)
            {
                break;
            }
            if sum.free == 3 && self.is_one_scale(text, next, atom) {
                atom.word.class = Class::Scale;
            }
            // «وأحد» is spelled like «واحد» without hamza.
            atom.and |= alone || text.key(next) == "واحد";
            if atom.word.class == Class::Scales && sum.free == 3 && !(sum.closed && !atom.and) {
                break;
            }
            if !sum.add(atom, false) {
                break;
            }
            found.digits = false;
            at = next + 1;
        }
        found.value = sum.total + sum.group;
        found.end = at;
        if !self.divide_by_parts(text, &mut found) {
            let scale = if sum.free == 3 { sum.last_scale } else { 1.0 };
            self.add_fraction(text, &mut found, scale);
        }
        Some(found)
    }

    /// «ألفا» that is one thousand in the accusative: with the ending written, or with a number joined to it
    /// («ألفا وثلاثمئة»); elsewhere it is the dual before a noun.
    fn is_one_scale(&self, text: &Text<'_>, token: usize, atom: Atom) -> bool {
        atom.word.class == Class::ScaleAlif
            && (text.raw_of(token).contains('ً')
                || self
                    .atom(text, token + 1 + usize::from(text.key(token + 1) == "و"), is_cardinal)
                    .is_some_and(|next| !next.governed && (next.and || text.key(token + 1) == "و")))
    }

    /// «عشرات», «مئات الآلاف», «بضعة آلاف», «ملايين».
    fn open_number(&self, text: &Text<'_>, start: usize) -> Option<Cardinal> {
        let atom = self.atom(text, start, |class| {
            matches!(class, Class::Vague | Class::Few | Class::Scales)
        })?;
        let mut found = Cardinal {
            end: start + 1,
            prefix: atom.prefix,
            value: atom.word.value * 2.0,
            open: Some(open_end(atom.word.value)),
            and: atom.and,
            definite: atom.definite,
            digits: false,
            fraction: false,
        };
        let next = self
            .atom(text, start + 1, |class| matches!(class, Class::Vague | Class::Scales))
            .filter(|next| next.prefix == 0);
        if atom.word.class == Class::Few {
            let scale = next.map_or(1.0, |next| next.word.value);
            (found.value, found.open) = (3.0 * scale, Some(if next.is_some() { open_end(scale) } else { 9.0 }));
            found.end += usize::from(next.is_some());
        } else if atom.word.class == Class::Vague
            && let Some(scale) = next.filter(|next| next.word.class == Class::Scales)
        {
            let base = atom.word.value * scale.word.value;
            (found.value, found.open) = (2.0 * base, Some(open_end(base)));
            found.end += 1;
        }
        Some(found)
    }
}

/// «1 234 567»: groups of three digits after spaces, at least two of them.
fn spaced_thousands(text: &Text<'_>, start: usize) -> Option<(f64, usize)> {
    let group = |token: usize| digits::plain(text.key(token)).filter(|_| text.key(token).len() == 3);
    let first = text.key(start);
    let mut value = f64::from(digits::plain(first).filter(|_| first.len() <= 3 && !first.starts_with('0'))?);
    let mut end = start + 1;
    while let Some(next) = group(end).filter(|_| text.kind(end) == TokenKind::Number) {
        value = value * 1000.0 + f64::from(next);
        end += 1;
    }
    (end >= start + 3 && text.kind(end) != TokenKind::Number).then_some((value, end))
}
