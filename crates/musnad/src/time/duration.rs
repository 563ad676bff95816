//! Lengths: «ثلاثة أشهر» (P3M), «أكثر من عامين», «ساعتين ونصف» (PT2.5H).

use super::lexicon::{Class, Unit};
use super::scan::{Moment, Scan};
use crate::document::TimeModifier;
use crate::number::Bound;
use crate::text::token::TokenKind;

/// So many of a unit.
#[derive(Debug, Clone, Default)]
pub(super) struct Amount {
    /// How many; `None` for a bare plural («سنوات»).
    pub(super) value: Option<f64>,
    pub(super) unit: Unit,
    /// Smaller units after it: «عام واحد وشهر و21 يوما».
    more: Vec<(f64, Unit)>,
    pub(super) end: usize,
    pub(super) prefix: u8,
    pub(super) modifier: Option<TimeModifier>,
    /// «قليلة», «عدة»: a few.
    pub(super) few: bool,
    /// A bare plural.
    pub(super) plural: bool,
    /// A bare singular: «شهر», which is a length only in some places.
    pub(super) single: bool,
    /// The words after it make it a noun of another sort («يوم الجمعة»).
    pub(super) prefixless_noun: bool,
}

impl Amount {
    /// Its counted units; empty without a count.
    pub(super) fn parts(&self) -> impl Iterator<Item = (f64, Unit)> + '_ {
        let first = self.value.map(|value| (value, self.unit));
        first.into_iter().chain(self.more.iter().copied())
    }

    /// The TIMEX3 value.
    pub(super) fn timex(&self) -> String {
        let number = |value: f64| {
            if value.fract() == 0.0 {
                format!("{value:.0}")
            } else {
                format!("{}", (value * 1000.0).round() / 1000.0)
            }
        };
        // Decades and centuries are told in years: P20Y.
        let scaled = |value: f64, unit: Unit| match unit {
            Unit::Decade => (number(value * 10.0), Unit::Year),
            Unit::Century => (number(value * 100.0), Unit::Year),
            unit => (number(value), unit),
        };
        let mut parts = vec![
            self.value
                .map_or_else(|| ("X".to_owned(), self.unit), |value| scaled(value, self.unit)),
        ];
        parts.extend(self.more.iter().map(|(value, unit)| scaled(*value, *unit)));
        // TIMEX3 writes larger units first.
        parts.sort_by_key(|(_, unit)| std::cmp::Reverse(*unit));
        let mut timex = "P".to_owned();
        let mut clock = false;
        for (count, unit) in parts {
            if unit.is_clock() && !clock {
                timex.push('T');
                clock = true;
            }
            timex.push_str(&count);
            timex.push_str(unit.code());
        }
        timex
    }
}

/// Words of sentences and terms, after which years are a length.
const TERMS: [&str; 13] = [
    "سجن",
    "حبس",
    "محكوم",
    "محكومين",
    "محكوميته",
    "حكم",
    "حكما",
    "احكام",
    "احكاما",
    "عقوبه",
    "اشغال",
    "امضي",
    "موبد",
];

