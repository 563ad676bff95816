//! Powers in digits: «1e10», «12,32e+14», «1,1^23».

use super::cardinal::Cardinal;
use super::digits;
use crate::text::Text;
use crate::text::token::TokenKind;

/// «1e10», «12,32e+14», «1,1^23», «2,5^-1»: a power in digits.
pub(super) fn power(text: &Text<'_>, at: usize) -> Option<Cardinal> {
    if text.kind(at) != TokenKind::Number || !text.joined_to_next(at) {
        return None;
    }
    let base = digits::value(text.key(at), false)?;
    // «1e10»: letter and exponent are one token.
    if let Some(exponent) = text.key(at + 1).strip_prefix(['e', 'E']).and_then(digits::plain) {
        return Some(in_digits(at + 2, base * 10_f64.powi(exponent.cast_signed())));
    }
    let of_ten = match text.key(at + 1) {
        "^" => false,
        "e" | "E" => true,
        _ => return None,
    };
    if !text.joined_to_next(at + 1) {
        return None;
    }
    let sign = usize::from(matches!(text.key(at + 2), "+" | "-") && text.joined_to_next(at + 2));
    let exponent =
        digits::value(text.key(at + 2 + sign), false).filter(|_| text.kind(at + 2 + sign) == TokenKind::Number)?;
    let exponent = if text.key(at + 2) == "-" { -exponent } else { exponent };
    let value = if of_ten {
        base * 10_f64.powf(exponent)
    } else {
        base.powf(exponent)
    };
    value.is_finite().then(|| in_digits(at + 3 + sign, value))
}

fn in_digits(end: usize, value: f64) -> Cardinal {
    Cardinal {
        end,
        prefix: 0,
        value,
        open: None,
        and: false,
        definite: false,
        digits: true,
        fraction: false,
    }
}
