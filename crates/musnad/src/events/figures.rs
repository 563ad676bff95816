//! What stands between figures, and between a figure and a word.
//!
//! «143 قتيلا بينهم 36 طفلا» (143 dead, 36 children among them): the second is part of the first; «5 مدنيين و3 جنود» adds up.

use super::Findings;
use crate::morphology::Proclitics;
use crate::text::Span;

/// Whether the counted are lives taken: «بحياة», «أرواح», «ضحيتها».
pub(super) fn is_of_lives(findings: Findings<'_>, quantity: Span) -> bool {
    let at = findings.text.token_at(quantity.start);
    (at.saturating_sub(2)..at).any(|token| {
        matches!(
            findings.text.stem_key(token, findings.morphology.best(token)),
            "حياه" | "ارواح" | "ضحيت" | "ضحيته" | "ضحيتها" | "بحياه" | "ضحيه"
        )
    })
}

/// Whether the figure takes the place of an earlier one: «ارتفعت حصيلة القتلى إلى 40», «ارتفاع عدد الضحايا إلى 12».
pub(super) fn is_revision(findings: Findings<'_>, quantity: Span) -> bool {
    let at = findings.text.token_at(quantity.start);
    let first = findings
        .text
        .sentence_tokens(findings.text.sentence_of(at))
        .start
        .max(at.saturating_sub(14));
    let before = |words: &[&str]| {
        (first..at).rev().find(|token| {
            let reading = findings.morphology.best(*token);
            words.contains(&findings.text.stem_key(*token, reading))
                || words.contains(&findings.text.word_key(*token, reading))
        })
    };
    let change = [
        "ارتفع",
        "ارتفعت",
        "ارتفاع",
        "يرتفع",
        "ترتفع",
        "زاد",
        "زادت",
        "ازدياد",
        "قفز",
        "قفزت",
        "انخفض",
        "انخفضت",
        "خفض",
        "خفضت",
        "تراجع",
        "تراجعت",
        "عدل",
        "عدلت",
        "رفع",
        "رفعت",
    ];
    let toll = [
        "حصيله",
        "حصيلت",
        "عدد",
        "عداد",
        "ضحايا",
        "قتلي",
        "جرحي",
        "وفيات",
        "مصابين",
    ];
    before(&change)
        .zip(before(&toll))
        .zip(before(&["الي"]))
        .is_some_and(|((change, toll), to)| change < to && toll < to)
}

/// Whether the second figure counts some of the people of the first.
pub(super) fn is_part(findings: Findings<'_>, first: Span, second: Span) -> bool {
    let between = Span {
        start: first.end,
        end: second.start.max(first.end),
    };
    let mut part = false;
    for token in findings.text.tokens_in(between) {
        let reading = findings.morphology.best(token);
        // «مقتل 52 حاجا، بينهم رضيع، ومقتل 4 سائقين»: the count begins anew.
        part &= !(reading.proclitics.has(Proclitics::WA)
            && matches!(
                findings.text.stem_key(token, reading),
                "مقتل" | "قتل" | "استشهاد" | "مصرع" | "سقوط"
            ));
        part |= matches!(
            findings.text.word_key(token, reading),
            "بينهم"
                | "بينها"
                | "بينهن"
                | "منهم"
                | "منهن"
                | "ضمنهم"
                | "فيهم"
                | "يتوزعون"
                | "معظمهم"
                | "اغلبهم"
        );
    }
    part
}

/// Whether «و», «إضافة إلى» or a comma adds the second figure to the first: «5 مدنيين و3 جنود», not «ستة من أسرة واحدة».
pub(super) fn is_joined(findings: Findings<'_>, first: Span, second: Span) -> bool {
    let text = findings.text;
    let at = text.token_at(second.start);
    let with = |token: usize| {
        let reading = findings.morphology.best(token);
        reading.proclitics.any(Proclitics::WA.with(Proclitics::FA)) || text.key(token).starts_with('و')
    };
    let between = text.tokens_in(Span {
        start: first.end,
        end: second.start.max(first.end),
    });
    // «مقتل 7 مسلحين، وأوضح أن القتلى …», «17 مقاتلا قتلوا مشيرا إلى سقوط …»: told anew.
    let anew = |token: usize| {
        let word = text.word_key(token, findings.morphology.best(token));
        matches!(
            word,
            "ان" | "انه" | "انها" | "بان" | "مشيرا" | "مشيره" | "موضحا" | "موضحه" | "موكدا" | "موكده"
        )
    };
    !between.clone().any(anew)
        && (with(at)
            || between
                .into_iter()
                .any(|token| with(token) || matches!(text.key(token), "،" | "," | "اضافه" | "الي")))
}

/// Whether «ثم» or a conjunction of its own cuts a word off from the figure before it: «موقعا 12 قتيلا ثم قتل».
pub(super) fn is_told_apart(findings: Findings<'_>, quantity: Span, word: Span) -> bool {
    let text = findings.text;
    let at = text.token_at(word.start);
    let joined = |token: usize| {
        let proclitics = findings.morphology.best(token).proclitics;
        proclitics.any(Proclitics::WA.with(Proclitics::FA))
    };
    let between = text.tokens_in(Span {
        start: quantity.end,
        end: word.start.max(quantity.end),
    });
    joined(at) || between.into_iter().any(|token| text.key(token) == "ثم")
}
