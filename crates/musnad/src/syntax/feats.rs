//! Universal parts of speech and features of readings, as UD Arabic-PADT gives them where the spelling shows them.

use crate::morphology::{Analysis, Features, Pos};

/// Universal part of speech.
pub(super) fn upos(reading: Analysis) -> &'static str {
    match reading.pos {
        Pos::Noun => "NOUN",
        Pos::Adjective => "ADJ",
        Pos::ProperNoun => "PROPN",
        Pos::Verb => "VERB",
        Pos::Adverb => "ADV",
        Pos::Pronoun => "PRON",
        Pos::Determiner => "DET",
        Pos::Adposition => "ADP",
        Pos::Coordinator => "CCONJ",
        Pos::Subordinator if reading.features.has(Features::COMPLEMENTIZER) => "SCONJ",
        Pos::Subordinator => "CCONJ",
        Pos::Particle => "PART",
        Pos::Auxiliary => "AUX",
        Pos::Number => "NUM",
        Pos::Interjection => "INTJ",
        Pos::Punctuation => "PUNCT",
        Pos::Symbol => "SYM",
        Pos::Other => "X",
    }
}

/// UD features, sorted by name.
pub(super) fn feats(reading: Analysis, upos: &str) -> String {
    let features = reading.features;
    let mut feats: Vec<&str> = Vec::new();
    let mut add = |has: bool, feat: &'static str| {
        if has {
            feats.push(feat);
        }
    };
    let finite = features.any(Features::PERFECT.with(Features::IMPERFECT));
    let nominal = matches!(upos, "NOUN" | "ADJ");
    add(upos == "ADP", "AdpType=Prep");
    add(features.has(Features::PERFECT), "Aspect=Perf");
    add(features.has(Features::IMPERFECT), "Aspect=Imp");
    add(
        nominal && features.has(Features::ACCUSATIVE) && !features.has(Features::GENITIVE),
        "Case=Acc",
    );
    add(nominal && features.has(Features::NOMINATIVE), "Case=Nom");
    add(
        nominal && reading.suffix > 0 || features.has(Features::CONSTRUCT),
        "Definite=Cons",
    );
    add(nominal && features.has(Features::DEFINITE), "Definite=Def");
    let gendered = finite || matches!(upos, "ADJ" | "DET" | "PRON" | "AUX" | "NOUN");
    add(gendered && features.has(Features::FEMININE), "Gender=Fem");
    add(gendered && features.has(Features::MASCULINE), "Gender=Masc");
    add(features.has(Features::DUAL), "Number=Dual");
    add(features.has(Features::PLURAL), "Number=Plur");
    add(features.has(Features::SINGULAR), "Number=Sing");
    let personal = finite || upos == "PRON";
    add(personal && features.has(Features::FIRST), "Person=1");
    add(personal && features.has(Features::SECOND), "Person=2");
    add(personal && features.has(Features::THIRD), "Person=3");
    add(features.has(Features::NEGATION), "Polarity=Neg");
    add(features.has(Features::DEMONSTRATIVE), "PronType=Dem");
    add(
        features.has(Features::INTERROGATIVE) && !features.has(Features::RELATIVE),
        "PronType=Int",
    );
    add(upos == "PRON", "PronType=Prs");
    add(features.has(Features::RELATIVE), "PronType=Rel");
    add(features.has(Features::IMPERFECT), "VerbForm=Fin");
    add(
        upos == "ADJ" && features.any(Features::PARTICIPLE.with(Features::PASSIVE_PARTICIPLE)),
        "VerbForm=Part",
    );
    add(features.has(Features::MASDAR), "VerbForm=Vnoun");
    add(finite && !features.has(Features::PASSIVE), "Voice=Act");
    add(finite && features.has(Features::PASSIVE), "Voice=Pass");
    feats.join("|")
}

/// UD features of a pronoun at the end of a word; the object of a verb is accusative.
pub(super) fn pronoun_feats(letters: &str, object: bool) -> String {
    let (gender, number, person) = match letters {
        "ه" => ("Gender=Masc|", "Sing", 3),
        "ها" => ("Gender=Fem|", "Sing", 3),
        "هم" => ("Gender=Masc|", "Plur", 3),
        "هن" => ("Gender=Fem|", "Plur", 3),
        "هما" => ("", "Dual", 3),
        "نا" => ("", "Plur", 1),
        "ك" => ("", "Sing", 2),
        "كم" => ("Gender=Masc|", "Plur", 2),
        "كن" => ("Gender=Fem|", "Plur", 2),
        "كما" => ("", "Dual", 2),
        _ => ("", "Sing", 1),
    };
    let case = if object { "Acc" } else { "Gen" };
    format!("Case={case}|{gender}Number={number}|Person={person}|PronType=Prs")
}
