//! Prepositions and phrases that work like one.

/// A preposition or a phrase that works like one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Prep {
    #[default]
    None,
    In,
    Bi,
    On,
    To,
    Li,
    From,
    About,
    With,
    Between,
    Against,
    Toward,
    /// «بحق» against, of crimes.
    Upon,
    /// «من قبل», «على يد»: by.
    By,
    /// «قرب», «شمال», «داخل»: a place relative to a place.
    Near,
    /// «بعد», «قبل», «خلال»: a time.
    When,
    /// «ك», «حول», «وسط» and the rest.
    Other,
}

impl Prep {
    /// The preposition of that spelling, folded or not.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "في" => Self::In,
            "ب" => Self::Bi,
            "على" | "علي" => Self::On,
            "إلى" | "الي" => Self::To,
            "ل" => Self::Li,
            "من" => Self::From,
            "عن" => Self::About,
            "مع" => Self::With,
            "بين" => Self::Between,
            "ضد" => Self::Against,
            "نحو" | "باتجاه" | "صوب" | "تجاه" => Self::Toward,
            "بحق" => Self::Upon,
            _ => return None,
        })
    }

    /// As above, with the words of place and time that tables do not name.
    pub(super) fn from_token(key: &str) -> Option<Self> {
        Self::from_word(key).or_else(|| {
            Some(match key {
                "قرب" | "شمال" | "جنوب" | "شرق" | "غرب" | "شمالي" | "جنوبي" | "شرقي" | "غربي" | "داخل" | "خارج"
                | "قباله" | "عند" | "لدي" | "بالقرب" | "وسط" | "فوق" | "تحت" | "امام" | "عبر" => {
                    Self::Near
                }
                "بعد" | "قبل" | "خلال" | "اثناء" | "منذ" | "عقب" | "اثر" | "قبيل" | "بعيد" | "غداه" | "فور" => {
                    Self::When
                }
                "حول" | "بشان" | "بسبب" | "رغم" | "دون" | "بدون" | "بلا" | "ضمن" | "حسب" | "وفق" | "مقابل" | "سوي"
                | "كما" | "مثل" | "باسم" | "لصالح" | "جراء" | "نتيجه" | "حيال" | "ازاء" | "ضمنها" | "عدا" | "حتي" => {
                    Self::Other
                }
                _ => return None,
            })
        })
    }
}

/// «إليه», «عليهم»: the preposition's last letter is ي before a pronoun.
pub(super) fn suffixed_preposition(word: &str) -> Option<Prep> {
    if word.starts_with("الي") {
        Some(Prep::To)
    } else if word.starts_with("علي") {
        Some(Prep::On)
    } else {
        None
    }
}
