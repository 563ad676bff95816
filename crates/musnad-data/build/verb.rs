//! Conjugates verbs on their spelling without vowel signs.
//!
//! The lemma («أعاد»), the imperfect («يعيد») and the form (IV) decide the class: sound, doubled, hollow, defective;
//! hamza changes its seat, which folding mostly hides. Grammar: Wright, *A Grammar of the Arabic Language* (1896), I §§ 106–190;
//! Ryding, *A Reference Grammar of Modern Standard Arabic* (2005), ch. 21–33.
//!
//! Voices that are spelled alike give one form without PASSIVE.

use crate::feature::{
    DUAL, FEMININE, FIRST, FREE, IMPERFECT, JOINED, MASCULINE, PASSIVE, PERFECT, PLURAL, SECOND, SHORT, SINGULAR, THIRD,
};
use crate::inflect::{Forms, SHADDA, but_last, is_hamza, last, replace_second_last, second_last};
use crate::{noun, participle};

/// The forms (awzan) of the verb, as the tables name them.
pub(crate) const FORMS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "Q", "QII"];

/// A verb as its row gives it.
#[derive(Debug, Clone)]
pub(crate) struct Verb {
    /// Third person masculine singular of the perfect, without final shadda.
    pub(crate) perfect: String,
    /// The same of the imperfect, without ي and without final shadda.
    pub(crate) imperfect: String,
    /// Form (wazn).
    pub(crate) form: &'static str,
    /// Second and third radical alike («ردّ»).
    pub(crate) doubled: bool,
}

impl Verb {
    /// Checks a row.
    pub(crate) fn new(lemma: &str, form: &str, imperfect: &str) -> Result<Self, String> {
        let Some(form) = FORMS.iter().find(|known| **known == form) else {
            return Err(format!("{form:?} is no form: use one of {}", FORMS.join(" ")));
        };
        let Some(stem) = imperfect.strip_prefix('ي') else {
            return Err(format!("the imperfect {imperfect:?} must begin with ي"));
        };
        let verb = Self {
            perfect: lemma.replace(SHADDA, ""),
            imperfect: stem.replace(SHADDA, ""),
            form,
            doubled: lemma.ends_with(SHADDA),
        };
        if verb.perfect.chars().any(crate::fold::is_mark) || verb.imperfect.chars().any(crate::fold::is_mark) {
            return Err(format!("{lemma:?} {imperfect:?}: no vowel sign but shadda"));
        }
        if verb.perfect.chars().count() < 2 || stem.is_empty() {
            return Err(format!("{lemma:?} {imperfect:?} is too short for a verb"));
        }
        let initial = verb.perfect.chars().next();
        let expected: &[char] = match verb.form {
            "IV" => &['أ', 'آ'],
            "V" | "VI" | "QII" => &['ت'],
            "VII" | "VIII" | "IX" | "X" => &['ا'],
            _ => &[],
        };
        if !expected.is_empty() && !initial.is_some_and(|c| expected.contains(&c)) {
            return Err(format!("{lemma:?} does not look like form {form}"));
        }
        if verb.doubled && last(&verb.perfect) != last(&verb.imperfect) {
            return Err(format!(
                "{lemma:?} {imperfect:?}: a doubled verb ends in the same letter in both"
            ));
        }
        Ok(verb)
    }

    /// Second radical is a long vowel in the perfect («قال», «أعاد», «اختار»).
    pub(crate) fn is_hollow(&self) -> bool {
        matches!(self.form, "I" | "IV" | "VII" | "VIII" | "X")
            && second_last(&self.perfect) == Some('ا')
            && self.perfect.chars().count() >= 3
            && !self.is_defective()
            && matches!(second_last(&self.imperfect), Some('ا' | 'و' | 'ي'))
            // «سأل» has a hamza there, «ااتمن» does not exist: what is left is a long vowel.
            && !(self.form == "VIII" && self.perfect.chars().count() < 5)
    }

    /// Third radical is a long vowel («دعا», «رمى», «لقي»).
    pub(crate) fn is_defective(&self) -> bool {
        matches!(last(&self.perfect), Some('ا' | 'ى' | 'ي'))
    }

    /// Stem before endings that begin with a consonant («قصفـ», «قلـ», «رددـ», «رميـ»).
    fn consonant_stem(&self) -> String {
        let perfect = self.perfect.as_str();
        if self.doubled {
            return format!("{perfect}{}", last(perfect).unwrap_or_default());
        }
        match last(perfect) {
            Some('ا') => format!("{}و", but_last(perfect)),
            Some('ى') => format!("{}ي", but_last(perfect)),
            _ if self.is_hollow() => {
                let short = replace_second_last(perfect, "");
                // «جاء»: the hamza sits on ya («جئت»).
                if last(&short).is_some_and(is_hamza) {
                    format!("{}ئ", but_last(&short))
                } else {
                    short
                }
            }
            _ => perfect.to_owned(),
        }
    }

