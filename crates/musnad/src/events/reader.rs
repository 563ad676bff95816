//! From sentences to events.

use musnad_data::lexicon;

use super::ambiguity::{self, Passage};
use super::argument::{ArgumentReader, Parties, Party};
use super::casualty;
use super::chunk::{Chunker, Class, Item, Kind, TokenNotes};
use super::circumstance;
use super::days;
use super::lexicon::{FINITE, MASDAR, NOUN, PARTICIPLE};
use super::ontology::Facts;
use super::status::status;
use super::trigger::{Trigger, TriggerFinder};
use super::{Findings, Resources};
use crate::document::{
    Argument, ArgumentRole, Event, EventContext, EventMode, EventStatus, EventType, Evidence, MentionIndex, SectionKind,
};
use crate::morphology::Features;
use crate::text::Span;

/// Most contexts an event gets.
const CONTEXTS: usize = 3;

/// What later steps need of an event besides the record.
pub(super) struct Draft {
    pub(super) event: Event,
    pub(super) parties: Parties,
    pub(super) sentence: usize,
    pub(super) lexeme: u32,
    /// How many were killed, where the victims are named or described, not counted.
    pub(super) victims: Option<f64>,
    /// It is a killing by its own word.
    pub(super) kills: bool,
}

/// The events of a text, by trigger in order.
pub(super) fn read(findings: Findings<'_>, resources: &Resources) -> Vec<Event> {
    let notes = TokenNotes::new(findings);
    let chunker = Chunker {
        findings,
        resources,
        notes: &notes,
    };
    let mut drafts: Vec<Draft> = Vec::new();
    let mut items: Vec<Item> = Vec::new();
    let mut earlier: Option<Party> = None;
    let passages = ambiguity::passages(findings, resources, &notes);
    for sentence in 0..findings.text.sentences.len() {
        let near = sentence.saturating_sub(1)..sentence + 2;
        let tokens = findings.text.sentence_tokens(sentence);
        if skipped(findings, tokens.start) {
            continue;
        }
        chunker.cut(tokens, &mut items);
        let finder = TriggerFinder {
            findings,
            resources,
            notes: &notes,
            fighting: passages
                .iter()
                .take(near.end)
                .skip(near.start)
                .any(|passage| passage.fights > 0),
        };
        let passage = Passage::around(&passages, sentence);
        let triggers: Vec<Trigger<'_>> = (0..items.len())
            .filter_map(|index| {
                let trigger = finder.at(&items, index)?;
                ambiguity::is_meant(findings, resources, &items, &trigger, passage).then_some(trigger)
            })
            .collect();
        let arguments = ArgumentReader {
            findings,
            resources,
            items: &items,
            earlier,
        };
        let first = drafts.len();
        for (number, trigger) in triggers.iter().enumerate() {
            if triggers
                .get(number.saturating_sub(2)..number)
                .unwrap_or_default()
                .iter()
                .any(|before| repeats(findings, &items, before, trigger))
            {
                continue;
            }
            let parties = arguments.parties(trigger);
            let told = draft(findings, resources, &items, sentence, trigger, parties);
            if ambiguity::is_told(resources, trigger, &told.event) {
                drafts.push(told);
            }
        }
        casualty::harm(findings, sentence, drafts.get_mut(first..).unwrap_or_default());
        if let Some(subject) = (0..items.len())
            .filter(|index| items.get(*index).is_some_and(|item| item.kind == Kind::Verb))
            .find_map(|verb| arguments.subject(verb))
        {
            earlier = Some(subject);
        }
    }
    days::share(findings, resources, &mut drafts);
    drafts
        .into_iter()
        .map(|draft| finish(findings, resources, draft))
        .collect()
}

/// Datelines and credits tell of nothing.
fn skipped(findings: Findings<'_>, token: usize) -> bool {
    let at = findings.text.span(token).start;
    let index = findings.text.sections.partition_point(|section| section.span.end <= at);
    findings
        .text
        .sections
        .get(index)
        .is_some_and(|section| matches!(section.kind, SectionKind::Dateline | SectionKind::Credits))
}

