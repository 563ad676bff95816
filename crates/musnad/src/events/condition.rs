//! Whether the conditions of a row of the trigger lexicon hold at an item.

use super::class::Class;
use super::item::{Item, Kind};
use super::lexicon::{Condition, FINITE, PARTICIPLE, Row};
use super::trigger::{TriggerFinder, after, part_of};
use crate::morphology::{Analysis, Features};

impl TriggerFinder<'_, '_> {
    pub(super) fn holds(&self, row: &Row, items: &[Item], index: usize, reading: Analysis) -> bool {
        row.frame
            .iter()
            .all(|condition| self.condition(condition, items, index, reading))
    }

    /// The same, but for company that may be named elsewhere, a preposition after a noun, a pronoun for the object («إسقاطها»), and a participle of circumstance
    /// that is no accusative of the singular («منددين»).
    pub(super) fn may_hold(&self, row: &Row, items: &[Item], index: usize, reading: Analysis) -> bool {
        row.frame.iter().all(|condition| {
            condition.is_contextual()
                || part_of(reading) != FINITE && matches!(condition, Condition::Prep(_))
                || reading.suffix > 0 && matches!(condition, Condition::Object(_))
                || part_of(reading) == PARTICIPLE && matches!(condition, Condition::Circumstance)
                || self.condition(condition, items, index, reading)
        })
    }

    pub(super) fn condition(&self, condition: &Condition, items: &[Item], index: usize, reading: Analysis) -> bool {
        let part = part_of(reading);
        let (text, morphology) = (self.findings.text, self.findings.morphology);
        let Some(item) = items.get(index) else { return false };
        let reach = if part == FINITE { 7 } else { 4 };
        let following =
            |reach: usize| (item.start + 1..item.start + 1 + reach).take_while(|at| *at < text.tokens.len());
        match condition {
            Condition::Prep(preps) => after(items, index).take(6).any(|item| preps.contains(&item.prep)),
            Condition::NoPrep(prep) => !after(items, index).take(2).any(|item| item.prep == *prep),
            Condition::Object(words) => following(reach).any(|at| words.has(text, morphology, at)),
            Condition::Far(words) => following(14).any(|at| words.has(text, morphology, at)),
            Condition::NoObject(words) => !following(3).any(|at| words.has(text, morphology, at)),
            Condition::NotNext(words) => reading.suffix > 0 || !following(1).any(|at| words.has(text, morphology, at)),
            Condition::Subject(words) => Self::near(items, index).any(|other| {
                // «طوقت الشرطة المتظاهرين»: no nominative, no subject.
                let object = part == FINITE && other.start > item.start && text.key(other.start).ends_with("ين");
                !object && (other.start..other.end).any(|at| words.has(text, morphology, at))
            }),
            Condition::ObjectClass(class) => after(items, index)
                .take(3)
                .any(|item| item.is_bare() && item.class.any(*class)),
            Condition::SubjectClass(class) => Self::near(items, index).any(|item| item.class.any(*class)),
            Condition::Fighting => self.fighting,
            Condition::Political => {
                let before = items
                    .get(index.saturating_sub(4)..index)
                    .unwrap_or_default()
                    .iter()
                    .rev()
                    .take_while(|item| item.kind != Kind::Stop);
                before.chain(after(items, index).take(4)).any(|item| {
                    item.class.any(
                        Class::ORG
                            .with(Class::GPE)
                            .with(Class::PERSON)
                            .with(Class::OFFICIAL)
                            .with(Class::ARMED)
                            .with(Class::CROWD),
                    )
                })
            }
            Condition::Harm => after(items, index)
                .take(2)
                .any(|item| item.class.any(Class::HUMAN.with(Class::KILLED).with(Class::INJURED))),
            Condition::Crowd => Self::near(items, index).any(|item| item.class.any(Class::CROWD)),
            Condition::Person => {
                Self::near(items, index).any(|item| item.class.any(Class::PERSON.with(Class::OFFICIAL)))
            }
            Condition::Visit => {
                following(14).any(|at| matches!(text.stem_key(at, morphology.best(at)), "زياره" | "زيارت"))
            }
            Condition::NotBefore(words) => {
                !(item.start.saturating_sub(4)..item.start).any(|at| words.has(text, morphology, at))
            }
            Condition::Before(words) => {
                (item.start.saturating_sub(4)..item.start).any(|at| words.has(text, morphology, at))
            }
            Condition::Perfect => reading.features.has(Features::PERFECT),
            Condition::Plural => reading.features.has(Features::PLURAL),
            Condition::Genitive => {
                reading.suffix > 0
                    || !item.definite
                        && items
                            .get(index + 1)
                            .is_some_and(|next| next.is_bare() && !next.joined && next.start == item.start + 1)
            }
            Condition::Weak => false,
            Condition::Circumstance => {
                reading.features.has(Features::ACCUSATIVE) && reading.features.has(Features::SINGULAR)
            }
            Condition::Attempt => following(8).any(|at| {
                matches!(
                    text.stem_key(at, morphology.best(at)),
                    "هجوم"
                        | "هجمات"
                        | "محاوله"
                        | "محاولات"
                        | "عمليه"
                        | "عمليات"
                        | "مخطط"
                        | "مخططا"
                        | "تهريب"
                        | "تسلل"
                        | "اعتداء"
                        | "تفجير"
                        | "انقلاب"
                )
            }),
            Condition::Cyber => following(8).any(|at| {
                // In a report of fighting a «موقع» is a position, not a site.
                let stem = text.stem_key(at, morphology.best(at));
                matches!(stem, "موقع" | "مواقع") && !self.fighting
                    || matches!(
                        stem,
                        "خوادم"
                            | "خادم"
                            | "بريد"
                            | "حساب"
                            | "حسابات"
                            | "شبكه"
                            | "شبكات"
                            | "بيانات"
                            | "انظمه"
                            | "هاتف"
                            | "هواتف"
                    )
            }),
        }
    }

    /// The bare phrases next to a verb on both sides.
    pub(super) fn near(items: &[Item], index: usize) -> impl Iterator<Item = &Item> {
        let before = items
            .get(..index)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(3)
            .take_while(|item| !matches!(item.kind, Kind::Stop | Kind::Verb));
        after(items, index).take(2).chain(before).filter(|item| item.is_bare())
    }
}
