//! Prepositions that a cue governs: where they open a content, name a source, or lead to a noun of attitude.
//!
//! «دعا إلى وقف القتال» (called for an end to the fighting); «بالعاصمة», «لرويترز» are circumstances and open nothing.

use std::ops::Range;

use super::context::Context;
use super::frame::{Frame, Preposition};
use super::source;
use crate::morphology::{Pos, Proclitics};

/// What a governed preposition leads to.
pub(super) enum Met {
    Content(Frame, usize),
    Relayed(Range<usize>),
    Attitude(usize),
}

/// A preposition of the cue's frames at the token.
pub(super) fn prepositional(
    context: &Context<'_>,
    frames: &[Frame],
    token: usize,
    has_subject: bool,
    relayed: bool,
) -> Option<Met> {
    let key = context.key(token);
    let best = context.findings.morphology.best(token);
    let by_what = key == "بما"
        && frames
            .iter()
            .any(|f| matches!(f, Frame::Prepositional(Preposition::By)));
    if by_what {
        return Some(Met::Content(Frame::Prepositional(Preposition::By), token));
    }
    for &frame in frames {
        match frame {
            Frame::Prepositional(preposition) => match preposition.word() {
                Some(word) if word == key => return Some(Met::Content(frame, token + 1)),
                Some(_) => {}
                None => {
                    let bit = if preposition == Preposition::By {
                        Proclitics::BI
                    } else {
                        Proclitics::LI
                    };
                    let letter = if preposition == Preposition::By { "ب" } else { "ل" };
                    let alone = key == letter;
                    let joined = best.proclitics.any(bit) && best.pos != Pos::Verb && !is_circumstance(context, token);
                    // «قال سالم لرويترز» never reaches here: the frame is the cue's own.
                    if alone || joined && (has_subject || preposition == Preposition::By) {
                        return Some(Met::Content(frame, if alone { token + 1 } else { token }));
                    }
                }
            },
            Frame::DescribeBy
                if best.proclitics.any(Proclitics::BI) && !is_circumstance(context, token)
                    || frame == Frame::DescribeBy && key == "ب" =>
            {
                return Some(Met::Content(frame, if key == "ب" { token + 1 } else { token }));
            }
            Frame::Relay(preposition) if preposition.word() == Some(key) && !relayed => {
                let phrase = source::phrase(context, token + 1, token + 40);
                return (!phrase.is_empty()).then_some(Met::Relayed(phrase));
            }
            Frame::Appear if key == "في" && !relayed => {
                let phrase = source::phrase(context, token + 1, token + 40);
                let document = context
                    .cues
                    .is_medium(context.findings.text, context.findings.morphology, token + 1)
                    || context.speaker(token + 1) == Some(crate::document::SourceKind::Document)
                    || matches!(context.key(token + 1), "هذا" | "هذه");
                return (!phrase.is_empty() && document).then_some(Met::Relayed(phrase));
            }
            Frame::Ask if key == "من" && !relayed && !context.is_time(token + 1) => {
                // The one who is asked is passed over.
                return None;
            }
            Frame::Attitude(Some(preposition)) if preposition.word() == Some(key) => {
                return Some(Met::Attitude(token + 1));
            }
            _ => {}
        }
    }
    None
}

/// «بالعاصمة», «لرويترز», «ببيان»: place, addressee or medium rather than content.
fn is_circumstance(context: &Context<'_>, token: usize) -> bool {
    context.is_time(token)
        || context
            .cues
            .is_medium(context.findings.text, context.findings.morphology, token)
        || context.name_at(token).is_some_and(|(_, tokens)| tokens.start == token)
        || matches!(
            context.key(token),
            "بدوره"
                | "بدورها"
                | "لذلك"
                | "بذلك"
                | "لهم"
                | "له"
                | "لها"
                | "به"
                | "بها"
                | "بالمقابل"
                | "بعد"
                | "بين"
                | "بسبب"
                | "باسم"
                | "بالاضافه"
        )
}
