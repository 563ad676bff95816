//! What the words beside a number say about it.

use std::collections::HashMap;

use musnad_data::{fold, lexicon, measure};
use rustc_hash::FxBuildHasher;

use crate::document::QuantityKind;
use crate::error::{Error, ErrorKind};
use crate::morphology::{LexemeId, Morphology, Pos};
use crate::number::Forms;
use crate::text::Text;
use crate::text::token::TokenKind;

/// What a predicate says happened to the people it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Predicate {
    /// One of the kinds of casualties.
    Kind(QuantityKind),
    /// «سقط»: killed, unless said otherwise («بين قتيل وجريح»).
    Fallen,
    /// «إطلاق سراح»: set free, so no longer detained.
    Released,
    /// «فرّ»: driven from home where thousands or civilians do it.
    Fled,
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
    /// The word is a currency only before one of its adjectives («بات تايلندي»).
    only_with_adjective: bool,
    by_adjective: Vec<(Vec<String>, &'static str)>,
}

/// The tables, parsed.
#[derive(Debug, Clone)]
pub(super) struct Lexicon {
    by_lexeme: HashMap<LexemeId, Predicate, FxBuildHasher>,
    by_form: Forms<Predicate>,
    /// «ناشطات», «جريحتان»: feminine forms of the nouns for people, without ال.
    women: HashMap<String, QuantityKind, FxBuildHasher>,
    lookalikes: Forms<()>,
    units: HashMap<String, UnitSort, FxBuildHasher>,
    currencies: Vec<Currency>,
    /// All codes of ISO 4217 that the table has.
    codes: Vec<&'static str>,
    currency_forms: Forms<u32>,
}

impl Lexicon {
    pub(super) fn new() -> Result<Self, Error> {
        let fault = |table: &str, line: usize| {
            Error::new(ErrorKind::Resources, format!("quantity/{table}.tsv:{line}: bad row"))
        };
        let (mut by_lexeme, mut by_form) = (HashMap::default(), Vec::new());
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
                by_form.push((fold::key(key), predicate));
            }
        }
        let lookalikes =
            measure::rows(measure::LOOKALIKES).filter_map(|(_, row)| row.first().map(|form| (fold::key(form), ())));
        let mut units = HashMap::default();
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
        let (mut currencies, mut currency_forms) = (Vec::new(), Vec::new());
        for (line, row) in measure::rows(measure::CURRENCIES) {
            let [form, others, code, adjectives] = row[..] else {
                return Err(fault("currencies", line));
            };
            for form in std::iter::once(form)
                .chain(others.split(','))
                .filter(|form| *form != "-")
            {
                currency_forms.push((fold::key(form), currencies.len() as u32));
            }
            let by_adjective = adjectives
                .split(',')
                .filter_map(|pair| pair.split_once('='))
                .map(|(words, code)| (words.split(' ').map(fold::key).collect(), code))
                .collect();
            currencies.push(Currency {
                code: if matches!(code, "-" | "!") { "" } else { code },
                only_with_adjective: code == "!",
                by_adjective,
            });
        }
        let mut codes: Vec<&'static str> = currencies
            .iter()
            .flat_map(|currency: &Currency| {
                currency
                    .by_adjective
                    .iter()
                    .map(|(_, code)| *code)
                    .chain([currency.code])
            })
            .filter(|code| !code.is_empty())
            .collect();
        codes.sort_unstable();
        codes.dedup();
        let mut women = HashMap::default();
        for lexeme in (0..).map_while(lexicon::lexeme) {
            if lexeme.class != lexicon::Class::Noun || !lexeme.has_tag("human") || lexeme.has_tag("org") {
                continue;
            }
            let kind = [
                ("killed", QuantityKind::Killed),
                ("injured", QuantityKind::Injured),
                ("missing", QuantityKind::Missing),
                ("detained", QuantityKind::Detained),
                ("displaced", QuantityKind::Displaced),
            ]
            .into_iter()
            .find(|(tag, _)| lexeme.has_tag(tag))
            .map_or(QuantityKind::People, |(_, kind)| kind);
            let stem = fold::key(lexeme.lemma);
            let stem = stem.strip_suffix('ه').unwrap_or(&stem);
            for ending in ["ه", "ات", "تان", "تين"] {
                women.entry(format!("{stem}{ending}")).or_insert(kind);
            }
        }
        Ok(Self {
            codes,
            women,
            by_lexeme,
            by_form: Forms::new(by_form),
            lookalikes: Forms::new(lookalikes),
            units,
            currencies,
            currency_forms: Forms::new(currency_forms),
        })
    }

    /// What the token predicates.
    pub(super) fn predicate(&self, text: &Text<'_>, morphology: &Morphology, token: usize) -> Option<Predicate> {
        // «فقد بلغ»: the particle, not «lost».
        if text.key(token) == "فقد" && morphology.best(token + 1).pos == Pos::Verb {
            return None;
        }
        // A sentence of death is no death, and «في السجن» a place.
        let before = || token.checked_sub(1).map_or("", |before| text.key(before));
        if matches!(text.key(token), "بالاعدام" | "للاعدام")
            || text.key(token) == "السجن" && matches!(before(), "في" | "داخل" | "من" | "الي" | "خارج")
        {
            return None;
        }
        // «القضاء على 3 مسلحين», not the judges.
        if text.key(token + 1) == "علي" && matches!(text.key(token), "القضاء" | "بالقضاء" | "قضاء" | "قضت" | "قضي")
        {
            return Some(Predicate::Kind(QuantityKind::Killed));
        }
        let form = self.by_form.get(text.key(token)).first().map(|form| form.value);
        form.or_else(|| {
            morphology
                .all(token)
                .find_map(|reading| reading.lexeme.and_then(|id| self.by_lexeme.get(&id).copied()))
        })
    }

    /// The kind of people that a feminine noun counts.
    pub(super) fn woman(&self, key: &str) -> Option<QuantityKind> {
        self.women.get(key.strip_prefix("ال").unwrap_or(key)).copied()
    }

    /// Whether a word only looks like a dual («لبنان», «طالبان»).
    pub(super) fn looks_like_dual(&self, key: &str) -> bool {
        self.lookalikes.has(key)
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
            "¥" => "JPY",
            "₪" => "ILS",
            "₺" => "TRY",
            "₽" => "RUB",
            "₹" => "INR",
            _ => "",
        };
        if !sign.is_empty() {
            return Some((sign, token + 1));
        }
        // «20 مليون USD».
        if text.kind(token) == TokenKind::Foreign
            && let Some(code) = self.codes.iter().find(|code| **code == text.key(token))
        {
            return Some((code, token + 1));
        }
        let form = self
            .currency_forms
            .get(text.key(token))
            .first()
            .filter(|form| form.prefix == 0)?;
        let currency = self.currencies.get(form.value as usize)?;
        let is_word = |at: usize, word: &str| {
            let key = text.key(at);
            let stem = key.strip_suffix('ا').filter(|stem| stem.ends_with('ي')).unwrap_or(key);
            word == key || word == stem
        };
        // The longest adjective that fits: «كوري شمالي» before «كوري».
        let found = currency
            .by_adjective
            .iter()
            .filter(|(words, _)| words.iter().enumerate().all(|(n, word)| is_word(token + 1 + n, word)))
            .max_by_key(|(words, _)| words.len());
        match found {
            Some((words, code)) => Some((code, token + 1 + words.len())),
            None if currency.only_with_adjective => None,
            None => Some((currency.code, token + 1)),
        }
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
        "fled" => Predicate::Fled,
        _ => return None,
    })
}
