//! A site in a browser while it is written: each page is made when it is asked for.
//!
//! [`answer()`] is a function from what is shown and a request to an answer. [`Preview`] holds what is
//! shown, which is exchanged whole, and [`server()`] answers from it over HTTP.

mod answer;
mod conditions;
mod editor;
mod failure;
mod hosts;
mod kinds;
mod live;
mod lookup;
mod news;
mod server;
mod shown;

pub use answer::answer;
pub use editor::{EDITORS, Editor};
pub use hosts::Hosts;
pub use kinds::try_kinds;
pub use server::server;
pub use shown::{Preview, Shown};
