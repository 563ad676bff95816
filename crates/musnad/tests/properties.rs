//! What holds for any text.

// What tests share may fail them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use musnad::{Document, Extraction, Extractor, Layers, Span};
use proptest::prelude::*;
use std::sync::OnceLock;

fn extractor() -> &'static Extractor {
    static EXTRACTOR: OnceLock<Extractor> = OnceLock::new();
    EXTRACTOR.get_or_init(|| Extractor::builder().build().unwrap())
}

fn extract(text: &str) -> Option<Extraction> {
    let document = Document::new(text).published_at("2020-06-11").unwrap();
    extractor().extract_layers(&document, Layers::ALL).ok()
}

/// Every span of the result.
fn spans(extraction: &Extraction) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    spans.extend(extraction.sections.iter().map(|section| section.span));
    spans.extend(extraction.sentences.iter().map(|sentence| sentence.span));
    for token in &extraction.tokens {
        spans.push(token.span);
        spans.extend(token.words.iter().map(|word| word.span));
    }
    spans.extend(extraction.mentions.iter().map(|mention| mention.span));
    spans.extend(extraction.times.iter().map(|time| time.span));
    spans.extend(extraction.quantities.iter().map(|quantity| quantity.span));
    spans.extend(extraction.events.iter().map(|event| event.trigger));
    spans.extend(extraction.statements.iter().map(|statement| statement.cue));
    spans
}

/// Sentences of news, to be put together and disfigured.
const SENTENCES: [&str; 8] = [
    "قال مصدر عسكري إن قوات الجيش قصفت أمس مدينة سرت.",
    "قتل ثلاثة جنود وأصيب 12 آخرون في هجوم انتحاري قرب بغداد.",
    "وأضاف المتحدث: \"لن نقبل بذلك. سنرد بقوة\".",
    "هراري 15-7 (اف ب) - اتهمت الحكومة المعارضة بتدبير الهجوم.",
    "نفى وزير الخارجية أن تكون بلاده وراء الغارة التي وقعت في 3 يونيو 2020.",
    "وشارك آلاف المتظاهرين في مسيرة بوسط العاصمة يوم الجمعة الماضي.",
    "سيطر المسلحون على البلدة الواقعة على بعد 20 كيلومترا شمال حلب.",
    "المصدر : الجزيرة + وكالات",
];

fn arabic() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ء-ي]{1,9}".prop_map(|word| word),
        1 => Just(" ".to_owned()),
        1 => "[ .,:؛،؟!«»“”\"()\\[\\]0-9٠-٩%\n\u{64b}-\u{652}\u{640}\u{200f}-]{1,3}".prop_map(|marks| marks),
        1 => proptest::sample::select(SENTENCES.to_vec()).prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_string_is_read_and_spans_are_on_character_boundaries(text in "\\PC{0,200}") {
        if let Some(extraction) = extract(&text) {
            for span in spans(&extraction) {
                prop_assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
            }
        }
    }

    #[test]
    fn any_arabic_is_read_and_spans_are_on_character_boundaries(text in arabic()) {
        if let Some(extraction) = extract(&text) {
            for span in spans(&extraction) {
                prop_assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
            }
            let covered: usize = extraction.sentences.iter().map(|s| (s.end_token - s.first_token) as usize).sum();
            prop_assert_eq!(covered, extraction.tokens.len());
            for sentence in &extraction.sentences {
                let words: Vec<_> = extraction.tokens[sentence.first_token as usize..sentence.end_token as usize]
                    .iter()
                    .flat_map(|token| &token.words)
                    .collect();
                prop_assert_eq!(words.iter().filter(|word| word.head == 0).count(), 1);
                prop_assert!(words.iter().all(|word| word.head as usize <= words.len()));
            }
        }
    }

    /// Fatha, sukun, shadda and tatweel say nothing that the reading depends on; damma may tell a passive.
    #[test]
    fn vowel_signs_and_tatweel_change_no_finding(
        picks in proptest::collection::vec(0..SENTENCES.len(), 1..5),
        marks in proptest::collection::vec(0_usize..8, 400),
    ) {
        let plain = picks.iter().map(|pick| SENTENCES[*pick]).collect::<Vec<_>>().join("\n");
        let mut marked = String::new();
        let letters: Vec<char> = plain.chars().collect();
        for (at, letter) in letters.iter().enumerate() {
            marked.push(*letter);
            let inside = ('ب'..='ي').contains(letter) && letters.get(at + 1).is_some_and(|next| ('ب'..='ي').contains(next));
            if inside && let Some(mark) = ["\u{64e}", "\u{652}", "\u{651}", "\u{640}"].get(marks[at % marks.len()]) {
                marked.push_str(mark);
            }
        }
        prop_assert_eq!(findings(&plain), findings(&marked));
    }
}

/// Surfaces without vowel signs, by layer.
fn findings(text: &str) -> Vec<Vec<String>> {
    let extraction = extract(text).unwrap();
    let bare = |span: Span| -> String {
        span.of(text)
            .chars()
            .filter(|c| !matches!(c, '\u{640}' | '\u{64b}'..='\u{652}'))
            .collect()
    };
    vec![
        extraction.sections.iter().map(|section| bare(section.span)).collect(),
        extraction
            .sentences
            .iter()
            .map(|sentence| bare(sentence.span))
            .collect(),
        extraction.mentions.iter().map(|mention| bare(mention.span)).collect(),
        extraction
            .times
            .iter()
            .map(|time| format!("{} {:?}", bare(time.span), time.value))
            .collect(),
        extraction
            .quantities
            .iter()
            .map(|quantity| bare(quantity.span))
            .collect(),
        extraction
            .events
            .iter()
            .map(|event| format!("{} {:?}", bare(event.trigger), event.event_type))
            .collect(),
        extraction
            .statements
            .iter()
            .map(|statement| bare(statement.cue))
            .collect(),
    ]
}

#[test]
fn strange_texts_are_read() {
    let texts = [
        "\"".repeat(200_000),
        "«".repeat(200_000),
        "ب".repeat(100_000),
        "وال".repeat(50_000),
        "(".repeat(100_000),
        "قال ".repeat(50_000),
        "1,".repeat(100_000),
        "\u{64b}".repeat(1000) + "قال",
        "😀".repeat(10_000),
    ];
    for text in &texts {
        extract(text);
    }
}
