//! Names that open with a class noun: «وزارة الداخلية الإيطالية», «قوات حفتر», «مطار صنعاء الدولي», «مدينة سرت».
//!
//! The class noun says how the name goes on (tables/names/heads.tsv). It stays in the name of an organisation, armed group,
//! facility or natural feature, and stays out of the name of a town or a newspaper.

use musnad_data::gazetteer::Kind;

use super::lookup::Match;
use super::words::Words;
use crate::document::EntityType;
use crate::text::token::TokenKind;

/// Longest name that a class noun opens, in tokens.
const LONGEST: usize = 10;

/// What class of names a noun opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Organization,
    Armed,
    Media,
    Place,
    Camp,
    Facility,
    Landform,
    Miscellaneous,
}

/// How the names of a class noun go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) class: Class,
    /// Any content makes a name; otherwise a name or an adjective of nationality must be inside.
    any: bool,
    /// May coordinate: «العدل والمساواة».
    coordinates: bool,
    /// Goes on with «لـ»: «لحقوق الإنسان».
    purpose: bool,
    /// Goes on with «في» or «بـ» and a place.
    place: bool,
    /// Only with a quoted name: «عملية "السهم الذهبي"».
    quoted: bool,
}

impl Rule {
    /// Reads class and rule of `heads.tsv`.
    pub(crate) fn parse(remark: &str) -> Option<Self> {
        let (class, flags) = remark.split_once(' ')?;
        let class = match class {
            "org" => Class::Organization,
            "armed" => Class::Armed,
            "media" => Class::Media,
            "place" => Class::Place,
            "camp" => Class::Camp,
            "facility" => Class::Facility,
            "landform" => Class::Landform,
            "misc" => Class::Miscellaneous,
            _ => return None,
        };
        let has = |flag| flags.contains(flag);
        Some(Self {
            class,
            any: has('a'),
            coordinates: has('c'),
            purpose: has('l'),
            place: has('f'),
            quoted: has('q'),
        })
    }
}

/// A name found by its class noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// First token.
    pub(crate) start: usize,
    /// Bytes of particles on the first token.
    pub(crate) skip: u8,
    /// Token after the last.
    pub(crate) end: usize,
    pub(crate) entity_type: EntityType,
    /// Row of the name inside, where the class noun stays out.
    pub(crate) entry: Option<u32>,
    pub(crate) evidence: &'static str,
}

impl Words<'_, '_> {
    fn rule(&self, found: Match) -> Option<Rule> {
        Rule::parse(self.gazetteer.entry(found.entry)?.remark)
    }

    /// The name that a class noun at the token opens.
    pub(crate) fn headed(&self, token: usize) -> Option<Found> {
        let construct = self.lookup.word(token, Kind::Head);
        let definite = self.lookup.word(token, Kind::HeadDefinite);
        if let Some(found) = construct
            && let Some(rule) = self.rule(found)
        {
            return match rule.class {
                Class::Organization | Class::Armed => self.organization(token, found, rule),
                Class::Media => self.media(token, found, rule),
                Class::Place => self.place(token),
                Class::Camp => self.kept(token, found, EntityType::Geopolitical, "names.camp"),
                Class::Facility => self.kept(token, found, EntityType::Facility, "names.facility"),
                Class::Landform => self.kept(token, found, EntityType::Location, "names.landform"),
                Class::Miscellaneous => self.agreement(token, found, rule),
            };
        }
        let found = definite?;
        let rule = self.rule(found)?;
        let broadcaster = matches!(
            self.text.key(token).trim_start_matches(['و', 'ف', 'ب', 'ل']),
            "التلفزيون" | "الاذاعه" | "القناه" | "لتلفزيون" | "لاذاعه"
        );
        (matches!(rule.class, Class::Organization | Class::Armed) || broadcaster)
            .then(|| self.definite(token, found, rule))?
    }

