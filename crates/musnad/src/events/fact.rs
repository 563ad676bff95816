//! Facts as numbers of buckets: what the trained classifiers of this stage are told.
//!
//! A fact is a name and a value («the row's type is ASSAULT», «the word before is جريمة»); the hash of both chooses the bucket, the
//! same in training and here, so that no list of facts is kept. Values are hashed as `{:?}` writes them, without the
//! machinery of formatting, and words of a closed list all at once ([`Run`]): hashing cost more than all the rest of the stage.

use std::fmt::Write as _;
use std::sync::OnceLock;

/// What the hash multiplies by.
const PRIME: u32 = 0x0100_0193;

/// The hash FNV-1a, one byte after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hash(u32);

impl Hash {
    /// The hash of a fact before its value.
    pub(super) const fn of(name: &str) -> Self {
        let hash = Self(0x811c_9dc5);
        hash.with(name.as_bytes()).with(b"=")
    }

    const fn with(self, bytes: &[u8]) -> Self {
        let mut hash = self;
        let mut at = 0;
        while at < bytes.len() {
            hash.0 = step(hash.0, bytes[at]);
            at += 1;
        }
        hash
    }

    /// The same with the value.
    #[inline]
    pub(super) fn showing(mut self, value: &impl Value) -> Self {
        value.add_to(&mut self);
        self
    }

    #[inline]
    pub(super) fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = step(self.0, *byte);
        }
    }

    #[inline]
    pub(super) fn add_run(&mut self, run: &Run) {
        let [low, ..] = self.0.to_le_bytes();
        self.0 = self.0.wrapping_mul(run.power).wrapping_add(run.rest[usize::from(low)]);
    }

    /// The bucket among as many; at most 65536.
    #[inline]
    pub(super) const fn among(self, buckets: u32) -> u16 {
        ((self.0 ^ (self.0 >> 15)) % buckets) as u16
    }
}

const fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(PRIME)
}

impl std::fmt::Write for Hash {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.add(text.as_bytes());
        Ok(())
    }
}

/// What a run of bytes does to any hash at once.
///
/// A byte meets only the low eight bits of the hash, and these become what they become whatever stands above them. So `n` bytes
/// take a hash `h` to `h * PRIME.pow(n) + rest[h % 256]`.
#[derive(Debug)]
pub(super) struct Run {
    power: u32,
    rest: [u32; 256],
}

impl Run {
    pub(super) const fn of(bytes: &[u8]) -> Self {
        let power = PRIME.wrapping_pow(bytes.len() as u32);
        let mut rest = [0; 256];
        let mut low = 0;
        while low < 256 {
            let hash = low as u32;
            rest[low] = Hash(hash).with(bytes).0.wrapping_sub(hash.wrapping_mul(power));
            low += 1;
        }
        Self { power, rest }
    }
}

/// The runs of the words of a closed list, by their numbers, each made when it is first met.
pub(super) struct Runs<const N: usize>([OnceLock<Run>; N]);

impl<const N: usize> Runs<N> {
    pub(super) const fn new() -> Self {
        Self([const { OnceLock::new() }; N])
    }

    /// Hashes what `{:?}` writes of the word with this number.
    #[inline]
    pub(super) fn add(&self, number: usize, word: &impl std::fmt::Debug, hash: &mut Hash) {
        match self.0.get(number) {
            Some(run) => hash.add_run(run.get_or_init(|| Run::of(format!("{word:?}").as_bytes()))),
            None => add_formatted(word, hash),
        }
    }
}

/// A value of a fact.
pub(super) trait Value {
    /// Hashes what `{:?}` writes.
    fn add_to(&self, hash: &mut Hash);
}

/// Hashes by the machinery of formatting.
#[cold]
fn add_formatted(value: &(impl std::fmt::Debug + ?Sized), hash: &mut Hash) {
    // Writing into a hash cannot fail.
    let _ = write!(hash, "{value:?}");
}

/// Bytes of letters that `{:?}` writes as they are: ASCII but for quotes, backslash and controls, Arabic letters and marks of punctuation.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let own = matches!(byte as u8, b' '..=b'~' | 0x80..=0xBF | 0xC2 | 0xD8 | 0xD9);
        plain[byte] = own && !matches!(byte as u8, b'"' | b'\\');
        byte += 1;
    }
    plain
};

/// Whether the byte goes on as one of those letters does.
#[inline]
const fn is_plain(before: u8, byte: u8) -> bool {
    let goes_on = match before {
        // « and ».
        0xC2 => matches!(byte, 0xAB | 0xBB),
        // «،», «؛», «؟», and from ء on.
        0xD8 => matches!(byte, 0x8C | 0x9B | 0x9F | 0xA1..),
        // Up to ي.
        0xD9 => byte <= 0x8A,
        _ => true,
    };
    goes_on && PLAIN[byte as usize]
}

impl Value for str {
    #[inline]
    fn add_to(&self, hash: &mut Hash) {
        let mut written = *hash;
        let mut plain = true;
        let mut before = 0;
        written.add(b"\"");
        for &byte in self.as_bytes() {
            written.add(&[byte]);
            plain &= is_plain(before, byte);
            before = byte;
        }
        written.add(b"\"");
        if plain {
            *hash = written;
        } else {
            add_formatted(self, hash);
        }
    }
}

