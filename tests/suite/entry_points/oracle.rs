//! What a page would do of its own accord, as a browser reads it: nothing but what the themes put there.

use scraper::{ElementRef, Html};

/// The policy that every page has.
pub(crate) fn policy() -> String {
    let text = include_str!("../../../themes/plain/templates/policy.html");
    let (_, rest) = text.split_once("content=\"").expect("a policy");
    rest.split_once('"').expect("an end").0.to_owned()
}

/// Everything active in a page or a part of one, but for what the themes put there.
pub(crate) fn active(html: &Html, policy: &str) -> Vec<String> {
    let elements = html.tree.nodes().filter_map(ElementRef::wrap);
    elements.filter(|it| !is_the_themes(*it, policy)).filter_map(what_is_active).collect()
}

fn what_is_active(element: ElementRef<'_>) -> Option<String> {
    const ACTIVE: [&str; 22] = [
        "script",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "base",
        "meta",
        "link",
        "style",
        "form",
        "portal",
        "animate",
        "animatemotion",
        "animatetransform",
        "set",
        "foreignobject",
        "template",
        "audio",
        "video",
        "use",
    ];
    let name = element.value().name();
    let told = || {
        let html = element.html();
        Some(html.chars().take(200).collect())
    };
    if ACTIVE.contains(&name.to_ascii_lowercase().as_str()) {
        return told();
    }
    let is_active = |(name, value): (&str, &str)| {
        let name = name.to_ascii_lowercase();
        name.starts_with("on")
            || ["style", "srcdoc", "srcset", "ping", "background", "http-equiv"]
                .contains(&name.as_str())
            || (["href", "src", "action", "formaction", "data", "poster", "cite"]
                .contains(&name.as_str())
                && !is_harmless(value))
    };
    if element.value().attrs().any(is_active) { told() } else { None }
}

/// Whether an address leads to a page, a mailbox or a place on the site, as browsers read it.
fn is_harmless(address: &str) -> bool {
    let address: String = address.chars().filter(|it| !matches!(it, '\t' | '\n' | '\r')).collect();
    let address = address.trim_start_matches(|it: char| it <= ' ');
    let Some((scheme, _)) = address.split_once(':') else { return !address.starts_with("//") };
    let is_scheme = scheme.starts_with(|it: char| it.is_ascii_alphabetic())
        && scheme.bytes().all(|it| it.is_ascii_alphanumeric() || b"+-.".contains(&it));
    !is_scheme || ["https", "http", "mailto"].contains(&scheme.to_ascii_lowercase().as_str())
}

/// Whether an element is one of those that the themes' templates hold.
fn is_the_themes(element: ElementRef<'_>, policy: &str) -> bool {
    let attribute = |name: &str| element.attr(name).unwrap_or_default();
    let is_empty = || element.html().contains("></");
    let is_on_way_up = |address: &str, file: &str| {
        let way = address.strip_suffix(file);
        way.is_some_and(|way| {
            way.replace("../", "").trim_start_matches("./").is_empty() || way == "/"
        })
    };
    match element.value().name() {
        "script" if attribute("type") == "application/ld+json" => {
            !element.text().any(|text| text.contains(['<', '>', '&']))
        }
        "script" => is_empty() && is_on_way_up(attribute("src"), "copy.js"),
        "meta" => match element.attr("http-equiv") {
            Some("Content-Security-Policy") => attribute("content") == policy,
            Some(_) => false,
            None => true,
        },
        "link" => match attribute("rel") {
            "stylesheet" => is_on_way_up(attribute("href"), "style.css"),
            "icon" => is_on_way_up(attribute("href"), "favicon.svg"),
            "canonical" => attribute("href").starts_with("https://letters.example/"),
            "alternate" => !attribute("href").contains(':'),
            _ => false,
        },
        "use" => {
            attribute("href").starts_with('#')
                && element.value().attrs().all(|(name, _)| !name.starts_with("on"))
        }
        _ => false,
    }
}
