//! Fractions and decimals in words: «نصف», «ثلاثة أرباع», «خمس الأراضي», «مئة وثلاثون خمسا», «ونصف المليون», «فاصلة خمسة وعشرين».
//!
//! Not handled: denominators above ten («جزء من عشرين» is read with the ranges).

use super::cardinal::{Cardinal, is_cardinal, is_scale};
use super::lexicon::{Atom, Class, Lexicon};
use crate::text::Text;

/// What an eighth is of and nobody sells.
const WHOLES: [&str; 14] = [
    "الوزن",
    "المساحه",
    "الكميه",
    "السكان",
    "العدد",
    "المبلغ",
    "الاصوات",
    "المقاعد",
    "الميزانيه",
    "الموازنه",
    "الثروه",
    "الناخبين",
    "التركه",
    "الميراث",
];

impl Lexicon {
    /// «مئة وثلاثون خُمسا», «واحد وعشرون أخماس»: more parts than ten.
    pub(super) fn divide_by_parts(&self, text: &Text<'_>, found: &mut Cardinal) -> bool {
        if found.digits || found.value < 11.0 || found.value.fract() != 0.0 {
            return false;
        }
        let plural = self.atom(text, found.end, |class| class == Class::Parts);
        let singular = || {
            self.atom(text, found.end, |class| matches!(class, Class::Fraction | Class::Unit))
                .filter(|atom| {
                    found.value < 100.0 && (atom.word.value < 0.5 || matches!(atom.word.value, 5.0 | 7.0 | 9.0))
                })
                .filter(|_| !text.key(found.end).ends_with('ه'))
        };
        let Some(atom) = plural
            .or_else(singular)
            .filter(|atom| atom.prefix == 0 && !atom.definite)
        else {
            return false;
        };
        let parts = if atom.word.value < 1.0 {
            1.0 / atom.word.value
        } else {
            atom.word.value
        };
        found.value /= parts;
        found.end += 1;
        found.fraction = true;
        true
    }

    /// «ونصف», «ونصف المليون», «وثلاثة أرباع», «فاصلة خمسة» after a cardinal.
    pub(super) fn add_fraction(&self, text: &Text<'_>, found: &mut Cardinal, last_scale: f64) {
        if matches!(text.key(found.end), "فاصله" | "فاصل" | "فاصلا") && !found.digits {
            let (decimals, end) = self.decimals(text, found.end + 1);
            if end > found.end + 1 {
                found.value += decimals;
                found.end = end;
            }
            return;
        }
        let alone = text.key(found.end) == "و";
        let Some(part) = self
            .fraction(text, found.end + usize::from(alone))
            .filter(|part| part.and || alone)
        else {
            return;
        };
        let scale = if last_scale.is_finite() { last_scale } else { 1.0 };
        found.value += part.value * scale;
        found.end = part.end;
        found.digits = false;
        let repeats = |atom: &Atom| atom.definite && !atom.governed && (atom.word.value - last_scale).abs() < 0.5;
        if self.atom(text, found.end, is_scale).as_ref().is_some_and(repeats) {
            found.end += 1;
        }
    }

    /// «خمسة», «صفر خمسة», «خمسة وعشرين» after «فاصلة», and the token after them.
    fn decimals(&self, text: &Text<'_>, start: usize) -> (f64, usize) {
        let (mut value, mut place, mut at) = (0.0, 0.1, start);
        loop {
            if let Some(zero) = self.atom(text, at, is_cardinal).filter(|atom| atom.prefix == 0)
                && (zero.word.value == 0.0
                    || zero.word.class == Class::Unit && self.atom(text, at + 1, is_cardinal).is_some_and(|a| !a.and))
            {
                value += zero.word.value * place;
                (place, at) = (place / 10.0, at + 1);
                continue;
            }
            let rest = self
                .cardinal(text, at)
                .filter(|rest| rest.open.is_none() && !rest.digits && !rest.fraction && rest.prefix == 0);
            let Some(rest) = rest else { break };
            if rest.value < 1000.0 {
                let digits = if rest.value < 10.0 {
                    1
                } else if rest.value < 100.0 {
                    2
                } else {
                    3
                };
                value += rest.value * place * 10.0 / 10_f64.powi(digits);
                at = rest.end;
            }
            break;
        }
        (value, at)
    }

    /// «نصف», «ثلثا», «ثلاثة أرباع», «خمس الأراضي», «3/4».
    pub(super) fn fraction(&self, text: &Text<'_>, start: usize) -> Option<Cardinal> {
        let found = |atom: Atom, value: f64, end: usize| Cardinal {
            end,
            prefix: atom.prefix,
            value,
            open: None,
            and: atom.and,
            definite: atom.definite,
            digits: false,
            fraction: true,
        };
        if let Some(unit) = self.atom(text, start, |class| matches!(class, Class::Unit | Class::Ten)) {
            if let Some(parts) = self
                .atom(text, start + 1, |class| class == Class::Parts)
                .filter(|parts| parts.prefix == 0)
            {
                return Some(found(unit, unit.word.value / parts.word.value, start + 2));
            }
            // A fifth, not five: the counted thing is singular and definite.
            let stem = text.key(start).get(unit.prefix as usize..).unwrap_or_default();
            let denominator = match stem {
                "خمس" => 5.0,
                "سبع" => 7.0,
                "تسع" => 9.0,
                "عشر" => 10.0,
                _ => return None,
            };
            let next = text.key(start + 1);
            let definite = next.starts_with("ال") && next.ends_with('ه') && !self.is_number_word(text, start + 1);
            return definite.then(|| found(unit, 1.0 / denominator, start + 1));
        }
        // «ثمن» is a price unless something is divided.
        if text.key(start) == "ثمن" && WHOLES.contains(&text.key(start + 1)) {
            return Some(Cardinal {
                end: start + 1,
                prefix: 0,
                value: 0.125,
                open: None,
                and: false,
                definite: false,
                digits: false,
                fraction: true,
            });
        }
        let atom = self.atom(text, start, |class| class == Class::Fraction)?;
        // «نصف مليون» is a number like any other.
        if let Some(scale) = self
            .atom(text, start + 1, |class| class == Class::Scale)
            .filter(|scale| scale.prefix == 0 && !scale.definite)
        {
            return Some(Cardinal {
                fraction: false,
                ..found(atom, atom.word.value * scale.word.value, start + 2)
            });
        }
        Some(found(atom, atom.word.value, start + 1))
    }
}
