//! Words of time and what they do in the rules.

use std::collections::HashSet;

use musnad_data::{fold, measure};
use rustc_hash::FxBuildHasher;

use crate::error::{Error, ErrorKind};
use crate::number::Forms;
use crate::text::Text;

/// A unit of the calendar or clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    #[default]
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// TIMEX3 letters.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Second => "S",
            Self::Minute | Self::Month => "M",
            Self::Hour => "H",
            Self::Day => "D",
            Self::Week => "W",
            Self::Year => "Y",
            Self::Decade => "DE",
            Self::Century => "CE",
        }
    }

    /// Whether it is smaller than a day.
    pub(super) fn is_clock(self) -> bool {
        self < Self::Day
    }
}

/// A part of a calendar unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    Start,
    Mid,
    End,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    /// TIMEX3 letters.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Dawn | Self::Morning => "MO",
            Self::Noon => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }
}

/// A vague time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    Past,
    Present,
    Future,
    /// «لاحقا»: past or future by the tense of the clause.
    Later,
}

/// A fixed day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Holiday {
    pub(super) day: YearDay,
    /// Days after the first.
    pub(super) more: i64,
}

/// How a holiday finds its day in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearDay {
    Gregorian {
        month: u32,
        day: u32,
    },
    Hijri {
        month: u32,
        day: u32,
    },
    /// Days from Easter Sunday.
    Easter(i64),
    /// The nth weekday (0 is Monday) of a month.
    Nth {
        month: u32,
        weekday: u32,
        n: u32,
    },
}

impl YearDay {
    pub(super) fn is_hijri(self) -> bool {
        matches!(self, Self::Hijri { .. })
    }
}

/// A season.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// What a word of time does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A month; `weak` where the word is also something else («مارس»: practised).
    Month { month: u32, weak: bool },
    /// A month of the Hijra.
    Hijri { month: u32, weak: bool },
    /// A day of the week, 0 for Monday; `bare` without ال.
    Weekday { day: u32, bare: bool },
    /// «يوم».
    Unit(Unit),
    /// «يوما».
    UnitAlif(Unit),
    /// «أيام».
    Units(Unit),
    /// «يومان».
    DualUnit(Unit),
    /// «أمس»: days from today.
    Deictic(i64),
    /// «صباح».
    Part(Part),
    /// «الماضي».
    Past,
    /// «المقبل».
    Next,
    /// «الجاري».
    This,
    /// «الأخير».
    Recent,
    /// «ذاته».
    Same,
    /// «مطلع».
    Phase(Phase),
    /// «مؤخرا».
    Reference(Reference),
    /// «يوميا»: the TIMEX3 period.
    Set(&'static str),
    /// «آنذاك».
    Anaphor,
    /// «الصيف».
    Season(Season),
    /// «عيد الفطر».
    Holiday(Holiday),
    /// «التسعينيات».
    Decade(i32),
    /// «الربع», «النصف» before an ordinal: how many such parts make the whole.
    PartWord(u32),
}

/// A word of time as it stands in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) class: Class,
    /// Token after its last.
    pub(super) end: usize,
    /// Bytes of particles in front.
    pub(super) prefix: u8,
    /// Definite by an ال that was split off.
    pub(super) definite: bool,
    /// Joined by و.
    pub(super) and: bool,
    /// Governed by ب, ل or ك.
    pub(super) governed: bool,
}

/// The table, parsed.
#[derive(Debug, Clone)]
pub(super) struct Lexicon {
    words: Forms<u32>,
    /// The folded words after the first, and the class; of phrases with the same first word the longest comes first.
    phrases: Vec<(Vec<String>, Class)>,
    openers: HashSet<&'static str, FxBuildHasher>,
}

/// Words that begin a rule without being words of time or numbers themselves.
const OPENERS: [&str; 72] = [
    "يومي",
    "ليلتي",
    "ويومي",
    "ليومي",
    "بيومي",
    "ال",
    "وال",
    "بال",
    "فال",
    "كال",
    "لل",
    "وقت",
    "الفتره",
    "المده",
    "للفتره",
    "بالفتره",
    "ما",
    "بين",
    "من",
    "ومن",
    "عطله",
    "هذا",
    "هذه",
    "وهذا",
    "وهذه",
    "لهذا",
    "لهذه",
    "بهذا",
    "ذلك",
    "تلك",
    "نفس",
    "ذات",
    "بقيه",
    "باقي",
    "وبقيه",
    "لبقيه",
    "وباقي",
    "لباقي",
    "عده",
    "لعده",
    "قبل",
    "قبيل",
    "وقبل",
    "فقبل",
    "بعد",
    "بعيد",
    "وبعد",
    "فبعد",
    "منذ",
    "ومنذ",
    "خلال",
    "وخلال",
    "كامل",
    "شهري",
    "لشهري",
    "بشهري",
    "وشهري",
    "اشهر",
    "شهور",
    "الالفيه",
    "والالفيه",
    "بالالفيه",
    "عشيه",
    "مره",
    "مرتين",
    "مرتان",
    "ايام",
    "العشر",
    "والعشر",
    "كل",
    "وكل",
    "بكل",
];

