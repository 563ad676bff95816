//! What the chooser of days is told of a day that the text names, for an event anywhere in it.

use super::age::{Age, age, length};
use super::beside::{is_of_words, rough};
use super::named::{TIMES, around, dated};
use super::relation::{Relation, loudest};
use super::{Chances, Facts};
use crate::document::{Days, EventStatus};
use crate::events::Findings;
use crate::events::days::{in_title, section};
use crate::events::draft::Draft;
use crate::events::fact::fact;
use crate::events::lexicon::FINITE;

/// All of a text.
pub(super) struct Across<'a> {
    findings: Findings<'a>,
    drafts: &'a [Draft],
    /// Times that name days, in order: sentence, section, days.
    times: Vec<(usize, usize, Days)>,
    /// The first days named under the title.
    first: Option<Days>,
    /// The day that is named most often.
    top: Option<Days>,
}

/// What of a day decides how far the chooser leans on the first model.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leaning {
    pub(super) age: u8,
    pub(super) top: bool,
    pub(super) para: u8,
}

/// A probability on a rough scale.
fn scale(chance: f32) -> u8 {
    [0.05, 0.2, 0.4, 0.6, 0.8]
        .iter()
        .map(|step| u8::from(chance >= *step))
        .sum()
}

impl<'a> Across<'a> {
    pub(super) fn new(findings: Findings<'a>, drafts: &'a [Draft]) -> Self {
        let text = findings.text;
        let mut times = Vec::new();
        let mut first = None;
        for time in findings.times {
            for (days, span) in dated(findings, time.span) {
                let sentence = text.sentence_of(text.token_at(span.start));
                times.push((sentence, section(findings, span), days));
                if first.is_none() && !in_title(findings, span) {
                    first = Some(days);
                }
            }
        }
        let mut counts: Vec<(Days, usize)> = Vec::new();
        for (.., days) in times
            .iter()
            .filter(|(.., days)| days.first == days.last)
            .take(2 * TIMES)
        {
            match counts.iter_mut().find(|(known, _)| known == days) {
                Some((_, count)) => *count += 1,
                None => counts.push((*days, 1)),
            }
        }
        let most = counts.iter().map(|(_, count)| *count).max();
        Self {
            findings,
            drafts,
            times,
            first,
            top: counts
                .into_iter()
                .find(|(_, count)| Some(*count) == most)
                .map(|(days, _)| days),
        }
    }

    /// The facts of no day being the event's, as far as they do not lean on the first model.
    pub(super) fn plain_none(&self, number: usize) -> Facts {
        let mut facts = Facts::default();
        let Some(draft) = self.drafts.get(number) else {
            return facts;
        };
        facts.show(fact!("none"), draft.part);
        facts.show(fact!("none+status"), draft.event.status);
        facts.show(fact!("none+kind"), draft.event.event_type);
        facts.show(fact!("none+title"), in_title(self.findings, draft.event.trigger));
        facts
    }

    /// The same with what leans on it.
    pub(super) fn none(&self, number: usize, chances: &[Chances], told: &[(Relation, usize)]) -> Facts {
        let mut facts = self.plain_none(number);
        let best = |at: usize| chances.get(at).map_or(0.0, Chances::best);
        let own = scale(best(number));
        facts.show(fact!("none+own"), own);
        facts.show(
            fact!("none+own+part"),
            (own, self.drafts.get(number).map_or(0, |draft| draft.part)),
        );
        for (relation, chance) in loudest(told, best) {
            facts.show(fact!("none+told"), (relation as u8, scale(chance)));
        }
        facts
    }

    /// What of a day decides how far to lean on the first model.
    pub(super) fn leaning(&self, number: usize, days: Days) -> Leaning {
        let draft = self.drafts.get(number);
        let own = draft.map_or(0, |draft| section(self.findings, draft.event.trigger));
        let sentence = draft.map_or(0, |draft| draft.sentence);
        let named = around(&self.times, |(at, ..)| *at <= sentence)
            .filter(|(at, section, other)| *other == days && *section == own && *at <= sentence);
        Leaning {
            age: age(self.findings.published_at, days) as u8,
            top: self.top == Some(days),
            para: named.map(|(at, ..)| (sentence - at).min(4) as u8).min().unwrap_or(5),
        }
    }

