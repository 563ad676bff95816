//! Whose clock a time is told by: «بتوقيت غرينتش», «بالتوقيت المحلي», «ت غ», «(GMT+3)». The hour stays as printed.

use super::scan::Scan;
use crate::number::plain_digits;

/// Further words in the name of a place whose clock is told: «مكة المكرمة», «أبو ظبي».
const ZONE_WORDS: [&str; 10] = [
    "المكرمه",
    "المحتله",
    "الشريف",
    "ظبي",
    "المتحده",
    "الولايات",
    "المملكه",
    "العربيه",
    "الموحد",
    "القياسي",
];

impl Scan<'_, '_> {
    /// «بتوقيت غرينتش», «بالتوقيت المحلي», «ت غ», «تغ».
    pub(super) fn zone_end(&self, at: usize) -> usize {
        match self.text.key(at) {
            "بتوقيت" => {
                // «بتوقيت القدس المحتلة», «بتوقيت شرق الولايات المتحدة».
                let mut end = at + 2;
                while end < at + 5 && ZONE_WORDS.contains(&self.text.key(end)) {
                    end += 1;
                }
                if matches!(self.text.key(end - 1), "شرق" | "غرب" | "وسط" | "ساحل") {
                    end += 1;
                    end += usize::from(ZONE_WORDS.contains(&self.text.key(end)));
                }
                end
            }
            "(" => {
                let end = self.zone_code(at + 1);
                if end > at + 1 && self.text.key(end) == ")" {
                    end + 1
                } else {
                    at
                }
            }
            "بالتوقيت" => at + 2,
            "تغ" | "غرينتش" | "جرينتش" => at + 1,
            "ت" if matches!(self.text.key(at + 1), "غ" | "م") => at + 2,
            "ت" if self.text.key(at + 1) == "." && matches!(self.text.key(at + 2), "غ" | "م") => {
                at + 3 + usize::from(self.text.key(at + 3) == "." && self.text.joined_to_next(at + 2))
            }
            _ => self.zone_code(at),
        }
    }

    /// «GMT», «UTC+3», «EST», «غرينتش+3»: the token after it.
    fn zone_code(&self, at: usize) -> usize {
        let known = matches!(
            self.text.key(at),
            "GMT"
                | "UTC"
                | "EST"
                | "EDT"
                | "CET"
                | "CEST"
                | "PST"
                | "PDT"
                | "BST"
                | "MSK"
                | "AST"
                | "غرينتش"
                | "جرينتش"
        );
        if !known {
            return at;
        }
        let signed = matches!(self.text.key(at + 1), "+" | "-")
            && self.text.joined_to_next(at)
            && plain_digits(self.text.key(at + 2)).is_some_and(|hours| hours <= 14);
        at + if signed { 3 } else { 1 }
    }
}
