//! Personal pronouns of the third person, alone or written onto a word, and the entity that each means.
//!
//! «وصل الوزير إلى القاهرة حيث التقى نظيره» (the minister arrived in Cairo, where he met his counterpart): «ه» means the
//! minister. Whatever noun agrees with the pronoun in gender and number competes, also nouns that name no entity; subjects
//! go before other words, near ones before far ones (salience after Lappin & Leass 1994, «An algorithm for pronominal
//! anaphora resolution», with weights for news in Arabic, where a plural of things is a feminine singular). Where a noun
//! without an entity wins, the pronoun is left out.
//!
//! Not handled: dropped subjects, which events and statements read where they need them; the dual and the first person; the
//! pronoun that stands for a clause («إنه من الضروري»). Without the trees of the learned reader no pronoun is read.

use std::collections::VecDeque;

use crate::document::{EntityId, EntityType, Mention, MentionForm, MentionIndex, Token, Word};
use crate::morphology::{Features, Morphology};
use crate::syntax::Trees;
use crate::text::Text;

/// How many sentences back a noun is still meant.
const SENTENCES: usize = 2;
/// How many nouns are kept at most.
const KEPT: usize = 96;
/// How far the best must be ahead of the next that is something else: of 60 pronouns of train articles read by hand, 50 were
/// right at 1.2, and 45 at 0.35, which gives a quarter more.
const AHEAD: f32 = 1.2;

/// What the trees and earlier stages say.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) morphology: &'a Morphology,
    pub(super) trees: &'a Trees,
    pub(super) tokens: &'a [Token],
}

/// Gender and number that a pronoun or noun shows; `None` where it may be either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Agreement {
    feminine: Option<bool>,
    plural: Option<bool>,
}

/// A noun that a pronoun may mean.
#[derive(Debug, Clone, Copy)]
struct Referent {
    token: usize,
    end: usize,
    sentence: usize,
    agreement: Agreement,
    entity: Option<(EntityId, EntityType)>,
    subject: bool,
    head: Option<usize>,
}

/// The pronouns that mean an entity, in order.
pub(super) fn find(reading: Reading<'_, '_>, mentions: &[Mention]) -> Vec<Mention> {
    let heads = heads(reading, mentions);
    let mut referents: VecDeque<Referent> = VecDeque::new();
    let mut found = Vec::new();
    let mut sentence = 0;
    for (token, read) in reading.tokens.iter().enumerate() {
        sentence = if reading.text.sentence_tokens(sentence).contains(&token) {
            sentence
        } else {
            reading.text.sentence_of(token)
        };
        while referents
            .front()
            .is_some_and(|first| first.sentence + SENTENCES < sentence)
            || referents.len() > KEPT
        {
            referents.pop_front();
        }
        if let Some((word, agreement)) = pronoun(read).filter(|_| refers(reading, token)) {
            if let Some((referent, score)) = antecedent(reading, token, sentence, agreement, word, &referents)
                && let Some((entity, entity_type)) = referent.entity
            {
                found.push(Mention {
                    span: word.span,
                    head: word.span,
                    entity_type,
                    form: MentionForm::Pronoun,
                    entity,
                    title: None,
                    score,
                    evidence: "entities.pronoun".into(),
                });
            }
        }
        if let Some(referent) = heads.referent(reading, mentions, token, sentence) {
            referents.push_back(referent);
        }
    }
    found
}

/// Puts the pronouns among the mentions, in order of the text; returns the new place of each mention by its old one.
///
/// They come last because they may lie inside a mention («وزير خارجيته»), which events and statements do not expect.
pub(crate) fn join(mentions: &mut Vec<Mention>, pronouns: Vec<Mention>) -> Vec<MentionIndex> {
    let known = mentions.len();
    mentions.extend(pronouns);
    let mut order: Vec<usize> = (0..mentions.len()).collect();
    order.sort_by_key(|&at| {
        mentions
            .get(at)
            .map(|mention| (mention.span, mention.form != MentionForm::Name))
    });
    let mut places = vec![MentionIndex(0); known];
    for (new, &old) in order.iter().enumerate() {
        if let Some(place) = places.get_mut(old) {
            *place = MentionIndex(new as u32);
        }
    }
    mentions.sort_by_key(|mention| (mention.span, mention.form != MentionForm::Name));
    places
}

