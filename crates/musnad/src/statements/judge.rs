//! What looks like reported speech and is none.
//!
//! «يذكر أن» and «يعتقد أن» (it is mentioned, believed) have nobody who speaks; «ما يشير إلى» (which points to) has a fact
//! for its subject; «مسؤول طلب عدم ذكر اسمه» (who asked not to be named) is about the source, not from it.

use musnad_data::words::statements as words;

use super::complement::Complement;
use super::context::Context;
use super::cue::Candidate;
use super::frame::Frame;
use super::memory::Agreement;
use super::speaker::Before;
use crate::document::{SourceKind, Stance};
use crate::morphology::{Features, Pos};
use crate::text::token::TokenKind;

/// Whether the content is the source's own name, which is kept back: «رفض الكشف عن هويته», «فضل عدم ذكر اسمه».
pub(super) fn withholds(context: &Context<'_>, found: &Complement) -> bool {
    let (text, morphology) = (context.findings.text, context.findings.morphology);
    let reading = morphology.best(found.content);
    reading.suffix > 0 && matches!(text.stem_key(found.content, reading), "هويه" | "هويت" | "اسم" | "اسماء")
}

/// Whether a finite cue with this complement reports what somebody says.
pub(super) fn reports(context: &Context<'_>, candidate: Candidate, before: &Before, found: &Complement) -> bool {
    let named = found.subject.is_some() || found.relayed.is_some() || matches!(before, Before::Phrase(_));
    let features = candidate.reading.features;
    let Some(entry) = context.cues.entry(found.cue) else {
        return false;
    };
    let lemma = musnad_data::fold::key(entry.lemma);
    let imperfect = features.has(Features::IMPERFECT);
    if !named && imperfect && !Agreement::of_cue(candidate).is_marked() && !matches!(before, Before::Outer) {
        let passive =
            features.has(Features::PASSIVE) || context.key(candidate.token).trim_start_matches('و').starts_with("يقال");
        // «يقول» and «يضيف» without a subject go on with the last speaker; the others speak for nobody.
        if passive || words::is_impersonal(&lemma) && !context.key(candidate.token).contains("يقول") {
            return false;
        }
    }
    // «يحكى أن», «يروى أن»: the passive ends in ى.
    let told = matches!(lemma.as_str(), "حكي" | "روي");
    if !named && imperfect && told && context.findings.text.raw_of(candidate.token).ends_with('ى') {
        return false;
    }
    // «دعي الأقارب إلى الحفل»: who is called on says nothing.
    let described = matches!(found.frame, Frame::DescribeBy | Frame::Describe | Frame::Name);
    if features.has(Features::PASSIVE) && !described && !matches!(found.frame, Frame::Clause | Frame::Quotation) {
        return false;
    }
    if !named && lemma == "اعتقد" {
        return false;
    }
    // «ما يشير إلى»: the subject is what was told before.
    if matches!(before, Before::Outer) && found.subject.is_none() && candidate.reading.suffix == 0 {
        let previous = candidate.token.checked_sub(1).map_or("", |at| context.key(at));
        if matches!(previous, "ما" | "مما" | "وما") {
            return false;
        }
    }
    // «ولم يعلن», «لم توضح»: nothing was said.
    let previous = candidate.token.checked_sub(1).map_or("", |at| context.key(at));
    if entry.stance == Stance::Assert
        && lemma != "استبعد"
        && matches!(previous, "لم" | "ولم" | "فلم" | "لن" | "لا" | "ولا")
    {
        return false;
    }
    // «المستوطنون يسميهم» names; only «ما أسماه» says that the name is somebody's own.
    if found.frame == Frame::Name && matches!(lemma.as_str(), "اسمي" | "سمي") && !matches!(before, Before::Outer)
    {
        return false;
    }
    if found.frame == Frame::Describe
        && found
            .subject
            .as_ref()
            .is_none_or(|phrase| context.speaker(phrase.start).is_none())
    {
        return false;
    }
    // «تبلغ 7.8 مليون»
    let number = context.findings.text.kind(found.content) == TokenKind::Number;
    if number && !matches!(found.frame, Frame::Clause | Frame::Quotation) {
        return false;
    }
    if is_about_the_name(context, found) {
        return false;
    }
    let speech = matches!(
        found.frame,
        Frame::Clause | Frame::Quotation | Frame::Relay(_) | Frame::Appear
    );
    if !speech
        && let Before::Phrase(phrase) = before
        && found.subject.is_none()
        && !can_speak(context, phrase.start)
        && !is_decision(context, phrase.start)
    {
        return false;
    }
    // «المعلومات تشير إلى أن»: a thing that points somewhere has said nothing.
    let points = imperfect && matches!(lemma.as_str(), "اشار" | "اوحي" | "عكس") && !matches!(before, Before::Outer);
    if points {
        let subject = found.subject.as_ref().or(match before {
            Before::Phrase(phrase) => Some(phrase),
            _ => None,
        });
        return subject
            .is_some_and(|phrase| can_speak(context, phrase.start) && context.key(phrase.start) != "المعلومات");
    }
    true
}

/// Whether the head of a phrase can be somebody: a speaker, a document, or a word no table has.
pub(super) fn can_speak(context: &Context<'_>, head: usize) -> bool {
    let best = context.findings.morphology.best(head);
    context.speaks(head)
        || context.is_unknown(head)
        || context.key(head).starts_with("بلاد")
        || context.quote_at(head).is_some()
        || matches!(best.pos, Pos::Determiner | Pos::Number | Pos::ProperNoun)
        || best.features.any(Features::PARTICIPLE.with(Features::PASSIVE_PARTICIPLE))
        // «عديد الدول», «أغلب القوى», «ممثلو السفارة»: the second word tells.
        || context.speaker(head + 1).is_some()
}

/// Whether the noun is what a body decides, which demands and condemns: «قرار», «مسودة قرار».
fn is_decision(context: &Context<'_>, head: usize) -> bool {
    let text = context.findings.text;
    let stem = |at: usize| text.stem_key(at, context.findings.morphology.best(at));
    words::is_decision(stem(head)) || stem(head + 1) == "قرار"
}

/// «رفض ذكر اسمه», «طلب عدم الكشف عن هويته».
fn is_about_the_name(context: &Context<'_>, found: &Complement) -> bool {
    if !matches!(found.frame, Frame::Object | Frame::Ask) {
        return false;
    }
    (found.content..found.content + 6).any(|at| {
        let key = context.key(at);
        ["اسم", "اسماي", "اسماء", "هويت", "هويات"].iter().any(|stem| {
            key.strip_prefix(stem)
                .is_some_and(|rest| matches!(rest, "ه" | "ها" | "هم" | "هما"))
        }) || key == "التكتم" && at <= found.content + 1
    })
}

/// Whether the source of a phrase like «وفق» is one that says something: a law or a need does not.
pub(super) fn is_voice(context: &Context<'_>, head: usize) -> bool {
    context.speaker(head).is_some_and(|kind| kind != SourceKind::Document) || !is_rule(context, head)
}

fn is_rule(context: &Context<'_>, head: usize) -> bool {
    let stem = context
        .findings
        .text
        .stem_key(head, context.findings.morphology.best(head));
    let bare = stem
        .strip_prefix("لل")
        .or_else(|| stem.strip_prefix('ل'))
        .unwrap_or(stem);
    [stem, bare].into_iter().any(words::is_rule)
}
