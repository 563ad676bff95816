//! What has become of the people that are counted: the counted noun, or the predicate of the clause.

use std::ops::Range;

use super::lexicon::Predicate;
use super::{Last, Reading};
use crate::document::QuantityKind;
use crate::morphology::{Features, Pos, Proclitics};
use crate::text::token::TokenKind;

/// Verbs that only say how many: they do not end the clause that says what happened.
const MEASURING: [&str; 6] = ["بلغ", "بلغت", "يبلغ", "تبلغ", "يقدر", "تقدر"];

/// Words that make those counted bystanders of what is said to have happened.
const ONLOOKERS: [&str; 9] = ["امام", "ضد", "لدي", "وسط", "وراء", "خلف", "حول", "بحق", "مقابل"];

/// Verbs that divide a number told before.
const SHARING: [&str; 8] = ["يتوزعون", "توزعوا", "تتوزع", "يتوزع", "موزعين", "تشمل", "يشمل", "بواقع"];

impl Reading<'_, '_> {
    /// The kind of what is counted: by the noun, and for people by what is said of them.
    pub(super) fn people_kind(&self, noun: usize, tokens: Range<usize>, last: &Last) -> Option<QuantityKind> {
        // «عشرات الضحايا بين قتيل وجريح»: a count that the dead and the wounded share.
        if self.is_shared_out(tokens.end) {
            return Some(QuantityKind::People);
        }
        let others = self.is_others(noun);
        let by_noun = if others {
            Some(QuantityKind::People)
        } else {
            self.tag_kind(noun)
        };
        match by_noun {
            // «مقتل 3 أيزيديين»: whom the lexicon does not know, right after what was done to them.
            None => {
                let dead = matches!(self.text.key(noun), "وفيات" | "وفاه").then_some(QuantityKind::Killed);
                let unknown = || {
                    self.fate(tokens.clone(), 1)
                        .filter(|kind| *kind == QuantityKind::Killed && self.morphology.best(noun).lexeme.is_none())
                };
                let kind = dead.or_else(|| self.condition(noun, tokens.end)).or_else(unknown);
                Some(kind.unwrap_or(QuantityKind::Count))
            }
            Some(QuantityKind::People) => Some(
                self.condition(noun, tokens.end)
                    .or_else(|| self.fate(tokens.clone(), 8))
                    .or_else(|| self.inherited(tokens.start, last))
                    .or_else(|| self.awaited(tokens.start))
                    .unwrap_or(QuantityKind::People),
            ),
            // «تحرير 39 رهينة»: no longer held.
            // «مقتل 5 أسرى», «غرق 11 مهاجرا»: what became of them, not what they were.
            Some(QuantityKind::Detained | QuantityKind::Displaced)
                if !self.text.key(tokens.start).starts_with('و')
                    && self.before(tokens.start) != "و"
                    && let Some(worse @ (QuantityKind::Killed | QuantityKind::Injured | QuantityKind::Missing)) =
                        self.fate(tokens.clone(), 2) =>
            {
                Some(worse)
            }
            Some(QuantityKind::Detained) if self.is_released(tokens.start) => Some(QuantityKind::People),
            kind => kind,
        }
    }

    /// Whether «بين قتيل وجريح» follows.
    fn is_shared_out(&self, end: usize) -> bool {
        self.text.key(end) == "بين"
            && ["قتيل", "قتلي", "شهيد", "شهداء"]
                .iter()
                .any(|word| self.text.key(end + 1) == *word)
    }

    /// What an adjective or «في عداد» says of those counted: «14 شخصا مفقودين», «في عداد المفقودين».
    fn condition(&self, noun: usize, end: usize) -> Option<QuantityKind> {
        let state = |at: usize| {
            self.tag_kind(at).filter(|kind| {
                matches!(
                    kind,
                    QuantityKind::Missing | QuantityKind::Detained | QuantityKind::Killed | QuantityKind::Injured
                )
            })
        };
        if self.text.key(end) == "في" && self.text.key(end + 1) == "عداد" {
            return state(end + 2);
        }
        (noun + 1..=end)
            .filter(|at| {
                let key = self.text.key(*at);
                self.text.kind(*at) == TokenKind::Word
                    && (key.ends_with("ين") || key.ends_with("ون") || matches!(key, "قتلي" | "جرحي"))
                    && self.morphology.best(*at).prefix == 0
                    && !key.starts_with("ال")
            })
            .find_map(state)
    }

    /// Whether the words right before say that those counted are set free.
    fn is_released(&self, start: usize) -> bool {
        (start.saturating_sub(3)..start)
            .any(|at| self.lexicon.predicate(self.text, self.morphology, at) == Some(Predicate::Released))
    }

