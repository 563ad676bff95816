//! How names are written: letters as bytes, and persons' words in English.

use std::collections::BTreeMap;

use super::Entry;
use crate::fold;

/// Bytes for letters beyond ASCII; the last opens a code point of three bytes.
const LETTERS: usize = 127;

/// How the words of persons' names are spelt in English, by the rows whose words answer each other: a line a word, sorted.
pub(super) fn latin(entries: &[Entry]) -> String {
    let mut spellings: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.remark == "persons") {
        let english = entry
            .english
            .replace("al-", "")
            .replace("el-", "")
            .replace("Al ", "")
            .replace("El ", "");
        let (arabic, english): (Vec<&str>, Vec<&str>) = (entry.name.split(' ').collect(), english.split(' ').collect());
        if arabic.len() != english.len() || !entry.english.is_ascii() {
            continue;
        }
        for (word, latin) in arabic.into_iter().zip(english) {
            let word = word
                .strip_prefix("ال")
                .filter(|rest| rest.chars().count() > 2)
                .unwrap_or(word);
            *spellings
                .entry(fold::key(word))
                .or_default()
                .entry(latin.to_owned())
                .or_default() += 1;
        }
    }
    let mut lines = String::new();
    for (word, latin) in spellings {
        if let Some((best, _)) = latin
            .iter()
            .max_by_key(|(spelling, count)| (**count, std::cmp::Reverse(*spelling)))
        {
            lines.extend([word.as_str(), "\t", best, "\n"]);
        }
    }
    lines
}

/// The letters beyond ASCII that the names use most.
pub(super) fn letters(entries: &[Entry]) -> Vec<char> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for c in entries
        .iter()
        .flat_map(|entry| entry.name.chars().chain(entry.english.chars()))
    {
        if !c.is_ascii() {
            *counts.entry(c).or_default() += 1;
        }
    }
    let mut letters: Vec<(char, usize)> = counts.into_iter().collect();
    letters.sort_by_key(|(_, count)| usize::MAX - count);
    letters.truncate(LETTERS);
    letters.into_iter().map(|(letter, _)| letter).collect()
}

/// ASCII as it is, frequent letters as a byte from 0x80, others as 0xff and three bytes.
pub(super) fn encode(text: &str, letters: &[char], to: &mut Vec<u8>) {
    for c in text.chars() {
        if c.is_ascii() {
            to.push(c as u8);
        } else if let Some(number) = letters.iter().position(|letter| *letter == c) {
            to.push(0x80 + number as u8);
        } else {
            let point = u32::from(c).to_le_bytes();
            to.extend([0xff, point[0], point[1], point[2]]);
        }
    }
}
