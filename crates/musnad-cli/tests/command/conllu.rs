//! `--format conllu` is valid by the rules of levels 1 and 2 of UD's validator, written down here from
//! <https://universaldependencies.org/validation-rules.html> and the format's description.

use std::collections::BTreeSet;

use crate::support::{ARTICLE, run_with};

const UPOS: &str = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X";
const RELATIONS: &str = "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse \
    dislocated expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root \
    vocative xcomp";

/// What is wrong with a file, by line or sentence.
fn faults(file: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !file.ends_with("\n\n") || file.ends_with("\n\n\n") || file.contains("\n\n\n") {
        faults.push("a sentence ends with exactly one empty line".to_owned());
    }
    let mut ids = BTreeSet::new();
    for block in file.split("\n\n").filter(|block| !block.is_empty()) {
        let comment = |name: &str| {
            let lines: Vec<&str> = block.lines().filter_map(|line| line.strip_prefix(name)).collect();
            (lines.len() == 1).then(|| lines[0])
        };
        match comment("# sent_id = ") {
            Some(id) if !id.is_empty() && !id.contains(' ') && ids.insert(id.to_owned()) => {}
            other => faults.push(format!("sent_id {other:?} is missing, has a space, or is not alone")),
        }
        let Some(text) = comment("# text = ") else {
            faults.push(format!("no text: {block}"));
            continue;
        };
        if text != text.trim() || text.contains("  ") || text.is_empty() {
            faults.push(format!("text has spaces at its ends or two together: {text:?}"));
        }
        sentence(block, text, &mut faults);
    }
    faults
}

fn sentence(block: &str, text: &str, faults: &mut Vec<String>) {
    let mut heads: Vec<(usize, String)> = Vec::new();
    let mut spelled = String::new();
    // Last word of the range that is open.
    let mut open = 0;
    let mut comments = true;
    for line in block.lines() {
        if line.starts_with('#') {
            if !comments {
                faults.push(format!("a comment among the words: {line}"));
            }
            continue;
        }
        comments = false;
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, upos, xpos, feats, head, deprel, deps, misc] = fields.as_slice() else {
            faults.push(format!("{} fields: {line}", fields.len()));
            continue;
        };
        if fields
            .iter()
            .any(|field| field.is_empty() || *field != field.trim() || field.contains("  "))
        {
            faults.push(format!("an empty field or spaces: {line}"));
        }
        if [xpos, feats, head, deprel, deps, misc, upos]
            .iter()
            .any(|field| field.contains(' '))
        {
            faults.push(format!("a space where none may be: {line}"));
        }
        if *deps != "_" {
            faults.push(format!("deps: {line}"));
        }
        let space = if misc.split('|').any(|item| item == "SpaceAfter=No") {
            ""
        } else {
            " "
        };
        if let Some((first, last)) = id.split_once('-') {
            let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
            if first != heads.len() + 1 || last <= first || first <= open {
                faults.push(format!("the range does not fit: {line}"));
            }
            if fields[2..9].iter().any(|field| *field != "_") {
                faults.push(format!("a range has no tags: {line}"));
            }
            open = last;
            spelled.push_str(form);
            spelled.push_str(space);
            continue;
        }
        if id.parse() != Ok(heads.len() + 1) {
            faults.push(format!("the number does not follow: {line}"));
        }
        if heads.len() + 1 > open {
            spelled.push_str(form);
            spelled.push_str(space);
        } else if space.is_empty() {
            faults.push(format!("SpaceAfter inside a range: {line}"));
        }
        if !UPOS.split(' ').any(|known| known == *upos) {
            faults.push(format!("part of speech: {line}"));
        }
        let relation = deprel.split(':').next().unwrap();
        if !RELATIONS.split_whitespace().any(|known| known == relation)
            || !deprel.chars().all(|c| c.is_ascii_lowercase() || c == ':')
        {
            faults.push(format!("relation: {line}"));
        }
        if *feats != "_" {
            features(feats, line, faults);
        }
        if *lemma == "_" && *form != "_" && *upos != "X" {
            faults.push(format!("no lemma: {line}"));
        }
        match head.parse() {
            Ok(head) => heads.push((head, (*deprel).to_owned())),
            Err(_) => faults.push(format!("head: {line}")),
        }
    }
    if open > heads.len() {
        faults.push(format!("a range goes beyond the sentence: {text}"));
    }
    if spelled.trim_end() != text {
        faults.push(format!("the forms spell {spelled:?}, the text is {text:?}"));
    }
    tree(&heads, text, faults);
}

