//! Round trips: numbers written out by a generator of our own, in every gender, case and spelling, read back.

use super::*;

const UNITS: [&str; 10] = ["", "واحد", "اثن", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"];
const TENS: [&str; 10] = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];

/// How a number is written.
#[derive(Clone, Copy, Debug)]
struct Style {
    /// The counted noun is feminine, so that three to ten have no ة.
    feminine: bool,
    oblique: bool,
    hundred: &'static str,
    /// «ثلاث مئة» for «ثلاثمئة».
    spaced: bool,
    /// «و خمسة» for «وخمسة».
    and_apart: bool,
}

fn styles() -> Vec<Style> {
    let mut styles = Vec::new();
    for feminine in [false, true] {
        for oblique in [false, true] {
            for hundred in ["مئة", "مائة"] {
                for spaced in [false, true] {
                    styles.push(Style {
                        feminine,
                        oblique,
                        hundred,
                        spaced,
                        and_apart: spaced && oblique,
                    });
                }
            }
        }
    }
    styles
}

fn two(style: Style) -> &'static str {
    match (style.feminine, style.oblique) {
        (false, false) => "اثنان",
        (false, true) => "اثنين",
        (true, false) => "اثنتان",
        (true, true) => "اثنتين",
    }
}

fn unit(n: u32, style: Style) -> String {
    match n {
        1 if style.feminine => "واحدة".to_owned(),
        1 => "واحد".to_owned(),
        2 => two(style).to_owned(),
        _ if style.feminine => UNITS[n as usize].to_owned(),
        _ => format!("{}ة", UNITS[n as usize]),
    }
}

fn below_hundred(n: u32, style: Style) -> String {
    let ending = if style.oblique { "ين" } else { "ون" };
    match n {
        0 => String::new(),
        1..=9 => unit(n, style),
        10 => if style.feminine { "عشر" } else { "عشرة" }.to_owned(),
        11 => if style.feminine {
            "إحدى عشرة"
        } else {
            "أحد عشر"
        }
        .to_owned(),
        12 => match (style.feminine, style.oblique) {
            (false, false) => "اثنا عشر",
            (false, true) => "اثني عشر",
            (true, false) => "اثنتا عشرة",
            (true, true) => "اثنتي عشرة",
        }
        .to_owned(),
        13..=19 => format!(
            "{} {}",
            unit(n - 10, style),
            if style.feminine { "عشرة" } else { "عشر" }
        ),
        _ => {
            let tens = format!("{}{ending}", TENS[(n / 10) as usize]);
            match n % 10 {
                0 => tens,
                1 if style.feminine => join(&["إحدى".to_owned(), tens], style),
                1 => join(&["أحد".to_owned(), tens], style),
                u => join(&[unit(u, style), tens], style),
            }
        }
    }
}

fn join(parts: &[String], style: Style) -> String {
    parts
        .iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(if style.and_apart { " و " } else { " و" })
}

fn below_thousand(n: u32, style: Style) -> String {
    let hundreds = match n / 100 {
        0 => String::new(),
        1 => style.hundred.to_owned(),
        2 => format!(
            "{}{}",
            style.hundred.trim_end_matches('ة').to_owned() + "ت",
            if style.oblique { "ين" } else { "ان" }
        ),
        h => format!(
            "{}{}{}",
            UNITS[h as usize],
            if style.spaced { " " } else { "" },
            style.hundred
        ),
    };
    join(&[hundreds, below_hundred(n % 100, style)], style)
}

fn scaled(n: u32, one: &str, plural: &str, style: Style) -> String {
    let masculine = Style {
        feminine: false,
        ..style
    };
    match n {
        0 => String::new(),
        1 => one.to_owned(),
        2 => format!("{one}{}", if style.oblique { "ين" } else { "ان" }),
        3..=10 => format!("{} {plural}", below_hundred(n, masculine)),
        _ if n.is_multiple_of(100) => format!("{} {one}", below_thousand(n, masculine)),
        _ => format!("{} {one}ا", below_thousand(n, masculine)),
    }
}

fn write(n: u32, style: Style) -> String {
    let parts = [
        scaled(n / 1_000_000, "مليون", "ملايين", style),
        scaled(n / 1000 % 1000, "ألف", "آلاف", style),
        below_thousand(n % 1000, style),
    ];
    join(&parts, style)
}

fn values(text: &str) -> Vec<(NumberKind, Option<f64>)> {
    let reader = NumberReader::new().unwrap();
    reader
        .read(&Text::new(text))
        .into_iter()
        .map(|n| (n.kind, n.value))
        .collect()
}

