//! The nouns that a pronoun may mean, with the gender and number that they show.

use super::Reading;
use crate::document::{EntityId, EntityType, Mention};
use crate::morphology::Features;

/// Gender and number that a pronoun or noun shows; `None` where it may be either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Agreement {
    pub(super) feminine: Option<bool>,
    pub(super) plural: Option<bool>,
}

/// A noun that a pronoun may mean.
#[derive(Debug, Clone, Copy)]
pub(super) struct Referent {
    pub(super) token: usize,
    pub(super) end: usize,
    pub(super) sentence: usize,
    pub(super) agreement: Agreement,
    pub(super) entity: Option<(EntityId, EntityType)>,
    pub(super) subject: bool,
    pub(super) head: Option<usize>,
}

/// By token: the mention that begins there, and whether the token is inside one or its title.
pub(super) struct Heads {
    starts: Vec<u32>,
    inside: Vec<bool>,
}

const NONE: u32 = u32::MAX;

pub(super) fn heads(reading: Reading<'_, '_>, mentions: &[Mention]) -> Heads {
    let len = reading.tokens.len();
    let mut heads = Heads {
        starts: vec![NONE; len],
        inside: vec![false; len],
    };
    for (index, mention) in mentions.iter().enumerate() {
        let tokens = reading.text.tokens_in(mention.span);
        let title = mention.title.map(|title| reading.text.tokens_in(title));
        if let Some(slot) = heads.starts.get_mut(tokens.start)
            && *slot == NONE
        {
            *slot = index as u32;
        }
        for token in tokens.chain(title.into_iter().flatten()) {
            if let Some(inside) = heads.inside.get_mut(token) {
                *inside = true;
            }
        }
    }
    heads
}

impl Heads {
    /// What the token adds to what may be meant.
    pub(super) fn referent(
        &self,
        reading: Reading<'_, '_>,
        mentions: &[Mention],
        token: usize,
        sentence: usize,
    ) -> Option<Referent> {
        let Reading { text, trees, .. } = reading;
        let start = self.starts.get(token).copied().unwrap_or(NONE);
        if let Some(mention) = mentions.get(start as usize) {
            let tokens = text.tokens_in(mention.span);
            let title = mention.title.map(|title| text.tokens_in(title));
            let mut subject = trees.relation(token).is_some_and(is_subject);
            let mut agreement = of_mention(reading, mention, token);
            if let Some(title) = title {
                subject |= title.clone().any(|at| trees.relation(at).is_some_and(is_subject));
                agreement.feminine = gender(reading, title.start).or(agreement.feminine);
            } else if let Some(head) = trees
                .head(token)
                .filter(|&head| head + 1 == token && !self.is_inside(head))
            {
                // «مدينة سرت», «السيدة …»: the class noun before it has the role.
                subject |= trees.relation(head).is_some_and(is_subject);
            }
            return Some(Referent {
                token,
                end: tokens.end,
                sentence,
                agreement,
                entity: Some((mention.entity, mention.entity_type)),
                subject,
                head: trees.head(token),
            });
        }
        let noun = trees.upos(token) == Some("NOUN") && !self.is_inside(token);
        let relation = trees.relation(token)?;
        let role = matches!(
            relation,
            "nsubj"
                | "nsubj:pass"
                | "obj"
                | "iobj"
                | "obl"
                | "obl:arg"
                | "conj"
                | "nmod"
                | "root"
                | "dislocated"
                | "xcomp"
        );
        // «مدينة سرت»: the place is what is meant.
        let class = self.starts.get(token + 1).is_some_and(|&next| {
            mentions.get(next as usize).is_some_and(|mention| {
                matches!(
                    mention.entity_type,
                    EntityType::Geopolitical | EntityType::Location | EntityType::Facility
                )
            })
        });
        if !noun || !role || class && relation != "nsubj" {
            return None;
        }
        Some(Referent {
            token,
            end: token + 1,
            sentence,
            agreement: of_noun(reading, token),
            entity: None,
            subject: is_subject(relation),
            head: trees.head(token),
        })
    }

    fn is_inside(&self, token: usize) -> bool {
        self.inside.get(token).copied().unwrap_or(false)
    }
}

pub(super) fn is_subject(relation: &str) -> bool {
    matches!(relation, "nsubj" | "nsubj:pass")
}

/// Gender of a noun, as far as its form or the lexicon shows it.
fn gender(reading: Reading<'_, '_>, token: usize) -> Option<bool> {
    let features = reading.morphology.best(token).features;
    if features.has(Features::FEMININE) {
        Some(true)
    } else if features.has(Features::MASCULINE) {
        Some(false)
    } else {
        None
    }
}

fn of_noun(reading: Reading<'_, '_>, token: usize) -> Agreement {
    let best = reading.morphology.best(token);
    let plural = best.features.has(Features::PLURAL);
    let human = best.entry().is_some_and(|lexeme| {
        ["human", "combatant", "civilian", "official", "crowd"]
            .iter()
            .any(|tag| lexeme.has_tag(tag))
    });
    if !plural {
        return Agreement {
            feminine: gender(reading, token),
            plural: Some(best.features.has(Features::DUAL)),
        };
    }
    if human {
        Agreement {
            feminine: None,
            plural: Some(true),
        }
    } else {
        Agreement {
            feminine: Some(true),
            plural: Some(false),
        }
    }
}

fn of_mention(reading: Reading<'_, '_>, mention: &Mention, token: usize) -> Agreement {
    // What a verb shows of its subject is surer than the form of a name.
    let shown = reading.trees.head(token).filter(|&verb| {
        reading.trees.upos(verb) == Some("VERB") && reading.trees.subject(verb) == Some(token) && verb < token
    });
    let of_verb = shown.map(|verb| reading.morphology.best(verb).features.has(Features::FEMININE));
    match mention.entity_type {
        EntityType::Person => Agreement {
            feminine: of_verb.or(Some(false)),
            plural: Some(false),
        },
        EntityType::Geopolitical => Agreement {
            // Most names of countries and towns are feminine; «العراق», «لبنان» are not.
            feminine: of_verb.or(if reading.morphology.best(token).features.has(Features::MASCULINE) {
                None
            } else {
                Some(true)
            }),
            plural: Some(false),
        },
        EntityType::Organization => {
            // «قوات», «سلطات» are one body; «الحوثيون» are many men.
            let key = reading.text.key(token);
            let men = key.ends_with("ون") || key.ends_with("يين");
            Agreement {
                feminine: if men {
                    Some(false)
                } else {
                    of_noun(reading, token).feminine
                },
                plural: Some(men),
            }
        }
        _ => of_noun(reading, token),
    }
}

pub(super) fn agrees(wanted: Agreement, shown: Agreement) -> bool {
    let fits = |a: Option<bool>, b: Option<bool>| a.zip(b).is_none_or(|(a, b)| a == b);
    fits(wanted.feminine, shown.feminine) && fits(wanted.plural, shown.plural)
}
