//! Which items are triggers: rows of the lexicon whose frame holds.

use super::class::Class;
use super::item::{Item, Kind};
use super::lexicon::{Condition, FINITE, MASDAR, NOUN, PARTICIPLE, Row};
use super::notes::TokenNotes;
use super::prep::Prep;
use super::{Findings, Resources};
use crate::document::EventType;
use crate::morphology::{Analysis, Features, Morphology, Pos};

/// A trigger in a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trigger<'a> {
    /// Index of its item.
    pub(super) item: usize,
    pub(super) reading: Analysis,
    pub(super) part: u8,
    pub(super) row: &'a Row,
    pub(super) ground: Ground,
}

/// On what ground a word is proposed as a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// A row holds.
    Frame,
    /// A row would hold in some company that is not seen beside the word; the classifier decides.
    Word,
    /// A row for another part of speech of the verb would hold; the classifier decides.
    Kin,
}

impl Ground {
    /// Its name in what the training reads.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Frame => "frame",
            Self::Word => "word",
            Self::Kin => "kin",
        }
    }
}

/// The part of speech of a reading, in the terms of the lexicon.
pub(super) fn part_of(reading: Analysis) -> u8 {
    if reading.pos == Pos::Verb {
        FINITE
    } else if reading.features.has(Features::MASDAR) {
        MASDAR
    } else if reading
        .features
        .any(Features::PARTICIPLE.with(Features::PASSIVE_PARTICIPLE))
    {
        PARTICIPLE
    } else {
        NOUN
    }
}

/// The readings of a token as a finite verb or as anything else.
fn candidates(morphology: &Morphology, token: usize, verb: bool) -> impl Iterator<Item = Analysis> + '_ {
    morphology
        .all(token)
        .filter(move |reading| (reading.pos == Pos::Verb) == verb)
}

impl Resources {
    /// Whether a reading of the token has a row.
    pub(super) fn can_trigger(&self, findings: Findings<'_>, token: usize) -> bool {
        self.can_trigger_as(findings, token, findings.morphology.best(token).pos == Pos::Verb)
    }

    /// The same, for the readings as a finite verb or for the others.
    pub(super) fn can_trigger_as(&self, findings: Findings<'_>, token: usize, verb: bool) -> bool {
        let morphology = findings.morphology;
        let by_form = self
            .triggers
            .of_form(findings.text.stem_key(token, morphology.best(token)));
        if !by_form.is_empty() {
            return true;
        }
        candidates(morphology, token, verb).any(|reading| {
            let definite = reading.features.has(Features::DEFINITE);
            reading
                .lexeme
                .is_some_and(|id| self.triggers.has(id.0, part_of(reading), definite))
        }) && !self.names_a_body(morphology, token)
    }

    /// «معسكرات تدريب», «قاضي التحقيق», «مجلس التعاون»: a noun that says what a place, body or official is for tells of nothing.
    fn names_a_body(&self, morphology: &Morphology, token: usize) -> bool {
        let reading = morphology.best(token);
        let Some(before) = token.checked_sub(1).map(|before| morphology.best(before)) else {
            return false;
        };
        if reading.pos == Pos::Verb
            || reading.prefix > 0
            || before.pos != Pos::Noun
            || before.suffix > 0
            || before.features.has(Features::DEFINITE)
        {
            return false;
        }
        let assault = reading.lexeme.is_some_and(|id| {
            self.triggers
                .rows(id.0)
                .iter()
                .any(|row| !row.void && row.kind == EventType::Assault)
        });
        // «رئيس تحرير» edits.
        let assault = assault && reading.entry().is_none_or(|lexeme| lexeme.lemma != "حرّر");
        let body = Class::PLACE
            .with(Class::FACILITY)
            .with(Class::ORG)
            .with(Class::DOCUMENT)
            .with(Class::WEAPON);
        let site = before.lexeme.is_some_and(|id| self.sites.of_lexeme(id.0).is_some());
        site && !before.features.any(Features::MASDAR)
            || before.lexeme.is_some_and(|id| {
                self.class(id.0)
                    .any(if assault { body } else { body.with(Class::HUMAN) })
            }) && !before.features.any(Features::MASDAR)
    }

