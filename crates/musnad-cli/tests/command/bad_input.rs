//! A clear answer for each, with file and line, and exit status 2; what is good is still processed.

use crate::support::{ARTICLE, Folder, json, line, run, run_with};

#[test]
fn a_broken_line_is_named_and_the_others_are_processed() {
    let folder = Folder::new();
    let content = [
        line("a", ARTICLE),
        "{\"id\": \"b\", \"text\": \"قصف\n".to_owned(),
        line("c", "قصف."),
    ]
    .concat();
    let file = folder.file("mixed.jsonl", content);
    let ran = run(&["extract", "-f", "jsonl", "-j", "2", &file]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("mixed.jsonl:2: broken JSON at column"), "{}", ran.err);
    let ids: Vec<String> = ran
        .out
        .lines()
        .map(|line| json(line)["documentId"].to_string())
        .collect();
    assert_eq!(ids, ["\"a\"", "\"c\""]);
}

#[test]
fn lines_that_are_json_but_no_document_are_named() {
    let bad = [
        "[1]",
        "{\"id\":\"a\"}",
        "{\"text\":5}",
        "{\"text\":\"قصف\",\"id\":[1]}",
        "{\"text\":\"\"}",
    ];
    for content in bad {
        let folder = Folder::new();
        let file = folder.file("a.jsonl", format!("\n{content}\n"));
        let ran = run(&["extract", "-f", "jsonl", &file]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{content}");
        assert!(ran.err.contains("a.jsonl:2: "), "{content}: {}", ran.err);
    }
}

#[test]
fn a_bad_date_is_named_where_it_stands() {
    let folder = Folder::new();
    let file = folder.file(
        "a.jsonl",
        "{\"text\":\"قصف.\",\"published_at\":\"11/6/2020\"}\n{\"text\":\"قصف.\",\"published_at\":null}\n",
    );
    let ran = run(&["extract", "-f", "jsonl", &file]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(2), 1));
    assert!(
        ran.err.contains("a.jsonl:1: ") && ran.err.contains("11/6/2020"),
        "{}",
        ran.err
    );
    let flag = run(&["extract", "--published-at", "gestern", &file]);
    assert_eq!(flag.code, Some(2));
    assert!(
        flag.err.contains("gestern") && flag.err.contains("ISO 8601"),
        "{}",
        flag.err
    );
}

#[test]
fn other_encodings_are_named() {
    let folder = Folder::new();
    // «قالت المصادر»
    let windows = folder.file("w.txt", b"line\n\xDE\xC7\xE1\xCA \xC7\xE1\xE3\xD5\xC7\xCF\xD1");
    let ran = run(&["extract", &windows]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("w.txt:2: ") && ran.err.contains("Windows-1256") && ran.err.contains("iconv"),
        "{}",
        ran.err
    );
    let utf16 = folder.file("u.txt", b"\xFF\xFE\x42\x06");
    assert!(run(&["extract", &utf16]).err.contains("UTF-16"));
    let lines = folder.file(
        "l.jsonl",
        [
            line("a", "قصف.").as_bytes(),
            b"{\"text\":\"\xDE\xC7\xE1\xCA \xC7\xE1\xE3\"}\n",
        ]
        .concat(),
    );
    let ran = run(&["extract", "-f", "jsonl", &lines]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(2), 1));
    assert!(
        ran.err.contains("l.jsonl:2: ") && ran.err.contains("Windows-1256"),
        "{}",
        ran.err
    );
}

#[test]
fn empty_input_is_refused() {
    let folder = Folder::new();
    for (name, content) in [("a.txt", ""), ("b.txt", " \n "), ("c.jsonl", ""), ("d.jsonl", "\n\n")] {
        let file = folder.file(name, content);
        let ran = run(&["extract", "-f", "jsonl", &file]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{name}");
        assert!(
            ran.err.contains(name) && ran.err.contains("empty"),
            "{name}: {}",
            ran.err
        );
    }
    let ran = run_with(&["extract", "-"], b"");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("<stdin>: document.text is empty"), "{}", ran.err);
}

#[test]
fn missing_files_and_folders_do_not_stop_the_others() {
    let folder = Folder::new();
    let (missing, good) = (folder.path("missing.txt"), folder.file("good.txt", ARTICLE));
    let ran = run(&["extract", "-f", "jsonl", &missing, &folder.path(""), &good]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(2), 1));
    assert!(
        ran.err.contains("missing.txt: there is no such file") && ran.err.contains("is a directory"),
        "{}",
        ran.err
    );
}

#[test]
fn wrong_options_are_named() {
    for (arguments, expected) in [
        (["--layers", "events,verbs"], "unknown layer \"verbs\""),
        (["--format", "xml"], "jsonl"),
        (["--offsets", "utf7"], "utf16"),
        (["--threads", "0"], "0"),
        (["--bidi", "up"], "visual"),
    ] {
        let ran = run(&["extract", arguments[0], arguments[1], "-"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.err.contains(expected), "{arguments:?}: {}", ran.err);
    }
    assert_eq!(run(&["extract"]).code, Some(2));
    assert_eq!(run(&["serve", "--max-batch-documents", "0"]).code, Some(2));
}

#[test]
fn an_output_that_cannot_be_opened_is_named() {
    let folder = Folder::new();
    let ran = run(&[
        "extract",
        "-f",
        "jsonl",
        "-o",
        &folder.path("no/such/folder"),
        &folder.file("a.txt", ARTICLE),
    ]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("no/such/folder"), "{}", ran.err);
}

#[test]
fn odd_texts_are_read() {
    let texts = [
        ("قال\0مصدر إن القصف توقف".to_owned(), "WARNING_CODE_CONTROL_CHARACTERS"),
        ("«".repeat(1_000_000), "WARNING_CODE_UNBALANCED_QUOTES"),
        ("ا".repeat(100_000), ""),
        ("Three soldiers were killed.".to_owned(), "WARNING_CODE_NO_ARABIC"),
        ("😀🔥🇱🇾".to_owned(), "WARNING_CODE_NO_ARABIC"),
        ("قالت CNN إن \u{202e}F-16\u{202c} قصفت base رقم 7".to_owned(), ""),
    ];
    for (text, warning) in texts {
        let name: String = text.chars().take(20).collect();
        for format in ["jsonl", "text", "conllu"] {
            let ran = run_with(&["extract", "-f", format, "-"], text.as_bytes());
            assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{name} {format}");
            assert!(format != "jsonl" || ran.out.contains(warning), "{name}");
        }
    }
}

#[test]
fn fifty_megabytes_are_refused_with_limit_and_size() {
    let folder = Folder::new();
    let text = "قصف ".repeat(7_200_000);
    let limit = musnad::MAX_DOCUMENT_BYTES.to_string();
    for (name, content) in [("big.txt", text.clone()), ("big.jsonl", line("a", &text))] {
        let ran = run(&["extract", "-f", "jsonl", &folder.file(name, content)]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{name}");
        assert!(
            ran.err.contains(name) && ran.err.contains(&limit) && ran.err.contains(&text.len().to_string()),
            "{}",
            ran.err
        );
    }
}

#[test]
fn fields_that_are_not_read_are_said_once() {
    let folder = Folder::new();
    let content = "{\"text\":\"قصف.\",\"title\":\"عنوان\"}\n".repeat(3);
    let ran = run(&["extract", "-f", "jsonl", &folder.file("a.jsonl", content)]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 3));
    assert_eq!(ran.err.matches("title").count(), 1, "{}", ran.err);
}
