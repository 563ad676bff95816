//! Names of persons: by given name («عادل الجبير»), behind a title («اللواء المتقاعد خليفة حفتر», «وزير الخارجية جون كيري»).
//!
//! The title is no part of the name; its span goes along. A name of one word needs a title, the gazetteer, or an earlier
//! mention in full.

use musnad_data::gazetteer::Kind;

use super::words::Words;

/// Most tokens of a person's name.
const LONGEST: usize = 6;
/// Most tokens between an office and the name.
const LONGEST_OFFICE: usize = 14;

/// What stands before a name sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Context {
    /// Nothing that speaks for a person.
    Free,
    /// A title or office.
    Titled,
}

/// A person with a title before the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Titled {
    /// First token of the name.
    pub(crate) start: usize,
    /// Token after the name.
    pub(crate) end: usize,
    /// First token of the title.
    pub(crate) title: usize,
    /// Token after the title.
    pub(crate) title_end: usize,
}

impl Words<'_, '_> {
    /// The person's name that starts at a token without a title: bytes of particles on it, token after it.
    pub(crate) fn person(&self, token: usize) -> Option<(u8, usize)> {
        let given = self
            .lookup
            .word(token, Kind::GivenName)
            .or_else(|| self.compound_start(token))?;
        if self.is_preposition(token) {
            return None;
        }
        let end = self.sequence(token, given.weak, Context::Free)?;
        Some((given.skip, end))
    }

    /// «عبد الملك», «أبو بكر» as a beginning.
    fn compound_start(&self, token: usize) -> Option<super::lookup::Match> {
        let key = self.text.key(token);
        let skip = match key {
            "عبد" | "ابو" | "ابي" | "ابا" => 0,
            "وعبد" | "لعبد" | "بعبد" | "وابو" | "لابي" | "وابي" => 2,
            // «أم محمد»; «لام» without hamza is a verb.
            "ام" | "وام" | "لام" if self.is_kunya(token) && self.text.raw_of(token).contains('أ') => {
                (key.len() - 4) as u8
            }
            // «شمس الدين» as a beginning.
            "شمس" | "نور" | "صلاح" | "عز" | "علاء" | "سيف" | "محيي" | "تقي" | "خير" | "زين" | "بدر" | "بهاء" | "نجم"
            | "فخر" | "حسام" | "عماد" | "جلال" | "جمال" | "كمال" | "ضياء" | "سراج" | "برهان" | "شهاب" | "نصر"
            | "فتح" | "ضيف"
                if self.is_ending(token + 1) =>
            {
                let end = token as u32 + 1;
                return Some(super::lookup::Match {
                    skip: 0,
                    end,
                    kind: Kind::GivenName,
                    entry: 0,
                    weak: false,
                });
            }
            // «عبدالرحيم», written in one.
            _ => {
                let skip = [("عبدال", 0), ("وعبدال", 2), ("لعبدال", 2), ("بعبدال", 2)];
                let (_, skip) = skip
                    .into_iter()
                    .find(|(start, _)| key.starts_with(start) && key.len() > start.len() + 2)?;
                let end = token as u32 + 1;
                return Some(super::lookup::Match {
                    skip,
                    end,
                    kind: Kind::GivenName,
                    entry: 0,
                    weak: false,
                });
            }
        };
        self.joined(token).map(|_| super::lookup::Match {
            skip,
            end: token as u32 + 2,
            kind: Kind::GivenName,
            entry: 0,
            weak: !key.ends_with("عبد"),
        })
    }

    /// «أبو أحمد», «أم محمد»: father or mother of somebody, by which people are called. «أم» is also "or" between two things.
    fn is_kunya(&self, token: usize) -> bool {
        let key = self.text.key(token);
        let child = self.lookup.is(token + 1, Kind::GivenName) && !self.is_preposition(token + 1);
        let parent = ["ابو", "ابا", "ام"].iter().any(|parent| {
            key.strip_suffix(parent)
                .is_some_and(|particles| matches!(particles, "" | "و" | "ل" | "ب" | "ول"))
        });
        child && parent && !(key == "ام" && self.is_alternative(token))
    }

