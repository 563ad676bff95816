//! Titles and offices: tied to the persons that have them («وزير الخارجية التركي **مولود جاويش أوغلو**»), and as mentions of
//! their own («**الرئيس الأميركي**», «**الوزير التركي**», «**المتحدث**»).

use std::collections::HashMap;

use musnad_data::gazetteer::Kind;

use super::Found;
use super::cluster::Clusters;
use super::office::{Offices, Post, is_named};
use crate::document::{Entity, EntityId, EntityType, Mention, MentionForm, Role};
use crate::names::Name;
use crate::text::Span;

/// A role before entities have their numbers.
pub(crate) struct Draft {
    cluster: u32,
    of: Option<u32>,
    role: Role,
}

/// A person that the text has named with a title.
struct Titled {
    cluster: u32,
    country: String,
}

/// Reads titles beside names, and offices that stand alone; adds the latter to the mentions.
pub(crate) fn find(
    found: Found<'_, '_>,
    offices: Offices<'_, '_>,
    of_names: &[u32],
    clusters: &mut Clusters<'_, '_>,
    mentions: &mut Vec<Mention>,
) -> Vec<Draft> {
    let text = found.text;
    let mut roles = Vec::new();
    // By the bare first word of the title, the latest last.
    let mut titled: HashMap<String, Vec<Titled>> = HashMap::new();
    let mut by_office: HashMap<(u8, String), u32> = HashMap::new();
    let mut next = 0;
    let mut token = 0;
    while token < text.tokens.len() {
        // What the text has said up to here, «الوزير» may refer to.
        while let Some((name, cluster)) = found.names.get(next).zip(of_names.get(next))
            && name.tokens.start <= token
        {
            next += 1;
            let Some(span) = name.title else { continue };
            let tokens = text.tokens_in(span);
            let post = offices.at(tokens.start);
            let country = post
                .as_ref()
                .map_or_else(|| country(offices, &tokens), |post| post.country.clone());
            if let Some(post) = &post {
                if let Some(day) = found.published_at
                    && let Some(holder) = offices.holder(post.office, &post.country, day)
                    && !clusters.same_person(*cluster, holder)
                    && post.tokens.end == tokens.end
                    && clusters
                        .entry_of(*cluster)
                        .is_some_and(|person| !offices.held(post, person))
                {
                    // «كلف الرئيس الفلسطيني سلام فياض»: the name is of another person, who is the object.
                    let cluster = clusters.listed(holder, EntityType::Person);
                    if let Some(mention) = mentions.iter_mut().find(|mention| mention.span == name.span) {
                        mention.title = None;
                    }
                    mentions.push(office(found, post, cluster));
                    continue;
                }
                by_office.insert((post.office.number, post.country.clone()), *cluster);
            }
            // Without the particles written onto it.
            let words = musnad_data::fold::key(span.of(text.raw));
            let head = head(words.split(' ').next().unwrap_or_default()).to_owned();
            titled.entry(head).or_default().push(Titled {
                cluster: *cluster,
                country: country.clone(),
            });
            roles.push(role(found, of_names, *cluster, span, post.as_ref(), country));
        }
        let inside = found.names.get(next.saturating_sub(1)).filter(|name| {
            name.tokens.contains(&token) || name.title.is_some_and(|title| text.tokens_in(title).contains(&token))
        });
        let ahead = found
            .names
            .iter()
            .skip(next)
            .take(3)
            .any(|name| name.title.is_some_and(|title| text.tokens_in(title).contains(&token)));
        if let Some(name) = inside.filter(|name| name.tokens.contains(&token)) {
            token = name.tokens.end.max(token + 1);
            continue;
        }
        if ahead || inside.is_some() {
            token += 1;
            continue;
        }
        let Some((tokens, skip, cluster, evidence)) = alone(found, offices, token, &titled, &by_office, clusters)
        else {
            token += 1;
            continue;
        };
        if let Some(post) = offices.at(token) {
            // «الوزير العماني» after «وزير الخارجية العماني».
            let words = text.key(token).get(usize::from(skip)..).unwrap_or_default();
            titled.entry(head(words).to_owned()).or_default().push(Titled {
                cluster,
                country: post.country,
            });
        }
        mentions.push(nominal(found, &tokens, skip, cluster, evidence));
        token = tokens.end;
    }
    roles
}

fn office(found: Found<'_, '_>, post: &Post, cluster: u32) -> Mention {
    nominal(found, &post.tokens, post.skip, cluster, "entities.office")
}

fn nominal(
    found: Found<'_, '_>,
    tokens: &std::ops::Range<usize>,
    skip: u8,
    cluster: u32,
    evidence: &'static str,
) -> Mention {
    let span = span(found, tokens, skip);
    Mention {
        span,
        head: Span::new(span.start, found.text.span(tokens.start).end.max(span.start)),
        entity_type: EntityType::Person,
        form: MentionForm::Nominal,
        entity: EntityId(cluster),
        title: None,
        score: 0.7,
        evidence: evidence.into(),
    }
}