impl Value for String {
    #[inline]
    fn add_to(&self, hash: &mut Hash) {
        self.as_str().add_to(hash);
    }
}

/// A word that many facts show, written once.
#[derive(Debug, Clone, Default)]
pub(super) struct Written(String);

impl Written {
    pub(super) fn new(word: &str) -> Self {
        Self(format!("{word:?}"))
    }
}

impl Value for Written {
    #[inline]
    fn add_to(&self, hash: &mut Hash) {
        hash.add(self.0.as_bytes());
    }
}

static FALSE: Run = Run::of(b"false");
static TRUE: Run = Run::of(b"true");

impl Value for bool {
    #[inline]
    fn add_to(&self, hash: &mut Hash) {
        hash.add_run(if *self { &TRUE } else { &FALSE });
    }
}

impl Value for usize {
    #[inline]
    fn add_to(&self, hash: &mut Hash) {
        match *self {
            ones @ 0..=9 => hash.add(&[b'0' + ones as u8]),
            tens @ 10..=99 => hash.add(&[b'0' + (tens / 10) as u8, b'0' + (tens % 10) as u8]),
            _ => add_formatted(self, hash),
        }
    }
}

macro_rules! numbers {
    ($($kind:ty),+) => {$(
        impl Value for $kind {
            #[inline]
            fn add_to(&self, hash: &mut Hash) {
                match usize::try_from(*self) {
                    Ok(count) => count.add_to(hash),
                    Err(_) => add_formatted(self, hash),
                }
            }
        }
    )+};
}

numbers! { u8, i32, u32 }

impl<T: Value + ?Sized> Value for &T {
    #[inline]
    fn add_to(&self, hash: &mut Hash) {
        (**self).add_to(hash);
    }
}

static NONE: Run = Run::of(b"None");
static SOME: Run = Run::of(b"Some(");

impl<T: Value> Value for Option<T> {
    #[inline]
    fn add_to(&self, hash: &mut Hash) {
        match self {
            None => hash.add_run(&NONE),
            Some(value) => {
                hash.add_run(&SOME);
                value.add_to(hash);
                hash.add(b")");
            }
        }
    }
}

impl<T: Value> Value for [T] {
    #[inline]
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
    #[inline]
    fn add_to(&self, hash: &mut Hash) {
        self.as_slice().add_to(hash);
    }
}

macro_rules! tuples {
    ($(($first:ident $(, $rest:ident)+))+) => {$(
        impl<$first: Value $(, $rest: Value)+> Value for ($first, $($rest,)+) {
            #[inline]
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

/// The hash of a fact's name, made when the program is compiled.
macro_rules! fact {
    ($name:literal) => {
        const { $crate::events::fact::Hash::of($name) }
    };
}
pub(super) use fact;

/// Makes values of lists of words without fields, of at most 128.
macro_rules! words {
    ($($kind:ty),+ $(,)?) => {$(
        impl $crate::events::fact::Value for $kind {
            #[inline]
            fn add_to(&self, hash: &mut $crate::events::fact::Hash) {
                static RUNS: $crate::events::fact::Runs<128> = $crate::events::fact::Runs::new();
                RUNS.add(*self as usize, self, hash);
            }
        }
    )+};
}
pub(super) use words;

words! {
    super::item::Kind, super::lexicon::Genitive, super::prep::Prep, super::trigger::Ground, crate::document::ArgumentRole,
    crate::document::EntityType, crate::document::EventMode, crate::document::EventStatus, crate::document::EventType,
    crate::document::QuantityKind, crate::morphology::Pos,
}

/// A number on the rough scale of the classifiers of participants and days.
pub(super) fn rough(count: usize) -> u8 {
    match count {
        0..=3 => count as u8,
        4..=5 => 4,
        6..=8 => 5,
        9..=14 => 6,
        _ => 7,
    }
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
    fn a_run_does_what_its_bytes_do() {
        for bytes in [&b""[..], b"x", b"Some(", "هجوم".as_bytes()] {
            let run = Run::of(bytes);
            for start in [0, 0x811c_9dc5, 0xffff_ffff, 0x0123_45fe] {
                let (mut at_once, mut one_by_one) = (Hash(start), Hash(start));
                at_once.add_run(&run);
                one_by_one.add(bytes);
                assert_eq!(at_once, one_by_one, "{bytes:?}");
            }
        }
    }

    #[test]
    fn a_value_is_hashed_as_it_is_formatted() {
        let words = [
            "هجوم",
            "nsubj:pass",
            "a\"b\\c",
            "é\u{64b}\n",
            "ً",
            "؟",
            "ٱ",
            "گ",
            "ءي",
            "",
        ];
        for word in words {
            assert_eq!(hashed(&word), formatted(&word), "{word:?}");
        }
        for number in [0, 9, 10, 41, 99, 100, 12_345] {
            assert_eq!(hashed(&number), formatted(&number));
        }
        assert_eq!(hashed(&(-3, 250_u8, 7_u32)), formatted(&(-3, 250_u8, 7_u32)));
        for word in words.into_iter().chain(["أكّد"]) {
            assert_eq!(hashed(&Written::new(word)), formatted(&word), "{word:?}");
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
