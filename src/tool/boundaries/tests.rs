//! Tests of the readers of boundary files.
