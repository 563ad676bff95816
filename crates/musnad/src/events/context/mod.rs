//! What events and whole articles are about: the contexts of PLOVER.
//!
//! «تظاهر العشرات أمام البرلمان احتجاجا على رفع أسعار الوقود» (dozens demonstrated outside parliament against dearer fuel): a PROTEST about
//! human security and the legislature. Words of `contexts.tsv` speak for a context, the strong ones alone, the weak ones together or
//! where the rest of the article speaks for it; who takes part and the mode speak too. The article has the contexts of its events and
//! those of which words speak in several sentences.
//!
//! Not handled: what is only meant. Sources: the definitions of PLOVER; the words are ours.

mod table;

use super::acled::Sides;
use super::argument::Party;
use super::draft::Draft;
use super::{Findings, Resources};
use crate::document::{Event, EventContext, EventMode, EventType};
use crate::entities::takes_government;
pub(super) use table::ContextWords;

/// Tokens before and after a trigger whose words speak of its event.
const BEFORE: usize = 14;
const AFTER: usize = 20;
/// Least weight of a context of an event.
const ENOUGH: u8 = 2;
/// Most contexts of an event.
const MOST: usize = 3;
/// Weight in the whole article from which on one weak word by an event is enough.
const SUPPORTED: u16 = 6;
/// Least weight of a context of an article, and most contexts of one.
const ENOUGH_OF_ARTICLE: u16 = 3;
const MOST_OF_ARTICLE: usize = 5;

const COUNT: usize = EventContext::ALL.len();

/// A word that speaks for a context.
#[derive(Debug, Clone, Copy)]
struct Hit {
    token: u32,
    /// The row of the table: the same word twice speaks once.
    row: u16,
    context: EventContext,
    weight: u8,
}

/// The words of a text that speak for contexts.
#[derive(Debug)]
pub(super) struct Contexts {
    hits: Vec<Hit>,
    /// Weight of each context in the whole text.
    article: [u16; COUNT],
}

impl Contexts {
    /// Looks the words of a text up.
    pub(super) fn read(findings: Findings<'_>, resources: &Resources) -> Self {
        let mut hits = Vec::new();
        let mut article = [0; COUNT];
        // The last sentence in which a context was counted, plus one.
        let mut counted = [0_usize; COUNT];
        for (number, sentence) in findings.text.sentences.iter().enumerate() {
            for token in sentence.first_token as usize..sentence.end_token as usize {
                resources.contexts.of_token(findings, token, |row, context, weight| {
                    hits.push(Hit {
                        token: token as u32,
                        row,
                        context,
                        weight,
                    });
                    let at = index(context);
                    if let (Some(sum), Some(last)) = (article.get_mut(at), counted.get_mut(at))
                        && *last != number + 1
                    {
                        *last = number + 1;
                        *sum += u16::from(weight);
                    }
                });
            }
        }
        Self { hits, article }
    }

    /// The contexts of an event, the most telling first.
    pub(super) fn of_event(&self, findings: Findings<'_>, draft: &Draft) -> Vec<EventContext> {
        let event = &draft.event;
        let trigger = findings.text.tokens_in(event.trigger);
        let sentence = findings.text.sentence_tokens(findings.text.sentence_of(trigger.start));
        let near = trigger.start.saturating_sub(BEFORE).max(sentence.start)..(trigger.end + AFTER).min(sentence.end);
        let from = self.hits.partition_point(|hit| (hit.token as usize) < near.start);
        let to = self.hits.partition_point(|hit| (hit.token as usize) < near.end);
        let hits = self.hits.get(from..to).unwrap_or_default();
        let mut sums = [0_u8; COUNT];
        for (number, hit) in hits.iter().enumerate() {
            let known = hits.get(..number).unwrap_or_default();
            // «أدوية» stands in the table as a word and as a plural of «دواء».
            let told = |other: &Hit| other.row == hit.row || other.token == hit.token && other.context == hit.context;
            if !known.iter().any(told) {
                add(&mut sums, hit.context, hit.weight);
            }
        }
        for (sum, article) in sums.iter_mut().zip(self.article) {
            if *sum == 1 && article >= SUPPORTED {
                *sum = ENOUGH;
            }
        }
        by_mode(event, &mut sums);
        by_parties(findings, draft, &mut sums);
        let mut found: Vec<(u8, EventContext)> = EventContext::ALL
            .iter()
            .zip(sums)
            .filter(|(_, sum)| *sum >= ENOUGH)
            .map(|(context, sum)| (sum, *context))
            .collect();
        // The sort is stable: of equals the first of PLOVER's list.
        found.sort_by_key(|(sum, _)| std::cmp::Reverse(*sum));
        found.truncate(MOST);
        found.into_iter().map(|(_, context)| context).collect()
    }

