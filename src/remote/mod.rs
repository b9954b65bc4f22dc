//! Other programs' stores and endpoints, over HTTP: sending a graph into a store, and asking an endpoint. Nothing else in newsgraph
//! speaks to the network, and only where the user names an address.

mod client;
mod endpoint;
mod store;

pub use endpoint::ask;
pub use store::{Sent, Store};