/// The pronoun of a token: alone, or the last of its words.
fn pronoun(token: &Token) -> Option<(&Word, Agreement)> {
    let word = token.words.last().filter(|word| word.upos == "PRON")?;
    let third = word.feats.contains("Person=3") && !word.feats.contains("Number=Dual");
    // The pronoun of separation between subject and predicate is none of its own.
    let separates = matches!(word.deprel, "cop" | "expl" | "fixed" | "discourse" | "dep" | "det");
    let agreement = Agreement {
        feminine: Some(word.feats.contains("Gender=Fem")),
        plural: Some(word.feats.contains("Number=Plur")),
    };
    (third && !separates && !word.span.is_empty()).then_some((word, agreement))
}

/// Whether the pronoun can mean an entity: not in «حينها» (then), «بعضهم» (some of them, whoever was named last), «ما وصفه»
/// (what he called), «المشتبه به» (the suspect), «وهو ما» (which is what).
fn refers(reading: Reading<'_, '_>, token: usize) -> bool {
    let text = reading.text;
    let key = text.key(token);
    let free = |key: &str| {
        matches!(
            key,
            "ما" | "بما" | "مما" | "لما" | "وما" | "فيما" | "عما" | "من" | "لمن" | "بمن"
        )
    };
    let verb = reading.trees.upos(token) == Some("VERB");
    // «إنها» is no pronoun alone.
    let words = reading.tokens.get(token).map_or(&[][..], |token| &token.words);
    let alone = words.iter().all(|word| matches!(word.upos, "PRON" | "CCONJ"));
    let stem = PARTITIVES.iter().any(|stem| {
        let bare = key.strip_prefix(['و', 'ب', 'ل', 'ف']).unwrap_or(key);
        [key, bare].iter().any(|key| {
            key.strip_prefix(stem)
                .is_some_and(|rest| matches!(rest, "ه" | "ها" | "هم"))
        })
    });
    !(stem
        || token > 0 && matches!(text.key(token - 1), "مشتبه" | "المشتبه" | "المشكوك" | "المعمول")
        || verb && token > 0 && free(text.key(token - 1))
        || alone && (free(text.key(token + 1)) || key.starts_with('و') || !opens_clause(reading, token)))
}

/// Whether a pronoun alone begins its clause: after a noun («القاضي هو …») it only separates subject and predicate.
fn opens_clause(reading: Reading<'_, '_>, token: usize) -> bool {
    let before = token.checked_sub(1).and_then(|before| reading.trees.upos(before));
    before.is_none_or(|upos| matches!(upos, "PUNCT" | "SCONJ" | "DET" | "PRON" | "ADV" | "PART"))
}

/// Words whose pronoun means a set or a time of which they take a part, or who speaks next («من جانبه»). Folded.
const PARTITIVES: [&str; 16] = [
    "احد",
    "احدي",
    "اغلب",
    "بعض",
    "بين",
    "جل",
    "جميع",
    "حين",
    "عند",
    "غالبيه",
    "غير",
    "كل",
    "كلا",
    "معظم",
    "من",
    "وقت",
];

/// By token: the mention that begins there, and whether the token is inside one or its title.
struct Heads {
    starts: Vec<u32>,
    inside: Vec<bool>,
}

const NONE: u32 = u32::MAX;

