//! Messages in templates: `messages`, which has those without variables, and the function `message` for all.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value, escape_html};

use super::stand_in::{STAND_INS, put_in};
use crate::diagnostics::did_you_mean;
use crate::model::{Argument, Message, MessageError, Messages};

/// The name of what has the messages without variables.
const MESSAGES: &str = "messages";

/// The name of the function.
const FUNCTION: &str = "message";

/// The name of the filter for words that stand in scripts.
const IN_SCRIPTS: &str = "json";

/// Lets templates ask for messages.
pub(super) fn add_to(tera: &mut Tera, messages: &Arc<Messages>) {
    let texts: BTreeMap<&str, &str> = messages.texts().collect();
    tera.global_context().insert_value(MESSAGES, Value::from_serializable(&texts));
    tera.register_filter(IN_SCRIPTS, |words: &str, _: Kwargs, _: &State<'_>| in_script(words));
    let messages = Arc::clone(messages);
    tera.register_function(FUNCTION, move |given: Kwargs, _: &State<'_>| say(&messages, &given));
}

/// Words as a script has them: with quotation marks around them, and nothing in them that could end it.
fn in_script(words: &str) -> String {
    serde_json::Value::from(words).to_string().replace('<', "\\u003c")
}

/// The message that is asked for by its `id`, with what else is given. Where something is given that is HTML already, so is
/// what is said, and all else in it is escaped.
fn say(messages: &Messages, given: &Kwargs) -> TeraResult<Value> {
    let id: &str = given.must_get("id")?;
    let mut html: Vec<&str> = Vec::new();
    let mut arguments: Vec<(&str, Argument<'_>)> = Vec::with_capacity(4);
    for (name, value) in given.iter() {
        let name = name.as_str().unwrap_or_default();
        let argument = match (value.as_str(), value.as_f64()) {
            (Some(text), _) if value.is_safe() => {
                let stand_in = STAND_INS.get(html.len()).ok_or_else(|| too_many(id))?;
                html.push(text);
                Argument::Text(stand_in)
            }
            (Some(text), _) => Argument::Text(text),
            (None, Some(number)) => Argument::Number(number),
            (None, None) => return Err(no_argument(id, name, value)),
        };
        arguments.push((name, argument));
    }
    let said = messages.find(id, &arguments).map_err(|error| refused(messages, &error))?;
    if html.is_empty() {
        return Ok(said.as_ref().into());
    }
    let mut escaped = Vec::with_capacity(said.len() + 64);
    escape_html(&said, &mut escaped)?;
    Ok(Value::safe_string(&put_in(&String::from_utf8(escaped)?, &html)))
}

fn refused(messages: &Messages, error: &MessageError) -> Error {
    let near = match error {
        MessageError::Unknown(id) => did_you_mean(id, messages.ids()),
        MessageError::MissingVariable { .. } => None,
    };
    Error::message(near.map_or_else(|| error.to_string(), |near| format!("{error}; {near}")))
}

fn too_many(id: &str) -> Error {
    let most = STAND_INS.len();
    Error::message(format!("the message `{id}` is given HTML for more than {most} variables"))
}

fn no_argument(id: &str, name: &str, value: &Value) -> Error {
    let kind = value.name();
    Error::message(format!("`{name}` of the message `{id}` is neither a text nor a number: {kind}"))
}

/// A message in which a variable is HTML already, as HTML.
pub(super) fn html(messages: &Messages, message: Message, variable: &str, html: &str) -> String {
    let said = messages.with(message, &[(variable, STAND_INS[0].into())]);
    put_in(&escaped(&said), &[html])
}

/// Words with what is markup escaped.
pub(super) fn escaped(words: &str) -> Cow<'_, str> {
    let mut bytes = Vec::new();
    // Writing to the memory never fails.
    let is_written = words.contains(['<', '>', '&', '"']) && escape_html(words, &mut bytes).is_ok();
    match String::from_utf8(bytes) {
        Ok(escaped) if is_written => escaped.into(),
        _ => words.into(),
    }
}
