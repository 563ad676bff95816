//! Shares: «واحد على عشرة» (one in ten), «جزء من ألف» (a thousandth), «في المئة», «%32», «بنسبة 30».

use super::{NumberMention, NumberReader};
use crate::document::NumberKind;
use crate::text::Text;
use crate::text::token::TokenKind;

impl NumberReader {
    /// «واحد على عشرة», «7 على 10», «3 أجزاء من مئة», «جزء من ألف»: so many parts of so many.
    pub(super) fn part_of(&self, text: &Text<'_>, at: usize) -> Option<NumberMention> {
        if matches!(text.key(at), "جزء" | "جزءا") && text.key(at + 1) == "من" {
            // «جزء من 100 شخص» is a part of them: only round numbers in words make a share.
            let whole = self.signed(text, at + 2)?;
            let round = text.kind(at + 2) == TokenKind::Word
                && whole
                    .value
                    .is_some_and(|value| value >= 10.0 && value.log10().fract() == 0.0);
            return round.then(|| share(at, 0, 1.0, &whole))?;
        }
        let parts = self.signed(text, at)?;
        let value = parts
            .value
            .filter(|_| parts.kind == NumberKind::Cardinal && !parts.fraction)?;
        let end = parts.tokens.end;
        let start = match text.key(end) {
            "علي" if text.raw_of(end) == "على" => end + 1,
            "من" if self.is_one_of(text, at, &parts) => end + 1 + usize::from(text.key(end + 1) == "كل"),
            "جزء" | "جزءا" | "اجزاء" if text.key(end + 1) == "من" => end + 2,
            _ => return None,
        };
        let whole = self.unbounded(text, start).filter(|whole| whole.prefix == 0)?;
        let of = text.key(end) == "من";
        if of && whole.value.is_none_or(|whole| whole <= value) {
            return None;
        }
        if of && text.kind(at) == TokenKind::Number {
            // «2 من 5» as a mark; «2 من 5 جنود» are soldiers.
            let alone = text.kind(whole.tokens.end) != TokenKind::Word || text.key(whole.tokens.end) == "او";
            if !alone || text.kind(start) != TokenKind::Number {
                return None;
            }
        }
        let mut found = share(at, parts.prefix, value, &whole)?;
        (found.and, found.definite) = (parts.and, parts.definite);
        Some(found)
    }

    /// Whether «من» after the number makes it a share: «واحد من [كل] عشرة», «2 من 5».
    fn is_one_of(&self, text: &Text<'_>, at: usize, parts: &NumberMention) -> bool {
        let end = parts.tokens.end;
        let every = text.key(end + 1) == "كل";
        if text.kind(at) == TokenKind::Number {
            let date = at > 0
                && matches!(
                    text.key(at - 1),
                    "في" | "يوم" | "بتاريخ" | "تاريخ" | "منذ" | "من" | "حتي"
                );
            return parts.core.len() == 1 && !date;
        }
        // «واحدا من سبع مناطق» is one of them.
        let one = matches!(text.key(at), "واحد" | "واحده") && text.kind(end + 1) == TokenKind::Word;
        one && (every
            || self
                .lexicon
                .cardinal(text, end + 1)
                .is_some_and(|whole| whole.value > 10.0 && whole.open.is_none()))
    }

    /// «%32», as right-to-left editors leave it.
    pub(super) fn percent_before(&self, text: &Text<'_>, at: usize) -> Option<NumberMention> {
        if text.key(at) != "%" || !text.joined_to_next(at) || text.kind(at + 1) != TokenKind::Number {
            return None;
        }
        let mention = self.unbounded(text, at + 1)?;
        Some(NumberMention {
            tokens: at..mention.tokens.end,
            core: at..mention.core.end,
            kind: NumberKind::Percent,
            percent: true,
            prefix: 0,
            ..mention
        })
    }

    /// «بالمئة 10», «نسبة 30»: the words first, as in headlines, and nothing counted after the number.
    pub(super) fn percent_word_before(&self, text: &Text<'_>, at: usize) -> Option<NumberMention> {
        let prefix = match text.key(at) {
            "بالميه" | "بالمايه" | "نسبه" => 0,
            "بنسبه" => 2,
            _ => return None,
        };
        let mention = self.unbounded(text, at + 1)?;
        let share = matches!(text.key(at), "نسبه" | "بنسبه");
        let next = mention.tokens.end;
        let counted = text.kind(next) == TokenKind::Word && (!share || matches!(text.key(next), "من" | "الي" | "لكل"));
        let plain = mention.kind == NumberKind::Cardinal && !mention.fraction && mention.prefix == 0;
        (plain && !counted && !matches!(text.key(next), "/" | ":")).then_some(NumberMention {
            tokens: at..next,
            core: at..next,
            kind: NumberKind::Percent,
            percent: true,
            prefix,
            bound_start: at,
            bound_prefix: prefix,
            ..mention
        })
    }
}

/// So many parts of a whole number.
fn share(at: usize, prefix: u8, parts: f64, whole: &NumberMention) -> Option<NumberMention> {
    let total = whole
        .value
        .filter(|total| *total > 1.0 && whole.kind == NumberKind::Cardinal)?;
    // «مئتان وواحد وسبعون جزءا من مئة»: what is beyond the whole is a number by itself.
    let value = if parts >= total && total.log10().fract() == 0.0 {
        (parts - parts % total) + (parts % total) / total
    } else {
        parts / total
    };
    Some(NumberMention {
        tokens: at..whole.tokens.end,
        core: at..whole.tokens.end,
        prefix,
        value: Some(value),
        bound_start: at,
        bound_prefix: prefix,
        fraction: true,
        and: false,
        definite: false,
        ..whole.clone()
    })
}

/// The token after «%», «في المئة», «بالمئة».
pub(super) fn percent_end(text: &Text<'_>, at: usize) -> Option<usize> {
    match text.key(at) {
        "%" | "بالميه" | "بالمايه" => Some(at + 1),
        "في" if matches!(text.key(at + 1), "الميه" | "المايه") => Some(at + 2),
        _ => None,
    }
}
