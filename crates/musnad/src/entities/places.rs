//! Which of several places of one name is meant: Zinjibar in Yemen or Zanzibar in Tanzania («زنجبار»), the city of Aleppo
//! or its governorate.
//!
//! Every row of the name gets points for the country that the text speaks of, for what stands around the name («محافظة»,
//! «مدينة», «في ريف دمشق», «اللبنانية»), for nearness to the places that leave no doubt, and for the number of its people.
//! The weights are by hand: a country named right behind outweighs everything, population decides only among equals.
//! One name is one place in a text. Not handled: a text about two towns of one name.

use std::collections::HashMap;

use musnad_data::gazetteer::{Entry, Gazetteer, Kind};

use super::offset::{Offset, distance};
use crate::document::{EntityType, LatLon};
use crate::names::Name;
use crate::names::lookup::Lookup;
use crate::text::Text;

/// Most tokens between a place and what it lies in.
const FAR: usize = 5;

/// How much each country (ISO 3166-1 alpha-3) is spoken of.
#[derive(Debug, Default)]
struct Votes {
    by_country: HashMap<String, f64>,
    all: f64,
}

impl Votes {
    fn add(&mut self, country: &str, weight: f64) {
        if !country.is_empty() {
            *self.by_country.entry(country.to_owned()).or_default() += weight;
            self.all += weight;
        }
    }

    fn share(&self, country: &str) -> f64 {
        self.by_country.get(country).copied().unwrap_or_default() / self.all.max(2.0)
    }
}

/// What the words around the mentions of a name say.
#[derive(Debug, Default, Clone)]
struct Cues {
    /// A province or district, by its class noun; of the level, where the noun has one.
    division: Option<u8>,
    is_division: bool,
    is_town: bool,
    /// «تونس العاصمة», «العاصمة تونس»: the city, not the country.
    is_capital: bool,
    /// Country of an adjective right behind.
    countries: Vec<String>,
    /// Names right behind that it lies in or by.
    containers: Vec<usize>,
}

/// A name that may be several places.
#[derive(Debug)]
struct Question<'g> {
    cluster: u32,
    candidates: Vec<(u32, bool, Entry<'g>)>,
    cues: Cues,
    chosen: usize,
    sure: bool,
}

/// The names of a text, as places see them.
pub(crate) struct Scene<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) lookup: &'a Lookup,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) names: &'a [Name],
    /// The cluster of each name.
    pub(crate) clusters: &'a [u32],
    pub(crate) offsets: &'a [Offset],
}

/// The row of the gazetteer that each place of the text is, by cluster.
pub(crate) fn resolve(scene: &Scene<'_, '_>) -> HashMap<u32, u32> {
    let votes = votes(scene);
    let mut questions = questions(scene);
    for question in &mut questions {
        let scores: Vec<f64> = question
            .candidates
            .iter()
            .map(|candidate| scene.score(&votes, question, candidate))
            .collect();
        question.choose(&scores);
    }
    let anchors: Vec<(u32, LatLon)> = questions
        .iter()
        .filter(|question| question.sure)
        .filter_map(|question| Some((question.cluster, question.point()?)))
        .collect();
    let told: HashMap<u32, LatLon> = scene.told(&questions);
    for question in &mut questions {
        if question.candidates.len() < 2 {
            continue;
        }
        let scores: Vec<f64> = question
            .candidates
            .iter()
            .map(|candidate| {
                let near = point(&candidate.2).map_or(0.0, |here| {
                    let others = anchors.iter().filter(|(cluster, _)| *cluster != question.cluster);
                    let nearest = others
                        .map(|(_, there)| distance(here, *there))
                        .fold(f64::INFINITY, f64::min);
                    let told = told
                        .get(&question.cluster)
                        .map_or(0.0, |there| 4.0 * (-distance(here, *there) / 100.0).exp());
                    2.0 * (-nearest / 150.0).exp() + told
                });
                scene.score(&votes, question, candidate) + near
            })
            .collect();
        question.choose(&scores);
    }
    questions
        .iter()
        .filter_map(|question| Some((question.cluster, question.candidates.get(question.chosen)?.0)))
        .collect()
}

