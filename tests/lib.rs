//! End-to-end tests of the musnad workspace.