    /// All forms, with participles and verbal nouns.
    pub(crate) fn forms(&self, masdars: &str) -> Forms {
        let mut forms = Forms::default();
        self.perfect_forms(&mut forms, &self.perfect, PERFECT);
        self.imperfect_forms(&mut forms, &self.imperfect, IMPERFECT);
        if let Some(passive) = self.passive_perfect() {
            self.passive_perfect_forms(&mut forms, &passive);
        }
        if let Some(passive) = self.passive_imperfect() {
            self.imperfect_forms(&mut forms, &passive, IMPERFECT | PASSIVE);
        }
        participle::add(&mut forms, self);
        for masdar in masdars.split(',').map(str::trim).filter(|masdar| *masdar != "-") {
            noun::masdar(&mut forms, masdar);
        }
        forms
    }

    fn perfect_forms(&self, forms: &mut Forms, perfect: &str, features: u32) {
        let third = features | THIRD;
        // Before endings that begin with a vowel.
        let (stem, dual) = match last(perfect) {
            Some('ا') if self.is_defective() => (but_last(perfect), "وا"),
            Some('ى') => (but_last(perfect), "يا"),
            _ => (perfect, "ا"),
        };
        if last(perfect) == Some('ى') {
            forms.add(&[perfect], third | MASCULINE | SINGULAR | FREE);
            forms.add(&[stem, "ا"], third | MASCULINE | SINGULAR | JOINED);
        } else {
            forms.add(&[perfect], third | MASCULINE | SINGULAR);
        }
        forms.add(&[stem, "ت"], third | FEMININE | SINGULAR);
        forms.add(&[stem, dual], third | MASCULINE | DUAL);
        forms.add(&[stem, "تا"], third | FEMININE | DUAL);
        // The ya of «لقي» goes before the waw of the plural; that of «دعوا» is the radical itself.
        let plural = if last(perfect) == Some('ي') {
            but_last(perfect)
        } else {
            stem
        };
        let mut plurals = vec![plural.to_owned()];
        if let Some(hamza) = last(plural).filter(|c| matches!(c, 'أ' | 'ء')) {
            // «بدأوا», «بدؤوا»; «جاءوا», «جاؤوا».
            debug_assert!(is_hamza(hamza));
            plurals.push(format!("{}ؤ", but_last(plural)));
        }
        for plural in &plurals {
            forms.add(&[plural, "وا"], third | MASCULINE | PLURAL | FREE);
            forms.add(&[plural, "و"], third | MASCULINE | PLURAL | JOINED);
        }
        let stem = self.consonant_stem();
        for (ending, ending_features) in [
            ("ت", FIRST | SINGULAR),
            ("ت", SECOND | SINGULAR),
            ("نا", FIRST | PLURAL),
            ("تم", SECOND | MASCULINE | PLURAL | FREE),
            ("تمو", SECOND | MASCULINE | PLURAL | JOINED),
            ("تما", SECOND | DUAL),
            ("ن", THIRD | FEMININE | PLURAL),
        ] {
            // «أعلنّا», «أثبتّ»: one letter is written for two.
            let merges = last(&stem) == ending.chars().next();
            let stem = if merges { but_last(&stem) } else { &stem };
            forms.add(&[stem, ending], features | ending_features);
        }
    }

    /// Third person of the perfect passive where it is spelled unlike the active.
    fn passive_perfect(&self) -> Option<String> {
        let perfect = self.perfect.as_str();
        let mut passive = perfect.to_owned();
        if self.is_hollow() && self.form != "VII" {
            passive = replace_second_last(perfect, "ي");
        } else if matches!(self.form, "III" | "VI") {
            // «قاتل» «قوتل», «تناول» «تنوول»
            passive = perfect.replacen('ا', "و", 1);
        } else if self.form == "I" && second_last(perfect) == Some('أ') {
            passive = replace_second_last(perfect, "ئ");
        }
        if let Some(stem) = passive.strip_prefix('آ') {
            passive = format!("أو{stem}");
        }
        match last(&passive) {
            Some('ا' | 'ى') if self.is_defective() => passive = format!("{}ي", but_last(&passive)),
            Some('أ') => passive = format!("{}ئ", but_last(&passive)),
            _ => {}
        }
        (crate::fold::key(&passive) != crate::fold::key(perfect)).then_some(passive)
    }

