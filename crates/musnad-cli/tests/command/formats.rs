use std::fs;

use crate::support::{ARTICLE, Folder, json, line, run, run_with};

#[test]
fn jsonl_gives_a_line_a_document() {
    let folder = Folder::new();
    let file = folder.file("a.jsonl", format!("{}\n{}", line("a", ARTICLE), line("b", "قصف.")));
    let ran = run(&["extract", "--format", "jsonl", &file]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let ids: Vec<String> = ran
        .out
        .lines()
        .map(|line| json(line)["documentId"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(ids, ["a", "b"]);
}

#[test]
fn spans_point_at_the_words_in_the_unit_asked_for() {
    let folder = Folder::new();
    let file = folder.file("a.txt", ARTICLE);
    let title = ARTICLE.lines().next().unwrap();
    for (unit, length) in [
        ("utf32", title.chars().count()),
        ("utf8", title.len()),
        ("utf16", title.encode_utf16().count()),
    ] {
        let ran = run(&["extract", "-f", "json", "--offsets", unit, &file]);
        let section = &json(&ran.out)["sections"][0];
        assert_eq!(section["kind"], "SECTION_KIND_TITLE");
        assert_eq!(section["span"]["end"], length, "{unit}");
    }
}

#[test]
fn json_is_an_object_for_one_text_and_an_array_for_more() {
    let folder = Folder::new();
    let (a, b) = (folder.file("a.txt", ARTICLE), folder.file("b.txt", ARTICLE));
    let one = json(&run(&["extract", "-f", "json", &a]).out);
    assert_eq!(one["documentId"], a);
    let two = json(&run(&["extract", "-f", "json", &a, &b]).out);
    assert_eq!(two.as_array().unwrap().len(), 2);
    let none = run(&[
        "extract",
        "-f",
        "json",
        &a,
        "--layers",
        "text",
        &folder.path("missing.txt"),
        "-o",
        &folder.path("out.json"),
    ]);
    assert_eq!(none.code, Some(2));
    assert_eq!(
        json(&fs::read_to_string(folder.path("out.json")).unwrap())
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn only_the_layers_asked_for_are_written() {
    let ran = run_with(
        &["extract", "-f", "jsonl", "--layers", "text,syntax", "-"],
        ARTICLE.as_bytes(),
    );
    let record = json(&ran.out);
    assert!(record["tokens"].is_array() && record["sentences"].is_array());
    assert!(record.get("events").is_none() && record.get("times").is_none());
}

#[test]
fn a_report_in_a_pipe_is_logical_isolated_and_colourless() {
    let folder = Folder::new();
    let file = folder.file("a.txt", ARTICLE);
    let ran = run(&["extract", "--published-at", "2020-06-11", "--source", "الجزيرة", &file]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("مقتل ثلاثة جنود قرب سبها"), "{}", ran.out);
    assert!(ran.out.contains("2020-06-11"));
    assert!(!ran.out.contains('\u{1b}'));
    for line in ran.out.lines() {
        let opened = line.chars().filter(|c| matches!(c, '\u{2066}'..='\u{2068}')).count();
        assert_eq!(opened, line.chars().filter(|c| *c == '\u{2069}').count(), "{line}");
    }
}

#[test]
fn visual_order_and_colours_can_be_asked_for() {
    let folder = Folder::new();
    let file = folder.file("a.txt", "مقتل سالم\nقال مصدر إن سالم قتل.\n");
    let ran = run(&["extract", "--bidi", "visual", "--color", "always", &file]);
    assert!(ran.out.contains("ﻢﻟﺎﺳ ﻞﺘﻘﻣ"), "{}", ran.out);
    assert!(ran.out.contains("\u{1b}["));
    let plain = run(&["extract", "--color", "never", &file]);
    assert!(!plain.out.contains('\u{1b}'));
}

#[test]
fn a_report_keeps_to_its_width() {
    let folder = Folder::new();
    let file = folder.file("a.txt", ARTICLE.repeat(3));
    let ran = run(&[
        "extract",
        "--bidi",
        "visual",
        "--width",
        "80",
        "--source",
        "الجزيرة",
        &file,
    ]);
    for line in ran.out.lines() {
        let columns = line
            .chars()
            .filter(|c| !matches!(c, '\u{64b}'..='\u{652}' | '\u{2066}'..='\u{2069}'))
            .count();
        assert!(columns <= 84, "{columns}: {line}");
    }
}

#[test]
fn an_article_cannot_steer_the_terminal() {
    let ran = run_with(
        &["extract", "-"],
        "قال \u{1b}[31mمصدر\u{202e} إن القصف توقف.\nقصف.".as_bytes(),
    );
    assert!(
        !ran.out.contains('\u{1b}') && !ran.out.contains('\u{202e}'),
        "{:?}",
        ran.out
    );
}

#[test]
fn times_and_numbers_have_their_own_commands() {
    let input = line("a", "قتل 25 جنديا يوم 10 يونيو 2020.");
    let times = run_with(&["times", "-"], input.as_bytes());
    assert_eq!(times.code, Some(0), "{}", times.err);
    assert_eq!(json(&times.out)["id"], "a");
    assert!(json(&times.out)["times"].is_array());
    let numbers = run_with(&["numbers", "-"], input.as_bytes());
    let numbers = json(&numbers.out);
    let found = &numbers["numbers"][0];
    assert_eq!(
        (&found["kind"], &found["value"]),
        (&"CARDINAL".into(), &25.0.into()),
        "{numbers}"
    );
    assert_eq!(found["span"], serde_json::json!({"start": 4, "end": 6}));
}

#[test]
fn info_completions_and_manual() {
    let info = run(&["info"]);
    assert!(info.out.contains(env!("CARGO_PKG_VERSION")) && info.out.contains("syntax") && info.out.contains("PLOVER"));
    assert_eq!(
        json(&run(&["info", "--json"]).out)["layers"].as_array().unwrap().len(),
        7
    );
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run(&["completions", shell]);
        assert_eq!(script.code, Some(0));
        assert!(script.out.contains("published-at"), "{shell}");
    }
    let manual = run(&["man"]).out;
    assert!(
        manual.contains(".TH") && manual.contains("musnad\\-extract") && manual.contains("MUSNAD_LISTEN"),
        "{manual}"
    );
}

#[test]
fn own_tables_win_and_faults_are_named() {
    let folder = Folder::new();
    let article = folder.file("a.txt", "قصفت كتيبة الفجر الجديد بلدة تل الزنبق أمس.");
    let actors = folder.file(
        "actors.tsv",
        "# mine\nكتيبة الفجر الجديد\tORGANIZATION\tNew Dawn Battalion\tLBY\tREB\n",
    );
    let places = folder.file("places.tsv", "تل الزنبق\tLily Hill\tLBY\t31.5\t15.25\n");
    let ran = run(&[
        "extract", "-f", "json", "--actors", &actors, "--places", &places, &article,
    ]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let entities = json(&ran.out)["entities"].to_string();
    assert!(
        entities.contains("New Dawn Battalion") && entities.contains("Lily Hill"),
        "{entities}"
    );

    let bad = folder.file("bad.tsv", "# mine\n\nكتيبة\tARMY\n");
    let ran = run(&["extract", "-f", "json", "--actors", &bad, &article]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(
        ran.err.contains("bad.tsv:3: \"ARMY\" is no type of actor"),
        "{}",
        ran.err
    );
}

#[test]
fn geojson_is_one_collection_of_points() {
    let folder = Folder::new();
    let file = folder.file(
        "a.jsonl",
        format!(
            "{}\n{}\n{}",
            line("a", "قصفت الطائرات مدينة سرت أمس."),
            line("b", "قصف."),
            line("c", "وصل الوفد إلى تونس.")
        ),
    );
    let ran = run(&["extract", "-f", "geojson", &file]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let collection = json(&ran.out);
    assert_eq!(collection["type"], "FeatureCollection");
    let features = collection["features"].as_array().unwrap();
    let sirte = features
        .iter()
        .find(|feature| feature["properties"]["name_en"] == "Sirte")
        .unwrap();
    let point = &sirte["geometry"]["coordinates"];
    assert!(
        (point[0].as_f64().unwrap() - 16.59).abs() < 0.1 && (point[1].as_f64().unwrap() - 31.2).abs() < 0.1,
        "{sirte}"
    );
    assert!(features.iter().any(|feature| feature["properties"]["country"] == "TUN"));

    let ran = run_with(&["extract", "-f", "geojson", "-"], "قصف.".as_bytes());
    assert_eq!(json(&ran.out)["features"].as_array().map(Vec::len), Some(0));
}