    /// The facts of a day, as far as they do not lean on the first model.
    pub(super) fn plain(&self, number: usize, days: Days) -> Facts {
        let mut facts = Facts::default();
        let Some(draft) = self.drafts.get(number) else {
            return facts;
        };
        let title = in_title(self.findings, draft.event.trigger);
        let sentence = draft.sentence;
        let (age, length): (Age, _) = (age(self.findings.published_at, days), length(days));
        let near = || around(&self.times, |(at, ..)| *at <= sentence);
        if !near().any(|(at, ..)| *at == sentence) {
            facts.show(fact!("alone"), true);
            facts.show(fact!("alone+age"), (age, length));
            facts.show(fact!("alone+title"), (title, age));
        }
        facts.show(fact!("age"), (age, length));
        facts.show(fact!("age+status"), (age, length, draft.event.status));
        facts.show(fact!("age+title"), (age, length, title));
        facts.show(fact!("age+part"), (age, draft.part));
        facts.show(fact!("age+words"), (age, is_of_words(draft.event.event_type)));
        if self.first == Some(days) {
            facts.show(fact!("first"), true);
            facts.show(fact!("first+title"), title);
            facts.show(fact!("first+lead"), sentence <= 2);
        }
        if self.top == Some(days) {
            facts.show(fact!("top"), true);
            facts.show(fact!("top+title"), title);
        }
        let of_day = || near().filter(|(.., other)| *other == days).map(|(at, ..)| *at);
        facts.show(fact!("count"), of_day().count().min(3));
        let before = of_day().filter_map(|at| sentence.checked_sub(at)).min().map(rough);
        let after = of_day()
            .filter(|at| *at > sentence)
            .map(|at| at - sentence)
            .min()
            .map(rough);
        facts.show(fact!("before"), before);
        facts.show(fact!("after"), after);
        facts.show(fact!("para"), self.leaning(number, days).para);
        let last = near().filter(|(at, ..)| *at < sentence).last();
        if last.is_some_and(|(.., other)| *other == days) {
            facts.show(fact!("last"), true);
            facts.show(fact!("last+alone"), near().any(|(at, ..)| *at == sentence));
            facts.show(fact!("last+age"), age);
        }
        facts
    }

    /// The same with what leans on it.
    pub(super) fn day(&self, number: usize, days: Days, chances: &[Chances], told: &[(Relation, usize)]) -> Facts {
        let mut facts = self.plain(number, days);
        let Some(draft) = self.drafts.get(number) else {
            return facts;
        };
        let Leaning { age, top, para } = self.leaning(number, days);
        let own = chances.get(number);
        let chance = scale(own.map_or(0.0, |own| own.of(days)));
        let best = scale(own.map_or(0.0, Chances::best));
        let has = own.is_some_and(|own| !own.days.is_empty());
        let title = in_title(self.findings, draft.event.trigger);
        facts.show(fact!("own"), chance);
        facts.show(fact!("own+has"), (chance, has));
        facts.show(
            fact!("own+status"),
            (chance, draft.event.status == EventStatus::Occurred),
        );
        facts.show(fact!("own+age"), (chance, age));
        facts.show(fact!("own+para"), (para, best));
        if top {
            facts.show(fact!("own+top"), best);
        }
        for (relation, said) in loudest(told, |other| chances.get(other).map_or(0.0, |chances| chances.of(days))) {
            let (relation, said) = (relation as u8, scale(said));
            facts.show(fact!("told"), (relation, said));
            facts.show(fact!("told+own"), (relation, said, best));
            if title {
                facts.show(fact!("told+title"), (relation, said));
            }
            if relation <= Relation::Party as u8 && draft.part != FINITE {
                facts.show(fact!("told+noun"), (relation, said));
            }
        }
        facts
    }
}