    /// Whether «أم» asks between two things: «أكان محمد أم أحمد», «سواء محمد أم غيره».
    fn is_alternative(&self, token: usize) -> bool {
        let sentence = self.text.sentence_tokens(self.text.sentence_of(token));
        let asked = (sentence.start..token).any(|at| {
            matches!(
                self.text.key(at),
                "هل" | "سواء" | "وسواء" | "اذا" | "ايهما" | "اكان" | "اكانت" | "اهو" | "اهي"
            )
        });
        let between = token
            .checked_sub(1)
            .is_some_and(|before| before >= sentence.start && self.is_part(before));
        asked || between
    }

    /// Whether the token and the next are one part of a name: «عبد الملك», «أبو عبيدة», «بن علي», «آل ثاني».
    fn joined(&self, token: usize) -> Option<usize> {
        let next = token + 1;
        if !self.is_word(next) {
            return None;
        }
        let key = self.text.key(token);
        let bare = key.strip_prefix(['و', 'ل', 'ب']).unwrap_or(key);
        let fits = match if key == "بن" || key == "ابن" || key == "بنت" || key == "بو" {
            key
        } else {
            bare
        } {
            "عبد" => {
                self.text.key(next).starts_with("ال") || self.text.key(next) == "ربه" || self.text.key(next) == "رب"
            }
            "ابو" | "ابي" | "ابا" | "ام" => {
                !self.is_common(next) || self.is_definite(next) || self.is_kunya(token)
            }
            "بن" | "ابن" | "بنت" | "بو" | "ال" => {
                self.is_part(next) || self.is_unknown(next) || self.is_definite(next)
            }
            _ => false,
        };
        fits.then_some(if (bare == "بن" || key == "ابن") && self.text.key(next) == "عبد" {
            next + 2
        } else {
            next + 1
        })
    }

    fn is_common(&self, token: usize) -> bool {
        self.lookup.is(token, Kind::Common)
    }

    /// A word that the tables know from persons' names.
    fn is_part(&self, token: usize) -> bool {
        self.lookup.is(token, Kind::GivenName)
            || self.lookup.is(token, Kind::FamilyName)
            || (self.text.key(token).starts_with("عبدال") && self.text.key(token).len() > 12)
    }

    /// Words that only finish another: «صلاح الدين», «فتح الله», «سيف الإسلام».
    fn is_ending(&self, token: usize) -> bool {
        matches!(
            self.text.key(token),
            "الدين" | "الله" | "الاسلام" | "الرحمن" | "الحق" | "الزمان" | "الزمر"
        )
    }

    /// Particles of foreign names.
    fn is_foreign_particle(&self, token: usize) -> bool {
        matches!(
            self.text.key(token),
            "دي" | "دا"
                | "فان"
                | "فون"
                | "لو"
                | "دو"
                | "ديل"
                | "دوس"
                | "ماك"
                | "سانت"
                | "بان"
                | "ديلا"
                | "اوف"
        ) && self.is_word(token + 1)
            && !self.is_common(token + 1)
    }

