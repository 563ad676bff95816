//! What reads, exchangeable while the server runs.
//!
//! A call reads with the extractor that was in force when it began, to its end: documents of one batch or stream are never
//! read by two. An exchange costs the memory of both until the last call of the old one ends.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use musnad::{Error, Extractor};

type Build = dyn Fn() -> Result<Extractor, Error> + Send + Sync;

/// The extractor in force, and how to make the next. Clones share them.
#[derive(Clone)]
pub(crate) struct Models {
    build: Arc<Build>,
    current: Arc<RwLock<Arc<Extractor>>>,
}

impl Models {
    /// Makes the first one.
    pub(crate) fn load(build: impl Fn() -> Result<Extractor, Error> + Send + Sync + 'static) -> Result<Self, Error> {
        let current = Arc::new(RwLock::new(Arc::new(build()?)));
        Ok(Self {
            build: Arc::new(build),
            current,
        })
    }

    /// The one in force.
    pub(crate) fn current(&self) -> Arc<Extractor> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Makes a new one from what its files say now; on an error the old one stays.
    pub(crate) fn reload(&self) -> Result<(), Error> {
        let next = Arc::new((self.build)()?);
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = next;
        Ok(())
    }
}

impl fmt::Debug for Models {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Models")
            .field("current", &self.current().model())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn who_has_the_old_one_keeps_it() {
        let sizes = AtomicUsize::new(1000);
        let models = Models::load(move || {
            let bytes = sizes.fetch_add(1, Ordering::Relaxed);
            Extractor::builder().by_rules().max_document_bytes(bytes).build()
        });
        let models = models.unwrap();
        let old = models.current();
        models.reload().unwrap();
        assert_eq!(old.max_document_bytes(), 1000);
        assert_eq!(models.current().max_document_bytes(), 1001);
    }
}
