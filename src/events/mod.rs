//! Events apart from reports: which statements of several articles tell of one event. A statement is what one sentence says; what
//! counts for a reader is what happened, and who reports it.

mod affairs;
mod days;
mod event;
mod grouping;
mod parties;

pub use affairs::Affairs;
pub use days::{Days, days, published};
pub use event::Event;
pub use grouping::events;
pub use parties::{Party, is_name, parties};
