//! The stages of the core crate only use earlier ones: reads the paths through `crate::` and fails on an upward arrow.

use std::collections::BTreeSet;
use std::path::Path;

use musnad_tests::{files, workspace};

/// Each module with its rank. A module uses those of lower rank, and of its own rank only in the first row.
const RANKS: &[(&str, u32)] = &[
    ("config", 0),
    ("document", 0),
    ("error", 0),
    ("text", 0),
    ("own", 1),
    ("morphology", 1),
    ("syntax", 2),
    ("number", 3),
    ("time", 4),
    ("quantity", 5),
    ("names", 5),
    ("reader", 6),
    ("entities", 7),
    ("events", 8),
    ("statements", 9),
    ("corroboration", 10),
    ("extractor", 11),
    // Beside the pipeline: what is read off a result, and what is between the domain types and protobuf.
    ("sources", 1),
    ("wire", 1),
];

/// What the crate root re-exports from above the first rank.
const RE_EXPORTS: &[(&str, &str)] = &[("Extractor", "extractor"), ("ExtractorBuilder", "extractor")];

fn rank(module: &str) -> Option<u32> {
    RANKS.iter().find(|(name, _)| *name == module).map(|(_, rank)| *rank)
}

/// The first names of the paths that begin with `crate::`, groups included; comments and tests left out.
fn used(source: &str) -> BTreeSet<String> {
    let tests = ["#[cfg(test)]", "#[cfg(all(test"];
    let code = tests.iter().filter_map(|mark| source.find(mark)).min();
    let code = source.get(..code.unwrap_or(source.len())).unwrap_or_default();
    let code: String = code
        .lines()
        .filter_map(|line| line.split("//").next())
        .collect::<Vec<_>>()
        .join("\n");
    let mut used = BTreeSet::new();
    for path in code.split("crate::").skip(1) {
        let Some(group) = path.strip_prefix('{') else {
            used.insert(first_name(path));
            continue;
        };
        let mut depth = 0;
        let mut names = String::new();
        for c in group.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                c if depth == 0 => names.push(c),
                _ => {}
            }
        }
        used.extend(
            names
                .split(',')
                .map(|name| first_name(name.trim()))
                .filter(|name| !name.is_empty()),
        );
    }
    used
}

fn first_name(path: &str) -> String {
    path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The complaints about one file of a module.
fn faults(module: &str, source: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let Some(own) = rank(module) else {
        return vec![format!("{module} has no rank in tests/layering.rs: give it one")];
    };
    for name in used(source) {
        let target = RE_EXPORTS
            .iter()
            .find(|(export, _)| *export == name)
            .map_or(name.as_str(), |(_, module)| module);
        match rank(target) {
            _ if target == module => {}
            Some(other) if other < own || (own == 0 && other == 0) => {}
            Some(_) => faults.push(format!("{module} uses {target}, which comes later")),
            None if target.starts_with(char::is_uppercase) => {}
            None => faults.push(format!(
                "{module} uses {target}, which has no rank in tests/layering.rs"
            )),
        }
    }
    if module != "wire" && source.contains("musnad_proto") {
        faults.push(format!("{module} knows protobuf; only wire does"));
    }
    faults
}

#[test]
fn stages_only_use_earlier_ones() {
    let src = workspace().join("crates/musnad/src");
    let mut found = Vec::new();
    let sources = files(&src, "rs").unwrap();
    for path in &sources {
        let inside = path.strip_prefix(&src).unwrap();
        let module = inside
            .iter()
            .next()
            .map(|part| Path::new(part).with_extension("").display().to_string())
            .unwrap();
        if module == "lib" {
            continue;
        }
        let source = std::fs::read_to_string(path).unwrap();
        found.extend(
            faults(&module, &source)
                .into_iter()
                .map(|fault| format!("{}: {fault}", inside.display())),
        );
    }
    assert!(sources.len() > 20, "the sources were not found");
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn an_upward_arrow_is_a_fault() {
    assert_eq!(
        faults("time", "use crate::events::Findings;"),
        ["time uses events, which comes later"]
    );
    assert_eq!(
        faults("time", "use crate::{events, number::{self, rules}};"),
        ["time uses events, which comes later"]
    );
    assert_eq!(
        faults("time", "fn f() { crate::names::g() }"),
        ["time uses names, which comes later"]
    );
    assert_eq!(
        faults("quantity", "use crate::names::Name;"),
        ["quantity uses names, which comes later"]
    );
    assert_eq!(
        faults("events", "use crate::Extractor;"),
        ["events uses extractor, which comes later"]
    );
    assert_eq!(
        faults("text", "use musnad_proto::v1;"),
        ["text knows protobuf; only wire does"]
    );
    assert_eq!(faults("time", "use crate::other::X;").len(), 1);
    assert_eq!(
        faults("time", "/// [`crate::events`]\nuse crate::number;\nuse crate::Error;"),
        Vec::<String>::new()
    );
    assert_eq!(
        faults("time", "#[cfg(test)]\nmod tests { use crate::Extractor; }"),
        Vec::<String>::new()
    );
}