fn heads(reading: Reading<'_, '_>, mentions: &[Mention]) -> Heads {
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
    fn referent(
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

fn is_subject(relation: &str) -> bool {
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

/// The noun that the pronoun means, and how sure that is.
fn antecedent(
    reading: Reading<'_, '_>,
    token: usize,
    sentence: usize,
    wanted: Agreement,
    word: &Word,
    referents: &VecDeque<Referent>,
) -> Option<(Referent, f32)> {
    let context = Place::of(reading, token, word);
    let mut best: Option<(Referent, f32)> = None;
    let mut next = f32::MIN;
    for referent in referents {
        if !agrees(wanted, referent.agreement) || context.excludes(referent) {
            continue;
        }
        let weight = context.weight(referent, sentence);
        let Some((leader, lead)) = best else {
            best = Some((*referent, weight));
            continue;
        };
        let same = leader.entity.is_some() && leader.entity == referent.entity;
        if weight >= lead {
            if !same {
                next = next.max(lead);
            }
            best = Some((*referent, weight));
        } else if !same {
            next = next.max(weight);
        }
    }
    let (referent, weight) = best?;
    let ahead = (weight - next).min(2.0);
    (ahead >= AHEAD).then_some((referent, 0.5 + 0.2 * ahead.min(1.5)))
}

fn agrees(wanted: Agreement, shown: Agreement) -> bool {
    let fits = |a: Option<bool>, b: Option<bool>| a.zip(b).is_none_or(|(a, b)| a == b);
    fits(wanted.feminine, shown.feminine) && fits(wanted.plural, shown.plural)
}

/// Where a pronoun stands.
struct Place {
    token: usize,
    /// The subject of the verb whose object it is: no other than itself could be named by «نفسه» only.
    barred: Option<usize>,
    /// The noun that it is written onto.
    own: usize,
    /// The subject of the nearest verb above it.
    subject: Option<usize>,
    /// The noun that the relative clause around it describes.
    described: Option<usize>,
    /// The word that its own word is joined to by «و»: «قيادة المعركة وتوجيهها».
    joined: Option<usize>,
    /// Whether it is a subject itself: «إنه», «هو».
    is_subject: bool,
    /// «نفسه», «ذاتها»: the noun right before it.
    repeats: bool,
}

impl Place {
    fn of(reading: Reading<'_, '_>, token: usize, word: &Word) -> Self {
        let trees = reading.trees;
        let object = trees.upos(token) == Some("VERB");
        let mut place = Self {
            token,
            barred: trees.subject(token).filter(|_| object),
            own: token,
            subject: None,
            described: None,
            joined: trees
                .head(token)
                .filter(|_| !object && trees.relation(token) == Some("conj")),
            is_subject: is_subject(word.deprel) || trees.upos(token) == Some("PRON"),
            repeats: ["نفس", "ذات", "وحد"]
                .iter()
                .any(|stem| reading.text.key(token).starts_with(stem)),
        };
        // «انسحبت … وتركتها»: the verb has the subject of the one before.
        if object && place.barred.is_none() && matches!(trees.relation(token), Some("conj" | "advcl")) {
            place.barred = trees.head(token).and_then(|verb| trees.subject(verb));
        }
        let mut at = token;
        for _ in 0..5 {
            if matches!(trees.relation(at), Some("acl" | "acl:relcl")) && place.described.is_none() {
                place.described = trees.head(at).filter(|&head| head < token);
            }
            let Some(head) = trees.head(at) else { break };
            if trees.upos(head) == Some("VERB") && place.subject.is_none() {
                place.subject = trees.subject(head).filter(|&subject| subject != token);
            }
            at = head;
        }
        place
    }

    fn excludes(&self, referent: &Referent) -> bool {
        referent.token == self.own
            || self.barred == Some(referent.token)
            || referent.end > self.token
            || self.repeats && referent.end != self.token
    }

    /// Salience.
    fn weight(&self, referent: &Referent, sentence: usize) -> f32 {
        let back = (sentence - referent.sentence) as f32;
        let distance = (self.token - referent.token) as f32;
        let mut weight = -1.5 * back - 0.02 * distance.min(60.0);
        if referent.subject {
            weight += 1.2;
        }
        if self.subject == Some(referent.token) {
            weight += 0.8;
        }
        if self.described == Some(referent.token) {
            weight += 2.0;
        }
        if self.joined.is_some() && self.joined == referent.head {
            weight += 2.0;
        }
        if self.is_subject && referent.subject {
            weight += 0.5;
        }
        weight
    }
}

#[cfg(test)]
mod tests {
    use crate::Extractor;
    use crate::document::{Document, MentionForm};

    /// Each pronoun with the name of what it means.
    fn pronouns(text: &str) -> Vec<(String, String)> {
        let extractor = Extractor::builder().build().unwrap();
        let extraction = extractor.extract(&Document::new(text)).unwrap();
        let mention = |m: &&crate::document::Mention| m.form == MentionForm::Pronoun;
        extraction
            .mentions
            .iter()
            .filter(mention)
            .map(|m| {
                let name = extraction.entities[m.entity.0 as usize].name.clone();
                (m.span.of(text).to_owned(), name)
            })
            .collect()
    }

    #[test]
    fn a_pronoun_means_the_subject() {
        let found = pronouns("زار عبد الحميد الدبيبة أنقرة أمس، وأكد دعمه للاتفاق.");
        assert!(found.contains(&("ه".into(), "عبد الحميد الدبيبة".into())), "{found:?}");
    }

    #[test]
    fn a_nearer_thing_takes_the_pronoun_away() {
        let found = pronouns("سلم خليفة حفتر التقرير بعد قراءته.");
        assert!(found.is_empty(), "{found:?}");
    }
}