fn point(row: &Entry<'_>) -> Option<LatLon> {
    row.location.map(|(lat, lon)| LatLon { lat, lon })
}

impl Question<'_> {
    fn choose(&mut self, scores: &[f64]) {
        let mut best = (f64::NEG_INFINITY, 0);
        for (index, score) in scores.iter().enumerate() {
            if *score > best.0 + 1e-9 {
                best = (*score, index);
            }
        }
        let elsewhere = |index: usize| {
            let (Some(a), Some(b)) = (self.candidates.get(index), self.candidates.get(best.1)) else {
                return false;
            };
            match (point(&a.2), point(&b.2)) {
                (Some(a), Some(b)) => distance(a, b) > 50.0,
                _ => false,
            }
        };
        let rival = scores
            .iter()
            .enumerate()
            .filter(|(index, _)| elsewhere(*index))
            .map(|(_, score)| *score);
        self.sure = best.0 - rival.fold(f64::NEG_INFINITY, f64::max) > 1.5;
        self.chosen = best.1;
    }

    fn point(&self) -> Option<LatLon> {
        let (_, _, row) = self.candidates.get(self.chosen)?;
        (row.remark != "country").then(|| point(row)).flatten()
    }
}

impl Scene<'_, '_> {
    fn score(&self, votes: &Votes, question: &Question<'_>, candidate: &(u32, bool, Entry<'_>)) -> f64 {
        let (id, weak, row) = candidate;
        let cues = &question.cues;
        let mut score = 4.0 * votes.share(row.country) + prior(row) - if *weak { 0.8 } else { 0.0 };
        for country in &cues.countries {
            score += if row.country == country { 6.0 } else { -3.0 };
        }
        let is_division = row.level.is_some() || row.remark == "regions";
        if cues.is_division && !cues.is_town {
            score += if is_division { 4.0 } else { 0.0 };
            score += match (cues.division, row.level) {
                (Some(wanted), Some(level)) if wanted == level => 1.0,
                _ => 0.0,
            };
        } else if cues.is_town && is_division {
            score -= 3.0;
        }
        if cues.is_capital && row.remark == "country" {
            score -= 6.0;
        }
        for name in &cues.containers {
            score += self.lies_in(*id, row, *name);
        }
        score
    }

    /// Points for lying in, or by, the place that another name names.
    fn lies_in(&self, id: u32, row: &Entry<'_>, name: usize) -> f64 {
        let Some(container) = self.names.get(name) else {
            return 0.0;
        };
        let mut best: f64 = 0.0;
        let mut is_country = false;
        for posting in self.places(container) {
            let Some(outer) = self.gazetteer.entry(posting).filter(|_| posting != id) else {
                continue;
            };
            is_country |= outer.remark == "country";
            let same_country = !row.country.is_empty() && outer.country == row.country;
            let inside = std::iter::successors(row.division, |division| self.gazetteer.entry(*division)?.division)
                .take(3)
                .any(|division| {
                    division == posting
                        || self
                            .gazetteer
                            .entry(division)
                            .is_some_and(|division| division.geonames.is_some() && division.geonames == outer.geonames)
                });
            let near = match (point(row), point(&outer)) {
                (Some(a), Some(b)) if outer.remark != "country" => distance(a, b),
                _ => f64::INFINITY,
            };
            let points = if inside || outer.remark == "country" && same_country {
                5.0
            } else if near < 80.0 {
                3.5
            } else if same_country {
                1.5
            } else {
                0.0
            };
            best = best.max(points);
        }
        if is_country && best == 0.0 { -3.0 } else { best }
    }

    /// The rows of all places of a name.
    fn places(&self, name: &Name) -> Vec<u32> {
        let skip = self.lookup.at(name.tokens.start);
        let mut rows: Vec<u32> = skip
            .iter()
            .filter(|found| found.kind == Kind::Place && found.end as usize == name.tokens.end)
            .map(|found| found.entry)
            .collect();
        if rows.is_empty() {
            rows.extend(name.entry);
        }
        rows
    }

    /// Where the text tells by distance that a name lies.
    fn told(&self, questions: &[Question<'_>]) -> HashMap<u32, LatLon> {
        let cluster = |name: usize| self.clusters.get(name).copied();
        self.offsets
            .iter()
            .filter_map(|offset| {
                let from = cluster(offset.from)?;
                let question = questions.iter().find(|question| question.cluster == from)?;
                Some((cluster(offset.of?)?, offset.point(question.point()?, 0.0).0))
            })
            .collect()
    }
}

