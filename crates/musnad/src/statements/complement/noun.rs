//! A noun phrase after a cue: the subject, or the object that opens the content.

use super::walk::{NOMINAL_REACH, Step, Walk};
use super::{complementizer, phrase_end};
use crate::document::Stance;
use crate::morphology::{Features, Pos};
use crate::statements::frame::{Frame, Preposition};
use crate::statements::subject::{agrees, is_action, takes_subject};
use crate::statements::{judge, source};

impl Walk<'_, '_> {
    /// A noun phrase: the subject, or the object that opens the content.
    pub(super) fn noun(&mut self, token: usize) -> Step {
        let context = self.context;
        // «نفى الجيش قصف المدينة»: after the subject the word is an action, not a verb.
        // «تعدها انقلابا»: what the pronoun is called.
        let best = context.findings.morphology.best(token);
        let accusative = best.features.has(Features::ACCUSATIVE) || context.key(token).ends_with('ا');
        let called = self.candidate.reading.suffix > 0
            && (self.has(Frame::Name) || self.has(Frame::Describe))
            && matches!(best.pos, Pos::Noun | Pos::Adjective)
            && accusative
            && !context.key(token).starts_with("ال")
            && context.speaker(token).is_none();
        if called {
            return self.object(token);
        }
        let action = self.named() && self.has(Frame::Object) && is_action(context, token);
        if !action && (!source::begins_phrase(context, token) || context.is_verb(token)) {
            return Step::To(token + 1);
        }
        // «أكد رئيس اللجنة في المحافظة منير العبيدي … أن»: the name of the subject, further on than its title.
        if !action
            && self.takes_clause()
            && let Some(subject) = self.subject.clone()
            && let Some(name) = context.person_at(token)
            && (name.end..self.limit).any(|at| complementizer(context, at).is_some())
        {
            self.subject = Some(subject.start..name.end);
            return Step::To(name.end);
        }
        // «أكدت التجارب أهمية الصبر»: what the tree has for the subject can say nothing.
        if !action && self.subject.is_none() && self.is_thing(token) {
            return Step::End(None);
        }
        if !action && self.subject.is_none() && self.is_subject(token) {
            let phrase = source::phrase(context, token, self.limit);
            let end = phrase.end;
            self.subject = Some(phrase);
            return Step::To(end);
        }
        self.object(token)
    }

    /// Whether the tree's subject begins here, and is something that happens; what has a clause is said all the same.
    fn is_thing(&self, token: usize) -> bool {
        let context = self.context;
        let best = context.findings.morphology.best(token);
        let event = best.features.has(Features::MASDAR) || best.entry().is_some_and(|lexeme| lexeme.has_tag("event"));
        self.parsed == Some(token)
            && self.has(Frame::Object)
            && context.name_at(token).is_none()
            && event
            && !judge::can_speak(context, token)
            && !self.clause_comes(token)
    }

    fn wants_object(&self) -> bool {
        self.frames.iter().any(|frame| {
            matches!(
                frame,
                Frame::Object
                    | Frame::Blame
                    | Frame::Describe
                    | Frame::DescribeBy
                    | Frame::Name
                    | Frame::Ask
                    | Frame::Attitude(None)
            )
        })
    }

    /// By the tree where it has a subject, else by agreement and by who can speak.
    fn is_subject(&self, token: usize) -> bool {
        let context = self.context;
        // «نسبت إلى مسؤول لم تذكر اسمه قوله»
        if self.relays() && self.relayed.is_some() {
            return false;
        }
        if context.findings.trees.is_object(token, self.candidate.token) {
            return false;
        }
        if let Some(parsed) = self.parsed
            && source::phrase(context, token, self.limit).contains(&parsed)
            && (judge::can_speak(context, token) || self.clause_comes(parsed))
            && agrees(context, self.candidate, token)
        {
            return true;
        }
        takes_subject(
            context,
            self.candidate,
            token,
            self.has_subject,
            self.wants_object(),
            self.limit,
        )
    }

    /// «أعلن النادي … أن»: whatever the noun is, a clause follows that it says.
    fn clause_comes(&self, subject: usize) -> bool {
        self.takes_clause()
            && (subject + 1..self.limit.min(subject + NOMINAL_REACH))
                .any(|at| complementizer(self.context, at).is_some_and(|found| found.is_empty()))
    }

    pub(super) fn object(&self, token: usize) -> Step {
        let context = self.context;
        if self.has(Frame::Attitude(None)) {
            return Step::End(self.attitude(token, token));
        }
        if self.has(Frame::Object) {
            return self.word_or_quote(Frame::Object, token, token);
        }
        if self.has(Frame::Blame) {
            let names_blame = (token..self.limit).any(|at| context.key(at).contains("مسوولي"));
            return if names_blame {
                self.word(Frame::Blame, token)
            } else {
                Step::End(None)
            };
        }
        if self.candidate.reading.suffix > 0 && (self.has(Frame::Name) || self.has(Frame::Describe)) {
            return self.word_or_quote(Frame::Name, token, token);
        }
        if self.has(Frame::Name) {
            return Step::End(None);
        }
        if self.has(Frame::DescribeBy) {
            // «وصف الهجوم بالجبان»: the object is part of the content.
            return self.word(Frame::DescribeBy, token);
        }
        // «شدد الرقابة على»: with a noun of action for its object the verb is another one.
        let asserts = self
            .context
            .cues
            .entry(self.cue)
            .is_some_and(|cue| cue.stance == Stance::Assert);
        let by_preposition = self.frames.iter().any(|frame| matches!(frame, Frame::Prepositional(_)));
        let is_object = context.findings.trees.is_object(token, self.candidate.token);
        let object = is_action(context, token) || is_object && self.has(Frame::Prepositional(Preposition::On));
        if asserts && by_preposition && self.named() && object {
            return Step::End(None);
        }
        // «ستواصل التنسيق»: going on with something is no speech.
        if self.frames == [Frame::Quotation] && self.named() && is_action(context, token) {
            return Step::End(None);
        }
        let end = phrase_end(context, token, self.limit);
        // «القرار يعتبر خرقا» calls nobody anything: somebody must speak.
        let clause_comes = (end..self.limit.min(end + 6)).any(|next| complementizer(context, next).is_some());
        if self.has(Frame::Describe) && self.subject.is_some() && !clause_comes {
            return self.word(Frame::Describe, token);
        }
        if self.has(Frame::Ask) && self.relayed.is_none() {
            return self.word(Frame::Ask, token);
        }
        Step::To(end)
    }
}