type Alone = (std::ops::Range<usize>, u8, u32, &'static str);

/// An office or title that stands for its holder.
fn alone(
    found: Found<'_, '_>,
    offices: Offices<'_, '_>,
    token: usize,
    titled: &HashMap<String, Vec<Titled>>,
    by_office: &HashMap<(u8, String), u32>,
    clusters: &mut Clusters<'_, '_>,
) -> Option<Alone> {
    if let Some(post) = offices.at(token) {
        if offices.is_other(&post)
            || is_named(found.names, &(post.tokens.end..post.tokens.end + 1)) && follows(found, &post)
        {
            return None;
        }
        if let Some(cluster) = by_office.get(&(post.office.number, post.country.clone())) {
            return Some((post.tokens, post.skip, *cluster, "entities.title"));
        }
        let holder = offices.holder(post.office, &post.country, found.published_at?)?;
        let cluster = clusters.listed(holder, EntityType::Person);
        return Some((post.tokens, post.skip, cluster, "entities.office"));
    }
    // «الوزير», «الوزير التركي» after «وزير الخارجية التركي مولود جاويش أوغلو».
    let word = offices
        .lookup
        .at(token)
        .iter()
        .find(|m| matches!(m.kind, Kind::Title | Kind::Office) && m.end as usize == token + 1)?;
    let key = offices.text.key(token).get(usize::from(word.skip)..)?;
    let is_definite = key.starts_with("ال") || word.skip > 0 && key.starts_with('ل');
    if !is_definite {
        return None;
    }
    let persons = titled.get(head(key))?;
    let demonym = offices
        .lookup
        .bare(token + 1, Kind::Demonym)
        .filter(|_| offices.text.key(token + 1).starts_with("ال"));
    let country = demonym
        .and_then(|found| offices.gazetteer.entry(found.entry))
        .map(|row| row.country);
    let person = persons
        .iter()
        .rev()
        .find(|person| country.is_none_or(|country| person.country == country))?;
    let end = demonym.map_or(token + 1, |found| found.end as usize);
    let adjective = offices.text.key(end);
    // «المتحدث العسكري», «الرئيس السابق»: another one, or another office.
    let goes_on = adjective.starts_with("ال")
        && demonym.is_none()
        && offices
            .lookup
            .at(end)
            .iter()
            .any(|m| matches!(m.kind, Kind::Qualifier | Kind::TitleAdjunct | Kind::Demonym));
    let named = is_named(found.names, &(end..end + 1));
    let opens = matches!(adjective, "باسم" | "بلسان" | "العام" | "في" | "لدي") || named;
    (!goes_on && !opens).then_some((token..end, word.skip, person.cluster, "entities.title"))
}

/// Whether the name behind an office is the person who has it, not where it is: a person's.
fn follows(found: Found<'_, '_>, post: &Post) -> bool {
    let next = found.names.partition_point(|name| name.tokens.end <= post.tokens.end);
    found
        .names
        .get(next)
        .is_some_and(|name| name.entity_type == EntityType::Person)
}

/// A title's first word, itself without particles, without article and the ending of a woman.
fn head(key: &str) -> &str {
    let bare = ["ال", "لل", "ل"]
        .iter()
        .find_map(|prefix| key.strip_prefix(prefix).filter(|rest| rest.len() > 4))
        .unwrap_or(key);
    bare.strip_suffix('ه').unwrap_or(bare)
}

/// The country that an adjective inside a title says.
fn country(offices: Offices<'_, '_>, tokens: &std::ops::Range<usize>) -> String {
    tokens
        .clone()
        .flat_map(|token| offices.lookup.at(token))
        .filter(|found| found.kind == Kind::Demonym)
        .find_map(|found| {
            offices
                .gazetteer
                .entry(found.entry)
                .map(|row| row.country)
                .filter(|country| !country.is_empty())
        })
        .unwrap_or_default()
        .to_owned()
}

fn span(found: Found<'_, '_>, tokens: &std::ops::Range<usize>, skip: u8) -> Span {
    let text = found.text;
    let start = text
        .tokens
        .get(tokens.start)
        .map_or(0, |token| token.start + u32::from(skip));
    let end = text
        .tokens
        .get(tokens.end.saturating_sub(1))
        .map_or(start, |token| token.end);
    text.span_of_key(start, end)
}

fn role(
    found: Found<'_, '_>,
    of_names: &[u32],
    cluster: u32,
    span: Span,
    post: Option<&Post>,
    country: String,
) -> Draft {
    // The body or place inside the title: «المتحدث باسم **قوات حفتر**».
    let inside = |name: &Name| span.start <= name.span.start && name.span.end <= span.end;
    let first = found.names.partition_point(|name| name.span.end <= span.start);
    let of = found
        .names
        .iter()
        .zip(of_names)
        .skip(first)
        .take_while(|(name, _)| name.span.start < span.end)
        .find(|(name, _)| inside(name))
        .map(|(_, cluster)| *cluster);
    Draft {
        cluster,
        of,
        role: Role {
            span,
            office: post.map_or_else(String::new, |post| post.office.name_en.to_owned()),
            country,
            of: None,
        },
    }
}

/// Gives the roles to the entities; `order` says which entity a cluster became.
pub(crate) fn give(roles: Vec<Draft>, order: &[Option<u32>], entities: &mut [Entity]) {
    for Draft { cluster, of, mut role } in roles {
        let number = |cluster: u32| order.get(cluster as usize).copied().flatten();
        role.of = of.and_then(number).map(EntityId);
        if let Some(entity) = number(cluster).and_then(|id| entities.get_mut(id as usize))
            && !entity.roles.contains(&role)
        {
            entity.roles.push(role);
        }
    }
}
