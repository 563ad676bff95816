//! The trained chooser of days: which of the days that a text names an event is of.
//!
//! «القضاء يبحث مقتل مصلين بضربة … وصرح النائب الخميس … الضربة التي نفذت الأربعاء» (judges look into the death of worshippers by a strike … the
//! deputy said on Thursday … the strike, which came on Wednesday): the killing in the headline is of Wednesday, the day that the text has for
//! the same raid further on, and not of the first day it names.
//!
//! Two linear models. The first weighs the times of a sentence beside each of its triggers ([`beside`]): order, distance, what stands
//! between, the way in the tree. The second weighs all days named near ([`across`]): what the first said of the event's own sentence, and
//! what it said of other events that may tell of the same happening, follow in the paragraph, or lead the article. Without
//! weights the rules of [`super::days`] stand. The weights are written by `python/training/days`; see `docs/model-card.md`.
//!
//! Not handled: days reckoned from another event («بعد يومين من الهجوم»); a stretch that two days of the text bound.

mod across;
mod age;
mod beside;
mod named;
mod relation;
mod training;

use super::Findings;
use super::days::argument;
use super::draft::Draft;
use super::fact::{Hash, Value};
use crate::document::{ArgumentRole, Days, EventStatus};
use crate::error::Error;
use crate::reader::{File, damaged};
use crate::syntax::Tree;
use crate::text::Span;
use across::Across;
use beside::Beside;
use named::{dated, named_days};
use relation::told as related;
pub(super) use training::told;
pub use training::{DatedEvent, DayCandidate};

/// Buckets of each table of facts.
const BUCKETS: u32 = 1 << 12;

/// A set of facts, as numbers of buckets.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts(pub(super) Vec<u16>);

impl Facts {
    /// An empty set with room for what is mostly told.
    fn new() -> Self {
        Self(Vec::with_capacity(48))
    }

    fn show(&mut self, name: Hash, value: impl Value) {
        self.0.push(name.showing(&value).among(BUCKETS));
    }
}

/// The weights.
#[derive(Debug)]
pub(super) struct DayModel {
    beside: Vec<f32>,
    across: Vec<f32>,
    /// Least probability of a day.
    least: f32,
}

/// A time of the sentence of an event.
struct Timed {
    days: Days,
    span: Span,
    facts: Facts,
}

/// What the first model weighs of an event: that none of the times is its own, and each of them.
struct Own {
    none: Facts,
    times: Vec<Timed>,
}

/// How likely the times of its sentence are those of an event.
#[derive(Debug, Clone, Default)]
struct Chances {
    /// Each day with its probability and where the likeliest time stands that names it.
    days: Vec<(Days, f32, Span)>,
}

impl Chances {
    fn of(&self, days: Days) -> f32 {
        let known = self.days.iter().find(|(other, ..)| *other == days);
        known.map_or(0.0, |(_, chance, _)| *chance)
    }

    fn best(&self) -> f32 {
        self.days.iter().map(|(_, chance, _)| *chance).fold(0.0, f32::max)
    }
}

impl DayModel {
    /// Reads a file of weights.
    pub(super) fn new(bytes: &[u8]) -> Result<Self, Error> {
        let file = File::open(bytes)?;
        let row = |name: &str| -> Result<Vec<f32>, Error> {
            Ok(file.table(name)?.shaped(name, Some(1), BUCKETS as usize)?.to_floats())
        };
        let [least] = file.vector("days.least", 1)?[..] else {
            return Err(damaged("days.least"));
        };
        Ok(Self {
            beside: row("days.beside")?,
            across: row("days.across")?,
            least,
        })
    }

    /// Chooses the days of all events.
    pub(super) fn date(&self, findings: Findings<'_>, drafts: &mut [Draft]) {
        let chances: Vec<Chances> = own(findings, drafts)
            .iter()
            .map(|own| own.as_ref().map_or_else(Chances::default, |own| self.weigh_own(own)))
            .collect();
        let across = Across::new(findings, drafts);
        let mut chosen: Vec<Option<Days>> = Vec::with_capacity(drafts.len());
        for (number, draft) in drafts.iter().enumerate() {
            let days = candidates(findings, draft);
            let told = related(findings, drafts, number);
            let mut sums = vec![self.sum(&self.across, &across.none(number, &chances, &told))];
            sums.extend(
                days.iter()
                    .map(|days| self.sum(&self.across, &across.day(number, *days, &chances, &told))),
            );
            let best = (1..sums.len()).max_by(|a, b| {
                sums.get(*a)
                    .partial_cmp(&sums.get(*b))
                    .unwrap_or(std::cmp::Ordering::Equal)
            });
            let probability = best
                .and_then(|best| softmax(&sums).get(best).copied())
                .unwrap_or_default();
            let best = best.and_then(|best| days.get(best - 1).copied());
            chosen.push(best.filter(|_| probability >= self.least));
        }
        for ((draft, days), chances) in drafts.iter_mut().zip(chosen).zip(&chances) {
            draft.event.when = days;
            draft
                .event
                .arguments
                .retain(|argument| argument.role != ArgumentRole::Time);
            let here = days.and_then(|days| chances.days.iter().find(|(other, ..)| *other == days));
            draft.event.arguments.extend(here.map(|(_, _, span)| argument(*span)));
        }
    }