    /// «وزارة الداخلية الإيطالية», «حركة العدل والمساواة», «قوات حفتر», «لجنة حماية الصحفيين».
    fn organization(&self, token: usize, found: Match, rule: Rule) -> Option<Found> {
        // «شبكة CNN», «موقع فيسبوك»: the class noun of a medium is no part of its name.
        if let Some(medium) = self
            .lookup
            .name(token + 1, false)
            .filter(|m| m.kind == Kind::Media && m.skip == 0)
            && rule.class == Class::Organization
        {
            return Some(Found {
                start: token + 1,
                skip: 0,
                end: medium.end as usize,
                entity_type: EntityType::Organization,
                entry: Some(medium.entry),
                evidence: "names.media",
            });
        }
        let (end, content, named) = self.chain(token, rule, 0);
        let content = content && (rule.any || named);
        content.then_some(Found {
            start: token,
            skip: found.skip,
            end,
            entity_type: EntityType::Organization,
            entry: None,
            evidence: "names.organization",
        })
    }

    /// The construct chain behind a class noun: its end, whether it has any content, whether a name is in it.
    fn chain(&self, head: usize, rule: Rule, depth: u8) -> (usize, bool, bool) {
        let mut end = head + 1;
        let (mut content, mut named) = (false, false);
        // An open definite noun has been taken; after it only adjectives follow.
        let mut closed = false;
        while end < head + LONGEST {
            if let Some(after) = self.quoted(end)
                && !content
            {
                return (after, true, true);
            }
            if let Some(inner) = self
                .lookup
                .name(end, true)
                .filter(|m| m.skip == 0 && !closed && (!m.weak || !content))
            {
                let name_end = self.close_quote(end, inner.end as usize);
                (content, named, closed) = (true, true, true);
                end = name_end;
                continue;
            }
            if let Some(demonym) = self.demonym(end) {
                // «قوات سورية» has no article and is no name; «الحكومة السورية» is.
                (content, named, closed) = (true, true, true);
                end = demonym.end as usize;
                continue;
            }
            if content && self.lookup.is(end, Kind::Qualifier) {
                end += 1;
                continue;
            }
            if !closed && self.is_open_noun(end) {
                (content, closed) = (true, true);
                end += 1;
                continue;
            }
            if !closed && depth == 0 && self.lookup.is(end, Kind::HeadDefinite) && !self.lookup.is(end, Kind::Qualifier)
            {
                (content, closed) = (true, true);
                end += 1;
                continue;
            }
            if !closed && self.is_nested(end) {
                let inner = Rule { any: true, ..rule };
                let (inner_end, inner_content, inner_named) = if depth < 2 {
                    self.chain(end, inner, depth + 1)
                } else {
                    (end + 1, false, false)
                };
                if inner_content {
                    (content, named, closed) = (true, named || inner_named, true);
                    end = inner_end;
                    continue;
                }
            }
            if !content && end == head + 1 && rule.any && self.is_unknown(end) && !self.text.key(end).ends_with("يه")
            {
                (content, named, closed) = (true, true, true);
                end += 1;
                if self.is_unknown(end) && !self.is_definite(end) {
                    end += 1;
                }
                continue;
            }
            if rule.class == Class::Armed && !content && self.text.kind(end) == TokenKind::Number {
                (content, named, closed) = (true, true, true);
                end += 1;
                continue;
            }
            break;
        }
        if depth > 0 {
            return (end, content, named);
        }
        if content && rule.coordinates {
            end = self.coordinated(end);
        }
        if content && rule.purpose {
            (end, named) = self.purpose(end, named);
        }
        if content && rule.place {
            (end, named) = self.place_of(end, named);
        }
        (end, content, named)
    }

    /// «الحكومة السودانية», «القوات المسلحة الروسية», «الشبكة السورية لحقوق الإنسان».
    fn definite(&self, token: usize, found: Match, rule: Rule) -> Option<Found> {
        let mut end = token + 1;
        let mut named = false;
        let mut qualified = false;
        while end < token + LONGEST {
            if let Some(demonym) = self.demonym(end) {
                named = true;
                end = demonym.end as usize;
            } else if self.lookup.is(end, Kind::Qualifier) {
                qualified = true;
                end += 1;
            } else {
                break;
            }
        }
        let plain = end;
        if (named || qualified) && (rule.purpose || rule.any) {
            let (after, _) = self.purpose(end, named);
            // «الهيئة العليا المستقلة للانتخابات»: the purpose makes the name.
            named |= after > end && rule.any;
            end = after;
        }
        if (named || qualified) && rule.place {
            (end, named) = self.place_of(end, named);
        }
        if !named {
            return None;
        }
        let _ = plain;
        Some(Found {
            start: token,
            skip: found.skip,
            end,
            entity_type: EntityType::Organization,
            entry: None,
            evidence: "names.organization",
        })
    }

