//! Words that tell of force or politics only in some company.
//!
//! «هاجم الفريق مرمى خصمه» (the team attacked its rival's goal), «مواجهة الفكر المتطرف» (facing extremist thought), «بالضبط» (exactly) are
//! no events; «هاجم مسلحون حاجزا» is. A trigger of the table `ambiguous.tsv` needs evidence by its class: `fight` fighting told of
//! around it, `power` a body, state, official or armed side beside it, `told` a participant, place, time or toll. Objects that are
//! abstract make any word of force a figure, and in a passage of sport or show only harm or an armed side makes it literal.
//! Verbs in the first person singular and the second person are talk, not news.
//!
//! Irony and headlines that play on words are not seen.

use super::class::Class;
use super::item::{Item, Kind};
use super::lexicon::{FINITE, MASDAR, NOUN};
use super::notes::TokenNotes;
use super::prep::Prep;
use super::trigger::{Trigger, TriggerFinder, after};
use super::{Findings, Resources};
use crate::document::{Event, EventMode, EventType};
use crate::morphology::Features;

/// What an ambiguous trigger needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    /// Fighting told of around it.
    Fight,
    /// A party with power or arms beside it.
    Power,
    /// A participant, place, time or toll.
    Told,
}

impl Needs {
    pub(super) fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "fight" => Self::Fight,
            "power" => Self::Power,
            "told" => Self::Told,
            _ => return None,
        })
    }
}

/// What a word says of the passage it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Register {
    /// Sport, games, stage and screen.
    Play,
    /// A thing that is fought in a figure only.
    Abstract,
    /// A word that makes of the deed behind it a kind of deed.
    Kind,
}

impl Register {
    pub(super) fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "play" => Self::Play,
            "abstract" => Self::Abstract,
            "kind" => Self::Kind,
            _ => return None,
        })
    }
}

/// How many words of a sentence, or of the sentences around it, tell of fighting and of play.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Passage {
    pub(super) fights: u32,
    /// The same without words that are ambiguous themselves.
    pub(super) hard: u32,
    pub(super) plays: u32,
    /// Words of protest.
    protests: u32,
}

/// What the whole text tells of.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tenor {
    pub(super) sentences: usize,
    /// Sentences with words of fighting that have no everyday sense.
    fighting: usize,
    /// Sentences with words of protest.
    protesting: usize,
}

impl Tenor {
    pub(super) fn of(passages: &[Passage]) -> Self {
        Self {
            sentences: passages.len(),
            fighting: passages.iter().filter(|one| one.hard > 0).count(),
            protesting: passages.iter().filter(|one| one.protests > 0).count(),
        }
    }

    /// In how many sentences the text tells of what an event of this type is.
    pub(super) fn telling(self, kind: EventType) -> usize {
        match kind {
            EventType::Protest => self.protesting,
            _ => self.fighting,
        }
    }

    /// Whether the text tells of what an event of this type is here and there.
    pub(super) fn tells_of(self, kind: EventType) -> bool {
        let least = if kind == EventType::Protest { 2 } else { 3 };
        let telling = self.telling(kind);
        telling >= least && telling * 3 >= self.sentences
    }

    /// Whether other sentences tell of such events too.
    pub(super) fn confirms(self, kind: EventType) -> bool {
        self.telling(kind) > 1
    }
}

impl Passage {
    /// The sentence with its neighbours.
    pub(super) fn around(passages: &[Self], sentence: usize) -> Self {
        let near = passages.iter().take(sentence + 2).skip(sentence.saturating_sub(1));
        near.fold(Self::default(), |sum, one| Self {
            fights: sum.fights + one.fights,
            hard: sum.hard + one.hard,
            plays: sum.plays + one.plays,
            protests: sum.protests + one.protests,
        })
    }

    fn is_play(self) -> bool {
        self.plays >= 2 && self.plays > self.hard
    }
}

/// Fighting and play, for each sentence.
pub(super) fn passages(findings: Findings<'_>, resources: &Resources, notes: &TokenNotes) -> Vec<Passage> {
    let finder = TriggerFinder {
        findings,
        resources,
        notes,
        fighting: false,
    };
    (0..findings.text.sentences.len())
        .map(|sentence| {
            let mut passage = Passage::default();
            for token in findings.text.sentence_tokens(sentence) {
                let fights = finder.tells_of_fighting(token);
                passage.fights += u32::from(fights);
                passage.hard += u32::from(fights && !is_ambiguous(findings, resources, token));
                let play = resources.registers.get(findings.text, findings.morphology, token) == Some(Register::Play);
                passage.plays += u32::from(play);
                passage.protests += u32::from(finder.is_of(token, EventType::Protest));
            }
            passage
        })
        .collect()
}

/// Whether the word needs evidence itself.
fn is_ambiguous(findings: Findings<'_>, resources: &Resources, token: usize) -> bool {
    let lexeme = findings.morphology.best(token).lexeme;
    lexeme.is_some_and(|id| resources.ambiguous.of_lexeme(id.0).is_some())
}

/// Kinds of force that have everyday senses.
fn is_force(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Assault | EventType::Coerce | EventType::Protest | EventType::Threaten | EventType::Mobilize
    )
}

