//! What numbers count, by example: a text, and all its quantities as kind, least, most.

use std::sync::LazyLock;

use super::*;
use crate::morphology::Analyser;
use crate::time::TimeReader;
use QuantityKind::{
    Count, Detained, Displaced, DistanceKm, Injured, Killed, Missing, Money, People, Percent, Vehicles, Weapons,
};

static READERS: LazyLock<(QuantityReader, NumberReader, TimeReader, Analyser)> = LazyLock::new(|| {
    (
        QuantityReader::new().unwrap(),
        NumberReader::new().unwrap(),
        TimeReader::new().unwrap(),
        Analyser::new().unwrap(),
    )
});

type Row = (QuantityKind, Option<f64>, Option<f64>);

fn read(text: &str) -> Vec<Quantity> {
    let (quantities, numbers, times, analyser) = &*READERS;
    let text = Text::new(text);
    let morphology = analyser.read(&text);
    let times = times.read(
        &text,
        &morphology,
        &numbers.lexicon,
        crate::document::Date::new(2020, 6, 11),
    );
    quantities.read(&text, &morphology, numbers, &numbers.read(&text), &times)
}

/// The text has these quantities and no other.
fn check(rows: &[(&str, &[Row])]) {
    for (text, wanted) in rows {
        let found: Vec<Row> = read(text).iter().map(|q| (q.kind, q.min, q.max)).collect();
        assert_eq!(found, *wanted, "{text}");
    }
}

fn exactly(kind: QuantityKind, n: f64) -> Row {
    (kind, Some(n), Some(n))
}

#[test]
fn the_noun_tells_the_kind() {
    check(&[
        ("أوقع الهجوم 32 قتيلا.", &[exactly(Killed, 32.0)]),
        ("نقل 7 جرحى إلى المستشفى.", &[exactly(Injured, 7.0)]),
        ("وصل 300 نازح إلى المخيم.", &[exactly(Displaced, 300.0)]),
        ("صودرت 40 بندقية في المخزن.", &[exactly(Weapons, 40.0)]),
        ("احترقت خمس سيارات في الشارع.", &[exactly(Vehicles, 5.0)]),
        ("حضر الجلسة 120 نائبا.", &[exactly(People, 120.0)]),
        ("افتتحت الوزارة 12 مدرسة.", &[exactly(Count, 12.0)]),
    ]);
}

#[test]
fn for_people_the_predicate_tells_the_kind() {
    check(&[
        ("قتل 5 أشخاص في التفجير.", &[exactly(Killed, 5.0)]),
        ("أصيب 20 شخصا في التفجير.", &[exactly(Injured, 20.0)]),
        ("اعتقلت الشرطة 16 متظاهرا.", &[exactly(Detained, 16.0)]),
        ("لقي 17 شخصا مصرعهم في الحريق.", &[exactly(Killed, 17.0)]),
        ("قال الناطق إن 14 جنديا قتلوا في الكمين.", &[exactly(Killed, 14.0)]),
        ("شارك 14 جنديا في العرض.", &[exactly(People, 14.0)]),
        ("فقد ثلاثة بحارة في العاصفة.", &[exactly(Missing, 3.0)]),
    ]);
}

#[test]
fn one_predicate_may_have_several_numbers() {
    check(&[
        (
            "مقتل 5 جنود و7 مسلحين في الاشتباك.",
            &[exactly(Killed, 5.0), exactly(Killed, 7.0)],
        ),
        (
            "قتل 157 مدنيا بينهم 39 طفلا.",
            &[exactly(Killed, 157.0), exactly(Killed, 39.0)],
        ),
        (
            "قتل 5 أشخاص وأصيب 20 آخرون.",
            &[exactly(Killed, 5.0), exactly(Injured, 20.0)],
        ),
        (
            "مقتل 34 واعتقال 17 من عناصر التنظيم.",
            &[exactly(Killed, 34.0), exactly(Detained, 17.0)],
        ),
    ]);
}

#[test]
fn bounds() {
    check(&[
        ("قتل 19 مدنيا على الأقل.", &[(Killed, Some(19.0), None)]),
        ("قتل ما لا يقل عن 19 مدنيا.", &[(Killed, Some(19.0), None)]),
        ("قتل أكثر من 100 مدني.", &[(Killed, Some(101.0), None)]),
        ("قتل أقل من 100 مدني.", &[(Killed, None, Some(99.0))]),
        ("قتل نحو 100 مدني.", &[(Killed, Some(90.0), Some(110.0))]),
        ("قتل بين 30 و35 مدنيا.", &[(Killed, Some(30.0), Some(35.0))]),
        ("قتل عشرات المدنيين.", &[(Killed, Some(20.0), Some(99.0))]),
        ("اعتقل مئات المتظاهرين.", &[(Detained, Some(200.0), Some(999.0))]),
    ]);
}

#[test]
fn duals_count_two() {
    check(&[
        ("قتل جنديان في الكمين.", &[exactly(Killed, 2.0)]),
        ("دمرت القوات جسرين في المحافظة.", &[exactly(Count, 2.0)]),
        ("أطلق المسلحون قذيفتي هاون على البلدة.", &[exactly(Weapons, 2.0)]),
        // Definite duals are known already.
        ("عاد الجنديان إلى القاعدة.", &[]),
    ]);
}

#[test]
fn money_distance_percent() {
    check(&[
        ("تبرعت الدولة بعشرين مليون دولار.", &[exactly(Money, 20e6)]),
        ("تقع القرية على بعد 30 كيلومترا.", &[exactly(DistanceKm, 30.0)]),
        ("تقع القرية على بعد 500 متر من الحدود.", &[exactly(DistanceKm, 0.5)]),
        ("بلغت المشاركة 28% في المدن.", &[exactly(Percent, 28.0)]),
        ("بلغت المشاركة 28 في المئة.", &[exactly(Percent, 28.0)]),
    ]);
    let money = read("تبرعت الدولة بعشرين مليون دولار.");
    assert_eq!(money.first().map(|q| q.currency.as_str()), Some("USD"));
    let dinars = read("تبلغ الغرامة 500 دينار كويتي.");
    assert_eq!(dinars.first().map(|q| q.currency.as_str()), Some("KWD"));
}

#[test]
fn the_span_holds_bound_number_and_noun() {
    let text = "قتل ما لا يقل عن 19 مدنيا في القصف.";
    let spans: Vec<_> = read(text).iter().map(|q| q.span.of(text)).collect();
    assert_eq!(spans, ["ما لا يقل عن 19 مدنيا"]);
}

#[test]
fn what_counts_nothing() {
    check(&[
        ("طالب المجلس بتنفيذ القرار 1701 فورا.", &[]),
        ("انتشرت الكتيبة 604 في المدينة.", &[]),
        ("حلقت طائرة إف-16 فوق المدينة.", &[]),
        ("عقد الاجتماع في 15 مارس 2019.", &[]),
        ("اجتمعت لجنة 5+5 في المدينة.", &[]),
        ("سجن الرجل ثلاثة أشهر.", &[]),
        ("نشر على https://example.org/12/30-dead ونقله غيره.", &[]),
    ]);
}

#[test]
fn any_text_is_read() {
    for text in ["", "5", "مقتل", "بين 5 و", "أكثر من", "%", "$", "نصف", "جنديان", "أحد"] {
        read(text);
    }
}
