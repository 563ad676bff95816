//! Who does what an action noun names, by the verb that takes it: «اتهم المدعي العام الرئيس بقتل المتظاهرين» (the prosecutor accused the
//! president of killing protesters) has the president kill, «نفى الجيش قصف المستشفى» (the army denied shelling the hospital) the army.
//!
//! The table `control.tsv` says of each verb how the action stands beside it and whether the verb's subject, its object or neither does it.

use super::{ArgumentReader, LightRole, Parties, push};
use crate::document::EventType;
use crate::error::Error;
use crate::events::item::{Item, Kind};
use crate::events::lexicon::{Genitive, MASDAR, NOUN};
use crate::events::prep::Prep;
use crate::events::trigger::Trigger;
use crate::events::words::{fault, rows};
use crate::events::{Findings, Resources};
use crate::morphology::{Features, Pos};

/// Phrases between the verb and the action.
const REACH: usize = 12;

/// Who does the action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doer {
    Subject,
    Object,
    /// Somebody else, or nobody that it names: «توقع مراقبون استقالة الوزير».
    Neither,
}

/// How one verb takes an action.
#[derive(Debug, Clone)]
struct Row {
    lexeme: u32,
    /// `Prep::None` where the action is the direct object.
    prep: Prep,
    doer: Doer,
}

/// The table.
#[derive(Debug, Clone)]
pub(in crate::events) struct ControlVerbs {
    rows: Vec<Row>,
}

impl ControlVerbs {
    pub(in crate::events) fn new() -> Result<Self, Error> {
        const TABLE: &str = "events/control.tsv";
        let mut all = Vec::new();
        for (line, row) in rows(musnad_data::events::CONTROL) {
            let columns: Vec<&str> = row.split('\t').collect();
            let &[key, preps, doer] = columns.as_slice() else {
                return Err(fault(TABLE, line, "wants three columns"));
            };
            let doer = match doer {
                "S" => Doer::Subject,
                "O" => Doer::Object,
                "N" => Doer::Neither,
                _ => return Err(fault(TABLE, line, "the doer is S, O or N")),
            };
            let mut known = false;
            for lexeme in musnad_data::lexicon::find(key) {
                known = true;
                for prep in preps.split('/') {
                    let prep = if prep == "-" {
                        Prep::None
                    } else {
                        Prep::from_word(prep).ok_or_else(|| fault(TABLE, line, "no preposition"))?
                    };
                    all.push(Row { lexeme, prep, doer });
                }
            }
            if !known {
                return Err(fault(TABLE, line, &format!("{key} is not in the lexicon")));
            }
        }
        all.sort_by_key(|row| row.lexeme);
        Ok(Self { rows: all })
    }

    fn of(&self, lexeme: u32) -> &[Row] {
        let first = self.rows.partition_point(|row| row.lexeme < lexeme);
        let end = self.rows.partition_point(|row| row.lexeme <= lexeme);
        self.rows.get(first..end).unwrap_or_default()
    }

    /// Whether the verb takes an action as its direct object.
    pub(in crate::events) fn takes_action(&self, lexeme: u32) -> bool {
        self.of(lexeme).iter().any(|row| row.prep == Prep::None)
    }
}

