//! Who is meant by an office: «الرئيس الأميركي» is Obama in 2009 and Biden in 2022; «وزير الخارجية التركي» is whom the text
//! names with that title, else whoever held it on the day of publication.
//!
//! An office is a title of `offices.tsv` with a country: an adjective («الفرنسي»), a country behind («وزير خارجية فرنسا»),
//! or «في», «إلى» and a country. Those of international bodies need none. Not handled: offices without a country («رئيس
//! الوزراء» alone), former and future holders («السابق»), which stay without an entity.

use musnad_data::gazetteer::{Gazetteer, Kind, Office};

use crate::document::Date;
use crate::names::Name;
use crate::names::lookup::Lookup;
use crate::text::Text;

/// An office named in the text.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    /// Tokens from the title to what it is of.
    pub(crate) tokens: std::ops::Range<usize>,
    /// Bytes of particles before the title.
    pub(crate) skip: u8,
    /// What it is.
    pub(crate) office: Office,
    /// ISO 3166-1 alpha-3; empty where it is of no country.
    pub(crate) country: String,
}

/// The tables and the text that offices are read from.
#[derive(Clone, Copy)]
pub(crate) struct Offices<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) lookup: &'a Lookup,
    pub(crate) gazetteer: &'a Gazetteer,
}

impl Offices<'_, '_> {
    /// The office whose title starts at a token: the longest whose country is named.
    pub(crate) fn at(&self, token: usize) -> Option<Post> {
        let mut best: Option<Post> = None;
        for found in self.lookup.at(token).iter().filter(|found| found.kind == Kind::Post) {
            let Some(office) = self.gazetteer.office(found.entry) else {
                continue;
            };
            let end = found.end as usize;
            let (end, country) = if office.of_country {
                match self.country(end, &office) {
                    Some(found) => found,
                    None => continue,
                }
            } else {
                (end, String::new())
            };
            // «المستشار» is the head of government in two countries, and a judge in the others.
            let key = self.text.key(token);
            let is_chancellor = key
                .trim_start_matches(['و', 'ل', 'ب'])
                .trim_start_matches("ال")
                .starts_with("مستشار");
            if office.key == "prime_minister" && is_chancellor && !matches!(country.as_str(), "DEU" | "AUT") {
                continue;
            }
            if best.as_ref().is_none_or(|best| best.tokens.end < end) {
                best = Some(Post {
                    tokens: token..end,
                    skip: found.skip,
                    office,
                    country,
                });
            }
        }
        best
    }

    /// The country named at a token, and the token after it.
    fn country(&self, token: usize, office: &Office) -> Option<(usize, String)> {
        let demonym = |token: usize| {
            let found = self
                .lookup
                .at(token)
                .iter()
                .filter(|found| found.kind == Kind::Demonym && found.skip == 0)
                .max_by_key(|found| found.end)?;
            let country = self.gazetteer.entry(found.entry)?.country;
            (!country.is_empty() && self.text.key(token).starts_with("ال"))
                .then(|| (found.end as usize, country.to_owned()))
        };
        let place = |token: usize| {
            let found = self.lookup.at(token).iter().find(|found| {
                let row = self.gazetteer.entry(found.entry);
                found.kind == Kind::Place && row.is_some_and(|row| row.remark == "country" || row.remark == "own")
            })?;
            let country = self.gazetteer.entry(found.entry)?.country;
            (!country.is_empty()).then(|| (found.end as usize, country.to_owned()))
        };
        let mut at = token;
        // «المبعوث الأممي الخاص إلى ليبيا», «رئيس الجمهورية اللبنانية».
        if office.key == "un_envoy" {
            while matches!(self.text.key(at), "الخاص" | "الخاصه" | "للدعم") {
                at += 1;
            }
            if matches!(self.text.key(at), "الي" | "في" | "لدي" | "ل") {
                at += 1;
            }
            return place(at).or_else(|| place(token)).or_else(|| self.territory(at));
        }
        if self.text.key(at) == "في" && matches!(office.key, "prime_minister" | "president" | "foreign_minister") {
            return place(at + 1);
        }
        if self.text.key(at) == "دوله" {
            at += 1;
        }
        demonym(at).or_else(|| place(at))
    }

    /// «الصحراء الغربية», which the tables list as a region.
    fn territory(&self, token: usize) -> Option<(usize, String)> {
        let (first, second) = (self.text.key(token), self.text.key(token + 1));
        (first == "الصحراء" && second == "الغربيه").then(|| (token + 2, "ESH".to_owned()))
    }

    /// Row of the person who held an office on a day.
    pub(crate) fn holder(&self, office: Office, country: &str, day: Date) -> Option<u32> {
        let day = day.year() * 10_000 + day.month() as i32 * 100 + day.day() as i32;
        let mut of = [0_u8; 3];
        for (to, from) in of.iter_mut().zip(country.bytes()) {
            *to = from;
        }
        // While nobody holds it, and on the day that somebody leaves it, the last holder is meant.
        let mut last = None;
        for term in self
            .gazetteer
            .terms(office)
            .filter(|term| term.country == of && term.first <= day)
        {
            last = (day < term.end || months(day) - months(term.end) <= 1).then_some(term.person);
        }
        last
    }

    /// Whether a person ever held an office.
    pub(crate) fn held(&self, post: &Post, person: u32) -> bool {
        let mut of = [0_u8; 3];
        for (to, from) in of.iter_mut().zip(post.country.bytes()) {
            *to = from;
        }
        self.gazetteer
            .terms(post.office)
            .any(|term| term.country == of && term.person == person)
    }

    /// Whether words around an office say that somebody else is meant than its holder.
    pub(crate) fn is_other(&self, post: &Post) -> bool {
        let after = self.text.key(post.tokens.end);
        let before = post
            .tokens
            .start
            .checked_sub(1)
            .map_or("", |token| self.text.key(token));
        let past = matches!(
            after,
            "السابق"
                | "السابقه"
                | "الاسبق"
                | "الراحل"
                | "المخلوع"
                | "المعزول"
                | "المنتخب"
                | "الجديد"
                | "المقبل"
                | "القادم"
                | "المكلف"
                | "السابقين"
                | "المتوفي"
                | "الموقت"
        );
        let of_another = matches!(
            before,
            "باسم"
                | "بلسان"
                | "مكتب"
                | "نايب"
                | "مساعد"
                | "نجل"
                | "زوجه"
                | "شقيق"
                | "ابن"
                | "مستشار"
                | "مبعوث"
                | "وكيل"
                | "مدير"
                | "نايبه"
                | "مستشاره"
                | "سلف"
                | "خلف"
                | "منصب"
                | "انتخاب"
        );
        let before_office = post
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|token| self.lookup.is(token, Kind::Office) && !self.text.key(token).starts_with("ال"));
        past || of_another || before_office
    }
}

/// Months since year 0 of a day written as one number.
fn months(day: i32) -> i32 {
    if day == i32::MAX {
        i32::MAX / 2
    } else {
        day / 10_000 * 12 + day / 100 % 100
    }
}

/// Whether a name stands on the tokens.
pub(crate) fn is_named(names: &[Name], tokens: &std::ops::Range<usize>) -> bool {
    let next = names.partition_point(|name| name.tokens.end <= tokens.start);
    names.get(next).is_some_and(|name| name.tokens.start <= tokens.start)
}
