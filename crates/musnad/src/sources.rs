//! Who vouches for what: the chain of sources of each event, ready to be shown.
//!
//! «نقلت رويترز عن مصدر عسكري أن الجيش قصف البلدة» (Reuters quoted a military source that the army shelled the town): the
//! shelling has one voice, «مصدر عسكري», relayed by «رويترز», which the outlet prints.
//!
//! This only reads an [`Extraction`], so that a result that came over the network gives the same.

use crate::document::{Event, EventStatus, Extraction, Source, Statement};

/// An event with everybody who says whether it happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Sourced<'x> {
    /// Its place in [`Extraction::events`].
    pub number: usize,
    /// The event.
    pub event: &'x Event,
    /// At least one; the outlet alone where nobody else says so.
    pub voices: Vec<Voice<'x>>,
}

/// Somebody who says whether an event happened, and the way of the words to the article.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice<'x> {
    /// The statement with its place in [`Extraction::statements`]; `None` where the outlet itself reports.
    pub statement: Option<(usize, &'x Statement)>,
    /// Whether it happened, by that voice.
    pub status: EventStatus,
    /// The source, where it is named.
    pub source: Option<&'x Source>,
    /// Who relays it, the nearest to the source first.
    pub relays: Vec<&'x Source>,
}

/// The events of an extraction, in order, with their voices. It needs the layers events and statements.
///
/// ```
/// use musnad::{Document, EventStatus, Extractor, sources};
///
/// let extraction = Extractor::builder().build()?.extract(&Document::new("نفى الجيش قصف المدينة."))?;
/// let sourced = sources::of_events(&extraction);
/// assert_eq!(sourced[0].voices[0].status, EventStatus::Negated);
/// # Ok::<(), musnad::Error>(())
/// ```
pub fn of_events(extraction: &Extraction) -> Vec<Sourced<'_>> {
    let sourced = |(number, event)| Sourced {
        number,
        event,
        voices: voices(extraction, event),
    };
    extraction.events.iter().enumerate().map(sourced).collect()
}

fn voices<'x>(extraction: &'x Extraction, event: &'x Event) -> Vec<Voice<'x>> {
    let mut voices: Vec<Voice<'x>> = event
        .attestations
        .iter()
        .filter_map(|attestation| {
            let number = attestation.statement as usize;
            let statement = extraction.statements.get(number)?;
            Some(Voice {
                statement: Some((number, statement)),
                status: attestation.status,
                source: statement.source.as_ref(),
                relays: statement.via.iter().rev().collect(),
            })
        })
        .collect();
    // Told outside of what anybody says, and only taken up by others: the outlet tells it first.
    if event.statements.is_empty() || voices.is_empty() {
        let own = Voice {
            statement: None,
            status: event.status,
            source: None,
            relays: Vec::new(),
        };
        voices.insert(0, own);
    }
    voices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, Extractor};

    fn drawn(text: &str) -> Vec<String> {
        let extractor = Extractor::builder().by_rules().build().unwrap();
        let extraction = extractor.extract(&Document::new(text)).unwrap();
        let mut lines = Vec::new();
        for sourced in of_events(&extraction) {
            for voice in &sourced.voices {
                let chain = voice.source.into_iter().chain(voice.relays.iter().copied());
                let names: Vec<&str> = chain.map(|source| source.span.of(text)).collect();
                let trigger = sourced.event.trigger.of(text);
                lines.push(format!("{trigger} {:?} {}", voice.status, names.join(" < ")));
            }
        }
        lines
    }

    #[test]
    fn the_outlet_reports_what_nobody_else_says() {
        assert_eq!(drawn("قصف الجيش المدينة."), ["قصف Occurred "]);
    }

    #[test]
    fn a_chain_runs_from_the_source_outwards() {
        assert_eq!(
            drawn("نقلت رويترز عن مصدر عسكري أن الجيش قصف المدينة."),
            ["قصف Occurred مصدر عسكري < رويترز"]
        );
    }

    #[test]
    fn who_denies_it_does_not_make_it_unhappened_for_others() {
        assert_eq!(
            drawn("قالت المعارضة إن الجيش قصف المدينة. ونفى المتحدث باسم الجيش ذلك."),
            ["قصف Occurred المعارضة", "قصف Negated المتحدث باسم الجيش"]
        );
    }

    #[test]
    fn the_outlet_tells_and_another_denies() {
        assert_eq!(
            drawn("قصف الجيش المدينة. ونفى المتحدث باسم الجيش ذلك."),
            ["قصف Occurred ", "قصف Negated المتحدث باسم الجيش"]
        );
    }
}
