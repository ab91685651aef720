//! The desk's styles and scripts, which come with the program.

/// The media type and the text of a file of the desk's own.
pub(super) fn asset(name: &str) -> Option<(&'static str, &'static str)> {
    const SCRIPT: &str = "text/javascript; charset=utf-8";
    const STYLES: &str = "text/css; charset=utf-8";
    Some(match name {
        "desk.css" => (STYLES, include_str!("assets/desk.css")),
        "desk.svg" => ("image/svg+xml", include_str!("assets/desk.svg")),
        "desk.js" => (SCRIPT, include_str!("assets/desk.js")),
        "fields.js" => (SCRIPT, include_str!("assets/fields.js")),
        "findings.js" => (SCRIPT, include_str!("assets/findings.js")),
        "keys.js" => (SCRIPT, include_str!("assets/keys.js")),
        "marks.js" => (SCRIPT, include_str!("assets/marks.js")),
        "start.js" => (SCRIPT, include_str!("assets/start.js")),
        "steps.js" => (SCRIPT, include_str!("assets/steps.js")),
        "typed.js" => (SCRIPT, include_str!("assets/typed.js")),
        _ => return None,
    })
}
