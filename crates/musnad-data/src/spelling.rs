//! The ways to write a name that count as the same. Also compiled into the build script.

/// The keys of a folded name: tokens with one space between, once for each way to write it.
pub fn spellings(folded: &str) -> Vec<String> {
    let mut key = String::new();
    let mut last = ' ';
    let class = |c: char| {
        if c.is_ascii_digit() {
            1
        } else if c.is_ascii_alphabetic() {
            2
        } else {
            3
        }
    };
    for c in folded.chars() {
        let c = c.to_ascii_lowercase();
        if !c.is_alphanumeric() {
            last = ' ';
            continue;
        }
        let joined = last != ' ' && (class(last) == class(c) || (class(last) == 2 && class(c) == 1));
        if !key.is_empty() && !joined {
            key.push(' ');
        }
        key.push(c);
        last = c;
    }
    let mut keys = vec![key.clone()];
    let mut also = |key: &str, from: &str, to: &str| {
        if key.contains(from) {
            keys.push(key.replace(from, to));
        }
    };
    also(&key, "اميرك", "امريك");
    also(&key, "امريك", "اميرك");
    for prefix in ["عبد", "ابو", "ابي", "ابا"] {
        let apart = format!("{prefix} ");
        let mut joined: Vec<String> = Vec::new();
        for key in &keys {
            if key.starts_with(&apart) || key.contains(&format!(" {apart}")) {
                joined.push(
                    format!(" {key}")
                        .replace(&format!(" {apart}"), &format!(" {prefix}"))
                        .trim_start()
                        .to_owned(),
                );
            }
            if prefix == "عبد" && (key.starts_with("عبدال") || key.contains(" عبدال")) {
                joined.push(format!(" {key}").replace(" عبدال", " عبد ال").trim_start().to_owned());
            }
        }
        keys.extend(joined);
    }
    keys
}
