//! One binary with all tests, through the library's front door or the program itself.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod architecture;
mod cms;
mod commands;
mod dates;
mod folder;
mod golden;
mod links;
mod mistakes;
mod publishing;
mod same_bytes;
mod schemas;
mod sunderland;