    /// «صحيفة حريت» → حريت, «قناة "العربية"» → العربية; an agency keeps its noun where it is part of the name.
    fn media(&self, token: usize, found: Match, rule: Rule) -> Option<Found> {
        let at = token + 1;
        if rule.any {
            let (end, content, named) = self.chain(token, Rule { any: false, ..rule }, 0);
            let listed = self
                .lookup
                .name(at, true)
                .is_some_and(|m| m.kind == Kind::Media && m.skip == 0)
                || self.quoted(at).is_some();
            if content && named && !listed {
                return Some(Found {
                    start: token,
                    skip: found.skip,
                    end,
                    entity_type: EntityType::Organization,
                    entry: None,
                    evidence: "names.media",
                });
            }
        }
        let start = if matches!(self.text.key(at), "\"" | "«" | "“" | "(") {
            at + 1
        } else {
            at
        };
        let name = |entry, end| Found {
            start,
            skip: 0,
            end,
            entity_type: EntityType::Organization,
            entry,
            evidence: "names.media",
        };
        if let Some(inner) = self.lookup.name(start, true).filter(|m| m.skip == 0) {
            let entry = (inner.kind == Kind::Media).then_some(inner.entry);
            return Some(name(entry, inner.end as usize));
        }
        if start > at
            && let Some(after) = self.quoted(at)
        {
            return Some(name(None, after - 1));
        }
        if self.is_unknown(start) || self.text.kind(start) == TokenKind::Foreign {
            let mut end = start + 1;
            while end < start + 3
                && ((self.is_unknown(end) && !self.is_definite(end)) || self.text.kind(end) == TokenKind::Foreign)
            {
                end += 1;
            }
            return Some(name(None, end));
        }
        None
    }

    /// «مدينة سرت» → سرت.
    fn place(&self, token: usize) -> Option<Found> {
        let mut start = token + 1;
        if matches!(self.text.key(start), "\"" | "«" | "“") {
            start += 1;
        }
        let place = |entry, end, evidence| Found {
            start,
            skip: 0,
            end,
            entity_type: EntityType::Geopolitical,
            entry,
            evidence,
        };
        let at = self.lookup.at(start);
        if let Some(known) = at
            .iter()
            .filter(|m| m.kind == Kind::Place && m.skip == 0)
            .max_by_key(|m| m.end)
        {
            return Some(place(Some(known.entry), known.end as usize, "names.gazetteer"));
        }
        if let Some(other) = self.lookup.name(start, false)
            && other.skip == 0
        {
            return (other.kind == Kind::Person).then(|| place(None, other.end as usize, "names.place"));
        }
        if self.demonym(start).is_some() || self.lookup.is(start, Kind::Qualifier) {
            return None;
        }
        let open = self.is_unknown(start)
            || (self.is_open_noun(start) && !self.lookup.is(start, Kind::HeadDefinite))
            || self.is_name_word(start);
        if !open || self.is_verb(start) {
            return None;
        }
        let mut end = start + 1;
        let compound = matches!(
            self.text.key(start),
            "بني"
                | "ابو"
                | "ام"
                | "عين"
                | "دير"
                | "كفر"
                | "خان"
                | "تل"
                | "بيت"
                | "باب"
                | "راس"
                | "بير"
                | "شيخ"
                | "الشيخ"
                | "جسر"
                | "حي"
        );
        while end < start + 3
            && (self.is_unknown(end)
                || (compound && end == start + 1 && self.is_word(end) && !self.lookup.is(end, Kind::Common)))
            && !self.demonym(end).is_some()
        {
            end += 1;
        }
        Some(place(None, end, "names.place"))
    }

