//! From a trigger and its participants to the record of an event.

use musnad_data::lexicon;

use super::argument::{Parties, Party};
use super::class::Class;
use super::item::{Item, Kind};
use super::lexicon::{FINITE, MASDAR, NOUN, PARTICIPLE};
use super::prep::Prep;
use super::status::status;
use super::trigger::Trigger;
use super::{Findings, Resources, ambiguity, circumstance, days, places, victims};
use crate::document::{
    ActorCode, Argument, ArgumentRole, Days, Event, EventMode, EventStatus, EventType, Evidence, MentionIndex,
};
use crate::morphology::{Features, Pos, Proclitics};
use crate::text::Span;

/// What later steps need of an event besides the record.
pub(super) struct Draft {
    pub(super) event: Event,
    pub(super) parties: Parties,
    pub(super) sentence: usize,
    pub(super) lexeme: u32,
    /// The part of speech of the trigger, in the terms of the lexicon.
    pub(super) part: u8,
    /// How many were killed, where the victims are named or described, not counted.
    pub(super) victims: Option<f64>,
    /// How many victims are named or described beside those that are counted: «مقتل أربعة جنود وضابط».
    pub(super) beside: f64,
    /// It needs a participant, a circumstance or a toll to be believed.
    pub(super) doubted: bool,
    /// Words that name the same happening again.
    pub(super) again: Vec<Span>,
    /// It is a killing by its own word.
    pub(super) kills: bool,
}