/// What speaks for a row without any context: the number of its people, or what stands for it.
fn prior(row: &Entry<'_>) -> f64 {
    let people = |number: u32| 0.45 * f64::from(number.max(500)).log10();
    match (row.remark, row.level, row.population) {
        ("country", ..) => 4.5,
        ("own", ..) => 5.0,
        (_, Some(1), _) => 1.7,
        (_, Some(_), _) => 1.4,
        ("regions", ..) => 1.6,
        ("capital", ..) => 2.9,
        (_, _, Some(population)) => people(population),
        // Written by hand, so known well; the row of a gazetteer with an id comes first where both have it.
        _ => 1.5,
    }
}

fn votes(scene: &Scene<'_, '_>) -> Votes {
    let mut votes = Votes::default();
    for name in scene.names {
        if name.entity_type == EntityType::Geopolitical {
            let rows: Vec<Entry<'_>> = scene
                .places(name)
                .into_iter()
                .filter_map(|id| scene.gazetteer.entry(id))
                .collect();
            if let Some(country) = rows.iter().find(|row| row.remark == "country") {
                votes.add(country.country, 2.0);
            } else if let Some(first) = rows.first()
                && rows.iter().all(|row| row.country == first.country)
            {
                votes.add(first.country, 1.0);
            }
        } else if let Some(row) = name.entry.and_then(|entry| scene.gazetteer.entry(entry)) {
            votes.add(row.country, 0.5);
        }
    }
    for token in 0..scene.text.tokens.len() {
        if let Some(demonym) = scene.lookup.word(token, Kind::Demonym)
            && let Some(row) = scene.gazetteer.entry(demonym.entry)
        {
            votes.add(row.country, 0.5);
        }
    }
    votes
}

fn questions<'g>(scene: &Scene<'g, '_>) -> Vec<Question<'g>> {
    let mut questions: Vec<Question<'g>> = Vec::new();
    let mut known: HashMap<u32, usize> = HashMap::new();
    for (index, (name, cluster)) in scene.names.iter().zip(scene.clusters).enumerate() {
        if name.entity_type != EntityType::Geopolitical {
            continue;
        }
        let at = *known.entry(*cluster).or_insert_with(|| {
            questions.push(Question {
                cluster: *cluster,
                candidates: Vec::new(),
                cues: Cues::default(),
                chosen: 0,
                sure: false,
            });
            questions.len() - 1
        });
        let Some(question) = questions.get_mut(at) else {
            continue;
        };
        cues(scene, index, name, &mut question.cues);
        if question.candidates.is_empty() {
            // The row that the tagger took comes first, so that it stays among equals.
            let first = name
                .entry
                .filter(|entry| scene.gazetteer.entry(*entry).is_some_and(|row| row.remark == "own"));
            for id in first.into_iter().chain(scene.places(name)) {
                let weak = scene
                    .lookup
                    .at(name.tokens.start)
                    .iter()
                    .any(|found| found.entry == id && found.weak);
                if let Some(row) = scene.gazetteer.entry(id) {
                    question.candidates.push((id, weak, row));
                }
            }
        }
    }
    questions.retain(|question| !question.candidates.is_empty());
    questions
}