    /// The token after the name that starts at `token`.
    fn sequence(&self, token: usize, weak: bool, context: Context) -> Option<usize> {
        let mut end = self.joined(token).unwrap_or(token + 1);
        let mut parts = 1;
        // Parts that speak for a person beyond doubt.
        let mut sure = usize::from(!weak) + usize::from(end > token + 1);
        while parts < LONGEST && self.is_word(end) && end < token + LONGEST + 2 {
            let at = end;
            if self.timed.get(at).copied().unwrap_or(false) {
                break;
            }
            if self.is_ending(at) {
                end += 1;
                continue;
            }
            // «خالد وأم علي», «محمد وعبد الله» are two.
            let another = self.text.key(at).starts_with('و');
            if let Some(after) = self.joined(at).filter(|_| !another) {
                (end, parts, sure) = (after, parts + 1, sure + 1);
                continue;
            }
            if self.is_part(at) && !(self.is_preposition(at) && !self.is_part(at + 1)) {
                let strong = self
                    .lookup
                    .at(at)
                    .iter()
                    .any(|m| matches!(m.kind, Kind::GivenName | Kind::FamilyName) && !m.weak);
                (end, parts, sure) = (at + 1, parts + 1, sure + usize::from(strong));
                continue;
            }
            if self.is_foreign_particle(at) && !self.is_common(at) {
                (end, parts) = (at + 1, parts + 1);
                continue;
            }
            // «خالد بن سعيد الحربي»: behind two parts that are names beyond doubt an adjective in ي is a family name.
            if sure >= 2
                && parts >= 2
                && self.is_definite(at)
                && self.text.key(at).ends_with('ي')
                && self.is_open_nisba(at)
            {
                return Some(at + 1);
            }
            let nisba =
                self.is_definite(at) && !self.is_common(at) && self.demonym(at).is_none() && self.is_family_like(at);
            if nisba {
                (end, parts, sure) = (at + 1, parts + 1, sure + 1);
                break;
            }
            // «محمد المصري»: after one given name an adjective of nationality is a family name.
            if parts == 1
                && !weak
                && context == Context::Free
                && self.demonym(at).is_some()
                && self.text.key(at).ends_with('ي')
                && !self.lookup.is(at, Kind::Common)
                && !self.lookup.is(token, Kind::Person)
            {
                return Some(at + 1);
            }
            if self.is_unknown(at)
                && !self.is_common(at)
                && !self.is_definite(at)
                && !self.is_verb(at)
                && parts < 4
                && (sure > 0 || context == Context::Titled)
            {
                (end, parts) = (at + 1, parts + 1);
                continue;
            }
            // «جون سميث», where the family name is also a place.
            if parts == 1
                && !weak
                && self
                    .lookup
                    .at(at)
                    .iter()
                    .any(|m| m.kind == Kind::Place && m.weak && m.skip == 0 && m.end as usize == at + 1)
            {
                (end, parts) = (at + 1, parts + 1);
                continue;
            }
            break;
        }
        let enough = match context {
            Context::Free => parts >= 2 && sure >= 1 || self.is_kunya(token),
            Context::Titled => parts >= 1 && (sure >= 1 || parts >= 2 || !self.is_common(token)),
        };
        enough.then_some(end)
    }

    /// A definite adjective in ي that the tables know for nothing but an adjective.
    fn is_open_nisba(&self, token: usize) -> bool {
        !self.lookup.at(token).iter().any(|m| {
            m.end as usize == token + 1
                && m.skip == 0
                && matches!(
                    m.kind,
                    Kind::HeadDefinite | Kind::Title | Kind::Office | Kind::TitleAdjunct | Kind::Qualifier
                )
        }) && !matches!(
            self.text.key(token),
            "الماضي" | "الحالي" | "التالي" | "الذي" | "التي" | "الثاني"
        )
    }

    /// A definite word that looks like a family name: unknown to the lexicon.
    fn is_family_like(&self, token: usize) -> bool {
        let known = self.lookup.at(token).iter().any(|m| {
            m.end as usize == token + 1
                && m.skip == 0
                && (matches!(
                    m.kind,
                    Kind::HeadDefinite
                        | Kind::Title
                        | Kind::Office
                        | Kind::TitleAdjunct
                        | Kind::Qualifier
                        | Kind::Demonym
                ) || (m.kind == Kind::Place && !m.weak))
        });
        !known && self.morphology.best(token).lexeme.is_none()
    }

