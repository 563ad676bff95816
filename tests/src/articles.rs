//! Articles for measuring: as long as what a desk writes, all different, made of the samples.

use anyhow::{Result, ensure};

/// So many articles of at least so many words each, of whole paragraphs of `golden/samples`, every one in another order.
///
/// # Errors
/// If the samples can't be read.
pub fn articles(count: usize, words: usize) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for path in crate::files(&crate::folder().join("golden/samples"), "txt")? {
        let text = std::fs::read_to_string(path)?;
        let filled = text.lines().filter(|line| !line.trim().is_empty());
        lines.extend(filled.map(str::to_owned));
    }
    ensure!(!lines.is_empty(), "the samples are empty");
    let article = |number: usize| {
        let (mut article, mut length) = (String::new(), 0);
        let step = 1 + number % 3;
        let mut at = number * 7;
        while length < words {
            let line = &lines[at % lines.len()];
            article.push_str(line);
            article.push('\n');
            length += line.split_whitespace().count();
            at += step;
        }
        article
    };
    Ok((0..count).map(article).collect())
}