/// Whether the second trigger names the same happening as the one before it.
fn repeats(findings: Findings<'_>, items: &[Item], first: &Trigger<'_>, second: &Trigger<'_>) -> bool {
    let (Some(a), Some(b)) = (items.get(first.item), items.get(second.item)) else {
        return false;
    };
    let assault = first.row.kind == EventType::Assault && second.row.kind == EventType::Assault;
    if !assault {
        return first.row.kind == second.row.kind && first.row.mode == second.row.mode && b.start == a.end;
    }
    let hurts = |trigger: &Trigger<'_>| {
        trigger
            .reading
            .lexeme
            .and_then(|id| lexicon::lexeme(id.0))
            .is_some_and(|l| matches!(l.lemma, "جرح" | "أصاب" | "إصابة"))
    };
    let close = b.start.saturating_sub(a.start) <= 8;
    // «مقتل ثلاثة وإصابة خمسة», «قتل ثلاثة وأصيب خمسة»
    if close && b.joined && hurts(second) && !hurts(first) {
        return true;
    }
    // «هجوم أسفر عن مقتل ثلاثة»
    let result = items
        .get(first.item.saturating_sub(1)..second.item)
        .unwrap_or_default()
        .iter()
        .any(|item| {
            item.kind == Kind::Verb
                && findings
                    .morphology
                    .best(item.start)
                    .lexeme
                    .and_then(|id| lexicon::lexeme(id.0))
                    .is_some_and(|l| {
                        matches!(
                            l.lemma,
                            "أسفر" | "أدّى" | "أدى" | "خلّف" | "أوقع" | "تسبّب" | "أودى" | "حصد"
                        )
                    })
        });
    // «هجمات استهدفت القاعدة»: the verb says what the noun has named.
    let aims = findings
        .morphology
        .best(b.start)
        .lexeme
        .and_then(|id| lexicon::lexeme(id.0))
        .is_some_and(|l| matches!(l.lemma, "استهدف" | "طال" | "ضرب"));
    let claims = findings
        .morphology
        .best(b.start)
        .lexeme
        .and_then(|id| lexicon::lexeme(id.0))
        .is_some_and(|l| matches!(l.lemma, "أودى" | "أزهق"));
    claims
        || result && second.part != FINITE
        || aims && second.part == FINITE && first.part != FINITE && second.item <= first.item + 4
}

fn draft(
    findings: Findings<'_>,
    resources: &Resources,
    items: &[Item],
    sentence: usize,
    trigger: &Trigger<'_>,
    mut parties: Parties,
) -> Draft {
    let text = findings.text;
    let token = items.get(trigger.item).map_or(0, |item| item.start);
    let span = text.word_span(token, trigger.reading);
    let kind = trigger.row.kind;
    let mut mode = trigger.row.mode;
    let mut instrument = None;
    if kind == EventType::Assault
        && matches!(
            mode,
            None | Some(EventMode::HeavyWeapons | EventMode::Explosives | EventMode::Destroy | EventMode::Firearms)
        )
        && let Some((found, at)) = circumstance::means(findings, resources, items, trigger, &parties)
    {
        let refines = match mode {
            None => true,
            Some(EventMode::Destroy) => matches!(found, EventMode::Aerial | EventMode::Drone | EventMode::HeavyWeapons),
            Some(EventMode::Explosives) => matches!(found, EventMode::SuicideAttack),
            Some(_) => matches!(found, EventMode::Aerial | EventMode::Drone),
        };
        if refines {
            mode = Some(found);
        }
        instrument = Some(at);
    }
    if mode.is_none() || kind == EventType::Request {
        let end = text.sentence_tokens(sentence).end;
        mode = circumstance::content(findings, resources, kind, token + 1, end).or(mode);
    }
    let mut status = status(findings, resources, items, trigger);
    let place = circumstance::place(findings, items, trigger, &parties);
    // A town or building that is stormed is where, not to whom; a country is both.
    parties.recipients.retain(|party| {
        !(matches!(
            kind,
            EventType::Assault | EventType::Coerce | EventType::Retreat | EventType::Mobilize
        ) && party.class.any(Class::GPE)
            && place.is_some_and(|(at, _)| text.span_of(party.start..party.end).overlaps(at))
            && !is_country(findings, party))
    });
    let sentence_span = text.sentences.get(sentence).map_or(span, |sentence| sentence.span);
    let time = days::time(findings, sentence_span, span);
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
        .or_else(|| instrument.map(|at| text.word_span(at, findings.morphology.best(at))));
    if let Some(span) = means {
        arguments.push(Argument {
            role: ArgumentRole::Instrument,
            span,
            mention: None,
            entity: None,
        });
    }
    let lexeme = trigger.reading.lexeme.map_or(u32::MAX, |id| id.0);
    let lemma = lexicon::lexeme(lexeme).map_or("", |lexeme| lexeme.lemma);
    let kills = kind == EventType::Assault && casualty::is_killing(lemma);
    let victims = if kills {
        casualty::uncounted(findings, &parties.recipients)
    } else {
        None
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
        mode,
        contexts: contexts(findings, resources, sentence, token),
        arguments,
        when: time.map(|(days, _)| days),
        status,
        casualties: None,
        quad,
        intensity,
        acled: None,
        statements: Vec::new(),
        score,
        evidence,
    };
    Draft {
        event,
        parties,
        sentence,
        lexeme,
        victims,
        kills,
    }
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

fn argument(findings: Findings<'_>, role: ArgumentRole, party: &Party) -> Argument {
    let text = findings.text;
    let first = text.word_span(party.start, findings.morphology.best(party.start));
    let span = party
        .end
        .checked_sub(1)
        .filter(|last| *last > party.start)
        .map_or(first, |last| first.cover(text.span(last)));
    argument_at(findings, role, span, party.name)
}

fn argument_at(findings: Findings<'_>, role: ArgumentRole, span: Span, name: Option<u32>) -> Argument {
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
    }
}

