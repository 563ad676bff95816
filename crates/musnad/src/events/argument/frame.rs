//! Subject and object of a finite verb.
//!
//! Arabic puts the verb first: two bare phrases after it are subject and object («قصف الجيش المدينة»); one alone is the subject if it can
//! act, else the object of a hidden subject. A phrase before the verb ([`super::fronted`]) takes the subject's place. Passives that are
//! written like the active are told apart by [`super::verb`].

use super::{ArgumentReader, Party};
use crate::events::class::Class;
use crate::events::item::{Item, Kind};
use crate::events::prep::Prep;
use crate::morphology::{Features, Pos};

/// The subject of a verb and the phrases after it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    /// Item of the subject.
    pub(super) subject: Option<usize>,
    pub(super) object: Option<usize>,
    /// The subject is known from before («وقصفت المدينة»).
    pub(super) dropped: bool,
    /// The subject stands before the verb.
    pub(super) fronted: bool,
}

impl ArgumentReader<'_> {
    /// The first two bare phrases after a verb.
    pub(super) fn bare_after(&self, verb: usize) -> (Option<usize>, Option<usize>) {
        let (mut first, mut second) = (None, None);
        let mut phrases = 0;
        let mut inserted = 0;
        for index in verb + 1..self.items.len() {
            if index < inserted {
                continue;
            }
            let Some(item) = self.item(index) else { break };
            match item.kind {
                // «فتحوا أمس، النار»: the day is no item.
                Kind::Comma if index == verb + 1 => {}
                // «طالبت المنظمة، الاثنين في بيان، السلطات»
                Kind::Comma if self.insertion(index).is_some() => {
                    inserted = self.insertion(index).unwrap_or_default();
                }
                Kind::Phrase => {
                    phrases += 1;
                    // «قتلوا ومئات جرحوا»: what و joins to the verb itself begins another clause.
                    let other = item.joined && item.prep == Prep::None && index == verb + 1;
                    if phrases > 6 || other {
                        break;
                    }
                    let genitive = index > verb + 1
                        && self.item(index - 1).is_some_and(|before| {
                            before.kind == Kind::Phrase
                                && before.trigger
                                && before.end == item.start
                                && !before.definite
                                && !item.joined
                        });
                    // «الجنرال أوديرنو القائد العسكري»: an office behind a person's name is no object.
                    let apposed = !item.joined
                        && item.name.is_none()
                        && item.definite
                        && item.class.any(Class::OFFICIAL.with(Class::HUMAN))
                        && self.item(index - 1).is_some_and(|before| {
                            before.end == item.start && before.class.has(Class::PERSON) && Some(index - 1) == first
                        });
                    if item.prep == Prep::None && !genitive && !apposed {
                        if first.is_none() {
                            first = Some(index);
                        } else if !item.joined {
                            second = Some(index);
                            break;
                        }
                    }
                }
                // A relative clause or a comma after the first phrase: the object may still come, but guessing costs more.
                Kind::Stop | Kind::Clause | Kind::Verb | Kind::Auxiliary | Kind::Comma | Kind::Relative => break,
            }
        }
        (first, second)
    }

    /// The item after a short insertion between commas that opens at an item: times and phrases behind prepositions.
    fn insertion(&self, comma: usize) -> Option<usize> {
        let close = (comma + 1..comma + 5).find(|at| self.item(*at).is_some_and(|item| item.kind == Kind::Comma))?;
        (comma + 1..close)
            .all(|at| {
                self.item(at)
                    .is_some_and(|item| item.kind == Kind::Phrase && item.prep != Prep::None)
            })
            .then_some(close + 1)
    }

    /// Subject and object of the finite verb at an item.
    pub(super) fn frame(&self, verb: usize, passive: bool, transitive: bool) -> Frame {
        let suffixed = self
            .item(verb)
            .is_some_and(|item| self.findings.morphology.best(item.start).suffix > 0);
        let (first, second) = self.bare_after(verb);
        let features = self.item(verb).map_or(Features::NONE, |item| {
            self.findings.morphology.best(item.start).features
        });
        if features.any(Features::FIRST) {
            return Frame {
                subject: None,
                object: first,
                dropped: true,
                ..Frame::default()
            };
        }
        match self.fronted(verb) {
            Some((head, true))
                if first.is_some()
                    && (self.resumes(verb) || !self.item(head).is_some_and(|item| self.agrees(verb, item))) =>
            {
                Frame {
                    subject: first,
                    object: second.or(Some(head)),
                    dropped: false,
                    ..Frame::default()
                }
            }
            Some((head, true)) if suffixed => Frame {
                subject: first,
                object: Some(head),
                dropped: first.is_none(),
                ..Frame::default()
            },
            Some((head, _)) => Frame {
                subject: Some(head),
                object: first,
                dropped: false,
                fronted: true,
            },
            None if suffixed => Frame {
                subject: first,
                object: None,
                dropped: first.is_none(),
                ..Frame::default()
            },
            None if passive => Frame {
                subject: first,
                object: None,
                dropped: first.is_none(),
                ..Frame::default()
            },
            None => match (first, second) {
                // «قتل 27 مهربا»: a number first is what was done, not who did it.
                (Some(only), _)
                    if transitive
                        && self.item(only).is_some_and(|item| {
                            self.counts(item) && !(second.is_some() && item.class.has(Class::CROWD))
                        }) =>
                {
                    Frame {
                        subject: None,
                        object: first,
                        dropped: true,
                        ..Frame::default()
                    }
                }
                (Some(_), Some(_)) => Frame {
                    subject: first,
                    object: second,
                    dropped: false,
                    ..Frame::default()
                },
                (Some(only), None) => {
                    // «يتهمون السلطات»: a verb before its subject is in the singular.
                    let complete = transitive && features.any(Features::PLURAL.with(Features::DUAL))
                        || transitive && self.item(only).is_some_and(|item| !self.agrees(verb, item));
                    let acts = !complete
                        && self
                            .item(only)
                            .is_some_and(|item| item.class.acts() && !item.class.has(Class::QUANTITY) || !transitive);
                    if acts {
                        Frame {
                            subject: first,
                            object: None,
                            dropped: false,
                            ..Frame::default()
                        }
                    } else {
                        Frame {
                            subject: None,
                            object: first,
                            dropped: true,
                            ..Frame::default()
                        }
                    }
                }
                _ => Frame {
                    subject: None,
                    object: None,
                    dropped: true,
                    ..Frame::default()
                },
            },
        }
    }

    /// Whether the phrase is a number of people: rather what was done than who did it.
    pub(super) fn counts(&self, item: &Item) -> bool {
        let reading = self.findings.morphology.best(item.start);
        reading.pos == Pos::Number
            || self.findings.text.kind(item.start) == crate::text::token::TokenKind::Number
            || reading.features.has(Features::QUANTIFIER)
            || item.class.any(
                Class::KILLED
                    .with(Class::INJURED)
                    .with(Class::DETAINED)
                    .with(Class::QUANTITY),
            )
    }

    /// The subject of any verb, for the thread of the text.
    pub(in crate::events) fn subject(&self, verb: usize) -> Option<Party> {
        let frame = self.frame(verb, false, true);
        let item = frame.subject.and_then(|index| self.item(index))?;
        let unknown = item.class == Class::default()
            && matches!(
                self.findings.morphology.best(item.start).pos,
                Pos::Noun | Pos::ProperNoun
            )
            && !item.trigger
            && !matches!(
                self.findings.text.key(item.start),
                "واحد" | "واحده" | "اخر" | "اخري" | "اخرين" | "اخرون"
            );
        (item.class.acts() || unknown && frame.object.is_some()).then_some(Party {
            sure: true,
            ..Party::of(item)
        })
    }
}
