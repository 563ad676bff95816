//! The phrase before a verb that belongs to it: a fronted subject or the noun of its relative clause.
//!
//! «الجيش قصف المدينة» (the army bombed the city), «القوات التي قصفت» (the forces that bombed), «هجوم شنته الجبهة» (an attack that the
//! front launched).

use super::ArgumentReader;
use crate::events::Resources;
use crate::events::class::Class;
use crate::events::item::{Item, Kind};
use crate::events::prep::Prep;
use crate::morphology::Features;

impl ArgumentReader<'_> {
    /// Whether the verb at `verb` can have the phrase before it as its subject.
    pub(super) fn agrees(&self, verb: usize, phrase: &Item) -> bool {
        self.item(verb)
            .is_none_or(|item| self.matches(self.findings.morphology.best(item.start).features, phrase.start))
    }

    /// Whether the head of a phrase can go with a verb or pronoun of these features.
    pub(in crate::events) fn matches(&self, features: Features, head: usize) -> bool {
        let phrase = self.findings.morphology.best(head);
        if phrase.lexeme.is_none() || Resources::has_name(self.findings, head) || !features.has(Features::THIRD) {
            return true;
        }
        let singular = features.has(Features::SINGULAR);
        let p = phrase.features;
        !(singular
            && p.has(Features::SINGULAR)
            && (features.has(Features::MASCULINE) && p.has(Features::FEMININE)
                || features.has(Features::FEMININE) && p.has(Features::MASCULINE))
            || features.has(Features::PLURAL)
                && features.has(Features::MASCULINE)
                && p.has(Features::SINGULAR)
                && !self.resources.is_collective(phrase.lexeme))
    }

    /// The phrase before a verb that is its subject, or the antecedent of its relative clause.
    pub(super) fn fronted(&self, verb: usize) -> Option<(usize, bool)> {
        let mut index = verb;
        let mut relative = false;
        let mut steps = 0;
        while let Some(before) = index.checked_sub(1) {
            index = before;
            steps += 1;
            if steps > 8 {
                return None;
            }
            let item = self.item(index)?;
            match item.kind {
                Kind::Auxiliary => {}
                Kind::Relative => relative = true,
                // «هولمز، الذي سيزور اليمن»
                Kind::Comma if self.item(index + 1).is_some_and(|next| next.kind == Kind::Relative) => {}
                Kind::Phrase => {
                    let bare = item.prep == Prep::None || relative || self.is_indefinite_head(index, verb);
                    if !bare {
                        if relative {
                            return Some((index, true));
                        }
                        continue;
                    }
                    if relative {
                        let plural = self.item(verb).is_some_and(|v| {
                            self.findings
                                .morphology
                                .best(v.start)
                                .features
                                .any(Features::DUAL.with(Features::PLURAL))
                        });
                        return Some((
                            if plural && item.joined {
                                self.list_head(index)
                            } else {
                                index
                            },
                            true,
                        ));
                    }
                    // «هجوم شنته الجبهة», «قرار يدين»: an indefinite noun right before its verb is the head of a clause without الذي.
                    if self.is_indefinite_head(index, verb) {
                        return Some((index, true));
                    }
                    // A list: go back to its first member.
                    let first = self.list_head(index);
                    let opens = first
                        .checked_sub(1)
                        .and_then(|before| self.item(before))
                        .is_none_or(|before| {
                            matches!(before.kind, Kind::Stop | Kind::Clause | Kind::Comma | Kind::Auxiliary)
                        });
                    let head = self.item(first)?;
                    return (opens && !head.trigger && self.agrees(verb, head)).then_some((first, false));
                }
                _ => return None,
            }
        }
        None
    }

    /// The first member of the list that the phrase ends, over what belongs to the members («القوات في البلاد والشرطة»).
    pub(super) fn list_head(&self, index: usize) -> usize {
        let mut first = index;
        let mut at = index;
        while self.item(at).is_some_and(|this| this.joined || this.prep != Prep::None)
            && let Some(previous) = at.checked_sub(1)
            && self.item(previous).is_some_and(|p| p.kind == Kind::Phrase)
        {
            at = previous;
            if self.item(at).is_some_and(Item::is_bare) {
                first = at;
            }
        }
        first
    }

    /// Whether the phrase is an indefinite noun that the verb right after it describes.
    pub(super) fn is_indefinite_head(&self, index: usize, verb: usize) -> bool {
        let (Some(item), Some(next)) = (self.item(index), self.item(verb)) else {
            return false;
        };
        let opens = index
            .checked_sub(1)
            .and_then(|before| self.item(before))
            .is_none_or(|before| matches!(before.kind, Kind::Stop));
        index + 1 == verb
            && !next.joined
            && !item.definite
            && item.name.is_none()
            && !item.class.has(Class::QUANTITY)
            && (item.prep != Prep::None || !opens)
            && (item.trigger
                || item.class.acts()
                || item.class.any(Class::DOCUMENT.with(Class::EVENT).with(Class::MEDIA)))
            && item.end <= next.start
            && item.end + 1 >= next.start
            && !self
                .findings
                .morphology
                .best(item.end.saturating_sub(1))
                .features
                .has(Features::DEFINITE)
    }

    /// Whether a preposition with a pronoun follows the verb: the antecedent is not its subject («الحوار الذي دعا إليه الرئيس»).
    pub(super) fn resumes(&self, verb: usize) -> bool {
        self.items
            .iter()
            .skip(verb + 1)
            .take(2)
            .any(|item| item.kind == Kind::Phrase && item.prep != Prep::None && item.class.has(Class::PRONOUN))
    }
}
