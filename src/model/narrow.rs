//! Numbers that are kept small.

/// An index in a list of letters or findings, or a place in a text, in half the room, as there are very many. No disk
/// holds so much that it would not fit.
pub(crate) fn to_u32(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// An index in a list of a vocabulary, which is far shorter.
pub(crate) fn to_u8(index: usize) -> u8 {
    u8::try_from(index).unwrap_or(u8::MAX)
}
