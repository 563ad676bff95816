//! What the chooser of days is told of a time beside a trigger of its sentence.

use super::Facts;
use super::age::{Age, Length, age, length};
use crate::document::{ArgumentRole, Days, EventStatus, EventType};
use crate::events::Findings;
use crate::events::days::{is_marked, is_since};
use crate::events::draft::Draft;
use crate::events::fact::{fact, rough};
use crate::events::path::Path;
use crate::events::relation::Relation;
use crate::syntax::Tree;
use crate::text::Span;

/// Whether a type is of words rather than deeds.
pub(super) fn is_of_words(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Accuse
            | EventType::Reject
            | EventType::Threaten
            | EventType::Request
            | EventType::Consult
            | EventType::Agree
            | EventType::Support
            | EventType::Concede
            | EventType::Cooperate
    )
}

/// Verbs that report: a time that goes with them is of the saying.
const SAYING: [&str; 24] = [
    "قال",
    "أعلن",
    "ذكر",
    "أفاد",
    "أضاف",
    "أكد",
    "أكّد",
    "أشار",
    "أوضح",
    "صرح",
    "صرّح",
    "نقل",
    "كشف",
    "بين",
    "أعرب",
    "جاء",
    "شدد",
    "لفت",
    "تابع",
    "اعتبر",
    "زعم",
    "ادعى",
    "نفى",
    "أبلغ",
];

/// A trigger with the times of its sentence.
pub(super) struct Beside<'a> {
    findings: Findings<'a>,
    tree: &'a Tree<'a>,
    draft: &'a Draft,
    token: usize,
    /// Tokens of all triggers, in order.
    triggers: &'a [usize],
    /// Times of the sentence from the nearest to the furthest.
    order: Vec<Span>,
    /// The time that the rules take.
    by_rules: Option<Span>,
}

/// What stands between a trigger and a time.
#[derive(Default)]
struct Between {
    tokens: usize,
    commas: usize,
    verbs: usize,
    stop: bool,
    quote: bool,
    clause: bool,
    complement: bool,
    after: bool,
    /// The last word before the time opens it: «بعد», «منذ».
    opens: bool,
}

impl<'a> Beside<'a> {
    pub(super) fn new(
        findings: Findings<'a>,
        tree: &'a Tree<'a>,
        draft: &'a Draft,
        triggers: &'a [usize],
        times: &[(Days, Span)],
    ) -> Self {
        let text = findings.text;
        let token = text.token_at(draft.event.trigger.start);
        let mut order: Vec<(usize, Span)> = times
            .iter()
            .map(|(_, span)| {
                let at = text.token_at(span.start);
                (at.abs_diff(token) + if at > token { 0 } else { 3 }, *span)
            })
            .collect();
        order.sort_by_key(|(distance, span)| (*distance, span.start));
        let mut arguments = draft.event.arguments.iter();
        Self {
            findings,
            tree,
            draft,
            token,
            triggers,
            order: order.into_iter().map(|(_, span)| span).collect(),
            by_rules: arguments
                .find(|argument| argument.role == ArgumentRole::Time)
                .map(|argument| argument.span),
        }
    }

    /// The facts of no time of the sentence being the event's.
    pub(super) fn none(&self) -> Facts {
        let mut facts = Facts::new();
        let event = &self.draft.event;
        facts.show(fact!("none"), self.draft.part);
        facts.show(fact!("none+status"), event.status);
        facts.show(fact!("none+kind"), event.event_type);
        facts.show(fact!("none+rule"), self.by_rules.is_some());
        facts
    }