fn contexts(findings: Findings<'_>, resources: &Resources, sentence: usize, trigger: usize) -> Vec<EventContext> {
    let mut found: Vec<EventContext> = Vec::new();
    let tokens = findings.text.sentence_tokens(sentence);
    for token in tokens.start.max(trigger.saturating_sub(12))..tokens.end.min(trigger + 16) {
        if found.len() == CONTEXTS {
            break;
        }
        if let Some(context) = resources.contexts.get(findings.text, findings.morphology, token)
            && !found.contains(&context)
        {
            found.push(context);
        }
    }
    found
}

/// The ACLED code, once casualties are known.
fn finish(findings: Findings<'_>, resources: &Resources, draft: Draft) -> Event {
    let Draft { mut event, parties, .. } = draft;
    let any = |parties: &[Party], class: Class| parties.iter().any(|party| party.class.any(class));
    let crowd = Class::CROWD;
    let unarmed = Class::CIVILIAN
        .with(Class::JOURNALIST)
        .with(Class::MEDIC)
        .with(Class::OFFICIAL);
    let armed = any(&parties.recipients, Class::ARMED);
    let lemma = event.trigger_lemma.as_str();
    let fights = matches!(
        lemma,
        "اشتباك"
            | "اشتبك"
            | "معركة"
            | "مواجهة"
            | "واجه"
            | "قتال"
            | "قاتل"
            | "اقتتال"
            | "اقتتل"
            | "تبادل"
            | "حرب"
            | "مناوشة"
    );
    let gains = matches!(
        lemma,
        "سيطر" | "استعاد" | "حرّر" | "انتزع" | "طهّر" | "احتلّ" | "استولى" | "تقدّم"
    );
    let words = |stems: &[&str]| {
        let tokens = findings.text.tokens_in(event.trigger);
        (tokens.start.saturating_sub(4)..tokens.end + 8)
            .any(|at| stems.contains(&findings.text.stem_key(at, findings.morphology.best(at))))
    };
    let facts = Facts {
        armed_recipient: armed,
        unarmed_recipient: any(&parties.recipients, Class::HUMAN.with(unarmed)) && !armed,
        two_sided: fights
            || (parties.actors.len() > 1 && parties.recipients.is_empty() && any(&parties.actors, Class::ARMED)),
        protesters: any(&parties.recipients, crowd),
        crowd_actor: any(&parties.actors, crowd),
        harmed: event.casualties.is_some(),
        chemical: event.mode == Some(EventMode::Unconventional)
            && words(&[
                "كيميايي",
                "كيميايىه",
                "كيماوي",
                "كيميايي",
                "سارين",
                "كلور",
                "كيماويه",
                "كيمياييه",
            ]),
        grenade: words(&["يدويه", "يدوي"]),
        territory: gains,
        government: gains
            && any(&parties.actors, Class::ARMED)
            && parties.actors.iter().any(|party| is_state(findings, resources, party)),
        weapons: words(&["سلاح", "اسلحه", "ذخيره", "ذخاير", "متفجرات", "صواريخ"]),
        base: words(&["قاعده", "مقر"]),
        displaced: matches!(lemma, "هجّر" | "شرّد"),
        dispersed: words(&["تفريق"]),
    };
    event.acled = resources.ontology.acled(event.event_type, event.mode, facts);
    debug_assert!(
        event
            .mode
            .is_none_or(|mode| resources.ontology.allows(event.event_type, mode)),
        "{:?} {:?}",
        event.event_type,
        event.mode
    );
    if let Some(casualties) = &event.casualties
        && casualties.killed.is_some()
    {
        event.score = (event.score + 0.05).min(0.95);
    }
    event
}

/// Whether the party is of a state: an army, police, a government.
fn is_state(findings: Findings<'_>, resources: &Resources, party: &Party) -> bool {
    let by_word = findings
        .morphology
        .best(party.start)
        .lexeme
        .and_then(|id| lexicon::lexeme(id.0))
        .is_some_and(|lexeme| matches!(lexeme.sector, "MIL" | "COP" | "GOV"));
    let _ = resources;
    by_word
        || party
            .name
            .and_then(|index| findings.mentions.get(index as usize))
            .and_then(|mention| findings.entities.get(mention.entity.0 as usize))
            .is_some_and(|entity| {
                entity
                    .sectors
                    .iter()
                    .any(|sector| matches!(sector.as_str(), "MIL" | "COP" | "GOV"))
            })
}
