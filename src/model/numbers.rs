//! How numbers are written in a language.

/// The marks of numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NumberMarks {
    /// Between each three digits.
    pub thousands: String,
    /// Before the first digit of a fraction.
    pub decimal: String,
    /// Before a number below zero.
    pub minus: String,
}

impl NumberMarks {
    /// A number with all its digits: '1,646', '7.5'.
    pub fn written(&self, number: f64) -> String {
        let number = number.to_string();
        let (sign, number) = match number.strip_prefix('-') {
            Some(number) => (self.minus.as_str(), number),
            None => ("", number.as_str()),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let mut grouped = String::from(sign);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                grouped.push_str(&self.thousands);
            }
            grouped.push(digit);
        }
        if !fraction.is_empty() {
            grouped.push_str(&self.decimal);
            grouped.push_str(fraction);
        }
        grouped
    }
}