    /// The facts of a time.
    pub(super) fn time(&self, days: Days, span: Span) -> Facts {
        let mut facts = Facts::new();
        let text = self.findings.text;
        let part = self.draft.part;
        let trigger = self.draft.event.trigger;
        let (first, end) = (text.token_at(span.start), text.tokens_in(span).end);
        let after = span.start >= trigger.end;
        let range = if after { self.token + 1..first } else { end..self.token };
        let between = self.between(range.clone(), after);
        let far = rough(between.tokens);
        let (age, length): (Age, Length) = (age(self.findings.published_at, days), length(days));
        let since = is_since(self.findings, span);
        facts.show(fact!("far"), (after, far));
        facts.show(fact!("far+part"), (after, far, part));
        facts.show(fact!("after"), (between.after, after, part));
        facts.show(fact!("clause"), (between.clause, after));
        facts.show(fact!("commas"), (between.commas.min(2), after));
        facts.show(fact!("stop"), between.stop);
        facts.show(fact!("quote"), (between.quote, after));
        facts.show(fact!("complement"), (between.complement, after));
        facts.show(fact!("opens"), between.opens);
        facts.show(fact!("verbs"), (between.verbs.min(3), after, part));
        let low = self.triggers.partition_point(|token| *token < range.start);
        let others = self
            .triggers
            .partition_point(|token| *token < range.end)
            .saturating_sub(low);
        facts.show(fact!("triggers"), (others.min(3), after));
        facts.show(fact!("triggers+part"), (others.min(3), after, part));
        facts.show(fact!("since"), (since, far));
        facts.show(fact!("marked"), is_marked(self.findings, span));
        facts.show(fact!("age"), (age, length));
        facts.show(fact!("age+status"), (age, length, self.draft.event.status));
        facts.show(fact!("age+part"), (age, part));
        facts.show(fact!("length"), (length, far));
        facts.show(fact!("times"), self.order.len().min(3));
        let rank = self.order.iter().position(|other| *other == span).unwrap_or(2).min(2);
        facts.show(fact!("rank"), rank);
        facts.show(fact!("rank+side"), (rank, after));
        let rule = self.by_rules.map(|by_rules| by_rules == span);
        facts.show(fact!("rule"), rule);
        facts.show(fact!("rule+part"), (rule, part));
        facts.show(fact!("rule+age"), (rule, age));
        self.of_tree(&mut facts, first..end, after);
        facts
    }

    fn between(&self, range: std::ops::Range<usize>, after: bool) -> Between {
        let text = self.findings.text;
        let mut between = Between {
            tokens: range.len(),
            ..Between::default()
        };
        for token in range.clone() {
            let last = after && token + 1 >= range.end;
            match text.word_key(token, self.findings.morphology.best(token)) {
                "بعد" | "عقب" | "اثر" | "قبل" | "منذ" | "غداه" if last => between.opens = true,
                "بعد" | "عقب" | "اثر" | "قبل" | "منذ" | "غداه" => between.after = true,
                "الذي" | "التي" | "الذين" | "بينما" | "فيما" | "حيث" | "رغم" | "حين" | "عندما" =>
                {
                    between.clause = true;
                }
                "ان" | "بان" | "انه" | "انها" | "بانه" | "بانها" => between.complement = true,
                "،" | "," | "-" => between.commas += 1,
                "؛" | ";" | "." | "؟" | "!" => between.stop = true,
                "\"" | "«" | "»" | "“" | "”" => between.quote = true,
                _ => {}
            }
            let word = self.tree.stem(token).and_then(|stem| self.tree.word(stem));
            between.verbs += usize::from(word.is_some_and(|word| word.upos == "VERB"));
        }
        between
    }

    fn of_tree(&self, facts: &mut Facts, time: std::ops::Range<usize>, after: bool) {
        let part = self.draft.part;
        let plain = |word: usize| Relation::of(self.tree, word).plain();
        let ends = self.tree.top(time).zip(self.tree.stem(self.token));
        let way = ends.map(|(time, trigger)| (time, trigger, Path::between(self.tree, time, trigger)));
        let Some((time, trigger, path, meet)) =
            way.and_then(|(time, trigger, path)| Some((time, trigger, path, path.meet?)))
        else {
            facts.show(fact!("no way"), after);
            facts.show(fact!("no way+part"), (after, part));
            return;
        };
        let (ups, downs) = (path.up().len(), path.down().len());
        let via = path.down().last().map_or_else(Relation::default, |via| via.plain());
        let near = downs.min(2);
        let word = self.tree.word(meet);
        let says = word.is_some_and(|word| SAYING.contains(&word.lemma.as_str()));
        facts.show(fact!("way"), (ups, downs));
        facts.show(fact!("way+part"), (ups, downs, part));
        facts.show(fact!("way+via"), (ups, near, via));
        facts.show(fact!("says"), (says, near, via));
        facts.show(fact!("says+side"), (says, near, after, plain(trigger)));
        facts.show(
            fact!("says+words"),
            (says, is_of_words(self.draft.event.event_type), near),
        );
        facts.show(fact!("hangs"), (plain(trigger), downs, after));
        facts.show(fact!("time hangs"), (plain(time), ups));
        facts.show(fact!("meet"), (word.map_or("", |word| word.upos), ups, near));
        facts.show(
            fact!("meet+status"),
            (self.draft.event.status == EventStatus::Occurred, ups, near),
        );
    }
}