    fn weigh_own(&self, own: &Own) -> Chances {
        let mut sums = vec![self.sum(&self.beside, &own.none)];
        sums.extend(own.times.iter().map(|time| self.sum(&self.beside, &time.facts)));
        let mut chances = Chances::default();
        let mut best: Vec<f32> = Vec::new();
        for (time, chance) in own.times.iter().zip(softmax(&sums).into_iter().skip(1)) {
            let known = chances.days.iter().position(|(days, ..)| *days == time.days);
            let known = known.and_then(|at| Some((chances.days.get_mut(at)?, best.get_mut(at)?)));
            if let Some(((_, sum, span), best)) = known {
                *sum += chance;
                if chance > *best {
                    (*best, *span) = (chance, time.span);
                }
            } else {
                chances.days.push((time.days, chance, time.span));
                best.push(chance);
            }
        }
        chances
    }

    fn sum(&self, table: &[f32], facts: &Facts) -> f32 {
        let weight = |bucket: &u16| table.get(usize::from(*bucket)).copied().unwrap_or_default();
        facts.0.iter().map(weight).sum()
    }
}

fn softmax(sums: &[f32]) -> Vec<f32> {
    let largest = sums.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = sums.iter().map(|sum| (sum - largest).exp()).collect();
    let total: f32 = powers.iter().sum();
    powers.into_iter().map(|power| power / total).collect()
}

/// Days that an event may be of. What has happened is of no day to come.
fn candidates(findings: Findings<'_>, draft: &Draft) -> Vec<Days> {
    let to_come = |days: &Days| findings.published_at.is_some_and(|published| days.first > published);
    let mut days = named_days(findings, draft.event.trigger);
    days.retain(|days| draft.event.status != EventStatus::Occurred || !to_come(days));
    days
}

/// What the first model weighs of each event whose sentence has times.
fn own(findings: Findings<'_>, drafts: &[Draft]) -> Vec<Option<Own>> {
    let mut tree: Option<(usize, Tree<'_>)> = None;
    let triggers: Vec<usize> = drafts
        .iter()
        .map(|draft| findings.text.token_at(draft.event.trigger.start))
        .collect();
    drafts
        .iter()
        .map(|draft| {
            let sentence = findings.text.sentences.get(draft.sentence)?.span;
            let times: Vec<(Days, Span)> = dated(findings, sentence).collect();
            if times.is_empty() {
                return None;
            }
            if tree.as_ref().is_none_or(|(known, _)| *known != draft.sentence) {
                let tokens = findings.text.sentence_tokens(draft.sentence);
                tree = Some((draft.sentence, Tree::over(findings.tokens, tokens)));
            }
            let (_, tree) = tree.as_ref()?;
            let beside = Beside::new(findings, tree, draft, &triggers, &times);
            Some(Own {
                none: beside.none(),
                times: times
                    .iter()
                    .map(|(days, span)| Timed {
                        days: *days,
                        span: *span,
                        facts: beside.time(*days, *span),
                    })
                    .collect(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Date;
    use crate::events::fact::fact;

    fn day(day: u32) -> Days {
        let date = Date::new(2020, 6, day).unwrap();
        Days {
            first: date,
            last: date,
        }
    }

    fn timed(at: u32, on: u32, fact: u16) -> Timed {
        Timed {
            days: day(on),
            span: Span { start: at, end: at + 4 },
            facts: Facts(vec![fact]),
        }
    }

    #[test]
    fn buckets_are_those_of_training() {
        // A test of the training has the same numbers.
        let mut facts = Facts::default();
        facts.show(fact!("told+own"), (1_u8, 2_u8, 5_u8));
        facts.show(fact!("own+has"), (3_u8, true));
        assert_eq!(facts.0, [312, 3630]);
    }

    #[test]
    fn one_day_named_twice_counts_twice_and_stands_where_it_is_likeliest() {
        let model = DayModel {
            beside: vec![0.0, 1.0, 3.0],
            across: Vec::new(),
            least: 0.2,
        };
        let own = Own {
            none: Facts(vec![0]),
            times: vec![timed(10, 8, 1), timed(20, 9, 1), timed(30, 8, 2)],
        };
        let chances = model.weigh_own(&own);
        assert_eq!(chances.days.len(), 2);
        assert!(chances.of(day(8)) > 0.75 && chances.of(day(9)) < 0.15);
        assert!((chances.best() - chances.of(day(8))).abs() < f32::EPSILON);
        assert_eq!(chances.days.first().map(|(.., span)| span.start), Some(30));
        assert!(chances.of(day(1)).abs() < f32::EPSILON);
    }

    #[test]
    fn damaged_weights_are_refused() {
        assert!(DayModel::new(b"nothing").is_err());
    }
}