    fn passive_perfect_forms(&self, forms: &mut Forms, passive: &str) {
        let third = PERFECT | PASSIVE | THIRD;
        forms.add(&[passive], third | MASCULINE | SINGULAR);
        forms.add(&[passive, "ت"], third | FEMININE | SINGULAR);
        forms.add(&[passive, "ا"], third | MASCULINE | DUAL);
        forms.add(&[passive, "تا"], third | FEMININE | DUAL);
        // «دُعوا» is spelled as the active.
        let plural = if self.is_defective() {
            but_last(passive)
        } else {
            passive
        };
        forms.add(&[plural, "وا"], third | MASCULINE | PLURAL | FREE);
    }

    fn imperfect_forms(&self, forms: &mut Forms, stem: &str, features: u32) {
        let defective = self.is_defective() && matches!(last(stem), Some('و' | 'ي' | 'ى' | 'ا'));
        let hollow = self.is_hollow();
        let base = if defective { but_last(stem) } else { stem };
        let singulars = [
            ("ي", THIRD | MASCULINE | SINGULAR),
            ("ت", THIRD | FEMININE | SINGULAR),
            ("أ", FIRST | SINGULAR),
            ("ن", FIRST | PLURAL),
        ];
        for (prefix, person) in singulars {
            // «أأخذ» is written «آخذ».
            let first = if prefix == "أ" && stem.starts_with(is_hamza) {
                ""
            } else {
                prefix
            };
            if last(stem) == Some('ى') {
                forms.add(&[first, stem], features | person | FREE);
                forms.add(&[first, base, "ا"], features | person | JOINED);
            } else {
                forms.add(&[first, stem], features | person);
            }
            if let Some('أ' | 'ئ') = last(stem) {
                forms.add(&[first, but_last(stem), "ؤ"], features | person | JOINED);
            }
            if defective {
                forms.add(&[first, base], features | person | SHORT);
            } else if hollow {
                forms.add(&[first, &replace_second_last(stem, "")], features | person | SHORT);
            } else if self.doubled {
                forms.add(
                    &[first, stem, &last(stem).unwrap_or_default().to_string()],
                    features | person | SHORT,
                );
            }
        }
        let mut plural_bases = vec![base.to_owned()];
        if let Some('أ' | 'ء') = last(base) {
            plural_bases.push(format!("{}ؤ", but_last(base)));
        }
        for (prefix, person) in [("ي", THIRD | MASCULINE), ("ت", SECOND | MASCULINE)] {
            for base in &plural_bases {
                forms.add(&[prefix, base, "ون"], features | person | PLURAL);
                forms.add(&[prefix, base, "وا"], features | person | PLURAL | SHORT | FREE);
                forms.add(&[prefix, base, "و"], features | person | PLURAL | SHORT | JOINED);
            }
        }
        forms.add(&["ت", base, "ين"], features | SECOND | FEMININE | SINGULAR);
        forms.add(&["ت", base, "ي"], features | SECOND | FEMININE | SINGULAR | SHORT);
        let dual = match last(stem) {
            Some('ى') => format!("{base}ي"),
            _ => stem.to_owned(),
        };
        for (prefix, person) in [("ي", THIRD | MASCULINE), ("ت", THIRD | FEMININE)] {
            forms.add(&[prefix, &dual, "ان"], features | person | DUAL);
            forms.add(&[prefix, &dual, "ا"], features | person | DUAL | SHORT);
        }
        let feminine = match last(stem) {
            _ if self.doubled => format!("{stem}{}", last(stem).unwrap_or_default()),
            Some('ى') => format!("{base}ي"),
            _ if hollow => replace_second_last(stem, ""),
            _ => stem.to_owned(),
        };
        let ending = if last(&feminine) == Some('ن') { "" } else { "ن" };
        forms.add(&["ي", &feminine, ending], features | THIRD | FEMININE | PLURAL);
    }

    /// Stem of the imperfect passive where it is spelled unlike the active.
    pub(crate) fn passive_imperfect(&self) -> Option<String> {
        let stem = self.imperfect.as_str();
        let mut passive = stem.to_owned();
        if self.is_hollow() {
            passive = replace_second_last(stem, "ا");
        } else if self.form == "I" && self.perfect.starts_with('و') && !stem.starts_with('و') {
            // «وصف يصف» «يوصف»
            passive = format!("و{stem}");
        } else if self.form == "I" && stem.starts_with('أ') {
            passive = format!("ؤ{}", stem.trim_start_matches('أ'));
        }
        if self.is_defective() && matches!(last(&passive), Some('و' | 'ي')) {
            passive = format!("{}ى", but_last(&passive));
        }
        if let Some('ئ') = last(&passive) {
            passive = format!("{}أ", but_last(&passive));
        }
        (crate::fold::key(&passive) != crate::fold::key(stem)).then_some(passive)
    }
}