    /// Camps, facilities, natural features: the class noun stays.
    fn kept(&self, token: usize, found: Match, entity_type: EntityType, evidence: &'static str) -> Option<Found> {
        let at = token + 1;
        let mut end = if let Some(after) = self.quoted(at) {
            after
        } else if let Some(inner) = self
            .lookup
            .name(at, true)
            .filter(|m| m.skip == 0 && !(m.kind == Kind::Organization && m.weak))
            .filter(|m| !self.is_doubtful_place(at, *m))
        {
            // «مطار صنعاء الدولي», «مستشفى ناصر»; «قاعدة الجيش» is no name.
            if inner.kind == Kind::Organization {
                return None;
            }
            inner.end as usize
        } else if let Some(demonym) = self.demonym(at).filter(|_| entity_type == EntityType::Location) {
            demonym.end as usize
        } else if self.is_unknown(at) || self.is_name_word(at) {
            let mut end = at + 1;
            while end < at + 3 && (self.is_unknown(end) && !self.is_verb(end) || self.is_name_word(end)) {
                end += 1;
            }
            end
        } else {
            return None;
        };
        while self.lookup.is(end, Kind::Qualifier) && self.is_definite(end) && end < at + LONGEST {
            end += 1;
        }
        Some(Found {
            start: token,
            skip: found.skip,
            end,
            entity_type,
            entry: None,
            evidence,
        })
    }

    /// «مؤتمر برلين», «اتفاق الطائف», «عملية "السهم الذهبي"».
    fn agreement(&self, token: usize, found: Match, rule: Rule) -> Option<Found> {
        let at = token + 1;
        let name = |end| Found {
            start: token,
            skip: found.skip,
            end,
            entity_type: EntityType::Miscellaneous,
            entry: None,
            evidence: "names.agreement",
        };
        if let Some(after) = self.quoted(at) {
            return (after <= at + 7).then(|| name(after));
        }
        if rule.quoted {
            return None;
        }
        let inner = self
            .lookup
            .name(at, false)
            .filter(|m| m.skip == 0 && m.kind == Kind::Place)?;
        let country = self
            .gazetteer
            .entry(inner.entry)
            .is_some_and(|entry| entry.remark == "country");
        (!country).then(|| name(inner.end as usize))
    }

    /// The token after a short quotation that opens at the token.
    pub(crate) fn quoted(&self, token: usize) -> Option<usize> {
        if !matches!(self.text.key(token), "\"" | "«" | "“") {
            return None;
        }
        (token + 2..token + 7)
            .find(|end| matches!(self.text.key(*end), "\"" | "»" | "”"))
            .map(|end| end + 1)
    }

    /// A definite noun that may stand in a construct chain: no adjective of a title, no name.
    fn is_open_noun(&self, token: usize) -> bool {
        self.is_definite(token)
            && !self.timed.get(token).copied().unwrap_or(false)
            && !self.lookup.at(token).iter().any(|m| {
                m.end as usize == token + 1
                    && m.skip == 0
                    && matches!(
                        m.kind,
                        Kind::TitleAdjunct | Kind::Title | Kind::HeadDefinite | Kind::Demonym
                    )
            })
            && !is_stop(self.text.key(token))
    }

    fn is_name_word(&self, token: usize) -> bool {
        self.lookup.is(token, Kind::GivenName) || self.lookup.is(token, Kind::FamilyName)
    }

    /// A noun such as «حقوق» inside a chain.
    fn is_nested(&self, token: usize) -> bool {
        self.lookup.is(token, Kind::Nested) || self.lookup.word(token, Kind::Head).is_some_and(|m| m.skip == 0)
    }

    /// «والمساواة» behind «حركة العدل».
    fn coordinated(&self, end: usize) -> usize {
        let Some(word) = self.text.key(end).strip_prefix('و') else {
            return end;
        };
        let known = self
            .lookup
            .at(end)
            .iter()
            .any(|m| m.kind != Kind::Common && m.kind != Kind::Qualifier && m.kind != Kind::Place && m.skip > 0);
        let place = self.lookup.at(end).iter().any(|m| m.kind == Kind::Place && !m.weak);
        if !word.starts_with("ال") || word.len() < 8 || known || place || is_stop(word) {
            return end;
        }
        let mut end = end + 1;
        while let Some(demonym) = self.demonym(end) {
            end = demonym.end as usize;
        }
        while self.lookup.is(end, Kind::Qualifier) {
            end += 1;
        }
        if let Some(demonym) = self.demonym(end) {
            end = demonym.end as usize;
        }
        end
    }

