//! Facts as numbers of buckets: what the trained classifiers of this stage are told.
//!
//! A fact is a name and a value («the row's type is ASSAULT», «the word before is جريمة»); the hash of both chooses the bucket, the
//! same in training and here, so that no list of facts is kept. Values are hashed as `{:?}` writes them, without the
//! machinery of formatting, which cost more than all the rest of the stage.

use std::fmt::Write as _;

/// The hash FNV-1a, one byte after the other.
pub(super) struct Hash(u32);

/// The bucket of a fact, among as many; at most 65536.
pub(super) fn bucket(name: &str, value: &impl Value, buckets: u32) -> u16 {
    let mut hash = Hash::of(name);
    value.add_to(&mut hash);
    hash.among(buckets)
}

impl Hash {
    pub(super) fn of(name: &str) -> Self {
        let mut hash = Self(0x811c_9dc5);
        hash.add(name.as_bytes());
        hash.add(b"=");
        hash
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }

    /// The bucket among as many; at most 65536.
    pub(super) fn among(&self, buckets: u32) -> u16 {
        ((self.0 ^ (self.0 >> 15)) % buckets.max(1)) as u16
    }
}

impl std::fmt::Write for Hash {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.add(text.as_bytes());
        Ok(())
    }
}

/// A value of a fact.
pub(super) trait Value {
    /// Hashes what `{:?}` writes.
    fn add_to(&self, hash: &mut Hash);
}

/// Hashes by the machinery of formatting.
pub(super) fn add_formatted(value: &impl std::fmt::Debug, hash: &mut Hash) {
    // Writing into a hash cannot fail.
    let _ = write!(hash, "{value:?}");
}

impl Value for str {
    fn add_to(&self, hash: &mut Hash) {
        // Letters that `{:?}` writes as they are: ASCII but for quotes, backslash and controls, and the Arabic letters.
        let plain = |c: char| matches!(c, ' '..='~' | 'ء'..='ي') && !matches!(c, '"' | '\\');
        if self.chars().all(plain) {
            hash.add(b"\"");
            hash.add(self.as_bytes());
            hash.add(b"\"");
        } else {
            add_formatted(&self, hash);
        }
    }
}

impl Value for String {
    fn add_to(&self, hash: &mut Hash) {
        self.as_str().add_to(hash);
    }
}

impl Value for bool {
    fn add_to(&self, hash: &mut Hash) {
        hash.add(if *self { b"true" } else { b"false" });
    }
}

impl Value for u8 {
    fn add_to(&self, hash: &mut Hash) {
        usize::from(*self).add_to(hash);
    }
}

impl Value for usize {
    fn add_to(&self, hash: &mut Hash) {
        match *self {
            small @ 0..=9 => hash.add(&[b'0' + small as u8]),
            _ => add_formatted(self, hash),
        }
    }
}

impl<T: Value + ?Sized> Value for &T {
    fn add_to(&self, hash: &mut Hash) {
        (**self).add_to(hash);
    }
}

impl<T: Value> Value for Option<T> {
    fn add_to(&self, hash: &mut Hash) {
        match self {
            None => hash.add(b"None"),
            Some(value) => {
                hash.add(b"Some(");
                value.add_to(hash);
                hash.add(b")");
            }
        }
    }
}

impl<T: Value> Value for [T] {
    fn add_to(&self, hash: &mut Hash) {
        hash.add(b"[");
        for (number, value) in self.iter().enumerate() {
            if number > 0 {
                hash.add(b", ");
            }
            value.add_to(hash);
        }
        hash.add(b"]");
    }
}

impl<T: Value, const N: usize> Value for [T; N] {
    fn add_to(&self, hash: &mut Hash) {
        self.as_slice().add_to(hash);
    }
}

macro_rules! tuples {
    ($(($first:ident $(, $rest:ident)+))+) => {$(
        impl<$first: Value $(, $rest: Value)+> Value for ($first, $($rest,)+) {
            #[allow(non_snake_case, reason = "the parts are called like their types")]
            fn add_to(&self, hash: &mut Hash) {
                let ($first, $($rest,)+) = self;
                hash.add(b"(");
                $first.add_to(hash);
                $(
                    hash.add(b", ");
                    $rest.add_to(hash);
                )+
                hash.add(b")");
            }
        }
    )+};
}

tuples! { (A, B) (A, B, C) (A, B, C, D) (A, B, C, D, E) (A, B, C, D, E, F) }

/// Makes values of types that are one word each, which formatting writes at once.
macro_rules! words {
    ($($kind:ty),+ $(,)?) => {$(
        impl $crate::events::fact::Value for $kind {
            fn add_to(&self, hash: &mut $crate::events::fact::Hash) {
                $crate::events::fact::add_formatted(self, hash);
            }
        }
    )+};
}
pub(super) use words;

words! {
    i32, u32, super::item::Kind, super::lexicon::Genitive, super::prep::Prep, super::trigger::Ground, crate::document::ArgumentRole,
    crate::document::EntityType, crate::document::EventMode, crate::document::EventStatus, crate::document::EventType,
    crate::document::QuantityKind, crate::morphology::Pos,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashed(value: &impl Value) -> u32 {
        let mut hash = Hash::of("x");
        value.add_to(&mut hash);
        hash.0
    }

    fn formatted(value: &impl std::fmt::Debug) -> u32 {
        let mut hash = Hash::of("x");
        add_formatted(value, &mut hash);
        hash.0
    }

    #[test]
    fn a_value_is_hashed_as_it_is_formatted() {
        let words = ["هجوم", "nsubj:pass", "a\"b\\c", "é\u{64b}\n", ""];
        for word in words {
            assert_eq!(hashed(&word), formatted(&word), "{word:?}");
        }
        assert_eq!(hashed(&(words.as_slice(), true)), formatted(&(words.as_slice(), true)));
        assert_eq!(
            hashed(&(7_u8, 12_usize, None::<bool>)),
            formatted(&(7_u8, 12_usize, None::<bool>))
        );
        let mode = (Some(crate::document::EventMode::Visit), ["", "obj"]);
        assert_eq!(hashed(&mode), formatted(&mode));
        assert_eq!(
            hashed(&(1_u8, 2_u8, 3_u8, 4_u8, false, 'x' == 'y')),
            formatted(&(1, 2, 3, 4, false, false))
        );
    }
}
