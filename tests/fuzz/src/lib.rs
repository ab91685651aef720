//! What a fuzzer needs to go through a door of the program.

#[path = "../../suite/doors/mod.rs"]
mod doors;

/// Gives a door a text. What does not hold there fails.
pub fn open(name: &str, text: &str) {
    let door = doors::DOORS.iter().find(|(known, _)| *known == name);
    let (_, door) = door.unwrap_or_else(|| panic!("there is no door `{name}`"));
    door(text);
}