impl ArgumentReader<'_> {
    /// Adds the doer of an action noun that nobody stands beside.
    pub(super) fn add_controller(&self, trigger: &Trigger<'_>, parties: &mut Parties) {
        let action = trigger.part == MASDAR
            || trigger.part == NOUN && matches!(trigger.row.kind, EventType::Retreat | EventType::Concede)
            || trigger.part == NOUN && (self.is_action(trigger) || self.light_masdar_before(trigger.item).is_some());
        if !action
            || !parties.actors.is_empty()
            || trigger.row.roles.reciprocal
            || trigger.row.roles.patient
            || trigger.row.roles.genitive == Genitive::Instrument
        {
            return;
        }
        let action = self.light_masdar_before(trigger.item).unwrap_or(trigger.item);
        let Some((verb, doer)) = self.controller(action) else {
            return;
        };
        // «أعلنت الوزارة استشهاد شاب»: what befalls is no action of who tells it; «قام باغتيال قاض» is.
        let bare = self.item(action).is_some_and(|item| item.prep == Prep::None);
        if bare && trigger.row.roles.genitive == Genitive::Recipient {
            return;
        }
        let reading = self.item(verb).map(|item| self.findings.morphology.best(item.start));
        let passive = reading.is_some_and(|reading| reading.features.has(Features::PASSIVE));
        let frame = self.frame(verb, passive, true);
        let phrase = match doer {
            Doer::Subject if !passive => frame.subject,
            Doer::Subject | Doer::Neither => return,
            Doer::Object if passive => frame.subject.or(frame.object),
            Doer::Object => frame.object.filter(|object| *object < action),
        };
        let before = parties.actors.len();
        match (phrase, doer) {
            (Some(phrase), _) if phrase != action && phrase != trigger.item => self.group(phrase, &mut parties.actors),
            (None, Doer::Subject) => {
                let features = reading.map_or(Features::NONE, |reading| reading.features);
                if !features.any(Features::FIRST)
                    && let Some(party) = self.antecedent(verb, features)
                {
                    push(&mut parties.actors, party);
                }
            }
            (None, Doer::Object) if reading.is_some_and(|reading| reading.suffix > 0) => {
                if let Some(party) = self.pronoun(verb) {
                    push(&mut parties.actors, party);
                }
            }
            _ => {}
        }
        for party in parties.actors.iter_mut().skip(before) {
            party.sure = true;
        }
    }

    /// «قصف» is an event noun and the action of its verb.
    fn is_action(&self, trigger: &Trigger<'_>) -> bool {
        matches!(trigger.row.roles.genitive, Genitive::Auto | Genitive::Recipient)
            && self.item(trigger.item).is_some_and(|item| {
                self.findings
                    .morphology
                    .all(item.start)
                    .any(|reading| reading.pos != Pos::Verb && reading.features.has(Features::MASDAR))
            })
    }

    /// «شن» in «تعتزم شن عملية»: the action noun of a verb that carries event nouns, right before the trigger.
    fn light_masdar_before(&self, index: usize) -> Option<usize> {
        let before = index.checked_sub(1)?;
        let (item, trigger) = (self.item(before)?, self.item(index)?);
        if item.kind != Kind::Phrase || item.end != trigger.start || trigger.prep != Prep::None || trigger.joined {
            return None;
        }
        self.findings
            .morphology
            .all(item.start)
            .any(|reading| {
                reading.pos != Pos::Verb
                    && reading.features.has(Features::MASDAR)
                    && reading.lexeme.and_then(|id| self.resources.light.of_lexeme(id.0)) == Some(LightRole::Actor)
            })
            .then_some(before)
    }

    fn controller(&self, action: usize) -> Option<(usize, Doer)> {
        controller(self.findings, self.resources, self.items, action)
    }
}

/// The item of the verb that takes the action noun at an item.
pub(in crate::events) fn governor(
    findings: Findings<'_>,
    resources: &Resources,
    items: &[Item],
    action: usize,
) -> Option<usize> {
    controller(findings, resources, items, action).map(|(verb, _)| verb)
}

/// The verb before the action noun that takes it, and who does it.
fn controller(findings: Findings<'_>, resources: &Resources, items: &[Item], action: usize) -> Option<(usize, Doer)> {
    let noun = items.get(action)?;
    let mut verbs = 0;
    for at in (0..action).rev().take(REACH) {
        let item = items.get(at)?;
        match item.kind {
            Kind::Stop | Kind::Clause => return None,
            Kind::Verb => {
                if let Some(doer) = takes(findings, resources, item, noun) {
                    return Some((at, doer));
                }
                verbs += 1;
                // A verb of a relative clause may stand between where a preposition leads back.
                if noun.prep == Prep::None || verbs > 2 || item.joined {
                    return None;
                }
            }
            Kind::Phrase if item.trigger && item.prep == noun.prep && noun.prep != Prep::None && !noun.joined => {
                return None;
            }
            _ => {}
        }
    }
    None
}

fn takes(findings: Findings<'_>, resources: &Resources, verb: &Item, noun: &Item) -> Option<Doer> {
    // «ودعت» also reads as a verb of parting: any reading may take the action.
    findings
        .morphology
        .all(verb.start)
        .filter(|reading| reading.pos == Pos::Verb)
        .filter_map(|reading| reading.lexeme)
        .flat_map(|id| resources.control.of(id.0))
        .find(|row| row.prep == noun.prep)
        .map(|row| row.doer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(key: &str) -> Vec<(Prep, Doer)> {
        let verbs = ControlVerbs::new().unwrap();
        musnad_data::lexicon::find(key)
            .flat_map(|id| verbs.of(id).iter().map(|row| (row.prep, row.doer)).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn the_object_of_an_accusation_does_it() {
        assert_eq!(rows_of("اتّهم/VIII"), [(Prep::Bi, Doer::Object)]);
    }

    #[test]
    fn a_denial_takes_its_action_bare() {
        let verbs = ControlVerbs::new().unwrap();
        let deny = musnad_data::lexicon::find("نفى/I").next().unwrap();
        let say = musnad_data::lexicon::find("قال/I").next().unwrap();
        assert!(verbs.takes_action(deny));
        assert!(!verbs.takes_action(say));
    }
}
