use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::support::{ARTICLE, Folder, json, line, musnad, run, run_with};

#[test]
fn order_is_kept_and_bytes_are_equal_on_any_number_of_threads() {
    let folder = Folder::new();
    let lines: String = (0..120)
        .map(|n| line(&n.to_string(), &ARTICLE.repeat(if n % 9 == 0 { 40 } else { 1 })))
        .collect();
    let file = folder.file("many.jsonl", lines);
    let one = run(&["extract", "-f", "jsonl", "-j", "1", &file]);
    let many = run(&["extract", "-f", "jsonl", "-j", "7", &file]);
    let ids: Vec<String> = one
        .out
        .lines()
        .map(|line| json(line)["documentId"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(ids, (0..120).map(|n| n.to_string()).collect::<Vec<_>>());
    assert!(one.out == many.out);
}

#[test]
fn standard_input_is_jsonl_when_it_begins_with_a_brace_and_text_otherwise() {
    let lines = run_with(
        &["extract", "-f", "jsonl", "-"],
        format!("\u{feff} \n{}", line("a", "قصف.")).as_bytes(),
    );
    assert_eq!(json(&lines.out)["documentId"], "a", "{}", lines.err);
    let text = run_with(&["extract", "-f", "jsonl", "-"], format!("\n  {ARTICLE}").as_bytes());
    let record = json(&text.out);
    assert!(record.get("documentId").is_none());
    // The white space before the text is part of it.
    assert_eq!(record["sections"][0]["span"]["start"], 3);
}

#[test]
fn options_stand_in_for_what_a_document_does_not_say() {
    let relative = "{\"text\":\"قال مصدر إن القصف توقف أمس.\"}";
    let with = run_with(
        &["extract", "-f", "jsonl", "--published-at", "2020-06-11", "-"],
        relative.as_bytes(),
    );
    assert!(!with.out.contains("NO_PUBLICATION_DATE"), "{}", with.out);
}

#[test]
fn results_can_go_to_a_file() {
    let folder = Folder::new();
    let (file, output) = (folder.file("a.txt", ARTICLE), folder.path("out.jsonl"));
    let ran = run(&["extract", "-f", "jsonl", "--output", &output, &file]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert_eq!(json(&fs::read_to_string(output).unwrap())["documentId"], file);
}

#[test]
fn results_come_while_input_is_still_open() {
    let mut child = musnad()
        .args(["extract", "-f", "jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in ["a", "b"] {
        stdin.write_all(line(id, "قصف.").as_bytes()).unwrap();
        assert_eq!(json(&lines.next().unwrap().unwrap())["documentId"], id);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_closed_pipe_ends_the_command_quietly() {
    let folder = Folder::new();
    let lines: String = (0..3000).map(|n| line(&n.to_string(), ARTICLE)).collect();
    let file = folder.file("many.jsonl", lines);
    let mut child = musnad()
        .args(["extract", "-f", "jsonl", &file])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::with_capacity(256, child.stdout.take().unwrap())
        .read_line(&mut first)
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (output.status.code(), output.stderr.as_slice()),
        (Some(0), b"".as_slice())
    );
}

#[cfg(unix)]
fn interrupted(signal: &str, code: i32) {
    let mut child = musnad()
        .args(["extract", "-f", "jsonl", "-j", "2", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // Input that never ends.
    let writer = std::thread::spawn(move || while stdin.write_all(line("a", ARTICLE).as_bytes()).is_ok() {});
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut out = String::new();
    for _ in 0..20 {
        stdout.read_line(&mut out).unwrap();
    }
    let killed = std::process::Command::new("sh")
        .args(["-c", &format!("kill -{signal} {}", child.id())])
        .status()
        .unwrap();
    assert!(killed.success());
    stdout.read_to_string(&mut out).unwrap();
    let started = Instant::now();
    let status = child.wait().unwrap();
    assert!(started.elapsed() < Duration::from_secs(10));
    writer.join().unwrap();
    assert_eq!(status.code(), Some(code));
    assert!(out.ends_with('\n'));
    out.lines().for_each(|line| assert_eq!(json(line)["documentId"], "a"));
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_complete_lines() {
    interrupted("INT", 130);
}

#[cfg(unix)]
#[test]
fn sigterm_leaves_complete_lines() {
    interrupted("TERM", 143);
}

#[cfg(unix)]
#[test]
fn serve_listens_logs_and_stops_on_sigterm() {
    let mut child = musnad()
        .args(["serve", "--log-format", "json"])
        .env("MUSNAD_LISTEN", "127.0.0.1:0")
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut logs = BufReader::new(child.stderr.take().unwrap());
    let mut first = String::new();
    logs.read_line(&mut first).unwrap();
    let record = json(&first);
    assert_eq!(record["message"], "listening", "{first}");
    let address = record["address"].as_str().unwrap();
    std::net::TcpStream::connect(address).unwrap();
    assert!(
        std::process::Command::new("sh")
            .args(["-c", &format!("kill -TERM {}", child.id())])
            .status()
            .unwrap()
            .success()
    );
    let mut rest = String::new();
    logs.read_to_string(&mut rest).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(rest.contains("shutting down") && rest.contains("stopped"), "{rest}");
}