    /// Whether the tokens count thousands, or civilians: those who are driven out when they flee.
    fn is_population(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|at| {
            let key = self.text.key(at);
            key.len() >= 4 && key.bytes().all(|b| b.is_ascii_digit())
                || [
                    "الف",
                    "الاف",
                    "مليون",
                    "ملايين",
                    "مدني",
                    "سكان",
                    "عايل",
                    "اسره",
                    "اسر",
                    "نازح",
                ]
                .iter()
                .any(|part| {
                    let bare = key.strip_prefix("ال").unwrap_or(key);
                    (bare.starts_with(part) || key.starts_with(part) || key.ends_with("الاف")) && key != "اسري"
                })
        })
    }

    /// What is said to have happened to the people at these tokens.
    pub(super) fn fate(&self, tokens: Range<usize>, reach: usize) -> Option<QuantityKind> {
        let sentence = self.text.sentence_tokens(self.text.sentence_of(tokens.start));
        let population = tokens.start..tokens.end + 2;
        let kind = |predicate| match predicate {
            Predicate::Kind(kind) => kind,
            Predicate::Fallen => QuantityKind::Killed,
            Predicate::Fled if self.is_population(population.clone()) => QuantityKind::Displaced,
            Predicate::Released | Predicate::Fled => QuantityKind::People,
        };
        // «و20 جرحوا»: the verb right after is nearer than what the clause before says.
        let next = tokens.end;
        if !self.text.key(next).starts_with('و')
            && self.morphology.all(next).any(|reading| reading.pos == Pos::Verb)
            && self.agrees(next, tokens.clone())
            && let Some(predicate @ (Predicate::Kind(_) | Predicate::Fled)) =
                self.lexicon.predicate(self.text, self.morphology, next)
            && next < sentence.end
        {
            return Some(kind(predicate));
        }
        // «إن خمسة عناصر من التنظيم … قتلوا»: the subject comes first, and the verb agrees with it.
        if reach > 3
            && let Some(kind) = self.verb_of_subject(tokens.clone(), sentence.end)
        {
            return Some(kind);
        }
        let mut left = None;
        let mut joined = false;
        let onlookers = ONLOOKERS.contains(&self.before(tokens.start));
        let reach_left = if onlookers { 0 } else { reach };
        for (distance, at) in (sentence.start..tokens.start).rev().take(reach_left).enumerate() {
            // «فقد سبعة صيادين حياتهم», «راح ضحية الهجوم 22 مصليا».
            if let Some(kind) = self.idiom(at, tokens.end + 4 - at) {
                left = Some((distance, kind));
                break;
            }
            if let Some(predicate) = self.lexicon.predicate(self.text, self.morphology, at) {
                if self.is_coupled(at, predicate) {
                    return Some(QuantityKind::People);
                }
                // «سقوط معسكر ومحاصرة 300»: what fell is not those after «و».
                if predicate == Predicate::Fallen && joined && distance > 1 {
                    break;
                }
                left = Some((distance, kind(predicate)));
                break;
            }
            joined |= self.text.key(at).starts_with('و') && self.morphology.best(at).prefix > 0;
            // Another number, a stop or another verb ends the clause; «بلغ عدد القتلى …» is one clause.
            let is_year = self.text.key(at).len() == 4 && matches!(self.text.key(at).get(..2), Some("19" | "20"));
            let stop = matches!(self.text.key(at), "." | "؛" | ":" | "؟" | "!")
                || self.text.kind(at) == TokenKind::Number && !is_year;
            let relative = at > sentence.start && matches!(self.text.key(at - 1), "الذي" | "التي" | "الذين");
            let verb = self.morphology.best(at).pos == Pos::Verb
                && self.morphology.best(at).lexeme.is_some()
                && !relative
                && !MEASURING.contains(&self.text.key(at));
            if stop || verb || self.numbers.lexicon.is_number_word(self.text, at) && distance > 0 {
                break;
            }
        }
        if let Some((distance, kind)) = left
            && distance < 3
        {
            return Some(kind);
        }
        let mut right = None;
        for at in (tokens.end..sentence.end).take(if reach > 3 { 6 } else { 2 }) {
            let key = self.text.key(at);
            // «15 شخصا بعد إصابتهم».
            if matches!(key, "بعد" | "اثر" | "عقب" | "جراء" | "نتيجه")
                && left.is_none()
                && self.morphology.best(at + 1).suffix > 0
                && let Some(predicate @ Predicate::Kind(_)) = self.lexicon.predicate(self.text, self.morphology, at + 1)
            {
                right = Some(kind(predicate));
                break;
            }
            if let Some(predicate) = self.lexicon.predicate(self.text, self.morphology, at) {
                let best = self.morphology.best(at);
                // «3 أشخاص لجروح», «بحالات اختناق».
                let wounds = best.proclitics.any(Proclitics::BI.with(Proclitics::LI))
                    && predicate == Predicate::Kind(QuantityKind::Injured);
                if wounds {
                    right = Some(QuantityKind::Injured);
                    break;
                }
                // «و» opens another clause, and a noun of killing there has its own number.
                let verb = best.pos == Pos::Verb
                    || matches!(key, "مصرعهم" | "مصرعهما" | "مصرعهن" | "حتفهم" | "حتفهما" | "حتفهن");
                // «عشرات الآلاف إلى النزوح», «30 ألف شخص على الرحيل».
                let goal = matches!(self.before(at), "الي" | "علي")
                    && matches!(predicate, Predicate::Fled | Predicate::Kind(QuantityKind::Displaced))
                    || self.text.key(at).ends_with("ديارهم")
                    || self.text.key(at).ends_with("منازلهم");
                if goal && self.is_population(population.clone()) {
                    right = Some(QuantityKind::Displaced);
                    break;
                }
                if verb && !key.starts_with('و') && self.agrees(at, tokens.clone()) {
                    right = Some(kind(predicate));
                }
                break;
            }
            if matches!(
                key,
                "." | "،"
                    | "؛"
                    | ":"
                    | "و"
                    | "في"
                    | "بعد"
                    | "خلال"
                    | "فيما"
                    | "بينما"
                    | "كما"
                    | "الذي"
                    | "التي"
            ) || !matches!(key, "الي" | "علي")
                && self.morphology.best(at).pos == Pos::Verb
                && self.morphology.best(at).lexeme.is_some()
            {
                break;
            }
        }
        right.or(left.map(|(_, kind)| kind))
    }

    /// Whether a verb can have the counted people as its subject: «سيارة تقل 4 أشخاص أصيبت» says it of the car.
    fn agrees(&self, verb: usize, tokens: Range<usize>) -> bool {
        let best = self.morphology.best(verb);
        let feminine = best.pos == Pos::Verb && best.features.has(Features::FEMININE.with(Features::SINGULAR));
        !feminine
            || tokens.into_iter().any(|at| {
                let key = self.text.key(at);
                key.ends_with('ه') || key.ends_with("ات") || matches!(key, "نساء" | "النساء")
            })
    }

    /// Whether a predicate is joined to another one right before it: «مصرع وإصابة 13 شخصا» has no count for each.
    fn is_coupled(&self, at: usize, predicate: Predicate) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        // «قتل وأصيب»: each verb has a subject of its own.
        let nominal = |at: usize| self.morphology.best(at).pos != Pos::Verb;
        self.text.key(at).starts_with('و')
            && nominal(at)
            && nominal(before)
            && self.morphology.best(at).proclitics.has(Proclitics::WA)
            && matches!(
                (predicate, self.lexicon.predicate(self.text, self.morphology, before)),
                (
                    Predicate::Kind(QuantityKind::Killed | QuantityKind::Injured),
                    Some(Predicate::Kind(QuantityKind::Killed | QuantityKind::Injured))
                )
            )
            && self.lexicon.predicate(self.text, self.morphology, before) != Some(predicate)
    }

    /// «الذين يقدر عددهم بمئة ألف»: a number that counts people told of before.
    pub(super) fn headcount(&self, start: usize) -> Option<QuantityKind> {
        let first = self.text.sentence_tokens(self.text.sentence_of(start)).start;
        (first..start)
            .rev()
            .take(6)
            .any(|at| matches!(self.text.key(at), "عددهم" | "وعددهم" | "عددهن" | "اعدادهم" | "تعدادهم"))
            .then_some(QuantityKind::People)
    }

    /// «مقتل 5 جنود و7 مسلحين», «157 شخصا بينهم 39 طفلا»: the kind of the number before.
    pub(super) fn inherited(&self, start: usize, last: &Last) -> Option<QuantityKind> {
        let (kind, tokens) = last.as_ref()?;
        let people = !matches!(
            kind,
            QuantityKind::Weapons
                | QuantityKind::Vehicles
                | QuantityKind::DistanceKm
                | QuantityKind::Money
                | QuantityKind::Percent
                | QuantityKind::Count
        );
        let sentences = self
            .text
            .sentence_of(start)
            .saturating_sub(self.text.sentence_of(tokens.start));
        // «… قتلوا. وكان بينهم 4 نساء»: a part of those of the sentence before.
        let part = (start.saturating_sub(3)..start)
            .any(|at| matches!(self.text.key(at), "بينهم" | "بينهن" | "وبينهم" | "منهم" | "ومنهم"));
        if sentences == 1 && people && part && start - tokens.end < 20 {
            return Some(*kind);
        }
        if !people || sentences > 0 || start < tokens.end || start - tokens.end > 8 {
            return None;
        }
        // «34 بينهم 12 امرأة»: the word may have been read as what the first number counts.
        let last_word = tokens.end.saturating_sub(1);
        let told = matches!(self.text.key(last_word), "بينهم" | "بينهن");
        let between = if told { last_word..start } else { tokens.end..start };
        let verb = between.clone().any(|at| {
            self.morphology.best(at).pos == Pos::Verb
                && self.morphology.best(at).lexeme.is_some()
                && !SHARING.contains(&self.text.key(at))
        });
        let among = between.clone().any(|at| {
            matches!(
                self.text.key(at),
                "بينهم" | "بينهن" | "منهم" | "ضمنهم" | "اصل" | "بينها" | "مقابل"
            )
        }) || between.clone().any(|at| SHARING.contains(&self.text.key(at)))
            || (start + 1..start + 4).any(|at| matches!(self.text.key(at), "منهم" | "منهن"));
        let joined = self.text.key(start).starts_with('و')
            || between.clone().any(|at| self.text.key(at) == "و")
            || self.text.key(start - 1) == "و";
        (!verb && (among || (joined && between.len() <= 4))).then_some(*kind)
    }
}
