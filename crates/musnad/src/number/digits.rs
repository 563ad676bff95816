//! Numbers in digits.
//!
//! Desks write the decimal mark as «.» «,» or «،», and so the thousands mark. Several marks of one kind, or one mark
//! before exactly three digits, separate thousands («1,500», «1.500.000»); a last mark of another kind, or a mark before
//! any other number of digits, is the decimal mark («12،220,13», «10،5»). «0.770» is a decimal; «1.500» is a decimal only
//! before a scale word («1.234 مليون»). Not handled: thousands in Indian grouping.

/// The value of a token of digits with marks; `None` if it is no number («15.7.2015»).
pub(crate) fn value(key: &str, before_scale: bool) -> Option<f64> {
    let is_mark = |c: char| matches!(c, '.' | ',' | '،');
    if !key.contains(is_mark) {
        return key.parse().ok();
    }
    let marks: Vec<char> = key.chars().filter(|c| is_mark(*c)).collect();
    let groups: Vec<&str> = key.split(is_mark).collect();
    let (first, last) = (*groups.first()?, *groups.last()?);
    let mark = *marks.last()?;
    let thousands = |groups: &[&str]| {
        groups
            .first()
            .is_some_and(|g| (1..=3).contains(&g.len()) && !g.starts_with('0'))
            && groups[1..].iter().all(|g| g.len() == 3)
    };
    let one_kind = marks.iter().all(|m| *m == mark);
    let joined = |groups: &[&str]| groups.concat();
    if one_kind && thousands(&groups) && !(marks.len() == 1 && mark == '.' && before_scale) {
        return joined(&groups).parse().ok();
    }
    if marks.len() == 1 {
        return format!("{first}.{last}").parse().ok();
    }
    let whole = &groups[..groups.len() - 1];
    let others_alike = marks[..marks.len() - 1].windows(2).all(|pair| pair[0] == pair[1]);
    if !one_kind && others_alike && thousands(whole) {
        return format!("{}.{last}", joined(whole)).parse().ok();
    }
    None
}

/// Whether the token is an integer without marks, and its value.
pub(crate) fn plain(key: &str) -> Option<u32> {
    (key.len() <= 6 && !key.is_empty() && key.bytes().all(|b| b.is_ascii_digit()))
        .then(|| key.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_apart() {
        for (key, expected) in [
            ("1500", Some(1500.0)),
            ("1,500", Some(1500.0)),
            ("1.500.000", Some(1_500_000.0)),
            ("1.500", Some(1500.0)),
            ("10،5", Some(10.5)),
            ("7.8", Some(7.8)),
            ("0.770", Some(0.77)),
            ("12،220,13", Some(12220.13)),
            ("2,000,000.00", Some(2_000_000.0)),
            ("15.7.2015", None),
            ("66.67", Some(66.67)),
        ] {
            assert_eq!(value(key, false), expected, "{key}");
        }
        assert_eq!(value("1.234", true), Some(1.234));
    }
}
