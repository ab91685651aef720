//! What a message is made of, so that most are put together without looking anything up.

use std::collections::BTreeSet;
use std::fmt::Write;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use super::argument::Argument;

/// A message as it is put together.
#[derive(Debug, Clone)]
pub(super) enum MessageForm {
    /// It is always the same.
    Text(String),
    /// Words, and variables as they are.
    Pattern(Vec<FormPart>),
    /// Its words depend on one number.
    Plural(Plural),
    /// Its words depend otherwise on what its variables stand for, which are these.
    Choice(BTreeSet<String>),
}

/// Words for numbers. Pages have many such, so they are chosen here in the usual case, as Project Fluent has it: the words of
/// just this number, of its plural category, or those of all others.
#[derive(Debug, Clone)]
pub(super) struct Plural {
    variable: String,
    variants: Vec<(PluralKey, Vec<FormPart>)>,
    others: Vec<FormPart>,
}

#[derive(Debug, Clone)]
enum PluralKey {
    Number(f64),
    Category(String),
}

impl Plural {
    /// What a table says, where it says no more than this.
    fn new(pattern: &Pattern<&str>) -> Option<Self> {
        let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] =
            &pattern.elements[..]
        else {
            return None;
        };
        let InlineExpression::VariableReference { id } = selector else { return None };
        let mut plural =
            Plural { variable: id.name.to_owned(), variants: Vec::new(), others: Vec::new() };
        for variant in variants {
            let parts = parts(&variant.value)?;
            if variant.default {
                plural.others.clone_from(&parts);
            }
            let key = match &variant.key {
                VariantKey::Identifier { name } => PluralKey::Category((*name).to_owned()),
                VariantKey::NumberLiteral { value } => PluralKey::Number(value.parse().ok()?),
            };
            plural.variants.push((key, parts));
        }
        Some(plural)
    }

    /// Its words for a number, and for the plural category of that.
    fn parts_for(&self, number: f64, category: &str) -> &[FormPart] {
        let is_meant = |key: &PluralKey| match key {
            PluralKey::Number(meant) => *meant == number,
            PluralKey::Category(meant) => meant == category,
        };
        let found = self.variants.iter().find(|(key, _)| is_meant(key));
        found.map_or(&self.others, |(_, parts)| parts)
    }

    /// Its words for what it is given; the variable that it is not given. `category` has the plural category of a number.
    pub(super) fn said(
        &self,
        arguments: &[(&str, Argument<'_>)],
        category: impl FnOnce(f64) -> &'static str,
    ) -> Result<String, &str> {
        let given = arguments.iter().find(|(name, _)| *name == self.variable);
        let parts = match given.ok_or(self.variable.as_str())?.1 {
            Argument::Number(number) => self.parts_for(number, category(number)),
            // Words are of no category but the one that they name.
            Argument::Text(words) => self.parts_for(f64::NAN, words),
        };
        MessageForm::joined(parts, arguments)
    }
}

/// A part of a message without choices.
#[derive(Debug, Clone)]
pub(super) enum FormPart {
    Words(String),
    Variable(String),
}

impl MessageForm {
    /// The form of what a table says.
    pub(super) fn new(pattern: &Pattern<&str>) -> Self {
        let Some(parts) = parts(pattern) else {
            let plural = Plural::new(pattern).map(MessageForm::Plural);
            return plural.unwrap_or_else(|| MessageForm::Choice(variables(pattern)));
        };
        match &parts[..] {
            [] => MessageForm::Text(String::new()),
            [FormPart::Words(words)] => MessageForm::Text(words.clone()),
            _ => MessageForm::Pattern(parts),
        }
    }

    /// The parts one after the other; or the variable that was not given.
    pub(super) fn joined<'p>(
        parts: &'p [FormPart],
        arguments: &[(&str, Argument<'_>)],
    ) -> Result<String, &'p str> {
        let mut joined = String::with_capacity(64);
        for part in parts {
            match part {
                FormPart::Words(words) => joined.push_str(words),
                FormPart::Variable(variable) => {
                    let given = arguments.iter().find(|(name, _)| name == variable);
                    match given.ok_or(variable.as_str())?.1 {
                        Argument::Text(text) => joined.push_str(text),
                        Argument::Number(number) => push_number(&mut joined, number),
                    }
                }
            }
        }
        Ok(joined)
    }
}

/// A number as it is. Most are whole, and these are written in a fifth of the time.
fn push_number(words: &mut String, number: f64) {
    const EXACT: f64 = (1_u64 << 53) as f64;
    // Writing to a text never fails.
    let _ = match number.fract() == 0.0 && number.abs() < EXACT {
        true => write!(words, "{}", number as i64),
        false => write!(words, "{number}"),
    };
}

/// The parts of a message; `None` where it has choices, or anything else that is not put in as it is.
fn parts(pattern: &Pattern<&str>) -> Option<Vec<FormPart>> {
    let mut parts: Vec<FormPart> = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => push_words(&mut parts, value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::VariableReference { id } => {
                    parts.push(FormPart::Variable(id.name.to_owned()));
                }
                // One with a backslash is left to who knows what it stands for.
                InlineExpression::StringLiteral { value } if !value.contains('\\') => {
                    push_words(&mut parts, value);
                }
                _ => return None,
            },
            PatternElement::Placeable { expression: Expression::Select { .. } } => return None,
        }
    }
    Some(parts)
}

fn push_words(parts: &mut Vec<FormPart>, more: &str) {
    match parts.last_mut() {
        Some(FormPart::Words(words)) => words.push_str(more),
        _ => parts.push(FormPart::Words(more.to_owned())),
    }
}

/// All variables of a message.
pub(crate) fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    each_inline(pattern, &mut |inline| {
        if let InlineExpression::VariableReference { id } = inline {
            names.insert(id.name.to_owned());
        }
    });
    names
}

/// Takes every expression of a message, those within choices too.
pub(crate) fn each_inline<'a>(
    pattern: &'a Pattern<&'a str>,
    take: &mut dyn FnMut(&'a InlineExpression<&'a str>),
) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            each_in_expression(expression, take);
        }
    }
}

fn each_in_expression<'a>(
    expression: &'a Expression<&'a str>,
    take: &mut dyn FnMut(&'a InlineExpression<&'a str>),
) {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            each_in_expression(expression, take);
        }
        Expression::Inline(inline) => take(inline),
        Expression::Select { selector, variants } => {
            take(selector);
            for variant in variants {
                each_inline(&variant.value, take);
            }
        }
    }
}
