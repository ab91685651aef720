//! What a fuzzer needs to go through an entry point of the program.

#[path = "../../suite/entry_points/mod.rs"]
mod entry_points;

/// Gives a entry_point a text. What does not hold there fails.
pub fn open(name: &str, text: &str) {
    let entry_point = entry_points::ENTRY_POINTS.iter().find(|(known, _)| *known == name);
    let (_, entry_point) =
        entry_point.unwrap_or_else(|| panic!("there is no entry_point `{name}`"));
    entry_point(text);
}