/// A word without the particles written onto it.
fn bare(key: &str) -> &str {
    ["وب", "ول", "و", "ب", "ل", "ف"]
        .iter()
        .find_map(|particle| key.strip_prefix(particle).filter(|rest| rest.len() > 5))
        .unwrap_or(key)
}

fn cues(scene: &Scene<'_, '_>, index: usize, name: &Name, cues: &mut Cues) {
    let text = scene.text;
    let before = name.tokens.start.checked_sub(1).map_or("", |token| text.key(token));
    for noun in [before, bare(before)] {
        match noun {
            "محافظه" | "ولايه" | "شعبيه" | "اقليم" | "مقاطعه" | "اماره" => {
                cues.is_division = true;
                cues.division = Some(1);
            }
            "ريف" | "ارياف" | "محافظتي" | "ولايتي" | "محافظات" | "ولايات" => {
                cues.is_division = true;
            }
            "مديريه" | "قضاء" | "معتمديه" | "دايره" | "مديريتي" | "مديريات" | "محليه" =>
            {
                cues.is_division = true;
                cues.division = Some(2);
            }
            "مدينه" | "بلده" | "قريه" | "مخيم" | "حي" | "ضاحيه" | "ناحيه" | "بلدتي" | "قريتي" | "مدينتي"
            | "العاصمه" | "مدن" | "بلدات" | "قري" => cues.is_town = true,
            _ => {}
        }
    }
    let after = name.tokens.end;
    cues.is_capital |= bare(before) == "العاصمه" || before == "العاصمه" || text.key(after) == "العاصمه";
    if let Some(demonym) = scene.lookup.bare(after, Kind::Demonym)
        && text.key(after).starts_with("ال")
        && let Some(row) = scene.gazetteer.entry(demonym.entry)
        && !row.country.is_empty()
    {
        cues.countries.push(row.country.to_owned());
    }
    let Some(next) = scene.names.get(index + 1) else { return };
    let between = after..next.tokens.start;
    let is_place = matches!(next.entity_type, EntityType::Geopolitical | EntityType::Location);
    if is_place && (1..=FAR).contains(&between.len()) || is_place && scene.is_inside(next) && between.len() <= FAR {
        let mut contains = scene.is_inside(next);
        let joins = between.into_iter().all(|token| {
            let key = text.key(token);
            contains |= holds(key) || holds(bare(key));
            joins(key) || joins(bare(key)) || scene.lookup.is(token, Kind::Demonym)
        });
        if joins && contains {
            cues.containers.push(index + 1);
        }
    }
}

impl Scene<'_, '_> {
    /// «بسوريا»: the preposition is written onto the name.
    fn is_inside(&self, name: &Name) -> bool {
        let first = name.tokens.start;
        self.text.key(first).starts_with('ب') && self.lookup.at(first).iter().any(|found| found.skip == 2)
    }
}

/// Words that say that what comes holds what came.
fn holds(key: &str) -> bool {
    matches!(
        key,
        "في" | "محافظه"
            | "ولايه"
            | "ريف"
            | "اقليم"
            | "مديريه"
            | "قضاء"
            | "مقاطعه"
            | "شمال"
            | "شمالي"
            | "جنوب"
            | "جنوبي"
            | "شرق"
            | "شرقي"
            | "غرب"
            | "غربي"
            | "وسط"
            | "قرب"
            | "التابعه"
            | "("
            | "،"
            | ","
    )
}

fn joins(key: &str) -> bool {
    holds(key)
        || matches!(
            key,
            "بالقرب"
                | "من"
                | "مدينه"
                | "منطقه"
                | "اقصي"
                | "الواقعه"
                | "بلده"
                | "عاصمه"
                | "مركز"
                | "ناحيه"
                | "-"
                | "علي"
                | "الحدود"
                | "مع"
        )
}
