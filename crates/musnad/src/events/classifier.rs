//! The trained classifier of triggers: is the word told as an event here, and of which type.
//!
//! «المعركة ضد الفقر» (the battle against poverty) and «المعركة في سرت» (the battle in Sirte) hold the same word; the lexicon proposes both,
//! the classifier weighs the state that the learned reader has of the word together with the facts of [`super::bag`]. One hidden layer,
//! and a direct way from the facts to the outcome. Without weights, or where the reader did not run, the lexicon decides alone.
//!
//! The weights are written by `python/training/triggers`; see `docs/model-card.md`.

use super::bag::{BUCKETS, Bag};
use super::lexicon::FINITE;
use super::trigger::{Ground, Trigger};
use crate::document::{EventMode, EventStatus, EventType};
use crate::error::Error;
use crate::reader::{File, Projection, damaged};

/// The outcomes: nothing told, and the types in this order.
const TYPES: [EventType; 16] = [
    EventType::Agree,
    EventType::Consult,
    EventType::Support,
    EventType::Concede,
    EventType::Cooperate,
    EventType::Aid,
    EventType::Retreat,
    EventType::Request,
    EventType::Accuse,
    EventType::Reject,
    EventType::Threaten,
    EventType::Protest,
    EventType::Sanction,
    EventType::Mobilize,
    EventType::Coerce,
    EventType::Assault,
];
const OUTCOMES: usize = TYPES.len() + 1;

/// The weights.
#[derive(Debug)]
pub(crate) struct TriggerModel {
    hidden: usize,
    /// For each bucket what it adds to the hidden layer and to the outcomes.
    facts: Vec<f32>,
    bias: Vec<f32>,
    /// For each outcome the weights of the hidden layer.
    out: Vec<f32>,
    /// What the logits are divided by.
    temperature: f32,
    /// Least probability of an event: of an attack in a text of fighting, of an attack or protest in passing, of the other types, of a word whose row
    /// wants other company.
    thresholds: [f32; 4],
}

/// What the classifier says of a trigger.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
    /// Probability that an event is told.
    pub(super) told: f32,
    /// The likeliest type, and its probability.
    pub(super) kind: EventType,
    pub(super) kind_probability: f32,
}

/// How an attack or a protest is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Telling {
    /// The text tells of such things here and there; one that does not mentions them mostly in passing.
    pub(super) common: bool,
    /// A verb says who did it, or that it broke out.
    pub(super) plain: bool,
    /// The sentence tells of what somebody has said or agreed: «اتهم الوزير الجماعة بالهجوم», «بحث الرئيسان تفجيرات الأسبوع الماضي».
    pub(super) beside: bool,
}

/// Least probability of an attack that a noun names beside words of others about it.
const BESIDE: f32 = 0.99;

impl TriggerModel {
    /// Reads a file of weights, with the projection that the reader is to compute; states have `state` numbers.
    pub(crate) fn new(bytes: &[u8], state: usize) -> Result<(Self, Projection), Error> {
        let file = File::open(bytes)?;
        let bias = file.floats("trigger.bias")?;
        let hidden = bias
            .len()
            .checked_sub(OUTCOMES)
            .ok_or_else(|| damaged("trigger.bias is too short"))?;
        let facts = file
            .table("trigger.facts")?
            .shaped("trigger.facts", Some(BUCKETS as usize), hidden + OUTCOMES)?;
        let out = file
            .table("trigger.out")?
            .shaped("trigger.out", Some(OUTCOMES), hidden)?;
        let projection = Projection::read(&file, "trigger.state", hidden, state)?;
        let numbers = file.vector("trigger.numbers", 5)?;
        let Some((temperature, thresholds)) = numbers.split_first() else {
            return Err(damaged("trigger.numbers"));
        };
        let temperature = temperature.max(0.01);
        let thresholds = <[f32; 4]>::try_from(thresholds).map_err(|_| damaged("trigger.numbers"))?;
        Ok((
            Self {
                hidden,
                facts: facts.to_floats(),
                bias,
                out: out.to_floats(),
                temperature,
                thresholds,
            },
            projection,
        ))
    }

    /// Least probability at which a proposed word is taken for an event. What is announced, demanded or denied is not told as done anyway.
    pub(super) fn threshold(&self, trigger: &Trigger<'_>, telling: Telling, status: EventStatus) -> f32 {
        let [of_fighting, in_passing, other, of_word] = self.thresholds;
        let least = match (status, trigger.row.kind) {
            (EventStatus::Negated, _) => other * 0.5,
            // «فجر نفسه»: nobody blows himself up in a figure.
            _ if trigger.part == FINITE && trigger.row.mode == Some(EventMode::SuicideAttack) => other * 0.5,
            (EventStatus::Planned | EventStatus::Demanded, _) => other,
            (_, EventType::Assault) if telling.common => of_fighting,
            (_, EventType::Protest) if telling.common => other,
            (_, EventType::Assault) if telling.beside && trigger.part != FINITE => in_passing.max(BESIDE),
            (_, EventType::Assault) if telling.plain => f32::midpoint(of_fighting, in_passing),
            (_, EventType::Protest) if telling.plain => other,
            (_, EventType::Assault | EventType::Protest) => in_passing,
            _ => other,
        };
        match trigger.ground {
            Ground::Frame => least,
            Ground::Word | Ground::Kin => least.max(of_word),
        }
    }

    /// Whether a word tells of what somebody has said or agreed: an attack beside it is mostly what they speak of.
    pub(super) fn tells_of_words(&self, trigger: &Trigger<'_>, verdict: Verdict) -> bool {
        let [_, _, other, _] = self.thresholds;
        let words = matches!(
            trigger.row.kind,
            EventType::Accuse
                | EventType::Consult
                | EventType::Support
                | EventType::Agree
                | EventType::Threaten
                | EventType::Reject
                | EventType::Concede
                | EventType::Aid
        );
        words && trigger.ground == Ground::Frame && verdict.told >= other
    }

    /// Weighs a trigger; `state` is the projected state of its token.
    pub(super) fn weigh(&self, state: &[f32], bag: &Bag) -> Option<Verdict> {
        if state.len() != self.hidden {
            return None;
        }
        let mut sums = self.bias.clone();
        for (sum, value) in sums.iter_mut().zip(state) {
            *sum += value;
        }
        let width = sums.len();
        for bucket in &bag.buckets {
            let start = usize::from(*bucket) * width;
            for (sum, value) in sums.iter_mut().zip(self.facts.get(start..start + width)?) {
                *sum += value;
            }
        }
        let (hidden, outcomes) = sums.split_at_mut_checked(self.hidden)?;
        for value in hidden.iter_mut() {
            *value = value.max(0.0);
        }
        for (outcome, weights) in outcomes.iter_mut().zip(self.out.chunks_exact(self.hidden.max(1))) {
            *outcome += hidden
                .iter()
                .zip(weights)
                .map(|(value, weight)| value * weight)
                .sum::<f32>();
            *outcome /= self.temperature;
        }
        let largest = outcomes.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let total: f32 = outcomes.iter().map(|logit| (logit - largest).exp()).sum();
        let probability = |logit: f32| (logit - largest).exp() / total;
        let (none, types) = outcomes.split_first()?;
        let (kind, logit) =
            TYPES
                .iter()
                .zip(types)
                .fold((EventType::Assault, f32::NEG_INFINITY), |best, (kind, logit)| {
                    if *logit > best.1 { (*kind, *logit) } else { best }
                });
        Some(Verdict {
            told: 1.0 - probability(*none),
            kind,
            kind_probability: probability(logit),
        })
    }
}
