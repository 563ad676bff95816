//! Bounded numbers and ranges: «أكثر من مئة», «بين 30 و35», «من 5 إلى 10», «30-35», «4 أو 5».

use super::cardinal::Cardinal;
use super::power::power;
use super::share::percent_end;
use super::{Bound, NumberMention, NumberReader};
use crate::document::NumberKind;
use crate::text::Text;
use crate::text::token::TokenKind;

impl NumberReader {
    /// A cardinal at a token, after «ال» written apart.
    fn cardinal(&self, text: &Text<'_>, at: usize) -> Option<Cardinal> {
        if let Some(power) = power(text, at) {
            return Some(power);
        }
        let apart = text.key(at) == "ال" && text.kind(at + 1) == TokenKind::Number;
        let mut cardinal = self.lexicon.cardinal(text, at + usize::from(apart))?;
        cardinal.definite |= apart;
        Some(cardinal)
    }

    /// «أكثر من مئة», «نحو 20».
    pub(super) fn bounded(&self, text: &Text<'_>, at: usize) -> Option<NumberMention> {
        let (bound, start, prefix) = match text.key(at) {
            ">" | "<" => {
                if at > 0 && text.joined_to_next(at - 1) && matches!(text.key(at - 1), "<" | ">" | "=") {
                    return None;
                }
                let equal = text.key(at + 1) == "=" && text.joined_to_next(at);
                let bound = match (text.key(at), equal) {
                    (">", true) => Bound::AtLeast,
                    ("<", true) => Bound::AtMost,
                    (">", false) => Bound::More,
                    _ => Bound::Less,
                };
                (text.kind(at + 1) != TokenKind::Punctuation || equal || text.key(at + 1) == "-").then_some((
                    bound,
                    at + 1 + usize::from(equal),
                    0,
                ))?
            }
            _ => self.lexicon.bound_before(text, at)?,
        };
        let mut mention = self.signed(text, start)?;
        (mention.bound_start, mention.bound_prefix) = (at, prefix);
        mention.and = text.key(at).starts_with('و') && prefix > 0;
        if mention.kind == NumberKind::Range {
            // «نحو عشرات», «أكثر من 20 إلى 30»: the number has bounds of its own.
            if matches!(bound, Bound::More | Bound::AtLeast) {
                mention.max = None;
                mention.bound = bound;
            }
            (mention.tokens.start, mention.prefix) = (at, prefix);
            return Some(mention);
        }
        mention.bound = bound;
        if bound == Bound::About {
            // «نحو 20 إلى 30».
            return Some(match self.linked(text, &mention) {
                Some(range) => NumberMention {
                    bound_start: at,
                    bound_prefix: prefix,
                    ..range
                },
                None => mention,
            });
        }
        let value = mention.value?;
        mention.kind = NumberKind::Range;
        mention.value = None;
        (mention.tokens.start, mention.prefix) = (at, prefix);
        mention.min = matches!(bound, Bound::More | Bound::AtLeast | Bound::Between).then_some(value);
        mention.max = matches!(bound, Bound::Less | Bound::AtMost | Bound::Between).then_some(value);
        // «يساوي 5000 أو أكثر».
        if bound == Bound::Between
            && let Some((after @ (Bound::AtLeast | Bound::AtMost), end)) = self.or_bound(text, mention.tokens.end)
        {
            mention.min = mention.min.filter(|_| after == Bound::AtLeast);
            mention.max = mention.max.filter(|_| after == Bound::AtMost);
            (mention.bound, mention.tokens.end) = (after, end);
            return Some(mention);
        }
        self.upper_after_lower(text, &mut mention);
        Some(mention)
    }

    /// «أو أكثر» after a number; «أو أقل من 6000» begins another.
    fn or_bound(&self, text: &Text<'_>, at: usize) -> Option<(Bound, usize)> {
        self.lexicon.bound_after(text, at).filter(|(_, end)| {
            !(text.key(*end) == "من"
                && (text.kind(*end + 1) == TokenKind::Number || self.lexicon.is_number_word(text, *end + 1)))
        })
    }

