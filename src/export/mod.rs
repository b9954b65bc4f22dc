//! From the graph to files: one file per format, written beside and renamed.
