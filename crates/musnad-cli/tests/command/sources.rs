use crate::support::{Folder, json, run};

const ARTICLE: &str =
    "نقلت وكالة رويترز عن مصدر عسكري قوله إن الجيش قصف بلدة سرت. ونفى المتحدث باسم الجيش ذلك في بيان.\n";

#[test]
fn an_event_is_a_tree_of_those_who_say_so() {
    let folder = Folder::new();
    let file = folder.file("a.txt", ARTICLE);
    let ran = run(&["sources", "--source", "الجزيرة", "--bidi", "logical", &file]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    // Without the isolates, which keep the words of both scripts apart.
    let plain: String = ran
        .out
        .chars()
        .filter(|c| !('\u{2066}'..='\u{2069}').contains(c))
        .map(|c| if c == '\u{a0}' { ' ' } else { c })
        .collect();
    let lines: Vec<&str> = plain.lines().collect();
    let at = |part: &str| {
        lines
            .iter()
            .position(|line| line.contains(part))
            .unwrap_or_else(|| panic!("{part}\n{plain}"))
    };
    let event = at("«قصف»");
    assert!(lines[event].starts_with("e1 assault"), "{plain}");
    assert!(
        lines[event + 1].starts_with("├─ مصدر عسكري assert «نقلت»: occurred"),
        "{plain}"
    );
    assert!(lines[event + 2].starts_with("│  └─ وكالة رويترز"), "{plain}");
    assert!(lines[event + 3].starts_with("│     └─ الجزيرة"), "{plain}");
    assert!(lines[event + 4].starts_with("└─ المتحدث باسم الجيش"), "{plain}");
    assert!(lines[event + 4].contains("negated"), "{plain}");
}

#[test]
fn isolates_are_balanced_on_every_line() {
    let folder = Folder::new();
    let file = folder.file("a.txt", ARTICLE);
    for width in ["40", "60", "120"] {
        let ran = run(&["sources", "--bidi", "logical", "--width", width, &file]);
        for line in ran.out.lines() {
            let opened = line.chars().filter(|c| ('\u{2066}'..='\u{2068}').contains(c)).count();
            let closed = line.chars().filter(|c| *c == '\u{2069}').count();
            assert_eq!(opened, closed, "{line:?}");
        }
    }
}

#[test]
fn the_same_as_data() {
    let folder = Folder::new();
    let file = folder.file("a.txt", ARTICLE);
    let ran = run(&["sources", "--format", "json", &file]);
    let record = json(&ran.out);
    assert_eq!(record["id"], file);
    let event = &record["events"][0];
    assert_eq!((&event["trigger"], &event["type"]), (&"قصف".into(), &"ASSAULT".into()));
    let voices = event["voices"].as_array().unwrap();
    let status: Vec<&str> = voices.iter().map(|voice| voice["status"].as_str().unwrap()).collect();
    assert_eq!(status, ["OCCURRED", "NEGATED"]);
    let chain: Vec<&str> = voices[0]["chain"]
        .as_array()
        .unwrap()
        .iter()
        .map(|link| link["text"].as_str().unwrap())
        .collect();
    assert_eq!(chain, ["مصدر عسكري", "وكالة رويترز"]);
    assert_eq!(voices[1]["statement"]["medium"], "في بيان");

    let lines = run(&["sources", "--format", "jsonl", &file, &file]);
    assert_eq!(lines.out.lines().count(), 2);
}

#[test]
fn an_article_without_events_says_so() {
    let folder = Folder::new();
    let file = folder.file("a.txt", "طقس معتدل اليوم.\n");
    let ran = run(&["sources", &file]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("No events found."), "{}", ran.out);
}