    /// The person whose title starts at the token.
    pub(crate) fn titled(&self, token: usize) -> Option<Titled> {
        let title = self.lookup.word(token, Kind::Title);
        let office = self.lookup.word(token, Kind::Office);
        if title.is_none() && office.is_none() {
            return None;
        }
        let mut at = token + 1;
        // Whether the words since are of the kind that right before a name only a title has.
        let mut ready = title.is_some();
        let mut complement = false;
        while at < token + LONGEST_OFFICE && at < self.text.tokens.len() {
            if matches!(self.text.key(at), "،" | ",") && at > token + 1 {
                let known = self
                    .lookup
                    .name(at + 1, false)
                    .is_some_and(|m| m.kind == Kind::Person && m.skip == 0);
                let given = self.person(at + 1).is_some_and(|(skip, _)| skip == 0);
                if (known || given) && (office.is_some() || title.is_some()) {
                    return self.finish(token, at, at + 1);
                }
                return None;
            }
            if !self.is_word(at) {
                if matches!(self.text.key(at), "(" | "\"" | "«") && complement {
                    return None;
                }
                return None;
            }
            if let Some(known) = self
                .lookup
                .name(at, false)
                .filter(|m| m.kind == Kind::Person && m.skip == 0)
            {
                let end = self
                    .person(at)
                    .map_or(known.end as usize, |(_, end)| end.max(known.end as usize));
                return Some(Titled {
                    start: at,
                    end,
                    title: token,
                    title_end: at,
                });
            }
            if self.person(at).is_some_and(|(skip, _)| skip == 0) && (ready || complement) {
                return self.finish(token, at, at);
            }
            if self.lookup.is(at, Kind::TitleAdjunct) || self.lookup.is(at, Kind::Title) {
                ready = true;
                at += 1;
                continue;
            }
            if let Some(demonym) = self.demonym(at) {
                (ready, complement) = (true, true);
                at = demonym.end as usize;
                continue;
            }
            if self.lookup.is(at, Kind::Qualifier) {
                ready = true;
                at += 1;
                continue;
            }
            if ready
                && self.may_start(at)
                && let Some(found) = self.finish(token, at, at)
            {
                return Some(found);
            }
            // The complement of an office: «وزير الخارجية», «المتحدث باسم قوات حفتر», «قائد كتائب القسام في غزة».
            if office.is_some() || title.is_some_and(|_| at > token + 1 && complement) {
                if let Some(name) = self.lookup.name(at, false) {
                    (ready, complement) = (true, true);
                    at = name.end as usize;
                    continue;
                }
                if let Some(found) = self.headed(at).filter(|found| found.start == at) {
                    (ready, complement) = (true, true);
                    at = found.end;
                    continue;
                }
                let connects = matches!(
                    self.text.key(at),
                    "باسم" | "في" | "لدي" | "بلسان" | "عن" | "من" | "علي" | "بن"
                );
                if connects
                    || self.is_definite(at)
                    || self.lookup.is(at, Kind::Nested)
                    || self.lookup.is(at, Kind::Office)
                    || self.lookup.word(at, Kind::Head).is_some()
                {
                    ready = self.is_definite(at);
                    complement = true;
                    at += 1;
                    continue;
                }
                if self.is_purpose(at) {
                    (ready, complement) = (true, true);
                    at += 1;
                    continue;
                }
            }
            return None;
        }
        None
    }

    /// «للشؤون», «لشؤون» inside an office.
    fn is_purpose(&self, token: usize) -> bool {
        let key = self.text.key(token);
        key.starts_with("لل") && key.len() > 8
            || self
                .lookup
                .at(token)
                .iter()
                .any(|m| m.kind == Kind::Nested && m.skip > 0)
            || key.starts_with("بال") && key.len() > 10
    }

    /// Whether a name may start right behind a complete title.
    fn may_start(&self, token: usize) -> bool {
        if self.timed.get(token).copied().unwrap_or(false) {
            return false;
        }
        if self.is_preposition(token) || self.text.key(token) == "باسم" {
            return false;
        }
        let known = self.is_part(token) || self.joined(token).is_some();
        let foreign = self.is_foreign_particle(token);
        (known && !self.lookup.is(token, Kind::Head))
            || foreign
            || (self.is_unknown(token)
                && !self.is_common(token)
                && !self.is_verb(token)
                && (!self.is_definite(token) || self.is_family_like(token)))
    }

    fn finish(&self, title: usize, title_end: usize, start: usize) -> Option<Titled> {
        let weak = !self
            .lookup
            .at(start)
            .iter()
            .any(|m| matches!(m.kind, Kind::GivenName | Kind::FamilyName) && !m.weak && m.skip == 0);
        let known = self
            .lookup
            .name(start, true)
            .filter(|m| m.kind == Kind::Person && m.skip == 0);
        let sequence = self.sequence(start, weak, Context::Titled);
        let end = match (known, sequence) {
            (Some(known), Some(end)) => end.max(known.end as usize),
            (Some(known), None) => known.end as usize,
            (None, Some(end)) => end,
            (None, None) => return None,
        };
        Some(Titled {
            start,
            end,
            title,
            title_end,
        })
    }
}
