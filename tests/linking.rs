//! Places and actors of the own sets in `linking/` are linked to the right rows; the bars are the issue's.

#[path = "../xtask/src/eval/linking.rs"]
mod linking;

use musnad::Extractor;

#[test]
fn places_are_the_right_ones() {
    let extractor = Extractor::builder().build().unwrap();
    let places = linking::places(&extractor, include_str!("linking/places.txt")).unwrap();
    assert!(places.id.of > 380, "{places:?}");
    assert!(places.id.value() >= 0.80, "right id: {}", places.id);
    assert!(places.country.value() >= 0.95, "right country: {}", places.country);
    assert!(places.near.value() >= 0.88, "within 20 km: {}", places.near);
}

#[test]
fn actors_are_the_right_ones() {
    let extractor = Extractor::builder().build().unwrap();
    let actors = linking::actors(&extractor, include_str!("linking/actors.txt")).unwrap();
    assert!(actors.of > 280, "{actors}");
    assert!(actors.value() >= 0.85, "right actor: {actors}");
}
