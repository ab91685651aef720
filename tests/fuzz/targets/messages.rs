//! Fuzzes this entry point.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| letterpress_fuzz::open("messages", text));
