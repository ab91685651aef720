//! What a variable of a message stands for.

use fluent_bundle::FluentValue;

/// What a variable of a message stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Argument<'a> {
    /// Words.
    Text(&'a str),
    /// A number, which the words around it may depend on.
    Number(f64),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Argument::Text(text)
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Argument::Text(text)
    }
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        // Exact up to more than there is of anything.
        Argument::Number(count as f64)
    }
}

impl From<u32> for Argument<'_> {
    fn from(number: u32) -> Self {
        Argument::Number(number.into())
    }
}

impl From<i32> for Argument<'_> {
    fn from(number: i32) -> Self {
        Argument::Number(number.into())
    }
}

impl From<i16> for Argument<'_> {
    fn from(number: i16) -> Self {
        Argument::Number(number.into())
    }
}

impl<'a> From<Argument<'a>> for FluentValue<'a> {
    fn from(argument: Argument<'a>) -> Self {
        match argument {
            Argument::Text(text) => text.into(),
            Argument::Number(number) => number.into(),
        }
    }
}