    /// Whether a name begins at or covers the token.
    pub(super) fn has_name(findings: Findings<'_>, token: usize) -> bool {
        let span = findings.text.span(token);
        let first = findings
            .mentions
            .partition_point(|mention| mention.span.end <= span.start);
        findings
            .mentions
            .get(first)
            .is_some_and(|mention| mention.form == crate::document::MentionForm::Name && mention.span.overlaps(span))
    }

    /// Whether the word is definite by ال or a pronoun.
    pub(super) fn is_definite(findings: Findings<'_>, token: usize) -> bool {
        let reading = findings.morphology.best(token);
        reading.pos != Pos::Verb && (reading.suffix > 0 || reading.proclitics.has(crate::morphology::Proclitics::AL))
    }

    /// Whether a lexeme names people as one («جمع», «حشد», an army).
    pub(super) fn is_collective(&self, lexeme: Option<crate::morphology::LexemeId>) -> bool {
        lexeme.is_some_and(|id| self.class(id.0).any(Class::CROWD.with(Class::ORG)))
    }

    /// The class of a lexeme.
    pub(super) fn class(&self, id: u32) -> Class {
        self.classes.get(id as usize).copied().unwrap_or_default()
    }
}

/// Looks for triggers in one sentence.
pub(super) struct TriggerFinder<'a, 'n> {
    pub(super) findings: Findings<'a>,
    pub(super) resources: &'a Resources,
    pub(super) notes: &'n TokenNotes,
    /// Whether fighting is told of near the sentence.
    pub(super) fighting: bool,
}