/// The event at a trigger, without what needs the other events: shared days, casualties, contexts, the ACLED code. Where the classifier has chosen
/// the participants, `judged_from` are those of the rules: they say where it was.
pub(super) fn draft(
    findings: Findings<'_>,
    resources: &Resources,
    items: &[Item],
    sentence: usize,
    trigger: &Trigger<'_>,
    mut parties: Parties,
    judged_from: Option<&Parties>,
) -> Draft {
    let text = findings.text;
    let token = items.get(trigger.item).map_or(0, |item| item.start);
    let span = text.word_span(token, trigger.reading);
    let mut kind = trigger.row.kind;
    let mut mode = trigger.row.mode;
    let mut instrument = None;
    if mode == Some(EventMode::Beat) && !is_of_people(&parties) {
        // «ضرب الطيران مستودعا»: who beats, beats somebody.
        mode = None;
    }
    if kind == EventType::Assault
        && matches!(
            mode,
            None | Some(
                EventMode::Aerial
                    | EventMode::HeavyWeapons
                    | EventMode::Explosives
                    | EventMode::Destroy
                    | EventMode::Firearms
            )
        )
        && let Some((found, at)) = circumstance::means(findings, resources, items, trigger, &parties)
    {
        let refines = match mode {
            None => true,
            Some(EventMode::Destroy) => matches!(found, EventMode::Aerial | EventMode::Drone | EventMode::HeavyWeapons),
            Some(EventMode::Aerial) => found == EventMode::Drone,
            Some(EventMode::Explosives) => matches!(found, EventMode::SuicideAttack),
            Some(_) => matches!(found, EventMode::Aerial | EventMode::Drone | EventMode::Unconventional),
        };
        if refines {
            mode = Some(found);
        }
        instrument = Some(at);
    }
    if mode.is_none() || matches!(kind, EventType::Request | EventType::Threaten) {
        let end = text.sentence_tokens(sentence).end;
        mode = circumstance::content(findings, resources, kind, token + 1, end).or(mode);
    }
    if kind == EventType::Mobilize && mode == Some(EventMode::Troops) {
        mode = parties
            .actors
            .first()
            .and_then(|party| force_of(findings, party))
            .or(mode);
    }
    let mut status = status(findings, resources, items, trigger);
    // «وافقت على رفع الحصار», «تعهد بالإفراج عن …»: a promise to yield is a concession.
    if kind == EventType::Agree
        && !trigger.row.roles.reciprocal
        && !trigger.row.by_user
        && is_of_yielding(findings, items, trigger)
    {
        kind = EventType::Concede;
        mode = None;
    }
    // «ستقدم مساعدات»: help that is to come is a promise.
    if matches!(kind, EventType::Aid | EventType::Support)
        && !trigger.row.by_user
        && trigger.part == FINITE
        && status == EventStatus::Planned
        && trigger.reading.proclitics.has(Proclitics::SA)
    {
        kind = EventType::Agree;
        mode = None;
        status = EventStatus::Occurred;
    }
    // «ستفرج عن الأسرى»: what is only announced is given in words.
    if kind == EventType::Retreat
        && !trigger.row.by_user
        && trigger.part == FINITE
        && status == EventStatus::Planned
        && trigger.reading.proclitics.has(Proclitics::SA)
    {
        kind = EventType::Concede;
        mode = None;
    }
    let place = places::place(findings, resources, items, trigger, judged_from.unwrap_or(&parties));
    // A town or building that is stormed is where, not to whom; a country is both.
    parties.recipients.retain(|party| {
        !(judged_from.is_none()
            && matches!(
                kind,
                EventType::Assault | EventType::Coerce | EventType::Retreat | EventType::Mobilize
            )
            && party.class.any(Class::GPE)
            && place.is_some_and(|(at, _)| text.span_of(party.start..party.end).overlaps(at))
            && !is_country(findings, party))
    });
    let sentence_span = text.sentences.get(sentence).map_or(span, |sentence| sentence.span);
    let time = days::time(findings, sentence_span, span)
        .filter(|(days, _)| !is_later(findings, items, trigger, status, *days));
    if let (Some((days, _)), Some(published)) = (time, findings.published_at)
        && status == EventStatus::Occurred
        && (days.first > published
            || days.first == published
                && kind == EventType::Consult
                && trigger.reading.features.has(Features::IMPERFECT))
    {
        status = EventStatus::Planned;
    }
    let mut arguments = Vec::new();
    for (role, parties) in [
        (ArgumentRole::Actor, &parties.actors),
        (ArgumentRole::Recipient, &parties.recipients),
    ] {
        arguments.extend(parties.iter().map(|party| argument(findings, role, party)));
    }
    if let Some((span, mention)) = place {
        arguments.push(argument_at(findings, ArgumentRole::Place, span, mention));
    }
    if let Some((_, span)) = time {
        arguments.push(days::argument(span));
    }
    let means = parties
        .means
        .map(|party| text.span_of(party.start..party.end))
        .or_else(|| instrument.and_then(|at| instrument_span(findings, items, trigger, at)));
    if let Some(span) = means {
        arguments.push(Argument {
            role: ArgumentRole::Instrument,
            span,
            mention: None,
            entity: None,
            code: ActorCode::default(),
        });
    }
    let lexeme = trigger.reading.lexeme.map_or(u32::MAX, |id| id.0);
    let lemma = lexicon::lexeme(lexeme).map_or("", |lexeme| lexeme.lemma);
    let kills = kind == EventType::Assault && victims::is_killing(lemma);
    let victims = if kills {
        // «لقي النقيب والرائد مصرعهما»: the pronoun counts them.
        let both = text.key(token).ends_with("هما") && trigger.reading.suffix > 0;
        let dual = both || trigger.reading.pos == Pos::Verb && trigger.reading.features.has(Features::DUAL);
        victims::uncounted(findings, &parties.recipients)
            .map(|victims| if both { victims.max(2.0) } else { victims })
            .or_else(|| victims::by_verb(&parties.recipients, trigger.reading, dual))
            .or_else(|| victims::by_pronoun(findings, token, trigger.reading))
    } else {
        None
    };
    let beside = if kills {
        victims::beside(findings, &parties.recipients)
    } else {
        0.0
    };
    let evidence: Evidence = match (trigger.part, trigger.row.frame.is_empty()) {
        (FINITE, true) => "events.verb",
        (FINITE, false) => "events.verb_in_frame",
        (MASDAR, true) => "events.masdar",
        (MASDAR, false) => "events.masdar_in_frame",
        (PARTICIPLE, _) => "events.participle",
        (NOUN, true) => "events.noun",
        _ => "events.noun_in_frame",
    }
    .into();
    let sure: f32 = if trigger.row.frame.is_empty() { 0.6 } else { 0.5 };
    let score = sure
        + 0.1 * f32::from(u8::from(!parties.actors.is_empty()))
        + 0.1 * f32::from(u8::from(!parties.recipients.is_empty()))
        + 0.05 * f32::from(u8::from(place.is_some()))
        + 0.05 * f32::from(u8::from(trigger.part == FINITE));
    let score = score - ambiguity::doubt(resources, trigger);
    let (quad, intensity) = resources.ontology.plover(kind, mode);
    let event = Event {
        trigger: span,
        trigger_lemma: lemma.to_owned(),
        event_type: kind,
        custom_type: trigger.row.custom.as_deref().map(str::to_owned),
        mode,
        contexts: Vec::new(),
        arguments,
        when: time.map(|(days, _)| days),
        status,
        casualties: None,
        quad,
        intensity,
        acled: None,
        statements: Vec::new(),
        attestations: Vec::new(),
        same_as: None,
        score,
        evidence,
    };
    Draft {
        event,
        parties,
        sentence,
        lexeme,
        part: trigger.part,
        victims,
        beside,
        doubted: ambiguity::needs_telling(resources, trigger),
        again: Vec::new(),
        kills,
    }
}

/// Whether people are all that it is done to, or nobody is named.
fn is_of_people(parties: &Parties) -> bool {
    let people = |party: &Party| party.class.is_human() || !party.class.any(Class::PLACE.with(Class::FACILITY));
    parties.recipients.iter().all(people) && !parties.actors.iter().any(|party| party.class.any(Class::VEHICLE))
}

