//! The page that stands where the theme cannot make one.

use super::Editor;
use crate::diagnostics::Diagnostic;

/// A page that says what is wrong, and where.
pub(super) fn page(problem: &Diagnostic, editor: &Editor) -> String {
    let Diagnostic { rule, severity: _, place, message, help, suggestion: _ } = problem;
    let (start, _) = place.positions();
    let spot = match place.path() {
        "" => String::new(),
        path => format!("{}:{}:{}", escape(path), start.line, start.column),
    };
    let spot = match editor.link(place) {
        Some(link) => format!("<a href=\"{}\">{spot}</a>", escape(&link)),
        None => spot,
    };
    let help = help.as_ref().map_or_else(String::new, |help| format!("<p>{}</p>\n", escape(help)));
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n{POLICY}\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>This page cannot be made</title>\n\
         <link rel=\"stylesheet\" href=\"/_letterpress/live.css\">\n</head>\n<body class=\"failure\">\n<main>\n\
         <h1>This page cannot be made</h1>\n<p>{spot} <code>{}</code></p>\n<p class=\"message\">{}</p>\n\
         {help}<p>It will be shown as soon as that is mended.</p>\n</main>\n</body>\n</html>\n",
        rule.code,
        escape(message),
    )
}

/// Nothing inline and nothing of others, as on the site's pages.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
                      style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'\">";

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