#[test]
fn numbers_written_out_are_read_back() {
    let reader = NumberReader::new().unwrap();
    let samples = (10_000..1_000_000)
        .step_by(997)
        .chain([100_000, 101_000, 200_000, 999_999, 1_000_000, 2_500_011, 11_000_003]);
    for n in (1..=10_000).chain(samples) {
        // All styles for small numbers; for large ones one each in turn.
        let all = styles();
        let chosen: Vec<Style> = if n <= 1200 {
            all
        } else {
            vec![all[n as usize % all.len()]]
        };
        for style in chosen {
            let written = write(n, style);
            let found = reader.read(&Text::new(&written));
            assert_eq!(found.len(), 1, "{n} {written} {style:?} {found:?}");
            assert_eq!(found[0].value, Some(f64::from(n)), "{n} {written} {style:?}");
        }
    }
}

#[test]
fn digits_with_scales_and_fractions() {
    for (text, value) in [
        ("20 ألف", 20_000.0),
        ("5,2 مليون", 5_200_000.0),
        ("3 ملايين", 3_000_000.0),
        ("39 ألفا و600", 39_600.0),
        ("مليون ونصف المليون", 1_500_000.0),
        ("مليون ونصف", 1_500_000.0),
        ("ثلاثة ملايين ومئتا ألف", 3_200_000.0),
        ("مئة وخمسة وعشرون ألفا", 125_000.0),
        ("ثلاثة أرباع", 0.75),
        ("واحد وربع", 1.25),
        ("١ ٢٣٤ ٥٦٧", 1_234_567.0),
        ("ألفان", 2000.0),
        ("3 مئة و 21", 321.0),
    ] {
        assert_eq!(values(text), [(NumberKind::Cardinal, Some(value))], "{text}");
    }
}

#[test]
fn smaller_numbers_after_and_stay_apart() {
    assert_eq!(values("مقتل 200 و50 جريحا").len(), 2);
    assert_eq!(values("مقتل خمسة وعشرة جرحى").len(), 2);
    assert_eq!(values("مئتان وخمسون").len(), 1);
}

#[test]
fn ordinals() {
    for (text, value) in [
        ("الأول", 1.0),
        ("الحادية عشرة", 11.0),
        ("الثاني عشر", 12.0),
        ("الخامس والعشرين", 25.0),
        ("التاسعة والتسعون", 99.0),
        ("الواحد والثلاثون", 31.0),
        ("المئة والخامسة والعشرون", 125.0),
    ] {
        assert_eq!(values(text), [(NumberKind::Ordinal, Some(value))], "{text}");
    }
}

#[test]
fn percentages() {
    for text in ["32%", "%32", "32 في المئة", "32 بالمائة", "اثنان وثلاثون بالمئة"] {
        assert_eq!(values(text), [(NumberKind::Percent, Some(32.0))], "{text}");
    }
}

#[test]
fn ranges_and_bounds() {
    let reader = NumberReader::new().unwrap();
    for (text, min, max) in [
        ("بين 30 و35", Some(30.0), Some(35.0)),
        ("ما بين ثلاثين وأربعين", Some(30.0), Some(40.0)),
        ("من 5 إلى 10", Some(5.0), Some(10.0)),
        ("30-35", Some(30.0), Some(35.0)),
        ("أكثر من مئة", Some(100.0), None),
        ("ما لا يقل عن 12", Some(12.0), None),
        ("أكبر من 100 وأصغر من 300", Some(100.0), Some(300.0)),
        ("4 أو 5", Some(4.0), Some(5.0)),
        ("عشرات الآلاف", Some(20_000.0), Some(99_999.0)),
        ("بين 5 و10 آلاف", Some(5000.0), Some(10_000.0)),
    ] {
        let found = reader.read(&Text::new(text));
        assert_eq!(
            found.iter().map(|n| (n.kind, n.min, n.max)).collect::<Vec<_>>(),
            [(NumberKind::Range, min, max)],
            "{text}"
        );
    }
}

#[test]
fn what_is_no_number() {
    for text in [
        "أحد المسؤولين",
        "كانون الأول",
        "تشرين الثاني",
        "إف-16",
        "إم16",
        "5+5",
        "فاز 2-1",
        "0123456789",
        "أول أمس",
        "12:30",
        "15-7-2015",
    ] {
        assert_eq!(values(text), [], "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "[ 0-9.,،٪%/:+\\-وبلالخمسةعشرونمئألفنصفربعكثرمنأ]{0,60}") {
        let reader = NumberReader::new().unwrap();
        let text = Text::new(&text);
        let mut end = 0;
        for number in reader.read(&text) {
            assert!(number.tokens.start >= end && number.tokens.end > number.tokens.start);
            end = number.tokens.end;
        }
    }
}
