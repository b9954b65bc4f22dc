//! The whole way of an article on one screen.
