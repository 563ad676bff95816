//! «نقلت عن الجيش نفيه قصف المدينة» (quoted the army as denying that it had shelled the town): what the one who is relayed does.

use super::walk::{Step, Walk};
use super::{complementizer, open_quote};
use crate::document::Stance;
use crate::statements::cue::Form;
use crate::statements::frame::Frame;

impl Walk<'_, '_> {
    /// «نقلت عن الجيش نفيه قصف المدينة»: the noun after who is relayed says what he did; before a clause it adds nothing.
    pub(super) fn relayed_act(&self, token: usize) -> Option<Step> {
        let context = self.context;
        if !self.relays() || self.relayed.is_none() {
            return None;
        }
        let (text, morphology) = (context.findings.text, context.findings.morphology);
        let attitude = context.cues.attitude(text, morphology, token);
        let act = context.candidate(token).filter(|other| other.form == Form::Masdar);
        if act.is_none() && attitude.is_none() || morphology.best(token).suffix == 0 {
            return None;
        }
        let stance = act
            .and_then(|act| context.cues.entry(act.cue))
            .map(|entry| entry.stance);
        let clause = (token + 1..self.limit.min(token + 3)).find(|&at| {
            complementizer(context, at).is_some() || context.quote_at(at).is_some() || context.key(at) == ":"
        });
        let found = match clause {
            Some(at) if context.key(at) == ":" => self.colon(at),
            Some(at) => {
                if let Some(found) = complementizer(context, at) {
                    self.clause(at, &found)
                } else {
                    let (content, start, quote) = open_quote(context, at);
                    self.found(Frame::Quotation, content, start, quote, token)
                }
            }
            None if attitude.is_some() && act.is_none() => self.attitude(token, token),
            None => {
                let next = if context.is_preposition(token + 1) {
                    token + 2
                } else {
                    token + 1
                };
                let (content, start, quote) = open_quote(context, next);
                (next < self.limit)
                    .then(|| self.found(Frame::Object, content, start, quote, token))
                    .flatten()
            }
        };
        Some(Step::End(found.map(|mut found| {
            found.relayed.clone_from(&self.relayed);
            found.stance = attitude.or(stance).filter(|&stance| stance != Stance::Assert);
            found
        })))
    }
}