    /// «أكبر من 100 وأصغر من 300»: two bounds of one number.
    fn upper_after_lower(&self, text: &Text<'_>, mention: &mut NumberMention) {
        let (Some(lower), None) = (mention.min, mention.max) else {
            return;
        };
        let alone = text.key(mention.tokens.end) == "و";
        let start = mention.tokens.end + usize::from(alone);
        let under = match text.key(start) {
            "وتحت" => Some((Bound::Less, start + 1, 2)),
            "تحت" => Some((Bound::Less, start + 1, 0)),
            _ => self.lexicon.bound_before(text, start),
        };
        let Some((Bound::Less | Bound::AtMost, number, prefix)) = under else {
            return;
        };
        if !alone && prefix == 0 {
            return;
        }
        if let Some(upper) = self
            .signed(text, number)
            .and_then(|upper| upper.value.filter(|v| *v > lower).map(|v| (v, upper.tokens.end)))
        {
            mention.max = Some(upper.0);
            mention.bound = Bound::Between;
            mention.tokens.end = upper.1;
            mention.core.end = upper.1;
        }
    }

    /// «بين 30 و35», «ما بين عشرة وعشرين».
    pub(super) fn between(&self, text: &Text<'_>, at: usize) -> Option<NumberMention> {
        let what = usize::from(text.key(at) == "ما");
        let prefix = match text.key(at + what) {
            "بين" => 0,
            "وبين" | "فبين" if what == 0 => 2,
            _ => return None,
        };
        let first = self.signed(text, at + what + 1)?;
        if first.kind == NumberKind::Range && first.bound == Bound::Between {
            return Some(NumberMention {
                tokens: at..first.tokens.end,
                prefix,
                bound_start: at,
                bound_prefix: prefix,
                ..first
            });
        }
        let alone = text.key(first.tokens.end) == "و";
        let second = self.signed(text, first.tokens.end + usize::from(alone))?;
        if !alone && !second.and {
            return None;
        }
        range(at, prefix, first, second)
    }

    /// «من 5 إلى 10», «من 20 حتى 30».
    pub(super) fn range_from_to(&self, text: &Text<'_>, at: usize) -> Option<NumberMention> {
        let prefix = match text.key(at) {
            "من" => 0,
            "ومن" => 2,
            _ => return None,
        };
        let first = self.unbounded(text, at + 1)?;
        if !matches!(text.key(first.tokens.end), "الي" | "حتي" | "لغايه") {
            return None;
        }
        let second = self.unbounded(text, first.tokens.end + 1)?;
        range(at, prefix, first, second)
    }

    /// A number with what may follow it: «3 إلى 5», «4 أو 5», «1500 - 1675», «5000 أو أكثر».
    pub(super) fn plain(&self, text: &Text<'_>, at: usize) -> Option<NumberMention> {
        let first = match self.part_of(text, at) {
            Some(part) => part,
            None => self.signed(text, at)?,
        };
        if let Some(range) = self.linked(text, &first) {
            return Some(range);
        }
        if let (Some(value), Some((bound @ (Bound::AtLeast | Bound::AtMost), end))) =
            (first.value, self.or_bound(text, first.tokens.end))
        {
            let (min, max) = if bound == Bound::AtLeast {
                (Some(value), None)
            } else {
                (None, Some(value))
            };
            return Some(NumberMention {
                tokens: first.tokens.start..end,
                kind: NumberKind::Range,
                value: None,
                min,
                max,
                bound,
                ..first
            });
        }
        Some(first)
    }

    /// The range that a number begins: «3 إلى 5», «4 أو 5», «1500 - 1675».
    fn linked(&self, text: &Text<'_>, first: &NumberMention) -> Option<NumberMention> {
        let value = first.value.filter(|_| first.kind == NumberKind::Cardinal)?;
        let link = text.key(first.tokens.end);
        let digits_follow = text.kind(first.tokens.end + 1) == TokenKind::Number;
        let linked = match link {
            "الي" | "او" => true,
            "-" | "–" | "~" => digits_follow && text.kind(first.tokens.start) == TokenKind::Number,
            _ => false,
        };
        let second = self.unbounded(text, first.tokens.end + 1).filter(|_| linked)?;
        let upper = second.value?;
        (upper > value && (link != "او" || upper <= value * 3.0))
            .then(|| range(first.tokens.start, first.prefix, first.clone(), second))?
    }