fn features(feats: &str, line: &str, faults: &mut Vec<String>) {
    let mut before = String::new();
    for item in feats.split('|') {
        let Some((name, value)) = item.split_once('=') else {
            faults.push(format!("feature {item}: {line}"));
            continue;
        };
        let is_name = |name: &str| {
            name.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
                && name
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '[' | ']' | ','))
        };
        if !is_name(name) || !is_name(value) {
            faults.push(format!("feature {item}: {line}"));
        }
        if name.to_lowercase() <= before {
            faults.push(format!("features are not sorted: {line}"));
        }
        before = name.to_lowercase();
    }
}

fn tree(heads: &[(usize, String)], text: &str, faults: &mut Vec<String>) {
    if heads.iter().filter(|(head, _)| *head == 0).count() != 1 {
        faults.push(format!("not one root: {text}"));
    }
    for (number, (head, deprel)) in heads.iter().enumerate() {
        if (*head == 0) != (deprel == "root") {
            faults.push(format!(
                "word {} has the head {head} and is {deprel}: {text}",
                number + 1
            ));
        }
        let (mut node, mut steps) = (number + 1, 0);
        while node != 0 {
            match heads.get(node - 1) {
                Some((head, _)) if steps <= heads.len() => node = *head,
                _ => {
                    faults.push(format!("word {} does not lead to the root: {text}", number + 1));
                    break;
                }
            }
            steps += 1;
        }
    }
}

fn conllu(text: &str) -> String {
    let ran = run_with(&["extract", "--format", "conllu", "-"], text.as_bytes());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran.out
}

#[test]
fn every_text_gives_a_valid_file() {
    for text in [
        ARTICLE,
        "نعم",
        "،",
        "و",
        "قَالَ  المُتَحَدِّثُ\u{200f}: \"سنردّ\t بقوة\".\n\n  ثم   سكت.",
        "وللمدرسةِ مديرتُها، فسيكتبونها بالعربية؛ ولأنهم 15% من الطلاب (R&D) في U.S. &quot;نعم&quot; 😀😀 #وسم",
        "Breaking: nothing in Arabic here, 12.5% of it.",
        "مســـلحون ﻻ ﻷﺣﻤﺪ ٢٠١٥ ـ قال\0نعم",
        "١. أولا\n٢. ثانيا\n٣. ثالثا",
        &"وقالت المصادر إن القوات انسحبت ".repeat(120),
    ] {
        let file = conllu(text);
        let faults = faults(&file);
        assert!(faults.is_empty(), "{}\n{file}", faults.join("\n"));
    }
}

#[test]
fn offsets_point_at_the_letters() {
    let text = "وقالت السفارة إنها للمدينة.";
    let file = conllu(text);
    let letters: Vec<char> = text.chars().collect();
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let fields: Vec<&str> = line.split('\t').collect();
        let value = |name: &str| -> usize {
            let item = fields[9].split('|').find_map(|item| item.strip_prefix(name)).unwrap();
            item.parse().unwrap()
        };
        let there: String = letters[value("start_char=")..value("end_char=")].iter().collect();
        if fields[0].contains('-') {
            assert_eq!(there, fields[1]);
        } else {
            assert!(!there.is_empty() && text.contains(&there), "{line}");
        }
    }
}

#[test]
fn the_validator_sees_faults() {
    let good = "# sent_id = a-s1\n# text = وقال نعم.\n1-2\tوقال\t_\t_\t_\t_\t_\t_\t_\t_\n\
        1\tو\tو\tCCONJ\t_\t_\t2\tcc\t_\t_\n2\tقال\tقال\tVERB\t_\tAspect=Perf|Voice=Act\t0\troot\t_\t_\n\
        3\tنعم\tنعم\tPART\t_\t_\t2\tobj\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n";
    assert_eq!(faults(good), Vec::<String>::new());
    for (part, wrong) in [
        ("1-2\t", "1-3\t"),
        ("\t0\troot", "\t3\tdep"),
        ("\t0\troot", "\t0\tdep"),
        ("\t2\tobj", "\t3\tobj"),
        ("\t2\tobj", "\t9\tobj"),
        ("\t2\tobj", "\t0\troot"),
        ("VERB", "V"),
        ("\tobj", "\tobject"),
        ("SpaceAfter=No", "_"),
        ("Aspect=Perf|Voice=Act", "Voice=Act|Aspect=Perf"),
        ("# text = وقال نعم.", "# text = وقال  نعم."),
        ("# sent_id = a-s1\n", ""),
        ("3\tنعم", "5\tنعم"),
        ("\n\n", "\n"),
    ] {
        assert!(good.contains(part), "{part}");
        assert!(!faults(&good.replacen(part, wrong, 1)).is_empty(), "{part} → {wrong}");
    }
}
