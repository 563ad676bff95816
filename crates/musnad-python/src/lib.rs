//! Python binding of musnad.