impl Lexicon {
    pub(super) fn new() -> Result<Self, Error> {
        let mut rows: Vec<(String, (Vec<String>, Class))> = Vec::new();
        for (line, row) in measure::rows(measure::TIME_WORDS) {
            let fault = || Error::new(ErrorKind::Resources, format!("time/words.tsv:{line}: bad row"));
            let [phrase, class, value] = row[..] else {
                return Err(fault());
            };
            let class = class_of(class, value).ok_or_else(fault)?;
            let key = fold::key(phrase);
            let mut words = key.split(' ').map(str::to_owned);
            let first = words.next().ok_or_else(fault)?;
            rows.push((first, (words.collect(), class)));
        }
        rows.sort_by_key(|(_, (rest, _))| std::cmp::Reverse(rest.len()));
        let (words, phrases): (Vec<_>, Vec<_>) = rows
            .into_iter()
            .enumerate()
            .map(|(index, (first, phrase))| ((first, index as u32), phrase))
            .unzip();
        Ok(Self {
            words: Forms::new(words),
            phrases,
            openers: OPENERS.into_iter().collect(),
        })
    }

    /// Whether a rule can begin with this folded token, which is no word of time itself.
    #[inline]
    pub(super) fn opens(&self, key: &str) -> bool {
        self.openers.contains(key)
    }

    /// The longest word or phrase of the classes wanted that begins at a token.
    pub(super) fn at(&self, text: &Text<'_>, token: usize, wanted: impl Fn(Class) -> bool) -> Option<Found> {
        self.words.get(text.key(token)).iter().find_map(|form| {
            let (rest, class) = self.phrases.get(form.value as usize)?;
            let fits = wanted(*class) && rest.iter().enumerate().all(|(n, word)| text.key(token + 1 + n) == word);
            fits.then_some(Found {
                class: *class,
                end: token + 1 + rest.len(),
                prefix: form.prefix,
                definite: form.definite,
                and: form.and,
                governed: form.governed,
            })
        })
    }
}

fn unit_of(value: &str) -> Option<Unit> {
    Some(match value {
        "S" => Unit::Second,
        "MIN" => Unit::Minute,
        "H" => Unit::Hour,
        "D" => Unit::Day,
        "W" => Unit::Week,
        "M" => Unit::Month,
        "Y" => Unit::Year,
        "DE" => Unit::Decade,
        "CE" => Unit::Century,
        _ => return None,
    })
}

fn class_of(class: &str, value: &str) -> Option<Class> {
    let number = || value.parse::<u32>().ok();
    Some(match class {
        "month" => Class::Month {
            month: number()?,
            weak: false,
        },
        "month_weak" => Class::Month {
            month: number()?,
            weak: true,
        },
        "hijri" => Class::Hijri {
            month: number()?,
            weak: false,
        },
        "hijri_weak" => Class::Hijri {
            month: number()?,
            weak: true,
        },
        "weekday" => Class::Weekday {
            day: number()?,
            bare: false,
        },
        "weekday_bare" => Class::Weekday {
            day: number()?,
            bare: true,
        },
        "unit" => Class::Unit(unit_of(value)?),
        "unit_alif" => Class::UnitAlif(unit_of(value)?),
        "units" => Class::Units(unit_of(value)?),
        "dual_unit" => Class::DualUnit(unit_of(value)?),
        "deictic" => Class::Deictic(value.parse().ok()?),
        "part" => Class::Part(match value {
            "DA" => Part::Dawn,
            "MO" => Part::Morning,
            "NO" => Part::Noon,
            "AF" => Part::Afternoon,
            "EV" => Part::Evening,
            "NI" => Part::Night,
            _ => return None,
        }),
        "past" => Class::Past,
        "next" => Class::Next,
        "this" => Class::This,
        "recent" => Class::Recent,
        "same" => Class::Same,
        "phase" => Class::Phase(match value {
            "START" => Phase::Start,
            "MID" => Phase::Mid,
            "END" => Phase::End,
            _ => return None,
        }),
        "ref" => Class::Reference(match value {
            "PAST_REF" => Reference::Past,
            "PRESENT_REF" => Reference::Present,
            "FUTURE_REF" => Reference::Future,
            "LATER" => Reference::Later,
            _ => return None,
        }),
        "set" => Class::Set(match value {
            "P1D" => "P1D",
            "P1W" => "P1W",
            "P1M" => "P1M",
            "P1Y" => "P1Y",
            "PX" => "PX",
            _ => return None,
        }),
        "anaphor" => Class::Anaphor,
        "season" => Class::Season(match value {
            "SP" => Season::Spring,
            "SU" => Season::Summer,
            "FA" => Season::Autumn,
            "WI" => Season::Winter,
            _ => return None,
        }),
        "holiday" => Class::Holiday(holiday_of(value)?),
        "decade" => Class::Decade(value.parse().ok()?),
        "part_word" => Class::PartWord(number()?),
        _ => return None,
    })
}

/// Reads `G12-25`, `H10-1+2` (Gregorian or Hijri month and day, further days), `E-2` (two days before Easter), `N11-3-4`
/// (the fourth Thursday of November; Monday is 0).
fn holiday_of(value: &str) -> Option<Holiday> {
    let (kind, rest) = value.split_at_checked(1)?;
    if kind == "E" {
        let day = YearDay::Easter(rest.parse().ok()?);
        return Some(Holiday { day, more: 0 });
    }
    let (date, more) = rest.split_once('+').unwrap_or((rest, "0"));
    let parts: Vec<u32> = date.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let day = match (kind, parts.as_slice()) {
        ("G", &[month, day]) => YearDay::Gregorian { month, day },
        ("H", &[month, day]) => YearDay::Hijri { month, day },
        ("N", &[month, weekday, n]) => YearDay::Nth { month, weekday, n },
        _ => return None,
    };
    let more = more.parse().ok()?;
    Some(Holiday { day, more })
}
