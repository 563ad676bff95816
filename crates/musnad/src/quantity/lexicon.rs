//! What the words beside a number say about it.

use std::collections::{HashMap, HashSet};

use musnad_data::{fold, lexicon, measure};

use crate::document::QuantityKind;
use crate::error::{Error, ErrorKind};
use crate::morphology::{LexemeId, Morphology};
use crate::number::peel;
use crate::text::Text;

/// What a predicate says happened to the people it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Predicate {
    /// One of the kinds of casualties.
    Kind(QuantityKind),
    /// «سقط»: killed, unless said otherwise («بين قتيل وجريح»).
    Fallen,
    /// «إطلاق سراح»: set free, so no longer detained.
    Released,
}

/// A unit of measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum UnitSort {
    /// With the factor to kilometres.
    Distance(f64),
    Measure,
    /// Years, of age.
    Age,
}

/// A currency: its code, and its code by country adjective.
#[derive(Debug, Clone)]
struct Currency {
    code: &'static str,
    by_adjective: Vec<(String, &'static str)>,
}

/// The tables, parsed.
#[derive(Debug, Clone)]
pub(super) struct Lexicon {
    by_lexeme: HashMap<LexemeId, Predicate>,
    by_form: HashMap<String, Predicate>,
    lookalikes: HashSet<String>,
    units: HashMap<String, UnitSort>,
    currencies: Vec<Currency>,
    currency_forms: HashMap<String, usize>,
}

impl Lexicon {
    pub(super) fn new() -> Result<Self, Error> {
        let fault = |table: &str, line: usize| {
            Error::new(ErrorKind::Resources, format!("quantity/{table}.tsv:{line}: bad row"))
        };
        let (mut by_lexeme, mut by_form) = (HashMap::new(), HashMap::new());
        for (line, row) in measure::rows(measure::PREDICATES) {
            let [key, sort, kind] = row[..] else {
                return Err(fault("predicates", line));
            };
            let predicate = predicate_of(kind).ok_or_else(|| fault("predicates", line))?;
            if sort == "lexeme" {
                let before = by_lexeme.len();
                by_lexeme.extend(lexicon::find(key).map(|id| (LexemeId(id), predicate)));
                if by_lexeme.len() == before {
                    return Err(fault("predicates", line));
                }
            } else {
                by_form.insert(fold::key(key), predicate);
            }
        }
        let lookalikes = measure::rows(measure::LOOKALIKES)
            .filter_map(|(_, row)| row.first().map(|form| fold::key(form)))
            .collect();
        let mut units = HashMap::new();
        for (line, row) in measure::rows(measure::UNITS) {
            let [form, sort, factor] = row[..] else {
                return Err(fault("units", line));
            };
            let factor = factor.parse().map_err(|_| fault("units", line))?;
            let sort = match sort {
                "distance" => UnitSort::Distance(factor),
                "measure" => UnitSort::Measure,
                "age" => UnitSort::Age,
                _ => return Err(fault("units", line)),
            };
            units.insert(fold::key(form), sort);
        }
        let (mut currencies, mut currency_forms) = (Vec::new(), HashMap::new());
        for (line, row) in measure::rows(measure::CURRENCIES) {
            let [form, others, code, adjectives] = row[..] else {
                return Err(fault("currencies", line));
            };
            for form in std::iter::once(form)
                .chain(others.split(','))
                .filter(|form| *form != "-")
            {
                currency_forms.insert(fold::key(form), currencies.len());
            }
            let by_adjective = adjectives
                .split(',')
                .filter_map(|pair| pair.split_once('='))
                .map(|(word, code)| (fold::key(word), code))
                .collect();
            currencies.push(Currency {
                code: if code == "-" { "" } else { code },
                by_adjective,
            });
        }
        Ok(Self {
            by_lexeme,
            by_form,
            lookalikes,
            units,
            currencies,
            currency_forms,
        })
    }

    /// What the token predicates.
    pub(super) fn predicate(&self, text: &Text<'_>, morphology: &Morphology, token: usize) -> Option<Predicate> {
        let form = peel(text.key(token), |stem| self.by_form.get(stem).copied()).map(|(predicate, ..)| predicate);
        form.or_else(|| {
            morphology
                .all(token)
                .find_map(|reading| reading.lexeme.and_then(|id| self.by_lexeme.get(&id).copied()))
        })
    }

    /// Whether a word only looks like a dual («لبنان», «طالبان»).
    pub(super) fn looks_like_dual(&self, key: &str) -> bool {
        peel(key, |stem| self.lookalikes.contains(stem).then_some(())).is_some()
    }

    /// The unit at a token, with the token after it.
    pub(super) fn unit(&self, text: &Text<'_>, token: usize) -> Option<(UnitSort, usize)> {
        let two = matches!(text.key(token), "كيلو") && matches!(text.key(token + 1), "متر" | "مترا");
        if two {
            return Some((UnitSort::Distance(1.0), token + 2));
        }
        self.units.get(text.key(token)).map(|sort| (*sort, token + 1))
    }

    /// The currency at a token, with the token after it.
    pub(super) fn currency(&self, text: &Text<'_>, token: usize) -> Option<(&'static str, usize)> {
        let sign = match text.key(token) {
            "$" => "USD",
            "€" => "EUR",
            "£" => "GBP",
            _ => "",
        };
        if !sign.is_empty() {
            return Some((sign, token + 1));
        }
        let index = peel(text.key(token), |stem| self.currency_forms.get(stem).copied())
            .filter(|(_, prefix, ..)| *prefix == 0)
            .map(|(index, ..)| index)?;
        let currency = self.currencies.get(index)?;
        let adjective = text.key(token + 1);
        let stem = adjective
            .strip_suffix('ا')
            .filter(|stem| stem.ends_with('ي'))
            .unwrap_or(adjective);
        let found = currency
            .by_adjective
            .iter()
            .find(|(word, _)| word == stem || word == adjective);
        let any_adjective = found.is_some() || matches!(stem, "امريكي" | "اميركي");
        Some((
            found.map_or(currency.code, |(_, code)| code),
            token + 1 + usize::from(any_adjective),
        ))
    }
}

fn predicate_of(kind: &str) -> Option<Predicate> {
    Some(match kind {
        "killed" => Predicate::Kind(QuantityKind::Killed),
        "injured" => Predicate::Kind(QuantityKind::Injured),
        "missing" => Predicate::Kind(QuantityKind::Missing),
        "detained" => Predicate::Kind(QuantityKind::Detained),
        "displaced" => Predicate::Kind(QuantityKind::Displaced),
        "fallen" => Predicate::Fallen,
        "released" => Predicate::Released,
        _ => return None,
    })
}