    /// The contexts of the whole text, the most telling first.
    pub(super) fn of_article(&self, events: &[Event]) -> Vec<EventContext> {
        let mut sums = self.article;
        for context in events.iter().flat_map(|event| &event.contexts) {
            if let Some(sum) = sums.get_mut(index(*context)) {
                *sum += 2;
            }
        }
        let most = sums.iter().copied().max().unwrap_or_default();
        let least = ENOUGH_OF_ARTICLE.max(most / 4);
        let mut found: Vec<(u16, EventContext)> = EventContext::ALL
            .iter()
            .zip(sums)
            .filter(|(_, sum)| *sum >= least)
            .map(|(context, sum)| (sum, *context))
            .collect();
        found.sort_by_key(|(sum, _)| std::cmp::Reverse(*sum));
        found.truncate(MOST_OF_ARTICLE);
        found.into_iter().map(|(_, context)| context).collect()
    }
}

fn index(context: EventContext) -> usize {
    EventContext::ALL
        .iter()
        .position(|other| *other == context)
        .unwrap_or(COUNT)
}

fn add(sums: &mut [u8; COUNT], context: EventContext, weight: u8) {
    if let Some(sum) = sums.get_mut(index(context)) {
        *sum = sum.saturating_add(weight);
    }
}

/// What type and mode say.
fn by_mode(event: &Event, sums: &mut [u8; COUNT]) {
    let said: &[(EventContext, u8)] = match event.mode {
        Some(EventMode::Cyber) => &[(EventContext::Cyber, 3)],
        Some(EventMode::Misinformation) => &[(EventContext::Misinformation, 3)],
        Some(EventMode::Censor) => &[(EventContext::RightsFreedoms, 2)],
        Some(EventMode::CrowdControl) => &[(EventContext::Repression, 2)],
        Some(EventMode::Convict) => &[(EventContext::Legal, 2)],
        Some(EventMode::Investigate) => &[(EventContext::Legal, 1)],
        Some(EventMode::Torture) => &[(EventContext::HumanRights, 2)],
        Some(EventMode::Sexual) => &[(EventContext::Gender, 2)],
        Some(EventMode::SuicideAttack) => &[(EventContext::Terrorism, 2)],
        Some(EventMode::Unconventional) => &[(EventContext::Cbrn, 1)],
        Some(EventMode::Troops) => &[(EventContext::Military, 1)],
        _ => &[],
    };
    for (context, weight) in said {
        add(sums, *context, *weight);
    }
}

/// What those who take part say: an army of its state, a court, two governments.
fn by_parties(findings: Findings<'_>, draft: &Draft, sums: &mut [u8; COUNT]) {
    let event = &draft.event;
    let sides = Sides { findings };
    let (actors, recipients) = (&draft.parties.actors, &draft.parties.recipients);
    let mut seen = [false; COUNT];
    let mut governments = 0;
    let mut countries: Vec<&str> = Vec::new();
    for party in actors.iter().chain(recipients) {
        let sector = sides.sector(party);
        let context = match sector {
            "MIL" => Some(EventContext::Military),
            "SPY" => Some(EventContext::Intelligence),
            "GOV" => Some(EventContext::Executive),
            "LEG" => Some(EventContext::Legislative),
            "JUD" => Some(EventContext::Legal),
            "PTY" => Some(EventContext::PoliticalInstitutions),
            "REF" => Some(EventContext::Migration),
            "JRN" if is_against(event, party, recipients) => Some(EventContext::RightsFreedoms),
            _ => None,
        };
        if let Some(context) = context
            && let Some(seen) = seen.get_mut(index(context))
            && !*seen
        {
            *seen = true;
            add(sums, context, ENOUGH);
        }
        let country = country_of(findings, party);
        let speaks_for_state = sector == "GOV" || !country.is_empty() && sides.is_country(party);
        governments += usize::from(speaks_for_state);
        if speaks_for_state && !country.is_empty() && !countries.contains(&country) {
            countries.push(country);
        }
    }
    // What states say to each other is diplomacy, and so are talks of whoever governs.
    let talks = event.event_type == EventType::Consult && actors.len() + recipients.len() > 1 && governments > 0;
    let words = takes_government(event.event_type);
    if talks || words && countries.len() > 1 {
        add(sums, EventContext::Diplomatic, ENOUGH);
    }
}

/// Whether something is done to the party that limits it.
fn is_against(event: &Event, party: &Party, recipients: &[Party]) -> bool {
    matches!(
        event.event_type,
        EventType::Coerce | EventType::Sanction | EventType::Assault | EventType::Threaten
    ) && recipients.iter().any(|other| other.start == party.start)
}

/// The country of who is named.
fn country_of<'a>(findings: Findings<'a>, party: &Party) -> &'a str {
    party
        .name
        .and_then(|name| findings.mentions.get(name as usize))
        .and_then(|mention| findings.entities.get(mention.entity.0 as usize))
        .map_or("", |entity| entity.country.as_str())
}
