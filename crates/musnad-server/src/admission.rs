//! Who is let in when there are more calls than the server takes.
//!
//! There are so many places. A caller who finds all of them taken gets one nevertheless while another caller has at least
//! two more than itself: the newest call of that one, of which nothing is being read, has to go. So callers end up with
//! equal shares, nobody waits in front of the door, and a caller alone may have everything.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::caller::Caller;

/// Hands out places. Clones share them.
#[derive(Debug, Clone)]
pub(crate) struct Admission(Arc<Places>);

#[derive(Debug)]
struct Places {
    limit: usize,
    taken: Mutex<Taken>,
}

#[derive(Debug, Default)]
struct Taken {
    seats: HashMap<Caller, Vec<Arc<Seat>>>,
    total: usize,
}

/// What a place knows of its call.
#[derive(Debug, Default)]
pub(crate) struct Seat {
    /// Documents that are being read.
    reading: AtomicU32,
    displaced: Notify,
}

impl Seat {
    /// A document is begun.
    pub(crate) fn begin(&self) {
        self.reading.fetch_add(1, Ordering::Relaxed);
    }

    /// A document is done.
    pub(crate) fn end(&self) {
        self.reading.fetch_sub(1, Ordering::Relaxed);
    }

    /// Done when the call has to make room.
    pub(crate) async fn displaced(&self) {
        self.displaced.notified().await;
    }
}

/// All places are taken, and the caller has its share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Full {
    pub(crate) limit: usize,
}

/// A place, kept until it is dropped.
#[derive(Debug)]
pub(crate) struct Place {
    places: Arc<Places>,
    caller: Caller,
    seat: Arc<Seat>,
}

impl Admission {
    pub(crate) fn new(limit: u32) -> Self {
        Self(Arc::new(Places {
            limit: limit as usize,
            taken: Mutex::default(),
        }))
    }

    /// A place at once, or none.
    pub(crate) fn enter(&self, caller: &Caller) -> Result<Place, Full> {
        let mut taken = self.0.lock();
        if taken.total >= self.0.limit && !taken.make_room(caller) {
            return Err(Full { limit: self.0.limit });
        }
        let seat = Arc::new(Seat::default());
        taken.total += 1;
        taken.seats.entry(caller.clone()).or_default().push(Arc::clone(&seat));
        Ok(Place {
            places: Arc::clone(&self.0),
            caller: caller.clone(),
            seat,
        })
    }
}

impl Places {
    fn lock(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Taken {
    /// Takes a place from the caller who has most, if that is fair.
    fn make_room(&mut self, caller: &Caller) -> bool {
        let own = self.seats.get(caller).map_or(0, Vec::len);
        let Some((greedy, seats)) = self.seats.iter_mut().max_by_key(|(_, seats)| seats.len()) else {
            return false;
        };
        if seats.len() < own + 2 {
            return false;
        }
        let idle = |seat: &Arc<Seat>| seat.reading.load(Ordering::Relaxed) == 0;
        let Some(place) = seats.iter().rposition(idle) else {
            return false;
        };
        let seat = seats.remove(place);
        let emptied = seats.is_empty().then(|| greedy.clone());
        if let Some(caller) = emptied {
            self.seats.remove(&caller);
        }
        self.total -= 1;
        seat.displaced.notify_one();
        true
    }
}

impl Place {
    pub(crate) fn seat(&self) -> &Arc<Seat> {
        &self.seat
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.places.lock();
        let Some(seats) = taken.seats.get_mut(&self.caller) else {
            return;
        };
        // It is not there any more if it was displaced.
        let Some(place) = seats.iter().rposition(|seat| Arc::ptr_eq(seat, &self.seat)) else {
            return;
        };
        seats.remove(place);
        if seats.is_empty() {
            taken.seats.remove(&self.caller);
        }
        taken.total -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_displaced(place: &Place) -> bool {
        let mut waits = std::pin::pin!(place.seat.displaced());
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        waits.as_mut().poll(&mut context).is_ready()
    }

    #[test]
    fn a_place_is_free_again_when_it_is_dropped() {
        let (admission, a) = (Admission::new(1), Caller::named("a"));
        let place = admission.enter(&a).unwrap();
        assert_eq!(admission.enter(&a).unwrap_err(), Full { limit: 1 });
        drop(place);
        drop(admission.enter(&a).unwrap());
        assert_eq!(admission.0.lock().total, 0);
        assert!(admission.0.lock().seats.is_empty());
    }

    #[test]
    fn a_caller_alone_may_have_everything_and_shares_with_the_next() {
        let (admission, a, b) = (Admission::new(4), Caller::named("a"), Caller::named("b"));
        let greedy: Vec<Place> = (0..4).map(|_| admission.enter(&a).unwrap()).collect();
        let first = admission.enter(&b).unwrap();
        let second = admission.enter(&b).unwrap();
        // The newest go, and at equal shares nobody does.
        assert_eq!(
            greedy.iter().map(is_displaced).collect::<Vec<_>>(),
            [false, false, true, true]
        );
        assert!(admission.enter(&b).is_err() && admission.enter(&a).is_err());
        assert!(!is_displaced(&first) && !is_displaced(&second));
        // Those that were displaced free nothing when they end.
        drop(greedy);
        assert_eq!(admission.0.lock().total, 2);
    }

    #[test]
    fn what_is_being_read_is_not_displaced() {
        let (admission, a, b) = (Admission::new(2), Caller::named("a"), Caller::named("b"));
        let (first, second) = (admission.enter(&a).unwrap(), admission.enter(&a).unwrap());
        first.seat().begin();
        second.seat().begin();
        assert!(admission.enter(&b).is_err());
        first.seat().end();
        assert!(admission.enter(&b).is_ok());
        assert!(is_displaced(&first) && !is_displaced(&second));
    }
}
