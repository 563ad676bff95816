//! «أعرب عن قلقه من …» (expressed his concern about …): the noun says how the source stands to it.

use super::walk::Walk;
use super::{Complement, complementizer, phrase_end};
use crate::morphology::Pos;
use crate::statements::frame::Frame;

impl Walk<'_, '_> {
    /// The content of a noun of attitude at `noun`: what follows its preposition, where it has one.
    pub(super) fn attitude(&self, noun: usize, zone_end: usize) -> Option<Complement> {
        let context = self.context;
        let (text, morphology) = (context.findings.text, context.findings.morphology);
        let stance = context.cues.attitude(text, morphology, noun);
        if stance.is_none() && (self.has(Frame::Attitude(None)) || context.is_preposition(noun)) {
            return None;
        }
        let mut content = noun;
        // «عن قلقها الشديد إزاء»: what the feeling is about is the content.
        if stance.is_some() {
            let end = phrase_end(context, noun, self.limit);
            let mut next = end;
            while next < self.limit.min(end + 3) && morphology.best(next).pos == Pos::Adjective {
                next += 1;
            }
            if context.is_preposition(next) && next + 1 < self.limit {
                content = next + 1;
            } else if next < self.limit && context.in_preposition(next) {
                content = next;
            }
        }
        if content >= self.limit {
            return None;
        }
        let start = if complementizer(context, content).is_some_and(|found| found.is_empty()) {
            content += 1;
            text.span(content).start
        } else {
            context.word_start(content)
        };
        let mut found = self.found(Frame::Attitude(None), content, start, None, zone_end)?;
        found.relayed = None;
        found.stance = stance;
        Some(found)
    }
}