impl<'a> TriggerFinder<'a, '_> {
    /// The trigger at an item, if it is one; `all` also where only the classifier could take it for one.
    pub(super) fn at(&self, items: &[Item], index: usize, all: bool) -> Option<Trigger<'a>> {
        let item = items.get(index)?;
        if !item.trigger {
            return if all { self.by_kin(items, index) } else { None };
        }
        if let Some(trigger) = self.by_form(items, index) {
            return Some(trigger);
        }
        for reading in candidates(self.findings.morphology, item.start, item.kind == Kind::Verb) {
            let part = part_of(reading);
            let Some(id) = reading.lexeme else { continue };
            let found = self
                .resources
                .triggers
                .rows(id.0)
                .iter()
                .find(|row| row.parts & part != 0 && self.holds(row, items, index, reading));
            if let Some(row) = found {
                return (!row.void).then_some(Trigger {
                    item: index,
                    reading,
                    part,
                    row,
                    ground: Ground::Frame,
                });
            }
        }
        // «وقف إطلاق النار» spells a noun like the verb «stood»: what follows decides.
        let morphology = self.findings.morphology;
        let others = morphology
            .all(item.start)
            .filter(|reading| reading.pos != Pos::Verb && item.kind == Kind::Verb);
        let spelled = others
            .filter_map(|reading| Some((reading, reading.lexeme?)))
            .find_map(|(reading, id)| {
                let part = part_of(reading);
                let row = self.resources.triggers.rows(id.0).iter().find(|row| {
                    row.parts & part != 0
                        && row
                            .frame
                            .iter()
                            .any(|condition| matches!(condition, Condition::Object(_)))
                        && row
                            .frame
                            .iter()
                            .all(|condition| self.condition(condition, items, index, reading))
                })?;
                Some(Trigger {
                    item: index,
                    reading,
                    part,
                    row,
                    ground: Ground::Frame,
                })
            });
        spelled
            .or_else(|| self.by_word(items, index))
            .or_else(|| if all { self.by_kin(items, index) } else { None })
    }

    /// The trigger of a row that would hold in other company.
    fn by_word(&self, items: &[Item], index: usize) -> Option<Trigger<'a>> {
        let item = items.get(index)?;
        candidates(self.findings.morphology, item.start, item.kind == Kind::Verb).find_map(|reading| {
            let part = part_of(reading);
            let row = self
                .resources
                .triggers
                .rows(reading.lexeme?.0)
                .iter()
                .find(|row| row.parts & part != 0 && !row.void && self.may_hold(row, items, index, reading))?;
            Some(Trigger {
                item: index,
                reading,
                part,
                row,
                ground: Ground::Word,
            })
        })
    }

    /// The trigger of a row for another part of speech of the same verb: «منددين» (denouncing) by the row of «ندد», «إقرار» by that of «أقر»;
    /// and of a verb that was read as a noun («ترأس الوزير اجتماعا»).
    fn by_kin(&self, items: &[Item], index: usize) -> Option<Trigger<'a>> {
        let item = items.get(index)?;
        let morphology = self.findings.morphology;
        if item.name.is_some() || self.resources.names_a_body(morphology, item.start) {
            return None;
        }
        let best = morphology.best(item.start);
        let bare = item.kind == Kind::Phrase && item.prep == Prep::None && best.suffix == 0 && !item.definite;
        let verb = item.kind == Kind::Verb;
        let own = candidates(morphology, item.start, verb);
        let others = candidates(morphology, item.start, true).filter(|_| bare);
        own.chain(others).find_map(|reading| {
            let part = part_of(reading);
            if part == NOUN {
                return None;
            }
            let rows = self.resources.triggers.rows(reading.lexeme?.0);
            let row = rows
                .iter()
                .find(|row| row.parts & !NOUN != 0 && !row.void && self.may_hold(row, items, index, reading))?;
            Some(Trigger {
                item: index,
                reading,
                part,
                row,
                ground: Ground::Kin,
            })
        })
    }

    /// The trigger that a user's ontology knows by its spelling.
    fn by_form(&self, items: &[Item], index: usize) -> Option<Trigger<'a>> {
        let item = items.get(index)?;
        let reading = self.findings.morphology.best(item.start);
        let part = part_of(reading);
        self.resources
            .triggers
            .of_form(self.findings.text.stem_key(item.start, reading))
            .iter()
            .find(|row| row.parts & part != 0 && self.holds(row, items, index, reading))
            .map(|row| Trigger {
                item: index,
                reading,
                part,
                row,
                ground: Ground::Frame,
            })
    }

    /// Whether the token tells of fighting.
    pub(super) fn tells_of_fighting(&self, token: usize) -> bool {
        let morphology = self.findings.morphology;
        if let Some(name) = self.notes.name(token) {
            return self
                .findings
                .mentions
                .get(name as usize)
                .and_then(|m| self.findings.entities.get(m.entity.0 as usize))
                .is_some_and(|entity| {
                    entity
                        .sectors
                        .iter()
                        .any(|s| matches!(s.as_str(), "MIL" | "REB" | "PRM" | "UAF" | "IMG"))
                });
        }
        let reading = morphology.best(token);
        let Some(id) = reading.lexeme else { return false };
        if self.resources.class(id.0).any(
            Class::ARMED
                .with(Class::WEAPON)
                .with(Class::KILLED)
                .with(Class::INJURED),
        ) {
            return true;
        }
        self.is_of(token, EventType::Assault)
    }

    /// Whether the word tells of this type whatever its company.
    pub(super) fn is_of(&self, token: usize, kind: EventType) -> bool {
        let reading = self.findings.morphology.best(token);
        let part = part_of(reading);
        reading.lexeme.is_some_and(|id| {
            self.resources
                .triggers
                .rows(id.0)
                .iter()
                .any(|row| row.parts & part != 0 && row.frame.is_empty() && !row.void && row.kind == kind)
        })
    }
}

/// The phrases after an item up to the end of its clause; names of the prepositions included.
pub(super) fn after(items: &[Item], index: usize) -> impl Iterator<Item = &Item> {
    items
        .get(index + 1..)
        .unwrap_or_default()
        .iter()
        .take_while(|item| !matches!(item.kind, Kind::Stop | Kind::Verb | Kind::Relative))
        .filter(|item| item.kind == Kind::Phrase && item.prep != Prep::When)
}
