//! Behaviour of the rules, by example.
