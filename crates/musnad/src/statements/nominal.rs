//! Cues that are no finite verbs: «مشيرا إلى» (pointing out), «التقارير القائلة إن» (the reports that say), «إعلان … عن» (the
//! announcement of), «مضى إلى القول إن» (went on to say that).

use super::cue::Candidate;
use super::frame::{Frame, Preposition};
use super::memory::Agreement;
use super::{Reading, Sourced, State, complement, content, judge, parsed, source, speaker};
use crate::morphology::{Features, Proclitics};

/// How far before a verbal noun its governing verb is looked for, in tokens.
const GOVERNOR: usize = 10;

impl State<'_, '_> {
    pub(super) fn participle(&self, candidate: Candidate) -> Option<(usize, Reading)> {
        let context = self.context;
        // «معلومات مؤكدة»: an adjective agrees with the noun before it; an adverb follows a comma or a whole clause.
        let before = candidate.token.checked_sub(1).map_or("", |at| context.key(at));
        let apart = matches!(before, "،" | "," | "\"" | "»" | "”" | ")");
        // «التقارير القائلة إن»: the noun before it says so.
        if candidate.is_attributive() {
            let found = complement::read(context, candidate, true).filter(|found| found.frame == Frame::Clause)?;
            let content = content::after(context, candidate, &found, None)?;
            let trees = context.findings.trees;
            let gender = Agreement::of_cue(candidate).feminine;
            // «القائد التقارير القائلة»: what is feminine describes no man.
            let agrees = |noun: &usize| {
                let known = Agreement::of_phrase(context, *noun..*noun + 1).feminine;
                known.is_none() || gender.is_none() || known == gender
            };
            let noun = trees
                .head(candidate.token)
                .filter(|noun| trees.relation(candidate.token) == Some("amod") && agrees(noun));
            let phrase = match noun {
                Some(noun) if noun < candidate.token => source::phrase(context, noun, candidate.token),
                _ => speaker::antecedent(context, context.sentence(candidate.token).start, candidate.token)?,
            };
            let speaks = judge::can_speak(context, phrase.start) || source::is_document(context, phrase.start);
            let agreement = Agreement::of_phrase(context, phrase.clone());
            let by = (speaks.then(|| source::of_phrase(context, phrase)), agreement, None);
            return Some((
                found.cue,
                Reading::nominal(&found, content, by, 0.8, "statements.participle"),
            ));
        }
        if !apart && !context.key(candidate.token).ends_with('ا') && !candidate.reading.features.has(Features::PLURAL)
        {
            return None;
        }
        let found = complement::read(context, candidate, true)?;
        let direct = !matches!(found.frame, Frame::Clause | Frame::Quotation);
        if direct && matches!(context.key(candidate.token + 1), "،" | ",") {
            return None;
        }
        let content = content::after(context, candidate, &found, None)?;
        let (source, agreement, inherited) = self.dropped(candidate);
        source.as_ref()?;
        let by = (source, agreement, inherited);
        Some((
            found.cue,
            Reading::nominal(&found, content, by, 1.0, "statements.participle"),
        ))
    }

    pub(super) fn masdar(&self, candidate: Candidate) -> Option<(usize, Reading)> {
        let context = self.context;
        let reading = candidate.reading;
        // «للإعلان عن»: in order to announce; «انتقادات»: more than one.
        if reading.proclitics.has(Proclitics::LI) || reading.features.has(Features::PLURAL) {
            return None;
        }
        // «على حد قوله», «نقل عنه قوله»: said already.
        if reading.suffix > 0 && content::is_own_word(context, candidate.token) {
            return None;
        }
        let found = complement::read(context, candidate, false)?;
        let definite = reading.features.has(Features::DEFINITE) || reading.proclitics.has(Proclitics::AL);
        let own = reading.suffix > 0;
        let named = found.subject.is_some();
        let sensible = match found.frame {
            Frame::Clause | Frame::Quotation => found.content <= candidate.token + 12 && (definite || own || named),
            Frame::Prepositional(Preposition::About | Preposition::To) => definite || own,
            Frame::Prepositional(_) => own || named,
            Frame::Object => named && !own,
            _ => false,
        };
        if !sensible || judge::withholds(context, &found) {
            return None;
        }
        let content = content::after(context, candidate, &found, None)?;
        let by = match &found.subject {
            Some(phrase) => (
                Some(source::of_phrase(context, phrase.clone())),
                Agreement::of_phrase(context, phrase.clone()),
                None,
            ),
            None if candidate.reading.suffix > 0 => self.dropped(candidate),
            None => self.governing(candidate).unwrap_or((None, Agreement::default(), None)),
        };
        Some((
            found.cue,
            Reading::nominal(&found, content, by, 0.8, "statements.verbal_noun"),
        ))
    }

    /// «مضى السفير إلى القول»: the subject of the verb that the noun completes, by the tree or, without one, of the verb
    /// before its preposition.
    fn governing(&self, candidate: Candidate) -> Option<Sourced> {
        let context = self.context;
        let token = candidate.token;
        let completes = context.in_preposition(token)
            || token
                .checked_sub(1)
                .is_some_and(|before| matches!(context.key(before), "الي" | "ب" | "علي"));
        if !completes {
            return None;
        }
        let by_tree = parsed::governors(context, token).find_map(|verb| parsed::subject_of(context, verb));
        let phrase = if let Some(head) = by_tree {
            parsed::phrase(context, head, token)
        } else {
            let first = context.sentence(token).start.max(token.saturating_sub(GOVERNOR));
            let verb = (first..token).rev().find(|&at| context.is_verb(at))?;
            source::phrase(context, verb + 1, token)
        };
        if phrase.is_empty() || !judge::can_speak(context, phrase.start) {
            return None;
        }
        let source = source::of_phrase(context, phrase.clone());
        let chain = self.memory.chain_of(context, &source, true);
        Some((Some(source), Agreement::of_phrase(context, phrase), Some(chain)))
    }
}
