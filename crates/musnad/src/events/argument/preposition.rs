//! Participants behind prepositions: the agent of a passive («من قبل الجيش», «برصاص الاحتلال»), recipients and partners.

use super::{ArgumentReader, Parties, Party};
use crate::events::item::Kind;
use crate::events::lexicon::{Genitive, Roles};
use crate::events::prep::Prep;

impl ArgumentReader<'_> {
    /// The agent of a passive: «من قبل الجيش», «برصاص الاحتلال», «بنيران مسلحين».
    pub(super) fn agent(&self, index: usize) -> Option<Party> {
        for (steps, item) in self.items.iter().skip(index + 1).enumerate() {
            if steps > 8 || matches!(item.kind, Kind::Stop | Kind::Verb | Kind::Clause) {
                return None;
            }
            if item.prep == Prep::By {
                return Some(Party::of(item));
            }
            if item.prep == Prep::Bi && item.end > item.start + 1 {
                let reading = self.findings.morphology.best(item.start);
                if matches!(
                    self.findings.text.stem_key(item.start, reading),
                    "رصاص" | "نيران" | "ايدي" | "سلاح"
                ) {
                    return Some(Party {
                        start: item.start + 1,
                        ..Party::of(item)
                    });
                }
            }
        }
        None
    }

    /// Recipients and partners named by prepositions after the trigger.
    pub(super) fn prepositional(&self, index: usize, roles: &Roles, parties: &mut Parties) {
        let mut crossed_light_verb = false;
        let mut phrases = 0;
        for at in index + 1..self.items.len() {
            let Some(item) = self.item(at) else { break };
            match item.kind {
                Kind::Phrase if item.trigger && at > index + 1 && item.prep == Prep::None => break,
                Kind::Phrase => {
                    phrases += 1;
                    if phrases > 7 {
                        break;
                    }
                    if item.joined && item.prep == Prep::None {
                        continue;
                    }
                    let wanted = roles.preps.contains(&item.prep)
                        || roles.reciprocal && matches!(item.prep, Prep::With | Prep::Between);
                    if wanted && (item.prep != Prep::From || item.class.acts()) {
                        let target = if roles.reciprocal {
                            &mut parties.actors
                        } else {
                            &mut parties.recipients
                        };
                        self.group(at, target);
                        if !roles.reciprocal {
                            break;
                        }
                    } else if item.prep == Prep::From
                        && item.class.acts()
                        && parties.actors.is_empty()
                        && roles.genitive == Genitive::Auto
                        && index + 2 >= at
                    {
                        // «اقتحام المستشفى من مستوطنين»
                        self.group(at, &mut parties.actors);
                    }
                }
                Kind::Verb if !crossed_light_verb && self.light(at).is_some() => crossed_light_verb = true,
                Kind::Relative => {}
                Kind::Comma if at == index + 1 => {}
                _ => break,
            }
        }
    }
}
