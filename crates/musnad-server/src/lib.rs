//! gRPC server of musnad.
