//! A site in a browser while it is written: each page is made when it is asked for.
//!
//! [`answer()`] is a function from what is shown and a request to an answer. [`Preview`] holds what is
//! shown, which is exchanged whole, and [`server()`] answers from it over HTTP.

mod answer;
mod editor;
mod events;
mod failure;
mod hosts;
mod http_conditions;
mod lookup;
mod reload;
mod response;
mod server;
mod smoke;
mod state;

pub use answer::answer;
pub use editor::{EDITORS, Editor};
pub use hosts::Hosts;
pub use server::server;
pub use smoke::try_kinds;
pub use state::{Preview, PreviewState};