impl Scan<'_, '_> {
    /// A length at a token, with the words that bound it.
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        let bound = self.numbers.bound_before(self.text, at);
        let start = bound.map_or(at, |(_, end, _)| end);
        let mut amount = self.one_amount(start)?;
        // «أكثر عام دموية»: the most, not more than.
        if bound.is_some() && start == at + 1 && amount.single && self.text.key(at).ends_with("اكثر") {
            return None;
        }
        if let Some((bound, _, prefix)) = bound {
            if amount.prefix > 0 {
                return None;
            }
            amount.prefix = prefix;
            amount.single = false;
            amount.prefixless_noun &= self.text.kind(amount.end) == TokenKind::Number;
            amount.modifier = modifier(bound);
        }
        // «عام واحد وشهر و21 يوما».
        while let (Some(value), true) = (amount.value, amount.more.len() < 4) {
            let alone = usize::from(self.text.key(amount.end) == "و");
            let Some(next) = self.one_amount(amount.end + alone).filter(|next| {
                let joined = alone == 1 || next.prefix == 2 && self.text.key(amount.end).starts_with('و');
                // «أسبوع واحد ثلاثة أيام», «3 ساعات 20 دقيقة».
                let beside = next.prefix == 0
                    && next.unit < amount.unit
                    && !amount.single
                    && (self.text.kind(amount.end) == TokenKind::Number
                        || self.numbers.is_number_word(self.text, amount.end));
                joined || beside
            }) else {
                break;
            };
            let (Some(count), true) = (next.value, next.unit != amount.unit && value > 0.0 && !amount.plural) else {
                break;
            };
            amount.more.push((count, next.unit));
            amount.end = next.end;
            amount.single = false;
        }
        if let Some((bound, end)) = self.numbers.bound_after(self.text, amount.end) {
            amount.modifier = amount.modifier.or(modifier(bound));
            amount.end = end;
        }
        Some(amount)
    }

    fn one_amount(&self, at: usize) -> Option<Amount> {
        let any_unit = |c: Class| {
            matches!(
                c,
                Class::Unit(_) | Class::UnitAlif(_) | Class::Units(_) | Class::DualUnit(_)
            )
        };
        // «عدة أشهر».
        if matches!(self.text.key(at), "عده" | "لعده" | "بضع" | "بضعه") {
            let found = self
                .word(at + 1, |c| matches!(c, Class::Units(_)))
                .filter(|found| found.prefix == 0)?;
            let Class::Units(unit) = found.class else { return None };
            let prefix = if self.text.key(at) == "لعده" { 2 } else { 0 };
            return Some(Amount {
                unit,
                end: found.end,
                prefix,
                few: true,
                plural: true,
                ..Amount::default()
            });
        }
        if let Some(found) = self
            .word(at, |c| matches!(c, Class::DualUnit(_)))
            .filter(|found| !found.definite)
        {
            let Class::DualUnit(unit) = found.class else {
                return None;
            };
            let (value, end) = self.and_half(2.0, found.end);
            // «عامي 2013 و2014» are years.
            let years =
                matches!(self.text.key(at).chars().last(), Some('ي')) && !matches!(self.text.key(at), "يومي" | "شهري");
            return (!years && !matches!(self.text.key(at), "يومي" | "شهري")).then(|| Amount {
                value: Some(value),
                unit,
                end,
                prefix: found.prefix,
                ..Amount::default()
            });
        }
        if let Some(count) = self.numbers.cardinal(self.text, at).filter(|count| !count.definite) {
            let found = self
                .word(count.end, any_unit)
                .filter(|found| found.prefix == 0 || found.definite && count.open.is_some())?;
            let (Class::Unit(unit) | Class::UnitAlif(unit) | Class::Units(unit)) = found.class else {
                return None;
            };
            if count.value > 3000.0 && count.digits {
                return None;
            }
            let (value, end) = self.and_half(count.value, found.end);
            return Some(Amount {
                value: count.open.is_none().then_some(value),
                unit,
                end,
                prefix: count.prefix,
                plural: count.open.is_some(),
                ..Amount::default()
            });
        }
        let found = self.word(at, any_unit).filter(|found| !found.definite)?;
        match found.class {
            Class::Units(unit) => {
                let next = self.text.key(found.end);
                let few = matches!(next, "قليله" | "معدوده" | "قلايل");
                let many = matches!(next, "طويله" | "عديده" | "كثيره" | "محدوده" | "عده" | "متتاليه");
                Some(Amount {
                    unit,
                    end: found.end + usize::from(few || many),
                    prefix: found.prefix,
                    few,
                    plural: true,
                    ..Amount::default()
                })
            }
            Class::Unit(unit) | Class::UnitAlif(unit) => {
                let next = self.text.key(found.end);
                let whole = matches!(next, "واحد" | "واحده" | "كامل" | "كامله" | "اخر" | "اخري");
                let (value, end) = self.and_half(1.0, found.end + usize::from(whole));
                // «يوم الجمعة», «عام 2011», «يوم ارتكاب الجريمة» are no lengths.
                let noun = !whole
                    && (self.date(at).is_some()
                        || self.text.kind(found.end) == TokenKind::Number
                        || (next.starts_with("ال")
                            && !matches!(next, "الي" | "الا" | "الان" | "الذي" | "التي")
                            && self.text.kind(found.end) == TokenKind::Word));
                Some(Amount {
                    value: Some(value),
                    unit,
                    end,
                    prefix: found.prefix,
                    single: !whole && value < 1.1,
                    prefixless_noun: noun,
                    ..Amount::default()
                })
            }
            _ => None,
        }
    }

    /// «ونصف» after a unit.
    fn and_half(&self, value: f64, end: usize) -> (f64, usize) {
        let alone = usize::from(self.text.key(end) == "و");
        // «ونصف العام», «ونصف ساعة».
        let whole = |at: usize| {
            at + usize::from(
                self.word(at, |c| matches!(c, Class::Unit(_)))
                    .is_some_and(|f| f.prefix == 0),
            )
        };
        match self.text.key(end + alone) {
            "ونصف" => (value + 0.5, whole(end + 1)),
            "نصف" if alone == 1 => (value + 0.5, whole(end + 2)),
            "وربع" => (value + 0.25, end + 1),
            _ => (value, end),
        }
    }

    /// «كل الأسبوع», «كامل الشهر», «العام كله», «اليوم بأكمله».
    fn whole_unit(&self, at: usize) -> Option<Moment> {
        let ahead = usize::from(matches!(self.text.key(at), "كل" | "كامل"));
        let found = self
            .word(at + ahead, |c| matches!(c, Class::Unit(_)))
            .filter(|found| found.definite && found.prefix == 0 && self.direction(found.end).is_none())?;
        let Class::Unit(unit) = found.class else { return None };
        let behind = matches!(
            self.text.key(found.end),
            "كله" | "كلها" | "باكمله" | "باكملها" | "بكامله" | "بكاملها"
        );
        let closed = ahead == 1 && self.clause_ends(found.end);
        if unit > Unit::Year || unit.is_clock() || !(behind || closed) {
            return None;
        }
        let amount = Amount {
            value: Some(1.0),
            unit,
            end: found.end + usize::from(behind),
            ..Amount::default()
        };
        self.length(at, amount)
    }

    /// A length of time, where it is one.
    pub(super) fn duration(&self, at: usize) -> Option<Moment> {
        const LENGTH: [&str; 24] = [
            "لمده",
            "مده",
            "منذ",
            "بعد",
            "قبل",
            "خلال",
            "غضون",
            "طوال",
            "طيله",
            "مدي",
            "مدار",
            "امتداد",
            "دام",
            "دامت",
            "استمر",
            "استمرت",
            "يستمر",
            "تستمر",
            "يستغرق",
            "تستغرق",
            "استغرق",
            "استغرقت",
            "بعيد",
            "قبيل",
        ];
        if let Some(whole) = self.whole_unit(at) {
            return Some(whole);
        }
        let before = self.before(at);
        // «طوال الأسبوع».
        if matches!(before, "طوال" | "طيله")
            && let Some(found) = self
                .word(at, |c| matches!(c, Class::Unit(_) | Class::Deictic(0)))
                .filter(|found| found.end == at + 1 && self.direction(found.end).is_none())
                .filter(|found| found.definite || found.class == Class::Deictic(0))
        {
            let unit = match found.class {
                Class::Unit(unit) => unit,
                _ => Unit::Day,
            };
            let amount = Amount {
                value: Some(1.0),
                unit,
                end: found.end,
                ..Amount::default()
            };
            return self.length(at, amount);
        }
        let amount = self.amount(at)?;
        // «عمر البشير منذ 22 عاما» is no age.
        if amount.prefixless_noun || (!LENGTH.contains(&before) && self.is_age(at, &amount)) {
            return None;
        }
        let in_place = LENGTH.contains(&before) || (amount.prefix == 2 && self.text.key(at).starts_with('ل'));
        let alone = at == 0 && self.text.kind(amount.end) == TokenKind::Punctuation;
        if (amount.single || (amount.plural && !amount.few && amount.end == at + 1))
            && !in_place
            && !(alone && amount.end == self.text.tokens.len())
        {
            // «سنوات طويلة» stands by itself, «سنوات» does not; «في ساعات محدودة» has an adjective.
            return None;
        }
        self.length(at, amount)
    }

    /// «37 عاما» after «العمر», or alone in brackets after a name.
    pub(super) fn is_age(&self, at: usize, amount: &Amount) -> bool {
        // A term is served: «حكم على فلان (22 عاما)», «بالحبس، 8 سنوات،».
        let first = self.text.sentence_tokens(self.text.sentence_of(at)).start;
        let sentenced = || {
            (first..at).rev().take(14).any(|token| {
                let key = self.text.key(token);
                let bare = key.strip_prefix(['ب', 'و', 'ل']).unwrap_or(key);
                TERMS.contains(&bare.strip_prefix("ال").unwrap_or(bare)) || TERMS.contains(&key)
            })
        };
        let bracketed = self.text.key(at.wrapping_sub(1)) == "(" && self.text.key(amount.end) == ")" && !sentenced();
        let of_age = (1..=3).any(|back| {
            let Some(token) = at.checked_sub(back) else {
                return false;
            };
            let key = self.text.key(token);
            // «عمر» is also a man.
            (back == 1 && matches!(key, "عمر" | "سن"))
                || (back == 2 && matches!(key, "ذات" | "ذو" | "ذي") && self.text.key(token + 1) == "ال")
                || matches!(
                    key,
                    "العمر"
                        | "عمره"
                        | "عمرها"
                        | "عمرهم"
                        | "اعمارهم"
                        | "البالغ"
                        | "البالغه"
                        | "عمرا"
                        | "بعمر"
                        | "بسن"
                        | "بالغ"
                        | "يناهز"
                        | "ناهز"
                        | "تناهز"
                )
        });
        // «حسن علي، 47 عاما، …».
        let commas = self.text.key(at.wrapping_sub(1)) == "،" && self.text.key(amount.end) == "،" && !sentenced();
        amount.unit == Unit::Year && amount.value.is_some() && (bracketed || commas || of_age)
            || matches!(self.text.key(amount.end), "من")
                && matches!(self.text.key(amount.end + 1), "العمر" | "عمره" | "عمرها")
    }
}

fn modifier(bound: Bound) -> Option<TimeModifier> {
    Some(match bound {
        Bound::About => TimeModifier::Approx,
        Bound::More => TimeModifier::MoreThan,
        Bound::Less => TimeModifier::LessThan,
        Bound::AtLeast => TimeModifier::EqualOrMore,
        Bound::AtMost => TimeModifier::EqualOrLess,
        Bound::Exact | Bound::Between | Bound::Vague => return None,
    })
}