    /// «30-35», «3/4»: two numbers joined by a mark. `None` for dates, scores and clock times.
    pub(super) fn two_joined(&self, text: &Text<'_>, first: usize, second: usize) -> Option<NumberMention> {
        let (a, b) = (self.unbounded(text, first)?, self.unbounded(text, second)?);
        let (low, high) = (a.value?, b.value?);
        match text.key(first + 1) {
            "-" | "–" | "~" if low < high => range(first, 0, a, b),
            "/" if low < high
                && [2.0, 3.0, 4.0, 5.0, 8.0, 10.0, 100.0]
                    .iter()
                    .any(|d| (d - high).abs() < f64::EPSILON) =>
            {
                Some(NumberMention {
                    tokens: first..second + 1,
                    core: first..second + 1,
                    value: Some(low / high),
                    fraction: true,
                    ..a
                })
            }
            _ => None,
        }
    }

    /// A cardinal or open number, with sign and percent words.
    pub(super) fn signed(&self, text: &Text<'_>, at: usize) -> Option<NumberMention> {
        if matches!(text.key(at), "سالب" | "ناقص" | "-") {
            // A hyphen before digits is a minus only where nothing is counted after them.
            let hyphen = text.key(at) == "-";
            if hyphen
                && (!text.joined_to_next(at)
                    || (at > 0 && text.joined_to_next(at - 1) && text.kind(at - 1) != TokenKind::Punctuation))
            {
                return None;
            }
            let mut mention = self.unbounded(text, at + 1)?;
            if hyphen
                && text.kind(mention.tokens.end) == TokenKind::Word
                && !matches!(text.key(mention.tokens.end), "درجه" | "درجات" | "مءويه")
            {
                return None;
            }
            mention.tokens.start = at;
            mention.core.start = at;
            mention.value = mention.value.map(|value| -value);
            return Some(mention);
        }
        // «أكثر من 1/2».
        let slash = text.key(at + 1) == "/" && text.joined_to_next(at) && text.joined_to_next(at + 1);
        let after = text.key(at + 3) == "/" && text.joined_to_next(at + 2);
        if slash && !after && text.kind(at) == TokenKind::Number && text.kind(at + 2) == TokenKind::Number {
            return self.two_joined(text, at, at + 2);
        }
        self.unbounded(text, at)
    }

    pub(super) fn unbounded(&self, text: &Text<'_>, at: usize) -> Option<NumberMention> {
        let cardinal = self.cardinal(text, at)?;
        let percent = percent_end(text, cardinal.end);
        let end = percent.unwrap_or(cardinal.end);
        let open = cardinal.open;
        let kind = match (open, percent) {
            (Some(_), _) => NumberKind::Range,
            (None, Some(_)) => NumberKind::Percent,
            (None, None) => NumberKind::Cardinal,
        };
        Some(NumberMention {
            tokens: at..end,
            prefix: cardinal.prefix,
            core: at..end,
            kind,
            value: open.is_none().then_some(cardinal.value),
            min: open.map(|_| cardinal.value),
            max: open,
            bound: if open.is_some() { Bound::Vague } else { Bound::Exact },
            bound_start: at,
            bound_prefix: cardinal.prefix,
            percent: percent.is_some(),
            fraction: cardinal.fraction,
            definite: cardinal.definite,
            and: cardinal.and,
        })
    }
}

/// A range from the lower to the higher of two numbers.
fn range(at: usize, prefix: u8, first: NumberMention, second: NumberMention) -> Option<NumberMention> {
    let (a, b) = (first.value?, second.value?);
    // «بين 5 و10 آلاف» counts both in thousands.
    let scaled = if digits_only(&first) && !digits_only(&second) && a < 1000.0 && b >= 1000.0 {
        scale_of(b)
    } else {
        1.0
    };
    let a = if a * scaled <= b { a * scaled } else { a };
    let (a, b) = (a.min(b), a.max(b));
    Some(NumberMention {
        tokens: at..second.tokens.end,
        prefix,
        core: first.core.start..second.core.end,
        kind: NumberKind::Range,
        value: None,
        min: Some(a),
        max: Some(b),
        bound: Bound::Between,
        bound_start: at,
        bound_prefix: prefix,
        percent: first.percent || second.percent,
        and: first.and || prefix > 0,
        ..first
    })
}

fn digits_only(mention: &NumberMention) -> bool {
    mention.core.len() == 1
}

fn scale_of(value: f64) -> f64 {
    [1e9, 1e6, 1e3]
        .into_iter()
        .find(|scale| value >= *scale && (value / scale).fract() == 0.0)
        .unwrap_or(1.0)
}