fn needs(resources: &Resources, trigger: &Trigger<'_>) -> Option<Needs> {
    // «هجوم إلكتروني», «هجوم لاذع»: its own words have settled the sense.
    if matches!(trigger.row.kind, EventType::Accuse) || trigger.row.mode == Some(EventMode::Cyber) {
        return None;
    }
    trigger
        .reading
        .lexeme
        .and_then(|id| resources.ambiguous.of_lexeme(id.0))
}

/// Whether the trigger has its political or violent sense here.
pub(super) fn is_meant(
    findings: Findings<'_>,
    resources: &Resources,
    items: &[Item],
    trigger: &Trigger<'_>,
    passage: Passage,
    tenor: Tenor,
) -> bool {
    let features = trigger.reading.features;
    if trigger.part == FINITE
        && (features.has(Features::SECOND) || features.has(Features::FIRST) && features.has(Features::SINGULAR))
    {
        return false;
    }
    let Some(item) = items.get(trigger.item) else {
        return false;
    };
    let force = is_force(trigger.row.kind);
    if force && is_in_passing(findings, resources, item, trigger) {
        return false;
    }
    if force && is_figure(findings, resources, items, trigger.item) {
        return false;
    }
    let beside = |classes: Class| {
        let before = items
            .get(trigger.item.saturating_sub(4)..trigger.item)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(|item| item.kind != Kind::Stop);
        before
            .chain(after(items, trigger.item).take(5))
            .any(|item| item.class.any(classes))
    };
    let armed = Class::ARMED
        .with(Class::WEAPON)
        .with(Class::KILLED)
        .with(Class::INJURED);
    let own = (item.start + 1..item.end).any(|token| {
        resources
            .instruments
            .get(findings.text, findings.morphology, token)
            .is_some()
    });
    // «انفجرت سيارة مفخخة»: a weapon in the phrases beside it.
    let armed_beside = || {
        after(items, trigger.item).take(2).any(|item| {
            (item.start..item.end).any(|token| {
                resources
                    .instruments
                    .get(findings.text, findings.morphology, token)
                    .is_some()
            })
        })
    };
    if force && passage.is_play() && !own && !beside(armed) {
        return false;
    }
    let violent = tenor.tells_of(EventType::Assault);
    match needs(resources, trigger) {
        Some(Needs::Fight) => passage.hard > 0 || violent || own || beside(armed) || armed_beside(),
        Some(Needs::Power) => {
            violent
                || beside(
                    armed
                        .with(Class::ORG)
                        .with(Class::GPE)
                        .with(Class::OFFICIAL)
                        .with(Class::COURT)
                        .with(Class::CROWD),
                )
        }
        Some(Needs::Told) | None => true,
    }
}

/// Whether what is attacked, faced or held is abstract: «مواجهة الفكر», «محاصرة المرض».
fn is_figure(findings: Findings<'_>, resources: &Resources, items: &[Item], trigger: usize) -> bool {
    let (text, morphology) = (findings.text, findings.morphology);
    after(items, trigger)
        .take(2)
        .filter(|item| !item.joined && item.name.is_none())
        .any(|item| resources.registers.get(text, morphology, item.start) == Some(Register::Abstract))
}

/// Whether the word may speak of violence in general.
pub(super) fn needs_telling(resources: &Resources, trigger: &Trigger<'_>) -> bool {
    needs(resources, trigger) == Some(Needs::Told)
}

/// Whether the noun is named in passing, as a kind of deed: «مكافحة الاغتيالات», «جريمة خطف», «تهمة القتل».
fn is_in_passing(findings: Findings<'_>, resources: &Resources, item: &Item, trigger: &Trigger<'_>) -> bool {
    let (text, morphology) = (findings.text, findings.morphology);
    let Some(before) = item.start.checked_sub(1) else {
        return false;
    };
    matches!(trigger.part, MASDAR | NOUN)
        && item.prep == Prep::None
        && !item.joined
        && resources.registers.get(text, morphology, before) == Some(Register::Kind)
}

/// Whether an event of such a word is told of with any circumstance.
pub(super) fn is_told(event: &Event) -> bool {
    !event.arguments.is_empty() || event.casualties.is_some()
}

/// Whether a light verb carries the noun: «تعرض للتعذيب», «نفذت هجوما»: it is told by a verb.
pub(super) fn is_carried(findings: Findings<'_>, resources: &Resources, items: &[Item], trigger: &Trigger<'_>) -> bool {
    let before = items
        .get(trigger.item.saturating_sub(4)..trigger.item)
        .unwrap_or_default();
    trigger.part != FINITE
        && before
            .iter()
            .rev()
            .take_while(|item| !matches!(item.kind, Kind::Stop | Kind::Relative))
            .find(|item| item.kind == Kind::Verb)
            .and_then(|verb| findings.morphology.best(verb.start).lexeme)
            .is_some_and(|id| resources.light.of_lexeme(id.0).is_some())
}

/// How much less sure an event of an ambiguous word is.
pub(super) fn doubt(resources: &Resources, trigger: &Trigger<'_>) -> f32 {
    if needs(resources, trigger).is_some() { 0.15 } else { 0.0 }
}
