//! How many mentions a second are looked up, with their rows: every name of the hand-written tables, and as many words that are no
//! names. `cargo bench --package musnad-data`.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement")]

use std::hint::black_box;
use std::time::Instant;

use musnad_data::fold;
use musnad_data::gazetteer::Gazetteer;

const TABLES: [&str; 4] = [
    include_str!("../tables/names/persons.tsv"),
    include_str!("../tables/names/organizations.tsv"),
    include_str!("../tables/names/settlements.tsv"),
    include_str!("../tables/names/armed_groups.tsv"),
];

fn main() {
    let start = Instant::now();
    let gazetteer = Gazetteer::new().unwrap();
    println!("opened in {:.2} ms", start.elapsed().as_secs_f64() * 1e3);
    let names = TABLES
        .iter()
        .flat_map(|table| table.lines())
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').next())
        .flat_map(|cell| cell.split('|'))
        .map(|name| fold::key(name.trim_start_matches('~')));
    let mut keys: Vec<String> = names.collect();
    keys.extend(keys.clone().into_iter().map(|key| format!("{key}ظ")));
    let rounds = 1 + 2_000_000 / keys.len();
    let start = Instant::now();
    let mut rows = 0_u64;
    for _ in 0..rounds {
        for key in &keys {
            for posting in gazetteer.find(black_box(key)) {
                rows += u64::from(gazetteer.entry(posting.entry).is_some());
            }
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    let mentions = rounds * keys.len();
    println!(
        "{mentions} mentions, {rows} rows: {:.0} mentions a second on one core",
        mentions as f64 / seconds
    );
}
