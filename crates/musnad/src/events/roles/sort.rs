//! What kind of thing a phrase names, in one word.

use crate::events::class::Class;
use crate::events::fact::words;

macro_rules! sorts {
    ($($kind:ident $name:literal)+) => {
        /// A kind of thing.
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub(super) enum Sort {
            $($kind,)+
        }

        /// Written as the names that the classifier knows them by.
        impl std::fmt::Debug for Sort {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    $(Self::$kind => write!(f, "{:?}", $name),)+
                }
            }
        }
    };
}

sorts! {
    Victim "victim"
    Civilian "civilian"
    Person "person"
    Country "gpe"
    Armed "armed"
    Organization "org"
    Human "human"
    Place "place"
    Thing "thing"
    Paper "paper"
    Event "event"
    Name "name"
    Number "number"
    Other "-"
}

words!(Sort);

/// The first that fits.
pub(super) fn sort(class: Class) -> Sort {
    let has = |bits: Class| class.any(bits);
    if has(Class::KILLED.with(Class::INJURED).with(Class::DETAINED)) {
        Sort::Victim
    } else if has(Class::CIVILIAN.with(Class::JOURNALIST).with(Class::MEDIC)) {
        Sort::Civilian
    } else if has(Class::PERSON.with(Class::OFFICIAL)) {
        Sort::Person
    } else if has(Class::GPE) {
        Sort::Country
    } else if has(Class::ARMED) {
        Sort::Armed
    } else if has(Class::ORG) {
        Sort::Organization
    } else if has(Class::HUMAN.with(Class::CROWD)) {
        Sort::Human
    } else if has(Class::FACILITY.with(Class::PLACE)) {
        Sort::Place
    } else if has(Class::VEHICLE.with(Class::WEAPON)) {
        Sort::Thing
    } else if has(Class::DOCUMENT.with(Class::MEDIA)) {
        Sort::Paper
    } else if has(Class::EVENT) {
        Sort::Event
    } else if has(Class::NAME) {
        Sort::Name
    } else if has(Class::QUANTITY) {
        Sort::Number
    } else {
        Sort::Other
    }
}
