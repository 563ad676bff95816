//! Which place and which actor: the own sets in `tests/linking`, sentences with the answers in brackets.
//!
//! A place is right by its GeoNames id (or, where the gold has none, by country and point), its country, and a point within
//! 20 km; an actor by its English name. A mention that no entity answers counts as wrong in all.

use std::fmt;

use musnad::{Document, Entity, Extraction, Extractor, LatLon, MentionForm, PlaceResolution, Span};

/// A mention of the gold.
struct Asked<'a> {
    span: Span,
    cells: Vec<&'a str>,
}

/// How many are right, of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) right: u64,
    pub(crate) of: u64,
}

impl Share {
    pub(crate) fn value(self) -> f64 {
        self.right as f64 / self.of.max(1) as f64
    }

    fn count(&mut self, right: bool) {
        self.right += u64::from(right);
        self.of += 1;
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3} ({} of {})", self.value(), self.right, self.of)
    }
}

/// The figures of the places.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Places {
    pub(crate) id: Share,
    pub(crate) country: Share,
    pub(crate) near: Share,
}

/// Cuts `[words|a|b]` out of a line: the text, and what is asked of it.
fn parse(line: &str) -> (String, Vec<Asked<'_>>) {
    let (mut text, mut asked) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let Some((mark, behind)) = after.split_once(']') else {
            break;
        };
        let mut cells = mark.split('|');
        let start = text.len() as u32;
        text.push_str(cells.next().unwrap_or_default());
        asked.push(Asked {
            span: Span::new(start, text.len() as u32),
            cells: cells.collect(),
        });
        rest = behind;
    }
    text.push_str(rest);
    (text, asked)
}

/// The entity of the mention that shares most with a span; a name before a nominal.
fn answer(extraction: &Extraction, span: Span) -> Option<&Entity> {
    let shared = |other: Span| span.end.min(other.end).saturating_sub(span.start.max(other.start));
    let best = extraction
        .mentions
        .iter()
        .filter(|mention| shared(mention.span) > 0)
        .max_by_key(|mention| (shared(mention.span), mention.form == MentionForm::Name))?;
    extraction.entities.get(best.entity.0 as usize)
}

fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Scores `places.txt`.
pub(crate) fn places(extractor: &Extractor, table: &str) -> Result<Places, musnad::Error> {
    let mut places = Places::default();
    for line in lines(table) {
        let (text, asked) = parse(line);
        let extraction = extractor.extract(&Document::new(&text))?;
        for asked in asked {
            let [country, id, lat, lon] = asked.cells.as_slice() else {
                continue;
            };
            let entity = answer(&extraction, asked.span);
            let right_country = entity.is_some_and(|entity| entity.country == *country);
            let close = entity
                .and_then(|entity| entity.location)
                .zip(lat.parse().ok().zip(lon.parse().ok()))
                .is_some_and(|(found, (lat, lon))| kilometres(found, LatLon { lat, lon }) <= 20.0);
            let right_id = entity.is_some_and(|entity| match *id {
                "country" => entity.resolution == Some(PlaceResolution::Country) && right_country,
                "region" | "-" => right_country && close,
                id => entity.geonames.is_some_and(|found| found.to_string() == id),
            });
            places.id.count(right_id);
            places.country.count(right_country);
            places.near.count(right_id || close);
        }
    }
    Ok(places)
}

/// Scores `actors.txt`.
pub(crate) fn actors(extractor: &Extractor, table: &str) -> Result<Share, musnad::Error> {
    let mut share = Share::default();
    for line in lines(table) {
        let (day, marked) = line.split_once('\t').unwrap_or(("", line));
        let (text, asked) = parse(marked);
        let extraction = extractor.extract(&Document::new(&text).published_at(day)?)?;
        for asked in asked {
            let entity = answer(&extraction, asked.span);
            share.count(entity.is_some_and(|entity| asked.cells.first() == Some(&entity.name_en.as_str())));
        }
    }
    Ok(share)
}

fn kilometres(a: LatLon, b: LatLon) -> f64 {
    let (from, to) = (a.lat.to_radians(), b.lat.to_radians());
    let east = (b.lon - a.lon).to_radians();
    let h = ((to - from) / 2.0).sin().powi(2) + from.cos() * to.cos() * (east / 2.0).sin().powi(2);
    2.0 * 6371.0 * h.sqrt().min(1.0).asin()
}