/// The phrase that names the means at a token: «بطائرة مسيرة»; what the event noun itself says («غارة جوية») is no phrase of its own.
fn instrument_span(findings: Findings<'_>, items: &[Item], trigger: &Trigger<'_>, at: usize) -> Option<Span> {
    let text = findings.text;
    let index = items.partition_point(|item| item.end <= at);
    if index == trigger.item && trigger.part != FINITE {
        return None;
    }
    let last = text.word_span(at, findings.morphology.best(at));
    Some(
        match items
            .get(index)
            .filter(|item| item.start < at && item.kind == Kind::Phrase)
        {
            Some(item) => text
                .word_span(item.start, findings.morphology.best(item.start))
                .cover(last),
            None => last,
        },
    )
}

/// Police and militias are mobilised in modes of their own.
fn force_of(findings: Findings<'_>, party: &Party) -> Option<EventMode> {
    let sector = findings.morphology.best(party.start).entry()?.sector;
    match sector {
        "COP" => Some(EventMode::Police),
        "REB" | "PRM" | "IMG" | "UAF" => Some(EventMode::Militia),
        _ => None,
    }
}

/// Whether what is promised is to yield: lifting, release, withdrawal, a truce.
fn is_of_yielding(findings: Findings<'_>, items: &[Item], trigger: &Trigger<'_>) -> bool {
    const YIELDING: [&str; 13] = [
        "رفع",
        "فتح",
        "سماح",
        "تخفيف",
        "افراج",
        "اطلاق",
        "سحب",
        "انسحاب",
        "وقف",
        "الغاء",
        "تخلي",
        "تنازل",
        "هدنه",
    ];
    super::trigger::after(items, trigger.item)
        .take(4)
        .take_while(|item| item.kind == Kind::Phrase)
        .filter(|item| matches!(item.prep, Prep::On | Prep::Bi | Prep::None | Prep::Li | Prep::In))
        .any(|item| {
            // «على إعادة فتح الحدود»: the second word says what.
            (item.start..item.end.min(item.start + 2)).any(|at| {
                let reading = findings.morphology.best(at);
                YIELDING.contains(&findings.text.stem_key(at, reading))
            })
        })
}

/// Whether the days come after what is told as done: «وقع انفجار قبل العيد» told before the feast is not of the feast.
fn is_later(findings: Findings<'_>, items: &[Item], trigger: &Trigger<'_>, status: EventStatus, days: Days) -> bool {
    if status != EventStatus::Occurred || findings.published_at.is_none_or(|published| days.first <= published) {
        return false;
    }
    let perfect = |features: Features| features.has(Features::PERFECT);
    let told = items
        .get(..trigger.item)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|item| !matches!(item.kind, Kind::Stop | Kind::Clause))
        .find(|item| item.kind == Kind::Verb)
        .is_some_and(|verb| perfect(findings.morphology.best(verb.start).features));
    perfect(trigger.reading.features) || trigger.row.kind == EventType::Assault && (told || trigger.part == NOUN)
}

/// Countries are entities whose own country code is theirs: known by having one and no finer place above them.
fn is_country(findings: Findings<'_>, party: &Party) -> bool {
    party
        .name
        .and_then(|index| findings.mentions.get(index as usize))
        .and_then(|mention| findings.entities.get(mention.entity.0 as usize))
        .is_some_and(|entity| {
            !entity.country.is_empty() && (entity.geonames.is_none() || entity.evidence.contains("country"))
        })
}

/// A participant as an argument.
pub(super) fn argument(findings: Findings<'_>, role: ArgumentRole, party: &Party) -> Argument {
    let text = findings.text;
    let first = text.word_span(party.start, findings.morphology.best(party.start));
    let span = party
        .end
        .checked_sub(1)
        .filter(|last| *last > party.start)
        .map_or(first, |last| first.cover(text.span(last)));
    argument_at(findings, role, span, party.name)
}

/// What stands at a span, as an argument.
pub(super) fn argument_at(findings: Findings<'_>, role: ArgumentRole, span: Span, name: Option<u32>) -> Argument {
    // The mention that begins where the phrase begins, else the name inside.
    let first = findings
        .mentions
        .partition_point(|mention| mention.span.start < span.start);
    let own = findings
        .mentions
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, mention)| mention.span.start == span.start)
        .map(|(index, _)| index as u32)
        .next();
    let mention = own.or(name);
    let entity = mention
        .and_then(|index| findings.mentions.get(index as usize))
        .map(|mention| mention.entity);
    Argument {
        role,
        span,
        mention: mention.map(MentionIndex),
        entity,
        code: ActorCode::default(),
    }
}
