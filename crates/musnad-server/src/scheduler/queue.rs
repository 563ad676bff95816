//! Which document is read next.
//!
//! Two lanes: documents of `Extract`, where a person may wait, and documents of batches and streams. The first goes first,
//! but every [`TURN`]th document is one of the second, so that nobody starves. In a lane the callers take turns, whatever
//! each of them has waiting; a caller's own documents keep their order.

use std::collections::{HashMap, VecDeque};

use crate::caller::Caller;

/// After so many documents of the first lane in a row comes one of the second.
const TURN: u32 = 8;

/// How much a document is hurried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lane {
    /// A call of `Extract`.
    Single,
    /// A document of a batch or stream.
    Bulk,
}

/// What waits. Ids are given by the owner and are unique.
#[derive(Debug)]
pub(crate) struct Queue<T> {
    single: Turns<T>,
    bulk: Turns<T>,
    /// Documents of the first lane since one of the second was taken.
    in_a_row: u32,
}

/// Callers in turn.
#[derive(Debug)]
struct Turns<T> {
    waiting: HashMap<Caller, VecDeque<(u64, T)>>,
    /// Every caller of `waiting` once; the first is the next.
    order: VecDeque<Caller>,
    len: usize,
}

impl<T> Queue<T> {
    pub(crate) fn new() -> Self {
        Self {
            single: Turns::new(),
            bulk: Turns::new(),
            in_a_row: 0,
        }
    }

    pub(crate) fn len(&self, lane: Lane) -> usize {
        match lane {
            Lane::Single => self.single.len,
            Lane::Bulk => self.bulk.len,
        }
    }

    pub(crate) fn push(&mut self, lane: Lane, caller: &Caller, id: u64, item: T) {
        self.lane(lane).push(caller, id, item);
    }

    /// The next document.
    pub(crate) fn pop(&mut self) -> Option<(Lane, T)> {
        let single_first = self.in_a_row < TURN || self.bulk.len == 0;
        if single_first && let Some(item) = self.single.pop() {
            self.in_a_row = self.in_a_row.saturating_add(1);
            return Some((Lane::Single, item));
        }
        self.in_a_row = 0;
        if let Some(item) = self.bulk.pop() {
            return Some((Lane::Bulk, item));
        }
        self.single.pop().map(|item| (Lane::Single, item))
    }

    /// Takes a document out that nobody waits for any more; nothing, if it was begun.
    pub(crate) fn remove(&mut self, lane: Lane, caller: &Caller, id: u64) -> Option<T> {
        self.lane(lane).remove(caller, id)
    }

    fn lane(&mut self, lane: Lane) -> &mut Turns<T> {
        match lane {
            Lane::Single => &mut self.single,
            Lane::Bulk => &mut self.bulk,
        }
    }
}

impl<T> Turns<T> {
    fn new() -> Self {
        Self {
            waiting: HashMap::new(),
            order: VecDeque::new(),
            len: 0,
        }
    }

    fn push(&mut self, caller: &Caller, id: u64, item: T) {
        self.len += 1;
        if let Some(items) = self.waiting.get_mut(caller) {
            items.push_back((id, item));
        } else {
            self.waiting.insert(caller.clone(), VecDeque::from([(id, item)]));
            self.order.push_back(caller.clone());
        }
    }

    fn pop(&mut self) -> Option<T> {
        let caller = self.order.pop_front()?;
        let items = self.waiting.get_mut(&caller)?;
        let (_, item) = items.pop_front()?;
        self.len -= 1;
        if items.is_empty() {
            self.waiting.remove(&caller);
        } else {
            self.order.push_back(caller);
        }
        Some(item)
    }

    fn remove(&mut self, caller: &Caller, id: u64) -> Option<T> {
        let items = self.waiting.get_mut(caller)?;
        // Those that go are mostly the last that came.
        let place = items.iter().rposition(|(other, _)| *other == id)?;
        let (_, item) = items.remove(place)?;
        self.len -= 1;
        if items.is_empty() {
            self.waiting.remove(caller);
            self.order.retain(|other| other != caller);
        }
        Some(item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn callers() -> (Caller, Caller) {
        (Caller::named("a"), Caller::named("b"))
    }

    fn drain(queue: &mut Queue<&'static str>) -> Vec<&'static str> {
        std::iter::from_fn(|| queue.pop().map(|(_, item)| item)).collect()
    }

    #[test]
    fn callers_take_turns_and_keep_their_own_order() {
        let (a, b) = callers();
        let mut queue = Queue::new();
        for (id, item) in [(1, "a1"), (2, "a2"), (3, "a3")] {
            queue.push(Lane::Bulk, &a, id, item);
        }
        queue.push(Lane::Bulk, &b, 4, "b1");
        queue.push(Lane::Bulk, &b, 5, "b2");
        assert_eq!(drain(&mut queue), ["a1", "b1", "a2", "b2", "a3"]);
        assert_eq!(queue.len(Lane::Bulk), 0);
    }

    #[test]
    fn single_documents_go_first() {
        let (a, b) = callers();
        let mut queue = Queue::new();
        queue.push(Lane::Bulk, &a, 1, "bulk");
        queue.push(Lane::Single, &b, 2, "single");
        assert_eq!(queue.pop(), Some((Lane::Single, "single")));
        assert_eq!(queue.pop(), Some((Lane::Bulk, "bulk")));
        assert_eq!(queue.pop(), None);
    }

    #[test]
    fn bulk_does_not_starve() {
        let (a, b) = callers();
        let mut queue = Queue::new();
        for id in 0..100 {
            queue.push(Lane::Single, &a, id, "single");
        }
        queue.push(Lane::Bulk, &b, 100, "bulk");
        let order = drain(&mut queue);
        assert_eq!(order.iter().position(|item| *item == "bulk"), Some(TURN as usize));
        assert_eq!(order.len(), 101);
    }

    #[test]
    fn what_is_removed_does_not_come_and_leaves_no_turn_behind() {
        let (a, b) = callers();
        let mut queue = Queue::new();
        queue.push(Lane::Single, &a, 1, "a1");
        queue.push(Lane::Single, &b, 2, "b1");
        queue.push(Lane::Single, &b, 3, "b2");
        assert_eq!(queue.remove(Lane::Single, &a, 1), Some("a1"));
        assert_eq!(queue.remove(Lane::Single, &a, 1), None);
        assert_eq!(queue.remove(Lane::Bulk, &b, 2), None);
        assert_eq!(queue.len(Lane::Single), 2);
        assert_eq!(drain(&mut queue), ["b1", "b2"]);
        queue.push(Lane::Single, &a, 4, "a2");
        assert_eq!(drain(&mut queue), ["a2"]);
    }
}
