//! Graphs that live: reading articles that are not remembered, making the graph of what all of them tell, and writing its folder.
//! The commands do so, and the server when the user decides something in the browser.

mod change;
mod outputs;
mod reading;

pub use change::{Living, write_graph};
pub use outputs::{OutputArguments, counted, write_outputs};
pub use reading::{Told, told};
