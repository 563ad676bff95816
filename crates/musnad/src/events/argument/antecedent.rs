//! Who a hidden subject or a pronoun stands for.
//!
//! «داهمت القوات القرية واعتقلت شابين» (the forces raided the village and arrested two youths): the forces arrest, too. Pronouns of the
//! first person have nobody in the text.

use super::{ArgumentReader, Party};
use crate::events::item::Kind;
use crate::events::prep::Prep;
use crate::morphology::Features;

impl ArgumentReader<'_> {
    /// Who a hidden subject or a pronoun of these features stands for: the subject of the nearest verb before that agrees, else the
    /// nearest acting phrase, else the subject of the sentence before.
    pub(super) fn antecedent(&self, before: usize, features: Features) -> Option<Party> {
        let earlier = || {
            (0..before)
                .rev()
                .take(40)
                .filter_map(|index| Some((index, self.item(index)?)))
        };
        let subject = earlier()
            .filter(|(_, item)| item.kind == Kind::Verb)
            .filter_map(|(index, _)| self.subject(index))
            .find(|party| {
                party.start < self.item(before).map_or(usize::MAX, |item| item.start)
                    && self.matches(features, party.start)
            });
        subject
            .or_else(|| {
                earlier()
                    .find(|(_, item)| {
                        item.kind == Kind::Phrase
                            && item.class.acts()
                            && !item.trigger
                            && item.prep != Prep::Li
                            && self.matches(features, item.start)
                    })
                    .map(|(_, item)| Party::of(item))
            })
            .or(self.earlier)
    }

    /// Who the pronoun at the end of a token stands for.
    pub(super) fn pronoun(&self, index: usize) -> Option<Party> {
        let item = self.item(index)?;
        let key = self.findings.text.key(item.start);
        let features = if key.ends_with("ها") {
            Features::THIRD.with(Features::SINGULAR).with(Features::FEMININE)
        } else if key.ends_with("هم") {
            Features::THIRD.with(Features::PLURAL).with(Features::MASCULINE)
        } else if key.ends_with('ه') {
            Features::THIRD.with(Features::SINGULAR).with(Features::MASCULINE)
        } else {
            Features::NONE
        };
        self.antecedent(index, features)
    }
}
