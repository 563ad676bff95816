//! What the chooser of days is told of a day that the text names, for an event anywhere in it.

use super::age::{Age, age, length};
use super::beside::is_of_words;
use super::named::{TIMES, around, dated};
use super::relation::{Relation, loudest};
use super::{Chances, Facts};
use crate::document::{Days, EventStatus};
use crate::events::Findings;
use crate::events::days::{in_title, section};
use crate::events::draft::Draft;
use crate::events::fact::{fact, rough};
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

/// Where a day is named around an event, in sentences from it.
#[derive(Debug, Default)]
struct Near {
    /// Any day is named in the sentence of the event.
    here: bool,
    /// How often this one is.
    count: usize,
    /// How many sentences before, at least; none is the sentence itself.
    before: Option<usize>,
    after: Option<usize>,
    /// The same, in the paragraph of the event.
    para: Option<usize>,
    /// No other is named between.
    last: bool,
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
        let mut facts = Facts::new();
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

    /// Where a day is named around an event.
    fn near(&self, draft: &Draft, days: Days) -> Near {
        let (sentence, own) = (draft.sentence, section(self.findings, draft.event.trigger));
        let mut near = Near::default();
        for (at, section, other) in around(&self.times, |(at, ..)| *at <= sentence) {
            let same = *other == days;
            near.here |= *at == sentence;
            if *at < sentence {
                near.last = same;
            }
            if !same {
                continue;
            }
            near.count += 1;
            let nearest = |known: Option<usize>, apart: usize| Some(known.map_or(apart, |known| known.min(apart)));
            match sentence.checked_sub(*at) {
                Some(apart) => {
                    near.before = nearest(near.before, apart);
                    if *section == own {
                        near.para = nearest(near.para, apart);
                    }
                }
                None => near.after = nearest(near.after, at - sentence),
            }
        }
        near
    }

    fn leaning_at(&self, days: Days, near: &Near) -> Leaning {
        Leaning {
            age: age(self.findings.published_at, days) as u8,
            top: self.top == Some(days),
            para: near.para.map_or(5, |apart| apart.min(4) as u8),
        }
    }

    /// What of a day decides how far to lean on the first model.
    pub(super) fn leaning(&self, number: usize, days: Days) -> Leaning {
        let near = self.drafts.get(number).map(|draft| self.near(draft, days));
        self.leaning_at(days, &near.unwrap_or_default())
    }

    /// The facts of a day, as far as they do not lean on the first model.
    pub(super) fn plain(&self, number: usize, days: Days) -> Facts {
        self.drafts
            .get(number)
            .map_or_else(Facts::new, |draft| self.plain_at(draft, days, &self.near(draft, days)))
    }

    fn plain_at(&self, draft: &Draft, days: Days, near: &Near) -> Facts {
        let mut facts = Facts::new();
        let title = in_title(self.findings, draft.event.trigger);
        let sentence = draft.sentence;
        let (age, length): (Age, _) = (age(self.findings.published_at, days), length(days));
        if !near.here {
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
        facts.show(fact!("count"), near.count.min(3));
        facts.show(fact!("before"), near.before.map(rough));
        facts.show(fact!("after"), near.after.map(rough));
        facts.show(fact!("para"), self.leaning_at(days, near).para);
        if near.last {
            facts.show(fact!("last"), true);
            facts.show(fact!("last+alone"), near.here);
            facts.show(fact!("last+age"), age);
        }
        facts
    }

    /// The same with what leans on it.
    pub(super) fn day(&self, number: usize, days: Days, chances: &[Chances], told: &[(Relation, usize)]) -> Facts {
        let Some(draft) = self.drafts.get(number) else {
            return Facts::new();
        };
        let near = self.near(draft, days);
        let mut facts = self.plain_at(draft, days, &near);
        let Leaning { age, top, para } = self.leaning_at(days, &near);
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
