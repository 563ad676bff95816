//! Classes of words that rules ask for one by one: what a token is, not what a dictionary says of it.
//!
//! `words::time::is_planned("المقرر")` is true: «من المقرر» speaks of the future. The tables under `tables/words/` name the words in full
//! spelling; the functions take folded ones (see [`crate::fold`]).

include!(concat!(env!("OUT_DIR"), "/words.rs"));

#[cfg(test)]
mod tests {
    use crate::fold::key;

    #[test]
    fn words_are_asked_for_in_folded_spelling() {
        assert!(super::statements::is_determiner(&key("هؤلاء")) && !super::statements::is_determiner("هؤلاء"));
        assert!(super::time::is_planned(&key("المقررة")) && !super::time::is_planned("كتاب"));
        assert!(super::names::is_place_lead(&key("إلى")) && super::syntax::is_adverbial(&key("الأحد")));
    }
}
