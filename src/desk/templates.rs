//! The desk's own templates, which come with the program.

use serde::Serialize;
use tera::{Context, Tera};

/// Each by its name.
const TEMPLATES: [(&str, &str); 6] = [
    ("base.html", include_str!("templates/base.html")),
    ("start.html", include_str!("templates/start.html")),
    ("file.html", include_str!("templates/file.html")),
    ("letter.html", include_str!("templates/letter.html")),
    ("publish.html", include_str!("templates/publish.html")),
    ("form.html", include_str!("templates/form.html")),
];

/// All of them, ready to be filled in.
pub(super) fn templates() -> Result<Tera, tera::Error> {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html"]);
    tera.add_raw_templates(TEMPLATES)?;
    Ok(tera)
}

/// A page out of its template; `root` is the desk's address.
pub(super) fn page(
    templates: &Tera,
    name: &str,
    root: &str,
    view: &impl Serialize,
) -> Result<String, tera::Error> {
    let mut context = Context::new();
    context.insert("root", &root);
    context.insert("view", view);
    templates.render(name, &context)
}
