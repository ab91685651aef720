//! Texts as front matter writes them.

/// A text as a value of YAML that means just this text, in a list too: bare where that is safe.
pub fn yaml_text(text: &str) -> String {
    let is_bare_elsewhere =
        serde_yaml::to_string(text).is_ok_and(|written| written.trim_end() == text);
    if is_bare_elsewhere && !text.contains([',', '[', ']', '{', '}', '#']) {
        return text.to_owned();
    }
    // A text in JSON's quotation marks is one of YAML's too.
    serde_json::Value::from(text).to_string()
}
