//! The noun phrase at a token, with the preposition written onto it, the names in apposition, and the class of what it names.

use super::chunk::Chunker;
use super::class::Class;
use super::item::{Item, Kind};
use super::prep::Prep;
use crate::document::{EntityType, QuantityKind};
use crate::morphology::{Analysis, Pos, Proclitics};
use crate::syntax::noun_phrase;
use crate::text::token::TokenKind;

impl Chunker<'_> {
    pub(super) fn phrase(&self, token: usize, limit: usize, reading: Analysis, before: Prep, joined: bool) -> Item {
        let letters = if self.notes.name(token).is_some() {
            self.before_name(token)
        } else {
            Vec::new()
        };
        let proclitic = if letters.contains(&"ب") {
            Prep::Bi
        } else if letters.contains(&"ل") {
            Prep::Li
        } else if reading.proclitics.has(Proclitics::BI) {
            Prep::Bi
        } else if reading.proclitics.has(Proclitics::LI) {
            Prep::Li
        } else if reading.proclitics.has(Proclitics::KA) {
            Prep::Other
        } else if before == Prep::None
            && self.notes.name(token).is_some()
            && Prep::from_token(self.findings.text.key(token)) == Some(Prep::Near)
        {
            // «قتل جنديان شمال سيناء»
            Prep::Near
        } else {
            before
        };
        let named = self.notes.name(token);
        let trigger = named.is_none() && self.resources.can_trigger_as(self.findings, token, false);
        let mut end = token + 1;
        if trigger {
            let definite = reading.proclitics.has(Proclitics::AL) || reading.suffix > 0;
            end = self.adjectives(end, limit, definite);
        } else {
            if named.is_none() {
                end = noun_phrase(self.findings.text, self.findings.morphology, token)
                    .end
                    .clamp(end, limit);
            }
            // An event noun in the middle opens an item of its own.
            if let Some(cut) = (token + 1..end).find(|at| {
                self.notes.name(*at).is_none()
                    && (self.resources.can_trigger(self.findings, *at)
                        || Prep::from_token(self.findings.text.key(*at)) == Some(Prep::Near))
                    || self.notes.is_time(*at)
                    || self.opens_another(*at)
                    || self.is_self(*at) && !reading.proclitics.has(Proclitics::AL) && reading.suffix == 0
            }) {
                end = cut;
            }
        }
        // Names are not cut; a name in apposition («رئيس الوزراء فايز السراج») belongs to the phrase.
        let mut name = named;
        loop {
            let inside = end.checked_sub(1).and_then(|last| self.notes.name(last));
            let next = self.notes.name(end);
            match (inside, next) {
                (Some(this), Some(other)) if this == other => end += 1,
                (None, Some(other)) if !trigger && end < limit && self.apposes(token, end, other) => {
                    name = name.or(Some(other));
                    end += 1;
                }
                _ => break,
            }
            if end >= limit {
                break;
            }
        }
        end = end.min(limit);
        for at in token..end {
            name = name.or_else(|| self.notes.name(at));
        }
        // «فجر نفسه»: who that is has been named.
        let own = end == token + 1 && self.is_self(token);
        let class = self.class_of(token, end);
        Item {
            kind: Kind::Phrase,
            start: token,
            end,
            prep: proclitic,
            joined,
            class: if own { class.with(Class::PRONOUN) } else { class },
            name,
            trigger,
            definite: reading.proclitics.has(Proclitics::AL) || reading.suffix > 0 || named.is_some(),
        }
    }

    /// The letters written onto the front of a name, by where the name begins.
    pub(super) fn before_name(&self, token: usize) -> Vec<&str> {
        let (Some(name), span) = (self.notes.name(token), self.findings.text.span(token)) else {
            return Vec::new();
        };
        let start = self
            .findings
            .mentions
            .get(name as usize)
            .map_or(span.start, |mention| mention.span.start);
        if start <= span.start || start >= span.end {
            return Vec::new();
        }
        let letters = self
            .findings
            .text
            .raw
            .get(span.start as usize..start as usize)
            .unwrap_or_default();
        ["و", "ف", "ب", "ل", "ك"]
            .into_iter()
            .filter(|letter| letters.contains(letter))
            .collect()
    }

    /// «عدد», «كل», «عشرات»: words that count what follows.
    pub(super) fn is_quantifier(&self, token: usize) -> bool {
        matches!(
            self.findings.text.stem_key(token, self.findings.morphology.best(token)),
            "عدد"
                | "عددا"
                | "كل"
                | "عشرات"
                | "ميات"
                | "الاف"
                | "عديد"
                | "بعض"
                | "مجموعه"
                | "جمع"
                | "كثير"
                | "اكثر"
                | "اثنين"
                | "اثنان"
                | "واحد"
                | "احد"
        ) || self.notes.quantity(token).is_some()
    }

    /// Whether the name at `at` stands in apposition to the phrase of people before it.
    pub(super) fn apposes(&self, start: usize, at: usize, name: u32) -> bool {
        let reading = self.findings.morphology.best(at);
        if reading.proclitics.any(
            Proclitics::WA
                .with(Proclitics::BI)
                .with(Proclitics::LI)
                .with(Proclitics::FA),
        ) {
            return false;
        }
        let head = self
            .findings
            .morphology
            .best(start)
            .lexeme
            .map_or(Class::default(), |id| self.resources.class(id.0));
        let person = self
            .findings
            .mentions
            .get(name as usize)
            .is_some_and(|mention| mention.entity_type == EntityType::Person);
        person && head.any(Class::HUMAN.with(Class::OFFICIAL))
            || !person && head.any(Class::PLACE.with(Class::FACILITY)) && at == start + 1
    }

    /// The end of the adjectives that begin at a token; they are definite as their noun is («اغتيال القاضي» has none).
    pub(super) fn adjectives(&self, mut at: usize, limit: usize, definite: bool) -> usize {
        while at < limit && self.notes.name(at).is_none() && !self.notes.is_time(at) {
            let reading = self.findings.morphology.best(at);
            let is_one = self.findings.text.kind(at) == TokenKind::Word
                && reading.proclitics.0 & !Proclitics::AL.0 == 0
                && reading.proclitics.has(Proclitics::AL) == definite
                && (reading.pos == Pos::Adjective
                    || self.is_kind_of_weapon(at)
                    || self.is_armed_deed(at)
                    || self
                        .resources
                        .nationalities
                        .get(self.findings.text, self.findings.morphology, at)
                        .is_some());
            if !is_one {
                break;
            }
            at += 1;
        }
        at
    }

    /// «قصف مدفعي», «غارة جوية»: an adjective of a weapon that reads like a noun.
    fn is_kind_of_weapon(&self, at: usize) -> bool {
        let key = self.findings.text.key(at);
        (key.ends_with('ي') || key.ends_with("يه"))
            && !key.starts_with("انتحاري")
            && self
                .resources
                .instruments
                .get(self.findings.text, self.findings.morphology, at)
                .is_some()
    }

    /// «نفسه», «أنفسهم»
    fn is_self(&self, at: usize) -> bool {
        matches!(
            self.findings.text.word_key(at, self.findings.morphology.best(at)),
            "نفسه" | "نفسها" | "انفسهم" | "نفسيهما" | "انفسهما"
        )
    }

    /// «هجوم مسلح», «عملية مسلحة»: what is done by arms, and not who bears them.
    fn is_armed_deed(&self, at: usize) -> bool {
        let (text, morphology) = (self.findings.text, self.findings.morphology);
        let Some(before) = at.checked_sub(1) else { return false };
        matches!(
            (
                text.stem_key(before, morphology.best(before)),
                text.stem_key(at, morphology.best(at))
            ),
            (
                "هجوم" | "هجوما" | "اعتداء" | "كمين" | "صراع" | "نزاع" | "سطو",
                "مسلح" | "مسلحا"
            ) | (
                "عمليه" | "مواجهه" | "هجمات" | "اشتباكات" | "مواجهات" | "عمليات",
                "مسلحه"
            )
        )
    }

    /// «القائد العسكري الأمريكي إيران»: after a definite adjective the noun is complete, and the name of no person begins a phrase.
    fn opens_another(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let reading = self.findings.morphology.best(before);
        let definite = reading.proclitics.has(Proclitics::AL);
        // «لم تعتقل الشرطة أحدا», «أطلقت المحكمة سراح المدون»: nothing indefinite belongs to a definite noun.
        let next = self.findings.morphology.best(at);
        let bare = matches!(next.pos, Pos::Noun | Pos::ProperNoun)
            && next.proclitics == Proclitics::default()
            && next.suffix == 0;
        if definite
            && reading.pos == Pos::Noun
            && bare
            && self.findings.text.kind(at) == TokenKind::Word
            && self.notes.name(before).is_none()
            && self.notes.name(at).is_none()
            && self.notes.quantity(at).is_none()
        {
            return true;
        }
        let complete = reading.pos == Pos::Adjective && definite;
        complete
            && self.notes.name(before).is_none()
            && self
                .notes
                .name(at)
                .and_then(|name| self.findings.mentions.get(name as usize))
                .is_some_and(|mention| !matches!(mention.entity_type, EntityType::Person | EntityType::Miscellaneous))
    }

    /// What the phrase names: its head's class, and what names and quantities inside say.
    pub(super) fn class_of(&self, start: usize, end: usize) -> Class {
        let mut class = Class::default();
        let mut headless = true;
        // Nothing is known of the head, so a person's name behind it tells who it is: «مراسلة الجزيرة شيرين أبو عاقلة».
        let unknown = self
            .findings
            .morphology
            .best(start)
            .lexeme
            .is_none_or(|id| self.resources.class(id.0) == Class::default());
        for token in start..end.min(start + 6) {
            let reading = self.findings.morphology.best(token);
            if headless && let Some(id) = reading.lexeme {
                let of = self.resources.class(id.0);
                // A participle or masdar of a verb has no tags of its own; numbers and «عدد من» leave the head to what they count.
                class = class.with(of);
                headless = of == Class::default() && token < start + 3;
            }
            if self.findings.text.key(token) == "الاحتلال" {
                class = class.with(Class::ORG).with(Class::ARMED);
            }
            if let Some(quantity) = self
                .notes
                .quantity(token)
                .and_then(|index| self.findings.quantities.get(index))
            {
                class = class.with(Class::QUANTITY).with(match quantity.kind {
                    QuantityKind::Killed => Class::KILLED.with(Class::HUMAN),
                    QuantityKind::Injured => Class::INJURED.with(Class::HUMAN),
                    QuantityKind::Detained => Class::DETAINED.with(Class::HUMAN),
                    QuantityKind::Displaced => Class::DISPLACED.with(Class::HUMAN),
                    QuantityKind::People | QuantityKind::Missing => Class::HUMAN,
                    QuantityKind::Weapons => Class::WEAPON,
                    QuantityKind::Vehicles => Class::VEHICLE,
                    QuantityKind::Money => Class::MONEY,
                    _ => Class::default(),
                });
            }
            if let Some(mention) = self
                .notes
                .name(token)
                .and_then(|index| self.findings.mentions.get(index as usize))
                && (token == start || headless || class.any(Class::HUMAN.with(Class::ORG)))
            {
                let head = token == start || headless;
                let person = head || class.is_human() || unknown;
                class = class.with(Class::NAME).with(match mention.entity_type {
                    // «مراسلة الجزيرة», «قوات حفتر»: the head is who acts, the name says whose.
                    EntityType::Person if person => Class::PERSON.with(Class::HUMAN),
                    EntityType::Organization if head || !class.is_human() => Class::ORG,
                    EntityType::Person | EntityType::Organization => Class::default(),
                    EntityType::Geopolitical if class.any(Class::HUMAN.with(Class::ORG)) => Class::default(),
                    EntityType::Geopolitical => Class::GPE,
                    EntityType::Location => Class::PLACE,
                    EntityType::Facility => Class::FACILITY.with(Class::PLACE),
                    EntityType::Miscellaneous => Class::default(),
                });
                if let Some(entity) = self.findings.entities.get(mention.entity.0 as usize)
                    && entity
                        .sectors
                        .iter()
                        .any(|s| matches!(s.as_str(), "MIL" | "COP" | "REB" | "PRM" | "UAF" | "IMG"))
                {
                    class = class.with(Class::ARMED);
                }
                headless = false;
            }
        }
        class
    }
}
