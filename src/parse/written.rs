//! Texts as front matter writes them.

/// What older readers of YAML take for truth values, or for more than a text.
const READ_OTHERWISE: [&str; 8] = ["y", "n", "yes", "no", "on", "off", "<<", "="];

/// A text as a value of YAML that means just this text, in a list too: bare where that is safe.
pub fn yaml_text(text: &str) -> String {
    if is_bare(text) && !text.contains([',', '[', ']', '{', '}', '#']) {
        return text.to_owned();
    }
    in_double_quotes(text)
}

/// The same, for a value that has the rest of its line for itself.
pub(crate) fn yaml_line(text: &str) -> String {
    if is_bare(text) {
        return text.to_owned();
    }
    let is_clear = !text.contains('\'') && text.contains(['"', '\\']);
    in_single_quotes(text).filter(|_| is_clear).unwrap_or_else(|| in_double_quotes(text))
}

/// A text in double quotation marks. One in JSON's is one of YAML's too.
pub(crate) fn in_double_quotes(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A text in single quotation marks; `None` for one that these cannot hold in one line.
pub(crate) fn in_single_quotes(text: &str) -> Option<String> {
    (!text.contains(char::is_control)).then(|| format!("'{}'", text.replace('\'', "''")))
}

fn is_bare(text: &str) -> bool {
    !READ_OTHERWISE.contains(&text.to_lowercase().as_str())
        && serde_yaml::to_string(text).is_ok_and(|written| written.trim_end() == text)
}