    /// «للدعم», «لحقوق الإنسان», «لمكافحة الإرهاب».
    fn purpose(&self, end: usize, named: bool) -> (usize, bool) {
        let key = self.text.key(end);
        let Some(rest) = key.strip_prefix('ل') else {
            return (end, named);
        };
        let people = self.lookup.at(end).iter().any(|m| {
            m.skip > 0
                && (m.kind.is_name() && !m.weak || matches!(m.kind, Kind::HeadDefinite | Kind::Title | Kind::Office))
        });
        let nested = self
            .lookup
            .at(end)
            .iter()
            .any(|m| m.skip > 0 && m.end as usize == end + 1 && m.kind == Kind::Nested);
        if rest.starts_with('ل') && rest.len() > 6 && !people && !is_listener(rest) {
            let mut after = end + 1;
            let mut named = named;
            loop {
                if let Some(demonym) = self.demonym(after) {
                    (after, named) = (demonym.end as usize, true);
                } else if self.lookup.is(after, Kind::Qualifier) {
                    after += 1;
                } else {
                    break;
                }
            }
            after = self.coordinated(after);
            return (after, named);
        }
        if nested {
            let rule = Rule {
                class: Class::Organization,
                any: true,
                coordinates: true,
                purpose: false,
                place: false,
                quoted: false,
            };
            let (after, content, inner) = self.chain(end, rule, 1);
            if content {
                return (self.coordinated(after), named || inner);
            }
        }
        (end, named)
    }

    /// «في ليبيا», «بتونس», «بمجلس النواب الأمريكي».
    fn place_of(&self, end: usize, named: bool) -> (usize, bool) {
        if self.text.key(end) == "في" {
            if let Some(place) = self
                .lookup
                .name(end + 1, false)
                .filter(|m| m.kind == Kind::Place && m.skip == 0)
            {
                return (place.end as usize, true);
            }
            return (end, named);
        }
        if self.text.key(end).starts_with('ب') {
            if let Some(place) = self
                .lookup
                .name(end, false)
                .filter(|m| matches!(m.kind, Kind::Place | Kind::Organization) && m.skip == 2)
            {
                return (place.end as usize, true);
            }
            if let Some(head) = self.lookup.word(end, Kind::Head).filter(|m| m.skip == 2)
                && let Some(rule) = self.rule(head).filter(|rule| rule.class == Class::Organization)
            {
                let (after, content, inner) = self.chain(end, Rule { any: true, ..rule }, 1);
                if content {
                    return (after, named || inner);
                }
            }
        }
        (end, named)
    }
}

/// Definite words that end a construct chain rather than go on with it.
fn is_stop(key: &str) -> bool {
    matches!(
        key,
        "التي"
            | "الذي"
            | "الذين"
            | "اليوم"
            | "الان"
            | "الماضي"
            | "الماضيه"
            | "المقبل"
            | "المقبله"
            | "الجاري"
            | "الحالي"
            | "الحاليه"
            | "السابق"
            | "السابقه"
            | "الجديد"
            | "الجديده"
            | "الاحد"
            | "الاثنين"
            | "الثلاثاء"
            | "الاربعاء"
            | "الخميس"
            | "الجمعه"
            | "السبت"
            | "المذكوره"
            | "المذكور"
            | "التابعه"
            | "التابع"
            | "المواليه"
            | "الموالي"
            | "المعنيه"
            | "المختصه"
            | "المدعومه"
            | "المدعوم"
            | "اللتين"
            | "اللذين"
            | "الي"
    )
}

/// Those to whom a ministry speaks: «للصحفيين» is no purpose.
fn is_listener(rest: &str) -> bool {
    matches!(
        rest,
        "لصحفيين"
            | "لصحافيين"
            | "لصحافه"
            | "لاعلام"
            | "لجزيره"
            | "لرويترز"
            | "لعالم"
            | "لمره"
            | "لوصول"
            | "لحصول"
            | "لقيام"
            | "لتوصل"
            | "لرد"
            | "لمطالبه"
            | "لمدنيين"
            | "لمواطنين"
            | "لرييس"
            | "لوزير"
            | "لمشاركه"
            | "لبحث"
            | "لاطلاع"
            | "لان"
            | "لعمل"
            | "لخروج"
            | "لدخول"
            | "لعوده"
            | "لتاكد"
            | "لضغط"
            | "لقتال"
            | "لتعبير"
            | "لانضمام"
            | "لانسحاب"
            | "لسيطره"
            | "لوقوف"
            | "لنظر"
    )
}
