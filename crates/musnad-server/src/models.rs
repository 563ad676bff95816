//! What reads, exchangeable while the server runs.
//!
//! A call reads with the extractor that was in force when it began, to its end: documents of one batch or stream are never
//! read by two. An exchange costs the memory of both until the last call of the old one ends.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use musnad::{Error, Extractor};

use crate::config::Config;
use crate::reload;

type Build = dyn Fn() -> Result<Extractor, String> + Send + Sync;

/// What an extractor is made of, besides what is embedded: files of the operator's.
#[derive(Debug, Clone)]
pub(crate) struct Recipe {
    max_document_bytes: usize,
    ontologies: Vec<PathBuf>,
    actors: Vec<PathBuf>,
    places: Vec<PathBuf>,
}

impl Recipe {
    pub(crate) fn of(config: &Config) -> Self {
        Self {
            max_document_bytes: config.max_document_bytes,
            ontologies: config.ontology.clone(),
            actors: config.actors.clone(),
            places: config.places.clone(),
        }
    }

    /// The files.
    pub(crate) fn paths(&self) -> Vec<PathBuf> {
        [&self.ontologies, &self.actors, &self.places]
            .into_iter()
            .flatten()
            .cloned()
            .collect()
    }

    /// Makes an extractor of what the files say now. The error names the file, and the line if it is one of a line.
    pub(crate) fn build(&self) -> Result<Extractor, String> {
        let said = |error: Error| error.to_string();
        let mut builder = Extractor::builder().max_document_bytes(self.max_document_bytes);
        for file in &self.ontologies {
            builder = builder.ontology(file.display().to_string(), reload::read(file)?);
        }
        for file in &self.actors {
            builder = builder.actors_file(file).map_err(said)?;
        }
        for file in &self.places {
            builder = builder.places_file(file).map_err(said)?;
        }
        builder.build().map_err(said)
    }
}

/// The extractor in force, and how to make the next. Clones share them.
#[derive(Clone)]
pub(crate) struct Models {
    build: Arc<Build>,
    current: Arc<RwLock<Arc<Extractor>>>,
}

impl Models {
    /// Makes the first one.
    pub(crate) fn load(build: impl Fn() -> Result<Extractor, String> + Send + Sync + 'static) -> Result<Self, String> {
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
    pub(crate) fn reload(&self) -> Result<(), String> {
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
            let builder = Extractor::builder().by_rules().max_document_bytes(bytes);
            builder.build().map_err(|error| error.to_string())
        });
        let models = models.unwrap();
        let old = models.current();
        models.reload().unwrap();
        assert_eq!(old.max_document_bytes(), 1000);
        assert_eq!(models.current().max_document_bytes(), 1001);
    }

    #[test]
    fn what_does_not_fit_is_named_by_file_and_line() {
        let folder = tempfile::tempdir().unwrap();
        let (actors, ontology) = (folder.path().join("actors.tsv"), folder.path().join("own.toml"));
        std::fs::write(&actors, "# names\nلواء\tARMY\t-\t-\t-\n").unwrap();
        std::fs::write(
            &ontology,
            "name = \"own\"\n\n[[type]]\ncode = \"X\"\nplover = \"PROTESTS\"\n",
        )
        .unwrap();
        let recipe = |ontologies: Vec<PathBuf>, actors: Vec<PathBuf>| Recipe {
            max_document_bytes: 1000,
            ontologies,
            actors,
            places: Vec::new(),
        };
        let error = recipe(Vec::new(), vec![actors.clone()]).build().unwrap_err();
        assert!(error.contains("actors.tsv:2: "), "{error}");
        let error = recipe(vec![ontology], Vec::new()).build().unwrap_err();
        assert!(error.contains("own.toml line 5: "), "{error}");
        std::fs::remove_file(&actors).unwrap();
        let error = recipe(Vec::new(), vec![actors]).build().unwrap_err();
        assert!(error.contains("actors.tsv: "), "{error}");
    }
}
