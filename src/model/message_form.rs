//! What a message is made of, so that most are put together without looking anything up.

use std::collections::BTreeSet;
use std::fmt::Write;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use super::argument::Argument;

/// A message as it is put together.
#[derive(Debug, Clone)]
pub(super) enum MessageForm {
    /// It is always the same.
    Text(String),
    /// Words, and variables as they are.
    Pattern(Vec<FormPart>),
    /// Its words depend on what its variables stand for, which are these.
    Choice(BTreeSet<String>),
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
        let mut parts: Vec<FormPart> = Vec::new();
        for element in &pattern.elements {
            let inline = match element {
                PatternElement::TextElement { value } => {
                    push_words(&mut parts, value);
                    continue;
                }
                PatternElement::Placeable { expression: Expression::Inline(inline) } => inline,
                PatternElement::Placeable { expression: Expression::Select { .. } } => {
                    return MessageForm::Choice(variables(pattern));
                }
            };
            match inline {
                InlineExpression::VariableReference { id } => {
                    parts.push(FormPart::Variable(id.name.to_owned()));
                }
                // One with a backslash is left to who knows what it stands for.
                InlineExpression::StringLiteral { value } if !value.contains('\\') => {
                    push_words(&mut parts, value);
                }
                _ => return MessageForm::Choice(variables(pattern)),
            }
        }
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

/// A whole number is written several times faster as one.
fn push_number(words: &mut String, number: f64) {
    /// So large a number is still exact.
    const LARGEST: f64 = 9e15;
    let is_whole = number.fract() == 0.0 && number.abs() < LARGEST;
    // Writing to a text never fails.
    let _ = match is_whole {
        true => write!(words, "{}", number as i64),
        false => write!(words, "{number}"),
    };
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
